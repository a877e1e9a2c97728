import {describe, expect, test} from "vitest";
import {Collector, estimate, estimateOf} from "../../src/estimate/index.ts";
import {jackknifeRatio} from "../../src/estimate/jackknife.ts";
import * as sums from "../../src/replication/row.ts";
import type {Costs} from "../../src/scenario/scenario.ts";
import "../matchers.ts";
import {handMadeModel, handMadeRun, type History, type Person} from "./hand-made.ts";
import {Chance, mm1} from "./lindley.ts";

const served = (...waits: number[]): Person[] => waits.map((wait) => ({wait}));

function collect(model: ReturnType<typeof handMadeModel>, histories: (History | Person[])[], costs: Costs | null = null) {
  const collector = new Collector(model, {design: "as it is", costs});
  for (const replication of handMadeRun(model, histories)) collector.take(replication);
  return collector;
}

describe("a mean over customers", () => {
  const model = handMadeModel();
  // Monday one customer waits 60 s; Tuesday three wait 0, 10 and 20 s.
  const run = handMadeRun(model, [served(60), served(0, 10, 20)]);

  test("counts customers, not days: 22.5 s, where the mean of the days' means is 35 s", () => {
    expect(estimateOf(run, model, "waitTime").value).toBe(22.5);
  });

  test("has the linearised residuals' interval: z = (y - r x) / x̄ = ±18.75, ± 12.7062 · 18.75", () => {
    // s² = 2·18.75², se = s/√2 = 18.75; t(0.975, 1) = 12.7062
    const wait = estimateOf(run, model, "waitTime");
    expect(wait.standardError).toBeCloseTo(18.75, 12);
    expect(wait.halfWidth).toBeCloseTo(12.706204736 * 18.75, 6);
  });

  test("cannot be less than nothing, yet its half width is not cut", () => {
    const wait = estimateOf(run, model, "waitTime");
    expect(wait.low).toBe(0);
    expect(wait.high).toBeCloseTo(22.5 + 12.706204736 * 18.75, 6);
  });

  test("agrees with the jackknife to the order of 1/n", () => {
    const chance = new Chance(5);
    for (const n of [50, 200, 800]) {
      const histories = Array.from({length: n}, () =>
        served(...Array.from({length: 5 + Math.floor(20 * chance.uniform())}, () => chance.exponential(30))),
      );
      const rows = handMadeRun(model, histories);
      const linear = estimateOf(rows, model, "waitTime");
      const jackknife = jackknifeRatio(
        histories.map((day) => (day as Person[]).reduce((sum, {wait}) => sum + wait, 0)),
        histories.map((day) => (day as Person[]).length),
      );
      const error = linear.standardError ?? Number.NaN;
      expect(Math.abs((jackknife?.value ?? Number.NaN) - (linear.value ?? Number.NaN))).toBeLessThan((2 * error) / n);
      expect(Math.abs((jackknife?.spread?.standardError ?? Number.NaN) / error - 1)).toBeLessThan(3 / n);
    }
  });

  test("of one replication has a value and no interval", () => {
    expect(estimateOf(run.slice(0, 1), model, "waitTime")).toMatchObject({value: 60, halfWidth: null, low: null, high: null});
  });
});

describe("who is meant", () => {
  const model = handMadeModel({within: [20], classes: ["calm", "hasty"]});
  const day: Person[] = [
    {wait: 0},
    {wait: 10},
    {wait: 40},
    {wait: 100, class: 1},
    {wait: 5, service: null, class: 1},
    {wait: 25, service: null, class: 1},
  ];
  const run = handMadeRun(model, [day, day]);
  const of = (metric: string, which: Parameters<typeof estimateOf>[3] = {}) => estimateOf(run, model, metric, which).value;

  test("the mean wait of all, the served, the delayed and those who gave up", () => {
    expect(of("waitTime")).toBeCloseTo(180 / 6, 12);
    expect(of("waitTime", {population: "served"})).toBeCloseTo(150 / 4, 12);
    expect(of("waitTime", {population: "delayed"})).toBeCloseTo(180 / 5, 12);
    expect(of("waitTime", {population: "gave up"})).toBeCloseTo(30 / 2, 12);
  });

  test("within 20 s: of all 3 of 6, of the served 2 of 4, of the delayed 2 of 5, of those who gave up 1 of 2", () => {
    const statistic = "within 20 s";
    expect(of("waitTime", {statistic})).toBe(3 / 6);
    expect(of("waitTime", {statistic, population: "served"})).toBe(2 / 4);
    expect(of("waitTime", {statistic, population: "delayed"})).toBe(2 / 5);
    expect(of("waitTime", {statistic, population: "gave up"})).toBe(1 / 2);
  });

  test("the service level is those answered in time of all answered or lost: 2 of 6", () => {
    expect(of("serviceLevel", {statistic: "within 20 s"})).toBe(2 / 6);
  });

  test("a class is its own people: the calm wait 50/3 s, the hasty 130/3 s", () => {
    expect(of("waitTime", {class: "calm"})).toBeCloseTo(50 / 3, 12);
    expect(of("waitTime", {class: "hasty"})).toBeCloseTo(130 / 3, 12);
    expect(of("abandonShare", {class: "hasty"})).toBeCloseTo(2 / 3, 12);
    expect(of("abandonShare", {class: "calm"})).toBe(0);
  });

  test("the standard deviation is of the customers: √(Σw²/n - mean²)", () => {
    expect(of("waitTime", {statistic: "sd"})).toBeCloseTo(Math.sqrt((100 + 1600 + 10_000 + 25 + 625) / 6 - 900), 10);
  });

  test("time in system is of the finished", () => {
    expect(of("sojournTime")).toBeCloseTo((10 + 20 + 50 + 110) / 4, 12);
    expect(of("sojournTime", {statistic: "within 20 s"})).toBe(2 / 4);
  });

  test("percentiles are of the pooled people, recorded within 1/512", () => {
    const median = of("waitTime", {statistic: "p50"}) ?? Number.NaN;
    expect(Math.abs(median / 10 - 1)).toBeLessThan(1 / 512);
    const p90 = of("waitTime", {statistic: "p90", population: "served"}) ?? Number.NaN;
    expect(p90).toBe(100); // the longest is kept exactly
  });
});

describe("the standard deviation's interval", () => {
  test("is the delta method's: numerical derivatives of sd give the same standard error", () => {
    const model = handMadeModel();
    const chance = new Chance(11);
    const days = Array.from({length: 40}, () => Array.from({length: 3 + Math.floor(9 * chance.uniform())}, () => chance.exponential(50)));
    const claim = estimateOf(
      handMadeRun(
        model,
        days.map((day) => served(...day)),
      ),
      model,
      "waitTime",
      {statistic: "sd"},
    );
    const totals = days.map((day) => [day.length, day.reduce((a, w) => a + w, 0), day.reduce((a, w) => a + w * w, 0)]);
    const mean = [0, 1, 2].map((k) => totals.reduce((a, t) => a + t[k], 0) / 40);
    const sd = ([n, w, ww]: number[]) => Math.sqrt(ww / n - (w / n) ** 2);
    const gradient = mean.map((m, k) => {
      const h = 1e-5 * m;
      const moved = (by: number) => sd(mean.map((x, j) => (j === k ? x + by : x)));
      return (moved(h) - moved(-h)) / (2 * h);
    });
    const variance = totals.reduce((a, t) => a + gradient.reduce((b, g, k) => b + g * (t[k] - mean[k]), 0) ** 2, 0) / 39;
    expect(claim.value).toBeCloseTo(sd(mean), 10);
    expect((claim.standardError ?? 0) / Math.sqrt(variance / 40)).toBeCloseTo(1, 6);
  });

  test("of customers who all wait alike is 0 ± 0", () => {
    const model = handMadeModel();
    expect(estimateOf(handMadeRun(model, [served(7, 7), served(7)]), model, "waitTime", {statistic: "sd"})).toMatchObject({
      value: 0,
      halfWidth: 0,
    });
  });
});

describe("a percentile's interval", () => {
  // Three days: 1, 1 and 3 of 5, 5 and 10 people wait no longer than 8 s, the pooled 25th percentile.
  const days = [served(8, 16, 32, 64, 128), served(8, 16, 32, 64, 128), served(8, 8, 8, 16, 16, 32, 32, 64, 64, 128)];
  const model = handMadeModel({percentiles: [0.25]});
  const claim = estimateOf(handMadeRun(model, days), model, "waitTime", {statistic: "p25", correction: "never", confidence: 0.5});
  const bucket = 1 + 1 / 512; // a power of two is read as the middle of the bucket that begins with it

  test("is that of the share of people up to it, read back as times", () => {
    expect(claim.value).toBe(8 * bucket);
    // shares: z = (c - p n) / mean = (1 - 1.25, 1 - 1.25, 3 - 2.5) / (20/3); t(0.75, 2) = 0.816497
    const z = [-0.0375, -0.0375, 0.075];
    const error = Math.sqrt(z.reduce((sum, x) => sum + x * x, 0) / 2 / 3);
    const high = 0.25 + 0.816496581 * error;
    expect(high).toBeGreaterThan(5 / 20);
    expect(high).toBeLessThan(9 / 20); // so the 16s, the 6th to 9th shortest, are the upper end
    expect(claim.high).toBeCloseTo(16 * bucket * (1 + 1 / 512), 10);
    expect(claim.low).toBeCloseTo(8 * bucket * (1 - 1 / 512), 10);
  });

  test("of the delayed is the same however many others did not wait", () => {
    const statistic = "p25",
      population = "delayed";
    const withOthers = days.map((people, i) => [...people, ...served(...Array.from({length: 7 * i}, () => 0))]);
    const alone = estimateOf(handMadeRun(model, days), model, "waitTime", {statistic, population});
    expect(estimateOf(handMadeRun(model, withOthers), model, "waitTime", {statistic, population})).toEqual(alone);
    expect(alone.standardError).toBeGreaterThan(0);
  });

  test("has no upper end where the share's interval reaches everybody", () => {
    const wide = estimateOf(handMadeRun(model, days), model, "waitTime", {statistic: "p25", confidence: 0.9999, correction: "never"});
    expect(wide).toMatchObject({value: 8 * bucket, high: null, halfWidth: null});
  });

  test("between two kept edges mixes the shares below and above as the percentile asks", () => {
    const chance = new Chance(21);
    const fine = handMadeModel({percentiles: [0.9]});
    const waits = Array.from({length: 50}, () => Array.from({length: 40}, () => chance.exponential(100)));
    const {standardError, value} = estimateOf(
      handMadeRun(
        fine,
        waits.map((day) => served(...day)),
      ),
      fine,
      "waitTime",
      {statistic: "p90"},
    );
    // independent people: sqrt(p(1-p)/n) over the density 0.1/100 at the 90th percentile
    const theory = Math.sqrt((0.9 * 0.1) / 2000) / (0.1 / 100);
    expect(Math.abs((standardError ?? 0) / theory - 1)).toBeLessThan(0.25);
    expect(Math.abs((value ?? 0) / (100 * Math.log(10)) - 1)).toBeLessThan(0.1);
  });
});

describe("nobody there", () => {
  const model = handMadeModel();
  const collector = collect(model, [[], []]);
  const told = estimate(collector);

  test("is no number: neither 0 nor 1", () => {
    for (const row of told.rows.filter(({metric}) =>
      ["waitTime", "serviceLevel", "sojournTime", "abandonShare", "overtakenShare"].includes(metric),
    )) {
      expect(row).toMatchObject({value: null, halfWidth: null, low: null, high: null});
    }
    expect(told.rows.some(({metric}) => metric === "serviceLevel")).toBe(true);
  });

  test("is said once, not ten times", () => {
    const about = told.cautions.filter(({kind}) => kind === "nobody there").map(({subject}) => subject);
    expect(about.filter((subject) => !subject.includes("occupancy"))).toEqual(["everyone", "09:00-09:30", "09:30-10:00"]);
    expect(about).toContain("occupancy, desk");
  });

  test("of a population is said by its name", () => {
    const {cautions} = estimate(collect(model, [served(0, 0), served(0)]));
    const subjects = cautions.filter(({kind, period}) => kind === "nobody there" && period === null).map(({subject}) => subject);
    expect(subjects.filter((subject) => !subject.includes("occupancy"))).toEqual(["delayed", "gave up"]);
  });

  test("on one day of three leaves the others' mean as it is", () => {
    expect(estimateOf(handMadeRun(model, [served(10), [], served(20, 30)]), model, "waitTime").value).toBe(20);
    expect(
      estimateOf(handMadeRun(model, [served(10), [], served(20, 30)]), model, "waitTime", {statistic: "p50", population: "served"}).value,
    ).toBeCloseTo(20, 1);
  });

  test("gives no distribution", () => {
    expect(told.distributions).toEqual([]);
  });

  test("who has no patience to lose is not told about", () => {
    const calm = estimate(collect(handMadeModel({hasPatience: false}), [served(1), served(2)]));
    expect(calm.rows.some(({population}) => population === "gave up")).toBe(false);
  });
});

describe("lines and staff", () => {
  const clock = (waiting: number, system: number, busy: number, staffed: number, peak: number) => [
    {
      [sums.WAITING_AREA]: waiting,
      [sums.SYSTEM_AREA]: system,
      [sums.BUSY]: busy,
      [sums.STAFFED]: staffed,
      [sums.PEAK_WAITING]: peak,
      [sums.STAFF_OVERTIME]: staffed - 3600,
    },
  ];
  const model = handMadeModel();
  const byPeriod = [
    {[sums.WAITING_AREA]: 900, [sums.SYSTEM_AREA]: 1800, [sums.BUSY]: 900, [sums.STAFFED]: 1800},
    {[sums.WAITING_AREA]: 0, [sums.SYSTEM_AREA]: 450, [sums.BUSY]: 600, [sums.STAFFED]: 2400, [sums.STAFF_OVERTIME]: 600},
  ];
  const run = handMadeRun(model, [
    {people: served(10, 20), clock: clock(3600, 5400, 1800, 3600, 4), clockByPeriod: byPeriod, overtime: 0, placeArea: 5400},
    {people: served(10), clock: clock(0, 1800, 2400, 4800, 1), clockByPeriod: byPeriod, overtime: 1200, placeArea: 1800},
  ]);
  const of = (metric: string, which: Parameters<typeof estimateOf>[3] = {}) => estimateOf(run, model, metric, which).value;

  test("are averages over the clock: half a person waits, one is in the place", () => {
    expect(of("queueLength", {station: "desk"})).toBe(0.5);
    expect(of("numberInSystem", {station: "desk"})).toBe(1);
    expect(of("numberInSystem")).toBe(1);
  });

  test("occupancy is busy over staffed time, both summed: 4200/8400, not the mean of 1/2 and 1/2 of the days' own", () => {
    expect(of("occupancy", {station: "desk"})).toBe(4200 / 8400);
  });

  test("the longest line is averaged over the days", () => {
    expect(of("queueLength", {station: "desk", statistic: "peak"})).toBe(2.5);
  });

  test("staffed, busy and overtime are seconds a day", () => {
    expect(of("staffedTime")).toBe(4200);
    expect(of("busyTime")).toBe(2100);
    expect(of("staffOvertime")).toBe(600);
    expect(of("overtime")).toBe(600);
    expect(of("overtime", {statistic: "p50"})).toBe(0);
    expect(of("overtime", {statistic: "p90"})).toBe(1200);
  });

  test("throughput and arrivals are per second of opening, and arrivals a day", () => {
    expect(of("throughput")).toBe(3 / 7200);
    expect(of("arrivals")).toBe(1.5);
    expect(of("arrivalRate")).toBe(3 / 7200);
  });

  test("by period they are areas over the period's length, and staff without overtime", () => {
    expect(of("queueLength", {station: "desk", period: "09:00-09:30"})).toBe(0.5);
    expect(of("servers", {station: "desk", period: "09:30-10:00"})).toBe(1);
    expect(of("occupancy", {station: "desk", period: "09:30-10:00"})).toBe(0.25);
    expect(of("waitTime", {period: "09:00-09:30"})).toBeCloseTo(40 / 3, 12);
    expect(of("waitTime", {period: "09:30-10:00"})).toBeNull();
  });

  test("cost is staff, overtime, waiting and the lost, day by day", () => {
    const costs: Costs = {currency: "EUR", staff: 0.01, overtime: 0.02, wait: 0.001, lost: 5};
    const collector = collect(
      model,
      [
        {people: [...served(10, 20), {wait: 30, service: null}], refused: 1, turnedAway: 1, clock: clock(0, 0, 0, 3600, 0)},
        {people: served(10), clock: clock(0, 0, 0, 4800, 0)},
      ],
      costs,
    );
    const cost = (statistic: string) => estimate(collector).rows.find((row) => row.metric === "cost" && row.statistic === statistic);
    expect(cost("staff")).toMatchObject({unit: "EUR", value: expect.closeTo((36 + 36 + 24) / 2, 10)});
    expect(cost("wait")?.value).toBeCloseTo(0.07 / 2, 12);
    expect(cost("lost")?.value).toBeCloseTo(15 / 2, 12);
    expect(cost("total")?.value).toBeCloseTo(48 + 0.035 + 7.5, 10);
  });
});

describe("periods", () => {
  test("from nine sums say what keeping every replication says: value, interval and skewness", () => {
    const model = handMadeModel({isDay: true});
    const chance = new Chance(3);
    // all in the first period, so that the period's claim and the overall one are about the same people
    const run = handMadeRun(
      model,
      Array.from({length: 25}, () =>
        served(...Array.from({length: 1 + Math.floor(6 * chance.uniform())}, () => 1000 + chance.exponential(40) ** 3)),
      ),
    );
    for (const confidence of [0.5, 0.95]) {
      const overall = estimateOf(run, model, "waitTime", {confidence}),
        period = estimateOf(run, model, "waitTime", {confidence, period: "09:00-09:30"});
      expect(Math.abs(overall.skewness)).toBeGreaterThan(0.1); // so the cubes matter
      for (const key of ["value", "low", "high", "standardError", "skewness"] as const)
        expect((period[key] ?? 0) / (overall[key] ?? 1)).toBeCloseTo(1, 9);
    }
  });

  test("keep their digits where the mean is a million times the scatter", () => {
    const model = handMadeModel();
    const chance = new Chance(9);
    const run = handMadeRun(
      model,
      Array.from({length: 30}, () => served(1e6 + chance.uniform(), 1e6 + chance.uniform())),
    );
    const overall = estimateOf(run, model, "waitTime"),
      period = estimateOf(run, model, "waitTime", {period: "09:00-09:30"});
    expect((period.standardError ?? 0) / (overall.standardError ?? 1)).toBeCloseTo(1, 5);
  });
});

describe("folding", () => {
  const model = handMadeModel();
  const run = handMadeRun(model, [served(1), served(2), served(3)]);

  test("goes strictly in order", () => {
    const collector = new Collector(model, {design: "d"});
    collector.take(run[0]);
    expect(() => collector.take(run[2])).toThrow("replication 1 must come next, got 2");
    expect(collector.count).toBe(1);
  });

  test("refuses another model's row", () => {
    const other = handMadeRun(handMadeModel({within: [20, 60]}), [served(1)])[0];
    expect(() => new Collector(model, {design: "d"}).take(other)).toThrow(RangeError);
  });

  test("does not keep the row it was given", () => {
    const copies = handMadeRun(model, [served(1), served(2)]);
    const collector = new Collector(model, {design: "d"});
    for (const copy of copies) {
      collector.take(copy);
      copy.row.fill(99);
    }
    expect(estimate(collector).rows.find((row) => row.metric === "waitTime")?.value).toBe(1.5);
  });

  test("ten thousand bank days with sixteen periods fit in 30 MB", () => {
    const day = handMadeModel({within: [20, 300], percentiles: [0.5, 0.9, 0.95, 0.99]});
    day.measures.periodAt = Float64Array.from({length: 17}, (_, i) => 32_400 + 225 * i);
    const [one] = handMadeRun(day, [served(1, 2, 3)]);
    const before = process.memoryUsage().arrayBuffers;
    const collector = new Collector(day, {design: "d"});
    for (let index = 0; index < 10_000; index++) collector.take({...one, index});
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(30e6);
    expect(collector.count).toBe(10_000);
  });
});

describe("distributions", () => {
  const model = handMadeModel();
  const waits = mm1(new Chance(1), 100, 80, 20_000, 1000).map(({wait}) => wait);
  const {distributions} = estimate(collect(model, [served(...waits.slice(0, 10_000)), served(...waits.slice(10_000))]));
  const [{at, longer}] = distributions;

  test("are the share of people who wait longer, to the bucket", () => {
    at.forEach((t, i) => {
      const exact = waits.filter((wait) => wait > t).length / waits.length;
      const near = waits.filter((wait) => Math.abs(wait - t) <= t / 256).length / waits.length;
      expect(Math.abs(longer[i] - exact)).toBeLessThanOrEqual(near + 1e-12);
    });
  });

  test("begin with the share who wait at all and fall to nobody, in 60 to 120 round steps", () => {
    expect(longer[0]).toBe(waits.filter((wait) => wait > 0).length / waits.length);
    expect(longer[longer.length - 1]).toBeLessThan(0.001);
    for (let i = 1; i < longer.length; i++) expect(longer[i]).toBeLessThanOrEqual(longer[i - 1]);
    expect(at.length).toBeGreaterThanOrEqual(60);
    expect(at.length).toBeLessThanOrEqual(120);
    expect(at[1]).toBe(30);
  });

  test("of people who all wait 60 s step there", () => {
    const [steps] = estimate(collect(model, [served(60, 60), served(60)])).distributions;
    steps.at.forEach((t, i) => expect(steps.longer[i]).toBe(t < 60 ? 1 : 0));
    expect(steps.at.some((t) => t < 60)).toBe(true);
  });
});

test("a measure that is not there is refused with a list of those that are", () => {
  const model = handMadeModel();
  const run = handMadeRun(model, [served(1)]);
  expect(() => estimateOf(run, model, "waitTime", {statistic: "p75"})).toThrow(/p50 all/);
  expect(() => estimateOf(run, model, "utilization")).toThrow(/occupancy/);
});
