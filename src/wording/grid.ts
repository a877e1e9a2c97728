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
  steps: {design: string; value: number; text: string}[];
}

/** The grid behind a result, or null when its designs differ by more than one number. */
export function gridOf(result: Result): Grid | null {
  if (result.designs.length < 3) return null;
  let path: string | null = null;
  const steps: Grid["steps"] = [];
  for (const {name, changes} of result.designs) {
    if (changes.length > 1) return null;
    const change = changes.length === 1 ? /^([^:]+): *(-?\d+(?:\.\d+)?)( .*)?$/.exec(changes[0]) : /^()(-?\d+(?:\.\d+)?)( .*)?$/.exec(name);
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

/** "11 agents"; "11 servers at “desk”"; "“speed” 1.5": one step of a grid in words. */
export function stepText(grid: Grid, value: number, language: Language): string {
  const number = plain(value, 3);
  if (grid.station === null) {
    const last = grid.path.slice(grid.path.lastIndexOf(".") + 1);
    return language === "zh" ? `${last} 取 ${number}` : `${last} ${number}`;
  }
  if (language === "zh") return `${number} 人（${grid.station}）`;
  const isPlural = /^[a-z][a-z ]*[^s]s$/i.test(grid.station);
  if (!isPlural) return `${number} ${value === 1 ? "server" : "servers"} at ${quoted(grid.station, language)}`;
  return `${number} ${value === 1 ? grid.station.slice(0, -1) : grid.station}`;
}

/** Designs in a sentence: quoted names, or the numbers of a grid with their thing said once. */
export function designList(grid: Grid | null, designs: readonly string[], language: Language): string {
  const steps = designs.map((design) => grid?.steps.find((step) => step.design === design));
  if (grid === null || designs.length < 2 || steps.some((step) => step === undefined)) {
    return listed(designs.map((design, i) => (grid !== null && steps[i] !== undefined ? stepText(grid, steps[i].value, language) : quoted(design, language))), language);
  }
  const numbers = steps.map((step) => plain(step?.value ?? 0, 3));
  const last = stepText(grid, steps[steps.length - 1]?.value ?? 0, language);
  const number = numbers[numbers.length - 1];
  if (grid.station === null) return last.slice(0, last.length - number.length) + listed(numbers, language);
  return listed([...numbers.slice(0, -1), last], language);
}
