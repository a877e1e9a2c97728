/** A paired difference along a number that varies, with its band: above zero the first design has more, below less. */
import type {Crossing, Look} from "../../comparison/crossing.ts";
import type {Language} from "../../wording/language.ts";
import {plain} from "../../wording/number.ts";
import type {PrintUnit} from "../../wording/quantity.ts";
import {coordinate, type Markup, markup} from "../markup.ts";
import {fitted, labelWidth} from "./label.ts";
import {scale, ticks} from "./scale.ts";

export interface CrossingChart {
  looks: readonly Look[];
  crossings: readonly Crossing[];
  unit: PrintUnit;
  /** Under the axis. */
  varied: string;
  /** Along the side. */
  measured: string;
  /** Who is better above zero, and below. */
  above: string;
  below: string;
  /** Crossing points, as they are to be printed. */
  marks: readonly string[];
}

/** One picture. */
export function crossingChart(
  {looks, crossings, unit, varied, measured, above, below, marks}: CrossingChart,
  language: Language,
  width: number,
): Markup {
  const height = width < 500 ? 250 : 310;
  const left = 56,
    right = width - 14,
    top = 40,
    bottom = height - 46;
  const told = looks.filter(({difference}) => difference !== null);
  const ends = told.flatMap(({difference, low, high}) => [difference ?? 0, low ?? difference ?? 0, high ?? difference ?? 0]);
  const low = Math.min(0, ...ends) / unit.divisor,
    high = Math.max(0, ...ends) / unit.divisor;
  const pad = (high - low || 1) * 0.08;
  const y = scale(low - pad, high + pad, bottom, top);
  const x = scale(told[0]?.value ?? 0, told[told.length - 1]?.value ?? 1, left + 8, right - 8);
  const at = (value: number | null) => coordinate(y((value ?? 0) / unit.divisor));
  const curve = told.map(({value, difference}) => `${coordinate(x(value))} ${at(difference)}`).join("L");
  const banded = told.filter((look) => look.low !== null && look.high !== null);
  const upper = banded.map((look) => `${coordinate(x(look.value))} ${at(look.high)}`);
  const lower = banded.map((look) => `${coordinate(x(look.value))} ${at(look.low)}`).reverse();
  const xTicks = ticks(x.from, x.to, width < 500 ? 4 : 8);
  const yTicks = ticks(low - pad, high + pad, 5);
  const room = right - left - 16;
  return markup`<svg class="chart" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">
${yTicks.map((tick) => markup`<line class="grid" x1="${left}" x2="${right}" y1="${coordinate(y(tick))}" y2="${coordinate(y(tick))}"/><text class="tick" x="${left - 6}" y="${coordinate(y(tick) + 4)}" text-anchor="end">${tick > 0 ? "+" : ""}${plain(tick, 3)}</text>`)}
${xTicks.map((tick) => markup`<line class="tickmark" x1="${coordinate(x(tick))}" x2="${coordinate(x(tick))}" y1="${bottom}" y2="${bottom + 5}"/><text class="tick" x="${coordinate(x(tick))}" y="${bottom + 18}" text-anchor="middle">${plain(tick, 4)}</text>`)}
<text class="axis" x="0" y="12">${fitted(`${measured}${language === "zh" ? "，" : ", "}${unit.word[language]}`, width, 12)}</text><text class="axis" x="${right}" y="${height - 8}" text-anchor="end">${fitted(varied, width - 20, 12)}</text>
<line class="zero" x1="${left}" x2="${right}" y1="${coordinate(y(0))}" y2="${coordinate(y(0))}"/>
${upper.length < 2 ? null : markup`<path class="band s-win" d="M${[...upper, ...lower].join("L")}Z"/>`}
<path class="curve solid s-win" d="M${curve}"/>
${told.map(({value, difference}) => markup`<circle class="look" cx="${coordinate(x(value))}" cy="${at(difference)}" r="2.6"/>`)}
<text class="side" x="${left + 8}" y="${top + 10}">${fitted(`▲ ${above}`, room, 12.5)}</text><text class="side" x="${left + 8}" y="${bottom - 6}">${fitted(`▼ ${below}`, room, 12.5)}</text>
${crossings.map((crossing, i) => {
  const place = x(crossing.at);
  const text = marks[i] ?? "";
  const anchor = place + labelWidth(text, 13) / 2 > right ? "end" : "middle";
  return markup`<line class="goal" x1="${coordinate(place)}" x2="${coordinate(place)}" y1="${top}" y2="${bottom}"/><circle class="crossing" cx="${coordinate(place)}" cy="${coordinate(y(0))}" r="5"/><text class="goal-label key" x="${coordinate(place)}" y="${top - 6}" text-anchor="${anchor}">${text}</text>`;
})}
</svg>`;
}
