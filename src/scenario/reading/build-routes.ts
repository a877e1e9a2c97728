/** `routes` → steps; whether every class knows its route, and every visit its work and its order. */
import type {Seconds} from "../../units.ts";
import type {CustomerClass, Route, Scenario, Station, Step} from "../scenario.ts";
import type {Building} from "./building.ts";
import * as say from "./messages.ts";
import {checkOrder} from "./orders.ts";
import type {Sections} from "./schema.ts";

type StepSections = NonNullable<Sections["routes"]> extends Map<string, infer S> ? S : never;

export function buildRoute(building: Building, name: string, steps: StepSections): Route {
  const names = [...steps.keys()];
  const built: Step[] = [];
  if (names.length === 0) building.problem(["routes", name], say.nothingThere(name, "`check: { at: counters }`"));
  names.forEach((stepName, i) => {
    const step = steps.get(stepName);
    if (step === undefined) return;
    const path = ["routes", name, stepName];
    if (stepName === "leave") building.problem(path, say.leaveIsTaken());
    if (step.at !== undefined && step.wait !== undefined) building.problem([...path, "wait"], say.stepBoth());
    if (step.at === undefined && step.service !== undefined) building.problem([...path, "service"], say.serviceWithoutStation());
    if (step.at === undefined && step.wait === undefined && step.then === undefined) building.problem(path, say.stepNeeds());
    if (step.at !== undefined && !building.stations.includes(step.at))
      building.problem([...path, "at"], say.noSuch("station", "服务台", step.at, building.stations));
    const then = step.then ?? [{share: 1, to: names[i + 1] ?? "leave"}];
    for (const branch of then) {
      if (branch.to !== "leave" && !names.includes(branch.to))
        building.problem([...path, "then"], say.noSuch("step", "步骤", branch.to, [...names, "leave"]));
    }
    built.push({
      name: stepName,
      does:
        step.at !== undefined
          ? {kind: "visit", station: step.at, service: step.service ?? null}
          : step.wait !== undefined
            ? {kind: "delay", time: step.wait}
            : {kind: "choose"},
      then: then.map((branch) => ({share: branch.share, to: branch.to === "leave" ? null : branch.to})),
    });
  });
  return {steps: built};
}

export function checkOrders(
  building: Building,
  classes: ReadonlyMap<string, CustomerClass>,
  stations: ReadonlyMap<string, Station>,
  routes: ReadonlyMap<string, Route>,
): void {
  for (const [name, station] of stations) {
    const visits = (route: Route | undefined) => route?.steps.some(({does}) => does.kind === "visit" && does.station === name) ?? true;
    checkOrder(
      {
        name,
        station,
        classes: [...classes].flatMap(([one, {route}]) => (visits(routes.get(route ?? "")) ? [one] : [])),
        problem: (path, text) => building.problem(path, text),
        warning: (path, text) => building.warning(path, text),
      },
      classes as Scenario["classes"],
    );
  }
}

export function checkRoutes(building: Building, classes: ReadonlyMap<string, CustomerClass>, routes: ReadonlyMap<string, Route>): void {
  if (building.stations.length > 1 && routes.size === 0) {
    building.problem(["stations"], say.routesMissing(building.stations));
    return;
  }
  if (routes.size < 2) return;
  for (const [name, one] of classes) {
    if (one.route !== null) continue;
    const source = building.broughtBy.get(name)?.[0] ?? "";
    building.problem(["arrivals", source], say.routeUndecided(name, [...routes.keys()]));
  }
}

/** Every visit needs to know how much work it is; where a trace says so for everybody of a class, its times are the law. */
export function checkServices(
  building: Building,
  classes: Map<string, CustomerClass>,
  stations: ReadonlyMap<string, Station>,
  routes: ReadonlyMap<string, Route>,
): void {
  const told = new Set<string>();
  for (const [name, one] of classes) {
    if (one.service !== null) continue;
    const route = one.route === null ? undefined : routes.get(one.route);
    const visits =
      route !== undefined
        ? route.steps.flatMap(({does}) => (does.kind === "visit" ? [does] : []))
        : stations.size === 1
          ? [...stations.keys()].map((station) => ({station, service: null}))
          : [];
    const unsaid = visits.filter((visit) => visit.service === null && stations.get(visit.station)?.service === null);
    if (unsaid.length === 0) continue;
    const values = tracedServices(building, name);
    if (values !== null && visits.length === 1) {
      classes.set(name, {...one, service: {kind: "empirical", values}});
      continue;
    }
    for (const {station} of unsaid) {
      if (told.has(station)) continue;
      told.add(station);
      building.problem(["stations", station], say.serviceMissing(station));
    }
  }
}

/** Services of a class in the traces that bring it; null unless every one is known. */
function tracedServices(building: Building, name: string): Seconds[] | null {
  const values: Seconds[] = [];
  for (const source of building.broughtBy.get(name) ?? []) {
    const trace = building.traces.get(source);
    if (trace === undefined || !trace.hasService) return null;
    for (const row of trace.rows) if (row.service !== null && (row.class ?? source) === name) values.push(row.service);
  }
  return values.length === 0 ? null : values;
}
