/** What changing a question must do to its answer, to the last bit: no theory is needed to know it. */
import {describe, expect, test} from "vitest";
import {compileModel} from "../../src/model/compile.ts";
import {CALLED, ENDED, type EventLog, JOINED, LEFT, type LoggedEvent, STARTED} from "../../src/replication/event-log.ts";
import {simulate} from "../../src/replication/simulate.ts";
import {meanOf, squaredCVOf, type Law} from "../../src/random/law.ts";
import {choose, delay, type GivenScenario, type GivenStation, scenarioOf, visit} from "../builders.ts";
import {balancedHyperexponential, erlang, exponential, fixed, gamma, lognormal, mix, uniform} from "../laws.ts";
import {traceReplication} from "./engine.ts";

const trace = (given: GivenScenario, index = 0): EventLog => traceReplication(compileModel(scenarioOf(given)), index);
const rowsOf = (given: GivenScenario, first: number, count: number) =>
  simulate(compileModel(scenarioOf(given)), first, count).map(({index, row, histograms}) => ({index, row: [...row], histograms}));

/** First moment of a kind of event, by customer. */
function momentsOf({events}: EventLog, kind: number): number[] {
  const moments: number[] = [];
  for (const event of events) if (event.kind === kind) moments[event.customer] ??= event.at;
  return moments;
}
const waitsOf = (log: EventLog): number[] => {
  const joined = momentsOf(log, JOINED);
  return momentsOf(log, STARTED).map((at, customer) => at - joined[customer]);
};

test("halving every time halves every moment, to the last bit", () => {
  const law = (scale: number): Law[] => [
    exponential(240 * scale),
    lognormal(240 * scale, 0.8),
    gamma(240 * scale, 1.4),
    erlang(240 * scale, 3),
    uniform(100 * scale, 380 * scale),
    mix([0.7, exponential(200 * scale)], [0.3, fixed(300 * scale)]),
    balancedHyperexponential(240 * scale, 4),
  ];
  const place = (scale: number, service: Law): GivenScenario => ({
    opening: [0, 28_800 * scale],
    arrivals: {
      rate: [
        [0, 0.01 / scale],
        [7200 * scale, 0.03 / scale],
        [21_600 * scale, 0.01 / scale],
      ],
      mix: {a: 0.7, b: 0.3},
      busyness: 0.2,
    },
    classes: {a: {patience: exponential(1200 * scale), priority: 2}, b: {patience: uniform(0, 3000 * scale)}},
    station: {
      servers: [
        [0, 3],
        [7200 * scale, 7],
        [21_600 * scale, 4],
      ],
      service,
      order: "priority",
      walk: {first: 4 * scale, each: 2 * scale},
      leaving: "resume",
    },
  });
  law(1).forEach((service, i) => {
    const whole = trace(place(1, service));
    const half = trace(place(0.5, law(0.5)[i]));
    expect(whole.events.length).toBeGreaterThan(1000);
    expect(half.events.map((event) => ({...event, at: event.at * 2}))).toEqual(whole.events);
  });
});

describe("first come first served, where nobody gives up", () => {
  const place = (servers: number, service: Law, speed = 1): GivenScenario => ({
    arrivals: {
      between: gamma(60, 1.7),
      batch: [
        {size: 1, share: 0.7},
        {size: 4, share: 0.3},
      ],
    },
    station: {servers, service, speed},
    run: {customers: 5000},
  });
  const laws = {
    exponential: exponential(100),
    fixed: fixed(100),
    lognormal: lognormal(100, 2),
    mixed: mix([0.9, fixed(20)], [0.1, exponential(700)]),
  };

  test.for(Object.entries(laws))("one more server never lengthens anyone's wait: %s", ([, service]) => {
    let before = waitsOf(trace(place(3, service)));
    for (let servers = 4; servers <= 8; servers++) {
      const after = waitsOf(trace(place(servers, service)));
      expect(after.length).toBe(before.length);
      // Both waits are sums of the same times in another order.
      expect(Math.max(...after.map((wait, customer) => wait - before[customer]))).toBeLessThan(1e-7);
      expect(after.some((wait, customer) => wait < before[customer])).toBe(true);
      before = after;
    }
  });

  test.for(Object.entries(laws))("nor do faster servers: %s", ([, service]) => {
    const before = waitsOf(trace(place(3, service)));
    const after = waitsOf(trace(place(3, service, 1.25)));
    expect(Math.max(...after.map((wait, customer) => wait - before[customer]))).toBeLessThan(1e-7);
    expect(after.some((wait, customer) => wait < before[customer])).toBe(true);
  });

  test("one server: the wait of each is what the one before still had to wait and to be served, less the time between them", () => {
    const log = trace(place(1, lognormal(15, 2)));
    const joined = momentsOf(log, JOINED);
    let wait = 0;
    const lindley = joined.map((at, customer) => {
      if (customer > 0) wait = Math.max(0, wait + log.customers[customer - 1].requirement[0] - (at - joined[customer - 1]));
      return wait;
    });
    waitsOf(log).forEach((found, customer) => expect(found).toBeCloseTo(lindley[customer], 6));
    expect(Math.max(...lindley)).toBeGreaterThan(50);
  });
});

const hall: GivenScenario = {
  opening: [32_400, 61_200],
  arrivals: {rate: 60 / 3600, mix: {regular: 0.8, business: 0.2}, busyness: 0.1},
  classes: {regular: {patience: exponential(900)}, business: {patience: exponential(1500)}},
  station: {
    servers: [
      [32_400, 4],
      [43_200, 6],
    ],
    service: lognormal(300, 0.8),
    line: "each",
    ties: "random",
    switch: 2,
  },
};

test("a run in pieces, in any order, is the run in one piece", () => {
  const whole = rowsOf(hall, 0, 12);
  expect([...rowsOf(hall, 0, 5), ...rowsOf(hall, 5, 1), ...rowsOf(hall, 6, 6)]).toEqual(whole);
  expect(rowsOf(hall, 11, 1)).toEqual(whole.slice(11));
  expect(new Set(whole.map(({row}) => row.join())).size).toBe(12);
});

describe("names and furniture", () => {
  const rename = ({station, ...rest}: GivenScenario, name: string): GivenScenario => ({...rest, stations: {[name]: station ?? {}}});

  test("renaming the station changes nothing", () => {
    expect(rowsOf(rename(hall, "Schalter 5"), 0, 3)).toEqual(rowsOf(hall, 0, 3));
    expect(rowsOf(rename(hall, "柜台"), 0, 3)).toEqual(rowsOf(hall, 0, 3));
  });

  // Who is next in a random order is drawn under the name of the station: the customers stay the same, their order need not.
  test("neither does renaming the stations of a route, nor their order in the file", () => {
    const network = (desk: string, till: string, isReversed: boolean): GivenScenario => {
      const stations: [string, GivenStation][] = [
        [desk, {servers: 3, service: lognormal(1, 1), order: "last come"}],
        [till, {servers: 2, service: exponential(0.6), line: "each", ties: "random"}],
      ];
      return {
        arrivals: {rate: 2, route: "round"},
        stations: Object.fromEntries(isReversed ? stations.reverse() : stations),
        routes: {
          round: [
            visit("ask", desk, "think"),
            delay("think", uniform(0, 4), "again"),
            choose("again", [
              [0.3, "ask"],
              [0.7, "pay"],
            ]),
            visit("pay", till),
          ],
        },
        run: {customers: 1000},
      };
    };
    const told = ({customers, events}: EventLog, swap = false) => ({
      customers,
      events: events.map((event): LoggedEvent => ({...event, station: swap && event.station >= 0 ? 1 - event.station : event.station})),
    });
    const log = told(trace(network("desk", "till", false)));
    expect(told(trace(network("a", "b", false)))).toEqual(log);
    expect(told(trace(network("desk", "till", true)), true)).toEqual(log);
  });

  test("a station that nobody visits changes nothing", () => {
    const stations = {counter: {servers: 4, service: exponential(1)}};
    const visited = {arrivals: {rate: 3, route: "way"}, routes: {way: [visit("once", "counter")]}, run: {customers: 500}};
    expect(
      trace({...visited, stations: {...stations, spare: {servers: 9, service: exponential(7), line: "each", switch: 2}}}).events,
    ).toEqual(trace({...visited, stations}).events);
  });
});

describe("rules that say nothing new", () => {
  const place = (station: GivenStation, rest: Partial<GivenScenario> = {}): GivenScenario => ({
    arrivals: {rate: 2.6},
    station: {servers: 3, service: lognormal(1, 1.2), ...station},
    run: {customers: 3000},
    ...rest,
  });
  // Where a server is a row, its number is written beside what happens.
  const story = ({events}: EventLog) => events.map(({at, kind, customer}) => `${at} ${kind} ${customer}`);
  const lane = {line: "each"} as const;

  test.for([
    ["a room larger than the crowd", place({}), place({room: 4000})],
    ["patience longer than any wait", place({}), place({}, {classes: {customers: {patience: fixed(1e9)}}})],
    ["priority where all are of one class", place({}), place({order: "priority"})],
    [
      "two classes of equal priority",
      place({order: "priority"}, {arrivals: {rate: 2.6, mix: {a: 0.5, b: 0.5}}}),
      place({}, {arrivals: {rate: 2.6, mix: {a: 0.5, b: 0.5}}}),
    ],
    ["nearest at no price is the shortest", place({...lane}), place({...lane, join: "nearest", nearestWithin: 0})],
    ["switching for more people than there are", place({...lane}), place({...lane, switch: 4000})],
    ["one lane is one line", place({servers: 1, speed: 3}), place({servers: 1, speed: 3, line: "each", join: "at random"})],
    ["shortest job among equal jobs", place({service: fixed(1)}), place({service: fixed(1), order: "shortest job"})],
    ["batches of one", place({}), place({}, {arrivals: {rate: 2.6, batch: [{size: 1, share: 1}]}})],
    [
      "a staff table that repeats itself",
      place({}),
      place({
        servers: [
          [0, 3],
          [10, 3],
          [500, 3],
        ],
      }),
    ],
    ["a speed and a law that cancel", place({}), place({service: lognormal(2, 1.2), speed: 2})],
  ] as [string, GivenScenario, GivenScenario][])("%s: the same history", ([, plain, said]) => {
    expect(story(trace(said))).toEqual(story(trace(plain)));
  });

  test.for(["last come", "random", "shortest job"] as const)("%s: with equal jobs the servers work at the very same moments", (order) => {
    const moments = (given: GivenScenario, kind: number) =>
      trace(given)
        .events.filter((event) => event.kind === kind)
        .map(({at}) => at);
    const [plain, other] = [place({service: fixed(1)}), place({service: fixed(1), order})];
    for (const kind of [CALLED, ENDED]) expect(moments(other, kind)).toEqual(moments(plain, kind));
  });

  test("with equal jobs, lines whose people switch serve at the very moments of one line", () => {
    const moments = (given: GivenScenario) =>
      trace(given)
        .events.filter(({kind}) => kind === LEFT)
        .map(({at}) => at);
    expect(moments(place({service: fixed(1), line: "each", switch: 2}))).toEqual(moments(place({service: fixed(1)})));
  });
});

test("laws written in two ways are the same law", () => {
  expect(meanOf(balancedHyperexponential(3, 4))).toBeCloseTo(3, 12);
  expect(squaredCVOf(balancedHyperexponential(3, 4))).toBeCloseTo(4, 12);
});
