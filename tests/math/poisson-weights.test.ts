import {expect, test} from "vitest";
import {regularizedGammaQ} from "../../src/math/index.ts";
import {poissonWeights} from "../../src/math/poisson-weights.ts";

test("the weights of a Poisson law are its chances", () => {
  const {first, weights} = poissonWeights(2);
  expect(first).toBe(0);
  expect(weights[0]).toBeCloseTo(Math.exp(-2), 15);
  expect(weights[3]).toBeCloseTo((Math.exp(-2) * 8) / 6, 15);
});

test("means of 0 to a million: they add up to 1, with the right mean, and the tails are those of the gamma law", () => {
  for (const mean of [0, 1e-9, 0.5, 30, 1000, 1e6]) {
    const {first, weights, tails} = poissonWeights(mean);
    let [sum, average] = [0, 0];
    weights.forEach((weight, i) => {
      sum += weight;
      average += weight * (first + i);
    });
    expect(Math.abs(sum - 1)).toBeLessThan(1e-13);
    expect(Math.abs(average - mean)).toBeLessThan(1e-12 * Math.max(1, mean));
    if (mean > 0) {
      const n = Math.floor(mean);
      expect(Math.abs(1 - tails[n - first] - regularizedGammaQ(n + 1, mean))).toBeLessThan(1e-11);
    }
  }
});

test("a negative mean is refused by name", () => {
  expect(() => poissonWeights(-1)).toThrow(new RangeError("mean must be 0 or more and finite, got -1"));
});
