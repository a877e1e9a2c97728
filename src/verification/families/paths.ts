/** Numbers that no report prints, read from what happened: shares of time in each state, moments of a day. */
import {cos, exp, sin} from "../../math/index.ts";
import {DROPPED_AT, ENDED, type EventLog, GAVE_UP_AT, JOINED, STARTED, TURNED_AWAY_AT} from "../../replication/event-log.ts";
import {exponential, fixed, type GivenScenario} from "../builders/scenario.ts";
import {sine} from "./days.ts";
import type {Params, Plan} from "../plan.ts";

/** How an event changes the number of people at the only station. */
const change = (kind: number): number =>
  kind === JOINED ? 1 : kind === ENDED || kind === GAVE_UP_AT || kind === TURNED_AWAY_AT || kind === DROPPED_AT ? -1 : 0;

/** Shares of the time between two moments with 0, 1, 2 ... people present. */
export function stateShares({events}: EventLog, from: number, to: number, states: number): number[] {
  const time = Array.from({length: states}, () => 0);
  let present = 0;
  let since = from;
  for (const {at, kind} of events) {
    const until = Math.min(Math.max(at, from), to);
    if (present < states) time[present] += until - since;
    since = until;
    present += change(kind);
  }
  if (present < states) time[present] += to - since;
  return time.map((spent) => spent / (to - from));
}

/** The place watched between its 3,000th and 18,000th customer. */
export function states(place: GivenScenario, truths: number[], first = 0): Plan {
  return {
    kind: "sampled",
    samples: function* (watch) {
      for (const log of watch({...place, run: {customers: 18_000}})) {
        const {customers} = log;
        yield stateShares(log, customers[3_000].at, customers[customers.length - 1].at, first + truths.length).slice(first);
      }
    },
    replications: 40,
    checks: truths.map((truth) => ({truth})),
  };
}

/** Shares of time in which each server works, from the one that is taken first; servers at windows have numbers, so the walk is a nanosecond. */
export function orderedServers(p: Params, truths: number[]): Plan {
  const place: GivenScenario = {
    arrivals: {rate: p.number("lambda")},
    station: {servers: p.number("c"), service: exponential(1 / p.number("mu")), walk: {first: 1e-9, each: 0}},
    run: {customers: 18_000},
  };
  return {
    kind: "sampled",
    samples: function* (watch) {
      for (const {customers, events} of watch(place)) {
        const from = customers[3_000].at,
          to = customers[customers.length - 1].at;
        const busy = truths.map(() => 0);
        const since = new Map<number, {at: number; place: number}>();
        for (const {at, kind, customer, place: server} of events) {
          if (kind === STARTED) since.set(customer, {at, place: server});
          const start = since.get(customer);
          if (kind === ENDED && start !== undefined) busy[start.place] += Math.max(0, Math.min(at, to) - Math.max(start.at, from));
        }
        yield busy.map((time) => time / (to - from));
      }
    },
    replications: 40,
    checks: truths.map((truth) => ({truth})),
  };
}

const numberAt = ({events}: EventLog, t: number): number =>
  events.reduce((present, {at, kind}) => (at <= t ? present + change(kind) : present), 0);

/** So many servers that nobody waits, and a rate that swings: how many are there at t. In steady state the past is long enough to be forgotten. */
export function infiniteServers(p: Params, expected: number): Plan {
  const [, mean, swing, frequency] = (/^([\d.]+)\+([\d.]+) sin\(([\d.]*) ?t\)$/.exec(p.text("lambda_t")) ?? []).map((text) =>
    Number(text || 1),
  );
  const service = typeof p.all.mu === "number" ? exponential(1 / p.number("mu")) : fixed(p.number("S"));
  const periods =
    p.all.initial === "periodic steady state"
      ? Math.ceil(((30 / (p.all.mu as number)) * frequency) / (2 * Math.PI))
      : p.all.initial === undefined
        ? 1
        : 0;
  const t = p.number("t") + (periods * 2 * Math.PI) / frequency;
  const place: GivenScenario = {
    opening: [0, t],
    arrivals: {process: {kind: "poisson", rate: sine(mean, swing, frequency, t, 400)}},
    station: {servers: 2000, service},
  };
  return {
    kind: "sampled",
    samples: function* (watch) {
      for (const log of watch(place)) yield [numberAt(log, t)];
    },
    replications: periods > 2 ? 60 : 400,
    checks: [{truth: expected}],
  };
}

/** Staffing by the square root of the load that infinitely many servers would carry; shifts end at once, the work is resumed. */
export function staffedByLoad(p: Params, expected: number): Plan {
  const [, mean, swing, frequency] = (/^([\d.]+)\+([\d.]+) sin\(([\d.]*) ?t\)$/.exec(p.text("lambda_t")) ?? []).map(Number);
  const beta = p.number("beta"),
    t = p.number("t"),
    width = 0.1;
  /** Offered load from empty, mean service 1: ∫ λ(u) exp(-(s - u)) du. */
  const load = (s: number) => {
    const still = (swing * (sin(frequency * s) - frequency * cos(frequency * s))) / (1 + frequency * frequency);
    const fading = (mean - (swing * frequency) / (1 + frequency * frequency)) * exp(-s);
    return mean + still - fading;
  };
  const cells = Math.ceil(t / width) + 1;
  const staff = Array.from({length: cells}, (_, i): [number, number] => {
    const m = load((i + 0.5) * width);
    return [i * width, Math.ceil(m + beta * Math.sqrt(m))];
  });
  const now = staff[Math.floor(t / width + 1e-9)][1];
  if (now !== p.number("s_at_t")) throw new RangeError(`the case says ${p.number("s_at_t")} servers at ${t}, the rule ${now}`);
  const place: GivenScenario = {
    opening: [0, t + 1e-6],
    arrivals: {process: {kind: "poisson", rate: sine(mean, swing, frequency, t, 400)}},
    station: {servers: staff, service: exponential(1), leaving: "resume"},
  };
  return {
    kind: "sampled",
    samples: function* (watch) {
      for (const log of watch(place)) yield [numberAt(log, t) >= now ? 1 : 0];
    },
    replications: 12_000,
    checks: [{truth: expected}],
  };
}

/** Customers by segment of a rate table that repeats itself. */
export function countsBySegment(p: Params, truths: number[]): Plan {
  const rates = p.list("rates"),
    ends = p.list("endpoints"),
    horizon = p.number("horizon");
  const cycle = ends[ends.length - 1];
  const starts = [0, ...ends.slice(0, -1)];
  const table = Array.from({length: horizon / cycle}, (_, k) =>
    rates.map((rate, i): [number, number] => [k * cycle + starts[i], rate]),
  ).flat();
  const place: GivenScenario = {opening: [0, horizon], arrivals: {rate: table}, station: {servers: 50, service: fixed(0.01)}};
  return {
    kind: "sampled",
    samples: function* (watch) {
      for (const {customers} of watch(place)) {
        const counts = rates.map(() => 0);
        for (const {at} of customers) counts[ends.findIndex((end) => at % cycle < end)]++;
        yield counts;
      }
    },
    replications: 3000,
    checks: truths.map((truth) => ({truth})),
  };
}
