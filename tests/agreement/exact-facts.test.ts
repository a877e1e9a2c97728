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
import {inTheLongRun, millions} from "./run.ts";

const MINUTES = 60;

describe("four servers, 4 min each, occupancy 0.9", {timeout: 120_000}, () => {
  const arrivals = {rate: 0.9 / MINUTES};
  const served = (station: GivenStation, service = exponential(4 * MINUTES)) => ({arrivals, station: {servers: 4, service, ...station}});
  const wait = meanWaitInOneLine(0.9 / MINUTES, 4 * MINUTES, 4);

  test("one line: 7.8775 min, and nobody is overtaken", () => {
    expect(wait / MINUTES).toBeCloseTo(7.8775, 4);
    const run = inTheLongRun(served({}), millions(24));
    expectToAgree(the.meanWait(run), wait);
    expect(the.overtaken(run)).toMatchObject({value: 0, halfWidth: 0});
  });

  test("a line each, chosen at random: 36 min", () => {
    expectToAgree(the.meanWait(inTheLongRun(served({line: "each", join: "at random"}), millions(24))), 36 * MINUTES);
  });

  test("lines whose people switch wait as long as one line", () => {
    expectToAgree(the.meanWait(inTheLongRun(served({line: "each", switch: 2}), millions(24))), wait);
  });

  test.for([0.5, 2])("so they do at cv %d of the service time", (cv) => {
    const service = lognormal(4 * MINUTES, cv);
    const designs = [
      inTheLongRun(served({}, service), millions(5), {design: "one line"}),
      inTheLongRun(served({line: "each", switch: 2}, service), millions(5), {design: "people switch"}),
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
      millions(24),
    );
    // Cobham: what one line waits at load 0 .. (1 - 0.9), over what the classes before and the own leave free.
    const work = wait * (1 - 0.9);
    const [high, low] = [work / (1 - 0.18), work / ((1 - 0.18) * (1 - 0.9))];
    expect([high / MINUTES, low / MINUTES].map((minutes) => minutes.toFixed(4))).toEqual(["0.9607", "9.6067"]);
    expectToAgree(the.measure("waitTime", {class: "high"})(run), high);
    expectToAgree(the.measure("waitTime", {class: "low"})(run), low);
  });
});

describe("four calls a minute, 5 min each, patience 3 min", {timeout: 120_000}, () => {
  test.for([
    [20, 10.0, 18.0],
    [22, 5.78, 10.41],
    [24, 3.02, 5.44],
    [26, 1.42, 2.55],
  ])("with %d agents the share of %d in 100 gives up, and all wait %d s on average", ([servers, percent, seconds]) => {
    const {abandonShare, waitTime} = erlangA({arrivalRate: 4 / MINUTES, serviceTime: 300, servers, patience: 180});
    expect(100 * abandonShare).toBeCloseTo(percent, 2);
    expect(waitTime).toBeCloseTo(seconds, 2);
    const run = inTheLongRun(
      {arrivals: {rate: 4 / MINUTES}, classes: {customers: {patience: exponential(180)}}, station: {servers, service: exponential(300)}},
      millions({20: 5, 22: 5, 24: 8, 26: 14}[servers] ?? 0),
    );
    expectToAgree(the.gaveUp(run), abandonShare, abandonShare < 0.05 ? 0.05 : 0.02);
    expectToAgree(the.meanWait(run), waitTime);
  });
});
