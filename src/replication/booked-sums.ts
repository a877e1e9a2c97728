/**
 * What is written down of people with an appointment: their earliness, their waits by position in the book, and what makes a
 * session (`row.ts`, "of models with an appointment book"). Waiting before one's appointment is earliness and no part of the wait.
 */
import type {Model} from "../model/model.ts";
import type {Clock} from "../units.ts";
import type {Customer} from "./customer.ts";
import {POSITION_FINISHED, POSITION_SUMS, POSITION_WAIT, type RowLayout} from "./row.ts";
import type {Clock as Now, Station} from "./station.ts";

export class BookedSums {
  private readonly model: Model;
  private readonly layout: RowLayout;
  private readonly now: Now;
  private readonly early: Float64Array; // seconds, by class
  private readonly positions: Float64Array; // POSITION_SUMS by position
  private readonly lastAppointmentAt: Clock;
  private readonly stations: readonly Station[];
  private readonly followed: readonly Station[]; // whose idle time is not what is on the schedule

  constructor(model: Model, layout: RowLayout, now: Now, stations: readonly Station[]) {
    this.model = model;
    this.layout = layout;
    this.now = now;
    this.early = new Float64Array(model.classes.length);
    this.positions = new Float64Array(layout.positions.length * POSITION_SUMS);
    this.lastAppointmentAt = model.sources.reduce((last, {book}) => Math.max(last, book?.appointmentAt.at(-1) ?? -Infinity), -Infinity);
    this.stations = stations;
    this.followed = stations.filter(({table, crew}) => crew !== null || table.opensAt > 0);
    for (const station of this.followed) station.followIdle(this.lastAppointmentAt);
  }

  clear(): void {
    this.early.fill(0);
    this.positions.fill(0);
  }

  /** Takes the part before the appointment out of a wait at a station that ends now. */
  leaveOutEarly(customer: Customer): void {
    const {appointment, joinedAt} = customer;
    if (!(appointment > joinedAt)) return;
    const {now} = this.now;
    if (now > appointment) {
      customer.waited = now - appointment;
      customer.early += appointment - joinedAt;
    } else {
      customer.waited = 0;
      customer.early += now - joinedAt;
    }
  }

  /** A customer was served, or gave up, after a wait in seconds that stands in `totalWait`. */
  finished({appointment, classRow, early, booked, totalWait}: Customer): void {
    if (Number.isNaN(appointment)) return;
    this.early[classRow] += early;
    this.positions[booked * POSITION_SUMS + POSITION_FINISHED]++;
    this.positions[booked * POSITION_SUMS + POSITION_WAIT] += totalWait;
  }

  /** Somebody leaves, it may be the last. */
  departs(): void {
    for (const station of this.followed) station.idleBegins();
  }

  /** Hands everything over; `lastDeparture` of anybody, in seconds. */
  writeTo(row: Float64Array, lastDeparture: Clock): void {
    const {layout, model, early, positions} = this;
    const {endsAt} = model.horizon;
    for (let of = 0; of < early.length; of++) row[layout.early(of)] = early[of];
    for (let i = 0; i < positions.length; i++) row[layout.position(0, 0) + i] = positions[i];
    row[layout.hadOvertime] = lastDeparture > endsAt ? 1 : 0;
    const from = Math.max(lastDeparture, this.lastAppointmentAt);
    for (const station of this.stations) row[layout.idleAfterLast(station.row)] = scheduledTime(model, station.row, from);
    for (const station of this.followed) row[layout.idleAfterLast(station.row)] = station.idleSince;
    this.clear();
  }
}

/** Server seconds on the schedule of a station from a moment until closing: all of them idle, where servers do nothing but serve. */
function scheduledTime({stations, horizon}: Model, station: number, from: Clock): number {
  const {staffAt, staff} = stations[station];
  let seconds = 0;
  for (let i = 0; i < staffAt.length; i++) {
    const until = i + 1 < staffAt.length ? Math.min(staffAt[i + 1], horizon.endsAt) : horizon.endsAt;
    seconds += staff[i] * Math.max(0, until - Math.max(from, staffAt[i]));
  }
  return seconds;
}
