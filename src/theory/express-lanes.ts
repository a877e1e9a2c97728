/**
 * Express lane: work of at most a threshold goes to one server, all other work to another; each is an M/G/1.
 *
 *   θ      threshold of work
 *   short  share, mean and second moment of the work at or below θ; long: of the rest
 *
 * Exact. The line is chosen by the true work, so this is the best an express lane by size can do.
 * Source: Pollaczek–Khinchine for each lane; Harchol-Balter, Crovella and Murta (1999), "On choosing a task assignment policy for a
 * distributed server system", J. Parallel and Distributed Computing 59, 204-228, for the split by size.
 */
import {exp, expm1} from "../math/elementary.ts";
import type {PerSecond, Probability, Seconds} from "../units.ts";
import {type Formula, answer} from "./answer.ts";
import type {LongRun} from "./long-run.ts";
import {meanWaitTime} from "./mg1.ts";
import {requirePositive, requireProbability} from "./requirements.ts";

export const EXPRESS_LANES: Formula = {
  name: {en: "Express lane by size (two M/G/1)", zh: "按业务量分快慢队（两个 M/G/1）"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals, two servers, each customer to the lane of its true work, nobody changes lanes",
    zh: "泊松到达，两个服务台，顾客按真实业务量入队，不换队",
  },
  source:
    "Pollaczek (1930), Khinchine (1932); Harchol-Balter, Crovella and Murta (1999), J. Parallel and Distributed Computing 59, 204-228",
};

/** Part of the customers, and the moments of their work. */
export interface SizeClass {
  readonly share: Probability;
  readonly mean: Seconds;
  readonly second: number;
}

export interface SizeSplit {
  readonly short: SizeClass;
  readonly long: SizeClass;
}

/** Exponential work, split at a threshold. Small thresholds keep their digits. */
export function exponentialSplit(mean: Seconds, threshold: Seconds): SizeSplit {
  requirePositive("mean", mean);
  requirePositive("threshold", threshold);
  const x = threshold / mean;
  const beyond = exp(-x);
  const share = -expm1(-x);
  // of those below: ∫ y e^-y and ∫ y² e^-y from 0 to x, by their series where the closed forms would cancel
  return {
    short: {share, mean: (mean * lowerMoment(1, x)) / share, second: (mean * mean * lowerMoment(2, x)) / share},
    long: {share: beyond, mean: mean + threshold, second: threshold * threshold + 2 * threshold * mean + 2 * mean * mean},
  };
}

/** ∫ y^k e^-y dy from 0 to x, for k = 1 or 2: e^-x x^(k+1) Σ x^j / ((k+1) … (k+1+j)), all terms positive. */
function lowerMoment(k: 1 | 2, x: number): number {
  if (x > 50) return k - exp(-x) * (k === 1 ? 1 + x : x * x + 2 * x + 2);
  let term = 1 / (k + 1);
  let sum = term;
  for (let j = 1; term > 1e-17 * sum; j++) sum += term *= x / (k + 1 + j);
  return exp(-x) * x * (k === 1 ? x : x * x) * sum;
}

/** Waits in the short lane, in the long lane and over all customers; Infinity where a lane is overloaded. */
export function expressWaits(arrivalRate: PerSecond, {short, long}: SizeSplit): {short: Seconds; long: Seconds; all: Seconds} {
  requirePositive("arrivalRate", arrivalRate);
  const waits = [short, long].map((part) => {
    requireProbability("share", part.share);
    return part.share === 0 ? 0 : meanWaitTime(arrivalRate * part.share, part);
  });
  return {short: waits[0], long: waits[1], all: overall(short, waits[0]) + overall(long, waits[1])};
}

function overall({share}: SizeClass, wait: Seconds): Seconds {
  return share === 0 ? 0 : share * wait;
}

/** The two lanes. */
export function solveExpressLanes(arrivalRate: PerSecond, split: SizeSplit): {short: LongRun; long: LongRun} {
  const waits = expressWaits(arrivalRate, split);
  const lane = ({share, mean}: SizeClass, wait: Seconds): LongRun => ({
    waitTime: answer(wait, EXPRESS_LANES),
    waitOfServed: answer(wait, EXPRESS_LANES),
    sojournTime: answer(wait + mean, EXPRESS_LANES),
    queueLength: answer(arrivalRate * share * wait, EXPRESS_LANES),
    numberInSystem: answer(arrivalRate * share * (wait + mean), EXPRESS_LANES),
    occupancy: answer(Math.min(1, arrivalRate * share * mean), EXPRESS_LANES),
    waiting: answer(Math.min(1, arrivalRate * share * mean), EXPRESS_LANES),
  });
  return {short: lane(split.short, waits.short), long: lane(split.long, waits.long)};
}
