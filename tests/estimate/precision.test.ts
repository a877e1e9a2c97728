/**
 * Replications until an interval is narrow enough: when the rule stops, and how often what it stopped at holds the truth.
 *
 *   COVERAGE=nightly npx vitest run tests/estimate/precision.test.ts   ten times the experiments, and the table printed
 */
import {afterAll, describe, expect, test} from "vitest";
import {claimBy, Collector} from "../../src/estimate/index.ts";
import {type Correction, intervalAround, spreadFromSums} from "../../src/estimate/interval.ts";
import {PrecisionRule, PrecisionWatch} from "../../src/estimate/precision.ts";
import {clopperPearson} from "../../src/estimate/proportion.ts";
import {compileModel} from "../../src/model/compile.ts";
import {simulate} from "../../src/replication/simulate.ts";
import {exponential, scenarioOf} from "../builders.ts";
import {Chance} from "./lindley.ts";

const isNightly = process.env.COVERAGE === "nightly";
const LONG = 1_800_000;

describe("when to stop", () => {
  const rule = new PrecisionRule({relative: 0.1, most: 35});
  const narrow = {value: 11, halfWidth: 1},
    wide = {value: 11, halfWidth: 1.001};

  test("looks after 20, then after every 10, and at the last", () => {
    expect(Array.from({length: 35}, (_, i) => i + 1).filter((count) => rule.isDue(count))).toEqual([20, 30, 35]);
  });

  test("10 % of the mean is reached at a half width of one eleventh of the estimate, and not above", () => {
    expect(rule.judge(20, narrow)).toBe("reached");
    expect(rule.judge(20, wide)).toBe("go on");
    expect(rule.judge(35, wide)).toBe("not reached");
    expect(rule.judge(35, narrow)).toBe("reached");
  });

  test("between looks it goes on, however narrow the interval", () => {
    expect(rule.judge(29, {value: 11, halfWidth: 0})).toBe("go on");
  });

  test("a mean of 0, nobody there, or no interval: never precise", () => {
    for (const standing of [
      {value: 0, halfWidth: 0},
      {value: null, halfWidth: null},
      {value: 11, halfWidth: null},
    ]) {
      expect(rule.judge(30, standing)).toBe("go on");
      expect(rule.judge(35, standing)).toBe("not reached");
    }
  });

  test("the sign of the mean does not matter", () => {
    expect(rule.isReached({value: -11, halfWidth: 1})).toBe(true);
  });

  test("no precision, and half a round, are refused", () => {
    expect(() => new PrecisionRule({relative: 0, most: 10})).toThrow("relative must be above 0, got 0");
    expect(() => new PrecisionRule({relative: 0.1, round: 2.5, most: 10})).toThrow("round must be a whole number of 1 or more, got 2.5");
  });
});

describe("several designs at once", () => {
  const modelOf = (mean: number) =>
    compileModel(scenarioOf({arrivals: {rate: 1}, station: {service: exponential(mean)}, run: {customers: 100}}));
  const models = [modelOf(0.5), modelOf(0.9)];
  const until = {text: "±10% of mean wait", metric: "waitTime", relative: 0.1} as const;

  test("goes on until the least precise is there, stands as the estimates do, and hears nothing more", () => {
    const watch = new PrecisionWatch(models, until, 2000, 0.95);
    const collectors = models.map((model) => new Collector(model, {design: ""}));
    const histories = models.map((model) => simulate(model, 0, 600));
    let taken = 0;
    while (watch.verdict === "go on") {
      const designs = histories.map((history) => history[taken]);
      collectors.forEach((collector, i) => collector.take(designs[i]));
      watch.take(designs);
      taken++;
    }
    const {value, halfWidth} = claimBy(collectors[1], "waitTime");
    const {design, ...standing} = watch.standing();
    expect(watch.verdict).toBe("reached");
    expect(taken % 10).toBe(0);
    expect(design).toBe(1); // the busier queue
    expect(standing.value).toBeCloseTo(value ?? Number.NaN, 12);
    expect(standing.halfWidth).toBeCloseTo(halfWidth ?? Number.NaN, 12);
    expect(standing.halfWidth ?? Number.NaN).toBeLessThanOrEqual((0.1 / 1.1) * (standing.value ?? Number.NaN));
    watch.take(histories.map((history) => history[599]));
    expect(watch.standing()).toEqual({design, ...standing});
  });

  test("at the most it admits that it was not reached", () => {
    const watch = new PrecisionWatch(models, {...until, relative: 0.001}, 25, 0.95);
    const histories = models.map((model) => simulate(model, 0, 25));
    const verdicts = Array.from({length: 25}, (_, i) => watch.take(histories.map((history) => history[i])));
    expect(verdicts.slice(0, 24)).toEqual(new Array(24).fill("go on"));
    expect(verdicts[24]).toBe("not reached");
  });
});

const table: string[] = [];
afterAll(() => {
  if (isNightly) console.log(table.join("\n"));
});

/*
 * The published figures start with 10 replications, look after each, and take Student's t at 90 %. Ours start with 20, look after
 * every 10, and correct for skewness.
 */
describe("the mean wait of the first 25 customers, M/M/1 at 0.9, to a given precision", () => {
  const truth = 2.12448935;

  test.each(
    [
      {relative: 0.2, first: 10, round: 1, correction: "never", confidence: 0.9, coverage: 0.877, count: 62.6},
      {relative: 0.1, first: 10, round: 1, correction: "never", confidence: 0.9, coverage: 0.8945, count: 213.4},
      {relative: 0.05, first: 10, round: 1, correction: "never", confidence: 0.9, coverage: 0.896, count: 781.1},
      {relative: 0.1, first: 20, round: 10, correction: "when it matters", confidence: 0.9, coverage: 0.902, count: 221},
      {relative: 0.1, first: 20, round: 10, correction: "when it matters", confidence: 0.95, coverage: 0.949, count: 311},
    ].filter(({relative}) => isNightly || relative >= 0.1) as {
      relative: number;
      first: number;
      round: number;
      correction: Correction;
      confidence: number;
      coverage: number;
      count: number;
    }[],
  )(
    "±$relative, from $first on by $round, $confidence asked: covers $coverage with $count replications",
    ({relative, first, round, correction, confidence, coverage, count}) => {
      const rule = new PrecisionRule({relative, first, round, most: 1_000_000});
      const chance = new Chance(Math.floor(1000 * relative) + first);
      const experiments = Math.floor((isNightly ? 10_000 : 1500) * Math.min(1, relative / 0.1));
      let covered = 0,
        all = 0,
        allSquared = 0;
      for (let e = 0; e < experiments; e++) {
        // Sums about 2, near the mean: their third powers do not cancel.
        let n = 0,
          sum = 0,
          squares = 0,
          cubes = 0;
        for (;;) {
          const x = meanOfFirst25(chance) - 2;
          n++;
          sum += x;
          squares += x * x;
          cubes += x * x * x;
          if (!rule.isDue(n)) continue;
          const mean = sum / n;
          const spread = spreadFromSums(n, squares - n * mean * mean, cubes - 3 * mean * squares + 2 * n * mean * mean * mean);
          if (spread === null) throw new Error("no spread");
          const {low, high, halfWidth} = intervalAround(mean + 2, spread, confidence, correction);
          if (rule.judge(n, {value: mean + 2, halfWidth}) !== "reached") continue;
          if (low <= truth && truth <= high) covered++;
          all += n;
          allSquared += n * n;
          break;
        }
      }
      const share = covered / experiments;
      table.push(
        `| first 25 waits to ±${relative}, from ${first} by ${round}, ${correction}, ${confidence} | ${share.toFixed(4)} | ${(all / experiments).toFixed(1)} | ${experiments} |`,
      );
      const {low, high} = clopperPearson(covered, experiments, 0.999);
      expect([low <= coverage, coverage <= high], `${share} of ${experiments}`).toEqual([true, true]);
      const scatter = Math.sqrt(allSquared / experiments - (all / experiments) ** 2);
      expect(Math.abs(all / experiments - count)).toBeLessThan((4 * scatter) / Math.sqrt(experiments));
      if (isNightly && correction === "never") expect(Math.abs(share - coverage)).toBeLessThanOrEqual(0.02);
    },
    LONG,
  );
});

function meanOfFirst25(chance: Chance): number {
  let wait = 0,
    sum = 0;
  for (let i = 0; i < 25; i++) {
    sum += wait;
    wait = Math.max(0, wait + chance.exponential(0.9) - chance.exponential(1));
  }
  return sum / 25;
}
