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
