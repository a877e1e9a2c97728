/**
 * M/M/c with a line each, where people join the shortest and stay: solved to any precision, without any simulation. All times are
 * in mean services.
 *
 *   level   the shortest length, served person included
 *   phase   how much longer each of the other lines is, in order
 *
 * Where a line is so much longer that the phase is not kept, either nobody finishes there (more people than in truth) or
 * somebody of the longest line goes in their stead (fewer people): the truth lies between the two.
 * Method: π(n + 1) = π(n) R, with R from G by logarithmic reduction.
 * Sources: Latouche and Ramaswami (1993), "A Logarithmic Reduction Algorithm for Quasi-Birth-Death Processes", J. Appl. Prob. 30(3),
 * 650-674; Adan, van Houtum and van der Wal (1994), "Upper and Lower Bounds for the Waiting Time in the Symmetric Shortest Queue
 * System", Annals of Operations Research 48, 197-217.
 */

export interface ShortestLines {
  servers: number;
  occupancy: number;
  /** How much longer than the shortest a line is followed. */
  longest: number;
  bound: "below" | "above";
}

/** Mean wait, in mean services: a bound from below or from above. */
export function waitInShortestLines({servers, occupancy, longest, bound}: ShortestLines): number {
  const arrivals = occupancy * servers;
  const phases = phasesOf(servers - 1, longest);
  const rowOf = new Map(phases.map((phase, row) => [phase.join(), row]));
  const [up, within, down, atZero] = [0, 0, 0, 0].map(() => square(phases.length));

  for (const [row, phase] of phases.entries()) {
    /** Levels gained, and the phase that the lengths then have; no row if it is not kept. */
    const after = (line: number, change: number) => {
      const lengths = [0, ...phase];
      lengths[line] += change;
      lengths.sort((a, b) => a - b);
      const [shortest, ...others] = lengths;
      return {gained: shortest, to: rowOf.get(others.map((length) => length - shortest).join())};
    };
    const arrived = after(0, 1);
    (arrived.gained === 1 ? up : within)[row][arrived.to!] += arrivals;
    within[row][row] -= arrivals;
    if (arrived.gained === 0) atZero[row][arrived.to!] += arrivals;
    atZero[row][row] -= arrivals;
    for (let line = 0; line < servers; line++) {
      let done = after(line, -1);
      if (done.to === undefined && bound === "above") continue;
      if (done.to === undefined) done = after(servers - 1, -1);
      (done.gained === -1 ? down : within)[row][done.to!] += 1;
      within[row][row] -= 1;
      // At level 0 the shortest are empty, and so is every line as short.
      if (line === 0 || phase[line - 1] === 0) continue;
      atZero[row][done.to!] += 1;
      atZero[row][row] -= 1;
    }
  }

  const R = times(up, inverse(scaled(plus(within, times(up, firstPassage(up, within, down))), -1)));
  const one = identity(phases.length);
  const levels = inverse(plus(one, scaled(R, -1))); // Σ R^n
  // π(0) (atZero + R down) = 0 and π(0) Σ R^n 1 = 1, which stands in for the last balance.
  const equations = plus(atZero, times(R, down)).map((line, i) => [...line.slice(0, -1), total(levels[i])]);
  const empty = inverse(equations)[phases.length - 1];
  const byPhase = times([empty], levels);
  const people =
    byPhase[0].reduce((sum, share, row) => sum + share * total(phases[row]), 0) + servers * total(times(times(byPhase, R), levels)[0]);
  return people / arrivals - 1;
}

/** G: where the level is first one lower. */
function firstPassage(up: Matrix, within: Matrix, down: Matrix): Matrix {
  const one = identity(up.length);
  const leave = inverse(scaled(within, -1));
  let [rise, fall] = [times(leave, up), times(leave, down)];
  let [G, product] = [fall, rise];
  for (let step = 0; step < 40; step++) {
    const stay = inverse(plus(one, scaled(plus(times(rise, fall), times(fall, rise)), -1)));
    [rise, fall] = [times(stay, times(rise, rise)), times(stay, times(fall, fall))];
    G = plus(G, times(product, fall));
    product = times(product, rise);
    if (Math.max(...G.map((row) => Math.abs(1 - total(row)))) < 1e-12) return G;
  }
  throw new RangeError("the lines only grow");
}

/** Every list of so many numbers from 0 to `most`, none less than the one before. */
function phasesOf(lines: number, most: number, least = 0): number[][] {
  if (lines === 0) return [[]];
  const all: number[][] = [];
  for (let first = least; first <= most; first++) for (const rest of phasesOf(lines - 1, most, first)) all.push([first, ...rest]);
  return all;
}

type Matrix = number[][];
const total = (row: readonly number[]) => row.reduce((a, b) => a + b, 0);
const square = (m: number): Matrix => Array.from({length: m}, () => new Array<number>(m).fill(0));
const identity = (m: number): Matrix => square(m).map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
const plus = (a: Matrix, b: Matrix): Matrix => a.map((row, i) => row.map((x, j) => x + b[i][j]));
const scaled = (a: Matrix, by: number): Matrix => a.map((row) => row.map((x) => x * by));

function times(a: Matrix, b: Matrix): Matrix {
  return a.map((row) => {
    const sum = new Array<number>(b[0].length).fill(0);
    for (const [k, x] of row.entries()) {
      if (x === 0) continue;
      const other = b[k];
      for (let j = 0; j < sum.length; j++) sum[j] += x * other[j];
    }
    return sum;
  });
}

function inverse(matrix: Matrix): Matrix {
  const m = matrix.length;
  const rows = matrix.map((row, i) => {
    const wide = new Array<number>(2 * m).fill(0);
    for (let j = 0; j < m; j++) wide[j] = row[j];
    wide[m + i] = 1;
    return wide;
  });
  for (let column = 0; column < m; column++) {
    let pivot = column;
    for (let i = column + 1; i < m; i++) if (Math.abs(rows[i][column]) > Math.abs(rows[pivot][column])) pivot = i;
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    const lead = rows[column];
    const by = 1 / lead[column];
    for (let j = column; j < 2 * m; j++) lead[j] *= by;
    for (let i = 0; i < m; i++) {
      const factor = rows[i][column];
      if (i === column || factor === 0) continue;
      for (let j = column; j < 2 * m; j++) rows[i][j] -= factor * lead[j];
    }
  }
  return rows.map((row) => row.slice(m));
}
