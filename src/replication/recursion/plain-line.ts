/**
 * One line, first come first served, and its servers: when each customer's service starts and ends is known as soon as they join.
 */
import {type Model, type Row, VISIT} from "../../model/model.ts";
import type {Customer} from "../customer.ts";
import {MOST_PEOPLE} from "../simulation.ts";
import {Step} from "../station.ts";

export class PlainLine {
  readonly step: Step;
  readonly station: Row;
  readonly servers: number;
  /** Most people who waited at once. */
  peak = 0;
  /** People who will leave for the next line: a ring by time of leaving. */
  leaving = 0;
  firstLeaving = 0; // in the ring
  leavesAt = new Float64Array(64); // seconds
  private leaver = new Int32Array(64); // rows of customers
  private readonly speed: number;
  private readonly freeAt: Float64Array; // seconds, by server: a heap, the first to be free on top
  private startsAt = new Float64Array(64); // seconds, of those who wait, in order: a ring
  private firstWaiting = 0; // in the ring
  private waiting = 0; // people
  private waitingArea = Number.NaN; // person seconds of all who joined, to the end of their waits
  private busyArea = Number.NaN; // the same of their services
  private waitingBefore = Number.NaN; // areas before the counted window
  private busyBefore = Number.NaN;

  constructor(model: Model, step: Row) {
    this.step = new Step(step, VISIT);
    this.station = model.steps[step].station;
    const {staff, speed} = model.stations[this.station];
    this.servers = staff[0];
    this.speed = speed;
    this.freeAt = new Float64Array(this.servers);
  }

  empty(): void {
    this.freeAt.fill(0);
    this.firstWaiting = this.waiting = this.peak = 0;
    this.waitingArea = this.busyArea = 0;
    this.leaving = this.firstLeaving = 0;
  }

  /** The recursion, for a customer who joins at `joinedAt` with `work`: tells `waited`, `stay` and `endsAt`. */
  serve(customer: Customer): void {
    const {freeAt} = this;
    const at = customer.joinedAt;
    const start = freeAt[0] > at ? freeAt[0] : at;
    const end = start + customer.work / this.speed;
    freeAt[0] = end;
    if (this.servers > 1) this.sinkFirst();
    customer.endsAt = end;
    customer.waited = start - at;
    customer.stay = end - at;
    this.waitingArea += customer.waited;
    this.busyArea += end - start;
    if (this.waiting > 0) this.callUpTo(at);
    if (start > at) this.joinLine(start);
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

  /** When the last of all who came so far leaves, in seconds. */
  get lastEnd(): number {
    return this.freeAt.reduce((last, at) => Math.max(last, at), 0);
  }

  // ---- who leaves, for the next line

  /** Takes the place among those who leave: nearly always the last one. */
  letLeave(customer: Customer): void {
    if (this.leaving === this.leaver.length) this.makeRoomToLeave();
    const {leavesAt, leaver, firstLeaving} = this;
    const mask = leaver.length - 1;
    const time = customer.endsAt;
    let at = firstLeaving + this.leaving++;
    while (at > firstLeaving && leavesAt[(at - 1) & mask] > time) {
      leavesAt[at & mask] = leavesAt[(at - 1) & mask];
      leaver[at & mask] = leaver[(at - 1) & mask];
      at--;
    }
    leavesAt[at & mask] = time;
    leaver[at & mask] = customer.row;
  }

  /** The row of who leaves next; somebody must be there. */
  takeFirst(): Row {
    const {firstLeaving} = this;
    this.firstLeaving = (firstLeaving + 1) & (this.leaver.length - 1);
    this.leaving--;
    return this.leaver[firstLeaving];
  }

  /** Rows of customers, in order. */
  whoLeaves(): Row[] {
    return Array.from({length: this.leaving}, (_, i) => this.leaver[(this.firstLeaving + i) & (this.leaver.length - 1)]);
  }

  private makeRoomToLeave(): void {
    const {leavesAt, firstLeaving} = this;
    const leaver = Int32Array.from({length: 2 * leavesAt.length}, (_, i) => this.leaver[(firstLeaving + i) & (leavesAt.length - 1)]);
    this.leavesAt = Float64Array.from({length: leaver.length}, (_, i) => leavesAt[(firstLeaving + i) & (leavesAt.length - 1)]);
    this.leaver = leaver;
    this.firstLeaving = 0;
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

  openAreas(now: number): void {
    this.waitingBefore = this.waitingUpTo(now);
    this.busyBefore = this.busyUpTo(now);
    this.peak = this.waiting;
  }

  /** Person and server seconds of the window. */
  areasSinceOpening(now: number): {waiting: number; busy: number} {
    return {waiting: this.waitingUpTo(now) - this.waitingBefore, busy: this.busyUpTo(now) - this.busyBefore};
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
