/**
 * The Poisson distribution: how many come where `mean` are expected.
 *
 *   k, mean   P(N = k) = mean^k e^-mean / k!
 *
 * Source: Abramowitz and Stegun (1964), 26.4.21; Loader (2000), "Fast and Accurate Computation of Binomial Probabilities".
 */

import {exp} from "./elementary.ts";
import {gammaPower, regularizedGammaP, regularizedGammaQ} from "./incomplete-gamma.ts";

/**
 * P(N = k), the probability that exactly k come.
 *
 * @throws RangeError if `k` is not a whole number of 0 or more, or `mean` is negative, infinite or NaN
 */
export function poissonProbability(k: number, mean: number): number {
  requireArguments(k, mean);
  return k === 0 ? exp(-mean) : gammaPower(k, mean);
}

/** P(N <= k), at most k; small probabilities keep their digits. Throws as `poissonProbability` does. */
export function poissonCdf(k: number, mean: number): number {
  requireArguments(k, mean);
  return regularizedGammaQ(k + 1, mean);
}

/** P(N > k), more than k; small probabilities keep their digits. Throws as `poissonProbability` does. */
export function poissonTail(k: number, mean: number): number {
  requireArguments(k, mean);
  return regularizedGammaP(k + 1, mean);
}

function requireArguments(k: number, mean: number): void {
  if (!(Number.isInteger(k) && k >= 0)) throw new RangeError(`k must be a whole number of 0 or more, got ${k}`);
  if (!(mean >= 0 && mean < Infinity)) throw new RangeError(`mean must be 0 or more and finite, got ${mean}`);
}
