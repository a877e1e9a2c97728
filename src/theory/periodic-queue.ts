/**
 * The M(t)/M/c(t)+M queue whose days repeat for ever: rate and staff with a common period, in the long run.
 *
 * Exact but for rounding, as time-varying-queue.ts: cycles are gone through from empty until they no longer differ.
 * Source: Heyman and Whitt (1984), "The asymptotic behavior of queues with time-varying arrival rates", Journal of Applied Probability 21(1),
 * 143-156, for the periodic limit; the forward equations as there.
 */
import type {Seconds} from "../units.ts";
import {changeStaff, type StateChances, stateAt} from "./forward-equations.ts";
import {requirePositive} from "./requirements.ts";
import {
  type Account,
  emptyAt,
  evolve,
  nextStaffing,
  requireTimeVarying,
  servingAt,
  type TimeVaryingQueue,
  totalOf,
} from "./time-varying-queue.ts";

export interface Cycle {
  periods: Account[];
  total: Account;
  /** At the beginning of a cycle. */
  state: StateChances;
  /** Cycles from empty until they no longer differed. */
  cycles: number;
}

const MOST_CYCLES = 5000;

/**
 * The day that repeats for ever: rate and staff have the period `length`, and the account is of a cycle once cycles no longer differ (1e-12 in
 * total probability). `cuts` inside the cycle part its account. Undefined if the queue has no such state: it is offered as much as it
 * can serve and nobody gives up; its waits grow without end.
 *
 * The caller's rate must have the period; the staff is that of [0, length), repeated.
 *
 * @throws RangeError if an argument makes no sense, or 5,000 cycles were not enough (a load within a hair of what can be served)
 */
export function solveCycle(queue: TimeVaryingQueue, length: Seconds, cuts: readonly Seconds[] = [], within?: Seconds): Cycle | undefined {
  requireTimeVarying(queue);
  requirePositive("length", length);
  const {patience = Infinity, room = Infinity, serviceTime, balking = 0} = queue;
  if (patience === Infinity && room === Infinity && balking < 1) {
    let capacity = 0;
    for (let at = 0; at < length; ) {
      const next = Math.min(length, nextStaffing(queue, at));
      capacity += (servingAt(queue, at) * (next - at)) / serviceTime;
      at = next;
    }
    // Those who leave at once lighten it only while all are busy, which in an overload is always.
    if (queue.arrivalRate.integral(0, length) * (1 - balking) >= capacity) return undefined;
  }
  const ends = [...cuts.filter((cut) => cut > 0 && cut < length), length];
  const repeated = withNextCycles(queue, length, within ?? 0);
  let state = emptyAt(queue, 0);
  let before = Infinity;
  for (let cycles = 1; cycles <= MOST_CYCLES; cycles++) {
    const {accounts, state: after} = evolve(repeated, state, 0, ends, within);
    const begun = changeStaff(after, servingAt(queue, 0), queue.staffDrop, room);
    const difference = apart(state, begun);
    state = begun;
    // The differences fall geometrically in the end: what is still to come is one of them times ratio / (1 - ratio).
    const ratio = Math.min(difference / before, 0.999999);
    if (difference < 1e-14 || (cycles > 2 && (difference * ratio) / (1 - ratio) < 1e-12)) {
      return {periods: accounts, total: totalOf(accounts), state, cycles};
    }
    before = difference;
  }
  throw new RangeError(
    `arrivalRate must leave the queue room to settle within ${MOST_CYCLES} cycles, got a load within a hair of the capacity`,
  );
}

/** The staff of [0, length), again and again, as far as those who come in the cycle may wait. */
function withNextCycles(queue: TimeVaryingQueue, length: Seconds, reach: Seconds): TimeVaryingQueue {
  const first = {from: 0, servers: servingAt(queue, 0)};
  const cycle = [first, ...queue.staff.filter(({from}) => from > 0 && from < length)];
  if (cycle.length === 1) return {...queue, staff: cycle};
  const staff = [...cycle];
  for (let turn = 1; turn * length <= length + reach; turn++)
    staff.push(...cycle.map(({from, servers}) => ({from: from + turn * length, servers})));
  return {...queue, staff};
}

function apart(one: StateChances, other: StateChances): number {
  let sum = 0;
  const seen = new Map<number, number>();
  const key = (state: StateChances, index: number): number => {
    const {busy, waiting} = stateAt(state, index);
    return busy * 1e9 + waiting;
  };
  one.chances.forEach((chance, index) => {
    seen.set(key(one, index), chance);
  });
  other.chances.forEach((chance, index) => {
    const at = key(other, index);
    sum += Math.abs(chance - (seen.get(at) ?? 0));
    seen.delete(at);
  });
  for (const chance of seen.values()) sum += chance;
  return sum;
}
