/**
 * Arrival rates that change with the time: λ(t), per second, with t in seconds.
 *
 *   stepped     constant pieces, the first rate before the first change, the last after the last
 *   sinusoidal  λ(t) = average + amplitude · sin(ωt + phase)
 *
 * A rate knows its mean and its peak over a while, and the Taylor series around a moment, which is what the forward equations need.
 */
import {TWO_PI} from "../math/gamma.ts";
import {cos, sin} from "../math/index.ts";
import type {PerSecond, Seconds} from "../units.ts";
import {requireMoment, requireNotNegative} from "./requirements.ts";

const PI = TWO_PI / 2;

export interface RateOverTime {
  at(time: Seconds): PerSecond;
  /** Expected arrivals from `from` to `to`. */
  integral(from: Seconds, to: Seconds): number;
  /** The highest rate between the two, its ends included. */
  peak(from: Seconds, to: Seconds): PerSecond;
  /** The next moment after `time` at which the rate jumps; Infinity if none. */
  nextJump(time: Seconds): Seconds;
  /** Coefficients of the rate around `time`, to the right of it: λ(time + s) = Σ cⱼ sʲ, up to `terms` of them. */
  series(time: Seconds, terms: number): number[];
  /** ω, radians per second: how fast it bends; 0 for constant pieces. */
  readonly frequency: number;
}

/** The mean rate from `from` to `to`; at one moment the rate itself. */
export function meanRate(rate: RateOverTime, from: Seconds, to: Seconds): PerSecond {
  requireMoment("from", from);
  requireMoment("to", to);
  return to > from ? rate.integral(from, to) / (to - from) : rate.at(from);
}

/**
 * Constant pieces: `rates[i]` from `starts[i]` to `starts[i + 1]`; nobody arrives before `starts[0]`, the last rate stays.
 *
 * @throws RangeError if the starts do not rise, or a rate is negative or not finite
 */
export function steppedRate(starts: readonly Seconds[], rates: readonly PerSecond[]): RateOverTime {
  if (starts.length !== rates.length || starts.length === 0)
    throw new RangeError(`rates must be as many as starts, got ${rates.length} for ${starts.length}`);
  rates.forEach((rate, i) => {
    requireNotNegative(`rates[${i}]`, rate);
  });
  starts.forEach((start, i) => {
    if (!(i === 0 ? start > -Infinity : start > starts[i - 1])) throw new RangeError(`starts must rise, got ${start} at ${i}`);
  });
  const pieceAt = (time: Seconds): number => {
    let low = -1;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle] <= time) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const at = (time: Seconds): PerSecond => {
    const piece = pieceAt(time);
    return piece < 0 ? 0 : rates[piece];
  };
  return {
    at,
    frequency: 0,
    integral(from, to) {
      let sum = 0;
      for (let i = Math.max(0, pieceAt(from)); i < starts.length && starts[i] < to; i++) {
        sum += rates[i] * Math.max(0, Math.min(to, i + 1 < starts.length ? starts[i + 1] : to) - Math.max(from, starts[i]));
      }
      return sum;
    },
    peak(from, to) {
      let highest = at(from);
      for (let i = pieceAt(from) + 1; i < starts.length && starts[i] < to; i++) highest = Math.max(highest, rates[i]);
      return highest;
    },
    nextJump(time) {
      const next = pieceAt(time) + 1;
      return next < starts.length ? starts[next] : Infinity;
    },
    series: (time) => [at(time)],
  };
}

export function constantRate(rate: PerSecond): RateOverTime {
  return steppedRate([-Number.MAX_VALUE], [rate]);
}

export interface Sinusoid {
  average: PerSecond;
  /** 0 to `average`: a rate is never negative. */
  amplitude: PerSecond;
  /** ω, radians per second; a day is 2π / 86,400. */
  frequency: number;
  /** Radians; π/2 makes it a cosine. */
  phase?: number;
}

/** @throws RangeError if the average is negative, the amplitude does not lie from 0 to it, or the frequency is not more than 0 */
export function sinusoidalRate({average, amplitude, frequency, phase = 0}: Sinusoid): RateOverTime {
  requireNotNegative("average", average);
  requireNotNegative("amplitude", amplitude);
  if (amplitude > average) throw new RangeError(`amplitude must be at most the average of ${average}, got ${amplitude}`);
  if (!(frequency > 0 && frequency < Infinity)) throw new RangeError(`frequency must be more than 0 and finite, got ${frequency}`);
  if (!(Math.abs(phase) < Infinity)) throw new RangeError(`phase must be finite, got ${phase}`);
  const at = (time: Seconds): PerSecond => average + amplitude * sin(frequency * time + phase);
  return {
    at,
    frequency,
    integral(from, to) {
      // cos a - cos b as a product: the difference of two cosines loses its digits over a short while.
      const middle = (frequency * (from + to)) / 2 + phase;
      return average * (to - from) + (2 * amplitude * sin(middle) * sin((frequency * (to - from)) / 2)) / frequency;
    },
    peak(from, to) {
      const turns = Math.ceil((frequency * from + phase - PI / 2) / (2 * PI));
      const crest = (PI / 2 + 2 * PI * turns - phase) / frequency;
      return crest <= to ? average + amplitude : Math.max(at(from), at(to));
    },
    nextJump: () => Infinity,
    series(time, terms) {
      const [s, c] = [sin(frequency * time + phase), cos(frequency * time + phase)];
      const turned = [s, c, -s, -c];
      const coefficients: number[] = [];
      for (let j = 0, scale = amplitude; j < terms; j++) {
        coefficients.push(scale * turned[j % 4]);
        scale *= frequency / (j + 1);
      }
      if (terms > 0) coefficients[0] += average;
      return coefficients;
    },
  };
}

/** The same rate, so many times as high: a busy day, a quiet one. */
export function timesRate(factor: number, rate: RateOverTime): RateOverTime {
  requireNotNegative("factor", factor);
  return {
    at: (time) => factor * rate.at(time),
    frequency: rate.frequency,
    integral: (from, to) => factor * rate.integral(from, to),
    peak: (from, to) => factor * rate.peak(from, to),
    nextJump: (time) => rate.nextJump(time),
    series: (time, terms) => rate.series(time, terms).map((coefficient) => factor * coefficient),
  };
}
