import {expect, test} from "vitest";
import * as special from "../../src/math/special.ts";
import reference from "./reference.json" with {type: "json"};

const {betaQuantile, chiSquareCdf, chiSquareTail, logGamma, normalCdf, normalQuantile, regularizedBeta} = special;
const {regularizedGammaP, regularizedGammaQ, studentTCdf, studentTQuantile} = special;

/** Largest relative error against a table of 60-digit values rounded to doubles. */
function worstError(call: (...given: number[]) => number, rows: readonly number[][]): number {
  let worst = 0;
  for (const row of rows) {
    const truth = row[row.length - 1];
    const error = Math.abs(call(...row.slice(0, -1)) - truth);
    worst = Math.max(worst, truth === 0 ? error : error / Math.abs(truth));
  }
  return worst;
}

for (const [name, bound] of [
  ["logGamma", 1e-15],
  ["regularizedGammaP", 1e-13],
  ["regularizedGammaQ", 1e-13],
  ["regularizedBeta", 1e-13],
  ["normalCdf", 1e-15],
  ["normalQuantile", 1e-15],
  ["studentTCdf", 1e-13],
  ["studentTQuantile", 1e-13],
  ["chiSquareCdf", 1e-13],
] as const) {
  test(`${name} agrees with 60-digit values to ${bound}`, () => {
    expect(reference[name].length).toBeGreaterThan(5);
    expect(worstError(special[name] as (...given: number[]) => number, reference[name])).toBeLessThan(bound);
  });
}

test("five factorial is 120 and the gamma function at one half is the root of pi", () => {
  expect(logGamma(6)).toBeCloseTo(Math.log(120), 15);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 15);
  expect([logGamma(1), logGamma(2)]).toEqual([0, 0]);
});

test("the two halves of a gamma distribution are one", () => {
  for (const a of [0.01, 0.5, 3, 10, 200, 1e6]) {
    for (const x of [0, a / 3, a, 1.3 * a + 1, Infinity]) expect(regularizedGammaP(a, x) + regularizedGammaQ(a, x)).toBeCloseTo(1, 14);
  }
});

test("a gamma time of shape 1 is exponential and one of shape 3 has three terms", () => {
  expect(regularizedGammaQ(1, 2.5)).toBeCloseTo(Math.exp(-2.5), 15);
  expect(regularizedGammaQ(3, 2.5)).toBeCloseTo(Math.exp(-2.5) * (1 + 2.5 + 3.125), 15);
});

test("a million degrees of shape still agree with the normal limit", () => {
  expect(regularizedGammaP(1e6, 1e6)).toBeCloseTo(0.5 + 1 / (3 * Math.sqrt(2 * Math.PI * 1e6)), 9);
});

test("the beta distribution with parameters 2 and 3 has 11/16 of its mass below one half", () => {
  expect(regularizedBeta(0.5, 2, 3)).toBeCloseTo(11 / 16, 15);
});

test("the beta distribution mirrors: I_x(a, b) = 1 - I_(1-x)(b, a)", () => {
  for (const [a, b] of [
    [0.3, 4],
    [7, 7],
    [200, 3],
    [1e4, 0.5],
  ]) {
    for (const x of [0.125, 0.5, 0.96875]) expect(regularizedBeta(x, a, b)).toBeCloseTo(1 - regularizedBeta(1 - x, b, a), 13);
  }
});

test("Clopper and Pearson's intervals are the published ones", () => {
  const interval = (k: number, n: number) => [
    k === 0 ? 0 : betaQuantile(0.025, k, n - k + 1),
    k === n ? 1 : betaQuantile(0.975, k + 1, n - k),
  ];
  const rounded = (ends: number[]) => ends.map((end) => Number(end.toFixed(6)));
  expect(rounded(interval(8, 100))).toEqual([0.035172, 0.151558]);
  expect(rounded(interval(0, 100))).toEqual([0, 0.036217]);
  expect(rounded(interval(190, 200))).toEqual([0.909972, 0.975766]);
});

test("the beta quantile undoes the beta distribution", () => {
  for (const [a, b] of [
    [1, 1],
    [0.2, 0.7],
    [3, 98],
    [98, 3],
    [5000, 20],
  ]) {
    for (const p of [1e-9, 0.005, 0.3, 0.5, 0.9, 0.9995]) expect(regularizedBeta(betaQuantile(p, a, b), a, b) / p).toBeCloseTo(1, 12);
  }
  expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
});

test("the normal quantile undoes the normal distribution in both tails", () => {
  for (const p of [1e-300, 1e-30, 1e-6, 0.01, 0.25, 0.3, 0.49]) expect(normalCdf(normalQuantile(p)) / p).toBeCloseTo(1, 12);
  expect(normalQuantile(0.5)).toBe(0);
  expect(normalQuantile(0.75)).toBe(-normalQuantile(0.25));
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 15);
});

test("Student's t has the percentage points of every textbook", () => {
  const rounded = (p: number, df: number) => Number(studentTQuantile(p, df).toFixed(3));
  expect([1, 2, 5, 10, 30, 120].map((df) => rounded(0.975, df))).toEqual([12.706, 4.303, 2.571, 2.228, 2.042, 1.98]);
  expect(studentTQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
  expect(studentTQuantile(0.5, 7)).toBe(0);
});

test("with one degree of freedom Student's t is Cauchy's distribution", () => {
  for (const t of [-50, -1, 0, 0.3, 4]) expect(studentTCdf(t, 1)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 14);
  expect(studentTQuantile(1e-9 / 2, 1)).toBeCloseTo(-1 / Math.tan((Math.PI * 1e-9) / 2), -3);
});

test("the t quantile undoes the t distribution however few or many the degrees of freedom", () => {
  for (const df of [0.1, 1.5, 19, 1e4, 1e9, 1e15]) {
    for (const p of [1e-9, 0.0005, 0.2, 0.26, 0.4999]) expect(studentTCdf(studentTQuantile(p, df), df) / p).toBeCloseTo(1, 11);
  }
});

test("one chi-square in twenty exceeds the critical value of every textbook", () => {
  expect(chiSquareTail(3.841458820694124, 1)).toBeCloseTo(0.05, 14);
  expect(chiSquareTail(18.307038053275146, 10)).toBeCloseTo(0.05, 14);
  expect(chiSquareCdf(-1, 3)).toBe(0);
});

test("what no distribution allows is refused with its value", () => {
  expect(() => normalQuantile(1.2)).toThrow(new RangeError("p must be between 0 and 1, got 1.2"));
  expect(() => studentTQuantile(0.5, 0)).toThrow(new RangeError("df must be positive, got 0"));
  expect(() => regularizedGammaP(-1, 2)).toThrow(new RangeError("a must be positive and finite, got -1"));
  expect(() => regularizedBeta(2, 1, 1)).toThrow(new RangeError("x must be between 0 and 1, got 2"));
  expect(() => logGamma(-0.5)).toThrow(new RangeError("x must be 0 or more, got -0.5"));
});
