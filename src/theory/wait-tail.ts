/**
 * From the tail of a wait to service levels and percentiles.
 *
 *   tail(t)      P(Wq > t), falling in t
 *   servedWithin P(Wq ≤ t), where nobody is lost
 *   percentile   the smallest t with P(Wq > t) ≤ 1 - share
 */
import type {Probability, Seconds} from "../units.ts";
import {answer, type Formula} from "./answer.ts";
import type {LongRun} from "./long-run.ts";
import {requireNotNegative, requireProbability} from "./requirements.ts";

export type Tail = (time: Seconds) => Probability;

/** The three questions about a tail, for a place where everybody is served. */
export function tailAnswers(
  tail: Tail,
  scale: Seconds,
  formula: Formula,
): Pick<LongRun, "waiting" | "waitBeyond" | "waitPercentile" | "servedWithin"> {
  const beyond = (time: Seconds) => {
    requireNotNegative("time", time);
    return Math.min(1, Math.max(0, tail(time)));
  };
  return {
    waiting: answer(beyond(0), formula),
    waitBeyond: (time) => answer(beyond(time), formula),
    servedWithin: (time) => answer(1 - beyond(time), formula),
    waitPercentile: (share) => answer(percentile(tail, share, scale), formula),
  };
}

/**
 * The wait that `share` of the customers do not exceed, to 1e-13 of itself; Infinity for a share of 1 (waits have no largest value).
 *
 * @param scale a time of the order of the waits, to begin with
 * @throws RangeError if `share` is not between 0 and 1
 */
export function percentile(tail: Tail, share: Probability, scale: Seconds): Seconds {
  requireProbability("share", share);
  const left = 1 - share;
  if (tail(0) <= left) return 0;
  if (left === 0) return Infinity;
  let low = 0;
  let high = scale;
  while (tail(high) > left) {
    low = high;
    high *= 2;
    if (high === Infinity) return Infinity;
  }
  while (high - low > 1e-13 * high) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (tail(middle) > left) low = middle;
    else high = middle;
  }
  return high;
}

/** In overload the line grows without end: everybody waits beyond any time. */
export function overloadAnswers(formula: Formula): Pick<LongRun, "waiting" | "waitBeyond" | "waitPercentile" | "servedWithin"> {
  return {
    waiting: answer(1, formula),
    waitBeyond: (time) => {
      requireNotNegative("time", time);
      return answer(1, formula);
    },
    servedWithin: (time) => {
      requireNotNegative("time", time);
      return answer(0, formula);
    },
    waitPercentile: (share) => {
      requireProbability("share", share);
      return answer(share === 0 ? 0 : Infinity, formula);
    },
  };
}
