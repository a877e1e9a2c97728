/**
 * What must come out, because it is known: seed 2026, fixed beforehand. Every estimate lies within four standard errors of
 * the truth, and its 99.9 % interval is at most 2 % of the value wide on either side (5 % for shares under 5 %).
 */
import {describe, expect, test} from "vitest";
import {compare} from "../../src/comparison/index.ts";
import {exponential, type GivenStation, lognormal} from "../builders.ts";
import {erlangA, meanWaitInOneLine} from "./formulas.ts";
import * as the from "./numbers.ts";
import {expectToAgree} from "./numbers.ts";
import {inTheLongRun, times} from "./run.ts";

const MINUTES = 60;

describe("four servers, 4 min each, occupancy 0.9", {timeout: 120_000}, () => {
  const arrivals = {rate: 0.9 / MINUTES};
  const served = (station: GivenStation, service = exponential(4 * MINUTES)) => ({arrivals, station: {servers: 4, service, ...station}});
  const wait = meanWaitInOneLine(0.9 / MINUTES, 4 * MINUTES, 4);

  test("one line: 7.8775 min, and nobody is overtaken", () => {
    expect(wait / MINUTES).toBeCloseTo(7.8775, 4);
    const run = inTheLongRun(served({}), times(150));
    expectToAgree(the.meanWait(run), wait);
    expect(the.overtaken(run)).toMatchObject({value: 0, halfWidth: 0});
  });

  test("a line each, chosen at random: 36 min", () => {
    expectToAgree(the.meanWait(inTheLongRun(served({line: "each", join: "at random"}), times(150))), 36 * MINUTES);
  });

  test("lines whose people switch wait as long as one line", () => {
    expectToAgree(the.meanWait(inTheLongRun(served({line: "each", switch: 2}), times(150))), wait);
  });

  test.for([0.5, 2])("so they do at cv %d of the service time", (cv) => {
    const service = lognormal(4 * MINUTES, cv);
    const designs = [
      inTheLongRun(served({}, service), times(30), {design: "one line"}),
      inTheLongRun(served({line: "each", switch: 2}, service), times(30), {design: "people switch"}),
    ];
    const difference = compare(designs, {confidence: 0.999}).rows.find(
      (row) => row.metric === "waitTime" && row.statistic === "mean" && row.population === "all",
    );
    expect(difference?.low).toBeLessThanOrEqual(0);
    expect(difference?.high).toBeGreaterThanOrEqual(0);
    expect(difference?.halfWidth).toBeLessThan(0.02 * (the.meanWait(designs[0]).value ?? 0));
  });

  test("two classes, 20 % first: 0.9607 and 9.6067 min", () => {
    const run = inTheLongRun(
      {
        arrivals: {...arrivals, mix: {high: 0.2, low: 0.8}},
        classes: {high: {priority: 1}, low: {priority: 2}},
        station: {servers: 4, service: exponential(4 * MINUTES), order: "priority"},
      },
      times(150),
    );
    // Cobham: what one line waits at load 0 .. (1 - 0.9), over what the classes before and the own leave free.
    const work = wait * (1 - 0.9);
    const [high, low] = [work / (1 - 0.18), work / ((1 - 0.18) * (1 - 0.9))];
    expect([high / MINUTES, low / MINUTES].map((minutes) => minutes.toFixed(4))).toEqual(["0.9607", "9.6067"]);
    expectToAgree(the.measure("waitTime", {class: "high"})(run), high);
    expectToAgree(the.measure("waitTime", {class: "low"})(run), low);
  });
});

describe("two servers, 1.6 customers per service time", {timeout: 120_000}, () => {
  test.for([
    ["shortest", 1.9557366176375224],
    ["round robin", 2.843979766989913],
    ["at random", 4],
  ] as const)("a line each, %s: mean wait %d", ([join, wait]) => {
    const station = {servers: 2, service: exponential(1), line: "each", join} as const;
    expectToAgree(the.meanWait(inTheLongRun({arrivals: {rate: 1.6}, station}, times(60))), wait);
  });
});

describe("three cashiers, 5 min each, one customer in 2 min", {timeout: 120_000}, () => {
  test.for([
    ["one line", 7.022471910112359, {}],
    ["the shortest line", 8.139226386424518, {line: "each", join: "shortest"}],
    ["round robin", 15.616376592899588, {line: "each", join: "round robin"}],
    ["at random", 25, {line: "each", join: "at random"}],
  ] as [string, number, GivenStation][])("%s: %d min", ([, minutes, station]) => {
    const run = inTheLongRun({arrivals: {rate: 0.5 / MINUTES}, station: {servers: 3, service: exponential(5 * MINUTES), ...station}}, times(80));
    expectToAgree(the.meanWait(run), minutes * MINUTES);
  });
});

describe("two servers of 80 s for a customer every 50 s: people waiting on average", {timeout: 120_000}, () => {
  test.for([
    ["lines chosen at random", 6.4, {line: "each", join: "at random"}],
    ["fewest waiting, ties at random", 3.2983, {line: "each", counts: "waiting", ties: "random"}],
    ["fewest waiting, ties to the left", 3.3889, {line: "each", counts: "waiting", ties: "left"}],
    ["fewest in system", 3.12917858822, {line: "each", counts: "system", ties: "random"}],
    ["one line", 2.8444444444, {}],
    ["one server twice as fast", 3.2, {servers: 1, speed: 2}],
  ] as [string, number, GivenStation][])("%s: %d", ([, waiting, station]) => {
    const run = inTheLongRun({arrivals: {rate: 1 / 50}, station: {servers: 2, service: exponential(80), ...station}}, times(80));
    expectToAgree(the.queueLength(run), waiting);
    expectToAgree(the.meanWait(run), waiting * 50);
  });
});

describe("four calls a minute, 5 min each, patience 3 min", {timeout: 120_000}, () => {
  test.for([
    [20, 10.0, 18.0],
    [22, 5.78, 10.41],
    [24, 3.02, 5.44],
    [26, 1.42, 2.55],
  ])("%d agents: %d %% give up, and the mean wait of all is %d s", ([servers, percent, seconds]) => {
    const {abandonShare, waitTime} = erlangA({arrivalRate: 4 / MINUTES, serviceTime: 300, servers, patience: 180});
    expect(100 * abandonShare).toBeCloseTo(percent, 2);
    expect(waitTime).toBeCloseTo(seconds, 2);
    const run = inTheLongRun(
      {arrivals: {rate: 4 / MINUTES}, classes: {customers: {patience: exponential(180)}}, station: {servers, service: exponential(300)}},
      times(servers < 24 ? 30 : 90),
    );
    expectToAgree(the.gaveUp(run), abandonShare, abandonShare < 0.05 ? 0.05 : 0.02);
    expectToAgree(the.meanWait(run), waitTime);
  });
});
