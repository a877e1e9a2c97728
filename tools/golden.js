/**
 * Renews tests/golden/estimates.json, and the answer that README.md shows, after a change that was meant to change histories.
 * Look at the difference before committing it.
 *
 *   node tools/golden.js            writes them
 *   node tools/golden.js --check    compares only, on whatever Node runs it: the same bits everywhere
 */
import {execFileSync} from "node:child_process";
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {importSources} from "./import-sources.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const {goldenOf, WORLDS, engine} = await importSources(
  "golden",
  `export {goldenOf} from "./tests/golden/golden.ts"; export {WORLDS} from "./tests/golden/worlds.ts"; export * as engine from "./src/browser.ts";`,
);
const golden = {};
for (const world of WORLDS) golden[world.name] = await goldenOf(world, engine);
const file = join(ROOT, "tests", "golden", "estimates.json");
const text = `${JSON.stringify(golden, null, 2)}\n`;
if (process.argv.includes("--check")) {
  const isSame = readFileSync(file, "utf8") === text;
  console.log(
    `Node ${process.versions.node}: ${isSame ? "the same bits" : "OTHER BITS than tests/golden/estimates.json"} in ${WORLDS.length} worlds`,
  );
  process.exit(isSame ? 0 : 1);
}
writeFileSync(file, text);

const readme = join(ROOT, "README.md");
const scenario = join(ROOT, "scenarios", "bank-one-line-or-five.yaml");
const env = {...process.env, NO_COLOR: "1", LC_ALL: "C"};
const said = execFileSync(process.execPath, [join(ROOT, "bin", "waitline.js"), "compare", scenario, "--no-report", "--quiet"], {
  encoding: "utf8",
  env,
});
const block = /(The first prints the answer:\n\n```\n)[^`]*(```)/;
writeFileSync(
  readme,
  readFileSync(readme, "utf8").replace(block, (_, before, after) => `${before}${said.trimEnd()}\n${after}`),
);

console.log(`${WORLDS.length} worlds written to tests/golden/estimates.json, and the answer to README.md`);
