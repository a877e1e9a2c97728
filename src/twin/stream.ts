/**
 * Who comes to each station, and how: the streams of customers that formulas ask for.
 *
 *   poisson      at random, at a constant rate; also what an open network of Markovian stations hands on, where each
 *                station behaves as if its customers came at random (Jackson 1957)
 *   renewal      at independent intervals
 *   batches      several at a time, the batches at random
 *   population   each of a few members comes back after a time away
 */
import {DELAY, LEAVE, type Model, NOBODY, POISSON, POPULATION, RENEWAL, type Row, type SourceTable, VISIT} from "../model/model.ts";
import {type Law, meanOf, squaredCVOf} from "../random/law.ts";
import type {PerSecond, Seconds} from "../units.ts";
import type {Reason} from "./reason.ts";

export type Stream =
  | {kind: "poisson"}
  | {kind: "renewal"; between: Law}
  | {kind: "batches"; size: Int32Array; share: Float64Array}
  | {kind: "population"; members: number; away: Law};

/** One class at one station. */
export interface ClassStream {
  row: Row;
  /** Visits a second, in the long run, if nobody is lost. */
  rate: PerSecond;
  /** Work of a visit, in seconds of a server of speed 1. */
  service: Law;
}

/** What all that comes has gone through from the door to its last visit here: a start that those places remember is felt here too. */
export interface Journey {
  /** By station: visits of one customer, of the class that makes most. */
  visits: Float64Array;
  /** That pass without anybody's work. */
  delays: Seconds;
}

/** What comes to a station, or why no formula speaks of it. `journey` is null where customers come from the door, and once. */
export type Coming = {stream: Stream; classes: ClassStream[]; journey: Journey | null} | {reason: Reason};

/** A source as a stream of its own, or why it is none that formulas know. */
function streamOf(source: SourceTable): {stream: Stream; rate: PerSecond} | {reason: Reason} {
  const {process, rateFrom, rateTo, batchSize, batchShare, busyness, between} = source;
  if (busyness > 0) return {reason: "busyness"};
  if (process === POISSON) {
    const rate = rateFrom[0];
    const isConstant = rate > 0 && rateFrom.every((from, i) => from === rate && rateTo[i] === rate);
    if (!isConstant) return {reason: "arrivals by the clock"};
    if (batchSize.length === 1 && batchSize[0] === 1) return {stream: {kind: "poisson"}, rate};
    return {stream: {kind: "batches", size: batchSize, share: batchShare}, rate: rate * meanBatch(source)};
  }
  if (batchSize.length > 1 || batchSize[0] > 1) return {reason: "arrivals of no known kind"};
  if (process === RENEWAL && between !== null) return {stream: {kind: "renewal", between}, rate: 1 / meanOf(between)};
  if (process === POPULATION && between !== null) {
    const members = source.members ?? 0;
    return {stream: {kind: "population", members, away: between}, rate: members / meanOf(between)};
  }
  return {reason: "arrivals of no known kind"};
}

function meanBatch({batchSize, batchShare}: SourceTable): number {
  let mean = 0;
  for (let i = 0; i < batchSize.length; i++) mean += batchSize[i] * (batchShare[i] - (i === 0 ? 0 : batchShare[i - 1]));
  return mean;
}

/** Customers of each class a second at the door. */
function ratesAtTheDoor(sources: readonly {table: SourceTable; rate: PerSecond}[], classes: number): Float64Array {
  const rates = new Float64Array(classes);
  for (const {table, rate} of sources) {
    for (let i = 0; i < table.mixClass.length; i++) {
      rates[table.mixClass[i]] += rate * (table.mixShare[i] - (i === 0 ? 0 : table.mixShare[i - 1]));
    }
  }
  return rates;
}

/**
 * By station. `handsOn` says whether a station hands these customers on at random, as a Markovian station without loss does that is not
 * overloaded.
 */
export function comingTo(model: Model, handsOn: (station: Row, classes: readonly ClassStream[]) => boolean): Coming[] {
  const {sources, classes, stations} = model;
  const known = sources.map((table) => ({table, ...streamOf(table)}));
  const unknown = known.find((source) => "reason" in source);
  if (unknown !== undefined && "reason" in unknown) return stations.map(() => ({reason: unknown.reason}));
  const streams = known.filter((source) => "stream" in source);
  const door = ratesAtTheDoor(streams, classes.length);
  const visits = classes.map((_, row) => visitsOf(model, row));
  const isPoisson = streams.every(({stream}) => stream.kind === "poisson");
  const classesAt = stations.map((_, station) =>
    classes.flatMap((__, row): ClassStream[] => {
      const rate = door[row] * visitsAt(model, visits[row], station);
      return rate === 0 ? [] : [{row, rate, service: workAt(model, row, visits[row], station)}];
    }),
  );
  const isMarkovNetwork = isPoisson && classesAt.every((here, station) => here.length === 0 || handsOn(station, here));
  const journey = isMarkovNetwork ? journeyOf(model, visits, door) : null;

  return classesAt.map((here, station): Coming => {
    if (here.length === 0) return {reason: "nobody comes"};
    const isFirstAndOnce = here.every(({row}) => firstStation(model, row) === station && visitsAt(model, visits[row], station) === 1);
    if (isFirstAndOnce && isPoisson) return {stream: {kind: "poisson"}, classes: here, journey: null};
    if (isMarkovNetwork) return {stream: {kind: "poisson"}, classes: here, journey};
    if (!isFirstAndOnce) return {reason: "comes from elsewhere"};
    if (streams.length > 1) return {reason: "several sources"};
    // Where only some of the classes come, what comes is part of the stream, with intervals of another law.
    if (here.length < door.filter((rate) => rate > 0).length) return {reason: "arrivals of no known kind"};
    const [{stream}] = streams;
    const isWholeVisit = here.every(({row}) =>
      model.steps.every(({does, station: at}, step) => visits[row][step] === 0 || does === LEAVE || at === station),
    );
    return stream.kind === "population" && !isWholeVisit ? {reason: "comes from elsewhere"} : {stream, classes: here, journey: null};
  });
}

/** The work of one visit, whichever step it is made by. */
function workAt(model: Model, row: Row, visits: Float64Array, station: Row): Law {
  const steps = stepsAt(model, station).filter((step) => visits[step] > 0);
  const laws = steps.map((step) => model.steps[step].law[row]!);
  if (laws.length === 1) return laws[0];
  const all = visitsAt(model, visits, station);
  return {kind: "mix", parts: laws.map((law, i) => ({share: visits[steps[i]] / all, law}))};
}

function stepsAt({steps}: Model, station: Row): Row[] {
  return steps.flatMap((step, row) => (step.does === VISIT && step.station === station ? [row] : []));
}

function visitsAt(model: Model, visits: Float64Array, station: Row): number {
  return stepsAt(model, station).reduce((sum, step) => sum + visits[step], 0);
}

function firstStation({classes, steps}: Model, row: Row): Row {
  const first = steps[classes[row].firstStep];
  return first.does === VISIT ? first.station : NOBODY;
}

/** Of everybody together: whichever station a class does not come to may yet be before others of the classes it meets. */
function journeyOf(model: Model, visits: readonly Float64Array[], door: Float64Array): Journey {
  const {steps, stations} = model;
  const coming = visits.filter((_, row) => door[row] > 0);
  const most = (of: (visits: Float64Array, row: Row) => number) => Math.max(...coming.map((one) => of(one, visits.indexOf(one))));
  return {
    visits: Float64Array.from(stations, (_, station) => most((one) => visitsAt(model, one, station))),
    delays: most((one, row) =>
      steps.reduce((sum, {does, law}, step) => {
        const delay = does === DELAY && one[step] > 0 ? law[row] : null;
        // What is left of a delay under way, where that is more than a whole one.
        return delay === null ? sum : sum + Math.max(1, one[step]) * meanOf(delay) * Math.max(1, (1 + squaredCVOf(delay)) / 2);
      }, 0),
    ),
  };
}

/** How often a customer of the class takes each step: v = e + Pᵀ v, by going round until nothing changes. */
function visitsOf({classes, steps}: Model, row: Row): Float64Array {
  const visits = new Float64Array(steps.length);
  let wave = new Float64Array(steps.length);
  wave[classes[row].firstStep] = 1;
  for (let round = 0; round < MOST_ROUNDS && wave.some((share) => share > LEAST_SHARE); round++) {
    const next = new Float64Array(steps.length);
    for (let step = 0; step < steps.length; step++) {
      if (wave[step] === 0) continue;
      visits[step] += wave[step];
      const {next: only, branchTo, branchShare} = steps[step];
      if (only !== NOBODY) next[only] += wave[step];
      for (let i = 0; i < branchTo.length; i++) next[branchTo[i]] += wave[step] * (branchShare[i] - (i === 0 ? 0 : branchShare[i - 1]));
    }
    wave = next;
  }
  return visits;
}

const MOST_ROUNDS = 10_000;
const LEAST_SHARE = 1e-17;
