/**
 * How many servers a promise takes, for any line that a formula answers: the fewest, the one fewer that breaks it, the point between
 * them, and the rule of the square root beside.
 */
import type {Answer, Formula} from "../theory/answer.ts";
import {answer} from "../theory/answer.ts";
import {ERLANG_B, fractionalServersForBlocking} from "../theory/erlang-b.ts";
import {FRACTIONAL_ERLANG_A} from "../theory/erlang-a.ts";
import {FRACTIONAL_ERLANG_C} from "../theory/erlang-c.ts";
import type {LongRun} from "../theory/long-run.ts";
import {type Bound, qualityForBound} from "../theory/square-root-promise.ts";
import {squareRootStaffing} from "../theory/square-root-staffing.ts";
import {fewestThatKeep, fractionalServers} from "../theory/staffing.ts";
import {meanKnown} from "./known-law.ts";
import {exponentialMean} from "./law.ts";
import {arrivalRateOf, type OneLine, type Solved, solveQueue} from "./solve-queue.ts";

/** A bound of square-root staffing, or on how busy servers may be. */
export type Promised = Bound | {kind: "occupancy"; share: number};

export interface PromisedServers {
  fewest: number;
  /** Where the last bound is just kept, with a fraction of a server; null where no formula goes between whole servers. */
  fraction: Answer | null;
  /** In the limit of many servers, with its fraction; null where the limit has no formula for the promise. */
  limit: Answer | null;
}

/** Why a promise has no number of servers. */
export type NoServers =
  /** The formula gives means and no distribution. */
  | "means only"
  | "no formula"
  /** A measure that this queue has not got: nobody gives up, nobody is refused. */
  | "no such loss"
  /** Not even by as many servers as are looked at. */
  | "never kept";

/** With twice the servers that the load needs, and so many more, hardly anybody waits. */
const LIGHT = 5;

/** More are not looked at. */
export const MOST_SERVERS = 1_000_000;

/** The line with so many servers; a room without place to wait grows with them, and any other is at least as large. */
export function withServers(queue: OneLine, servers: number): OneLine {
  const hasNoLine = queue.room === queue.servers;
  return {...queue, servers, room: hasNoLine ? servers : Math.max(queue.room, servers)};
}

/** What the long run says about a bound: the value, or undefined where the formula does not know. */
export function boundedValue({longRun, meansOnly}: Solved, bound: Promised): Answer | undefined {
  switch (bound.kind) {
    case "served within":
      return isDistributionKnown(longRun, meansOnly) ? longRun.servedWithin?.(bound.within) : undefined;
    case "wait":
      return longRun.waitTime;
    case "abandoned":
      return longRun.abandoned;
    case "blocked":
      return longRun.blocked;
    case "occupancy":
      return longRun.occupancy;
  }
}

/** In overload even a formula of means knows that nobody is served within any time. */
function isDistributionKnown({waitTime}: LongRun, meansOnly: boolean): boolean {
  return !meansOnly || waitTime?.value === Infinity;
}

export function isKept(value: number, bound: Promised): boolean {
  switch (bound.kind) {
    case "served within":
      return value >= bound.share;
    case "wait":
      return value <= bound.mean;
    default:
      return value <= bound.share;
  }
}

/** All the bounds must hold. */
export function serversFor(queue: OneLine, bounds: readonly Promised[]): PromisedServers | NoServers {
  const isPatient = queue.patience === null;
  for (const bound of bounds) {
    if (bound.kind === "abandoned" && isPatient) return "no such loss";
    if (bound.kind === "blocked" && queue.room === Infinity) return "no such loss";
  }
  const load = arrivalRateOf(queue.arrivals) * meanKnown(queue.service);
  /** Some formulas know the whole wait only where the load is not heavy: what they do not know there is taken as not kept. */
  let isMeansOnly = false;
  const keeps = (servers: number): boolean | undefined => {
    const solved = solveQueue(withServers(queue, servers));
    if (typeof solved === "string") return false;
    const values = bounds.map((bound) => ({bound, found: boundedValue(solved, bound)}));
    if (values.some(({bound, found}) => found !== undefined && !isKept(found.value, bound))) return false;
    return values.every(({found}) => found !== undefined) ? true : undefined;
  };
  const fewest = fewestThatKeep(
    load,
    (servers) => {
      const kept = keeps(servers);
      isMeansOnly ||= kept === undefined && servers >= 2 * load + LIGHT;
      return isMeansOnly || kept === true; // where even a light load tells nothing, the search may end
    },
    MOST_SERVERS,
  );
  if (isMeansOnly) return "means only";
  if (fewest === Infinity) return "never kept";
  if (fewest > 1 && keeps(fewest - 1) === undefined) return "means only"; // it might do
  return {fewest, fraction: fractionOf(queue, bounds), limit: limitOf(queue, load, bounds)};
}

/** Erlang B, C and A go on between whole numbers of servers. */
function fractionOf(queue: OneLine, bounds: readonly Promised[]): Answer | null {
  const {arrivals, service, room, patience} = queue;
  if (arrivals.kind !== "poisson") return null;
  const serviceTime = meanKnown(service);
  const demand = {arrivalRate: arrivals.rate, serviceTime};
  if (room === queue.servers) {
    const [only] = bounds;
    if (bounds.length !== 1 || only.kind !== "blocked" || !(only.share > 0)) return null;
    return answer(fractionalServersForBlocking(demand.arrivalRate * serviceTime, only.share), BETWEEN_ERLANG_B);
  }
  const isExponential = service.kind !== "two moments" && exponentialMean(service) !== null;
  const mean = patience === null ? null : exponentialMean(patience);
  if (room < Infinity || !isExponential || (patience !== null && mean === null)) return null;
  const promise: Parameters<typeof fractionalServers>[1] = {};
  for (const bound of bounds) {
    if (bound.kind === "served within" && promise.servedWithin === undefined) promise.servedWithin = bound;
    else if (bound.kind === "wait" && promise.waitTime === undefined) promise.waitTime = bound.mean;
    else if (bound.kind === "abandoned" && promise.abandoned === undefined) promise.abandoned = bound.share;
    else if (bound.kind === "occupancy" && promise.occupancy === undefined) promise.occupancy = bound.share;
    else return null;
  }
  const servers = fractionalServers(mean === null ? demand : {...demand, patience: mean}, promise);
  return answer(servers, mean === null ? FRACTIONAL_ERLANG_C : FRACTIONAL_ERLANG_A);
}

const BETWEEN_ERLANG_B: Formula = {
  ...FRACTIONAL_ERLANG_C,
  name: {en: "Erlang B with a fraction of a server", zh: "Erlang B 公式（非整数服务台）"},
  source: ERLANG_B.source,
};

/** The bound that asks for the most. */
function limitOf({arrivals, service, room, servers, patience}: OneLine, load: number, bounds: readonly Promised[]): Answer | null {
  if (arrivals.kind !== "poisson" || service.kind === "two moments" || exponentialMean(service) === null) return null;
  const hasNoLine = room === servers;
  if (room < Infinity && !hasNoLine) return null;
  const mean = patience === null ? null : exponentialMean(patience);
  if (patience !== null && mean === null) return null;
  let most: Answer | null = null;
  for (const bound of bounds) {
    if (bound.kind === "occupancy" || hasNoLine !== (bound.kind === "blocked")) return null;
    const quality = qualityForBound(load, meanKnown(service), bound, mean);
    if (quality === null) return null;
    if (most === null || quality.value > most.value) most = quality;
  }
  return most === null ? null : {...most, value: squareRootStaffing(load, most.value).value};
}
