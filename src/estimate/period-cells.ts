/**
 * Period by period, rows are folded and forgotten: per ratio the sums of its two numbers up to their third powers, from which
 * its value, its linearised variance and its skewness follow exactly.
 *
 *   u, v       x_i - x_0 and y_i - y_0: distances from the first replication, so that squares of large numbers do not cancel
 *   kept       of each number Σu Σu² Σu³, of each cell Σuv Σu²v Σuv², each with the digits that rounding took
 *   z_i        (y_i - r x_i) / x̄ = (c + v - r u) / x̄ with c = y_0 - r x_0
 */
import type {Replication} from "../replication/replication.ts";
import {type Spread, spreadFromSums} from "./interval.ts";
import type {PeriodMeasure} from "./measures.ts";
import type {Terms} from "./formula.ts";

const POWERS = 3;
const BLOCK = 64; // rows that wait until their powers are added, at the most
const ROUNDING = 1 / 281_474_976_710_656; // 2^-48
const ONE = -1; // instead of a number's place: it is 1

export class PeriodCells {
  readonly measures: readonly PeriodMeasure[];
  // The numbers that cells are made of, each once: the people of a half hour stand below several measures.
  private readonly columns: Int32Array; // of all their terms, one number after another
  private readonly times: Float64Array; // likewise
  private readonly endOfTerms: Int32Array; // by number
  private readonly xAt: Int32Array; // by cell: its number, or `ONE`
  private readonly yAt: Int32Array; // likewise
  private readonly first: Float64Array; // by number, in the first row
  private readonly away: Float64Array[]; // from there, by number, in the rows that wait
  private readonly isAway: Uint8Array; // by number: in any of them
  private readonly own: Float64Array; // POWERS by number, each with what did not fit into it beside it
  private readonly cross: Float64Array; // POWERS by cell, likewise
  private count = 0;
  private waiting = 0; // rows that are not in the sums yet

  constructor(measures: readonly PeriodMeasure[]) {
    this.measures = measures;
    const distinct = new Map<string, {place: number; terms: Terms}>();
    const placeOf = (terms: Terms): number => {
      const key = terms.map(({column, times}) => `${column} ${times}`).join();
      let number = distinct.get(key);
      if (number === undefined) distinct.set(key, (number = {place: distinct.size, terms}));
      return number.place;
    };
    this.xAt = Int32Array.from(measures, ({formula}) => (formula.kind === "mean" ? ONE : placeOf(formula.per)));
    this.yAt = Int32Array.from(measures, ({formula}) => placeOf(formula.of));
    const all = [...distinct.values()].flatMap(({terms}) => terms);
    this.columns = Int32Array.from(all, ({column}) => column);
    this.times = Float64Array.from(all, ({times}) => times);
    this.endOfTerms = new Int32Array(distinct.size);
    let end = 0;
    for (const {place, terms} of distinct.values()) this.endOfTerms[place] = end += terms.length;
    this.first = new Float64Array(distinct.size);
    this.away = Array.from({length: distinct.size}, () => new Float64Array(BLOCK));
    this.isAway = new Uint8Array(distinct.size);
    this.own = new Float64Array(2 * POWERS * distinct.size);
    this.cross = new Float64Array(2 * POWERS * measures.length);
  }

  add({row}: Replication): void {
    const {columns, times, endOfTerms, first, away} = this;
    const isFirst = this.count++ === 0;
    for (let number = 0, term = 0; number < first.length; number++) {
      let total = 0;
      for (const end = endOfTerms[number]; term < end; term++) total += times[term] * row[columns[term]];
      if (isFirst) first[number] = total;
      else away[number][this.waiting] = total - first[number];
    }
    if (!isFirst && ++this.waiting === BLOCK) this.fold();
  }

  /** Adds the powers of the rows that wait, one number after another, so that what is summed stays at hand. */
  private fold(): void {
    const {xAt, yAt, away, isAway, own, cross, waiting} = this;
    const terms = new Float64Array(waiting);
    for (const [number, u] of away.entries()) {
      isAway[number] = isAnyAway(u, waiting) ? 1 : 0; // often nobody gave up, in none of them
      if (isAway[number] === 0) continue;
      const at = 2 * POWERS * number;
      addUp(u, waiting, own, at);
      multiply(u, u, terms);
      addUp(terms, waiting, own, at + 2);
      multiply(terms, u, terms);
      addUp(terms, waiting, own, at + 4);
    }
    for (let cell = 0; cell < xAt.length; cell++) {
      const x = xAt[cell];
      const y = yAt[cell];
      if (x === ONE || isAway[x] === 0 || isAway[y] === 0) continue; // of a mean, x_i is always x_0
      const at = 2 * POWERS * cell;
      multiply(away[x], away[y], terms);
      addUp(terms, waiting, cross, at);
      multiply(terms, away[y], terms);
      addUp(terms, waiting, cross, at + 4);
      multiply(away[x], away[x], terms);
      multiply(terms, away[y], terms);
      addUp(terms, waiting, cross, at + 2);
    }
    this.waiting = 0;
  }

  /** Estimate and spread of a cell, and how many people (or whatever it is divided by) there were; null value where there was nobody. */
  claim(cell: number): {value: number | null; spread: Spread | null; size: number} {
    if (this.waiting > 0) this.fold();
    const n = this.count;
    const [x, y] = [this.xAt[cell], this.yAt[cell]];
    const [x0, y0] = [x === ONE ? 1 : this.first[x], this.first[y]];
    const [u, uu, uuu] = x === ONE ? [0, 0, 0] : powersOf(this.own, x);
    const [v, vv, vvv] = powersOf(this.own, y);
    const [uv, uuv, uvv] = powersOf(this.cross, cell);
    const size = n * x0 + u;
    if (!(size > 0)) return {value: null, spread: null, size: 0};
    const r = (n * y0 + v) / size;
    const mean = size / n;
    const offset = y0 - r * x0;
    const c = Math.abs(offset) <= ROUNDING * Math.abs(y0) ? 0 : offset;
    // Powers of w = v - r u, then of z = (c + w) / mean.
    const w = v - r * u;
    const w2 = vv - 2 * r * uv + r * r * uu;
    const w3 = vvv - 3 * r * uvv + 3 * r * r * uuv - r * r * r * uuu;
    const squares = n * c * c + 2 * c * w + w2;
    const cubes = n * c * c * c + 3 * c * c * w + 3 * c * w2 + w3;
    return {value: r, spread: spreadFromSums(n, Math.max(0, squares) / (mean * mean), cubes / (mean * mean * mean)), size};
  }
}

function isAnyAway(u: Float64Array, count: number): boolean {
  for (let i = 0; i < count; i++) if (u[i] !== 0) return true;
  return false;
}

function multiply(a: Float64Array, b: Float64Array, into: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i] = a[i] * b[i];
}

/** Adds terms to a sum and to what it lost beside it, in place, as `math/summation.ts` does. */
function addUp(terms: Float64Array, count: number, sums: Float64Array, at: number): void {
  let sum = sums[at];
  let lost = sums[at + 1];
  for (let i = 0; i < count; i++) {
    const next = sum + terms[i];
    const added = next - sum;
    lost += sum - (next - added) + (terms[i] - added);
    sum = next;
  }
  sums[at] = sum;
  sums[at + 1] = lost;
}

function powersOf(sums: Float64Array, row: number): [number, number, number] {
  const at = 2 * POWERS * row;
  return [sums[at] + sums[at + 1], sums[at + 2] + sums[at + 3], sums[at + 4] + sums[at + 5]];
}

export function combine(terms: Terms, row: Float64Array): number {
  let total = 0;
  for (const {column, times} of terms) total += times * row[column];
  return total;
}
