/**
 * Who was passed over and what everybody got, told again from the event log by brute force: every pair of visits, every moment for
 * everybody who is there. Nothing in common with `src/replication/fairness.ts` but the rules.
 */
import {
  CALLED,
  DROPPED_AT,
  ENDED,
  GAVE_UP_AT,
  INTERRUPTED,
  JOINED,
  STARTED,
  SWITCHED,
  TURNED_AWAY_AT,
} from "../../src/replication/event-log.ts";
import {LINE_EACH, type Model, type Row} from "../../src/model/model.ts";
import type {Staffed, ToldEvent} from "./oracle.ts";

/** A visit to a station, in the order of joining. */
export interface FairVisit {
  customer: number;
  station: Row;
  slips: number;
  skips: number;
  switches: number;
  discrimination: number; // server seconds
  regret: number; // seconds of work ahead beyond the least
}

/** Server seconds idle while somebody waits, from one moment to another. */
export interface Idle {
  station: Row;
  from: number;
  to: number;
  servers: number;
}

const IS_OVER = new Set([ENDED, GAVE_UP_AT, DROPPED_AT, TURNED_AWAY_AT]);

interface Told extends FairVisit {
  joined: number; // place in the log
  called: number;
  waitedUntil: number;
}

export function fairVisits(model: Model, events: readonly ToldEvent[]): FairVisit[] {
  const all: Told[] = [];
  model.stations.forEach((table, station) => {
    const here: Told[] = [];
    const present = new Map<number, Told>();
    const served = new Set<number>();
    let last = 0;
    events.forEach(({at, kind, customer, station: where, regret}, order) => {
      if (where !== station) return;
      for (const [number, visit] of present)
        visit.discrimination += (at - last) * ((served.has(number) ? 1 : 0) - served.size / present.size);
      last = at;
      if (kind === JOINED) {
        const visit = {customer, station, slips: 0, skips: 0, switches: 0, discrimination: 0, regret: regret ?? 0};
        present.set(customer, {...visit, joined: order, called: Infinity, waitedUntil: Infinity});
        here.push(present.get(customer)!);
      }
      const visit = present.get(customer);
      if (visit === undefined) return; // refused
      if (kind === CALLED && visit.called === Infinity) visit.called = order;
      if (kind === CALLED || IS_OVER.has(kind)) visit.waitedUntil = Math.min(visit.waitedUntil, order);
      if (kind === SWITCHED && table.line === LINE_EACH) visit.switches++;
      if (kind === STARTED) served.add(customer);
      if (kind === ENDED || kind === INTERRUPTED) served.delete(customer);
      if (IS_OVER.has(kind)) present.delete(customer);
    });
    here.forEach((earlier, i) => {
      for (const later of here.slice(i + 1)) {
        if (later.called > earlier.waitedUntil) continue;
        earlier.slips++;
        later.skips++;
      }
    });
    all.push(...here);
  });
  return all;
}

export function idleTimes(model: Model, events: readonly ToldEvent[], staffing: readonly Staffed[]): Idle[] {
  const {horizon, stations} = model;
  return stations.flatMap(({staffAt, staff, servers, line, walkFirst, walkEach, kept, places, reach}, station) => {
    const isPool = line !== LINE_EACH && walkFirst === 0 && walkEach === 0 && places === 0 && kept.length === 0 && !reach;
    const told = staffing.filter((one) => one.station === station);
    const table = [...staffAt].map((at, i) => ({at, staff: staff[i]})).filter(({at}) => !horizon.isDay || at < horizon.endsAt);
    const here = told.length > 0 ? told : table;
    const changes = here.map(({at}) => at);
    const staffOn = (time: number) => here.filter(({at}) => at <= time).at(-1)?.staff ?? 0;
    const mine = events.filter((event) => event.station === station);
    const last = Math.min(events.at(-1)?.at ?? 0, horizon.isDay ? horizon.endsAt : Infinity);
    const moments = [...new Set([...mine.map(({at}) => at), ...changes, last])].filter((at) => at <= last).sort((a, b) => a - b);
    const waiting = new Set<number>();
    const inHand = new Map<number, number>(); // places, by customer
    let next = 0;
    return moments.slice(0, -1).map((from, i): Idle => {
      for (; next < mine.length && mine[next].at <= from; next++) {
        const {kind, customer, place} = mine[next];
        if (kind === JOINED || kind === INTERRUPTED) waiting.add(customer);
        if (kind === CALLED) inHand.set(customer, place);
        if (kind === INTERRUPTED || kind === ENDED) inHand.delete(customer);
        if (kind === CALLED || IS_OVER.has(kind)) waiting.delete(customer);
      }
      const onDuty = staffOn(from);
      const taken = new Set(inHand.values());
      const free = isPool
        ? Math.max(0, onDuty - inHand.size)
        : Array.from({length: servers}, (_, place) => place).filter((place) => place < onDuty && !taken.has(place)).length;
      return {station, from, to: moments[i + 1], servers: waiting.size > 0 ? free : 0};
    });
  });
}
