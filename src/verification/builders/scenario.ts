/**
 * Scenarios in a few words: what is not said is the plainest place there is, which never closes, where customers of one
 * class come one by one, wait in one line as long as it takes, and are served first come first served.
 */
import type {Law} from "../../random/law.ts";
import type {
  ArrivalProcess,
  Arrivals,
  Book,
  ClockTable,
  Closing,
  Costs,
  CustomerClass,
  Goal,
  ListedCustomer,
  Route,
  Run,
  Scenario,
  Station,
  Step,
} from "../../scenario/scenario.ts";
import type {Clock} from "../../units.ts";
import {exponential} from "./laws.ts";

export * from "./laws.ts";

// Clocks

/** "steps" as [clock, value] pairs; a bare number holds always. */
export function clock(steps: number | [Clock, number][], shape: "steps" | "ramp" = "steps"): ClockTable {
  const pairs: [Clock, number][] = typeof steps === "number" ? [[0, steps]] : steps;
  return {at: pairs.map(([at]) => at), value: pairs.map(([, value]) => value), shape};
}

// The parts of a scenario

export type Given<T> = {[Key in keyof T]?: T[Key]};

export interface GivenArrivals extends Given<Omit<Arrivals, "batch" | "mix">> {
  /** Customers, or batches, per second. */
  rate?: number | [Clock, number][];
  between?: Law;
  /** So many members, each away for a time of a law before coming (again). */
  population?: {members: number; each: Law};
  list?: (Given<ListedCustomer> & {at: Clock})[];
  /** Appointments in order of time, everybody comes and on the dot; or more of a book than that. */
  book?: Clock[] | Given<Book>;
  /** One size for all, or shares by size. */
  batch?: number | {size: number; share: number}[];
  mix?: Record<string, number>;
}

export function arrivalsOf(name: string, given: GivenArrivals): Arrivals {
  const {rate, between, population, list, book, batch, mix: shares, ...rest} = given;
  let process: ArrivalProcess;
  if (list !== undefined)
    process = {kind: "list", customers: list.map((customer) => ({class: null, service: null, patience: null, ...customer}))};
  else if (book !== undefined) process = {kind: "book", book: bookOf(book)};
  else if (between !== undefined) process = {kind: "renewal", between};
  else if (population !== undefined) process = {kind: "population", ...population};
  else process = {kind: "poisson", rate: clock(rate ?? 1)};
  return {
    process,
    busyness: 0,
    batch: Array.isArray(batch) ? batch : [{size: batch ?? 1, share: 1}],
    mix: Object.entries(shares ?? {[name]: 1}).map(([className, share]) => ({class: className, share})),
    route: null,
    ...rest,
  };
}

function bookOf(book: Clock[] | Given<Book>): Book {
  return {at: [], spread: null, absent: 0, late: null, early: "served", ...(Array.isArray(book) ? {at: book} : book)};
}

export interface GivenStation extends Given<Omit<Station, "servers">> {
  servers?: number | [Clock, number][];
}

export function stationOf({servers, ...rest}: GivenStation): Station {
  return {
    servers: clock(servers ?? 1),
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
    ...rest,
  };
}

export const classOf = (given: Given<CustomerClass>): CustomerClass => ({
  priority: 1,
  patience: null,
  service: null,
  route: null,
  ...given,
});

// Steps of a route

type Then = string | null | [number, string | null][];
function branches(then: Then): Step["then"] {
  return Array.isArray(then) ? then.map(([share, to]) => ({share, to})) : [{share: 1, to: then}];
}
export const visit = (name: string, station: string, then: Then = null, service: Law | null = null): Step => ({
  name,
  does: {kind: "visit", station, service},
  then: branches(then),
});
export const delay = (name: string, time: Law, then: Then = null): Step => ({name, does: {kind: "delay", time}, then: branches(then)});
export const choose = (name: string, then: [number, string | null][]): Step => ({name, does: {kind: "choose"}, then: branches(then)});

// Goals

/** A mean wait of at most 20 s, of everybody, where nothing else is said. */
export const goalOf = (given: Partial<Goal>): Goal => ({
  text: "a goal",
  metric: "waitTime",
  statistic: "mean",
  within: null,
  percentile: null,
  class: null,
  station: null,
  direction: "at most",
  bound: 20,
  everyHalfHour: false,
  shareOfDays: null,
  ...given,
});

// The scenario

export interface GivenScenario {
  name?: string;
  opening?: [Clock, Clock];
  closing?: Closing;
  /** One source of class "customers", or several by name. */
  arrivals?: GivenArrivals | Record<string, GivenArrivals>;
  classes?: Record<string, Given<CustomerClass>>;
  /** One station, "counter". */
  station?: GivenStation;
  stations?: Record<string, GivenStation>;
  routes?: Record<string, Step[]>;
  run?: Given<Run>;
  costs?: Given<Costs>;
}

/** Fixed beforehand, for every simulated value that is held against a truth. */
export const SEED = "2026";

const ARRIVAL_KEYS = new Set(["population", "rate", "between", "list", "book", "batch", "mix", "process", "busyness", "route"]);

export function scenarioOf(given: GivenScenario): Scenario {
  const arrivals = given.arrivals ?? {rate: 1};
  const isOne = Object.keys(arrivals).every((key) => ARRIVAL_KEYS.has(key));
  const sources = Object.entries(isOne ? {customers: arrivals as GivenArrivals} : (arrivals as Record<string, GivenArrivals>));
  const stations = Object.entries(given.stations ?? {counter: given.station ?? {}});
  const made = new Map(sources.map(([name, source]) => [name, arrivalsOf(name, source)]));
  const classes = new Map<string, CustomerClass>();
  for (const source of made.values()) for (const part of source.mix) classes.set(part.class, classOf({}));
  for (const [name, some] of Object.entries(given.classes ?? {})) classes.set(name, classOf(some));
  const run: Run = {seed: SEED, replications: 30, length: null, warmUp: 0, customers: null, warmUpCustomers: 0, ...given.run};
  if (given.opening === undefined && run.length === null && run.customers === null) run.customers = 1000;
  return {
    name: given.name ?? "test",
    opening: given.opening === undefined ? null : {from: given.opening[0], to: given.opening[1]},
    closing: given.closing ?? "finish everyone",
    arrivals: made,
    classes,
    stations: new Map(stations.map(([name, station]) => [name, stationOf(station)])),
    routes: new Map(Object.entries(given.routes ?? {}).map(([name, steps]): [string, Route] => [name, {steps}])),
    goals: [],
    costs: {currency: "EUR", staff: null, overtime: null, wait: null, lost: null, ...given.costs},
    run,
    assumed: [],
  };
}
