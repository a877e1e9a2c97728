/** `goals` → rows of measure, population and bound. */
import type {Goal} from "../scenario.ts";
import type {Building} from "./building.ts";
import type {GoalPhrase} from "./goal-phrase.ts";
import * as say from "./messages.ts";

/** Words for everybody, unless the file gives one of them to a class. */
const EVERYONE: ReadonlySet<string> = new Set([
  "everyone",
  "everybody",
  "all",
  "all customers",
  "people",
  "customers",
  "visitors",
  "callers",
  "calls",
  "clients",
  "patients",
  "guests",
  "arrivals",
  "所有人",
  "顾客",
]);

export function buildGoal(building: Building, phrase: GoalPhrase, path: string[]): Goal | null {
  const {opening} = building;
  const {who, ...rest} = phrase;
  if (rest.station !== null && !building.stations.includes(rest.station)) {
    building.problem(path, say.noSuch("station", "服务台", rest.station, building.stations));
    return null;
  }
  const className = who === null ? null : classNamed(building, who, path);
  if (className === undefined) return null;
  if (opening === null && !building.failed("opening") && (rest.everyHalfHour || rest.shareOfDays !== null || rest.metric === "overtime")) {
    building.problem(path, say.goalNeedsDay());
    return null;
  }
  return {...rest, class: className};
}

/** A class's name; null for everybody; undefined when nobody is called so. */
function classNamed(building: Building, who: string, path: string[]): string | null | undefined {
  const plain = who.toLowerCase();
  const isOnly = building.broughtBy.size === 1;
  for (const name of building.broughtBy.keys()) if (name.toLowerCase() === plain) return isOnly ? null : name;
  const source = building.sources.find((name) => name.toLowerCase() === plain);
  if (source !== undefined) {
    if (building.sources.length === 1) return null;
    const brings = [...building.broughtBy].filter(([, by]) => by.includes(source));
    if (brings.length === 1 && brings[0][1].length === 1) return brings[0][0];
    building.problem(path, say.goalOnSource(who));
    return undefined;
  }
  if (EVERYONE.has(plain)) return null;
  building.problem(
    path,
    say.noSuch("class of customers", "顾客类别", who, [...building.broughtBy.keys(), ...building.sources, "customers"]),
  );
  return undefined;
}
