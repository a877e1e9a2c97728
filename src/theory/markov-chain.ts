/**
 * The long run of a Markov chain in continuous time with finitely many states.
 *
 * By elimination of one state after another without any subtraction, so every probability, however small, comes out to about 1e-13
 * relative. Only the band of states that reach each other is kept: a chain whose transitions span b numbers costs n·b² and n·b places.
 * Source: Grassmann, Taksar and Heyman (1985), "Regenerative analysis and steady state distributions for Markov chains", Operations
 * Research 33(5), 1107-1116.
 */
import type {PerSecond} from "../units.ts";
import {requireCount} from "./requirements.ts";

/** `move(to, rate)` for every way out of a state. */
export type Transitions = (from: number, move: (to: number, rate: PerSecond) => void) => void;

/**
 * Long-run probabilities of states 0 … states - 1. Every state must lead to state 0 in the end; a state that 0 never leads to gets 0.
 *
 * @throws RangeError if a rate is negative or not finite, a state does not exist, or a state never leads to a lower one
 */
export function stationaryDistribution(states: number, transitions: Transitions): Float64Array {
  requireCount("states", states);
  let band = 0;
  const entries: [from: number, to: number, rate: number][] = [];
  for (let from = 0; from < states; from++) {
    transitions(from, (to, rate) => {
      if (!(rate >= 0 && rate < Infinity))
        throw new RangeError(`rate must be 0 or more and finite, got ${rate} from state ${from} to ${to}`);
      if (!(Number.isInteger(to) && to >= 0 && to < states)) throw new RangeError(`state must be one of 0 to ${states - 1}, got ${to}`);
      if (to === from || rate === 0) return;
      band = Math.max(band, Math.abs(to - from));
      entries.push([from, to, rate]);
    });
  }
  const width = 2 * band + 1;
  const rates = new Float64Array(states * width);
  for (const [from, to, rate] of entries) rates[from * width + (to - from + band)] += rate;
  // Watched only while it is below n: whoever goes up to n comes back somewhere below.
  const out = new Float64Array(states);
  for (let n = states - 1; n > 0; n--) {
    const lowest = Math.max(0, n - band);
    const row = n * width + band - n;
    let leaving = 0;
    for (let to = lowest; to < n; to++) leaving += rates[row + to];
    if (!(leaving > 0)) throw new RangeError(`states must lead to lower ones in the end, got none below from state ${n}`);
    out[n] = leaving;
    for (let from = lowest; from < n; from++) {
      const up = rates[from * width + (n - from + band)];
      if (up === 0) continue;
      const share = up / leaving;
      const base = from * width + band - from;
      for (let to = lowest; to < n; to++) rates[base + to] += share * rates[row + to];
    }
  }
  const chances = new Float64Array(states);
  chances[0] = 1;
  let sum = 1;
  for (let n = 1; n < states; n++) {
    let inflow = 0;
    for (let from = Math.max(0, n - band); from < n; from++) inflow += chances[from] * rates[from * width + (n - from + band)];
    chances[n] = inflow / out[n];
    sum += chances[n];
    if (sum > 1e200) {
      for (let i = 0; i <= n; i++) chances[i] /= sum;
      sum = 1;
    }
  }
  for (let n = 0; n < states; n++) chances[n] /= sum;
  return chances;
}

/**
 * Mean time from a state until one that is not among `states` (a move to a number of `states` or more) is reached; by elimination with
 * subtraction-free pivots. Dense: for some hundreds of states.
 *
 * @throws RangeError if a rate is negative or not finite
 */
export function meanTimeToLeave(states: number, transitions: Transitions, start: number): number {
  requireCount("states", states);
  if (!(Number.isInteger(start) && start >= 0 && start < states))
    throw new RangeError(`start must be one of 0 to ${states - 1}, got ${start}`);
  const rates = Array.from({length: states}, () => new Float64Array(states));
  const away = new Float64Array(states);
  const reward = new Float64Array(states).fill(1);
  for (let from = 0; from < states; from++) {
    transitions(from, (to, rate) => {
      if (!(rate >= 0 && rate < Infinity))
        throw new RangeError(`rate must be 0 or more and finite, got ${rate} from state ${from} to ${to}`);
      if (to >= states) away[from] += rate;
      else if (to !== from) rates[from][to] += rate;
    });
  }
  // Take out every state but the start: its time and its ways out are handed to those that lead to it.
  const order = Array.from({length: states}, (_, i) => i).filter((i) => i !== start);
  const left = new Set(order.concat(start));
  for (const n of order) {
    left.delete(n);
    let leaving = away[n];
    for (const to of left) leaving += rates[n][to];
    for (const from of left) {
      const share = rates[from][n] / leaving;
      if (!(share > 0)) continue;
      reward[from] += share * reward[n];
      away[from] += share * away[n];
      for (const to of left) if (to !== from) rates[from][to] += share * rates[n][to];
    }
  }
  return away[start] > 0 ? reward[start] / away[start] : Infinity;
}
