/**
 * Servers who come when lines are long, up to the schedule, and go when nobody waits. docs/conventions.md, "Opening when lines are long".
 */
import {IDLE, LANES, PLACES, POOL, type Station} from "./station.ts";

/** How many should be there now; another number than `staff` when one is to come, or to go. */
export function staffWanted(station: Station): number {
  const {staff, scheduled, table} = station;
  if (staff < scheduled && areLinesLong(station)) return staff + 1;
  const least = Math.min(table.opensLeast, scheduled);
  return staff > least && station.waiting === 0 && isLastIdle(station) ? staff - 1 : staff;
}

function areLinesLong({mode, staff, table, lines, waiting, waitingIn}: Station): boolean {
  if (mode === LANES) {
    for (let lane = 0; lane < staff; lane++) if (waitingIn[lane] < table.opensAt) return false;
    return true;
  }
  if (mode !== PLACES) return waiting >= table.opensAt;
  let inLine = 0;
  for (const line of lines) inLine += line.size;
  return inLine >= table.opensAt;
}

/** Of a pool anyone, of places the last one. */
function isLastIdle({mode, idle, places, staff}: Station): boolean {
  return mode === POOL ? idle > 0 : places[staff - 1].state === IDLE;
}
