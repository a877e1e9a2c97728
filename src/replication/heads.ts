/**
 * Who goes first where each class waits in a list of its own: where priority grows with the wait, servers are kept for a class, or
 * a class can use some windows only. The heads of the lists are compared, the tails where somebody has to give way. docs/conventions.md, "Calling and walking".
 *
 *   credit   b · t   of a class whose credit grows by b a second, after t seconds at the station
 *
 * Source: Kleinrock (1964), "A Delay Dependent Queue Discipline", Naval Research Logistics Quarterly 11(4), 329-341.
 */
import type {Customer} from "./customer.ts";
import {forwardLine} from "./gate.ts";
import {type Line, lastLineWithSomebody, lineWithSomebody} from "./lines.ts";
import {IDLE, type Place, type Station, WINDOWS} from "./station.ts";

/** Of lines side by side the one whose head is called next; null when nobody waits there. */
export function nextLine(station: Station, lines: readonly Line[]): Line | null {
  return station.hasClassLists ? lineOfBestHead(station, lines) : lineWithSomebody(lines);
}

/** Of lines side by side, with somebody in one of them, the one whose last would be called last. */
export function lastLine(station: Station, lines: readonly Line[]): Line {
  if (!station.hasClassLists) return lastLineWithSomebody(lines);
  let worst: Line | null = null;
  for (const line of lines) {
    if (line.size > 0 && (worst === null || goesBefore(worst.last()!, line.last()!, station))) worst = line;
  }
  return worst!;
}

/** By class; of those who can use a window, where one is named. */
export function lineOfBestHead(station: Station, lines: readonly Line[], window = 0): Line | null {
  let best: Line | null = null;
  for (let row = 0; row < lines.length; row++) {
    const line = lines[row];
    if (line.size === 0 || !station.canUse(row, window)) continue; // everybody can use the first
    if (best === null || goesBefore(line.first()!, best.first()!, station)) best = line;
  }
  return best;
}

/** The line from which a window calls: of the class it is kept for, or of those who can use it. */
export function lineForPlace(station: Station, place: Place): Line | null {
  const {keptFor, lines, index} = place;
  if (station.isGated) return forwardLine(station, lines);
  if (keptFor >= 0) return lines[keptFor].size > 0 && place.mayServe(keptFor) ? lines[keptFor] : null;
  if (station.reach === null || station.mode !== WINDOWS) return nextLine(station, lines);
  return lineOfBestHead(station, lines, index);
}

/** The idle window with the lowest number that may serve somebody; those that are kept are the first. */
export function idlePlaceFor(customer: Customer, {places, idle}: Station): Place | null {
  if (idle === 0) return null;
  for (const place of places) if (place.state === IDLE && place.mayServe(customer.classRow)) return place;
  return null;
}

/** By credit or rank of priority, then who joined first. */
export function goesBefore(a: Customer, b: Customer, station: Station): boolean {
  const {ageing, hasPriority} = station.table;
  if (ageing !== null) {
    const {now} = station.clock;
    const creditOfA = ageing[a.classRow] * (now - a.joinedAt);
    const creditOfB = ageing[b.classRow] * (now - b.joinedAt);
    if (creditOfA !== creditOfB) return creditOfA > creditOfB;
  } else if (hasPriority && a.rank !== b.rank) return a.rank < b.rank;
  return a.joinOrder < b.joinOrder;
}
