/** Paired differences from the first design with their intervals, one panel a measure: left of zero is less, right is more. */
import type {ComparisonRow} from "../../comparison/comparison.ts";
import type {Language} from "../../wording/language.ts";
import type {Measure} from "../../wording/measure.ts";
import {plain} from "../../wording/number.ts";
import type {ToldColumn} from "../../wording/column.ts";
import {type Markup, coordinate, markup} from "../markup.ts";
import type {Series} from "../series.ts";
import {fitted, labelWidth} from "./label.ts";
import {scale, ticks} from "./scale.ts";

export type Standing = "better" | "worse" | "same";

/** A disc is better, a diamond worse, a ring not significantly different: shape first, colour second. */
export function standing(row: ComparisonRow, measure: Measure): Standing {
  if (row.significant !== true || row.difference === null || row.difference === 0) return "same";
  if (measure.better === null) return "same";
  return row.difference < 0 === (measure.better === "less") ? "better" : "worse";
}

export interface DifferenceBar {
  series: Series;
  row: ComparisonRow;
}

const ROW = 26;

/** One panel. The zero line is the first design; `column` has the differences as they are to be printed, in the order of the bars. */
export function differenceChart(
  bars: readonly DifferenceBar[],
  column: ToldColumn,
  measure: Measure,
  language: Language,
  width: number,
): Markup {
  const names = Math.min(width * (width < 500 ? 0.36 : 0.42), 32 + Math.max(...bars.map(({series}) => labelWidth(nameOf(series), 13))));
  const left = names + 14,
    right = width - 102,
    top = 8;
  const bottom = top + bars.length * ROW,
    height = bottom + 26;
  const ends = bars.flatMap(({row}) => (row.difference === null ? [] : [row.low ?? row.difference, row.high ?? row.difference]));
  const low = Math.min(0, ...ends),
    high = Math.max(0, ...ends);
  const {unit} = column;
  const pad = (high - low) * 0.04;
  const x = scale(low - pad, high + pad, left, right);
  return markup`<svg class="chart" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">
${ticks(low / unit.divisor, high / unit.divisor, 3).map((tick) => markup`<line class="grid" x1="${coordinate(x(tick * unit.divisor))}" x2="${coordinate(x(tick * unit.divisor))}" y1="${top}" y2="${bottom}"/><text class="tick" x="${coordinate(x(tick * unit.divisor))}" y="${bottom + 16}" text-anchor="middle">${tick > 0 ? "+" : ""}${plain(tick, 3)}</text>`)}
<line class="zero" x1="${coordinate(x(0))}" x2="${coordinate(x(0))}" y1="${top - 4}" y2="${bottom + 4}"/>
${bars.map(({series, row}, i) => {
  const y = top + (i + 0.5) * ROW;
  const told = column.cells[i] ?? null;
  const isTold = told !== null && told !== "nobody";
  const value = isTold
    ? `${row.difference !== null && row.difference > 0 ? "+" : ""}${told.value}${told.halfWidth === null ? "" : ` ± ${told.halfWidth}`}`
    : "–";
  const kind = standing(row, measure);
  const at = row.difference === null ? null : x(row.difference);
  return markup`<g class="diff ${kind}"><title>${series.label}: ${value} ${unit.word[language]}</title><text class="key" x="0" y="${coordinate(y + 4)}">${series.mark}</text><text class="name" x="26" y="${coordinate(y + 4)}">${fitted(nameOf(series), names - 26, 13)}</text>${
    at === null || row.difference === null
      ? null
      : markup`<line class="whisker" x1="${coordinate(x(row.low ?? row.difference))}" x2="${coordinate(x(row.high ?? row.difference))}" y1="${coordinate(y)}" y2="${coordinate(y)}"/>${kind === "worse" ? markup`<path class="dot" d="M${coordinate(at)} ${coordinate(y - 5.5)}l5.5 5.5l-5.5 5.5l-5.5 -5.5z"/>` : markup`<circle class="dot" cx="${coordinate(at)}" cy="${coordinate(y)}" r="4.5"/>`}`
  }<text class="value" x="${width}" y="${coordinate(y + 4)}" text-anchor="end">${value}</text></g>`;
})}
</svg>`;
}

/** The mark says it all where it is the number of a grid. */
function nameOf(series: Series): string {
  return series.label.startsWith(series.mark) ? series.label.slice(series.mark.length).trim() : series.label;
}
