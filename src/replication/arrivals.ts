/**
 * When customers come: one source's moments of arrival, in order, the same for every design.
 *
 * A Poisson process whose rate λ(t) changes by the clock is exact by inversion: the n-th arrival is where the cumulative
 * rate Λ(t) reaches the sum of n unit exponentials. Between two points of the table the rate is constant or a straight
 * line, so Λ is linear or quadratic there and is inverted in closed form.
 * Source: Çinlar (1975), Introduction to Stochastic Processes, section 4.7.
 */
import {expm1} from "../math/index.ts";
import {BOOK, LIST, type PhaseTable, PHASES, POISSON, POPULATION, RENEWAL, type Row, type SourceTable, SPREAD} from "../model/model.ts";
import {Draws} from "../random/draws.ts";
import {deriveKey} from "../random/keys.ts";
import {Stream} from "../random/stream.ts";
import type {Clock, Seconds} from "../units.ts";
import type {Booking} from "./booking.ts";
import {Population} from "./population.ts";

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
  /** Null: whoever comes never came before. */
  readonly population: Population | null;
  private readonly gaps: Stream | null;
  private readonly days: Stream | null;
  private readonly sizes: Stream | null;
  private readonly classes: Stream | null;
  private readonly phases: Phases | null;
  private remaining = 0; // people of a spread who are still to come
  private readonly memberClasses: Draws | null;
  private piece = 0; // of the rate table
  /** Moment of the arrival that `next` found, in seconds; Infinity: nobody comes any more. */
  at: Clock = Number.NaN;
  private factor = Number.NaN; // of the day
  private startsAt: Clock = Number.NaN;

  constructor(table: SourceTable, seed: string, name: string, booking: Booking | null = null) {
    this.table = table;
    this.booking = booking;
    const law = table.process === RENEWAL ? table.between : UNIT_EXPONENTIAL;
    const isPopulation = table.process === POPULATION;
    this.population = isPopulation ? new Population(table.members!, table.between!, deriveKey(seed, "away", name)) : null;
    const isDrawn = table.process !== LIST && table.process !== BOOK && !isPopulation;
    this.gaps = !isDrawn || law === null ? null : new Stream(law, deriveKey(seed, "arrival", name));
    const {phases} = table;
    this.phases =
      phases === null
        ? null
        : new Phases(
            phases,
            new Stream(UNIT_EXPONENTIAL, deriveKey(seed, "phase", name)),
            new Stream(UNIFORM, deriveKey(seed, "next phase", name)),
          );
    // One factor a day for every source and class that shares a coefficient of variation: the key does not name the source.
    this.days =
      table.busyness > 0 ? new Stream({kind: "gamma", mean: 1, squaredCV: table.busyness}, deriveKey(seed, "busyness", "day")) : null;
    this.sizes = table.batchSize.length > 1 ? new Stream(UNIFORM, deriveKey(seed, "batch", name)) : null;
    this.memberClasses = isPopulation && table.mixClass.length > 1 ? new Draws(deriveKey(seed, "class of member", name)) : null;
    this.classes = table.mixClass.length > 1 ? new Stream(UNIFORM, deriveKey(seed, "class", name)) : null;
  }

  restart(replication: number, startsAt: Clock): void {
    this.gaps?.restart(replication);
    this.sizes?.restart(replication);
    this.memberClasses?.restart(replication);
    this.classes?.restart(replication);
    this.population?.restart(replication);
    this.factor = 1;
    if (this.days !== null) {
      this.days.restart(replication);
      this.factor = this.days.next();
    }
    this.startsAt = startsAt;
    this.piece = 0;
    this.remaining = this.table.people;
    this.phases?.restart(replication, startsAt);
    this.at = startsAt;
    this.entry = -1;
    this.booking?.restart(replication, startsAt, () => this.nextClass());
  }

  /** Goes to the next arrival. */
  next(): void {
    if (this.table.process === POISSON) this.nextPoisson();
    else this.nextOfOthers();
  }

  private nextOfOthers(): void {
    if (this.table.process === RENEWAL) {
      this.at += this.gaps!.next();
      return;
    }
    if (this.booking !== null) {
      this.at = this.booking.at(++this.entry);
      return;
    }
    if (this.table.process === PHASES) return this.nextInPhases();
    if (this.table.process === SPREAD) return this.nextOfSpread();
    if (this.population !== null) {
      this.at = this.population.at;
      return;
    }
    const {listAt} = this.table;
    do this.entry++;
    while (this.entry < listAt.length && listAt[this.entry] < this.startsAt);
    this.at = this.entry < listAt.length ? listAt[this.entry] : Infinity;
  }

  /** Within a phase the rate is constant; what a phase leaves of the unit exponential is used up in the next. */
  private nextInPhases(): void {
    const phases = this.phases!;
    let work = this.gaps!.next() / this.factor;
    for (;;) {
      const step = work / phases.rate; // Infinity where nobody comes
      if (this.at + step < phases.endsAt) {
        this.at += step;
        return;
      }
      work = Math.max(0, work - phases.rate * (phases.endsAt - this.at));
      this.at = phases.endsAt;
      phases.change();
    }
  }

  /**
   * Order statistics of independent uniform moments, in order: the first of k moments left is where 1 - (1 - u)^(1/k) of the
   * period is over. Source: Devroye (1986), Non-Uniform Random Variate Generation, section V.3.
   */
  private nextOfSpread(): void {
    const {spreadFrom, spreadTo} = this.table;
    const from = this.at > spreadFrom ? this.at : spreadFrom;
    this.at = this.remaining === 0 ? Infinity : Math.min(spreadTo, from - (spreadTo - from) * expm1(-this.gaps!.next() / this.remaining));
    this.remaining--;
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

  /** The class of a member of the population who is coming. */
  classOfMember(member: Row): Row {
    const {mixClass, mixShare} = this.table;
    if (this.memberClasses === null) return mixClass[0];
    return mixClass[pick(mixShare, this.memberClasses.at(member, this.population!.comings[member] - 1))];
  }
}

/** The phase that the arrivals are in. */
class Phases {
  rate = Number.NaN; // customers per second
  endsAt: Clock = Number.NaN;
  private readonly table: PhaseTable;
  private readonly lengths: Stream;
  private readonly changes: Stream;
  private row = 0;

  constructor(table: PhaseTable, lengths: Stream, changes: Stream) {
    this.table = table;
    this.lengths = lengths;
    this.changes = changes;
  }

  restart(replication: number, startsAt: Clock): void {
    this.lengths.restart(replication);
    this.changes.restart(replication);
    this.endsAt = startsAt;
    this.enter(pick(this.table.first, this.changes.next()));
  }

  change(): void {
    const {rate, next} = this.table;
    const phases = rate.length;
    this.enter(pick(next.subarray(this.row * phases, (this.row + 1) * phases), this.changes.next()));
  }

  private enter(row: number): void {
    this.row = row;
    this.rate = this.table.rate[row];
    this.endsAt += this.lengths.next() * this.table.lasts[row];
  }
}

/** The first whose cumulative share exceeds u. */
export function pick(cumulative: Float64Array, u: number): number {
  const last = cumulative.length - 1;
  let i = 0;
  while (i < last && u >= cumulative[i]) i++;
  return i;
}
