/** `stations` → servers, lines and order. */
import * as defaults from "../defaults.ts";
import type {Station} from "../scenario.ts";
import {find, isNothing} from "../tree.ts";
import {orderWithoutBook} from "./book.ts";
import {buildStaff, crewOf} from "./build-staff.ts";
import type {Building} from "./building.ts";
import * as lanes from "./lane-messages.ts";
import * as say from "./messages.ts";
import type {Sections} from "./schema.ts";

export type StationSection = NonNullable<Sections["stations"]> extends Map<string, infer S> ? S : never;

export function buildStation(building: Building, name: string, station: StationSection): Station {
  const {knowsOpening} = building;
  const path = ["stations", name];
  const staff = buildStaff(building, path, station);
  const asked = station.servers?.value ?? [1];
  const servers =
    station.servers === undefined
      ? (staff.servers ?? null)
      : knowsOpening
        ? building.clockTable([...path, "servers"], station.servers, true)
        : null;
  if (asked.every((count) => count === 0)) building.problem([...path, "servers"], say.noServers());
  if (knowsOpening && station.line === "each" && Math.max(0, ...asked) > 10_000)
    building.problem([...path, "servers"], say.notWhole(String(Math.max(...asked)), 0, 10_000));
  const isOneLine = station.line !== "each";
  for (const word of ["join", "switch", "counts", "ties", "misjudged", "express"] as const) {
    if (isOneLine && station[word] !== undefined) building.warning([...path, word], lanes.noEffectOnOneLine(word));
  }
  for (const word of ["places", "walk"] as const) {
    if (!isOneLine && station[word] !== undefined) building.warning([...path, word], lanes.noEffectWithLanes(word));
  }
  checkLanes(building, path, station);
  if (!isOneLine && station.join !== undefined && station.join.join !== "shortest") {
    if (station.ties !== undefined && station.join.join !== "least work")
      building.warning([...path, "ties"], lanes.onlyForShortest("ties"));
    if (station.counts !== undefined) building.warning([...path, "counts"], lanes.onlyForShortest("counts"));
  }
  const isByAppointment = station.order?.order === "by appointment" || station.order?.order === "priority then by appointment";
  const hasBook = building.sources.some((source) => !isNothing(find(building.tree, ["arrivals", source, "book"])));
  if (isByAppointment && !hasBook) building.warning([...path, "order"], orderWithoutBook());
  return {
    servers: servers ?? {at: [0], value: [1], shape: "steps"},
    service: station.service ?? null,
    line: station.line ?? defaults.STATION.line,
    join: station.join?.join ?? defaults.STATION.join,
    nearestWithin: station.join?.nearestWithin ?? defaults.STATION.nearestWithin,
    counts: station.counts ?? defaults.STATION.counts,
    ties: station.ties ?? defaults.STATION.ties,
    switch: station.switch?.shorter ?? defaults.STATION.switch,
    switchWhenIdle: station.switch?.whenIdle ?? false,
    switchCost: station.switch?.cost ?? 0,
    misjudged: station.misjudged ?? 0,
    express:
      station.express === undefined
        ? null
        : {
            lanes: station.express.lanes ?? 1,
            under: station.express.under ?? null,
            for: station.express.for ?? [],
            use: station.express.use ?? "if shorter",
            idle: station.express.idle ?? "wait",
          },
    places: station.places ?? 0,
    opens: station.opens === undefined ? null : {at: station.opens.at, least: station.opens.least ?? 1},
    order: station.order?.order ?? defaults.STATION.order,
    ...(station.order?.grace == null ? {} : {grace: station.order.grace}),
    room: station.room ?? defaults.STATION.room,
    leaving: station.leaving ?? defaults.STATION.leaving,
    walk: {first: station.walk?.first ?? 0, each: station.walk?.each ?? 0},
    speed: typeof station.speed === "number" ? station.speed : defaults.STATION.speed,
    ...(station.ageing && {ageing: station.ageing}),
    ...(station.interrupt && {interrupt: station.interrupt}),
    ...(station.kept && {kept: station.kept}),
    ...(station.accessible && {accessible: station.accessible}),
    ...(station.full && {full: station.full}),
    announces: station.announces ?? defaults.STATION.announces,
    ...crewOf(station, staff),
  };
}

/** Express lanes, misjudged lengths, lanes that open when lines are long. */
function checkLanes(building: Building, path: string[], {express, misjudged, join, opens, servers}: StationSection): void {
  const most = Math.max(0, ...(servers?.value ?? []));
  const isBlind = join?.join === "at random" || join?.join === "round robin";
  if (misjudged !== undefined && misjudged > 0 && isBlind) building.warning([...path, "misjudged"], lanes.nobodyLooks());
  if (opens !== undefined && (opens.least ?? 1) >= most && most > 0)
    building.warning([...path, "opens"], lanes.opensNothing(opens.least ?? 1, most));
  if (express === undefined) return;
  const at = [...path, "express"];
  if (express.under === undefined && express.for === undefined) building.problem(at, lanes.expressForWhom());
  if ((express.lanes ?? 1) >= most && most > 0) building.problem([...at, "lanes"], lanes.expressAllLanes(express.lanes ?? 1, most));
  if (building.failed("arrivals")) return;
  for (const name of express.for ?? [])
    if (!building.broughtBy.has(name)) building.problem([...at, "for"], say.noSuch("class", "类别", name, [...building.broughtBy.keys()]));
}
