import {describe, expect, test} from "vitest";
import {gaussLegendre} from "../../src/math/gauss-legendre.ts";

describe("Gauss and Legendre's points", () => {
  test("n points integrate every power up to 2n - 1 exactly", () => {
    for (const count of [1, 2, 5, 10, 24]) {
      const {points, weights} = gaussLegendre(count);
      for (let power = 0; power < 2 * count; power++) {
        const sum = points.reduce((total, x, i) => total + weights[i] * x ** power, 0);
        expect(sum).toBeCloseTo(power % 2 === 0 ? 2 / (power + 1) : 0, 13);
      }
    }
  });

  test("two points are at one over the root of three", () => {
    expect(gaussLegendre(2).points[1]).toBeCloseTo(1 / Math.sqrt(3), 15);
  });

  test("no points are no rule", () => {
    expect(() => gaussLegendre(0)).toThrow(new RangeError("count must be a whole number of 1 or more, got 0"));
  });
});
