/**
 * A number with its interval: the formula worked out from the rows, and what the replications' scatter allows to say.
 */
import type {Series} from "../replication/replication.ts";
import type {Probability} from "../units.ts";
import {THIN_TAIL} from "./estimate.ts";
import {type Estimand, evaluate, type Formula, type Rows} from "./formula.ts";
import {type Correction, intervalAround, skewnessOf, type Spread, spreadOf} from "./interval.ts";
import {enclosingRanks} from "./order-statistic.ts";
import type {Measure} from "./measures.ts";
import {BUCKET_ERROR} from "./pooled-histogram.ts";
import {skart} from "./skart.ts";

export interface Claim {
  /** Null when nobody was there to measure. */
  value: number | null;
  /** Half of the interval's length; null with fewer than two replications, or where too few days bound it on both sides. */
  halfWidth: number | null;
  low: number | null;
  high: number | null;
  standardError: number | null;
  /** Of the estimate: skewness / √n for a mean; 0 where there is no interval. */
  skewness: number;
  /** Only from one long run that stands alone: false where it is too short for its own memory, so that the interval may be too narrow. */
  isLongEnough?: boolean;
}

export const NO_CLAIM: Claim = {value: null, halfWidth: null, low: null, high: null, standardError: null, skewness: 0};

/**
 * What one long run says of its mean (N-Skart). The value is the mean behind its own cut, not that of the whole run. Null where it is too
 * short to say anything, and for a share of which fewer than 50 people are on one side: they may have come all together.
 */
function claimOfSeries({unit, means}: Series, measureUnit: string, confidence: Probability): Claim | null {
  const found = skart(means, {confidence, unit});
  if (found === null) return null;
  const {value, low, high, halfWidth, standardError, skewness, degrees, isLongEnough} = found;
  const {least, most} = boundsOf(measureUnit);
  if (most < Infinity && Math.min(value - least, most - value) * unit * means.length < THIN_TAIL) return null;
  return {
    value,
    halfWidth,
    low: Math.min(value, Math.max(least, low)),
    high: Math.max(value, Math.min(most, high)),
    standardError,
    skewness: skewness / Math.sqrt(degrees + 1),
    isLongEnough,
  };
}

/** What the numbers of a unit cannot be below or above, whatever the interval says. */
export function boundsOf(unit: string, isSigned = false): {least: number; most: number} {
  return {least: isSigned ? -Infinity : 0, most: unit === "share" || unit === "index" ? 1 : Infinity};
}

export function claimOf(
  formula: Formula,
  unit: string,
  rows: Rows,
  confidence: Probability,
  correction: Correction = "when it matters",
): Claim {
  return claimOfEstimand(formula, unit, evaluate(formula, rows), confidence, correction);
}

/** The same for a formula that was worked out. */
function claimOfEstimand(formula: Formula, unit: string, estimand: Estimand, confidence: Probability, correction: Correction): Claim {
  if (formula.kind === "quantile") return claimOfPercentile(estimand, formula.p, confidence, correction);
  if (formula.kind === "quantile of days") return claimOfDays(estimand, formula.p, confidence);
  return claimFrom(
    estimand.value,
    estimand.residuals === null ? null : spreadOf(estimand.residuals),
    unit,
    confidence,
    correction,
    estimand.margin,
    formula.kind === "ratio" && formula.isSigned === true,
  );
}

/** The claim of a measure worked out. One long run that stands alone speaks through N-Skart where it was told in order; else replications scatter. */
export function claimOfMeasure(
  measure: Measure,
  estimand: Estimand,
  rows: {readonly series: readonly Series[] | null},
  confidence: Probability,
  correction: Correction = "when it matters",
): Claim {
  const series = measure.series === undefined ? undefined : rows.series?.[measure.series];
  const alone = series === undefined ? null : claimOfSeries(series, measure.unit, confidence);
  return alone ?? claimOfEstimand(measure.formula, measure.unit, estimand, confidence, correction);
}

/** The claim behind a value and its spread. `margin` widens the interval on both sides. */
export function claimFrom(
  value: number | null,
  spread: Spread | null,
  unit: string,
  confidence: Probability,
  correction: Correction = "when it matters",
  margin = 0,
  isSigned = false,
): Claim {
  if (value === null || spread === null) return {...NO_CLAIM, value};
  const {low, high, halfWidth} = intervalAround(value, spread, confidence, correction);
  const {least, most} = boundsOf(unit, isSigned);
  return {
    value,
    // Half the length before it is cut off at the possible: "0.2 % ± 0.3 %" must not look surer than it is.
    halfWidth: halfWidth + margin,
    low: Math.min(value, Math.max(least, low - margin)),
    high: Math.max(value, Math.min(most, high + margin)),
    standardError: spread.standardError,
    skewness: skewnessOf(spread),
  };
}

/**
 * A percentile: the interval of the share of people up to it, read back as times (Woodruff). Where the share's interval reaches
 * everybody, the longest wait seen bounds nothing: no upper end.
 */
function claimOfPercentile({value, residuals, share}: Estimand, p: Probability, confidence: Probability, correction: Correction): Claim {
  const spread = residuals === null ? null : spreadOf(residuals);
  if (value === null || spread === null || share === undefined || share.spread === null) return {...NO_CLAIM, value};
  const {low: least, high: most} = intervalAround(p, share.spread, confidence, correction);
  // A time belongs to the interval if the share up to it has p in its own: the ends change sides.
  const lowShare = 2 * p - most,
    highShare = 2 * p - least;
  const low = Math.max(0, Math.min(value, share.pool.quantile(Math.max(0, lowShare)) ?? value) * (1 - BUCKET_ERROR));
  const high = highShare >= 1 ? null : Math.max(value, share.pool.quantile(highShare) ?? value) * (1 + BUCKET_ERROR);
  return {
    value,
    halfWidth: high === null ? null : (high - low) / 2,
    low,
    high,
    standardError: spread.standardError,
    skewness: skewnessOf(share.spread),
  };
}

/** A quantile over days: enclosed by two of the sorted days. */
function claimOfDays({value, residuals, days: sorted}: Estimand, p: Probability, confidence: Probability): Claim {
  if (value === null || sorted === undefined) return NO_CLAIM;
  const {lower, upper} = enclosingRanks(sorted.length, p, confidence);
  const low = lower >= 1 ? sorted[lower - 1] : null;
  const high = upper <= sorted.length ? sorted[upper - 1] : null;
  return {
    value,
    halfWidth: low === null || high === null ? null : (high - low) / 2,
    low,
    high,
    standardError: residuals === null ? null : (spreadOf(residuals)?.standardError ?? null),
    skewness: 0,
  };
}
