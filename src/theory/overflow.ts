/**
 * Overflow: what one group of servers refuses goes on to another. It comes in bursts, so it needs more servers than its load says.
 *
 *   mean          M = a B(c, a)                 load that overflows, in erlangs
 *   peakedness    Z = 1 - M + a/(c + 1 - a + M) variance over mean of the servers it would keep busy; 1 for Poisson
 *
 * The moments are exact; Hayward's blocking, B(c/Z, M/Z), is approximate, and hopeful where little overflows: 10 servers refuse 0.97 of
 * 8 erlangs, of which 8 more refuse 0.8 %; Hayward says 0.16 %.
 * Source: Kosten (1937); Wilkinson (1956), "Theories for Toll Traffic Engineering in the U.S.A.", Bell System Technical Journal 35,
 * 421-514; Fredericks (1980), "Congestion in Blocking Systems: A Simple Approximation Technique", BSTJ 59, 805-827 (Hayward).
 */
import type {Erlangs} from "../units.ts";
import {type Answer, answer, type Formula} from "./answer.ts";
import {blockingProbability, fractionalBlockingProbability} from "./erlang-b.ts";
import {requireCount, requireNotNegative, requirePositive} from "./requirements.ts";

export const OVERFLOW_MOMENTS: Formula = {
  name: {en: "Kosten's overflow moments", zh: "Kosten 溢流矩"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals at the first group, exponential service, nobody waits",
    zh: "第一组泊松到达，指数服务时间，不排队",
  },
  source:
    'Kosten (1937); Wilkinson (1956), "Theories for Toll Traffic Engineering in the U.S.A.", Bell System Technical Journal 35, 421-514',
};

export const HAYWARD: Formula = {
  name: {en: "Hayward's approximation", zh: "Hayward 近似"},
  kind: "approximate",
  validity: {
    en: "bursty arrivals known by mean and peakedness, nobody waits; for overflow typically 5 to 20 % too low where its mean is more than twice its peakedness, several times too low where it is less than once",
    zh: "以均值与峰值因子描述的突发到达，不排队；对溢流，均值大于峰值因子两倍时阻塞率通常偏低 5% 至 20%，均值小于峰值因子时可偏低数倍",
  },
  source:
    'Fredericks (1980), "Congestion in Blocking Systems: A Simple Approximation Technique", Bell System Technical Journal 59, 805-827',
};

export interface Overflow {
  /** In erlangs. */
  mean: Answer;
  /** Of the number of servers it would keep busy if there were enough. */
  variance: Answer;
  /** Variance over mean, 1 or more. */
  peakedness: Answer;
}

/**
 * What so many servers refuse of a load.
 *
 * @throws RangeError if `offeredLoad` is not positive and finite, or `servers` is not a whole number of 0 or more
 */
export function overflow(offeredLoad: Erlangs, servers: number): Overflow {
  requirePositive("offeredLoad", offeredLoad);
  requireCount("servers", servers, 0);
  const mean = offeredLoad * blockingProbability(offeredLoad, servers);
  // Poisson where nobody is refused to begin with; rounding must not take it below.
  const peakedness = Math.max(1, 1 - mean + offeredLoad / (servers + 1 - offeredLoad + mean));
  return {
    mean: answer(mean, OVERFLOW_MOMENTS),
    variance: answer(mean * peakedness, OVERFLOW_MOMENTS),
    peakedness: answer(peakedness, OVERFLOW_MOMENTS),
  };
}

/**
 * The share of bursty arrivals that a group refuses, by Hayward: as of Poisson arrivals at 1/Z of the servers and of the load.
 *
 * @throws RangeError if `offeredLoad` or `servers` is negative or not finite, or `peakedness` is not positive and finite
 */
export function haywardBlocking(offeredLoad: Erlangs, peakedness: number, servers: number): Answer {
  requireNotNegative("offeredLoad", offeredLoad);
  requirePositive("peakedness", peakedness);
  requireNotNegative("servers", servers);
  return answer(fractionalBlockingProbability(offeredLoad / peakedness, servers / peakedness), HAYWARD);
}
