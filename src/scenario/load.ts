/**
 * Offered load: the work that comes to each station, in erlangs, if nobody gives up or is refused.
 *
 *   a = λ · v · E[S]   arrivals a second, visits per arrival, mean work per visit over the speed of a server
 *
 * Visits follow from the traffic equations of each route, v = e + Pᵀ v. The time between stations is left out: work counts in
 * the hour of arrival at the door. Source: Jackson (1957), "Networks of Waiting Lines", Operations Research 5(4), 518-521.
 */
import {type Law, meanOf} from "../random/law.ts";
import {type Clock, type Erlangs, HOUR, type PerSecond, type Seconds} from "../units.ts";
import {type Presence, presenceIn} from "./presence.ts";
import type {ArrivalPhase, Arrivals, Book, ClockTable, Route, Scenario, Station, Step} from "./scenario.ts";

export interface Load {
  station: string;
  from: Clock;
  /** Infinity in the long run. */
  to: Clock;
  erlangs: Erlangs;
  /** Mean number of servers in these hours, without those on a break or at lunch. */
  servers: number;
  /** erlangs over servers: above 1 more work comes than can be done. Infinity without servers, 0 without work. */
  occupancy: number;
}

/** Value of a table at a moment; before its first row a ramp has its first value and steps have 0. */
export function valueAt(table: ClockTable, at: Clock): number {
  let row = -1;
  while (row + 1 < table.at.length && table.at[row + 1] <= at) row++;
  if (row < 0) return table.shape === "ramp" ? table.value[0] : 0;
  if (table.shape === "steps" || row + 1 === table.at.length) return table.value[row];
  const along = (at - table.at[row]) / (table.at[row + 1] - table.at[row]);
  return table.value[row] + along * (table.value[row + 1] - table.value[row]);
}

/** Integral of a table over [from, to): customers, or server seconds. */
export function integralOf(table: ClockTable, from: Clock, to: Clock): number {
  let sum = table.shape === "ramp" && from < table.at[0] ? table.value[0] * (Math.min(to, table.at[0]) - from) : 0;
  for (let row = 0; row < table.at.length; row++) {
    const start = Math.max(from, table.at[row]);
    const end = Math.min(to, row + 1 < table.at.length ? table.at[row + 1] : Infinity);
    if (end <= start) continue;
    if (table.shape === "steps" || row + 1 === table.at.length) sum += table.value[row] * (end - start);
    else sum += ((valueAt(table, start) + ramped(table, row, end)) / 2) * (end - start);
  }
  return sum;
}

function ramped(table: ClockTable, row: number, at: Clock): number {
  const along = (at - table.at[row]) / (table.at[row + 1] - table.at[row]);
  return table.value[row] + along * (table.value[row + 1] - table.value[row]);
}

/** The steps a class goes through; one visit where the file needs no routes. */
export function routeOf(scenario: Scenario, className: string): Route {
  const name = scenario.classes.get(className)?.route ?? null;
  const route = name === null ? undefined : scenario.routes.get(name);
  if (route !== undefined) return route;
  const [only] = scenario.routes.values();
  if (only !== undefined) return only;
  const [station] = scenario.stations.keys();
  return {
    steps: station === undefined ? [] : [{name: station, does: {kind: "visit", station, service: null}, then: [{share: 1, to: null}]}],
  };
}

/** The law of the work a class brings to a visit: the step's, else the class's own, else the station's. */
export function serviceOf(scenario: Scenario, className: string, step: Step): Law | null {
  if (step.does.kind !== "visit") return null;
  return step.does.service ?? scenario.classes.get(className)?.service ?? scenario.stations.get(step.does.station)?.service ?? null;
}

/** Names of the steps that are reached and from which nobody ever leaves. */
export function trappedSteps(route: Route): string[] {
  const index = new Map(route.steps.map((step, i) => [step.name, i]));
  const next = route.steps.map((step) => step.then.map((branch) => (branch.to === null ? -1 : (index.get(branch.to) ?? -1))));
  const reached = new Set<number>();
  const open = route.steps.length > 0 ? [0] : [];
  while (open.length > 0) {
    const step = open.pop() as number;
    if (step < 0 || reached.has(step)) continue;
    reached.add(step);
    open.push(...next[step]);
  }
  const leaves = new Set<number>([-1]);
  for (let grew = true; grew; ) {
    grew = false;
    for (let step = 0; step < next.length; step++) {
      if (!leaves.has(step) && next[step].some((to) => leaves.has(to))) {
        leaves.add(step);
        grew = true;
      }
    }
  }
  return route.steps.filter((_, step) => reached.has(step) && !leaves.has(step)).map((step) => step.name);
}

/** Mean number of times a customer of the route comes to each step; null when somebody never leaves. */
export function visitsOf(route: Route): number[] | null {
  const n = route.steps.length;
  if (trappedSteps(route).length > 0) return null;
  const index = new Map(route.steps.map((step, i) => [step.name, i]));
  // Rows of (I - Pᵀ) v = e, solved by elimination with row exchange.
  const rows = route.steps.map((_, i) => {
    const row = new Array<number>(n + 1).fill(0);
    row[i] = 1;
    row[n] = i === 0 ? 1 : 0;
    return row;
  });
  route.steps.forEach((step, from) => {
    for (const branch of step.then) {
      const to = branch.to === null ? undefined : index.get(branch.to);
      if (to !== undefined) rows[to][from] -= branch.share;
    }
  });
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++) if (Math.abs(rows[i][column]) > Math.abs(rows[pivot][column])) pivot = i;
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    // A step that nobody reaches may still loop on itself: nobody comes, so nobody visits.
    if (Math.abs(rows[column][column]) < 1e-12) continue;
    for (let i = 0; i < n; i++) {
      if (i === column) continue;
      const factor = rows[i][column] / rows[column][column];
      if (factor === 0) continue;
      for (let j = column; j <= n; j++) rows[i][j] -= factor * rows[column][j];
    }
  }
  return rows.map((row, i) => (Math.abs(row[i]) < 1e-12 ? 0 : Math.max(0, row[n] / row[i])));
}

/** Customers a second of one source, on average over [from, to); in the long run (`to` is Infinity) what it settles at. */
export function arrivalRateOf(arrivals: Arrivals, from: Clock, to: Clock): PerSecond {
  let together = 0;
  for (const batch of arrivals.batch) together += batch.size * batch.share;
  const {process} = arrivals;
  switch (process.kind) {
    case "poisson":
      return (
        together * (to === Infinity ? process.rate.value[process.rate.value.length - 1] : integralOf(process.rate, from, to) / (to - from))
      );
    case "renewal":
      return together / meanOf(process.between);
    case "book":
      return to === Infinity ? 0 : bookedWithin(process.book, from, to) / (to - from);
    case "phases": {
      const shares = phaseShares(process.phases);
      return together * process.phases.reduce((sum, {rate}, row) => sum + shares[row] * rate, 0);
    }
    case "spread":
      if (to === Infinity) return 0;
      return (
        (process.people * Math.max(0, Math.min(to, process.to) - Math.max(from, process.from))) / (process.to - process.from) / (to - from)
      );
    case "population": // at most, if nobody ever waits: some of the time of the rest is spent here
      return process.members / meanOf(process.each);
    case "list":
      return to === Infinity ? 0 : process.customers.filter((customer) => customer.at >= from && customer.at < to).length / (to - from);
  }
}

/** People who come, on average, by when they should. */
function bookedWithin({at, spread, absent}: Book, from: Clock, to: Clock): number {
  const booked =
    spread === null
      ? at.filter((time) => time >= from && time < to).length
      : (spread.people * Math.max(0, Math.min(to, spread.to) - Math.max(from, spread.from))) / (spread.to - spread.from);
  return booked * (1 - absent);
}

/** Shares of time that the phases of the arrivals take in the long run; phases that are left for good take none. */
export function phaseShares(phases: readonly ArrivalPhase[]): number[] {
  // π = π P with the sum of π = 1 as the last equation, solved by elimination with row exchange.
  const n = phases.length;
  const rows = phases.map((_, to) =>
    phases.map(({then}, from) => then.reduce((sum, {phase, share}) => sum + (phase === to ? share : 0), from === to ? -1 : 0)),
  );
  rows.forEach((row, i) => {
    if (i === n - 1) row.fill(1);
    row.push(i === n - 1 ? 1 : 0);
  });
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++) if (Math.abs(rows[i][column]) > Math.abs(rows[pivot][column])) pivot = i;
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    for (let i = 0; i < n; i++) {
      if (i === column) continue;
      const factor = rows[i][column] / rows[column][column];
      if (factor !== 0) for (let j = column; j <= n; j++) rows[i][j] -= factor * rows[column][j];
    }
  }
  const times = rows.map((row, i) => Math.max(0, row[n] / row[i]) * phases[i].lasts);
  const whole = times.reduce((sum, time) => sum + time, 0);
  return times.map((time) => time / whole);
}

/**
 * Seconds of work that one customer of a class brings to each station, by station; absent where nobody of it comes. `paceOf` is the mean
 * speed of those who serve there, as times the station's; nothing said: of all its people.
 */
export function workOf(
  scenario: Scenario,
  className: string,
  paceOf: (station: Station, name: string) => number = paceOfAll,
): Map<string, {visits: number; work: Seconds}> {
  const work = new Map<string, {visits: number; work: Seconds}>();
  const route = routeOf(scenario, className);
  const visits = visitsOf(route);
  if (visits === null) return work;
  route.steps.forEach((step, i) => {
    const law = serviceOf(scenario, className, step);
    if (step.does.kind !== "visit" || law === null) return;
    const station = scenario.stations.get(step.does.station);
    if (station === undefined) return;
    const before = work.get(step.does.station) ?? {visits: 0, work: 0};
    work.set(step.does.station, {
      visits: before.visits + visits[i],
      work: before.work + visits[i] * serverTime(station, law, paceOf(station, step.does.station)),
    });
  });
  return work;
}

/** Seconds that one visit takes of a server: at its best speed, with what is done after the customer has gone, and its share of repairs. */
function serverTime({speed, speedWaiting, afterWork, breakdowns}: Station, law: Law, pace: number): Seconds {
  const fastest = (speedWaiting ?? []).reduce((most, row) => Math.max(most, row.speed), 0) || speed;
  const serving = meanOf(law) / (fastest * pace) + (afterWork ? meanOf(afterWork) : 0);
  return breakdowns ? serving * (1 + meanOf(breakdowns.repair) / meanOf(breakdowns.every)) : serving;
}

function paceOfAll({people}: Station): number {
  return people && people.length > 0 ? people.reduce((sum, person) => sum + person.speed, 0) / people.length : 1;
}

function presenceOf(station: Station, from: Clock, to: Clock): Presence {
  const {servers, people, breaks = [], lunch} = station;
  const pace = paceOfAll(station);
  if (to === Infinity) return {servers: servers.value[0], pace};
  if (!people && breaks.length === 0 && !lunch) return {servers: integralOf(servers, from, to) / (to - from), pace};
  return presenceIn(station, from, to, pace);
}

/** Offered load and occupancy of each station: hour by hour (or by another slot) from opening to closing, or once for the long run. */
export function offeredLoad(scenario: Scenario, slot: Seconds = HOUR): Load[] {
  const {opening} = scenario;
  const hours: [Clock, Clock][] = [];
  if (opening === null) hours.push([0, Infinity]);
  else for (let from = opening.from; from < opening.to; from += slot) hours.push([from, Math.min(from + slot, opening.to)]);
  const loads: Load[] = [];
  const slots = hours.map(([from, to]) => {
    const presence = new Map([...scenario.stations].map(([name, station]) => [name, presenceOf(station, from, to)]));
    const paceOf = (station: Station, name: string) => presence.get(name)?.pace ?? paceOfAll(station);
    return {from, to, presence, works: new Map([...scenario.classes.keys()].map((name) => [name, workOf(scenario, name, paceOf)]))};
  });
  for (const name of scenario.stations.keys()) {
    for (const {from, to, presence, works} of slots) {
      let erlangs = 0;
      for (const arrivals of scenario.arrivals.values()) {
        const rate = arrivalRateOf(arrivals, from, to);
        for (const {class: className, share} of arrivals.mix) erlangs += rate * share * (works.get(className)?.get(name)?.work ?? 0);
      }
      const servers = presence.get(name)?.servers ?? 0;
      loads.push({station: name, from, to, erlangs, servers, occupancy: erlangs === 0 ? 0 : servers === 0 ? Infinity : erlangs / servers});
    }
  }
  return loads;
}
