/**
 * The reports of the shipped scenarios, as the command writes them with nothing said.
 *
 *   node tools/reports.js                     writes reports/<scenario>.html for every file in scenarios/
 *   node tools/reports.js bank-one-line-or-five priority-counter
 *   node tools/reports.js --check             simulates them again and compares: every word and every number, on whatever Node runs it
 *
 * Compressed data may differ between versions of Node though it holds the same, so it is unpacked before it is compared.
 */
import {execFileSync} from "node:child_process";
import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const waitline = (...words) =>
  execFileSync(process.execPath, [join("bin", "waitline.js"), ...words], {cwd: ROOT, encoding: "utf8", maxBuffer: 2 ** 28});

const asked = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const isCheck = process.argv.includes("--check");
const names = readdirSync(join(ROOT, "scenarios"))
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.slice(0, -".yaml".length))
  .filter((name) => asked.length === 0 || asked.includes(name));

/** Crossing points that are told beside a report, by scenario. */
const CROSSINGS = {
  "bank-one-line-or-five": [
    ...["--between", "one line", "--and", "five lines, shortest"],
    ...["--vary", "one line: stations.tellers.speed=0.9 to 1"],
    ...["--vary", "one line: stations.tellers.walk.each=0 s to 10 s"],
    ...["--vary", "arrivals.customers.rate=20/h to 55/h"],
  ],
};

const folder = isCheck ? mkdtempSync(join(tmpdir(), "waitline-reports-")) : join(ROOT, "reports");
let stale = 0;
for (const [name, options] of Object.entries(CROSSINGS)) {
  if (!names.includes(name)) continue;
  const started = Date.now();
  const page = join(folder, `${name}-crossing.html`);
  waitline("crossing", `scenarios/${name}.yaml`, "--language", "en", "--quiet", "--out", page, ...options);
  tell(`${name}-crossing`, page, started);
}
for (const name of names) {
  const page = join(folder, `${name}.html`);
  const started = Date.now();
  const hasDesigns = /^(compare|vary):/m.test(readFileSync(join(ROOT, "scenarios", `${name}.yaml`), "utf8"));
  waitline(hasDesigns ? "compare" : "run", `scenarios/${name}.yaml`, "--language", "en", "--quiet", "--out", page);
  tell(name, page, started);
}
if (isCheck) rmSync(folder, {recursive: true});
if (stale > 0) {
  console.error("Renew them with: node tools/reports.js, and look at what has changed.");
  process.exit(1);
}

function tell(name, page, started) {
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (!isCheck) return console.log(`reports/${name}.html  ${seconds} s`);
  const difference = differenceBetween(join(ROOT, "reports", `${name}.html`), page);
  if (difference !== null) stale++;
  console.log(`reports/${name}.html  ${difference ?? "is what the command writes"}  (${seconds} s)`);
}

/** In words; null where there is none. */
function differenceBetween(committed, fresh) {
  let texts;
  try {
    texts = [committed, fresh].map((file) => readFileSync(file, "utf8").replace(/"data":"[^"]*"/, ""));
  } catch {
    return "IS MISSING";
  }
  if (texts[0] !== texts[1]) return "IS STALE: other words or pictures";
  if (!texts[0].includes("waitline-result")) return null; // its data are not packed
  const [before, now] = [committed, fresh].map((file) => waitline("show", file, "--json"));
  return before === now ? null : "IS STALE: other numbers";
}
