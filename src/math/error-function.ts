/**
 * The error function and its complement.
 *
 *   erf(x)    2/√π times the integral of e^-t² from 0 to x, from -1 to 1
 *   erfc(x)   1 - erf(x)
 *
 * Both are the normal distribution at x √2 (normal.ts); e^-x² is taken from x itself, so that rounding x √2 costs nothing.
 * Source: Abramowitz and Stegun (1964), 7.1.1, 7.1.2 and 26.2.29.
 */

import {exp} from "./elementary.ts";
import {millsRatio, shareAboveMiddle} from "./normal.ts";

// biome-ignore lint/suspicious/noApproximativeNumericConstant: a literal has the same bits everywhere
const ROOT_TWO = 1.4142135623730951;
const ROOT_TWO_OVER_PI = 0.7978845608028654;

/** Up to here the series for erf, beyond it the tail. */
const MIDDLE = 0.5;

/** The error function: small x keep their digits. */
export function erf(x: number): number {
  if (Math.abs(x) < MIDDLE) return 2 * shareAboveMiddle(x * ROOT_TWO);
  return x < 0 ? tail(-x) - 1 : 1 - tail(x);
}

/** 1 - erf(x): large x keep their digits, down to 1e-308. */
export function erfc(x: number): number {
  if (Math.abs(x) < MIDDLE) return 1 - 2 * shareAboveMiddle(x * ROOT_TWO);
  return x < 0 ? 2 - tail(-x) : tail(x);
}

/** erfc(x) for x >= 0. The square is taken in two pieces, or its rounding would cost x² units in the last place. */
function tail(x: number): number {
  if (x > 28) return 0;
  const coarse = Math.floor(x * 16) / 16;
  return exp(-coarse * coarse) * exp((coarse - x) * (coarse + x)) * ROOT_TWO_OVER_PI * millsRatio(x * ROOT_TWO);
}
