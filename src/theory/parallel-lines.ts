/**
 * Parallel lines, one for each server, other than the shortest (shortest-line.ts): newcomers in turn, at random, or free to move.
 *
 *   in turn      each line is Erlang-c/M/1: every c-th customer of a Poisson stream
 *   dedicated    lines with customers of their own: M/M/1 each, the mean over all customers
 *   moving       whoever is last in a line that is longer by 2 moves: no server idles while someone waits, so the line is that of M/M/c
 *   break-even   how much faster c separate servers at random must be to match one line: in mean time in the place
 *
 * Exact.
 * Sources: Kendall (1953) for GI/M/1; Haight (1958) and Koenigsberg (1966), "On jockeying in queues", Management Science 12, 412-436.
 */
import type {PerSecond, Seconds} from "../units.ts";
import {answer, type Formula} from "./answer.ts";
import {solveGIMc} from "./gimc.ts";
import {fromMeanWait, occupancyOf, requireQueue} from "./little.ts";
import type {LongRun, Queue} from "./long-run.ts";
import {exponentialWait, probabilityOfWaiting} from "./erlang-c.ts";
import {requirePositive} from "./requirements.ts";
import {gammaLaw} from "./transform.ts";

export const IN_TURN: Formula = {
  name: {en: "Lines in turn (Erlang-c/M/1)", zh: "轮流排队（Erlang-c/M/1）"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals sent to the lines in turn, exponential service, equal servers, nobody changes lines",
    zh: "泊松到达，轮流分到各队，指数服务，服务台相同，不换队",
  },
  source: "Kendall (1953), Ann. Math. Stat. 24, 338-354",
};

export const MOVING: Formula = {
  name: {en: "Lines that people change (M/M/c)", zh: "可换队的多队（M/M/c）"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals, exponential service, equal servers; the last in line moves as soon as another line is 2 shorter: means are those of one line, percentiles are not",
    zh: "泊松到达，指数服务，服务台相同；别的队短 2 人时队尾者立即换队：平均值与单队相同，分位数不同",
  },
  source: 'Koenigsberg (1966), "On jockeying in queues", Management Science 12, 412-436',
};

export const DEDICATED: Formula = {
  name: {en: "Lines of their own (M/M/1 each)", zh: "各自独立的队（各为 M/M/1）"},
  kind: "exact",
  validity: {en: "Poisson arrivals to each line, exponential service, nobody changes lines", zh: "各队泊松到达，指数服务，不换队"},
  source: "Erlang (1917); Kleinrock (1975), Queueing Systems, volume 1",
};

/** Everything about lines that newcomers join in turn. */
export function solveInTurn(queue: Queue): LongRun {
  requireQueue(queue);
  const {arrivalRate, serviceTime, servers} = queue;
  const one = solveGIMc({interarrival: gammaLaw(servers / arrivalRate, servers), serviceTime, servers: 1});
  const share = (value: {value: number} | undefined) => answer(value!.value, IN_TURN);
  return {
    ...fromMeanWait(queue, one.waitTime!.value, IN_TURN),
    waitVariance: share(one.waitVariance),
    waiting: share(one.waiting),
    waitBeyond: (time) => share(one.waitBeyond!(time)),
    servedWithin: (time) => share(one.servedWithin!(time)),
    waitPercentile: (part) => share(one.waitPercentile!(part)),
  };
}

/** Means of lines that people change as soon as another is 2 shorter. Who waits longest differs from one line, so no percentiles. */
export function solveMoving(queue: Queue): LongRun {
  const found = fromMeanWait(queue, exponentialWait(queue), MOVING);
  return {...found, waiting: answer(probabilityOfWaiting(queue.arrivalRate * queue.serviceTime, queue.servers), MOVING)};
}

/** Mean wait over the customers of several M/M/1 lines; Infinity if one is overloaded. */
export function dedicatedWait(lines: readonly {arrivalRate: PerSecond; serviceTime: Seconds}[]): Seconds {
  if (lines.length === 0) throw new RangeError("lines must be 1 or more, got 0");
  let customers = 0;
  let waits = 0;
  for (const {arrivalRate, serviceTime} of lines) {
    waits += arrivalRate * exponentialWait({arrivalRate, serviceTime, servers: 1});
    customers += arrivalRate;
  }
  return waits / customers;
}

/**
 * By what share c separate M/M/1 servers, joined at random, must be faster to match the mean time in the place of one M/M/c line:
 * 0.16 means 16 % faster. Infinity in overload.
 *
 * @example breakEvenSpeedUp({arrivalRate: 1.6, serviceTime: 1, servers: 2}) // 0.16
 */
export function breakEvenSpeedUp(queue: Queue): number {
  const pooled = exponentialWait(queue) + queue.serviceTime;
  if (pooled === Infinity) return Infinity;
  requirePositive("arrivalRate", queue.arrivalRate);
  // 1 / (µ' - λ/c) = pooled, so µ'/µ - 1 = ρ + E[S]/pooled - 1
  return occupancyOf(queue) - exponentialWait(queue) / pooled;
}
