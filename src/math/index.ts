/** Numbers to numbers, the same bits on every machine. */

export * from "./elementary.ts";
export * from "./special.ts";
export {CompensatedSum} from "./summation.ts";
