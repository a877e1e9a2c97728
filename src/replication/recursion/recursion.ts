/**
 * A long run without a list of events, for places where a customer's history follows from those who came before. Customers come one
 * by one; what they do until the next one comes is left to the place: one line (`one-line.ts`), a chain of them (`chain.ts`) or lanes side by side (`lanes.ts`).
 *
 * It draws the same customers as the event loop and gives each the same waits, to the last bit (tests/replication/recursion.test.ts);
 * only sums differ in their last bits, because customers are not written down in the same order.
 */
import {FIRST_COME, LEAVE, type Model, POISSON, type Row, type SourceTable, type StationTable, VISIT} from "../../model/model.ts";
import {Arrivals} from "../arrivals.ts";
import {Customer} from "../customer.ts";
import {Needs} from "../needs.ts";
import type {LongRunSeries} from "../long-run-series.ts";
import {type Book, Recorder, VISIT_SCOPE} from "../recorder.ts";
import type {Engine, Replication} from "../replication.ts";
import {BUSY, PLACE_AREA, STAFFED, SYSTEM_AREA, WAITING_AREA} from "../row.ts";
import {LONGEST_TAIL} from "../simulation.ts";
import {Step} from "../station.ts";

export abstract class Recursion implements Engine {
  protected readonly model: Model;
  protected readonly recorder: Recorder;
  protected readonly series: LongRunSeries | null;
  protected readonly needs: Needs;
  /** Up to when things have happened, in seconds. */
  protected now = Number.NaN;
  /** Who comes now; an object that is used again, unless a place keeps it and puts another one here. */
  protected newcomer: Customer;
  /** Those who come now count. */
  protected isCounting = false;
  protected readonly arrivals: Arrivals;
  private readonly countedBooks: Book[]; // by class
  private readonly otherBooks: Book[];
  protected books: Book[];
  protected admitted = 0; // so far
  protected limit = Infinity; // seconds: by then everybody counted must have left
  private windowFrom = Number.NaN; // seconds
  private windowLength = Number.NaN; // seconds
  private placeArea = Number.NaN; // person seconds in the window

  constructor(model: Model) {
    this.model = model;
    this.recorder = new Recorder(model);
    this.series = this.recorder.series;
    this.needs = new Needs(model);
    this.arrivals = new Arrivals(model.sources[0], model.seed, model.names.sources[0]);
    this.countedBooks = this.booksOf(0, VISIT_SCOPE);
    this.otherBooks = this.booksOf(-1, VISIT_SCOPE);
    this.books = this.otherBooks;
    this.newcomer = this.newCustomer(0);
  }

  /** By class. */
  protected booksOf(period: number, scope: number): Book[] {
    return this.model.classes.map((_, row) => this.recorder.book(period, scope, row));
  }

  // ---- what a place answers

  /** Begins empty. */
  protected abstract empty(replication: number): void;
  /** Everything happens that is due by `now`. */
  protected abstract happen(): void;
  /** What the newcomer at `now` must find done. */
  protected abstract keepUp(): void;
  /** Somebody new comes in, at `now`. */
  protected abstract comeIn(): void;
  /** People of the window who have not left by `now`, where it is not known at once when they will. */
  protected countedHere(): number {
    return 0;
  }
  /** The areas of the window begin, at `now`. */
  protected abstract openAreas(): void;
  /** They end: writes them down by station, in a window of so many seconds. */
  protected abstract closeAreas(windowLength: number): void;

  // ---- one history

  lend(): void {
    this.recorder.lend();
  }

  /** One history, from empty. */
  replicate(index: number): Replication {
    const {horizon} = this.model;
    const {layout} = this.recorder;
    this.restart(index);
    if (horizon.customers < Infinity) this.comeByNumber(horizon.warmUpCustomers, horizon.customers - 1);
    else this.comeByTime(horizon.warmUp, horizon.endsAt);
    const replication = this.recorder.finish(index, [0, 0, this.windowLength, 0]);
    const {row} = replication;
    row[layout.day(0)] = row[layout.overall(0, 0)];
    row[layout.day(PLACE_AREA)] = this.placeArea;
    return replication;
  }

  private restart(index: number): void {
    this.recorder.clear();
    this.needs.restart(index);
    this.arrivals.restart(index, 0);
    this.empty(index);
    this.now = this.placeArea = 0;
    this.books = this.otherBooks;
    this.isCounting = false;
    this.admitted = 0;
    this.limit = Infinity;
  }

  /** Areas are taken from the first counted arrival to the last; then everybody is served. */
  private comeByNumber(firstCounted: number, lastCounted: number): void {
    this.arrivals.next();
    this.comeMany(firstCounted);
    this.meet();
    this.openWindow();
    this.comeMany(lastCounted - firstCounted);
    this.meet();
    this.closeWindow();
    this.comeIn();
    this.now = Infinity;
    this.happen();
  }

  /** So many come in, from the one on at whom `arrivals` stands; then it stands at the one after them. */
  protected comeMany(people: number): void {
    for (; people > 0; people--) {
      this.meet();
      this.comeIn();
      this.arrivals.next();
    }
  }

  /** The next one stands at the door. */
  private meet(): void {
    this.now = this.arrivals.at;
    this.keepUp();
  }

  /** People come until all those have left who came in the window. */
  private comeByTime(warmUp: number, endsAt: number): void {
    this.limit = LONGEST_TAIL * endsAt;
    this.arrivals.next();
    this.comeUntil(warmUp);
    this.openWindow();
    this.comeUntil(endsAt);
    this.closeWindow();
    this.isCounting = false;
    this.books = this.otherBooks;
    while (this.countedHere() > 0) this.comeUntil(this.arrivals.at + endsAt / 100);
  }

  /** Everything before a time, in seconds; `arrivals` stands at whoever comes then or later. */
  private comeUntil(time: number): void {
    const {arrivals} = this;
    while (arrivals.at < time) {
      this.meet();
      this.comeIn();
      arrivals.next();
    }
    this.now = time;
    this.happen();
  }

  /** Somebody new at the door, with all they need. */
  protected receive(): Customer {
    const {arrivals, newcomer} = this;
    const classRow = arrivals.nextClass();
    newcomer.number = this.admitted++;
    newcomer.classRow = classRow;
    newcomer.joinedAt = arrivals.at;
    newcomer.visitBook = this.books[classRow];
    newcomer.visitBook.offered++;
    this.needs.draw(newcomer);
    return newcomer;
  }

  protected newCustomer(row: Row): Customer {
    return new Customer(row, this.needs.columns, 0, new Step(this.model.classes[0].firstStep, VISIT), this.otherBooks[0]);
  }

  /** Somebody of the window leaves when `endsAt` says. */
  protected requireEnd(customer: Customer): void {
    if (customer.endsAt > this.limit) this.refuse();
  }

  protected refuse(): never {
    throw new RangeError("customers never leave: there the line only grows");
  }

  // ---- the counted window

  private openWindow(): void {
    this.happen();
    this.books = this.countedBooks;
    this.isCounting = true;
    this.windowFrom = this.now;
    this.openAreas();
  }

  private closeWindow(): void {
    this.happen();
    this.windowLength = this.now - this.windowFrom;
    this.closeAreas(this.windowLength);
  }

  /** Areas of one station in the window, in person (server) seconds, and the most people who waited. */
  protected writeAreas(station: number, waiting: number, busy: number, staffed: number, peak: number): void {
    const {recorder} = this;
    recorder.clock(0, station, WAITING_AREA, waiting);
    recorder.clock(0, station, SYSTEM_AREA, waiting + busy);
    recorder.clock(0, station, BUSY, busy);
    recorder.clock(0, station, STAFFED, staffed);
    recorder.peak(0, station, peak);
    this.placeArea += waiting + busy;
  }
}

// ---- which places those are

/** One source of people who come one by one at the moments of a Poisson process and never give up, in the long run. */
export function hasPlainCustomers({horizon, sources, classes, measures}: Model): boolean {
  if (measures.groups.fairness) return false; // it watches what happens to whom
  return (
    !horizon.isDay &&
    sources.length === 1 &&
    comeOneByOne(sources[0]) &&
    classes.every(({patience, balking}) => patience === null && balking === null)
  );
}

function comeOneByOne({process, rateAt, rateTo, batchSize}: SourceTable): boolean {
  const forEver = rateAt.at(-1) === Infinity && rateTo.at(-1)! > 0;
  return process === POISSON && forEver && batchSize.length === 1 && batchSize[0] === 1;
}

/** First come, first served, by the same servers at all times, with room for everyone. */
export function isPlainStation(table: StationTable): boolean {
  const {order, hasPriority, ageing, kept, reach = null, room, staffAt, staff, walkFirst, walkEach, places, opensAt} = table;
  if (table.crew) return false;
  const isSteady = staffAt.length === 1 && staffAt[0] <= 0 && staff[0] > 0;
  return (
    isSteady &&
    order === FIRST_COME &&
    !hasPriority &&
    ageing === null &&
    kept.length === 0 &&
    reach === null &&
    room === Infinity &&
    walkFirst === 0 &&
    walkEach === 0 &&
    places === 0 &&
    opensAt === 0
  );
}

/** The visits that everybody makes one after another before leaving, as rows of steps; null where people differ or choose. */
export function commonRoute({classes, steps}: Model): number[] | null {
  const [{firstStep}] = classes;
  if (classes.some((other) => other.firstStep !== firstStep)) return null;
  const route: number[] = [];
  for (let row = firstStep; steps[row].does !== LEAVE; row = steps[row].next) {
    const {does, isCertain, next} = steps[row];
    if (does !== VISIT || next < 0 || isCertain.includes(false)) return null;
    route.push(row);
  }
  return route;
}
