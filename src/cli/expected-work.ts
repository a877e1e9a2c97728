/** How many customers will be simulated, before any is: rate times time, for every replication and design. */
import {arrivalRateOf} from "../scenario/load.ts";
import type {Scenario} from "../scenario/scenario.ts";

/** Above this the user is told how long it may take. */
export const MANY_CUSTOMERS = 2e8;
/** Above this it would take a day or more: refused. */
export const MOST_CUSTOMERS = 1e11;

/** Customers of all designs together, warm-ups included. */
export function expectedCustomers(scenarios: readonly Scenario[]): number {
  return scenarios.reduce((sum, scenario) => sum + scenario.run.replications * perReplication(scenario), 0);
}

function perReplication({run, opening, arrivals}: Scenario): number {
  const sources = [...arrivals.values()];
  const rate = (from: number, to: number) => sources.reduce((sum, source) => sum + arrivalRateOf(source, from, to), 0);
  if (opening !== null) return rate(opening.from, opening.to) * (opening.to - opening.from);
  if (run.customers !== null) return run.customers + run.warmUpCustomers;
  const listed = sources.reduce((sum, {process}) => sum + (process.kind === "list" ? process.customers.length : 0), 0);
  return listed + rate(0, Infinity) * ((run.length ?? 0) + run.warmUp);
}
