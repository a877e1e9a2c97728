/**
 * The fluid queue: arrivals and service as if customers were water, for overloads so large that chance hardly matters.
 *
 *   λ(t)   inflow a second          cµ(t)   what can be served a second
 *   θ      rate at which one waiting customer gives up
 *   q'     = λ - cµ - θq while q > 0
 *
 * Approximate: right in the limit of many servers and overloads of the size of the load; says 0 where the load is under the capacity, however
 * near. Within a few per cent for lines of hundreds of people, useless for lines of a few.
 * Source: Newell (1982), "Applications of Queueing Theory"; with abandonment: Whitt (2006), "Fluid models for multiserver queues with
 * abandonments", Operations Research 54(1), 37-54.
 */
import {exp, expm1, log1p} from "../math/index.ts";
import type {PerSecond, Seconds} from "../units.ts";
import type {Formula} from "./answer.ts";
import {requireNotNegative, requirePositive} from "./requirements.ts";

export const FLUID: Formula = {
  name: {en: "deterministic fluid", zh: "确定性流体模型"},
  kind: "approximate",
  validity: {
    en: "long overloads of large places; a few per cent off for lines of hundreds, blind to lines that chance makes below capacity",
    zh: "大规模且持续的超载；队列达数百人时误差为百分之几，看不到未超载时由随机性产生的队列",
  },
  source: 'Newell (1982), "Applications of Queueing Theory"; Whitt (2006), Operations Research 54(1), 37-54',
};

/** A while with constant inflow and capacity. */
export interface FluidPiece {
  /** The last piece may last for ever. */
  length: Seconds;
  arrivalRate: PerSecond;
  /** Customers a second that all servers together can serve: cµ. */
  capacity: PerSecond;
}

export interface FluidLine {
  /** At the end of every piece: people waiting. */
  queue: number[];
  /** ∫ people waiting dt over everything; Infinity if it never ends. */
  queueArea: number;
  /** Gave up waiting. */
  abandoned: number;
  /** Seconds from the beginning to the last moment with a line; 0 if there never is one, Infinity if it never clears. */
  clearedAt: Seconds;
}

/**
 * The line through a row of pieces, each in closed form; exact for the fluid.
 *
 * @throws RangeError if a length is not more than 0, a rate is negative or not finite
 */
export function fluidLine(pieces: readonly FluidPiece[], abandonRate: PerSecond, queueAtStart = 0): FluidLine {
  requireNotNegative("abandonRate", abandonRate);
  requireNotNegative("queueAtStart", queueAtStart);
  let queue = queueAtStart;
  let at = 0;
  let clearedAt = 0;
  let queueArea = 0;
  const ends: number[] = [];
  for (const {length, arrivalRate, capacity} of pieces) {
    if (length !== Infinity) requirePositive("length", length);
    requireNotNegative("arrivalRate", arrivalRate);
    requireNotNegative("capacity", capacity);
    const excess = arrivalRate - capacity;
    const emptyAfter = timeToEmpty(queue, excess, abandonRate);
    const flowing = Math.min(length, emptyAfter);
    if (queue > 0 || excess > 0) {
      queueArea += area(queue, excess, abandonRate, flowing);
      clearedAt = at + flowing;
    }
    queue = emptyAfter < Infinity && emptyAfter <= length ? 0 : level(queue, excess, abandonRate, length);
    at += length;
    ends.push(queue);
  }
  return {queue: ends, queueArea, abandoned: abandonRate > 0 ? abandonRate * queueArea : 0, clearedAt};
}

/** Seconds until the line is empty under a constant excess of inflow; Infinity if it never is, 0 if it is and stays so. */
function timeToEmpty(queue: number, excess: PerSecond, abandonRate: PerSecond): Seconds {
  if (excess >= 0 && (queue > 0 || excess > 0)) return Infinity;
  if (queue === 0) return 0;
  return abandonRate === 0 ? queue / -excess : log1p((abandonRate * queue) / -excess) / abandonRate;
}

function level(queue: number, excess: PerSecond, abandonRate: PerSecond, time: Seconds): number {
  if (abandonRate === 0) return time === Infinity ? (excess > 0 ? Infinity : queue) : queue + excess * time;
  return Math.max(0, queue * exp(-abandonRate * time) - (excess / abandonRate) * expm1(-abandonRate * time));
}

function area(queue: number, excess: PerSecond, abandonRate: PerSecond, time: Seconds): number {
  if (time === Infinity) return Infinity;
  if (abandonRate === 0) return queue * time + (excess * time * time) / 2;
  // ∫ q e^(-θs) + (excess / θ)(1 - e^(-θs)) ds; for small θt the second part is a difference of near equals, so by its series.
  const decay = -expm1(-abandonRate * time) / abandonRate;
  const x = abandonRate * time;
  const rest = x < 1e-3 ? time * time * (1 / 2 - x / 6 + (x * x) / 24 - (x * x * x) / 120) : (time - decay) / abandonRate;
  return queue * decay + excess * rest;
}
