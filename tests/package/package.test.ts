/** What is shipped. `tools/check-package.js` installs it elsewhere and runs it; here are the facts that need no registry. */
import {execFileSync} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {gzipSync} from "node:zlib";
import {expect, test} from "vitest";
import {VERSION} from "../../src/version.ts";

const root = new URL("../../", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), "utf8");
const manifest = JSON.parse(read("package.json"));

test("the version is told once", () => {
  expect(VERSION).toBe(manifest.version);
  expect(read("CHANGELOG.md")).toContain(`## ${VERSION}`);
});

test("the engine is under 60 KB gzipped and has neither Node nor yaml in it", () => {
  const engine = readFileSync(new URL("dist/engine.js", root));
  expect(gzipSync(engine, {level: 9}).length).toBeLessThan(60 * 1024);
  expect(engine.toString()).not.toMatch(/from\s*"node:|\brequire\(|process\.env|yaml/i);
});

test("for its front page, `waitline` loads a few small files of its own and no package", () => {
  const files = new Map<string, string>();
  const packages: string[] = [];
  const load = (name: string): void => {
    if (files.has(name)) return;
    const text = read(`dist/${name}`);
    files.set(name, text);
    for (const [, specifier] of text.matchAll(/^(?:import|\} from|import .* from) ?"([^"]+)";$/gm)) {
      if (specifier.startsWith("./")) load(specifier.slice(2));
      else if (!specifier.startsWith("node:")) packages.push(specifier);
    }
  };
  load("cli.js");
  expect(packages).toEqual([]);
  expect(files.size).toBeLessThanOrEqual(4);
  expect([...files.values()].join("").length).toBeLessThan(16 * 1024);
  expect([...files.values()].join("")).toContain("print this help"); // the page is in what was loaded
});

test("what is exported is there, types included", () => {
  const files = Object.values(manifest.exports).flatMap((entry) => (typeof entry === "string" ? [entry] : Object.values(entry as object)));
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    if (!file.endsWith(".d.ts")) expect(existsSync(new URL(file, root)), file).toBe(true);
  }
});

test("the tarball holds the command, the library, the scenarios and no sources of ours", () => {
  const out = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [{files}] = JSON.parse(out.slice(out.indexOf("[")));
  const names: string[] = files.map((file: {path: string}) => file.path);
  for (const name of [
    "bin/waitline.js",
    "dist/cli.js",
    "dist/index.js",
    "dist/engine.js",
    "dist/worker.js",
    "schema/scenario.schema.json",
    "LICENSE",
    "README.md",
  ]) {
    expect(names).toContain(name);
  }
  expect(names.filter((name) => name.startsWith("scenarios/")).length).toBeGreaterThan(0);
  expect(
    names.filter((name) => /^(src|tests|tools|reports|\.ci)\//.test(name) || (name.endsWith(".ts") && !name.endsWith(".d.ts"))),
  ).toEqual([]);
});

test("the lock file knows the optional parts of every platform, so that `npm ci` works on each", () => {
  const {packages} = JSON.parse(read("package-lock.json")) as {packages: Record<string, {optionalDependencies?: Record<string, string>}>};
  const names = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, "")));
  const asked = Object.values(packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}));
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter((name) => !names.has(name))).toEqual([]);
});
