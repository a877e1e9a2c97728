/**
 * A person in the place. Objects are used again when their customer has left, so memory follows the people who are here
 * and not the people who came.
 *
 * Why objects and not columns of numbers: measured on Node 20, twenty fields of one object cost half of twenty typed arrays
 * at one index, because the engine of the language checks the object once and each array every time. Times begin as
 * not-a-number, which tells it at once that the field will hold fractions.
 */
import type {Row} from "../model/model.ts";
import type {Arrivals} from "./arrivals.ts";
import type {Book} from "./recorder.ts";
import type {Place, Step} from "./station.ts";

/** What a customer is doing. */
export const WAITING = 0,
  WALKING = 1,
  IN_SERVICE = 2,
  DELAYED = 3,
  CHANGING = 4; // on the way to another lane, or to a place at a window

export class Customer {
  /** Which object this is, for the calendar; not the customer's number. */
  readonly row: Row;
  number = 0; // at the door, from 0
  classRow: Row = 0;
  rank = 0; // of priority; 0 goes first
  state = 0;
  step: Step;
  place: Place | null = null; // lane or window
  visits = 0; // made so far, this one included
  interruptions = 0; // so far
  returns = 0; // to the head of the line, of this visit to the station
  pending = -1; // sequence of the one event that waits for them; -1: none
  joinOrder = 0; // among all who joined the station
  isOvertaken = 0; // at this station; 0 or 1
  wasOvertaken = 0; // at some station
  isCounted = false;
  visitBook: Book; // where the visit is written down
  joinBook: Book; // where this station's part is
  booked = -1; // row of their position in a book; -1: none
  next: Customer | null = null; // in a line
  previous: Customer | null = null;
  position = 0; // in a bag or heap
  home: Arrivals | null = null; // the population where they go when they leave; null: nowhere
  member: Row = -1; // of it
  cameAt = Number.NaN; // seconds, at the door
  joinedAt = Number.NaN; // seconds, the station
  waitingSince = Number.NaN; // seconds; joinedAt, or the last interruption
  waited = Number.NaN; // seconds, at this station, until service first started; negative: not yet (simulation.ts)
  totalWait = Number.NaN; // seconds, at all stations so far
  stay = Number.NaN; // seconds, from joining (or coming) to now; for the book
  patience = Number.NaN; // seconds, of the first visit; Infinity: never gives up
  work = Number.NaN; // seconds of work at speed 1, left at this station
  endsAt = Number.NaN; // seconds, the service in progress, or the way to another line
  patienceEndsAt = Number.NaN; // seconds; only where people may be between lines
  appointment = Number.NaN; // clock; not a number: none
  early = Number.NaN; // seconds waited so far before the appointment, at the door too
  turn = Number.NaN; // clock: whose is earlier goes first, in a line by appointment
  dueAt = Number.NaN; // seconds; set where people are called by it
  announced = Number.NaN; // seconds, to a newcomer; 0: nothing. Written only where somebody chooses whether to stay
  pace = Number.NaN; // seconds of patience used up in a second. These three only where the last in line is unhappy
  paceSince = Number.NaN; // seconds
  patienceLeft = Number.NaN; // seconds, at that moment
  speed = Number.NaN; // of that service, where it depends on who serves or who waits
  listedNumber = -1; // whose first visit's work a list gave, where the step is not certain
  listedWork = Number.NaN; // seconds
  // Written only where fairness is asked for (fairness.ts). At this station, then over the visit so far:
  isWaiting = false;
  joinedBefore: Customer | null = null; // among those who wait at the station, in the order of joining
  joinedAfter: Customer | null = null;
  slips = 0;
  skips = 0;
  switches = 0;
  totalSlips = 0;
  totalSkips = 0;
  totalSwitches = 0;
  hasRegret = false;
  servedFrom = Number.NaN; // seconds
  received = Number.NaN; // server seconds
  warrantedBefore = Number.NaN; // the station's `warranted` on joining
  discrimination = Number.NaN; // server seconds
  totalDiscrimination = Number.NaN;
  /** Work of the certain steps, drawn at the door; `Needs` knows the columns. */
  readonly needs: Float64Array;
  /** By step: passes so far; empty when no step can come twice. */
  readonly passes: Int32Array;

  constructor(row: Row, needColumns: number, passColumns: number, step: Step, book: Book) {
    this.row = row;
    this.step = step;
    this.visitBook = book;
    this.joinBook = book;
    this.needs = new Float64Array(needColumns);
    this.passes = new Int32Array(passColumns);
  }

  beginFairly(): void {
    this.totalSlips = this.totalSkips = this.totalSwitches = 0;
    this.totalDiscrimination = 0;
    this.hasRegret = false;
  }

  /** What happened at this station is part of the visit. */
  addToVisit(): void {
    this.totalSlips += this.slips;
    this.totalSkips += this.skips;
    this.totalSwitches += this.switches;
    this.totalDiscrimination += this.discrimination;
  }
}
