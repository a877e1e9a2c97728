/** Replications made by hand: customers and clock sums written down, rows laid out as the recorder would. */
import {
  FINISH,
  FINISH_EVERYONE,
  FIRST_COME,
  JOIN_SHORTEST,
  LEAVE,
  type Model,
  NOBODY,
  ONE_LINE,
  POISSON,
  VISIT,
} from "../../src/model/model.ts";
import {Histogram, mergeHistograms, quantileOf, withoutZero} from "../../src/replication/histogram.ts";
import type {Replication} from "../../src/replication/replication.ts";
import * as row from "../../src/replication/row.ts";

export interface HandMade {
  /** A place with opening hours (9 to 10 in two half hours) or a long run. */
  isDay?: boolean;
  stations?: string[];
  classes?: string[];
  within?: number[];
  percentiles?: number[];
  hasPatience?: boolean;
}

export function handMadeModel({
  isDay = true,
  stations = ["desk"],
  classes = ["everyone"],
  within = [20],
  percentiles = [0.5, 0.9],
  hasPatience = true,
}: HandMade = {}): Model {
  const visits = stations.map((_, station) => ({
    does: VISIT as typeof VISIT,
    station,
    law: classes.map(() => null),
    isCertain: classes.map(() => true),
    next: station + 1,
    branchTo: new Int32Array(0),
    branchShare: new Float64Array(0),
  }));
  return {
    seed: "1",
    horizon: {
      isDay,
      startsAt: isDay ? 32_400 : 0,
      endsAt: isDay ? 36_000 : 1e6,
      closing: FINISH_EVERYONE,
      warmUp: 0,
      customers: Infinity,
      warmUpCustomers: 0,
    },
    sources: [
      {
        process: POISSON,
        rateAt: new Float64Array([0, 1]),
        rateFrom: new Float64Array([1]),
        rateTo: new Float64Array([1]),
        between: null,
        listAt: new Float64Array(0),
        listClass: new Int32Array(0),
        listService: new Float64Array(0),
        listPatience: new Float64Array(0),
        phases: null,
        people: 0,
        spreadFrom: 0,
        spreadTo: 0,
        busyness: 0,
        batchSize: new Int32Array([1]),
        batchShare: new Float64Array([1]),
        mixClass: new Int32Array([0]),
        mixShare: new Float64Array([1]),
      },
    ],
    classes: classes.map(() => ({
      priority: 0,
      patience: hasPatience ? ({kind: "exponential", mean: 60} as never) : null,
      patienceBeyondAnnounced: false,
      lastInLine: 1,
      balking: null,
      firstStep: 0,
      due: null,
    })),
    steps: [
      ...visits,
      {does: LEAVE, station: NOBODY, law: [], isCertain: [], next: NOBODY, branchTo: new Int32Array(0), branchShare: new Float64Array(0)},
    ],
    stations: stations.map(() => ({
      staffAt: new Float64Array([0]),
      staff: new Int32Array([1]),
      servers: 1,
      line: ONE_LINE,
      join: JOIN_SHORTEST,
      nearestWithin: 0,
      countsWaitingOnly: false,
      hasRandomTies: false,
      switchAt: 0,
      switchWhenIdle: false,
      switchCost: 0,
      misjudged: 0,
      expressLanes: 0,
      expressUnder: Infinity,
      expressFor: [],
      expressIsAlways: false,
      expressHelps: false,
      places: 0,
      opensAt: 0,
      opensLeast: 0,
      order: FIRST_COME,
      hasPriority: false,
      gated: false,
      ageing: null,
      interrupt: FINISH,
      kept: new Int32Array(0),
      dropsLowest: false,
      room: Infinity,
      leaving: FINISH,
      walkFirst: 0,
      walkEach: 0,
      speed: 1,
      announcedService: 0,
      announcedWrong: 0,
    })),
    measures: {
      periodAt: new Float64Array(isDay ? [32_400, 34_200, 36_000] : []),
      waitWithin: new Float64Array(within),
      sojournWithin: new Float64Array(within),
      percentiles: new Float64Array(percentiles),
      dailyPercentiles: new Float64Array(percentiles),
      groups: {distribution: false, fairness: false},
    },
    names: {sources: ["door"], classes, stations, steps: [...stations, "leave"]},
  };
}

export interface Person {
  wait: number;
  /** Of the served: time at the server. Null: gave up. */
  service?: number | null;
  class?: number;
  period?: number;
}

export interface History {
  people: Person[];
  refused?: number;
  turnedAway?: number;
  overtaken?: number;
  overtime?: number;
  /** Clock sums of each station, by their place in `row.ts`. */
  clock?: Partial<Record<number, number>>[];
  /** The same by period, of the first station. */
  clockByPeriod?: Partial<Record<number, number>>[];
  countedTime?: number;
  placeArea?: number;
}

const tables: Histogram[] = [];

/** Counting tables are large and empty again once taken: the same ones serve every replication. */
function tablesOf(count: number): Histogram[] {
  while (tables.length < count) tables.push(new Histogram());
  return tables.slice(0, count);
}

/** One replication of a model whose visits have one station, or whose waits are of the whole visit. */
export function handMade(model: Model, index: number, history: History): Replication {
  const layout = new row.RowLayout(model);
  const sums = new Float64Array(layout.columns);
  const kinds = tablesOf(layout.groups.length * row.HISTOGRAMS);
  const {refused = 0, turnedAway = 0, overtaken = 0} = history;
  layout.groups.forEach((group, g) => {
    if (group.station >= 0) return;
    const add = (period: number, sum: number, by = 1) => {
      sums[layout.overall(g, sum)] += by;
      if (layout.periods > 0) sums[layout.period(period, g, sum)] += by;
    };
    for (const {wait, service = 10, class: classRow = 0, period = 0} of history.people) {
      if (group.class >= 0 && group.class !== classRow) continue;
      add(period, row.OFFERED);
      if (wait > 0) add(period, row.DELAYED);
      const isServed = service !== null;
      add(period, isServed ? row.SERVED : row.GAVE_UP);
      add(period, isServed ? row.WAIT_SERVED : row.WAIT_GAVE_UP, wait);
      add(period, isServed ? row.WAIT_SERVED_SQUARED : row.WAIT_GAVE_UP_SQUARED, wait * wait);
      kinds[g * row.HISTOGRAMS + (isServed ? row.SERVED_WAITS : row.GAVE_UP_WAITS)].add(wait);
      layout.waitWithin.forEach((within, t) => {
        if (wait > within) return;
        add(period, isServed ? layout.servedWithin(t) : layout.gaveUpWithin(t));
        if (isServed && wait > 0) add(period, layout.delayedServedWithin(t));
      });
      if (service === null) continue;
      const sojourn = wait + service;
      add(period, row.SOJOURN, sojourn);
      add(period, row.SOJOURN_SQUARED, sojourn * sojourn);
      kinds[g * row.HISTOGRAMS + row.SOJOURNS].add(sojourn);
      layout.sojournWithin.forEach((within, t) => {
        if (sojourn <= within) add(period, layout.sojournsWithin(t));
      });
    }
    if (group.class < 0) {
      add(0, row.OFFERED, refused + turnedAway);
      add(0, row.REFUSED, refused);
      add(0, row.TURNED_AWAY, turnedAway);
      add(0, row.OVERTAKEN, overtaken);
    }
  });
  const histograms = kinds.map((kind) => kind.take());
  layout.groups.forEach((_, g) => {
    const [served, gaveUp, sojourns] = histograms.slice(g * row.HISTOGRAMS);
    const all = mergeHistograms(served, gaveUp);
    layout.percentiles.forEach((p, at) => {
      for (const [population, histogram] of [
        [row.QUANTILE_SERVED, served],
        [row.QUANTILE_ALL, all],
        [row.QUANTILE_DELAYED, withoutZero(all)],
        [row.QUANTILE_GAVE_UP, gaveUp],
        [row.QUANTILE_SOJOURN, sojourns],
      ] as const)
        sums[layout.quantile(g, population, at)] = quantileOf(histogram, p);
    });
  });
  (history.clock ?? []).forEach((clock, station) => {
    for (const [sum, value] of Object.entries(clock)) sums[layout.clock(station, Number(sum))] = value ?? 0;
  });
  (history.clockByPeriod ?? []).forEach((clock, period) => {
    for (const [sum, value] of Object.entries(clock)) sums[layout.clockPeriod(period, 0, Number(sum))] = value ?? 0;
  });
  sums[layout.day(row.ARRIVED)] = history.people.length + refused + turnedAway;
  sums[layout.day(row.OVERTIME)] = history.overtime ?? 0;
  sums[layout.day(row.COUNTED_TIME)] = history.countedTime ?? (model.horizon.isDay ? 3600 : 1e6);
  sums[layout.day(row.PLACE_AREA)] = history.placeArea ?? 0;
  return {index, row: sums, histograms};
}

/** One replication with no clock sums for each list of people. */
export function handMadeRun(model: Model, histories: (History | Person[])[]): Replication[] {
  return histories.map((history, index) => handMade(model, index, Array.isArray(history) ? {people: history} : history));
}
