/** A caller's mistake is a RangeError with the name and the value. */

import type {Queue} from "./long-run.ts";

export function requirePositive(name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} must be more than 0 and finite, got ${value}`);
}

export function requireNotNegative(name: string, value: number): void {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`${name} must be 0 or more and finite, got ${value}`);
}

/** Formulas go through servers, rooms and people one by one: more would not end while anybody waits for it. */
export const MOST_COUNT = 10_000_000;

/** Servers, rooms, sources: whole, at least `least`, and no more than can be gone through. */
export function requireCount(name: string, value: number, least = 1, most = MOST_COUNT): void {
  if (!(Number.isInteger(value) && value >= least))
    throw new RangeError(`${name} must be a whole number of ${least} or more, got ${value}`);
  requireAtMost(name, value, most);
}

export function requireAtMost(name: string, value: number, most = MOST_COUNT): void {
  if (!(value <= most)) throw new RangeError(`${name} must be at most ${most}, got ${value}`);
}

/** A moment of the clock, before or after zero. */
export function requireMoment(name: string, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${name} must be finite, got ${value}`);
}

export function requireProbability(name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} must lie between 0 and 1, got ${value}`);
}

/** A length of time to ask about: Infinity is one. */
export function requireTime(name: string, value: number): void {
  if (!(value >= 0)) throw new RangeError(`${name} must be 0 or more, got ${value}`);
}

/** Arrivals and service of one place with whole servers. */
export function requireQueue({arrivalRate, serviceTime, servers}: Queue): void {
  requirePositive("arrivalRate", arrivalRate);
  requirePositive("serviceTime", serviceTime);
  requireCount("servers", servers);
}

/** The same where a fraction of a server counts. */
export function requireFractionalQueue({arrivalRate, serviceTime, servers}: Queue): void {
  requirePositive("arrivalRate", arrivalRate);
  requirePositive("serviceTime", serviceTime);
  requirePositive("servers", servers);
  requireAtMost("servers", servers);
}
