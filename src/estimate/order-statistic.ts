/**
 * Quantiles over days: a makespan or an overtime is one number a replication, independent of the next, so two of the sorted
 * values enclose the quantile with a probability that the binomial distribution knows exactly.
 *
 *   B ~ binomial(n, p)   how many of n days lie at or below the p-quantile
 *   (r, s)               x_(r) <= quantile <= x_(s) with probability P(r <= B < s) at least
 *
 * Source: David and Nagaraja (2003), Order Statistics, 7.1.
 */
import {regularizedBeta} from "../math/special.ts";
import type {Probability} from "../units.ts";

/**
 * Ranks, from 1 to n, of the two sorted values that enclose the quantile, equal tails; 0 or n + 1 where n is too small for
 * a bound on that side.
 *
 * @example enclosingRanks(100, 0.9, 0.95) // {lower: 84, upper: 96}
 */
export function enclosingRanks(n: number, p: Probability, confidence: Probability): {lower: number; upper: number} {
  const tail = (1 - confidence) / 2;
  // P(B >= k) rises as k falls, so both ranks are found by halving.
  let lower = 0,
    above = n + 1;
  while (above - lower > 1) {
    const middle = (lower + above) >>> 1;
    if (1 - atLeast(middle, n, p) <= tail) lower = middle;
    else above = middle;
  }
  let upper = n + 1,
    below = 0;
  while (upper - below > 1) {
    const middle = (upper + below) >>> 1;
    if (atLeast(middle, n, p) <= tail) upper = middle;
    else below = middle;
  }
  return {lower, upper};
}

/** P(B >= k). */
function atLeast(k: number, n: number, p: Probability): Probability {
  if (k <= 0) return 1;
  return k > n ? 0 : regularizedBeta(p, k, n - k + 1);
}

/** The smallest value with at least a share p of the sorted values at or below it. */
export function quantileOfSorted(sorted: ArrayLike<number>, p: Probability): number {
  return sorted[Math.max(1, Math.ceil(p * sorted.length - 1e-9)) - 1];
}
