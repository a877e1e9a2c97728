/** Many replications of a place, folded one by one: what every agreement test holds against a truth. */
import {Collector} from "../../src/estimate/index.ts";
import {compileModel} from "../../src/model/compile.ts";
import type {MeasureGroups} from "../../src/model/model.ts";
import {meanOf} from "../../src/random/law.ts";
import {phaseShares} from "../../src/scenario/load.ts";
import type {Goal, Scenario} from "../../src/scenario/scenario.ts";
import type {Seconds} from "../../src/units.ts";
import {type GivenScenario, goalOf, scenarioOf} from "../builders.ts";
import {Simulation} from "./engine.ts";

/** How long a long run is: customers to be expected, counted and before. */
export interface Effort {
  replications: number;
  customers: number;
  warmUp: number;
}

/** The rule for a stationary value: at least 20 replications of 100,000 customers after 10,000. */
export const BY_THE_RULE: Effort = {replications: 20, customers: 100_000, warmUp: 10_000};
/** As many millions of customers as the interval needs; in fewer, longer replications the warm-up costs less. */
export const millions = (count: number): Effort => ({replications: 50, customers: Math.max(100_000, (count * 1e6) / 50), warmUp: 10_000});

/** Customers per second who come to the door in the long run. */
export function doorRate({arrivals}: Scenario): number {
  let rate = 0;
  for (const {process, batch} of arrivals.values()) {
    const people = batch.reduce((sum, {size, share}) => sum + size * share, 0);
    if (process.kind === "poisson") rate += people * process.rate.value[process.rate.value.length - 1];
    else if (process.kind === "renewal") rate += people / meanOf(process.between);
    else if (process.kind === "phases")
      rate += people * phaseShares(process.phases).reduce((sum, share, i) => sum + share * process.phases[i].rate, 0);
    else if (process.kind === "population")
      rate += process.members / meanOf(process.each); // at most
    else throw new RangeError("a list of arrivals has an end");
  }
  return rate;
}

export interface CollectOptions {
  design?: string;
  /** Times within which waits are counted. */
  within?: readonly Seconds[];
  /** Groups of measures beyond the basic ones. */
  groups?: Partial<MeasureGroups>;
}

/** The place as given, so many times. */
export function collect(
  given: GivenScenario,
  replications: number,
  {design = "as it is", within = [], groups = {}}: CollectOptions = {},
): Collector {
  const model = compileModel({...scenarioOf(given), goals: within.map(counting)}, groups);
  const collector = new Collector(model, {design});
  const simulation = new Simulation(model);
  for (let index = 0; index < replications; index++) collector.take(simulation.replicate(index));
  return collector;
}

/** A place that never closes, after its warm-up. Arrivals go on until all who are counted have left. */
export function inTheLongRun(given: GivenScenario, effort: Effort = BY_THE_RULE, options: CollectOptions = {}): Collector {
  return collect(lasting(given, effort), effort.replications, options);
}

export function lasting(given: GivenScenario, {customers, warmUp}: Effort): GivenScenario {
  const rate = doorRate(scenarioOf(given));
  return {...given, run: {...given.run, length: customers / rate, warmUp: warmUp / rate}};
}

/** A goal only so that the model counts who waits within a time. */
const counting = (within: Seconds): Goal =>
  goalOf({text: `wait at most ${within} s`, statistic: "within", within, direction: "at least", bound: 0});
