/** Gini index and mean of the worst tenth, of populations small enough to be worked out by hand, and their intervals against the jackknife. */
import {expect, test} from "vitest";
import {evaluate} from "../../src/estimate/formula.ts";
import {gini, worstShare} from "../../src/estimate/inequality.ts";
import {Collector} from "../../src/estimate/index.ts";
import {spreadOf} from "../../src/estimate/interval.ts";
import {PooledHistogram} from "../../src/estimate/pooled-histogram.ts";
import {compileModel} from "../../src/model/compile.ts";
import {Histogram} from "../../src/replication/histogram.ts";
import {simulate} from "../../src/replication/simulate.ts";
import {exponential, scenarioOf} from "../builders.ts";

const BUCKET = 1 / 512; // what a wait is read back to, relative to itself

function peopleOf(waits: readonly number[]): PooledHistogram {
  const histogram = new Histogram();
  for (const wait of waits) histogram.add(wait);
  const people = new PooledHistogram();
  people.add(histogram.take());
  return people;
}

/** Mean difference of two people's waits over twice the mean: the definition. */
function giniByPairs(waits: readonly number[]): number {
  const total = waits.reduce((sum, wait) => sum + wait, 0);
  const differences = waits.reduce((sum, a) => sum + waits.reduce((part, b) => part + Math.abs(a - b), 0), 0);
  return differences / (2 * waits.length * total);
}

test("all alike: 0; one waits for four: 3/4; nobody waits: no number", () => {
  expect(gini(peopleOf([64, 64, 64]))?.value).toBe(0);
  expect(gini(peopleOf([0, 0, 0, 64]))?.value).toBe(0.75);
  expect(gini(peopleOf([0, 0]))).toBeNull();
  expect(gini(peopleOf([]))).toBeNull();
});

test("of any waits it is the mean difference of pairs over twice the mean", () => {
  const waits = [0, 0, 3, 5, 8, 13, 21, 34, 55, 89, 144, 144];
  expect(Math.abs((gini(peopleOf(waits))?.value ?? 0) - giniByPairs(waits))).toBeLessThan(2 * BUCKET);
});

test("the worst tenth of twenty people are two; of fifteen, one and half of the next", () => {
  const waits = Array.from({length: 20}, (_, i) => i);
  const worst = (...people: number[]) => worstShare(peopleOf(people), 0.1)?.value ?? 0;
  expect(Math.abs(worst(...waits.slice(0, 18), 32, 64) / 48 - 1)).toBeLessThan(BUCKET);
  expect(Math.abs(worst(...waits.slice(0, 13), 32, 64) / ((64 + 0.5 * 32) / 1.5) - 1)).toBeLessThan(BUCKET);
  expect(worstShare(peopleOf([]), 0.1)).toBeNull();
});

test("where fewer than a tenth wait, the rest of the worst tenth waited nothing", () => {
  expect(worstShare(peopleOf([...Array.from({length: 39}, () => 0), 64]), 0.1)?.value).toBe(16);
});

test.for(["gini", "worst"] as const)("%s: the standard error is that of the jackknife over replications", (kind) => {
  const model = compileModel(scenarioOf({opening: [0, 4000], arrivals: {rate: 0.1}, station: {service: exponential(9)}}));
  const days = simulate(model, 0, 60);
  const formula = kind === "gini" ? ({kind, group: 0, pool: "all"} as const) : ({kind, group: 0, pool: "all", share: 0.1} as const);
  const found = (without: number) => {
    const collector = new Collector(model, {design: "d"});
    days.filter(({index}) => index !== without).forEach((day, index) => collector.take({...day, index}));
    return evaluate(formula, collector);
  };
  const all = found(-1);
  const leftOut = days.map(({index}) => found(index).value ?? 0);
  const mean = leftOut.reduce((sum, value) => sum + value, 0) / leftOut.length;
  const jackknife = Math.sqrt(leftOut.reduce((sum, value) => sum + (value - mean) ** 2, 0) * ((days.length - 1) / days.length));
  const own = spreadOf(all.residuals ?? [])?.standardError ?? 0;
  expect(own / jackknife).toBeGreaterThan(0.95);
  expect(own / jackknife).toBeLessThan(1.05);
  expect(Math.abs([...(all.residuals ?? [])].reduce((sum, z) => sum + z, 0))).toBeLessThan(1e-6 * days.length * (all.value ?? 0));
});
