/**
 * The coverage laboratory: how often our intervals hold the truth, where the truth is known. Every fact is one line of the table
 * in `docs/statistics.md`. An observed share agrees with a reference when its Clopper-Pearson interval at 99.9 % holds it.
 *
 *   npx vitest run tests/estimate/coverage.test.ts                    a few seconds each
 *   COVERAGE=nightly npx vitest run tests/estimate/coverage.test.ts   ten times the experiments, and the table printed
 */
import {afterAll, describe, expect, test} from "vitest";
import {evaluate} from "../../src/estimate/formula.ts";
import {claimBy, Collector} from "../../src/estimate/index.ts";
import {type Correction, intervalAround, spreadOf} from "../../src/estimate/interval.ts";
import {clopperPearson} from "../../src/estimate/proportion.ts";
import {compileModel} from "../../src/model/compile.ts";
import type {Model} from "../../src/model/model.ts";
import type {Replication} from "../../src/replication/replication.ts";
import {RowLayout, SERVED, SOJOURN, SOJOURN_SQUARED, WAIT_SERVED} from "../../src/replication/row.ts";
import {simulate} from "../../src/replication/simulate.ts";
import {exponential, scenarioOf} from "../builders.ts";
import {handMade, handMadeModel} from "./hand-made.ts";
import {Chance, mm1} from "./lindley.ts";

const isNightly = process.env.COVERAGE === "nightly";
const LONG = 1_800_000;

/** Of `experiments`, how many were covered, by name of the interval. */
class Tally {
  private readonly covered = new Map<string, number>();
  readonly experiments: number;
  constructor(experiments: number) {
    this.experiments = experiments;
  }
  count(name: string, {low, high}: {low: number | null; high: number | null}, truth: number): void {
    const isCovered = low !== null && low <= truth && (high === null || truth <= high);
    this.covered.set(name, (this.covered.get(name) ?? 0) + (isCovered ? 1 : 0));
  }
  share(name: string): number {
    return (this.covered.get(name) ?? 0) / this.experiments;
  }
  /** The observed share could be the reference. */
  agrees(name: string, reference: number): void {
    const {low, high} = clopperPearson(this.covered.get(name) ?? 0, this.experiments, 0.999);
    expect(reference, `${name}: ${this.share(name)} of ${this.experiments}`).toBeGreaterThanOrEqual(low);
    expect(reference, `${name}: ${this.share(name)} of ${this.experiments}`).toBeLessThanOrEqual(high);
  }
}

const table: string[] = [];
afterAll(() => {
  if (isNightly) console.log(table.join("\n"));
});
function tell(fact: string, tally: Tally, ...names: string[]): void {
  for (const name of names) table.push(`| ${fact} | ${name} | ${tally.share(name).toFixed(4)} | ${tally.experiments} |`);
}

/** Experiments one after another on the engine: replications 0 ... n - 1, then the next n. */
function* collected(model: Model, n: number, experiments: number): Generator<Collector> {
  const together = Math.max(1, Math.floor(2000 / n));
  for (let e = 0; e < experiments; e += together) {
    const replications = simulate(model, e * n, Math.min(together, experiments - e) * n);
    for (let from = 0; from < replications.length; from += n) yield collectedFrom(model, replications.slice(from, from + n));
  }
}
function collectedFrom(model: Model, replications: Replication[]): Collector {
  const collector = new Collector(model, {design: "", first: replications[0].index});
  for (const replication of replications) collector.take(replication);
  return collector;
}

/** A row that holds only what means and shares within need. */
function plainRow(model: Model, index: number, people: {wait: number; sojourn: number}[]): Replication {
  const layout = new RowLayout(model);
  const row = new Float64Array(layout.columns);
  for (const {wait, sojourn} of people) {
    row[layout.overall(0, WAIT_SERVED)] += wait;
    row[layout.overall(0, SOJOURN)] += sojourn;
    row[layout.overall(0, SOJOURN_SQUARED)] += sojourn * sojourn;
    for (let i = 0; i < layout.sojournWithin.length; i++)
      if (sojourn <= layout.sojournWithin[i]) row[layout.overall(0, layout.sojournsWithin(i))]++;
  }
  row[layout.overall(0, SERVED)] = people.length;
  return {index, row, histograms: []};
}

describe("the mean wait of the first 25 customers, M/M/1 at 0.9, 90 % intervals", () => {
  const truth = 2.12448935;

  test(
    "from 10 replications of the simulator: t covers .859 ± .01, corrected for skewness .896 ± .01",
    () => {
      const model = compileModel(scenarioOf({arrivals: {rate: 1}, station: {service: exponential(0.9)}, run: {customers: 25}}));
      model.measures.percentiles = new Float64Array(0);
      const tally = new Tally(10_000);
      for (const collector of collected(model, 10, tally.experiments)) {
        tally.count("t", claimBy(collector, "waitTime", {confidence: 0.9, correction: "never"}), truth);
        tally.count("corrected", claimBy(collector, "waitTime", {confidence: 0.9}), truth);
      }
      tell("first 25 waits, simulator, 10 replications, 90 %", tally, "t", "corrected");
      expect(Math.abs(tally.share("t") - 0.859)).toBeLessThanOrEqual(0.01);
      expect(Math.abs(tally.share("corrected") - 0.896)).toBeLessThanOrEqual(0.01);
    },
    LONG,
  );

  test.each([
    [5, 0.836, 0.884],
    [10, 0.859, 0.896],
    [20, 0.877, 0.9],
    [40, 0.887, 0.901],
  ])(
    "from %i replications of Lindley's recursion: t covers %f, corrected %f",
    (n, plain, corrected) => {
      const tally = new Tally(isNightly ? 100_000 : 8000);
      const chance = new Chance(n);
      for (let e = 0; e < tally.experiments; e++) {
        const means = Float64Array.from({length: n}, () => mm1(chance, 1, 0.9, 25).reduce((sum, {wait}) => sum + wait, 0) / 25);
        const mean = means.reduce((sum, x) => sum + x, 0) / n;
        const spread = spreadOf(means.map((x) => x - mean));
        if (spread === null) throw new Error("no spread");
        for (const [name, correction] of [
          ["t", "never"],
          ["corrected", "when it matters"],
        ] as [string, Correction][])
          tally.count(name, intervalAround(mean, spread, 0.9, correction), truth);
      }
      tell(`first 25 waits, ${n} replications, 90 %`, tally, "t", "corrected");
      tally.agrees("t", plain);
      tally.agrees("corrected", corrected);
    },
    LONG,
  );
});

describe("the time to failure of a machine, very lopsided: min(G1, max(G2, G3)), Weibull of shape one half, 90 % intervals", () => {
  test.each([
    [5, 0.7095, 0.834],
    [10, 0.7557, 0.867],
    [20, 0.8005, 0.872],
    [40, 0.8355, 0.878],
  ])(
    "from %i machines: t covers %f, corrected %f",
    (n, plain, corrected) => {
      const tally = new Tally(isNightly ? 100_000 : 8000);
      const chance = new Chance(100 + n);
      const weibull = () => chance.exponential(1) ** 2;
      for (let e = 0; e < tally.experiments; e++) {
        const times = Float64Array.from({length: n}, () => Math.min(weibull(), Math.max(weibull(), weibull())));
        const mean = times.reduce((sum, x) => sum + x, 0) / n;
        const spread = spreadOf(times.map((x) => x - mean));
        if (spread === null) throw new Error("no spread");
        for (const [name, correction] of [
          ["t", "never"],
          ["corrected", "when it matters"],
        ] as [string, Correction][])
          tally.count(name, intervalAround(mean, spread, 0.9, correction), 7 / 9);
      }
      tell(`time to failure, ${n} machines, 90 %`, tally, "t", "corrected");
      tally.agrees("t", plain);
      tally.agrees("corrected", corrected);
    },
    LONG,
  );
});

describe("times in system, M/M/1 at 0.8, 20 replications of 1000 customers after a warm-up of 500, 95 % intervals", () => {
  const truth = 1 - Math.exp(-2);

  test(
    "the share within 10 services covers .940 ± .02",
    () => {
      const model = handMadeModel({isDay: false, within: [10], percentiles: [], hasPatience: false});
      const tally = new Tally(isNightly ? 4000 : 1000);
      const chance = new Chance(8);
      for (let e = 0; e < tally.experiments; e++) {
        const collector = collectedFrom(
          model,
          Array.from({length: 20}, (_, i) => plainRow(model, i, mm1(chance, 1.25, 1, 1000, 500))),
        );
        tally.count("corrected", claimBy(collector, "sojournTime", {statistic: "within 10 s"}), truth);
        tally.count("t", claimBy(collector, "sojournTime", {statistic: "within 10 s", correction: "never"}), truth);
        const {value} = claimBy(collector, "sojournTime", {statistic: "within 10 s"});
        const share = value ?? Number.NaN,
          naive = 1.96 * Math.sqrt((share * (1 - share)) / 20_000);
        tally.count("binomial over customers", {low: share - naive, high: share + naive}, truth);
        tally.count("mean", claimBy(collector, "sojournTime"), 5);
        tally.count("sd", claimBy(collector, "sojournTime", {statistic: "sd"}), 5);
      }
      tell("time in system at most 10 (true .8647), 20 x 1000, 95 %", tally, "t", "corrected");
      tell("mean time in system, 20 x 1000, 95 %", tally, "mean");
      tell("standard deviation of time in system, 20 x 1000, 95 %", tally, "sd");
      expect(Math.abs(tally.share("t") - 0.94)).toBeLessThanOrEqual(0.02);
      expect(Math.abs(tally.share("corrected") - 0.94)).toBeLessThanOrEqual(0.02);
    },
    LONG,
  );

  test(
    "the simulator's share within 10 services covers as the recursion's does",
    () => {
      const model = compileModel(
        scenarioOf({arrivals: {rate: 0.8}, station: {service: exponential(1)}, run: {customers: 1000, warmUpCustomers: 500}}),
      );
      model.measures.sojournWithin = Float64Array.of(10);
      model.measures.percentiles = new Float64Array(0);
      const tally = new Tally(isNightly ? 2000 : 100);
      for (const collector of collected(model, 20, tally.experiments))
        tally.count("corrected", claimBy(collector, "sojournTime", {statistic: "within 10 s"}), truth);
      tell("time in system at most 10, simulator, 20 x 1000, 95 %", tally, "corrected");
      tally.agrees("corrected", 0.94);
      if (isNightly) expect(Math.abs(tally.share("corrected") - 0.94)).toBeLessThanOrEqual(0.02);
    },
    LONG,
  );
});

describe("percentiles of times in system, M/M/1 at 0.8, 20 replications, stationary, 95 % intervals", () => {
  // Sectioning, which we do not use, is here to show why.
  test.each([
    [0.9, 1000, 0.943, 0.955],
    [0.95, 1000, 0.895, 0.94],
    [0.95, 200, 0.741, 0.91],
  ])(
    "of p = %f and %i customers: sectioning covers %f, ours %f",
    (p, customers, sectioning, ours) => {
      const model = handMadeModel({isDay: false, within: [], percentiles: [p], hasPatience: false});
      const truth = -5 * Math.log(1 - p);
      const tally = new Tally(isNightly ? 2000 : customers > 500 ? 100 : 300);
      const chance = new Chance(95 + customers);
      for (let e = 0; e < tally.experiments; e++) {
        const collector = collectedFrom(
          model,
          Array.from({length: 20}, (_, i) => {
            const people = mm1(chance, 1.25, 1, customers, 300).map(({wait, sojourn}) => ({wait, service: sojourn - wait}));
            return handMade(model, i, {people});
          }),
        );
        const statistic = `p${Math.round(100 * p)}`;
        tally.count("ours", claimBy(collector, "sojournTime", {statistic}), truth);
        tally.count("sectioning", sectioningOf(collector, statistic), truth);
      }
      tell(`${100 * p} % quantile of time in system, 20 x ${customers}, 95 %`, tally, "sectioning", "ours");
      tally.agrees("sectioning", sectioning);
      tally.agrees("ours", ours);
    },
    LONG,
  );
});

describe("percentiles of days of some forty waits, 95 % intervals", () => {
  const interarrivalTime = 1 / 0.9,
    customers = 40;

  test(
    "of 100 days: sectioning covers less than .87 of p90, ours at least .92",
    () => {
      const chance = new Chance(40);
      // The truth from a recursion of its own: 50,000 days, so its own error is a twentieth of the interval's.
      const all = Array.from({length: 50_000}, () => mm1(chance, interarrivalTime, 1, customers).map(({wait}) => wait)).flat();
      const truth = Float64Array.from(all).sort()[Math.ceil(0.9 * all.length) - 1];
      const model = handMadeModel({isDay: false, within: [], percentiles: [0.9], hasPatience: false});
      const tally = new Tally(isNightly ? 2000 : 400);
      for (let e = 0; e < tally.experiments; e++) {
        const collector = collectedFrom(
          model,
          Array.from({length: 100}, (_, i) =>
            handMade(model, i, {people: mm1(chance, interarrivalTime, 1, customers).map(({wait}) => ({wait}))}),
          ),
        );
        tally.count("ours", claimBy(collector, "waitTime", {statistic: "p90"}), truth);
        tally.count("sectioning", sectioningOf(collector, "p90", "waitTime"), truth);
      }
      tell("90 % quantile of waits, 100 days of 40, 95 %", tally, "sectioning", "ours");
      expect(tally.share("sectioning")).toBeLessThan(0.87);
      expect(tally.share("ours")).toBeGreaterThan(0.92);
    },
    LONG,
  );
});

describe("days of different size, 30 of them, 95 % intervals", () => {
  /*
   * A day's busyness B is lognormal with mean 1 and cv 0.3; 100 B customers on average, each waits an exponential time of
   * mean 10 B: E Σ waits / E customers = 10 E B² / E B = 10 (1 + 0.09).
   */
  test(
    "the mean wait over customers covers .94; a mean of the days' means would miss three times in ten",
    () => {
      const model = handMadeModel({isDay: false, within: [], percentiles: [], hasPatience: false});
      const chance = new Chance(30);
      const tally = new Tally(isNightly ? 10_000 : 2000);
      const sigma = Math.sqrt(Math.log(1.09));
      for (let e = 0; e < tally.experiments; e++) {
        const means: number[] = [];
        const collector = collectedFrom(
          model,
          Array.from({length: 30}, (_, i) => {
            const normal = Math.sqrt(2 * chance.exponential(1)) * Math.cos(2 * Math.PI * chance.uniform());
            const busyness = Math.exp(sigma * normal - (sigma * sigma) / 2);
            const people: {wait: number; sojourn: number}[] = [];
            for (let at = chance.exponential(1); at < 100 * busyness; at += chance.exponential(1))
              people.push({wait: chance.exponential(10 * busyness), sojourn: 0});
            means.push(people.reduce((sum, {wait}) => sum + wait, 0) / people.length);
            return plainRow(model, i, people);
          }),
        );
        tally.count("ours", claimBy(collector, "waitTime"), 10.9);
        const mean = means.reduce((sum, x) => sum + x, 0) / 30;
        const spread = spreadOf(means.map((x) => x - mean));
        if (spread !== null) tally.count("mean of means", intervalAround(mean, spread, 0.95), 10.9);
      }
      tell("mean wait over customers, 30 days of different size, 95 %", tally, "mean of means", "ours");
      expect(tally.share("ours")).toBeGreaterThan(0.925);
      expect(tally.share("ours")).toBeLessThan(0.965);
      expect(tally.share("mean of means")).toBeLessThan(0.75);
    },
    LONG,
  );
});

/** The interval we do not use: replication quantiles about the pooled one, weighted by people. */
function sectioningOf(collector: Collector, statistic: string, metric = "sojournTime"): {low: number; high: number} {
  const measure = collector.overall.find(
    (m) => m.metric === metric && m.statistic === statistic && (m.population === "all" || metric === "sojournTime"),
  );
  if (measure?.formula.kind !== "quantile") throw new Error("no such quantile");
  const {value} = evaluate(measure.formula, collector);
  const {column} = measure.formula;
  const residuals = Float64Array.from({length: collector.count}, (_, i) => collector.at(i, column!) - (value ?? Number.NaN));
  const spread = spreadOf(residuals);
  if (value === null || spread === null) throw new Error("nobody");
  return intervalAround(value, spread, 0.95, "never");
}
