/**
 * Phase-type times: how long a chain of exponential phases takes until it ends.
 *
 *   start   α   where it begins, a share for each phase
 *   rates   T   per second, from phase (row) to phase (column); what a row lacks of zero is the rate at which the time ends there
 *   -T⁻¹        the mean time spent in each phase, by the phase it begins in
 *
 * Erlang, hyperexponential and Coxian laws are special cases.
 * Source: Neuts (1981), Matrix-Geometric Solutions in Stochastic Models, chapter 2, for moments and residual lives;
 * Jensen (1953), "Markoff Chains as an Aid in the Study of Markoff Processes", Skand. Aktuarietidskr. 36, 87-91, for uniformization.
 */

import {exp} from "../math/elementary.ts";

export interface PhaseType {
  start: number[];
  rates: number[][];
}

export const MOST_PHASES = 100;
const MOST_VISITS = 10_000;
const ROUNDING = 1e-12;

/** α (-T)⁻¹ …: the solution x of x (-T) = weights, by elimination; NaN where the time never ends. */
function solveLeft(rates: readonly (readonly number[])[], weights: readonly number[]): number[] {
  const n = weights.length;
  // columns of -T as rows of the system, with the right side behind them
  const system = weights.map((weight, column) => [...rates.map((row) => -row[column]), weight]);
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(system[i][k]) > Math.abs(system[pivot][k])) pivot = i;
    [system[k], system[pivot]] = [system[pivot], system[k]];
    for (let i = k + 1; i < n; i++) {
      const factor = system[i][k] / system[k][k];
      if (factor === 0) continue;
      for (let j = k; j <= n; j++) system[i][j] -= factor * system[k][j];
    }
  }
  const solution = new Array<number>(n).fill(0);
  for (let k = n - 1; k >= 0; k--) {
    let rest = system[k][n];
    for (let j = k + 1; j < n; j++) rest -= system[k][j] * solution[j];
    solution[k] = rest / system[k][k];
  }
  return solution;
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Mean and second moment of what is left from phases that hold these shares (they need not sum to 1). */
export function restMoments(rates: readonly (readonly number[])[], shares: readonly number[]): {first: number; second: number} {
  const once = solveLeft(rates, shares);
  return {first: total(once), second: 2 * total(solveLeft(rates, once))};
}

/** How many phases a time goes through on average. */
export function meanVisits({start, rates}: PhaseType): number {
  return total(solveLeft(rates, start).map((time, phase) => time * -rates[phase][phase]));
}

/** α e^(Tt): the share of times that stand in each phase after t seconds. Sums of what is positive, so no digit is lost. */
export function sharesAt({start, rates}: PhaseType, t: number): number[] {
  const n = start.length;
  let fastest = 0;
  for (let i = 0; i < n; i++) fastest = Math.max(fastest, -rates[i][i]);
  if (t === 0) return [...start];
  let halvings = 0;
  let step = t;
  while (fastest * step > 1) {
    step /= 2;
    halvings++;
  }
  const jumps = fastest * step;
  const jump = rates.map((row, i) => row.map((rate, j) => rate / fastest + (i === j ? 1 : 0)));
  const identity = rates.map((row, i): number[] => row.map((_, j) => (i === j ? 1 : 0)));
  let power = identity;
  let weight = exp(-jumps);
  let sum = identity.map((row) => row.map((value) => weight * value));
  for (let k = 1; k <= 24; k++) {
    power = product(power, jump);
    weight *= jumps / k;
    sum = sum.map((row, i) => row.map((value, j) => value + weight * power[i][j]));
  }
  for (let k = 0; k < halvings; k++) sum = product(sum, sum);
  return start.map((_, j) => start.reduce((value, share, i) => value + share * sum[i][j], 0));
}

function product(left: readonly (readonly number[])[], right: readonly (readonly number[])[]): number[][] {
  return left.map((row) => right[0].map((_, j) => row.reduce((sum, value, k) => sum + value * right[k][j], 0)));
}

/** The rate at which a time ends in each phase. */
export function endRates(rates: readonly (readonly number[])[]): number[] {
  return rates.map((row, i) => {
    const end = -total(row);
    return end > ROUNDING * -row[i] ? end : 0;
  });
}

/** What is wrong with phases: the first thing found, and where. */
export type PhaseFault =
  | {kind: "count"} // none, too many, or not as many rows as shares
  | {kind: "share"; phase: number}
  | {kind: "sum"; sum: number}
  | {kind: "row"; phase: number} // not as many rates as phases
  | {kind: "diagonal"; phase: number} // not below zero
  | {kind: "rate"; phase: number; to: number} // below zero
  | {kind: "surplus"; phase: number} // more goes on than leaves
  | {kind: "endless"} // some times never end
  | {kind: "visits"}; // ends after more phases than can be drawn

export function faultOf(law: PhaseType): PhaseFault | null {
  const {start, rates} = law;
  const n = start.length;
  if (n === 0 || n > MOST_PHASES || rates.length !== n) return {kind: "count"};
  for (let i = 0; i < n; i++) if (!(start[i] >= 0 && start[i] <= 1)) return {kind: "share", phase: i};
  if (!(Math.abs(total(start) - 1) <= 1e-9)) return {kind: "sum", sum: total(start)};
  for (let i = 0; i < n; i++) {
    if (rates[i].length !== n) return {kind: "row", phase: i};
    if (!(rates[i][i] < 0 && rates[i][i] > -Infinity)) return {kind: "diagonal", phase: i};
    for (let j = 0; j < n; j++) if (j !== i && !(rates[i][j] >= 0 && rates[i][j] < Infinity)) return {kind: "rate", phase: i, to: j};
    if (total(rates[i]) > ROUNDING * -rates[i][i]) return {kind: "surplus", phase: i};
  }
  if (!endsFromEverywhere(law)) return {kind: "endless"};
  if (!(meanVisits(law) <= MOST_VISITS)) return {kind: "visits"};
  return null;
}

/** Whether the end can be reached from every phase. */
function endsFromEverywhere({rates}: PhaseType): boolean {
  const canEnd = endRates(rates).map((rate) => rate > 0);
  for (let round = 0; round < canEnd.length; round++) {
    for (let from = 0; from < canEnd.length; from++) {
      if (!canEnd[from]) canEnd[from] = rates[from].some((rate, to) => to !== from && rate > 0 && canEnd[to]);
    }
  }
  return canEnd.every((can) => can);
}
