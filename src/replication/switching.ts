/**
 * People who leave their line for another: jockeying, and the people of a lane that closes. docs/conventions.md, "Switching".
 */
import type {Customer} from "./customer.ts";
import {expressAmong, isExpress, mayUse} from "./express.ts";
import {leastOf} from "./lanes.ts";
import {lastLine, nextLine} from "./heads.ts";
import type {Line} from "./lines.ts";
import {IDLE, type Place, type Station} from "./station.ts";

/** Who carries a switch out. */
export interface Lanes {
  /** Somebody leaves a line for the end of a lane's, at once. */
  moveTo(from: Line, customer: Customer, station: Station, lane: Place): void;
  /** The same, with the walk that it takes. */
  setOutFor(from: Line, customer: Customer, station: Station, lane: Place): void;
}

/** A lane closes at once: its people go, in order of service, each to the end of the then shortest open lane. */
export function moveLane(station: Station, lane: Place, lanes: Lanes): void {
  for (let line = nextLine(station, lane.lines); line !== null; line = nextLine(station, lane.lines)) {
    const customer = line.first()!;
    lanes.moveTo(line, customer, station, shortestFor(customer, station));
  }
}

/** The shortest open lane that a customer may use. Who comes from a lane to the right of all these can use every one of them. */
export function shortestFor(customer: Customer, station: Station): Place {
  const {people, places, staff, table} = station;
  if (table.expressLanes === 0) return places[leastOf(people, 0, staff)];
  const express = expressAmong(station, staff);
  if (!isExpress(customer, station)) return places[leastOf(people, express, staff)];
  return places[leastOf(people, 0, table.expressIsAlways && express > 0 ? express : staff)];
}

/** Lets one person switch; false when nobody wants to. */
export function someoneSwitches(station: Station, lanes: Lanes): boolean {
  const move = station.table.switchAt > 0 ? nextSwitch(station) : null;
  if (move === null) return false;
  const line = lastLine(station, station.places[move.from].lines);
  const customer = line.last()!;
  if (station.table.switchCost > 0) lanes.setOutFor(line, customer, station, station.places[move.to]);
  else lanes.moveTo(line, customer, station, station.places[move.to]);
  return true;
}

/** The lane that gives its last waiting person, and the lane that takes them; null when nobody wants to move. */
function nextSwitch(station: Station): {from: number; to: number} | null {
  const {people, table, staff} = station;
  if (table.switchWhenIdle) return nextToIdle(station);
  let longest = 0;
  for (let lane = 0; lane < people.length; lane++) if (people[lane] > longest) longest = people[lane];
  for (let to = 0; to < staff; to++) {
    const enough = people[to] + table.switchAt;
    if (longest < enough) continue;
    for (let distance = 1; distance < people.length; distance++) {
      if (canGive(station, to - distance, enough, to)) return {from: to - distance, to};
      if (canGive(station, to + distance, enough, to)) return {from: to + distance, to};
    }
  }
  return null;
}

/** The leftmost idle server, and the lane with the most people waiting whose last one may go there; the leftmost of equals. */
function nextToIdle(station: Station): {from: number; to: number} | null {
  const {people, places, staff, waitingIn} = station;
  for (let to = 0; to < staff; to++) {
    if (places[to].state !== IDLE || people[to] > 0) continue;
    let from = -1;
    for (let lane = 0; lane < waitingIn.length; lane++) {
      if ((from < 0 || waitingIn[lane] > waitingIn[from]) && canGive(station, lane, 0, to)) from = lane;
    }
    if (from >= 0) return {from, to};
  }
  return null;
}

/** Is there a lane with enough people, and somebody waiting who may go there? */
function canGive(station: Station, lane: number, enough: number, to: number): boolean {
  const {people, waitingIn, reach} = station;
  if (lane < 0 || lane >= people.length || people[lane] < enough || waitingIn[lane] === 0) return false;
  return (station.table.expressLanes === 0 && reach === null) || mayUse(lastLine(station, station.places[lane].lines).last()!, station, to);
}
