/**
 * How unlike the waits of people are, from the pooled population: the mean wait of the worst tenth, and the Gini index.
 *
 *   worst share   T = q + E(W - q)⁺ / α, q the percentile 1 - α         IF(w) = q + (w - q)⁺ / α - T
 *   Gini          G = E|W - W'| / 2μ                                     IF(w) = (w (2F(w) - 1 - G) + μ(1 - G) - 2 E(W; W ≤ w)) / μ
 *
 * with F(w) = P(W < w) + P(W = w) / 2 and E(W; W ≤ w) likewise halved at w. How much a replication pulls at either is the sum of its
 * people's influence IF; people are known by coarse bucket, so each has the mean influence of theirs.
 *
 * Sources: Rockafellar and Uryasev (2000), J. Risk 2(3) (the tail mean); Gini (1914); Cowell and Flachaire (2007), J. Econometrics 141
 * (the influence).
 */
import type {Probability, Seconds} from "../units.ts";
import type {PooledHistogram} from "./pooled-histogram.ts";
import {COARSE_BUCKETS, coarseOf} from "./sections.ts";

/** A number about a population, and the mean influence of the people of each coarse bucket on it. */
export interface Influenced {
  value: number;
  influence: Float64Array; // by coarse bucket, in the unit of the value
}

/** Mean wait of the share of people who waited longest; null when nobody is there. */
export function worstShare(people: PooledHistogram, share: Probability): Influenced | null {
  if (people.size === 0) return null;
  const few = share * people.size; // people, not a whole number
  let total = 0;
  let left = few;
  let edge: Seconds = 0;
  people.eachFromLongest((wait, count) => {
    if (left <= 0) return;
    edge = wait;
    total += wait * Math.min(left, count);
    left -= count;
  });
  const value = total / few;
  return {value, influence: byCoarseBucket(people, (wait) => edge + Math.max(0, wait - edge) / share - value)};
}

/** From 0, all wait alike, to 1; null when nobody is there, or nobody waited at all. */
export function gini(people: PooledHistogram): Influenced | null {
  const n = people.size;
  let total = 0;
  people.each((_, wait, count) => {
    total += wait * count;
  });
  if (!(total > 0)) return null;
  const mean = total / n;
  // G = Σ (2F_i - 1) w_i / (n μ), with the rank of equal people in the middle of them.
  let below = 0;
  let spread = 0;
  people.each((_, wait, count) => {
    spread += wait * count * ((2 * below + count) / n - 1);
    below += count;
  });
  const value = spread / total;
  below = 0;
  let waited = 0; // by those before, and half of those here
  const influence = byCoarseBucket(people, (wait, count) => {
    const rank = (below + count / 2) / n;
    const upTo = (waited + (wait * count) / 2) / n;
    below += count;
    waited += wait * count;
    return (wait * (2 * rank - 1 - value) + mean * (1 - value) - 2 * upTo) / mean;
  });
  return {value, influence};
}

/** The mean of `influence` over the people of each coarse bucket; asked in ascending order. */
function byCoarseBucket(people: PooledHistogram, influence: (wait: Seconds, count: number) => number): Float64Array {
  const sums = new Float64Array(COARSE_BUCKETS);
  const counts = new Float64Array(COARSE_BUCKETS);
  people.each((bucket, wait, count) => {
    sums[coarseOf(bucket)] += count * influence(wait, count);
    counts[coarseOf(bucket)] += count;
  });
  return sums.map((sum, coarse) => (counts[coarse] === 0 ? 0 : sum / counts[coarse]));
}
