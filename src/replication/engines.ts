/**
 * The engines of a plan: one per design, kept between replications, because building one costs more than a short day takes.
 */
import type {Model} from "../model/model.ts";
import {Chain, isChain} from "./recursion/chain.ts";
import {isParallelLanes, ParallelLanes} from "./recursion/lanes.ts";
import {isOneLine, OneLine} from "./recursion/one-line.ts";
import type {Engine, Replication} from "./replication.ts";
import {Simulation} from "./simulation.ts";

/** A recursion where the model allows it, the event loop everywhere else. */
export function engineOf(model: Model): Engine {
  if (isOneLine(model)) return new OneLine(model);
  if (isChain(model)) return new Chain(model);
  return isParallelLanes(model) ? new ParallelLanes(model) : new Simulation(model);
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

  /** As of one engine. */
  lend(): void {
    for (const engine of this.engines) engine.lend();
  }
}
