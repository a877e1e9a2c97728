/** Roots between two points of opposite sign. */
import {expect, test} from "vitest";
import {findRoot} from "../../src/math/find-root.ts";
import {exp, log} from "../../src/math/index.ts";

test("the root of x² - 2 is √2 to the last digits, in few steps", () => {
  let asked = 0;
  const root = findRoot(
    (x) => {
      asked++;
      return x * x - 2;
    },
    0,
    100,
  );
  expect(Math.abs(root - Math.SQRT2)).toBeLessThan(1e-15);
  expect(asked).toBeLessThan(30);
});

test("the root may grow or fall, and lie on either side of zero", () => {
  expect(Math.abs(findRoot((x) => 1e-5 - exp(x), -100, 100) / log(1e-5) - 1)).toBeLessThan(1e-14);
  expect(Math.abs(findRoot((x) => exp(x) - 1e-5, -100, 100) / log(1e-5) - 1)).toBeLessThan(1e-14);
});

test("a jump across zero is found, and so is a root beside an infinite value", () => {
  expect(Math.abs(findRoot((x) => (x < 3.3 ? -1 : 5), 0, 100) - 3.3)).toBeLessThan(1e-14);
  expect(Math.abs(findRoot((x) => (x < 1 ? -Infinity : x - 2), 0, 7) - 2)).toBeLessThan(1e-14);
});

test("a root at an end is that end", () => {
  expect(findRoot((x) => x, 0, 1)).toBe(0);
  expect(findRoot((x) => x - 1, 0, 1)).toBe(1);
});

test("a flat root is found as well as its function tells it", () => {
  expect(Math.abs(findRoot((x) => x * x * x, -1, 2))).toBeLessThan(1e-15);
});

test("where both ends have one sign there is nothing to find", () => {
  expect(() => findRoot((x) => x * x + 1, -1, 1)).toThrow("f must have opposite signs at -1 and 1, got 2 and 2");
  expect(() => findRoot(() => Number.NaN, 0, 1)).toThrow("got NaN and NaN");
});
