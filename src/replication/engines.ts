/**
 * The engines of a plan: one per design, kept between replications, because building one costs more than a short day takes.
 */
import type {Model} from "../model/model.ts";
import type {Replication} from "./replication.ts";
import {Simulation} from "./simulation.ts";

export class Engines {
  private readonly simulations: Simulation[];

  constructor(models: Model[]) {
    this.simulations = models.map((model) => new Simulation(model));
  }

  /** One history of every design, for the same customers. */
  replicate(index: number): Replication[] {
    return this.simulations.map((simulation) => simulation.replicate(index));
  }
}
