/** The same customers come to every design, bit by bit; and what that is worth. */
import {describe, expect, test} from "vitest";
import {compileModel} from "../../src/model/compile.ts";
import {CALLED, ENDED, type EventLog, STARTED} from "../../src/replication/event-log.ts";
import {SERVED, WAIT_SERVED} from "../../src/replication/row.ts";
import {
  choose,
  delay,
  erlang,
  exponential,
  type GivenScenario,
  type GivenStation,
  gamma,
  lognormal,
  scenarioOf,
  uniform,
  visit,
} from "../builders.ts";
import {traceReplication} from "./engine.ts";
import {collect} from "./run.ts";

/** The bits of a double, so that -0, NaN and the last bit count. */
function bitsOf(value: number): string {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setFloat64(0, value);
  return bytes.getBigUint64(0).toString(16);
}

const needsOf = ({customers}: EventLog): string[] =>
  customers.map((customer) => [customer.at, customer.class, customer.patience, ...customer.requirement].map(bitsOf).join(" "));

/** Customers who were called after somebody who joined later. */
function overtakenIn({events}: EventLog): number {
  let last = -1;
  let count = 0;
  for (const {kind, customer} of events) {
    if (kind !== CALLED) continue;
    if (customer < last) count++;
    last = Math.max(last, customer);
  }
  return count;
}

const trace = (given: GivenScenario, index = 3): EventLog => traceReplication(compileModel(scenarioOf(given)), index);

describe("one replication of a bank with two classes, batches, patience and shifts", () => {
  const place = (station: GivenStation, rest: GivenScenario = {}): GivenScenario => ({
    opening: [32_400, 61_200],
    arrivals: {
      regular: {
        rate: [
          [32_400, 30 / 3600],
          [43_200, 80 / 3600],
          [50_400, 40 / 3600],
        ],
        busyness: 0.1,
        batch: [
          {size: 1, share: 0.8},
          {size: 3, share: 0.2},
        ],
      },
      business: {between: gamma(240, 1.5)},
    },
    classes: {
      regular: {priority: 2, patience: exponential(900), service: lognormal(240, 0.8)},
      business: {priority: 1, patience: uniform(300, 3000), service: erlang(400, 2)},
    },
    station: {
      servers: [
        [32_400, 5],
        [39_600, 8],
        [54_000, 4],
      ],
      service: null,
      ...station,
    },
    ...rest,
  });
  const designs: Record<string, GivenScenario> = {
    "one line": place({}),
    "one line, one window more": place({
      servers: [
        [32_400, 6],
        [39_600, 9],
        [54_000, 5],
      ],
    }),
    "one line, walking": place({walk: {first: 3, each: 1}}),
    "faster servers": place({speed: 1.5}),
    priority: place({order: "priority"}),
    "random order": place({order: "random"}),
    "last come": place({order: "last come"}),
    "shortest job": place({order: "shortest job"}),
    "small room": place({room: 9}),
    "a line each, shortest": place({line: "each"}),
    "a line each, ties at random": place({line: "each", ties: "random", counts: "waiting"}),
    "a line each, at random": place({line: "each", join: "at random"}),
    "a line each, round robin": place({line: "each", join: "round robin"}),
    "a line each, nearest": place({line: "each", join: "nearest", nearestWithin: 2}),
    "people switch": place({line: "each", switch: 2}),
    "people switch, random order": place({line: "each", switch: 2, order: "random"}),
    "lanes with priority": place({line: "each", order: "priority"}),
    "shifts end at once": place({leaving: "resume", order: "last come"}),
    "shifts end at once, anew": place({leaving: "resample", line: "each"}),
    "turned away at closing": place({order: "random"}, {closing: "turn away the waiting"}),
    "left for tomorrow": place({order: "last come"}, {closing: "carry over"}),
    "another name for the place": {...place({}), stations: {window: {servers: 6, service: null, order: "last come"}}},
  };
  delete designs["another name for the place"].station;
  const logs = new Map(Object.entries(designs).map(([name, given]) => [name, trace(given)]));
  const first = needsOf(logs.get("one line") as EventLog);

  test("some hundred customers come", () => {
    expect(first.length).toBeGreaterThan(400);
    expect(new Set(first).size).toBeGreaterThan(0.9 * first.length);
  });

  test.for([...logs.keys()])("%s: arrival, class, patience and work of every customer are those of one line, to the last bit", (name) => {
    expect(needsOf(logs.get(name) as EventLog)).toEqual(first);
  });

  test.for([
    "priority",
    "random order",
    "last come",
    "shortest job",
    "a line each, at random",
    "people switch, random order",
    "left for tomorrow",
  ])('and in the design "%s" many are overtaken', (name) => {
    expect(overtakenIn(logs.get(name) as EventLog)).toBeGreaterThan(20);
    expect(overtakenIn(logs.get("one line") as EventLog)).toBe(0);
  });

  test("another replication brings others", () => {
    expect(needsOf(trace(designs["one line"], 4))).not.toEqual(first);
  });
});

test("who comes again needs the same the second and third time, whatever the order, the lines and the speed", () => {
  const place = (station: GivenStation): GivenScenario => ({
    arrivals: {rate: 1, route: "round"},
    stations: {desk: {servers: 3, service: exponential(1), ...station}, till: {servers: 2, service: exponential(0.4)}},
    routes: {
      round: [
        visit("ask", "desk", "think"),
        delay("think", exponential(5), "again"),
        choose("again", [
          [0.4, "ask"],
          [0.6, "pay"],
        ]),
        visit("pay", "till", [
          [0.1, "ask"],
          [0.9, null],
        ]),
      ],
    },
    run: {customers: 2000},
  });
  /** By customer: station and time of each service in the order in which the customer had them. */
  const servicesIn = ({events}: EventLog, speed: number) => {
    const since = new Map<number, number>();
    const services: string[][] = [];
    for (const {at, kind, customer, station} of events) {
      if (kind === STARTED) since.set(customer, at);
      if (kind === ENDED)
        (services[customer] ??= []).push(`${station}: ${((at - (since.get(customer) ?? 0)) * (station === 0 ? speed : 1)).toFixed(6)}`);
    }
    return services;
  };
  const one = servicesIn(trace(place({})), 1);
  expect(Math.max(...one.map((services) => services.length))).toBeGreaterThan(8);
  // Each visit is other work: a customer who needed long does not need as long again.
  for (const services of one) expect(new Set(services).size).toBe(services.length);
  expect(servicesIn(trace(place({order: "last come"})), 1)).toEqual(one);
  expect(servicesIn(trace(place({line: "each", join: "at random"})), 1)).toEqual(one);
  expect(servicesIn(trace(place({speed: 2, order: "random"})), 2)).toEqual(one);
});

describe("what pairing is worth: first 200 customers of two servers at 0.8, from empty", {timeout: 120_000}, () => {
  const means = (station: GivenStation, sum: number) => {
    const run = collect({arrivals: {rate: 1.6}, station: {servers: 2, service: exponential(1), ...station}, run: {customers: 200}}, 4000);
    const group = run.layout.groupOf(-1, -1);
    return Array.from(
      {length: run.count},
      (_, r) => run.at(r, run.layout.overall(group, sum)) / run.at(r, run.layout.overall(group, SERVED)),
    );
  };
  const variance = (values: number[]) => {
    const mean = values.reduce((total, value) => total + value, 0) / values.length;
    return values.reduce((total, value) => total + (value - mean) ** 2, 0) / (values.length - 1);
  };
  /** (s₁² + s₂²) ÷ s² of the differences: how many times more replications independent designs would need. */
  const gain = (a: number[], b: number[]) => (variance(a) + variance(b)) / variance(a.map((value, r) => value - b[r]));

  const oneLine = means({}, WAIT_SERVED);
  test.for([
    ["lines chosen at random", {line: "each", join: "at random"}, 3.5],
    ["the shorter line", {line: "each", join: "shortest"}, 130],
    ["one server twice as fast", {servers: 1, speed: 2}, 200],
  ] as [string, GivenStation, number][])("one line against %s", ([name, station, least]) => {
    const reached = gain(oneLine, means(station, WAIT_SERVED));
    if (process.env.SHOW_WIDTHS) console.log(name, reached);
    expect(reached).toBeGreaterThanOrEqual(least);
  });
});
