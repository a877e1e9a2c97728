/**
 * Express lanes: who may use which lane, and the idle express server that takes anyone. docs/conventions.md, "Express lanes".
 */
import type {Customer} from "./customer.ts";
import {nextLine} from "./heads.ts";
import {IDLE, type Station} from "./station.ts";
import type {Lanes} from "./switching.ts";

/** How many of the open lanes are express: the first ones, but one is left for the others. */
export function expressAmong({table}: Station, open: number): number {
  return table.expressLanes < open ? table.expressLanes : Math.max(0, open - 1);
}

/** Is it a customer whom express lanes are for? */
export function isExpress({classRow, work}: Customer, {table}: Station): boolean {
  return table.expressFor[classRow] && work < table.expressUnder;
}

/** May the customer stand in an open lane? */
export function mayUse(customer: Customer, station: Station, lane: number): boolean {
  if (!station.canUse(customer.classRow, lane)) return false;
  const express = expressAmong(station, station.staff);
  if (express === 0) return true;
  return isExpress(customer, station) ? !station.table.expressIsAlways || lane < express : lane >= express;
}

/** An idle express server takes who is next in the longest of the other lanes; false when there is no such server, or nobody waits. */
export function expressHelps(station: Station, lanes: Lanes): boolean {
  const {places, waitingIn} = station;
  const express = expressAmong(station, station.staff);
  let idle = 0;
  while (idle < express && places[idle].state !== IDLE) idle++;
  if (idle >= express) return false;
  let longest = express;
  for (let lane = express + 1; lane < waitingIn.length; lane++) if (waitingIn[lane] > waitingIn[longest]) longest = lane;
  if (waitingIn[longest] === 0) return false;
  const line = nextLine(station, places[longest].lines)!;
  lanes.moveTo(line, line.first()!, station, places[idle]);
  return true;
}
