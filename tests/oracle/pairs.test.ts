import {expect, test} from "vitest";
import {everyPair} from "./pairs.ts";

test("every two values of two factors meet in some row, in far fewer rows than there are combinations", () => {
  const factors = {a: [1, 2, 3, 4, 5, 6, 7, 8], b: [1, 2, 3, 4], c: ["x", "y", "z"], d: ["p", "q"]} as const;
  const rows = everyPair(factors);
  const names = Object.keys(factors) as (keyof typeof factors)[];
  for (const one of names) {
    for (const other of names.slice(names.indexOf(one) + 1)) {
      for (const value of factors[one])
        for (const otherValue of factors[other]) expect(rows.some((row) => row[one] === value && row[other] === otherValue)).toBe(true);
    }
  }
  expect(rows.length).toBeGreaterThanOrEqual(32);
  expect(rows.length).toBeLessThan(45);
});
