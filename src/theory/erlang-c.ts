/**
 * Erlang C: the M/M/c queue. Poisson arrivals, exponential service, c servers, endlessly patient customers.
 *
 *   offeredLoad   a = λ/µ   work arriving, in erlangs
 *   servers       c         serving in parallel
 *
 * Exact.
 * Source: Gans, Koole and Mandelbaum (2003), "Telephone Call Centers", M&SOM 5(2), 79-141.
 */
import type {Erlangs, Probability} from "../units.ts";
import {blockingProbability} from "./erlang-b.ts";
import {requireCount} from "./requirements.ts";

/**
 * Share of arrivals that find every server busy, C(c, a), from 0 to 1. An overloaded queue (a >= c) is an answer: everyone waits, so 1.
 *
 * @throws RangeError if `servers` is not a whole number of 1 or more, or `offeredLoad` is negative or not finite
 */
export function probabilityOfWaiting(offeredLoad: Erlangs, servers: number): Probability {
  requireCount("servers", servers);
  const blocking = blockingProbability(offeredLoad, servers);
  if (offeredLoad >= servers) return 1;
  return blocking / (1 - (offeredLoad / servers) * (1 - blocking));
}
