/**
 * Lanes: which one a newcomer walks to. The rules are in docs/conventions.md, "Choosing a line".
 */
import {JOIN_NEAREST, JOIN_RANDOM, JOIN_ROUND_ROBIN} from "../model/model.ts";
import type {Seconds} from "../units.ts";
import type {Customer} from "./customer.ts";
import type {Needs} from "./needs.ts";
import type {Clock, Station} from "./station.ts";

export class LaneChoice {
  private readonly needs: Needs;
  private readonly clock: Clock;
  private readonly doorClosesAt: Seconds; // Infinity in a long run

  constructor(needs: Needs, clock: Clock, doorClosesAt: Seconds) {
    this.needs = needs;
    this.clock = clock;
    this.doorClosesAt = doorClosesAt;
  }

  /** The lane a newcomer walks to. Open lanes are the first ones. */
  laneFor(customer: Customer, station: Station, pass: number): number {
    const {people, table} = station;
    const lanes = station.staff > 0 ? station.staff : this.lanesOfNextOpening(station);
    switch (table.join) {
      case JOIN_RANDOM:
        return Math.floor(this.needs.lane(customer, pass) * lanes);
      case JOIN_ROUND_ROBIN:
        return station.turn++ % lanes;
      case JOIN_NEAREST:
        return nearestLane(people, lanes, table.nearestWithin);
    }
    const counts = table.countsWaitingOnly ? station.waitingIn : people;
    return table.hasRandomTies ? this.leastOfAny(customer, counts, lanes, pass) : leastOf(counts, lanes);
  }

  /** Any of those with the fewest. */
  private leastOfAny(customer: Customer, counts: Int32Array, lanes: number, pass: number): number {
    const first = leastOf(counts, lanes);
    const least = counts[first];
    let ties = 1;
    for (let i = first + 1; i < lanes; i++) if (counts[i] === least) ties++;
    if (ties === 1) return first;
    let others = Math.floor(this.needs.lane(customer, pass) * ties);
    let lane = first;
    while (others > 0) if (counts[++lane] === least) others--;
    return lane;
  }

  /** Nobody is there now: people wait at the lanes that open next. */
  private lanesOfNextOpening(station: Station): number {
    const {staffAt, staff} = station.table;
    const opening = staff.findIndex((count, i) => count > 0 && staffAt[i] > this.clock.now && staffAt[i] < this.doorClosesAt);
    return opening < 0 ? 1 : staff[opening];
  }
}

/** The leftmost of those with the fewest. */
export function leastOf(counts: Int32Array, lanes: number): number {
  let lane = 0;
  for (let i = 1; i < lanes && counts[lane] > 0; i++) if (counts[i] < counts[lane]) lane = i;
  return lane;
}

/** The first lane from the door that is at most so much longer than the shortest. */
function nearestLane(people: Int32Array, lanes: number, within: number): number {
  const least = people[leastOf(people, lanes)];
  let lane = 0;
  while (people[lane] > least + within) lane++;
  return lane;
}
