/**
 * People who leave their line for another: jockeying, and the people of a lane that closes. docs/conventions.md, "Switching".
 */
import type {Customer} from "./customer.ts";
import {leastOf} from "./lanes.ts";
import {lastLine, nextLine} from "./heads.ts";
import type {Line} from "./lines.ts";
import type {Place, Station} from "./station.ts";

/** Who carries a switch out. */
export interface Lanes {
  /** Somebody leaves a line for the end of a lane's. */
  switchLane(from: Line, customer: Customer, station: Station, lane: Place): void;
}

/** A lane closes at once: its people go, in order of service, each to the end of the then shortest open lane. */
export function moveLane(station: Station, lane: Place, lanes: Lanes): void {
  for (let line = nextLine(station, lane.lines); line !== null; line = nextLine(station, lane.lines)) {
    lanes.switchLane(line, line.first()!, station, station.places[leastOf(station.people, station.staff)]);
  }
}

/** Lets one person switch; false when nobody wants to. */
export function someoneSwitches(station: Station, lanes: Lanes): boolean {
  const move = station.table.switchAt > 0 ? nextSwitch(station) : null;
  if (move === null) return false;
  const line = lastLine(station, station.places[move.from].lines);
  lanes.switchLane(line, line.last()!, station, station.places[move.to]);
  return true;
}

/** The lane that gives its last waiting person, and the lane that takes them; null when nobody wants to move. */
function nextSwitch(station: Station): {from: number; to: number} | null {
  const {people, table, staff} = station;
  let longest = 0;
  for (const count of people) if (count > longest) longest = count;
  for (let to = 0; to < staff; to++) {
    const enough = people[to] + table.switchAt;
    if (longest < enough) continue;
    for (let distance = 1; distance < people.length; distance++) {
      if (canGive(station, to - distance, enough)) return {from: to - distance, to};
      if (canGive(station, to + distance, enough)) return {from: to + distance, to};
    }
  }
  return null;
}

/** Is there a lane with enough people, and somebody waiting? */
function canGive({people, waitingIn}: Station, lane: number, enough: number): boolean {
  return lane >= 0 && lane < people.length && people[lane] >= enough && waitingIn[lane] > 0;
}
