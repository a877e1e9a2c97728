/**
 * People who come, or are served, in groups; one server.
 *
 *   M^[X]/M/1     groups of X arrive together and are served one by one
 *   M/M^[K]/1     one by one arrivals, up to K served together in one service; who comes while fewer than K are in it joins at once
 *   ρ             share of time the server is busy
 *   r             M/M^[K]/1: P(n there) is (1 - r) r^n, with λ = µ (r + r² + … + r^K)
 *
 * Exact.
 * Source: Gross and Harris, Fundamentals of Queueing Theory, chapter 3; Chaudhry and Templeton (1983), A First Course in Bulk Queues.
 */
import {findRoot} from "../math/find-root.ts";
import {exp, log, pow} from "../math/index.ts";
import type {PerSecond, Seconds} from "../units.ts";
import {answer, type Formula} from "./answer.ts";
import type {LongRun} from "./long-run.ts";
import {requireCount, requireNotNegative, requirePositive, requireProbability, requireTime} from "./requirements.ts";

export const BULK_ARRIVALS: Formula = {
  name: {en: "Group arrivals (M^[X]/M/1)", zh: "成批到达（M^[X]/M/1）"},
  kind: "exact",
  validity: {
    en: "groups arrive as a Poisson process, sizes independent; exponential service one by one, a group in any order of its own",
    zh: "成批泊松到达，批量独立；逐个指数服务，批内顺序任意",
  },
  source: "Gross and Harris, Fundamentals of Queueing Theory, 3.1",
};

export const BULK_SERVICE: Formula = {
  name: {en: "Group service (M/M^[K]/1)", zh: "成批服务（M/M^[K]/1）"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals, exponential service of up to K together; a service with room left takes in whoever comes",
    zh: "泊松到达，指数服务，每批最多 K 人；未满的批次可中途加入",
  },
  source: "Gross and Harris, Fundamentals of Queueing Theory, 3.2",
};

export interface GroupArrivals {
  /** Groups per second. */
  groupRate: PerSecond;
  groupMean: number;
  /** Variance of the number in a group; 0 if left out. */
  groupVariance?: number;
  /** Of one customer. */
  serviceTime: Seconds;
}

/**
 * M^[X]/M/1 in the long run, of a customer taken at random. Overload as in Erlang C.
 *
 * @throws RangeError if a rate or time is not positive and finite, `groupMean` is below 1, or `groupVariance` is negative or not finite
 */
export function solveGroupArrivals({groupRate, groupMean, groupVariance = 0, serviceTime}: GroupArrivals): LongRun {
  requirePositive("groupRate", groupRate);
  requirePositive("serviceTime", serviceTime);
  if (!(groupMean >= 1 && groupMean < Infinity)) throw new RangeError(`groupMean must be 1 or more and finite, got ${groupMean}`);
  requireNotNegative("groupVariance", groupVariance);
  const arrivalRate = groupRate * groupMean;
  const occupancy = arrivalRate * serviceTime;
  const isOverloaded = occupancy >= 1;
  // E[X²]/E[X] - 1: how many of one's own group are met, twice over.
  const company = groupVariance / groupMean + groupMean - 1;
  const waitTime = isOverloaded ? Infinity : (serviceTime * (occupancy + company / 2)) / (1 - occupancy);
  const waiting = isOverloaded ? 1 : 1 - (1 - occupancy) / groupMean;
  const as = (value: number) => answer(value, BULK_ARRIVALS);
  return {
    waitTime: as(waitTime),
    waitOfServed: as(waitTime),
    waitOfWaiting: as(waitTime / waiting),
    sojournTime: as(waitTime + serviceTime),
    queueLength: as(arrivalRate * waitTime),
    numberInSystem: as(arrivalRate * waitTime + occupancy),
    occupancy: as(Math.min(1, occupancy)),
    waiting: as(waiting),
    abandoned: as(0),
    blocked: as(0),
    throughput: as(isOverloaded ? 1 / serviceTime : arrivalRate),
  };
}

export interface GroupService {
  arrivalRate: PerSecond;
  /** Of a whole group. */
  serviceTime: Seconds;
  /** K, the most that are served together. */
  together: number;
}

/**
 * M/M^[K]/1 in the long run. `occupancy` is the share of time that the server serves anybody. Overloaded where K services do not
 * suffice: λ >= Kµ.
 *
 * @throws RangeError if `together` is not a whole number of 1 or more, or a rate or time is not positive and finite
 */
export function solveGroupService({arrivalRate, serviceTime, together}: GroupService): LongRun {
  requirePositive("arrivalRate", arrivalRate);
  requirePositive("serviceTime", serviceTime);
  requireCount("together", together);
  const offeredLoad = arrivalRate * serviceTime;
  const isOverloaded = offeredLoad >= together;
  const ratio = isOverloaded ? 1 : geometricRatio(offeredLoad, together);
  const waiting = pow(ratio, together);
  const drain = (1 - waiting) / serviceTime;
  const queueLength = isOverloaded ? Infinity : (waiting * ratio) / (1 - ratio);
  const waitTime = queueLength / arrivalRate;
  const as = (value: number) => answer(value, BULK_SERVICE);
  return {
    waitTime: as(waitTime),
    waitVariance: as(isOverloaded ? Infinity : (waiting * (2 - waiting)) / drain / drain),
    waitOfServed: as(waitTime),
    waitOfWaiting: as(waitTime / waiting),
    sojournTime: as(waitTime + serviceTime),
    queueLength: as(queueLength),
    numberInSystem: as(isOverloaded ? Infinity : ratio / (1 - ratio)),
    occupancy: as(ratio),
    waiting: as(waiting),
    abandoned: as(0),
    blocked: as(0),
    throughput: as(isOverloaded ? together / serviceTime : arrivalRate),
    // Who finds n of K or more waits for n/K services, rounded down: a geometric number of exponential times.
    waitBeyond(time) {
      requireTime("time", time);
      return as(isOverloaded ? 1 : waiting * exp(-drain * time));
    },
    waitPercentile(share) {
      requireProbability("share", share);
      if (isOverloaded) return as(share === 0 ? 0 : Infinity);
      return as(waiting <= 1 - share ? 0 : log(waiting / (1 - share)) / drain);
    },
    servedWithin(time) {
      requireTime("time", time);
      return as(isOverloaded ? 0 : 1 - waiting * exp(-drain * time));
    },
  };
}

/** The r below 1 with a = r + r² + … + r^K. */
function geometricRatio(offeredLoad: number, together: number): number {
  const excess = (ratio: number) => {
    let sum = 0;
    for (let k = 0; k < together; k++) sum = ratio * (1 + sum);
    return sum - offeredLoad;
  };
  return findRoot(excess, 0, 1);
}
