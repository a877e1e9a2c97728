import fc from "fast-check";
import {expect, test} from "vitest";
import {meanWaitTime, momentsOf, solveMG1, varianceOfWait} from "../../src/theory/mg1.ts";
import {solveMDc} from "../../src/theory/mdc.ts";
import {expectClose, LOADS} from "./queues.ts";

const exponential = (mean: number) => ({mean, second: 2 * mean ** 2, third: 6 * mean ** 3});
const constant = (mean: number) => ({mean, second: mean ** 2, third: mean ** 3});

test("with exponential service M/G/1 is M/M/1: mean ρ/(µ - λ), variance ρ(2 - ρ)/(µ - λ)²", () => {
  for (const load of LOADS) {
    const found = solveMG1({arrivalRate: load, service: exponential(1)});
    expectClose(found.waitTime!.value, load / (1 - load));
    expectClose(found.waitVariance!.value, (load * (2 - load)) / (1 - load) ** 2);
    expectClose(found.waiting!.value, load);
  }
});

test("constant service halves the mean wait of exponential service", () => {
  for (const load of LOADS) expectClose(2 * meanWaitTime(load, constant(1)), meanWaitTime(load, exponential(1)));
});

test("the moments' formulas agree with the whole law for constant service", () => {
  for (const load of LOADS) {
    const whole = solveMDc({arrivalRate: load / 20, serviceTime: 20, servers: 1});
    expectClose(whole.waitTime!.value, meanWaitTime(load / 20, constant(20)), 1e-11);
    if (whole.waitVariance) expectClose(whole.waitVariance.value, varianceOfWait(load / 20, constant(20)), 1e-11);
  }
});

test("halving every time halves every wait, to the last bit", () => {
  fc.assert(
    fc.property(fc.double({min: 0.01, max: 0.99, noNaN: true}), fc.double({min: 0, max: 9, noNaN: true}), (load, squaredCV) => {
      expect(meanWaitTime(load / 32, momentsOf(32, squaredCV))).toBe(2 * meanWaitTime(load / 16, momentsOf(16, squaredCV)));
    }),
  );
});

test("more arrivals, and less regular service, lengthen the wait", () => {
  fc.assert(
    fc.property(fc.double({min: 0.01, max: 0.98, noNaN: true}), fc.double({min: 0, max: 9, noNaN: true}), (load, squaredCV) => {
      const wait = meanWaitTime(load, momentsOf(1, squaredCV));
      expect(meanWaitTime(load + 0.01, momentsOf(1, squaredCV))).toBeGreaterThan(wait);
      expect(meanWaitTime(load, momentsOf(1, squaredCV + 0.1))).toBeGreaterThan(wait);
    }),
  );
});

test("an overloaded server keeps people waiting without end", () => {
  for (const arrivalRate of [1, 1.5, 1e5]) {
    const found = solveMG1({arrivalRate, service: exponential(1)});
    expect(found.waitTime!.value).toBe(Infinity);
    expect(found.waitVariance!.value).toBe(Infinity);
    expect(found.occupancy!.value).toBe(1);
    expect(found.throughput!.value).toBe(1);
    expect(found.waiting!.value).toBe(1);
    expect(found.servedWithin!(1e9).value).toBe(0);
    expect(found.waitPercentile!(0.5).value).toBe(Infinity);
  }
});

test("without a third moment nothing is said about the variance, and without the law nothing about percentiles", () => {
  const found = solveMG1({arrivalRate: 0.5, service: momentsOf(1, 2)});
  expect(found.waitVariance).toBeUndefined();
  expect(found.waitPercentile).toBeUndefined();
  expect(found.waitTime!.kind).toBe("exact");
});

test("moments that no law has are refused by name", () => {
  expect(() => meanWaitTime(-1, exponential(1))).toThrow("arrivalRate must be more than 0 and finite, got -1");
  expect(() => meanWaitTime(0.5, {mean: 2, second: 3})).toThrow("second moment of service must be at least the squared mean 4, got 3");
  expect(() => meanWaitTime(0.5, {mean: 1, second: 2, third: 3})).toThrow(
    "third moment of service must be at least second²/mean = 4, got 3",
  );
  expect(() => meanWaitTime(0.5, {mean: NaN, second: 2})).toThrow(RangeError);
});
