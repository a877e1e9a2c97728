/**
 * What servers do besides serving, as a table: set-up, after-work, hours and breaks of their own, lunch in turn, breakdowns, and speeds
 * that depend on the line. Nothing of it: no table, and the loop asks for none of it.
 */
import {spansWith} from "../scenario/presence.ts";
import type {Break, Scenario, Station} from "../scenario/scenario.ts";
import type {Clock} from "../units.ts";
import {
  AFTER_CUSTOMER,
  AT_ONCE,
  type BreakdownTable,
  type CrewTable,
  END_ON_TIME,
  type HoursTable,
  RESAMPLE,
  RESTART,
  RESUME,
  SKIP_WHEN_BEHIND,
} from "./model.ts";

const BREAK_RULES = {
  "after the customer": AFTER_CUSTOMER,
  "end on time": END_ON_TIME,
  "at once": AT_ONCE,
  "skip when behind": SKIP_WHEN_BEHIND,
} as const;
const IN_HAND = {resume: RESUME, restart: RESTART, resample: RESAMPLE} as const;

/** @throws RangeError where servers are away one by one and each has a line, or where servers that break down take breaks */
export function crewTable(station: Station, {opening}: Scenario): CrewTable | null {
  const hours = hoursOf(station, opening?.to ?? Infinity);
  const speeds = station.speedWaiting ?? [];
  const {afterWork = null, setUp = null, lunch = null} = station;
  const breakdowns = breakdownsOf(station);
  if (hours === null && speeds.length === 0 && !afterWork && !setUp && !breakdowns) return null;
  if ((hours !== null || setUp || breakdowns) && station.line === "each")
    throw new RangeError("people, breaks, lunch, breakdowns and set-up need one line for all servers");
  if ((hours !== null || breakdowns) && station.kept) throw new RangeError("servers who are away one by one are not kept for a class");
  if (hours !== null && breakdowns) throw new RangeError("servers that break down have no hours and breaks of their own");
  return {
    fromWaiting: Int32Array.from(speeds, ({waiting}) => waiting),
    thenSpeed: Float64Array.from(speeds, ({speed}) => speed),
    afterWork,
    setUpIdle: setUp?.idle ?? null,
    setUpChange: setUp?.change ?? null,
    hours,
    breakRule: BREAK_RULES[station.breakRule ?? "after the customer"],
    lunch,
    breakdowns,
  };
}

function breakdownsOf({breakdowns}: Station): BreakdownTable | null {
  if (!breakdowns) return null;
  const {every, counts, repair, technicians, inHand} = breakdowns;
  return {every, byUse: counts === "use", repair, technicians: technicians ?? Infinity, inHand: IN_HAND[inHand]};
}

/** Hours of each server where one of them has hours or breaks; without names the clock table's k-th server is there while k or more are. */
function hoursOf({servers, people, breaks = [], lunch}: Station, ends: Clock): HoursTable[] | null {
  if (!people && breaks.length === 0 && !lunch) return null;
  const most = servers.value.reduce((a, b) => Math.max(a, b), 0);
  const own =
    people ?? Array.from({length: most}, (_, place) => ({hours: spansWith(servers, place + 1, ends), breaks: [] as Break[], speed: 1}));
  return own.map(({hours, breaks: mine, speed}): HoursTable => {
    const all = [...breaks, ...mine].sort((a, b) => a.from - b.from);
    return {
      from: Float64Array.from(hours, ({from}) => from),
      to: Float64Array.from(hours, ({to}) => to),
      breakFrom: Float64Array.from(all, ({from}) => from),
      breakTo: Float64Array.from(all, ({to}) => to),
      speed,
    };
  });
}
