/** The recursions against the event loop: the same customers, the same waits. */
import {describe, expect, test} from "vitest";
import {compileModel} from "../../src/model/compile.ts";
import type {Law} from "../../src/random/law.ts";
import {engineOf} from "../../src/replication/engines.ts";
import {Chain, isChain} from "../../src/replication/recursion/chain.ts";
import {isOneLine, OneLine} from "../../src/replication/recursion/one-line.ts";
import {isParallelLanes, ParallelLanes} from "../../src/replication/recursion/lanes.ts";
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
  type GivenStation,
  lognormal,
  mix,
  scenarioOf,
  visit,
} from "../builders.ts";

/** As of a run that stands alone, so that what it tells in order of time is compared too. */
const modelOf = (given: GivenScenario) => compileModel(scenarioOf(given), {series: true});

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

function expectSameHistory(one: Replication, other: Replication, of = ""): void {
  expect(one.histograms, of).toEqual(other.histograms);
  expect(one.series, of).toEqual(other.series);
  expect(one.series?.length, of).toBeGreaterThan(0);
  const off = [...one.row].flatMap((value, column) => {
    const isSame = Object.is(value, other.row[column]) || Math.abs(value - other.row[column]) <= 1e-10 * Math.max(1, Math.abs(value));
    return isSame ? [] : [{column, value, other: other.row[column]}];
  });
  expect(off, of).toEqual([]);
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
            expect(engineOf(model)).toBeInstanceOf(OneLine);
            const [recursion, loop] = [new OneLine(model), new Simulation(model)];
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
  expectSameHistory(new OneLine(model).replicate(0), new Simulation(model).replicate(0));
});

test("where nobody ever waits, the longest line is no line", () => {
  const model = modelOf({arrivals: {rate: 0.01}, station: {servers: 40}, run: {customers: 300}});
  const recursion = new OneLine(model).replicate(0);
  expect(recursion.row[new RowLayout(model).clock(0, PEAK_WAITING)]).toBe(0);
  expectSameHistory(recursion, new Simulation(model).replicate(0));
});

describe("a chain of lines tells the history that the event loop tells", () => {
  const ROUTE = [visit("first", "desk", "second"), visit("second", "counter", "third"), visit("third", "till")];
  const chainOf = (arrivals: GivenArrivals, service: Law, run: NonNullable<GivenScenario["run"]>) =>
    modelOf({
      arrivals: {...arrivals, rate: timesOf(arrivals.rate!, 3), route: "all"},
      classes: {short: {route: "all"}, long: {route: "all", service: exponential(0.7)}},
      stations: {till: {servers: 4, service, speed: 1.3}, desk: {servers: 2, service: lognormal(0.5, 2)}, counter: {servers: 3, service}},
      routes: {all: ROUTE},
      run,
    });
  const continuous = Object.entries(SERVICES).filter(([law]) => ["exponential", "lognormal", "gamma"].includes(law));
  for (const [rate, arrivals] of Object.entries(RATES)) {
    for (const [law, service] of continuous) {
      for (const [length, run] of Object.entries(RUNS)) {
        test(`customers ${rate}, service ${law}, ${length}`, () => {
          const model = chainOf(arrivals, service, run);
          expect(engineOf(model)).toBeInstanceOf(Chain);
          const [chain, loop] = [new Chain(model), new Simulation(model)];
          for (const index of [0, 7]) expectSameHistory(chain.replicate(index), loop.replicate(index));
        });
      }
    }
  }

  test("where many may leave two stations at one instant, the event loop says who goes first", () => {
    expect(isChain(chainOf({rate: 0.5}, fixed(1), {customers: 10}))).toBe(false);
    expect(isChain(chainOf({rate: 0.5}, mix([0.5, fixed(0)], [0.5, exponential(2)]), {customers: 10}))).toBe(false);
  });
});

describe("lanes without a calendar tell the history that the event loop tells", () => {
  const CHOICES: Record<string, GivenStation> = {
    shortest: {},
    "shortest, any of the shortest": {ties: "random"},
    "fewest waiting": {counts: "waiting"},
    "fewest waiting, any of them": {counts: "waiting", ties: "random"},
    "at random": {join: "at random"},
    "in turn": {join: "round robin"},
    nearest: {join: "nearest", nearestWithin: 2},
  };
  for (const [rate, arrivals] of Object.entries(RATES)) {
    for (const [choice, station] of Object.entries(CHOICES)) {
      for (const [length, run] of Object.entries(RUNS)) {
        test(`customers ${rate}, ${choice}, ${length}`, () => {
          for (const law of ["exponential", "often none at all", "a whole number"]) {
            const service = SERVICES[law];
            for (const servers of [1, 4]) {
              const model = modelOf({
                arrivals: {...arrivals, rate: timesOf(arrivals.rate!, servers)},
                classes: {long: {service: exponential(1.7)}},
                station: {...station, line: "each", servers, service, speed: servers === 4 ? 1.3 : 1},
                run,
              });
              expect(engineOf(model)).toBeInstanceOf(ParallelLanes);
              const [lanes, loop] = [new ParallelLanes(model), new Simulation(model)];
              expectSameHistory(lanes.replicate(7), loop.replicate(7), `${law}, ${servers} lanes`);
            }
          }
        });
      }
    }
  }

  test("whoever may move to another lane, or has a calling order, goes through the event loop", () => {
    const lanes: GivenStation = {line: "each", servers: 3};
    const others: GivenStation[] = [{...lanes, switch: 2}, {...lanes, order: "last come"}, {...lanes, room: 9}, {servers: 3}];
    for (const station of others) expect(isParallelLanes(modelOf({arrivals: {rate: 1}, station, run: {customers: 10}}))).toBe(false);
    expect(isParallelLanes(modelOf({arrivals: {rate: 1}, station: lanes, run: {customers: 10}}))).toBe(true);
    expect(isParallelLanes(modelOf({arrivals: {rate: 1}, station: lanes, opening: [0, 3600]}))).toBe(false);
  });
});

test("what one line does not know goes through the event loop", () => {
  const plain: GivenScenario = {arrivals: {rate: 0.8}, run: {customers: 10}};
  expect(isOneLine(modelOf(plain))).toBe(true);
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
      arrivals: {rate: 0.8, route: "some"},
      routes: {
        some: [
          visit("first", "one", [
            [0.5, "second"],
            [0.5, null],
          ]),
          visit("second", "two"),
        ],
      },
    },
    {
      ...plain,
      stations: {one: {}, two: {}},
      arrivals: {rate: 0.8, route: "again"},
      routes: {again: [visit("first", "one", "second"), visit("second", "two", "third"), visit("third", "one")]},
    },
  ];
  for (const other of others) expect(isOneLine(modelOf(other)), JSON.stringify(other)).toBe(false);
});
