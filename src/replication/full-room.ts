/** A full room that makes room for a higher class. docs/conventions.md, "Arriving, giving up, refusal". */
import type {Customer} from "./customer.ts";
import type {Line} from "./lines.ts";
import {LANES, type Station} from "./station.ts";

/** Who has to go for a newcomer: the last of the lowest class that waits; null where nobody waits whose class is lower than theirs. */
export function dropsFor(newcomer: Customer, station: Station): Customer | null {
  const lines: readonly Line[] = station.mode === LANES ? station.places.flatMap((place) => place.lines) : station.lines;
  let dropped: Customer | null = null;
  for (const line of lines) {
    if (line.size === 0) continue;
    const last = line.last()!;
    if (dropped === null || last.rank > dropped.rank || (last.rank === dropped.rank && last.joinOrder > dropped.joinOrder)) dropped = last;
  }
  return dropped !== null && dropped.rank > newcomer.rank ? dropped : null;
}
