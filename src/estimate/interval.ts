/**
 * Intervals from independent replications: Student's t, and what skewness does to it.
 *
 *   z_i       residual of replication i: how much it pulls the estimate, in the estimate's own unit; they sum to zero
 *   s²        Σ z_i² / (n - 1), the variance behind one replication
 *   se        s / √n, the standard error of the estimate
 *   κ         third cumulant of the estimate, m₃ / n² with the unbiased third moment m₃ = n / ((n - 1)(n - 2)) Σ z_i³
 *   a         κ / (6 se³), which for one sample is skewness / (6 √n)
 *   G(r)      ((1 + 6a(r - a))^(1/3) - 1) / (2a), r itself when a vanishes
 *
 * The interval is [estimate - G(t) se, estimate - G(-t) se]. A long right tail makes small samples look both too low and
 * too sure; G moves the upper end out and the lower end in.
 *
 * Sources: Johnson (1978), "Modified t tests and confidence intervals for asymmetrical populations", JASA 73, 536-544;
 * Willink (2005), "A confidence interval and test for the mean of an asymmetric distribution", Comm. Stat. Theory Methods
 * 34, 753-766; Welch (1947), Biometrika 34, 28-35, for the degrees of freedom of two unequal samples.
 */
import {pow} from "../math/elementary.ts";
import {studentTQuantile} from "../math/special.ts";
import type {Probability} from "../units.ts";

/** How far an estimate may be off: what `intervalAround` needs to know of the replications behind it. */
export interface Spread {
  standardError: number;
  /** Third cumulant of the estimate; 0 with fewer than three replications. */
  cumulant: number;
  degrees: number;
}

/** Ends of a confidence interval, and half of its length. */
export interface Interval {
  low: number;
  high: number;
  halfWidth: number;
}

/** Corrects for skewness never, when |skewness| / √n exceeds 0.1, or always. */
export type Correction = "never" | "when it matters" | "always";

/** Skewness of the estimate itself, skewness / √n for one sample, from which the correction is worth making. */
export const SKEWNESS_THAT_MATTERS = 0.1;

/** Below this `a`, G(r) and r differ by less than anyone can see, and the formula would divide rounding by rounding. */
const VANISHING = 1e-3;

/** The spread behind residuals that sum to zero. Null with fewer than two: one history says nothing about the next. */
export function spreadOf(residuals: ArrayLike<number>): Spread | null {
  // Neumaier's sums, as in `math/summation.ts`, both in one loop: a report asks for hundreds of them over all replications.
  let squares = 0,
    lostSquares = 0,
    cubes = 0,
    lostCubes = 0;
  for (let i = 0; i < residuals.length; i++) {
    const z = residuals[i];
    const square = z * z;
    const cube = square * z;
    const nextSquares = squares + square;
    const addedSquare = nextSquares - squares;
    lostSquares += squares - (nextSquares - addedSquare) + (square - addedSquare);
    squares = nextSquares;
    const nextCubes = cubes + cube;
    const addedCube = nextCubes - cubes;
    lostCubes += cubes - (nextCubes - addedCube) + (cube - addedCube);
    cubes = nextCubes;
  }
  return spreadFromSums(residuals.length, kept(squares, lostSquares), kept(cubes, lostCubes));
}

/** A sum with what rounding took from it; an infinite one as it is. */
function kept(sum: number, lost: number): number {
  return Number.isNaN(lost) ? sum : sum + lost;
}

/** The same from sums already made: n, Σ z², Σ z³. */
export function spreadFromSums(n: number, squares: number, cubes: number): Spread | null {
  if (n < 2) return null;
  return {
    standardError: Math.sqrt(squares / (n - 1) / n),
    cumulant: n < 3 ? 0 : cubes / ((n - 1) * (n - 2) * n),
    degrees: n - 1,
  };
}

/** The spread of the difference of two independent estimates (Welch). */
export function spreadOfDifference(a: Spread, b: Spread): Spread {
  const varianceOfA = a.standardError * a.standardError;
  const varianceOfB = b.standardError * b.standardError;
  const variance = varianceOfA + varianceOfB;
  const share = variance > 0 ? varianceOfA / variance : 0.5;
  return {
    standardError: Math.sqrt(variance),
    cumulant: a.cumulant - b.cumulant,
    degrees: 1 / ((share * share) / a.degrees + ((1 - share) * (1 - share)) / b.degrees),
  };
}

/** Skewness of the estimate, skewness / √n for one sample; 0 when nothing varies. */
export function skewnessOf({standardError, cumulant}: Spread): number {
  const cube = standardError * standardError * standardError;
  return cube > 0 ? cumulant / cube : 0;
}

/**
 * The interval that covers the truth with the asked confidence, about an estimate with that spread.
 *
 * @param confidence from 0 to 1, both excluded
 */
export function intervalAround(
  value: number,
  spread: Spread,
  confidence: Probability,
  correction: Correction = "when it matters",
): Interval {
  const t = studentT(0.5 + confidence / 2, spread.degrees);
  const skewness = skewnessOf(spread);
  const isCorrected = correction === "always" || (correction === "when it matters" && Math.abs(skewness) > SKEWNESS_THAT_MATTERS);
  const a = isCorrected ? skewness / 6 : 0;
  const below = bent(t, a) * spread.standardError;
  const above = -bent(-t, a) * spread.standardError;
  return {low: value - below, high: value + above, halfWidth: (below + above) / 2};
}

/** G(r) of the header. */
export function bent(r: number, a: number): number {
  if (Math.abs(a) < VANISHING) return r;
  const inside = 1 + 6 * a * (r - a);
  const root = inside < 0 ? -pow(-inside, 1 / 3) : pow(inside, 1 / 3);
  return (root - 1) / (2 * a);
}

const known = new Map<number, Map<number, number>>();

/** A report asks for the same two or three quantiles thousands of times. */
function studentT(p: Probability, degrees: number): number {
  let ofDegrees = known.get(degrees);
  if (ofDegrees === undefined) {
    if (known.size > 500) known.clear();
    known.set(degrees, (ofDegrees = new Map()));
  }
  let t = ofDegrees.get(p);
  if (t === undefined) ofDegrees.set(p, (t = studentTQuantile(p, degrees)));
  return t;
}
