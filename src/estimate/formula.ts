/**
 * What is estimated, as a formula over the columns of the rows, and how much each replication pulls at it.
 *
 *   ratio      r = Σ y_i / Σ x_i                 z_i = (y_i - r x_i) / x̄
 *   mean       ȳ                                 z_i = y_i - ȳ
 *   sd         √(M₂ - M₁²), M_k = Σ w_k / Σ x     z_i = ((w₂ - 2 M₁ w₁ + M₁² x) - sd² x)_i / (2 sd x̄)
 *   quantile   Q of the pooled people            z_i = -u_i / f, u_i = (c_i - p x_i) / x̄ with c_i people up to Q, f the density there
 *   worst      mean of the people beyond a percentile, and Gini: `inequality.ts`
 *   of days    Q of one number a replication     the same with one "person" a replication
 *
 * A mean over customers is a ratio of expectations, Σ waits / Σ customers: the mean of the days' means would give a quiet
 * day's customers more weight than a busy day's. The residuals are the delta method's: their variance over n is the
 * estimate's, and their differences between two designs are those of a paired comparison.
 *
 * A percentile is judged by how many of each replication's people lie below it, not by the replication's own percentile
 * (sectioning): of forty customers a day the 95th percentile is the third longest wait, whose scatter says little, and more
 * days do not mend it (`docs/statistics.md` shows both).
 *
 * Sources: Law (2015), Simulation Modeling and Analysis, 9.5.3 (ratios of expectations); Woodruff (1952), "Confidence intervals
 * for medians and other position measures", JASA 47, 635-646; Bloch and Gastwirth (1968), Ann. Math. Stat. 39 (the density).
 */
import {compensatedSum} from "../math/summation.ts";
import {bucketOf} from "../replication/histogram.ts";
import type {Probability} from "../units.ts";
import {type Spread, spreadOf} from "./interval.ts";
import {gini, type Influenced, worstShare} from "./inequality.ts";
import {quantileOfSorted} from "./order-statistic.ts";
import {BUCKET_ERROR, type PooledHistogram} from "./pooled-histogram.ts";
import {coarseOf, lastBucketOf} from "./sections.ts";

/** A linear combination of columns. */
export type Terms = readonly {column: number; times: number}[];

/** Whose distribution a quantile is of; a waiting population or the times in system. */
export type Pool = "all" | "served" | "delayed" | "gave up" | "sojourns";

export type Formula =
  | {kind: "ratio"; of: Terms; per: Terms; isSigned?: boolean} // below zero, too
  | {kind: "mean"; of: Terms}
  | {kind: "sd"; sum: Terms; squares: Terms; count: Terms}
  | {kind: "quantile"; group: number; pool: Pool; p: Probability; column: number | null; count: Terms}
  | {kind: "quantile of days"; of: Terms; p: Probability}
  | {kind: "worst"; group: number; pool: Pool; share: Probability}
  | {kind: "gini"; group: number; pool: Pool};

/** The rows a formula is worked out from. */
export interface Rows {
  readonly count: number;
  /** A replication's number in a column. */
  at(replication: number, column: number): number;
  /** A column times a factor, by replication, added to `into`. */
  addColumn(column: number, times: number, into: Float64Array): void;
  /** The people of all replications together. */
  pooled(group: number, pool: Pool): PooledHistogram;
  /** People by replication, added to `into`. */
  addPeople(group: number, pool: Pool, into: Float64Array): void;
  /** The same up to the end of a coarse bucket, added to `upTo`, and before its beginning, added to `before`. */
  addPeopleUpTo(group: number, pool: Pool, coarse: number, upTo: Float64Array, before: Float64Array): void;
  /** The sum of weights (by coarse bucket) over the people of each replication. */
  addPeopleWeighed(group: number, pool: Pool, weights: Float64Array, into: Float64Array): void;
}

/** An estimate without its interval. */
export interface Estimand {
  /** Null when nobody was there to measure. */
  value: number | null;
  /** By replication, summing to zero (a quantile's nearly so); null where there are none to give. */
  residuals: Float64Array | null;
  /** What the value may be off by the way it was recorded, in its own unit. */
  margin: number;
  /** Of a percentile: spread of the share of people up to it, and the population that turns shares into times. */
  share?: {spread: Spread | null; pool: PooledHistogram};
  /** Of a quantile over days: their numbers, sorted. */
  days?: Float64Array;
}

const NOTHING: Estimand = {value: null, residuals: null, margin: 0};

/** A residual that is only the rounding of the two numbers it is the difference of. */
const ROUNDING = 1 / 281_474_976_710_656; // 2^-48

/** With `isKept` false the residuals, and the days, are written over by the next measure that is worked out so. */
export function evaluate(formula: Formula, rows: Rows, isKept = true): Estimand {
  const fresh = (sheet: number) => (isKept ? new Float64Array(rows.count) : cleanSheet(sheet, rows.count));
  const values = (sheet: number, terms: Terms) => onSheet(sheet, terms, rows);
  switch (formula.kind) {
    case "ratio":
      return ratio(values(0, formula.of), values(1, formula.per), fresh(RESIDUALS));
    case "mean":
      return ratio(values(0, formula.of), null, fresh(RESIDUALS));
    case "sd":
      return standardDeviation(values(0, formula.sum), values(1, formula.squares), values(2, formula.count), fresh(RESIDUALS));
    case "quantile":
      return quantile(formula, rows, fresh(RESIDUALS));
    case "quantile of days":
      return quantileOfDays(values(0, formula.of), formula.p, fresh(RESIDUALS), fresh(DAYS));
    case "worst":
      return influenced(formula, worstShare(rows.pooled(formula.group, formula.pool), formula.share), rows, fresh(RESIDUALS));
    case "gini":
      return influenced(formula, gini(rows.pooled(formula.group, formula.pool)), rows, fresh(RESIDUALS));
  }
}

// Where a measure's numbers stand while it is worked out: a hundred measures of ten thousand days write over the same sheets, because
// the system gives new memory page by page, and takes longer for that than the sums do.
const sheets = Array.from({length: 5}, () => new Float64Array(0));
const RESIDUALS = 3;
const DAYS = 4;

/** So many numbers, all zero. */
function cleanSheet(sheet: number, count: number): Float64Array {
  if (sheets[sheet].length < count) sheets[sheet] = new Float64Array(count);
  return sheets[sheet].subarray(0, count).fill(0);
}

/** `valuesOf`, until the next measure is worked out. */
function onSheet(sheet: number, terms: Terms, rows: Rows): Float64Array {
  const values = cleanSheet(sheet, rows.count);
  for (const {column, times} of terms) rows.addColumn(column, times, values);
  return values;
}

/** A linear combination of columns, by replication. */
export function valuesOf(terms: Terms, rows: Rows): Float64Array {
  const values = new Float64Array(rows.count);
  for (const {column, times} of terms) rows.addColumn(column, times, values);
  return values;
}

/** Of a linear combination of columns, over all replications. */
export function totalOf(terms: Terms, rows: Rows): number {
  return compensatedSum(onSheet(0, terms, rows));
}

function quantileOfDays(days: Float64Array, p: Probability, shares: Float64Array, sorted: Float64Array): Estimand {
  if (days.length === 0) return NOTHING;
  sorted.set(days);
  sorted.sort();
  const value = quantileOfSorted(sorted, p);
  let daysUpTo = 0;
  for (let i = 0; i < days.length; i++) if (days[i] <= value) daysUpTo++;
  const upTo = daysUpTo / days.length;
  for (let i = 0; i < days.length; i++) shares[i] = (days[i] <= value ? 1 : 0) - upTo;
  const steepness = steepnessAt(p, spreadOf(shares), (share) => quantileOfSorted(sorted, share));
  return {value, residuals: scaled(shares, -steepness), margin: 0, days: sorted};
}

/**
 * Seconds per share of people (or days) around a percentile, over four standard errors: none where it stands on many equal
 * times, such as no wait at all.
 */
function steepnessAt(p: Probability, spread: Spread | null, quantile: (share: Probability) => number): number {
  const window = 2 * (spread?.standardError ?? 0);
  const low = Math.max(0, p - window),
    high = Math.min(1, p + window);
  return high > low ? (quantile(high) - quantile(low)) / (high - low) : 0;
}

/** Σy / Σx; the plain mean of y where x is null. */
function ratio(y: Float64Array, x: Float64Array | null, residuals: Float64Array): Estimand {
  const n = y.length;
  const size = x === null ? n : compensatedSum(x);
  if (!(size > 0)) return NOTHING;
  const value = compensatedSum(y) / size;
  const mean = size / n;
  for (let i = 0; i < n; i++) {
    const z = y[i] - value * (x === null ? 1 : x[i]);
    residuals[i] = Math.abs(z) <= ROUNDING * Math.abs(y[i]) ? 0 : z / mean;
  }
  return {value, residuals, margin: 0};
}

function standardDeviation(sum: Float64Array, squares: Float64Array, count: Float64Array, residuals: Float64Array): Estimand {
  const n = count.length;
  const size = compensatedSum(count);
  if (!(size > 0)) return NOTHING;
  const mean = compensatedSum(sum) / size;
  const variance = compensatedSum(squares) / size - mean * mean;
  const sd = variance > ROUNDING * mean * mean ? Math.sqrt(variance) : 0;
  if (sd > 0) {
    const scale = (2 * sd * size) / n;
    for (let i = 0; i < n; i++) residuals[i] = (squares[i] - 2 * mean * sum[i] + (mean * mean - variance) * count[i]) / scale;
  }
  return {value: sd, residuals, margin: 0};
}

/** Each replication pulls by the influence of its people. Both ends of a bucket are as far off, so Gini moves by twice that at most. */
function influenced(
  {kind, group, pool}: Formula & {kind: "worst" | "gini"},
  found: Influenced | null,
  rows: Rows,
  residuals: Float64Array,
): Estimand {
  if (found === null) return NOTHING;
  const {value, influence} = found;
  const meanSize = rows.pooled(group, pool).size / rows.count;
  rows.addPeopleWeighed(group, pool, influence, residuals);
  for (let i = 0; i < residuals.length; i++) residuals[i] /= meanSize;
  return {value, residuals, margin: BUCKET_ERROR * value * (kind === "gini" ? 2 : 1)};
}

function quantile({group, pool, p}: Formula & {kind: "quantile"}, rows: Rows, shares: Float64Array): Estimand {
  const people = rows.pooled(group, pool);
  const value = people.quantile(p);
  if (value === null) return NOTHING;
  addShareResiduals(people, bucketOf(value), p, group, pool, rows, shares);
  const spread = spreadOf(shares);
  const steepness = steepnessAt(p, spread, (share) => people.quantile(share) ?? 0);
  return {value, residuals: scaled(shares, -steepness), margin: BUCKET_ERROR * value, share: {spread, pool: people}};
}

/** In place. */
function scaled(values: Float64Array, factor: number): Float64Array {
  for (let i = 0; i < values.length; i++) values[i] *= factor;
  return values;
}

/**
 * How much more than its part p each replication has of the people up to the percentile. Counts are kept at coarse edges, so
 * the residuals at the edge below and above are mixed, as much of each as gives the share p.
 */
function addShareResiduals(
  people: PooledHistogram,
  bucket: number,
  p: Probability,
  group: number,
  pool: Pool,
  rows: Rows,
  into: Float64Array,
): void {
  const coarse = coarseOf(bucket);
  const size = cleanSheet(0, rows.count);
  rows.addPeople(group, pool, size);
  const mean = people.size / size.length;
  const above = people.upTo(lastBucketOf(coarse)) / people.size;
  const below = coarse === 0 ? above : people.upTo(lastBucketOf(coarse - 1)) / people.size;
  const weight = coarse === 0 || p >= above ? 1 : p <= below ? 0 : (p - below) / (above - below);
  const upTo = cleanSheet(1, rows.count);
  const before = cleanSheet(2, rows.count);
  rows.addPeopleUpTo(group, pool, coarse, upTo, before);
  if (weight !== 0) for (let i = 0; i < size.length; i++) into[i] += (weight * (upTo[i] - above * size[i])) / mean;
  const rest = 1 - weight;
  if (rest !== 0) for (let i = 0; i < size.length; i++) into[i] += (rest * (before[i] - below * size[i])) / mean;
}
