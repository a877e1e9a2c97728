/** Finding the rows of a result: by design, measure, class, station and period, with the fallbacks that `measure.ts` lists. */
import type {ComparisonRow, Result} from "../comparison/comparison.ts";
import type {EstimateRow, GoalVerdict} from "../estimate/estimate.ts";
import {type Grid, designList, gridOf, stepText} from "./grid.ts";
import {type Language, quoted} from "./language.ts";
import {type Measure, P95_WAIT, P99_WAIT, TAIL_WAIT, servedWithin, waitWithin} from "./measure.ts";

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
  /** The share who do not wait too long, as the first goal about it means it; null: nothing says what too long is. */
  readonly level: Measure | null;
  /** What too long is, in seconds. */
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
    const classes = new Set<string>(),
      stations = new Set<string>(),
      periods = new Set<string>();
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
    const promised = result.goals.find(
      ({goal}) =>
        goal.statistic === "within" &&
        goal.within !== null &&
        goal.class === null &&
        goal.station === null &&
        goal.shareOfDays === null &&
        (goal.metric === "waitTime" || goal.metric === "serviceLevel"),
    )?.goal;
    const counted = result.estimates.map((row) => /^within (\d+(?:\.\d+)?) s$/.exec(row.statistic)).find((match) => match !== null);
    this.threshold = promised?.within ?? (counted ? Number(counted[1]) : null);
    const meant =
      this.threshold === null
        ? []
        : promised?.metric === "serviceLevel"
          ? [servedWithin(this.threshold), waitWithin(this.threshold)]
          : [waitWithin(this.threshold), servedWithin(this.threshold)];
    this.level = meant.find((measure) => this.has(measure)) ?? null;
  }

  /** The claim about one design, or null where there is none. */
  estimate(design: string, measure: Measure, where: Where = {}): EstimateRow | null {
    return this.search(where, (station) =>
      this.firstOf(measure, (metric, statistic, population) =>
        this.rows.get(keyOf(design, station, where.class ?? null, where.period ?? null, metric, statistic, population)),
      ),
    );
  }

  /** The paired difference between a design and the first, or null where there is none. */
  difference(design: string, measure: Measure, where: Where = {}): ComparisonRow | null {
    return this.search(where, (station) =>
      this.firstOf(measure, (metric, statistic, population) =>
        this.differences.get(keyOf(design, station, where.class ?? null, metric, statistic, population)),
      ),
    );
  }

  /** What a design is called in a sentence: its name in quotation marks, or "11 agents". */
  called(design: string, language: Language): string {
    const step = this.grid?.steps.find((candidate) => candidate.design === design);
    return this.grid !== null && step !== undefined ? stepText(this.grid, step, language) : quoted(design, language);
  }

  /** Several designs in a sentence, in the order of the file: "11, 12 and 13 agents". */
  calledAll(designs: readonly string[], language: Language): string {
    return designList(
      this.grid,
      this.designs.filter((design) => designs.includes(design)),
      language,
    );
  }

  /** Some design has a value for it. */
  has(measure: Measure, where: Where = {}): boolean {
    return this.designs.some((design) => (this.estimate(design, measure, where)?.value ?? null) !== null);
  }

  /** The wait of the unlucky: of one in ten, unless no design lets as many wait at all; then of fewer. */
  get tail(): Measure {
    const isFelt = (measure: Measure) => this.designs.some((design) => (this.estimate(design, measure)?.value ?? 0) > 0);
    return [TAIL_WAIT, P95_WAIT, P99_WAIT].find(isFelt) ?? TAIL_WAIT;
  }

  /** The same by period, or the next best: periods are told by service level unless a goal asks for more. */
  get levelByPeriod(): Measure | null {
    if (this.level === null || this.threshold === null) return null;
    return (
      [this.level, servedWithin(this.threshold), waitWithin(this.threshold)].find((measure) =>
        this.periods.some((period) => this.has(measure, {period})),
      ) ?? null
    );
  }

  goalsOf(design: string): GoalVerdict[] {
    return this.result.goals.filter((verdict) => verdict.design === design);
  }

  private search<T>(where: Where, look: (station: string | null) => T | null): T | null {
    const found = look(where.station ?? null);
    return found ?? (where.station === undefined && this.stations.length === 1 ? look(this.stations[0]) : null);
  }

  private firstOf<T>(
    measure: Measure,
    look: (metric: string, statistic: string, population: Measure["populations"][number]) => T | undefined,
  ): T | null {
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
