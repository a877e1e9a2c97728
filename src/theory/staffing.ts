/**
 * How many servers a promise takes: the inverse of Erlang C, or of Erlang A where customers give up. A promise is one bound or
 * several that must all hold; each is kept more easily by every further server, so the answer is where the last one turns.
 *
 * Exact in whole servers. With fractions it is the point on the curve continued between them (erlang-b.ts): what a plan keeps until
 * shifts are built and absence is added, so that people are rounded up once and not twice.
 * Source: Gans, Koole and Mandelbaum (2003), "Telephone Call Centers", M&SOM 5(2), 79-141.
 */
import {findRoot} from "../math/find-root.ts";
import type {Erlangs, PerSecond, Probability, Seconds} from "../units.ts";
import {solveErlangA, solveFractionalErlangA} from "./erlang-a.ts";
import {solveErlangC, solveFractionalErlangC} from "./erlang-c.ts";
import type {LongRun} from "./long-run.ts";
import {MOST_COUNT, requireAtMost, requirePositive, requireProbability, requireTime} from "./requirements.ts";

/** Who comes and what they need. */
export interface Demand {
  arrivalRate: PerSecond;
  serviceTime: Seconds;
  /** Mean of an exponential patience; left out: nobody gives up. */
  patience?: Seconds;
}

/** All that is given must hold. */
export interface StaffingPromise {
  /** At least this share of the offered is served within so long. */
  servedWithin?: {share: Probability; within: Seconds};
  /** Mean wait of all customers, at most. */
  waitTime?: Seconds;
  /** Share of customers that give up, at most. */
  abandoned?: Probability;
  /** Share of the servers' time that is busy, at most: people need to breathe. */
  occupancy?: Probability;
}

/**
 * The fewest servers that keep the promise, at least 1.
 *
 * @throws RangeError if a rate or time is not positive and finite, nothing is promised, or no number of servers can keep it (everybody
 *   at once, no wait at all, nobody ever giving up, no work), or none of as many as can be looked at
 * @example fewestServers({arrivalRate: 100 / 1800, serviceTime: 180}, {servedWithin: {share: 0.8, within: 20}}) // 14
 */
export function fewestServers(demand: Demand, promise: StaffingPromise): number {
  requireDemand(demand);
  requirePromise(promise, demand);
  const load = demand.arrivalRate * demand.serviceTime;
  const fewest = fewestThatKeep(load, (servers) => marginOf(solve(demand, servers), promise) >= 0, MOST_COUNT);
  if (fewest === Infinity) throw new RangeError(`promise must be one that ${MOST_COUNT} servers keep, got ${JSON.stringify(promise)}`);
  return fewest;
}

/**
 * The fewest servers for which `keeps` holds, at least 1, where every further server makes it easier: a gallop from the load away from
 * where it turns, then halving, O(log √c) looks in all.
 *
 * @param most of the servers to look at; Infinity where one that keeps is known to exist
 * @returns Infinity if not even `most` keep it
 */
export function fewestThatKeep(load: Erlangs, keeps: (servers: number) => boolean, most = Infinity): number {
  let enough = Math.min(most, Math.max(1, Math.ceil(load)));
  let short = enough - 1;
  let step = Math.max(1, Math.floor(Math.sqrt(load) / 2));
  if (keeps(enough)) {
    while (short > 0 && keeps(short)) {
      enough = short;
      short = Math.max(0, short - step);
      step *= 2;
    }
  } else {
    do {
      if (enough >= most) return Infinity;
      short = enough;
      enough = Math.min(most, enough + step);
      step *= 2;
    } while (!keeps(enough));
  }
  while (enough - short > 1) {
    const middle = Math.floor((short + enough) / 2);
    if (keeps(middle)) enough = middle;
    else short = middle;
  }
  return enough;
}

/**
 * The number of servers, with its fraction, at which the promise is just kept; 0 if it is kept by nobody at all (patience shorter
 * than the wait allowed). Never more than `fewestServers`, and less by no more than 1. Throws likewise.
 */
export function fractionalServers(demand: Demand, promise: StaffingPromise): number {
  const enough = fewestServers(demand, promise);
  const margin = (servers: number) => marginOf(solveFraction(demand, servers), promise);
  // Below the load an endlessly patient line has no end, and no margin that a root could be sought in.
  const least = demand.patience === undefined ? demand.arrivalRate * demand.serviceTime : 0;
  const low = Math.max(least, enough - 1);
  const above = low + Math.max(low, 1) * 1e-12;
  if (above >= enough || margin(enough) === 0) return enough;
  if (margin(above) >= 0) return low;
  return findRoot(margin, above, enough);
}

/** How far inside its bounds the worst of the promises is, in measures of their own; continuous and growing with the servers. */
function marginOf(longRun: LongRun, {servedWithin, waitTime, abandoned, occupancy}: StaffingPromise): number {
  let margin = Infinity;
  const keep = (excess: number) => {
    margin = Math.min(margin, excess);
  };
  if (servedWithin) keep(longRun.servedWithin!(servedWithin.within).value - servedWithin.share);
  if (waitTime !== undefined) keep(1 - longRun.waitTime!.value / waitTime);
  if (abandoned !== undefined) keep(1 - longRun.abandoned!.value / abandoned);
  if (occupancy !== undefined) keep(occupancy - longRun.occupancy!.value);
  return margin;
}

function solve({arrivalRate, serviceTime, patience}: Demand, servers: number): LongRun {
  const queue = {arrivalRate, serviceTime, servers};
  return patience === undefined ? solveErlangC(queue) : solveErlangA({...queue, patience});
}

function solveFraction({arrivalRate, serviceTime, patience}: Demand, servers: number): LongRun {
  const queue = {arrivalRate, serviceTime, servers};
  return patience === undefined ? solveFractionalErlangC(queue) : solveFractionalErlangA({...queue, patience});
}

function requireDemand({arrivalRate, serviceTime, patience}: Demand): void {
  requirePositive("arrivalRate", arrivalRate);
  requirePositive("serviceTime", serviceTime);
  requireAtMost("work, arrivalRate × serviceTime,", arrivalRate * serviceTime);
  if (patience !== undefined) requirePositive("patience", patience);
}

function requirePromise({servedWithin, waitTime, abandoned, occupancy}: StaffingPromise, {patience}: Demand): void {
  if (servedWithin) {
    requireTime("within", servedWithin.within);
    const {share} = servedWithin;
    if (!(share >= 0 && share < 1)) throw new RangeError(`share must be at least 0 and less than 1, got ${share}`);
  }
  if (waitTime !== undefined) requirePositive("waitTime", waitTime);
  if (abandoned !== undefined) {
    requireProbability("abandoned", abandoned);
    if (abandoned === 0 && patience !== undefined)
      throw new RangeError(`abandoned must be more than 0 where customers give up, got ${abandoned}`);
  }
  if (occupancy !== undefined) {
    requireProbability("occupancy", occupancy);
    if (occupancy === 0) throw new RangeError(`occupancy must be more than 0, got ${occupancy}`);
  }
  if (!servedWithin && waitTime === undefined && abandoned === undefined && occupancy === undefined) {
    throw new RangeError("promise must name at least one bound, got none");
  }
}
