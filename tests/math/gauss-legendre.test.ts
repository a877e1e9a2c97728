import {describe, expect, test} from "vitest";
import {gaussLegendre, integrate} from "../../src/math/gauss-legendre.ts";
import {exp, log, sin} from "../../src/math/index.ts";

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

describe("integrals", () => {
  test("smooth functions come out to thirteen digits", () => {
    expect(Math.abs(integrate(exp, 0, 3) / (Math.E ** 3 - 1) - 1)).toBeLessThan(1e-13);
    expect(integrate(sin, 0, Math.PI)).toBeCloseTo(2, 13);
  });

  test("a kink that nobody told of costs no digits, only halvings", () => {
    expect(integrate((x) => Math.abs(x - 0.3), 0, 1)).toBeCloseTo(0.045 + 0.245, 12);
  });

  test("a jump that is told of is no trouble", () => {
    expect(integrate((x) => (x < 0.37 ? 1 : 5), 0, 1, [0.37])).toBeCloseTo(0.37 + 5 * 0.63, 13);
  });

  test("a logarithm at an end comes out to ten digits", () => {
    expect(integrate((x) => log(x), 0, 1)).toBeCloseTo(-1, 10);
  });
});
