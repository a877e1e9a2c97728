/**
 * Model → Twin[]: which formula each station answers to, or why none. What is exact is tried first, then what is approximate.
 * Formulas speak of the long run; beside a day they say what would be if the day never ended.
 */
import type {Model, Row} from "../model/model.ts";
import {type Law, meanOf, squaredCVOf} from "../random/law.ts";
import type {Answer} from "../theory/answer.ts";
import {solveErlangC} from "../theory/erlang-c.ts";
import {solveGIMc} from "../theory/gimc.ts";
import type {LongRun} from "../theory/long-run.ts";
import {solveMG1} from "../theory/mg1.ts";
import {solvePriorities, solvePrioritiesOfMany} from "../theory/priority.ts";
import {MOST_LINES, solveShortestLine} from "../theory/shortest-line.ts";
import {gammaLaw} from "../theory/transform.ts";
import {dayTwin} from "./day.ts";
import {exponentialMean, momentsOf, squaredSkewnessOf} from "./law.ts";
import {type Place, placesOf} from "./place.ts";
import type {Reason} from "./reason.ts";
import {relaxationTime} from "./relaxation.ts";
import {type Arrivals, solveQueue} from "./solve-queue.ts";
import type {ClassStream} from "./stream.ts";
import type {NoTwin, Twin, TwinMeasure} from "./twin.ts";

export type {Reason} from "./reason.ts";
export type {NoTwin, Twin, TwinMeasure} from "./twin.ts";

/** One for each station, or for each class where classes are served in turn. */
export function findTwins(model: Model): (Twin | NoTwin)[] {
  const day = dayTwin(model);
  if (day !== null) return [day];
  return placesOf(model).flatMap((place) => ("reason" in place ? [place] : twinsOf(place, model)));
}

/** A formula for a place: Kendall's notation and what it answers; in turn by class where there are ranks. */
interface Solved {
  model: string;
  runs: {class: Row; longRun: LongRun}[];
  /** Only means hold: the order is not first come first served. */
  meansOnly: boolean;
}

function twinsOf(place: Place, model: Model): (Twin | NoTwin)[] {
  const {station} = place;
  const solved = solve(place);
  if (typeof solved === "string") return [{station, reason: solved}];
  const {waitWithin, percentiles} = model.measures;
  return solved.runs.map(({class: row, longRun}): Twin => {
    const means = measuresOf(longRun, place, row);
    const shares = solved.meansOnly ? [] : sharesOf(longRun, [...waitWithin], [...percentiles]);
    return {
      station,
      class: row,
      model: solved.model,
      regime: model.horizon.isDay ? "beside a day" : "long run",
      relaxation: memoryOf(place),
      squaredSkewness: skewnessAt(place, row),
      measures: [...means, ...shares],
    };
  });
}

const EVERYBODY = -1;

function solve(place: Place): Solved | Reason {
  const {stream, patience, ranks, lanes} = place;
  if (ranks !== null) return stream.kind === "poisson" && place.room === Infinity && lanes === null ? ofRanks(place) : "no formula";
  if (lanes !== null)
    return stream.kind === "poisson" && place.room === Infinity && patience === null ? ofLanes(place) : "lanes of this kind";
  switch (stream.kind) {
    case "poisson":
      return ofOneLine(place, {kind: "poisson", rate: arrivalRateOf(place)});
    case "renewal":
    case "population":
      return ofOneLine(place, stream);
    default:
      return "arrivals of no known kind";
  }
}

const everybody = (model: string, longRun: LongRun, meansOnly: boolean): Solved => ({
  model,
  runs: [{class: EVERYBODY, longRun}],
  meansOnly,
});

function arrivalRateOf({classes}: Place): number {
  return classes.reduce((sum, {rate}) => sum + rate, 0);
}

/** The work of anybody who comes. */
function serviceOf(place: Place): Law {
  const all = arrivalRateOf(place);
  const [first, ...others] = place.classes;
  if (others.every(({service}) => JSON.stringify(service) === JSON.stringify(first.service))) return first.service;
  return {kind: "mix", parts: place.classes.map(({rate, service}) => ({share: rate / all, law: service}))};
}

/** One line: the same formulas that a question in Kendall's notation is answered by. */
function ofOneLine(place: Place, arrivals: Arrivals): Solved | Reason {
  const {servers, room, patience, isFirstCome} = place;
  const solved = solveQueue({arrivals, service: serviceOf(place), servers, room, patience, isFirstCome});
  return typeof solved === "string" ? solved : everybody(solved.model, solved.longRun, solved.meansOnly);
}

/** A line each: what a lane says of waits holds for all; people are those of all lanes. */
function ofLanes(place: Place): Solved | Reason {
  const {servers, lanes} = place;
  const service = serviceOf(place);
  const arrivalRate = arrivalRateOf(place);
  const serviceTime = meanOf(service);
  const isExponential = exponentialMean(service) !== null;
  switch (lanes) {
    case "at random": {
      const rate = arrivalRate / servers;
      const lane = isExponential
        ? solveErlangC({arrivalRate: rate, serviceTime, servers: 1})
        : solveMG1({arrivalRate: rate, service: momentsOf(service)});
      return everybody(`${servers} × M/${isExponential ? "M" : "G"}/1`, ofAllLanes(lane, servers), false);
    }
    case "round robin":
      if (!isExponential) return "lanes of this kind";
      return everybody(
        `${servers} × E${servers}/M/1`,
        ofAllLanes(solveGIMc({interarrival: gammaLaw(servers / arrivalRate, servers), serviceTime, servers: 1}), servers),
        false,
      );
    case "shortest, and people switch":
      // No server idles while anybody waits, so as many people are there as with one line.
      if (!isExponential) return "lanes of this kind";
      return everybody(`M/M/${servers}`, solveErlangC({arrivalRate, serviceTime, servers}), true);
    default:
      if (!isExponential || servers > MOST_LINES) return "lanes of this kind";
      return everybody(`${servers} × M/M/1, shortest`, solveShortestLine({arrivalRate, serviceTime, servers}), true);
  }
}

function ofAllLanes(lane: LongRun, lanes: number): LongRun {
  const times = (one: Answer | undefined) => (one === undefined ? {} : {...one, value: one.value * lanes});
  return {
    ...lane,
    ...(lane.queueLength === undefined ? {} : {queueLength: times(lane.queueLength) as Answer}),
    ...(lane.numberInSystem === undefined ? {} : {numberInSystem: times(lane.numberInSystem) as Answer}),
    ...(lane.throughput === undefined ? {} : {throughput: times(lane.throughput) as Answer}),
  };
}

/** Classes in turn; classes of one rank are one class for those before and after them. */
function ofRanks(place: Place): Solved | Reason {
  const {classes, servers, interrupts} = place;
  const ranks = place.ranks!;
  const inTurn = [...new Set(ranks)].sort((a, b) => a - b).map((rank) => classes.filter((_, i) => ranks[i] === rank));
  const mean = exponentialMean(serviceOf(place));
  const label = `M/${mean === null ? "G" : "M"}/${servers}, ${interrupts === null ? "priority" : "interrupting"}`;
  const rates = inTurn.map((same) => same.reduce((sum, {rate}) => sum + rate, 0));
  let solved: LongRun[];
  if (mean !== null) solved = solvePrioritiesOfMany({arrivalRates: rates, serviceTime: mean, servers}, interrupts !== null);
  else if (servers === 1 && interrupts !== "resample") {
    const parts = inTurn.map((same, k) => ({arrivalRate: rates[k], service: momentsOf(serviceOf({...place, classes: same}))}));
    solved = solvePriorities(parts, interrupts !== null);
  } else return "priority with unlike service";
  // Of a rank with several classes only the wait is each class's own; or, where people are interrupted, the time until all is done.
  const own = (one: ClassStream, k: number): LongRun => {
    if (inTurn[k].length === 1) return solved[k];
    if (interrupts === null) return onlyWait(solved[k]);
    const before = inTurn.slice(0, k).reduce((sum, same, i) => sum + rates[i] * meanOf(serviceOf({...place, classes: same})), 0) / servers;
    const more = meanOf(one.service) - meanOf(serviceOf({...place, classes: inTurn[k]}));
    return onlySojourn(solved[k], more / (1 - before));
  };
  return {model: label, runs: inTurn.flatMap((same, k) => same.map((one) => ({class: one.row, longRun: own(one, k)}))), meansOnly: true};
}

/** Longer by the class's own service, with the interruptions while it lasts. */
function onlySojourn({sojournTime}: LongRun, longer: number): LongRun {
  if (sojournTime === undefined) return {};
  return {sojournTime: sojournTime.value < Infinity ? {...sojournTime, value: sojournTime.value + longer} : sojournTime};
}

function onlyWait({waitTime}: LongRun): LongRun {
  return waitTime === undefined ? {} : {waitTime};
}

/** The means that estimates have too, the mean wait first. */
function measuresOf(longRun: LongRun, place: Place, row: Row): TwinMeasure[] {
  const {waitTime, waitOfServed, waitVariance, sojournTime, queueLength, numberInSystem, occupancy, abandoned, blocked} = longRun;
  const measures: TwinMeasure[] = [];
  const add = (
    metric: string,
    statistic: string,
    population: TwinMeasure["population"],
    unit: TwinMeasure["unit"],
    found: Answer | undefined,
  ) => {
    if (found !== undefined) measures.push({metric, statistic, population, unit, answer: found});
  };
  const isPatient = place.patience === null;
  // A simulated wait ends where service first starts; that of the formulas goes on while interrupted.
  if (place.interrupts === null) add("waitTime", "mean", "all", "s", waitTime);
  if (!isPatient && place.isFirstCome) add("waitTime", "mean", "served", "s", waitOfServed);
  if (waitVariance !== undefined && place.isFirstCome && place.lanes !== "shortest, and people switch")
    add("waitTime", "sd", "all", "s", {...waitVariance, value: Math.sqrt(waitVariance.value)});
  if (isPatient) add("sojournTime", "mean", "served", "s", sojournTime);
  if (row === EVERYBODY) {
    add("queueLength", "mean", null, "people", queueLength);
    add("numberInSystem", "mean", null, "people", numberInSystem);
    add("occupancy", "share", null, "share", occupancy);
  }
  if (!isPatient) add("abandonShare", "share", null, "share", abandoned);
  if (place.room < Infinity) add("blockShare", "share", null, "share", blocked);
  return measures;
}

/** Shares within a time, and percentiles, where the formula gives the whole distribution. */
function sharesOf(longRun: LongRun, within: readonly number[], percentiles: readonly number[]): TwinMeasure[] {
  const {waitBeyond, waitPercentile, servedWithin, blocked} = longRun;
  // Formulas ask of all who come, a service level of those who find room.
  const admitted = 1 - (blocked?.value ?? 0);
  const shares = within.flatMap((time): TwinMeasure[] => {
    const statistic = `within ${time} s`;
    const found: TwinMeasure[] = [];
    if (waitBeyond !== undefined) {
      const beyond = waitBeyond(time);
      found.push({metric: "waitTime", statistic, population: "all", unit: "share", answer: {...beyond, value: 1 - beyond.value}});
    }
    if (servedWithin !== undefined && admitted > 0) {
      const served = servedWithin(time);
      found.push({
        metric: "serviceLevel",
        statistic,
        population: "all",
        unit: "share",
        answer: {...served, value: served.value / admitted},
      });
    }
    return found;
  });
  const quantiles =
    waitPercentile === undefined
      ? []
      : percentiles.map(
          (share): TwinMeasure => ({
            metric: "waitTime",
            statistic: `p${Number((100 * share).toPrecision(12))}`,
            population: "all",
            unit: "s",
            answer: waitPercentile(share),
          }),
        );
  return [...shares, ...quantiles];
}

/** A class of few has less to show: as many times more of everybody must come. */
function skewnessAt(place: Place, row: Row): number {
  const {stream, classes} = place;
  const ofIntervals = stream.kind === "renewal" ? squaredSkewnessOf(stream.between) : 0;
  const own = classes.find((one) => one.row === row);
  const share = own === undefined ? 1 : own.rate / arrivalRateOf(place);
  return Math.max(squaredSkewnessOf(serviceOf(place)), ofIntervals) / share;
}

function memoryOf(place: Place): number {
  const {servers, room, patience, lanes, stream} = place;
  const service = serviceOf(place);
  // Few members forget soon: when each has been away once, and all could have been served one after another.
  if (stream.kind === "population") return Math.max(meanOf(stream.away), (stream.members * meanOf(service)) / servers);
  const isEach = lanes === "at random" || lanes === "round robin" || lanes === "shortest";
  const share = isEach ? servers : 1;
  const arrivalCV = stream.kind === "renewal" ? squaredCVOf(stream.between) : 1;
  return relaxationTime({
    arrivalRate: arrivalRateOf(place) / share,
    serviceTime: meanOf(service),
    servers: isEach ? 1 : servers,
    variability: (arrivalCV + squaredCVOf(service)) / 2,
    patience: patience === null ? null : meanOf(patience),
    room,
  });
}
