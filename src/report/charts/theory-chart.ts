/** One measure of theory along a number that varies, with the chosen point marked, and the bound that was promised. */
import type {Language} from "../../wording/language.ts";
import {plain} from "../../wording/number.ts";
import type {PrintUnit} from "../../wording/quantity.ts";
import {coordinate, type Markup, markup} from "../markup.ts";
import {fitted, labelWidth} from "./label.ts";
import {niceTop, scale, ticks} from "./scale.ts";

export interface TheoryChart {
  /** Ascending; null: endless, or not known. */
  points: readonly {at: number; value: number | null}[];
  unit: PrintUnit;
  /** From 0 to 1, drawn whole. */
  isShare: boolean;
  /** Under the axis, with its unit. */
  varied: string;
  /** What one unit of the axis is, in seconds or per second; 1 for servers. */
  variedScale: number;
  /** Where the answer stands, and what is written there. */
  chosen: {at: number; label: string} | null;
  bound: {value: number; label: string} | null;
  /** Written where the line grows for ever at some of the points; null: at none. */
  endless: string | null;
}

/** Most height for a line that runs away: so many times the chosen point, or the height that a fifth of the curve exceeds where none is. */
const HIGHEST = 3;

export function theoryChart(chart: TheoryChart, language: Language, width: number): Markup {
  const {points, unit, isShare, chosen, bound, variedScale} = chart;
  const height = width < 500 ? 250 : 290;
  const [left, right, top, bottom] = [56, width - 14, 34, height - 46];
  const known = points.filter((point): point is {at: number; value: number} => point.value !== null);
  const values = known.map(({value}) => value).sort((a, b) => a - b);
  const chosenValue = known.find(({at}) => at === chosen?.at)?.value ?? null;
  const high = values[Math.floor(values.length * 0.8)] ?? 0;
  const reach = Math.max(chosenValue ?? high, bound?.value ?? 0);
  const highest = isShare ? 1 : Math.min(values[values.length - 1] ?? 1, Math.max(reach * HIGHEST, values[0] ?? 0)) || 1;
  const ceiling = isShare ? 100 : niceTop(highest / unit.divisor, 4);
  const y = scale(0, ceiling, bottom, top);
  const inside = known.filter(({value}) => value / unit.divisor <= ceiling * 1.0001);
  const cut = known.filter((point) => !inside.includes(point));
  // Where the line leaves the picture it is led to the edge, so that nobody reads an end into it.
  const before = cut.filter(({at}) => at < (inside[0]?.at ?? -Infinity)).pop();
  const behind = cut.find(({at}) => at > (inside[inside.length - 1]?.at ?? Infinity));
  // What lies beyond that edge, out of sight, takes no room.
  const shown = points.filter(({at}) => at >= (before?.at ?? -Infinity) && at <= (behind?.at ?? Infinity));
  const [first, last] = [shown[0]?.at ?? 0, shown[shown.length - 1]?.at ?? 1];
  const x = scale(first, last, left + 12, right - 12);
  const place = ({at, value}: {at: number; value: number}) => `${coordinate(x(at))} ${coordinate(y(value / unit.divisor))}`;
  const edge = (outer: {at: number; value: number} | undefined, inner: {at: number; value: number} | undefined): string[] => {
    if (outer === undefined || inner === undefined) return [];
    const share = (ceiling - inner.value / unit.divisor) / ((outer.value - inner.value) / unit.divisor);
    return [`${coordinate(x(inner.at + (outer.at - inner.at) * share))} ${coordinate(y(ceiling))}`];
  };
  const curve = [...edge(before, inside[0]), ...inside.map(place), ...edge(behind, inside[inside.length - 1])].join("L");
  const xTicks = ticks(first / variedScale, last / variedScale, width < 500 ? 5 : 10).filter(
    (tick) => variedScale !== 1 || Number.isInteger(tick),
  );
  const yTicks = ticks(0, ceiling, 5);
  const isDrawn = chosen !== null && chosenValue !== null && chosenValue / unit.divisor <= ceiling * 1.0001;
  const mark = isDrawn ? {at: chosen.at, value: chosenValue, label: chosen.label, falls: fallsAt(inside, chosen.at)} : null;
  const isEndlessFirst = shown[0]?.value === null;
  const hasEndless = chart.endless !== null && shown.some(({value}) => value === null);
  return markup`<svg class="chart" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">
${yTicks.map((tick) => markup`<line class="grid" x1="${left}" x2="${right}" y1="${coordinate(y(tick))}" y2="${coordinate(y(tick))}"/><text class="tick" x="${left - 6}" y="${coordinate(y(tick) + 4)}" text-anchor="end">${plain(tick, 3)}</text>`)}
${xTicks.map((tick) => markup`<line class="tickmark" x1="${coordinate(x(tick * variedScale))}" x2="${coordinate(x(tick * variedScale))}" y1="${bottom}" y2="${bottom + 5}"/><text class="tick" x="${coordinate(x(tick * variedScale))}" y="${bottom + 18}" text-anchor="middle">${plain(tick, 4)}</text>`)}
<text class="axis" x="0" y="12">${unit.word[language]}</text><text class="axis" x="${right}" y="${height - 8}" text-anchor="end">${fitted(chart.varied, width - 20, 12)}</text>
${bound === null || bound.value / unit.divisor > ceiling ? null : markup`<line class="goal" x1="${left}" x2="${right}" y1="${coordinate(y(bound.value / unit.divisor))}" y2="${coordinate(y(bound.value / unit.divisor))}"/><text class="goal-label" x="${right}" y="${coordinate(y(bound.value / unit.divisor) - 5)}" text-anchor="end">${fitted(bound.label, right - left, 12)}</text>`}
${curve === "" ? null : markup`<path class="curve s-win" d="M${curve}"/>`}
${inside.map((point) => markup`<circle class="look" cx="${coordinate(x(point.at))}" cy="${coordinate(y(point.value / unit.divisor))}" r="3"/>`)}
${hasEndless ? markup`<text class="side" x="${isEndlessFirst ? left + 8 : right - 8}" y="${bottom - 8}" text-anchor="${isEndlessFirst ? "start" : "end"}">${fitted(chart.endless ?? "", right - left - 16, 12.5)}</text>` : null}
${mark === null ? null : chosenMark(mark, x(mark.at), y(mark.value / unit.divisor), {left, right, top, bottom})}
</svg>`;
}

function fallsAt(points: readonly {at: number; value: number}[], at: number): boolean {
  const here = points.findIndex((point) => point.at === at);
  const [before, behind] = [points[Math.max(0, here - 1)], points[Math.min(points.length - 1, here + 1)]];
  return behind.value < before.value;
}

/** A ring on the curve, its value on the side that the curve leaves free: to the right of a falling one, to the left of a rising one. */
function chosenMark(
  {label, falls}: {label: string; falls: boolean},
  x: number,
  y: number,
  {left, right, top, bottom}: {left: number; right: number; top: number; bottom: number},
): Markup {
  const length = labelWidth(label, 13) + 8;
  const isRight = falls ? x + length < right : x - length < left;
  return markup`<line class="goal" x1="${coordinate(x)}" x2="${coordinate(x)}" y1="${coordinate(y)}" y2="${bottom}"/><circle class="crossing" cx="${coordinate(x)}" cy="${coordinate(y)}" r="6"/><text class="goal-label key" x="${coordinate(isRight ? x + 8 : x - 8)}" y="${coordinate(Math.max(top + 4, y - 10))}" text-anchor="${isRight ? "start" : "end"}">${label}</text>`;
}
