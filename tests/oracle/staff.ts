/** Places where servers do more than serve, for the matrix: small, busy, and full of coincidences. */
import {compileModel} from "../../src/model/compile.ts";
import type {Model} from "../../src/model/model.ts";
import type {Law} from "../../src/random/law.ts";
import type {BreakRule, Person} from "../../src/scenario/scenario.ts";
import {HOUR, MINUTE} from "../../src/units.ts";
import {type GivenArrivals, type GivenScenario, type GivenStation, scenarioOf, visit} from "../builders.ts";
import {empirical, exponential, fixed} from "../laws.ts";
import {chooser, type Row} from "./pairs.ts";

const OPENS = 9 * HOUR,
  CLOSES = 11 * HOUR;
const at = (minutes: number) => OPENS + minutes * MINUTE;
const span = (from: number, to: number) => ({from: at(from), to: at(to)});

const person = (name: string, hours: [number, number][], breaks: [number, number][] = [], speed = 1): Person => ({
  name,
  hours: hours.map(([from, to]) => span(from, to)),
  breaks: breaks.map(([from, to]) => span(from, to)),
  speed,
});

const CREW: Record<string, GivenStation> = {
  plain: {servers: 3},
  "up and down": {
    servers: [
      [OPENS, 2],
      [at(30), 4],
      [at(60), 1],
      [at(90), 3],
    ],
  },
  people: {
    servers: 3,
    people: [
      person("Anna", [[0, 60]], [[20, 35]], 1.25),
      person(
        "Bert",
        [[0, 120]],
        [
          [30, 40],
          [80, 90],
        ],
      ),
      person(
        "Chen",
        [
          [-10, 30],
          [60, 140],
        ],
        [
          [25, 45],
          [110, 118],
        ],
        0.8,
      ),
    ],
  },
  "a break for all": {servers: 2, breaks: [span(40, 50), span(100, 106)]},
  "lunch in turn": {
    servers: [
      [OPENS, 4],
      [at(50), 2],
      [at(80), 3],
    ],
    lunch: {...span(20, 70), length: 12 * MINUTE, atOnce: 1},
  },
  "lunch and breaks": {servers: 3, breaks: [span(30, 40)], lunch: {...span(35, 90), length: 10 * MINUTE, atOnce: 2}},
  "break down by time": {
    servers: 3,
    breakdowns: {every: exponential(20 * MINUTE), counts: "time", repair: exponential(8 * MINUTE), technicians: 1, inHand: "resume"},
  },
  "break down by use": {
    servers: [
      [OPENS, 3],
      [at(50), 1],
      [at(80), 3],
    ],
    breakdowns: {every: exponential(10 * MINUTE), counts: "use", repair: fixed(5 * MINUTE), technicians: null, inHand: "restart"},
  },
  "break down by time, drawn anew": {
    servers: [
      [OPENS, 4],
      [at(50), 2],
      [at(80), 3],
    ],
    breakdowns: {
      every: empirical([5 * MINUTE, 10 * MINUTE, 100 * MINUTE]),
      counts: "time",
      repair: fixed(4 * MINUTE),
      technicians: 2,
      inHand: "resample",
    },
  },
};

export const STAFF_FACTORS = {
  crew: [
    "plain",
    "up and down",
    "people",
    "a break for all",
    "lunch in turn",
    "lunch and breaks",
    "break down by time",
    "break down by use",
    "break down by time, drawn anew",
  ],
  breakRule: ["after the customer", "end on time", "at once", "skip when behind"],
  leaving: ["finish", "resume", "restart", "resample"],
  setUp: ["none", "idle", "change", "both"],
  afterWork: ["none", "fixed", "exponential"],
  speeds: ["same", "by the line"],
  walk: ["none", "some"],
  patience: ["endless", "fixed"],
  order: ["first come", "last come", "random", "shortest job", "priority", "class by class"],
  closing: ["finish everyone", "turn away the waiting", "carry over"],
  service: ["exponential", "fixed"],
  arrivals: ["clockwork", "poisson", "population"],
} as const;

const SERVICE: Record<string, Law> = {exponential: exponential(2 * MINUTE), fixed: fixed(2 * MINUTE)};
const AFTER: Record<string, Law | null> = {none: null, fixed: fixed(30), exponential: exponential(40)};
const SET_UP: Record<string, GivenStation["setUp"]> = {
  none: null,
  idle: {idle: fixed(20), change: null},
  change: {idle: null, change: exponential(15)},
  both: {idle: exponential(30), change: fixed(10)},
};
const ARRIVALS: Record<string, GivenArrivals> = {
  clockwork: {between: fixed(60)},
  poisson: {rate: 1 / 50},
  population: {population: {members: 8, each: exponential(6 * MINUTE)}},
};

/** Set-up, and servers with times of their own, need one line. */
export function staffedPlace(row: Row<typeof STAFF_FACTORS>): Model {
  return compileModel(
    scenarioOf({
      opening: [OPENS, CLOSES],
      closing: row.closing,
      arrivals: {customers: {...ARRIVALS[row.arrivals], mix: {urgent: 0.4, regular: 0.6}}},
      classes: {
        urgent: {priority: 1, patience: row.patience === "fixed" ? fixed(5 * MINUTE) : null},
        regular: {priority: 2, patience: row.patience === "fixed" ? fixed(4 * MINUTE) : null},
      },
      station: {
        ...CREW[row.crew],
        breakRule: row.breakRule as BreakRule,
        leaving: row.leaving,
        setUp: SET_UP[row.setUp] ?? null,
        afterWork: AFTER[row.afterWork] ?? null,
        speedWaiting:
          row.speeds === "same"
            ? null
            : [
                {waiting: 0, speed: 0.8},
                {waiting: 2, speed: 1},
                {waiting: 5, speed: 1.5},
              ],
        walk: row.walk === "some" ? {first: 2, each: 3} : {first: 0, each: 0},
        order: row.order,
        service: SERVICE[row.service],
      },
    }),
  );
}

/** A small place made by chance, of one station or two, with times on a grid of ten seconds or not. */
export function anyStaffedPlace(number: number): Model {
  const pick = chooser(number);
  const one = <T>(...values: T[]): T => values[pick(values.length)];
  const maybe = () => pick(2) === 0;
  const grid = maybe();
  const time = (mean: number): Law => (grid ? empirical([0, 10, mean, 2 * mean]) : exponential(mean));
  const isDay = pick(4) > 0;
  const byTime = !isDay && maybe();
  const from = isDay ? one(0, 9 * HOUR) : 0;
  const length = one(900, 1800, 2400);
  const moment = () => from + 10 * pick(length / 10);
  const spanOf = () => {
    const [a, b] = [moment(), moment()].sort((x, y) => x - y);
    return {from: a, to: b + 10};
  };
  const stationOf = (): GivenStation => {
    const what = isDay ? one("nothing", "people", "breaks", "lunch", "breakdowns", "shifts") : one("nothing", "breakdowns");
    const servers = 1 + pick(4);
    const given: GivenStation = {
      servers,
      service: time(60),
      leaving: one("finish", "resume", "restart", "resample"),
      order: byTime ? "first come" : one("first come", "last come", "random", "shortest job", "priority"),
      afterWork: maybe() ? time(20) : null,
      setUp: maybe() ? {idle: maybe() ? time(20) : null, change: maybe() ? time(10) : null} : null,
      breakRule: one("after the customer", "end on time", "at once", "skip when behind"),
      room: pick(4) === 0 ? 3 + pick(5) : null,
      speedWaiting:
        pick(3) === 0
          ? [
              {waiting: 1, speed: 2},
              {waiting: 3, speed: 0.5},
            ]
          : null,
      speed: one(1, 2),
    };
    if (what === "nothing" && !given.setUp && maybe()) given.line = "each";
    if (what === "people")
      given.people = Array.from({length: servers}, (_, i) => ({
        name: `${i}`,
        hours: [maybe() ? {from, to: from + length} : spanOf()],
        breaks: Array.from({length: pick(3)}, spanOf),
        speed: one(1, 1, 2),
      }));
    if (what === "breaks") given.breaks = Array.from({length: 1 + pick(2)}, spanOf);
    if (what === "lunch") given.lunch = {...spanOf(), length: 60 + 10 * pick(30), atOnce: 1 + pick(2)};
    if (what === "shifts" || (what !== "people" && isDay && pick(3) === 0))
      given.servers = [
        [from, servers],
        [moment() + 10, pick(4)],
      ];
    if (what === "breakdowns")
      given.breakdowns = {
        every: grid ? empirical([100, 200, 600, 2000]) : exponential(300),
        counts: one("time", "use"),
        repair: time(60),
        technicians: one(null, 1, 2),
        inHand: one("resume", "restart", "resample"),
      };
    return given;
  };
  const sources = (i: number): GivenArrivals => {
    const between = byTime ? 300 : one(20, 40, 80);
    const route = {route: "way"};
    if (pick(3) === 0 && i === 0) return {population: {members: 2 + pick(6), each: exponential(byTime ? 900 : 120)}, ...route};
    return grid ? {between: fixed(between), ...route} : {rate: 1 / between, ...route};
  };
  const stations: Record<string, GivenStation> = maybe() ? {first: stationOf()} : {first: stationOf(), second: stationOf()};
  const names = Object.keys(stations);
  const classes = maybe() ? ["a"] : ["a", "b"];
  const scenario: GivenScenario = {
    ...(isDay
      ? {opening: [from, from + length] as [number, number], closing: one("finish everyone", "turn away the waiting", "carry over")}
      : {run: byTime ? {length: 2400, warmUp: 60 * pick(5)} : {customers: 60 + pick(60), warmUpCustomers: pick(30)}}),
    arrivals: Object.fromEntries(classes.map((name, i) => [name, sources(i)])),
    classes: Object.fromEntries(classes.map((name, i) => [name, {priority: 1 + i, patience: maybe() ? null : time(60)}])),
    stations,
    routes: {
      way: names.map((name, i) =>
        visit(
          `at ${name}`,
          name,
          i + 1 < names.length
            ? `at ${names[i + 1]}`
            : maybe()
              ? null
              : [
                  [0.8, null],
                  [0.2, "at first"],
                ],
        ),
      ),
    },
  };
  return compileModel(scenarioOf(scenario));
}
