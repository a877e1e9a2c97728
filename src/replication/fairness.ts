/**
 * Who was passed over, who passed, and what everybody got of the servers against an equal part: kept only where it is asked for.
 * It hears what the event log would hear, so that the loop carries nothing of it.
 *
 *   slip             a later arrival is called before you: one for each
 *   skip             you are called before an earlier arrival who waits: one for each (a slip of one is a skip of another)
 *   discrimination   service received − ∫ busy servers ÷ people at the station dt over the stay, in server seconds
 *   regret           on joining a lane, the work ahead beyond that of the open lane with the least
 *
 * Sources: Larson (1987), Operations Research 35, 895-905 (slips and skips); Raz, Levy and Avi-Itzhak (2004), SIGMETRICS 32,
 * 130-141 (RAQFM). The rules are in docs/conventions.md, "Fairness".
 */
import type {Customer} from "./customer.ts";
import {IN_SERVICE} from "./customer.ts";
import {ARRIVED, CALLED, DROPPED_AT, ENDED, GAVE_UP_AT, INTERRUPTED, JOINED, LEFT, STARTED, SWITCHED, TURNED_AWAY_AT} from "./event-log.ts";
import {LANES, type Clock, type Station} from "./station.ts";

/** Work ahead that differs by less is equal: sums of the same times in another order must not make regret. */
export const SAME_WORK = 1e-6; // seconds

/** Who waits at a station, in the order of joining; those who wait again after an interruption come last. */
class Waiting {
  private first: Customer | null = null;
  private last: Customer | null = null;

  clear(): void {
    this.first = this.last = null;
  }

  append(customer: Customer): void {
    const {last} = this;
    customer.isWaiting = true;
    customer.joinedBefore = last;
    customer.joinedAfter = null;
    if (last === null) this.first = customer;
    else last.joinedAfter = customer;
    this.last = customer;
  }

  remove(customer: Customer): void {
    const {joinedBefore: before, joinedAfter: after} = customer;
    customer.isWaiting = false;
    if (before === null) this.first = after;
    else before.joinedAfter = after;
    if (after === null) this.last = before;
    else after.joinedBefore = before;
  }

  /** One is called: everybody who joined earlier and was never called slips. Returns how many. */
  passOver(called: Customer): number {
    let skips = 0;
    for (let other = this.first; other !== null && other.joinOrder < called.joinOrder; other = other.joinedAfter) {
      if (other.waited !== NOT_CALLED) continue;
      other.slips++;
      skips++;
    }
    return skips;
  }

  /** Adds the work of those who wait to the lanes where they stand, in seconds at speed 1. */
  addWork(lanes: Float64Array): void {
    for (let other = this.first; other !== null; other = other.joinedAfter) lanes[other.place!.index] += other.work;
  }
}

const NOT_CALLED = -1; // as in simulation.ts

export class Fairness {
  private readonly clock: Clock;
  private readonly isSingleVisit: boolean;
  private readonly waiting: Waiting[]; // by station
  private readonly work: Float64Array; // seconds, by lane; scratch

  constructor(stations: readonly Station[], clock: Clock, isSingleVisit: boolean) {
    this.clock = clock;
    this.isSingleVisit = isSingleVisit;
    this.waiting = stations.map(() => new Waiting());
    this.work = new Float64Array(stations.reduce((most, {places}) => Math.max(most, places.length), 0));
  }

  clear(): void {
    for (const waiting of this.waiting) waiting.clear();
  }

  /** Something happened to a customer, as in the event log; `station` is null at the door. */
  hears(kind: number, customer: Customer, station: Station | null): void {
    if (station === null) {
      if (kind === ARRIVED) customer.beginFairly();
      else if (kind === LEFT && !this.isSingleVisit) customer.visitBook.fairness!.visitDone(customer);
      return;
    }
    const waiting = this.waiting[station.row];
    switch (kind) {
      case JOINED:
        station.areasUpToNow();
        customer.slips = customer.skips = customer.switches = 0;
        customer.received = 0;
        customer.warrantedBefore = station.warranted;
        if (station.mode === LANES) this.lookAround(customer, station, waiting);
        return waiting.append(customer);
      case CALLED:
        waiting.remove(customer);
        if (customer.waited === NOT_CALLED) customer.skips = waiting.passOver(customer);
        return;
      case STARTED:
        customer.servedFrom = this.clock.now;
        return;
      case INTERRUPTED:
        if (customer.state === IN_SERVICE) customer.received += this.clock.now - customer.servedFrom;
        return waiting.append(customer);
      case SWITCHED:
        if (station.mode === LANES) customer.switches++; // a place at a window is still the same line
        return;
      case ENDED:
        customer.received += this.clock.now - customer.servedFrom;
        return this.done(customer, station);
      case GAVE_UP_AT:
      case DROPPED_AT:
      case TURNED_AWAY_AT:
        waiting.remove(customer);
        return this.done(customer, station);
    }
  }

  private done(customer: Customer, station: Station): void {
    customer.discrimination = customer.received - (station.warranted - customer.warrantedBefore);
    customer.joinBook.fairness!.stationDone(customer);
    if (!this.isSingleVisit) customer.addToVisit();
  }

  /** How much more work lies ahead in the lane chosen than in the open lane with the least. */
  private lookAround(customer: Customer, station: Station, waiting: Waiting): void {
    const {work, clock} = this;
    const {places, speed} = station;
    work.fill(0);
    waiting.addWork(work);
    let least = Infinity;
    let own = 0;
    for (const {index, isOpen, customer: inHand} of places) {
      const ahead = work[index] / speed + (inHand === null ? 0 : inHand.endsAt - clock.now);
      if (index === customer.place!.index) own = ahead;
      else if (isOpen && ahead < least) least = ahead;
    }
    if (own - least <= SAME_WORK) return;
    customer.joinBook.fairness!.regretted(own - least, 1);
    if (this.isSingleVisit) return;
    customer.visitBook.fairness!.regretted(own - least, customer.hasRegret ? 0 : 1);
    customer.hasRegret = true;
  }
}
