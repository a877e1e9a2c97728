/**
 * Laws of the time between arrivals, told by their Laplace transform A(s) = E[e^(-sT)].
 *
 *   transform(s)    A(s), falling from 1
 *   complement(s)   1 - A(s), without the loss of digits near s = 0
 *   slope(s)        -A'(s), falling from the mean
 *
 * Source: any textbook; for phase types Neuts (1981), Matrix-Geometric Solutions in Stochastic Models, chapter 2.
 */
import {exp, expm1, log1p} from "../math/elementary.ts";
import {matrixOf, rowTimes, solveRight} from "../math/matrix.ts";
import type {Seconds} from "../units.ts";
import {meanOf, type PhaseType, phaseTypeProblem} from "./phase-type.ts";
import {requirePositive, requireProbability} from "./requirements.ts";

export interface TransformedLaw {
  readonly mean: Seconds;
  transform(s: number): number;
  complement(s: number): number;
  slope(s: number): number;
}

/** Always the same time. */
export function alwaysLaw(mean: Seconds): TransformedLaw {
  requirePositive("mean", mean);
  return {mean, transform: (s) => exp(-s * mean), complement: (s) => -expm1(-s * mean), slope: (s) => mean * exp(-s * mean)};
}

/** Gamma with any shape: shape 1 is exponential, whole shapes are Erlang. */
export function gammaLaw(mean: Seconds, shape: number): TransformedLaw {
  requirePositive("mean", mean);
  requirePositive("shape", shape);
  const scale = mean / shape;
  const exponent = (s: number) => -shape * log1p(s * scale);
  return {
    mean,
    transform: (s) => exp(exponent(s)),
    complement: (s) => -expm1(exponent(s)),
    slope: (s) => (mean * exp(exponent(s))) / (1 + s * scale),
  };
}

/** With these shares exponential with these means. */
export function mixedExponentialLaw(shares: readonly number[], means: readonly Seconds[]): TransformedLaw {
  requireMixture(shares, means);
  const mix = (part: (share: number, mean: number) => number) => shares.reduce((sum, share, i) => sum + part(share, means[i]), 0);
  return {
    mean: mix((share, mean) => share * mean),
    transform: (s) => mix((share, mean) => share / (1 + s * mean)),
    complement: (s) => mix((share, mean) => (share * s * mean) / (1 + s * mean)),
    slope: (s) => mix((share, mean) => (share * mean) / ((1 + s * mean) * (1 + s * mean))),
  };
}

function requireMixture(shares: readonly number[], means: readonly Seconds[]): void {
  if (shares.length === 0 || shares.length !== means.length)
    throw new RangeError(`shares and means must be as many, got ${shares.length} and ${means.length}`);
  for (const share of shares) requireProbability("share", share);
  for (const mean of means) requirePositive("mean", mean);
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (Math.abs(total - 1) > 1e-9) throw new RangeError(`shares must sum to 1, got ${total}`);
}

/** Evenly between two times. */
export function uniformLaw(least: Seconds, most: Seconds): TransformedLaw {
  if (!(least >= 0 && most > least && most < Infinity)) throw new RangeError(`times must be 0 ≤ least < most, got ${least} and ${most}`);
  const width = most - least;
  // e^(-s·least) (1 - e^(-s·width)) / (s·width)
  const shape = (x: number) => (x < 1e-5 ? 1 - x / 2 + (x * x) / 6 : -expm1(-x) / x);
  // -shape': near 0 by its series, where the difference would cancel
  const fall = (x: number) => {
    if (x > 0.5) return (shape(x) - exp(-x)) / x;
    let term = 1;
    let sum = 0;
    for (let k = 1; k < 20; k++) {
      sum += (k * term) / ((k + 1) * 1);
      term *= -x / (k + 1);
    }
    return sum;
  };
  const transform = (s: number) => exp(-s * least) * shape(s * width);
  return {
    mean: (least + most) / 2,
    transform,
    // 1 - e^(-s·least) + e^(-s·least) (1 - shape), and 1 - shape = x · ∫ of its slope, by the same series
    complement: (s) => -expm1(-s * least) + exp(-s * least) * shapeComplement(s * width),
    slope: (s) => exp(-s * least) * (least * shape(s * width) + width * fall(s * width)),
  };
}

/** 1 - (1 - e^-x)/x. */
function shapeComplement(x: number): number {
  if (x > 0.5) return 1 + expm1(-x) / x;
  let term = x / 2;
  let sum = 0;
  for (let k = 3; k < 22; k++) {
    sum += term;
    term *= -x / k;
  }
  return sum;
}

/** A chain of exponential phases. */
export function phaseLaw(law: PhaseType): TransformedLaw {
  const problem = phaseTypeProblem(law);
  if (problem !== undefined) throw new RangeError(problem);
  const n = law.start.length;
  const start = Float64Array.from(law.start);
  const exits = matrixOf(law.rates.map((row) => [-row.reduce((sum, rate) => sum + rate, 0)]));
  const ones = matrixOf(law.start.map(() => [1]));
  const resolvent = (s: number, column: typeof ones) =>
    solveRight(matrixOf(law.rates.map((row, i) => row.map((rate, j) => (i === j ? s : 0) - rate))), column);
  const value = (column: typeof ones) => rowTimes(start, column)[0];
  if (n === 0) throw new RangeError("a phase-type law needs a phase");
  return {
    mean: meanOf(law),
    transform: (s) => value(resolvent(s, exits)),
    // 1 - A(s) = s α (sI - T)⁻¹ 1
    complement: (s) => s * value(resolvent(s, ones)),
    slope: (s) => value(resolvent(s, resolvent(s, exits))),
  };
}
