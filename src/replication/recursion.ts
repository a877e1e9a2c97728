/**
 * A long run of one line without a list of events: M/G/c, first come first served, nobody gives up. There a customer's history
 * follows from those who came before: service starts when they come or when the first server is free, whichever is later.
 *
 * It draws the same customers as the event loop and gives each the same wait, to the last bit (tests/replication/recursion.test.ts);
 * only sums differ in their last bits, because customers are written down as they come and not as they leave. Measured on Node 20: two to
 * three times the speed of the event loop.
 * Source: Lindley (1952), Proc. Camb. Phil. Soc. 48, 277-289; Kiefer and Wolfowitz (1955), Trans. AMS 78, 1-18.
 */
import {FIRST_COME, type Model, ONE_LINE, POISSON, type SourceTable, type StationTable, VISIT} from "../model/model.ts";
import {Arrivals} from "./arrivals.ts";
import {Customer} from "./customer.ts";
import {Needs} from "./needs.ts";
import {type Book, Recorder, VISIT_SCOPE} from "./recorder.ts";
import type {Replication} from "./replication.ts";
import {BUSY, PLACE_AREA, RowLayout, STAFFED, SYSTEM_AREA, WAITING_AREA} from "./row.ts";
import {LONGEST_TAIL, MOST_PEOPLE} from "./simulation.ts";
import {Step} from "./station.ts";

/** Is the model one that the recursion can tell? */
export function isRecursive(model: Model): boolean {
  const {horizon, sources, classes, steps, stations} = model;
  return (
    !horizon.isDay &&
    sources.length === 1 &&
    new RowLayout(model).isSingleVisit &&
    comeOneByOne(sources[0]) &&
    isPlainLine(stations[0]) &&
    classes.every(({patience, firstStep}, row) => patience === null && steps[firstStep].does === VISIT && steps[firstStep].isCertain[row])
  );
}

function comeOneByOne({process, rateAt, rateTo, batchSize}: SourceTable): boolean {
  const forEver = rateAt.at(-1) === Infinity && rateTo.at(-1)! > 0;
  return process === POISSON && forEver && batchSize.length === 1 && batchSize[0] === 1;
}

function isPlainLine({line, order, hasPriority, room, staffAt, staff, walkFirst, walkEach}: StationTable): boolean {
  const isSteady = staffAt.length === 1 && staffAt[0] <= 0 && staff[0] > 0;
  return isSteady && line === ONE_LINE && order === FIRST_COME && !hasPriority && room === Infinity && walkFirst === 0 && walkEach === 0;
}

export class Recursion {
  private readonly model: Model;
  private readonly recorder: Recorder;
  private readonly needs: Needs;
  private readonly arrivals: Arrivals;
  private readonly customer: Customer; // the one who comes
  private readonly servers: number;
  private readonly speed: number;
  private readonly freeAt: Float64Array; // seconds, by server: a heap, the first to be free on top
  private readonly countedBooks: Book[]; // by class
  private readonly otherBooks: Book[];
  private books: Book[];
  private startsAt = new Float64Array(64); // seconds, of those who wait, in order: a ring
  private firstWaiting = 0; // in the ring
  private waiting = 0; // people
  private peak = 0;
  private waitingArea = Number.NaN; // person seconds of all who came, to the end of their waits
  private busyArea = Number.NaN; // the same of their services
  private departsAt = Number.NaN; // seconds, who came last
  private windowFrom = Number.NaN; // seconds
  private windowLength = Number.NaN; // seconds
  private waitingBefore = Number.NaN; // areas before the counted window
  private busyBefore = Number.NaN;

  constructor(model: Model) {
    const [source] = model.sources;
    const [station] = model.stations;
    const classRows = [...model.classes.keys()];
    this.model = model;
    this.recorder = new Recorder(model);
    this.needs = new Needs(model);
    this.arrivals = new Arrivals(source, model.seed, model.names.sources[0]);
    this.countedBooks = classRows.map((row) => this.recorder.book(0, VISIT_SCOPE, row));
    this.otherBooks = classRows.map((row) => this.recorder.book(-1, VISIT_SCOPE, row));
    this.books = this.otherBooks;
    this.customer = new Customer(0, this.needs.columns, 0, new Step(model.classes[0].firstStep, VISIT), this.books[0]);
    this.servers = station.staff[0];
    this.speed = station.speed;
    this.freeAt = new Float64Array(this.servers);
  }

  /** One history, from empty. */
  replicate(index: number): Replication {
    const {horizon} = this.model;
    this.restart(index);
    if (horizon.customers < Infinity) this.comeByNumber(horizon.warmUpCustomers, horizon.customers - 1);
    else this.comeByTime(horizon.warmUp, horizon.endsAt);
    const replication = this.recorder.finish(index, [0, 0, this.windowLength, 0]);
    const {row} = replication;
    const {layout} = this.recorder;
    row[layout.day(0)] = row[layout.overall(0, 0)];
    row[layout.day(PLACE_AREA)] = row[layout.clock(0, SYSTEM_AREA)];
    return replication;
  }

  private restart(index: number): void {
    this.recorder.clear();
    this.needs.restart(index);
    this.arrivals.restart(index, 0);
    this.freeAt.fill(0);
    this.books = this.otherBooks;
    this.firstWaiting = this.waiting = this.peak = 0;
    this.waitingArea = this.busyArea = 0;
  }

  /** Areas are taken from the first counted arrival to the last. */
  private comeByNumber(firstCounted: number, lastCounted: number): void {
    for (let number = 0; number <= lastCounted; number++) {
      this.arrivals.next();
      if (number === firstCounted) this.openWindow(this.arrivals.at);
      if (number === lastCounted) this.closeWindow(this.arrivals.at);
      this.serve();
    }
  }

  private comeByTime(warmUp: number, endsAt: number): void {
    let isOpen = false;
    for (;;) {
      this.arrivals.next();
      if (!isOpen && this.arrivals.at >= warmUp) {
        this.openWindow(warmUp);
        isOpen = true;
      }
      if (this.arrivals.at >= endsAt) return this.closeWindow(endsAt);
      this.serve();
      if (isOpen && this.departsAt > LONGEST_TAIL * endsAt) throw new RangeError("customers never leave: there the line only grows");
    }
  }

  /** The recursion: a customer comes, waits, is served and leaves. */
  private serve(): void {
    const {customer, arrivals, freeAt} = this;
    customer.classRow = arrivals.nextClass();
    this.needs.draw(customer);
    this.needs.giveWork(customer, customer.step, 0);
    const {at} = arrivals;
    const start = freeAt[0] > at ? freeAt[0] : at;
    const end = start + customer.work / this.speed;
    freeAt[0] = end;
    if (this.servers > 1) this.sinkFirst();
    this.departsAt = end;
    customer.waited = start - at;
    customer.stay = end - at;
    this.waitingArea += customer.waited;
    this.busyArea += end - start;
    this.callUpTo(at);
    if (start > at) this.joinLine(start);
    const book = this.books[customer.classRow];
    book.offered++;
    book.stationDone(customer);
  }

  /** The first server's next free moment is a later one: it sinks to its place in the heap. */
  private sinkFirst(): void {
    const {freeAt, servers} = this;
    const time = freeAt[0];
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= servers) break;
      if (child + 1 < servers && freeAt[child + 1] < freeAt[child]) child++;
      if (freeAt[child] >= time) break;
      freeAt[at] = freeAt[child];
      at = child;
    }
    freeAt[at] = time;
  }

  // ---- who waits, for the most who ever did

  private callUpTo(time: number): void {
    const {startsAt} = this;
    while (this.waiting > 0 && startsAt[this.firstWaiting] <= time) {
      this.waiting--;
      if (++this.firstWaiting === startsAt.length) this.firstWaiting = 0;
    }
  }

  private joinLine(start: number): void {
    if (this.waiting === this.startsAt.length) this.makeRoom();
    const {length} = this.startsAt;
    const at = this.firstWaiting + this.waiting++;
    this.startsAt[at < length ? at : at - length] = start;
    if (this.waiting > this.peak) this.peak = this.waiting;
  }

  private makeRoom(): void {
    const {startsAt, firstWaiting} = this;
    if (startsAt.length >= MOST_PEOPLE) throw new RangeError("more than ten million people are waiting: there the line only grows");
    const longer = new Float64Array(2 * startsAt.length);
    longer.set(startsAt.subarray(firstWaiting));
    longer.set(startsAt.subarray(0, firstWaiting), startsAt.length - firstWaiting);
    this.startsAt = longer;
    this.firstWaiting = 0;
  }

  // ---- areas: those of everybody so far, without what still lies ahead

  private openWindow(time: number): void {
    this.books = this.countedBooks;
    this.windowFrom = time;
    this.waitingBefore = this.waitingUpTo(time);
    this.busyBefore = this.busyUpTo(time);
    this.peak = this.waiting;
  }

  private closeWindow(time: number): void {
    const {recorder} = this;
    const waiting = this.waitingUpTo(time) - this.waitingBefore;
    const busy = this.busyUpTo(time) - this.busyBefore;
    this.windowLength = time - this.windowFrom;
    recorder.clock(0, 0, WAITING_AREA, waiting);
    recorder.clock(0, 0, SYSTEM_AREA, waiting + busy);
    recorder.clock(0, 0, BUSY, busy);
    recorder.clock(0, 0, STAFFED, this.servers * this.windowLength);
    recorder.peak(0, 0, this.peak);
  }

  private waitingUpTo(time: number): number {
    this.callUpTo(time);
    const {startsAt, firstWaiting} = this;
    let ahead = 0;
    for (let i = 0; i < this.waiting; i++) ahead += startsAt[(firstWaiting + i) % startsAt.length] - time;
    return this.waitingArea - ahead;
  }

  /** While anybody waits no server is idle, so what lies ahead of a server has no gaps. */
  private busyUpTo(time: number): number {
    let ahead = 0;
    for (const freeAt of this.freeAt) ahead += Math.max(0, freeAt - time);
    return this.busyArea - ahead;
  }
}
