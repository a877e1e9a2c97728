/**
 * Servers come on duty and leave it, as the schedule says. The rules are in docs/conventions.md, "Servers".
 */
import {FINISH, NOBODY, type Row} from "../model/model.ts";
import type {Customer} from "./customer.ts";
import type {Line} from "./lines.ts";
import {AFTER, AWAY, HELD, IDLE, LANES, OFF, PLACES, type Place, POOL, RELEASED, type Station, WINDOWS} from "./station.ts";
import {type Lanes, moveLane} from "./switching.ts";

/** What the schedule asks of the loop. */
export interface Floor extends Lanes {
  /** A server calls when the staff of this instant is settled. */
  scheduleCall(caller: number): void;
  /** The customer in hand goes back to the head of the line. */
  interrupt(customer: Customer, station: Station, rule: number): void;
  /** Whoever was interrupted stands at the head of the line again. */
  restoreToLine(customer: Customer, station: Station): void;
  /** Who waits at a window, or is on the way there, goes back to the head of the one line. */
  sendBack(customer: Customer, station: Station): void;
  /** Somebody may want to switch lanes now. */
  mayUnsettle(station: Station): void;
}

export class Staffing {
  private readonly floor: Floor;

  constructor(floor: Floor) {
    this.floor = floor;
  }

  /** From now on so many servers are scheduled. */
  change(station: Station, staff: number): void {
    const {opensAt, opensLeast} = station.table;
    station.scheduled = staff;
    this.set(station, opensAt === 0 ? staff : Math.min(staff, Math.max(opensLeast, station.staff)));
  }

  /** From now on so many servers are to be there. */
  set(station: Station, staff: number): void {
    station.staffUpToNow();
    station.staff = staff;
    if (station.mode === POOL) this.changePool(station, staff);
    else this.changePlaces(station, staff);
    this.floor.mayUnsettle(station);
  }

  private changePool(station: Station, staff: number): void {
    while (station.onDuty < staff) {
      station.onDuty++;
      station.released++;
      this.floor.scheduleCall(station.caller);
    }
    while (station.onDuty > staff) {
      if (station.idle > 0) station.idle--;
      else if (station.released > 0) station.released--;
      else if (station.table.leaving === FINISH || station.inService.length === 0)
        return; // the busy leave when done, and so do those at work without a customer
      else this.floor.interrupt(station.inService.pop()!, station, station.table.leaving);
      station.onDuty--;
    }
  }

  private changePlaces(station: Station, staff: number): void {
    const hasOneLine = station.mode !== LANES && station.table.leaving !== FINISH;
    const interrupted = hasOneLine ? inHandFrom(station.places, staff) : [];
    const sentBack = hasOneLine && station.mode === PLACES ? waitingFrom(station.places, staff) : [];
    for (const place of station.places) {
      place.isOpen = place.index < staff;
      place.keptFor = keptFor(station, place.index);
    }
    for (const place of station.places) {
      if (!place.isOpen) this.close(station, place);
      else if (place.state === OFF) this.open(station, place);
    }
    station.crew?.countStaff();
    for (const customer of sentBack) this.floor.sendBack(customer, station);
    for (const customer of interrupted) this.floor.restoreToLine(customer, station);
    if (station.waiting > 0) this.releaseIdle(station);
  }

  releaseIdle(station: Station): void {
    releaseIdle(station, this.floor);
  }

  /** A server with hours of its own comes, or leaves. */
  changePerson(station: Station, place: Place, isOpen: boolean): void {
    station.staffUpToNow();
    place.isOpen = isOpen;
    const inHand = place.customer;
    if (!isOpen) this.close(station, place);
    else if (place.state === OFF) this.open(station, place);
    station.crew!.countStaff();
    if (inHand !== null && place.customer === null) {
      this.floor.restoreToLine(inHand, station);
      releaseIdle(station, this.floor);
    }
    station.crew!.sendToLunch();
  }

  private open(station: Station, place: Place): void {
    station.onDuty++;
    place.state = RELEASED;
    station.crew?.cameOnDuty(place);
    this.floor.scheduleCall(place.caller);
  }

  private close(station: Station, place: Place): void {
    if (place.state === OFF) return;
    if (place.state === AWAY) return station.crew!.shiftEndsAway(place);
    if (place.state === AFTER) {
      if (station.table.leaving !== FINISH && station.mode === LANES && station.staff > 0) moveLane(station, place, this.floor);
      return; // leaves when done
    }
    if (station.table.leaving === FINISH && (place.state === HELD || hasWaiting(station, place))) return; // leaves when done
    if (place.state === IDLE) station.idle--;
    const inHand = place.customer;
    place.customer = null;
    if (inHand !== null) this.floor.interrupt(inHand, station, station.table.leaving);
    place.switchOff();
    if (station.mode === LANES && station.staff > 0) moveLane(station, place, this.floor);
  }
}

/** The class that a window serves only: the leftmost are kept, in the order of classes, as long as another serves everybody. */
function keptFor({staff, table: {kept}}: Station, index: number): Row {
  return index < kept.length && index < staff - 1 ? kept[index] : NOBODY;
}

/** Whoever was interrupted, or may now be served by servers that were kept for others, is called by those who are idle. */
export function releaseIdle(station: Station, floor: {scheduleCall(caller: number): void}): void {
  if (station.mode !== WINDOWS || station.idle === 0) return;
  station.areasUpToNow();
  for (const place of station.places) {
    if (place.state !== IDLE) continue;
    station.idle--;
    place.state = RELEASED;
    floor.scheduleCall(place.caller);
  }
}

/** The line where a customer waits, or would wait. */
export function lineOf(customer: Customer, station: Station): Line {
  const lines = customer.place === null ? station.lines : customer.place.lines;
  if (lines.length === 1) return lines[0];
  return lines[station.hasClassLists ? customer.classRow : customer.rank];
}

/** Is anybody waiting in the place's own line, or on the way to wait at the window? */
export function hasWaiting({mode, waitingIn}: Station, {index, coming}: Place): boolean {
  return (mode === LANES || mode === PLACES) && (waitingIn[index] > 0 || coming.length > 0);
}

/** Who waits at the windows from a place on, in the order of going back to the head: the last window first, and there who is last. */
function waitingFrom(places: readonly Place[], first: number): Customer[] {
  const customers: Customer[] = [];
  for (const {lines, coming} of places.slice(first)) {
    lines[0].addTo(customers);
    customers.push(...coming);
  }
  return customers.reverse();
}

/** Whom the windows from a place on have in hand, in the order of going back to the head: who walks up, then who started last. */
function inHandFrom(places: readonly Place[], first: number): Customer[] {
  const customers = places.slice(first).flatMap(({customer}) => (customer === null ? [] : [customer]));
  return customers.sort((a, b) => a.state - b.state || b.pending - a.pending); // walking is before in service; events are numbered
}
