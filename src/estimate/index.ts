/** What we may claim of one design: every number with its interval, every goal judged. */
import {CARRY_OVER, type Model} from "../model/model.ts";
import {BUSY, SOJOURN, STAFFED, SYSTEM_AREA, TURNED_AWAY, WAIT_GAVE_UP} from "../replication/row.ts";
import type {Replication} from "../replication/replication.ts";
import type {Costs, Goal} from "../scenario/scenario.ts";
import type {Probability} from "../units.ts";
import {type Claim, claimFrom, claimOfMeasure} from "./claim.ts";
import {Collector} from "./collector.ts";
import {type Caution, type Distribution, type Estimate, type EstimateRow, type Population, THIN_TAIL} from "./estimate.ts";
import {type Estimand, evaluate, totalOf} from "./formula.ts";
import {type Correction, intervalAround, spreadOf} from "./interval.ts";
import {judge} from "./judge.ts";
import {type Measure, MeasureList, type Subject, type SubjectNames} from "./measures.ts";
import {gridOf} from "./survival.ts";

export type * from "./estimate.ts";
export {Collector, type CollectorOptions} from "./collector.ts";

export interface EstimateOptions {
  /** 0.95 when left out. */
  confidence?: Probability;
  /** The collector's when left out. */
  goals?: readonly Goal[];
  costs?: Costs | null;
  names?: SubjectNames;
}

/** Below so many replications an interval is not to be leaned on. */
const FEW = 20;
/** Skewness / √n from which even the corrected interval covers less than it says (`docs/statistics.md`). */
const VERY_SKEWED = 0.4;
/** Busy share of staffed time at which a long run has no end to its line in sight. */
const OVERLOADED = 0.999;
/** People who come stay so many times as long, summed up, as people are there meanwhile: the line grows. In the long run both are the same (L = λW). */
const GROWING = 1.02;
const SURE = 0.999;

/**
 * Everything a design's replications allow to claim.
 *
 * @throws RangeError if there are no replications, or a goal judges what was not recorded
 */
export function estimate(collector: Collector, options: EstimateOptions = {}): Estimate {
  return estimateAloud(collector, options, false, () => {});
}

/**
 * The same for who needs the replications behind each measure over the whole replication too: `hear` is told of them one by one, and may
 * keep what it is told with `isKept`; otherwise the next measure writes over it.
 */
export function estimateAloud(
  collector: Collector,
  options: EstimateOptions,
  isKept: boolean,
  hear: (measure: Measure, estimand: Estimand) => void,
): Estimate {
  const {confidence = 0.95, goals = collector.goals, costs = collector.costs} = options;
  if (collector.count === 0) throw new RangeError("there are no replications to estimate from");
  const {design} = collector;
  const measures = options.names === undefined ? collector.measures : new MeasureList(collector.model, options.names);
  const rows: EstimateRow[] = [];
  const cautions = new Cautions(design);
  const isAlone = collector.series !== null;
  if (isAlone) cautions.add("one long run", "replications", collector.count);
  else if (collector.count < FEW) cautions.add("few replications", "replications", collector.count);
  for (const measure of measures.overall(costs)) {
    const estimand = evaluate(measure.formula, collector, isKept);
    hear(measure, estimand);
    const claim = claimOfMeasure(measure, estimand, collector, confidence);
    rows.push(rowOf(collector, measure, claim, confidence));
    if (claim.value === null) cautions.nobody(measure);
    if (isAlone && isMeanWait(measure)) {
      if (claim.halfWidth === null || claim.isLongEnough === false) cautions.add("run too short", "waitTime", peopleIn(measure, collector));
    } else if (
      measure.metric === "waitTime" &&
      measure.statistic === "mean" &&
      measure.population === "all" &&
      Math.abs(claim.skewness) > VERY_SKEWED
    ) {
      cautions.add("skewed", "waitTime", claim.skewness, measure);
    }
    if (measure.formula.kind === "quantile" && measure.population === "all" && claim.value !== null) {
      const inTail = totalOf(measure.formula.count, collector) * (1 - measure.formula.p);
      if (inTail < THIN_TAIL || (claim.high === null && !isAlone)) cautions.thinTail(measure, inTail);
    }
  }
  collector.periods.measures.forEach((measure, cell) => {
    const {value, spread} = collector.periods.claim(cell);
    const named = options.names === undefined ? measure : {...measure, ...renamed(measure, collector, options.names)};
    rows.push(rowOf(collector, named, claimFrom(value, spread, measure.unit, confidence), confidence));
    if (value === null) cautions.nobody(named);
  });
  addClosingAndOverload(cautions, collector);
  return {
    design,
    replications: collector.count,
    confidence,
    rows,
    goals: goals.map((goal) => judge(goal, collector, confidence)),
    distributions: distributionsOf(collector, measures),
    cautions: cautions.list,
  };
}

/** Of everybody, over the whole visit. */
function isMeanWait({metric, statistic, population, station, class: of}: Measure): boolean {
  return metric === "waitTime" && statistic === "mean" && population === "all" && station === null && of === null;
}

/** How many people a mean is of. */
function peopleIn({formula}: Measure, collector: Collector): number {
  return formula.kind === "ratio" ? totalOf(formula.per, collector) : 0;
}

/** Which claim, for `estimateOf`. */
export interface Which {
  /** "mean", or "share" for a share, when left out. */
  statistic?: string;
  /** Everybody where the metric tells populations apart, when left out. */
  population?: Population | null;
  station?: string | null;
  class?: string | null;
  period?: string | null;
  confidence?: Probability;
  correction?: Correction;
}

export interface EstimateOf extends Claim {
  confidence: Probability;
  replications: number;
}

/**
 * One number with its interval, straight from replications.
 *
 * @throws RangeError if the model has no such measure; the message lists what there is
 * @example estimateOf(simulate(model, 0, 400), model, "waitTime", {statistic: "p95", population: "served"})
 */
export function estimateOf(replications: readonly Replication[], model: Model, metric: string, which: Which = {}): EstimateOf {
  const collector = new Collector(model, {design: "", first: replications[0]?.index ?? 0});
  for (const replication of replications) collector.take(replication);
  return claimBy(collector, metric, which);
}

/** As `estimateOf`, from replications that were collected. */
export function claimBy(collector: Collector, metric: string, which: Which = {}): EstimateOf {
  const {confidence = 0.95, correction = "when it matters"} = which;
  const rest = {confidence, replications: collector.count};
  const isAsked = (subject: Subject) =>
    subject.metric === metric &&
    subject.station === (which.station ?? null) &&
    subject.class === (which.class ?? null) &&
    subject.period === (which.period ?? null) &&
    (which.statistic === undefined
      ? subject.statistic === "mean" || subject.statistic === "share" || subject.statistic === "total"
      : subject.statistic === which.statistic) &&
    (which.population === undefined
      ? subject.population === null || subject.population === "all" || subject.metric === "sojournTime"
      : subject.population === which.population);
  if (which.period !== undefined && which.period !== null) {
    const cell = collector.periods.measures.findIndex(isAsked);
    if (cell >= 0) {
      const {value, spread} = collector.periods.claim(cell);
      return {...claimFrom(value, spread, collector.periods.measures[cell].unit, confidence, correction), ...rest};
    }
  }
  const measures = collector.overall;
  const measure = measures.find(isAsked);
  if (measure === undefined)
    throw new RangeError(`no such measure: ${metric} ${JSON.stringify(which)}; there are ${listOf(measures, metric)}`);
  return {...claimOfMeasure(measure, evaluate(measure.formula, collector), collector, confidence, correction), ...rest};
}

function listOf(measures: readonly Measure[], metric: string): string {
  const near = measures.filter((measure) => measure.metric === metric);
  if (near.length === 0) return [...new Set(measures.map((measure) => measure.metric))].join(", ");
  return near
    .map((m) => [m.statistic, m.population, m.station && `at ${m.station}`, m.class && `of ${m.class}`].filter(Boolean).join(" "))
    .join("; ");
}

function rowOf(collector: Collector, subject: Subject, {value, halfWidth, low, high}: Claim, confidence: Probability): EstimateRow {
  return {
    design: collector.design,
    station: subject.station,
    class: subject.class,
    period: subject.period,
    metric: subject.metric,
    statistic: subject.statistic,
    population: subject.population,
    unit: subject.unit,
    value,
    halfWidth,
    low,
    high,
    confidence,
    replications: collector.count,
  };
}

function renamed(subject: Subject, collector: Collector, names: SubjectNames): {station: string | null; class: string | null} {
  const {stations, classes} = collector.measures.names;
  return {
    station: subject.station === null ? null : names.stations[stations.indexOf(subject.station)],
    class: subject.class === null ? null : names.classes[classes.indexOf(subject.class)],
  };
}

function distributionsOf(collector: Collector, {names}: MeasureList): Distribution[] {
  return collector.layout.groups.flatMap((group, row) => {
    if (group.station >= 0) return [];
    const pool = collector.pooled(row, "all");
    if (pool.size === 0) return [];
    const at = gridOf(pool);
    return [
      {
        design: collector.design,
        class: group.class < 0 ? null : names.classes[group.class],
        population: "all" as const,
        at,
        longer: pool.longerThan(at),
      },
    ];
  });
}

/** Who was still waiting at the end of the day, and a long run that cannot keep up. */
function addClosingAndOverload(cautions: Cautions, collector: Collector): void {
  const {model, layout, count} = collector;
  const {horizon} = model;
  if (horizon.isDay && horizon.closing === CARRY_OVER) {
    const left = totalOf([{column: layout.overall(layout.groupOf(-1, -1), TURNED_AWAY), times: 1}], collector);
    if (left > 0) cautions.add("left for tomorrow", "everyone", left / count);
  }
  if (horizon.isDay) return;
  model.stations.forEach((_, station) => {
    const busy = totalOf([{column: layout.clock(station, BUSY), times: 1}], collector);
    const staffed = totalOf([{column: layout.clock(station, STAFFED), times: 1}], collector);
    const name = collector.measures.names.stations[station];
    if (staffed > 0 && busy / staffed > OVERLOADED) cautions.add("overload", name, busy / staffed);
    else if (isGrowing(collector, station)) cautions.add("growing", name, null);
  });
}

/** Whoever comes to a line that grows stays longer than those who were there before. */
function isGrowing(collector: Collector, station: number): boolean {
  const {layout} = collector;
  const group = layout.groupOf(station, -1);
  const stays = [SOJOURN, WAIT_GAVE_UP].map((sum) => ({column: layout.overall(group, sum), times: 1}));
  const present = [{column: layout.clock(station, SYSTEM_AREA), times: 1}];
  const {value, residuals} = evaluate({kind: "ratio", of: stays, per: present}, collector, false);
  const spread = residuals === null ? null : spreadOf(residuals);
  return value !== null && spread !== null && intervalAround(value, spread, SURE).low > GROWING;
}

/** Each finding once. */
class Cautions {
  readonly list: Caution[] = [];
  private readonly design: string;
  private readonly said = new Set<string>();

  constructor(design: string) {
    this.design = design;
  }

  add(kind: Caution["kind"], subject: string, value: number | null, about: Subject | null = null): void {
    const caution: Caution = {kind, design: this.design, subject, value};
    if (about !== null)
      Object.assign(caution, {population: about.population, station: about.station, class: about.class, period: about.period});
    this.list.push(caution);
  }

  /** Of the lowest percentile that is thin: the higher ones are thinner. Percentiles come in ascending order. */
  thinTail(subject: Subject, inTail: number): void {
    if (!this.isNew("thin tail", subject)) return;
    this.add("thin tail", placed(`${subject.metric} ${subject.statistic}`, subject), inTail, subject);
  }

  /** Once where there is nobody at all, else once per population: ten measures of nobody are one finding. */
  nobody(subject: Subject): void {
    const {population, metric} = subject;
    if (this.said.has(keyOfPlace("nobody", subject))) return;
    const who = population === null || population === "all" ? "nobody" : population;
    if (!this.isNew(metric === "occupancy" ? metric : who, subject)) return;
    this.add("nobody there", placed(metric === "occupancy" ? metric : who === "nobody" ? "" : who, subject), null, subject);
  }

  private isNew(kind: string, subject: Subject): boolean {
    const key = keyOfPlace(kind, subject);
    if (this.said.has(key)) return false;
    this.said.add(key);
    return true;
  }
}

function keyOfPlace(kind: string, {station, class: of, period}: Subject): string {
  return JSON.stringify([kind, station, of, period]);
}

/** "waitTime p99, business, desk, 09:00-09:30": what is left out is everyone, everywhere, always. */
function placed(what: string, {station, class: of, period}: Subject): string {
  return [what, of, station, period].filter((part) => part !== null && part !== "").join(", ") || "everyone";
}
