/** The staff of a station: who serves by name, breaks, lunch, breakdowns, and what they do besides serving. */
import type {Break, ClockTable, Person, Station} from "../scenario.ts";
import {find, isNothing, namesAt} from "../tree.ts";
import {isAlwaysZero} from "./always-zero.ts";
import type {StationSection} from "./build-stations.ts";
import type {Building} from "./building.ts";
import * as say from "./messages.ts";
import * as sayOfStaff from "./staff-messages.ts";

export interface Staff {
  people: Person[] | null;
  lunch: NonNullable<Station["lunch"]> | null;
  servers: ClockTable | null;
}

/** What servers do besides serving; nothing where the file says nothing of it. */
export function crewOf(
  {speed, afterwork, setup, break: breaks, breaks: breakRule, breakdowns}: StationSection,
  {people, lunch}: Staff,
): Partial<Station> {
  return {
    ...(typeof speed === "object" ? {speedWaiting: speed} : {}),
    ...(afterwork === undefined ? {} : {afterWork: afterwork}),
    ...(setup === undefined ? {} : {setUp: setup}),
    ...(people === null ? {} : {people}),
    ...(breaks === undefined ? {} : {breaks}),
    ...(breakRule === undefined ? {} : {breakRule}),
    ...(lunch === null ? {} : {lunch}),
    ...(breakdowns === undefined
      ? {}
      : {
          breakdowns: {
            every: breakdowns.every,
            counts: breakdowns.counts ?? "time",
            repair: breakdowns.repair,
            technicians: breakdowns.technicians ?? null,
            inHand: breakdowns.work ?? "resume",
          },
        }),
  };
}

/** Who serves, by name, with the number of them by the clock; lunch in turn. */
export function buildStaff(building: Building, path: string[], station: StationSection): Staff {
  const {opening, knowsOpening} = building;
  const {people, lunch} = station;
  const names = namesAt(building.tree, [...path, "people"]);
  const isUnsaid = (word: string) => isNothing(find(building.tree, [...path, word]));
  if (isUnsaid("servers") && isUnsaid("people"))
    building.problem(
      path,
      say.missing("servers", {en: "people or machines serving in parallel, by the clock", zh: "并行服务的人或机器数"}, "5"),
    );
  if (people !== undefined && station.servers !== undefined) building.problem([...path, "people"], sayOfStaff.peopleAndServers());
  if (people?.size === 0) building.problem([...path, "people"], say.nothingThere("people", "`Anna: { from: 09:00 to 13:00 }`"));
  for (const word of ["people", "break", "lunch", "breakdowns", "setup"] as const)
    if (station.line === "each" && station[word] !== undefined) building.problem([...path, word], sayOfStaff.needsOneLine(word));
  for (const word of ["people", "break", "lunch"] as const)
    if (station.breakdowns !== undefined && station[word] !== undefined)
      building.problem([...path, word], sayOfStaff.breakdownsAndBreaks(word));
  for (const word of ["people", "break", "lunch", "breakdowns"] as const)
    if (station.kept !== undefined && station[word] !== undefined) building.problem([...path, word], sayOfStaff.keptAndAway(word));
  for (const word of ["people", "break", "lunch", "breakdowns"] as const)
    if (station.accessible !== undefined && station[word] !== undefined)
      building.problem([...path, word], sayOfStaff.accessibleAndAway(word));
  if (station.breakdowns !== undefined && isAlwaysZero(station.breakdowns.every))
    building.problem([...path, "breakdowns", "every"], sayOfStaff.breaksAtOnce());
  if (!knowsOpening) return {people: null, lunch: null, servers: null};
  const spans = (at: string[], given: Break[] | undefined): Break[] => {
    if (given === undefined) return [];
    if (opening === null) building.problem(at, sayOfStaff.hoursNeedOpening(at[at.length - 1]));
    else for (const {from} of given) if (from >= opening.to || from < opening.from) building.isInside(at, {kind: "clock", at: from});
    return given;
  };
  spans([...path, "break"], station.break);
  const [window] = spans([...path, "lunch", "from"], lunch?.from);
  const named: Person[] = [];
  for (const name of names) {
    const person = people?.get(name);
    if (person === undefined) continue;
    const all = {from: opening?.from ?? 0, to: opening?.to ?? Infinity};
    named.push({
      name,
      hours: person.from === undefined ? [all] : spans([...path, "people", name, "from"], person.from),
      breaks: spans([...path, "people", name, "break"], person.break),
      speed: person.speed ?? 1,
    });
  }
  return {
    people: people === undefined ? null : named,
    lunch: lunch === undefined || window === undefined ? null : {...window, length: lunch.length, atOnce: lunch.together ?? 1},
    servers: people === undefined ? null : countOf(named),
  };
}

/** How many are there, by the clock. */
function countOf(people: readonly Person[]): ClockTable {
  const spans = people.flatMap(({hours}) => hours);
  const at = [...new Set(spans.flatMap(({from, to}) => [from, to]))].filter((time) => time < Infinity).sort((a, b) => a - b);
  const value = at.map((time) => spans.filter(({from, to}) => from <= time && time < to).length);
  const rows = at.map((_, i) => i).filter((i) => i === 0 || value[i] !== value[i - 1]);
  return {at: rows.map((i) => at[i]), value: rows.map((i) => value[i]), shape: "steps"};
}
