/**
 * The elementary functions, the same bits on every machine: only + - * / and sqrt decide them, which IEEE 754 fixes.
 * `Math.log` and its kin differ in the last bit between one JavaScript engine and the next.
 */

export {cos, sin} from "./circular.ts";
export {exp, expm1} from "./exponential.ts";
export {log, log1p} from "./logarithm.ts";
export {pow} from "./power.ts";
