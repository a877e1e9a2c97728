/**
 * Numbers to be had from a run, each with its standard error and 99.9 % interval. Most are measures of the house; the rest are
 * ratios of the same recorded sums (for example P(wait > 0), which no report prints).
 */
import {type Claim, claimFrom, claimOf} from "../estimate/claim.ts";
import type {Formula, Terms} from "../estimate/formula.ts";
import {claimBy, type Collector, type Which} from "../estimate/index.ts";
import {spreadOf} from "../estimate/interval.ts";
import * as sums from "../replication/row.ts";

export const CONFIDENCE = 0.999;

export type Numbered = (run: Collector) => Claim;

/** A measure by its name. */
export const measure =
  (metric: string, which: Which = {}): Numbered =>
  (run) =>
    claimBy(run, metric, {confidence: CONFIDENCE, ...which});

export const meanWait = measure("waitTime");
export const meanWaitOfServed = measure("waitTime", {population: "served"});
export const sdOfWait = measure("waitTime", {statistic: "sd"});
export const percentileOfWait = (percent: number): Numbered => measure("waitTime", {statistic: `p${percent}`});
export const meanSojourn = measure("sojournTime");
export const gaveUp = measure("abandonShare");
export const refused = measure("blockShare");
export const overtaken = measure("overtakenShare");
export const queueLength = measure("queueLength");
export const numberInSystem = measure("numberInSystem");
export const occupancy = measure("occupancy");
export const throughput = measure("throughput");

// Where the groups "fairness" and "distribution" are on.
export const slips = measure("slips");
export const skips = measure("skips");
export const skippers = measure("skipShare");
export const switches = measure("switches");
export const regret = measure("regretShare");
export const worstTenth = measure("waitTime", {statistic: "worst tenth"});
export const giniOfWaits = measure("waitTime", {statistic: "gini"});
export const giniOfDelays = measure("waitTime", {statistic: "gini", population: "delayed"});

// Sums of the row, as terms of a ratio.

type TermsOf = (run: Collector) => Terms;
/** A sum over everyone's visit. */
export const visits =
  (sum: number): TermsOf =>
  ({layout}) => [{column: layout.overall(layout.groupOf(-1, -1), sum), times: 1}];
/** A sum over everyone's visits to a station. */
export const atStation =
  (station: number, sum: number): TermsOf =>
  ({layout}) => [{column: layout.overall(layout.groupOf(station, -1), sum), times: 1}];
/** People who waited at most `within` seconds: served, or gave up. */
export const within =
  (outcome: "served" | "gave up", seconds: number): TermsOf =>
  ({layout, model}) => {
    const at = model.measures.waitWithin.indexOf(seconds);
    if (at < 0) throw new RangeError(`waits within ${seconds} s are not counted`);
    const column = layout.overall(layout.groupOf(-1, -1), outcome === "served" ? layout.servedWithin(at) : layout.gaveUpWithin(at));
    return [{column, times: 1}];
  };
export const clock =
  (sum: number, station = 0): TermsOf =>
  ({layout}) => [{column: layout.clock(station, sum), times: 1}];
export const day =
  (sum: number): TermsOf =>
  ({layout}) => [{column: layout.day(sum), times: 1}];

export const plus =
  (...parts: TermsOf[]): TermsOf =>
  (run) =>
    parts.flatMap((part) => part(run));
export const scaled =
  (factor: number, part: TermsOf): TermsOf =>
  (run) =>
    part(run).map(({column, times}) => ({column, times: factor * times}));
export const minus = (part: TermsOf, ...others: TermsOf[]): TermsOf => plus(part, ...others.map((other) => scaled(-1, other)));

function claimed(formula: Formula, run: Collector): Claim {
  // Correction and cutting at the possible are for reports; here the plain interval is wanted.
  return claimOf(formula, "", run, CONFIDENCE, "never");
}
export const ratio =
  (of: TermsOf, per: TermsOf): Numbered =>
  (run) =>
    claimed({kind: "ratio", of: of(run), per: per(run)}, run);
/** Per replication. */
export const meanOfDays =
  (of: TermsOf): Numbered =>
  (run) =>
    claimed({kind: "mean", of: of(run)}, run);

/** Affine functions of a number: a share of those who do not, another unit. */
export function affine(number: Numbered, factor: number, shift = 0): Numbered {
  return (run) => {
    const {value, halfWidth, low, high, standardError, skewness} = number(run);
    const move = (x: number | null) => (x === null ? null : factor * x + shift);
    const stretch = (x: number | null) => (x === null ? null : Math.abs(factor) * x);
    const [a, b] = [move(low), move(high)];
    return {
      value: move(value),
      halfWidth: stretch(halfWidth),
      low: factor < 0 ? b : a,
      high: factor < 0 ? a : b,
      standardError: stretch(standardError),
      skewness,
    };
  };
}
export const complementOf = (share: Numbered): Numbered => affine(share, -1, 1);

/** The share of replications in which something holds. */
export function shareOfReplications(run: Collector, holds: (replication: number) => boolean): Claim {
  return claimOfSample(Array.from({length: run.count}, (_, r) => (holds(r) ? 1 : 0)));
}

/** Mean of independent numbers. */
export function claimOfSample(sample: readonly number[]): Claim {
  const mean = sample.reduce((total, x) => total + x, 0) / sample.length;
  return claimFrom(mean, spreadOf(sample.map((x) => x - mean)), "", CONFIDENCE, "never");
}

/** A sum of two numbers, as uncertain as both at once at their worst. */
export function sum(a: Claim, b: Claim): Claim {
  const add = (x: number | null, y: number | null) => (x === null || y === null ? null : x + y);
  return {
    value: add(a.value, b.value),
    halfWidth: add(a.halfWidth, b.halfWidth),
    low: add(a.low, b.low),
    high: add(a.high, b.high),
    standardError: add(a.standardError, b.standardError),
    skewness: 0,
  };
}

/** Where the group "fairness" is on. */
export const fairly =
  (sum: number): TermsOf =>
  ({layout}) => [{column: layout.overall(layout.groupOf(-1, -1), layout.fairness(sum)), times: 1}];
const joined = plus(visits(sums.SERVED), visits(sums.GAVE_UP), visits(sums.TURNED_AWAY));
/** Over everybody discriminations sum to zero, so their mean square is their variance. */
export const varianceOfDiscrimination: Numbered = ratio(fairly(sums.DISCRIMINATION_SQUARED), joined);

const offered = visits(sums.OFFERED);
const all = plus(visits(sums.SERVED), visits(sums.GAVE_UP));
/** Waited longer than zero. */
export const delayed: Numbered = ratio(visits(sums.DELAYED), all);
/** Found every server busy: waited, or gave up without waiting. Needs `within: [0]`. */
export const foundAllBusy: Numbered = ratio(plus(visits(sums.DELAYED), within("gave up", 0)), all);
export const servedWithinOfOffered = (t: number): Numbered => ratio(within("served", t), offered);
export const servedWithinOfServed = (t: number): Numbered => ratio(within("served", t), visits(sums.SERVED));
export const waitWithin = (t: number): Numbered => ratio(plus(within("served", t), within("gave up", t)), all);
export const waitBeyond = (t: number): Numbered => complementOf(waitWithin(t));
export const gaveUpWithin = (t: number): Numbered => ratio(within("gave up", t), offered);
export const servedWithinWithoutShort = (t: number): Numbered => ratio(within("served", t), minus(offered, within("gave up", t)));
export const gaveUpOfAdmitted: Numbered = ratio(visits(sums.GAVE_UP), minus(offered, visits(sums.REFUSED)));

/** Half of the 99.9 % interval, as a share of the value. */
export function relativeWidth({value, halfWidth}: Claim): number {
  return value === null || halfWidth === null ? Number.NaN : halfWidth / Math.abs(value);
}

/** What a number must be, as surely as that is known. */
export interface Truth {
  truth: number;
  /** The truth's own standard error, when it was measured. */
  standardError?: number;
  /** What recording may be off, in the number's own unit: times are read back from buckets 0.4 % wide. */
  resolution?: number;
}

/** How many standard errors lie between an estimate and the truth. */
export function distance(claim: Claim, {truth, standardError = 0, resolution = 0}: Truth): number {
  const own = claim.standardError ?? Number.NaN;
  const error = Math.sqrt(own * own + standardError * standardError);
  const off = Math.max(0, Math.abs((claim.value ?? Number.NaN) - truth) - resolution);
  return off === 0 ? 0 : off / error;
}
