/** Packs the package, installs the tarball into an empty folder and uses it there: the command, the library, the schema. */
import {execFileSync} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const {version} = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
const folder = mkdtempSync(join(tmpdir(), "waitline-package-"));
try {
  const [{filename, size, entryCount}] = JSON.parse(npm(ROOT, "pack", "--json", "--pack-destination", folder).replace(/^[^[]*/, ""));
  console.log(`${filename}: ${(size / 1024).toFixed(0)} KB, ${entryCount} files`);

  execFileSync(process.execPath, [join(ROOT, "node_modules", "publint", "src", "cli.js"), "run", join(folder, filename), "--strict"], {
    stdio: "inherit",
  });

  writeFileSync(join(folder, "package.json"), JSON.stringify({name: "elsewhere", private: true, type: "module"}));
  // Without scripts: an installed package needs no build.
  npm(folder, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", join(folder, filename));
  expect(npx("waitline", "--version").trim() === version, "waitline --version tells the version");

  const scenario = join("node_modules", "waitline", "scenarios", "bank-one-line-or-five.yaml");
  const said = npx("waitline", "compare", scenario, "--replications", "20");
  expect(said.trim().length > 0, "compare says something");
  expect(existsSync(join(folder, "reports", "bank-one-line-or-five.html")), "compare writes a report");
  const result = JSON.parse(npx("waitline", "show", join("reports", "bank-one-line-or-five.html"), "--json"));
  expect(result.estimates.length > 0 && result.complete === true, "show reads it back");

  const verified = JSON.parse(npx("waitline", "verify", "--only", "erlangC-*", "--json", "--quiet"));
  expect(verified.passed > 40 && verified.failed === 0, "verify finds the reference cases in the package");

  writeFileSync(
    join(folder, "library.js"),
    `import * as waitline from "waitline";
import * as engine from "waitline/engine";
import {erlangC} from "waitline/theory";
import schema from "waitline/schema" with {type: "json"};
for (const verb of ["readScenario", "compileModel", "simulate", "compare", "inWorkers"]) if (typeof waitline[verb] !== "function") throw new Error(verb);
if (typeof engine.simulate !== "function" || typeof schema !== "object") throw new Error("engine or schema");
const {value, kind} = erlangC.solveErlangC({arrivalRate: 20 / 3600, serviceTime: 360, servers: 3}).waitTime;
if (Math.abs(value - 160) > 1e-9 || kind !== "exact") throw new Error("theory");
const workers = waitline.inWorkers(1);
await workers.close();
console.log("library ok");`,
  );
  expect(run(process.execPath, "library.js").includes("library ok"), "the library imports");

  writeFileSync(
    join(folder, "typed.ts"),
    `import {type Reading, readScenario, compileModel, simulate} from "waitline";
import {Collector} from "waitline/statistics";
import {type Answer, erlangC, staffing} from "waitline/theory";
const reading: Reading = readScenario("", "x.yaml", {language: "en"});
const model = compileModel(reading.designs[0].scenario);
const wait: number = simulate(model, 0, 1)[0].row[0];
new Collector(model, {design: "a"}).take(simulate(model, 0, 1)[0]);
const promised: number = staffing.fewestServers({arrivalRate: 1, serviceTime: 1}, {waitTime: 1});
const wait2: Answer | undefined = erlangC.solveErlangC({arrivalRate: 1, serviceTime: 1, servers: promised}).waitTime;
console.log(wait, wait2?.value);`,
  );
  const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
  const types = join(ROOT, "node_modules", "@types");
  execFileSync(
    process.execPath,
    [tsc, "--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--typeRoots", types, "--types", "node", "typed.ts"],
    {
      cwd: folder,
      stdio: "inherit",
    },
  );
  console.log("  ok  the types are understood elsewhere");
  console.log("The package works where it is installed.");
} finally {
  rmSync(folder, {recursive: true, force: true});
}

function npm(cwd, ...args) {
  return execFileSync("npm", args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "inherit"],
    shell: process.platform === "win32",
  });
}

function npx(...args) {
  return npm(folder, "exec", "--no", "--", ...args);
}

function run(...command) {
  return execFileSync(command[0], command.slice(1), {cwd: folder, encoding: "utf8", maxBuffer: 2 ** 28});
}

function expect(isTrue, fact) {
  if (!isTrue) throw new Error(`Not so: ${fact}.`);
  console.log(`  ok  ${fact}`);
}
