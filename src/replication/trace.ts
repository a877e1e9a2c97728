/** One replication told event by event. */
import type {Model} from "../model/model.ts";
import type {EventLog} from "./event-log.ts";
import type {Replication} from "./replication.ts";
import {Simulation} from "./simulation.ts";

/** What happened in a replication, in order, and its row. */
export function traceReplication(model: Model, index: number): EventLog & {replication: Replication} {
  const log: EventLog = {customers: [], events: []};
  const replication = new Simulation(model).replicate(index, log);
  return {...log, replication};
}
