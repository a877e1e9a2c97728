/** Every reference case of one place with exponential service is what our formulas say, to the case's own tolerance. */
import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {ERLANG, ERLANG_SYSTEMS} from "../../src/verification/formulas/erlang.ts";
import type {Found, FormulaCase} from "../../src/verification/formulas/formula-case.ts";

interface SystemCase {
  id: string;
  params: Record<string, unknown>;
  expected: Found;
  tolerance_or_exactness: {abs?: number; rel?: number; exact?: boolean};
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../src/verification/cases/${name}.json`, import.meta.url), "utf8"));
const theory = read("theory") as FormulaCase[];
const systems = read("systems") as SystemCase[];

/** How far a number may be from what is expected of it. */
function expectClose(found: Found, expected: unknown, tolerated: (size: number) => number): void {
  const all = typeof found === "number" ? [found] : found;
  const truths = typeof expected === "number" ? [expected] : (expected as number[]);
  expect(all).toHaveLength(truths.length);
  all.forEach((value, k) => {
    const truth = truths[k];
    expect(value, `expected ${truth}`).toSatisfy((x: number) => Math.abs(x - truth) <= tolerated(Math.abs(truth)));
  });
}

describe("theory.json", () => {
  const mine = theory.filter(({model}) => model in ERLANG);
  for (const given of mine) {
    test(given.id, () => {
      // Relative for small numbers, too: stricter than the case asks.
      expectClose(ERLANG[given.model](given), given.expected, (size) => given.tolerance * size);
    });
  }

  test("no model in the table is without a case", () => {
    expect(Object.keys(ERLANG).filter((model) => !theory.some((given) => given.model === model))).toEqual([]);
  });

  test("every model named after Erlang, M/M/c or M/M/1 in the long run has its formula", () => {
    const named = /Erlang|M\/M\/c|M\/M\/1|Halfin|Garnett|pooling gain|retrial|redial|overflow|Hayward|M\^\[X\]|random split|single line/;
    const elsewhere = /priority|transient|day/;
    const missing = theory.filter(
      ({model}) => named.test(model) && !elsewhere.test(model.replace("day busyness", "")) && !(model in ERLANG),
    );
    expect([...new Set(missing.map(({model}) => model))]).toEqual([]);
  });
});

describe("systems.json", () => {
  for (const [id, answer] of Object.entries(ERLANG_SYSTEMS)) {
    test(id, () => {
      const given = systems.find((candidate) => candidate.id === id);
      if (!given) throw new Error(`no case ${id}`);
      const {abs = 0, rel = 0} = given.tolerance_or_exactness;
      expectClose(answer(given), given.expected, (size) => Math.max(abs, rel * size));
    });
  }
});
