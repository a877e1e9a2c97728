/**
 * Preemptive priority: somebody who waits takes the server of somebody of a lower class. docs/conventions.md, "Interrupting".
 */
import {type Customer, WALKING} from "./customer.ts";
import {goesBefore} from "./heads.ts";
import {type Line, lineWithSomebody} from "./lines.ts";
import {LANES, type Place, POOL, type Station} from "./station.ts";

/** Who carries an interruption out. */
export interface Desk {
  /** The head of a line takes the server of somebody in hand. */
  takeOver(line: Line, inHand: Customer, station: Station): void;
}

/** Lets one person interrupt; false when nobody may. */
export function someoneInterrupts(station: Station, desk: Desk): boolean {
  if (!station.interrupts || station.waiting === 0) return false;
  if (station.mode === LANES) return station.places.some((lane) => headInterrupts(station, lane.lines, desk, lane));
  if (station.hasClassLists) return someClassInterrupts(station, desk);
  return headInterrupts(station, station.lines, desk, null);
}

/** Lists by rank: where the head of the first cannot interrupt, nobody can. */
function headInterrupts(station: Station, lines: readonly Line[], desk: Desk, lane: Place | null): boolean {
  const line = lineWithSomebody(lines);
  if (line === null) return false;
  const rank = lines.indexOf(line);
  const inHand = lane === null ? lowestInHand(station, rank, -1) : lane.customer;
  if (inHand === null || inHand.rank <= rank) return false;
  desk.takeOver(line, inHand, station);
  return true;
}

/** Lists by class: a head may find only servers that are kept for others, where the next one does not. */
function someClassInterrupts(station: Station, desk: Desk): boolean {
  let taken: {line: Line; head: Customer; inHand: Customer} | null = null;
  station.lines.forEach((line, classRow) => {
    if (line.size === 0) return;
    const head = line.first()!;
    const inHand = lowestInHand(station, head.rank, classRow);
    if (inHand !== null && (taken === null || goesBefore(head, taken.head, station))) taken = {line, head, inHand};
  });
  if (taken === null) return false;
  const {line, inHand} = taken as {line: Line; inHand: Customer};
  desk.takeOver(line, inHand, station);
  return true;
}

/** Of those in hand of a class after a rank, where a class may be served: of the lowest class, who walks up or started last. */
function lowestInHand(station: Station, rank: number, classRow: number): Customer | null {
  let lowest: Customer | null = null;
  const consider = (customer: Customer) => {
    if (customer.rank > rank && (lowest === null || givesWayBefore(customer, lowest))) lowest = customer;
  };
  if (station.mode === POOL) station.inService.forEach(consider);
  else
    for (const place of station.places) if (place.customer !== null && (classRow < 0 || place.mayServe(classRow))) consider(place.customer);
  return lowest;
}

/** Events are numbered in the order of scheduling: who was called later has the higher one. */
function givesWayBefore(a: Customer, b: Customer): boolean {
  if (a.rank !== b.rank) return a.rank > b.rank;
  if ((a.state === WALKING) !== (b.state === WALKING)) return a.state === WALKING;
  return a.pending > b.pending;
}
