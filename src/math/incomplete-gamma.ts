/**
 * The incomplete gamma functions: the distribution function of a gamma variate with shape a and scale 1, and its complement.
 *
 *   P(a, x)   share of the gamma distribution up to x; Q(a, x) = 1 - P(a, x) the share beyond
 *   power     x^a e^-x / Γ(a + 1), from which both start
 *
 * A series below a + 1, a continued fraction above (modified Lentz), each relative to its own size; some √a steps where x is near a.
 * Shapes beyond ten million: nearly normal (large-shape.ts).
 * Source: Abramowitz and Stegun (1964), 6.5.29 and 6.5.31; Loader (2000) for the power.
 */

import {deviance} from "./deviance.ts";
import {exp, expm1, log, pow} from "./elementary.ts";
import {timesExp} from "./exponential.ts";
import {logGamma, logGammaOnePlus, STIRLING_FROM, stirlingError, TWO_PI} from "./gamma.ts";
import {LARGE_SHAPE, largeShapeP, largeShapeQ} from "./large-shape.ts";

/**
 * P(a, x), the share of a gamma distribution of shape a and scale 1 up to x; small shares keep their digits.
 *
 * @throws RangeError if `a` is not positive and finite, or `x` is negative or NaN
 */
export function regularizedGammaP(a: number, x: number): number {
  requireArguments(a, x);
  if (a >= LARGE_SHAPE) return largeShapeP(a, x);
  return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
}

/** Q(a, x) = 1 - P(a, x), the share beyond x; small shares keep their digits. Throws as P does. */
export function regularizedGammaQ(a: number, x: number): number {
  requireArguments(a, x);
  if (a >= LARGE_SHAPE) return largeShapeQ(a, x);
  if (!(x < a + 1)) return fraction(a, x);
  const below = series(a, x);
  return below > 0.75 && a < 1 ? smallShapeQ(a, x) : 1 - below;
}

function requireArguments(a: number, x: number): void {
  if (!(a > 0 && a < Infinity)) throw new RangeError(`a must be positive and finite, got ${a}`);
  if (!(x >= 0)) throw new RangeError(`x must be 0 or more, got ${x}`);
}

/** x^a e^-x / Γ(a + 1): the Poisson probability of a where x are expected; the gamma density times x / a. */
export function gammaPower(a: number, x: number): number {
  if (a < STIRLING_FROM) return timesExp(pow(x, a), -x - logGamma(a + 1));
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
  return Math.min(1, gammaPower(a, x) * sum);
}

function fraction(a: number, x: number): number {
  const front = x < Infinity ? a * gammaPower(a, x) : 0;
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

/**
 * Q(a, x) for a below 1 and x below 2, where nearly all of the distribution lies below x and one less that share would keep little.
 * Below 1 both the 1 and what is taken from it are written out: 1 - x^a / Γ(1 + a) · (1 + a (-x / (1 + a) + x² / (2! (2 + a)) - …)).
 */
function smallShapeQ(a: number, x: number): number {
  if (x >= 1) return fraction(a, x);
  const exponent = a * log(x) - logGammaOnePlus(a);
  let sum = 0;
  let power = 1;
  for (let n = 1; ; n++) {
    power *= -x / n;
    const next = sum + power / (a + n);
    if (next === sum) return -expm1(exponent) - exp(exponent) * a * sum;
    sum = next;
  }
}
