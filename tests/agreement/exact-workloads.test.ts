/**
 * The workloads of the benchmark, and the spread of waits under three orders of service. Exact values where there are any;
 * elsewhere those of an independent program, whose own uncertainty (95 % half-widths) is part of the comparison.
 */
import {describe, expect, test} from "vitest";
import {SERVED, BUSY} from "../../src/replication/row.ts";
import type {Order} from "../../src/scenario/scenario.ts";
import {exponential, lognormal, visit} from "../builders.ts";
import * as the from "./numbers.ts";
import {distance, expectToAgree, relativeWidth} from "./numbers.ts";
import {collect, inTheLongRun, millions} from "./run.ts";

describe("benchmark workloads", {timeout: 120_000}, () => {
  test("W2, ten servers at 0.9: mean wait 0.668731524, and so is the share that waits", () => {
    const run = inTheLongRun({arrivals: {rate: 9}, station: {servers: 10, service: exponential(1)}}, millions(24));
    expectToAgree(the.meanWait(run), 0.668731524107697);
    expectToAgree(the.delayed(run), 0.668731524107697);
  });

  test("W3, five stations of two servers in a row: each is M/M/2 at 0.8, 13.8889 in all", () => {
    const names = ["1", "2", "3", "4", "5"];
    const run = inTheLongRun(
      {
        arrivals: {rate: 1.6, route: "row"},
        stations: Object.fromEntries(names.map((name) => [name, {servers: 2, service: exponential(1)}])),
        routes: {row: names.map((name, i) => visit(`at ${name}`, name, names[i + 1] === undefined ? null : `at ${names[i + 1]}`))},
      },
      millions(10),
    );
    expectToAgree(the.meanSojourn(run), 125 / 9);
    for (const station of names) expectToAgree(the.measure("waitTime", {station})(run), 16 / 9);
  });

  test("W4, a bank day with two classes, impatience and shifts", () => {
    const HOUR = 3600;
    const rates = [20, 35, 50, 65, 80, 95, 110, 120, 115, 105, 95, 90, 95, 105, 100, 85, 70, 50, 35, 20];
    const staff = [2, 4, 5, 6, 6, 5, 6, 6, 4, 2];
    const run = collect(
      {
        opening: [0, 10 * HOUR],
        arrivals: {rate: rates.map((rate, i) => [i * 1800, rate / HOUR]), mix: {high: 0.2, low: 0.8}},
        classes: {
          high: {priority: 1, patience: exponential((2 / 15) * HOUR)},
          low: {priority: 2, patience: exponential((2 / 15) * HOUR)},
        },
        station: {servers: staff.map((servers, i) => [i * HOUR, servers]), service: lognormal(0.05 * HOUR, 0.8), order: "priority"},
      },
      4000,
    );
    // Value and 95 % half-width of the reference.
    for (const [number, truth, halfWidth] of [
      [the.meanWaitOfServed, 0.0098696 * HOUR, 6.6e-6 * HOUR],
      [the.gaveUp, 0.0807145, 5e-5],
      [the.meanOfDays(the.clock(BUSY)), 35.395 * HOUR, 0.004 * HOUR],
    ] as const) {
      const claim = number(run);
      expect(distance(claim, {truth, standardError: halfWidth / 1.96})).toBeLessThanOrEqual(4);
      expect(relativeWidth(claim)).toBeLessThanOrEqual(0.02);
    }
    expect((the.measure("waitTime", {statistic: "sd", population: "served"})(run).value ?? 0) / HOUR).toBeCloseTo(Math.sqrt(0.00031662), 3);
    expect(the.meanOfDays(the.visits(SERVED))(run).value).toBeGreaterThan(700);
  });

  test("W5, the shortest of ten lines", () => {
    const run = inTheLongRun(
      {arrivals: {rate: 9}, station: {servers: 10, service: exponential(1), line: "each", join: "shortest"}},
      millions(16),
    );
    const claim = the.meanWait(run);
    expect(distance(claim, {truth: 0.91354, standardError: 0.0022 / 1.96})).toBeLessThanOrEqual(4);
    expect(relativeWidth(claim)).toBeLessThanOrEqual(0.02);
    const spread = the.sdOfWait(run);
    expect(distance(spread, {truth: Math.sqrt(2.032), standardError: 0.009 / 1.96 / (2 * Math.sqrt(2.032))})).toBeLessThanOrEqual(4);
  });
});

describe("one server of 80 s at 0.8: the order of service leaves the mean wait and changes its spread", {timeout: 120_000}, () => {
  test.for([
    ["first come", 391.91835884530843, 12],
    ["random", 569.4441734416699, 16],
    ["last come", 1085.172797300043, 40],
  ] as [Order, number, number][])("%s: standard deviation %d s", ([order, sd, size]) => {
    const run = inTheLongRun({arrivals: {rate: 0.01}, station: {service: exponential(80), order}}, millions(size));
    expectToAgree(the.meanWait(run), 320);
    expectToAgree(the.sdOfWait(run), sd);
  });
});
