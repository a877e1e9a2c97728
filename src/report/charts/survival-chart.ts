/** Who waits longer than how long: one falling curve per design, from the distributions of a result. */
import type {Distribution} from "../../estimate/estimate.ts";
import type {Language} from "../../wording/language.ts";
import {plain} from "../../wording/number.ts";
import {type PrintUnit, duration, printUnit} from "../../wording/quantity.ts";
import {type Markup, coordinate, markup} from "../markup.ts";
import type {Series} from "../series.ts";
import {niceTop, scale, ticks} from "./scale.ts";

export interface Curve {
  series: Series;
  distribution: Distribution;
}

/** Share longer than t, read from the curve by straight lines. */
export function longerThan({at, longer}: Distribution, t: number): number {
  const next = at.findIndex((candidate) => candidate > t);
  if (next === 0) return longer[0];
  if (next < 0) return longer[longer.length - 1] ?? 0;
  const part = (t - at[next - 1]) / (at[next] - at[next - 1]);
  return longer[next - 1] + part * (longer[next] - longer[next - 1]);
}

/** Where a curve falls below a share; its end when it never does. */
export function timeAt({at, longer}: Distribution, share: number): number {
  const i = longer.findIndex((value) => value <= share);
  if (i < 0) return at[at.length - 1] ?? 0;
  if (i === 0 || longer[i - 1] === longer[i]) return at[i];
  return at[i - 1] + ((longer[i - 1] - share) / (longer[i - 1] - longer[i])) * (at[i] - at[i - 1]);
}

/** How far to the right the picture goes: until one in twenty waits longer in most designs, and past the promise. */
export function horizon(distributions: readonly Distribution[], threshold: number | null): number {
  const ends = distributions.map((distribution) => timeAt(distribution, 0.05)).sort((a, b) => a - b);
  const middle = timeAt(distributions[Math.floor(distributions.length / 2)], 0.01);
  const widest = Math.max(middle, Math.min(ends[ends.length - 1] ?? 0, 3 * Math.max(middle, ends[Math.floor(ends.length / 2)] ?? 0)));
  const reach = Math.max(0, ...distributions.map(({at}) => at[at.length - 1] ?? 0));
  return Math.max(1, widest, Math.min(3 * (threshold ?? 0), Math.max(reach, 1.2 * (threshold ?? 0))));
}

/** Seconds where the promise is in seconds and the picture short; otherwise what suits its length. */
export function waitUnit(end: number, threshold: number | null): PrintUnit {
  return printUnit("s", threshold !== null && threshold <= 60 && end < 400 ? threshold : end);
}

/** `width` in CSS pixels decides the layout; `threshold` in seconds is drawn as an upright line. */
export function survivalChart(curves: readonly Curve[], threshold: number | null, language: Language, width: number): Markup {
  const isNarrow = width < 500;
  const height = isNarrow ? 280 : 340;
  const left = 46,
    right = width - 14,
    top = 22,
    bottom = height - 44;
  const end = horizon(
    curves.map(({distribution}) => distribution),
    threshold,
  );
  const unit = waitUnit(end, threshold);
  const x = scale(0, end, left, right),
    top0 = Math.max(0.01, ...curves.map(({distribution}) => longerThan(distribution, 0)));
  const highest = top0 > 0.5 ? 1 : niceTop(top0, 4);
  const y = scale(0, highest, bottom, top);
  const xTicks = ticks(0, end / unit.divisor, isNarrow ? 4 : 8);
  const yTicks = highest === 1 ? [0, 0.25, 0.5, 0.75, 1] : ticks(0, highest, 4);
  const sorted = [...curves].sort((a, b) => timeAt(a.distribution, 0.1) - timeAt(b.distribution, 0.1));
  const places = placeMarks(sorted, x, y, end, highest);
  const axis = language === "zh" ? `等待时间，${unit.word.zh}` : `time waited, ${unit.word.en}`;
  const side = language === "zh" ? "等待更久的人" : "share who wait longer";
  const drawn = [...sorted].sort((a, b) => Number(a.series.isWinner) - Number(b.series.isWinner));
  return markup`<svg class="chart" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">
${yTicks.map((tick) => markup`<line class="grid" x1="${left}" x2="${right}" y1="${coordinate(y(tick))}" y2="${coordinate(y(tick))}"/><text class="tick" x="${left - 6}" y="${coordinate(y(tick) + 4)}" text-anchor="end">${plain(tick * 100, 1)}%</text>`)}
${xTicks.map((tick) => markup`<line class="tickmark" x1="${coordinate(x(tick * unit.divisor))}" x2="${coordinate(x(tick * unit.divisor))}" y1="${bottom}" y2="${bottom + 5}"/><text class="tick" x="${coordinate(x(tick * unit.divisor))}" y="${bottom + 18}" text-anchor="middle">${plain(tick, 2)}</text>`)}
<text class="axis" x="${left - 40}" y="12">${side}</text><text class="axis" x="${right}" y="${height - 6}" text-anchor="end">${axis}</text>
${threshold !== null && threshold < end ? markup`<line class="goal" x1="${coordinate(x(threshold))}" x2="${coordinate(x(threshold))}" y1="${top}" y2="${bottom}"/><text class="goal-label" x="${coordinate(x(threshold) + 5)}" y="${top + 10}">${duration(threshold, language)}</text>` : null}
${drawn.map(({series, distribution}) => markup`<path class="curve ${series.class}" d="${path(distribution, x, y, end)}"><title>${series.label}</title></path>`)}
${drawn.map(({series}) => {
  const place = places.get(series.design) ?? {x: left, y: bottom};
  return markup`<g class="mark ${series.class}"><circle cx="${coordinate(place.x)}" cy="${coordinate(place.y)}" r="9.5"/><text x="${coordinate(place.x)}" y="${coordinate(place.y + 4)}" text-anchor="middle">${series.mark}</text></g>`;
})}
</svg>`;
}

function path({at, longer}: Distribution, x: (value: number) => number, y: (value: number) => number, end: number): string {
  const points: string[] = [];
  if (at.length > 0 && at[0] > 0) points.push(`${coordinate(x(0))} ${coordinate(y(longer[0]))}`);
  let last = "";
  for (let i = 0; i < at.length; i++) {
    if (at[i] > end) {
      points.push(`${coordinate(x(end))} ${coordinate(y(longerThan({at, longer} as Distribution, end)))}`);
      break;
    }
    const point = `${coordinate(x(at[i]))} ${coordinate(y(longer[i]))}`;
    if (point !== last) points.push(point);
    last = point;
  }
  return `M${points.join("L")}`;
}

/** Marks sit on their curves, apart from each other and from the axes where there is room, and anywhere on the curve where there is not. */
function placeMarks(
  curves: readonly Curve[],
  x: (value: number) => number,
  y: (value: number) => number,
  end: number,
  highest: number,
): Map<string, {x: number; y: number}> {
  const taken: {x: number; y: number}[] = [];
  const places = new Map<string, {x: number; y: number}>();
  for (const {series, distribution} of curves) {
    let best = {x: x(0), y: y(longerThan(distribution, 0))},
      room = -1;
    for (const margin of [0.04 * highest, -1]) {
      for (let step = 2; step <= 46 && room < APART; step++) {
        const t = (end * step) / 48,
          share = longerThan(distribution, t);
        if (share < margin || (margin > 0 && share > 0.92 * highest)) continue;
        const place = {x: x(t), y: y(share)};
        const free = Math.min(APART, ...taken.map((other) => Math.hypot(other.x - place.x, other.y - place.y)));
        if (free > room) {
          room = free;
          best = place;
        }
      }
    }
    taken.push(best);
    places.set(series.design, best);
  }
  return places;
}

/** Drawing units between the middles of two marks. */
const APART = 24;
