/**
 * Erlang B: the M/M/c/c loss system. Poisson arrivals, any service law, c servers, nobody waits: who finds all busy is lost.
 *
 *   offeredLoad   a = λ/µ   work arriving, in erlangs
 *   servers       c         serving in parallel
 *
 * Exact, and insensitive to the law of service.
 * Source: Erlang (1917); the recursion: Jagerman (1974), Messerli (1972).
 */
import type {Erlangs, Probability} from "../units.ts";
import type {Formula} from "./answer.ts";
import {requireCount, requireNotNegative} from "./requirements.ts";

export const ERLANG_B: Formula = {
  name: {en: "Erlang B", zh: "Erlang B 公式"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals, no waiting room; any law of service with the same mean",
    zh: "泊松到达，无等候空间；服务时间可为任意分布，只看均值",
  },
  source: 'Erlang (1917), "Solution of some problems in the theory of probabilities of significance in automatic telephone exchanges"',
};

/**
 * Share of arrivals that find every server busy, B(c, a), from 0 to 1.
 *
 * @throws RangeError if `servers` is not a whole number of 0 or more, or `offeredLoad` is negative or not finite
 * @example blockingProbability(1, 1) // 1/2
 */
export function blockingProbability(offeredLoad: Erlangs, servers: number): Probability {
  requireNotNegative("offeredLoad", offeredLoad);
  requireCount("servers", servers, 0);
  // One server at a time: in the textbook ratio of a^n / n!, n! overflows beyond 170 servers.
  let blocking = 1;
  for (let n = 1; n <= servers; n++) blocking = (offeredLoad * blocking) / (n + offeredLoad * blocking);
  return blocking;
}
