/**
 * The chi-square distribution.
 *
 *   df   degrees of freedom, positive, need not be whole
 *
 * Source: Abramowitz and Stegun (1964), 26.4.19.
 */

import {regularizedGammaP, regularizedGammaQ} from "./incomplete-gamma.ts";

/**
 * The share of a chi-square distribution up to x; zero for negative x.
 *
 * @throws RangeError if `df` is not positive and finite, or `x` is NaN
 */
export function chiSquareCdf(x: number, df: number): number {
  return regularizedGammaP(df / 2, Math.max(0, x) / 2);
}

/** The share beyond x: the p-value of a test statistic. Throws as `chiSquareCdf` does. */
export function chiSquareTail(x: number, df: number): number {
  return regularizedGammaQ(df / 2, Math.max(0, x) / 2);
}
