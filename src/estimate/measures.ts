/**
 * The list of everything a model's rows can claim: by metric, statistic, population, station, class and period, each with
 * its formula. Definitions in `docs/statistics.md`.
 */
import {CARRY_OVER, type Model} from "../model/model.ts";
import {
  BALKED,
  BUSY,
  COUNTED_TIME,
  DELAYED,
  DISCRIMINATION,
  DISCRIMINATION_SQUARED,
  GAVE_UP,
  IDLE_WAITING,
  MOST_SKIPS,
  MOST_SLIPS,
  OFFERED,
  OVERTAKEN,
  OVERTIME,
  PEAK_WAITING,
  PLACE_AREA,
  QUANTILE_ALL,
  QUANTILE_DELAYED,
  QUANTILE_GAVE_UP,
  QUANTILE_SERVED,
  QUANTILE_SOJOURN,
  REFUSED,
  REGRET,
  REGRETS,
  RowLayout,
  SERVED,
  SKIPPED,
  SKIPS,
  SLIPS,
  SOJOURN,
  SOJOURN_SERIES,
  SOJOURN_SQUARED,
  STAFFED,
  STAFF_OVERTIME,
  SWITCHES,
  SYSTEM_AREA,
  TURNED_AWAY,
  WAITING_AREA,
  WAIT_GAVE_UP,
  WAIT_GAVE_UP_SQUARED,
  WAIT_SERIES,
  WAIT_SERVED,
  WAIT_SERVED_SQUARED,
} from "../replication/row.ts";
import type {Costs, Goal} from "../scenario/scenario.ts";
import {HOUR, type Probability, type Seconds, formatClock} from "../units.ts";
import {appointmentMeasures, idleTerms} from "./appointments.ts";
import type {Population} from "./estimate.ts";
import type {Formula, Pool, Terms} from "./formula.ts";

/** What a number is about, apart from its design. */
export interface Subject {
  station: string | null;
  class: string | null;
  period: string | null;
  metric: string;
  statistic: string;
  population: Population | null;
  unit: string;
}

export interface Measure extends Subject {
  formula: Formula;
  /** Which series of a long run that stands alone tells it; left out: none. */
  series?: number;
}

/** A measure of one period of the day: its rows are folded, not kept. */
export interface PeriodMeasure extends Subject {
  formula: Formula & {kind: "ratio" | "mean"};
  /** Row of the period, from 0. */
  index: number;
}

/** What people call the stations and classes of a model. */
export interface SubjectNames {
  stations: readonly string[];
  classes: readonly string[];
}

const POPULATIONS: readonly Population[] = ["all", "served", "delayed", "gave up"];
const QUANTILE_ROW: Record<Pool, number> = {
  all: QUANTILE_ALL,
  served: QUANTILE_SERVED,
  delayed: QUANTILE_DELAYED,
  "gave up": QUANTILE_GAVE_UP,
  sojourns: QUANTILE_SOJOURN,
};

/** Mean wait of the tenth of people who waited longest. */
export const WORST_TENTH = "worst tenth";

/** 0.95 is "p95", 0.999 is "p99.9". */
export function percentileName(p: Probability): string {
  return `p${Number((100 * p).toFixed(6))}`;
}

export function withinName(threshold: Seconds): string {
  return `within ${threshold} s`;
}

/** Two subjects of the same key are the same claim about two designs. */
export function keyOf(subject: Subject): string {
  return JSON.stringify([subject.metric, subject.statistic, subject.population, subject.station, subject.class, subject.period]);
}

const column = (at: number, times = 1): Terms => [{column: at, times}];

/** Where the sums of a group are: over the whole replication, or in one period. */
class Sums {
  private readonly place: (sum: number) => number;
  readonly layout: RowLayout;

  constructor(layout: RowLayout, group: number, period: number | null) {
    this.layout = layout;
    this.place = period === null ? (sum) => layout.overall(group, sum) : (sum) => layout.period(period, group, sum);
  }

  of(...sums: number[]): Terms {
    return sums.map((sum) => ({column: this.place(sum), times: 1}));
  }

  count(population: Population): Terms {
    if (population === "delayed") return this.of(DELAYED);
    return this.of(...(population === "served" ? [SERVED] : population === "gave up" ? [GAVE_UP] : [SERVED, GAVE_UP]));
  }

  /** Waits of a population. Those who were not delayed waited nothing, so the delayed waited as much as all. */
  waits(population: Population): Terms {
    return this.of(...(population === "served" ? [WAIT_SERVED] : population === "gave up" ? [WAIT_GAVE_UP] : [WAIT_SERVED, WAIT_GAVE_UP]));
  }

  squaredWaits(population: Population): Terms {
    return this.of(
      ...(population === "served"
        ? [WAIT_SERVED_SQUARED]
        : population === "gave up"
          ? [WAIT_GAVE_UP_SQUARED]
          : [WAIT_SERVED_SQUARED, WAIT_GAVE_UP_SQUARED]),
    );
  }

  waitsWithin(population: Population, threshold: number): Terms {
    const {layout} = this;
    const gaveUp = layout.gaveUpWithin(threshold);
    if (population === "served") return this.of(layout.servedWithin(threshold));
    if (population === "gave up") return this.of(gaveUp);
    return this.of(population === "delayed" ? layout.delayedServedWithin(threshold) : layout.servedWithin(threshold), gaveUp);
  }
}

/** The measures of a model, and which of its people can give up at all. */
export class MeasureList {
  readonly layout: RowLayout;
  private readonly model: Model;
  readonly names: SubjectNames;

  constructor(model: Model, names: SubjectNames = model.names) {
    this.model = model;
    this.layout = new RowLayout(model);
    this.names = names;
  }

  /** Everything over the whole replication. */
  overall(costs: Costs | null = null): Measure[] {
    const {layout, model} = this;
    const isDay = model.horizon.isDay;
    const {groups} = model.measures;
    const time = column(layout.day(COUNTED_TIME));
    const measures: Measure[] = [];
    layout.groups.forEach((group, row) => {
      const about = {...this.subjectOf(group.station, group.class), period: null};
      const add = (metric: string, statistic: string, population: Population | null, unit: string, formula: Formula, kind = -1) =>
        measures.push({...about, metric, statistic, population, unit, formula, ...this.inOrder(row, kind)});
      const sums = new Sums(layout, row, null);
      for (const population of POPULATIONS) {
        if (population === "gave up" && !this.canGiveUp) continue;
        const count = sums.count(population);
        const isAll = population === "all";
        add("waitTime", "mean", population, "s", {kind: "ratio", of: sums.waits(population), per: count}, isAll ? WAIT_SERIES : -1);
        add("waitTime", "sd", population, "s", {kind: "sd", sum: sums.waits(population), squares: sums.squaredWaits(population), count});
        layout.percentiles.forEach((p) => add("waitTime", percentileName(p), population, "s", this.quantile(row, population, p, count)));
        layout.waitWithin.forEach((threshold, at) =>
          add(
            "waitTime",
            withinName(threshold),
            population,
            "share",
            {kind: "ratio", of: sums.waitsWithin(population, at), per: count},
            isAll ? layout.waitWithinSeries(at) : -1,
          ),
        );
      }
      layout.waitWithin.forEach((threshold, at) =>
        add("serviceLevel", withinName(threshold), "all", "share", serviceLevel(sums, at), layout.servedWithinSeries(at)),
      );
      const served = sums.of(SERVED);
      add("sojournTime", "mean", "served", "s", {kind: "ratio", of: sums.of(SOJOURN), per: served}, SOJOURN_SERIES);
      add("sojournTime", "sd", "served", "s", {kind: "sd", sum: sums.of(SOJOURN), squares: sums.of(SOJOURN_SQUARED), count: served});
      layout.percentiles.forEach((p) => add("sojournTime", percentileName(p), "served", "s", this.quantile(row, "sojourns", p, served)));
      layout.sojournWithin.forEach((threshold, at) =>
        add(
          "sojournTime",
          withinName(threshold),
          "served",
          "share",
          {kind: "ratio", of: sums.of(layout.sojournsWithin(at)), per: served},
          layout.sojournWithinSeries(at),
        ),
      );
      if (isDay) add("arrivals", "mean", null, "people", {kind: "mean", of: sums.of(OFFERED)});
      add("arrivalRate", "mean", null, "people/s", {kind: "ratio", of: sums.of(OFFERED), per: time});
      add("throughput", "mean", null, "people/s", {kind: "ratio", of: served, per: time});
      add("abandonShare", "share", null, "share", {kind: "ratio", of: sums.of(GAVE_UP), per: sums.of(OFFERED)});
      if (this.canBalk) add("balkShare", "share", null, "share", {kind: "ratio", of: sums.of(BALKED), per: sums.of(OFFERED)});
      add("blockShare", "share", null, "share", {kind: "ratio", of: sums.of(REFUSED), per: sums.of(OFFERED)});
      add("turnedAwayShare", "share", null, "share", {kind: "ratio", of: sums.of(TURNED_AWAY), per: sums.of(OFFERED)});
      add("overtakenShare", "share", "all", "share", {kind: "ratio", of: sums.of(OVERTAKEN), per: sums.count("all")});
      if (groups.distribution) {
        add("waitTime", WORST_TENTH, "all", "s", {kind: "worst", group: row, pool: "all", share: 0.1});
        for (const population of ["all", "delayed"] as const)
          add("waitTime", "gini", population, "index", {kind: "gini", group: row, pool: population});
      }
      if (groups.fairness) measures.push(...this.fairness(sums, group.class >= 0).map((measure) => ({...about, ...measure})));
    });
    for (const {station, rows} of this.places()) {
      const add = (metric: string, statistic: string, unit: string, formula: Formula) =>
        measures.push({station, class: null, period: null, metric, statistic, population: null, unit, formula});
      const clock = (sum: number): Terms => rows.map((row) => ({column: layout.clock(row, sum), times: 1}));
      add("queueLength", "mean", "people", {kind: "ratio", of: clock(WAITING_AREA), per: time});
      add("numberInSystem", "mean", "people", {
        kind: "ratio",
        of: station === null ? column(layout.day(PLACE_AREA)) : clock(SYSTEM_AREA),
        per: time,
      });
      // The longest lines of two stations need not stand at the same moment, so they do not add up.
      if (rows.length === 1) add("queueLength", "peak", "people", {kind: "mean", of: clock(PEAK_WAITING)});
      add("occupancy", "share", "share", {kind: "ratio", of: clock(BUSY), per: clock(STAFFED)});
      if (isDay) {
        add("staffedTime", "mean", "s", {kind: "mean", of: clock(STAFFED)});
        add("busyTime", "mean", "s", {kind: "mean", of: clock(BUSY)});
        add("staffOvertime", "mean", "s", {kind: "mean", of: clock(STAFF_OVERTIME)});
        if (groups.distribution) add("standingTime", "mean", "s", {kind: "mean", of: clock(WAITING_AREA)});
        if (groups.fairness) add("idleWhileWaiting", "mean", "s", {kind: "mean", of: clock(IDLE_WAITING)});
      } else {
        add("servers", "mean", "servers", {kind: "ratio", of: clock(STAFFED), per: time});
      }
      if (groups.fairness) add("idleWhileWaiting", "share", "share", {kind: "ratio", of: clock(IDLE_WAITING), per: clock(STAFFED)});
    }
    if (isDay) {
      const add = (statistic: string, formula: Formula) =>
        measures.push({station: null, class: null, period: null, metric: "overtime", statistic, population: null, unit: "s", formula});
      const overtime = column(layout.day(OVERTIME));
      add("mean", {kind: "mean", of: overtime});
      for (const p of groups.distribution ? [0.5, 0.75, 0.9, 0.95] : [0.5, 0.9])
        add(percentileName(p), {kind: "quantile of days", of: overtime, p});
    }
    measures.push(...appointmentMeasures(model, layout, this.names));
    if (costs !== null) measures.push(...this.costs(costs));
    return measures;
  }

  /** Of everybody who joined a line. Discrimination sums to zero over everybody, so only classes have a mean that says something. */
  private fairness(sums: Sums, isOfClass: boolean): Pick<Measure, "metric" | "statistic" | "population" | "unit" | "formula">[] {
    const joined = sums.of(SERVED, GAVE_UP, TURNED_AWAY);
    const fair = (sum: number) => sums.of(this.layout.fairness(sum));
    const each = (metric: string, statistic: string, unit: string, sum: number) => ({
      metric,
      statistic,
      population: null,
      unit,
      formula: {kind: "ratio" as const, of: fair(sum), per: joined},
    });
    const discrimination = each("discrimination", "mean", "s", DISCRIMINATION);
    const most = (metric: string, sum: number) => ({
      metric,
      statistic: "peak",
      population: null,
      unit: "people",
      formula: {kind: "mean" as const, of: fair(sum)},
    });
    return [
      each("slips", "mean", "per customer", SLIPS),
      most("slips", MOST_SLIPS),
      each("skips", "mean", "per customer", SKIPS),
      most("skips", MOST_SKIPS),
      each("skipShare", "share", "share", SKIPPED),
      each("switches", "mean", "per customer", SWITCHES),
      each("regretShare", "share", "share", REGRETS),
      each("regretTime", "mean", "s", REGRET),
      ...(isOfClass ? [{...discrimination, formula: {...discrimination.formula, isSigned: true}}] : []),
      {
        metric: "discrimination",
        statistic: "sd",
        population: null,
        unit: "s",
        formula: {kind: "sd", sum: fair(DISCRIMINATION), squares: fair(DISCRIMINATION_SQUARED), count: joined},
      },
    ];
  }

  /** What is told of every period of the day; goals for every half hour add what they judge. */
  byPeriod(goals: readonly Goal[] = []): PeriodMeasure[] {
    const {layout} = this;
    const measures: PeriodMeasure[] = [];
    for (let index = 0; index < layout.periods; index++) {
      const period = this.periodName(index);
      const length = this.model.measures.periodAt[index + 1] - this.model.measures.periodAt[index];
      layout.groups.forEach((group, row) => {
        const about = {...this.subjectOf(group.station, group.class), period};
        const add = (metric: string, statistic: string, population: Population | null, unit: string, formula: PeriodMeasure["formula"]) =>
          measures.push({...about, metric, statistic, population, unit, formula, index});
        const sums = new Sums(layout, row, index);
        for (const population of ["all", "served"] as const) {
          add("waitTime", "mean", population, "s", {kind: "ratio", of: sums.waits(population), per: sums.count(population)});
        }
        layout.waitWithin.forEach((threshold, at) => {
          add("waitTime", withinName(threshold), "all", "share", {kind: "ratio", of: sums.waitsWithin("all", at), per: sums.count("all")});
          add("serviceLevel", withinName(threshold), "all", "share", serviceLevel(sums, at));
        });
        add("abandonShare", "share", null, "share", {kind: "ratio", of: sums.of(GAVE_UP), per: sums.of(OFFERED)});
        add("arrivals", "mean", null, "people", {kind: "mean", of: sums.of(OFFERED)});
      });
      for (const {station, rows} of this.places()) {
        const add = (metric: string, statistic: string, unit: string, formula: PeriodMeasure["formula"]) =>
          measures.push({station, class: null, period, metric, statistic, population: null, unit, formula, index});
        const clock = (sum: number, times = 1): Terms => rows.map((row) => ({column: layout.clockPeriod(index, row, sum), times}));
        add("queueLength", "mean", "people", {kind: "mean", of: clock(WAITING_AREA, 1 / length)});
        add("numberInSystem", "mean", "people", {kind: "mean", of: clock(SYSTEM_AREA, 1 / length)});
        add("occupancy", "share", "share", {kind: "ratio", of: clock(BUSY), per: clock(STAFFED)});
        // By the schedule: the last period holds what happens after closing too, and six people at five windows would be nonsense.
        add("servers", "mean", "servers", {kind: "mean", of: [...clock(STAFFED, 1 / length), ...clock(STAFF_OVERTIME, -1 / length)]});
      }
    }
    const known = new Set(measures.map(keyOf));
    for (const goal of goals.filter((candidate) => candidate.everyHalfHour)) {
      for (let index = 0; index < layout.periods; index++) {
        const measure = this.ofGoal(goal, index);
        if (measure.formula.kind !== "ratio" && measure.formula.kind !== "mean") continue;
        if (known.has(keyOf(measure))) continue;
        known.add(keyOf(measure));
        measures.push({...measure, formula: measure.formula, index});
      }
    }
    return measures;
  }

  /**
   * What a goal judges, over the whole replication or in one period. A goal speaks of all: served and gave up.
   *
   * @throws RangeError if the model does not record it
   */
  ofGoal(goal: Goal, period: number | null): Measure {
    const {layout} = this;
    const station = goal.station === null ? -1 : this.rowOf(this.names.stations, goal.station, "station");
    const classRow = goal.class === null || this.names.classes.length === 1 ? -1 : this.rowOf(this.names.classes, goal.class, "class");
    const row = layout.groupOf(station, classRow);
    if (row < 0) throw new RangeError(`the model keeps no sums for the goal "${goal.text}"`);
    const sums = new Sums(layout, row, period);
    const make = (statistic: string, population: Population | null, unit: string, formula: Formula, kind = -1): Measure => ({
      ...this.subjectOf(layout.groups[row].station, layout.groups[row].class),
      period: period === null ? null : this.periodName(period),
      metric: goal.metric,
      statistic,
      population,
      unit,
      formula,
      ...(period === null ? this.inOrder(row, kind) : {}),
    });
    const all = sums.count("all");
    const served = sums.of(SERVED);
    switch (goal.metric) {
      case "abandonShare":
        return make("share", null, "share", {kind: "ratio", of: sums.of(GAVE_UP), per: sums.of(OFFERED)});
      case "blockShare":
        return make("share", null, "share", {kind: "ratio", of: sums.of(REFUSED), per: sums.of(OFFERED)});
      case "balkShare":
        return make("share", null, "share", {kind: "ratio", of: sums.of(BALKED), per: sums.of(OFFERED)});
      case "serviceLevel":
        return make(
          withinName(withinOf(goal)),
          "all",
          "share",
          serviceLevel(sums, this.threshold(layout.waitWithin, goal)),
          layout.servedWithinSeries(this.threshold(layout.waitWithin, goal)),
        );
      case "overtime": {
        const overtime = column(layout.day(OVERTIME));
        if (goal.statistic === "mean") return make("mean", null, "s", {kind: "mean", of: overtime});
        const p = goal.statistic === "percentile" ? percentileOf(goal) : null;
        // "At most 30 min" of every single day: judged by days, told by the mean.
        return p === null
          ? make("mean", null, "s", {kind: "mean", of: overtime})
          : make(percentileName(p), null, "s", {kind: "quantile of days", of: overtime, p});
      }
      case "waitTime":
        if (goal.statistic === "mean") return make("mean", "all", "s", {kind: "ratio", of: sums.waits("all"), per: all}, WAIT_SERIES);
        if (goal.statistic === "percentile")
          return make(percentileName(percentileOf(goal)), "all", "s", this.percentileOfGoal(goal, row, "all", all));
        return make(
          withinName(withinOf(goal)),
          "all",
          "share",
          {kind: "ratio", of: sums.waitsWithin("all", this.threshold(layout.waitWithin, goal)), per: all},
          layout.waitWithinSeries(this.threshold(layout.waitWithin, goal)),
        );
      case "sojournTime":
        if (goal.statistic === "mean")
          return make("mean", "served", "s", {kind: "ratio", of: sums.of(SOJOURN), per: served}, SOJOURN_SERIES);
        if (goal.statistic === "percentile")
          return make(percentileName(percentileOf(goal)), "served", "s", this.percentileOfGoal(goal, row, "sojourns", served));
        return make(
          withinName(withinOf(goal)),
          "served",
          "share",
          {kind: "ratio", of: sums.of(layout.sojournsWithin(this.threshold(layout.sojournWithin, goal))), per: served},
          layout.sojournWithinSeries(this.threshold(layout.sojournWithin, goal)),
        );
    }
  }

  /** @throws RangeError if the model does not record what the goal judges */
  requireGoal(goal: Goal): void {
    const {formula} = this.ofGoal(goal, null);
    if (goal.everyHalfHour && this.layout.periods > 0 && formula.kind !== "ratio" && formula.kind !== "mean") {
      throw new RangeError(`percentiles are not kept by the half hour: ask "${goal.text}" as a share that waits within a time`);
    }
  }

  /** "09:00-09:30". */
  periodName(index: number): string {
    const {periodAt} = this.model.measures;
    return `${formatClock(periodAt[index])}-${formatClock(periodAt[index + 1])}`;
  }

  /** Somebody may lose patience: otherwise nothing is said of those who gave up. */
  get canGiveUp(): boolean {
    return (
      this.model.classes.some(({patience}) => patience !== null) ||
      this.model.sources.some(({listPatience}) => listPatience.some((patience) => patience < Infinity))
    );
  }

  /** Somebody may turn round at the door: otherwise nothing is said of them. */
  get canBalk(): boolean {
    return this.model.classes.some(({balking}) => balking !== null);
  }

  private costs(costs: Costs): Measure[] {
    const {layout, model} = this;
    const {horizon} = model;
    const sums = new Sums(layout, layout.groupOf(-1, -1), null);
    const perHour = horizon.isDay ? null : column(layout.day(COUNTED_TIME), 1 / HOUR);
    const parts: [string, Terms][] = [];
    const stations = [...model.stations.keys()];
    if (costs.staff !== null || costs.overtime !== null) {
      const staff = costs.staff ?? 0,
        overtime = costs.overtime ?? staff;
      parts.push([
        "staff",
        [
          ...stations.map((station) => ({column: layout.clock(station, STAFFED), times: staff})),
          ...stations.map((station) => ({column: layout.clock(station, STAFF_OVERTIME), times: overtime - staff})),
        ],
      ]);
    }
    if (costs.wait !== null) parts.push(["wait", sums.waits("all").map((term) => ({...term, times: costs.wait ?? 0}))]);
    if (costs.idle != null)
      parts.push(["idle", idleTerms(layout, stations).map((term) => ({...term, times: term.times * (costs.idle ?? 0)}))]);
    // Who is left for tomorrow is not lost.
    if (costs.lost !== null)
      parts.push([
        "lost",
        sums
          .of(GAVE_UP, BALKED, REFUSED, ...(horizon.closing === CARRY_OVER ? [] : [TURNED_AWAY]))
          .map((term) => ({...term, times: costs.lost ?? 0})),
      ]);
    if (parts.length === 0) return [];
    return [["total", parts.flatMap(([, terms]) => terms)] as [string, Terms], ...parts].map(([statistic, of]) => ({
      station: null,
      class: null,
      period: null,
      metric: "cost",
      statistic,
      population: null,
      unit: perHour === null ? costs.currency : `${costs.currency}/h`,
      formula: perHour === null ? {kind: "mean", of} : {kind: "ratio", of, per: perHour},
    }));
  }

  /** The stations, and all of them together. */
  private places(): {station: string | null; rows: number[]}[] {
    const rows = [...this.model.stations.keys()];
    return [{station: null, rows}, ...rows.map((row) => ({station: this.names.stations[row], rows: [row]}))];
  }

  private subjectOf(station: number, classRow: number): {station: string | null; class: string | null} {
    return {station: station < 0 ? null : this.names.stations[station], class: classRow < 0 ? null : this.names.classes[classRow]};
  }

  /** Where a group's measure is told in order of time; `kind` is -1 for those that are not. */
  private inOrder(group: number, kind: number): Pick<Measure, "series"> {
    return kind < 0 || this.layout.seriesPerGroup === 0 ? {} : {series: this.layout.series(group, kind)};
  }

  private quantile(group: number, pool: Pool, p: Probability, count: Terms): Formula {
    const daily = this.layout.dailyPercentiles.indexOf(p);
    const column = daily < 0 ? null : this.layout.quantile(group, QUANTILE_ROW[pool], daily);
    return {kind: "quantile", group, pool, p, column, count};
  }

  private percentileOfGoal(goal: Goal, group: number, pool: Pool, count: Terms): Formula {
    const p = percentileOf(goal);
    if (!this.layout.percentiles.includes(p)) throw new RangeError(`the model keeps no ${percentileName(p)} for the goal "${goal.text}"`);
    return this.quantile(group, pool, p, count);
  }

  private threshold(within: Float64Array, goal: Goal): number {
    const at = within.indexOf(withinOf(goal));
    if (at < 0) throw new RangeError(`the model does not count times within ${withinOf(goal)} s for the goal "${goal.text}"`);
    return at;
  }

  private rowOf(names: readonly string[], name: string, kind: string): number {
    const row = names.indexOf(name);
    if (row < 0) throw new RangeError(`there is no ${kind} "${name}"; there are ${names.join(", ")}`);
    return row;
  }
}

/** Answered in time, of those answered or lost to impatience. */
function serviceLevel(sums: Sums, threshold: number): Formula & {kind: "ratio"} {
  return {kind: "ratio", of: sums.waitsWithin("served", threshold), per: sums.count("all")};
}

function withinOf(goal: Goal): Seconds {
  if (goal.within === null) throw new RangeError(`the goal "${goal.text}" names no time to be within`);
  return goal.within;
}

function percentileOf(goal: Goal): Probability {
  if (goal.percentile === null) throw new RangeError(`the goal "${goal.text}" names no percentile`);
  return goal.percentile;
}
