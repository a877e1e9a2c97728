/**
 * One line or several: what sharing is worth.
 *
 *   random split       every server has a line of its own, customers choose one at random, nobody moves: c times M/M/1 at λ/c
 *   dedicated lines    every class of customers has a server of its own: M/M/1 each
 *   pooling            several equal teams with a line each become one team with one line
 *   speed-up           by how much people with lines of their own must work faster for the same time in system
 *
 * Exact. Random choice is the worst way to keep lines: people who look, or move, do better (parallel lines).
 * Source: Smith and Whitt (1981), "Resource Sharing for Efficiency in Traffic Systems", Bell System Technical Journal 60, 39-55; Song,
 * Tucker and Murrell (2015), "The Diseconomies of Queue Pooling", Management Science 61, for the speed-up.
 */
import type {PerSecond, Seconds} from "../units.ts";
import {type Answer, answer, type Formula} from "./answer.ts";
import {exponentialWaits, solveErlangC} from "./erlang-c.ts";
import type {LongRun, Queue} from "./long-run.ts";
import {requireCount, requireQueue} from "./requirements.ts";

export const RANDOM_SPLIT: Formula = {
  name: {en: "A line at each server, chosen at random", zh: "每台一队，随机选择"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals, exponential service, every line as likely as another, nobody moves to another line",
    zh: "泊松到达，指数服务时间，等概率选择队列，不换队",
  },
  source: "Erlang (1909); Gross and Harris, Fundamentals of Queueing Theory, 2.2",
};

export const DEDICATED_LINES: Formula = {
  name: {en: "A server for each class", zh: "每类顾客一个专用服务台"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals and exponential service in each class, one server and one line each",
    zh: "各类泊松到达，指数服务时间，各有一台一队",
  },
  source: 'Smith and Whitt (1981), "Resource Sharing for Efficiency in Traffic Systems", Bell System Technical Journal 60, 39-55',
};

/**
 * Lines chosen at random, in the long run; line and number are of all lines together. Overload as in Erlang C.
 *
 * @throws RangeError if `servers` is not a whole number of 1 or more, or a rate or time is not positive and finite
 */
export function solveRandomSplit(queue: Queue): LongRun {
  requireQueue(queue);
  const {arrivalRate, serviceTime, servers} = queue;
  // By the load of all lines: the rate of one, λ/c, would carry its rounding into 1 - ρ.
  const offeredLoad = arrivalRate * serviceTime;
  const spare = servers - offeredLoad;
  const waiting = spare > 0 ? offeredLoad / servers : 1;
  return exponentialWaits(queue, {waiting, waitOfWaiting: spare > 0 ? (servers * serviceTime) / spare : Infinity}, RANDOM_SPLIT);
}

/** A class of customers, with a server of its own. */
export interface DedicatedClass {
  arrivalRate: PerSecond;
  serviceTime: Seconds;
}

/**
 * The mean wait over all customers where each class has a server of its own; Infinity if one of them is overloaded.
 *
 * @throws RangeError if there is no class, or a rate or time is not positive and finite
 */
export function meanWaitInDedicatedLines(classes: readonly DedicatedClass[]): Answer {
  requireCount("classes", classes.length);
  let arrivals = 0;
  let waits = 0;
  for (const {arrivalRate, serviceTime} of classes) {
    arrivals += arrivalRate;
    waits += arrivalRate * solveErlangC({arrivalRate, serviceTime, servers: 1}).waitTime!.value;
  }
  return answer(waits / arrivals, DEDICATED_LINES);
}

/** The same customers and people, apart and together. */
export interface Pooling {
  separate: LongRun;
  pooled: LongRun;
}

/**
 * Several equal teams, each with this queue, and what they are as one.
 *
 * @throws RangeError if `teams` is not a whole number of 1 or more, or as `solveErlangC` does
 */
export function poolTeams(team: Queue, teams: number): Pooling {
  requireCount("teams", teams);
  const {arrivalRate, serviceTime, servers} = team;
  return {
    separate: solveErlangC(team),
    pooled: solveErlangC({arrivalRate: arrivalRate * teams, serviceTime, servers: servers * teams}),
  };
}

/**
 * The speed-up of service at which lines of one's own, chosen at random, keep people as long in all as one shared line does: 0.16 is 16 %
 * faster. Not a number where the shared line is overloaded: there is no time in system to equal.
 *
 * @throws RangeError as `solveErlangC` does
 */
export function breakEvenSpeedUp(queue: Queue): Answer {
  const {arrivalRate, serviceTime, servers} = queue;
  const pooled = solveErlangC(queue).sojournTime!.value;
  // M/M/1 at λ/c with rate µ(1 + s) stays 1 / (µ(1 + s) - λ/c).
  const speedUp = serviceTime / pooled + (arrivalRate * serviceTime) / servers - 1;
  return answer(pooled === Infinity ? NaN : Math.max(0, speedUp), RANDOM_SPLIT);
}
