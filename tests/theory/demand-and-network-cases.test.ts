import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import type {FormulaCase} from "../../src/verification/formulas/formula-case.ts";
import {CHANGING_DEMAND} from "../../src/verification/formulas/changing-demand.ts";
import {NETWORK_SYSTEMS} from "../../src/verification/formulas/network-systems.ts";
import {NETWORKS} from "../../src/verification/formulas/networks.ts";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../src/verification/cases/${name}.json`, import.meta.url), "utf8"));

interface SystemCase {
  id: string;
  params: Record<string, unknown>;
  expected: unknown;
  recomputed: unknown;
  tolerance_or_exactness: {kind: string; abs?: number; rel?: number};
}

const numbers = (value: unknown): number[] => [value].flat(3).map(Number);

/** Relative from 1 up, absolute below. */
function expectClose(found: unknown, expected: unknown, tolerance: number): void {
  const [have, want] = [numbers(found), numbers(expected)];
  expect(have.length).toBe(want.length);
  want.forEach((value, i) => {
    expect(Math.abs(have[i] - value), `${have[i]} against ${value}`).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(value)));
  });
}

const FORMULAS = {...CHANGING_DEMAND, ...NETWORKS};
const cases = (read("theory") as FormulaCase[]).filter(({model}) => model in FORMULAS);

test("every model of the family has a case", () => {
  const models = new Set(cases.map(({model}) => model));
  expect(Object.keys(FORMULAS).filter((model) => !models.has(model))).toEqual([]);
  expect(cases.length).toBe(95);
});

describe("theory.json", () => {
  for (const one of cases) {
    test(one.id, () => {
      expectClose(FORMULAS[one.model](one), one.expected, one.tolerance);
    });
  }
});

describe("systems.json", () => {
  const systems = read("systems") as SystemCase[];
  for (const [id, answer] of Object.entries(NETWORK_SYSTEMS)) {
    test(id, () => {
      const one = systems.find((candidate) => candidate.id === id);
      if (!one) throw new Error(`no case ${id}`);
      const {kind, abs, rel} = one.tolerance_or_exactness;
      const found = answer(one.params);
      if (kind === "simulation-ci") return expectClose(found, one.expected, 1e-9);
      const [have, want] = [numbers(found), numbers(one.expected)];
      expect(have.length).toBe(want.length);
      want.forEach((value, i) => {
        expect(Math.abs(have[i] - value), `${have[i]} against ${value}`).toBeLessThanOrEqual(abs ?? (rel ?? 0) * Math.abs(value));
      });
      // Printed values are rounded; where the table recomputed them, its digits count.
      if (one.recomputed !== null && one.recomputed !== undefined && kind !== "approximation") expectClose(found, one.recomputed, 2e-8);
    });
  }
});
