/**
 * Period by period, rows are folded and forgotten: per ratio the sums of its two numbers up to their third powers, from which
 * its value, its linearised variance and its skewness follow exactly.
 *
 *   u, v       x_i - x_0 and y_i - y_0: distances from the first replication, so that squares of large numbers do not cancel
 *   kept       Σu Σv Σu² Σuv Σv² Σu³ Σu²v Σuv² Σv³, each with the digits that rounding took
 *   z_i        (y_i - r x_i) / x̄ = (c + v - r u) / x̄ with c = y_0 - r x_0
 */
import type {Replication} from "../replication/replication.ts";
import {type Spread, spreadFromSums} from "./interval.ts";
import type {PeriodMeasure} from "./measures.ts";
import type {Terms} from "./formula.ts";

const SUMS = 9;
const ROUNDING = 1 / 281_474_976_710_656; // 2^-48

export class PeriodCells {
  readonly measures: readonly PeriodMeasure[];
  private readonly first: Float64Array; // x_0, y_0 by cell
  private readonly sums: Float64Array; // SUMS by cell
  private readonly lost: Float64Array; // what did not fit into them
  private count = 0;

  constructor(measures: readonly PeriodMeasure[]) {
    this.measures = measures;
    this.first = new Float64Array(2 * measures.length);
    this.sums = new Float64Array(SUMS * measures.length);
    this.lost = new Float64Array(SUMS * measures.length);
  }

  add({row}: Replication): void {
    const {measures, first} = this;
    for (let cell = 0; cell < measures.length; cell++) {
      const {formula} = measures[cell];
      const x = formula.kind === "mean" ? 1 : combine(formula.per, row);
      const y = combine(formula.of, row);
      if (this.count === 0) {
        first[2 * cell] = x;
        first[2 * cell + 1] = y;
        continue;
      }
      const u = x - first[2 * cell],
        v = y - first[2 * cell + 1];
      if (u === 0 && v === 0) continue;
      const at = SUMS * cell;
      this.sum(at, u);
      this.sum(at + 1, v);
      this.sum(at + 2, u * u);
      this.sum(at + 3, u * v);
      this.sum(at + 4, v * v);
      this.sum(at + 5, u * u * u);
      this.sum(at + 6, u * u * v);
      this.sum(at + 7, u * v * v);
      this.sum(at + 8, v * v * v);
    }
    this.count++;
  }

  /** Estimate and spread of a cell, and how many people (or whatever it is divided by) there were; null value where there was nobody. */
  claim(cell: number): {value: number | null; spread: Spread | null; size: number} {
    const n = this.count;
    const x0 = this.first[2 * cell],
      y0 = this.first[2 * cell + 1];
    const [u, v, uu, uv, vv, uuu, uuv, uvv, vvv] = Array.from(
      {length: SUMS},
      (_, k) => this.sums[SUMS * cell + k] + this.lost[SUMS * cell + k],
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

  /** Neumaier's sum, as in `math/summation.ts`, in place. */
  private sum(at: number, x: number): void {
    const before = this.sums[at];
    const next = before + x;
    this.lost[at] += Math.abs(before) >= Math.abs(x) ? before - next + x : x - next + before;
    this.sums[at] = next;
  }
}

export function combine(terms: Terms, row: Float64Array): number {
  let total = 0;
  for (const {column, times} of terms) total += times * row[column];
  return total;
}
