/** Estimates of what the simulator made, against theory; seed 2026, fixed beforehand. */
import {describe, expect, test} from "vitest";
import {compare} from "../../src/comparison/index.ts";
import {Collector, type EstimateRow, estimate, estimateOf} from "../../src/estimate/index.ts";
import {compileModel} from "../../src/model/compile.ts";
import {simulate} from "../../src/replication/simulate.ts";
import type {Goal} from "../../src/scenario/scenario.ts";
import {exponential, type GivenScenario, lognormal, scenarioOf} from "../builders.ts";
import "../matchers.ts";

function collected(given: GivenScenario, count: number, options: {design?: string; goals?: Goal[]; chunk?: number} = {}) {
  const {design = "as it is", goals = [], chunk = count} = options;
  const scenario = {...scenarioOf(given), goals};
  const model = compileModel(scenario);
  const collector = new Collector(model, {design, goals, costs: scenario.costs});
  for (let first = 0; first < count; first += chunk)
    for (const replication of simulate(model, first, Math.min(chunk, count - first))) collector.take(replication);
  return collector;
}

describe("a line that only grows is told, however idle its servers look", () => {
  const run = {length: 200 * 3600, warmUp: 20 * 3600};
  const kinds = (given: GivenScenario) => estimate(collected({run, ...given}, 20)).cautions.map(({kind}) => kind);
  const one = (walk: number, rate: number) => kinds({arrivals: {rate}, station: {service: exponential(240), walk: {first: walk, each: 0}}});

  test("because the walk holds the server: 13 an hour, 4 min of service and 1 min of walking", () => {
    expect(one(60, 13 / 3600)).toContain("growing");
    expect(one(60, 11 / 3600)).not.toContain("growing"); // 0.92 of the time
    expect(one(0, 13 / 3600)).not.toContain("growing");
  });

  test("because others may not use the express lanes, which stand idle", () => {
    const lanes = (express: number) =>
      kinds({
        arrivals: {rate: 40 / 3600},
        station: {
          servers: 4,
          line: "each",
          service: exponential(240),
          express: {lanes: express, under: 60, for: [], use: "if shorter", idle: "wait"},
        },
      });
    expect(lanes(2)).toContain("growing");
    expect(lanes(1)).not.toContain("growing");
  });
});

describe("four servers, 4 min each, occupancy 0.9, for ever", () => {
  const model = compileModel(
    scenarioOf({
      arrivals: {rate: 0.9 / 60},
      station: {servers: 4, service: exponential(240)},
      run: {length: 500 * 3600, warmUp: 20 * 3600},
    }),
  );
  const run = simulate(model, 0, 20);
  const of = (metric: string, which: Parameters<typeof estimateOf>[3] = {}) =>
    estimateOf(run, model, metric, {confidence: 0.999, ...which});
  // Erlang C: C(4, 3.6) = 0.7877; W = C · 240 / 0.4
  const waiting = 0.787754,
    wait = waiting * 600;

  test("wait 7.8775 min on average, as Erlang C says", () => {
    expect(of("waitTime")).toCover(wait);
    expect(of("waitTime")).toLieWithin4StandardErrors(wait);
    expect(of("waitTime").halfWidth).toBeLessThan(0.15 * wait);
  });

  test("the delayed wait an exponential time of mean 600 s: mean and standard deviation", () => {
    expect(of("waitTime", {population: "delayed"})).toCover(600);
    expect(of("waitTime", {population: "delayed", statistic: "sd"})).toCover(600);
    expect(of("waitTime", {population: "delayed", statistic: "p90"})).toCover(600 * Math.log(10));
    expect(of("waitTime", {statistic: "p95"})).toCover(600 * Math.log(waiting / 0.05));
  });

  test("are busy 90 % of the time; 3.6 are in service, and the line is λ times the wait", () => {
    expect(of("occupancy", {station: "counter"})).toCover(0.9);
    expect(of("numberInSystem")).toCover(3.6 + waiting * 9);
    expect(of("queueLength", {station: "counter"})).toCover(waiting * 9);
    expect(of("throughput")).toCover(0.015);
    expect(of("servers", {station: "counter"})).toMatchObject({value: 4, halfWidth: 0});
  });

  test("first come first served, nobody is overtaken: exactly", () => {
    expect(of("overtakenShare")).toMatchObject({value: 0, halfWidth: 0});
  });
});

test("of Erlang's impatient callers 10 % give up with 20 servers for 4 a minute, 5 min each, patience 3 min", () => {
  const model = compileModel(
    scenarioOf({
      arrivals: {rate: 4 / 60},
      classes: {customers: {patience: exponential(180)}},
      station: {servers: 20, service: exponential(300)},
      run: {length: 100 * 3600, warmUp: 3600},
    }),
  );
  const run = simulate(model, 0, 20);
  expect(estimateOf(run, model, "abandonShare", {confidence: 0.999})).toCover(0.1);
  expect(estimateOf(run, model, "waitTime", {confidence: 0.999})).toCover(18);
});

describe("a day at the bank", () => {
  const bank: GivenScenario = {
    opening: [32_400, 61_200],
    arrivals: {rate: 45 / 3600, mix: {regular: 0.8, business: 0.2}, busyness: 0.1},
    classes: {regular: {patience: exponential(1500)}, business: {patience: exponential(1500)}},
    station: {servers: 5, service: lognormal(360, 0.8)},
    costs: {staff: 28 / 3600, wait: 10 / 3600, lost: 6},
  };
  const goal: Goal = {
    text: "80% of customers wait at most 5 min in every half hour",
    metric: "serviceLevel",
    statistic: "within",
    within: 300,
    percentile: null,
    class: null,
    station: null,
    direction: "at least",
    bound: 0.8,
    everyHalfHour: true,
    shareOfDays: null,
  };
  const told = estimate(collected(bank, 60, {goals: [goal]}));
  const value = (metric: string, where: Partial<EstimateRow> = {}) => {
    const row = told.rows.find(
      (r) =>
        r.metric === metric &&
        Object.entries({period: null, class: null, station: null, ...where}).every(([key, x]) => r[key as keyof EstimateRow] === x),
    );
    return row?.value ?? Number.NaN;
  };

  test("is told in rows whose intervals hold their values, shares between 0 and 1, nothing unprintable", () => {
    for (const {value: x, low, high, halfWidth, unit, ...row} of told.rows) {
      const name = `${row.metric} ${row.statistic} ${row.population} ${row.class} ${row.period}`;
      for (const number of [x, low, high, halfWidth]) if (number !== null) expect(Number.isFinite(number), name).toBe(true);
      if (x === null || low === null || high === null) continue;
      expect(low, name).toBeLessThanOrEqual(x);
      expect(high, name).toBeGreaterThanOrEqual(x);
      expect(low, name).toBeGreaterThanOrEqual(0);
      if (unit === "share") expect(high, name).toBeLessThanOrEqual(1);
    }
  });

  test("has sixteen half hours, whose arrivals add up to the day's, class by class", () => {
    const periods = [...new Set(told.rows.map(({period}) => period).filter((period) => period !== null))];
    expect(periods).toHaveLength(16);
    expect(periods[0]).toBe("09:00-09:30");
    for (const row of [null, "regular", "business"]) {
      expect(periods.reduce((sum, period) => sum + value("arrivals", {period, class: row}), 0)).toBeCloseTo(
        value("arrivals", {class: row}),
        9,
      );
    }
    expect(value("arrivals", {class: "regular"}) + value("arrivals", {class: "business"})).toBeCloseTo(value("arrivals"), 9);
  });

  test("follows Little: the line is the arrival rate times the wait of all", () => {
    expect(value("queueLength", {station: "counter"})).toBeCloseTo(
      value("arrivalRate") * value("waitTime", {population: "all", statistic: "mean"}),
      9,
    );
  });

  test("costs the sum of its parts, staff being 28 an hour for every staffed hour", () => {
    const parts = ["staff", "wait", "lost"].map((statistic) => value("cost", {statistic}));
    expect(parts[0]).toBeCloseTo((value("staffedTime") * 28) / 3600, 9);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(value("cost", {statistic: "total"}), 9);
  });

  test("is judged by its worst half hour", () => {
    const levels = told.rows
      .filter(({metric, class: row, period}) => metric === "serviceLevel" && row === null && period !== null)
      .map((row) => row.value ?? 1);
    expect(told.goals[0].value).toBe(Math.min(...levels));
    expect(told.goals[0].worstPeriod).not.toBeNull();
  });

  test("is told in the same bits however its replications were cut into chunks", () => {
    const whole = JSON.stringify(told);
    for (const chunk of [1, 7, 60]) expect(JSON.stringify(estimate(collected(bank, 60, {goals: [goal], chunk})))).toBe(whole);
  });

  test("is better with one line than with lines at random, and the pairing narrows the doubt", () => {
    const lines: GivenScenario = {...bank, station: {...bank.station, line: "each", join: "at random"}};
    const one = collected(bank, 60, {design: "one line"}),
      each = collected(lines, 60, {design: "five lines, at random"});
    const {rows, estimates} = compare([one, each]);
    const row = rows.find(
      ({metric, statistic, population, class: of}) => metric === "waitTime" && statistic === "mean" && population === "all" && of === null,
    );
    expect(row).toMatchObject({design: "five lines, at random", against: "one line", significant: true});
    expect(row?.difference).toBeGreaterThan(0);
    const alone = estimates.map(
      ({rows: all}) => all.find(({metric, statistic}) => metric === "waitTime" && statistic === "mean")?.halfWidth ?? 0,
    );
    expect(row?.halfWidth).toBeLessThan(Math.sqrt(alone[0] ** 2 + alone[1] ** 2));
  });
});
