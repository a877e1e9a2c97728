/**
 * A question in Kendall's notation → everything that formulas say about it, as plain data: what a command prints, a page draws and a
 * script reads are the same numbers. Every number carries its formula, the formula's kind, what must hold for it, and its source.
 */
import type {Law} from "../random/law.ts";
import type {Answer, Kind, Words} from "../theory/answer.ts";
import {type Kendall, type LawLetter, letterText} from "../theory/kendall.ts";
import type {LongRun} from "../theory/long-run.ts";
import type {ImpatientLongRun} from "../theory/mmcg.ts";
import {type ServiceLevelDefinition, serviceLevel} from "../theory/service-level.ts";
import type {PerSecond, Probability, Seconds} from "../units.ts";
import {besideOf} from "./beside.ts";
import {isTrueOf, type KnownLaw, letterOf, meanKnown, squaredCVKnown, withMean} from "./known-law.ts";
import {exponentialMean} from "./law.ts";
import {neighbourOf} from "./neighbour.ts";
import {boundedValue, isKept, type NoServers, type Promised, serversFor, withServers} from "./promise.ts";
import type {Reason} from "./reason.ts";
import {relaxationTime} from "./relaxation.ts";
import {arrivalRateOf, type OneLine, type Solved, solveQueue} from "./solve-queue.ts";

/** What may be gone through, one value after the other; times and rates change in proportion, their laws keep their shape. */
export type Varied = "servers" | "arrivals" | "service" | "patience";

export interface TheoryQuestion {
  /** As the notation says. */
  stated: Kendall;
  /** As the numbers say. */
  queue: OneLine;
  /** The time that shares are asked for. */
  within: Seconds;
  percentiles: readonly Probability[];
  promise: readonly Promised[];
  vary: {what: Varied; values: readonly {value: number; text: string}[]} | null;
  /** All six definitions of the service level. */
  allLevels: boolean;
  /** Points of a curve over servers, for a page. */
  withCurve: boolean;
}

/** In the order of a table; the ending names the unit, as everywhere. */
export const MEASURES = [
  "occupancyShare",
  "waitingShare",
  "waitTimeSeconds",
  "waitOfServedSeconds",
  "waitOfWaitingSeconds",
  "waitSdSeconds",
  "servedWithinShare",
  "waitPercentileSeconds",
  "abandonedShare",
  "blockedShare",
  "sojournTimeSeconds",
  "queueLength",
  "numberInSystem",
  "throughputPerSecond",
] as const;
export type MeasureName = (typeof MEASURES)[number];

/** One number of theory. */
export interface TheoryRow {
  measure: MeasureName;
  /** Of `servedWithinShare`. */
  withinSeconds?: Seconds;
  /** Of `waitPercentileSeconds`. */
  ofShare?: Probability;
  /** Null: endless. */
  value: number | null;
  endless: boolean;
  kind: Kind;
  formula: Words;
  validity: Words;
  source: string;
}

/** The queue with one number changed. */
export interface TheoryPoint {
  /** Servers, arrivals per second, or seconds. */
  value: number;
  text: string;
  model: string | null;
  rows: TheoryRow[];
}

/** Where the numbers break what the notation says; `asStated` is the mean wait that the notation would have promised. */
export interface BrokenAssumption {
  about: "arrivals" | "service" | "patience";
  stated: string;
  found: string;
  squaredCV: number;
  asStated: TheoryRow | null;
}

export interface StaffingAnswer {
  promise: readonly Promised[];
  servers: number | null;
  why: NoServers | null;
  /** One fewer, the fewest, and as many as the notation says, in this order; each tells every promised value. */
  points: {servers: number; role: "one fewer" | "fewest" | "as written"; values: TheoryRow[]; keeps: boolean}[];
  fractionalServers: {value: number; kind: Kind; formula: Words; validity: Words; source: string} | null;
  /** β in c = a + β √a of the fewest servers; null for a population, which has no load of its own. */
  quality: number | null;
  /** What the limit of many servers says, with its fraction. */
  squareRootServers: {value: number; kind: Kind; formula: Words; validity: Words; source: string} | null;
}

export interface TheoryAnswer {
  /** As written, and the formula's own notation; null: no formula. */
  notation: {written: string; solved: string | null};
  reason: Reason | null;
  /** The formula is of a neighbouring queue (neighbour.ts). */
  isNeighbour: boolean;
  question: {
    arrivalRatePerSecond: PerSecond;
    arrivalSquaredCV: number;
    /** A population: each member comes again after this long. */
    awaySeconds: Seconds | null;
    serviceTimeSeconds: Seconds;
    serviceSquaredCV: number;
    servers: number;
    /** Null: no limit. */
    room: number | null;
    population: number | null;
    patienceSeconds: Seconds | null;
    order: Kendall["order"];
    withinSeconds: Seconds;
    lawsInSeconds: {arrivals: KnownLaw | null; service: KnownLaw; patience: Law | null};
  };
  offeredLoadErlangs: number;
  /** The line grows for ever; `leastServers` end that. */
  isOverloaded: boolean;
  leastServers: number | null;
  /** How long the place remembers how it began (relaxation.ts); null: for ever. */
  relaxationSeconds: Seconds | null;
  broken: BrokenAssumption[];
  rows: TheoryRow[];
  /** Other formulas for the same queue. */
  beside: (TheoryRow & {offBy: number | null})[];
  /** By definition; null where this queue's formula does not tell it. */
  levels:
    | {definition: ServiceLevelDefinition; shortSeconds: Seconds; value: number | null; kind: Kind; formula: Words; source: string}[]
    | null;
  staffing: StaffingAnswer | null;
  vary: {what: Varied; points: TheoryPoint[]} | null;
  /** Over servers. */
  curve: TheoryPoint[] | null;
}

/** Who gives up so soon is not held against the service, in the definitions that forgive it. */
const SHORT: Seconds = 5;

/**
 * Answers the question. With a promise the answer is for the fewest servers that keep it.
 *
 * @throws RangeError if a number of the queue is out of its range
 */
export function askTheory(question: TheoryQuestion): TheoryAnswer {
  const {stated, promise} = question;
  const staffing = promise.length === 0 ? null : staffingOf(question);
  const queue = staffing?.servers == null ? question.queue : withServers(question.queue, staffing.servers);
  const {arrivals, service, servers, room, patience} = queue;
  const found = solved(queue);
  const isKnown = typeof found !== "string";
  // Without a number of servers there is nothing to tell of them.
  const isTold = isKnown && (stated.servers !== null || staffing?.servers != null || promise.length === 0);
  const rate = arrivalRateOf(arrivals);
  const load = rate * meanKnown(service);
  const isOverloaded = isTold && found.longRun.waitTime?.value === Infinity;
  const memory = memoryOf(queue);
  return {
    notation: {written: notationText(stated, queue.servers), solved: isKnown ? found.model : null},
    reason: isKnown ? null : found,
    isNeighbour: isKnown && found.isNeighbour,
    question: {
      arrivalRatePerSecond: rate,
      arrivalSquaredCV: arrivals.kind === "renewal" ? squaredCVKnown(arrivals.between) : 1,
      awaySeconds: arrivals.kind === "population" ? meanKnown(arrivals.away) : null,
      serviceTimeSeconds: meanKnown(service),
      serviceSquaredCV: squaredCVKnown(service),
      servers,
      room: room === Infinity ? null : room,
      population: arrivals.kind === "population" ? arrivals.members : null,
      patienceSeconds: patience === null ? null : meanKnown(patience),
      order: stated.order,
      withinSeconds: question.within,
      lawsInSeconds: {
        arrivals: arrivals.kind === "renewal" ? arrivals.between : arrivals.kind === "population" ? arrivals.away : null,
        service,
        patience,
      },
    },
    offeredLoadErlangs: load,
    isOverloaded,
    leastServers: isOverloaded ? Math.floor(load) + 1 : null,
    relaxationSeconds: memory === Infinity ? null : memory,
    broken: brokenBy(stated, queue),
    rows: isTold ? rowsOf(found, queue, question) : [],
    beside: isTold ? besideRows(queue, found) : [],
    levels: question.allLevels && isTold ? levelsOf(queue, found, question.within) : null,
    staffing,
    vary:
      question.vary === null
        ? null
        : {what: question.vary.what, points: pointsOf(question, queue, question.vary.what, question.vary.values)},
    curve: question.withCurve && isTold ? pointsOf(question, queue, "servers", serversAround(queue)) : null,
  };
}

/** The queue's own formula, or a neighbour's. */
function solved(queue: OneLine): (Solved & {isNeighbour: boolean}) | Reason {
  const own = solveQueue(queue);
  if (typeof own !== "string") return {...own, isNeighbour: false};
  const neighbour = neighbourOf(queue);
  return neighbour === null ? own : {...neighbour, isNeighbour: true};
}

function notationText({arrivals, service, room, population, order, patience}: Kendall, servers: number): string {
  const places: string[] = [letterText(arrivals), letterText(service), `${servers}`];
  const limit = (value: number | null) => (value === Infinity ? "" : `${value ?? servers}`);
  places.push(limit(room), limit(population), order === "first come" ? "" : order === "last come" ? "LCFS" : "SIRO");
  while (places[places.length - 1] === "") places.pop();
  return `${places.join("/")}${patience === null ? "" : `+${letterText(patience)}`}`;
}

function told(found: Answer): Pick<TheoryRow, "value" | "endless" | "kind" | "formula" | "validity" | "source"> {
  const {value, kind, name, validity, source} = found;
  const endless = value === Infinity;
  return {value: endless ? null : value, endless, kind, formula: name, validity, source};
}

/** Every measure that the formula knows and that says something here: shares of losses only where something is lost. */
function rowsOf(
  {longRun, meansOnly}: Solved,
  queue: OneLine,
  {within, percentiles}: Pick<TheoryQuestion, "within" | "percentiles">,
): TheoryRow[] {
  const {waitVariance, servedWithin, waitPercentile} = longRun;
  const isPatient = queue.patience === null;
  const isOpen = queue.room === Infinity && queue.arrivals.kind !== "population";
  const hasEnd = longRun.waitTime?.value !== Infinity;
  const knowsWaits = !meansOnly || !hasEnd;
  const hasLine = queue.room !== queue.servers;
  const rows: TheoryRow[] = [];
  const add = (measure: MeasureName, found: Answer | undefined, more: Pick<TheoryRow, "withinSeconds" | "ofShare"> = {}) => {
    if (found !== undefined && !Number.isNaN(found.value)) rows.push({measure, ...more, ...told(found)});
  };
  add("occupancyShare", longRun.occupancy);
  if (hasLine) add("waitingShare", longRun.waiting);
  if (hasLine) add("waitTimeSeconds", longRun.waitTime);
  if (!isPatient && !meansOnly) add("waitOfServedSeconds", longRun.waitOfServed);
  if (hasLine) add("waitOfWaitingSeconds", longRun.waitOfWaiting);
  if (knowsWaits && hasLine) {
    if (waitVariance !== undefined && hasEnd) add("waitSdSeconds", {...waitVariance, value: Math.sqrt(waitVariance.value)});
    add("servedWithinShare", servedWithin?.(within), {withinSeconds: within});
    for (const share of percentiles) add("waitPercentileSeconds", waitPercentile?.(share), {ofShare: share});
  }
  if (!isPatient) add("abandonedShare", longRun.abandoned);
  const isRefusing = queue.arrivals.kind === "population" ? queue.room < queue.arrivals.members : queue.room < Infinity;
  if (isRefusing) add("blockedShare", longRun.blocked);
  if (isPatient && hasLine) add("sojournTimeSeconds", longRun.sojournTime);
  if (hasLine) add("queueLength", longRun.queueLength);
  add("numberInSystem", longRun.numberInSystem);
  if (!isPatient || !isOpen || !hasEnd) add("throughputPerSecond", longRun.throughput);
  return rows;
}

const BESIDE = {waitTime: "waitTimeSeconds", waiting: "waitingShare", abandoned: "abandonedShare"} as const;

function besideRows(queue: OneLine, found: Solved): TheoryAnswer["beside"] {
  return besideOf(queue, found).map(({measure, answer}) => {
    const own = found.longRun[measure]?.value;
    return {measure: BESIDE[measure], ...told(answer), offBy: own === undefined || !(own > 0) ? null : answer.value / own - 1};
  });
}

/** Only where the letter is not true of the law, or somebody gives up though the notation has no +. */
function brokenBy(stated: Kendall, queue: OneLine): BrokenAssumption[] {
  const {arrivals, service, patience} = queue;
  const broken: BrokenAssumption[] = [];
  const add = (about: BrokenAssumption["about"], letter: LawLetter | null, law: KnownLaw, asIf: OneLine | null) => {
    const found = asIf === null ? null : solveQueue(asIf);
    const waitTime = found === null || typeof found === "string" ? undefined : found.longRun.waitTime;
    broken.push({
      about,
      stated: letter === null ? "" : letterText(letter),
      found: letterText(letterOf(law)),
      squaredCV: squaredCVKnown(law),
      asStated: waitTime === undefined ? null : {measure: "waitTimeSeconds", ...told(waitTime)},
    });
  };
  const between: KnownLaw | null =
    arrivals.kind === "renewal"
      ? arrivals.between
      : arrivals.kind === "poisson"
        ? {kind: "exponential", mean: 1 / arrivals.rate}
        : arrivals.away;
  if (!isTrueOf(stated.arrivals, between)) {
    const mean = meanKnown(between);
    const asIf: OneLine | null =
      arrivals.kind === "population"
        ? null
        : stated.arrivals.letter === "M"
          ? {...queue, arrivals: {kind: "poisson", rate: 1 / mean}}
          : lineOf(queue, lawOfLetter(stated.arrivals, mean), "arrivals");
    add("arrivals", stated.arrivals, between, asIf);
  }
  if (!isTrueOf(stated.service, service))
    add("service", stated.service, service, lineOf(queue, lawOfLetter(stated.service, meanKnown(service)), "service"));
  if (patience !== null && (stated.patience === null || !isTrueOf(stated.patience, patience))) {
    const asIf = stated.patience === null ? null : lawOfLetter(stated.patience, meanKnown(patience));
    add("patience", stated.patience, patience, stated.patience !== null && asIf === null ? null : {...queue, patience: asIf});
  }
  return broken;
}

function lineOf(queue: OneLine, law: Law | null, about: "arrivals" | "service"): OneLine | null {
  if (law === null) return null;
  return about === "service" ? {...queue, service: law} : {...queue, arrivals: {kind: "renewal", between: law}};
}

/** The law that a letter and a mean say alone; null where they do not. */
export function lawOfLetter(letter: LawLetter, mean: Seconds): Law | null {
  switch (letter.letter) {
    case "M":
      return {kind: "exponential", mean};
    case "D":
      return {kind: "fixed", value: mean};
    case "E":
      return {kind: "erlang", mean, phases: letter.phases};
    default:
      return null;
  }
}

const DEFINITIONS: readonly ServiceLevelDefinition[] = [
  "answeredOfOffered",
  "answeredOrGone",
  "answeredOfAllButGone",
  "answeredOrShort",
  "answeredOfAllButShort",
  "answeredOfAnswered",
];

function levelsOf(queue: OneLine, {longRun, meansOnly}: Solved, within: Seconds): TheoryAnswer["levels"] {
  const main = meansOnly && longRun.waitTime?.value !== Infinity ? undefined : longRun.servedWithin?.(within);
  if (main === undefined) return [];
  const isImpatient = (found: LongRun): found is ImpatientLongRun => "serviceLevel" in found;
  const [abandoned, blocked] = [longRun.abandoned?.value ?? 0, longRun.blocked?.value ?? 0];
  return DEFINITIONS.map((definition) => {
    let value: number | null;
    if (isImpatient(longRun)) value = longRun.serviceLevel(definition, within, Math.min(SHORT, within)).value;
    else if (queue.patience !== null && definition !== "answeredOfOffered" && definition !== "answeredOfAnswered") value = null;
    else
      value = serviceLevel(
        {answered: Math.max(0, 1 - abandoned - blocked), abandoned, blocked, answeredWithin: main.value, abandonedWithin: 0},
        definition,
      );
    const {kind, name, source} = main;
    return {
      definition,
      shortSeconds: Math.min(SHORT, within),
      value: value === null || Number.isNaN(value) ? null : value,
      kind,
      formula: name,
      source,
    };
  });
}

function staffingOf({queue, promise, stated, within, percentiles}: TheoryQuestion): StaffingAnswer {
  const none = {servers: null, points: [], fractionalServers: null, quality: null, squareRootServers: null};
  const found = solvedOrNeighbours(queue, promise);
  if (typeof found === "string") return {...none, promise, why: found};
  const {fewest} = found;
  const load = arrivalRateOf(queue.arrivals) * meanKnown(queue.service);
  const point = (servers: number, role: StaffingAnswer["points"][number]["role"]): StaffingAnswer["points"][number] => {
    const line = withServers(queue, servers);
    const one = solved(line);
    if (typeof one === "string") return {servers, role, values: [], keeps: false};
    const values = promise.flatMap((bound) => valueRow(one, bound));
    const keeps = promise.every((bound) => {
      const value = boundedValue(one, bound)?.value;
      return value !== undefined && isKept(value, bound);
    });
    // The mean wait tells more than a share alone.
    if (!promise.some(({kind}) => kind === "wait"))
      values.push(...rowsOf(one, line, {within, percentiles}).filter(({measure}) => measure === "waitTimeSeconds"));
    return {servers, role, values, keeps};
  };
  const points = [...(fewest > 1 ? [point(fewest - 1, "one fewer")] : []), point(fewest, "fewest")];
  const written = stated.servers;
  if (written !== null && written !== fewest && written !== fewest - 1) points.push(point(written, "as written"));
  const plain = (one: Answer | null) =>
    one === null ? null : {value: one.value, kind: one.kind, formula: one.name, validity: one.validity, source: one.source};
  return {
    promise,
    servers: fewest,
    why: null,
    points,
    fractionalServers: plain(found.fraction),
    // Members who are here do not come: their load is not what stands to be served.
    quality: queue.arrivals.kind === "population" ? null : (fewest - load) / Math.sqrt(load),
    squareRootServers: plain(found.limit),
  };
}

/** A line without a formula is staffed by its neighbour's, without the points between whole servers that are the neighbour's alone. */
function solvedOrNeighbours(queue: OneLine, promise: readonly Promised[]): ReturnType<typeof serversFor> {
  if (typeof solveQueue(queue) !== "string") return serversFor(queue, promise);
  if (neighbourOf(queue) === null) return "no formula";
  if (promise.some(({kind}) => kind === "served within")) return "means only";
  const found = serversFor({...queue, service: {kind: "exponential", mean: meanKnown(queue.service)}}, promise);
  return typeof found === "string" ? found : {...found, fraction: null, limit: null};
}

/** What each bound is about. */
export const BOUND_MEASURES = {
  "served within": "servedWithinShare",
  wait: "waitTimeSeconds",
  abandoned: "abandonedShare",
  blocked: "blockedShare",
  occupancy: "occupancyShare",
} as const;

function valueRow(found: Solved, bound: Promised): TheoryRow[] {
  const value = boundedValue(found, bound);
  if (value === undefined) return [];
  return [{measure: BOUND_MEASURES[bound.kind], ...(bound.kind === "served within" ? {withinSeconds: bound.within} : {}), ...told(value)}];
}

function pointsOf(
  {within, percentiles}: TheoryQuestion,
  queue: OneLine,
  what: Varied,
  values: readonly {value: number; text: string}[],
): TheoryPoint[] {
  return values.map(({value, text}) => {
    const line = changed(queue, what, value);
    const found = solved(line);
    return typeof found === "string"
      ? {value, text, model: null, rows: []}
      : {value, text, model: found.model, rows: rowsOf(found, line, {within, percentiles})};
  });
}

function changed(queue: OneLine, what: Varied, value: number): OneLine {
  const {arrivals, service, patience} = queue;
  switch (what) {
    case "servers":
      return withServers(queue, value);
    case "arrivals":
      if (arrivals.kind === "poisson") return {...queue, arrivals: {...arrivals, rate: value}};
      if (arrivals.kind === "renewal") return {...queue, arrivals: {...arrivals, between: withMean(arrivals.between, 1 / value)}};
      return {...queue, arrivals: {...arrivals, away: withMean(arrivals.away, 1 / value) as Law}};
    case "service":
      return {...queue, service: withMean(service, value)};
    case "patience":
      return patience === null ? queue : {...queue, patience: withMean(patience, value) as Law};
  }
}

const MOST_POINTS = 40;

/** From the least that is not overloaded to where hardly anybody waits, this queue's own among them. */
function serversAround(queue: OneLine): {value: number; text: string}[] {
  const load = arrivalRateOf(queue.arrivals) * meanKnown(queue.service);
  const spread = Math.max(4, Math.ceil(2.5 * Math.sqrt(load)));
  const isLossy = queue.patience !== null || queue.room < Infinity || queue.arrivals.kind === "population";
  const least = isLossy ? Math.max(1, Math.floor(load) - Math.ceil(spread / 2)) : Math.floor(load) + 1;
  const isShown = isLossy || queue.servers > load;
  const from = isShown ? Math.min(least, queue.servers) : least;
  const limit = queue.arrivals.kind === "population" ? queue.arrivals.members : Infinity;
  const to = Math.min(limit, Math.max(Math.floor(load) + spread + 1, isShown ? queue.servers + 1 : 0));
  const step = Math.max(1, Math.ceil((to - from) / MOST_POINTS));
  const values = new Set<number>();
  for (let servers = from; servers <= to; servers += step) values.add(servers);
  if (isShown) values.add(queue.servers);
  return [...values].sort((a, b) => a - b).map((value) => ({value, text: `${value}`}));
}

function memoryOf({arrivals, service, servers, room, patience}: OneLine): Seconds {
  const arrivalCV = arrivals.kind === "renewal" ? squaredCVKnown(arrivals.between) : 1;
  return relaxationTime({
    arrivalRate: arrivalRateOf(arrivals),
    serviceTime: meanKnown(service),
    servers,
    variability: (arrivalCV + squaredCVKnown(service)) / 2,
    // Each member of a population that is away comes back by itself, as one who waits may give up.
    patience: patience !== null ? meanKnown(patience) : arrivals.kind === "population" ? meanKnown(arrivals.away) : null,
    room,
  });
}

/** Whether a law is exponential, for a page that says so. */
export function isExponential(law: KnownLaw): boolean {
  return law.kind !== "two moments" && exponentialMean(law) !== null;
}
