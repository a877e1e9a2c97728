/** Designs that differ by one number, as `vary` makes them: which number, and its value in each design. */
import type {Result} from "../comparison/comparison.ts";
import {type Language, listed, quoted} from "./language.ts";
import {plain} from "./number.ts";

export interface Grid {
  /** The path that varies. */
  path: string;
  /** The station whose servers vary, or null: something else does. */
  station: string | null;
  /** Designs by ascending value. */
  steps: GridStep[];
}

export interface GridStep {
  design: string;
  value: number;
  text: string;
}

/** The grid behind a result, or null when its designs differ by more than one number. */
export function gridOf(result: Result): Grid | null {
  if (result.designs.length < 3) return null;
  let path: string | null = null;
  const steps: Grid["steps"] = [];
  for (const {name, changes} of result.designs) {
    if (changes.length > 1) return null;
    const change =
      changes.length === 1
        ? /^([^:]+): *(-?\d+(?:\.\d+)?)([^\d{,].*)?$/.exec(changes[0])
        : /^(?:[^\d:]+ )?()(-?\d+(?:\.\d+)?)([^\d{,].*)?$/.exec(name);
    if (change === null) return null;
    const changed = change[1].trim();
    if (changed !== "") {
      if (path !== null && path !== changed) return null;
      path = changed;
    }
    steps.push({design: name, value: Number(change[2]), text: `${change[2]}${change[3] ?? ""}`});
  }
  if (path === null) return null;
  steps.sort((a, b) => a.value - b.value);
  const station = /^stations\.(.+)\.servers$/.exec(path);
  return {path, station: station ? station[1] : null, steps};
}

/** More names than this are cut to the first few. */
const MOST_NAMES = 12;
const FIRST_NAMES = 4;

/** "11 agents"; "11 servers at “desk”"; a grid of something else goes by the names of its designs. */
export function stepText(grid: Grid, step: GridStep, language: Language): string {
  const number = plain(step.value, 3);
  if (grid.station === null) return quoted(step.design, language);
  if (language === "zh") return `${number} 人（${grid.station}）`;
  const isPlural = /^[a-z][a-z ]*[^s]s$/i.test(grid.station);
  if (!isPlural) return `${number} ${step.value === 1 ? "server" : "servers"} at ${quoted(grid.station, language)}`;
  return `${number} ${step.value === 1 ? grid.station.slice(0, -1) : grid.station}`;
}

/** Designs in a sentence: quoted names, or the numbers of a grid with their thing said once. */
export function designList(grid: Grid | null, designs: readonly string[], language: Language): string {
  const steps = grid === null || grid.station === null ? [] : grid.steps.filter(({design}) => designs.includes(design));
  const last = steps[steps.length - 1];
  if (grid === null || last === undefined || steps.length < designs.length) {
    const names = designs.map((design) => quoted(design, language));
    if (names.length <= MOST_NAMES) return listed(names, language);
    const more = names.length - FIRST_NAMES;
    return listed([...names.slice(0, FIRST_NAMES), language === "zh" ? `另外 ${more} 个` : `${more} more`], language);
  }
  const numbers = steps.slice(0, -1).map(({value}) => plain(value, 3));
  return listed(
    [...(numbers.length < MOST_NAMES ? numbers : [...numbers.slice(0, FIRST_NAMES), "…"]), stepText(grid, last, language)],
    language,
  );
}
