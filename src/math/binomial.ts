/**
 * The binomial distribution: how many of n succeed where each does with probability p.
 *
 *   k, n, p   P(N = k) = n! / (k! (n - k)!) p^k (1 - p)^(n - k)
 *
 * Source: Abramowitz and Stegun (1964), 26.5.24; Loader (2000), "Fast and Accurate Computation of Binomial Probabilities".
 */

import {betaPower, betaShare} from "./beta.ts";
import {exp, log1p, pow} from "./elementary.ts";

/**
 * P(N = k), the probability that exactly k of n succeed.
 *
 * @throws RangeError if `n` is not a whole number of 0 or more, `k` not one from 0 to n, or `p` is not between 0 and 1
 */
export function binomialProbability(k: number, n: number, p: number): number {
  requireArguments(k, n, p);
  if (k === 0) return n === 0 ? 1 : exp(n * log1p(-p));
  if (k === n) return pow(p, n);
  if (p === 0 || p === 1) return 0;
  return (betaPower(p, 1 - p, k, n - k) / k) * (n / (n - k));
}

/** P(N <= k), at most k of n; small probabilities keep their digits. Throws as `binomialProbability` does. */
export function binomialCdf(k: number, n: number, p: number): number {
  requireArguments(k, n, p);
  return k === n ? 1 : betaShare(1 - p, p, n - k, k + 1);
}

/** P(N > k), more than k of n; small probabilities keep their digits. Throws as `binomialProbability` does. */
export function binomialTail(k: number, n: number, p: number): number {
  requireArguments(k, n, p);
  return k === n ? 0 : betaShare(p, 1 - p, k + 1, n - k);
}

function requireArguments(k: number, n: number, p: number): void {
  if (!(Number.isInteger(n) && n >= 0)) throw new RangeError(`n must be a whole number of 0 or more, got ${n}`);
  if (!(Number.isInteger(k) && k >= 0 && k <= n)) throw new RangeError(`k must be a whole number from 0 to ${n}, got ${k}`);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p must be between 0 and 1, got ${p}`);
}
