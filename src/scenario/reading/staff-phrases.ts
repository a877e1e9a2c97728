/** What a station says of its servers beyond their number: hours, breaks, speeds by the line. */
import {Refusal} from "../message.ts";
import type {Break} from "../scenario.ts";
import {formatClock} from "../../units.ts";
import {inlineText, type Plain} from "../tree.ts";
import * as say from "./staff-messages.ts";
import {notSpeed} from "./station-messages.ts";
import {halfWidth, LONGEST_PHRASE, parseClock, parseCount, parseDuration, Phrase} from "./phrase.ts";

/** "11:00 for 15 min", "11:00 to 11:15", or a list of them; ascending and apart. */
export function readSpans(raw: Plain, mayLast: boolean, example: string): Break[] {
  const items = Array.isArray(raw) ? raw : [raw];
  const spans: Break[] = [];
  items.forEach((item, i) => {
    if (typeof item !== "string")
      throw new Refusal(say.notSpan(item === null ? "" : inlineText(item), example), Array.isArray(raw) ? [String(i)] : []);
    const span = readSpan(item, mayLast, example);
    const before = spans[spans.length - 1];
    if (before !== undefined && span.from < before.to)
      throw new Refusal(say.spansOverlap(formatClock(before.to), formatClock(span.from)), [String(i)]);
    spans.push(span);
  });
  if (spans.length === 0) throw new Refusal(say.notSpan("[]", example));
  return spans;
}

function readSpan(text: string, mayLast: boolean, example: string): Break {
  const half = halfWidth(text.slice(0, LONGEST_PHRASE)).trim();
  const lasts = mayLast ? half.indexOf(" for ") : -1;
  const cut = lasts < 0 ? half.indexOf(" to ") : lasts;
  if (cut < 0) throw new Refusal(say.notSpan(text, example));
  const from = parseClock(half.slice(0, cut).trim());
  const rest = half.slice(cut + (lasts < 0 ? " to ".length : " for ".length)).trim();
  const to = lasts < 0 ? parseClock(rest) : from + parseDuration(rest);
  if (to <= from) throw new Refusal(say.spanBackwards(text));
  return {from, to};
}

/** { 0: 100%, 6: 110% }: from so many people waiting on. */
export function readSpeedTable(raw: ReadonlyMap<string, Plain>, read: (text: string) => number): {waiting: number; speed: number}[] {
  const rows: {waiting: number; speed: number}[] = [];
  for (const [key, plain] of raw) {
    if (typeof plain !== "string") throw new Refusal(say.notSpeedRow(key), [key]);
    const waiting = parseCount(key, 0, 1_000_000);
    const before = rows[rows.length - 1];
    if (before !== undefined && waiting <= before.waiting) throw new Refusal(say.speedRowsOrder(before.waiting, waiting), [key]);
    rows.push({waiting, speed: read(plain)});
  }
  if (rows.length === 0) throw new Refusal(say.notSpeedRow(""));
  return rows;
}

/** "1.5" or "150%": times the usual speed. */
export function readSpeed(text: string): number {
  const plain = new Phrase(text);
  let speed = plain.readNumber("1.5");
  if (plain.takes("%")) speed /= 100;
  plain.end();
  if (!(speed > 0 && speed <= 1000)) throw new Refusal(notSpeed(text));
  return speed;
}
