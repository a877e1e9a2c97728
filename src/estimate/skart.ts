/**
 * N-Skart: the mean of a place in its long run, with an interval, from one long run that begins empty. Nobody has to name a warm-up.
 *
 *   m, k     size and number of batches; k shrinks by 0.9 while m grows by √2, so m k grows by 1.27
 *   d        batches left out before each batch that is looked at (a spacer); at most 10, or 3 when batch means are lopsided
 *   w        what is cut off at the start: a spacer, and what does not fill a batch
 *   b        how often batches were enlarged
 *   k'       batches behind the estimate, at most 1024
 *   φ        lag-1 correlation of these batch means; A = (1 + φ) / (1 - φ), by which it multiplies the variance of their mean
 *   k''      batch means with spacers of at least w between them: nearly independent, so skewness and degrees of freedom are theirs
 *
 * 1. Find m and d at which spaced batch means look random (von Neumann, at 0.2). 2. Cut off the first spacer: what follows hardly
 * remembers the start. 3. Batch the rest anew. 4. The interval is [x̄ - G(t) h, x̄ - G(-t) h], h² = A S² / k', with the G of
 * `interval.ts` for skewness and Student's t of k'' - 1 degrees of freedom.
 *
 * The series may be batch means already (`unit` observations each, `replication/batch-means.ts`). The sizes tried are then the procedure's
 * own from `unit` on, rounded to whole units; smaller ones are passed over, as if they had failed.
 *
 * Source: Tafazzoli, Steiger and Wilson (2011), "N-Skart: a nonsequential skewness- and autoregression-adjusted batch-means
 * procedure for simulation analysis", IEEE Trans. Automatic Control 56(2), 254-264; the same steps as the sequential Skart of
 * Tafazzoli, Wilson, Lada and Steiger (2011), INFORMS J. Computing 23(2), 298-314.
 */
import {pow} from "../math/elementary.ts";
import {studentTQuantile} from "../math/special.ts";
import type {Probability} from "../units.ts";
import {bent} from "./interval.ts";
import {batched, looksRandom, type Moments, momentsOf} from "./series.ts";

/** The procedure begins with so many batches; with fewer observations it says nothing. */
export const LEAST_OBSERVATIONS = 1280;
/** Level of the test of randomness. */
const LEVEL = 0.2;
const MOST_SPACERS = 10;
const MOST_SPACERS_WHEN_SKEWED = 3;
/** Skewness of batch means, in size, from which few spacers are tried: larger batches mend it, wider spacers do not. */
const SKEWED_BATCHES = 0.5;
/** Skewness of the observations, in size, from which the first batches are larger than one. */
const SKEWED_OBSERVATIONS = 4;
const FIRST_SIZE_WHEN_SKEWED = 16;
const GROWTH = Math.sqrt(2);
const SHRINKAGE = 0.9;
const MOST_BATCHES = 1024;

export interface SkartOptions {
  /** Of the interval; 0.95 when left out. */
  confidence?: Probability;
  /** Observations behind each number of the series; 1 when left out. */
  unit?: number;
}

/** What one long run says of its mean. Sizes and the cut are in observations. */
export interface Skart {
  /** Point estimate, the mean after the cut. */
  value: number;
  low: number;
  high: number;
  /** Half of the interval's length; the interval is longer on one side where batch means are skewed. */
  halfWidth: number;
  /** Square root of A S² / k'. */
  standardError: number;
  degrees: number; // k'' - 1
  /** Observations left out at the start. */
  warmUp: number;
  batchSize: number; // m, of the k' batches
  batches: number; // k'
  spacer: number; // d that passed, in batches of the size that passed
  correlation: number; // φ
  skewness: number; // of the k'' spaced batch means
  /**
   * False: no batch size that fits into the run made spaced batch means look random. The run is too short for its own memory, and
   * the interval, made as if the last size had passed, covers less than it says.
   */
  isLongEnough: boolean;
}

/**
 * The long-run mean behind one series that starts in any state. Null with fewer than 1280 numbers, or when a number is not finite.
 *
 * @throws RangeError unless 0 < confidence < 1 and `unit` is a whole number of 1 or more
 */
export function skart(series: Float64Array, {confidence = 0.95, unit = 1}: SkartOptions = {}): Skart | null {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence must lie between 0 and 1, got ${confidence}`);
  if (!(unit >= 1 && Math.floor(unit) === unit)) throw new RangeError(`unit must be a whole number of 1 or more, got ${unit}`);
  if (series.length < LEAST_OBSERVATIONS) return null;
  const passed = independentBatches(series, unit);
  const {size, count} = finalBatches(series.length, unit, passed);
  const cut = series.length - size * count;
  const means = batched(series, size, count, cut);
  const {mean, variance, correlation} = momentsOf(means);
  if (!Number.isFinite(mean) || !(variance < Infinity)) return null;
  const spaced = lastOfEach(means, Math.ceil(cut / size) + 1);
  const standardError = Math.sqrt((((1 + correlation) / (1 - correlation)) * variance) / count);
  const {skewness} = spaced;
  const a = skewness / (6 * Math.sqrt(spaced.count));
  const degrees = Math.max(1, spaced.count - 1);
  const t = studentTQuantile(0.5 + confidence / 2, degrees);
  const below = bent(t, a) * standardError,
    above = -bent(-t, a) * standardError;
  return {
    value: mean,
    low: mean - below,
    high: mean + above,
    halfWidth: (below + above) / 2,
    standardError,
    degrees,
    warmUp: cut * unit,
    batchSize: size * unit,
    batches: count,
    spacer: passed.spacer,
    correlation,
    skewness,
    isLongEnough: passed.isRandom,
  };
}

/** Where the search for independent batches ended. */
interface Passed {
  size: number; // whole units of the series
  batches: number; // k
  spaced: number; // k' of the test: batches that were looked at
  spacer: number; // d
  enlarged: number; // b
  isRandom: boolean;
}

/** Steps 1 to 4: the first batch size and spacer at which spaced batch means look random, or the last that fit. */
function independentBatches(series: Float64Array, unit: number): Passed {
  const isSkewed = Math.abs(skewnessOfLast80Percent(series)) > SKEWED_OBSERVATIONS;
  let m = isSkewed ? Math.min(FIRST_SIZE_WHEN_SKEWED, Math.floor((series.length * unit) / LEAST_OBSERVATIONS)) : 1;
  let batches = LEAST_OBSERVATIONS,
    enlarged = 0;
  let last: Passed | null = null;
  for (;;) {
    const size = Math.max(1, Math.floor(m / unit + 0.5));
    if (size * batches > series.length && last !== null) return last;
    if (m >= unit) {
      last = spacedBatches(batched(series, size, batches), {size, enlarged});
      if (last.isRandom) return last;
    }
    m = Math.ceil(GROWTH * m);
    batches = Math.ceil(SHRINKAGE * batches);
    enlarged++;
  }
}

/** Steps 2 and 3 for one batch size: wider and wider spacers. */
function spacedBatches(means: Float64Array, tried: Pick<Passed, "size" | "enlarged">): Passed {
  const batches = means.length;
  const most = Math.abs(skewnessOfLast80Percent(means)) > SKEWED_BATCHES ? MOST_SPACERS_WHEN_SKEWED : MOST_SPACERS;
  for (let spacer = 0; ; spacer++) {
    const spaced = spacer === 0 ? means : everyLast(means, spacer + 1);
    const isRandom = looksRandom(spaced, LEVEL);
    if (isRandom || spacer === most) return {...tried, batches, spaced: spaced.length, spacer, isRandom};
  }
}

/**
 * Step 5: after the cut, larger and more batches that use up what is there; what does not fill a batch is cut off too, at the start.
 * The procedure's own sizes, then rounded up to whole units of the series, and as many batches as then fit behind the cut.
 */
function finalBatches(length: number, unit: number, {size, batches, spaced, spacer, enlarged}: Passed): {size: number; count: number} {
  const left = (length - spacer * size) * unit;
  const reinflated = Math.min(Math.ceil(spaced * pow(1 / SHRINKAGE, enlarged)), batches);
  const factor = Math.sqrt(left / (reinflated * size * unit));
  const count = Math.min(Math.floor(factor * reinflated), MOST_BATCHES);
  const m = Math.floor(count < MOST_BATCHES ? factor * size * unit : left / MOST_BATCHES);
  const whole = Math.ceil(m / unit);
  return {size: whole, count: Math.floor(Math.floor((count * m) / unit) / whole)};
}

function skewnessOfLast80Percent(series: Float64Array): number {
  return momentsOf(series, Math.floor(series.length / 5)).skewness;
}

/** Numbers `every`, 2 `every`, ... counted from 1: each behind a spacer, the first too. */
function everyLast(means: Float64Array, every: number): Float64Array {
  const spaced = new Float64Array(Math.floor(means.length / every));
  for (let i = 0; i < spaced.length; i++) spaced[i] = means[(i + 1) * every - 1];
  return spaced;
}

/** Step 7: moments of the last number, the one `every` before it, and so on. */
function lastOfEach(means: Float64Array, every: number): Moments {
  const spaced = new Float64Array(1 + Math.floor((means.length - 1) / every));
  for (let i = 0; i < spaced.length; i++) spaced[i] = means[means.length - 1 - i * every];
  return momentsOf(spaced);
}
