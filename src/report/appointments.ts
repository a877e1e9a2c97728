/** What an appointment book costs whom: the waits of the booked, the idle and late hours of those who serve, and who waits by position in the book. */
import {toldColumn} from "../wording/column.ts";
import type {Facts} from "../wording/facts.ts";
import type {Language} from "../wording/language.ts";
import {
  EARLY,
  IDLE,
  IDLE_TO_THE_LAST,
  MEAN_WAIT,
  type Measure,
  OVERTIME_MEAN,
  OVERTIME_SHARE,
  waitAt,
  WAIT_FROM_ARRIVAL,
} from "../wording/measure.ts";
import {type Markup, markup} from "./markup.ts";
import {phrase} from "./phrases.ts";
import type {Series} from "./series.ts";
import {badge, cell, heading} from "./tables.ts";

const OF_A_SESSION: readonly Measure[] = [MEAN_WAIT, WAIT_FROM_ARRIVAL, EARLY, IDLE, IDLE_TO_THE_LAST, OVERTIME_MEAN, OVERTIME_SHARE];

/** Designs down, both waits, both idle times and overtime across; null without a book. */
export function sessionTable(facts: Facts, series: readonly Series[], language: Language): Markup | null {
  if (!facts.has(IDLE_TO_THE_LAST)) return null;
  const columns = OF_A_SESSION.map((measure) => ({
    measure,
    column: toldColumn(
      series.map((one) => facts.estimate(one.design, measure)),
      "sentence",
    ),
  }));
  return markup`<table><thead><tr><th scope="col">${phrase("design", language)}</th>${columns.map(({measure, column}) => markup`<th scope="col">${heading(measure, column?.unit.word[language] ?? "", language)}</th>`)}</tr></thead><tbody>${series.map((one, i) => markup`<tr><th scope="row" class="name">${series.length > 1 ? badge(one) : null}${one.label}</th>${columns.map(({column}) => cell(column?.cells[i] ?? null, language))}</tr>`)}</tbody></table>`;
}

/** Positions of each book down, designs across; null where no design keeps one. */
export function positionTable(facts: Facts, series: readonly Series[], language: Language): Markup | null {
  const {positions} = facts;
  if (positions.length === 0) return null;
  const claims = series.map((one) => positions.map((position) => facts.estimate(one.design, waitAt(position))));
  const all = toldColumn(claims.flat(), "sentence");
  const unit = all?.unit.word[language] ?? "";
  return markup`<table><caption>${heading(MEAN_WAIT, unit, language)}</caption><thead><tr><th scope="col">${phrase("position", language)}</th>${series.map((one) => markup`<th scope="col">${series.length > 1 ? badge(one) : null}<span class="changes">${one.label}</span></th>`)}</tr></thead><tbody>${positions.map((position, i) => markup`<tr><th scope="row">${positionText(position, facts, language)}</th>${series.map((_, j) => cell(all?.cells[j * positions.length + i] ?? null, language))}</tr>`)}</tbody></table>`;
}

/** "3 of patients" as people say it; the source is named where there are several. */
function positionText(position: string, facts: Facts, language: Language): string {
  const cut = position.indexOf(" of ");
  const [number, source] = [position.slice(0, cut), position.slice(cut + " of ".length)];
  const isOnly = facts.positions.every((other) => other.endsWith(` of ${source}`));
  if (isOnly) return number;
  return language === "zh" ? `${source} ${number}` : `${number}, ${source}`;
}
