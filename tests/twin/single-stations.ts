/** Every place of one station that the reference cases simulate, once each, with whatever is asked of it. */
import type {Model} from "../../src/model/model.ts";
import {findTwins} from "../../src/twin/find-twins.ts";
import {type Effort, doorRate, lasting, modelOf} from "../../src/verification/long-run.ts";
import {plannedCases, type SharedRun, sharedRuns} from "../../src/verification/simulated-cases.ts";
import {type GivenScenario, scenarioOf} from "../builders.ts";

export interface SingleStation extends SharedRun {
  model: Model;
  isLong: boolean;
}

export function singleStations(): SingleStation[] {
  const simulated = plannedCases().flatMap(({id, plan}, at) => (plan.kind === "simulated" ? [{id, at, plan}] : []));
  return sharedRuns(simulated).flatMap((run): SingleStation[] => {
    const isLong = !("days" in run.effort);
    const place = "days" in run.effort ? run.place : lasting(run.place, run.effort);
    const model = modelOf(place, {within: [...run.within], groups: run.groups});
    return model.stations.length > 1 ? [] : [{...run, model, isLong}];
  });
}

/** The effort with a warm-up of as many relaxation times as forget the start for every purpose. */
export function forgetful(place: GivenScenario, effort: Effort, model: Model, times: number): Effort {
  const relaxation = Math.max(0, ...findTwins(model).map((twin) => ("reason" in twin ? 0 : twin.relaxation)));
  const warmUp = Math.ceil(times * relaxation * doorRate(scenarioOf(place)));
  return {...effort, warmUp: Math.max(effort.warmUp, warmUp), customers: Math.max(effort.customers, Math.ceil(warmUp / times))};
}
