import {expect, test} from "vitest";
import {KeptRows} from "../../src/estimate/kept-rows.ts";

const REPLICATIONS = 150; // two blocks and a part of the third

/** Rows of six columns, of which the first three and the last one are kept. */
function kept(): KeptRows {
  const rows = new KeptRows(4);
  for (let i = 0; i < REPLICATIONS; i++) rows.add(Float64Array.of(i, 1000 + i, 2000 + i, -1, -2, 5000 + i), 3);
  return rows;
}

test("every number of a replication is kept, in a full block and behind the last", () => {
  const rows = kept();
  for (const i of [0, 63, 64, 127, 128, 149]) {
    expect([0, 1, 2, 3].map((column) => rows.at(i, column))).toEqual([i, 1000 + i, 2000 + i, 5000 + i]);
  }
});

test("a column added to numbers adds each replication's own, times the factor", () => {
  const into = new Float64Array(REPLICATIONS).fill(7);
  kept().addColumn(3, -2, into);
  expect([...into]).toEqual(Array.from({length: REPLICATIONS}, (_, i) => 7 - 2 * (5000 + i)));
});

test("columns that are the same in a block, or nearly, are kept as they were", () => {
  const rows = new KeptRows(3);
  for (let i = 0; i < REPLICATIONS; i++) rows.add(Float64Array.of(3, i === 100 ? -0 : 0, i < 64 ? Number.NaN : i), 3);
  for (let i = 0; i < REPLICATIONS; i++) {
    expect(rows.at(i, 0)).toBe(3);
    expect(rows.at(i, 1)).toBe(i === 100 ? -0 : 0);
    expect(rows.at(i, 2)).toBe(i < 64 ? Number.NaN : i);
  }
  const into = new Float64Array(REPLICATIONS);
  rows.addColumn(0, 0.5, into);
  expect(new Set(into)).toEqual(new Set([1.5]));
  into.fill(0);
  rows.addColumn(2, 1, into);
  expect([into[63], into[64], into[149]]).toEqual([Number.NaN, 64, 149]);
});
