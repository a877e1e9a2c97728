/**
 * The engines of a plan: one per design, kept between replications, because building one costs more than a short day takes.
 */
import type {Model} from "../model/model.ts";
import type {Replication} from "./replication.ts";
import {isRecursive, Recursion} from "./recursion.ts";
import {Simulation} from "./simulation.ts";

/** Makes histories of one model. */
export interface Engine {
  /** One history, from empty. */
  replicate(index: number): Replication;
}

/** The event loop, or the recursion where the model allows it. */
export function engineOf(model: Model): Engine {
  return isRecursive(model) ? new Recursion(model) : new Simulation(model);
}

export class Engines {
  private readonly engines: Engine[];

  constructor(models: Model[]) {
    this.engines = models.map(engineOf);
  }

  /** One history of every design, for the same customers. */
  replicate(index: number): Replication[] {
    return this.engines.map((engine) => engine.replicate(index));
  }
}
