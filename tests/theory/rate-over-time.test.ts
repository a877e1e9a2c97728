import fc from "fast-check";
import {expect, test} from "vitest";
import {integrate} from "../../src/math/quadrature.ts";
import {constantRate, meanRate, sinusoidalRate, steppedRate, timesRate} from "../../src/theory/rate-over-time.ts";

const wave = {average: 10, amplitude: 4, frequency: 0.7, phase: 0.4};

test("a sinusoid's arrivals are the integral of its rate", () => {
  const rate = sinusoidalRate(wave);
  expect(rate.integral(1.3, 9.1)).toBeCloseTo(
    integrate((time) => rate.at(time), [1.3, 9.1]),
    11,
  );
});

test("a sinusoid is never above the peak it names, and reaches it", () => {
  const rate = sinusoidalRate(wave);
  fc.assert(
    fc.property(fc.double({min: -20, max: 20, noNaN: true}), fc.double({min: 0.01, max: 12, noNaN: true}), (from, length) => {
      let highest = 0;
      for (let i = 0; i <= 400; i++) highest = Math.max(highest, rate.at(from + (length * i) / 400));
      const peak = rate.peak(from, from + length);
      expect(highest).toBeLessThanOrEqual(peak + 1e-12);
      expect(highest).toBeGreaterThan(peak - 2e-3);
    }),
    {seed: 4, numRuns: 200},
  );
});

test("the Taylor series tells the rate nearby", () => {
  const rate = sinusoidalRate(wave);
  const value = rate.series(2, 20).reduce((sum, coefficient, j) => sum + coefficient * 0.9 ** j, 0);
  expect(value).toBeCloseTo(rate.at(2.9), 13);
});

test("constant pieces: nobody before the first, the last for ever, and arrivals piece by piece", () => {
  const rate = steppedRate([0, 10, 20], [1, 3, 2]);
  expect([rate.at(-1), rate.at(0), rate.at(10), rate.at(99)]).toEqual([0, 1, 3, 2]);
  expect(rate.integral(-5, 25)).toBe(10 + 30 + 10);
  expect(rate.integral(5, 12)).toBe(5 + 6);
  expect([rate.peak(0, 10), rate.peak(0, 10.5), rate.nextJump(10), rate.nextJump(20)]).toEqual([1, 3, 20, Infinity]);
  expect(meanRate(rate, 5, 15)).toBe(2);
});

test("a day twice as busy has twice the arrivals", () => {
  expect(timesRate(2, steppedRate([0, 10], [1, 3])).integral(0, 20)).toBe(80);
  expect(constantRate(3).integral(5, 7)).toBe(6);
});

test("rates that make no sense are refused by name", () => {
  expect(() => steppedRate([0, 0], [1, 1])).toThrow(new RangeError("starts must rise, got 0 at 1"));
  expect(() => steppedRate([0], [-1])).toThrow(new RangeError("rates[0] must be 0 or more and finite, got -1"));
  expect(() => steppedRate([0], [1, 2])).toThrow(new RangeError("rates must be as many as starts, got 2 for 1"));
  expect(() => sinusoidalRate({...wave, amplitude: 11})).toThrow(new RangeError("amplitude must be at most the average of 10, got 11"));
  expect(() => sinusoidalRate({...wave, frequency: 0})).toThrow(new RangeError("frequency must be more than 0 and finite, got 0"));
});
