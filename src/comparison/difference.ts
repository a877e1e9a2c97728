/**
 * The difference of two estimates: design minus comparator.
 *
 *   paired     both served the same customers, replication by replication: residuals are subtracted first, so that what a
 *              busy day does to both designs cancels
 *   welch      nothing is shared: the two spreads add
 *
 * Source: Law (2015), Simulation Modeling and Analysis, 10.2.
 */
import type {Estimand} from "../estimate/formula.ts";
import {type Correction, intervalAround, spreadOf, spreadOfDifference} from "../estimate/interval.ts";
import type {Probability} from "../units.ts";

export interface Difference {
  difference: number | null;
  halfWidth: number | null;
  low: number | null;
  high: number | null;
  significant: boolean | null;
}

const UNKNOWN: Difference = {difference: null, halfWidth: null, low: null, high: null, significant: null};

/** A difference so small beside its two values is the rounding of sums made in another order. */
const ROUNDING = 1e-9;

/** Null where either side had nobody to measure; no interval where either side has none, or with fewer than two replications. */
export function differenceOf(
  design: Estimand,
  against: Estimand,
  isPaired: boolean,
  confidence: Probability,
  correction: Correction = "when it matters",
): Difference {
  if (design.value === null || against.value === null) return UNKNOWN;
  const difference = design.value - against.value;
  if (design.residuals === null || against.residuals === null) return {...UNKNOWN, difference};
  const scale = ROUNDING * Math.max(Math.abs(design.value), Math.abs(against.value));
  if (isPaired) {
    const residuals = pairs(design.residuals, against.residuals);
    const spread = spreadOf(residuals);
    if (spread === null) return {...UNKNOWN, difference};
    // The same in every replication: what the recording rounds, it rounds alike.
    if (difference === 0 && residuals.every((z) => z === 0)) return {difference: 0, halfWidth: 0, low: 0, high: 0, significant: false};
    return claim(difference, intervalAround(difference, spread, confidence, correction), design.margin + against.margin, scale);
  }
  const ofDesign = spreadOf(design.residuals),
    ofAgainst = spreadOf(against.residuals);
  if (ofDesign === null || ofAgainst === null) return {...UNKNOWN, difference};
  return claim(
    difference,
    intervalAround(difference, spreadOfDifference(ofDesign, ofAgainst), confidence, correction),
    design.margin + against.margin,
    scale,
  );
}

function claim(
  difference: number,
  {low, high, halfWidth}: {low: number; high: number; halfWidth: number},
  margin: number,
  scale: number,
): Difference {
  const least = low - margin,
    most = high + margin;
  return {
    difference,
    halfWidth: halfWidth + margin,
    low: least,
    high: most,
    significant: Math.abs(difference) > scale && (least > 0 || most < 0),
  };
}

// Where the differences of a pair stand while they are judged.
let sheet = new Float64Array(0);

/** Until the next pair. */
function pairs(a: Float64Array, b: Float64Array): Float64Array {
  if (sheet.length < a.length) sheet = new Float64Array(a.length);
  const differences = sheet.subarray(0, a.length);
  for (let i = 0; i < a.length; i++) differences[i] = a[i] - b[i];
  return differences;
}
