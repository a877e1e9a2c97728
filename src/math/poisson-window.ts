/**
 * A window of Poisson counts that holds all but a negligible rest.
 * Source: Fox and Glynn (1988), "Computing Poisson probabilities", CACM 31, 440-445.
 */

export interface CountWindow {
  /** The count of the first share. */
  readonly first: number;
  /** They sum to 1; what lies outside is below 1e-17. */
  readonly shares: Float64Array;
}

/** All counts that matter, by ratios from the mode: no logarithm, no factorial. */
export function poissonWindow(mean: number): CountWindow {
  const mode = Math.floor(mean);
  const above = [1];
  for (let k = mode + 1, share = 1; ; k++) {
    share *= mean / k;
    // what follows is less than a geometric rest
    if (share * (k + 1) < 1e-18 * (k + 1 - mean)) break;
    above.push(share);
  }
  const below: number[] = [];
  for (let k = mode, share = 1; k > 0; k--) {
    share *= k / mean;
    if (share * mean < 1e-18 * (mean - k + 1)) break;
    below.push(share);
  }
  const all = Float64Array.from([...below.reverse(), ...above]);
  const total = all.reduce((sum, share) => sum + share, 0);
  return {first: mode - below.length, shares: all.map((share) => share / total)};
}
