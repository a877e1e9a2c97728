/** docs/theory.md cannot go stale: its table is that of the formulas, and its examples are understood. */
import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {parseKendall} from "../../src/theory/kendall.ts";
import {filesWithFormulas, formulaTable, withTable} from "../../tools/theory-docs.js";

const page = readFileSync(new URL("../../docs/theory.md", import.meta.url), "utf8");

test("the page tells every formula, its kind, validity and source (else: node tools/theory-docs.js)", async () => {
  const modules: Record<string, Record<string, unknown>> = {};
  for (const path of filesWithFormulas()) modules[path] = (await import(`../../src/${path}`)) as Record<string, unknown>;
  const table = formulaTable(modules);
  expect(table.split("\n").length).toBeGreaterThan(50);
  expect(page).toBe(withTable(page, table));
});

test("every notation that the page shows can be read", () => {
  const [, table] = /\| written \| means \|\n([\s\S]*?)\n\n/.exec(page)!;
  const shown = table.split("\n").flatMap((row) => [...row.split("|")[1].matchAll(/`([^`…]+)`/g)].map(([, text]) => text));
  expect(shown.length).toBeGreaterThan(12);
  for (const text of shown) expect(() => parseKendall(text), text).not.toThrow();
});
