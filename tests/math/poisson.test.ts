import {expect, test} from "vitest";
import {poissonProbability} from "../../src/math/poisson.ts";
import {poissonWeights} from "../../src/math/poisson-weights.ts";

test("Poisson shares are those of 40-digit arithmetic", () => {
  // e^-m m^k / k!
  expect(poissonProbability(0, 2)).toBeCloseTo(0.1353352832366127, 15);
  expect(poissonProbability(3, 2)).toBeCloseTo(0.180447044315483588, 15);
  expect(poissonProbability(20, 10) / 0.001866081313999 - 1).toBeCloseTo(0, 11);
  expect(poissonProbability(0, 0)).toBe(1);
  expect(poissonProbability(1, 0)).toBe(0);
});

test("the share of the mode is 1/√(2πm) times Stirling's correction, at a million as at a hundred", () => {
  for (const mean of [100, 1e4, 1e6]) {
    const stirling = 1 / 12 / mean - 1 / 360 / mean ** 3;
    expect(poissonProbability(mean, mean) * Math.sqrt(2 * Math.PI * mean) * Math.exp(stirling) - 1).toBeCloseTo(0, 11);
  }
});

test("the weights hold all of the mass and its mean, from a mean of nothing to a million", () => {
  for (const mean of [0, 1e-9, 0.3, 1, 7.5, 100, 12_345.6, 1e6]) {
    const {first, weights: shares} = poissonWeights(mean);
    let total = 0;
    let average = 0;
    shares.forEach((share, i) => {
      total += share;
      average += share * (first + i);
    });
    expect(total).toBeCloseTo(1, 13);
    expect(Math.abs(average - mean)).toBeLessThan(1e-12 * Math.max(1, mean));
  }
});

test("the weights are the single shares", () => {
  for (const mean of [0.3, 25, 4000.5]) {
    const {first, weights: shares} = poissonWeights(mean);
    shares.forEach((share, i) => {
      if (share > 1e-12) expect(share / poissonProbability(first + i, mean) - 1).toBeCloseTo(0, 11);
    });
  }
});
