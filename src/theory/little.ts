/**
 * Little's law: what a mean wait says about everything else, where nobody is lost.
 *
 *   queueLength      Lq = λ Wq
 *   sojournTime      W  = Wq + 1/µ
 *   numberInSystem   L  = λ W
 *   occupancy        ρ  = λ/(cµ), 1 in overload
 *
 * Exact whatever the wait is; each answer is as exact as the wait it comes from.
 * Source: Little (1961), "A proof for the queuing formula L = λW", Operations Research 9, 383-387.
 */
import type {Seconds} from "../units.ts";
import {answer, type Formula} from "./answer.ts";
import type {LongRun, Queue} from "./long-run.ts";
import {requireCount, requirePositive} from "./requirements.ts";

export const LITTLE: Formula = {
  name: {en: "Little's law", zh: "利特尔法则"},
  kind: "exact",
  validity: {en: "the long run, nobody gives up or is refused; any laws", zh: "长期运行，无人放弃或被拒；分布任意"},
  source: 'Little (1961), "A proof for the queuing formula L = λW", Operations Research 9, 383-387',
};

/** @throws RangeError naming the value if the queue is none */
export function requireQueue({arrivalRate, serviceTime, servers}: Queue): void {
  requirePositive("arrivalRate", arrivalRate);
  requirePositive("serviceTime", serviceTime);
  requireCount("servers", servers);
}

/** λ/(cµ): 1 or more is overload. */
export function occupancyOf({arrivalRate, serviceTime, servers}: Queue): number {
  return (arrivalRate * serviceTime) / servers;
}

/** A place where everybody stays until served, told by its mean wait; Infinity is overload. Occupancy and throughput are exact even where the wait is not. */
export function fromMeanWait(queue: Queue, waitTime: Seconds, formula: Formula): LongRun {
  const {arrivalRate, serviceTime, servers} = queue;
  return {
    waitTime: answer(waitTime, formula),
    waitOfServed: answer(waitTime, formula),
    sojournTime: answer(waitTime + serviceTime, formula),
    queueLength: answer(arrivalRate * waitTime, formula),
    numberInSystem: answer(arrivalRate * (waitTime + serviceTime), formula),
    occupancy: answer(Math.min(1, occupancyOf(queue)), LITTLE),
    abandoned: answer(0, LITTLE),
    blocked: answer(0, LITTLE),
    throughput: answer(Math.min(arrivalRate, servers / serviceTime), LITTLE),
  };
}
