/** Histories told event by event, for numbers that no report prints. */
import {compileModel} from "../model/compile.ts";
import type {EventLog} from "../replication/event-log.ts";
import {Simulation} from "../replication/simulation.ts";
import {type GivenScenario, scenarioOf} from "./builders/scenario.ts";

/** Replications of a place, one after the other and without end unless so many are asked for. */
export type Watch = (place: GivenScenario, replications?: number) => Iterable<EventLog>;

/** Watches with an engine; the default is the one that stands in this thread. */
export function watchWith(Engine: new (...given: ConstructorParameters<typeof Simulation>) => Pick<Simulation, "replicate">): Watch {
  return function* (place, replications = Infinity) {
    const engine = new Engine(compileModel(scenarioOf(place)));
    for (let index = 0; index < replications; index++) {
      const log: EventLog = {customers: [], events: []};
      engine.replicate(index, log);
      yield log;
    }
  };
}

export const watchHere: Watch = watchWith(Simulation);
