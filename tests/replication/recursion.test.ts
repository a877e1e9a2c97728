/** The recursion against the event loop: the same customers, the same waits. */
import {describe, expect, test} from "vitest";
import {compileModel} from "../../src/model/compile.ts";
import type {Law} from "../../src/random/law.ts";
import {engineOf} from "../../src/replication/engines.ts";
import {isRecursive, Recursion} from "../../src/replication/recursion.ts";
import type {Replication} from "../../src/replication/replication.ts";
import {PEAK_WAITING, RowLayout} from "../../src/replication/row.ts";
import {Simulation} from "../../src/replication/simulation.ts";
import {
  empirical,
  exponential,
  fixed,
  gamma,
  type GivenArrivals,
  type GivenScenario,
  lognormal,
  mix,
  scenarioOf,
  visit,
} from "../builders.ts";

const modelOf = (given: GivenScenario) => compileModel(scenarioOf(given));

const SERVICES: Record<string, Law> = {
  exponential: exponential(1),
  fixed: fixed(1),
  lognormal: lognormal(1, 1.5),
  gamma: gamma(1, 0.6),
  "often none at all": mix([0.5, fixed(0)], [0.5, exponential(2)]),
  "a whole number": empirical([0, 1, 2]),
};
const RUNS: Record<string, NonNullable<GivenScenario["run"]>> = {
  "by number": {customers: 400},
  "by number after a warm-up": {customers: 300, warmUpCustomers: 150},
  "by time": {length: 200, warmUp: 0},
  "by time after a warm-up": {length: 100, warmUp: 90},
};
const RATES: Record<string, GivenArrivals> = {
  "nearly too many": {rate: 0.93},
  "too many": {rate: 1.5},
  "in waves": {
    rate: [
      [0, 2],
      [60, 0.2],
      [120, 0],
      [130, 1.4],
      [200, 0.6],
    ],
  },
  "of two classes on busy and quiet days": {rate: 0.8, busyness: 0.2, mix: {short: 0.7, long: 0.3}},
};

const timesOf = (rate: NonNullable<GivenArrivals["rate"]>, factor: number) =>
  typeof rate === "number" ? factor * rate : rate.map(([at, value]): [number, number] => [at, factor * value]);

function expectSameHistory(one: Replication, other: Replication): void {
  expect(one.histograms).toEqual(other.histograms);
  const off = [...one.row].flatMap((value, column) => {
    const isSame = Object.is(value, other.row[column]) || Math.abs(value - other.row[column]) <= 1e-10 * Math.max(1, Math.abs(value));
    return isSame ? [] : [{column, value, other: other.row[column]}];
  });
  expect(off).toEqual([]);
}

describe("the recursion tells the history that the event loop tells", () => {
  for (const [rate, arrivals] of Object.entries(RATES)) {
    for (const [law, service] of Object.entries(SERVICES)) {
      for (const [length, run] of Object.entries(RUNS)) {
        test(`customers ${rate}, service ${law}, ${length}`, () => {
          for (const servers of [1, 3, 40]) {
            const model = modelOf({
              arrivals: {...arrivals, rate: timesOf(arrivals.rate!, servers)},
              classes: {long: {service: exponential(1.7)}},
              station: {servers, service, speed: servers === 3 ? 1.3 : 1},
              run,
            });
            expect(engineOf(model)).toBeInstanceOf(Recursion);
            const [recursion, loop] = [new Recursion(model), new Simulation(model)];
            for (const index of [0, 7]) expectSameHistory(recursion.replicate(index), loop.replicate(index));
          }
        });
      }
    }
  }
});

test("the line's longest moment counts only within the window", () => {
  const model = modelOf({
    arrivals: {
      rate: [
        [0, 30],
        [20, 0.1],
      ],
    },
    run: {warmUp: 400, length: 400},
  });
  expectSameHistory(new Recursion(model).replicate(0), new Simulation(model).replicate(0));
});

test("where nobody ever waits, the longest line is no line", () => {
  const model = modelOf({arrivals: {rate: 0.01}, station: {servers: 40}, run: {customers: 300}});
  const recursion = new Recursion(model).replicate(0);
  expect(recursion.row[new RowLayout(model).clock(0, PEAK_WAITING)]).toBe(0);
  expectSameHistory(recursion, new Simulation(model).replicate(0));
});

test("what the recursion does not know goes through the event loop", () => {
  const plain: GivenScenario = {arrivals: {rate: 0.8}, run: {customers: 10}};
  expect(isRecursive(modelOf(plain))).toBe(true);
  const others: GivenScenario[] = [
    {...plain, opening: [0, 3600]},
    {...plain, arrivals: {rate: 0.8, batch: 2}},
    {...plain, arrivals: {between: fixed(2)}},
    {...plain, arrivals: {here: {rate: 0.4}, there: {rate: 0.4}}},
    {
      ...plain,
      arrivals: {
        rate: [
          [0, 0.8],
          [100, 0],
        ],
      },
    },
    {...plain, classes: {customers: {patience: exponential(3)}}},
    {...plain, station: {servers: 2, line: "each"}},
    {
      ...plain,
      station: {
        servers: [
          [0, 1],
          [100, 2],
        ],
      },
    },
    {...plain, station: {order: "last come"}},
    {...plain, station: {room: 4}},
    {...plain, station: {walk: {first: 1, each: 0}}},
    {
      ...plain,
      stations: {one: {}, two: {}},
      arrivals: {rate: 0.8, route: "both"},
      routes: {both: [visit("first", "one", "second"), visit("second", "two")]},
    },
  ];
  for (const other of others) expect(isRecursive(modelOf(other)), JSON.stringify(other)).toBe(false);
});
