/**
 * Dense matrices of doubles, row after row: what chains with a few hundred states need.
 *
 *   A B         product
 *   X = B A⁻¹   solved, never by an inverse that is kept
 *   π Q = 0     the long-run shares of a chain with generator Q, without a subtraction
 *
 * Sources: Grassmann, Taksar and Heyman (1985), "Regenerative analysis and steady state distributions for Markov chains",
 * Operations Research 33, 1107-1116, for the shares; elimination with row exchanges is classic.
 */

export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** Row after row. */
  readonly values: Float64Array;
}

export function zeroMatrix(rows: number, columns: number): Matrix {
  return {rows, columns, values: new Float64Array(rows * columns)};
}

export function matrixOf(rows: readonly (readonly number[])[]): Matrix {
  const matrix = zeroMatrix(rows.length, rows[0].length);
  rows.forEach((row, i) => matrix.values.set(row, i * matrix.columns));
  return matrix;
}

/** A B. Chains are mostly holes: zeros of A, and rows of B that are mostly zeros, cost nothing. */
export function product(a: Matrix, b: Matrix): Matrix {
  const result = zeroMatrix(a.rows, b.columns);
  const n = b.columns;
  // where the entries of B stand that are not zero, row after row
  const places = new Int32Array(b.values.length);
  const rowFrom = new Int32Array(b.rows + 1);
  let count = 0;
  for (let k = 0; k < b.rows; k++) {
    for (let j = 0; j < n; j++) if (b.values[k * n + j] !== 0) places[count++] = j;
    rowFrom[k + 1] = count;
  }
  const into = result.values;
  const from = b.values;
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.columns; k++) {
      const factor = a.values[i * a.columns + k];
      if (factor === 0) continue;
      const end = rowFrom[k + 1];
      if (end - rowFrom[k] === n) for (let j = 0; j < n; j++) into[i * n + j] += factor * from[k * n + j];
      else for (let at = rowFrom[k]; at < end; at++) into[i * n + places[at]] += factor * from[k * n + places[at]];
    }
  }
  return result;
}

/** a + factor · b. */
export function sum(a: Matrix, b: Matrix, factor = 1): Matrix {
  return {rows: a.rows, columns: a.columns, values: a.values.map((value, at) => value + factor * b.values[at])};
}

export function scaled(a: Matrix, factor: number): Matrix {
  return {rows: a.rows, columns: a.columns, values: a.values.map((value) => factor * value)};
}

/** A and B side by side. */
export function beside(a: Matrix, b: Matrix): Matrix {
  const result = zeroMatrix(a.rows, a.columns + b.columns);
  for (let i = 0; i < a.rows; i++) {
    result.values.set(a.values.subarray(i * a.columns, (i + 1) * a.columns), i * result.columns);
    result.values.set(b.values.subarray(i * b.columns, (i + 1) * b.columns), i * result.columns + a.columns);
  }
  return result;
}

/** Columns `from` to `to` (exclusive). */
export function columnsOf(a: Matrix, from: number, to: number): Matrix {
  const result = zeroMatrix(a.rows, to - from);
  for (let i = 0; i < a.rows; i++) result.values.set(a.values.subarray(i * a.columns + from, i * a.columns + to), i * result.columns);
  return result;
}

export function transposed(a: Matrix): Matrix {
  const result = zeroMatrix(a.columns, a.rows);
  for (let i = 0; i < a.rows; i++) for (let j = 0; j < a.columns; j++) result.values[j * a.rows + i] = a.values[i * a.columns + j];
  return result;
}

/** v A. */
export function rowTimes(row: Float64Array, a: Matrix): Float64Array {
  const result = new Float64Array(a.columns);
  for (let i = 0; i < a.rows; i++) {
    const factor = row[i];
    if (factor === 0) continue;
    const from = i * a.columns;
    for (let j = 0; j < a.columns; j++) result[j] += factor * a.values[from + j];
  }
  return result;
}

/** The X of A X = B, by elimination with row exchanges. A singular A gives infinities or NaN. */
export function solveRight(a: Matrix, b: Matrix): Matrix {
  const n = a.rows;
  const m = b.columns;
  const left = a.values.slice();
  const right = b.values.slice();
  // one past the last entry of each row that is not zero: bands stay narrow
  const ends = new Int32Array(n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (left[i * n + j] !== 0) ends[i] = j + 1;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(left[i * n + k]) > Math.abs(left[pivot * n + k])) pivot = i;
    if (pivot !== k) {
      exchange(left, n, k, pivot);
      exchange(right, m, k, pivot);
      [ends[k], ends[pivot]] = [ends[pivot], ends[k]];
    }
    const head = left[k * n + k];
    for (let i = k + 1; i < n; i++) {
      if (left[i * n + k] === 0) continue;
      const factor = left[i * n + k] / head;
      for (let j = k + 1; j < ends[k]; j++) left[i * n + j] -= factor * left[k * n + j];
      ends[i] = Math.max(ends[i], ends[k]);
      for (let j = 0; j < m; j++) right[i * m + j] -= factor * right[k * m + j];
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    const head = left[k * n + k];
    for (let j = 0; j < m; j++) right[k * m + j] /= head;
    for (let i = 0; i < k; i++) {
      const factor = left[i * n + k];
      if (factor === 0) continue;
      for (let j = 0; j < m; j++) right[i * m + j] -= factor * right[k * m + j];
    }
  }
  return {rows: n, columns: m, values: right};
}

/** The X of X A = B. */
export function solveLeft(a: Matrix, b: Matrix): Matrix {
  return transposed(solveRight(transposed(a), transposed(b)));
}

function exchange(values: Float64Array, width: number, one: number, other: number): void {
  for (let j = 0; j < width; j++) {
    const kept = values[one * width + j];
    values[one * width + j] = values[other * width + j];
    values[other * width + j] = kept;
  }
}

/**
 * Long-run shares of the states of an irreducible chain, from its rates between different states (the diagonal is not read).
 * No subtraction anywhere: each share is right to a few units in the last place times the number of states.
 */
export function longRunShares(generator: Matrix): Float64Array {
  const n = generator.rows;
  const rates = generator.values.slice();
  for (let k = n - 1; k > 0; k--) {
    let out = 0;
    for (let j = 0; j < k; j++) out += rates[k * n + j];
    for (let i = 0; i < k; i++) {
      const share = rates[i * n + k] / out;
      rates[i * n + k] = share;
      if (share === 0) continue;
      for (let j = 0; j < k; j++) if (j !== i) rates[i * n + j] += share * rates[k * n + j];
    }
  }
  const shares = new Float64Array(n);
  shares[0] = 1;
  let total = 1;
  for (let k = 1; k < n; k++) {
    for (let i = 0; i < k; i++) shares[k] += shares[i] * rates[i * n + k];
    total += shares[k];
  }
  return shares.map((share) => share / total);
}
