/**
 * Phase-type laws: how long a chain of exponential phases takes until it ends.
 *
 *   start   α   where it begins, a share for each phase
 *   rates   T   per second, from phase (row) to phase (column); what a row lacks of zero is the rate at which the time ends there
 *   moments E[X^k] = k! α (-T)^-k 1
 *
 * Source: Neuts (1981), Matrix-Geometric Solutions in Stochastic Models, chapter 2.
 */
import {matrixOf, scaled, solveRight} from "../math/matrix.ts";
import type {Seconds} from "../units.ts";
import {requireCount, requirePositive} from "./requirements.ts";

/** A law of so many phases is a square of so many rates. */
const MOST_PHASES = 1000;

export interface PhaseType {
  readonly start: readonly number[];
  readonly rates: readonly (readonly number[])[];
}

/** What keeps it from being a phase-type law, or undefined. */
export function phaseTypeProblem({start, rates}: PhaseType): string | undefined {
  const n = start.length;
  if (n === 0 || rates.length !== n || rates.some((row) => row.length !== n))
    return `a phase-type law needs a square table of rates with a row for each of its ${n} starts, got ${rates.length} rows`;
  const total = start.reduce((sum, share) => sum + share, 0);
  if (!start.every((share) => share >= 0) || !(Math.abs(total - 1) <= 1e-9))
    return `starts of a phase-type law must be shares that sum to 1, got ${start.join(", ")}`;
  for (const [i, row] of rates.entries()) {
    const out = row.reduce((sum, rate) => sum + rate, 0);
    if (!row.every((rate, j) => (i === j ? rate < 0 && rate > -Infinity : rate >= 0 && rate < Infinity)) || !(out <= 1e-12 * -row[i]))
      return `rates of phase ${i + 1} must be negative on the diagonal, 0 or more elsewhere and sum to 0 or less, got ${row.join(", ")}`;
  }
  return undefined;
}

/** Erlang: so many exponential phases one after the other. */
export function erlangPhases(mean: Seconds, phases: number): PhaseType {
  requirePositive("mean", mean);
  requireCount("phases", phases, 1, MOST_PHASES);
  const rate = phases / mean;
  const indices = Array.from({length: phases}, (_, i) => i);
  return {
    start: indices.map((i) => (i === 0 ? 1 : 0)),
    rates: indices.map((i) => indices.map((j) => (j === i ? -rate : j === i + 1 ? rate : 0))),
  };
}

export function exponentialPhase(mean: Seconds): PhaseType {
  return erlangPhases(mean, 1);
}

/** With these shares exponential with these means. */
export function mixedPhases(shares: readonly number[], means: readonly Seconds[]): PhaseType {
  if (shares.length !== means.length) throw new RangeError(`shares and means must be as many, got ${shares.length} and ${means.length}`);
  for (const mean of means) requirePositive("mean", mean);
  const law = {start: shares, rates: means.map((mean, i) => means.map((_, j) => (i === j ? -1 / mean : 0)))};
  const problem = phaseTypeProblem(law);
  if (problem !== undefined) throw new RangeError(problem);
  return law;
}

/** Two exponentials with half of the mean from each (balanced means), for a squared CV of 1 or more. */
export function balancedMixture(mean: Seconds, squaredCV: number): {shares: number[]; means: Seconds[]} {
  requirePositive("mean", mean);
  if (!(squaredCV >= 1 && squaredCV < Infinity)) throw new RangeError(`squaredCV must be 1 or more and finite, got ${squaredCV}`);
  const share = (1 + Math.sqrt((squaredCV - 1) / (squaredCV + 1))) / 2;
  return {shares: [share, 1 - share], means: [mean / (2 * share), mean / (2 * (1 - share))]};
}

/** E[X], E[X²], E[X³]. */
export function phaseMoments(law: PhaseType): {mean: Seconds; second: number; third: number} {
  const problem = phaseTypeProblem(law);
  if (problem !== undefined) throw new RangeError(problem);
  const minus = scaled(matrixOf(law.rates), -1);
  let column = matrixOf(law.start.map(() => [1]));
  const found: number[] = [];
  for (let k = 1; k <= 3; k++) {
    column = scaled(solveRight(minus, column), k);
    found.push(law.start.reduce((sum, share, i) => sum + share * column.values[i], 0));
  }
  if (!found.every((moment) => moment > 0 && moment < Infinity))
    throw new RangeError(`a phase-type law must end, got moments ${found.join(", ")}`);
  return {mean: found[0], second: found[1], third: found[2]};
}

export function meanOf(law: PhaseType): Seconds {
  return phaseMoments(law).mean;
}
