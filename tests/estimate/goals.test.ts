import {describe, expect, test} from "vitest";
import type {Goal} from "../../src/scenario/scenario.ts";
import {Collector, estimate} from "../../src/estimate/index.ts";
import {clopperPearson} from "../../src/estimate/proportion.ts";
import {goalOf} from "../builders.ts";
import {handMadeModel, handMadeRun, type History, type Person} from "./hand-made.ts";

const served = (...waits: number[]): Person[] => waits.map((wait) => ({wait}));

function judged(goal: Goal, histories: (History | Person[])[], made: Parameters<typeof handMadeModel>[0] = {}, confidence = 0.95) {
  const model = handMadeModel(made);
  const collector = new Collector(model, {design: "as it is", goals: [goal]});
  for (const replication of handMadeRun(model, histories)) collector.take(replication);
  return estimate(collector, {confidence}).goals[0];
}

const repeated = (n: number, ...days: Person[][]) => Array.from({length: n}, (_, i) => days[i % days.length]);

describe("a goal for the mean", () => {
  // alternating days of mean 10 and 14: mean 12, narrow
  const days = repeated(30, served(10), served(14));

  test("is met when the whole interval lies on the good side, and its bound is good", () => {
    expect(judged(goalOf({bound: 20}), days)).toMatchObject({meets: "met", value: 12});
    expect(judged(goalOf({bound: 12}), repeated(30, served(12)))).toMatchObject({meets: "met", value: 12, halfWidth: 0});
  });

  test("is missed when the whole interval lies on the bad side", () => {
    expect(judged(goalOf({bound: 11}), days).meets).toBe("missed");
  });

  test("is likely met or missed by its value when the interval holds the bound", () => {
    expect(judged(goalOf({bound: 12.1}), days).meets).toBe("likely met");
    expect(judged(goalOf({bound: 11.9}), days).meets).toBe("likely missed");
  });

  test("cannot be judged where nobody came, and is only likely from one day", () => {
    expect(judged(goalOf({}), [[], []])).toMatchObject({meets: "cannot say", value: null});
    expect(judged(goalOf({}), [served(5)])).toMatchObject({meets: "likely met", halfWidth: null});
  });

  test("of a class is about its own people", () => {
    const two = repeated(30, [{wait: 5}, {wait: 50, class: 1}], [{wait: 6}, {wait: 52, class: 1}]);
    const classes = ["calm", "hasty"];
    expect(judged(goalOf({class: "calm"}), two, {classes})).toMatchObject({meets: "met", value: 5.5});
    expect(judged(goalOf({class: "hasty"}), two, {classes})).toMatchObject({meets: "missed", value: 51});
  });

  test("names a class that is not there", () => {
    expect(() => judged(goalOf({class: "urgent"}), [served(1)], {classes: ["calm", "hasty"]})).toThrow(
      'there is no class "urgent"; there are calm, hasty',
    );
  });
});

describe("a goal for a share", () => {
  const mixed: Person[] = [{wait: 5}, {wait: 15}, {wait: 30}, {wait: 1, service: null}];

  test("of the service level counts those who gave up as not answered: 2 of 4", () => {
    expect(
      judged(goalOf({metric: "serviceLevel", statistic: "within", within: 20, direction: "at least", bound: 0.8}), repeated(30, mixed)),
    ).toMatchObject({value: 0.5, meets: "missed"});
  });

  test("of waits counts them by their wait: 3 of 4", () => {
    expect(
      judged(goalOf({metric: "waitTime", statistic: "within", within: 20, direction: "at least", bound: 0.7}), repeated(30, mixed)),
    ).toMatchObject({value: 0.75, meets: "met"});
  });

  test("who give up: at most 30 % holds for one in four, 20 % does not", () => {
    expect(judged(goalOf({metric: "abandonShare", statistic: "share", bound: 0.3}), repeated(30, mixed)).meets).toBe("met");
    expect(judged(goalOf({metric: "abandonShare", statistic: "share", bound: 0.2}), repeated(30, mixed)).meets).toBe("missed");
  });

  test("three customers all in time are not enough to be sure of 80 %, a hundred are", () => {
    const goal = goalOf({metric: "serviceLevel", statistic: "within", within: 20, direction: "at least", bound: 0.8});
    expect(judged(goal, [served(1), served(1), served(1)])).toMatchObject({value: 1, meets: "likely met"});
    expect(judged(goal, repeated(100, served(1)))).toMatchObject({value: 1, meets: "met"});
  });

  test("within a time that was not recorded is refused", () => {
    expect(() =>
      judged(goalOf({metric: "serviceLevel", statistic: "within", within: 33, direction: "at least", bound: 0.8}), [served(1)]),
    ).toThrow(/33 s/);
  });
});

describe("a goal for a percentile", () => {
  test("takes the pooled percentile and its interval", () => {
    const days = Array.from({length: 40}, (_, i) => served(...Array.from({length: 20}, (__, k) => 10 + k + (i % 3))));
    const verdict = judged(goalOf({statistic: "percentile", percentile: 0.9, bound: 60}), days, {percentiles: [0.5, 0.9]});
    expect(verdict.meets).toBe("met");
    expect(verdict.value).toBeGreaterThan(27);
    expect(verdict.value).toBeLessThan(30);
  });

  test("of overtime is over days, and needs enough of them for an upper end", () => {
    const days = (n: number): History[] => Array.from({length: n}, (_, i) => ({people: [], overtime: i}));
    const goal = goalOf({metric: "overtime", statistic: "percentile", percentile: 0.9, bound: 96});
    expect(judged(goal, days(100))).toMatchObject({value: 89, low: 83, high: 95, meets: "met"}); // the 84th and 96th of 0 ... 99
    expect(judged({...goal, bound: 89}, days(100)).meets).toBe("likely met");
    expect(judged(goal, days(10))).toMatchObject({value: 8, high: null, halfWidth: null, meets: "likely met"});
  });
});

describe("in every half hour", () => {
  const goal = goalOf({everyHalfHour: true, bound: 20});
  const day = (first: number, second: number): Person[] => [
    {wait: first, period: 0},
    {wait: second, period: 1},
  ];

  test("the worst half hour is the answer", () => {
    expect(judged(goal, repeated(30, day(5, 14), day(6, 15)))).toMatchObject({worstPeriod: "09:30-10:00", value: 14.5, meets: "met"});
  });

  test("one half hour surely missed is a goal missed, however good the day", () => {
    const days = repeated(30, day(0, 40), day(0, 41));
    expect(judged(goalOf({bound: 21}), days).meets).toBe("met");
    expect(judged(goal, days)).toMatchObject({worstPeriod: "09:30-10:00", meets: "missed"});
  });

  test("shares its doubt: two half hours are judged at 97.5 % each for 95 % together", () => {
    const days = repeated(30, day(10, 20), day(12, 28));
    const together = judged(goal, days),
      alone = judged(
        goalOf({bound: 20}),
        days.map((people) => people.slice(1)),
        {},
        0.975,
      );
    expect(together.halfWidth).toBeCloseTo(alone.halfWidth ?? 0, 10);
    expect(together.halfWidth).toBeGreaterThan(
      1.05 *
        (judged(
          goalOf({bound: 20}),
          days.map((people) => people.slice(1)),
        ).halfWidth ?? 0),
    );
  });

  test("a half hour without anybody promises nothing", () => {
    expect(judged(goal, repeated(30, [{wait: 3, period: 0}]))).toMatchObject({worstPeriod: "09:00-09:30", meets: "met"});
    expect(judged(goal, [[], []])).toMatchObject({worstPeriod: null, meets: "cannot say"});
  });

  test("cannot be asked of a percentile, and that is said before anything is simulated", () => {
    const goals = [goalOf({statistic: "percentile", percentile: 0.9, everyHalfHour: true})];
    expect(() => new Collector(handMadeModel(), {design: "d", goals})).toThrow(/share that waits within a time/);
  });

  test("judges what is not reported by period too, if the collector knew", () => {
    const sojourn = goalOf({
      metric: "sojournTime",
      statistic: "within",
      within: 20,
      direction: "at least",
      bound: 0.9,
      everyHalfHour: true,
    });
    expect(judged(sojourn, repeated(30, day(5, 15)))).toMatchObject({value: 0, worstPeriod: "09:30-10:00", meets: "missed"});
    const model = handMadeModel();
    const collector = new Collector(model, {design: "d"});
    for (const replication of handMadeRun(model, repeated(3, day(5, 15)))) collector.take(replication);
    expect(() => estimate(collector, {goals: [sojourn]})).toThrow(/was not told of the goal/);
  });
});

describe("on a share of days", () => {
  const goal = goalOf({bound: 20, shareOfDays: 0.9});

  test("counts days: 97 of 100 days held, which proves 90 % and does not prove 95 %", () => {
    const days = Array.from({length: 100}, (_, i) => served(i < 3 ? 1000 : 5));
    const {low, high} = clopperPearson(97, 100, 0.95);
    expect(judged(goal, days)).toMatchObject({shareOfDays: 0.97, value: 0.97, low, high, meets: "met"});
    expect(judged({...goal, shareOfDays: 0.95}, days).meets).toBe("likely met");
    expect(judged({...goal, shareOfDays: 0.98}, days).meets).toBe("likely missed");
    expect(judged({...goal, shareOfDays: 0.995}, days).meets).toBe("missed");
  });

  test("leaves out days without anybody", () => {
    expect(judged(goal, [...repeated(50, served(5)), ...repeated(50, [])])).toMatchObject({
      shareOfDays: 1,
      low: clopperPearson(50, 50, 0.95).low,
    });
  });

  test("takes each day's own percentile", () => {
    const days = [...repeated(10, served(1, 1, 1, 1, 50)), ...repeated(30, served(1, 50, 50))];
    expect(judged(goalOf({statistic: "percentile", percentile: 0.5, bound: 20, shareOfDays: 0.5}), days)).toMatchObject({
      shareOfDays: 0.25,
    });
  });

  test("of overtime is the days that closed in time", () => {
    const days: History[] = Array.from({length: 40}, (_, i) => ({people: [], overtime: i < 10 ? 3600 : 600}));
    expect(
      judged(goalOf({metric: "overtime", statistic: "percentile", percentile: 0.9, bound: 1800, shareOfDays: 0.9}), days),
    ).toMatchObject({shareOfDays: 0.75, meets: "missed"});
  });

  test("in every half hour: a day counts if each of its half hours held", () => {
    const good: Person[] = [
        {wait: 5, period: 0},
        {wait: 5, period: 1},
      ],
      bad: Person[] = [
        {wait: 0, period: 0},
        {wait: 30, period: 1},
      ],
      quiet: Person[] = [{wait: 7, period: 0}];
    expect(judged(goalOf({bound: 20, shareOfDays: 0.5, everyHalfHour: true}), repeated(40, good, bad, quiet, quiet))).toMatchObject({
      shareOfDays: 0.75,
      meets: "met",
    });
  });
});
