/**
 * Markov-modulated Poisson arrivals as tables. The phase at the start is drawn with the shares of time of the long run,
 * so that the process has no warm-up of its own.
 *
 *   π = π P        shares of the changes that lead to a phase
 *   time ∝ π · lasts
 *
 * Source: Fischer and Meier-Hellstern (1993), "The Markov-modulated Poisson process (MMPP) cookbook", Performance Evaluation 18, 149-171.
 */
import {phaseShares} from "../scenario/load.ts";
import type {ArrivalPhase} from "../scenario/scenario.ts";
import type {PhaseTable} from "./model.ts";

export function phaseTable(phases: readonly ArrivalPhase[]): PhaseTable {
  const count = phases.length;
  const next = new Float64Array(count * count);
  phases.forEach(({then}, row) => {
    let sum = 0;
    for (let to = 0; to < count; to++) {
      for (const branch of then) if (branch.phase === to) sum += branch.share;
      next[row * count + to] = to === count - 1 ? 1 : sum;
    }
  });
  let sum = 0;
  const first = Float64Array.from(phaseShares(phases), (share) => (sum += share));
  first[count - 1] = 1;
  return {rate: Float64Array.from(phases, ({rate}) => rate), lasts: Float64Array.from(phases, ({lasts}) => lasts), next, first};
}
