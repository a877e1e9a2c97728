/**
 * Where customers are served: the rules of a station as the model gives them, and how things stand there now.
 *
 *   pool      identical servers and one line: they are counted
 *   windows   one line, but servers have places: the walk depends on them, some are kept for a class, or not everybody can use all
 *   lanes     a line each: a lane is a place
 *   places    one line, and room for some to wait at each window: a window is a place with a short line of its own
 */
import {
  EARLIEST_DUE,
  FINISH,
  FIRST_COME,
  LINE_EACH,
  type Model,
  NOBODY,
  type Row,
  type StationTable,
  type StepTable,
} from "../model/model.ts";
import type {Stream} from "../random/stream.ts";
import type {Customer} from "./customer.ts";
import type {Crew} from "./crew.ts";
import {type Line, makeLine} from "./lines.ts";

export const POOL = 0,
  WINDOWS = 1,
  LANES = 2,
  PLACES = 3;
/** What the server of a place is doing. */
export const OFF = 0,
  IDLE = 1,
  RELEASED = 2,
  HELD = 3,
  AFTER = 4, // at work without a customer
  AWAY = 5; // on a break, or broken down

/** The time of day, which the loop moves on and every station reads. */
export class Clock {
  now = Number.NaN; // seconds
  isAfterHours = false;
}

/** A step of a route, with its neighbours. */
export class Step {
  readonly row: Row;
  readonly does: StepTable["does"];
  station: Station | null = null; // of a visit
  next: Step | null = null; // null: branches decide

  constructor(row: Row, does: StepTable["does"]) {
    this.row = row;
    this.does = does;
  }
}

/** A window, or a lane with its own line. */
export class Place {
  readonly station: Station;
  readonly index: number; // 0 is the leftmost
  readonly caller: number; // whose CALL events are these
  readonly lines: Line[]; // by priority rank or class; a window's are the station's, but for those who wait at the window itself
  keptFor: Row = NOBODY; // the only class it serves now; nobody: serves everybody
  readonly coming: Customer[] = []; // on the way to wait at this window
  state = OFF;
  isOpen = false;
  customer: Customer | null = null; // walking up or in service
  pending = -1; // sequence of the event that ends its after-work, break or repair; -1: none
  failing = -1; // sequence of its breakdown; -1: the time to it stands still
  lastClass = -1; // of the customer called last; -1: nobody yet
  isCold = true; // it stood idle, or has just come
  speed = Number.NaN; // times the station's

  constructor(station: Station, index: number, caller: number, lines: Line[]) {
    this.station = station;
    this.index = index;
    this.caller = caller;
    this.lines = lines;
  }

  mayServe(classRow: Row): boolean {
    return (this.keptFor === NOBODY || this.keptFor === classRow) && this.station.canUse(classRow, this.index);
  }

  /** Its server goes home. */
  switchOff(): void {
    this.state = OFF;
    this.station.leaveDuty();
    this.station.crew?.leftDuty(this);
  }

  restart(): void {
    for (const line of this.lines) line.clear();
    this.state = OFF;
    this.isOpen = false;
    this.customer = null;
    this.pending = this.failing = this.lastClass = -1;
    this.keptFor = NOBODY;
    this.coming.length = 0;
  }
}

export class Station {
  readonly row: Row;
  readonly table: StationTable;
  readonly clock: Clock;
  readonly mode: number;
  speed: number; // of a server; where it depends on who serves or who waits, of the service that starts now
  readonly room: number; // people; Infinity: no limit
  readonly hasInterruptions: boolean;
  crew: Crew | null = null; // null: servers do nothing but serve, and always as fast
  readonly hasWalk: boolean; // to the windows
  readonly settles: boolean; // somebody may move or interrupt, or a server come, when all else of an instant is over
  readonly hasChangers: boolean; // somebody may be on the way between lines
  readonly caller: number;
  readonly lines: Line[]; // of the one line: by priority rank, or by class
  readonly hasClassLists: boolean; // whose heads are compared: see heads.ts
  readonly listRanks: Int32Array; // of priority, by list
  readonly isByDue: boolean;
  readonly reach: Int32Array | null; // by class: the first so many places can be used; null: all, by everybody
  readonly interrupts: boolean;
  readonly isGated: boolean; // class by class
  readonly places: Place[] = [];
  readonly people: Int32Array; // by lane, or window with places: waiting, on the way there, and in service
  readonly waitingIn: Int32Array; // by lane

  staff = 0; // to be there now
  scheduled = 0; // by the clock; `staff` is less where servers come only when lines are long
  onDuty = 0; // scheduled, and those who still have someone in hand
  idle = 0;
  released = 0; // of a pool: about to call
  busy = 0;
  after = 0; // servers at work without a customer
  walking = 0; // servers held for a customer who walks up
  waiting = 0; // people
  peak = 0; // most people waiting in this period
  joins = 0; // customers who joined so far
  latestCalled = -1; // highest order of joining among those called
  turn = 0; // round robin
  forwardRank = -1; // class by class: whose turn it is; -1: nobody's yet
  forwardBefore = 0; // of that rank, who joined before this number is forward
  isUnsettled = false; // somebody may want to switch
  lastChange = Number.NaN; // seconds; areas are taken up to here
  waitingArea = Number.NaN; // person seconds since the last flush, and so on
  busyArea = Number.NaN;
  walkingArea = Number.NaN;
  afterArea = Number.NaN;
  staffedArea = Number.NaN;
  overtimeArea = Number.NaN;
  /** Only where fairness is asked for: ∫ busy servers ÷ people here dt since somebody came to an empty station, in server seconds. */
  warranted = Number.NaN;
  idleArea = Number.NaN; // server seconds idle in opening hours while somebody waits here
  /** From this moment on idle time is told apart, until it begins anew; infinity: nobody asks. */
  idleFrom = Infinity;
  idleSince = Number.NaN; // server seconds idle in opening hours
  private readonly isFair: boolean;
  private isFollowed: boolean; // more than areas is asked for
  private lastStaffChange = Number.NaN; // seconds; time on duty is taken up to here
  private servingOnBooks = Number.NaN; // busy and walking area at that moment
  readonly inService: Customer[] = []; // of a pool whose staff may be interrupted: in the order of starting

  constructor(model: Model, row: Row, clock: Clock, draws: Stream | null, callers: (Station | Place)[]) {
    const table = model.stations[row];
    this.row = row;
    this.table = table;
    this.clock = clock;
    const hasWalk = table.walkFirst > 0 || table.walkEach > 0;
    this.mode = table.line === LINE_EACH ? LANES : table.places > 0 ? PLACES : needsPlaces(table) ? WINDOWS : POOL;
    this.hasWalk = this.mode === WINDOWS || this.mode === PLACES;
    this.hasChangers = (this.mode === PLACES && hasWalk) || (this.mode === LANES && table.switchCost > 0);
    this.speed = table.speed;
    this.room = table.room;
    this.isFair = this.isFollowed = model.measures.groups.fairness;
    this.isByDue = table.order === EARLIEST_DUE;
    this.interrupts = table.interrupt !== FINISH;
    this.isGated = table.gated;
    const mayMove = this.mode === PLACES || (this.mode === LANES && (table.switchAt > 0 || table.expressHelps));
    this.settles = this.interrupts || mayMove || table.opensAt > 0 || table.gated;
    this.hasInterruptions = table.leaving !== FINISH || this.interrupts;
    this.reach = table.reach ?? null;
    this.hasClassLists = table.ageing !== null || table.kept.length > 0 || (this.reach !== null && this.mode === WINDOWS);
    this.listRanks = listRanksOf(model, table, this.hasClassLists);
    const lines = () => Array.from(this.listRanks, () => makeLine(table, draws));
    this.lines = lines();
    this.caller = callers.length;
    callers.push(this);
    const lanes = this.mode === LANES || this.mode === PLACES ? table.servers : 0;
    this.people = new Int32Array(lanes);
    this.waitingIn = new Int32Array(lanes);
    if (this.mode === POOL) return;
    for (let index = 0; index < table.servers; index++) {
      const own = this.mode === LANES ? lines() : this.mode === PLACES ? [makeLine({order: FIRST_COME}, null)] : this.lines;
      const place: Place = new Place(this, index, callers.length, own);
      callers.push(place);
      this.places.push(place);
    }
  }

  /** Can people of a class be served at a window or in a lane? */
  canUse(classRow: Row, place: number): boolean {
    return this.reach === null || place < this.reach[classRow];
  }

  restart(startsAt: number): void {
    this.after = 0;
    this.staff =
      this.scheduled =
      this.onDuty =
      this.idle =
      this.released =
      this.busy =
      this.walking =
      this.waiting =
      this.peak =
      this.joins =
      this.turn =
        0;
    this.latestCalled = -1;
    this.forwardRank = -1;
    this.forwardBefore = 0;
    this.isUnsettled = false;
    this.lastChange = startsAt;
    this.lastStaffChange = startsAt;
    this.clearAreas();
    this.warranted = this.idleSince = 0;
    this.inService.length = 0;
    for (const line of this.lines) line.clear();
    for (const place of this.places) place.restart();
    this.people.fill(0);
    this.waitingIn.fill(0);
  }

  clearAreas(): void {
    this.waitingArea = this.busyArea = this.walkingArea = this.staffedArea = this.overtimeArea = this.idleArea = this.servingOnBooks = 0;
    this.afterArea = 0;
  }

  /** Takes the areas up to now; to be called before the counts of people change. */
  areasUpToNow(): void {
    const {now} = this.clock;
    const length = now - this.lastChange;
    if (length === 0) return;
    this.lastChange = now;
    this.waitingArea += this.waiting * length;
    this.busyArea += this.busy * length;
    if (this.walking > 0) this.walkingArea += this.walking * length;
    if (this.after > 0) this.afterArea += this.after * length;
    if (!this.isFollowed) return;
    if (this.isFair) this.fairlyUpToNow(length);
    if (now > this.idleFrom && !this.clock.isAfterHours) this.idleUpToNow(Math.min(length, now - this.idleFrom));
  }

  private idleUpToNow(length: number): void {
    this.idleSince += (this.onDuty - this.busy - this.walking - this.after) * length;
  }

  /** Idle time is told apart from a moment on. */
  followIdle(from: number): void {
    this.isFollowed = true;
    this.idleFrom = from;
  }

  /** What was idle so far does not count: somebody leaves. */
  idleBegins(): void {
    this.areasUpToNow();
    this.idleSince = 0;
  }

  private fairlyUpToNow(length: number): void {
    const people = this.waiting + this.busy + this.walking;
    if (people === 0) this.warranted = 0;
    else this.warranted += (this.busy * length) / people;
    if (this.waiting > 0 && this.idle > 0 && !this.clock.isAfterHours) this.idleArea += this.idle * length;
  }

  /** A server goes home. */
  leaveDuty(): void {
    this.staffUpToNow();
    this.onDuty--;
  }

  /** Takes the time on duty up to now; to be called before the staff changes. After closing, time on duty is time serving. */
  staffUpToNow(): void {
    this.areasUpToNow();
    const length = this.clock.now - this.lastStaffChange;
    const serving = this.busyArea + this.walkingArea + this.afterArea;
    const overtime = this.clock.isAfterHours ? serving - this.servingOnBooks : Math.max(0, this.onDuty - this.staff) * length;
    this.staffedArea += this.clock.isAfterHours ? overtime : this.onDuty * length;
    this.overtimeArea += overtime;
    this.lastStaffChange = this.clock.now;
    this.servingOnBooks = serving;
  }
}

/** By list side by side: one for each class, for each rank of priority, or for everybody. */
function listRanksOf({classes}: Model, {hasPriority}: StationTable, hasClassLists: boolean): Int32Array {
  if (hasClassLists) return Int32Array.from(classes, ({priority}) => (hasPriority ? priority : 0));
  const ranks = hasPriority ? 1 + classes.reduce((most, {priority}) => Math.max(most, priority), 0) : 1;
  return Int32Array.from({length: ranks}, (_, rank) => rank);
}

/** Do servers of one line differ, by where they stand or by what happens to each? */
function needsPlaces({walkFirst, walkEach, kept, reach, crew}: StationTable): boolean {
  if (walkFirst > 0 || walkEach > 0 || kept.length > 0 || (reach ?? null) !== null) return true;
  return crew !== null && crew !== undefined && (crew.hours ?? crew.breakdowns ?? crew.setUpIdle ?? crew.setUpChange) !== null;
}
