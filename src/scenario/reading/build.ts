/**
 * Sections → Scenario: names are looked up, defaults filled in, times brought to one clock. Every section that could be read
 * is checked, even when another could not, so that all mistakes are told at once.
 */
import * as defaults from "../defaults.ts";
import {type Message, message, Refusal} from "../message.ts";
import type {
  ArrivalPhase,
  ArrivalProcess,
  Arrivals,
  Balking,
  Break,
  ClockTable,
  CustomerClass,
  Goal,
  ListedCustomer,
  Person,
  Route,
  Run,
  Scenario,
  Station,
  Step,
} from "../scenario.ts";
import {type Law, meanOf} from "../../random/law.ts";
import {formatClock, type Seconds} from "../../units.ts";
import {find, isNothing, namesAt, type Tree} from "../tree.ts";
import {bookNeedsDay, type BookSection, needsBook, noAppointment, orderWithoutBook, readBook} from "./book.ts";
import {ratesFromCounts} from "./counts.ts";
import type {TableFiles} from "./csv-file.ts";
import type {GoalPhrase} from "./goal-phrase.ts";
import * as lanes from "./lane-messages.ts";
import * as say from "./messages.ts";
import {checkOrder} from "./orders.ts";
import type {Moment, Patience, Price, Sections, TimedValues} from "./schema.ts";
import * as sayOfStaff from "./staff-messages.ts";
import {closest} from "./suggest.ts";
import {type Trace, readTrace} from "./trace.ts";

export interface Report {
  problem(path: readonly string[], message: Message): void;
  warning(path: readonly string[], message: Message): void;
}

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

/** @returns null when a section is missing or could not be read, or a name leads nowhere; every reason was reported. */
export function buildScenario(tree: Tree, sections: Sections, files: TableFiles, fileName: string, report: Report): Scenario | null {
  return new Builder(tree, sections, files, report).build(fileName);
}

class Builder {
  private readonly tree: Tree;
  private readonly sections: Sections;
  private readonly files: TableFiles;
  private readonly report: Report;
  private isSound = true;
  private readonly sources: string[];
  private readonly stations: string[];
  private readonly routes: string[];
  /** Classes that some source brings, and the sources that bring them. */
  private readonly broughtBy = new Map<string, string[]>();
  private readonly traces = new Map<string, Trace>();

  constructor(tree: Tree, sections: Sections, files: TableFiles, report: Report) {
    this.tree = tree;
    this.sections = sections;
    this.files = files;
    this.report = report;
    this.sources = namesAt(tree, ["arrivals"]);
    this.stations = namesAt(tree, ["stations"]);
    this.routes = namesAt(tree, ["routes"]);
  }

  private problem(path: readonly string[], text: Message): void {
    this.isSound = false;
    this.report.problem(path, text);
  }

  /** Runs a reader whose refusal belongs to `path`. */
  private attempt<T>(path: readonly string[], read: () => T): T | null {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem([...path, ...error.path], error.say);
      return null;
    }
  }

  /** Whether a section is needed, or written and could not be read. */
  private failed(section: keyof Sections): boolean {
    return this.sections[section] === undefined && !isNothing(find(this.tree, [section]));
  }

  build(fileName: string): Scenario | null {
    const {sections} = this;
    const opening = sections.opening ?? null;
    const knowsOpening = !this.failed("opening");
    this.readTraces(knowsOpening);
    this.nameClasses();
    const arrivals = new Map<string, Arrivals>();
    for (const [name, source] of sections.arrivals ?? []) {
      const built = this.arrivals(name, source, opening, knowsOpening);
      if (built !== null) arrivals.set(name, built);
    }
    const stations = new Map<string, Station>();
    for (const [name, station] of sections.stations ?? []) stations.set(name, this.station(name, station, opening, knowsOpening));
    const routes = new Map<string, Route>();
    for (const [name, steps] of sections.routes ?? []) routes.set(name, this.route(name, steps));
    const classes = this.classes();
    if (sections.stations !== undefined && !this.failed("routes") && !this.failed("arrivals")) this.checkRoutes(classes, routes);
    if (!this.failed("classes") && !this.failed("stations") && !this.failed("routes")) this.checkServices(classes, stations, routes);
    if (!this.failed("classes") && !this.failed("stations") && !this.failed("routes") && !this.failed("arrivals"))
      this.checkOrders(classes, stations, routes);
    const goals: Goal[] = [];
    (sections.goals ?? []).forEach((phrase, i) => {
      const goal = this.goal(phrase, ["goals", String(i)], opening);
      if (goal !== null) goals.push(goal);
    });
    const costs = this.costs();
    const run = this.run(opening, knowsOpening);
    this.checkAssumed(sections.assumed ?? []);
    if (sections.arrivals !== undefined && arrivals.size > 0) this.checkSomebodyComes(arrivals);
    if (sections.closing !== undefined && opening === null && knowsOpening) {
      this.report.warning(
        ["closing"],
        message(
          "`closing` says how a day ends, but the place has no opening hours.",
          "`closing` 说明一天如何结束，但这里没有营业时间。",
          "Add `opening: 09:00 to 17:00`, or leave it out.",
          "请加上 `opening: 09:00 to 17:00`，或去掉它。",
        ),
      );
    }
    const failed = (Object.keys(SECTION_NAMES) as (keyof Sections)[]).some((section) => this.failed(section));
    if (!this.isSound || failed || arrivals.size === 0 || stations.size === 0) return null;
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

  private readTraces(knowsOpening: boolean): void {
    for (const [name, source] of this.sections.arrivals ?? []) {
      const file = source.from;
      if (file === undefined || !knowsOpening) continue;
      const trace = this.attempt(["arrivals", name, "from"], () => readTrace(this.files, file));
      if (trace !== null) this.traces.set(name, trace);
    }
  }

  private nameClasses(): void {
    for (const source of this.sources) {
      const mix = namesAt(this.tree, ["arrivals", source, "mix"]);
      const traced = this.traces.get(source)?.classes ?? [];
      const needsOwn = mix.length === 0 && (traced.length === 0 || this.traces.get(source)?.isUnnamed === true);
      for (const name of new Set([...(needsOwn ? [source] : mix), ...traced]))
        this.broughtBy.set(name, [...(this.broughtBy.get(name) ?? []), source]);
    }
  }

  // ── arrivals ──

  private arrivals(name: string, source: Arrival, opening: Scenario["opening"], knowsOpening: boolean): Arrivals | null {
    const path = ["arrivals", name];
    const ways = (["rate", "every", "at", "from", "counts", "phases", "spread", "book", "population"] as const).filter(
      (way) => source[way] !== undefined,
    );
    if (!this.checkPopulation(path, source)) return null;
    if (ways.length === 0) {
      this.problem(path, say.noProcess());
      return null;
    }
    if (ways.length > 1) {
      this.problem([...path, ways[1]], say.severalProcesses(ways));
      return null;
    }
    if (
      source.busyness !== undefined &&
      source.busyness > 0 &&
      source.rate === undefined &&
      source.counts === undefined &&
      source.phases === undefined
    )
      this.problem([...path, "busyness"], say.busynessNeedsRate());
    if (source.book === undefined) {
      for (const word of ["absent", "late", "early"] as const)
        if (source[word] !== undefined) this.problem([...path, word], needsBook(word));
    }
    const isList = source.at !== undefined || source.from !== undefined || source.book !== undefined;
    if (source.batch !== undefined && isList) this.problem([...path, "batch"], say.batchWithList());
    if (source.batch !== undefined && source.spread !== undefined) this.problem([...path, "batch"], say.batchWithSpread());
    if (source.route !== undefined) this.checkRouteName([...path, "route"], source.route);
    const mix = source.mix?.map((part) => ({class: part.name, share: part.share})) ?? this.tracedMix(name);
    if (!knowsOpening) return null;
    const process = this.process(path, source, opening, name);
    if (process === null) return null;
    return {process, busyness: source.busyness ?? 0, batch: source.batch ?? [{size: 1, share: 1}], mix, route: source.route ?? null};
  }

  /** `population` and `each` belong together, and go with nothing that says who comes when. */
  private checkPopulation(path: readonly string[], source: Arrival): boolean {
    const {population, each} = source;
    if (population === undefined && each === undefined) return true;
    if (population === undefined || each === undefined) {
      const [has, lacks] = population === undefined ? ["each", "population"] : ["population", "each"];
      this.problem([...path, has], sayOfStaff.populationWords(has, lacks));
      return false;
    }
    for (const word of ["batch", "busyness"] as const)
      if (source[word] !== undefined) this.problem([...path, word], sayOfStaff.populationAlone(word));
    if (isAlwaysZero(each)) this.problem([...path, "each"], sayOfStaff.alwaysHere());
    return true;
  }

  /** Shares of the classes that a trace names, when it names them all; else the class of the source's own name. */
  private tracedMix(source: string): Arrivals["mix"] {
    const trace = this.traces.get(source);
    if (trace === undefined || trace.isUnnamed) return [{class: source, share: 1}];
    return trace.classes.map((name) => ({class: name, share: trace.rows.filter((row) => row.class === name).length / trace.rows.length}));
  }

  private process(path: string[], source: Arrival, opening: Scenario["opening"], name: string): ArrivalProcess | null {
    if (source.rate !== undefined) {
      const rate = this.clockTable([...path, "rate"], source.rate, opening, false);
      return rate === null ? null : {kind: "poisson", rate};
    }
    if (source.every !== undefined) {
      if (isAlwaysZero(source.every)) {
        this.problem([...path, "every"], say.everyCount());
        return null;
      }
      return {kind: "renewal", between: source.every};
    }
    if (source.at !== undefined) {
      const customers: ListedCustomer[] = [];
      source.at.forEach((moment, i) => {
        if (this.isInside([...path, "at", String(i)], moment, opening))
          customers.push({at: moment.at, class: null, service: null, patience: null});
      });
      return {kind: "list", customers};
    }
    if (source.book !== undefined) return this.book(path, source, source.book, opening);
    if (source.counts !== undefined) return this.counted([...path, "counts"], source.counts, opening);
    if (source.phases !== undefined) return this.phases([...path, "phases"], source.phases);
    if (source.spread !== undefined) return this.spread([...path, "spread"], source.spread, opening);
    if (source.population !== undefined && source.each !== undefined)
      return {kind: "population", members: source.population, each: source.each};
    const trace = this.traces.get(name);
    if (trace === undefined) return null;
    const outside = trace.rows.find(
      (row) =>
        (row.time.kind === "clock") !== (opening !== null) ||
        (opening !== null && (row.time.at < opening.from || row.time.at >= opening.to)),
    );
    if (outside !== undefined) {
      const reason =
        opening === null
          ? {en: "a time of day, but the place has no opening hours.", zh: "是时刻，但这里没有营业时间。"}
          : {
              en: `not between ${formatClock(opening.from)} and ${formatClock(opening.to)}.`,
              zh: `不在 ${formatClock(opening.from)} 与 ${formatClock(opening.to)} 之间。`,
            };
      this.problem([...path, "from"], say.csvCell(source.from ?? "", outside.line, reason));
      return null;
    }
    return {
      kind: "list",
      customers: trace.rows.map((row) => ({at: row.time.at, class: row.class, service: row.service, patience: row.patience})),
    };
  }

  private book(path: string[], {absent, late, early}: Arrival, section: BookSection, opening: Scenario["opening"]): ArrivalProcess | null {
    if (opening === null) {
      this.problem([...path, "book"], bookNeedsDay());
      return null;
    }
    const times = this.attempt([...path, "book"], () => readBook(section, opening));
    if (times === null) return null;
    if (times.spread !== null) {
      if (late !== undefined) this.problem([...path, "late"], noAppointment("late"));
      if (early !== undefined) this.problem([...path, "early"], noAppointment("early"));
    }
    return {kind: "book", book: {...times, absent: absent ?? 0, late: late ?? null, early: early ?? "served"}};
  }

  /** Mean counts of the intervals as rates. */
  private counted(path: string[], file: string, opening: Scenario["opening"]): ArrivalProcess | null {
    if (opening === null) {
      this.problem(path, say.needsOpening("counts"));
      return null;
    }
    const rate = this.attempt(path, () => ratesFromCounts(this.files, file, opening));
    return rate === null ? null : {kind: "poisson", rate};
  }

  private phases(path: string[], asked: NonNullable<Arrival["phases"]>): ArrivalProcess | null {
    const names = [...asked.keys()];
    const sections = [...asked.values()];
    if (names.length < 2 || sections.every(({rate}) => rate === 0)) {
      this.problem(path, say.phasesTooFew());
      return null;
    }
    let isSound = true;
    const phases = sections.map(({rate, lasts, then}, row): ArrivalPhase => {
      const own = [...path, names[row]];
      const isExponential = lasts.kind === "exponential";
      if (!isExponential) this.problem([...own, "lasts"], say.phaseLasts());
      const branches = then ?? [{share: 1, to: names[(row + 1) % names.length]}];
      for (const {to} of branches) {
        if (names.includes(to) && to !== names[row]) continue;
        this.problem(
          [...own, "then"],
          noSuch(
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
    if (apart !== undefined) this.problem([...path, apart], say.phaseApart(apart));
    return apart === undefined ? {kind: "phases", phases} : null;
  }

  private spread(path: string[], {people, from}: NonNullable<Arrival["spread"]>, opening: Scenario["opening"]): ArrivalProcess | null {
    if (opening === null) {
      this.problem(path, say.needsOpening("spread"));
      return null;
    }
    const period = from ?? opening;
    for (const at of [period.from, period.to]) if (!this.isInside([...path, "from"], {kind: "clock", at}, opening, true)) return null;
    return {kind: "spread", people, from: period.from, to: period.to};
  }

  /** Whether a moment fits: a time of day within opening hours, or a time from the start in the long run. */
  private isInside(path: readonly string[], moment: Moment, opening: Scenario["opening"], mayBeEnd = false): boolean {
    if (opening === null && moment.kind === "clock") {
      this.problem(path, clockWithoutOpening());
      return false;
    }
    if (opening !== null && moment.kind === "time") {
      this.problem(path, timeInDay(formatClock(opening.from)));
      return false;
    }
    if (opening !== null && (moment.at < opening.from || moment.at > opening.to || (moment.at === opening.to && !mayBeEnd))) {
      this.problem(path, outsideOpening(formatClock(moment.at), formatClock(opening.from), formatClock(opening.to)));
      return false;
    }
    return true;
  }

  private clockTable(path: string[], table: TimedValues, opening: Scenario["opening"], isStaff: boolean): ClockTable | null {
    const {shape, keyed, value} = table;
    if (keyed === "constant") return {at: [opening?.from ?? 0], value, shape};
    const rowsPath = shape === "ramp" ? [...path, "ramp"] : path;
    const keys = namesAt(this.tree, rowsPath);
    let fits = true;
    if (opening === null && keyed === "clock") {
      this.problem(path, isStaff ? staffInLongRun() : clockWithoutOpening());
      return null;
    }
    if (opening === null && isStaff) {
      this.problem(path, staffInLongRun());
      return null;
    }
    if (opening === null && table.at[0] !== 0) {
      this.problem([...rowsPath, keys[0] ?? ""], tableFromZero());
      return null;
    }
    table.at.forEach((at, i) => {
      if (!this.isInside([...rowsPath, keys[i] ?? ""], {kind: keyed, at}, opening, shape === "ramp")) fits = false;
    });
    if (!fits) return null;
    if (opening !== null && table.at[0] > opening.from && shape === "steps") {
      this.report.warning(path, lateStart(formatClock(opening.from), formatClock(table.at[0]), isStaff));
    }
    return {at: table.at, value, shape};
  }

  private checkSomebodyComes(arrivals: ReadonlyMap<string, Arrivals>): void {
    if (arrivals.size < (this.sections.arrivals?.size ?? 0)) return;
    const comes = [...arrivals.values()].some(({process}) => process.kind !== "poisson" || process.rate.value.some((rate) => rate > 0));
    if (!comes) this.problem(["arrivals"], nobodyComes());
  }

  // ── stations ──

  private station(name: string, station: StationSection, opening: Scenario["opening"], knowsOpening: boolean): Station {
    const path = ["stations", name];
    const staff = this.staff(path, station, opening, knowsOpening);
    const asked = station.servers?.value ?? [1];
    const servers =
      station.servers === undefined
        ? (staff.servers ?? null)
        : knowsOpening
          ? this.clockTable([...path, "servers"], station.servers, opening, true)
          : null;
    if (asked.every((count) => count === 0)) this.problem([...path, "servers"], noServers());
    if (knowsOpening && station.line === "each" && Math.max(0, ...asked) > 10_000)
      this.problem([...path, "servers"], say.notWhole(String(Math.max(...asked)), 0, 10_000));
    const isOneLine = station.line !== "each";
    for (const word of ["join", "switch", "counts", "ties", "misjudged", "express"] as const) {
      if (isOneLine && station[word] !== undefined) this.report.warning([...path, word], noEffectOnOneLine(word));
    }
    for (const word of ["places", "walk"] as const) {
      if (!isOneLine && station[word] !== undefined) this.report.warning([...path, word], lanes.noEffectWithLanes(word));
    }
    this.checkLanes(path, station);
    if (!isOneLine && station.join !== undefined && station.join.join !== "shortest") {
      if (station.ties !== undefined && station.join.join !== "least work") this.report.warning([...path, "ties"], onlyForShortest("ties"));
      if (station.counts !== undefined) this.report.warning([...path, "counts"], onlyForShortest("counts"));
    }
    const isByAppointment = station.order?.order === "by appointment" || station.order?.order === "priority then by appointment";
    const hasBook = this.sources.some((source) => !isNothing(find(this.tree, ["arrivals", source, "book"])));
    if (isByAppointment && !hasBook) this.report.warning([...path, "order"], orderWithoutBook());
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
      ...this.crew(station, staff),
    };
  }

  /** What servers do besides serving; nothing where the file says nothing of it. */
  private crew(
    {speed, afterwork, setup, break: breaks, breaks: breakRule, breakdowns}: StationSection,
    {people, lunch}: Staff,
  ): Partial<Station> {
    return {
      ...(typeof speed === "object" ? {speedWaiting: speed} : {}),
      ...(afterwork === undefined ? {} : {afterWork: afterwork}),
      ...(setup === undefined ? {} : {setUp: setup}),
      ...(people === null ? {} : {people}),
      ...(breaks === undefined ? {} : {breaks}),
      ...(breakRule === undefined ? {} : {breakRule}),
      ...(lunch === null ? {} : {lunch}),
      ...(breakdowns === undefined
        ? {}
        : {
            breakdowns: {
              every: breakdowns.every,
              counts: breakdowns.counts ?? "time",
              repair: breakdowns.repair,
              technicians: breakdowns.technicians ?? null,
              inHand: breakdowns.work ?? "resume",
            },
          }),
    };
  }

  /** Who serves, by name, with the number of them by the clock; lunch in turn. */
  private staff(path: string[], station: StationSection, opening: Scenario["opening"], knowsOpening: boolean): Staff {
    const {people, lunch} = station;
    const names = namesAt(this.tree, [...path, "people"]);
    const isUnsaid = (word: string) => isNothing(find(this.tree, [...path, word]));
    if (isUnsaid("servers") && isUnsaid("people"))
      this.problem(
        path,
        say.missing("servers", {en: "people or machines serving in parallel, by the clock", zh: "并行服务的人或机器数"}, "5"),
      );
    if (people !== undefined && station.servers !== undefined) this.problem([...path, "people"], sayOfStaff.peopleAndServers());
    if (people?.size === 0) this.problem([...path, "people"], say.nothingThere("people", "`Anna: { from: 09:00 to 13:00 }`"));
    for (const word of ["people", "break", "lunch", "breakdowns", "setup"] as const)
      if (station.line === "each" && station[word] !== undefined) this.problem([...path, word], sayOfStaff.needsOneLine(word));
    for (const word of ["people", "break", "lunch"] as const)
      if (station.breakdowns !== undefined && station[word] !== undefined)
        this.problem([...path, word], sayOfStaff.breakdownsAndBreaks(word));
    for (const word of ["people", "break", "lunch", "breakdowns"] as const)
      if (station.kept !== undefined && station[word] !== undefined) this.problem([...path, word], sayOfStaff.keptAndAway(word));
    for (const word of ["people", "break", "lunch", "breakdowns"] as const)
      if (station.accessible !== undefined && station[word] !== undefined)
        this.problem([...path, word], sayOfStaff.accessibleAndAway(word));
    if (station.breakdowns !== undefined && isAlwaysZero(station.breakdowns.every))
      this.problem([...path, "breakdowns", "every"], sayOfStaff.breaksAtOnce());
    if (!knowsOpening) return {people: null, lunch: null, servers: null};
    const spans = (at: string[], given: Break[] | undefined): Break[] => {
      if (given === undefined) return [];
      if (opening === null) this.problem(at, sayOfStaff.hoursNeedOpening(at[at.length - 1]));
      else for (const {from} of given) if (from >= opening.to || from < opening.from) this.isInside(at, {kind: "clock", at: from}, opening);
      return given;
    };
    spans([...path, "break"], station.break);
    const [window] = spans([...path, "lunch", "from"], lunch?.from);
    const named: Person[] = [];
    for (const name of names) {
      const person = people?.get(name);
      if (person === undefined) continue;
      const all = {from: opening?.from ?? 0, to: opening?.to ?? Infinity};
      named.push({
        name,
        hours: person.from === undefined ? [all] : spans([...path, "people", name, "from"], person.from),
        breaks: spans([...path, "people", name, "break"], person.break),
        speed: person.speed ?? 1,
      });
    }
    return {
      people: people === undefined ? null : named,
      lunch: lunch === undefined || window === undefined ? null : {...window, length: lunch.length, atOnce: lunch.together ?? 1},
      servers: people === undefined ? null : countOf(named),
    };
  }

  /** Express lanes, misjudged lengths, lanes that open when lines are long. */
  private checkLanes(path: string[], {express, misjudged, join, opens, servers}: StationSection): void {
    const most = Math.max(0, ...(servers?.value ?? []));
    const isBlind = join?.join === "at random" || join?.join === "round robin";
    if (misjudged !== undefined && misjudged > 0 && isBlind) this.report.warning([...path, "misjudged"], lanes.nobodyLooks());
    if (opens !== undefined && (opens.least ?? 1) >= most && most > 0)
      this.report.warning([...path, "opens"], lanes.opensNothing(opens.least ?? 1, most));
    if (express === undefined) return;
    const at = [...path, "express"];
    if (express.under === undefined && express.for === undefined) this.problem(at, lanes.expressForWhom());
    if ((express.lanes ?? 1) >= most && most > 0) this.problem([...at, "lanes"], lanes.expressAllLanes(express.lanes ?? 1, most));
    if (this.failed("arrivals")) return;
    for (const name of express.for ?? [])
      if (!this.broughtBy.has(name)) this.problem([...at, "for"], noSuch("class", "类别", name, [...this.broughtBy.keys()]));
  }

  // ── classes ──

  private classes(): Map<string, CustomerClass> {
    const classes = new Map<string, CustomerClass>();
    const declared = this.sections.classes ?? new Map<string, never>();
    if (this.sections.arrivals === undefined) return classes;
    const names = [...declared.keys()].filter((name) => this.broughtBy.has(name));
    for (const name of [...names, ...[...this.broughtBy.keys()].filter((name) => !declared.has(name))]) {
      const own = declared.get(name);
      const sources = this.broughtBy.get(name) ?? [];
      const from = sources.map((source) => this.sections.arrivals?.get(source));
      const [first] = from;
      if (sources.length > 1) {
        const differ = (a: unknown) => JSON.stringify(a ?? null);
        if (own?.patience === undefined && from.some((source) => differ(source?.patience) !== differ(first?.patience)))
          this.problem(["arrivals", sources[1]], twoPatiences(name));
        if (own?.balks === undefined && from.some((source) => differ(source?.balks) !== differ(first?.balks)))
          this.problem(["arrivals", sources[1]], twoChoices(name, "balks"));
        if (own?.last === undefined && from.some((source) => source?.last !== first?.last))
          this.problem(["arrivals", sources[1]], twoChoices(name, "last"));
        if (own?.route === undefined && from.some((source) => source?.route !== first?.route))
          this.problem(["arrivals", sources[1]], twoRoutes(name));
      }
      if (own?.route !== undefined) this.checkRouteName(["classes", name, "route"], own.route);
      const patience: Patience | undefined = own?.patience ?? first?.patience;
      const isBeyond = typeof patience === "object" && patience.kind === "beyond announced";
      const law = patience === undefined || patience === "endless" ? null : patience.kind === "beyond announced" ? patience.law : patience;
      const place = own?.balks !== undefined || own?.last !== undefined ? ["classes", name] : ["arrivals", sources[0]];
      const asked = own?.balks ?? first?.balks;
      const balks = asked === undefined ? null : this.balks([...place, "balks"], asked);
      if (balks?.rule.kind === "patience" && law === null)
        this.problem([...place, "balks", "bears"], say.patienceMissing("bears: patience"));
      const lastInLine = own?.last ?? first?.last ?? defaults.CUSTOMER_CLASS.lastInLine;
      if (lastInLine !== 1 && law === null) this.problem([...place, "last"], say.patienceMissing("last"));
      if ((isBeyond || balks?.goesBy === "minutes") && !this.isAnnounced())
        this.problem(
          isBeyond ? [...(own?.patience !== undefined ? ["classes", name] : ["arrivals", sources[0]]), "patience"] : [...place, "balks"],
          say.nothingAnnounced(name),
        );
      classes.set(name, {
        priority: own?.priority ?? defaults.CUSTOMER_CLASS.priority,
        patience: law,
        patienceBeyondAnnounced: isBeyond,
        lastInLine,
        ...(own?.walk === undefined ? {} : {walkFactor: own.walk}),
        balks,
        service: own?.service ?? null,
        route: own?.route ?? first?.route ?? (this.routes.length === 1 ? this.routes[0] : null),
        ...(own?.due && {due: own.due}),
      });
    }
    for (const name of declared.keys()) {
      if (this.broughtBy.has(name)) continue;
      const guess = closest(name, this.broughtBy.keys());
      if (guess !== null) this.problem(["classes", name], say.unknownKey(name, guess, []));
      else this.report.warning(["classes", name], classNeverComes(name));
    }
    return classes;
  }

  private isAnnounced(): boolean {
    const {stations} = this.sections;
    return stations === undefined || [...stations.values()].some(({announces}) => announces !== undefined);
  }

  private balks(path: string[], asked: BalksSection): Balking | null {
    const {sees, hears, each, from, bears, perception} = asked;
    if ((sees === undefined) === (hears === undefined)) this.problem(path, say.balksBySight());
    else if ([each, from, bears].filter((rule) => rule !== undefined).length !== 1) this.problem(path, say.balksRule());
    else if (sees !== undefined && bears !== undefined) this.problem([...path, "bears"], say.bearsMinutes());
    else if (hears !== undefined && perception !== undefined) this.problem([...path, "perception"], say.perceptionOfPeople());
    else if (from !== undefined && (from.counts === "people") !== (sees !== undefined))
      this.problem([...path, "from"], say.balkTableUnit(sees !== undefined));
    else {
      const rule: Balking["rule"] =
        each !== undefined
          ? {kind: "each", each}
          : from !== undefined
            ? {kind: "share", from: from.from, share: from.share}
            : bears === "patience" || bears === undefined
              ? {kind: "patience"}
              : {kind: "bears", law: bears};
      return {goesBy: sees ?? "minutes", perception: perception ?? 0, rule};
    }
    return null;
  }

  private checkRouteName(path: readonly string[], route: string): void {
    if (!this.routes.includes(route)) this.problem(path, noSuch("route", "路线", route, this.routes));
  }

  // ── routes ──

  private route(name: string, steps: StepSections): Route {
    const names = [...steps.keys()];
    const built: Step[] = [];
    if (names.length === 0) this.problem(["routes", name], say.nothingThere(name, "`check: { at: counters }`"));
    names.forEach((stepName, i) => {
      const step = steps.get(stepName);
      if (step === undefined) return;
      const path = ["routes", name, stepName];
      if (stepName === "leave") this.problem(path, leaveIsTaken());
      if (step.at !== undefined && step.wait !== undefined) this.problem([...path, "wait"], say.stepBoth());
      if (step.at === undefined && step.service !== undefined) this.problem([...path, "service"], say.serviceWithoutStation());
      if (step.at === undefined && step.wait === undefined && step.then === undefined) this.problem(path, say.stepNeeds());
      if (step.at !== undefined && !this.stations.includes(step.at))
        this.problem([...path, "at"], noSuch("station", "服务台", step.at, this.stations));
      const then = step.then ?? [{share: 1, to: names[i + 1] ?? "leave"}];
      for (const branch of then) {
        if (branch.to !== "leave" && !names.includes(branch.to))
          this.problem([...path, "then"], noSuch("step", "步骤", branch.to, [...names, "leave"]));
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

  private checkOrders(
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
          problem: (path, text) => this.problem(path, text),
          warning: (path, text) => this.report.warning(path, text),
        },
        classes as Scenario["classes"],
      );
    }
  }

  private checkRoutes(classes: ReadonlyMap<string, CustomerClass>, routes: ReadonlyMap<string, Route>): void {
    if (this.stations.length > 1 && routes.size === 0) {
      this.problem(["stations"], routesMissing(this.stations));
      return;
    }
    if (routes.size < 2) return;
    for (const [name, one] of classes) {
      if (one.route !== null) continue;
      const source = this.broughtBy.get(name)?.[0] ?? "";
      this.problem(["arrivals", source], routeUndecided(name, [...routes.keys()]));
    }
  }

  /** Every visit needs to know how much work it is; where a trace says so for everybody of a class, its times are the law. */
  private checkServices(
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
      const values = this.tracedServices(name);
      if (values !== null && visits.length === 1) {
        classes.set(name, {...one, service: {kind: "empirical", values}});
        continue;
      }
      for (const {station} of unsaid) {
        if (told.has(station)) continue;
        told.add(station);
        this.problem(["stations", station], serviceMissing(station));
      }
    }
  }

  /** Services of a class in the traces that bring it; null unless every one is known. */
  private tracedServices(name: string): Seconds[] | null {
    const values: Seconds[] = [];
    for (const source of this.broughtBy.get(name) ?? []) {
      const trace = this.traces.get(source);
      if (trace === undefined || !trace.hasService) return null;
      for (const row of trace.rows) if (row.service !== null && (row.class ?? source) === name) values.push(row.service);
    }
    return values.length === 0 ? null : values;
  }

  // ── goals ──

  private goal(phrase: GoalPhrase, path: string[], opening: Scenario["opening"]): Goal | null {
    const {who, ...rest} = phrase;
    if (rest.station !== null && !this.stations.includes(rest.station)) {
      this.problem(path, noSuch("station", "服务台", rest.station, this.stations));
      return null;
    }
    const className = who === null ? null : this.classNamed(who, path);
    if (className === undefined) return null;
    if (opening === null && !this.failed("opening") && (rest.everyHalfHour || rest.shareOfDays !== null || rest.metric === "overtime")) {
      this.problem(path, goalNeedsDay());
      return null;
    }
    return {...rest, class: className};
  }

  /** A class's name; null for everybody; undefined when nobody is called so. */
  private classNamed(who: string, path: string[]): string | null | undefined {
    const plain = who.toLowerCase();
    const isOnly = this.broughtBy.size === 1;
    for (const name of this.broughtBy.keys()) if (name.toLowerCase() === plain) return isOnly ? null : name;
    const source = this.sources.find((name) => name.toLowerCase() === plain);
    if (source !== undefined) {
      if (this.sources.length === 1) return null;
      const brings = [...this.broughtBy].filter(([, by]) => by.includes(source));
      if (brings.length === 1 && brings[0][1].length === 1) return brings[0][0];
      this.problem(path, goalOnSource(who));
      return undefined;
    }
    if (EVERYONE.has(plain)) return null;
    this.problem(path, noSuch("class of customers", "顾客类别", who, [...this.broughtBy.keys(), ...this.sources, "customers"]));
    return undefined;
  }

  // ── the rest ──

  private costs(): Scenario["costs"] {
    const {costs} = this.sections;
    const prices = Object.entries(costs ?? {}).filter((entry): entry is [string, Price] => entry[1] !== undefined);
    const [first] = prices;
    for (const [word, price] of prices) {
      if (price.currency !== first[1].currency) this.problem(["costs", word], say.twoCurrencies(first[1].currency, price.currency));
    }
    return {
      currency: first?.[1].currency ?? "",
      staff: costs?.staff?.amount ?? null,
      overtime: costs?.overtime?.amount ?? null,
      wait: costs?.wait?.amount ?? null,
      lost: costs?.lost?.amount ?? null,
      ...(costs?.idle === undefined ? {} : {idle: costs.idle.amount}),
    };
  }

  private run(opening: Scenario["opening"], knowsOpening: boolean): Run {
    const run = this.sections.run ?? {};
    const {length, warmup, customers} = run;
    const isDay = opening !== null;
    if (knowsOpening && isDay) {
      for (const word of ["length", "warmup", "customers"] as const)
        if (run[word] !== undefined) this.problem(["run", word], say.lengthWithOpening(word));
    }
    let warmUp: Seconds = 0;
    let warmUpCustomers = 0;
    if (knowsOpening && !isDay && !this.failed("run")) {
      if (length === undefined && customers === undefined) this.problem(["run"], say.lengthMissing());
      if (length !== undefined && customers !== undefined) this.problem(["run", "customers"], say.lengthAndCustomers());
      if (length !== undefined && length === 0) this.problem(["run", "length"], say.notATime("0", "2000 h"));
      if (customers !== undefined && length === undefined) {
        if (warmup?.kind === "time") this.problem(["run", "warmup"], say.warmUpKind(true));
        else warmUpCustomers = warmup?.count ?? Math.floor(customers * defaults.RUN.warmUpShare);
      } else if (length !== undefined) {
        if (warmup?.kind === "customers" && warmup.count > 0) this.problem(["run", "warmup"], say.warmUpKind(false));
        else warmUp = warmup === undefined ? length * defaults.RUN.warmUpShare : warmup.kind === "time" ? warmup.seconds : 0;
      }
    }
    const {replicationsOfDays, replicationsOfLongRuns, mostDays, mostLongRuns} = defaults.RUN;
    const usual = run.until === undefined ? [replicationsOfDays, replicationsOfLongRuns] : [mostDays, mostLongRuns];
    return {
      seed: run.seed ?? defaults.RUN.seed,
      replications: run.replications ?? usual[isDay ? 0 : 1],
      ...(run.until === undefined ? {} : {until: run.until}),
      length: length ?? null,
      warmUp,
      customers: customers ?? null,
      warmUpCustomers,
    };
  }

  private checkAssumed(assumed: readonly string[]): void {
    assumed.forEach((item, i) => {
      const path = item.split(".");
      const isPath =
        Object.hasOwn(SECTION_NAMES, path[0]) || (path.length > 1 && !item.includes(". ") && !/\.$/.test(item) && !item.includes(" "));
      if (!isPath) return;
      let known = 0;
      while (known < path.length && find(this.tree, path.slice(0, known + 1)) !== null) known++;
      if (known === path.length) return;
      // What classes inherit from their source may be named at the class.
      if (path[0] === "classes" && this.broughtBy.has(path[1] ?? "")) return;
      const words = known === 0 ? Object.keys(SECTION_NAMES) : namesAt(this.tree, path.slice(0, known));
      this.problem(["assumed", String(i)], say.unknownPath(item, path[known], closest(path[known], words), words));
    });
  }
}

interface Staff {
  people: Person[] | null;
  lunch: NonNullable<Station["lunch"]> | null;
  servers: ClockTable | null;
}

/** How many are there, by the clock. */
function countOf(people: readonly Person[]): ClockTable {
  const spans = people.flatMap(({hours}) => hours);
  const at = [...new Set(spans.flatMap(({from, to}) => [from, to]))].filter((time) => time < Infinity).sort((a, b) => a - b);
  const value = at.map((time) => spans.filter(({from, to}) => from <= time && time < to).length);
  const rows = at.map((_, i) => i).filter((i) => i === 0 || value[i] !== value[i - 1]);
  return {at: rows.map((i) => at[i]), value: rows.map((i) => value[i]), shape: "steps"};
}

type Arrival = NonNullable<Sections["arrivals"]> extends Map<string, infer S> ? S : never;
type BalksSection = NonNullable<Arrival["balks"]>;
type StationSection = NonNullable<Sections["stations"]> extends Map<string, infer S> ? S : never;
type StepSections = NonNullable<Sections["routes"]> extends Map<string, infer S> ? S : never;

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

/** No time is less than zero: a mean of zero leaves nothing else. */
function isAlwaysZero(law: Law): boolean {
  return meanOf(law) === 0;
}

// ── what this file says ──

const noSuch = (kind: string, kindZh: string, name: string, known: readonly string[]): Message => {
  const guess = closest(name, known);
  const list = known.slice(0, 20);
  return message(
    `No ${kind} is called ${say.quote(name)}.`,
    `没有名为 ${say.quote(name)} 的${kindZh}。`,
    guess !== null ? `Did you mean \`${guess}\`?` : list.length > 0 ? `There is: ${list.join(", ")}.` : `Add it, or remove the name.`,
    guess !== null ? `是否想写 \`${guess}\`？` : list.length > 0 ? `现有：${list.join("、")}。` : "请添加它，或去掉这个名称。",
  );
};

const clockWithoutOpening = (): Message =>
  message(
    "Times of day are given, but the place has no opening hours: the question is the long run.",
    "给出了时刻，但没有营业时间：问的是长期情况。",
    "Add `opening: 09:00 to 17:00`, or give one value for all the time (or a table of times from the start: `{ 0 h: 20/h, 10 h: 30/h }`).",
    "请加上 `opening: 09:00 to 17:00`，或只给一个值（或从开始算起的表：`{ 0 h: 20/h, 10 h: 30/h }`）。",
  );

const timeInDay = (opens: string): Message =>
  message(
    "Times from the start are given, but this place has opening hours.",
    "给出了从开始算起的时间，但这里有营业时间。",
    `Write times of day, such as ${opens}.`,
    `请写时刻，例如 ${opens}。`,
  );

const outsideOpening = (at: string, from: string, to: string): Message =>
  message(
    `${at} lies outside opening hours (${from} to ${to}).`,
    `${at} 不在营业时间（${from} 到 ${to}）之内。`,
    `Use a time from ${from} to before ${to}, or change \`opening\`.`,
    `请用 ${from} 到 ${to}（不含）之间的时刻，或修改 \`opening\`。`,
  );

const staffInLongRun = (): Message =>
  message(
    "Servers change by the clock, but the place has no opening hours: in the long run their number stays the same.",
    "人数随时刻变化，但没有营业时间：长期运行中人数不变。",
    "Give one number, or add `opening: 09:00 to 17:00`.",
    "请只给一个数，或加上 `opening: 09:00 to 17:00`。",
  );

const tableFromZero = (): Message =>
  message("The table does not say what holds from the start.", "表中没有说明从开始起的值。", "Begin with `0 h`.", "请从 `0 h` 开始。");

const lateStart = (opens: string, begins: string, isStaff: boolean): Message =>
  isStaff
    ? message(
        `From ${opens} to ${begins} nobody serves.`,
        `${opens} 到 ${begins} 没有人服务。`,
        `Add a row for ${opens} if that is not meant.`,
        `若非本意，请补上 ${opens} 的一行。`,
      )
    : message(
        `From ${opens} to ${begins} nobody comes.`,
        `${opens} 到 ${begins} 没有人来。`,
        `Add a row for ${opens} if that is not meant.`,
        `若非本意，请补上 ${opens} 的一行。`,
      );

const nobodyComes = (): Message =>
  message(
    "Nobody ever comes: every rate is zero.",
    "没有人会来：所有速率都是零。",
    "Give a rate above zero, such as `rate: 45/h`.",
    "请给出大于零的速率，例如 `rate: 45/h`。",
  );

const noServers = (): Message =>
  message(
    "There are no servers at any time: nobody would ever be served.",
    "任何时候都没有服务员：没有人会得到服务。",
    "Use at least 1 at some time.",
    "至少在某个时段有 1 名。",
  );

const noEffectOnOneLine = (word: string): Message =>
  message(
    `\`${word}\` has no effect: there is one line for all servers.`,
    `\`${word}\` 不起作用：所有服务员共用一队。`,
    `Add \`line: each\`, or leave \`${word}\` out.`,
    `请加上 \`line: each\`，或去掉 \`${word}\`。`,
  );

const onlyForShortest = (word: string): Message =>
  message(
    `\`${word}\` has no effect: people do not look for the shortest line.`,
    `\`${word}\` 不起作用：人们并不找最短的队。`,
    `Use \`join: shortest\`, or leave \`${word}\` out.`,
    `请用 \`join: shortest\`，或去掉 \`${word}\`。`,
  );

const twoPatiences = (name: string): Message =>
  message(
    `Customers of “${name}” come from two sources with different patience.`,
    `“${name}”的顾客来自两个来源，耐心却不同。`,
    `Give the patience once, under \`classes.${name}\`.`,
    `请只在 \`classes.${name}\` 下写一次耐心。`,
  );

const twoRoutes = (name: string): Message =>
  message(
    `Customers of “${name}” come from two sources with different routes.`,
    `“${name}”的顾客来自两个来源，路线却不同。`,
    `Give the route once, under \`classes.${name}\`.`,
    `请只在 \`classes.${name}\` 下写一次路线。`,
  );

const twoChoices = (name: string, word: string): Message =>
  message(
    `Customers of “${name}” come from two sources with different \`${word}\`.`,
    `“${name}”的顾客来自两个来源，\`${word}\` 却不同。`,
    `Give it once, under \`classes.${name}\`.`,
    `请只在 \`classes.${name}\` 下写一次。`,
  );

const classNeverComes = (name: string): Message =>
  message(
    `Nobody of the class “${name}” ever comes.`,
    `“${name}”类的顾客从不出现。`,
    `Give it a share under \`arrivals\`: \`mix: { ${name}: 20%, ... }\`.`,
    `请在 \`arrivals\` 里给它份额：\`mix: { ${name}: 20%, ... }\`。`,
  );

const leaveIsTaken = (): Message =>
  message(
    "`leave` means leaving the place; a step cannot be called so.",
    "`leave` 表示离开，步骤不能用这个名称。",
    "Give the step another name.",
    "请给步骤换个名称。",
  );

const routesMissing = (stations: readonly string[]): Message => {
  const lines = stations.map((name) => `${name}: { at: ${name} }`).join(", ");
  return message(
    `There are ${stations.length} stations, and nothing says where customers go first and next.`,
    `有 ${stations.length} 个服务台，却没有说明顾客先去哪里、再去哪里。`,
    `Add two lines: \`routes:\` and below it \`  visit: { ${lines} }\`.`,
    `请加两行：\`routes:\`，其下写 \`  visit: { ${lines} }\`。`,
  );
};

const routeUndecided = (name: string, routes: readonly string[]): Message =>
  message(
    `There are ${routes.length} routes, and “${name}” names none.`,
    `有 ${routes.length} 条路线，“${name}”没有指明走哪条。`,
    `Add \`route: ${routes[0]}\` to the source or the class.`,
    `请在来源或类别中加上 \`route: ${routes[0]}\`。`,
  );

const serviceMissing = (station: string): Message =>
  message(
    `How long service takes at “${station}” is not said.`,
    `没有说明“${station}”的服务时间。`,
    "Add `service: lognormal 6 min cv 0.8` to the station, to the class, or to the step.",
    "请在服务台、类别或步骤中加上 `service: lognormal 6 min cv 0.8`。",
  );

const goalNeedsDay = (): Message =>
  message(
    "This goal speaks of days, but the place has no opening hours.",
    "这个目标说的是一天，但这里没有营业时间。",
    "Add `opening: 09:00 to 17:00`, or leave that part out.",
    "请加上 `opening: 09:00 to 17:00`，或去掉那部分。",
  );

const goalOnSource = (who: string): Message =>
  message(
    `The source “${who}” brings several classes, or shares one with another source.`,
    `来源“${who}”带来多个类别，或与其他来源共用类别。`,
    "Name a class, or say `everyone`.",
    "请指明类别，或写 `everyone`。",
  );
