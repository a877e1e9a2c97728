import {expect, test} from "vitest";
import {compileModel} from "../../src/model/compile.ts";
import {claimBy, Collector} from "../../src/estimate/index.ts";
import {simulate} from "../../src/replication/simulate.ts";
import {ENDED} from "../../src/replication/event-log.ts";
import {traceReplication} from "../../src/replication/trace.ts";
import {exponential, scenarioOf, visit} from "../builders.ts";
import {MINUTE} from "../../src/units.ts";

/** Customers come back to the only counter with probability 0.6: 5/h at the door are 12.5/h at the counter, 3 min each. */
const feedback = scenarioOf({
  arrivals: {customers: {rate: 5 / 3600, route: "again"}},
  stations: {counter: {servers: 1, service: exponential(3 * MINUTE)}},
  routes: {
    again: [
      visit("talk", "counter", [
        [0.6, "talk"],
        [0.4, null],
      ]),
    ],
  },
  run: {customers: 40_000, warmUpCustomers: 2000},
});

test("a step that a choice leads back to is not drawn at the door", () => {
  expect(compileModel(feedback).steps[0].isCertain).toEqual([false]);
});

test("a customer who comes back brings new work each time: Jackson's wait a visit", () => {
  const model = compileModel(feedback);
  const collector = new Collector(model, {design: "again"});
  for (const replication of simulate(model, 0, 30)) collector.take(replication);
  const wait = claimBy(collector, "waitTime", {station: "counter", confidence: 0.999});
  const occupancy = (12.5 * 3) / 60;
  const exact = (3 * MINUTE * occupancy) / (1 - occupancy);
  expect(wait.low).toBeLessThan(exact);
  expect(wait.high).toBeGreaterThan(exact);
  expect(wait.halfWidth!).toBeLessThan(0.03 * exact);
});

test("a route that only goes round is refused", () => {
  const round = scenarioOf({
    arrivals: {customers: {rate: 1, route: "round"}},
    stations: {counter: {servers: 1, service: exponential(1)}},
    routes: {round: [visit("a", "counter", "b"), visit("b", "counter", "a")]},
    run: {customers: 10, warmUpCustomers: 0},
  });
  expect(() => compileModel(round)).toThrow("circle");
});

test("a class that only passes through the door is counted beside one that is served", () => {
  const model = compileModel(
    scenarioOf({
      arrivals: {buyers: {rate: 1 / 60, route: "buy"}, lookers: {rate: 1 / 60, route: "look"}},
      stations: {till: {servers: 1, service: exponential(30)}},
      routes: {buy: [visit("pay", "till")], look: []},
      run: {customers: 2000, warmUpCustomers: 0},
    }),
  );
  const collector = new Collector(model, {design: "shop"});
  for (const replication of simulate(model, 0, 3)) collector.take(replication);
  expect(claimBy(collector, "waitTime", {class: "lookers", population: "served"}).value).toBe(0);
  expect(claimBy(collector, "waitTime", {class: "buyers", population: "served"}).value).toBeGreaterThan(5);
});

test("a list's own service time is that of the first visit, also where a choice leads back to it", () => {
  const model = compileModel(
    scenarioOf({
      arrivals: {people: {process: {kind: "list", customers: [{at: 0, class: null, service: 7, patience: null}]}, route: "again"}},
      stations: {desk: {servers: 1, service: exponential(100)}},
      routes: {
        again: [
          visit("talk", "desk", [
            [0.5, "talk"],
            [0.5, null],
          ]),
        ],
      },
      run: {customers: 1, warmUpCustomers: 0},
    }),
  );
  const ended = traceReplication(model, 0).events.find(({kind}) => kind === ENDED);
  expect(ended?.at).toBe(7);
});
