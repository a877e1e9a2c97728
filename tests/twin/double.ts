/** A test double of a station that serves 2 % slower than it says, held against the twin of the station it pretends to be. */
import {comparisonsOf, type Disagreement, disagreementsOf} from "../../src/comparison/twins.ts";
import {claimBy, Collector} from "../../src/estimate/index.ts";
import type {Model} from "../../src/model/model.ts";
import {engineOf} from "../../src/replication/engines.ts";
import {findTwins, type NoTwin, type Twin} from "../../src/twin/find-twins.ts";
import {type Effort, lasting, modelOf} from "../../src/verification/long-run.ts";
import type {GivenScenario, GivenStation} from "../builders.ts";
import {forgetful, type SingleStation, singleStations} from "./single-stations.ts";

const SLOWER = 1.02;
/** By then the start is forgotten to 3 in 10,000, so that no warm-up can excuse 2 %. */
const RELAXATIONS = 8;
const FIRST = 20;
const MOST_CUSTOMERS = 1e9;

export interface Doubled {
  id: string;
  place: GivenScenario;
  within: number[];
  effort: Effort;
  twins: (Twin | NoTwin)[];
}

/** Every single station of the tables that has an exact twin in the long run. */
export function comparable(): Doubled[] {
  return singleStations().flatMap(({cases, place, effort, model, within}: SingleStation): Doubled[] => {
    if ("days" in effort) return [];
    const twins = findTwins(model);
    const isExact = twins.some((twin) => !("reason" in twin) && twin.relaxation < Infinity && twin.measures.some(isCompared));
    if (!isExact) return [];
    return [{id: cases[0].id, place, within: [...within], effort: forgetful(place, effort, model, RELAXATIONS), twins}];
  });
}

const isCompared = ({statistic, answer}: Twin["measures"][number]) =>
  answer.kind === "exact" && answer.value < Infinity && (statistic === "mean" || statistic === "share");

function* grown(model: Model, {customers, warmUp}: Effort): Generator<Collector> {
  const collector = new Collector(model, {design: "double"});
  const engine = engineOf(model);
  const most = Math.max(FIRST, MOST_CUSTOMERS / (customers + warmUp));
  for (let count = FIRST; count <= most; count *= 2) {
    while (collector.count < count) collector.take(engine.replicate(collector.count));
    yield collector;
  }
}

function slowed({station, stations, ...rest}: GivenScenario): GivenScenario {
  const slow = (one: GivenStation): GivenStation => ({...one, speed: (one.speed ?? 1) / SLOWER});
  if (stations === undefined) return {...rest, station: slow(station ?? {})};
  return {...rest, stations: Object.fromEntries(Object.entries(stations).map(([name, one]) => [name, slow(one)]))};
}

/** What the alarm says of the double, with as many replications as it takes; nothing if it is never caught. */
export function caught({place, within, effort, twins}: Doubled): {disagreements: Disagreement[]; replications: number} {
  const double = modelOf(lasting(slowed(place), effort), {within});
  for (const collector of grown(double, effort)) {
    const disagreements = disagreementsOf(collector, twins, comparisonsOf([collector], [twins]));
    if (disagreements.length > 0) return {disagreements, replications: collector.count};
  }
  return {disagreements: [], replications: 0};
}

/** Standard error of everybody's mean wait as a share of it, with as many replications as it takes. */
export function knownTo(aim: number, {place, within, effort}: Doubled): number {
  const model = modelOf(lasting(place, effort), {within});
  let relative = Infinity;
  for (const collector of grown(model, effort)) {
    const {value, halfWidth} = claimBy(collector, "waitTime", {confidence: 0.6827, correction: "never"});
    if (value === 0 && halfWidth === 0) return 0; // nobody can wait
    relative = value === null || halfWidth === null ? Infinity : halfWidth / value;
    if (relative <= aim) break;
  }
  return relative;
}
