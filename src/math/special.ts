/** The special functions and the distributions that estimates are judged by. */

export {betaQuantile, betaTail, betaTailQuantile, regularizedBeta} from "./beta.ts";
export {binomialCdf, binomialProbability, binomialTail} from "./binomial.ts";
export {chiSquareCdf, chiSquareQuantile, chiSquareTail, chiSquareTailQuantile} from "./chi-square.ts";
export {erf, erfc} from "./error-function.ts";
export {logGamma} from "./gamma.ts";
export {gammaQuantile, gammaTailQuantile} from "./gamma-quantile.ts";
export {regularizedGammaP, regularizedGammaQ} from "./incomplete-gamma.ts";
export {logNormalCdf, normalCdf, normalDensity, normalQuantile, normalTail} from "./normal.ts";
export {poissonCdf, poissonProbability, poissonTail} from "./poisson.ts";
export {studentTCdf, studentTQuantile} from "./student-t.ts";
