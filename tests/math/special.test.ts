import {expect, test} from "vitest";
import * as special from "../../src/math/special.ts";
import reference from "./reference.json" with {type: "json"};

const {betaQuantile, betaTail, betaTailQuantile, binomialCdf, binomialProbability, binomialTail} = special;
const {chiSquareCdf, chiSquareQuantile, chiSquareTail, chiSquareTailQuantile, erf, erfc, gammaQuantile, gammaTailQuantile} = special;
const {logGamma, logNormalCdf, normalCdf, normalQuantile, normalTail, poissonCdf, poissonProbability, poissonTail} = special;
const {regularizedBeta, regularizedGammaP, regularizedGammaQ, studentTCdf, studentTQuantile} = special;

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

test("a gamma distribution of endless shape has half of its mass below its mean, and says so at once", () => {
  for (const a of [1e12, 1e17, 1e300]) expect(regularizedGammaP(a, a) - 0.5).toBeCloseTo(1 / (3 * Math.sqrt(2 * Math.PI * a)), 15);
});

test("shapes just below and just above ten million agree", () => {
  // Where one method takes over from the other the share moves by no more than the shape does.
  for (const z of [-30, -5, -0.1, 0, 0.1, 5, 30]) {
    const share = (a: number) => (z < 0 ? regularizedGammaP : regularizedGammaQ)(a, 1e7 + z * Math.sqrt(1e7));
    expect(share(1e7) / share(1e7 - 2 ** -29)).toBeCloseTo(1, 10);
  }
});

test("a gamma time of hardly any shape outlasts x as the exponential integral says", () => {
  expect(regularizedGammaQ(1e-300, 0.5) / 1e-300).toBeCloseTo(0.5597735947761608, 15); // E1(1/2), Abramowitz and Stegun, table 5.1
  expect(regularizedGammaQ(1e-12, 1.5) / 1e-12).toBeCloseTo(0.1000195824066327, 11); // E1(3/2)
});

test("beyond all reason nothing of a gamma distribution is left", () => {
  expect(regularizedGammaQ(9, 1e300)).toBe(0);
  expect(regularizedGammaP(9, 1e300)).toBe(1);
  expect(regularizedGammaQ(9.5, 730) / 1.7050572788495e-298).toBeCloseTo(1, 12); // e^-730 is subnormal here, the share is not
});

test("the median of an exponential time is log 2 and one in twenty exceeds log 20", () => {
  expect(gammaQuantile(0.5, 1)).toBeCloseTo(Math.log(2), 15);
  expect(gammaTailQuantile(0.05, 1)).toBeCloseTo(Math.log(20), 14);
  expect(gammaTailQuantile(1e-300, 1)).toBeCloseTo(300 * Math.log(10), 12);
});

test("the gamma quantiles undo the gamma distribution from both ends", () => {
  for (const a of [0.7, 1, 3, 40, 1e4, 1e8, 1e15]) {
    for (const p of [1e-200, 1e-9, 0.3, 0.5, 0.7]) {
      expect(regularizedGammaP(a, gammaQuantile(p, a)) / p, `${p}, ${a}`).toBeCloseTo(1, a > 1e6 ? 6 : 10);
      expect(regularizedGammaQ(a, gammaTailQuantile(p, a)) / p, `${p}, ${a}`).toBeCloseTo(1, a > 1e6 ? 6 : 10);
    }
  }
  expect([gammaQuantile(0, 3), gammaQuantile(1, 3), gammaTailQuantile(0, 3), gammaTailQuantile(1, 3)]).toEqual([0, Infinity, Infinity, 0]);
  expect(gammaQuantile(0.3, 0.001)).toBe(0); // 0.3^1000
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

test("a beta share of 1e-290 still has its quantile", () => {
  expect(betaQuantile(1e-290, 2, 3) / Math.sqrt(1e-290 / 6)).toBeCloseTo(1, 14); // 6 x² to first order
  expect(betaTailQuantile(1e-290, 3, 2)).toBe(1);
});

test("none in a million: the upper end of Clopper and Pearson's interval keeps its digits", () => {
  expect(betaQuantile(0.975, 1, 1e6) / -Math.expm1(Math.log(0.025) / 1e6)).toBeCloseTo(1, 13);
  expect(betaTailQuantile(0.025, 1, 1e6) / betaQuantile(0.975, 1, 1e6)).toBeCloseTo(1, 14);
});

test("a beta distribution of endless parameters has half of its mass below its middle, and says so at once", () => {
  for (const a of [1e15, 1e17, 1e300]) expect(regularizedBeta(0.5, a, a)).toBeCloseTo(0.5, 12);
  expect(regularizedBeta(0.5, 9, 1e300)).toBe(1);
  // At its mean a sixth of the skewness is missing from a half: 9/11 / 3 · √(11 / (10 a)) φ(0)
  const excess = (a: number) => regularizedBeta(1 / 11, a, 10 * a) - 0.5;
  expect(excess(1e12) * Math.sqrt(1e12)).toBeCloseTo((9 / 11 / 3) * Math.sqrt(1.1 / (2 * Math.PI)), 3);
  expect(excess(2 ** 60 * 11) * Math.sqrt(2 ** 60 * 11)).toBeCloseTo((9 / 11 / 3) * Math.sqrt(1.1 / (2 * Math.PI)), 3);
});

test("the beta share up to x and the share beyond are one", () => {
  for (const x of [1e-9, 0.2, 0.7, 0.999]) expect(regularizedBeta(x, 2.5, 7) + betaTail(x, 2.5, 7)).toBeCloseTo(1, 15);
  expect(betaTail(1 - 2 ** -30, 2, 3) / (4 * 2 ** -90)).toBeCloseTo(1, 8); // 4 y³ - 3 y⁴
  expect([betaTail(0, 2, 3), betaTail(1, 2, 3)]).toEqual([1, 0]);
});

test("the error function is odd and one less its complement", () => {
  for (const x of [0, 0.2, 0.4999, 0.5, 1, 3]) {
    expect(erf(-x)).toBe(-erf(x));
    expect(erf(x) + erfc(x)).toBeCloseTo(1, 15);
    expect(erfc(x) + erfc(-x)).toBeCloseTo(2, 15);
  }
  expect([erf(Infinity), erf(-Infinity), erfc(Infinity), erfc(-Infinity), erf(NaN)]).toEqual([1, -1, 0, 2, NaN]);
});

test("erfc of z over root two is both tails of the normal distribution", () => {
  for (const z of [0.1, 0.65, 1.96, 8, 30]) expect(erfc(z / Math.SQRT2) / (2 * normalTail(z))).toBeCloseTo(1, 12);
});

test("the logarithm of a normal share goes on where the share itself is too small for a double", () => {
  for (const z of [-30, -3, -0.61, -0.59, 0, 0.61, 2]) expect(Math.exp(logNormalCdf(z)) / normalCdf(z)).toBeCloseTo(1, 12);
  expect(logNormalCdf(-1e9) / -5e17).toBeCloseTo(1, 15);
  expect(logNormalCdf(9)).toBeLessThan(0);
  expect(logNormalCdf(-Infinity)).toBe(-Infinity);
});

test("the smallest double has a normal quantile, to its last digits", () => {
  expect(normalQuantile(5e-324)).toBeCloseTo(-38.46740561714434625, 13);
  expect(normalQuantile(0.9999999 * 1e-290)).toBeCloseTo(normalQuantile(1e-290), 7); // where one method takes over from the other
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

test("Cauchy's tail is 1 / πt however far out", () => {
  for (const t of [1e20, 1e160, 1e300]) expect(studentTCdf(-t, 1) * Math.PI * t).toBeCloseTo(1, 13);
  for (const p of [1e-20, 1e-160, 1e-300]) expect(studentTQuantile(p, 1) * Math.PI * p).toBeCloseTo(-1, 13);
  expect(studentTQuantile(1e-40, 0.1)).toBe(-Infinity); // 1e400
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

test("the critical values of a chi-square test are those of every textbook", () => {
  const rounded = (tail: number, df: number) => Number(chiSquareTailQuantile(tail, df).toFixed(3));
  expect([1, 2, 5, 10, 30, 100].map((df) => rounded(0.05, df))).toEqual([3.841, 5.991, 11.07, 18.307, 43.773, 124.342]);
  expect(chiSquareQuantile(0.95, 4)).toBeCloseTo(chiSquareTailQuantile(0.05, 4), 13);
  expect(chiSquareTailQuantile(1e-200, 2)).toBeCloseTo(400 * Math.log(10), 11);
});

test("with two expected, at most two Poisson events come with probability 5 / e²", () => {
  expect(poissonCdf(2, 2)).toBeCloseTo(5 * Math.exp(-2), 15);
  expect(poissonTail(2, 2)).toBeCloseTo(1 - 5 * Math.exp(-2), 15);
});

test("Poisson probabilities add up to the share at most k", () => {
  for (const mean of [0, 0.3, 9, 150]) {
    let sum = 0;
    for (let k = 0; k <= 160; k++) {
      sum += poissonProbability(k, mean);
      expect(poissonCdf(k, mean)).toBeCloseTo(sum, 13);
    }
  }
});

test("four heads in ten tosses are 210 of 1024", () => {
  expect(binomialProbability(4, 10, 0.5)).toBeCloseTo(210 / 1024, 15);
  expect(binomialCdf(1, 10, 0.5)).toBeCloseTo(11 / 1024, 16);
  expect(binomialTail(8, 10, 0.5)).toBeCloseTo(11 / 1024, 16);
});

test("binomial probabilities add up to the share at most k, sure things included", () => {
  for (const p of [0, 1e-9, 0.3, 0.97, 1]) {
    let sum = 0;
    for (let k = 0; k <= 60; k++) {
      sum += binomialProbability(k, 60, p);
      expect(binomialCdf(k, 60, p)).toBeCloseTo(sum, 13);
      expect(binomialTail(k, 60, p)).toBeCloseTo(1 - sum, 13);
    }
  }
  expect([binomialCdf(0, 0, 0.3), binomialProbability(0, 0, 0.3)]).toEqual([1, 1]);
});

test("what no distribution allows is refused with its value", () => {
  expect(() => normalQuantile(1.2)).toThrow(new RangeError("p must be between 0 and 1, got 1.2"));
  expect(() => studentTQuantile(0.5, 0)).toThrow(new RangeError("df must be positive, got 0"));
  expect(() => regularizedGammaP(-1, 2)).toThrow(new RangeError("a must be positive and finite, got -1"));
  expect(() => regularizedBeta(2, 1, 1)).toThrow(new RangeError("x must be between 0 and 1, got 2"));
  expect(() => chiSquareCdf(1, -2)).toThrow(new RangeError("df must be positive and finite, got -2"));
  expect(() => gammaQuantile(0.5, Infinity)).toThrow(new RangeError("a must be positive and finite, got Infinity"));
  expect(() => gammaTailQuantile(-1, 1)).toThrow(new RangeError("tail must be between 0 and 1, got -1"));
  expect(() => betaTail(2, 1, 1)).toThrow(new RangeError("x must be between 0 and 1, got 2"));
  expect(() => betaTailQuantile(NaN, 1, 1)).toThrow(new RangeError("tail must be between 0 and 1, got NaN"));
  expect(() => poissonCdf(1.5, 2)).toThrow(new RangeError("k must be a whole number of 0 or more, got 1.5"));
  expect(() => poissonTail(1, Infinity)).toThrow(new RangeError("mean must be 0 or more and finite, got Infinity"));
  expect(() => binomialCdf(4, 3, 0.5)).toThrow(new RangeError("k must be a whole number from 0 to 3, got 4"));
  expect(() => binomialTail(1, 2.5, 0.5)).toThrow(new RangeError("n must be a whole number of 0 or more, got 2.5"));
  expect(() => binomialProbability(1, 2, 1.5)).toThrow(new RangeError("p must be between 0 and 1, got 1.5"));
  expect(() => logGamma(-0.5)).toThrow(new RangeError("x must be 0 or more, got -0.5"));
});
