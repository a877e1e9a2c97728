/**
 * Measured times with straight lines between them, and an exponential tail beyond the largest if asked for.
 *
 *   values   x₁ ≤ … ≤ xₙ
 *   tail     k: how many of the largest give way to the tail; 0: none, and nothing lies outside [x₁, xₙ]
 *
 * Without a tail F(xᵢ) = (i - 1) / (n - 1). With one F(xᵢ) = i / n from x₀ = 0 up to xₙ₋ₖ, and beyond it an exponential time of mean
 * θ = (xₙ₋ₖ / 2 + Σ (xᵢ - xₙ₋ₖ)) / k, the sum over the k largest: then the law's mean is the sample's.
 * Sources: Law (2015), Simulation Modeling and Analysis, 6.2.4; Bratley, Fox and Schrage (1987), A Guide to Simulation, 2nd ed., 4.6.
 */

import {log} from "../math/elementary.ts";

/** θ, the mean of what lies beyond xₙ₋ₖ. */
export function tailMeanOf(values: readonly number[] | Float64Array, tail: number): number {
  const n = values.length;
  const last = values[n - tail - 1];
  let sum = last / 2;
  for (let i = n - tail; i < n; i++) sum += values[i] - last;
  return sum / tail;
}

export class Interpolation {
  private readonly values: Float64Array;
  private readonly tail: number;
  private readonly tailMean: number;

  constructor(values: readonly number[], tail: number) {
    this.values = Float64Array.from(values);
    this.tail = tail;
    this.tailMean = tail === 0 ? 0 : tailMeanOf(values, tail);
  }

  /** The time beyond which a share of the law lies, between 0 and 1. */
  timeBeyond(share: number): number {
    const {values, tail} = this;
    const n = values.length;
    if (tail === 0) return this.between((1 - share) * (n - 1), values[0], 0);
    const place = share * n;
    if (place < tail) return values[n - tail - 1] - this.tailMean * log(place / tail);
    return this.between(n - place, 0, 1);
  }

  /** On the line at a place: at 0 the first time, at 1 the next. `offset` is 1 where the first is not one of the values. */
  private between(place: number, first: number, offset: number): number {
    const {values} = this;
    const last = values.length - 1;
    const step = Math.min(Math.floor(place), last + offset - 1);
    const low = step < offset ? first : values[step - offset];
    const high = values[step + 1 - offset];
    return low + (place - step) * (high - low);
  }
}
