/**
 * Formulas beside the simulation: what each says next to what was simulated, and the alarm where an exact one is contradicted.
 *
 * The alarm is an internal error, not a finding about the scenario: both answer the same question, so one of them is wrong. It
 * asks for at least 20 replications, each at least as long as the place remembers its start, and enough of whatever is rare in them;
 * then it goes by Student's t at 1e-9 divided by the number of comparisons made. An empty start that the warm-up has not quite
 * forgotten is no error of ours: what may be left of it, as exp(-warm-up ÷ relaxation), is allowed for.
 */
import {claimOfMeasure} from "../estimate/claim.ts";
import {evaluate} from "../estimate/formula.ts";
import type {Collector} from "../estimate/index.ts";
import type {Measure} from "../estimate/measures.ts";
import {exp} from "../math/index.ts";
import type {Model} from "../model/model.ts";
import {meanOf} from "../random/law.ts";
import type {NoTwin, Twin, TwinMeasure} from "../twin/find-twins.ts";
import type {PerSecond, Probability} from "../units.ts";
import type {TwinRow} from "./comparison.ts";

/** Fewer replications say too little of their own spread to contradict anything. */
const LEAST_REPLICATIONS = 20;
/** Each must be long enough to be a fair sample of what the place does: so many relaxation times. */
const LEAST_LENGTH = 1;
/** A number is judged where so many of what makes it are to be expected, in bunches as long as the place remembers. */
const LEAST_OUTCOMES = 25;
/** So many customers for each unit of squared skewness: some 25 of those few who carry most of the work. */
const LEAST_CUSTOMERS = 6;
/** Of a false alarm in one command. */
const FALSE_ALARM: Probability = 1e-9;
/** A warm-up of so many relaxation times has forgotten an empty start for every purpose. */
const LEAST_WARM_UP = 3;

export interface Disagreement {
  design: string;
  station: string;
  model: string;
  metric: string;
  statistic: string;
  exact: number;
  low: number;
  high: number;
}

/** What the result holds of a design's twins. */
export function twinRows(collector: Collector, twins: readonly (Twin | NoTwin)[], confidence: Probability): TwinRow[] {
  const {stations, classes} = collector.measures.names;
  return twins.map((twin): TwinRow => {
    const where = {design: collector.design, station: stations[twin.station]};
    if ("reason" in twin) return {...where, class: null, model: null, reason: twin.reason, isSameQuestion: false, measures: []};
    return {
      ...where,
      class: twin.class < 0 ? null : classes[twin.class],
      model: twin.model,
      reason: null,
      isSameQuestion: isSameQuestion(collector.model, twin),
      measures: twin.measures.flatMap((measure) => rowOf(collector, twin, measure, confidence)),
    };
  });
}

function rowOf(collector: Collector, twin: Twin, measure: TwinMeasure, confidence: Probability): TwinRow["measures"] {
  const found = measureOf(collector, twin, measure);
  if (found === null) return [];
  const {value, halfWidth, low, high} = claimOfMeasure(found, evaluate(found.formula, collector), collector, confidence);
  const {metric, statistic, population, unit, answer} = measure;
  return [
    {
      metric,
      statistic,
      population,
      unit,
      value: answer.value === Infinity ? null : answer.value,
      kind: answer.kind,
      formula: answer.name,
      validity: answer.validity,
      source: answer.source,
      simulated: value === null ? null : {value, halfWidth, low, high},
    },
  ];
}

/** The same number of the simulation: at the station, or of the whole visit where there is one station only. */
function measureOf(collector: Collector, {station, class: row}: Twin, {metric, statistic, population}: TwinMeasure): Measure | null {
  const {stations, classes} = collector.measures.names;
  const name = row < 0 ? null : classes[row];
  const isIt = (measure: Measure, place: string | null) =>
    measure.metric === metric &&
    measure.statistic === statistic &&
    measure.population === population &&
    measure.class === name &&
    measure.period === null &&
    measure.station === place;
  const here = collector.overall.find((measure) => isIt(measure, stations[station]));
  if (here !== undefined) return here;
  return stations.length > 1 ? null : (collector.overall.find((measure) => isIt(measure, null)) ?? null);
}

/** Whether the formula answers what was simulated: of the long run, only if the start is far enough behind. */
function isSameQuestion(model: Model, {regime, relaxation}: Twin): boolean {
  return regime === "this day" || (regime === "long run" && warmUpOf(model) >= LEAST_WARM_UP * relaxation);
}

/** In seconds; a warm-up told in customers lasts as long as so many take to come. */
function warmUpOf(model: Model): number {
  const {warmUp, warmUpCustomers} = model.horizon;
  return warmUp > 0 ? warmUp : timeOf(warmUpCustomers, model);
}

/** Counted, of each replication, in seconds, at least. */
function lengthOf(model: Model): number {
  const {customers, startsAt, endsAt, warmUp, warmUpCustomers} = model.horizon;
  return customers === Infinity ? endsAt - startsAt - warmUp : timeOf(customers - warmUpCustomers, model);
}

/** How long so many customers take to come. */
function timeOf(customers: number, model: Model): number {
  const rate = rateOf(model);
  return rate > 0 ? customers / rate : 0;
}

/** Arrivals a second, at most: members of a population come no more often than if they were never here. */
function rateOf({sources}: Model): PerSecond {
  return sources.reduce((sum, {rateFrom, between, members}) => {
    return sum + (between === null ? (rateFrom[0] ?? 0) : Math.max(1, members ?? 1) / meanOf(between));
  }, 0);
}

/**
 * Whether replications can be trusted to know their own spread: a run in which the rare that makes a mean has hardly happened looks
 * surer than it is, and one in which a rare outcome never happened looks certain.
 */
function isFairSample({model, count}: Collector, twin: Twin, measure: TwinMeasure): boolean {
  const {arrivalRate, relaxation, squaredSkewness} = twin;
  const length = lengthOf(model);
  const customers = count * length * arrivalRate;
  if (length < LEAST_LENGTH * relaxation || customers < LEAST_CUSTOMERS * squaredSkewness) return false;
  // What happens to customers who come one by one happens to no more than come.
  const looks = Math.min(customers, (count * length) / relaxation);
  return rarityOf(measure, twin) * looks >= LEAST_OUTCOMES;
}

/**
 * The share of customers, or of time, at least, that makes the number what it is. Who waits at all waits no longer than the place
 * remembers, on average; so a mean wait says how many wait at least.
 */
function rarityOf({metric, unit, answer: {value}}: TwinMeasure, {measures, relaxation}: Twin): Probability {
  const ofWait = (wait: number) => Math.min(1, wait / relaxation);
  switch (metric) {
    case "occupancy":
      return 1;
    case "waitTime":
      return unit === "share" ? Math.min(value, 1 - value) : ofWait(value);
    case "queueLength":
      // The same people, seen by the clock.
      return ofWait(measures.find((one) => one.metric === "waitTime" && one.statistic === "mean")?.answer.value ?? Infinity);
    default:
      return unit === "share" ? Math.min(value, 1 - value) : 1;
  }
}

/** How many comparisons all designs make: the fewer, the sooner one of them says something. */
export function comparisonsOf(collectors: readonly Collector[], twins: readonly (readonly (Twin | NoTwin)[])[]): number {
  return collectors.reduce((sum, collector, i) => sum + comparedOf(collector, twins[i]).length, 0);
}

function comparedOf(collector: Collector, twins: readonly (Twin | NoTwin)[]): {twin: Twin; compared: TwinMeasure; measure: Measure}[] {
  return twins.flatMap((twin) => {
    if ("reason" in twin || !isSameQuestion(collector.model, twin)) return [];
    return twin.measures.flatMap((compared) => {
      const {answer, statistic} = compared;
      const isMean = statistic === "mean" || statistic === "share" || statistic.startsWith("within ");
      const measure =
        isMean && answer.kind === "exact" && answer.value < Infinity && isFairSample(collector, twin, compared)
          ? measureOf(collector, twin, compared)
          : null;
      return measure === null ? [] : [{twin, compared, measure}];
    });
  });
}

/** Exact formulas that the simulation contradicts. Nobody should ever see one. */
export function disagreementsOf(collector: Collector, twins: readonly (Twin | NoTwin)[], comparisons: number): Disagreement[] {
  if (collector.count < LEAST_REPLICATIONS) return [];
  return comparedOf(collector, twins).flatMap(({twin, compared, measure}) => {
    const {value, low, high} = claimOfMeasure(
      measure,
      evaluate(measure.formula, collector),
      collector,
      1 - FALSE_ALARM / Math.max(1, comparisons),
    );
    if (value === null || low === null || high === null) return [];
    const exact = compared.answer.value;
    const remembered = twin.regime === "this day" ? 0 : exp(-warmUpOf(collector.model) / twin.relaxation);
    const slack = exact * (remembered + 1e-9);
    if (exact >= low - slack && exact <= high + slack) return [];
    const {metric, statistic} = compared;
    const station = collector.measures.names.stations[twin.station];
    return [{design: collector.design, station, model: twin.model, metric, statistic, exact, low, high}];
  });
}
