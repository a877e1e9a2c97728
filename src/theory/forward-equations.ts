/**
 * The forward equations of a queue whose staff stands still for a while: how the chance of every state moves on.
 *
 *   b, q   people being served, and waiting; q > 0 only while every server is busy
 *   c      servers on duty; b > c while some finish the customer they had when their shift ended
 *   r(s)   λ(t + s), given by its Taylor series
 *
 * The method is uniformisation: p(s) = Σ Poisson(k; Λs) a(k), with a(k + 1) from a(k) by one sparse product. Under a constant rate
 * a(k) is the chain after k events, all terms are positive and nothing cancels. Under a rate with a Taylor series the same expansion
 * holds; a(k + 1) then takes in a few earlier terms as well, so that a rate that swings is followed to rounding error, not in small steps.
 * Integrals over time come from the tails of the Poisson law, in the same pass.
 *
 * Exact but for rounding and for truncation at 1e-17 in probability; some 1e-13 after thousands of events.
 * Source: Grassmann (1977), "Transient solutions in Markovian queueing systems", Computers & Operations Research 4(1), 47-53;
 * de Souza e Silva and Gail (1986), for cumulative measures.
 */
import {poissonWeights} from "../math/poisson-weights.ts";
import type {PerSecond, Probability, Seconds} from "../units.ts";

/** What governs the queue until its staff changes. */
export interface Regime {
  servers: number;
  serviceRate: PerSecond;
  /** θ: how fast one waiting person gives up; 0: never. */
  abandonRate: PerSecond;
  /** Share of those who find all servers busy that leave at once. */
  balking: Probability;
  /** Waiting places; Infinity: always room. */
  room: number;
}

/**
 * The chance of every state. Below c busy servers nobody waits: index b. From there one row for each b from c up, of `places` + 1
 * states by people waiting: index c + (b - c)(places + 1) + q. The first row continues the line of indices, so a queue without
 * overtime is one chain by number in system.
 */
export interface StateChances {
  servers: number;
  /** People waiting at the most: the room, or where the chance of more is negligible. */
  places: number;
  /** Rows with b - c = 0, 1, …: more than one only while somebody works overtime. */
  rows: number;
  chances: Float64Array;
}

export function emptyQueue(servers: number, room: number): StateChances {
  const places = room === Infinity ? FIRST_PLACES : room;
  const state = blank(servers, places, 1);
  state.chances[0] = 1;
  return state;
}

const FIRST_PLACES = 30;
/** More than this on the last place of an endless room, and the room is made longer. */
const NEGLIGIBLE = 1e-17;
/** Events in one step at the most: beyond that the Poisson law's spread costs little more. */
const MOST_EVENTS = 400;
/** ωs at the most in one step: the rate's Taylor series then falls by a factor of four or more at every term. */
const LONGEST_SWING = 0.25;
const SERIES_TERMS = 24;

function blank(servers: number, places: number, rows: number): StateChances {
  return {servers, places, rows, chances: new Float64Array(servers + rows * (places + 1))};
}

/** Busy servers and people waiting at one index. */
export function stateAt(state: StateChances, index: number): {busy: number; waiting: number} {
  if (index < state.servers) return {busy: index, waiting: 0};
  const beyond = index - state.servers;
  const row = Math.floor(beyond / (state.places + 1));
  return {busy: state.servers + row, waiting: beyond - row * (state.places + 1)};
}

function indexOf(state: StateChances, busy: number, waiting: number): number {
  return busy < state.servers ? busy : state.servers + (busy - state.servers) * (state.places + 1) + waiting;
}

/** The same chances with another staff: `finish` lets those in service be finished, `interrupt` sends the surplus back to the line. */
export function changeStaff(state: StateChances, servers: number, drop: "finish" | "interrupt", room: number): StateChances {
  let mostBusy = servers;
  let mostWaiting = 0;
  const moved: [busy: number, waiting: number, chance: number][] = [];
  state.chances.forEach((chance, index) => {
    if (chance === 0) return;
    const {busy, waiting} = stateAt(state, index);
    const called = Math.min(waiting, Math.max(0, servers - busy));
    const present = busy + waiting;
    const next: [number, number, number] =
      drop === "finish" ? [busy + called, waiting - called, chance] : [Math.min(present, servers), Math.max(0, present - servers), chance];
    // The sent-back may overfill a room: they stay, nobody else is let in.
    mostBusy = Math.max(mostBusy, chance > 1e-25 ? next[0] : 0);
    mostWaiting = Math.max(mostWaiting, chance > 1e-25 ? next[1] : 0);
    moved.push(next);
  });
  const places = room === Infinity ? Math.max(mostWaiting, FIRST_PLACES) : Math.max(mostWaiting, room);
  const next = blank(servers, places, mostBusy - servers + 1);
  for (const [busy, waiting, chance] of moved)
    if (busy <= mostBusy && waiting <= places) next.chances[indexOf(next, busy, waiting)] += chance;
  return next;
}

function widened(state: StateChances): StateChances {
  const next = blank(state.servers, Math.ceil(state.places * 1.5) + 8, state.rows);
  state.chances.forEach((chance, index) => {
    if (chance === 0) return;
    const {busy, waiting} = stateAt(state, index);
    next.chances[indexOf(next, busy, waiting)] = chance;
  });
  return next;
}

/** What a while has been like: integrals over it by state, laid out like the chances at its end. */
export interface While {
  state: StateChances;
  /** ∫ p(s) ds: seconds spent in each state. */
  time: Float64Array;
  /** ∫ λ(s) p(s) ds: arrivals that find each state. */
  found: Float64Array;
}

/** How fast the chain can move, and how long a step may be, from here. */
export function longestStep(state: StateChances, regime: Regime, peak: PerSecond, frequency: number): Seconds {
  const events = MOST_EVENTS / leavingRate(state, regime, peak, frequency);
  return frequency > 0 ? Math.min(events, LONGEST_SWING / frequency) : events;
}

function leavingRate(state: StateChances, {serviceRate, abandonRate}: Regime, peak: PerSecond, frequency: number): PerSecond {
  const busiest = (state.servers + state.rows - 1) * serviceRate + state.places * abandonRate + peak;
  // Fast enough for the terms of a swinging rate to fall quickly, too.
  return Math.max(busiest, 20 * frequency) * 1.000001 + 1e-300;
}

/**
 * The chances `length` seconds on, and the integrals over them. `series` is λ's Taylor series at the beginning, `peak` its highest value
 * on the way. The line is made longer, and the step taken again, until its end does not matter.
 */
export function advance(
  before: StateChances,
  regime: Regime,
  series: readonly PerSecond[],
  peak: PerSecond,
  frequency: number,
  length: Seconds,
): While {
  let from = before;
  for (;;) {
    const result = step(from, regime, series, leavingRate(from, regime, peak, frequency), length);
    if (regime.room < Infinity || atTheEnd(result.state) <= NEGLIGIBLE) return result;
    from = widened(from);
  }
}

function atTheEnd({servers, places, rows, chances}: StateChances): Probability {
  let sum = 0;
  for (let row = 0; row < rows; row++) sum += chances[servers + row * (places + 1) + places];
  return sum;
}

function step(before: StateChances, regime: Regime, series: readonly PerSecond[], rate: PerSecond, length: Seconds): While {
  const size = before.chances.length;
  const row = before.places + 1;
  const {up, down, over} = rates(before, regime);
  const {first, weights, tails} = poissonWeights(rate * length);
  const last = first + weights.length - 1;
  const terms = termsThatMatter(series, last / rate);
  const history: Float64Array[] = Array.from({length: terms}, () => new Float64Array(size));
  history[0].set(before.chances);
  const chances = new Float64Array(size);
  const time = new Float64Array(size);
  const found = new Float64Array(size);
  const arriving = new Float64Array(size);
  for (let k = 0; k <= last; k++) {
    const now = history[k % terms];
    // The arrivals' part: λ(s) p(s) has its own expansion, from the rate's series and the last few terms.
    const constant = series[0];
    for (let i = 0; i < size; i++) arriving[i] = constant * now[i];
    for (let j = 1, scale = 1; j < terms && j <= k; j++) {
      scale *= (k - j + 1) / rate;
      const coefficient = series[j] * scale;
      const earlier = history[(k - j) % terms];
      for (let i = 0; i < size; i++) arriving[i] += coefficient * earlier[i];
    }
    const weight = k < first ? 0 : weights[k - first];
    const tail = (k < first ? 1 : tails[k - first]) / rate;
    for (let i = 0; i < size; i++) {
      chances[i] += weight * now[i];
      time[i] += tail * now[i];
      found[i] += tail * arriving[i];
    }
    if (k === last) break;
    // With one buffer this overwrites it from the left: a state to the left is never read again, but for its arrivals, kept by hand.
    const next = history[(k + 1) % terms];
    let fromTheLeft = 0;
    for (let i = 0; i < size; i++) {
      const moving = arriving[i] * up[i];
      let change = fromTheLeft - moving - (down[i] + over[i]) * now[i];
      if (i + 1 < size) change += down[i + 1] * now[i + 1];
      if (i + row < size) change += over[i + row] * now[i + row];
      next[i] = now[i] + change / rate;
      fromTheLeft = moving;
    }
  }
  return {state: {...before, chances}, time, found};
}

/** Terms of the series that still count over `reach` seconds. */
function termsThatMatter(series: readonly PerSecond[], reach: Seconds): number {
  let largest = 0;
  series.forEach((coefficient, j) => {
    let size = Math.abs(coefficient);
    for (let i = 0; i < j; i++) size *= reach;
    largest = Math.max(largest, size);
  });
  let terms = 1;
  series.forEach((coefficient, j) => {
    let size = Math.abs(coefficient);
    for (let i = 0; i < j; i++) size *= reach;
    if (size > 1e-18 * largest) terms = j + 1;
  });
  return terms;
}

export const TAYLOR_TERMS = SERIES_TERMS;

/** By state: the share of arrivals that go one up, the rate of going one down, and the rate of going one row back (overtime ends). */
function rates(
  state: StateChances,
  {servers, serviceRate, abandonRate, balking, room}: Regime,
): Record<"up" | "down" | "over", Float64Array> {
  const size = state.chances.length;
  const [up, down, over] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  for (let index = 0; index < size; index++) {
    const {busy, waiting} = stateAt(state, index);
    if (busy < servers) up[index] = 1;
    else up[index] = waiting >= Math.min(room, state.places) ? 0 : 1 - balking;
    if (busy <= servers) down[index] = busy * serviceRate + waiting * abandonRate;
    else {
      down[index] = waiting * abandonRate;
      over[index] = busy * serviceRate;
    }
  }
  return {up, down, over};
}
