/**
 * The workloads W1 to W7 as scenarios: what the engine is measured on, in its own terms. Their unit of time is written as
 * seconds; W4, whose unit is the hour, is told in seconds too and reported in hours.
 */

const HOUR = 3600;
const NO_COSTS = {currency: "", staff: null, overtime: null, wait: null, lost: null};
const always = (value) => ({at: [0], value: [value], shape: "steps"});
const exponential = (mean) => ({kind: "exponential", mean});

const station = (changes) => ({
  servers: always(1),
  service: exponential(1),
  line: "one",
  join: "shortest",
  nearestWithin: 1,
  counts: "system",
  ties: "left",
  switch: null,
  order: "first come",
  room: null,
  leaving: "finish",
  walk: {first: 0, each: 0},
  speed: 1,
  ...changes,
});

const customerClass = (changes = {}) => ({priority: 1, patience: null, service: null, route: null, ...changes});

function scenario(name, {opening = null, arrivals, classes = {customers: customerClass()}, stations, route, run}) {
  const names = Object.keys(stations);
  const steps = names.map((at, i) => ({
    name: at,
    does: {kind: "visit", station: at, service: null},
    then: [{share: 1, to: names[i + 1] ?? null}],
  }));
  return {
    name,
    opening,
    closing: "finish everyone",
    arrivals: new Map([
      ["customers", {busyness: 0, batch: [{size: 1, share: 1}], mix: [{class: "customers", share: 1}], route: "through", ...arrivals}],
    ]),
    classes: new Map(Object.entries(classes)),
    stations: new Map(Object.entries(stations)),
    routes: new Map([["through", route ?? {steps}]]),
    goals: [],
    costs: NO_COSTS,
    run: {seed: "bench", replications: 2, length: null, warmUp: 0, customers: null, warmUpCustomers: 0, ...run},
    assumed: [],
  };
}

/** Customers until the last of them has left, from empty. */
const stationary = (name, rate, stations) => (customers) =>
  scenario(name, {
    arrivals: {process: {kind: "poisson", rate: always(rate)}},
    stations,
    run: {customers},
  });

const RATES = [20, 35, 50, 65, 80, 95, 110, 120, 115, 105, 95, 90, 95, 105, 100, 85, 70, 50, 35, 20];
const STAFF = [2, 4, 5, 6, 6, 5, 6, 6, 4, 2];

const bankDay = () =>
  scenario("bank day", {
    opening: {from: 0, to: 10 * HOUR},
    arrivals: {
      process: {
        kind: "poisson",
        rate: {at: [...RATES.map((_, i) => (i * HOUR) / 2), 10 * HOUR], value: [...RATES.map((rate) => rate / HOUR), 0], shape: "steps"},
      },
      mix: [
        {class: "high", share: 0.2},
        {class: "low", share: 0.8},
      ],
    },
    classes: {
      high: customerClass({priority: 1, patience: exponential(0.13333333333333333 * HOUR)}),
      low: customerClass({priority: 2, patience: exponential(0.13333333333333333 * HOUR)}),
    },
    stations: {
      counter: station({
        servers: {at: STAFF.map((_, i) => i * HOUR), value: STAFF, shape: "steps"},
        service: {kind: "lognormal", mean: 0.05 * HOUR, squaredCV: 0.64},
        order: "priority",
      }),
    },
    run: {},
  });

/** Mean wait of M/M/c by Erlang C, for the reference column. */
function erlangC(rate, servers) {
  let blocking = 1;
  for (let n = 1; n <= servers; n++) blocking = (rate * blocking) / (n + rate * blocking);
  const waiting = blocking / (1 - (rate / servers) * (1 - blocking));
  return waiting / (servers - rate);
}

/**
 * size       customers (W4: days) of one measured replication (W4: of all its replications)
 * scenario   for so many customers
 * kernel     of limit.cpp
 * reference  mean wait in the workload's unit; W4: of the served
 */
export const WORKLOADS = {
  W1: {size: 1_000_000, scenario: stationary("M/M/1", 0.8, {server: station({})}), kernel: "w1-cal", reference: 4},
  W2: {
    size: 1_000_000,
    scenario: stationary("M/M/10", 9, {servers: station({servers: always(10)})}),
    kernel: "w2-cal",
    reference: erlangC(9, 10),
  },
  W3: {
    size: 1_000_000,
    scenario: stationary(
      "tandem 5 x M/M/2",
      1.6,
      Object.fromEntries([1, 2, 3, 4, 5].map((i) => [`station ${i}`, station({servers: always(2)})])),
    ),
    stations: 5,
    kernel: "w3-cal",
    reference: 1.777777777777778,
  },
  W4: {size: 200, isDays: true, scenario: bankDay, kernel: "w4-cal", reference: 0.0098696, timeUnit: HOUR, isOfServed: true},
  W5: {
    size: 1_000_000,
    scenario: stationary("10 parallel queues, join the shortest", 9, {
      servers: station({servers: always(10), line: "each", join: "shortest", ties: "left"}),
    }),
    kernel: "w5-cal",
    reference: 0.91354,
  },
  W6: {
    size: 1_000_000,
    scenario: stationary("M/M/1000", 900, {servers: station({servers: always(1000)})}),
    kernel: "w6-cal",
    reference: erlangC(900, 1000),
  },
  W7: {size: 40_000, scenario: stationary("long line", 10, {server: station({})}), kernel: "w7-cal", reference: 18_000},
};
