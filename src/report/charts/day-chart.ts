/** One design through the day: the staff on duty above, the people waiting with their confidence band below. */
import {formatClock} from "../../units.ts";
import type {Language} from "../../wording/language.ts";
import {plain} from "../../wording/number.ts";
import {type Markup, coordinate, markup} from "../markup.ts";
import type {Series} from "../series.ts";
import {hourTicks, niceTop, scale, ticks} from "./scale.ts";

export interface DayPoint {
  /** Seconds after midnight. */
  from: number;
  to: number;
  waiting: number | null;
  low: number | null;
  high: number | null;
  staff: number | null;
}

/** Tops of the two axes, the same for every design of a page. */
export interface DayTops {
  waiting: number;
  staff: number;
}

export const DAY_WIDTH = 340;

/** Staff is a step line over its own small axis, because forty people waiting would flatten five on duty, and the reverse. */
export function dayChart(points: readonly DayPoint[], series: Series, tops: DayTops, language: Language): Markup {
  const staffed = points.filter((point) => point.staff !== null);
  const width = DAY_WIDTH,
    left = 32,
    right = width - 20,
    staffTop = 16,
    staffBottom = 52;
  const top = staffed.length === 0 ? 16 : 78,
    bottom = top + 98,
    height = bottom + 24;
  const first = points[0]?.from ?? 0,
    last = points[points.length - 1]?.to ?? 1;
  const x = scale(first, last, left, right),
    y = scale(0, niceTop(tops.waiting, 3), bottom, top);
  const yStaff = scale(0, Math.max(1, tops.staff), staffBottom, staffTop);
  const middle = (point: DayPoint) => x((point.from + point.to) / 2);
  const known = points.filter((point) => point.waiting !== null);
  const line = known.map((point) => `${coordinate(middle(point))} ${coordinate(y(point.waiting ?? 0))}`).join("L");
  const upper = known.map((point) => `${coordinate(middle(point))} ${coordinate(y(point.high ?? point.waiting ?? 0))}`);
  const lower = known
    .map((point) => `${coordinate(middle(point))} ${coordinate(y(Math.max(0, point.low ?? point.waiting ?? 0)))}`)
    .reverse();
  const steps = staffed
    .map((point) => `${coordinate(x(point.from))} ${coordinate(yStaff(point.staff ?? 0))}H${coordinate(x(point.to))}`)
    .join("L");
  // The last period holds the work after closing too, which is no staff of its own.
  const most = Math.max(0, ...(staffed.length > 1 ? staffed.slice(0, -1) : staffed).map((point) => point.staff ?? 0));
  const [waiting, onDuty] = language === "zh" ? ["排队人数", "在岗人数"] : ["people waiting", "staff on duty"];
  return markup`<svg class="chart" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true"><title>${series.label}</title>
${steps === "" ? null : markup`<text class="axis" x="${left}" y="${staffTop - 5}">${onDuty}</text><line class="grid" x1="${left}" x2="${right}" y1="${staffBottom}" y2="${staffBottom}"/><text class="tick" x="${left - 5}" y="${staffBottom + 4}" text-anchor="end">0</text><text class="tick" x="${left - 5}" y="${coordinate(yStaff(most) + 4)}" text-anchor="end">${plain(most, 1)}</text><path class="staff" d="M${steps}"/>`}
<text class="axis" x="${left}" y="${top - 5}">${waiting}</text>
${ticks(0, y.to, 3).map((tick) => markup`<line class="grid" x1="${left}" x2="${right}" y1="${coordinate(y(tick))}" y2="${coordinate(y(tick))}"/><text class="tick" x="${left - 5}" y="${coordinate(y(tick) + 4)}" text-anchor="end">${plain(tick, 2)}</text>`)}
${hourTicks(first, last, 6).map((at) => markup`<line class="tickmark" x1="${coordinate(x(at))}" x2="${coordinate(x(at))}" y1="${bottom}" y2="${bottom + 4}"/><text class="tick" x="${coordinate(x(at))}" y="${height - 5}" text-anchor="middle">${formatClock(at)}</text>`)}
${known.length > 1 ? markup`<path class="band ${series.class}" d="M${[...upper, ...lower].join("L")}Z"/><path class="curve ${series.class} solid" d="M${line}"/>` : null}
</svg>`;
}
