/** The special functions and the distributions that estimates are judged by. */

export {betaQuantile, regularizedBeta} from "./beta.ts";
export {chiSquareCdf, chiSquareTail} from "./chi-square.ts";
export {logGamma} from "./gamma.ts";
export {regularizedGammaP, regularizedGammaQ} from "./incomplete-gamma.ts";
export {normalCdf, normalDensity, normalQuantile} from "./normal.ts";
export {studentTCdf, studentTQuantile} from "./student-t.ts";
