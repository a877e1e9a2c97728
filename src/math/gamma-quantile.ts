/**
 * The quantiles of a gamma variate with shape a and scale 1.
 *
 *   p, tail   the share up to the quantile, and the share beyond; whichever is smaller is solved for
 *
 * Newton's method from Wilson and Hilferty's cube, or in the far lower tail from the first term of the series.
 * Source: Wilson and Hilferty (1931), "The distribution of chi-square", PNAS 17, 684-688; Abramowitz and Stegun (1964), 26.4.17.
 */

import {exp, log} from "./elementary.ts";
import {logGamma} from "./gamma.ts";
import {gammaPower, regularizedGammaP, regularizedGammaQ} from "./incomplete-gamma.ts";
import {normalQuantile} from "./normal.ts";
import {solvePositive} from "./solve-positive.ts";

/**
 * The x with P(a, x) = p: 0 for 0, Infinity for 1. Zero, too, where x is too small for a double (a small shape has such quantiles).
 *
 * @throws RangeError if `p` is not between 0 and 1, or `a` is not positive and finite
 * @example gammaQuantile(0.95, 1) // log 20
 */
export function gammaQuantile(p: number, a: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p must be between 0 and 1, got ${p}`);
  requireShape(a);
  return p <= 0.5 ? lowerQuantile(p, a) : upperQuantile(1 - p, a);
}

/** The x with Q(a, x) = tail, beyond which the share `tail` lies. Throws as `gammaQuantile` does. */
export function gammaTailQuantile(tail: number, a: number): number {
  if (!(tail >= 0 && tail <= 1)) throw new RangeError(`tail must be between 0 and 1, got ${tail}`);
  requireShape(a);
  return tail < 0.5 ? upperQuantile(tail, a) : lowerQuantile(1 - tail, a);
}

function lowerQuantile(p: number, a: number): number {
  if (p === 0) return 0;
  const start = near(normalQuantile(p), log(p), a);
  if (start === 0) return 0;
  return solvePositive(p, start, Infinity, "grows", (x) => {
    const share = regularizedGammaP(a, x);
    return {share, elasticity: (a * gammaPower(a, x)) / share};
  });
}

function upperQuantile(tail: number, a: number): number {
  if (tail === 0) return Infinity;
  const start = near(-normalQuantile(tail), log(1 - tail), a);
  if (start === 0) return 0;
  return solvePositive(tail, start, Infinity, "falls", (x) => {
    const share = regularizedGammaQ(a, x);
    return {share, elasticity: (-a * gammaPower(a, x)) / share};
  });
}

/** Near the quantile whose normal deviate is z and whose share has this logarithm. */
function near(z: number, logShare: number, a: number): number {
  const root = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
  return root > 0.3 ? a * root * root * root : exp((logShare + logGamma(a + 1)) / a);
}

function requireShape(a: number): void {
  if (!(a > 0 && a < Infinity)) throw new RangeError(`a must be positive and finite, got ${a}`);
}
