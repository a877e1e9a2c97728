/** Arrivals in phases and spread over a period against what must be true; seed 2026, fixed beforehand. */
import {describe, expect, test} from "vitest";
import {exponential, fixed, type GivenScenario} from "../builders.ts";
import {mmppWait} from "./chains.ts";
import {watchWith} from "../../src/verification/watch.ts";
import {Simulation} from "./engine.ts";
import * as the from "./numbers.ts";
import {expectToAgree} from "./numbers.ts";
import {inTheLongRun, millions} from "./run.ts";
import type {ArrivalPhase} from "../../src/scenario/scenario.ts";

const phase = (name: string, rate: number, lasts: number, ...then: [number, number][]): ArrivalPhase => ({
  name,
  rate,
  lasts,
  then: then.map(([to, share]) => ({phase: to, share})),
});

describe("arrivals whose rate changes by chance", {timeout: 120_000}, () => {
  test("two phases before one exponential server wait as the matrix-geometric solution says", () => {
    const truth = mmppWait(
      [1.5, 0.3],
      [
        [-0.25, 0.25],
        [0.125, -0.125],
      ],
      1,
    );
    const phases = [phase("rush", 1.5, 4, [1, 1]), phase("quiet", 0.3, 8, [0, 1])];
    const run = inTheLongRun({arrivals: {process: {kind: "phases", phases}}, station: {service: exponential(1)}}, millions(6));
    expectToAgree(the.meanWait(run), truth);
  });

  test("three phases that follow each other by chance", () => {
    const generator = [
      [-0.5, 0.3, 0.2],
      [0.1, -0.1, 0],
      [0.05, 0.15, -0.2],
    ];
    const truth = mmppWait([2.5, 0.4, 0], generator, 1);
    const phases = [phase("rush", 2.5, 2, [1, 0.6], [2, 0.4]), phase("day", 0.4, 10, [0, 1]), phase("lull", 0, 5, [0, 0.25], [1, 0.75])];
    const run = inTheLongRun({arrivals: {process: {kind: "phases", phases}}, station: {service: exponential(1)}}, millions(8));
    expectToAgree(the.meanWait(run), truth);
  });

  test("phases alike are a Poisson process", () => {
    expect(
      mmppWait(
        [0.8, 0.8],
        [
          [-1, 1],
          [2, -2],
        ],
        1,
      ),
    ).toBeCloseTo(4, 9);
  });

  test("the first moment is as likely to be in each phase as any other: at time 0 customers come at the long-run rate", () => {
    const phases = [phase("rush", 3, 10, [1, 1]), phase("quiet", 0, 30, [0, 1])];
    const given: GivenScenario = {
      opening: [0, 1],
      arrivals: {process: {kind: "phases", phases}},
      station: {servers: 50, service: fixed(0.01)},
    };
    let people = 0;
    for (const {customers} of watchWith(Simulation)(given, 20_000)) people += customers.length;
    // Mean 0.75 a day; the standard error of 20,000 days is 0.011.
    expect(Math.abs(people / 20_000 - 0.75)).toBeLessThan(0.044);
  });
});

describe("so many people spread over a period", () => {
  const given: GivenScenario = {
    opening: [0, 100],
    arrivals: {process: {kind: "spread", people: 50, from: 20, to: 60}},
    station: {servers: 50, service: fixed(0.01)},
  };
  test("as many come every day, within the period, and their moments are uniform (Kolmogorov-Smirnov)", () => {
    const moments: number[] = [];
    for (const {customers} of watchWith(Simulation)(given, 400)) {
      expect(customers).toHaveLength(50);
      moments.push(...customers.map(({at}) => at));
    }
    moments.sort((a, b) => a - b);
    const n = moments.length;
    expect(moments[0]).toBeGreaterThanOrEqual(20);
    expect(moments[n - 1]).toBeLessThan(60);
    const distance = Math.max(...moments.map((at, i) => Math.abs((at - 20) / 40 - (i + 0.5) / n) + 0.5 / n));
    expect(distance * Math.sqrt(n)).toBeLessThan(1.95); // exceeded once in a thousand
  });

  test("each moment is independent of the others: the first of fifty is a Beta(1, 50), the tenth and fortieth lie as order statistics do", () => {
    const sums = [0, 9, 39].map((i) => ({i, sum: 0, squares: 0}));
    const days = 4000;
    for (const {customers} of watchWith(Simulation)(given, days)) {
      for (const one of sums) {
        const u = (customers[one.i].at - 20) / 40;
        one.sum += u;
        one.squares += u * u;
      }
    }
    for (const {i, sum, squares} of sums) {
      const k = i + 1; // Beta(k, 51 - k)
      const [mean, variance] = [k / 51, (k * (51 - k)) / (51 * 51 * 52)];
      expect(Math.abs(sum / days - mean)).toBeLessThan(4 * Math.sqrt(variance / days));
      expect((squares / days - (sum / days) ** 2) / variance).toBeCloseTo(1, 0.7);
    }
  });
});
