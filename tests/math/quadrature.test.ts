/** Integrals by Gauss and Kronrod, against integrals that are known. */
import {describe, expect, test} from "vitest";
import {exp} from "../../src/math/index.ts";
import {integrate} from "../../src/math/quadrature.ts";

describe("the rule of 15 points", () => {
  test.each(Array.from({length: 23}, (_, degree) => degree))("integrates x^%i over a panel to one rounding", (degree) => {
    let asked = 0;
    const whole = integrate(
      (x) => {
        asked++;
        return x ** degree;
      },
      [0, 1],
    );
    expect(Math.abs(whole * (degree + 1) - 1)).toBeLessThan(1e-15);
    if (degree <= 13) expect(asked).toBe(15);
  });

  test("a normal density over its whole line holds 1", () => {
    const whole = integrate((x) => exp((-x * x) / 2), [-40, -8, -2, 0, 2, 8, 40]);
    expect(Math.abs(whole / Math.sqrt(2 * Math.PI) - 1)).toBeLessThan(1e-15);
  });
});

test("a narrow peak is found by halving: e^(-|x|/0.001) over [-1, 1] holds 0.002", () => {
  const whole = integrate((x) => exp(-Math.abs(x) / 0.001), [-1, 0, 1]);
  expect(Math.abs(whole / 0.002 - 1)).toBeLessThan(1e-14);
});

test("one far narrower is lost, unless an edge stands beside it", () => {
  const peak = (x: number) => exp(-Math.abs(x) / 1e-6);
  expect(integrate(peak, [-1, 0, 1])).toBe(0);
  expect(Math.abs(integrate(peak, [-1, -1e-4, -1e-6, 0, 1e-6, 1e-4, 1]) / 2e-6 - 1)).toBeLessThan(1e-14);
});

test("a jump inside a panel is found to the last digits", () => {
  expect(Math.abs(integrate((x) => (x < 1 / 3 ? 1 : 0), [0, 1]) * 3 - 1)).toBeLessThan(1e-13);
});

test("a root singularity is integrated: 1/√x over [0, 1] holds 2", () => {
  expect(Math.abs(integrate((x) => 1 / Math.sqrt(x), [0, 1]) / 2 - 1)).toBeLessThan(1e-7);
});

test("what is zero everywhere has the integral 0, and so has an empty stretch", () => {
  expect(integrate(() => 0, [0, 1, 2])).toBe(0);
  expect(integrate(() => 7, [3, 3])).toBe(0);
  expect(integrate(() => 7, [3])).toBe(0);
});

test("repeated edges change nothing", () => {
  expect(integrate((x) => x, [0, 1, 1, 2])).toBe(2);
});
