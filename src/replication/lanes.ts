/**
 * Lanes: which one a newcomer walks to, and who moves to another. Only choices are made here; the loop carries them out.
 * The rules are in docs/conventions.md, "Choosing a line".
 */
import {JOIN_NEAREST, JOIN_RANDOM, JOIN_ROUND_ROBIN} from "../model/model.ts";
import type {Seconds} from "../units.ts";
import type {Customer} from "./customer.ts";
import type {Needs} from "./needs.ts";
import type {Clock, Place, Station} from "./station.ts";

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
  laneFor(customer: Customer, station: Station, pass: number): Place {
    const {places, table} = station;
    const lanes = station.staff > 0 ? station.staff : this.lanesOfNextOpening(station);
    if (table.join === JOIN_RANDOM) return places[Math.floor(this.needs.lane(customer, pass) * lanes)];
    if (table.join === JOIN_ROUND_ROBIN) return places[station.turn++ % lanes];
    if (table.join === JOIN_NEAREST) return nearestLane(places, lanes, table.nearestWithin);
    if (table.countsWaitingOnly) return this.leastWaiting(customer, places, lanes, pass);
    return table.hasRandomTies ? this.leastPeople(customer, places, lanes, pass) : shortestLane(places, lanes);
  }

  private leastPeople(customer: Customer, places: readonly Place[], lanes: number, pass: number): Place {
    let shortest = places[0];
    let ties = 1;
    for (let i = 1; i < lanes; i++) {
      const lane = places[i];
      if (lane.people < shortest.people) {
        shortest = lane;
        ties = 1;
      } else if (lane.people === shortest.people) ties++;
    }
    if (ties === 1) return shortest;
    return this.tied(places, customer, ties, pass, (lane) => lane.people === shortest.people);
  }

  private leastWaiting(customer: Customer, places: readonly Place[], lanes: number, pass: number): Place {
    let shortest = places[0];
    for (let i = 1; i < lanes; i++) if (places[i].waiting < shortest.waiting) shortest = places[i];
    if (!shortest.station.table.hasRandomTies) return shortest;
    const open = places.slice(0, lanes);
    const isTied = (lane: Place) => lane.waiting === shortest.waiting;
    return this.tied(open, customer, open.filter(isTied).length, pass, isTied);
  }

  private tied(places: readonly Place[], customer: Customer, ties: number, pass: number, isTied: (lane: Place) => boolean): Place {
    let chosen = Math.floor(this.needs.lane(customer, pass) * ties);
    return places.find((lane) => isTied(lane) && chosen-- === 0)!;
  }

  /** Nobody is there now: people wait at the lanes that open next. */
  private lanesOfNextOpening(station: Station): number {
    const {staffAt, staff} = station.table;
    const opening = staff.findIndex((count, i) => count > 0 && staffAt[i] > this.clock.now && staffAt[i] < this.doorClosesAt);
    return opening < 0 ? 1 : staff[opening];
  }
}

/** The leftmost of those with the fewest people. */
export function shortestLane(places: readonly Place[], lanes: number): Place {
  let shortest = places[0];
  for (let i = 1; i < lanes && shortest.people > 0; i++) if (places[i].people < shortest.people) shortest = places[i];
  return shortest;
}

/** The first lane from the door that is at most so much longer than the shortest. */
function nearestLane(places: readonly Place[], lanes: number, within: number): Place {
  let least = places[0].people;
  for (let i = 1; i < lanes; i++) least = Math.min(least, places[i].people);
  let i = 0;
  while (places[i].people > least + within) i++;
  return places[i];
}

/** Jockeying: the lane that gives its last waiting person, and the lane that takes them; null when nobody wants to move. */
export function nextSwitch({places, table, staff}: Station): {from: Place; to: Place} | null {
  const longest = mostPeople(places);
  for (let to = 0; to < staff; to++) {
    const enough = places[to].people + table.switchAt;
    if (longest < enough) continue;
    for (let distance = 1; distance < places.length; distance++) {
      const from = givingLane(places, to - distance, enough) ?? givingLane(places, to + distance, enough);
      if (from !== null) return {from, to: places[to]};
    }
  }
  return null;
}

function mostPeople(places: readonly Place[]): number {
  let most = 0;
  for (const {people} of places) if (people > most) most = people;
  return most;
}

/** The lane at an index if there is one, with enough people and somebody waiting. */
function givingLane(places: readonly Place[], index: number, enough: number): Place | null {
  if (index < 0 || index >= places.length) return null;
  const lane = places[index];
  return lane.people >= enough && lane.waiting > 0 ? lane : null;
}
