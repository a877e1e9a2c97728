import {expect, test} from "vitest";
import * as theory from "../../src/theory/index.ts";

test("the library of formulas answers by namespace: two erlangs on three servers wait 160 s of a six-minute service", () => {
  const {waitTime} = theory.erlangC.solveErlangC({arrivalRate: 20 / 3600, serviceTime: 360, servers: 3});
  expect(waitTime?.value).toBeCloseTo(160, 9);
  expect(waitTime).toMatchObject({kind: "exact", source: expect.stringContaining("Erlang (1917)")});
});

test("every formula of the library names its kind, its validity and its source in both languages", () => {
  const formulas = Object.values(theory).flatMap((family) =>
    Object.values(family as Record<string, unknown>).filter(
      (one): one is theory.Formula => typeof one === "object" && one !== null && "kind" in one && "source" in one && !("value" in one),
    ),
  );
  expect(formulas.length).toBeGreaterThan(50);
  for (const {name, kind, validity, source} of formulas) {
    expect(["exact", "approximate", "asymptotic", "bound"]).toContain(kind);
    for (const words of [name, validity]) for (const text of [words.en, words.zh]) expect(text.length, name.en).toBeGreaterThan(2);
    expect(source.length, name.en).toBeGreaterThan(5);
  }
});
