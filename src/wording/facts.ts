/** Finding the rows of a result: by design, measure, class, station and period, with the fallbacks that `measure.ts` lists. */
import type {ComparisonRow, Result} from "../comparison/comparison.ts";
import type {EstimateRow, GoalVerdict} from "../estimate/estimate.ts";
import {type Grid, designList, gridOf, stepText} from "./grid.ts";
import {type Language, quoted} from "./language.ts";
import {
  ARRIVAL_RATE,
  BALKED,
  GAVE_UP,
  LOST,
  MEAN_WAIT,
  type Measure,
  P95_WAIT,
  REFUSED,
  TURNED_AWAY,
  P99_WAIT,
  TAIL_WAIT,
  servedWithin,
  waitWithin,
} from "./measure.ts";

/** Where to look; what is left out is "everyone", "the whole visit", "overall". */
export interface Where {
  class?: string | null;
  station?: string | null;
  period?: string | null;
}

const keyOf = (...parts: (string | null)[]) => parts.map((part) => (part === null ? "" : `=${part}`)).join("\u0000");

const LOSSES: readonly Measure[] = [GAVE_UP, BALKED, REFUSED, TURNED_AWAY];

const pathOf = (change: string) => /^([^:]+):/.exec(change)?.[1].trim() ?? "";

/** "arrivals.calls.rate: 20/h", "opening: ..."; how patient people are, what they balk at and when they are booked does not change who comes. */
function isOfArrivals(change: string): boolean {
  const path = pathOf(change);
  const isAppointment = /^arrivals\..+\.book\.(every|start|block|from|to|spread)$|^arrivals\..+\.(late|early)$/.test(path);
  return /^(arrivals|opening)(\.|$)/.test(path) && !/\.(patience|last|balks(\..*)?)$/.test(path) && !isAppointment;
}

/** "stations.desk.service: ...", "classes.urgent.patience: ...": what people bring, not who comes. */
function isOfNeeds(change: string): boolean {
  return /^(classes|routes)(\.|$)|\.(service|patience|last|balks(\..*)?)$/.test(pathOf(change));
}

interface Ends {
  value: number;
  low: number | null;
  high: number | null;
}

function summed(parts: readonly Ends[]): Ends & {halfWidth: number | null} {
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  let low: number | null = 0,
    high: number | null = 0;
  for (const part of parts) {
    low = low === null || part.low === null ? null : low + part.low;
    high = high === null || part.high === null ? null : high + part.high;
  }
  return {value, low, high, halfWidth: low === null || high === null ? null : (high - low) / 2};
}

export class Facts {
  readonly result: Result;
  readonly designs: readonly string[];
  readonly first: string;
  /** Names in the order of the rows; empty when there is but one class or station. */
  readonly classes: readonly string[];
  readonly stations: readonly string[];
  readonly periods: readonly string[];
  /** Of appointment books, "3 of patients"; empty where there is none. */
  readonly positions: readonly string[];
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
    this.positions = [...new Set(result.estimates.flatMap((row) => (row.metric === "waitByPosition" ? [row.statistic] : [])))];
    this.addLost();
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

  /** The kinds of loss that somebody suffers; who is left for tomorrow is not lost. */
  get losses(): Measure[] {
    return LOSSES.filter((measure) => this.designs.some((design) => (this.lossOf(design, measure)?.value ?? 0) > 0));
  }

  /** The share of people who come in vain: of the one kind that occurs, or of all kinds together. */
  get lost(): Measure {
    const {losses} = this;
    return losses.length === 1 ? losses[0] : LOST;
  }

  /** The claim about one kind of loss of one design; null where nobody can be lost that way. */
  lossOf(design: string, measure: Measure): EstimateRow | null {
    const isTomorrow = measure === TURNED_AWAY && this.isLeftForTomorrow(design);
    return isTomorrow ? null : this.estimate(design, measure);
  }

  isLeftForTomorrow(design: string): boolean {
    return this.result.cautions.some((caution) => caution.kind === "left for tomorrow" && caution.design === design);
  }

  /** Some design bills who is lost, so that its cost already weighs them. */
  get isLossPriced(): boolean {
    return this.result.estimates.some(({metric, statistic}) => metric === "cost" && statistic === "lost");
  }

  /** Nobody came at all. */
  get isDeserted(): boolean {
    const rows = this.designs.map((design) => this.estimate(design, MEAN_WAIT));
    return (
      rows.length > 0 &&
      rows.every((row) => row !== null && row.value === null) &&
      this.designs.every((design) => (this.estimate(design, ARRIVAL_RATE)?.value ?? 0) === 0)
    );
  }

  /** Some change concerns who comes, so that not all designs serve the same customers. */
  get changesArrivals(): boolean {
    return this.result.designs.some(({changes}) => changes.some((change) => isOfArrivals(change)));
  }

  /** Some change concerns when the booked come: the same people, at other times. */
  get changesAppointments(): boolean {
    return this.result.designs.some(({changes}) => changes.some((change) => /\.book\.|\.(late|early): /.test(change)));
  }

  /** Some change concerns the work or the patience of those who come. */
  get changesNeeds(): boolean {
    return this.result.designs.some(({changes}) => changes.some((change) => isOfNeeds(change)));
  }

  /** Designs bring different numbers of people: then less waiting is no merit. Within 2 % they count as alike. */
  get differsInDemand(): boolean {
    const rates = this.designs.map((design) => this.estimate(design, ARRIVAL_RATE)?.value ?? null);
    const known = rates.filter((rate) => rate !== null);
    if (known.length < this.designs.length || known.length === 0)
      return this.result.designs.some(({changes}) => changes.some((change) => isOfArrivals(change)));
    const [least, most] = [Math.min(...known), Math.max(...known)];
    if (most - least <= 0.02 * most) return false;
    if (this.changesArrivals) return true;
    return this.designs.some((design) => this.difference(design, ARRIVAL_RATE)?.significant === true);
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

  /** Losses of all kinds as one row: the ends of a sum are the sums of the ends, which is on the careful side. */
  private addLost(): void {
    for (const design of this.designs) {
      const rows = LOSSES.map((measure) => this.lossOf(design, measure)).filter((row) => row !== null && row.value !== null);
      const [any] = rows.filter((row) => row !== null);
      if (any === undefined) continue;
      this.rows.set(keyOf(design, null, null, null, "lostShare", "share", null), {
        ...any,
        metric: "lostShare",
        ...summed(rows.map((row) => ({value: row?.value ?? 0, low: row?.low ?? null, high: row?.high ?? null}))),
      });
    }
    for (const design of this.designs.slice(1)) {
      const kinds = LOSSES.filter((measure) => this.lossOf(design, measure) !== null || this.lossOf(this.first, measure) !== null);
      const rows = kinds.map((measure) => this.difference(design, measure));
      const [any] = rows.filter((row) => row !== null);
      const isWhole = rows.every((row) => row !== null && row.difference !== null);
      if (any === undefined || !isWhole || this.isLeftForTomorrow(design) !== this.isLeftForTomorrow(this.first)) continue;
      const {value, halfWidth, low, high} = summed(
        rows.map((row) => ({value: row?.difference ?? 0, low: row?.low ?? null, high: row?.high ?? null})),
      );
      this.differences.set(keyOf(design, null, null, "lostShare", "share", null), {
        ...any,
        metric: "lostShare",
        difference: value,
        halfWidth,
        low,
        high,
        significant: low === null || high === null ? null : low > 0 || high < 0,
      });
    }
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
