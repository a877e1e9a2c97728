/**
 * The laws that times follow. Plain data, in seconds, so that a worker can be handed one.
 *
 *   mean        m    seconds
 *   squaredCV   c²   variance over squared mean
 *
 * Moments are exact; those of a truncated law have some twelve digits (limits.ts).
 * Source: Law (2015), Simulation Modeling and Analysis, chapter 6, for the moments.
 */

import {tailMeanOf} from "./interpolation.ts";
import {depthOf, limitedOf} from "./limits.ts";
import {faultOf, meanVisits, restMoments} from "./phase-type.ts";
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
  | {kind: "empirical"; values: number[]; weights?: number[]} // each value as it is; weights default to equal
  | {kind: "interpolated"; values: number[]; tail: number} // ascending; lines between them, a tail for the `tail` largest (interpolation.ts)
  | {kind: "triangular"; from: number; peak: number; to: number}
  | {kind: "normal"; mean: number; sd: number} // of any sign: a lateness, or to be truncated
  | {kind: "sum"; parts: Law[]} // independent of each other
  | {kind: "truncated"; law: Law; from: number | null; to: number | null} // given that the law lies in [from, to]; null: no limit
  | {kind: "phaseType"; start: number[]; rates: number[][]}; // per second (phase-type.ts)

/** Which numbers a law may give: times, or also what may be early as well as late. */
export type Sign = "never negative" | "any sign";

/** A truncated law keeps at least this share of what it is made from: less would be a mistake, and slow to draw. */
export const LEAST_KEPT = 1e-4;
/** Most times that are drawn on average for one that is kept. */
const MOST_DRAWS = 1e5;
/** Most varying parts of a sum that is truncated as a whole. */
export const MOST_LIMITED_PARTS = 3;

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
    case "interpolated":
      return interpolatedMean(law.values, law.tail);
    case "triangular":
      return (law.from + law.peak + law.to) / 3;
    case "sum":
      return law.parts.reduce((sum, part) => sum + meanOf(part), 0);
    case "truncated":
      return limitedOf(law).mean;
    case "phaseType":
      return restMoments(law.rates, law.start).first;
    default:
      return law.mean;
  }
}

/** Lines spread each value half a step up and half a step down; a tail is made to keep the sample's mean. */
function interpolatedMean(values: readonly number[], tail: number): number {
  const n = values.length;
  let sum = 0;
  for (const value of values) sum += value;
  return tail > 0 ? sum / n : (sum - (values[0] + values[n - 1]) / 2) / (n - 1);
}

/**
 * Variance over squared mean: 0 for a fixed time, 1 for an exponential one. A time that is always zero has 0; a law whose mean is zero
 * though it varies has none (Infinity).
 */
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
    default:
      return overSquaredMean(varianceOf(law), meanOf(law));
  }
}

/** Variance in squared seconds. */
export function varianceOf(law: Law): number {
  switch (law.kind) {
    case "uniform":
      return square(law.to - law.from) / 12;
    case "mix": {
      // the variance within the parts and between them
      const mean = meanOf(law);
      return weightedMean(
        law.parts.map((part) => part.share),
        law.parts.map(({law: part}) => varianceOf(part) + square(meanOf(part) - mean)),
      );
    }
    case "empirical": {
      const mean = meanOf(law);
      return weightedMean(
        weightsOf(law),
        law.values.map((value) => square(value - mean)),
      );
    }
    case "interpolated":
      return interpolatedVariance(law.values, law.tail);
    case "triangular":
      return (square(law.to - law.from) - (law.peak - law.from) * (law.to - law.peak)) / 18;
    case "normal":
      return square(law.sd);
    case "sum":
      return law.parts.reduce((sum, part) => sum + varianceOf(part), 0);
    case "truncated":
      return limitedOf(law).variance;
    case "phaseType": {
      const {first, second} = restMoments(law.rates, law.start);
      return second - square(first);
    }
    default:
      return squaredCVOf(law) * square(meanOf(law));
  }
}

/** Each step between two values is a uniform law, and the tail an exponential one. */
function interpolatedVariance(values: readonly number[], tail: number): number {
  const n = values.length;
  const mean = interpolatedMean(values, tail);
  const step = (low: number, high: number) => square(high - low) / 12 + square((low + high) / 2 - mean);
  let sum = 0;
  if (tail === 0) {
    for (let i = 1; i < n; i++) sum += step(values[i - 1], values[i]);
    return sum / (n - 1);
  }
  for (let i = 0; i < n - tail; i++) sum += step(i === 0 ? 0 : values[i - 1], values[i]);
  const tailMean = tailMeanOf(values, tail);
  sum += tail * (square(tailMean) + square(values[n - tail - 1] + tailMean - mean));
  return sum / n;
}

/** The least number that a law can give; -Infinity where there is none. */
export function lowestOf(law: Law): number {
  switch (law.kind) {
    case "fixed":
      return law.value;
    case "uniform":
    case "triangular":
      return law.from;
    case "normal":
      return -Infinity;
    case "mix":
      return law.parts.reduce((low, part) => (part.share > 0 ? Math.min(low, lowestOf(part.law)) : low), Infinity);
    case "sum":
      return law.parts.reduce((sum, part) => sum + lowestOf(part), 0);
    case "truncated":
      return Math.max(lowestOf(law.law), law.from ?? -Infinity);
    case "empirical":
      return law.values.reduce((low, value) => Math.min(low, value), Infinity);
    case "interpolated":
      return law.tail > 0 ? 0 : law.values[0];
    default:
      return 0;
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
 * Refuses a law that no time could follow; with "any sign", one that no number could.
 *
 * @throws RangeError naming the first number that is wrong: "mean must be positive, got -3"
 */
export function requireLaw(law: Law, sign: Sign = "never negative"): void {
  requireNumbers(law, sign);
  if (sign === "never negative" && lowestOf(law) < 0) throw new RangeError("times must be 0 or more, got a law that also gives less");
  const draws = drawsOf(law);
  if (!(draws <= MOST_DRAWS)) throw new RangeError(`draws for one time must be at most ${MOST_DRAWS}, got ${draws}`);
}

function requireNumbers(law: Law, sign: Sign): void {
  switch (law.kind) {
    case "fixed":
      requireTime("value", law.value, sign);
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
      requireTime("from", law.from, sign);
      requireTime("to", law.to, sign);
      if (law.to < law.from) throw new RangeError(`to must be ${law.from} (from) or more, got ${law.to}`);
      break;
    case "triangular":
      requireTime("from", law.from, sign);
      requireTime("to", law.to, sign);
      if (!(law.to > law.from)) throw new RangeError(`to must be above ${law.from} (from), got ${law.to}`);
      if (!(law.peak >= law.from && law.peak <= law.to))
        throw new RangeError(`peak must be between ${law.from} (from) and ${law.to} (to), got ${law.peak}`);
      break;
    case "normal":
      requireTime("mean", law.mean, "any sign");
      requirePositive("sd", law.sd);
      break;
    case "mix":
      requireMix(law.parts, sign);
      break;
    case "sum":
      if (law.parts.length === 0) throw new RangeError("parts must hold at least one law, got none");
      for (const part of law.parts) requireNumbers(part, "any sign");
      break;
    case "empirical":
      requireSample(law.values, law.weights, sign);
      break;
    case "interpolated":
      requireInterpolation(law.values, law.tail, sign);
      break;
    case "truncated":
      requireLimits(law);
      break;
    case "phaseType":
      requirePhases(law);
      break;
  }
}

function requireMix(parts: readonly {share: number; law: Law}[], sign: Sign): void {
  let total = 0;
  for (const part of parts) {
    if (!(part.share >= 0 && part.share <= 1)) throw new RangeError(`share must be between 0 and 1, got ${part.share}`);
    requireNumbers(part.law, sign);
    total += part.share;
  }
  if (!(Math.abs(total - 1) <= 1e-9)) throw new RangeError(`shares must sum to 1, got ${total}`);
}

function requireSample(values: readonly number[], weights: readonly number[] | undefined, sign: Sign): void {
  if (values.length === 0) throw new RangeError("values must hold at least one time, got none");
  for (const value of values) requireTime("values", value, sign);
  if (weights === undefined) return;
  if (weights.length !== values.length) throw new RangeError(`weights must be as many as values (${values.length}), got ${weights.length}`);
  let total = 0;
  for (const weight of weights) {
    requireTime("weights", weight);
    total += weight;
  }
  requirePositive("sum of weights", total);
}

function requireInterpolation(values: readonly number[], tail: number, sign: Sign): void {
  if (values.length < 2) throw new RangeError(`values must hold at least two times, got ${values.length}`);
  values.forEach((value, i) => {
    requireTime("values", value, tail > 0 ? "never negative" : sign);
    if (i > 0 && value < values[i - 1]) throw new RangeError(`values must ascend, got ${value} after ${values[i - 1]}`);
  });
  if (!(Number.isInteger(tail) && tail >= 0 && tail < values.length)) {
    throw new RangeError(`tail must be a whole number from 0 to ${values.length - 1}, got ${tail}`);
  }
}

function requireLimits(law: Law & {kind: "truncated"}): void {
  const {from, to} = law;
  requireNumbers(law.law, "any sign");
  if (from !== null) requireTime("from", from, "any sign");
  if (to !== null) requireTime("to", to, "any sign");
  if (from !== null && to !== null && to < from) throw new RangeError(`to must be ${from} (from) or more, got ${to}`);
  if (depthOf(law.law) > MOST_LIMITED_PARTS) {
    throw new RangeError(
      `varying parts of a truncated sum must be at most ${MOST_LIMITED_PARTS} (long lists count double), got ${depthOf(law.law)}`,
    );
  }
  const {share} = limitedOf(law);
  if (!(share >= LEAST_KEPT)) throw new RangeError(`share between the limits must be at least ${LEAST_KEPT}, got ${share}`);
}

function requirePhases(law: Law & {kind: "phaseType"}): void {
  const fault = faultOf(law);
  if (fault === null) return;
  const wrong = {
    count: "start and rates must hold as many phases, from 1 to 100",
    share: "start must hold shares from 0 to 1",
    sum: "start must sum to 1",
    row: "rates must hold a row and a column for each phase",
    diagonal: "rates must be below 0 from a phase to itself",
    rate: "rates must be 0 or more from a phase to another",
    surplus: "rates of a row must sum to 0 or less",
    endless: "phases must lead to an end, each of them",
    visits: "phases must lead to an end after 10000 on average",
  }[fault.kind];
  throw new RangeError("phase" in fault ? `${wrong}, got another in phase ${fault.phase + 1}` : wrong);
}

/** How many times are drawn on average for one of a law; infinitely many if it can hang. */
function drawsOf(law: Law): number {
  switch (law.kind) {
    case "mix":
      return law.parts.reduce((most, part) => Math.max(most, drawsOf(part.law)), 1);
    case "sum":
      return law.parts.reduce((sum, part) => sum + drawsOf(part), 0);
    case "truncated":
      return drawsOf(law.law) / limitedOf(law).share;
    case "phaseType":
      return meanVisits(law);
    default:
      return 1;
  }
}

function requirePositive(name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} must be positive, got ${value}`);
}

function requireTime(name: string, value: number, sign: Sign = "never negative"): void {
  if (sign === "any sign") {
    if (!(value > -Infinity && value < Infinity)) throw new RangeError(`${name} must be a number, got ${value}`);
  } else if (!(value >= 0 && value < Infinity)) throw new RangeError(`${name} must be 0 or more, got ${value}`);
}

function square(x: number): number {
  return x * x;
}
