/**
 * The terminating day of an M(t)/M/c(t)+M queue: it opens empty, closes, and serves out who is there.
 *
 * Exact but for rounding, as time-varying-queue.ts; the time after closing in closed form.
 * Source: as there; definitions of a day's measures as ratios of expectations: Avramidis and L'Ecuyer (2005), "Modeling and simulation of call
 * centers", Proceedings of the Winter Simulation Conference, 144-152.
 */
import type {Seconds} from "../units.ts";
import type {Regime, StateChances} from "./forward-equations.ts";
import {type Account, emptyAt, evolve, regimeOf, type TimeVaryingQueue, totalOf} from "./time-varying-queue.ts";

/** A day that starts empty and, once closed, serves out who is there with the last staff. */
export interface Day {
  /** Whole day, the time after closing included. `to` is the closing time; staffArea counts opening hours alone. */
  total: Account;
  /** Until closing, cut where asked. */
  periods: Account[];
  /** After closing, in expectation: until the last has left. */
  afterClosing: {queueArea: number; busyArea: number; abandoned: number};
  /** Customers whose service is completed. */
  served: number;
  /** Mean wait of everyone who joins the line or is served at once: served or giving up, 0 for those who leave at once. */
  meanWait: Seconds;
  /** Busy share of the staffed time until closing; overtime of those whose shift ended can lift it over 1 (`finish`). */
  occupancy: number;
}

/**
 * A terminating day: empty at `opening`, no arrivals after `closing`, the line is served out with the staff of the last moment. With `within` the
 * accounts tell who is served within so long.
 *
 * @throws RangeError as `evolve` does
 */
export function solveDay(
  queue: TimeVaryingQueue,
  opening: Seconds,
  closing: Seconds,
  cuts: readonly Seconds[] = [],
  within?: Seconds,
): Day {
  if (!(closing > opening && closing < Infinity)) throw new RangeError(`closing must be after the opening at ${opening}, got ${closing}`);
  // After closing the staff stays as it is.
  const standing = {...queue, staff: queue.staff.filter(({from}, i) => i === 0 || from < closing)};
  const inside = cuts.filter((cut) => cut > opening && cut < closing);
  const {accounts: periods, state} = evolve(standing, emptyAt(standing, opening), opening, [...inside, closing], within);
  const afterClosing = servedOut(state, regimeOf(standing, state.servers));
  const total = totalOf(periods);
  const busyOpen = total.busyArea;
  total.queueArea += afterClosing.queueArea;
  total.busyArea += afterClosing.busyArea;
  total.abandoned += afterClosing.abandoned;
  const served = Math.max(0, total.arrivals - total.blocked - total.balked - total.abandoned);
  const joined = total.arrivals - total.blocked;
  return {
    total,
    periods,
    afterClosing,
    served,
    meanWait: joined > 0 ? total.queueArea / joined : Number.NaN,
    occupancy: total.staffArea > 0 ? busyOpen / total.staffArea : Number.NaN,
  };
}

/** Expected areas from closing until the last has left: first-step equations, all terms positive. */
function servedOut(state: StateChances, {servers, serviceRate, abandonRate}: Regime): Day["afterClosing"] {
  const width = state.places + 1;
  let queueArea = 0;
  let busyArea = 0;
  // By people waiting, for the number of busy servers at hand.
  let queueFrom = new Float64Array(width);
  let busyFrom = new Float64Array(width);
  for (let row = 0; row < state.rows; row++) {
    const busy = servers + row;
    const [queueHere, busyHere] = [new Float64Array(width), new Float64Array(width)];
    for (let q = 0; q < width; q++) {
      const ending = busy * serviceRate;
      const leaving = q * abandonRate;
      if (row === 0) {
        if (q === 0) busyHere[0] = busy / serviceRate;
        else {
          const out = ending + leaving;
          queueHere[q] = out > 0 ? (q + out * queueHere[q - 1]) / out : Infinity;
          busyHere[q] = out > 0 ? (busy + out * busyHere[q - 1]) / out : 0;
        }
      } else {
        const fewer = q > 0 ? leaving : 0;
        queueHere[q] = (q + ending * queueFrom[q] + (fewer > 0 ? fewer * queueHere[q - 1] : 0)) / (ending + fewer);
        // A server whose shift has ended does not take the next one.
        busyHere[q] = (busy + ending * busyFrom[q] + (fewer > 0 ? fewer * busyHere[q - 1] : 0)) / (ending + fewer);
      }
      const chance = state.chances[servers + row * width + q];
      if (chance > 0) {
        queueArea += chance * queueHere[q];
        busyArea += chance * busyHere[q];
      }
    }
    queueFrom = queueHere;
    busyFrom = busyHere;
  }
  for (let busy = 0; busy < servers; busy++) busyArea += (state.chances[busy] * busy) / serviceRate;
  return {queueArea, busyArea, abandoned: abandonRate > 0 ? abandonRate * queueArea : 0};
}
