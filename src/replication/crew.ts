/**
 * What the servers of a station do besides serving: set-up, after-work, breaks, lunch in turn, breakdowns; and how fast each of them is.
 * The rules are in docs/conventions.md, "Servers who do more than serve". A station where they only serve has no crew.
 */
import {AT_ONCE, type CrewTable, END_ON_TIME, RESUME, SKIP_WHEN_BEHIND} from "../model/model.ts";
import {deriveKey} from "../random/keys.ts";
import {VariateAt} from "../random/variate-at.ts";
import type {Clock as ClockTime, Seconds} from "../units.ts";
import {SCHEDULE, SERVICE_END, TIMER} from "./calendar.ts";
import type {Customer} from "./customer.ts";
import type {Needs} from "./needs.ts";
import {releaseIdle} from "./staffing.ts";
import {AFTER, AWAY, type Clock, HELD, IDLE, OFF, type Place, RELEASED, type Station} from "./station.ts";

/** Why a server is away, or will be as soon as it can. */
const NOTHING = 0,
  BREAK = 1,
  LUNCH = 2,
  REPAIR = 3;

/** What a crew asks of the loop. */
export interface CrewFloor {
  scheduleAt(time: ClockTime, rank: number, subject: number): number;
  scheduleCall(caller: number): void;
  /** The customer in hand is in line again; who stands at its head is for the caller to see to. */
  interrupt(customer: Customer, station: Station, rule: number): void;
  restoreToLine(customer: Customer, station: Station): void;
  releasePlace(station: Station, place: Place): void;
  releaseFromPool(station: Station): void;
  /** Nobody comes any more. */
  isDoorShut(): boolean;
}

/** How it stands with one server. */
interface Turn {
  due: number; // why it goes away when the customer in hand is done
  length: Seconds;
  until: ClockTime; // of a break that ends on time
  awayFor: number;
  hadLunch: boolean;
  failures: number; // so far
  toFailure: Seconds; // while the time to the next one stands still
  failsAt: ClockTime; // while it runs
}

export class Crew {
  private readonly station: Station;
  private readonly table: CrewTable;
  private readonly needs: Needs;
  private readonly clock: Clock;
  private readonly floor: CrewFloor;
  private readonly uptimes: VariateAt | null = null;
  private readonly repairs: VariateAt | null = null;
  private readonly speed: number; // of the station
  private readonly turns: Turn[]; // by place
  private readonly broken: Place[] = []; // who wait for a technician, in order
  private freeTechnicians = 0;
  private atLunch = 0; // servers, those included who are to go after the customer in hand
  private afterWork = Number.NaN; // seconds, of the service that has just ended

  constructor(station: Station, seed: string, name: string, needs: Needs, clock: Clock, floor: CrewFloor) {
    const table = station.table.crew!;
    this.station = station;
    this.table = table;
    this.needs = needs;
    this.clock = clock;
    this.floor = floor;
    this.speed = station.table.speed;
    this.turns = station.places.map(() => ({
      due: NOTHING,
      length: 0,
      until: 0,
      awayFor: NOTHING,
      hadLunch: false,
      failures: 0,
      toFailure: 0,
      failsAt: 0,
    }));
    for (const place of station.places) place.speed = table.hours?.[place.index].speed ?? 1;
    if (table.breakdowns === null) return;
    this.uptimes = new VariateAt(table.breakdowns.every, deriveKey(seed, "breakdown", name));
    this.repairs = new VariateAt(table.breakdowns.repair, deriveKey(seed, "repair", name));
  }

  restart(replication: number): void {
    this.uptimes?.restart(replication);
    this.repairs?.restart(replication);
    this.broken.length = 0;
    this.freeTechnicians = this.table.breakdowns?.technicians ?? 0;
    this.atLunch = 0;
    for (const [index, turn] of this.turns.entries()) {
      turn.due = turn.awayFor = NOTHING;
      turn.hadLunch = false;
      turn.failures = 0;
      turn.toFailure = this.uptimes?.at(index, 0) ?? Infinity;
    }
  }

  /** An event of a server, or (a pool) of one of the station's. */
  happens(rank: number, place: Place | null): void {
    if (rank === SERVICE_END) this.afterWorkEnds(place);
    else if (rank === SCHEDULE) this.breaksDown(place!);
    else this.comesBack(place!);
  }

  // ---- on duty and off

  cameOnDuty(place: Place): void {
    place.isCold = true;
    place.lastClass = -1;
    if (this.table.breakdowns?.byUse === false) this.runClock(place);
  }

  leftDuty(place: Place): void {
    this.stopClock(place);
    const turn = this.turns[place.index];
    if (turn !== undefined) this.forgetTurn(turn);
  }

  /** A shift ends on a break: whoever is away does not come back. What is being repaired is. */
  shiftEndsAway(place: Place): void {
    const turn = this.turns[place.index];
    if (turn.awayFor === REPAIR) return;
    place.state = OFF;
    place.pending = -1;
    this.endTurn(turn);
  }

  /** How many are scheduled and not away. */
  countStaff(): void {
    let staff = 0;
    for (const {isOpen, state} of this.station.places) if (isOpen && state !== AWAY) staff++;
    this.station.staff = staff;
  }

  // ---- before, while and after serving

  /** Seconds before the service of a customer who has been called. */
  setUpTime(customer: Customer, place: Place): Seconds {
    let time = 0;
    if (place.isCold) time += this.needs.setUp(customer);
    if (place.lastClass !== customer.classRow) time += this.needs.changeOver(customer);
    place.isCold = false;
    place.lastClass = customer.classRow;
    return time;
  }

  /** Sets the speed of the station for the service that starts. */
  serviceStarts(customer: Customer, place: Place | null): void {
    const {station, table} = this;
    const {fromWaiting, thenSpeed} = table;
    let speed = this.speed;
    for (let i = 0; i < fromWaiting.length && (i === 0 || station.waiting >= fromWaiting[i]); i++) speed = thenSpeed[i];
    station.speed = place === null ? speed : speed * place.speed;
    customer.speed = station.speed;
    if (place !== null && this.uptimes !== null) this.runClock(place);
  }

  serviceEnds(customer: Customer, place: Place | null): void {
    this.afterWork = this.needs.afterWork(customer);
    if (place !== null && this.table.breakdowns?.byUse === true) this.stopClock(place);
  }

  /** The customer has moved on; false: there is nothing more to do for them. */
  startsAfterWork(place: Place | null): boolean {
    if (!(this.afterWork > 0)) return false;
    const {station} = this;
    station.areasUpToNow();
    station.after++;
    const subject = ~(place === null ? station.caller : place.caller);
    const sequence = this.floor.scheduleAt(this.clock.now + this.afterWork, SERVICE_END, subject);
    if (place === null) return true;
    place.state = AFTER;
    place.pending = sequence;
    return true;
  }

  private afterWorkEnds(place: Place | null): void {
    const {station} = this;
    station.areasUpToNow();
    station.after--;
    if (place === null) return this.floor.releaseFromPool(station);
    place.pending = -1;
    this.floor.releasePlace(station, place);
  }

  // ---- breaks and lunch

  /** The clock says that a server's break begins. */
  breakIsDue(place: Place, until: ClockTime): void {
    const turn = this.turns[place.index];
    if (!place.isOpen || place.state === OFF || place.state === AWAY || turn.due !== NOTHING) return;
    if (this.table.breakRule === SKIP_WHEN_BEHIND && this.station.waiting > 0) return;
    turn.length = until - this.clock.now;
    turn.until = until;
    this.sendAway(place, BREAK);
  }

  /** As many as may go, from the left. */
  sendToLunch(): void {
    const {lunch} = this.table;
    if (lunch === null || this.clock.isAfterHours || this.clock.now < lunch.from || this.clock.now >= lunch.to) return;
    for (const place of this.station.places) {
      if (this.atLunch >= lunch.atOnce) return;
      const turn = this.turns[place.index];
      if (!place.isOpen || place.state === OFF || place.state === AWAY || turn.due !== NOTHING || turn.hadLunch) continue;
      turn.hadLunch = true;
      this.atLunch++;
      turn.length = lunch.length;
      this.sendAway(place, LUNCH);
    }
  }

  private sendAway(place: Place, why: number): void {
    const turn = this.turns[place.index];
    const mayStop = place.state === HELD && this.table.breakRule === AT_ONCE;
    if (place.state === AFTER || (place.state === HELD && !mayStop)) {
      turn.due = why;
      return;
    }
    const {station, floor} = this;
    station.staffUpToNow();
    const wasInterrupted = this.handBack(place, RESUME);
    this.leave(place, why, this.clock.now + turn.length);
    if (wasInterrupted) releaseIdle(station, floor);
  }

  /** A server is free: does it go away instead of calling? */
  goesAway(place: Place): boolean {
    const turn = this.turns[place.index];
    if (turn === undefined || turn.due === NOTHING) return false;
    const why = turn.due;
    const isOnTime = why === BREAK && this.table.breakRule === END_ON_TIME;
    const until = isOnTime ? turn.until : this.clock.now + turn.length;
    if (!place.isOpen || this.clock.isAfterHours || until <= this.clock.now) {
      this.forgetTurn(turn);
      return false;
    }
    turn.due = NOTHING;
    this.station.staffUpToNow();
    this.leave(place, why, until);
    return true;
  }

  private forgetTurn(turn: Turn): void {
    const {due} = turn;
    turn.due = NOTHING;
    if (due !== LUNCH) return;
    this.atLunch--;
    this.sendToLunch();
  }

  /** The staff of the station is up to now. */
  private leave(place: Place, why: number, until: ClockTime): void {
    this.vanish(place, why);
    place.pending = this.floor.scheduleAt(until, TIMER, ~place.caller);
  }

  private vanish(place: Place, why: number): void {
    if (place.state === IDLE) this.station.idle--;
    place.state = AWAY;
    this.turns[place.index].awayFor = why;
    this.station.onDuty--;
    this.countStaff();
  }

  private comesBack(place: Place): void {
    const {station} = this;
    const turn = this.turns[place.index];
    place.pending = -1;
    station.staffUpToNow();
    if (turn.awayFor === REPAIR) this.repaired(place);
    if (place.isOpen) {
      place.state = RELEASED;
      place.isCold = true;
      station.onDuty++;
      this.countStaff();
      this.floor.scheduleCall(place.caller);
      if (this.table.breakdowns?.byUse === false) this.runClock(place);
    } else place.state = OFF;
    this.endTurn(turn);
  }

  private endTurn(turn: Turn): void {
    if (turn.awayFor === LUNCH) this.atLunch--;
    turn.awayFor = NOTHING;
    this.sendToLunch();
  }

  // ---- breakdowns

  private breaksDown(place: Place): void {
    const {station, floor} = this;
    const turn = this.turns[place.index];
    place.failing = -1;
    if (floor.isDoorShut() && station.waiting + station.busy + station.walking === 0) return this.renew(place); // nobody to notice: else they would break for ever
    station.staffUpToNow();
    const wasInterrupted = this.handBack(place, this.table.breakdowns!.inHand);
    if (place.state === AFTER) station.after--;
    this.vanish(place, REPAIR);
    place.pending = -1;
    if (wasInterrupted) releaseIdle(station, floor);
    if (this.freeTechnicians === 0) this.broken.push(place);
    else {
      this.freeTechnicians--;
      this.startRepair(place, turn);
    }
  }

  private startRepair(place: Place, {failures}: Turn): void {
    place.pending = this.floor.scheduleAt(this.clock.now + this.repairs!.at(place.index, failures), TIMER, ~place.caller);
  }

  private repaired(place: Place): void {
    this.renew(place);
    const next = this.broken.shift();
    if (next === undefined) this.freeTechnicians++;
    else this.startRepair(next, this.turns[next.index]);
  }

  private renew({index}: Place): void {
    const turn = this.turns[index];
    turn.toFailure = this.uptimes!.at(index, ++turn.failures);
  }

  /** The time to the next breakdown runs. */
  private runClock(place: Place): void {
    if (place.failing >= 0) return;
    const turn = this.turns[place.index];
    turn.failsAt = this.clock.now + turn.toFailure;
    place.failing = this.floor.scheduleAt(turn.failsAt, SCHEDULE, ~place.caller);
  }

  private stopClock(place: Place): void {
    if (place.failing < 0) return;
    const turn = this.turns[place.index];
    turn.toFailure = turn.failsAt - this.clock.now;
    place.failing = -1;
  }

  // ---- the customer in hand

  /** Back to the head of the line; false when there is none. */
  private handBack(place: Place, rule: number): boolean {
    const {customer} = place;
    if (customer === null) return false;
    place.customer = null;
    this.floor.interrupt(customer, this.station, rule);
    this.floor.restoreToLine(customer, this.station);
    return true;
  }
}
