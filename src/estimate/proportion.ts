/**
 * Intervals for a share of independent trials: of days, never of customers, who share the day's luck.
 *
 * Sources: Clopper and Pearson (1934), Biometrika 26, 404-413 (never covers less than it says);
 * Wilson (1927), JASA 22, 209-212 (covers what it says on average, and is shorter).
 */
import {betaQuantile, normalQuantile} from "../math/special.ts";
import type {Probability} from "../units.ts";

/**
 * The exact interval for a share of which `count` in `trials` were seen.
 *
 * @throws RangeError unless 0 <= count <= trials and trials >= 1
 * @example clopperPearson(8, 100, 0.95) // {low: 0.035172, high: 0.151558}
 */
export function clopperPearson(count: number, trials: number, confidence: Probability): {low: Probability; high: Probability} {
  requireCount(count, trials);
  const tail = (1 - confidence) / 2;
  return {
    low: count === 0 ? 0 : betaQuantile(tail, count, trials - count + 1),
    high: count === trials ? 1 : betaQuantile(1 - tail, count + 1, trials - count),
  };
}

/**
 * Wilson's interval for a share of which `count` in `trials` were seen.
 *
 * @throws RangeError unless 0 <= count <= trials and trials >= 1
 * @example wilson(8, 100, 0.95) // {low: 0.041093, high: 0.149981}
 */
export function wilson(count: number, trials: number, confidence: Probability): {low: Probability; high: Probability} {
  requireCount(count, trials);
  const z = normalQuantile(0.5 + confidence / 2);
  const share = count / trials;
  const shrink = 1 + (z * z) / trials;
  const middle = (share + (z * z) / (2 * trials)) / shrink;
  const half = (z / shrink) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  return {low: count === 0 ? 0 : middle - half, high: count === trials ? 1 : middle + half};
}

function requireCount(count: number, trials: number): void {
  if (!(trials >= 1 && count >= 0 && count <= trials))
    throw new RangeError(`count must lie between 0 and the trials, got ${count} of ${trials}`);
}
