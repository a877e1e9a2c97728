/**
 * Gauss and Legendre's points, for integrals of functions that are smooth between two ends (`quadrature.ts` is for others).
 * Source: Legendre's polynomials by their three-term recurrence, roots by Newton from Tricomi's cosine (Abramowitz and Stegun, 22.16.6).
 */
import {TWO_PI} from "./gamma.ts";
import {cos} from "./circular.ts";

const PI = TWO_PI / 2;

export interface QuadratureRule {
  /** Points in (-1, 1), rising. */
  readonly points: Float64Array;
  /** Their weights; they add up to 2. */
  readonly weights: Float64Array;
}

/**
 * The rule of so many points: exact for polynomials of degree 2n - 1; points right to about 1e-15, weights to 1e-14.
 *
 * @throws RangeError if `count` is not a whole number of 1 or more
 */
export function gaussLegendre(count: number): QuadratureRule {
  if (!(Number.isInteger(count) && count >= 1)) throw new RangeError(`count must be a whole number of 1 or more, got ${count}`);
  const points = new Float64Array(count);
  const weights = new Float64Array(count);
  let sum = 0;
  for (let i = 0; i < count; i++) {
    let x = -cos((PI * (i + 0.75)) / (count + 0.5));
    let slope = 1;
    for (let turn = 0; turn < 100; turn++) {
      let before = 0;
      let value = 1;
      for (let n = 1; n <= count; n++) [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
      slope = (count * (before - x * value)) / (1 - x * x);
      const step = value / slope;
      x -= step;
      if (Math.abs(step) < 1e-15) break;
    }
    points[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
    sum += weights[i];
  }
  // The last bits that Newton leaves: the rule is even, and its weights add up to 2.
  for (let i = 0, j = count - 1; i <= j; i++, j--) {
    points[j] = (points[j] - points[i]) / 2;
    points[i] = -points[j];
    weights[i] = weights[j] = (weights[i] + weights[j]) / sum;
  }
  return {points, weights};
}
