/** `arrivals` → who comes when: one process for each source, the classes it brings, and its traces. */
import {formatClock} from "../../units.ts";
import type {ArrivalPhase, ArrivalProcess, Arrivals, ListedCustomer} from "../scenario.ts";
import {namesAt} from "../tree.ts";
import {isAlwaysZero} from "./always-zero.ts";
import {bookNeedsDay, type BookSection, needsBook, noAppointment, readBook} from "./book.ts";
import type {Building} from "./building.ts";
import {ratesFromCounts} from "./counts.ts";
import * as say from "./messages.ts";
import type {Sections} from "./schema.ts";
import * as sayOfStaff from "./staff-messages.ts";
import {readTrace} from "./trace.ts";

type Arrival = NonNullable<Sections["arrivals"]> extends Map<string, infer S> ? S : never;

export function readTraces(building: Building): void {
  const {knowsOpening} = building;
  for (const [name, source] of building.sections.arrivals ?? []) {
    const file = source.from;
    if (file === undefined || !knowsOpening) continue;
    const trace = building.attempt(["arrivals", name, "from"], () => readTrace(building.files, file));
    if (trace !== null) building.traces.set(name, trace);
  }
}

export function nameClasses(building: Building): void {
  for (const source of building.sources) {
    const mix = namesAt(building.tree, ["arrivals", source, "mix"]);
    const traced = building.traces.get(source)?.classes ?? [];
    const needsOwn = mix.length === 0 && (traced.length === 0 || building.traces.get(source)?.isUnnamed === true);
    for (const name of new Set([...(needsOwn ? [source] : mix), ...traced]))
      building.broughtBy.set(name, [...(building.broughtBy.get(name) ?? []), source]);
  }
}

export function buildArrivals(building: Building, name: string, source: Arrival): Arrivals | null {
  const {knowsOpening} = building;
  const path = ["arrivals", name];
  const ways = (["rate", "every", "at", "from", "counts", "phases", "spread", "book", "population"] as const).filter(
    (way) => source[way] !== undefined,
  );
  if (!checkPopulation(building, path, source)) return null;
  if (ways.length === 0) {
    building.problem(path, say.noProcess());
    return null;
  }
  if (ways.length > 1) {
    building.problem([...path, ways[1]], say.severalProcesses(ways));
    return null;
  }
  if (
    source.busyness !== undefined &&
    source.busyness > 0 &&
    source.rate === undefined &&
    source.counts === undefined &&
    source.phases === undefined
  )
    building.problem([...path, "busyness"], say.busynessNeedsRate());
  if (source.book === undefined) {
    for (const word of ["absent", "late", "early"] as const)
      if (source[word] !== undefined) building.problem([...path, word], needsBook(word));
  }
  const isList = source.at !== undefined || source.from !== undefined || source.book !== undefined;
  if (source.batch !== undefined && isList) building.problem([...path, "batch"], say.batchWithList());
  if (source.batch !== undefined && source.spread !== undefined) building.problem([...path, "batch"], say.batchWithSpread());
  if (source.route !== undefined) building.checkRouteName([...path, "route"], source.route);
  const mix = source.mix?.map((part) => ({class: part.name, share: part.share})) ?? tracedMix(building, name);
  if (!knowsOpening) return null;
  const process = buildProcess(building, path, source, name);
  if (process === null) return null;
  return {process, busyness: source.busyness ?? 0, batch: source.batch ?? [{size: 1, share: 1}], mix, route: source.route ?? null};
}

/** `population` and `each` belong together, and go with nothing that says who comes when. */
function checkPopulation(building: Building, path: readonly string[], source: Arrival): boolean {
  const {population, each} = source;
  if (population === undefined && each === undefined) return true;
  if (population === undefined || each === undefined) {
    const [has, lacks] = population === undefined ? ["each", "population"] : ["population", "each"];
    building.problem([...path, has], sayOfStaff.populationWords(has, lacks));
    return false;
  }
  for (const word of ["batch", "busyness"] as const)
    if (source[word] !== undefined) building.problem([...path, word], sayOfStaff.populationAlone(word));
  if (isAlwaysZero(each)) building.problem([...path, "each"], sayOfStaff.alwaysHere());
  return true;
}

/** Shares of the classes that a trace names, when it names them all; else the class of the source's own name. */
function tracedMix(building: Building, source: string): Arrivals["mix"] {
  const trace = building.traces.get(source);
  if (trace === undefined || trace.isUnnamed) return [{class: source, share: 1}];
  return trace.classes.map((name) => ({class: name, share: trace.rows.filter((row) => row.class === name).length / trace.rows.length}));
}

function buildProcess(building: Building, path: string[], source: Arrival, name: string): ArrivalProcess | null {
  const {opening} = building;
  if (source.rate !== undefined) {
    const rate = building.clockTable([...path, "rate"], source.rate, false);
    return rate === null ? null : {kind: "poisson", rate};
  }
  if (source.every !== undefined) {
    if (isAlwaysZero(source.every)) {
      building.problem([...path, "every"], say.everyCount());
      return null;
    }
    return {kind: "renewal", between: source.every};
  }
  if (source.at !== undefined) {
    const customers: ListedCustomer[] = [];
    source.at.forEach((moment, i) => {
      if (building.isInside([...path, "at", String(i)], moment))
        customers.push({at: moment.at, class: null, service: null, patience: null});
    });
    return {kind: "list", customers};
  }
  if (source.book !== undefined) return buildBook(building, path, source, source.book);
  if (source.counts !== undefined) return buildCounted(building, [...path, "counts"], source.counts);
  if (source.phases !== undefined) return buildPhases(building, [...path, "phases"], source.phases);
  if (source.spread !== undefined) return buildSpread(building, [...path, "spread"], source.spread);
  if (source.population !== undefined && source.each !== undefined)
    return {kind: "population", members: source.population, each: source.each};
  const trace = building.traces.get(name);
  if (trace === undefined) return null;
  const outside = trace.rows.find(
    (row) =>
      (row.time.kind === "clock") !== (opening !== null) || (opening !== null && (row.time.at < opening.from || row.time.at >= opening.to)),
  );
  if (outside !== undefined) {
    const reason =
      opening === null
        ? {en: "a time of day, but the place has no opening hours.", zh: "是时刻，但这里没有营业时间。"}
        : {
            en: `not between ${formatClock(opening.from)} and ${formatClock(opening.to)}.`,
            zh: `不在 ${formatClock(opening.from)} 与 ${formatClock(opening.to)} 之间。`,
          };
    building.problem([...path, "from"], say.csvCell(source.from ?? "", outside.line, reason));
    return null;
  }
  return {
    kind: "list",
    customers: trace.rows.map((row) => ({at: row.time.at, class: row.class, service: row.service, patience: row.patience})),
  };
}

function buildBook(building: Building, path: string[], {absent, late, early}: Arrival, section: BookSection): ArrivalProcess | null {
  const {opening} = building;
  if (opening === null) {
    building.problem([...path, "book"], bookNeedsDay());
    return null;
  }
  const times = building.attempt([...path, "book"], () => readBook(section, opening));
  if (times === null) return null;
  if (times.spread !== null) {
    if (late !== undefined) building.problem([...path, "late"], noAppointment("late"));
    if (early !== undefined) building.problem([...path, "early"], noAppointment("early"));
  }
  return {kind: "book", book: {...times, absent: absent ?? 0, late: late ?? null, early: early ?? "served"}};
}

/** Mean counts of the intervals as rates. */
function buildCounted(building: Building, path: string[], file: string): ArrivalProcess | null {
  const {opening} = building;
  if (opening === null) {
    building.problem(path, say.needsOpening("counts"));
    return null;
  }
  const rate = building.attempt(path, () => ratesFromCounts(building.files, file, opening));
  return rate === null ? null : {kind: "poisson", rate};
}

function buildPhases(building: Building, path: string[], asked: NonNullable<Arrival["phases"]>): ArrivalProcess | null {
  const names = [...asked.keys()];
  const sections = [...asked.values()];
  if (names.length < 2 || sections.every(({rate}) => rate === 0)) {
    building.problem(path, say.phasesTooFew());
    return null;
  }
  let isSound = true;
  const phases = sections.map(({rate, lasts, then}, row): ArrivalPhase => {
    const own = [...path, names[row]];
    const isExponential = lasts.kind === "exponential";
    if (!isExponential) building.problem([...own, "lasts"], say.phaseLasts());
    const branches = then ?? [{share: 1, to: names[(row + 1) % names.length]}];
    for (const {to} of branches) {
      if (names.includes(to) && to !== names[row]) continue;
      building.problem(
        [...own, "then"],
        say.noSuch(
          "other phase",
          "其他阶段",
          to,
          names.filter((name) => name !== names[row]),
        ),
      );
      isSound = false;
    }
    isSound &&= isExponential;
    return {
      name: names[row],
      rate,
      lasts: isExponential ? lasts.mean : 1,
      then: branches.map(({share, to}) => ({phase: names.indexOf(to), share})),
    };
  });
  if (!isSound) return null;
  const apart = names.find((_, row) => reachable(phases, row).size < names.length);
  if (apart !== undefined) building.problem([...path, apart], say.phaseApart(apart));
  return apart === undefined ? {kind: "phases", phases} : null;
}

/** Rows of the phases that may come, sooner or later, after one. */
function reachable(phases: readonly ArrivalPhase[], first: number): Set<number> {
  const reached = new Set<number>();
  const open = [first];
  for (let row = open.pop(); row !== undefined; row = open.pop()) {
    for (const {phase, share} of phases[row].then) {
      if (share === 0 || reached.has(phase)) continue;
      reached.add(phase);
      open.push(phase);
    }
  }
  return reached;
}

function buildSpread(building: Building, path: string[], {people, from}: NonNullable<Arrival["spread"]>): ArrivalProcess | null {
  const {opening} = building;
  if (opening === null) {
    building.problem(path, say.needsOpening("spread"));
    return null;
  }
  const period = from ?? opening;
  for (const at of [period.from, period.to]) if (!building.isInside([...path, "from"], {kind: "clock", at}, true)) return null;
  return {kind: "spread", people, from: period.from, to: period.to};
}

export function checkSomebodyComes(building: Building, arrivals: ReadonlyMap<string, Arrivals>): void {
  if (arrivals.size < (building.sections.arrivals?.size ?? 0)) return;
  const comes = [...arrivals.values()].some(({process}) => process.kind !== "poisson" || process.rate.value.some((rate) => rate > 0));
  if (!comes) building.problem(["arrivals"], say.nobodyComes());
}
