/**
 * Integrals of smooth functions by Gauss and Legendre's points, and by halving where a function is not so smooth.
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

const PANEL = gaussLegendre(15);
const DEEPEST = 40;

/**
 * The integral from `low` to `high`, both finite; at `breaks` the function may jump or bend. A panel is halved until its halves agree
 * with it to `relative` of the whole: some 13 digits for smooth functions, kinks cost some forty halvings.
 */
export function integrate(
  value: (x: number) => number,
  low: number,
  high: number,
  breaks: readonly number[] = [],
  relative = 1e-13,
): number {
  const ends = [low, ...breaks.filter((at) => at > low && at < high).sort((a, b) => a - b), high];
  const panels = ends.slice(1).map((end, i) => panel(value, ends[i], end));
  let whole = 0;
  for (const one of panels) whole += Math.abs(one);
  let sum = 0;
  for (let i = 0; i < panels.length; i++) sum += halved(value, ends[i], ends[i + 1], panels[i], relative * whole, 0);
  return sum;
}

function halved(value: (x: number) => number, low: number, high: number, coarse: number, tolerance: number, depth: number): number {
  const middle = (low + high) / 2;
  const left = panel(value, low, middle);
  const right = panel(value, middle, high);
  // Two levels at the least: one panel may agree with its halves by missing the same peak.
  if (depth >= DEEPEST || (depth >= 2 && Math.abs(left + right - coarse) <= tolerance) || !(middle > low && middle < high))
    return left + right;
  return halved(value, low, middle, left, tolerance, depth + 1) + halved(value, middle, high, right, tolerance, depth + 1);
}

function panel(value: (x: number) => number, low: number, high: number): number {
  const half = (high - low) / 2;
  const middle = (low + high) / 2;
  let sum = 0;
  for (let i = 0; i < PANEL.points.length; i++) sum += PANEL.weights[i] * value(middle + half * PANEL.points[i]);
  return half * sum;
}
