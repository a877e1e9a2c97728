/**
 * Last in line: while nobody stands behind a customer, their patience runs so many times as fast.
 * Last is who would be called last (in random order, where nobody knows, who joined last), in each line by itself. Where priority
 * grows with the wait that changes while nobody moves, so the two are not read together.
 *
 *   pace      seconds of patience used up in a second
 *   left      seconds of patience left when the pace last changed
 *
 * Source: Buell (2021), "Last-Place Aversion in Queues", Management Science 67(3), 1430-1452.
 */
import type {Model} from "../model/model.ts";
import {PATIENCE, type Calendar} from "./calendar.ts";
import type {Customer} from "./customer.ts";
import {lastLine} from "./heads.ts";
import {type Clock, type Place, Station} from "./station.ts";

export function hasUnhappyLast({classes}: Model): boolean {
  return classes.some(({lastInLine}) => lastInLine !== 1);
}

export class LastInLine {
  private readonly model: Model;
  private readonly calendar: Calendar;
  private readonly clock: Clock;
  private readonly last: (Customer | null)[] = []; // by the place that people wait at

  constructor(model: Model, calendar: Calendar, clock: Clock) {
    this.model = model;
    this.calendar = calendar;
    this.clock = clock;
  }

  restart(): void {
    this.last.length = 0;
  }

  /** Somebody's patience begins, and is scheduled already. */
  begins(customer: Customer, patience: number): void {
    customer.pace = 1;
    customer.paceSince = this.clock.now;
    if (customer.appointment > this.clock.now) customer.paceSince = customer.appointment; // no impatience before one's time
    customer.patienceLeft = patience;
  }

  /** Somebody has joined the line of a place; who stood last is told before them. */
  joined(customer: Customer, at: Station | Place): void {
    const before = this.last[at.caller] ?? null;
    const last = this.lastOf(at);
    this.last[at.caller] = last;
    if (before !== null && before !== last) this.setPace(before, 1);
    if (customer !== last) this.setPace(customer, 1);
    else this.setPace(customer, this.model.classes[customer.classRow].lastInLine);
  }

  /** Somebody has left the line of a place. */
  left(at: Station | Place): void {
    const last = this.lastOf(at);
    if (last === (this.last[at.caller] ?? null)) return;
    this.last[at.caller] = last;
    if (last !== null) this.setPace(last, this.model.classes[last.classRow].lastInLine);
  }

  /** On the way to another line, or at a window with the whole line behind them, nobody is last. */
  isBetweenLines(customer: Customer): void {
    this.setPace(customer, 1);
  }

  private lastOf(at: Station | Place): Customer | null {
    const station = at instanceof Station ? at : at.station;
    return at.lines.some((line) => line.size > 0) ? lastLine(station, at.lines).last() : null;
  }

  /** Nothing for those whose patience is endless, or over. */
  private setPace(customer: Customer, pace: number): void {
    if (customer.pending < 0 || customer.patienceLeft === Infinity || customer.pace === pace) return;
    const now = Math.max(this.clock.now, customer.paceSince);
    customer.patienceLeft = Math.max(0, customer.patienceLeft - (now - customer.paceSince) * customer.pace);
    customer.paceSince = now;
    customer.pace = pace;
    this.calendar.due = now + customer.patienceLeft / pace;
    customer.patienceEndsAt = this.calendar.due;
    customer.pending = this.calendar.schedule(PATIENCE, customer.row);
  }
}
