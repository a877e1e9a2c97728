/**
 * The incomplete gamma functions: the distribution function of a gamma variate with shape a and scale 1, and its complement.
 *
 *   P(a, x)   share of the gamma distribution up to x; Q(a, x) = 1 - P(a, x) the share beyond
 *   power     x^a e^-x / Γ(a + 1), from which both start
 *
 * A series below a + 1, a continued fraction above (modified Lentz), each relative to its own size; some √a steps where x is near a.
 * Source: Abramowitz and Stegun (1964), 6.5.29 and 6.5.31; Loader (2000) for the power.
 */

import {deviance} from "./deviance.ts";
import {exp, pow} from "./elementary.ts";
import {logGamma, STIRLING_FROM, stirlingError, TWO_PI} from "./gamma.ts";

/**
 * P(a, x), the share of a gamma distribution of shape a and scale 1 up to x.
 *
 * @throws RangeError if `a` is not positive and finite, or `x` is negative or NaN
 */
export function regularizedGammaP(a: number, x: number): number {
  requireArguments(a, x);
  return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
}

/** Q(a, x) = 1 - P(a, x), the share beyond x; small shares keep their digits. Throws as P does. */
export function regularizedGammaQ(a: number, x: number): number {
  requireArguments(a, x);
  return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
}

function requireArguments(a: number, x: number): void {
  if (!(a > 0 && a < Infinity)) throw new RangeError(`a must be positive and finite, got ${a}`);
  if (!(x >= 0)) throw new RangeError(`x must be 0 or more, got ${x}`);
}

/** x^a e^-x / Γ(a + 1). */
function power(a: number, x: number): number {
  if (a < STIRLING_FROM) return pow(x, a) * exp(-x - logGamma(a + 1));
  return exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(TWO_PI * a);
}

function series(a: number, x: number): number {
  if (x === 0) return 0;
  let sum = 1;
  let term = 1;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return Math.min(1, power(a, x) * sum);
}

function fraction(a: number, x: number): number {
  const front = x < Infinity ? a * power(a, x) : 0;
  if (front === 0) return 0;
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let n = 1; ; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) < 3e-16) return Math.min(1, front * value);
  }
}
