/**
 * The incomplete gamma functions of a very large shape a: the normal distribution with a correction, at the same cost for every a.
 *
 *   z   the normal deviate with z² / 2 = a log(a / x) + x - a, negative below the mean
 *   η   z / √a; within 40 standard deviations, at most 0.013 in size
 *   S   c₀(η) + c₁(η) / a + …, so that Q = 1 - Φ(z) + φ(z) S / √a
 *
 * Source: Temme (1979), "The asymptotic expansion of the incomplete gamma functions", SIAM J. Math. Anal. 10, 757-766; the coefficients
 * of c₀ and c₁ by powers of η are DiDonato and Morris's (1986), "Computation of the incomplete gamma function ratios", ACM TOMS 12, 377-393.
 */

import {deviance} from "./deviance.ts";
import {exp} from "./elementary.ts";
import {millsRatio, ROOT_TWO_PI} from "./normal.ts";

/** From this shape on the terms that are left out are below the last digit. */
export const LARGE_SHAPE = 1e7;

/** P(a, x). */
export function largeShapeP(a: number, x: number): number {
  return x <= a ? smallerShare(a, x) : 1 - smallerShare(a, x);
}

/** Q(a, x). */
export function largeShapeQ(a: number, x: number): number {
  return x <= a ? 1 - smallerShare(a, x) : smallerShare(a, x);
}

/** The share on x's side of a: P(a, x) up to a, Q(a, x) beyond. */
function smallerShare(a: number, x: number): number {
  const exponent = x < Infinity ? deviance(a, x) : Infinity;
  if (exponent > 750) return 0;
  const size = Math.sqrt(2 * exponent);
  const side = x <= a ? -1 : 1;
  return (exp(-exponent) * (millsRatio(size) + (side * correction((side * size) / Math.sqrt(a), a)) / Math.sqrt(a))) / ROOT_TWO_PI;
}

/** S. */
function correction(eta: number, a: number): number {
  const c0 = -1 / 3 + eta * (1 / 12 + eta * (-2 / 135 + eta * (1 / 864 + eta * (1 / 2835 + eta * (-139 / 777600 + eta / 25515)))));
  const c1 = -1 / 540 + eta * (-1 / 288 + eta * (25 / 12096 - (eta * 223) / 1088640));
  return c0 + c1 / a;
}
