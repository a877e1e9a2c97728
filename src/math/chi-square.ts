/**
 * The chi-square distribution.
 *
 *   df   degrees of freedom, positive, need not be whole
 *
 * A chi-square variate is twice a gamma variate of shape df / 2.
 * Source: Abramowitz and Stegun (1964), 26.4.19.
 */

import {gammaQuantile, gammaTailQuantile} from "./gamma-quantile.ts";
import {regularizedGammaP, regularizedGammaQ} from "./incomplete-gamma.ts";

/**
 * The share of a chi-square distribution up to x; zero for negative x.
 *
 * @throws RangeError if `df` is not positive and finite, or `x` is NaN
 */
export function chiSquareCdf(x: number, df: number): number {
  requireDegrees(df);
  return regularizedGammaP(df / 2, Math.max(0, x) / 2);
}

/** The share beyond x: the p-value of a test statistic. Throws as `chiSquareCdf` does. */
export function chiSquareTail(x: number, df: number): number {
  requireDegrees(df);
  return regularizedGammaQ(df / 2, Math.max(0, x) / 2);
}

/**
 * The x up to which a chi-square distribution holds the share p: 0 for 0, Infinity for 1.
 *
 * @throws RangeError if `p` is not between 0 and 1, or `df` is not positive and finite
 * @example chiSquareQuantile(0.95, 1) // 3.841458820694124
 */
export function chiSquareQuantile(p: number, df: number): number {
  requireDegrees(df);
  return 2 * gammaQuantile(p, df / 2);
}

/** The x beyond which the share `tail` lies: the critical value of a test, however strict. Throws as `chiSquareQuantile` does. */
export function chiSquareTailQuantile(tail: number, df: number): number {
  requireDegrees(df);
  return 2 * gammaTailQuantile(tail, df / 2);
}

function requireDegrees(df: number): void {
  if (!(df > 0 && df < Infinity)) throw new RangeError(`df must be positive and finite, got ${df}`);
}
