/**
 * Priorities: the most urgent first, within a class first come first served. Classes come in order, the most urgent at the front.
 *
 *   s_k = Σ_{i≤k} ρ_i        occupancy by classes 1 … k
 *   R   = Σ λ_i E[S_i²] / 2  work that a newcomer finds in service
 *   M/G/1, service is not interrupted    W_k = R / ((1 - s_{k-1}) (1 - s_k))                                Cobham
 *   M/G/1, interrupted and resumed       T_k = E[S_k]/(1 - s_{k-1}) + R_k / ((1 - s_{k-1}) (1 - s_k))       R_k counts classes 1 … k
 *   M/M/c, one µ, not interrupted        W_k = C/(cµ) / ((1 - s_{k-1}) (1 - s_k))                           Cobham, Kella and Yechiali
 *   M/M/c, one µ, interrupted            classes 1 … k together are an M/M/c: L_q by differences            Buzen and Bondi
 *   conservation                         Σ ρ_k W_k = ρ R / (1 - ρ) in any order that does not look at service times   Kleinrock
 *
 * Exact. In overload the first class that finds no room, and all behind it, wait without end; those before it do not.
 * Sources: Cobham (1954), Operations Research 2, 70-76; Kella and Yechiali (1985), "Waiting times in the non-preemptive priority
 * M/M/c queue", Stochastic Models 1, 257-262; Buzen and Bondi (1983), Operations Research 31, 456-465; Kleinrock (1965), Naval
 * Research Logistics Quarterly 12, 181-192.
 */
import type {PerSecond, Seconds} from "../units.ts";
import {answer, type Formula} from "./answer.ts";
import type {LongRun} from "./long-run.ts";
import {requireMoments, type ServiceMoments} from "./mg1.ts";
import {probabilityOfWaiting} from "./erlang-c.ts";
import {requireCount, requirePositive} from "./requirements.ts";

const priority = (en: string, zh: string, validityEn: string, validityZh: string, source: string): Formula => ({
  name: {en, zh},
  kind: "exact",
  validity: {en: validityEn, zh: validityZh},
  source,
});

export const COBHAM = priority(
  "Cobham, priorities without interruption",
  "科巴姆公式（非抢占优先）",
  "Poisson arrivals, one server, any law of service by class, nobody is interrupted",
  "泊松到达，单服务台，各类服务时间分布任意，不中断服务",
  'Cobham (1954), "Priority assignment in waiting line problems", Operations Research 2, 70-76',
);
export const PREEMPTIVE_RESUME = priority(
  "Priorities with interruption, work resumed",
  "抢占续作优先公式",
  "Poisson arrivals, one server, any law of service by class; the interrupted go on where they stopped",
  "泊松到达，单服务台，各类服务时间分布任意；被中断者从中断处继续",
  'Miller (1960), "Priority queues", Annals of Mathematical Statistics 31, 86-103',
);
export const KELLA_YECHIALI = priority(
  "M/M/c with priorities, without interruption",
  "M/M/c 非抢占优先",
  "Poisson arrivals, exponential service with the same mean in all classes, nobody is interrupted",
  "泊松到达，各类服务时间为同一指数分布，不中断服务",
  'Cobham (1954); Kella and Yechiali (1985), "Waiting times in the non-preemptive priority M/M/c queue", Stochastic Models 1, 257-262',
);
export const BUZEN_BONDI = priority(
  "M/M/c with priorities, with interruption",
  "M/M/c 抢占优先",
  "Poisson arrivals, exponential service with the same mean in all classes; the interrupted go on where they stopped",
  "泊松到达，各类服务时间为同一指数分布；被中断者从中断处继续",
  'Buzen and Bondi (1983), "The response times of priority classes under preemptive resume in M/M/m queues", Operations Research 31, 456-465',
);

export interface PriorityClass {
  readonly arrivalRate: PerSecond;
  readonly service: ServiceMoments;
}

function requireClasses(count: number): void {
  if (count === 0) throw new RangeError("classes must be 1 or more, got 0");
}

function requireLaws(classes: readonly PriorityClass[]): void {
  requireClasses(classes.length);
  for (const {arrivalRate, service} of classes) {
    requirePositive("arrivalRate", arrivalRate);
    requireMoments(service);
  }
}

/** Occupancy by the classes before each, and by those up to and with it. */
function loads(parts: readonly number[]): {before: number; upTo: number}[] {
  let sum = 0;
  return parts.map((part) => {
    const before = sum;
    sum += part;
    return {before, upTo: sum};
  });
}

/**
 * Mean waits of the classes of M/G/1, the most urgent first, nobody interrupted; Infinity for classes that find no room.
 * A class that has too much work keeps the server busy for ever, so those before it find one of its services under way.
 */
export function nonPreemptiveWaits(classes: readonly PriorityClass[]): Seconds[] {
  requireLaws(classes);
  const occupied = loads(classes.map(({arrivalRate, service}) => arrivalRate * service.mean));
  let found = 0;
  classes.forEach(({arrivalRate, service}, k) => {
    if (occupied[k].upTo < 1) found += (arrivalRate * service.second) / 2;
    else if (occupied[k].before < 1) found += ((1 - occupied[k].before) * service.second) / (2 * service.mean);
  });
  return occupied.map(({before, upTo}) => (upTo < 1 ? found / ((1 - before) * (1 - upTo)) : Infinity));
}

/** Mean time in the place, service and interruptions included, of the classes of M/G/1; interrupted work is resumed. */
export function preemptiveResumeSojourns(classes: readonly PriorityClass[]): Seconds[] {
  requireLaws(classes);
  const occupied = loads(classes.map(({arrivalRate, service}) => arrivalRate * service.mean));
  let found = 0;
  return classes.map(({arrivalRate, service}, k) => {
    const {before, upTo} = occupied[k];
    found += (arrivalRate * service.second) / 2;
    return upTo < 1 ? service.mean / (1 - before) + found / ((1 - before) * (1 - upTo)) : Infinity;
  });
}

/** Σ ρ_k W_k, the same in every order that is blind to service times and interrupts nobody; Infinity in overload. */
export function conservedWait(classes: readonly PriorityClass[]): number {
  requireLaws(classes);
  let occupancy = 0;
  let found = 0;
  for (const {arrivalRate, service} of classes) {
    occupancy += arrivalRate * service.mean;
    found += (arrivalRate * service.second) / 2;
  }
  return occupancy < 1 ? (occupancy * found) / (1 - occupancy) : Infinity;
}

export interface EqualClasses {
  /** By class, the most urgent first. */
  readonly arrivalRates: readonly PerSecond[];
  /** The same exponential law for all. */
  readonly serviceTime: Seconds;
  readonly servers: number;
}

function requireEqualClasses({arrivalRates, serviceTime, servers}: EqualClasses): void {
  requireClasses(arrivalRates.length);
  for (const rate of arrivalRates) requirePositive("arrivalRate", rate);
  requirePositive("serviceTime", serviceTime);
  requireCount("servers", servers);
}

/** Mean waits of the classes of M/M/c, the most urgent first, nobody interrupted. */
export function nonPreemptiveWaitsOfMany(classes: EqualClasses): Seconds[] {
  requireEqualClasses(classes);
  const {arrivalRates, serviceTime, servers} = classes;
  const occupied = loads(arrivalRates.map((rate) => (rate * serviceTime) / servers));
  const found = (probabilityOfWaiting(occupied[occupied.length - 1].upTo * servers, servers) * serviceTime) / servers;
  return occupied.map(({before, upTo}) => (upTo < 1 ? found / ((1 - before) * (1 - upTo)) : Infinity));
}

/**
 * Mean time in line, interruptions included, of the classes of M/M/c; the interrupted go on where they stopped.
 * Right to rounding times the share of a class among those up to it: of a class of one in a million the last six digits are lost.
 */
export function preemptiveWaitsOfMany(classes: EqualClasses): Seconds[] {
  requireEqualClasses(classes);
  const {arrivalRates, serviceTime, servers} = classes;
  const occupied = loads(arrivalRates.map((rate) => (rate * serviceTime) / servers));
  // people waiting of classes 1 … k
  const lengths = occupied.map(({upTo}) => (upTo < 1 ? (probabilityOfWaiting(upTo * servers, servers) * upTo) / (1 - upTo) : Infinity));
  return lengths.map((length, k) => (length === Infinity ? Infinity : Math.max(0, length - (lengths[k - 1] ?? 0)) / arrivalRates[k]));
}

function fromWaits(waits: readonly Seconds[], rates: readonly PerSecond[], serviceTimes: readonly Seconds[], formula: Formula): LongRun[] {
  return waits.map((wait, k) => ({
    waitTime: answer(wait, formula),
    waitOfServed: answer(wait, formula),
    sojournTime: answer(wait + serviceTimes[k], formula),
    queueLength: answer(rates[k] * wait, formula),
    numberInSystem: answer(rates[k] * (wait + serviceTimes[k]), formula),
  }));
}

/** M/G/1 with priorities, one answer for each class. With interruption `waitTime` is all time not being served. */
export function solvePriorities(classes: readonly PriorityClass[], interrupts: boolean): LongRun[] {
  const means = classes.map(({service}) => service.mean);
  const waits = interrupts ? preemptiveResumeSojourns(classes).map((sojourn, k) => sojourn - means[k]) : nonPreemptiveWaits(classes);
  return fromWaits(
    waits,
    classes.map(({arrivalRate}) => arrivalRate),
    means,
    interrupts ? PREEMPTIVE_RESUME : COBHAM,
  );
}

/** M/M/c with priorities and one law of service, one answer for each class. */
export function solvePrioritiesOfMany(classes: EqualClasses, interrupts: boolean): LongRun[] {
  const waits = interrupts ? preemptiveWaitsOfMany(classes) : nonPreemptiveWaitsOfMany(classes);
  return fromWaits(
    waits,
    classes.arrivalRates,
    classes.arrivalRates.map(() => classes.serviceTime),
    interrupts ? BUZEN_BONDI : KELLA_YECHIALI,
  );
}
