/** How long a simulated case is: customers of a long run, what the model counts, and many replications folded into one collector. */
import {Collector} from "../estimate/index.ts";
import {compileModel} from "../model/compile.ts";
import type {MeasureGroups, Model} from "../model/model.ts";
import {meanOf} from "../random/law.ts";
import {engineOf} from "../replication/engines.ts";
import type {Engine} from "../replication/replication.ts";
import {phaseShares} from "../scenario/load.ts";
import type {Goal, Scenario} from "../scenario/scenario.ts";
import type {Seconds} from "../units.ts";
import {type GivenScenario, goalOf, scenarioOf} from "./builders/scenario.ts";

/** How long a long run is: customers to be expected, counted and before. */
export interface Effort {
  replications: number;
  customers: number;
  warmUp: number;
}

export interface CollectOptions {
  design?: string;
  /** Times within which waits are counted. */
  within?: readonly Seconds[];
  /** Groups of measures beyond the basic ones. */
  groups?: Partial<MeasureGroups>;
}

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

/** The place never closes and is watched for so many customers after its warm-up. */
export function lasting(given: GivenScenario, {customers, warmUp}: Effort): GivenScenario {
  const rate = doorRate(scenarioOf(given));
  return {...given, run: {...given.run, length: customers / rate, warmUp: warmUp / rate}};
}

export function modelOf(given: GivenScenario, {within = [], groups = {}}: CollectOptions = {}): Model {
  return compileModel({...scenarioOf(given), goals: within.map(counting)}, groups);
}

/** The place as given, so many times, in this thread. */
export function collect(
  given: GivenScenario,
  replications: number,
  options: CollectOptions = {},
  makeEngine: (model: Model) => Engine = engineOf,
): Collector {
  const model = modelOf(given, options);
  const collector = new Collector(model, {design: options.design ?? "as it is"});
  const engine = makeEngine(model);
  for (let index = 0; index < replications; index++) collector.take(engine.replicate(index));
  return collector;
}

/** A goal only so that the model counts who waits within a time. */
const counting = (within: Seconds): Goal =>
  goalOf({text: `wait at most ${within} s`, statistic: "within", within, direction: "at least", bound: 0});
