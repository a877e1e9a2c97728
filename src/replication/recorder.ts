/**
 * What is written down while the loop runs: a book for each class, scope and period, areas by station and period,
 * distributions. At the end of a replication it becomes one row (`row.ts`); nothing of the simulation depends on it.
 *
 *   scope     the whole visit, or one station
 *   book      the sums of one class in one scope and one period; a book that is never read takes the warm-up
 *
 * "All classes" and "the whole day" are not written: they are added up once, at the end.
 */
import type {Model, Row} from "../model/model.ts";
import type {Customer} from "./customer.ts";
import {LongRunSeries} from "./long-run-series.ts";
import {Histogram, mergeHistograms, TIME, withoutZero, writeQuantiles} from "./histogram.ts";
import type {Replication, SparseHistogram} from "./replication.ts";
import {
  BALKED,
  DELAYED,
  DISCRIMINATION,
  DISCRIMINATION_SQUARED,
  FAIRNESS_SUMS,
  GAVE_UP,
  GAVE_UP_WAITS,
  HISTOGRAMS,
  MOST_SKIPS,
  MOST_SLIPS,
  OFFERED,
  OVERTAKEN,
  PEAK_WAITING,
  QUANTILE_ALL,
  QUANTILE_DELAYED,
  QUANTILE_GAVE_UP,
  QUANTILE_SERVED,
  QUANTILE_SOJOURN,
  QUANTILES,
  REFUSED,
  REGRET,
  REGRETS,
  RowLayout,
  SERVED,
  SERVED_WAITS,
  SKIPPED,
  SKIPS,
  SLIPS,
  SOJOURN,
  SOJOURN_SQUARED,
  SOJOURNS,
  SWITCHES,
  TURNED_AWAY,
  WAIT_GAVE_UP,
  WAIT_GAVE_UP_SQUARED,
  WAIT_SERVED,
  WAIT_SERVED_SQUARED,
} from "./row.ts";

/** A wait and a time from joining to departure, in seconds: a fraction handed to a function that is not inlined costs an allocation. */
const DONE = new Float64Array(2);

/** The scope of the whole visit; stations are scopes 1, 2, ... */
export const VISIT_SCOPE = 0;

/** Served waits, waits of those who gave up, times in system: one class in one scope, all periods. */
type Distributions = [Histogram, Histogram, Histogram];

/** What a book holds beside waits where fairness is asked for. */
export class FairnessBook {
  private readonly sums = new Float64Array(FAIRNESS_SUMS);

  clear(): void {
    this.sums.fill(0);
  }

  /** One station of a customer is done, or left without service. */
  stationDone({slips, skips, switches, discrimination}: Customer): void {
    this.write(slips, skips, switches, discrimination);
  }

  /** The whole visit is over. */
  visitDone({totalSlips, totalSkips, totalSwitches, totalDiscrimination}: Customer): void {
    this.write(totalSlips, totalSkips, totalSwitches, totalDiscrimination);
  }

  private write(slips: number, skips: number, switches: number, discrimination: number): void {
    const {sums} = this;
    sums[SLIPS] += slips;
    sums[SKIPS] += skips;
    if (skips > 0) sums[SKIPPED]++;
    sums[SWITCHES] += switches;
    sums[DISCRIMINATION] += discrimination;
    sums[DISCRIMINATION_SQUARED] += discrimination * discrimination;
    if (slips > sums[MOST_SLIPS]) sums[MOST_SLIPS] = slips;
    if (skips > sums[MOST_SKIPS]) sums[MOST_SKIPS] = skips;
  }

  /** So much more work lay ahead, in seconds; `people` is 0 for somebody who is counted already. */
  regretted(work: number, people: number): void {
    this.sums[REGRET] += work;
    this.sums[REGRETS] += people;
  }

  addTo(row: Float64Array, at: number): void {
    const {sums} = this;
    for (let sum = 0; sum < MOST_SLIPS; sum++) row[at + sum] += sums[sum];
    for (let sum = MOST_SLIPS; sum <= MOST_SKIPS; sum++) row[at + sum] = Math.max(row[at + sum], sums[sum]);
  }
}

/** Sums of waits and times in system are in seconds. */
export class Book {
  offered = 0;
  refused = 0;
  turnedAway = 0;
  balked = 0;
  overtaken = 0;
  private finished = 0;
  private givenUp = 0;
  private delayed = 0;
  private waitServed = Number.NaN;
  private waitServedSquared = Number.NaN;
  private waitGaveUp = Number.NaN;
  private waitGaveUpSquared = Number.NaN;
  private sojourn = Number.NaN;
  private sojournSquared = Number.NaN;
  private readonly layout: RowLayout;
  /** Served, delayed and served, gave up within each wait; then finished within each time in system. */
  private readonly within: Float64Array;
  private readonly servedWaits: Histogram;
  private readonly gaveUpWaits: Histogram;
  private readonly sojourns: Histogram;
  private readonly hasWithin: boolean;
  readonly fairness: FairnessBook | null;

  constructor(layout: RowLayout, [servedWaits, gaveUpWaits, sojourns]: Distributions) {
    this.layout = layout;
    this.within = new Float64Array(3 * layout.waitWithin.length + layout.sojournWithin.length);
    this.hasWithin = this.within.length > 0;
    this.servedWaits = servedWaits;
    this.gaveUpWaits = gaveUpWaits;
    this.sojourns = sojourns;
    this.fairness = layout.hasFairness ? new FairnessBook() : null;
    this.clear();
  }

  clear(): void {
    this.offered = this.refused = this.turnedAway = this.balked = this.finished = this.givenUp = this.delayed = this.overtaken = 0;
    this.waitServed = this.waitServedSquared = this.waitGaveUp = this.waitGaveUpSquared = this.sojourn = this.sojournSquared = 0;
    this.within.fill(0);
    this.fairness?.clear();
  }

  /** One station of a customer is done. */
  stationDone(customer: Customer): void {
    DONE[0] = customer.waited;
    DONE[1] = customer.stay;
    this.write(customer.isOvertaken);
  }

  /** The whole visit is done. */
  visitDone(customer: Customer): void {
    DONE[0] = customer.totalWait;
    DONE[1] = customer.stay;
    this.write(customer.wasOvertaken);
  }

  /** The wait and the time from joining to departure that are in `DONE`. */
  private write(isOvertaken: number): void {
    const wait = DONE[0];
    const stay = DONE[1];
    this.finished++;
    this.sojourn += stay;
    this.sojournSquared += stay * stay;
    if (wait > 0) {
      this.delayed++;
      this.waitServed += wait;
      this.waitServedSquared += wait * wait;
    }
    this.overtaken += isOvertaken;
    if (this.hasWithin) this.writeInTime();
    TIME[0] = wait;
    this.servedWaits.addTime();
    TIME[0] = stay;
    this.sojourns.addTime();
  }

  gaveUp(wait: number, isOvertaken: number): void {
    this.givenUp++;
    this.waitGaveUp += wait;
    this.waitGaveUpSquared += wait * wait;
    this.overtaken += isOvertaken;
    if (wait > 0) this.delayed++;
    const {waitWithin} = this.layout;
    const first = 2 * waitWithin.length;
    for (let i = waitWithin.length - 1; i >= 0 && wait <= waitWithin[i]; i--) this.within[first + i]++;
    this.gaveUpWaits.add(wait);
  }

  private writeInTime(): void {
    const wait = DONE[0];
    const stay = DONE[1];
    const {waitWithin, sojournWithin} = this.layout;
    const {within} = this;
    const thresholds = waitWithin.length;
    for (let i = thresholds - 1; i >= 0 && wait <= waitWithin[i]; i--) {
      within[i]++;
      if (wait > 0) within[thresholds + i]++;
    }
    for (let i = sojournWithin.length - 1; i >= 0 && stay <= sojournWithin[i]; i--) within[3 * thresholds + i]++;
  }

  /** Adds the sums in the places that `row.ts` gives them, from `at` on. */
  addTo(row: Float64Array, at: number): void {
    row[at + OFFERED] += this.offered;
    row[at + SERVED] += this.finished;
    row[at + GAVE_UP] += this.givenUp;
    row[at + REFUSED] += this.refused;
    row[at + TURNED_AWAY] += this.turnedAway;
    row[at + DELAYED] += this.delayed;
    row[at + WAIT_SERVED] += this.waitServed;
    row[at + WAIT_SERVED_SQUARED] += this.waitServedSquared;
    row[at + WAIT_GAVE_UP] += this.waitGaveUp;
    row[at + WAIT_GAVE_UP_SQUARED] += this.waitGaveUpSquared;
    row[at + SOJOURN] += this.sojourn;
    row[at + SOJOURN_SQUARED] += this.sojournSquared;
    row[at + OVERTAKEN] += this.overtaken;
    row[at + BALKED] += this.balked;
    const first = at + this.layout.servedWithin(0);
    for (let i = 0; i < this.within.length; i++) row[first + i] += this.within[i];
    this.fairness?.addTo(row, at + this.layout.fairness(0));
  }
}

export class Recorder {
  readonly layout: RowLayout;
  /** Where one long run stands alone. */
  readonly series: LongRunSeries | null;
  private readonly classes: number;
  private readonly scopes: number;
  private readonly periods: number; // at least 1
  private readonly books: Book[] = []; // by period, scope and class; then those that are never read
  private readonly clocks: Float64Array; // by period, station and sum
  private lent: Float64Array | null = null; // null: every replication gets a row of its own
  private readonly distributions: Distributions[]; // by scope and class; then one that is never read

  constructor(model: Model) {
    const layout = new RowLayout(model);
    this.layout = layout;
    this.classes = model.classes.length;
    this.series = layout.seriesPerGroup > 0 ? new LongRunSeries(layout, this.classes) : null;
    this.scopes = layout.isSingleVisit ? 1 : 1 + model.stations.length;
    this.periods = Math.max(1, layout.periods);
    const perPeriod = this.scopes * this.classes;
    this.clocks = new Float64Array(this.periods * model.stations.length * layout.clockSums);
    this.distributions = Array.from({length: perPeriod + 1}, (): Distributions => [new Histogram(), new Histogram(), new Histogram()]);
    for (let i = 0; i < this.periods * perPeriod; i++) this.books.push(new Book(layout, this.distributions[i % perPeriod]));
    for (let i = 0; i < perPeriod; i++) this.books.push(new Book(layout, this.distributions[perPeriod]));
  }

  /** From now on `finish` writes over the row and the distributions it handed over before. */
  lend(): void {
    this.lent ??= new Float64Array(this.layout.columns);
    for (const kinds of this.distributions) for (const kind of kinds) kind.lend();
  }

  /** Begins anew. */
  clear(): void {
    for (const book of this.books) book.clear();
    this.clocks.fill(0);
    this.series?.clear();
  }

  /** Where a class is written down in a scope and period; a negative period is not counted. */
  book(period: number, scope: number, classRow: Row): Book {
    return this.books[((period < 0 ? this.periods : period) * this.scopes + scope) * this.classes + classRow];
  }

  /** Adds to an area or length of a station in a period (0 where the day is not told in periods). */
  clock(period: number, station: Row, sum: number, amount: number): void {
    this.clocks[(period * this.layout.stations + station) * this.layout.clockSums + sum] += amount;
  }

  peak(period: number, station: Row, people: number): void {
    const at = (period * this.layout.stations + station) * this.layout.clockSums + PEAK_WAITING;
    if (people > this.clocks[at]) this.clocks[at] = people;
  }

  /** Everything as one row. */
  finish(index: number, daySums: readonly number[]): Replication {
    const {layout} = this;
    const row = this.lent === null ? new Float64Array(layout.columns) : this.lent.fill(0);
    const histograms = this.takeHistograms();
    for (let group = 0; group < layout.groups.length; group++) {
      this.addGroup(row, group);
      if (layout.dailyPercentiles.length > 0) this.addQuantiles(row, group, histograms);
    }
    this.addClocks(row);
    for (let i = 0; i < daySums.length; i++) row[layout.day(i)] = daySums[i];
    const series = this.series?.finish() ?? null;
    return {index, row, histograms, ...(series === null ? {} : {series})};
  }

  /** Sums of a group: over its classes by period, then over the periods. */
  private addGroup(row: Float64Array, group: number): void {
    const {layout} = this;
    const {station, class: only} = layout.groups[group];
    const first = only < 0 ? 0 : only;
    const last = only < 0 ? this.classes - 1 : only;
    const overall = layout.overall(group, 0);
    const added = layout.firstMost;
    for (let period = 0; period < this.periods; period++) {
      const at = layout.periods > 0 ? layout.period(period, group, 0) : overall;
      for (let of = first; of <= last; of++) this.book(period, station + 1, of).addTo(row, at);
      if (layout.periods === 0) continue;
      for (let sum = 0; sum < added; sum++) row[overall + sum] += row[at + sum];
      for (let sum = added; sum < layout.groupSums; sum++) row[overall + sum] = Math.max(row[overall + sum], row[at + sum]);
    }
  }

  private takeHistograms(): SparseHistogram[] {
    const taken: SparseHistogram[] = []; // by scope and class, then kind
    for (const kinds of this.distributions) for (const kind of kinds) taken.push(kind.take());
    const histograms: SparseHistogram[] = [];
    for (const {station, class: only} of this.layout.groups) {
      const first = (station + 1) * this.classes;
      for (let kind = 0; kind < HISTOGRAMS; kind++) {
        let of = only < 0 ? 0 : only;
        let people = taken[(first + of) * HISTOGRAMS + kind];
        if (only < 0) while (++of < this.classes) people = mergeHistograms(people, taken[(first + of) * HISTOGRAMS + kind]);
        histograms.push(people);
      }
    }
    return histograms;
  }

  private addQuantiles(row: Float64Array, group: number, histograms: SparseHistogram[]): void {
    const {layout} = this;
    const served = histograms[group * HISTOGRAMS + SERVED_WAITS];
    const gaveUp = histograms[group * HISTOGRAMS + GAVE_UP_WAITS];
    const all = mergeHistograms(served, gaveUp);
    const populations = new Array<SparseHistogram>(QUANTILES);
    populations[QUANTILE_SERVED] = served;
    populations[QUANTILE_ALL] = all;
    populations[QUANTILE_DELAYED] = withoutZero(all);
    populations[QUANTILE_GAVE_UP] = gaveUp;
    populations[QUANTILE_SOJOURN] = histograms[group * HISTOGRAMS + SOJOURNS];
    for (let population = 0; population < QUANTILES; population++) {
      writeQuantiles(populations[population], layout.dailyPercentiles, row, layout.quantile(group, population, 0));
    }
  }

  private addClocks(row: Float64Array): void {
    const {layout, clocks} = this;
    for (let period = 0; period < this.periods; period++) {
      for (let station = 0; station < layout.stations; station++) {
        for (let sum = 0; sum < layout.clockSums; sum++) {
          const amount = clocks[(period * layout.stations + station) * layout.clockSums + sum];
          const overall = layout.clock(station, sum);
          row[overall] = sum === PEAK_WAITING ? Math.max(row[overall], amount) : row[overall] + amount;
          if (layout.periods > 0) row[layout.clockPeriod(period, station, sum)] = amount;
        }
      }
    }
  }
}
