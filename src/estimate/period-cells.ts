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
const ROUNDING = 1 / 281_474_976_710_656; // 2^-48
const ONE = -1; // instead of a number's place: it is 1

export class PeriodCells {
  readonly measures: readonly PeriodMeasure[];
  // The numbers that cells are made of, each once: the people of a half hour stand below several measures.
  private readonly columns: Int32Array; // of all their terms, one number after another
  private readonly times: Float64Array; // likewise
  private readonly endOfTerms: Int32Array; // by number
  private readonly numbers: Float64Array; // in the row that is added
  private readonly xAt: Int32Array; // by cell: place in `numbers`, or `ONE`
  private readonly yAt: Int32Array; // likewise
  private readonly first: Float64Array; // by number, in the first row
  private readonly away: Float64Array; // from there, in the row that is added
  private readonly own: Float64Array; // POWERS by number, each with what did not fit into it beside it
  private readonly cross: Float64Array; // POWERS by cell, likewise
  private count = 0;

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
    this.numbers = new Float64Array(distinct.size);
    this.endOfTerms = new Int32Array(distinct.size);
    let end = 0;
    for (const {place, terms} of distinct.values()) this.endOfTerms[place] = end += terms.length;
    this.first = new Float64Array(distinct.size);
    this.away = new Float64Array(distinct.size);
    this.own = new Float64Array(2 * POWERS * distinct.size);
    this.cross = new Float64Array(2 * POWERS * measures.length);
  }

  add({row}: Replication): void {
    this.combineAll(row);
    const {xAt, yAt, first, numbers, away, own, cross} = this;
    if (this.count++ === 0) {
      first.set(numbers);
      return;
    }
    // Often nobody gave up. What is zero is not added.
    for (let number = 0; number < numbers.length; number++) {
      const u = numbers[number] - first[number];
      away[number] = u;
      if (u === 0) continue;
      const at = 2 * POWERS * number;
      addTo(own, at, u);
      addTo(own, at + 2, u * u);
      addTo(own, at + 4, u * u * u);
    }
    for (let cell = 0; cell < xAt.length; cell++) {
      if (xAt[cell] === ONE) continue; // of a mean, x_i is always x_0
      const u = away[xAt[cell]];
      const v = away[yAt[cell]];
      if (u === 0 || v === 0) continue;
      const at = 2 * POWERS * cell;
      addTo(cross, at, u * v);
      addTo(cross, at + 2, u * u * v);
      addTo(cross, at + 4, u * v * v);
    }
  }

  private combineAll(row: Float64Array): void {
    const {columns, times, endOfTerms, numbers} = this;
    for (let number = 0, term = 0; number < numbers.length; number++) {
      let total = 0;
      for (const end = endOfTerms[number]; term < end; term++) total += times[term] * row[columns[term]];
      numbers[number] = total;
    }
  }

  /** Estimate and spread of a cell, and how many people (or whatever it is divided by) there were; null value where there was nobody. */
  claim(cell: number): {value: number | null; spread: Spread | null; size: number} {
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

/** One more term, compensated as in `math/summation.ts`, in place. What is lost is found without asking which of the two is larger (Knuth). */
function addTo(sums: Float64Array, at: number, x: number): void {
  const before = sums[at];
  const next = before + x;
  const added = next - before;
  sums[at + 1] += before - (next - added) + (x - added);
  sums[at] = next;
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
