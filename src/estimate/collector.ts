/**
 * Folds the replications of one design, strictly in order, into what estimates need; nothing of a replication is used once it was taken.
 *
 *   kept      the overall columns of every replication, and those of appointments: pairing, skewness and quantiles over days need them one by one
 *   kept      a coarse distribution of each: percentiles need to know how many people of each replication lie below them
 *   folded    the columns of periods, and the fine distributions, as integer counts
 *
 * The same replications give the same bits however many threads made them: only their order decides.
 */
import type {Model} from "../model/model.ts";
import {GAVE_UP_WAITS, HISTOGRAMS, type RowLayout, SERVED_WAITS, SOJOURNS} from "../replication/row.ts";
import type {Replication, Series} from "../replication/replication.ts";
import type {Costs, Goal} from "../scenario/scenario.ts";
import type {Pool, Rows} from "./formula.ts";
import {keyOf, type Measure, MeasureList, type SubjectNames} from "./measures.ts";
import {KeptRows} from "./kept-rows.ts";
import {combine, PeriodCells} from "./period-cells.ts";
import {PooledHistogram} from "./pooled-histogram.ts";
import {Sections} from "./sections.ts";

export interface CollectorOptions {
  /** What the file calls the design. */
  design: string;
  /** Goals to be judged; those "in every half hour" must be known before the first replication is taken. */
  goals?: readonly Goal[];
  costs?: Costs | null;
  /** What people call stations and classes; the model's own names when left out. */
  names?: SubjectNames;
  /** Number of the first replication; 0 unless this is a shard. */
  first?: number;
  /** The design changes who the customers are, so its replications cannot be paired with the first design's. */
  isPairingLost?: boolean;
}

/** On how many days a goal held, of those that had anybody to judge it by. */
export interface DayCount {
  held: number;
  judged: number;
}

export class Collector implements Rows {
  readonly model: Model;
  readonly layout: RowLayout;
  readonly design: string;
  readonly goals: readonly Goal[];
  readonly costs: Costs | null;
  readonly isPairingLost: boolean;
  readonly measures: MeasureList;
  readonly periods: PeriodCells;
  private listed: readonly Measure[] | null = null;
  private readonly cellByKey: ReadonlyMap<string, number>;
  private readonly first: number;
  private readonly columns: number;
  private readonly kept: KeptRows;
  private taken = 0;
  private alone: readonly Series[] | null = null;
  private readonly pools: PooledHistogram[]; // as in Replication.histograms
  private readonly sections: Sections[]; // likewise
  private readonly days = new Map<Goal, DayCount & {cells: number[]}>(); // goals that hold on a day if they hold in each of its periods

  /** @throws RangeError if a goal judges what the model does not record: better said before simulating than after */
  constructor(model: Model, options: CollectorOptions) {
    this.model = model;
    this.design = options.design;
    this.goals = options.goals ?? [];
    this.costs = options.costs ?? null;
    this.isPairingLost = options.isPairingLost ?? false;
    this.first = options.first ?? 0;
    this.measures = new MeasureList(model, options.names ?? model.names);
    this.layout = this.measures.layout;
    this.columns = this.layout.overallColumns + this.layout.bookColumns;
    this.kept = new KeptRows(this.columns);
    for (const goal of this.goals) this.measures.requireGoal(goal);
    this.periods = new PeriodCells(this.measures.byPeriod(this.goals));
    this.cellByKey = new Map(this.periods.measures.map((measure, cell) => [keyOf(measure), cell]));
    this.pools = Array.from({length: this.layout.groups.length * HISTOGRAMS}, () => new PooledHistogram());
    this.sections = this.pools.map(() => new Sections());
    for (const goal of this.goals) {
      if (!goal.everyHalfHour || goal.shareOfDays === null) continue;
      const cells = Array.from({length: this.layout.periods}, (_, period) => this.cellOf(keyOf(this.measures.ofGoal(goal, period))));
      this.days.set(goal, {held: 0, judged: 0, cells: cells.filter((cell) => cell >= 0)});
    }
  }

  /** Everything over the whole replication that this design's rows can claim. */
  get overall(): readonly Measure[] {
    return (this.listed ??= this.measures.overall(this.costs));
  }

  /** Replications taken so far. */
  get count(): number {
    return this.taken;
  }

  /**
   * Takes the next replication.
   *
   * @throws RangeError if it is not the next one, or its row is another model's
   */
  take(replication: Replication): void {
    const {index, row, histograms} = replication;
    if (index !== this.first + this.taken) throw new RangeError(`replication ${this.first + this.taken} must come next, got ${index}`);
    if (row.length !== this.layout.columns)
      throw new RangeError(`a row of this model has ${this.layout.columns} columns, got ${row.length}`);
    this.kept.add(row, this.layout.overallColumns);
    this.periods.add(replication);
    for (let i = 0; i < histograms.length; i++) {
      this.pools[i].add(histograms[i]);
      this.sections[i].add(histograms[i]);
    }
    for (const [goal, day] of this.days) {
      const held = this.heldOnDay(goal, day.cells, row);
      if (held !== null) day.judged++;
      if (held === true) day.held++;
    }
    const {series} = replication;
    this.alone = this.taken > 0 || series === undefined ? null : series.map(({unit, means}) => ({unit, means: means.slice()}));
    this.taken++;
  }

  /** What one long run that stands alone tells in order of time, by `Measure.series`; null otherwise. */
  get series(): readonly Series[] | null {
    return this.alone;
  }

  at(replication: number, column: number): number {
    return this.kept.at(replication, this.placeOf(column));
  }

  addColumn(column: number, times: number, into: Float64Array): void {
    this.kept.addColumn(this.placeOf(column), times, into);
  }

  /** Of a column among those that are kept. */
  private placeOf(column: number): number {
    const {columns, overallColumns} = this.layout;
    return column < overallColumns ? column : column - columns + this.columns;
  }

  /** The people of all replications together. */
  pooled(group: number, pool: Pool): PooledHistogram {
    const of = (kind: number) => this.pools[group * HISTOGRAMS + kind];
    switch (pool) {
      case "served":
        return of(SERVED_WAITS);
      case "gave up":
        return of(GAVE_UP_WAITS);
      case "sojourns":
        return of(SOJOURNS);
      case "all":
        return of(SERVED_WAITS).with(of(GAVE_UP_WAITS));
      case "delayed":
        return this.pooled(group, "all").withoutZero();
    }
  }

  addPeople(group: number, pool: Pool, into: Float64Array): void {
    for (const sections of this.sectionsOf(group, pool)) sections.addAll(into, pool === "delayed");
  }

  addPeopleUpTo(group: number, pool: Pool, coarse: number, upTo: Float64Array, before: Float64Array): void {
    for (const sections of this.sectionsOf(group, pool)) sections.addUpTo(coarse, upTo, before, pool === "delayed");
  }

  addPeopleWeighed(group: number, pool: Pool, weights: Float64Array, into: Float64Array): void {
    const ofPool = pool === "delayed" ? weights.map((weight, coarse) => (coarse === 0 ? 0 : weight)) : weights;
    for (const sections of this.sectionsOf(group, pool)) sections.addWeighed(ofPool, into);
  }

  /** The coarse distributions that a population is made of. */
  private sectionsOf(group: number, pool: Pool): Sections[] {
    const kinds = {
      sojourns: [SOJOURNS],
      served: [SERVED_WAITS],
      "gave up": [GAVE_UP_WAITS],
      all: [SERVED_WAITS, GAVE_UP_WAITS],
      delayed: [SERVED_WAITS, GAVE_UP_WAITS],
    };
    return kinds[pool].map((kind) => this.sections[group * HISTOGRAMS + kind]);
  }

  /** Cell of a period's measure, or -1. */
  cellOf(key: string): number {
    return this.cellByKey.get(key) ?? -1;
  }

  /** For a goal "in every half hour on a share of days"; null if the goal was not known when collecting began. */
  daysOf(goal: Goal): DayCount | null {
    return this.days.get(goal) ?? null;
  }

  /** Null when the day had nobody to judge it by. */
  private heldOnDay(goal: Goal, cells: readonly number[], row: Float64Array): boolean | null {
    let held: boolean | null = null;
    for (const cell of cells) {
      const {formula} = this.periods.measures[cell];
      const size = formula.kind === "mean" ? 1 : combine(formula.per, row);
      if (!(size > 0)) continue;
      const value = combine(formula.of, row) / size;
      held = held !== false && isKept(goal, value);
    }
    return held;
  }
}

/** Whether a value is on the good side of a goal's bound; the bound itself is good. */
export function isKept(goal: Goal, value: number): boolean {
  return goal.direction === "at most" ? value <= goal.bound : value >= goal.bound;
}
