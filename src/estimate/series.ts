/**
 * What a series of numbers in order of time tells of itself: its moments, and whether its order matters.
 *
 *   S²    Σ (x_i - x̄)² / (n - 1)
 *   G₁    skewness, n² / ((n - 1)(n - 2)) · m₃ / S³ with m₃ = Σ (x_i - x̄)³ / n
 *   φ     lag-1 correlation, Σ (x_i - x̄)(x_{i+1} - x̄) / Σ (x_i - x̄)²; below 1 in size for every series that varies
 *   C     1 - Σ (x_{i+1} - x_i)² / (2 Σ (x_i - x̄)²): φ but for the ends; 0 on average if the order does not matter,
 *         with variance (n - 2) / (n² - 1)
 *
 * Sources: von Neumann (1941), "Distribution of the ratio of the mean square successive difference to the variance", Ann. Math.
 * Stat. 12, 367-395; Young (1941), "On randomness in ordered sequences", ibid. 293-300, for C, its variance and how near it
 * is to normal.
 */
import {normalQuantile} from "../math/special.ts";
import type {Probability} from "../units.ts";

export interface Moments {
  count: number;
  mean: number;
  /** S²; 0 with fewer than two numbers. */
  variance: number;
  /** G₁; 0 with fewer than three numbers, or when nothing varies. */
  skewness: number;
  /** φ; 0 when nothing varies. */
  correlation: number;
}

/** Moments of the numbers from place `from` on. */
export function momentsOf(series: Float64Array, from = 0): Moments {
  const count = series.length - from;
  let sum = 0;
  for (let i = from; i < series.length; i++) sum += series[i];
  const mean = sum / count;
  let squares = 0,
    cubes = 0,
    products = 0,
    before = 0;
  for (let i = from; i < series.length; i++) {
    const z = series[i] - mean;
    squares += z * z;
    cubes += z * z * z;
    products += z * before;
    before = z;
  }
  const variance = count < 2 ? 0 : squares / (count - 1);
  if (!(variance > 0)) return {count, mean, variance: 0, skewness: 0, correlation: 0};
  const skewness = count < 3 ? 0 : (count * cubes) / ((count - 1) * (count - 2) * variance * Math.sqrt(variance));
  return {count, mean, variance, skewness, correlation: products / squares};
}

/**
 * Von Neumann's test of randomness, two-sided: whether the order of the numbers may be chance. A series that does not vary passes.
 *
 * @param level share of series without any order that fail all the same
 */
export function looksRandom(series: Float64Array, level: Probability): boolean {
  const n = series.length;
  if (n < 3) return true;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += series[i];
  const mean = sum / n;
  let squares = (series[0] - mean) * (series[0] - mean),
    steps = 0;
  for (let i = 1; i < n; i++) {
    const z = series[i] - mean,
      step = series[i] - series[i - 1];
    squares += z * z;
    steps += step * step;
  }
  if (!(squares > 0)) return true;
  const c = 1 - steps / (2 * squares);
  return Math.abs(c) <= normalQuantile(1 - level / 2) * Math.sqrt((n - 2) / (n * n - 1));
}

/** The means of `count` batches of `size` neighbours each, from place `from` on. */
export function batched(series: Float64Array, size: number, count: number, from = 0): Float64Array {
  const means = new Float64Array(count);
  let next = from;
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (const end = next + size; next < end; next++) sum += series[next];
    means[i] = sum / size;
  }
  return means;
}
