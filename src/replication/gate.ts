/**
 * Class by class: a gate lets one class forward at a time, and only who is forward is called. docs/conventions.md, "Class by class".
 *
 * Source: gated service in Takagi (1986), "Analysis of Polling Systems", MIT Press; here of classes at one station, not of queues.
 */
import type {Line} from "./lines.ts";
import {IDLE, POOL, RELEASED, type Station} from "./station.ts";

/** Of lines side by side, one for each rank, the one whose head is forward; null when nobody there is. */
export function forwardLine({forwardRank, forwardBefore}: Station, lines: readonly Line[]): Line | null {
  if (forwardRank < 0) return null;
  const line = lines[forwardRank];
  // First come, and nobody changes lines: in front stand those who joined before the gate opened, and the interrupted among them.
  return line.size > 0 && line.first()!.joinOrder < forwardBefore ? line : null;
}

/** Lets the next class forward that somebody waits of; false while those before are not done, or nobody could be called. */
export function nextClassGoes(station: Station, desk: {scheduleCall(caller: number): void}): boolean {
  const {busy, walking, waiting, idle, listRanks} = station;
  if (busy + walking > 0 || waiting === 0 || idle === 0) return false;
  const groups = station.places.length > 0 ? station.places.map(({lines}) => lines) : [station.lines];
  if (groups.some((lines) => forwardLine(station, lines) !== null)) return false;
  let rank = station.forwardRank;
  do rank = (rank + 1) % listRanks.length;
  while (groups.every((lines) => lines[rank].size === 0));
  station.forwardRank = rank;
  station.forwardBefore = station.joins;
  releaseEverybody(station, desk);
  return true;
}

function releaseEverybody(station: Station, desk: {scheduleCall(caller: number): void}): void {
  station.areasUpToNow();
  if (station.mode === POOL) {
    for (; station.idle > 0; station.idle--) {
      station.released++;
      desk.scheduleCall(station.caller);
    }
    return;
  }
  for (const place of station.places) {
    if (place.state !== IDLE) continue;
    station.idle--;
    place.state = RELEASED;
    desk.scheduleCall(place.caller);
  }
}
