/**
 * Scenario → Model: names become rows, rules become numbers, once. What is wrong with a file was said by `scenario/reading`;
 * what is checked here guards callers who build scenarios in code.
 */
import {gateClashes} from "../scenario/class-by-class.ts";
import type {Arrivals, Book, Branch, ClockTable, Scenario, Station} from "../scenario/scenario.ts";
import {HALF_HOUR, type Seconds} from "../units.ts";
import {crewTable} from "./crew.ts";
import {
  BOOK,
  type BookTable,
  BY_APPOINTMENT,
  CARRY_OVER,
  type CrewTable,
  CHOOSE,
  type ClassTable,
  DELAY,
  EARLIEST_DUE,
  FINISH,
  FINISH_EVERYONE,
  FIRST_COME,
  type Horizon,
  JOIN_LEAST_WORK,
  JOIN_NEAREST,
  JOIN_RANDOM,
  JOIN_ROUND_ROBIN,
  JOIN_SHORTEST,
  LAST_COME,
  LEAVE,
  LINE_EACH,
  LIST,
  LONGEST_JOB,
  type MeasureGroups,
  type Measures,
  type Model,
  NOBODY,
  ONE_LINE,
  PHASES,
  POISSON,
  POPULATION,
  RANDOM_ORDER,
  RENEWAL,
  RESAMPLE,
  RESTART,
  RESUME,
  type Row,
  SHORTEST_JOB,
  SPREAD,
  type SourceTable,
  type StationTable,
  type StepTable,
  TURN_AWAY,
  VISIT,
} from "./model.ts";
import {phaseTable} from "./phases.ts";
import {balkingTable, meanVisit} from "./staying.ts";

/** The step of customers without a route: one visit to the only station. */
export const ONLY_STEP = "visit";
const NO_GROUPS: MeasureGroups = {distribution: false, fairness: false};
const PERCENTILES = [0.5, 0.9, 0.95, 0.99];

/**
 * Compiles a scenario. `groups` of measures beyond the basic ones are recorded only where they are asked for.
 *
 * @throws RangeError if a name leads nowhere, a class takes two routes, a route goes round without a choice, or several stations have no route
 */
export function compileModel(scenario: Scenario, groups: Partial<MeasureGroups> = {}): Model {
  const stationNames = [...scenario.stations.keys()];
  const classes = classesOf(scenario);
  const routes = routesOf(scenario, classes, stationNames);
  const priorities = [...new Set(classes.map(({name}) => scenario.classes.get(name)?.priority ?? 1))].sort((a, b) => a - b);
  return {
    seed: scenario.run.seed,
    horizon: horizonOf(scenario),
    sources: [...scenario.arrivals.values()].map((arrivals) => sourceTable(arrivals, classes, scenario)),
    classes: classes.map(({name}, row): ClassTable => {
      const asked = scenario.classes.get(name);
      return {
        priority: priorities.indexOf(asked?.priority ?? 1),
        patience: asked?.patience ?? null,
        patienceBeyondAnnounced: asked?.patienceBeyondAnnounced ?? false,
        lastInLine: asked?.lastInLine ?? 1,
        balking: asked?.balks == null ? null : balkingTable(asked.balks),
        walkFactor: asked?.walkFactor ?? 1,
        firstStep: routes.firstStep[row],
        due: asked?.due ?? null,
      };
    }),
    steps: routes.steps,
    stations: stationNames.map((name) => stationTable(scenario.stations.get(name)!, classes, announcedService(scenario, name), scenario)),
    measures: measuresOf(scenario, {...NO_GROUPS, ...(standsAlone(scenario) ? {series: true} : {}), ...groups}),
    names: {sources: [...scenario.arrivals.keys()], classes: classes.map(({name}) => name), stations: stationNames, steps: routes.names},
  };
}

/** One long run, with no others beside it to tell how far chance may go. */
function standsAlone({opening, run}: Scenario): boolean {
  return opening === null && run.replications === 1;
}

interface NamedClass {
  name: string;
  route: string | null;
}

/** Every class that some source brings, in the order of the file: classes first, then sources that name their own. */
function classesOf(scenario: Scenario): NamedClass[] {
  const brought = new Map<string, NamedClass>();
  for (const [source, {mix, route, process}] of scenario.arrivals) {
    const listed = process.kind === "list" ? process.customers.flatMap((customer) => customer.class ?? []) : [];
    for (const name of new Set([...mix.map((part) => part.class), ...listed])) {
      const taken = scenario.classes.get(name)?.route ?? route;
      const known = brought.get(name);
      if (known !== undefined && known.route !== taken) {
        throw new RangeError(
          `class "${name}" of "${source}" takes two routes, "${known.route}" and "${taken}": give the sources different classes`,
        );
      }
      brought.set(name, {name, route: taken});
    }
  }
  const inFile = [...scenario.classes.keys()].filter((name) => brought.has(name));
  return [...inFile, ...[...brought.keys()].filter((name) => !scenario.classes.has(name))].map((name) => brought.get(name)!);
}

function horizonOf({opening, closing, run}: Scenario): Horizon {
  if (opening !== null) {
    const rule = closing === "finish everyone" ? FINISH_EVERYONE : closing === "turn away the waiting" ? TURN_AWAY : CARRY_OVER;
    return {isDay: true, startsAt: opening.from, endsAt: opening.to, closing: rule, warmUp: 0, customers: Infinity, warmUpCustomers: 0};
  }
  if (run.customers !== null) {
    const customers = run.warmUpCustomers + run.customers;
    return {
      isDay: false,
      startsAt: 0,
      endsAt: Infinity,
      closing: FINISH_EVERYONE,
      warmUp: 0,
      customers,
      warmUpCustomers: run.warmUpCustomers,
    };
  }
  if (run.length === null) throw new RangeError("a place without opening hours needs a length of run, or a number of customers");
  return {
    isDay: false,
    startsAt: 0,
    endsAt: run.warmUp + run.length,
    closing: FINISH_EVERYONE,
    warmUp: run.warmUp,
    customers: Infinity,
    warmUpCustomers: 0,
  };
}

function measuresOf({opening, goals}: Scenario, groups: MeasureGroups): Measures {
  const sorted = (values: number[]) => Float64Array.from([...new Set(values)].sort((a, b) => a - b));
  const within = (metric: (name: string) => boolean) =>
    sorted(goals.flatMap((goal) => (goal.within !== null && metric(goal.metric) ? [goal.within] : [])));
  const edges: number[] = [];
  if (opening !== null) {
    edges.push(opening.from);
    for (let at = (Math.floor(opening.from / HALF_HOUR) + 1) * HALF_HOUR; at < opening.to; at += HALF_HOUR) edges.push(at);
    edges.push(opening.to);
  }
  return {
    periodAt: Float64Array.from(edges),
    waitWithin: within((metric) => metric !== "sojournTime"),
    sojournWithin: within((metric) => metric === "sojournTime"),
    percentiles: sorted([...PERCENTILES, ...goals.flatMap((goal) => goal.percentile ?? [])]),
    dailyPercentiles: sorted(goals.flatMap((goal) => (goal.shareOfDays === null ? [] : (goal.percentile ?? [])))),
    groups,
  };
}

function sourceTable(arrivals: Arrivals, classes: NamedClass[], {opening}: Scenario): SourceTable {
  const {process, mix, batch, busyness} = arrivals;
  const rowOf = (name: string) => classes.findIndex((known) => known.name === name);
  const listed = process.kind === "list" ? process.customers : [];
  const rates = process.kind === "poisson" ? ratePieces(process.rate, opening?.from ?? 0) : {at: [], from: [], to: []};
  return {
    process: PROCESS[process.kind],
    ...(process.kind === "book" ? {book: bookTable(process.book, opening)} : {}),
    rateAt: Float64Array.from(rates.at),
    rateFrom: Float64Array.from(rates.from),
    rateTo: Float64Array.from(rates.to),
    between: process.kind === "renewal" ? process.between : process.kind === "population" ? process.each : null,
    members: process.kind === "population" ? process.members : 0,
    listAt: Float64Array.from(listed, (customer) => customer.at),
    listClass: Int32Array.from(listed, (customer) => (customer.class === null ? NOBODY : rowOf(customer.class))),
    listService: Float64Array.from(listed, (customer) => customer.service ?? Number.NaN),
    listPatience: Float64Array.from(listed, (customer) => customer.patience ?? Number.NaN),
    phases: process.kind === "phases" ? phaseTable(process.phases) : null,
    people: process.kind === "spread" ? process.people : 0,
    spreadFrom: process.kind === "spread" ? process.from : 0,
    spreadTo: process.kind === "spread" ? process.to : 0,
    busyness: busyness * busyness,
    batchSize: Int32Array.from(batch, (part) => part.size),
    batchShare: cumulative(batch.map((part) => part.share)),
    mixClass: Int32Array.from(mix, (part) => rowOf(part.class)),
    mixShare: cumulative(mix.map((part) => part.share)),
  };
}

const PROCESS = {
  poisson: POISSON,
  renewal: RENEWAL,
  list: LIST,
  book: BOOK,
  phases: PHASES,
  spread: SPREAD,
  population: POPULATION,
} as const;

function bookTable({at, spread, absent, late, early}: Book, opening: Scenario["opening"]): BookTable {
  if (opening === null) throw new RangeError("a place without opening hours keeps no appointment book");
  const isWithinHours = at.every((time, i) => time >= opening.from && time < opening.to && (i === 0 || time >= at[i - 1]));
  if (!isWithinHours) throw new RangeError("appointments must stand in order of time, within opening hours");
  return {
    people: spread?.people ?? at.length,
    appointmentAt: Float64Array.from(spread === null ? at : []),
    spreadFrom: spread?.from ?? 0,
    spreadTo: spread?.to ?? 0,
    absent,
    late,
    earlyWaits: early === "wait",
  };
}

/** Pieces between the points of a table; the last value holds for ever, and a ramp begins with its first. */
function ratePieces({at, value, shape}: ClockTable, startsAt: number): {at: number[]; from: number[]; to: number[]} {
  const last = value.length - 1;
  const points = shape === "ramp" && at[0] > startsAt ? [startsAt, ...at] : at;
  const lead = points.length - at.length; // 1: a constant piece before the ramp
  return {
    at: [...points, Infinity],
    from: points.map((_, i) => value[Math.max(0, i - lead)]),
    to: points.map((_, i) => (shape === "steps" || i - lead < 0 ? value[Math.max(0, i - lead)] : value[Math.min(last, i - lead + 1)])),
  };
}

/** Running sums; the last is exactly 1, whatever rounding did. */
function cumulative(shares: number[]): Float64Array {
  let sum = 0;
  const sums = Float64Array.from(shares, (share) => (sum += share));
  sums[sums.length - 1] = 1;
  return sums;
}

/** Seconds for each person ahead, divided by the servers; 0 where nothing is announced. */
function announcedService(scenario: Scenario, name: string): Seconds {
  const announces = scenario.stations.get(name)!.announces ?? null;
  return announces === null ? 0 : meanVisit(scenario, name) * (1 + announces.padded);
}

/** Places at the windows, and servers who come when lines are long, know no breaks, set-up and after-work. */
function crewOf(station: Station, scenario: Scenario): CrewTable | null {
  const crew = crewTable(station, scenario);
  const isTooMuch = station.opens != null || (station.line === "one" && (station.places ?? 0) > 0);
  if (crew !== null && isTooMuch) throw new RangeError("places at the windows and `opens` do not go with what servers do besides serving");
  return crew;
}

function stationTable(station: Station, classes: NamedClass[], announced: Seconds, scenario: Scenario): StationTable {
  const {servers, walk, ageing, kept, express} = station;
  const orders = {
    "first come": FIRST_COME,
    "last come": LAST_COME,
    random: RANDOM_ORDER,
    "shortest job": SHORTEST_JOB,
    "longest job": LONGEST_JOB,
    "earliest due": EARLIEST_DUE,
    priority: FIRST_COME,
    "class by class": FIRST_COME,
    "by appointment": BY_APPOINTMENT,
    "priority then by appointment": BY_APPOINTMENT,
    ageing: FIRST_COME,
  } as const;
  const joins = {
    shortest: JOIN_SHORTEST,
    "at random": JOIN_RANDOM,
    "round robin": JOIN_ROUND_ROBIN,
    nearest: JOIN_NEAREST,
    "least work": JOIN_LEAST_WORK,
  } as const;
  const isGated = station.order === "class by class";
  const [clash] = isGated ? gateClashes(station) : [];
  if (clash !== undefined)
    throw new RangeError(`order "class by class" does not go with ${clash === "servers" ? "lanes that close" : clash}`);
  const lanes = station.line === "each";
  const leaving = {finish: FINISH, resume: RESUME, restart: RESTART, resample: RESAMPLE} as const;
  return {
    staffAt: Float64Array.from(servers.at),
    staff: Int32Array.from(servers.value),
    servers: Math.max(1, ...servers.value),
    line: station.line === "one" ? ONE_LINE : LINE_EACH,
    join: joins[station.join],
    nearestWithin: station.nearestWithin,
    countsWaitingOnly: station.counts === "waiting",
    hasRandomTies: station.ties === "random",
    switchAt: station.switch ?? 0,
    switchWhenIdle: station.switchWhenIdle ?? false,
    switchCost: station.switchCost ?? 0,
    misjudged: station.misjudged ?? 0,
    expressLanes: lanes ? (express?.lanes ?? 0) : 0,
    expressUnder: express?.under ?? Infinity,
    expressFor: classes.map(({name}) => express == null || express.for.length === 0 || express.for.includes(name)),
    expressIsAlways: express?.use === "always",
    expressHelps: lanes && express?.idle === "serve anyone",
    places: lanes ? 0 : (station.places ?? 0),
    opensAt: station.opens?.at ?? 0,
    opensLeast: station.opens?.least ?? 0,
    order: orders[station.order],
    grace: station.grace ?? Infinity,
    hasPriority: station.order.startsWith("priority") || isGated,
    gated: isGated,
    ageing: station.order === "ageing" ? Float64Array.from(classes, ({name}) => ageing?.get(name) ?? 0) : null,
    // Who waits at a window has left the line: nobody interrupts there, and no window is kept.
    interrupt:
      station.order.startsWith("priority") && (lanes || (station.places ?? 0) === 0) ? leaving[station.interrupt ?? "finish"] : FINISH,
    kept: Int32Array.from(
      (station.places ?? 0) > 0 && !lanes ? [] : classes.flatMap(({name}, row) => Array.from({length: kept?.get(name) ?? 0}, () => row)),
    ),
    reach: reachOf(station, classes),
    dropsLowest: station.full === "drop lowest" && (station.order.startsWith("priority") || station.order === "ageing"),
    room: station.room ?? Infinity,
    leaving: leaving[station.leaving],
    walkFirst: walk.first,
    walkEach: walk.each,
    speed: station.speed,
    announcedService: announced,
    announcedWrong: station.announces?.wrong ?? 0,
    crew: crewOf(station, scenario),
  };
}

/**
 * By class, how many of the first windows or lanes can be used; null where everybody can use all.
 *
 * @throws RangeError where a class could be told to wait for a window that never calls it
 */
function reachOf({accessible, servers, line, places = 0, express}: Station, classes: NamedClass[]): Int32Array | null {
  const most = Math.max(1, ...servers.value);
  const reach = Int32Array.from(classes, ({name}) => Math.min(most, accessible?.get(name) ?? most));
  if (reach.every((count) => count === most)) return null;
  if (reach.some((count) => count < 1)) throw new RangeError("a class that can use no window is never served");
  if (express) throw new RangeError("express lanes and accessible lanes are not told apart");
  if (line === "one" && places > 0) throw new RangeError("with places at the windows nobody is sent to a window that they can use");
  return reach;
}

interface CompiledRoutes {
  steps: StepTable[];
  names: string[];
  firstStep: Row[]; // by class
}

/** All routes one after another in one table; the last row is leaving. */
function routesOf(scenario: Scenario, classes: NamedClass[], stationNames: string[]): CompiledRoutes {
  const used = [...new Set(classes.map((known) => known.route))];
  const routes = used.map((name) => {
    if (name === null) return {name, steps: onlyVisit(stationNames)};
    const route = scenario.routes.get(name);
    if (route === undefined) throw new RangeError(`no route is called "${name}"`);
    return {name, steps: route.steps};
  });
  const leaveRow = routes.reduce((count, {steps}) => count + steps.length, 0);
  const steps: StepTable[] = [];
  const names: string[] = [];
  const firstOf = new Map<string | null, Row>();
  for (const {name, steps: asked} of routes) {
    const first = steps.length;
    firstOf.set(name, asked.length === 0 ? leaveRow : first);
    const rowOf = (branch: Branch) => {
      if (branch.to === null) return leaveRow;
      const at = asked.findIndex((step) => step.name === branch.to);
      if (at < 0) throw new RangeError(`no step is called "${branch.to}"`);
      return first + at;
    };
    for (const {name: step, does, then} of asked) {
      names.push(step);
      const station = does.kind === "visit" ? stationNames.indexOf(does.station) : NOBODY;
      if (does.kind === "visit" && station < 0) throw new RangeError(`no station is called "${does.station}"`);
      steps.push({
        does: does.kind === "visit" ? VISIT : does.kind === "delay" ? DELAY : CHOOSE,
        station,
        law: classes.map((known) => {
          if (known.route !== name || does.kind === "choose") return null;
          if (does.kind === "delay") return does.time;
          const law = does.service ?? scenario.classes.get(known.name)?.service ?? scenario.stations.get(does.station)!.service;
          if (law === null) throw new RangeError(`no service time is given for "${known.name}" at "${does.station}"`);
          return law;
        }),
        isCertain: classes.map(() => false),
        next: then.length === 1 ? rowOf(then[0]) : NOBODY,
        branchTo: Int32Array.from(then.length > 1 ? then : [], rowOf),
        branchShare: then.length > 1 ? cumulative(then.map((branch) => branch.share)) : new Float64Array(0),
      });
    }
  }
  names.push("leave");
  steps.push({
    does: LEAVE,
    station: NOBODY,
    law: classes.map(() => null),
    isCertain: classes.map(() => false),
    next: NOBODY,
    branchTo: new Int32Array(0),
    branchShare: new Float64Array(0),
  });
  const firstStep = classes.map((known) => firstOf.get(known.route)!);
  for (const [row, first] of firstStep.entries()) markCertain(steps, row, first);
  return {steps, names, firstStep};
}

function onlyVisit(stationNames: string[]) {
  if (stationNames.length !== 1)
    throw new RangeError(`${stationNames.length} stations need a route that says which one customers visit first`);
  return [{name: ONLY_STEP, does: {kind: "visit" as const, station: stationNames[0], service: null}, then: [{share: 1, to: null}]}];
}

/** Up to the first choice everybody of a class goes the same way; a step that some later choice leads back to is taken again. */
function markCertain(steps: StepTable[], classRow: Row, first: Row): void {
  const passed = new Set<Row>();
  let last = first;
  for (let step = first; step !== NOBODY; step = steps[step].next) {
    if (passed.has(step)) throw new RangeError("a route goes round in a circle without a choice to leave it");
    passed.add(step);
    last = step;
  }
  const mayFollow = reachableFrom(steps, steps[last].branchTo);
  for (const step of passed) {
    const takesTime = steps[step].does === VISIT || steps[step].does === DELAY;
    if (takesTime && !mayFollow.has(step)) steps[step].isCertain[classRow] = true;
  }
}

function reachableFrom(steps: StepTable[], starts: Iterable<Row>): Set<Row> {
  const reached = new Set<Row>();
  const toVisit = [...starts];
  for (let step = toVisit.pop(); step !== undefined; step = toVisit.pop()) {
    if (reached.has(step)) continue;
    reached.add(step);
    const {next, branchTo} = steps[step];
    toVisit.push(...(next === NOBODY ? [] : [next]), ...branchTo);
  }
  return reached;
}
