import {describe, expect, test} from "vitest";
import {compare} from "../../src/comparison/index.ts";
import {differenceOf} from "../../src/comparison/difference.ts";
import {Collector, estimateOf} from "../../src/estimate/index.ts";
import {handMadeModel, handMadeRun, type History, type Person} from "../estimate/hand-made.ts";
import {Chance} from "../estimate/lindley.ts";

const served = (...waits: number[]): Person[] => waits.map((wait) => ({wait}));

function collect(design: string, histories: (History | Person[])[], options: {isPairingLost?: boolean; stations?: string[]} = {}) {
  const model = handMadeModel({percentiles: [0.5], ...(options.stations === undefined ? {} : {stations: options.stations})});
  const collector = new Collector(model, {design, isPairingLost: options.isPairingLost ?? false});
  for (const replication of handMadeRun(model, histories)) collector.take(replication);
  return collector;
}

function meanWaits(designs: Collector[], confidence = 0.95) {
  return compare(designs, {confidence}).rows.filter(
    ({metric, statistic, population}) => metric === "waitTime" && statistic === "mean" && population === "all",
  );
}

const S1 = [12.1, 11.4, 13.0, 12.6, 11.9],
  S2 = [10.8, 11.2, 12.1, 11.5, 10.9],
  S3 = [11.0, 10.1, 11.8, 11.1, 10.6],
  S4 = [13.2, 12.9, 14.1, 13.8, 13.1];
const days = (waits: number[]) => waits.map((wait) => served(wait));
/** A sample's residuals, as the formula makes them. */
const about = (values: number[]) => {
  const value = values.reduce((sum, x) => sum + x, 0) / values.length;
  return {value, residuals: Float64Array.from(values, (x) => x - value), margin: 0};
};

describe("two designs that served the same customers", () => {
  test("differ by 0.9 ± 0.519425 where independent ones differ by 0.9 ± 0.841881", () => {
    const paired = differenceOf(about(S1), about(S2), true, 0.95, "never");
    expect(paired.difference).toBeCloseTo(0.9, 12);
    expect(paired.halfWidth).toBeCloseTo(0.519425, 6);
    expect(paired.significant).toBe(true);
    const welch = differenceOf(about(S1), about(S2), false, 0.95, "never");
    expect(welch.halfWidth).toBeCloseTo(0.841881, 6);
  });

  test("get design minus comparator, the first design being the comparator", () => {
    const [row] = meanWaits([collect("one line", days(S2)), collect("five lines", days(S1))]);
    expect(row).toMatchObject({design: "five lines", against: "one line", unit: "s"});
    expect(row.difference).toBeCloseTo(0.9, 12);
  });

  test("and are the same in every replication differ by exactly 0 ± 0", () => {
    for (const row of compare([collect("a", days(S1)), collect("b", days(S1))]).rows) {
      if (row.difference === null) continue; // nobody gave up
      expect(row).toMatchObject({difference: 0, halfWidth: 0, low: 0, high: 0, significant: false});
    }
  });

  test("and differ by nothing but the rounding of sums do not differ significantly", () => {
    const noisy = S1.map((wait, i) => served(wait * (1 + (3 + i) * 2e-16) + 1e-14));
    const [row] = meanWaits([collect("a", days(S1)), collect("b", noisy)]);
    expect(row.difference).not.toBe(0);
    expect(row.significant).toBe(false);
  });

  test("are compared day by day as ratios: the residuals' difference, by hand", () => {
    // days of 1 and 3 customers. a: waits 60 | 0 10 20, ratio 22.5; b: 40 | 0 0 10, ratio 12.5; z_a = 18.75 -18.75, z_b = 13.75 -13.75
    const a = [served(60), served(0, 10, 20)],
      b = [served(40), served(0, 0, 10)];
    const [row] = meanWaits([collect("b", b), collect("a", a)]);
    expect(row.difference).toBeCloseTo(10, 12);
    expect(row.halfWidth).toBeCloseTo(12.706204736 * 5, 6);
  });

  test("with one replication each differ by a number without an interval", () => {
    expect(meanWaits([collect("a", days([5])), collect("b", days([7]))])[0]).toMatchObject({
      difference: 2,
      halfWidth: null,
      significant: null,
    });
  });
});

describe("several designs", () => {
  const four = [collect("S1", days(S1)), collect("S2", days(S2)), collect("S3", days(S3)), collect("S4", days(S4))];

  test("against the first share the doubt: three at 98.33 % each", () => {
    const rows = meanWaits(four);
    expect(rows.map(({design}) => design)).toEqual(["S2", "S3", "S4"]);
    [S2, S3, S4].forEach((waits, i) => {
      const {halfWidth} = differenceOf(about(waits), about(S1), true, 1 - 0.05 / 3);
      expect(rows[i].halfWidth).toBeCloseTo(halfWidth ?? 0, 9);
      expect(rows[i].confidence).toBe(0.95);
    });
  });

  test("all hold their true differences together in at least 95 of 100 experiments", () => {
    // three designs equal in truth, correlated by the day: any significant difference is an error
    const chance = new Chance(17);
    const experiments = 150;
    let wrong = 0;
    for (let e = 0; e < experiments; e++) {
      const base = Array.from({length: 30}, () => chance.exponential(10));
      const designs = ["a", "b", "c", "d"].map((name) => collect(name, days(base.map((wait) => wait + chance.uniform()))));
      if (meanWaits(designs).some(({significant}) => significant === true)) wrong++;
    }
    expect(wrong / experiments).toBeLessThan(0.05 + 3.3 * Math.sqrt((0.05 * 0.95) / experiments));
  });

  test("are measured only where both measure: a station that one of them lacks is left out", () => {
    const rows = compare([collect("one desk", days(S1)), collect("two desks", days(S2), {stations: ["desk", "window"]})]).rows;
    expect(rows.some(({station}) => station === "desk")).toBe(true);
    expect(rows.some(({station}) => station === "window")).toBe(false);
  });
});

describe("a lost pairing", () => {
  const cautionsOf = (designs: Collector[]) =>
    compare(designs).estimates.map(({cautions}) => cautions.filter(({kind}) => kind === "pairing lost").length);

  test("is said, and the interval is Welch's", () => {
    const designs = [collect("a", days(S1)), collect("b", days(S2), {isPairingLost: true})];
    expect(cautionsOf(designs)).toEqual([0, 1]);
    const expected = differenceOf(about(S2), about(S1), false, 0.95);
    expect(meanWaits(designs)[0].halfWidth).toBeCloseTo(expected.halfWidth ?? 0, 9);
  });

  test("is also one of different numbers of replications", () => {
    const designs = [collect("a", days(S1)), collect("b", days(S2.slice(0, 4)))];
    expect(cautionsOf(designs)).toEqual([0, 1]);
    expect(meanWaits(designs)[0].halfWidth).toBeGreaterThan(0.6);
  });

  test("is not said of pairs", () => {
    expect(cautionsOf([collect("a", days(S1)), collect("b", days(S2))])).toEqual([0, 0]);
  });
});

test("pairing narrows a difference of percentiles too", () => {
  const chance = new Chance(4);
  const busy = Array.from({length: 60}, () => Array.from({length: 30}, () => chance.exponential(100)));
  const a = busy.map((day) => served(...day)),
    b = busy.map((day) => served(...day.map((wait) => 0.8 * wait)));
  const model = handMadeModel({percentiles: [0.5]});
  const alone = estimateOf(handMadeRun(model, a), model, "waitTime", {statistic: "p50"});
  const rows = compare([collect("b", b), collect("a", a)]).rows.filter(
    ({metric, statistic, population}) => metric === "waitTime" && statistic === "p50" && population === "all",
  );
  expect(rows[0].halfWidth).toBeLessThan(0.6 * (alone.halfWidth ?? 0));
  expect(rows[0].significant).toBe(true);
});

test("percentiles over days are paired by the day", () => {
  const chance = new Chance(6);
  const overtime = Array.from({length: 200}, () => chance.exponential(600));
  const [late, later] = [0, 120].map((more) =>
    collect(
      `${more} s later`,
      overtime.map((seconds) => ({people: served(1), overtime: seconds + more})),
    ),
  );
  const row = compare([late, later]).rows.find(({metric, statistic}) => metric === "overtime" && statistic === "p90");
  expect(row?.difference).toBeCloseTo(120, 9);
  expect(row?.halfWidth).toBeLessThan(1e-6); // every day is 120 s later
  expect(row?.significant).toBe(true);
});

test("no designs are no comparison", () => {
  expect(() => compare([])).toThrow(RangeError);
});
