/**
 * The M/M/c queue on its way: empty at 0, at one moment later. Stable or overloaded.
 *
 * Exact but for rounding: uniformisation (forward-equations.ts).
 * Source: Grassmann (1977), "Transient solutions in Markovian queueing systems", Computers & Operations Research 4(1), 47-53.
 */
import type {PerSecond, Probability, Seconds} from "../units.ts";
import {constantRate} from "./rate-over-time.ts";
import {requireCount, requireNotNegative} from "./requirements.ts";
import {atLeastPresent, emptyAt, evolve, meanPresent, type TimeVaryingQueue} from "./time-varying-queue.ts";

export interface TransientAnswer {
  /** P(N(t) = 0). */
  empty: Probability;
  /** E[N(t)]. */
  numberInSystem: number;
  /** P(every server busy at t). */
  allBusy: Probability;
}

/**
 * An M/M/c queue that is empty at 0, at one moment later: stable or overloaded. Exact; about 1e-13 relative for thousands of events.
 *
 * @throws RangeError if an argument makes no sense
 */
export function transientFromEmpty(arrivalRate: PerSecond, serviceTime: Seconds, servers: number, time: Seconds): TransientAnswer {
  requireNotNegative("arrivalRate", arrivalRate);
  requireCount("servers", servers, 1);
  requireNotNegative("time", time);
  const queue: TimeVaryingQueue = {arrivalRate: constantRate(arrivalRate), serviceTime, staff: [{from: 0, servers}], staffDrop: "finish"};
  const state = time > 0 ? evolve(queue, emptyAt(queue, 0), 0, [time]).state : emptyAt(queue, 0);
  return {empty: state.chances[0], numberInSystem: meanPresent(state), allBusy: atLeastPresent(state, servers)};
}
