/** Markov chains solved state by state: what balking, an unhappy last in line and modulated arrivals must come to, without any simulation. */

/** A birth-death chain's long-run probabilities; births and deaths by state. */
export function birthDeath(birth: (n: number) => number, death: (n: number) => number): number[] {
  const weight = [1];
  let most = 1;
  for (let n = 0; n < 20 || weight[n] > 1e-18 * most; n++) {
    weight.push((weight[n] * birth(n)) / death(n + 1));
    most = Math.max(most, weight[n + 1]);
    if (n > 1e5) throw new RangeError("the line only grows");
  }
  const whole = weight.reduce((sum, w) => sum + w, 0);
  return weight.map((w) => w / whole);
}

const mean = (shares: number[], value: (n: number) => number) => shares.reduce((sum, share, n) => sum + share * value(n), 0);

export interface BalkingChain {
  servers: number;
  /** Customers per unit of time, and the mean service in that unit. */
  arrivals: number;
  service: number;
  /** The share who stay on finding n people in the system. */
  stays: (n: number) => number;
}

/** M/M/c where whoever finds n people joins with a probability of n: the share of those who balk, and the mean wait of those who join. */
export function balkingChain({servers, arrivals, service, stays}: BalkingChain): {balked: number; wait: number} {
  const shares = birthDeath(
    (n) => arrivals * stays(n),
    (n) => Math.min(servers, n) / service,
  );
  const joined = mean(shares, stays);
  return {balked: 1 - joined, wait: mean(shares, (n) => Math.max(0, n - servers)) / (arrivals * joined)};
}

/** M/M/c+M where the patience of the last in line runs `faster` times as fast: the share who give up, and the mean number waiting. */
export function unhappyLast(
  servers: number,
  arrivals: number,
  service: number,
  patience: number,
  faster: number,
): {gaveUp: number; waiting: number} {
  const leaving = (n: number) => (n > servers ? (n - servers - 1 + faster) / patience : 0);
  const shares = birthDeath(
    () => arrivals,
    (n) => Math.min(servers, n) / service + leaving(n),
  );
  return {gaveUp: mean(shares, leaving) / arrivals, waiting: mean(shares, (n) => Math.max(0, n - servers))};
}

/**
 * MMPP/M/1: mean wait by the matrix-geometric solution, π(n + 1) = π(n) R with A0 + R A1 + R² A2 = 0.
 * Source: Neuts (1981), Matrix-Geometric Solutions in Stochastic Models, chapter 3.
 */
export function mmppWait(rates: readonly number[], generator: readonly (readonly number[])[], service: number): number {
  const m = rates.length;
  const mu = 1 / service;
  const inner = generator.map((row, i) => row.map((q, j) => q - (i === j ? rates[i] + mu : 0)));
  const first = generator.map((row, i) => row.map((q, j) => q - (i === j ? rates[i] : 0)));
  const up = rates.map((rate, i) => rates.map((_, j) => (i === j ? rate : 0)));
  const back = inverse(inner).map((row) => row.map((x) => -x));
  let R = up.map((row) => row.map(() => 0));
  for (let step = 0; step < 1e6; step++) {
    const next = times(plus(up, scaled(times(R, R), mu)), back);
    const change = Math.max(...next.flatMap((row, i) => row.map((x, j) => Math.abs(x - R[i][j]))));
    R = next;
    if (change < 1e-15) break;
  }
  // π(0) (first + R mu) = 0 and π(0) (I - R)^-1 1 = 1.
  const balance = plus(first, scaled(R, mu));
  const whole = inverse(plus(identity(m), scaled(R, -1)));
  const equations = identity(m).map((_, j) =>
    Array.from({length: m}, (_, i) => (j < m - 1 ? balance[i][j] : whole[i].reduce((a, b) => a + b, 0))),
  );
  const start = inverse(equations).map((row) => row[m - 1]);
  const sum = (row: number[]) => row.reduce((a, b) => a + b, 0);
  const levels = times([start], times(R, times(whole, whole)))[0]; // Σ n π(n)
  const busy = sum(times([start], times(R, whole))[0]);
  const phases = times([start], whole)[0];
  const arrivals = phases.reduce((total, share, i) => total + share * rates[i], 0);
  return (sum(levels) - busy) / arrivals;
}

type Matrix = number[][];
const identity = (m: number): Matrix => Array.from({length: m}, (_, i) => Array.from({length: m}, (_, j) => (i === j ? 1 : 0)));
const plus = (a: Matrix, b: Matrix): Matrix => a.map((row, i) => row.map((x, j) => x + b[i][j]));
const scaled = (a: Matrix, by: number): Matrix => a.map((row) => row.map((x) => x * by));
const times = (a: Matrix, b: Matrix): Matrix => a.map((row) => b[0].map((_, j) => row.reduce((sum, x, k) => sum + x * b[k][j], 0)));

function inverse(matrix: Matrix): Matrix {
  const m = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...identity(m)[i]]);
  for (let column = 0; column < m; column++) {
    const pivot = rows.findIndex(
      (row, i) => i >= column && Math.abs(row[column]) === Math.max(...rows.slice(column).map((one) => Math.abs(one[column]))),
    );
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    const lead = rows[column][column];
    rows[column] = rows[column].map((x) => x / lead);
    for (let i = 0; i < m; i++) {
      const factor = rows[i][column];
      if (i !== column) rows[i] = rows[i].map((x, j) => x - factor * rows[column][j]);
    }
  }
  return rows.map((row) => row.slice(m));
}
