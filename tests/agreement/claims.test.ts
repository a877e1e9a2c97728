/**
 * What is said of one line and of many: speed, steadiness and fairness (four windows of 4 min, exponential times). Every sign is
 * that of a paired difference, significant at 99.9 %; sizes lie within 5 % of what is known or was measured elsewhere.
 */
import {describe, expect, test} from "vitest";
import {type ComparisonRow, compare} from "../../src/comparison/index.ts";
import type {Collector} from "../../src/estimate/index.ts";
import {exponential, type GivenStation} from "../builders.ts";
import {meanWaitInOneLine, probabilityOfWaiting} from "./formulas.ts";
import {inTheLongRun} from "./run.ts";

const DESIGNS = {
  "one line": {},
  "people switch": {line: "each", join: "shortest", switch: 2},
  "the shortest line": {line: "each", join: "shortest"},
  "a line at random": {line: "each", join: "at random"},
} satisfies Record<string, GivenStation>;
type DesignName = keyof typeof DESIGNS;

/**
 * By design: mean, standard deviation and 99th percentile of the wait in minutes, and the share of customers who are overtaken. Means of
 * the shortest line are solved (shortest-line.ts).
 */
interface Known {
  mean: number;
  sd: number;
  p99: number;
  overtaken: number;
}

function exactOfOneLine(occupancy: number): Known {
  const waiting = probabilityOfWaiting(4 * occupancy, 4);
  const delayedWait = 1 / (1 - occupancy); // min: service time over the servers that are free on average
  return {
    mean: meanWaitInOneLine(occupancy, 4, 4),
    sd: delayedWait * Math.sqrt(waiting * (2 - waiting)),
    p99: delayedWait * Math.log(100 * waiting),
    overtaken: 0,
  };
}

/** Random lines are four separate places: M/M/1. */
function exactOfRandomLines(occupancy: number): Omit<Known, "overtaken"> {
  const delayedWait = 4 / (1 - occupancy);
  return {
    mean: occupancy * delayedWait,
    sd: delayedWait * Math.sqrt(occupancy * (2 - occupancy)),
    p99: delayedWait * Math.log(100 * occupancy),
  };
}

describe.each([
  [
    0.8,
    {
      "one line": exactOfOneLine(0.8),
      "people switch": {mean: exactOfOneLine(0.8).mean, sd: 5.2, p99: 24.2, overtaken: 0.251},
      "the shortest line": {mean: 3.812537, sd: 6.1, p99: 27.2, overtaken: 0.306},
      "a line at random": {...exactOfRandomLines(0.8), overtaken: 0.615},
    },
    100_000,
  ],
  [
    0.9,
    {
      "one line": exactOfOneLine(0.9),
      "people switch": {mean: exactOfOneLine(0.9).mean, sd: 10.9, p99: 49.4, overtaken: 0.399},
      "the shortest line": {mean: 8.963353, sd: 11.6, p99: 51.9, overtaken: 0.437},
      "a line at random": {...exactOfRandomLines(0.9), overtaken: 0.702},
    },
    250_000,
  ],
] as [number, Record<DesignName, Known>, number][])("at occupancy %d", {timeout: 120_000}, (occupancy, known, customers) => {
  const run = (name: DesignName) =>
    inTheLongRun(
      {arrivals: {rate: occupancy / 60}, station: {servers: 4, service: exponential(240), ...DESIGNS[name]}},
      {replications: 30, customers, warmUp: 10_000},
      {design: name},
    );
  const runs = new Map<DesignName, Collector>();
  const runOf = (name: DesignName): Collector => {
    const made = runs.get(name) ?? run(name);
    runs.set(name, made);
    return made;
  };
  const difference = (design: DesignName, against: DesignName, metric: string, statistic: string): ComparisonRow => {
    const {rows} = compare([runOf(against), runOf(design)], {confidence: 0.999});
    const row = rows.find((one) => one.metric === metric && one.statistic === statistic && (one.population ?? "all") === "all");
    if (row === undefined) throw new RangeError(`nothing is said of ${metric} ${statistic}`);
    return row;
  };
  const expectLess = (less: DesignName, more: DesignName, metric: string, statistic: string) => {
    const row = difference(more, less, metric, statistic);
    expect(row, `${metric} ${statistic}: ${less} below ${more}`).toMatchObject({significant: true});
    expect(row.difference).toBeGreaterThan(0);
  };
  const numberOf = (design: DesignName, metric: string, statistic: string) => {
    const row = compare([runOf(design)]).estimates[0].rows.find(
      (one) => one.metric === metric && one.statistic === statistic && (one.population ?? "all") === "all",
    );
    return row?.value ?? Number.NaN;
  };
  const expectNear = (value: number, truth: number, what: string) => {
    if (process.env.SHOW_WIDTHS)
      console.log(`${occupancy} ${what}: ${value} for ${truth}, ${(100 * (value / truth - 1)).toFixed(2)} % off`);
    expect(Math.abs(value / truth - 1), `${what}: ${value} for ${truth}`).toBeLessThan(0.05);
  };
  const names = Object.keys(DESIGNS) as DesignName[];

  test("speed: one line < the shortest line < a line at random; where people switch the wait is that of one line", () => {
    expectLess("one line", "the shortest line", "waitTime", "mean");
    expectLess("people switch", "the shortest line", "waitTime", "mean");
    expectLess("the shortest line", "a line at random", "waitTime", "mean");
    const same = difference("people switch", "one line", "waitTime", "mean");
    expect(same.low).toBeLessThanOrEqual(0);
    expect(same.high).toBeGreaterThanOrEqual(0);
    expect(same.halfWidth).toBeLessThan(0.02 * 60 * known["one line"].mean);
    for (const name of names) expectNear(numberOf(name, "waitTime", "mean") / 60, known[name].mean, `mean wait, ${name}`);
  });

  test("steadiness: one line has the least standard deviation and the shortest tail", () => {
    for (const statistic of ["sd", "p99"]) {
      expectLess("one line", "people switch", "waitTime", statistic);
      expectLess("people switch", "the shortest line", "waitTime", statistic);
      expectLess("the shortest line", "a line at random", "waitTime", statistic);
    }
    // The 95th percentile is the least, or equal.
    for (const name of names.slice(1)) expect(difference(name, "one line", "waitTime", "p95").high).toBeGreaterThan(0);
    for (const name of names) {
      expectNear(numberOf(name, "waitTime", "sd") / 60, known[name].sd, `standard deviation, ${name}`);
      expectNear(numberOf(name, "waitTime", "p99") / 60, known[name].p99, `99th percentile, ${name}`);
    }
  });

  test("fairness: nobody is overtaken in one line, and most are where lines are chosen at random", () => {
    expect(numberOf("one line", "overtakenShare", "share")).toBe(0);
    expectLess("one line", "people switch", "overtakenShare", "share");
    expectLess("people switch", "the shortest line", "overtakenShare", "share");
    expectLess("the shortest line", "a line at random", "overtakenShare", "share");
    for (const name of names.slice(1)) expectNear(numberOf(name, "overtakenShare", "share"), known[name].overtaken, `overtaken, ${name}`);
  });
});
