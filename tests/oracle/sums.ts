/**
 * The row of a replication, told again from its event log: every sum that the log can tell, slowly. It knows the events and the
 * rules of counting, nothing of the recorder.
 */
import {
  ARRIVED as AT_DOOR,
  BALKED_AT,
  CALLED,
  DROPPED_AT,
  ENDED,
  GAVE_UP_AT,
  INTERRUPTED,
  JOINED,
  LEFT,
  type LoggedCustomer,
  REFUSED_AT,
  STARTED,
  SWITCHED,
  TURNED_AWAY_AT,
} from "../../src/replication/event-log.ts";
import type {Model, Row} from "../../src/model/model.ts";
import {
  ARRIVED,
  BALKED,
  BUSY,
  DELAYED,
  DISCRIMINATION,
  DISCRIMINATION_SQUARED,
  GAVE_UP,
  IDLE_WAITING,
  MOST_SKIPS,
  MOST_SLIPS,
  OFFERED,
  OVERTAKEN,
  PEAK_WAITING,
  PLACE_AREA,
  POSITION_FINISHED,
  POSITION_WAIT,
  REFUSED,
  REGRET,
  REGRETS,
  RowLayout,
  SERVED,
  SKIPPED,
  SKIPS,
  SLIPS,
  SOJOURN,
  SOJOURN_SQUARED,
  SWITCHES,
  SYSTEM_AREA,
  TURNED_AWAY,
  WAITING_AREA,
  WAIT_GAVE_UP,
  WAIT_GAVE_UP_SQUARED,
  WAIT_SERVED,
  WAIT_SERVED_SQUARED,
  WALKING,
} from "../../src/replication/row.ts";
import {type FairVisit, fairVisits, idleTimes} from "./fairness.ts";
import type {AfterWork, Staffed, ToldEvent} from "./oracle.ts";

/** A log that says who stood in line. */
export interface ToldLog {
  customers: LoggedCustomer[];
  events: ToldEvent[];
  afterWorks: AfterWork[];
  staffing: Staffed[];
}

export interface ToldSum {
  name: string;
  column: number;
  value: number;
  /** How far off it may be; a billionth of the value where nothing is said. */
  off?: number;
}

/** Whether a row holds what the log tells: whole numbers exactly, lengths of time to 1e-9. */
export function holds(row: Float64Array, {column, value, off = 1e-9 * Math.max(1, Math.abs(value))}: ToldSum): boolean {
  return Math.abs(row[column] - value) <= off;
}

type Outcome = "served" | "balked" | "gave up" | "refused" | "turned away" | "unknown";

/** One visit to a station (or, with station -1, to the whole place). */
interface Visit {
  customer: number;
  class: Row;
  station: Row;
  from: number;
  wait: number;
  outcome: Outcome;
  sojourn: number; // NaN until they are gone again
  isOvertaken: boolean;
  early: number; // of a whole visit: time before the appointment
}

/** A length of time that somebody spent somewhere. */
interface Stay {
  kind: number; // WAITING_AREA, SYSTEM_AREA, BUSY, WALKING; -1: in the place
  station: Row;
  from: number;
  to: number;
}

const OUTCOMES: [Outcome, number, string][] = [
  ["served", SERVED, "served"],
  ["gave up", GAVE_UP, "gave up"],
  ["balked", BALKED, "balked"],
  ["refused", REFUSED, "refused"],
  ["turned away", TURNED_AWAY, "turned away"],
];

/** Visits and stays of everyone, in the order of joining. */
function history(log: ToldLog): {visits: Visit[]; stays: Stay[]} {
  const visits: Visit[] = [];
  const stays: Stay[] = [];
  log.customers.forEach((logged, customer) => {
    const mine = log.events.filter((event) => event.customer === customer);
    if (mine.length === 0) return; // in the book, but absent
    const whole: Visit = {
      customer,
      class: logged.class,
      station: -1,
      from: logged.at,
      wait: 0,
      outcome: "unknown",
      sojourn: NaN,
      isOvertaken: false,
      early: logged.early,
    };
    visits.push(whole);
    let here: Visit | null = null;
    let hasStarted = false;
    let isWalking = false;
    let since = 0; // the last change of waiting, walking or being served
    for (const {at, kind, station} of mine) {
      const stay = (what: number, from = since) => stays.push({kind: what, station, from, to: at});
      const endWait = (there: Visit) => {
        const begins = logged.appointment > there.from ? Math.min(at, logged.appointment) : there.from;
        there.wait = at - begins;
        whole.wait += there.wait;
        whole.early += begins - there.from;
      };
      const finish = (outcome: Outcome) => {
        whole.outcome = outcome;
        if (here !== null) here.outcome = outcome; // whose service was interrupted for good was not served
        if (here !== null && outcome === "gave up") {
          endWait(here);
        }
        if (here !== null) stay(SYSTEM_AREA, here.from);
        stays.push({kind: -1, station: -1, from: whole.from, to: at});
      };
      if (kind === JOINED) {
        here = {...whole, station, from: at, wait: 0, outcome: "unknown", sojourn: NaN};
        hasStarted = false;
        visits.push(here);
        since = at;
      } else if (kind === DROPPED_AT) {
        stay(WAITING_AREA);
        finish("refused");
      } else if (kind === REFUSED_AT || kind === BALKED_AT) {
        const outcome = kind === REFUSED_AT ? "refused" : "balked";
        visits.push({...whole, station, from: at, wait: 0, outcome, sojourn: NaN});
        finish(outcome);
      } else if (kind === CALLED) {
        stay(WAITING_AREA);
        isWalking = true;
        since = at;
      } else if (kind === STARTED) {
        stay(WALKING);
        isWalking = false;
        since = at;
        if (!hasStarted) {
          here!.outcome = "served";
          endWait(here!);
        }
        hasStarted = true;
      } else if (kind === INTERRUPTED) {
        stay(isWalking ? WALKING : BUSY);
        since = at;
      } else if (kind === ENDED) {
        stay(BUSY);
        stay(SYSTEM_AREA, here!.from);
        here!.sojourn = at - here!.from;
        here = null;
      } else if (kind === GAVE_UP_AT || kind === TURNED_AWAY_AT) {
        stay(WAITING_AREA);
        finish(kind === GAVE_UP_AT ? "gave up" : "turned away");
      } else if (kind === LEFT && whole.outcome === "unknown") {
        whole.sojourn = at - whole.from;
        finish("served");
      }
    }
  });
  markOvertaken(log, visits);
  return {visits, stays};
}

/** A visit's time in line, by the places of events in the log. */
interface Wait {
  visit: Visit;
  called: number;
  over: number;
}

/** Somebody who joined the station later was called before them. Who was turned away or dropped was neither called nor gave up. */
function markOvertaken(log: ToldLog, visits: Visit[]): void {
  const waits: Wait[][] = []; // by station, in the order of joining
  const open = new Map<number, Wait>();
  const ofCustomer = new Map<number, Visit[]>();
  const joined = new Set(log.events.filter(({kind}) => kind === JOINED).map(({customer, station, at}) => `${customer} ${station} ${at}`));
  for (const visit of visits)
    if (joined.has(`${visit.customer} ${visit.station} ${visit.from}`))
      ofCustomer.set(visit.customer, [...(ofCustomer.get(visit.customer) ?? []), visit]);
  log.events.forEach(({kind, customer, station}, order) => {
    const wait = open.get(customer);
    if (kind === JOINED) {
      const begun = {visit: ofCustomer.get(customer)!.shift()!, over: Infinity, called: Infinity};
      open.set(customer, begun);
      (waits[station] ??= []).push(begun);
    } else if (
      wait !== undefined &&
      wait.over === Infinity &&
      (kind === CALLED || kind === GAVE_UP_AT || kind === TURNED_AWAY_AT || kind === DROPPED_AT)
    ) {
      wait.over = order;
      if (kind === CALLED) wait.called = order;
    }
  });
  for (const atStation of waits) {
    atStation?.forEach((wait, i) => {
      wait.visit.isOvertaken =
        !["turned away", "refused"].includes(wait.visit.outcome) && atStation.slice(i + 1).some((later) => later.called < wait.over);
    });
  }
}

export function sumsFromLog(model: Model, log: ToldLog): ToldSum[] {
  const layout = new RowLayout(model);
  const {horizon, measures, names} = model;
  const {visits, stays} = history(log);
  for (const {station, from: since, to: until} of log.afterWorks) stays.push({kind: BUSY, station, from: since, to: until});
  const told: ToldSum[] = [];
  const isCounted = (visit: Visit): boolean => {
    const {at} = log.customers[visit.customer];
    if (horizon.isDay) return true;
    return horizon.customers < Infinity ? visit.customer >= horizon.warmUpCustomers : at >= horizon.warmUp && at < horizon.endsAt;
  };
  const byCustomers = !horizon.isDay && horizon.customers < Infinity;
  const from = horizon.isDay ? horizon.startsAt : byCustomers ? log.customers[horizon.warmUpCustomers].at : horizon.warmUp;
  const to = horizon.isDay ? Infinity : byCustomers ? log.customers.at(-1)!.at : horizon.endsAt;

  const fair = fairVisits(model, log.events);
  /** Of the customers of a group, at its station or at all. */
  function tellFairness(name: string, some: Visit[], column: (sum: number) => number): void {
    if (!layout.hasFairness) return;
    const station = some[0]?.station ?? -1;
    // Visits of a customer to one station come in the same order in both lists.
    const ofVisit = (visit: Visit): FairVisit[] => {
      if (visit.station < 0) return fair.filter(({customer}) => customer === visit.customer);
      if (visit.outcome === "refused") return [];
      const nth = visits
        .filter((other) => other.customer === visit.customer && other.station === station && other.outcome !== "refused")
        .indexOf(visit);
      return fair.filter((other) => other.customer === visit.customer && other.station === station).slice(nth, nth + 1);
    };
    const totals = some.map((visit) => {
      const parts = ofVisit(visit);
      const total = (value: (part: FairVisit) => number) => parts.reduce((sum, part) => sum + value(part), 0);
      return {
        slips: total(({slips}) => slips),
        skips: total(({skips}) => skips),
        switches: total(({switches}) => switches),
        discrimination: total(({discrimination}) => discrimination),
        regret: total(({regret}) => regret),
      };
    });
    const all = (value: (total: (typeof totals)[number]) => number) => totals.reduce((sum, total) => sum + value(total), 0);
    const most = (value: (total: (typeof totals)[number]) => number) => totals.reduce((max, total) => Math.max(max, value(total)), 0);
    const tell = (what: string, sum: number, value: number, off?: number) =>
      told.push({name: `${name}: ${what}`, column: column(layout.fairness(sum)), value, ...(off === undefined ? {} : {off})});
    tell(
      "slips",
      SLIPS,
      all(({slips}) => slips),
    );
    tell(
      "skips",
      SKIPS,
      all(({skips}) => skips),
    );
    tell(
      "skipped",
      SKIPPED,
      all(({skips}) => (skips > 0 ? 1 : 0)),
    );
    tell(
      "switches",
      SWITCHES,
      all(({switches}) => switches),
    );
    const size = all(({discrimination}) => Math.abs(discrimination)); // what rounding is measured by: the sum itself may be zero
    tell(
      "discrimination",
      DISCRIMINATION,
      all(({discrimination}) => discrimination),
      1e-9 * Math.max(1, size),
    );
    tell(
      "squared discrimination",
      DISCRIMINATION_SQUARED,
      all(({discrimination}) => discrimination ** 2),
    );
    tell(
      "people with regret",
      REGRETS,
      all(({regret}) => (regret > 0 ? 1 : 0)),
    );
    tell(
      "regret",
      REGRET,
      all(({regret}) => regret),
    );
    tell(
      "most slips",
      MOST_SLIPS,
      most(({slips}) => slips),
    );
    tell(
      "most skips",
      MOST_SKIPS,
      most(({skips}) => skips),
    );
  }

  function tellGroup(name: string, some: Visit[], column: (sum: number) => number, hasOvertaken: boolean): void {
    const tell = (what: string, sum: number, value: number) => told.push({name: `${name}: ${what}`, column: column(sum), value});
    const total = (of: Visit[], value: (visit: Visit) => number) => of.reduce((sum, visit) => sum + value(visit), 0);
    const of = (outcome: Outcome) => some.filter((visit) => visit.outcome === outcome);
    tell("offered", OFFERED, some.length);
    for (const [outcome, sum, word] of OUTCOMES) tell(word, sum, of(outcome).length);
    tell(
      "delayed",
      DELAYED,
      total([...of("served"), ...of("gave up")], (visit) => (visit.wait > 0 ? 1 : 0)),
    );
    tell(
      "wait of the served",
      WAIT_SERVED,
      total(of("served"), (visit) => visit.wait),
    );
    tell(
      "squared wait of the served",
      WAIT_SERVED_SQUARED,
      total(of("served"), (visit) => visit.wait ** 2),
    );
    tell(
      "wait of those who gave up",
      WAIT_GAVE_UP,
      total(of("gave up"), (visit) => visit.wait),
    );
    tell(
      "squared wait of those who gave up",
      WAIT_GAVE_UP_SQUARED,
      total(of("gave up"), (visit) => visit.wait ** 2),
    );
    tell(
      "time in system",
      SOJOURN,
      total(of("served"), (visit) => visit.sojourn),
    );
    tell(
      "squared time in system",
      SOJOURN_SQUARED,
      total(of("served"), (visit) => visit.sojourn ** 2),
    );
    if (hasOvertaken)
      tell(
        "overtaken",
        OVERTAKEN,
        total(some, (visit) => (visit.isOvertaken ? 1 : 0)),
      );
    measures.waitWithin.forEach((within, i) => {
      const inTime = (visit: Visit) => (visit.wait <= within ? 1 : 0);
      tell(`served within ${within}`, layout.servedWithin(i), total(of("served"), inTime));
      tell(
        `delayed and served within ${within}`,
        layout.delayedServedWithin(i),
        total(
          of("served").filter((visit) => visit.wait > 0),
          inTime,
        ),
      );
      tell(`gave up within ${within}`, layout.gaveUpWithin(i), total(of("gave up"), inTime));
    });
    measures.sojournWithin.forEach((within, i) => {
      tell(
        `time in system within ${within}`,
        layout.sojournsWithin(i),
        total(of("served"), (visit) => (visit.sojourn <= within ? 1 : 0)),
      );
    });
  }

  function area(kind: number, station: Row, start: number, end: number): number {
    return stays
      .filter((stay) => stay.kind === kind && (kind === -1 || stay.station === station))
      .reduce((sum, stay) => sum + Math.max(0, Math.min(stay.to, end) - Math.max(stay.from, start)), 0);
  }
  /** Most people who stood in line from one moment (or counted arrival) to another. */
  function peak(station: Row, start: number, end: number): number {
    const waiting = new Set<number>();
    let most = 0;
    let isWithin = false;
    for (const {at, kind, customer, station: where, standsInLine} of log.events) {
      const isPast = byCustomers ? kind === AT_DOOR && customer === log.customers.length - 1 : at >= end;
      if (isPast) return Math.max(most, isWithin ? 0 : waiting.size);
      const isBegun: boolean = isWithin || (byCustomers ? customer >= horizon.warmUpCustomers : at >= start);
      if (isBegun && !isWithin) most = waiting.size;
      isWithin = isBegun;
      if (where !== station) continue;
      if (kind === INTERRUPTED || standsInLine) waiting.add(customer);
      else if (kind !== SWITCHED) waiting.delete(customer);
      if (isWithin) most = Math.max(most, waiting.size);
    }
    return most;
  }
  const clocks: [number, string][] = [
    [WAITING_AREA, "waiting area"],
    [SYSTEM_AREA, "system area"],
    [BUSY, "busy"],
    [WALKING, "walking"],
  ];

  const counted = visits.filter(isCounted);
  const periodOf = (at: number) => {
    let period = 0;
    while (period < layout.periods - 1 && at >= measures.periodAt[period + 1]) period++;
    return period;
  };
  layout.groups.forEach((group, row) => {
    const isAll = group.class === -1;
    const some = counted.filter((visit) => visit.station === group.station && (isAll || visit.class === group.class));
    if (layout.isSingleVisit)
      for (const visit of some)
        visit.isOvertaken = visits.some((other) => other.customer === visit.customer && other.station === 0 && other.isOvertaken);
    const name = `${group.station < 0 ? "visit" : names.stations[group.station]}${isAll ? "" : `, ${names.classes[group.class]}`}`;
    const hasOvertaken = group.station >= 0 || layout.isSingleVisit;
    tellGroup(name, some, (sum) => layout.overall(row, sum), hasOvertaken);
    tellFairness(name, some, (sum) => layout.overall(row, sum));
    for (let period = 0; period < layout.periods; period++) {
      const inPeriod = some.filter((visit) => periodOf(visit.from) === period);
      tellGroup(`${name}, period ${period}`, inPeriod, (sum) => layout.period(period, row, sum), hasOvertaken);
      tellFairness(`${name}, period ${period}`, inPeriod, (sum) => layout.period(period, row, sum));
    }
  });
  const idle = idleTimes(model, log.events, log.staffing);
  const idleOf = (station: Row, start: number, end: number) =>
    idle
      .filter((stretch) => stretch.station === station)
      .reduce((sum, stretch) => sum + stretch.servers * Math.max(0, Math.min(stretch.to, end) - Math.max(stretch.from, start)), 0);
  names.stations.forEach((station, row) => {
    if (layout.hasFairness)
      told.push({name: `${station}: idle while waiting`, column: layout.clock(row, IDLE_WAITING), value: idleOf(row, from, to)});
    for (const [kind, word] of clocks) {
      told.push({name: `${station}: ${word}`, column: layout.clock(row, kind), value: area(kind, row, from, to)});
      for (let period = 0; period < layout.periods; period++) {
        const end = period === layout.periods - 1 ? Infinity : measures.periodAt[period + 1];
        told.push({
          name: `${station}, period ${period}: ${word}`,
          column: layout.clockPeriod(period, row, kind),
          value: area(kind, row, measures.periodAt[period], end),
        });
      }
    }
    for (let period = 0; period < layout.periods; period++) {
      const end = period === layout.periods - 1 ? Infinity : measures.periodAt[period + 1];
      told.push({
        name: `${station}, period ${period}: most waiting`,
        column: layout.clockPeriod(period, row, PEAK_WAITING),
        value: peak(row, measures.periodAt[period], end),
      });
    }
    told.push({name: `${station}: most waiting`, column: layout.clock(row, PEAK_WAITING), value: peak(row, from, to)});
  });
  if (layout.bookColumns > 0) told.push(...appointmentSums(model, layout, log, visits));
  told.push({name: "place area", column: layout.day(PLACE_AREA), value: area(-1, -1, from, to)});
  const arrived = log.events.filter(
    (event) => event.kind === AT_DOOR && isCounted(visits.find((visit) => visit.customer === event.customer)!),
  ).length;
  told.push({name: "arrived", column: layout.day(ARRIVED), value: arrived});
  return told;
}

/** Earliness, the wait at each position of a book, and the idle time after the last where servers do nothing but serve. */
function appointmentSums(model: Model, layout: RowLayout, log: ToldLog, visits: Visit[]): ToldSum[] {
  const told: ToldSum[] = [];
  const done = visits.filter(({station, outcome, customer}) => {
    return station < 0 && (outcome === "served" || outcome === "gave up") && !Number.isNaN(log.customers[customer].appointment);
  });
  for (const [row, name] of model.names.classes.entries()) {
    const value = done.reduce((sum, visit) => sum + (visit.class === row ? visit.early : 0), 0);
    told.push({name: `early, ${name}`, column: layout.early(row), value});
  }
  for (const [position, where] of layout.positions.entries()) {
    const mine = done.filter(({customer}) => log.customers[customer].booked === position);
    const name = `position ${where.position} of ${model.names.sources[where.source]}`;
    told.push({name: `${name}: finished`, column: layout.position(position, POSITION_FINISHED), value: mine.length});
    told.push({
      name: `${name}: wait`,
      column: layout.position(position, POSITION_WAIT),
      value: mine.reduce((sum, visit) => sum + visit.wait, 0),
    });
  }
  const {endsAt, startsAt} = model.horizon;
  const last = log.events.reduce((latest, {at, kind}) => (kind === LEFT ? Math.max(latest, at) : latest), startsAt);
  told.push({name: "had overtime", column: layout.hadOvertime, value: last > endsAt ? 1 : 0});
  const from = model.sources.reduce((latest, {book}) => Math.max(latest, ...(book?.appointmentAt ?? [])), last);
  for (const [station, {staffAt, staff, crew, opensAt}] of model.stations.entries()) {
    if (crew || opensAt > 0) continue; // not all that is on the schedule is idle
    let value = 0;
    staffAt.forEach((at, i) => {
      value += staff[i] * Math.max(0, Math.min(staffAt[i + 1] ?? Infinity, endsAt) - Math.max(at, from));
    });
    told.push({name: `idle after the last at ${model.names.stations[station]}`, column: layout.idleAfterLast(station), value});
  }
  return told;
}
