/**
 * Period by period, rows are folded and forgotten: per ratio the sums of its two numbers up to their third powers, from which
 * its value, its linearised variance and its skewness follow exactly.
 *
 *   u, v       x_i - x_0 and y_i - y_0: distances from the first replication, so that squares of large numbers do not cancel
 *   kept       Σv Σv² Σv³ Σu Σu² Σu³ Σuv Σu²v Σuv², each with the digits that rounding took
 *   z_i        (y_i - r x_i) / x̄ = (c + v - r u) / x̄ with c = y_0 - r x_0
 */
import type {Replication} from "../replication/replication.ts";
import {type Spread, spreadFromSums} from "./interval.ts";
import type {PeriodMeasure} from "./measures.ts";
import type {Terms} from "./formula.ts";

const SUMS = 9;
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
  private readonly first: Float64Array; // x_0, y_0 by cell
  private readonly sums: Float64Array; // SUMS by cell, each with what did not fit into it beside it
  private readonly powers = new Float64Array(SUMS); // of one cell in the row that is added
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
    this.first = new Float64Array(2 * measures.length);
    this.sums = new Float64Array(2 * SUMS * measures.length);
  }

  add({row}: Replication): void {
    this.combineAll(row);
    const {xAt, yAt, first, numbers} = this;
    for (let cell = 0; cell < xAt.length; cell++) {
      const x = xAt[cell] === ONE ? 1 : numbers[xAt[cell]];
      const y = numbers[yAt[cell]];
      if (this.count === 0) {
        first[2 * cell] = x;
        first[2 * cell + 1] = y;
        continue;
      }
      const u = x - first[2 * cell],
        v = y - first[2 * cell + 1];
      if (u === 0 && v === 0) continue;
      const {powers} = this;
      powers[0] = v;
      powers[1] = v * v;
      powers[2] = v * v * v;
      powers[3] = u;
      powers[4] = u * u;
      powers[5] = u * u * u;
      powers[6] = u * v;
      powers[7] = u * u * v;
      powers[8] = u * v * v;
      // Of a mean, x_i is always x_0; and often nobody gave up. What is zero is not added.
      this.addPowers(cell, v === 0 ? 3 : 0, u === 0 ? 3 : v === 0 ? 6 : SUMS);
    }
    this.count++;
  }

  private combineAll(row: Float64Array): void {
    const {columns, times, endOfTerms, numbers} = this;
    for (let number = 0, term = 0; number < numbers.length; number++) {
      let total = 0;
      for (const end = endOfTerms[number]; term < end; term++) total += times[term] * row[columns[term]];
      numbers[number] = total;
    }
  }

  /** Powers `from` ... `end - 1`, by Neumaier's sums, as in `math/summation.ts`, in place. */
  private addPowers(cell: number, from: number, end: number): void {
    const {powers, sums} = this;
    for (let power = from, at = 2 * (SUMS * cell + from); power < end; power++, at += 2) {
      const x = powers[power];
      const before = sums[at];
      const next = before + x;
      sums[at + 1] += Math.abs(before) >= Math.abs(x) ? before - next + x : x - next + before;
      sums[at] = next;
    }
  }

  /** Estimate and spread of a cell, and how many people (or whatever it is divided by) there were; null value where there was nobody. */
  claim(cell: number): {value: number | null; spread: Spread | null; size: number} {
    const n = this.count;
    const x0 = this.first[2 * cell],
      y0 = this.first[2 * cell + 1];
    const [v, vv, vvv, u, uu, uuu, uv, uuv, uvv] = Array.from(
      {length: SUMS},
      (_, k) => this.sums[2 * (SUMS * cell + k)] + this.sums[2 * (SUMS * cell + k) + 1],
    );
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

export function combine(terms: Terms, row: Float64Array): number {
  let total = 0;
  for (const {column, times} of terms) total += times * row[column];
  return total;
}
