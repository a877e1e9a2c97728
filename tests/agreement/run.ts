/** Many replications of a place, folded one by one: what every agreement test holds against a truth. */
import type {Collector} from "../../src/estimate/index.ts";
import type {GivenScenario} from "../builders.ts";
import {type CollectOptions, collect as collectWith, type Effort, lasting} from "../../src/verification/long-run.ts";
import {Simulation} from "./engine.ts";

export {type CollectOptions, doorRate, type Effort, lasting} from "../../src/verification/long-run.ts";

/** The rule for a stationary value: at least 20 replications of 100,000 customers after 10,000. */
export const BY_THE_RULE: Effort = {replications: 20, customers: 100_000, warmUp: 10_000};
/** As many millions of customers as the interval needs; in fewer, longer replications the warm-up costs less. */
export const millions = (count: number): Effort => ({replications: 50, customers: Math.max(100_000, (count * 1e6) / 50), warmUp: 10_000});

/** The place as given, so many times, by the list of events and never by a recursion. */
export function collect(given: GivenScenario, replications: number, options: CollectOptions = {}): Collector {
  return collectWith(given, replications, options, (model) => new Simulation(model));
}

/** A place that never closes, after its warm-up. Arrivals go on until all who are counted have left. */
export function inTheLongRun(given: GivenScenario, effort: Effort = BY_THE_RULE, options: CollectOptions = {}): Collector {
  return collect(lasting(given, effort), effort.replications, options);
}
