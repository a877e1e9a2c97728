/**
 * M/G/1: Poisson arrivals, one server, any service law, first come first served.
 *
 *   Wq = λ E[S²] / (2 (1 - ρ))                          Pollaczek and Khinchine
 *   E[Wq²] = 2 Wq² + λ E[S³] / (3 (1 - ρ))              Takács
 *   P(Wq > 0) = ρ
 *
 * Exact. The mean asks for the first two moments of service, the variance for three; the tail asks for the whole law
 * (see phphc.ts for phase-type service, mdc.ts for constant service).
 * Sources: Pollaczek (1930), "Über eine Aufgabe der Wahrscheinlichkeitstheorie", Math. Z. 32, 64-100 and 729-750;
 * Khinchine (1932); Takács (1962), "A single-server queue with Poisson input", Operations Research 10, 388-394.
 */
import type {PerSecond, Seconds} from "../units.ts";
import {answer, type Formula} from "./answer.ts";
import {fromMeanWait} from "./little.ts";
import type {LongRun} from "./long-run.ts";
import {requireNotNegative, requirePositive} from "./requirements.ts";
import {overloadAnswers} from "./wait-tail.ts";

export const POLLACZEK_KHINCHINE: Formula = {
  name: {en: "Pollaczek–Khinchine", zh: "波拉切克–辛钦公式"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals, one server, any law of service, endless patience; the mean wait is the same in any order that does not look at service times",
    zh: "泊松到达，单服务台，服务时间任意分布，顾客不离开；只要排队次序与服务时间无关，平均等待都相同",
  },
  source: 'Pollaczek (1930), "Über eine Aufgabe der Wahrscheinlichkeitstheorie", Math. Z. 32; Khinchine (1932)',
};

export const TAKACS_VARIANCE: Formula = {
  name: {en: "Takács's second moment", zh: "塔卡奇二阶矩公式"},
  kind: "exact",
  validity: {en: "Poisson arrivals, one server, first come first served", zh: "泊松到达，单服务台，先到先服务"},
  source: 'Takács (1962), "A single-server queue with Poisson input", Operations Research 10, 388-394',
};

/** Service told by its moments about zero, in seconds, seconds² and seconds³. */
export interface ServiceMoments {
  readonly mean: Seconds;
  readonly second: number;
  /** Without it there is no variance of the wait. */
  readonly third?: number;
}

/** @throws RangeError naming the moment if they belong to no law of times */
export function requireMoments({mean, second, third}: ServiceMoments): void {
  requirePositive("mean service time", mean);
  requirePositive("second moment of service", second);
  // 1e-12: a constant service time squared is rounded too
  if (second < mean * mean * (1 - 1e-12))
    throw new RangeError(`second moment of service must be at least the squared mean ${mean * mean}, got ${second}`);
  if (third === undefined) return;
  requirePositive("third moment of service", third);
  if (third * mean < second * second * (1 - 1e-12))
    throw new RangeError(`third moment of service must be at least second²/mean = ${(second * second) / mean}, got ${third}`);
}

/** Moments of a time with mean and squared coefficient of variation; the third stays unknown. */
export function momentsOf(mean: Seconds, squaredCV: number): ServiceMoments {
  requirePositive("mean", mean);
  requireNotNegative("squaredCV", squaredCV);
  return {mean, second: mean * mean * (1 + squaredCV)};
}

/** Mean wait of M/G/1 to rounding; Infinity in overload. */
export function meanWaitTime(arrivalRate: PerSecond, service: ServiceMoments): Seconds {
  requirePositive("arrivalRate", arrivalRate);
  requireMoments(service);
  const idle = 1 - arrivalRate * service.mean;
  return idle > 0 ? (arrivalRate * service.second) / (2 * idle) : Infinity;
}

/** E[Wq²] of M/G/1, first come first served, in seconds²; Infinity in overload. */
export function secondMomentOfWait(arrivalRate: PerSecond, service: ServiceMoments & {third: number}): number {
  const wait = meanWaitTime(arrivalRate, service);
  if (wait === Infinity) return Infinity;
  return 2 * wait * wait + (arrivalRate * service.third) / (3 * (1 - arrivalRate * service.mean));
}

/** Variance of the wait of M/G/1, first come first served, in seconds²; a sum of positive terms. */
export function varianceOfWait(arrivalRate: PerSecond, service: ServiceMoments & {third: number}): number {
  const wait = meanWaitTime(arrivalRate, service);
  if (wait === Infinity) return Infinity;
  return wait * wait + (arrivalRate * service.third) / (3 * (1 - arrivalRate * service.mean));
}

/** Everything that the moments of service say about M/G/1. Percentiles and tails need the whole law and are absent below overload. */
export function solveMG1({arrivalRate, service}: {arrivalRate: PerSecond; service: ServiceMoments}): LongRun {
  const wait = meanWaitTime(arrivalRate, service);
  const found = fromMeanWait({arrivalRate, serviceTime: service.mean, servers: 1}, wait, POLLACZEK_KHINCHINE);
  const variance =
    service.third === undefined
      ? {}
      : {waitVariance: answer(varianceOfWait(arrivalRate, {...service, third: service.third}), TAKACS_VARIANCE)};
  if (wait === Infinity) return {...found, ...variance, ...overloadAnswers(POLLACZEK_KHINCHINE)};
  return {...found, ...variance, waiting: answer(arrivalRate * service.mean, POLLACZEK_KHINCHINE)};
}
