/**
 * Writes the table of formulas into docs/theory.md, between its two marks, from the formulas themselves. A test compares, so that the
 * page cannot go stale.
 *
 *   node tools/theory-docs.js
 */
import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PAGE = join(ROOT, "docs", "theory.md");
export const FROM = "<!-- formulas: written by tools/theory-docs.js -->";
export const TO = "<!-- end of formulas -->";

/** Files that may hold formulas, relative to src/. */
export function filesWithFormulas() {
  return ["theory", "twin"].flatMap((folder) =>
    readdirSync(join(ROOT, "src", folder))
      .filter((name) => name.endsWith(".ts"))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
}

const KINDS = ["exact", "approximate", "asymptotic", "bound"];
const isFormula = (found) =>
  typeof found === "object" &&
  found !== null &&
  KINDS.includes(found.kind) &&
  found.validity?.en !== undefined &&
  found.name?.en !== undefined;
const cell = (text) => text.replaceAll("|", "\\|");

/** `modules`: what each file exports, by its path relative to src/. */
export function formulaTable(modules) {
  const rows = Object.entries(modules).flatMap(([path, exports]) =>
    Object.values(exports)
      .filter(isFormula)
      .sort((a, b) => (a.name.en < b.name.en ? -1 : 1))
      .map(({name, kind, validity, source}) => `| ${cell(name.en)} | ${kind} | ${cell(validity.en)} | ${cell(source)} | \`${path}\` |`),
  );
  return [
    "| formula | kind | holds for, and how far off it typically is | source | in `src/` |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

/** The page with another table. */
export function withTable(page, table) {
  const [from, to] = [page.indexOf(FROM), page.indexOf(TO)];
  if (from < 0 || to < from) throw new Error("docs/theory.md has lost the marks of its table.");
  return `${page.slice(0, from + FROM.length)}\n\n${table}\n\n${page.slice(to)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {importSources} = await import("./import-sources.js");
  const files = filesWithFormulas();
  const bundled = await importSources("theory-docs", files.map((path, i) => `export * as file${i} from "./src/${path}";`).join("\n"));
  const table = formulaTable(Object.fromEntries(files.map((path, i) => [path, bundled[`file${i}`]])));
  writeFileSync(PAGE, withTable(readFileSync(PAGE, "utf8"), table));
  console.error(`docs/theory.md: ${table.split("\n").length - 2} formulas`);
}
