/**
 * A station as formulas see it: one stream of customers, so many servers, a line. Whatever formulas do not know is told as the
 * reason why there is no twin.
 */
import {
  BY_APPOINTMENT,
  EARLIEST_DUE,
  FINISH,
  FIRST_COME,
  JOIN_RANDOM,
  JOIN_ROUND_ROBIN,
  JOIN_SHORTEST,
  LINE_EACH,
  LONGEST_JOB,
  type Model,
  RESTART,
  RESUME,
  type Row,
  SHORTEST_JOB,
  type StationTable,
} from "../model/model.ts";
import type {Law} from "../random/law.ts";
import {exponentialMean} from "./law.ts";
import type {Reason} from "./reason.ts";
import {type ClassStream, type Coming, comingTo, type Journey, type Stream} from "./stream.ts";

export type Lanes = "at random" | "round robin" | "shortest" | "shortest, and people switch";

export interface Place {
  station: Row;
  stream: Stream;
  /** Null: from the door, and once. */
  journey: Journey | null;
  /** `service` is what a server needs, its speed included. */
  classes: ClassStream[];
  servers: number;
  /** People waiting and in service; Infinity: no limit. */
  room: number;
  /** Of everybody; null: endless. */
  patience: Law | null;
  /** Null: one line. */
  lanes: Lanes | null;
  /** Who comes first is served first; otherwise in some order that does not look at the work. */
  isFirstCome: boolean;
  /** Ranks by class stream, 0 first, where classes are served in turn; null: all alike. */
  ranks: number[] | null;
  /** A class before theirs interrupts whoever is served, who goes on later, or begins again with new work. */
  interrupts: "resume" | "resample" | null;
}

export type Found = Place | {station: Row; reason: Reason};

export function placesOf(model: Model): Found[] {
  const coming = comingTo(model, (station, classes) => isMarkovian(model.stations[station], classes, model));
  return model.stations.map((table, station) => placeOf(model, table, station, coming[station]));
}

/**
 * One line in which nobody is lost, with exponential service that is the same for all and less work than can be done: it hands its
 * customers on as they came, at random.
 */
function isMarkovian(table: StationTable, here: readonly ClassStream[], model: Model): boolean {
  const [mean, ...others] = here.map(({service}) => exponentialMean(service));
  const rate = here.reduce((sum, one) => sum + one.rate, 0);
  return (
    mean !== null &&
    others.every((other) => other === mean) &&
    reasonOf(table, model) === null &&
    (rate * mean) / table.speed < table.staff[0] &&
    table.line !== LINE_EACH &&
    !table.hasPriority &&
    table.room === Infinity &&
    model.classes.every(({patience}) => patience === null)
  );
}

function placeOf(model: Model, table: StationTable, station: Row, coming: Coming): Found {
  const reason = reasonOf(table, model);
  if (reason !== null) return {station, reason};
  if ("reason" in coming) return {station, reason: coming.reason};
  const here = coming.classes.map((one) => ({...one, service: scaled(one.service, 1 / table.speed)}));
  const patience = commonPatience(model, here);
  if (patience === undefined) return {station, reason: "patience differs by class"};
  const ranks = ranksOf(model, table, here);
  if (ranks !== null && patience !== null) return {station, reason: "patience of another kind"};
  const lanes = lanesOf(table);
  if (lanes === undefined) return {station, reason: "lanes of this kind"};
  return {
    station,
    stream: coming.stream,
    journey: coming.journey,
    classes: here,
    servers: table.staff[0],
    room: table.room,
    patience,
    lanes: table.staff[0] === 1 ? null : lanes,
    isFirstCome: table.order === FIRST_COME && ranks === null,
    ranks,
    interrupts: ranks === null || table.interrupt === FINISH ? null : table.interrupt === RESUME ? "resume" : "resample",
  };
}

/** What no formula here knows, in the order in which people would name it. */
function reasonOf(table: StationTable, model: Model): Reason | null {
  const {staff, staffAt} = table;
  const isSteady = staff.every((servers) => servers === staff[0]) && staffAt[0] <= model.horizon.startsAt && staff[0] > 0;
  return isSteady ? oddityOf(table, model) : "staff by the clock";
}

/** Servers who only serve, customers who only come, wait and perhaps give up, in an order that does not look at their work. */
export function hasOnlyServers(table: StationTable, model: Model): boolean {
  return oddityOf(table, model) === null;
}

function oddityOf(table: StationTable, {classes}: Model): Reason | null {
  const {order, ageing, gated, kept, reach, crew, walkFirst, walkEach, places, opensAt, interrupt} = table;
  if (crew != null) return "staff does more than serve";
  if (walkFirst > 0 || walkEach > 0) return "walking time";
  if (opensAt > 0) return "opens when lines are long";
  if (places > 0) return "places at windows";
  if (gated) return "class by class";
  if (kept.length > 0) return "kept servers";
  if (reach !== null && reach !== undefined) return "windows for some only";
  if (ageing !== null) return "priority grows with the wait";
  if (table.dropsLowest) return "drops the lowest";
  if ([SHORTEST_JOB, LONGEST_JOB, EARLIEST_DUE, BY_APPOINTMENT].some((other) => other === order)) return "order by size or due time";
  if (interrupt === RESTART) return "no formula"; // begins again with the same work
  if (classes.some(({balking}) => balking !== null)) return "balking";
  if (classes.some(({patienceBeyondAnnounced, lastInLine}) => patienceBeyondAnnounced || lastInLine !== 1))
    return "patience of another kind";
  return null;
}

/** Undefined: classes are patient in different ways. */
function commonPatience({classes}: Model, here: readonly ClassStream[]): Law | null | undefined {
  const [first, ...others] = here.map(({row}) => classes[row].patience);
  return others.every((law) => JSON.stringify(law) === JSON.stringify(first)) ? first : undefined;
}

/** Null where all have the same rank, or it does not matter. */
function ranksOf({classes}: Model, table: StationTable, here: readonly ClassStream[]): number[] | null {
  if (!table.hasPriority) return null;
  const ranks = here.map(({row}) => classes[row].priority);
  return ranks.every((rank) => rank === ranks[0]) ? null : ranks;
}

/** Null: one line. Undefined: lanes that formulas do not know. */
function lanesOf(table: StationTable): Lanes | null | undefined {
  const {line, join, order, hasPriority, countsWaitingOnly, misjudged, expressLanes, switchAt, switchCost, switchWhenIdle} = table;
  if (line !== LINE_EACH) return null;
  if (expressLanes > 0 || misjudged > 0 || order !== FIRST_COME || hasPriority) return undefined;
  if (switchAt > 0)
    return switchAt === 2 && switchCost === 0 && !countsWaitingOnly && !switchWhenIdle && join === JOIN_SHORTEST
      ? "shortest, and people switch"
      : undefined;
  if (join === JOIN_RANDOM) return "at random";
  if (join === JOIN_ROUND_ROBIN) return "round robin";
  return join === JOIN_SHORTEST && !countsWaitingOnly ? "shortest" : undefined;
}

/** The same law in other units of time: every time multiplied. */
export function scaled(law: Law, factor: number): Law {
  if (factor === 1) return law;
  switch (law.kind) {
    case "fixed":
      return {...law, value: law.value * factor};
    case "uniform":
      return {...law, from: law.from * factor, to: law.to * factor};
    case "triangular":
      return {...law, from: law.from * factor, peak: law.peak * factor, to: law.to * factor};
    case "normal":
      return {...law, mean: law.mean * factor, sd: law.sd * factor};
    case "mix":
      return {...law, parts: law.parts.map((part) => ({...part, law: scaled(part.law, factor)}))};
    case "sum":
      return {...law, parts: law.parts.map((part) => scaled(part, factor))};
    case "empirical":
    case "interpolated":
      return {...law, values: law.values.map((value) => value * factor)};
    case "truncated":
      return {
        ...law,
        law: scaled(law.law, factor),
        from: law.from === null ? null : law.from * factor,
        to: law.to === null ? null : law.to * factor,
      };
    case "phaseType":
      return {...law, rates: law.rates.map((row) => row.map((rate) => rate / factor))};
    default:
      return {...law, mean: law.mean * factor};
  }
}
