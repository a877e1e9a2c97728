/**
 * Who is there to serve, hour by hour: by the schedule, less breaks and lunch. Lunch goes round from the left, so many at once, and is
 * taken here as if nobody had a customer in hand when it is their turn; breaks that are dropped when somebody waits are not taken off.
 */
import type {Clock, Seconds} from "../units.ts";
import type {ClockTable, Station} from "./scenario.ts";

export interface Presence {
  /** On average. */
  servers: number;
  /** Mean speed of those who are there, as times the station's. */
  pace: number;
}

interface Span {
  from: Clock;
  to: Clock;
}

/** Over [from, to); `paceOfNobody` is the pace while nobody is there. */
export function presenceIn(station: Station, from: Clock, to: Clock, paceOfNobody: number): Presence {
  let present = 0;
  let work = 0;
  for (const {hours, away, speed} of attendances(station)) {
    const there = hours.reduce((sum, span) => sum + overlap(span, from, to), 0);
    const missed = hours.reduce((sum, span) => sum + awayIn(away, Math.max(from, span.from), Math.min(to, span.to)), 0);
    present += there - missed;
    work += speed * (there - missed);
  }
  return {servers: present / (to - from), pace: present > 0 ? work / present : paceOfNobody};
}

/** Of each server, from the left. */
function attendances({servers, people, breaks = [], breakRule, lunch}: Station): {hours: Span[]; away: Span[]; speed: number}[] {
  const most = servers.value.reduce((a, b) => Math.max(a, b), 0);
  const own = people ?? Array.from({length: most}, (_, place) => ({hours: spansWith(servers, place + 1, Infinity), breaks: [], speed: 1}));
  const skips = breakRule === "skip when behind";
  let eaters = 0;
  return own.map(({hours, breaks: mine, speed}) => {
    const away: Span[] = skips ? [] : [...breaks, ...mine];
    if (lunch && hours.some((span) => overlap(span, lunch.from, lunch.to) > 0)) {
      const begins = lunch.from + Math.floor(eaters / lunch.atOnce) * lunch.length;
      eaters++;
      if (begins < lunch.to) away.push({from: begins, to: begins + lunch.length});
    }
    return {hours, away: away.sort((a, b) => a.from - b.from), speed};
  });
}

/** When at least so many are there. */
export function spansWith({at, value}: ClockTable, count: number, ends: Clock): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < at.length; i++) {
    if (value[i] < count) continue;
    const to = at[i + 1] ?? ends;
    const last = spans[spans.length - 1];
    if (last !== undefined && last.to === at[i]) last.to = to;
    else spans.push({from: at[i], to});
  }
  return spans;
}

function overlap(span: Span, from: Clock, to: Clock): Seconds {
  return Math.max(0, Math.min(to, span.to) - Math.max(from, span.from));
}

/** Spans that overlap count once. */
function awayIn(spans: readonly Span[], from: Clock, to: Clock): Seconds {
  let sum = 0;
  let until = from;
  for (const span of spans) {
    sum += overlap(span, until, to);
    until = Math.max(until, span.to);
  }
  return sum;
}
