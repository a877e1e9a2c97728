/**
 * Lanes: which one a newcomer walks to. The rules are in docs/conventions.md, "Choosing a line".
 */
import {JOIN_LEAST_WORK, JOIN_NEAREST, JOIN_RANDOM, JOIN_ROUND_ROBIN} from "../model/model.ts";
import type {Seconds} from "../units.ts";
import type {Customer} from "./customer.ts";
import {expressAmong, isExpress} from "./express.ts";
import {LaneWork} from "./lane-work.ts";
import type {Needs} from "./needs.ts";
import type {Clock, Station} from "./station.ts";

export class LaneChoice {
  private readonly needs: Needs;
  private readonly clock: Clock;
  private readonly doorClosesAt: Seconds; // Infinity in a long run
  private readonly work = new LaneWork();
  private seen = new Float64Array(0); // by lane: how long it looks to somebody

  constructor(needs: Needs, clock: Clock, doorClosesAt: Seconds) {
    this.needs = needs;
    this.clock = clock;
    this.doorClosesAt = doorClosesAt;
  }

  /** The lane a newcomer walks to. Open lanes are the first ones, and express lanes the first of these. */
  laneFor(customer: Customer, station: Station, pass: number): number {
    const {people, table} = station;
    const open = station.staff > 0 ? station.staff : this.lanesOfNextOpening(station);
    let from = 0;
    let to = open;
    if (table.expressLanes > 0) {
      const express = expressAmong(station, open);
      if (!isExpress(customer, station)) from = express;
      else if (table.expressIsAlways && express > 0) to = express;
    } else if (station.reach !== null) to = Math.min(open, station.reach[customer.classRow]);
    switch (table.join) {
      case JOIN_RANDOM:
        return from + Math.floor(this.needs.lane(customer, pass) * (to - from));
      case JOIN_ROUND_ROBIN:
        return from + (station.turn++ % (to - from));
      case JOIN_NEAREST:
        if (table.misjudged === 0) return nearestLane(people, from, to, table.nearestWithin);
    }
    if (table.misjudged > 0 || table.join === JOIN_LEAST_WORK) return this.laneThatSeems(customer, station, from, to, pass);
    const counts = table.countsWaitingOnly ? station.waitingIn : people;
    return table.hasRandomTies ? this.leastOfAny(customer, counts, from, to, pass) : leastOf(counts, from, to);
  }

  /** Any of those with the fewest. */
  private leastOfAny(customer: Customer, counts: Int32Array, from: number, to: number, pass: number): number {
    const first = leastOf(counts, from, to);
    const least = counts[first];
    let ties = 1;
    for (let i = first + 1; i < to; i++) if (counts[i] === least) ties++;
    if (ties === 1) return first;
    let others = Math.floor(this.needs.lane(customer, pass) * ties);
    let lane = first;
    while (others > 0) if (counts[++lane] === least) others--;
    return lane;
  }

  /** The same by what somebody sees: minutes of work, or lengths judged wrongly. */
  private laneThatSeems(customer: Customer, station: Station, from: number, to: number, pass: number): number {
    const {table} = station;
    this.look(customer, station, from, to, pass);
    const {seen} = this;
    let least = from;
    for (let i = from + 1; i < to; i++) if (seen[i] < seen[least]) least = i;
    if (table.join === JOIN_NEAREST) {
      let lane = from;
      while (seen[lane] > seen[least] + table.nearestWithin) lane++;
      return lane;
    }
    if (!table.hasRandomTies) return least;
    let ties = 0;
    for (let i = least; i < to; i++) if (seen[i] === seen[least]) ties++;
    let others = ties === 1 ? 0 : Math.floor(this.needs.lane(customer, pass) * ties);
    let lane = least;
    while (others > 0) if (seen[++lane] === seen[least]) others--;
    return lane;
  }

  private look(customer: Customer, station: Station, from: number, to: number, pass: number): void {
    const {table, people, waitingIn} = station;
    const {now} = this.clock;
    const counts = table.countsWaitingOnly && table.join !== JOIN_NEAREST ? waitingIn : people;
    if (this.seen.length < to) this.seen = new Float64Array(to);
    for (let lane = from; lane < to; lane++) {
      if (table.join === JOIN_LEAST_WORK) {
        this.work.addUp(station, station.places[lane], now);
        // Right is right to the last bit: the moments are compared, not what is left until then.
        this.seen[lane] = table.misjudged === 0 ? this.work.doneAt : this.work.doneAt - now;
      } else this.seen[lane] = counts[lane];
      if (table.misjudged > 0 && this.seen[lane] > 0) this.seen[lane] *= this.needs.misjudge(customer, pass, lane);
    }
  }

  /** Nobody is there now: people wait at the lanes that open next. */
  private lanesOfNextOpening(station: Station): number {
    const {staffAt, staff, opensAt, opensLeast} = station.table;
    const opening = staff.findIndex((count, i) => count > 0 && staffAt[i] > this.clock.now && staffAt[i] < this.doorClosesAt);
    if (opening < 0) return 1;
    return opensAt > 0 ? Math.min(opensLeast, staff[opening]) : staff[opening];
  }
}

/** The leftmost of those with the fewest. */
export function leastOf(counts: Int32Array, from: number, to: number): number {
  let lane = from;
  for (let i = from + 1; i < to && counts[lane] > 0; i++) if (counts[i] < counts[lane]) lane = i;
  return lane;
}

/** The first lane from the door that is at most so much longer than the shortest. */
function nearestLane(people: Int32Array, from: number, to: number, within: number): number {
  const least = people[leastOf(people, from, to)];
  let lane = from;
  while (people[lane] > least + within) lane++;
  return lane;
}
