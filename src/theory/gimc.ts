/**
 * GI/M/c: any law between arrivals, exponential service, c servers, first come first served.
 *
 *   A(s)    Laplace transform of the time between arrivals
 *   σ       the root below 1 of σ = A(cµ(1 - σ)): each further person waiting is seen with σ times the chance
 *   D       share of arrivals that find all servers busy and nobody waiting
 *   P(Wq > t) = D/(1 - σ) · e^(-cµ(1 - σ)t),   Wq = D / (cµ(1 - σ)²)
 *
 * Exact. What arrivals see, not what the clock sees: with regular arrivals the two differ.
 * Sources: Kendall (1953), "Stochastic processes occurring in the theory of queues", Ann. Math. Stat. 24, 338-354;
 * Takács (1962), Introduction to the Theory of Queues, chapter 2, for the constant D.
 */
import {exp, log} from "../math/elementary.ts";
import type {Probability, Seconds} from "../units.ts";
import {answer, type Formula} from "./answer.ts";
import {fromMeanWait} from "./little.ts";
import type {LongRun} from "./long-run.ts";
import {requireCount, requireNotNegative, requirePositive, requireProbability} from "./requirements.ts";
import type {TransformedLaw} from "./transform.ts";
import {overloadAnswers} from "./wait-tail.ts";

export const KENDALL_TAKACS: Formula = {
  name: {en: "GI/M/c (Kendall, Takács)", zh: "GI/M/c（肯德尔、塔卡奇）"},
  kind: "exact",
  validity: {
    en: "independent times between arrivals of one law, exponential service, first come first served, endless patience",
    zh: "到达间隔独立同分布，服务时间为指数分布，先到先服务，顾客不离开",
  },
  source: "Kendall (1953), Ann. Math. Stat. 24, 338-354; Takács (1962), Introduction to the Theory of Queues, chapter 2",
};

export interface RenewalQueue {
  /** Time between arrivals. */
  readonly interarrival: TransformedLaw;
  readonly serviceTime: Seconds;
  readonly servers: number;
}

/**
 * 1 - σ, from 0 (exclusive) to 1, to rounding; NaN in overload.
 *
 * 1 - A(cµ y) - y is concave in y with one zero between 0 and 1, so Newton's tangents come down to it from y = 1 and cannot slip to
 * the zero at 0, however heavy the load.
 */
export function spareRoot({interarrival, serviceTime, servers}: RenewalQueue): number {
  const pace = servers / serviceTime;
  if (!(pace * interarrival.mean > 1)) return NaN;
  let y = 1;
  for (let turn = 0; turn < 200; turn++) {
    const next = y - (interarrival.complement(pace * y) - y) / (pace * interarrival.slope(pace * y) - 1);
    if (!(next < y)) return y;
    const done = y - next <= 1e-16 * y;
    y = next;
    if (done) return y;
  }
  return y;
}

/** Share of arrivals that wait, P(Wq > 0); 1 in overload. Its sum has positive terms only and is taken in logarithms. */
export function probabilityOfWaiting(queue: RenewalQueue): Probability {
  requireRenewal(queue);
  const y = spareRoot(queue);
  return Number.isNaN(y) ? 1 : waitingFrom(queue, y);
}

function waitingFrom({interarrival, serviceTime, servers}: RenewalQueue, y: number): Probability {
  // 1/D = 1/y + Σ_j C(c, j)/(C_j (1 - A_j)) · (c(1 - A_j) - j)/(c y - j), and P(wait) = D/y
  let logTerm = 0; // of C(c, j) / C_j
  let sum = 0;
  for (let j = 1; j <= servers; j++) {
    const s = j / serviceTime;
    const below = interarrival.complement(s);
    const above = interarrival.transform(s);
    logTerm += log(((servers - j + 1) / j) * (below / above));
    const term = exp(logTerm) * (servesBelow(interarrival, servers, serviceTime, y, j) / below) * y;
    sum += term;
    if (sum === Infinity) return 0;
  }
  return 1 / (1 + sum);
}

/** (c(1 - A_j) - j) / (c y - j): one plus a divided difference of the transform, also where both are zero. */
function servesBelow(law: TransformedLaw, servers: number, serviceTime: Seconds, y: number, j: number): number {
  const gap = servers * y - j;
  if (Math.abs(gap) < 1e-5 * j) return 1 - (servers / serviceTime) * law.slope((servers * y + j) / (2 * serviceTime));
  return (servers * law.complement(j / serviceTime) - j) / gap;
}

function requireRenewal({interarrival, serviceTime, servers}: RenewalQueue): void {
  requirePositive("mean interarrivalTime", interarrival.mean);
  requirePositive("serviceTime", serviceTime);
  requireCount("servers", servers);
}

/** Mean wait; Infinity in overload. */
export function meanWaitTime(queue: RenewalQueue): Seconds {
  requireRenewal(queue);
  const y = spareRoot(queue);
  return Number.isNaN(y) ? Infinity : (waitingFrom(queue, y) * queue.serviceTime) / (queue.servers * y);
}

/** Everything about GI/M/c: the wait is 0 or exponential. */
export function solveGIMc(queue: RenewalQueue): LongRun {
  requireRenewal(queue);
  const {interarrival, serviceTime, servers} = queue;
  const load = {arrivalRate: 1 / interarrival.mean, serviceTime, servers};
  const y = spareRoot(queue);
  if (Number.isNaN(y))
    return {
      ...fromMeanWait(load, Infinity, KENDALL_TAKACS),
      waitVariance: answer(Infinity, KENDALL_TAKACS),
      ...overloadAnswers(KENDALL_TAKACS),
    };
  const waiting = waitingFrom(queue, y);
  const rate = (servers * y) / serviceTime;
  const beyond = (time: Seconds) => {
    requireNotNegative("time", time);
    return waiting * exp(-rate * time);
  };
  return {
    ...fromMeanWait(load, waiting / rate, KENDALL_TAKACS),
    waitVariance: answer((waiting * (2 - waiting)) / (rate * rate), KENDALL_TAKACS),
    waiting: answer(waiting, KENDALL_TAKACS),
    waitBeyond: (time) => answer(beyond(time), KENDALL_TAKACS),
    servedWithin: (time) => answer(1 - beyond(time), KENDALL_TAKACS),
    waitPercentile: (share) => {
      requireProbability("share", share);
      return answer(share <= 1 - waiting ? 0 : Math.max(0, log(waiting / (1 - share)) / rate), KENDALL_TAKACS);
    },
  };
}
