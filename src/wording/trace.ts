/**
 * A trace: what happened in one replication, one line per visit of a customer to a station, as comma-separated values (RFC 4180).
 * Columns are the house's terms with their unit; moments and lengths are in seconds, at full precision. The same in every language.
 */
import type {Model} from "../model/model.ts";
import type {EventLog} from "../replication/event-log.ts";
import {type Visit, visitsOf} from "../replication/visits.ts";

/** Customers and places are counted from 1; what never happened is empty. */
const COLUMNS = [
  "customer",
  "class",
  "isCounted",
  "station",
  "outcome",
  "appointmentAt_s",
  "joinedAt_s",
  "calledAt_s",
  "startedAt_s",
  "leftAt_s",
  "waitTime_s",
  "serviceTime_s",
  "sojournTime_s",
  "patience_s",
  "lane",
  "server",
  "waitingAhead",
  "inServiceAhead",
  "slips",
  "skips",
  "switches",
  "interruptions",
] as const;

export function traceText(model: Model, log: EventLog): string {
  const lines = [COLUMNS.join(",")];
  const visits = visitsOf(log);
  for (const visit of visits) lines.push(lineOf(visit, model, log));
  const came = new Set(visits.map(({customer}) => customer));
  log.customers.forEach((_, customer) => {
    if (!came.has(customer)) lines.push(lineOfAbsent(customer, model, log));
  });
  return `${lines.join("\n")}\n`;
}

function lineOf(visit: Visit, model: Model, log: EventLog): string {
  const {customer, station, joinedAt, calledAt, startedAt, leftAt, outcome} = visit;
  const {names} = model;
  const {class: row, patience, appointment} = log.customers[customer];
  const isDropped = outcome === "refused" && leftAt > joinedAt; // from a full room, having waited in it
  const hasJoined = station >= 0 && outcome !== "went away" && (outcome !== "refused" || isDropped);
  const waitedUntil = Number.isNaN(startedAt) && outcome !== "still there" ? leftAt : startedAt;
  const cells: Record<(typeof COLUMNS)[number], string> = {
    customer: `${customer + 1}`,
    class: quoted(names.classes[row]),
    isCounted: `${isCounted(model, customer, log.customers[customer].at)}`,
    station: station < 0 ? "" : quoted(names.stations[station]),
    outcome,
    appointmentAt_s: number(appointment),
    joinedAt_s: number(joinedAt),
    calledAt_s: number(calledAt),
    startedAt_s: number(startedAt),
    leftAt_s: number(leftAt),
    waitTime_s: hasJoined ? number(waitSince(waitedUntil, joinedAt, appointment)) : "",
    serviceTime_s: Number.isNaN(startedAt) ? "" : number(visit.serviceTime),
    sojournTime_s: hasJoined ? number(leftAt - joinedAt) : "",
    patience_s: number(patience),
    lane: place(visit.lane),
    server: place(visit.place),
    waitingAhead: hasJoined ? `${visit.waitingAhead}` : "",
    inServiceAhead: hasJoined ? `${visit.inHandAhead}` : "",
    slips: hasJoined ? `${visit.overtakenBy.length}` : "",
    skips: hasJoined ? `${visit.overtook.length}` : "",
    switches: hasJoined ? `${visit.switches.length}` : "",
    interruptions: hasJoined ? `${visit.interruptions.length}` : "",
  };
  return COLUMNS.map((column) => cells[column]).join(",");
}

/** The wait of the booked begins with the later of joining and the appointment. */
function waitSince(until: number, joinedAt: number, appointment: number): number {
  return appointment > joinedAt ? Math.max(0, until - appointment) : until - joinedAt;
}

/** Booked, and never let in. */
function lineOfAbsent(customer: number, model: Model, log: EventLog): string {
  const {class: row, appointment} = log.customers[customer];
  const known: Partial<Record<(typeof COLUMNS)[number], string>> = {
    customer: `${customer + 1}`,
    class: quoted(model.names.classes[row]),
    isCounted: "true",
    outcome: "absent",
    appointmentAt_s: number(appointment),
  };
  return COLUMNS.map((column) => known[column] ?? "").join(",");
}

/** Whether estimates speak of this customer: not in a warm-up, nor behind the counted window. */
function isCounted({horizon}: Model, customer: number, at: number): boolean {
  if (horizon.isDay) return true;
  return horizon.customers < Infinity ? customer >= horizon.warmUpCustomers : at >= horizon.warmUp && at < horizon.endsAt;
}

const number = (value: number): string => (Number.isFinite(value) ? `${value}` : "");
const place = (row: number): string => (row < 0 ? "" : `${row + 1}`);

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
