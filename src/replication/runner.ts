/**
 * The door of everything that waits: who runs the replications, and how their rows come back. The core is synchronous and
 * pure; a runner decides only where it runs, and nothing of that can be seen in the result.
 */
import type {Model} from "../model/model.ts";
import type {Replication} from "./replication.ts";

export interface Plan {
  /** One model per design, same customers. */
  models: Model[];
  /** Replications first ... first + count - 1 of every design. */
  first: number;
  count: number;
}

/** Called once per replication, strictly in order of its number, with one history per design. */
export type Take = (designs: Replication[]) => void;

/**
 * Runs a plan. Resolves when all replications were handed to `take`; when `signal` fires it stops early, having handed
 * over only complete replications without a gap, and resolves too: the caller knows how many it took.
 */
export type Runner = (plan: Plan, take: Take, signal?: AbortSignal) => Promise<void>;
