import {describe, expect, test} from "vitest";
import {LAWS, LAWS_SYSTEMS} from "../../src/verification/formulas/laws.ts";
import type {FormulaCase} from "../../src/verification/formulas/formula-case.ts";
import systems from "../../src/verification/cases/systems.json" with {type: "json"};
import theory from "../../src/verification/cases/theory.json" with {type: "json"};

interface SystemsCase {
  readonly id: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly expected: number | readonly number[];
  readonly tolerance_or_exactness: {readonly kind: string; readonly abs?: number; readonly rel?: number};
}

const listOf = (value: unknown) => (Array.isArray(value) ? value : [value]).map(Number);

/** Relative to the value, or to `least` if that is larger. */
function expectNear(found: unknown, expected: unknown, tolerance: number, least: number): void {
  const wanted = listOf(expected);
  const got = listOf(found);
  expect(got).toHaveLength(wanted.length);
  wanted.forEach((value, i) => {
    expect(Math.abs(got[i] - value), `${got[i]} beside ${value}`).toBeLessThanOrEqual(tolerance * Math.max(least, Math.abs(value)));
  });
}

const cases = (theory as readonly FormulaCase[]).filter((given) => LAWS[given.model] !== undefined);

describe("general laws, priorities and parallel lines say what the references say", () => {
  test("every model of this family has its cases", () => {
    expect(cases.length).toBe(126);
    for (const model of Object.keys(LAWS))
      expect(
        cases.some((given) => given.model === model),
        model,
      ).toBe(true);
  });
  for (const given of cases) test(given.id, () => expectNear(LAWS[given.model](given), given.expected, given.tolerance, 0));
});

describe("systems' cases", () => {
  for (const [id, say] of Object.entries(LAWS_SYSTEMS)) {
    test(id, () => {
      const given = (systems as readonly unknown[] as readonly SystemsCase[]).find((one) => one.id === id)!;
      const {kind, abs, rel} = given.tolerance_or_exactness;
      // a simulation's interval comes with the exact value as what is expected; sample estimates keep their own tolerance
      const tolerance = kind === "simulation-ci" ? 1e-9 : (abs ?? rel)!;
      expectNear(say(given.params), given.expected, tolerance, 1);
    });
  }
});
