/**
 * What happened to each customer, from the event log: one entry per visit to a station, in the order of coming there. For traces and
 * stories; the rules are those of docs/conventions.md.
 */
import type {Row} from "../model/model.ts";
import {
  CALLED,
  DROPPED_AT,
  ENDED,
  type EventLog,
  GAVE_UP_AT,
  INTERRUPTED,
  JOINED,
  LEFT,
  type LoggedEvent,
  REFUSED_AT,
  STARTED,
  SWITCHED,
  TURNED_AWAY_AT,
} from "./event-log.ts";

export type Outcome = "served" | "gave up" | "refused" | "turned away" | "went away" | "still there";

/** Moments are clocks in seconds, NaN: never; people are numbers at the door, from 0. */
export interface Visit {
  customer: number;
  station: Row; // -1: left without seeing a station
  joinedAt: number; // or came there, where they did not join
  lane: number; // joined; -1: the one line, or none
  /** People there at that moment: waiting in that line, and with that line's servers. */
  waitingAhead: number;
  inHandAhead: number;
  calledAt: number; // first
  startedAt: number; // first
  serviceTime: number; // seconds, all parts of it
  place: number; // of the last server; -1: servers without places, or none
  leftAt: number; // the station
  outcome: Outcome;
  overtakenBy: number[]; // later arrivals who were called first
  overtook: number[]; // earlier arrivals who waited when this one was called
  switches: {at: number; from: number; to: number}[];
  interruptions: number[]; // moments
}

/** In the order of the log: by coming to the station. */
export function visitsOf({customers, events}: EventLog): Visit[] {
  const visits: Visit[] = [];
  const here = new Map<number, Visit>(); // by customer
  const hasBeen = new Uint8Array(customers.length); // at some station
  const present = new Map<Row, Visit[]>(); // by station, in the order of joining
  const servedSince = new Map<number, number>();
  const inHand = new Set<number>(); // of a server: walking up or being served

  const begin = ({at, customer, station, place}: LoggedEvent): Visit => {
    const visit: Visit = {
      customer,
      station,
      joinedAt: at,
      lane: place,
      waitingAhead: 0,
      inHandAhead: 0,
      calledAt: Number.NaN,
      startedAt: Number.NaN,
      serviceTime: 0,
      place: -1,
      leftAt: Number.NaN,
      outcome: "still there",
      overtakenBy: [],
      overtook: [],
      switches: [],
      interruptions: [],
    };
    hasBeen[customer] = 1;
    visits.push(visit);
    return visit;
  };
  const end = (visit: Visit, at: number, outcome: Outcome) => {
    visit.leftAt = at;
    visit.outcome = outcome;
    here.delete(visit.customer);
    inHand.delete(visit.customer);
    const others = present.get(visit.station) ?? [];
    const row = others.indexOf(visit);
    if (row >= 0) others.splice(row, 1);
  };

  for (const event of events) {
    const {at, kind, customer, station, place} = event;
    const visit = here.get(customer);
    if (kind === JOINED) {
      const joined = begin(event);
      const others = present.get(station) ?? [];
      for (const other of others) {
        if (place >= 0 && laneOf(other) !== place) continue;
        if (inHand.has(other.customer)) joined.inHandAhead++;
        else joined.waitingAhead++;
      }
      present.set(station, [...others, joined]);
      here.set(customer, joined);
    } else if (kind === LEFT) {
      if (hasBeen[customer] === 0) end(begin(event), at, "went away");
      else if (visit !== undefined) end(visit, at, "went away");
    } else if (visit === undefined) {
      if (station >= 0) end(begin(event), at, kind === REFUSED_AT ? "refused" : "went away"); // turned round at the door
    } else if (kind === CALLED) {
      visit.place = place;
      if (Number.isNaN(visit.calledAt)) {
        visit.calledAt = at;
        for (const other of present.get(station) ?? []) {
          if (other === visit) break;
          if (!Number.isNaN(other.calledAt)) continue;
          other.overtakenBy.push(customer);
          visit.overtook.push(other.customer);
        }
      }
      inHand.add(customer);
    } else if (kind === STARTED) {
      if (Number.isNaN(visit.startedAt)) visit.startedAt = at;
      servedSince.set(customer, at);
    } else if (kind === INTERRUPTED) {
      inHand.delete(customer);
      visit.interruptions.push(at);
      visit.serviceTime += at - (servedSince.get(customer) ?? at);
      servedSince.delete(customer);
    } else if (kind === SWITCHED) {
      visit.switches.push({at, from: visit.switches.at(-1)?.to ?? visit.lane, to: place});
    } else if (kind === ENDED) {
      visit.serviceTime += at - (servedSince.get(customer) ?? at);
      servedSince.delete(customer);
      end(visit, at, "served");
    } else if (kind === GAVE_UP_AT) end(visit, at, "gave up");
    else if (kind === DROPPED_AT) end(visit, at, "refused");
    else if (kind === TURNED_AWAY_AT) end(visit, at, "turned away");
    else if (kind === REFUSED_AT) end(visit, at, "refused");
  }
  return visits;
}

/** Where somebody stands now. */
function laneOf({lane, switches}: Visit): Row {
  return switches.at(-1)?.to ?? lane;
}
