/**
 * When customers come: one source's moments of arrival, in order, the same for every design.
 *
 * A Poisson process whose rate λ(t) changes by the clock is exact by inversion: the n-th arrival is where the cumulative
 * rate Λ(t) reaches the sum of n unit exponentials. Between two points of the table the rate is constant or a straight
 * line, so Λ is linear or quadratic there and is inverted in closed form.
 * Source: Çinlar (1975), Introduction to Stochastic Processes, section 4.7.
 */
import {BOOK, LIST, POISSON, RENEWAL, type Row, type SourceTable} from "../model/model.ts";
import {deriveKey} from "../random/keys.ts";
import {Stream} from "../random/stream.ts";
import type {Clock, Seconds} from "../units.ts";
import type {Booking} from "./booking.ts";

const UNIT_EXPONENTIAL = {kind: "exponential", mean: 1} as const;
const UNIFORM = {kind: "uniform", from: 0, to: 1} as const;

export class Arrivals {
  readonly table: SourceTable;
  /** Of scheduling, among all sources: breaks ties. */
  sequence = 0;
  /** Of the list, or of those in the book who come: the entry that `next` gave last. */
  entry = -1;
  /** Of a book: who comes, and when. */
  readonly booking: Booking | null;
  private readonly gaps: Stream | null;
  private readonly days: Stream | null;
  private readonly sizes: Stream | null;
  private readonly classes: Stream | null;
  private piece = 0; // of the rate table
  /** Moment of the arrival that `next` found, in seconds; Infinity: nobody comes any more. */
  at: Clock = Number.NaN;
  private factor = Number.NaN; // of the day
  private startsAt: Clock = Number.NaN;

  constructor(table: SourceTable, seed: string, name: string, booking: Booking | null = null) {
    this.table = table;
    this.booking = booking;
    const law = table.process === POISSON ? UNIT_EXPONENTIAL : table.between;
    this.gaps = table.process === LIST || table.process === BOOK || law === null ? null : new Stream(law, deriveKey(seed, "arrival", name));
    // One factor a day for every source and class that shares a coefficient of variation: the key does not name the source.
    this.days =
      table.busyness > 0 ? new Stream({kind: "gamma", mean: 1, squaredCV: table.busyness}, deriveKey(seed, "busyness", "day")) : null;
    this.sizes = table.batchSize.length > 1 ? new Stream(UNIFORM, deriveKey(seed, "batch", name)) : null;
    this.classes = table.mixClass.length > 1 ? new Stream(UNIFORM, deriveKey(seed, "class", name)) : null;
  }

  restart(replication: number, startsAt: Clock): void {
    this.gaps?.restart(replication);
    this.sizes?.restart(replication);
    this.classes?.restart(replication);
    this.factor = 1;
    if (this.days !== null) {
      this.days.restart(replication);
      this.factor = this.days.next();
    }
    this.startsAt = startsAt;
    this.piece = 0;
    this.at = startsAt;
    this.entry = -1;
    this.booking?.restart(replication, startsAt, () => this.nextClass());
  }

  /** Goes to the next arrival. */
  next(): void {
    if (this.table.process === POISSON) return this.nextPoisson();
    if (this.table.process === RENEWAL) {
      this.at += this.gaps!.next();
      return;
    }
    if (this.booking !== null) {
      this.at = this.booking.at(++this.entry);
      return;
    }
    const {listAt} = this.table;
    do this.entry++;
    while (this.entry < listAt.length && listAt[this.entry] < this.startsAt);
    this.at = this.entry < listAt.length ? listAt[this.entry] : Infinity;
  }

  private nextPoisson(): void {
    const {rateAt, rateFrom, rateTo} = this.table;
    let work = this.gaps!.next() / this.factor; // of Λ, still to be used up
    while (this.piece < rateFrom.length) {
      const from = rateAt[this.piece];
      const to = rateAt[this.piece + 1];
      const start = this.at > from ? this.at : from;
      const first = rateFrom[this.piece];
      const last = rateTo[this.piece];
      if (first === last) {
        const step = work / first; // Infinity where nobody comes
        if (start + step < to) {
          this.at = start + step;
          return;
        }
        if (first > 0) work -= first * (to - start);
      } else {
        const slope = (last - first) / (to - from);
        const rate = first + slope * (start - from);
        const area = ((rate + last) / 2) * (to - start);
        if (work < area) {
          const step: Seconds = (2 * work) / (rate + Math.sqrt(Math.max(0, rate * rate + 2 * slope * work)));
          this.at = Math.min(start + step, to);
          return;
        }
        work -= area;
      }
      this.at = to;
      this.piece++;
    }
    this.at = Infinity;
  }

  /** How many come at this arrival. */
  nextBatch(): number {
    const {batchSize, batchShare} = this.table;
    return this.sizes === null ? batchSize[0] : batchSize[pick(batchShare, this.sizes.next())];
  }

  /** The class of the next customer, as a row. */
  nextClass(): Row {
    const {mixClass, mixShare} = this.table;
    return this.classes === null ? mixClass[0] : mixClass[pick(mixShare, this.classes.next())];
  }
}

/** The first whose cumulative share exceeds u. */
export function pick(cumulative: Float64Array, u: number): number {
  const last = cumulative.length - 1;
  let i = 0;
  while (i < last && u >= cumulative[i]) i++;
  return i;
}
