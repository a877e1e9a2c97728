/**
 * One line, and places to wait at each window: who goes to which. docs/conventions.md, "Places at the windows".
 */
import {nextLine} from "./heads.ts";
import type {Station} from "./station.ts";
import type {Lanes} from "./switching.ts";

/** The next of the line goes to the open window with the fewest people; false when all are full or nobody is in the line. */
export function someoneGoesToWindow(station: Station, lanes: Lanes): boolean {
  const {people, staff, table, places} = station;
  if (staff === 0) return false;
  let window = 0;
  for (let i = 1; i < staff; i++) if (people[i] < people[window]) window = i;
  if (people[window] > table.places) return false;
  const line = nextLine(station, station.lines);
  if (line === null) return false;
  lanes.setOutFor(line, line.first()!, station, places[window]);
  return true;
}
