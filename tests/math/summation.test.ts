import {expect, test} from "vitest";
import {CompensatedSum, compensatedSum} from "../../src/math/summation.ts";

function sumOf(terms: readonly number[]): number {
  const sum = new CompensatedSum();
  for (const term of terms) sum.add(term);
  return sum.value;
}

test("what a plain sum loses beside a large term comes back when that term leaves", () => {
  expect(1 + 1e100 + 1 - 1e100).toBe(0);
  expect(sumOf([1, 1e100, 1, -1e100])).toBe(2);
});

test("a million tenths are a hundred thousand", () => {
  const tenths = new Array<number>(1_000_000).fill(0.1);
  expect(tenths.reduce((a, b) => a + b)).not.toBe(100_000);
  expect(sumOf(tenths)).toBe(100_000);
});

test("an infinite term stays infinite", () => {
  expect(sumOf([1, Infinity, 2])).toBe(Infinity);
  expect(sumOf([-Infinity, 1])).toBe(-Infinity);
});

test("a sum that was reset begins again at zero", () => {
  const sum = new CompensatedSum();
  sum.add(1e100);
  sum.add(1);
  sum.reset();
  sum.add(3);
  expect(sum.value).toBe(3);
});

test("a list summed at once gives the bits of its terms summed one by one", () => {
  for (const terms of [
    [1, 1e100, 1, -1e100],
    [0.1, 0.2, 0.3, -0.6],
    [1, Infinity, 2],
    [],
    Array.from({length: 999}, (_, i) => 1 / (i - 400.5)),
  ])
    expect(compensatedSum(terms)).toBe(sumOf(terms));
});
