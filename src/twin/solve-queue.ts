/**
 * One line before equal servers → the formula that answers it. What is exact is tried first, then what is approximate; where nothing
 * is known, the reason. Stations of a scenario (find-twins.ts) and questions in Kendall's notation (theory-answer.ts) ask here alike.
 */
import type {Law} from "../random/law.ts";
import {solveErlangA} from "../theory/erlang-a.ts";
import {solveErlangB} from "../theory/erlang-b.ts";
import {solveErlangC} from "../theory/erlang-c.ts";
import {solveFiniteRoom} from "../theory/finite-room.ts";
import {solveFiniteSource} from "../theory/finite-source.ts";
import {solveGGc} from "../theory/ggc.ts";
import {solveGIMc} from "../theory/gimc.ts";
import type {LongRun} from "../theory/long-run.ts";
import {solveMDc} from "../theory/mdc.ts";
import {momentsOf as twoMomentsOf, solveMG1} from "../theory/mg1.ts";
import {solveGeneralPatience} from "../theory/mmcg.ts";
import {isSolvable, poissonArrivals, renewalArrivals, solvePHPHc} from "../theory/phphc.ts";
import type {PerSecond} from "../units.ts";
import {type KnownLaw, meanKnown, squaredCVKnown} from "./known-law.ts";
import {exponentialMean, fixedValue, momentsOf, patienceOf, phasesOf, transformOf} from "./law.ts";
import type {Reason} from "./reason.ts";

export type Arrivals =
  | {kind: "poisson"; rate: PerSecond}
  | {kind: "renewal"; between: KnownLaw}
  /** Each member comes again after a time away. */
  | {kind: "population"; members: number; away: Law};

export interface OneLine {
  arrivals: Arrivals;
  service: KnownLaw;
  servers: number;
  /** People waiting and in service; Infinity: no limit. */
  room: number;
  /** Null: nobody gives up. */
  patience: Law | null;
  /** Otherwise some order that does not look at the work: only means hold. */
  isFirstCome: boolean;
}

export interface Solved {
  /** Kendall's notation. */
  model: string;
  longRun: LongRun;
  /** Only means hold: the order is not first come first served, or the formula knows no more. */
  meansOnly: boolean;
}

/** Customers a second; of a population, as if nobody were at the place. */
export function arrivalRateOf(arrivals: Arrivals): PerSecond {
  switch (arrivals.kind) {
    case "poisson":
      return arrivals.rate;
    case "renewal":
      return 1 / meanKnown(arrivals.between);
    case "population":
      return arrivals.members / meanKnown(arrivals.away);
  }
}

/** @throws RangeError if a rate or time is not positive and finite, or servers or room are no whole numbers */
export function solveQueue(queue: OneLine): Solved | Reason {
  switch (queue.arrivals.kind) {
    case "poisson":
      return ofPoisson(queue, queue.arrivals.rate);
    case "renewal":
      return ofRenewal(queue, queue.arrivals.between);
    case "population":
      return ofPopulation(queue, queue.arrivals);
  }
}

const exponentialOf = (law: KnownLaw): number | null => (law.kind === "two moments" ? null : exponentialMean(law));

function ofPoisson({service, servers, room, patience, isFirstCome}: OneLine, arrivalRate: PerSecond): Solved | Reason {
  const queue = {arrivalRate, serviceTime: meanKnown(service), servers};
  const isExponential = exponentialOf(service) !== null;
  const solved = (model: string, longRun: LongRun, meansOnly = !isFirstCome): Solved => ({model, longRun, meansOnly});
  if (patience !== null) {
    if (!isExponential) return "patience and service";
    const mean = exponentialMean(patience);
    if (room < Infinity) {
      if (mean === null) return "patience and room";
      return solved(`M/M/${servers}/${room}+M`, solveFiniteRoom({...queue, room, patience: mean}));
    }
    if (mean !== null) return solved(`M/M/${servers}+M`, solveErlangA({...queue, patience: mean}));
    const law = isFirstCome ? patienceOf(patience) : null;
    return law === null ? "patience of another kind" : solved(`M/M/${servers}+G`, solveGeneralPatience({...queue, patience: law}), false);
  }
  if (room < Infinity) {
    if (room === servers) return solved(`M/G/${servers}/${servers}`, solveErlangB(queue), false);
    if (!isExponential) return "room and service";
    return solved(`M/M/${servers}/${room}`, solveFiniteRoom({...queue, room}));
  }
  if (isExponential) return solved(`M/M/${servers}`, solveErlangC(queue));
  if (service.kind === "two moments") {
    const {mean, squaredCV} = service;
    if (servers === 1) return solved("M/G/1", solveMG1({arrivalRate, service: twoMomentsOf(mean, squaredCV)}));
  } else {
    const fixed = fixedValue(service);
    if (fixed !== null && fixed > 0) return solved(`M/D/${servers}`, solveMDc(queue));
    const phases = phasesOf(service);
    const whole = phases === null ? null : {arrivals: poissonArrivals(arrivalRate), service: phases, servers};
    if (whole !== null && isSolvable(whole)) return solved(`M/PH/${servers}`, solvePHPHc(whole));
    if (servers === 1) return solved("M/G/1", solveMG1({arrivalRate, service: momentsOf(service)}));
  }
  return solved(`M/G/${servers}`, solveGGc({...queue, arrivalSquaredCV: 1, serviceSquaredCV: squaredCVKnown(service)}), true);
}

function ofRenewal({service, servers, room, patience, isFirstCome}: OneLine, between: KnownLaw): Solved | Reason {
  if (patience !== null || room < Infinity) return "arrivals of no known kind";
  const serviceTime = meanKnown(service);
  const solved = (model: string, longRun: LongRun, meansOnly = !isFirstCome): Solved => ({model, longRun, meansOnly});
  const interarrival = between.kind === "two moments" ? null : transformOf(between);
  if (exponentialOf(service) !== null && interarrival !== null)
    return solved(`GI/M/${servers}`, solveGIMc({interarrival, serviceTime, servers}));
  const arrivals = between.kind === "two moments" ? null : phasesOf(between);
  const phases = service.kind === "two moments" ? null : phasesOf(service);
  const whole = arrivals === null || phases === null ? null : {arrivals: renewalArrivals(arrivals), service: phases, servers};
  if (whole !== null && isSolvable(whole)) return solved(`PH/PH/${servers}`, solvePHPHc(whole));
  const queue = {arrivalRate: 1 / meanKnown(between), serviceTime, servers};
  return solved(
    `GI/G/${servers}`,
    solveGGc({...queue, arrivalSquaredCV: squaredCVKnown(between), serviceSquaredCV: squaredCVKnown(service)}),
    true,
  );
}

function ofPopulation(
  {service, servers, room, patience, isFirstCome}: OneLine,
  {members, away}: Extract<Arrivals, {kind: "population"}>,
): Solved | Reason {
  if (patience !== null) return "no formula";
  if (exponentialMean(away) === null || exponentialOf(service) === null) return "no formula";
  const places = Math.min(room, members);
  if (places < Math.min(servers, members)) return "no formula";
  return {
    model: `M/M/${servers}/${places === members ? "" : places}/${members}`,
    longRun: solveFiniteSource({
      population: members,
      ratePerIdle: 1 / meanKnown(away),
      serviceTime: meanKnown(service),
      servers,
      room: places,
    }),
    meansOnly: !isFirstCome,
  };
}
