import {expect, test} from "vitest";
import {type Law, meanOf, requireLaw, squaredCVOf, weibullShape} from "../../src/random/law.ts";
import {weibullSquaredCV} from "../../src/random/weibull.ts";

test("every law has the mean and the variability of its formula", () => {
  const facts: [Law, number, number][] = [
    [{kind: "fixed", value: 20}, 20, 0],
    [{kind: "fixed", value: 0}, 0, 0],
    [{kind: "exponential", mean: 240}, 240, 1],
    [{kind: "erlang", mean: 240, phases: 4}, 240, 0.25],
    [{kind: "gamma", mean: 240, squaredCV: 0.7}, 240, 0.7],
    [{kind: "lognormal", mean: 240, squaredCV: 0.64}, 240, 0.64],
    [{kind: "weibull", mean: 240, shape: 1}, 240, 1],
    [{kind: "weibull", mean: 240, shape: 2}, 240, 4 / Math.PI - 1],
    [{kind: "uniform", from: 10, to: 30}, 20, 1 / 12],
    [{kind: "empirical", values: [1, 2, 3]}, 2, 1 / 6],
    [{kind: "empirical", values: [1, 2, 3], weights: [1, 0, 1]}, 2, 1 / 4],
  ];
  for (const [law, mean, squaredCV] of facts) {
    expect(meanOf(law)).toBeCloseTo(mean, 12);
    expect(squaredCVOf(law)).toBeCloseTo(squaredCV, 14);
    expect(() => requireLaw(law)).not.toThrow();
  }
});

test("a mix varies within its parts and between them", () => {
  const law: Law = {
    kind: "mix",
    parts: [
      {share: 0.8, law: {kind: "exponential", mean: 2}},
      {share: 0.2, law: {kind: "exponential", mean: 12}},
    ],
  };
  expect(meanOf(law)).toBeCloseTo(4, 14);
  expect(squaredCVOf(law)).toBeCloseTo((2 * (0.8 * 4 + 0.2 * 144)) / 16 - 1, 14); // second moment over squared mean, less 1
});

test("the Weibull shape is found back from the variability it gives", () => {
  expect(weibullShape(1)).toBeCloseTo(1, 13);
  expect(weibullShape(4 / Math.PI - 1)).toBeCloseTo(2, 12);
  for (const shape of [0.2, 0.5, 0.99, 1.5, 3.7, 20]) expect(weibullShape(weibullSquaredCV(shape)) / shape).toBeCloseTo(1, 12);
});

test("a shape of one half is five times as variable as an exponential time", () => {
  expect(weibullSquaredCV(0.5)).toBeCloseTo(5, 13);
});

test("each impossible law is refused with its number", () => {
  const refusals: [Law, string][] = [
    [{kind: "exponential", mean: -3}, "mean must be positive, got -3"],
    [{kind: "exponential", mean: Number.NaN}, "mean must be positive, got NaN"],
    [{kind: "exponential", mean: Infinity}, "mean must be positive, got Infinity"],
    [{kind: "fixed", value: -1}, "value must be 0 or more, got -1"],
    [{kind: "erlang", mean: 3, phases: 1.5}, "phases must be a whole number of 1 or more, got 1.5"],
    [{kind: "gamma", mean: 3, squaredCV: 0}, "squaredCV must be positive, got 0"],
    [{kind: "lognormal", mean: 0, squaredCV: 1}, "mean must be positive, got 0"],
    [{kind: "weibull", mean: 3, shape: -1}, "shape must be positive, got -1"],
    [{kind: "uniform", from: 5, to: 4}, "to must be 5 (from) or more, got 4"],
    [{kind: "uniform", from: -5, to: 4}, "from must be 0 or more, got -5"],
    [{kind: "empirical", values: []}, "values must hold at least one time, got none"],
    [{kind: "empirical", values: [1, 2], weights: [1]}, "weights must be as many as values (2), got 1"],
    [{kind: "empirical", values: [1, 2], weights: [0, 0]}, "sum of weights must be positive, got 0"],
    [{kind: "mix", parts: [{share: 0.7, law: {kind: "exponential", mean: 1}}]}, "shares must sum to 1, got 0.7"],
    [{kind: "mix", parts: [{share: 1, law: {kind: "exponential", mean: 0}}]}, "mean must be positive, got 0"],
    [{kind: "mix", parts: [{share: 1.2, law: {kind: "fixed", value: 0}}]}, "share must be between 0 and 1, got 1.2"],
  ];
  for (const [law, message] of refusals) expect(() => requireLaw(law)).toThrow(new RangeError(message));
  expect(() => weibullShape(-1)).toThrow(new RangeError("squaredCV must be between 1e-12 and 1e12, got -1"));
});

test("a law survives the way to a worker", () => {
  const law: Law = {kind: "mix", parts: [{share: 1, law: {kind: "empirical", values: [1, 2]}}]};
  expect(structuredClone(law)).toEqual(law);
});
