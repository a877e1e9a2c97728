/** Classes that go first, with and without interrupting anybody, at once or the more the longer they wait. */
import {type Law, meanOf} from "../../random/law.ts";
import {erlang, exponential, fixed, type GivenScenario} from "../builders/scenario.ts";
import * as the from "../numbers.ts";
import {check, HARD, LONG, type Params, type Plan, simulated} from "../plan.ts";

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

/** The same, and class "1" interrupts the others. */
export function preemptivePlace(rates: number[], services: Law[], servers: number): GivenScenario {
  const place = priorityPlace(rates, services, servers);
  return {...place, station: {...place.station, interrupt: "resume"}};
}

/** Credit a second of waiting for each class, the same service for all. */
export function growing(rates: number[], credits: number[], service: Law, servers = 1): GivenScenario {
  const names = rates.map((_, i) => `class ${i + 1}`);
  return {
    arrivals: Object.fromEntries(names.map((name, i) => [name, {rate: rates[i]}])),
    station: {servers, service, order: "ageing", ageing: new Map(names.map((name, i) => [name, credits[i]]))},
  };
}

/**
 * Time in the system, or time in line before and between services. The first class is never interrupted and sees nobody else
 * (tests/agreement/orders.test.ts, to the last bit), so that where it is a rare one it comes alone here.
 */
export function preemptive(p: Params, services: Law[], servers: number, expected: number, metric: string): Plan {
  const name = /class (\d)$/.exec(metric)?.[1] ?? "";
  const rates = p.list("lambda");
  if (name === "1" && !metric.startsWith("sojourn")) {
    const alone = preemptivePlace(rates.slice(0, 1), services.slice(0, 1), servers);
    return simulated(alone, [check(the.meanWait, expected)], {effort: HARD});
  }
  const sojourn = the.measure("sojournTime", {class: `class ${name}`});
  const number = metric.startsWith("sojourn") ? sojourn : the.affine(sojourn, 1, -meanOf(services[Number(name) - 1]));
  return simulated(preemptivePlace(rates, services, servers), [check(number, expected)], {effort: LONG});
}

/** Laws of the M/G/1 cases, by their description. */
export function servicesOf(p: Params): Law[] {
  const means = p.list("E[S]");
  const description = p.text("desc");
  if (description.startsWith("deterministic")) return means.map(fixed);
  if (description.startsWith("class 1 Erlang-2")) return [erlang(1, 2), exponential(5)];
  return means.map(exponential);
}
