/** Turns of phrase that the sentences about a model share. */
import {durationText, roundTo} from "../../scenario/duration-text.ts";
import type {Language} from "../../scenario/message.ts";
import type {ClockTable} from "../../scenario/scenario.ts";
import {formatClock, HOUR} from "../../units.ts";

export type Say = (en: string, zh: string) => string;
export const speak = (language: Language): Say => (language === "zh" ? (_, zh) => zh : (en) => en);

export const perHour = (rate: number) => `${roundTo(rate * HOUR, 2)}/h`;

export function tableText(table: ClockTable, value: (one: number) => string, isDay: boolean, language: Language): string {
  const say = speak(language);
  if (table.value.length === 1) return value(table.value[0]);
  const rows = table.at.map((at, i) => `${isDay ? formatClock(at) : durationText(at)} ${value(table.value[i])}`).join(", ");
  return table.shape === "ramp" ? say(`straight lines through ${rows}`, `折线经过 ${rows}`) : rows;
}
