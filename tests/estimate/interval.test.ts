import {describe, expect, test} from "vitest";
import {bent, intervalAround, skewnessOf, spreadOf, spreadOfDifference} from "../../src/estimate/interval.ts";
import {jackknifeRatio} from "../../src/estimate/jackknife.ts";
import {enclosingRanks, quantileOfSorted} from "../../src/estimate/order-statistic.ts";
import {clopperPearson, wilson} from "../../src/estimate/proportion.ts";

const about = (values: number[]) => {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const spread = spreadOf(values.map((x) => x - mean));
  if (spread === null) throw new Error("too few");
  return {mean, spread};
};

describe("Student's t", () => {
  // domain facts: five waits under common random numbers, S1 - S2
  const s1 = [12.1, 11.4, 13.0, 12.6, 11.9],
    s2 = [10.8, 11.2, 12.1, 11.5, 10.9];

  test("paired, the two designs differ by 0.9 ± 0.519425", () => {
    const {mean, spread} = about(s1.map((x, i) => x - s2[i]));
    expect(mean).toBeCloseTo(0.9, 12);
    expect(intervalAround(mean, spread, 0.95, "never").halfWidth).toBeCloseTo(0.519425, 6);
  });

  test("unpaired, Welch can only say 0.9 ± 0.841881", () => {
    const a = about(s1),
      b = about(s2);
    expect(intervalAround(a.mean - b.mean, spreadOfDifference(a.spread, b.spread), 0.95, "never").halfWidth).toBeCloseTo(0.841881, 6);
  });

  test("one replication says nothing about the next", () => {
    expect(spreadOf([0])).toBeNull();
  });
});

describe("the correction for skewness", () => {
  /*
   * By hand: 1 2 3 4 10. Mean 4, deviations -3 -2 -1 0 6: s² = 50/4 = 12.5, Σz³ = -27 - 8 - 1 + 216 = 180,
   * m₃ = 5·180/(4·3) = 75, skewness 75/12.5^1.5 = 1.697056, a = skewness/(6√5) = 0.126491. t(0.975, 4) = 2.776445:
   * G(t) = (3.011175^(1/3) - 1)/0.252982 = (1.444038 - 1)/0.252982 = 1.755213 and
   * G(-t) = ((-1.203175)^(1/3) - 1)/0.252982 = (-1.063595 - 1)/0.252982 = -8.157073; times s/√5 = 1.581139.
   */
  const {mean, spread} = about([1, 2, 3, 4, 10]);

  test("of 1 2 3 4 10 moves the interval from 4 ± 4.39 to [1.22, 16.90]", () => {
    expect(skewnessOf(spread)).toBeCloseTo(1.697056 / Math.sqrt(5), 6);
    const plain = intervalAround(mean, spread, 0.95, "never");
    expect([plain.low, plain.high]).toEqual([expect.closeTo(4 - 4.389946, 5), expect.closeTo(4 + 4.389946, 5)]);
    const a = 1.6970562748 / 6 / Math.sqrt(5),
      se = Math.sqrt(12.5 / 5),
      t = 2.7764451052;
    const g = (r: number) => (Math.cbrt(1 + 6 * a * (r - a)) - 1) / (2 * a);
    const corrected = intervalAround(mean, spread, 0.95, "when it matters");
    expect(corrected.low).toBeCloseTo(4 - g(t) * se, 8);
    expect(corrected.high).toBeCloseTo(4 - g(-t) * se, 8);
    expect(corrected.halfWidth).toBeCloseTo((corrected.high - corrected.low) / 2, 12);
    expect([corrected.low, corrected.high]).toEqual([
      expect.closeTo(4 - 1.755213 * 1.581139, 5),
      expect.closeTo(4 + 8.157073 * 1.581139, 5),
    ]);
  });

  test("leaves a symmetric sample alone", () => {
    const symmetric = about([1, 2, 3, 4, 5]);
    const {low, high} = intervalAround(symmetric.mean, symmetric.spread, 0.9, "always");
    expect(high - 3).toBeCloseTo(3 - low, 14);
  });

  test("mirrors with the sample", () => {
    const mirrored = about([-1, -2, -3, -4, -10]);
    const here = intervalAround(mean, spread, 0.95),
      there = intervalAround(mirrored.mean, mirrored.spread, 0.95);
    expect(there.low).toBeCloseTo(-here.high, 12);
    expect(there.high).toBeCloseTo(-here.low, 12);
  });

  test("cancels between two independent samples that are skewed alike", () => {
    const {low, high} = intervalAround(0, spreadOfDifference(spread, spread), 0.95, "always");
    expect(high).toBeCloseTo(-low, 12);
  });

  test("is made from a skewness of 0.1 √n, and only from there", () => {
    const barely = {standardError: 1, cumulant: 0.0999, degrees: 9},
      enough = {standardError: 1, cumulant: 0.1001, degrees: 9};
    const asymmetry = (spread: typeof barely) => {
      const {low, high} = intervalAround(0, spread, 0.9);
      return high + low;
    };
    expect(asymmetry(barely)).toBe(0);
    expect(asymmetry(enough)).toBeGreaterThan(0.05);
  });

  test("is increasing in r, so its ends never cross", () => {
    for (const a of [-0.4, -0.05, 0.0005, 0.02, 0.4]) {
      let before = -Infinity;
      for (let r = -12; r <= 12; r += 0.25) {
        expect(bent(r, a)).toBeGreaterThan(before);
        before = bent(r, a);
      }
    }
  });
});

describe("the jackknife", () => {
  test("agrees with leaving each one out by hand", () => {
    // Σy/Σx = 12/6 = 2; without each: 11/5, 8/4, 5/3; pseudo-values 6 - 2·those: 1.6, 2, 2.6667
    const result = jackknifeRatio([1, 4, 7], [1, 2, 3]);
    expect(result?.value).toBeCloseTo((1.6 + 2 + 8 / 3) / 3, 12);
  });

  test("of a ratio with a constant denominator is the plain mean", () => {
    const y = [3, 1, 4, 1, 5, 9],
      x = y.map(() => 2);
    const {mean, spread} = about(y.map((v) => v / 2));
    const jackknife = jackknifeRatio(y, x);
    expect(jackknife?.value).toBeCloseTo(mean, 12);
    expect(jackknife?.spread?.standardError).toBeCloseTo(spread.standardError, 12);
  });

  test("has no answer when leaving one out leaves nobody", () => {
    expect(jackknifeRatio([1, 0], [1, 0])).toBeNull();
  });
});

describe("shares of days", () => {
  test("Clopper and Pearson: 8, 0 of 100 and 190 of 200", () => {
    const ends = (count: number, trials: number) => Object.values(clopperPearson(count, trials, 0.95)).map((x) => x.toFixed(6));
    expect(ends(8, 100)).toEqual(["0.035172", "0.151558"]);
    expect(ends(0, 100)).toEqual(["0.000000", "0.036217"]);
    expect(ends(190, 200)).toEqual(["0.909972", "0.975766"]);
  });

  test("Wilson: the same three", () => {
    const ends = (count: number, trials: number) => Object.values(wilson(count, trials, 0.95)).map((x) => x.toFixed(6));
    expect(ends(8, 100)).toEqual(["0.041093", "0.149981"]);
    expect(ends(0, 100)).toEqual(["0.000000", "0.036993"]);
    expect(ends(190, 200)).toEqual(["0.910422", "0.972617"]);
  });

  test("more successes than trials is a caller's mistake", () => {
    expect(() => clopperPearson(3, 2, 0.95)).toThrow(RangeError);
  });
});

describe("quantiles over days", () => {
  test.each([
    [100, 0.9, 84, 96],
    [200, 0.95, 184, 197],
    [1000, 0.95, 936, 964],
    [1000, 0.99, 983, 997],
  ])("%i days enclose their %f quantile between the sorted days %i and %i", (n, p, lower, upper) => {
    expect(enclosingRanks(n, p, 0.95)).toEqual({lower, upper});
  });

  test("ten days cannot bound their 90 % quantile from above", () => {
    expect(enclosingRanks(10, 0.9, 0.95).upper).toBe(11);
  });

  test("the median of 1 2 3 4 is the second: half of the days are at or below it", () => {
    expect(quantileOfSorted([1, 2, 3, 4], 0.5)).toBe(2);
    expect(quantileOfSorted([1, 2, 3, 4], 0.51)).toBe(3);
  });
});
