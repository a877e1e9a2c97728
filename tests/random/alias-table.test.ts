import {expect, test} from "vitest";
import {AliasTable} from "../../src/random/alias-table.ts";

/** The share of the numbers between 0 and 1 that choose each thing, on a fine grid. */
function sharesOf(weights: readonly number[]): number[] {
  const table = new AliasTable(weights);
  const shares = weights.map(() => 0);
  const grid = 100_000;
  for (let i = 0; i < grid; i++) shares[table.choose((i + 0.5) / grid)] += 1 / grid;
  return shares;
}

test("things are chosen in proportion to their weights", () => {
  for (const weights of [[1], [3, 1], [1, 1, 1], [5, 0, 3, 2], [0, 0, 7], [0.1, 0.2, 0.3, 0.4], [1e-9, 1, 1e9], [1, 2, 3, 4, 5, 6, 7]]) {
    const total = weights.reduce((a, b) => a + b);
    sharesOf(weights).forEach((share, i) => expect(share).toBeCloseTo(weights[i] / total, 3));
  }
});

test("a weight of zero is never chosen, at neither end", () => {
  const table = new AliasTable([0, 1, 0]);
  for (const u of [2 ** -53, 0.33, 0.34, 0.5, 0.66, 0.67, 1 - 2 ** -53]) expect(table.choose(u)).toBe(1);
});
