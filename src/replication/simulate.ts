/** The verb of the house: a Model becomes histories. Synchronous and pure: the same model and number, the same bits. */
import type {Model} from "../model/model.ts";
import {engineOf} from "./engines.ts";
import type {Replication} from "./replication.ts";

/**
 * Replications first ... first + count - 1 of a model.
 *
 * @throws RangeError if customers go round without taking time, Error if the simulator lost somebody (a bug)
 */
export function simulate(model: Model, first: number, count: number): Replication[] {
  const engine = engineOf(model);
  return Array.from({length: count}, (_, i) => engine.replicate(first + i));
}
