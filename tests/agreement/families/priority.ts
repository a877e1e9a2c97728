/** Classes that go first, without interrupting anybody. */
import type {Law} from "../../../src/random/law.ts";
import {erlang, exponential, fixed, type GivenScenario} from "../../builders.ts";
import * as the from "../numbers.ts";
import {check, LONG, type Params, type Plan, simulated} from "./plan.ts";

/** Class "1" goes first. */
export function priorityPlace(rates: number[], services: Law[], servers: number): GivenScenario {
  const names = rates.map((_, i) => String(i + 1));
  return {
    arrivals: Object.fromEntries(names.map((name, i) => [`class ${name}`, {rate: rates[i]}])),
    classes: Object.fromEntries(names.map((name, i) => [`class ${name}`, {priority: i + 1, service: services[i]}])),
    station: {servers, service: null, order: "priority"},
  };
}

export const waitOfClass = (name: string | undefined) => the.measure("waitTime", {class: `class ${name}`});

export function nonPreemptive(p: Params, services: Law[], servers: number, expected: number, metric: string): Plan {
  const name = /class (\d)$/.exec(metric)?.[1];
  return simulated(priorityPlace(p.list("lambda"), services, servers), [check(waitOfClass(name), expected)], {effort: LONG});
}

/** Laws of the M/G/1 cases, by their description. */
export function servicesOf(p: Params): Law[] {
  const means = p.list("E[S]");
  const description = p.text("desc");
  if (description.startsWith("deterministic")) return means.map(fixed);
  if (description.startsWith("class 1 Erlang-2")) return [erlang(1, 2), exponential(5)];
  return means.map(exponential);
}
