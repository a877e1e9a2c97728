/**
 * The wait of M/M/c, Erlang C: the measuring stick that the formulas of this folder stretch.
 *
 *   a = λ/µ, ρ = a/c   offered load, occupancy
 *   C                  share of arrivals that wait
 *   Wq = C/(cµ - λ)
 *
 * Exact. Source: Erlang (1917); as Gans, Koole and Mandelbaum (2003) write it.
 */
import type {Erlangs, Probability, Seconds} from "../units.ts";
import {blockingProbability} from "./erlang-b.ts";
import {occupancyOf, requireQueue} from "./little.ts";
import type {Queue} from "./long-run.ts";

/** C(c, a), from 0 to 1; 1 in overload. */
export function shareThatWaits(offeredLoad: Erlangs, servers: number): Probability {
  const blocking = blockingProbability(offeredLoad, servers);
  if (offeredLoad >= servers) return 1;
  return blocking / (1 - (offeredLoad / servers) * (1 - blocking));
}

/** Mean wait of M/M/c; Infinity in overload. */
export function exponentialWait(queue: Queue): Seconds {
  requireQueue(queue);
  const {arrivalRate, serviceTime, servers} = queue;
  const occupancy = occupancyOf(queue);
  if (occupancy >= 1) return Infinity;
  return (shareThatWaits(arrivalRate * serviceTime, servers) * serviceTime) / (servers * (1 - occupancy));
}
