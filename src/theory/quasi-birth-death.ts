/**
 * Quasi-birth-death chains: levels that are left for the next or the one before only, with a few phases in each.
 *
 *   A0, A1, A2   rates up, within (with the negative diagonal) and down, the same for all levels from some level K on
 *   G            chances of the phase in which the level below is first reached
 *   R            A0 (-A1 - A0 G)⁻¹, so that x_{k+1} = x_k R for the long-run shares x_k of level k ≥ K
 *
 * Exact to rounding times the number of phases: G by logarithmic reduction, which doubles the depth it sees with each step; levels
 * below K are folded one by one into level 0, whose shares are found without a subtraction.
 * Sources: Neuts (1981), Matrix-Geometric Solutions in Stochastic Models; Latouche and Ramaswami (1993), "A logarithmic reduction
 * algorithm for quasi-birth-death processes", J. Appl. Prob. 30, 650-674.
 */
import {
  beside,
  columnsOf,
  longRunShares,
  type Matrix,
  product,
  rowTimes,
  scaled,
  solveLeft,
  solveRight,
  sum,
  transposed,
  zeroMatrix,
} from "../math/matrix.ts";

export interface Level {
  readonly up: Matrix;
  /** The diagonal holds minus all rates out of the phase. */
  readonly local: Matrix;
  /** To the level before; of level 0 not read. */
  readonly down: Matrix;
}

export interface Chain {
  /** Levels 0 … K-1; `up` of the last leads to the first of the others. May be none. */
  readonly first: readonly Level[];
  readonly others: Level;
  /** From level K to level K-1, where their phases differ. */
  readonly downToFirst: Matrix;
}

export interface LongRunLevels {
  /** Shares of levels 0 … K. */
  readonly shares: readonly Float64Array[];
  readonly ratio: Matrix;
  /** Σ x_k, Σ (k-K) x_k and Σ (k-K)(k-K-1) x_k over k ≥ K. */
  readonly mass: Float64Array;
  readonly firstMoment: Float64Array;
  readonly secondMoment: Float64Array;
}

const MOST_DOUBLINGS = 60;

/**
 * G of the repeating part, for a chain that comes back. Where steps down end in the first few phases only, G and all that leads to
 * it has no other columns, and those few are carried alone.
 */
export function firstPassage({up, local, down}: Level): Matrix {
  const minus = scaled(local, -1);
  const n = local.rows;
  const narrow = lastColumn(down) + 1;
  const solve = (system: Matrix, climbs: Matrix, falls: Matrix): [Matrix, Matrix] => {
    // up or down in the end, surely: rounding would double with every step
    const both = rowsToOne(solveRight(system, beside(climbs, falls)));
    return [columnsOf(both, 0, n), columnsOf(both, n, n + narrow)];
  };
  let [climb, fall] = solve(minus, up, columnsOf(down, 0, narrow));
  let passage = fall;
  let reach = climb;
  for (let turn = 0; turn < MOST_DOUBLINGS; turn++) {
    const top = transposed(columnsOf(transposed(climb), 0, narrow)); // rows of climb that fall can lead to
    const rest = sum(identity(n), product(fall, top), -1);
    const climbThenFall = product(climb, fall);
    for (let i = 0; i < n; i++) for (let j = 0; j < narrow; j++) rest.values[i * n + j] -= climbThenFall.values[i * narrow + j];
    const low = transposed(columnsOf(transposed(fall), 0, narrow)); // rows of fall that fall can lead to
    [climb, fall] = solve(rest, product(climb, climb), product(fall, low));
    const more = product(reach, fall);
    passage = sum(passage, more);
    if (largest(more) < 1e-17) break;
    reach = product(reach, climb);
    if (largest(reach) < 1e-17) break;
  }
  return widened(rowsToOne(passage), n);
}

/** A chain that comes back does so surely: what rounding took from a row is given back, or digits are lost near overload. */
function rowsToOne(a: Matrix): Matrix {
  const values = a.values.slice();
  for (let i = 0; i < a.rows; i++) {
    const row = values.subarray(i * a.columns, (i + 1) * a.columns);
    const total = totalOf(row);
    for (let j = 0; j < row.length; j++) row[j] /= total;
  }
  return {...a, values};
}

/** Zero columns behind, up to `columns`. */
function widened(a: Matrix, columns: number): Matrix {
  return a.columns === columns ? a : beside(a, zeroMatrix(a.rows, columns - a.columns));
}

function lastColumn({rows, columns, values}: Matrix): number {
  for (let j = columns - 1; j >= 0; j--) for (let i = 0; i < rows; i++) if (values[i * columns + j] !== 0) return j;
  return -1;
}

function identity(size: number): Matrix {
  const matrix = zeroMatrix(size, size);
  for (let i = 0; i < size; i++) matrix.values[i * size + i] = 1;
  return matrix;
}

function largest({values}: Matrix): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]));
  return most;
}

/** Long-run shares of a chain that comes back to level 0. Ask for an overloaded one and the sums diverge: do not. */
export function solveLevels({first, others, downToFirst}: Chain): LongRunLevels {
  const passage = firstPassage(others);
  const inner = sum(others.local, product(others.up, passage));
  const ratio = solveLeft(scaled(inner, -1), others.up);
  // fold from level K down: what a level does, seen only while the chain is at or below it
  let seen = sum(others.local, product(ratio, others.down));
  const climbs: Matrix[] = [];
  for (let k = first.length - 1; k >= 0; k--) {
    const climb = solveLeft(scaled(seen, -1), first[k].up);
    climbs.unshift(climb);
    seen = sum(first[k].local, product(climb, k === first.length - 1 ? downToFirst : first[k + 1].down));
  }
  const shares = [longRunShares(seen)];
  for (const climb of climbs) shares.push(rowTimes(shares[shares.length - 1], climb));
  const rest = sum(identity(ratio.rows), ratio, -1);
  const at = shares[shares.length - 1];
  // Σ R^i = (I - R)⁻¹, Σ i R^i = R (I - R)⁻², Σ i(i-1) R^i = 2 R² (I - R)⁻³
  const mass = rowOver(at, rest);
  const firstMoment = rowOver(rowTimes(mass, ratio), rest);
  const secondMoment = rowOver(rowTimes(firstMoment, ratio), rest).map((value) => 2 * value);
  let total = totalOf(mass);
  for (let k = 0; k < first.length; k++) total += totalOf(shares[k]);
  const normal = (row: Float64Array) => row.map((value) => value / total);
  return {
    shares: shares.map(normal),
    ratio,
    mass: normal(mass),
    firstMoment: normal(firstMoment),
    secondMoment: normal(secondMoment),
  };
}

/** v A⁻¹. */
function rowOver(row: Float64Array, a: Matrix): Float64Array {
  return solveLeft(a, {rows: 1, columns: row.length, values: row}).values;
}

export function totalOf(row: Float64Array): number {
  let sum = 0;
  for (const value of row) sum += value;
  return sum;
}
