/**
 * Builds dist/: the Node library and the command in lazy pieces, the worker thread, the engine for browsers, the declarations.
 *
 *   node tools/build.js             everything
 *   node tools/build.js --stale     only if a source is newer than the last build, and without declarations
 */
import {execFileSync} from "node:child_process";
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {gzipSync} from "node:zlib";
import {build, transform} from "esbuild";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const DIST = join(ROOT, "dist");
const STAMP = join(DIST, ".built");
const ENGINE_LIMIT = 60 * 1024; // bytes, gzipped

/** The command-line package can start programs for subcommands; ours has none, and loading what it would need is felt in `--help`. */
const withoutChildProcesses = {
  name: "without child processes",
  setup(bundle) {
    bundle.onResolve({filter: /^node:child_process$/}, ({importer}) =>
      importer.includes("commander") ? {path: "none", namespace: "none"} : null,
    );
    bundle.onLoad({filter: /./, namespace: "none"}, () => ({contents: "module.exports = {};", loader: "js"}));
  },
};

if (process.argv.includes("--stale")) {
  if (!isStale()) process.exit(0);
  await bundle();
} else {
  await bundle();
  declarations();
}

async function bundle() {
  const started = new Date();
  const common = {
    absWorkingDir: ROOT,
    bundle: true,
    format: "esm",
    target: "es2022",
    outdir: DIST,
    write: false,
    logLevel: "warning",
    legalComments: "none",
    charset: "utf8",
    minifySyntax: true, // numbers that are constants stand where they are used
    metafile: true,
  };
  const results = await Promise.all([
    // The command and the library share their pieces; a piece is loaded when somebody asks for it. Packages are part of them: looking
    // for their hundred files, and reading what of them is never used, took a quarter of the time of `check`.
    build({
      ...common,
      entryPoints: {index: "src/index.ts", cli: "src/cli/main.ts"},
      platform: "node",
      plugins: [withoutChildProcesses],
      splitting: true,
      chunkNames: "piece-[hash]",
    }),
    // One file: a worker thread reads nothing else.
    build({...common, entryPoints: {worker: "src/replication/workers/worker.ts"}, platform: "node"}),
    // Files that need no other: a page may carry the engine alone.
    build({
      ...common,
      entryPoints: {engine: "src/engine.ts", statistics: "src/statistics.ts", theory: "src/theory/index.ts"},
      platform: "browser",
    }),
  ]);
  const files = results
    .flatMap((result) => result.outputFiles)
    .map(({path, text}) => ({path, text: withConstants(withRequire(withoutBareImports(text)))}));
  const engine = files.find((file) => basename(file.path) === "engine.js");
  for (const file of [engine, ...files.filter(({path}) => ["statistics.js", "theory.js"].includes(basename(path)))])
    file.text = (await transform(file.text, {minifyWhitespace: true, minifyIdentifiers: true, charset: "utf8"})).code;
  files.push({path: join(DIST, "browser.js"), text: 'export * from "./engine.js";\nexport * from "./statistics.js";\n'});
  requireNotices(results.flatMap(({metafile}) => Object.keys(metafile.inputs)));
  mkdirSync(DIST, {recursive: true});
  for (const file of files) put(file.path, file.text);
  const fresh = new Set(files.map((file) => basename(file.path)));
  for (const name of readdirSync(DIST)) if (name.endsWith(".js") && !fresh.has(name)) rmSync(join(DIST, name));
  writeFileSync(STAMP, started.toISOString());

  const size = gzipSync(engine.text, {level: 9}).length;
  console.error(`dist/engine.js  ${(engine.text.length / 1024).toFixed(1)} KB, ${(size / 1024).toFixed(1)} KB gzipped`);
  if (size > ENGINE_LIMIT) throw new Error(`The engine bundle must stay under ${ENGINE_LIMIT / 1024} KB gzipped.`);
}

/** A piece that is imported for nothing but its order is not opened: ours do nothing when they are loaded (`sideEffects` in package.json). */
function withoutBareImports(text) {
  return text.replace(/^import "\.\/piece-\w+\.js";\n/gm, "");
}

/** A package in the old format gets Node's own modules from `require`, which the bundler's stand-in for it lacks in new modules. */
function withRequire(text) {
  if (!text.includes("Dynamic require of")) return text;
  return `import {createRequire} from "node:module";\nconst require = createRequire(import.meta.url);\n${text}`;
}

/** Whose code is in the bundles is named, with the licence, in THIRD-PARTY.md. */
function requireNotices(inputs) {
  const packages = inputs.map((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1]).filter((name) => name !== undefined);
  const notices = readFileSync(join(ROOT, "THIRD-PARTY.md"), "utf8");
  const missing = [...new Set(packages)].filter((name) => !notices.includes(`## ${name}\n`));
  if (missing.length > 0) throw new Error(`THIRD-PARTY.md does not name what is bundled: ${missing.join(", ")}`);
}

/**
 * A bundle declares with `var` what the sources declare with `const`, and V8 folds only the latter: variates took twice as long.
 * A declaration at the start of a line is of the module; if none of its names is assigned again it is constant again.
 */
function withConstants(text) {
  return text.replace(/^var (?=[\w$]+ = )/gm, (declaration, at) => {
    const end = text.indexOf(";\n", at);
    const names = [...text.slice(at, end < 0 ? undefined : end).matchAll(/(?:^var |, )([\w$]+) = /g)].map((match) => match[1]);
    const isAssigned = names.some((name) => {
      const word = name.replaceAll("$", "\\$");
      const assigned = new RegExp(
        `(?<![\\w$.]|(?:const|let|var) |, )${word}(?: (?:[-+*/%&|^]|<<|>>>?|\\?\\?)?= |\\+\\+|--)|(?:\\+\\+|--)${word}(?![\\w$])`,
        "g",
      );
      return assigned.test(text); // after `const` or a comma it is declared, not assigned
    });
    return isAssigned ? declaration : "const ";
  });
}

/** Whole or not at all: a command that runs meanwhile reads the old file or the new one. */
function put(path, contents) {
  mkdirSync(dirname(path), {recursive: true});
  const temporary = `${path}.${process.pid}.new`;
  writeFileSync(temporary, contents);
  renameSync(temporary, path);
}

function declarations() {
  const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
  for (const name of readdirSync(DIST, {recursive: true, encoding: "utf8"})) if (name.endsWith(".d.ts")) rmSync(join(DIST, name));
  execFileSync(process.execPath, [tsc, "-p", join(ROOT, "tsconfig.build.json")], {stdio: ["ignore", 2, 2]});
  // The compiler keeps ".ts" in declarations; who imports them looks for ".js" and finds the ".d.ts" beside it.
  for (const name of readdirSync(DIST, {recursive: true, encoding: "utf8"})) {
    if (!name.endsWith(".d.ts")) continue;
    const path = join(DIST, name);
    put(path, readFileSync(path, "utf8").replace(/((?:from|import\()\s*"\.[^"]*)\.ts"/g, '$1.js"'));
  }
}

function isStale() {
  if (!existsSync(STAMP)) return true;
  const built = Date.parse(readFileSync(STAMP, "utf8")); // when it began: a source saved during the build is newer
  return newest(join(ROOT, "src")) > built || newest(join(ROOT, "package.json")) > built || newest(fileURLToPath(import.meta.url)) > built;
}

function newest(path) {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
