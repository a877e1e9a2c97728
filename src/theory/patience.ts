/**
 * How long people are willing to wait, as the formulas of M/M/c+G ask for it. R is a customer's patience.
 *
 *   survival(t)            Ḡ(t)  share of customers still willing after t; never grows; `survival(Infinity)` never gives up
 *   exhausted(t)           G(t) = 1 - Ḡ(t), with its digits where hardly anybody has given up yet
 *   between(from, to)      s     ∫ Ḡ over the stretch: with from = 0 the mean of min(R, to)
 *   secondMoment(t)        s²    mean of min(R, t)²
 *   breaks                 s     where Ḡ jumps or bends, or how fast it falls: integrals are cut there; growing
 *
 * Source: Zeltyn and Mandelbaum (2005), "Call Centers with Impatient Customers", Queueing Systems 51, 361-402.
 */
import {exp, expm1, regularizedGammaP, regularizedGammaQ} from "../math/index.ts";
import {integrate} from "../math/quadrature.ts";
import type {Probability, Seconds} from "../units.ts";
import {requireCount, requirePositive, requireProbability} from "./requirements.ts";

export interface Patience {
  survival(time: Seconds): Probability;
  exhausted(time: Seconds): Probability;
  between(from: Seconds, to: Seconds): Seconds;
  secondMoment(time: Seconds): number;
  readonly breaks: readonly Seconds[];
}

/** A memoryless patience of this mean: M/M/c+M, Erlang A. */
export function exponentialPatience(mean: Seconds): Patience {
  requirePositive("patience", mean);
  return {
    survival: (time) => exp(-time / mean),
    exhausted: (time) => -expm1(-time / mean),
    between: (from, to) => -mean * exp(-from / mean) * expm1((from - to) / mean),
    secondMoment: (time) => 2 * mean * mean * regularizedGammaP(2, time / mean),
    breaks: [mean, 4 * mean, 16 * mean, 64 * mean, 256 * mean],
  };
}

/** Everybody waits just so long: M/M/c+D. */
export function fixedPatience(time: Seconds): Patience {
  requirePositive("patience", time);
  return {
    survival: (t) => (t < time ? 1 : 0),
    exhausted: (t) => (t < time ? 0 : 1),
    between: (from, to) => Math.max(0, Math.min(to, time) - from),
    secondMoment: (t) => Math.min(t, time) * Math.min(t, time),
    breaks: [time],
  };
}

/** Any patience between `from` and `to`, all alike. */
export function uniformPatience(from: Seconds, to: Seconds): Patience {
  if (!(from >= 0)) throw new RangeError(`from must be 0 or more, got ${from}`);
  if (!(to > from && to < Infinity)) throw new RangeError(`to must be more than from (${from}) and finite, got ${to}`);
  const width = to - from;
  const inside = (time: Seconds) => Math.min(to, Math.max(from, time));
  return {
    survival: (time) => (to - inside(time)) / width,
    exhausted: (time) => (inside(time) - from) / width,
    between(start, end) {
      const a = inside(start);
      const b = inside(end);
      return Math.max(0, Math.min(end, from) - start) + ((b - a) * (to - b + (to - a))) / (2 * width);
    },
    secondMoment(time) {
      const b = inside(time);
      const certain = Math.min(time, from);
      // certain² + ∫ 2u (to - u) / width from `from` to b, with u = from + x
      const x = b - from;
      return certain * certain + (x * (2 * from * width + x * (width - from - (2 * x) / 3))) / width;
    },
    breaks: [from, to],
  };
}

/** The sum of so many memoryless phases, of this mean in all. */
export function erlangPatience(mean: Seconds, phases: number): Patience {
  requirePositive("patience", mean);
  requireCount("phases", phases);
  const phase = mean / phases;
  const spread = mean / Math.sqrt(phases);
  const upTo = (time: Seconds) =>
    time === Infinity ? mean : mean * regularizedGammaP(phases + 1, time / phase) + time * regularizedGammaQ(phases, time / phase);
  const survival = (time: Seconds) => regularizedGammaQ(phases, time / phase);
  return {
    survival,
    exhausted: (time) => regularizedGammaP(phases, time / phase),
    // Over a short stretch the difference of the two ends would lose more than two digits.
    between: (from, to) => (to - from < mean / 100 ? integrate(survival, [from, to]) : upTo(to) - upTo(from)),
    secondMoment(time) {
      const whole = mean * (mean + phase) * regularizedGammaP(phases + 2, time / phase);
      return time === Infinity ? whole : whole + time * time * regularizedGammaQ(phases, time / phase);
    },
    breaks: [mean - 0.9 * spread, mean, mean + spread, mean + 4 * spread, mean + 16 * spread, mean + 64 * spread],
  };
}

/** A mixture: this share of customers has that patience. The shares add up to 1. */
export function mixedPatience(parts: ReadonlyArray<{readonly share: Probability; readonly patience: Patience}>): Patience {
  let total = 0;
  for (const {share} of parts) {
    requireProbability("share", share);
    total += share;
  }
  if (!(Math.abs(total - 1) < 1e-9)) throw new RangeError(`shares must add up to 1, got ${total}`);
  const mean = (of: (patience: Patience) => number) => {
    let sum = 0;
    for (const {share, patience} of parts) if (share > 0) sum += share * of(patience);
    return sum / total;
  };
  return {
    survival: (time) => mean((patience) => patience.survival(time)),
    exhausted: (time) => mean((patience) => patience.exhausted(time)),
    between: (from, to) => mean((patience) => patience.between(from, to)),
    secondMoment: (time) => mean((patience) => patience.secondMoment(time)),
    breaks: parts.flatMap(({patience}) => patience.breaks).sort((a, b) => a - b),
  };
}

/** A mixture of memoryless patiences: varied people, more variable than exponential. */
export function hyperexponentialPatience(parts: ReadonlyArray<{readonly share: Probability; readonly mean: Seconds}>): Patience {
  return mixedPatience(parts.map(({share, mean}) => ({share, patience: exponentialPatience(mean)})));
}

/** This share of customers leaves at once when no server is free; the others have that patience. */
export function withBalking(balking: Probability, patience: Patience): Patience {
  requireProbability("balking", balking);
  return mixedPatience([
    {share: balking, patience: NONE},
    {share: 1 - balking, patience},
  ]);
}

/** No patience at all: whoever does not start at once is lost. */
const NONE: Patience = {survival: () => 0, exhausted: () => 1, between: () => 0, secondMoment: () => 0, breaks: []};

/** Endless patience: M/M/c. */
export const ENDLESS_PATIENCE: Patience = {
  survival: () => 1,
  exhausted: () => 0,
  between: (from, to) => to - from,
  secondMoment: (time) => time * time,
  breaks: [],
};

/**
 * Any patience, told by the share of customers still willing after each time. The share must never grow; `breaks` are where it
 * jumps or bends. Its integrals are taken numerically, to some 1e-13.
 *
 * @throws RangeError on asking, where the share is not between 0 and 1
 */
export function patienceFrom(survival: (time: Seconds) => Probability, breaks: readonly Seconds[] = []): Patience {
  for (const at of breaks) if (!(at >= 0 && at < Infinity)) throw new RangeError(`breaks must be 0 or more and finite, got ${at}`);
  const cuts = [...breaks].sort((a, b) => a - b);
  const share = (time: Seconds) => {
    const value = survival(time);
    if (!(value >= 0 && value <= 1)) throw new RangeError(`survival must lie between 0 and 1, got ${value} at ${time}`);
    return value;
  };
  const edges = (from: Seconds, to: Seconds) => [from, ...cuts.filter((at) => at > from && at < to), to];
  return {
    survival: share,
    exhausted: (time) => 1 - share(time),
    between: (from, to) => (to > from ? integrate(share, edges(from, to)) : 0),
    secondMoment: (time) => integrate((t) => 2 * t * share(t), edges(0, time)),
    breaks: cuts,
  };
}
