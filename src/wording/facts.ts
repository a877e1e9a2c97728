/** Finding the rows of a result: by design, measure, class, station and period, with the fallbacks that `measure.ts` lists. */
import type {ComparisonRow, Result} from "../comparison/comparison.ts";
import type {EstimateRow, GoalVerdict} from "../estimate/estimate.ts";
import {type Grid, designList, gridOf, stepText} from "./grid.ts";
import {type Language, quoted} from "./language.ts";
import {type Measure, within} from "./measure.ts";

/** Where to look; what is left out is "everyone", "the whole visit", "overall". */
export interface Where {
  class?: string | null;
  station?: string | null;
  period?: string | null;
}

const keyOf = (...parts: (string | null)[]) => parts.map((part) => (part === null ? "" : `=${part}`)).join("\u0000");

export class Facts {
  readonly result: Result;
  readonly designs: readonly string[];
  readonly first: string;
  /** Names in the order of the rows; empty when there is but one class or station. */
  readonly classes: readonly string[];
  readonly stations: readonly string[];
  readonly periods: readonly string[];
  /** "Within" threshold to speak of: the first goal's, or the first there is; null: none. */
  readonly threshold: number | null;
  /** Designs that differ by one number; null: they differ by more. */
  readonly grid: Grid | null;
  private readonly rows = new Map<string, EstimateRow>();
  private readonly differences = new Map<string, ComparisonRow>();

  constructor(result: Result) {
    this.result = result;
    this.designs = result.designs.map((design) => design.name);
    this.first = this.designs[0] ?? "";
    this.grid = gridOf(result);
    const classes = new Set<string>(), stations = new Set<string>(), periods = new Set<string>();
    for (const row of result.estimates) {
      if (row.class !== null) classes.add(row.class);
      if (row.station !== null) stations.add(row.station);
      if (row.period !== null) periods.add(row.period);
      this.rows.set(keyOf(row.design, row.station, row.class, row.period, row.metric, row.statistic, row.population), row);
    }
    for (const row of result.comparisons) {
      this.differences.set(keyOf(row.design, row.station, row.class, row.metric, row.statistic, row.population), row);
    }
    this.classes = [...classes];
    this.stations = [...stations];
    this.periods = [...periods];
    const withGoal = result.goals.find(({goal}) => goal.metric === "serviceLevel" && goal.within !== null && goal.class === null && this.has(within(goal.within)));
    const named = result.estimates.map((row) => /^within (\d+(?:\.\d+)?) s$/.exec(row.statistic)).find((match) => match !== null);
    this.threshold = withGoal?.goal.within ?? (named ? Number(named[1]) : null);
  }

  /** The claim about one design, or null where there is none. */
  estimate(design: string, measure: Measure, where: Where = {}): EstimateRow | null {
    return this.search(where, (station) =>
      this.firstOf(measure, (metric, statistic, population) => this.rows.get(keyOf(design, station, where.class ?? null, where.period ?? null, metric, statistic, population))),
    );
  }

  /** The paired difference between a design and the first, or null where there is none. */
  difference(design: string, measure: Measure, where: Where = {}): ComparisonRow | null {
    return this.search(where, (station) =>
      this.firstOf(measure, (metric, statistic, population) => this.differences.get(keyOf(design, station, where.class ?? null, metric, statistic, population))),
    );
  }

  /** What a design is called in a sentence: its name in quotation marks, or "11 agents". */
  called(design: string, language: Language): string {
    const step = this.grid?.steps.find((candidate) => candidate.design === design);
    return this.grid !== null && step !== undefined ? stepText(this.grid, step.value, language) : quoted(design, language);
  }

  /** Several designs in a sentence, in the order of the file: "11, 12 and 13 agents". */
  calledAll(designs: readonly string[], language: Language): string {
    return designList(this.grid, this.designs.filter((design) => designs.includes(design)), language);
  }

  /** Some design has a value for it. */
  has(measure: Measure, where: Where = {}): boolean {
    return this.designs.some((design) => (this.estimate(design, measure, where)?.value ?? null) !== null);
  }

  goalsOf(design: string): GoalVerdict[] {
    return this.result.goals.filter((verdict) => verdict.design === design);
  }

  private search<T>(where: Where, look: (station: string | null) => T | null): T | null {
    const found = look(where.station ?? null);
    return found ?? (where.station === undefined && this.stations.length === 1 ? look(this.stations[0]) : null);
  }

  private firstOf<T>(measure: Measure, look: (metric: string, statistic: string, population: Measure["populations"][number]) => T | undefined): T | null {
    for (const metric of measure.metrics) {
      for (const statistic of measure.statistics) {
        for (const population of measure.populations) {
          const found = look(metric, statistic, population);
          if (found !== undefined) return found;
        }
      }
    }
    return null;
  }
}
