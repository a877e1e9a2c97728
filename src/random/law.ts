/**
 * The laws that times follow. Plain data, in seconds, so that a worker can be handed one.
 *
 *   mean        m    seconds
 *   squaredCV   c²   variance over squared mean
 *
 * Source: Law (2015), Simulation Modeling and Analysis, chapter 6, for the moments.
 */

import {weibullSquaredCV} from "./weibull.ts";

export {weibullShape} from "./weibull.ts";

export type Law =
  | {kind: "fixed"; value: number}
  | {kind: "exponential"; mean: number}
  | {kind: "erlang"; mean: number; phases: number} // sum of `phases` exponential times
  | {kind: "gamma"; mean: number; squaredCV: number}
  | {kind: "lognormal"; mean: number; squaredCV: number}
  | {kind: "weibull"; mean: number; shape: number}
  | {kind: "uniform"; from: number; to: number}
  | {kind: "mix"; parts: {share: number; law: Law}[]} // hyperexponential when the parts are exponential
  | {kind: "empirical"; values: number[]; weights?: number[]}; // each value as it is; weights default to equal

/** Mean in seconds. */
export function meanOf(law: Law): number {
  switch (law.kind) {
    case "fixed":
      return law.value;
    case "uniform":
      return (law.from + law.to) / 2;
    case "mix":
      return weightedMean(
        law.parts.map((part) => part.share),
        law.parts.map((part) => meanOf(part.law)),
      );
    case "empirical":
      return weightedMean(weightsOf(law), law.values);
    default:
      return law.mean;
  }
}

/** Variance over squared mean: 0 for a fixed time, 1 for an exponential one. A time that is always zero has 0. */
export function squaredCVOf(law: Law): number {
  switch (law.kind) {
    case "fixed":
      return 0;
    case "exponential":
      return 1;
    case "erlang":
      return 1 / law.phases;
    case "weibull":
      return weibullSquaredCV(law.shape);
    case "gamma":
    case "lognormal":
      return law.squaredCV;
    case "uniform":
      return overSquaredMean(square(law.to - law.from) / 12, meanOf(law));
    case "mix": {
      // the variance within the parts and between them
      const mean = meanOf(law);
      const variances = law.parts.map(({law: part}) => squaredCVOf(part) * square(meanOf(part)) + square(meanOf(part) - mean));
      return overSquaredMean(
        weightedMean(
          law.parts.map((part) => part.share),
          variances,
        ),
        mean,
      );
    }
    case "empirical": {
      const mean = meanOf(law);
      const squares = law.values.map((value) => square(value - mean));
      return overSquaredMean(weightedMean(weightsOf(law), squares), mean);
    }
  }
}

function overSquaredMean(variance: number, mean: number): number {
  return variance === 0 ? 0 : variance / square(mean);
}

function weightsOf(law: Law & {kind: "empirical"}): number[] {
  return law.weights ?? law.values.map(() => 1);
}

function weightedMean(weights: readonly number[], values: readonly number[]): number {
  let total = 0;
  let sum = 0;
  values.forEach((value, i) => {
    total += weights[i];
    sum += weights[i] * value;
  });
  return sum / total;
}

/**
 * Refuses a law that no time could follow.
 *
 * @throws RangeError naming the first number that is wrong: "mean must be positive, got -3"
 */
export function requireLaw(law: Law): void {
  switch (law.kind) {
    case "fixed":
      requireTime("value", law.value);
      break;
    case "exponential":
      requirePositive("mean", law.mean);
      break;
    case "erlang":
      requirePositive("mean", law.mean);
      if (!(Number.isInteger(law.phases) && law.phases >= 1)) {
        throw new RangeError(`phases must be a whole number of 1 or more, got ${law.phases}`);
      }
      break;
    case "gamma":
    case "lognormal":
      requirePositive("mean", law.mean);
      requirePositive("squaredCV", law.squaredCV);
      break;
    case "weibull":
      requirePositive("mean", law.mean);
      requirePositive("shape", law.shape);
      break;
    case "uniform":
      requireTime("from", law.from);
      requireTime("to", law.to);
      if (law.to < law.from) throw new RangeError(`to must be ${law.from} (from) or more, got ${law.to}`);
      break;
    case "mix":
      requireMix(law.parts);
      break;
    case "empirical":
      requireSample(law.values, law.weights);
      break;
  }
}

function requireMix(parts: readonly {share: number; law: Law}[]): void {
  let total = 0;
  for (const part of parts) {
    if (!(part.share >= 0 && part.share <= 1)) throw new RangeError(`share must be between 0 and 1, got ${part.share}`);
    requireLaw(part.law);
    total += part.share;
  }
  if (!(Math.abs(total - 1) <= 1e-9)) throw new RangeError(`shares must sum to 1, got ${total}`);
}

function requireSample(values: readonly number[], weights: readonly number[] | undefined): void {
  if (values.length === 0) throw new RangeError("values must hold at least one time, got none");
  for (const value of values) requireTime("values", value);
  if (weights === undefined) return;
  if (weights.length !== values.length) throw new RangeError(`weights must be as many as values (${values.length}), got ${weights.length}`);
  let total = 0;
  for (const weight of weights) {
    requireTime("weights", weight);
    total += weight;
  }
  requirePositive("sum of weights", total);
}

function requirePositive(name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} must be positive, got ${value}`);
}

function requireTime(name: string, value: number): void {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`${name} must be 0 or more, got ${value}`);
}

function square(x: number): number {
  return x * x;
}
