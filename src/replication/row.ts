/**
 * The row: what one replication leaves behind, as sums in fixed places. Rows of the same model add up and line up,
 * so replications, threads and machines merge by putting rows in order of their replication number.
 *
 *   group     a scope (the whole visit, or one station) and a class (all, or one)
 *   counted by the period of joining; the areas of `CLOCK` by the clock
 *
 * Layout: overall groups | quantiles of overall groups | clock sums by station | day | groups by period | clock sums by station and period
 * | and of models with an appointment book: earliness by class | idle after the last by station | had overtime | positions in the book.
 */
import {CHOOSE, DELAY, type Model, type Row, VISIT} from "../model/model.ts";

/** Sums of one group. Waits and times in system are in seconds. */
export const OFFERED = 0; // came to the door (visit) or to the station, refused ones too
export const SERVED = 1; // visit: left after the last step; station: service was completed; those behind SOJOURN
export const GAVE_UP = 2;
export const REFUSED = 3; // no room
export const TURNED_AWAY = 4; // still waiting when the place closed (turned away, or left for tomorrow)
export const DELAYED = 5; // served or gave up, after a wait longer than zero
export const WAIT_SERVED = 6;
export const WAIT_SERVED_SQUARED = 7;
export const WAIT_GAVE_UP = 8;
export const WAIT_GAVE_UP_SQUARED = 9;
export const SOJOURN = 10; // of the served, from joining to departure
export const SOJOURN_SQUARED = 11;
export const OVERTAKEN = 12; // a later arrival was called before them
export const BALKED = 13; // turned round at the door
const FIXED_SUMS = 14; // then, per threshold: served within, delayed and served within, gave up within; then sojourns within; then `fairness`

/** Sums of one group where fairness is asked for, behind all others: `RowLayout.fairness(...)` knows where. Of everybody who joined. */
export const SLIPS = 0; // later arrivals called before them
export const SKIPS = 1; // earlier arrivals before whom they were called
export const SKIPPED = 2; // people with a skip
export const SWITCHES = 3; // changes of line
export const DISCRIMINATION = 4; // server seconds received beyond an equal part; over everybody it sums to zero
export const DISCRIMINATION_SQUARED = 5;
export const REGRETS = 6; // people who found strictly more work ahead in their lane than in some other open one
export const REGRET = 7; // that work beyond the least, seconds
export const MOST_SLIPS = 8; // of one customer
export const MOST_SKIPS = 9;
export const FAIRNESS_SUMS = 10;

/** Areas and lengths by the clock, one station. */
export const WAITING_AREA = 0; // people x seconds
export const SYSTEM_AREA = 1; // people waiting, walking or in service x seconds
export const BUSY = 2; // server seconds serving
export const STAFFED = 3; // server seconds paid: scheduled, and beyond it until the customer in hand is done
export const WALKING = 4; // server seconds reserved while the customer walks up
export const STAFF_OVERTIME = 5; // the part of STAFFED beyond the schedule or after closing
export const PEAK_WAITING = 6; // most people waiting
export const CLOCK_SUMS = 7;
export const IDLE_WAITING = 7; // server seconds idle in opening hours while somebody waits at the station; only where fairness is asked for

/** Of the whole replication. */
export const ARRIVED = 0; // counted customers at the door
export const OVERTIME = 1; // seconds from closing to the last departure; 0 when nobody is there at closing
export const COUNTED_TIME = 2; // seconds of the window behind the clock sums: opening hours, or the long run after its warm-up
export const PLACE_AREA = 3; // people in the place x seconds, delays between stations included
export const DAY_SUMS = 4;

/** Of one position in an appointment book. */
export const POSITION_FINISHED = 0; // came, and was served or gave up
export const POSITION_WAIT = 1; // seconds
export const POSITION_SUMS = 2;

/** Distributions kept of each overall group. */
export const SERVED_WAITS = 0,
  GAVE_UP_WAITS = 1,
  SOJOURNS = 2;
export const HISTOGRAMS = 3;
/** Series kept of each overall group where one long run stands alone; those behind them are told by `RowLayout`. */
export const WAIT_SERIES = 0, // of everybody: served, or gave up
  SOJOURN_SERIES = 1; // of the served
const FIXED_SERIES = 2; // then, per threshold: waits within, served within (both of everybody); then sojourns within, of the served
/** Populations whose quantiles are in the row. */
export const QUANTILE_SERVED = 0,
  QUANTILE_ALL = 1,
  QUANTILE_DELAYED = 2,
  QUANTILE_GAVE_UP = 3,
  QUANTILE_SOJOURN = 4;
export const QUANTILES = 5;

export interface Group {
  /** A station's row, or -1: the whole visit (which is also the only station's, where there is but one visit). */
  station: Row;
  /** A class's row, or -1: all. */
  class: Row;
}

/** A place in the book of a source, from 0. */
export interface BookPosition {
  source: Row;
  position: number;
}

/** Where each number of a model's rows is. The same for every design with the same classes, stations, periods and thresholds. */
export class RowLayout {
  readonly groups: readonly Group[];
  readonly stations: number;
  private readonly classes: number;
  readonly periods: number;
  readonly waitWithin: Float64Array;
  readonly sojournWithin: Float64Array;
  readonly percentiles: Float64Array;
  readonly dailyPercentiles: Float64Array;
  readonly hasFairness: boolean;
  /** Series kept of each overall group (`long-run-series.ts`); 0: none. */
  readonly seriesPerGroup: number;
  readonly groupSums: number;
  readonly clockSums: number;
  readonly overallColumns: number;
  readonly columns: number;
  /** Of the block of appointments, at the very end; none without a book. */
  readonly bookColumns: number;
  readonly positions: readonly BookPosition[];
  /** One station that everyone visits exactly once: the visit's group is the station's. */
  readonly isSingleVisit: boolean;

  constructor(model: Model) {
    const {classes, stations, measures} = model;
    this.isSingleVisit =
      stations.length === 1 &&
      model.steps.every(({does, branchTo}) => does !== DELAY && does !== CHOOSE && branchTo.length <= 1) &&
      model.steps.filter(({does}) => does === VISIT).length === 1 &&
      classes.every(({firstStep}) => model.steps[firstStep].does === VISIT);
    const scopes = [-1, ...(this.isSingleVisit ? [] : stations.keys())];
    const classRows = [-1, ...(classes.length > 1 ? classes.keys() : [])];
    this.groups = scopes.flatMap((station) => classRows.map((row) => ({station, class: row})));
    this.stations = stations.length;
    this.periods = Math.max(0, measures.periodAt.length - 1);
    this.waitWithin = measures.waitWithin;
    this.sojournWithin = measures.sojournWithin;
    this.percentiles = measures.percentiles;
    this.dailyPercentiles = measures.dailyPercentiles;
    this.hasFairness = measures.groups.fairness;
    this.seriesPerGroup =
      measures.groups.series === true && !model.horizon.isDay ? FIXED_SERIES + 2 * this.waitWithin.length + this.sojournWithin.length : 0;
    this.groupSums = this.fairness(0) + (this.hasFairness ? FAIRNESS_SUMS : 0);
    this.clockSums = CLOCK_SUMS + (this.hasFairness ? 1 : 0);
    this.overallColumns =
      this.groups.length * (this.groupSums + QUANTILES * this.dailyPercentiles.length) + this.stations * this.clockSums + DAY_SUMS;
    this.positions = model.sources.flatMap(({book}, source) =>
      Array.from({length: book?.appointmentAt.length ?? 0}, (_, position) => ({source, position})),
    );
    const hasBook = model.sources.some(({book}) => book !== undefined);
    this.classes = classes.length;
    this.bookColumns = hasBook ? this.classes + this.stations + 1 + this.positions.length * POSITION_SUMS : 0;
    this.columns =
      this.overallColumns + this.periods * (this.groups.length * this.groupSums + this.stations * this.clockSums) + this.bookColumns;
  }

  /** Index in `groups`, or -1. */
  groupOf(station: Row, classRow: Row): number {
    const scope = this.isSingleVisit ? -1 : station;
    return this.groups.findIndex((group) => group.station === scope && group.class === classRow);
  }

  /** Place of a group's series among those of a replication. */
  series(group: number, kind: number): number {
    return group * this.seriesPerGroup + kind;
  }
  waitWithinSeries(threshold: number): number {
    return FIXED_SERIES + threshold;
  }
  servedWithinSeries(threshold: number): number {
    return FIXED_SERIES + this.waitWithin.length + threshold;
  }
  sojournWithinSeries(threshold: number): number {
    return FIXED_SERIES + 2 * this.waitWithin.length + threshold;
  }

  /** Column of a group's sum over the whole replication. */
  overall(group: number, sum: number): number {
    return group * this.groupSums + sum;
  }
  servedWithin(threshold: number): number {
    return FIXED_SUMS + threshold;
  }
  delayedServedWithin(threshold: number): number {
    return FIXED_SUMS + this.waitWithin.length + threshold;
  }
  gaveUpWithin(threshold: number): number {
    return FIXED_SUMS + 2 * this.waitWithin.length + threshold;
  }
  /** A sum's place for the share of the served whose time in system is within a threshold. */
  sojournsWithin(threshold: number): number {
    return FIXED_SUMS + 3 * this.waitWithin.length + threshold;
  }
  /** A sum's place where fairness is asked for. */
  fairness(sum: number): number {
    return FIXED_SUMS + 3 * this.waitWithin.length + this.sojournWithin.length + sum;
  }
  /** From this place on a group's sums are the most of their parts, before it they add up. */
  get firstMost(): number {
    return this.hasFairness ? this.fairness(MOST_SLIPS) : this.groupSums;
  }
  /** Column of a replication's own quantile, by row in `dailyPercentiles`; not a number where the population is empty. */
  quantile(group: number, population: number, percentile: number): number {
    return this.groups.length * this.groupSums + (group * QUANTILES + population) * this.dailyPercentiles.length + percentile;
  }
  clock(station: Row, sum: number): number {
    return this.groups.length * (this.groupSums + QUANTILES * this.dailyPercentiles.length) + station * this.clockSums + sum;
  }
  day(sum: number): number {
    return this.overallColumns - DAY_SUMS + sum;
  }
  period(period: number, group: number, sum: number): number {
    return this.overallColumns + (period * this.groups.length + group) * this.groupSums + sum;
  }
  /** Seconds in line, or before the door, before their appointments: of the served and those who gave up, of one class. */
  early(classRow: Row): number {
    return this.columns - this.bookColumns + classRow;
  }
  /** Server seconds idle from the last departure, or the last appointment if that is later, until closing. */
  idleAfterLast(station: Row): number {
    return this.columns - this.bookColumns + this.classes + station;
  }
  /** 1 if somebody left after closing. */
  get hadOvertime(): number {
    return this.columns - this.bookColumns + this.classes + this.stations;
  }
  /** `position` is a row of `positions`. */
  position(position: number, sum: number): number {
    return this.hadOvertime + 1 + position * POSITION_SUMS + sum;
  }
  clockPeriod(period: number, station: Row, sum: number): number {
    return (
      this.overallColumns + this.periods * this.groups.length * this.groupSums + (period * this.stations + station) * this.clockSums + sum
    );
  }
}
