import {describe, expect, test} from "vitest";
import {exp} from "../../src/math/index.ts";
import {
  atLeastInService,
  deterministicLoad,
  offeredLoadAt,
  serversForDelayBelow,
  sinusoidalLoad,
  steppedLoad,
  steppedLoadArea,
  steppedLoadOfCycle,
} from "../../src/theory/infinite-server.ts";
import {constantRate, sinusoidalRate, steppedRate} from "../../src/theory/rate-over-time.ts";

const wave = {average: 100, amplitude: 20, frequency: 1};
const exponential = {beyond: (time: number) => exp(-time / 2), longest: 80};

describe("M(t)/M/∞", () => {
  test("the closed form of a sinusoid is the integral over the past", () => {
    for (const time of [0.3, 4, 11]) {
      const rate = sinusoidalRate(wave);
      expect(offeredLoadAt(rate, exponential, time, "empty at 0") / sinusoidalLoad(wave, 2, time, "empty at 0")).toBeCloseTo(1, 11);
      expect(offeredLoadAt(rate, exponential, time, "for ever") / sinusoidalLoad(wave, 2, time, "for ever")).toBeCloseTo(1, 11);
    }
  });

  test("a place that opened empty long ago has forgotten it", () => {
    expect(sinusoidalLoad(wave, 2, 200, "empty at 0")).toBeCloseTo(sinusoidalLoad(wave, 2, 200, "for ever"), 10);
    expect(sinusoidalLoad(wave, 2, 0, "empty at 0")).toBe(0);
  });

  test("load is conserved: what comes, less what is served, is what is there", () => {
    const rate = steppedRate([0, 3, 5, 9], [2, 8, 0, 1]);
    const arrivals = rate.integral(0, 12);
    const served = steppedLoadArea(rate, 2.5, 0, 4, 12) / 2.5;
    expect(4 + arrivals - served).toBeCloseTo(steppedLoad(rate, 2.5, 0, 4, 12), 12);
  });

  test("constant pieces in closed form are the integral over the past", () => {
    const rate = steppedRate([0, 3, 5, 9], [2, 8, 0, 1]);
    for (const time of [1, 4, 6.5, 20])
      expect(steppedLoad(rate, 2, 0, 0, time)).toBeCloseTo(offeredLoadAt(rate, exponential, time, "empty at 0"), 11);
  });

  test("a day that repeats ends as it began", () => {
    const rate = steppedRate([0, 6, 18], [1, 5, 2]);
    const begun = steppedLoadOfCycle(rate, 3, 24);
    expect(steppedLoad(rate, 3, 0, begun, 24)).toBeCloseTo(begun, 12);
  });

  test("a constant rate for ever is Little's law, whatever the law of service", () => {
    expect(offeredLoadAt(constantRate(3), exponential, 7, "for ever")).toBeCloseTo(6, 11);
    expect(deterministicLoad(constantRate(3), 2, 7, "for ever")).toBeCloseTo(6, 14);
    const uniform = {beyond: (time: number) => Math.max(0, 1 - time / 4), longest: 4};
    expect(offeredLoadAt(constantRate(3), uniform, 7, "for ever")).toBeCloseTo(6, 12);
  });

  test("always the same service: those of the last service time, fewer just after opening", () => {
    expect(deterministicLoad(constantRate(3), 2, 1, "empty at 0")).toBe(3);
    expect(deterministicLoad(constantRate(3), 2, 0, "empty at 0")).toBe(0);
  });
});

describe("staffing a Poisson load", () => {
  test("one server fewer would miss the target", () => {
    for (const load of [0.1, 3, 100, 9_000]) {
      for (const target of [0.9, 0.5, 0.1, 1e-6]) {
        const servers = serversForDelayBelow(load, target);
        expect(atLeastInService(load, servers)).toBeLessThan(target);
        expect(atLeastInService(load, servers - 1)).toBeGreaterThanOrEqual(target);
      }
    }
  });

  test("without load one server is never busy; a target of 0 no staff can meet", () => {
    expect(serversForDelayBelow(0, 0.1)).toBe(1);
    expect(serversForDelayBelow(5, 0)).toBe(Infinity);
  });
});

test("arguments that make no sense are refused by name", () => {
  expect(() => sinusoidalLoad(wave, 0, 1, "for ever")).toThrow(new RangeError("serviceTime must be more than 0 and finite, got 0"));
  expect(() => sinusoidalLoad(wave, 1, -1, "empty at 0")).toThrow(new RangeError("time must be 0 or more and finite, got -1"));
  expect(() => steppedLoad(sinusoidalRate(wave), 1, 0, 0, 1)).toThrow(
    new RangeError("rate must be of constant pieces, got one of frequency 1"),
  );
  expect(() => serversForDelayBelow(Number.NaN, 0.1)).toThrow(new RangeError("load must be 0 or more and finite, got NaN"));
  expect(() => serversForDelayBelow(1, 2)).toThrow(new RangeError("target must lie between 0 and 1, got 2"));
});
