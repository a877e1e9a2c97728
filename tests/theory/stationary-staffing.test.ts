import {describe, expect, test} from "vitest";
import {integrate} from "../../src/math/quadrature.ts";
import {probabilityOfWaiting} from "../../src/theory/erlang-c.ts";
import {sinusoidalLoad, steppedLoad, steppedLoadOfCycle} from "../../src/theory/infinite-server.ts";
import {solveCycle} from "../../src/theory/periodic-queue.ts";
import {constantRate, sinusoidalRate, steppedRate} from "../../src/theory/rate-over-time.ts";
import {
  modifiedOfferedLoads,
  modifiedOfferedLoadsOfSteps,
  periodLoads,
  pointwiseStationary,
  serversForWaitingAtMost,
  simpleStationary,
  squareRootStaffing,
} from "../../src/theory/stationary-staffing.ts";

const day = {average: 10, amplitude: 5, frequency: Math.PI / 12};

describe("PSA and SSA", () => {
  test("a constant rate: both are Erlang C", () => {
    for (const method of [pointwiseStationary, simpleStationary]) {
      const {waiting, queueLength} = method(constantRate(4), 1, 5, 24);
      expect(waiting).toBeCloseTo(probabilityOfWaiting(4, 5), 13);
      expect(queueLength).toBeCloseTo(4 * probabilityOfWaiting(4, 5), 12);
    }
  });

  test("SSA says fewer wait than do, PSA says more", () => {
    const rate = sinusoidalRate(day);
    const cycle = solveCycle({arrivalRate: rate, serviceTime: 0.5, staff: [{from: 0, servers: 8}], staffDrop: "finish"}, 24);
    const exact = (cycle?.total.foundBusy ?? 0) / (cycle?.total.arrivals ?? 1);
    expect(simpleStationary(rate, 0.5, 8, 24).waiting).toBeLessThan(exact);
    expect(pointwiseStationary(rate, 0.5, 8, 24).waiting).toBeGreaterThan(exact);
  });

  test("an overloaded hour: PSA has everyone of it wait, in a line without end", () => {
    const rate = steppedRate([0, 12], [1, 9]);
    const {waiting, queueLength} = pointwiseStationary(rate, 1, 5, 24);
    expect(waiting).toBeCloseTo((12 * probabilityOfWaiting(1, 5) + 108) / 120, 12);
    expect(queueLength).toBe(Infinity);
    expect(simpleStationary(rate, 1, 5, 24)).toEqual({waiting: 1, queueLength: Infinity});
  });
});

describe("staff for a target", () => {
  test("one server fewer would miss it", () => {
    for (const load of [0.3, 8, 1000, 50_000]) {
      for (const target of [0.5, 0.1, 0.001]) {
        const servers = serversForWaitingAtMost(load, target);
        expect(probabilityOfWaiting(load, servers)).toBeLessThanOrEqual(target);
        expect(servers === 1 ? 1 : probabilityOfWaiting(load, servers - 1)).toBeGreaterThan(target);
      }
    }
  });

  test("no load needs nobody, a target of 0 no staff can meet", () => {
    expect(serversForWaitingAtMost(0, 0.1)).toBe(0);
    expect(serversForWaitingAtMost(3, 0)).toBe(Infinity);
    expect(squareRootStaffing(100, 1)).toBe(110);
  });
});

describe("loads by period", () => {
  test("lagged SIPP is SIPP of one service time earlier", () => {
    const rate = steppedRate([0, 1, 2, 3], [1, 4, 2, 8]);
    expect(periodLoads(rate, 1, 1, 4, "SIPP mean")).toEqual([1, 4, 2, 8]);
    expect(periodLoads(rate, 1, 1, 4, "lagged SIPP mean")).toEqual([0, 1, 4, 2]);
    expect(periodLoads(rate, 1, 2, 4, "SIPP peak")).toEqual([4, 8]);
  });

  test("modified offered load is the mean, and the peak, of m(t) in the period", () => {
    const mean = modifiedOfferedLoads(day, 2, 0.5, 24, "mean");
    const peak = modifiedOfferedLoads(day, 2, 0.5, 24, "peak");
    for (const i of [0, 7, 15, 16, 40]) {
      expect(mean[i]).toBeCloseTo(integrate((time) => sinusoidalLoad(day, 2, time, "for ever"), [i / 2, (i + 1) / 2]) * 2, 12);
      const sampled = Array.from({length: 2001}, (_, k) => sinusoidalLoad(day, 2, (i + k / 2000) / 2, "for ever"));
      expect(peak[i]).toBeCloseTo(Math.max(...sampled), 6);
      expect(peak[i]).toBeGreaterThan(mean[i]);
    }
  });

  test("the same of a forecast by the half hour", () => {
    const rate = steppedRate([0, 1, 2, 3], [1, 9, 2, 0]);
    const begun = steppedLoadOfCycle(rate, 0.8, 4);
    const mean = modifiedOfferedLoadsOfSteps(rate, 0.8, begun, 0.5, 4, "mean");
    const peak = modifiedOfferedLoadsOfSteps(rate, 0.8, begun, 0.5, 4, "peak");
    const load = (time: number): number => steppedLoad(rate, 0.8, 0, begun, time);
    for (let i = 0; i < 8; i++) {
      expect(mean[i]).toBeCloseTo(integrate(load, [i / 2, (i + 1) / 2]) * 2, 12);
      expect(peak[i]).toBeCloseTo(Math.max(load(i / 2), load((i + 1) / 2)), 12);
    }
    expect(mean.reduce((sum, value) => sum + value, 0) / 8).toBeCloseTo(3 * 0.8, 12);
  });
});

test("arguments that make no sense are refused by name", () => {
  expect(() => serversForWaitingAtMost(-1, 0.1)).toThrow(new RangeError("load must be 0 or more and finite, got -1"));
  expect(() => serversForWaitingAtMost(1, 1.1)).toThrow(new RangeError("target must lie between 0 and 1, got 1.1"));
  expect(() => pointwiseStationary(constantRate(1), 1, 0, 24)).toThrow(
    new RangeError("servers must be a whole number of 1 or more, got 0"),
  );
  expect(() => periodLoads(constantRate(1), 1, 0, 24, "SIPP mean")).toThrow(new RangeError("period must be more than 0 and finite, got 0"));
});
