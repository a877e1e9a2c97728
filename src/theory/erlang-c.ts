/**
 * Erlang C: the M/M/c queue. Poisson arrivals, exponential service, c servers, one line, endlessly patient customers.
 *
 *   offeredLoad   a = λ/µ     work arriving, in erlangs
 *   servers       c           serving in parallel; one is M/M/1
 *   waiting       C(c, a)     share of customers who wait
 *
 * Exact. Who waits, waits an exponential time of rate cµ - λ, served in order of arrival. Where a >= c the line grows for ever, and
 * that is the answer: everyone waits, without end.
 * Source: Erlang (1917); Gans, Koole and Mandelbaum (2003), "Telephone Call Centers", M&SOM 5(2), 79-141.
 */
import {exp, log} from "../math/index.ts";
import type {Erlangs, Probability, Seconds} from "../units.ts";
import {answer, type Formula} from "./answer.ts";
import {blockingProbability, fractionalBlockingProbability} from "./erlang-b.ts";
import type {LongRun, Queue} from "./long-run.ts";
import {
  requireAtMost,
  requireCount,
  requireFractionalQueue,
  requireNotNegative,
  requirePositive,
  requireProbability,
  requireQueue,
  requireTime,
} from "./requirements.ts";

export const ERLANG_C: Formula = {
  name: {en: "Erlang C (M/M/c)", zh: "Erlang C 公式（M/M/c）"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals, exponential service, one line in order of arrival, nobody gives up",
    zh: "泊松到达，指数服务时间，单队先到先服务，无人放弃",
  },
  source: 'Erlang (1917); Gans, Koole and Mandelbaum (2003), "Telephone Call Centers", M&SOM 5(2), 79-141',
};

export const FRACTIONAL_ERLANG_C: Formula = {
  name: {en: "Erlang C with a fraction of a server", zh: "Erlang C 公式（非整数服务台）"},
  kind: "approximate",
  validity: {
    en: "smooth between the exact values at whole numbers of servers; there is no queue that it is exact for",
    zh: "在整数服务台的精确值之间平滑延拓；没有与之完全对应的排队系统",
  },
  source: 'Jagerman (1974), "Some Properties of the Erlang Loss Function", Bell System Technical Journal 53, 525-551',
};

/**
 * Share of arrivals that find every server busy, C(c, a), from 0 to 1.
 * An overloaded queue (a >= c) is an answer, not an error: in the long run everyone waits, so 1.
 *
 * @throws RangeError if `servers` is not a whole number of 1 or more, or `offeredLoad` is negative or not finite
 * @example probabilityOfWaiting(2, 3) // 4/9
 */
export function probabilityOfWaiting(offeredLoad: Erlangs, servers: number): Probability {
  requireNotNegative("offeredLoad", offeredLoad);
  requireCount("servers", servers);
  return waitingFromBlocking(offeredLoad, servers, blockingProbability(offeredLoad, servers));
}

/** C(c, a) for any number of servers above 0, whole or not: equal at whole numbers and smooth between them. Throws likewise. */
export function fractionalProbabilityOfWaiting(offeredLoad: Erlangs, servers: number): Probability {
  requireNotNegative("offeredLoad", offeredLoad);
  requirePositive("servers", servers);
  requireAtMost("servers", servers);
  return waitingFromBlocking(offeredLoad, servers, fractionalBlockingProbability(offeredLoad, servers));
}

function waitingFromBlocking(offeredLoad: Erlangs, servers: number, blocking: Probability): Probability {
  if (offeredLoad >= servers) return 1;
  // Divided by c - a (1 - B), written as a sum of what is positive: near a = c the difference would lose its digits.
  return (servers * blocking) / (servers - offeredLoad + offeredLoad * blocking);
}

/**
 * Mean wait of all customers, zeros included, in the unit of `serviceTime`; Infinity where a >= c.
 *
 * @throws RangeError as `probabilityOfWaiting` does, or if `serviceTime` is not positive and finite
 */
export function meanWaitTime(offeredLoad: Erlangs, servers: number, serviceTime: Seconds): Seconds {
  requirePositive("serviceTime", serviceTime);
  const waiting = probabilityOfWaiting(offeredLoad, servers);
  return offeredLoad >= servers ? Infinity : (waiting * serviceTime) / (servers - offeredLoad);
}

/** The same of a queue: the measuring stick that formulas for other laws stretch. */
export function exponentialWait(queue: Queue): Seconds {
  requireQueue(queue);
  return meanWaitTime(queue.arrivalRate * queue.serviceTime, queue.servers, queue.serviceTime);
}

/**
 * M/M/c in the long run. With one server it is M/M/1. Overloaded, the waits are Infinity, nobody is served within any time, and the
 * servers are always busy.
 *
 * @throws RangeError if `servers` is not a whole number of 1 or more, or a rate or time is not positive and finite
 */
export function solveErlangC(queue: Queue): LongRun {
  requireQueue(queue);
  return longRun(queue, probabilityOfWaiting(queue.arrivalRate * queue.serviceTime, queue.servers), ERLANG_C);
}

/** The same for any number of servers above 0, between the exact answers for whole numbers. */
export function solveFractionalErlangC(queue: Queue): LongRun {
  requireFractionalQueue(queue);
  const {arrivalRate, serviceTime, servers} = queue;
  const formula = Number.isInteger(servers) ? ERLANG_C : FRACTIONAL_ERLANG_C;
  return longRun(queue, fractionalProbabilityOfWaiting(arrivalRate * serviceTime, servers), formula);
}

function longRun(queue: Queue, waiting: Probability, formula: Formula): LongRun {
  const {arrivalRate, serviceTime, servers} = queue;
  const spare = servers - arrivalRate * serviceTime;
  return exponentialWaits(queue, {waiting, waitOfWaiting: spare > 0 ? serviceTime / spare : Infinity}, formula);
}

/**
 * The long run where this share waits and each of them an exponential time of the mean `waitOfWaiting`; whether a >= c is for
 * the caller to have seen in both.
 */
export function exponentialWaits(
  {arrivalRate, serviceTime, servers}: Queue,
  {waiting, waitOfWaiting}: {waiting: Probability; waitOfWaiting: Seconds},
  formula: Formula,
): LongRun {
  const as = (value: number) => answer(value, formula);
  const offeredLoad = arrivalRate * serviceTime;
  const isOverloaded = waitOfWaiting === Infinity;
  const waitTime = isOverloaded ? Infinity : waiting * waitOfWaiting;
  return {
    waitTime: as(waitTime),
    waitVariance: as(isOverloaded ? Infinity : waiting * (2 - waiting) * waitOfWaiting * waitOfWaiting),
    waitOfServed: as(waitTime),
    waitOfWaiting: as(waitOfWaiting),
    sojournTime: as(waitTime + serviceTime),
    queueLength: as(arrivalRate * waitTime),
    numberInSystem: as(arrivalRate * waitTime + offeredLoad),
    occupancy: as(isOverloaded ? 1 : offeredLoad / servers),
    waiting: as(waiting),
    abandoned: as(0),
    blocked: as(0),
    throughput: as(isOverloaded ? servers / serviceTime : arrivalRate),
    waitBeyond(time) {
      requireTime("time", time);
      return as(isOverloaded ? 1 : waiting * exp(-time / waitOfWaiting));
    },
    waitPercentile(share) {
      requireProbability("share", share);
      if (share === 0) return as(0);
      if (isOverloaded) return as(Infinity);
      return as(waiting <= 1 - share ? 0 : log(waiting / (1 - share)) * waitOfWaiting);
    },
    servedWithin(time) {
      requireTime("time", time);
      return as(isOverloaded ? 0 : 1 - waiting * exp(-time / waitOfWaiting));
    },
  };
}
