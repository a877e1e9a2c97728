/**
 * The incomplete beta function: the distribution function of a beta variate, and its inverse.
 *
 *   I_x(a, b)   share of the beta distribution with parameters a and b up to x
 *   y           1 - x, carried along so that neither end loses digits
 *   power       x^a y^b / B(a, b)
 *
 * Of a parameter below 1e-3 the share that it leaves on the far side of its mean is itself small, and is found as one less the rest: it
 * keeps 16 digits less those zeros.
 * The continued fraction of DiDonato and Morris by the modified Lentz method, below the mean a / (a + b) where it converges fast.
 * Source: DiDonato and Morris (1992), "Algorithm 708", ACM TOMS 18, 360-373; Abramowitz and Stegun (1964), 26.5.8;
 * Loader (2000) for the power.
 */

import {deviance} from "./deviance.ts";
import {exp, log, log1p, pow} from "./elementary.ts";
import {timesExp} from "./exponential.ts";
import {logGamma, STIRLING_FROM, stirlingError, TWO_PI} from "./gamma.ts";
import {millsRatio, ROOT_TWO_PI} from "./normal.ts";
import {solvePositive} from "./solve-positive.ts";

/**
 * I_x(a, b), the share of a beta distribution up to x, from 0 to 1.
 *
 * @throws RangeError if `x` is not between 0 and 1, or `a` or `b` is not positive and finite
 * @example regularizedBeta(0.5, 2, 3) // 11/16
 */
export function regularizedBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1)) throw new RangeError(`x must be between 0 and 1, got ${x}`);
  requireParameters(a, b);
  return betaShare(x, 1 - x, a, b);
}

/** 1 - I_x(a, b), the share beyond x; small shares keep their digits. Throws as `regularizedBeta` does. */
export function betaTail(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1)) throw new RangeError(`x must be between 0 and 1, got ${x}`);
  requireParameters(a, b);
  return betaShare(1 - x, x, b, a);
}

/** I_x(a, b) where y = 1 - x is known to its own last digit. */
export function betaShare(x: number, y: number, a: number, b: number): number {
  if (x === 0) return 0;
  if (y === 0) return 1;
  if (x * b > y * a) return Math.max(0, 1 - shareBelowMean(y, x, b, a));
  return Math.min(1, shareBelowMean(x, y, a, b));
}

/** From here on both parameters leave a normal distribution, but for its skewness; the fraction would take √a steps. */
const NEARLY_NORMAL = 1e15;

/** I_x(a, b) for x up to the mean. */
function shareBelowMean(x: number, y: number, a: number, b: number): number {
  if (a > NEARLY_NORMAL && b > NEARLY_NORMAL) return nearlyNormalShare(x, y, a, b);
  const power = betaPower(x, y, a, b);
  return power === 0 ? 0 : power * fraction(x, y, a, b);
}

/** I_x(a, b) for x up to the mean: Φ(-z) + φ(z) skewness / 6, with the z whose density falls off as that of x does. */
function nearlyNormalShare(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  const exponent = deviance(a, n * x) + deviance(b, n * y);
  if (exponent > 750) return 0;
  const sixthOfSkewness = ((b - a) / n / 3) * Math.sqrt(1 / a + 1 / b);
  return (exp(-exponent) * (millsRatio(Math.sqrt(2 * exponent)) + sixthOfSkewness)) / ROOT_TWO_PI;
}

/** x^a y^b / B(a, b), where y = 1 - x: the density times x y. */
export function betaPower(x: number, y: number, a: number, b: number): number {
  if (a > b) return betaPower(y, x, b, a);
  const n = a + b;
  if (b < STIRLING_FROM) return pow(x, a) * pow(y, b) * exp(logGamma(n) - logGamma(a) - logGamma(b));
  if (a >= STIRLING_FROM) {
    const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
    return exp(exponent) * Math.sqrt((a / n) * (b / TWO_PI));
  }
  const logY = x < 0.5 ? log1p(-x) : log(y);
  const ratio = (b - 0.5) * log1p(a / b) - a + stirlingError(n) - stirlingError(b); // log Γ(n) / Γ(b) less a log n
  return timesExp(pow(n * x, a), b * logY + ratio - logGamma(a));
}

/** I_x(a, b) over its power, for x at most a / (a + b). It looks at x through y and λ = (a + b) y - b: near x = 1 they know more. */
function fraction(x: number, y: number, a: number, b: number): number {
  const lambda = a > b ? (a + b) * y - b : a - (a + b) * x;
  let c = 1e300;
  let d = (a + 1) / (a * (1 + lambda));
  let value = d;
  for (let n = 1; ; n++) {
    const before = a + 2 * n - 1;
    const w = n * (b - n) * x;
    const numerator = ((a + n - 1) * (a + b + n - 1) * w * x) / (before * before);
    const denominator = n + w / before + ((a + n) / (before + 2)) * (1 + lambda + n * (1 + y));
    d = 1 / (denominator + numerator * d);
    c = denominator + numerator / c;
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) < 3e-16) return value;
  }
}

/**
 * The x with I_x(a, b) = p. With p = 0.025 and a = k, b = n - k + 1 it is the lower end of Clopper and Pearson's interval for k out of n.
 *
 * @throws RangeError if `p` is not between 0 and 1, or `a` or `b` is not positive and finite
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p must be between 0 and 1, got ${p}`);
  requireParameters(a, b);
  if (p === 0 || p === 1) return p;
  return betaShare(a / (a + b), b / (a + b), a, b) < p ? upperQuantile(1 - p, a, b) : lowerQuantile(p, a, b);
}

/** The x with 1 - I_x(a, b) = tail. Throws as `betaQuantile` does. */
export function betaTailQuantile(tail: number, a: number, b: number): number {
  if (!(tail >= 0 && tail <= 1)) throw new RangeError(`tail must be between 0 and 1, got ${tail}`);
  requireParameters(a, b);
  if (tail === 0 || tail === 1) return 1 - tail;
  return betaShare(b / (a + b), a / (a + b), b, a) < tail ? lowerQuantile(1 - tail, a, b) : upperQuantile(tail, a, b);
}

/** Below this size a number found as 1 less another has lost digits that are worth a second search. */
const LOST_BELOW = 0.001;

/** The x above the mean beyond which the share `tail` lies. */
function upperQuantile(tail: number, a: number, b: number): number {
  const x = 1 - lowerQuantile(tail, b, a);
  if (x >= LOST_BELOW) return x;
  return solvePositive(tail, x > 0 ? x : a / (a + b), 1, "falls", (x) => {
    const share = betaShare(1 - x, x, b, a);
    return {share, elasticity: -betaPower(x, 1 - x, a, b) / ((1 - x) * share)};
  });
}

/** The quantile below the mean. */
function lowerQuantile(p: number, a: number, b: number): number {
  return solvePositive(p, a / (a + b), 1, "grows", (x) => {
    const share = betaShare(x, 1 - x, a, b);
    return {share, elasticity: betaPower(x, 1 - x, a, b) / ((1 - x) * share)};
  });
}

function requireParameters(a: number, b: number): void {
  if (!(a > 0 && a < Infinity)) throw new RangeError(`a must be positive and finite, got ${a}`);
  if (!(b > 0 && b < Infinity)) throw new RangeError(`b must be positive and finite, got ${b}`);
}
