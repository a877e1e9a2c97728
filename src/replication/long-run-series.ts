/**
 * What one long run tells in order of time, for N-Skart to judge it by (`estimate/skart.ts`): waits and times in system of everybody
 * who counts, and whether they were in time, as batch means. Kept only where one long run stands alone.
 *
 *   scope     the whole visit, or one station
 *   number    of a customer at the door of the scope: at the place, or among those who joined the station
 *
 * The order is that of coming, whoever is done first: it is the same however a history is told, and neighbours in it are neighbours in
 * time. Whoever is done before somebody who came earlier is therefore held back until that one is done too. Memory follows the people
 * who are there, and 32 kilobytes for each series.
 */
import type {Row} from "../model/model.ts";
import {BatchMeans} from "./batch-means.ts";
import type {Customer} from "./customer.ts";
import type {Series} from "./replication.ts";
import {type RowLayout, SOJOURN_SERIES, WAIT_SERIES} from "./row.ts";

const PENDING = 0,
  UNTOLD = 1, // refused, turned away, balked, or not counted
  SERVED = 2,
  GAVE_UP = 3;
type Outcome = typeof UNTOLD | typeof SERVED | typeof GAVE_UP;

/** So many who came after somebody and are done before: whoever is passed by more will hardly ever be served, and no mean exists. */
const MOST_HELD_BACK = 1 << 18;

export class LongRunSeries {
  private readonly isSingleVisit: boolean;
  private readonly visits: InOrder;
  private readonly stations: InOrder[]; // by row; empty where the visit is the station
  private readonly series: BatchMeans[]; // as `RowLayout.series` has them

  constructor(layout: RowLayout, classes: number) {
    this.isSingleVisit = layout.isSingleVisit;
    this.series = Array.from({length: layout.groups.length * layout.seriesPerGroup}, () => new BatchMeans());
    const scope = (station: Row) => new InOrder(layout, {station, classes, series: this.series});
    this.visits = scope(-1);
    this.stations = this.isSingleVisit ? [] : Array.from({length: layout.stations}, (_, row) => scope(row));
  }

  clear(): void {
    this.visits.clear();
    for (const station of this.stations) station.clear();
    for (const one of this.series) one.reset();
  }

  /** Service at one station of several is over. */
  stationDone(customer: Customer, station: Row): void {
    if (this.isSingleVisit) return;
    this.stations[station].done(customer.joinOrder, customer, customer.isCounted ? SERVED : UNTOLD, customer.waited, customer.stay);
  }

  /** The visit is over. */
  visitDone(customer: Customer): void {
    const wait = this.isSingleVisit ? customer.waited : customer.totalWait;
    this.visits.done(customer.number, customer, customer.isCounted ? SERVED : UNTOLD, wait, customer.stay);
  }

  /** The visit ends in a line, after so many seconds in it. */
  gaveUp(customer: Customer, station: Row, wait: number): void {
    const outcome = customer.isCounted ? GAVE_UP : UNTOLD;
    if (!this.isSingleVisit) this.stations[station].done(customer.joinOrder, customer, outcome, wait, 0);
    this.visits.done(customer.number, customer, outcome, customer.totalWait, 0);
  }

  /** The visit ends without a wait that anybody tells of. */
  lost(customer: Customer): void {
    this.visits.done(customer.number, customer, UNTOLD, 0, 0);
  }

  /** The same for somebody who had joined a line. */
  lostInLine(customer: Customer, station: Row): void {
    if (!this.isSingleVisit) this.stations[station].done(customer.joinOrder, customer, UNTOLD, 0, 0);
  }

  /** Somebody who counts is served at a station, where it is known that everybody who joined before is told already. */
  nextAtStation(customer: Customer, station: Row): void {
    this.stations[station].tell(SERVED, customer.classRow, customer.waited, customer.stay);
  }

  /** The same of the only station that everybody visits once. */
  nextVisit(customer: Customer): void {
    this.visits.tell(SERVED, customer.classRow, customer.waited, customer.stay);
  }

  /** Everything told; null where somebody held back too many others. Those who are not done are left out. */
  finish(): Series[] | null {
    const scopes = [this.visits, ...this.stations];
    for (const scope of scopes) scope.tellRest();
    return scopes.some(({isGivenUp}) => isGivenUp) ? null : this.series.map(({unit, means}) => ({unit, means}));
  }
}

/** One scope: takes customers as they are done, tells them in the order of their numbers. */
class InOrder {
  isGivenUp = false;
  private readonly seriesOf: BatchMeans[][]; // by class, of the groups it belongs to: one after another
  private readonly waitWithin: Float64Array;
  private readonly sojournWithin: Float64Array;
  // Those who are done out of order: a ring, from the number of the first who is not done.
  private first = 0;
  private outcome = new Uint8Array(64);
  private classRow = new Int32Array(64);
  private wait = new Float64Array(64); // seconds
  private stay = new Float64Array(64); // seconds

  constructor(layout: RowLayout, {station, classes, series}: {station: Row; classes: number; series: BatchMeans[]}) {
    this.waitWithin = layout.waitWithin;
    this.sojournWithin = layout.sojournWithin;
    this.seriesOf = Array.from({length: classes}, (_, row) =>
      [layout.groupOf(station, -1), layout.groupOf(station, row)]
        .filter((group) => group >= 0)
        .flatMap((group) => series.slice(layout.series(group, 0), layout.series(group + 1, 0))),
    );
  }

  clear(): void {
    this.first = 0;
    this.isGivenUp = false;
    this.outcome.fill(PENDING);
  }

  done(number: number, {classRow}: Customer, outcome: Outcome, wait: number, stay: number): void {
    if (this.isGivenUp) return;
    if (number > this.first) return this.holdBack(number, classRow, outcome, wait, stay);
    this.tell(outcome, classRow, wait, stay);
    this.first++;
    this.tellHeldBack();
  }

  private holdBack(number: number, classRow: Row, outcome: Outcome, wait: number, stay: number): void {
    while (number - this.first >= this.outcome.length) {
      if (this.outcome.length >= MOST_HELD_BACK) {
        this.isGivenUp = true;
        return;
      }
      this.makeRoom();
    }
    const at = number & (this.outcome.length - 1);
    this.outcome[at] = outcome;
    this.classRow[at] = classRow;
    this.wait[at] = wait;
    this.stay[at] = stay;
  }

  private tellHeldBack(): void {
    const mask = this.outcome.length - 1;
    for (let at = this.first & mask; this.outcome[at] !== PENDING; at = this.first & mask) this.tellOne(at);
  }

  private tellOne(at: number): void {
    const outcome = this.outcome[at] as Outcome;
    this.outcome[at] = PENDING;
    this.first++;
    this.tell(outcome, this.classRow[at], this.wait[at], this.stay[at]);
  }

  /** Nobody will be done any more. */
  tellRest(): void {
    const {length} = this.outcome;
    for (const end = this.first + length; this.first < end; ) {
      const at = this.first & (length - 1);
      if (this.outcome[at] === PENDING) this.first++;
      else this.tellOne(at);
    }
  }

  tell(outcome: Outcome, classRow: Row, wait: number, stay: number): void {
    if (outcome === UNTOLD) return;
    const {waitWithin, sojournWithin} = this;
    const series = this.seriesOf[classRow];
    for (let i = 0; i < series.length; ) {
      const isServed = outcome === SERVED;
      series[i + WAIT_SERIES].add(wait);
      if (isServed) series[i + SOJOURN_SERIES].add(stay);
      i += 2;
      for (let at = 0; at < waitWithin.length; at++) series[i++].add(wait <= waitWithin[at] ? 1 : 0);
      for (let at = 0; at < waitWithin.length; at++) series[i++].add(isServed && wait <= waitWithin[at] ? 1 : 0);
      for (let at = 0; at < sojournWithin.length; at++, i++) if (isServed) series[i].add(stay <= sojournWithin[at] ? 1 : 0);
    }
  }

  private makeRoom(): void {
    const {outcome, classRow, wait, stay} = this;
    const {length} = outcome;
    this.outcome = new Uint8Array(2 * length);
    this.classRow = new Int32Array(2 * length);
    this.wait = new Float64Array(2 * length);
    this.stay = new Float64Array(2 * length);
    for (let number = this.first; number < this.first + length; number++) {
      const from = number & (length - 1),
        to = number & (2 * length - 1);
      this.outcome[to] = outcome[from];
      this.classRow[to] = classRow[from];
      this.wait[to] = wait[from];
      this.stay[to] = stay[from];
    }
  }
}
