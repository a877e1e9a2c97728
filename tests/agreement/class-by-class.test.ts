/** Class by class: what a gate that lets one class forward at a time changes, and what it cannot. */
import {describe, expect, test} from "vitest";
import {compileModel} from "../../src/model/compile.ts";
import {CALLED, ENDED, JOINED, STARTED} from "../../src/replication/event-log.ts";
import type {Order} from "../../src/scenario/scenario.ts";
import {erlang, exponential, type GivenScenario, type GivenStation, lognormal, scenarioOf} from "../builders.ts";
import {traceReplication} from "./engine.ts";
import * as the from "./numbers.ts";
import {inTheLongRun, millions} from "./run.ts";

/** Three classes that differ in their work, at one station. */
function place(station: GivenStation): GivenScenario {
  return {
    arrivals: {a: {rate: 1}, b: {rate: 0.7}, c: {rate: 0.3}},
    classes: {
      a: {priority: 1, service: exponential(1)},
      b: {priority: 2, service: erlang(1.5, 3)},
      c: {priority: 3, service: lognormal(1.2, 1)},
    },
    station: {service: null, ...station},
    run: {customers: 5_000},
  };
}

const startsOf = (given: GivenScenario) => {
  const starts: number[] = [];
  for (const {kind, customer, at} of traceReplication(compileModel(scenarioOf(given)), 0).events)
    if (kind === STARTED) starts[customer] = at;
  return starts;
};

test("where all have the same priority, one server serves as first come first served, to the last bit", () => {
  const alike = (order: Order): GivenScenario => ({arrivals: {rate: 0.9}, station: {order}, run: {customers: 20_000}});
  const starts = startsOf(alike("class by class"));
  expect(starts).toHaveLength(20_000);
  expect(starts).toEqual(startsOf(alike("first come")));
  // Two servers wait for each other.
  const two = (order: Order) => ({...alike(order), station: {order, servers: 2}, arrivals: {rate: 1.8}});
  expect(startsOf(two("class by class"))).not.toEqual(startsOf(two("first come")));
});

test("a turn serves one class: everybody of it who waited when it began, and nobody who joined later", () => {
  const model = compileModel(scenarioOf(place({servers: 3, order: "class by class"})));
  const {customers, events} = traceReplication(model, 0);
  const rankOf = (customer: number) => model.classes[customers[customer].class].priority;
  const waiting = new Set<number>();
  let due = new Set<number>(); // who waited of the class when its turn began, and has not been called
  let busy = 0;
  let turns = 0;
  for (const {kind, customer} of events) {
    if (kind === JOINED) waiting.add(customer);
    if (kind === ENDED) busy--;
    if (kind !== CALLED) continue;
    if (busy === 0) {
      expect(due.size).toBe(0);
      due = new Set([...waiting].filter((one) => rankOf(one) === rankOf(customer)));
      turns++;
    }
    expect(due.delete(customer)).toBe(true);
    waiting.delete(customer);
    busy++;
  }
  expect(turns).toBeGreaterThan(200);
  expect(turns).toBeLessThan(2_000); // of 5,000 people
});

describe("one server", {timeout: 600_000}, () => {
  test("work is conserved: with equal service the mean wait of all is that of M/M/1, whoever's turn it is", () => {
    const run = inTheLongRun(
      {
        arrivals: {a: {rate: 0.4}, b: {rate: 0.25}, c: {rate: 0.15}},
        classes: {a: {priority: 1}, b: {priority: 2}, c: {priority: 3}},
        station: {order: "class by class"},
      },
      millions(4),
    );
    const wait = the.meanWait(run);
    expect(wait).toCover(4); // ρ / (µ (1 - ρ)), ρ = 0.8
    expect(wait.high! - wait.low!).toBeLessThan(0.16);
  });
});
