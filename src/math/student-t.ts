/**
 * Student's t distribution.
 *
 *   df   degrees of freedom, positive, need not be whole; Infinity is the normal distribution
 *   x    df / (df + t²), so that both tails together hold I_x(df/2, ½); y = 1 - x
 *
 * Source: Abramowitz and Stegun (1964), 26.7.1 and 26.5.27.
 */

import {betaPower, betaShare} from "./beta.ts";
import {exp, pow} from "./elementary.ts";
import {logGamma} from "./gamma.ts";
import {normalCdf, normalQuantile} from "./normal.ts";
import {type Response, solvePositive} from "./solve-positive.ts";

/** Above so many degrees of freedom t and normal agree to the last bit. */
const NORMAL_FROM = 1e18;

/**
 * The share of Student's t distribution up to t; the lower tail keeps its digits.
 *
 * @throws RangeError if `df` is not positive
 */
export function studentTCdf(t: number, df: number): number {
  requireDegrees(df);
  if (df >= NORMAL_FROM) return normalCdf(t);
  if (Number.isNaN(t)) return NaN;
  if (t * t < df) {
    const excess = shareAboveMiddle(Math.abs(t), df).share;
    if (excess < 0.25) return t < 0 ? 0.5 - excess : 0.5 + excess;
  }
  const tail = tailBeyond(Math.abs(t), df).share;
  return t < 0 ? tail : 1 - tail;
}

/**
 * The t up to which the distribution holds the share p: -Infinity for 0, Infinity for 1.
 *
 * @throws RangeError if `p` is not between 0 and 1, or `df` is not positive
 * @example studentTQuantile(0.975, 10) // 2.2281388519862744
 */
export function studentTQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p must be between 0 and 1, got ${p}`);
  requireDegrees(df);
  if (df >= NORMAL_FROM || p === 0 || p === 1) return normalQuantile(p);
  if (p === 0.5) return 0;
  const excess = Math.abs(p - 0.5);
  const start = Math.abs(normalQuantile(p));
  const size =
    excess < 0.25
      ? solvePositive(excess, start, Infinity, "grows", (t) => shareAboveMiddle(t, df))
      : solvePositive(Math.min(p, 1 - p), start, Infinity, "falls", (t) => tailBeyond(t, df));
  return p < 0.5 ? -size : size;
}

/** The share between 0 and t, for t >= 0. */
function shareAboveMiddle(t: number, df: number): Response {
  const {x, y} = split(t, df);
  const share = 0.5 * betaShare(y, x, 0.5, df / 2);
  return {share, elasticity: betaPower(x, y, df / 2, 0.5) / share};
}

/** From so many times √df on, the tail is its first term to the last digit, and x soon too small for a double. */
const FIRST_TERM_FROM = 1e140;

/** The share beyond t, for t >= 0. */
function tailBeyond(t: number, df: number): Response {
  if (t / Math.sqrt(df) > FIRST_TERM_FROM) return {share: firstTerm(t, df), elasticity: -df};
  const {x, y} = split(t, df);
  const share = 0.5 * betaShare(x, y, df / 2, 0.5);
  return {share, elasticity: -betaPower(x, y, df / 2, 0.5) / share};
}

/** x^(df/2) / (df B(df/2, ½)) for x = df / t². */
function firstTerm(t: number, df: number): number {
  const power = pow(t, -df);
  if (power === 0) return 0; // with many degrees of freedom the next factor may be infinite
  return (power * pow(df, df / 2) * exp(logGamma((df + 1) / 2) - logGamma(df / 2) - logGamma(0.5))) / df;
}

/** x = df / (df + t²) and y = t² / (df + t²), for any t: the square may overflow. */
function split(t: number, df: number): {x: number; y: number} {
  const ratio = t / Math.sqrt(df);
  if (ratio < 1) {
    const square = (t * t) / df;
    return {x: 1 / (1 + square), y: square / (1 + square)};
  }
  const square = 1 / ratio / ratio;
  return {x: square / (1 + square), y: 1 / (1 + square)};
}

function requireDegrees(df: number): void {
  if (!(df > 0)) throw new RangeError(`df must be positive, got ${df}`);
}
