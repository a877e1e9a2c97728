/**
 * Sections → Scenario: names are looked up, defaults filled in, times brought to one clock. Every section that could be read
 * is checked, even when another could not, so that all mistakes are told at once.
 */
import * as defaults from "../defaults.ts";
import {message} from "../message.ts";
import type {Arrivals, Goal, Route, Scenario, Station} from "../scenario.ts";
import {find, namesAt, type Tree} from "../tree.ts";
import {buildArrivals, checkSomebodyComes, nameClasses, readTraces} from "./build-arrivals.ts";
import {buildClasses} from "./build-classes.ts";
import {buildCosts} from "./build-costs.ts";
import {buildGoal} from "./build-goals.ts";
import {buildRoute, checkOrders, checkRoutes, checkServices} from "./build-routes.ts";
import {buildRun} from "./build-run.ts";
import {buildStation} from "./build-stations.ts";
import {Building, type Report} from "./building.ts";
import type {TableFiles} from "./csv-file.ts";
import * as say from "./messages.ts";
import type {Sections} from "./schema.ts";
import {closest} from "./suggest.ts";

/** @returns null when a section is missing or could not be read, or a name leads nowhere; every reason was reported. */
export function buildScenario(tree: Tree, sections: Sections, files: TableFiles, fileName: string, report: Report): Scenario | null {
  const building = new Building(tree, sections, files, report);
  const {opening, knowsOpening} = building;
  readTraces(building);
  nameClasses(building);
  const arrivals = new Map<string, Arrivals>();
  for (const [name, source] of sections.arrivals ?? []) {
    const built = buildArrivals(building, name, source);
    if (built !== null) arrivals.set(name, built);
  }
  const stations = new Map<string, Station>();
  for (const [name, station] of sections.stations ?? []) stations.set(name, buildStation(building, name, station));
  const routes = new Map<string, Route>();
  for (const [name, steps] of sections.routes ?? []) routes.set(name, buildRoute(building, name, steps));
  const classes = buildClasses(building);
  if (sections.stations !== undefined && !building.failed("routes") && !building.failed("arrivals")) checkRoutes(building, classes, routes);
  if (!building.failed("classes") && !building.failed("stations") && !building.failed("routes"))
    checkServices(building, classes, stations, routes);
  if (!building.failed("classes") && !building.failed("stations") && !building.failed("routes") && !building.failed("arrivals"))
    checkOrders(building, classes, stations, routes);
  const goals: Goal[] = [];
  (sections.goals ?? []).forEach((phrase, i) => {
    const goal = buildGoal(building, phrase, ["goals", String(i)]);
    if (goal !== null) goals.push(goal);
  });
  const costs = buildCosts(building);
  const run = buildRun(building);
  checkAssumed(building, sections.assumed ?? []);
  if (sections.arrivals !== undefined && arrivals.size > 0) checkSomebodyComes(building, arrivals);
  if (sections.closing !== undefined && opening === null && knowsOpening) {
    building.warning(
      ["closing"],
      message(
        "`closing` says how a day ends, but the place has no opening hours.",
        "`closing` 说明一天如何结束，但这里没有营业时间。",
        "Add `opening: 09:00 to 17:00`, or leave it out.",
        "请加上 `opening: 09:00 to 17:00`，或去掉它。",
      ),
    );
  }
  const failed = (Object.keys(SECTION_NAMES) as (keyof Sections)[]).some((section) => building.failed(section));
  if (!building.isSound || failed || arrivals.size === 0 || stations.size === 0) return null;
  return {
    name: sections.name ?? fileName,
    opening,
    closing: sections.closing ?? defaults.CLOSING,
    arrivals,
    classes,
    stations,
    routes,
    goals,
    costs,
    run,
    assumed: sections.assumed ?? [],
  };
}

const SECTION_NAMES: {readonly [Key in keyof Required<Sections>]: true} = {
  name: true,
  opening: true,
  closing: true,
  arrivals: true,
  classes: true,
  stations: true,
  routes: true,
  goals: true,
  costs: true,
  run: true,
  compare: true,
  vary: true,
  assumed: true,
};

function checkAssumed(building: Building, assumed: readonly string[]): void {
  assumed.forEach((item, i) => {
    const path = item.split(".");
    const isPath =
      Object.hasOwn(SECTION_NAMES, path[0]) || (path.length > 1 && !item.includes(". ") && !/\.$/.test(item) && !item.includes(" "));
    if (!isPath) return;
    let known = 0;
    while (known < path.length && find(building.tree, path.slice(0, known + 1)) !== null) known++;
    if (known === path.length) return;
    // What classes inherit from their source may be named at the class.
    if (path[0] === "classes" && building.broughtBy.has(path[1] ?? "")) return;
    const words = known === 0 ? Object.keys(SECTION_NAMES) : namesAt(building.tree, path.slice(0, known));
    building.problem(["assumed", String(i)], say.unknownPath(item, path[known], closest(path[known], words), words));
  });
}
