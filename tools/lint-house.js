/**
 * The rules of the house that no general linter knows:
 *
 *   1. A folder imports only what stands above it in the list (docs/design.md).
 *   2. Only cli/, the workers and the Node door touch files, the process and the terminal.
 *   3. The engine never imports scenario/reading, and only reading/ and what stands below it do.
 *   4. From units.ts to comparison/, numbers come only from operations that give the same bits everywhere.
 *   5. Import specifiers are relative and end in .ts, or name a package the file may use.
 */
import {readdirSync, readFileSync} from "node:fs";
import {dirname, join, relative, sep} from "node:path";
import {fileURLToPath} from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const ORDER = [
  "units.ts",
  "math",
  "theory",
  "random",
  "scenario",
  "model",
  "twin",
  "replication",
  "estimate",
  "comparison",
  "verification",
  "plan",
  "booking",
  "fit",
  "wording",
  "report",
  "cli",
];
/** The doors of the package, and its version, stand beside the list. */
const DOORS = ["index.ts", "engine.ts", "statistics.ts", "browser.ts"];
const VERSION = "version.ts";
const SAME_BITS = new Set(["sqrt", "abs", "floor", "ceil", "min", "max", "imul", "fround"]);
const LAST_SAME_BITS = ORDER.indexOf("comparison");
/** Of Node, sums without a world: fingerprints and compression. */
const SUMS = {"node:crypto": ["report", "scenario/reading"], "node:zlib": ["report"]};
/** The world without an import; `process` and `document` are also words for other things. */
const WORLD =
  /(?<![.\w$])(?:process\.(?:env|argv|exit|exitCode|std\w+|cwd|on|off|platform|versions|hrtime|memoryUsage|cpuUsage|nextTick|kill)\b|document\.(?:body|head|cookie|create\w+|get\w+|query\w+)|console\.|require\(|fetch\(|window\.|localStorage\b|__dirname\b)/g;
/** Packages by the folder that may use them. */
const PACKAGES = {
  commander: ["cli"],
  yaml: ["scenario/reading"],
  zod: ["scenario/reading"],
  "seedrandom/lib/alea.js": ["random"],
  "simple-statistics": ["fit", "report"],
  "plotly.js-dist-min": ["report"],
  "csv-parse": ["fit", "scenario/reading"],
  highs: ["plan"],
};

/** All breaches of one file; `path` is relative to src/. Exported so that tests can show that each rule bites. */
export function breachesOf(path, source) {
  const breaches = [];
  const code = withoutText(source);
  const add = (index, message) => breaches.push({path, line: source.slice(0, index).split("\n").length, message});
  const home = path.split("/")[0];
  const isDoor = DOORS.includes(home);
  const rank = ORDER.indexOf(home);
  if (rank < 0 && !isDoor && home !== VERSION) add(0, `"${home}" is not in the list of folders (tools/lint-house.js).`);
  const mayTouchWorld = home === "cli" || path.startsWith("replication/workers/");

  for (const {specifier, index} of importsOf(source, code)) {
    if (specifier.startsWith(".")) {
      if (!/\.(ts|json)$/.test(specifier)) add(index, `"${specifier}" must end in .ts.`);
      const target = join(dirname(path), specifier).split(sep).join("/");
      checkTarget(target, index);
    } else if (specifier.startsWith("node:")) {
      if (!mayTouchWorld && !SUMS[specifier]?.some((folder) => path.startsWith(`${folder}/`)))
        add(index, `"${specifier}": only cli/ and replication/workers/ touch the world.`);
    } else {
      const homes = PACKAGES[specifier];
      if (homes === undefined || !homes.some((folder) => path.startsWith(`${folder}/`)))
        add(index, `"${specifier}" may not be imported here.`);
    }
  }

  function checkTarget(target, index) {
    const there = target.split("/")[0];
    const isReading = (file) => file.startsWith("scenario/reading/");
    if (target.startsWith("../")) return add(index, `"${target}" is outside src/.`);
    if (there === VERSION) return;
    if (isDoor) {
      if (home === "engine.ts" && (ORDER.indexOf(there) > LAST_SAME_BITS || isReading(target) || target.startsWith("replication/workers/")))
        add(index, `The engine's door opens on everything up to comparison/ without reading/ and workers/, not on ${target}.`);
      return;
    }
    if (ORDER.indexOf(there) > rank) add(index, `${home}/ may not know ${there}/: imports point up the list.`);
    if (isReading(target) && !isReading(path) && rank <= LAST_SAME_BITS)
      add(index, "scenario/reading/ holds yaml and zod: the engine never imports it.");
    if (target.startsWith("replication/workers/") && !mayTouchWorld) add(index, "Only cli/ and the Node door choose workers.");
  }

  if (!mayTouchWorld) {
    for (const {index, 0: word} of code.matchAll(WORLD)) add(index, `"${word}": only cli/ and replication/workers/ touch the world.`);
  }
  if (rank >= 0 && rank <= LAST_SAME_BITS && !path.startsWith("scenario/reading/")) {
    for (const match of code.matchAll(/\bMath\s*(?:\.\s*(\w+)|\[)/g)) {
      if (match[1] === undefined || !SAME_BITS.has(match[1]))
        add(match.index, `Math.${match[1] ?? "[...]"} differs between engines; src/math has what gives the same bits everywhere.`);
    }
    for (const match of code.matchAll(/=\s*Math\b(?!\s*[.[])|[{,(\s]Math\s*[,)}]/g))
      add(match.index, "Math under another name cannot be checked.");
    for (const match of code.matchAll(/(?<!\b2 )\*\*|\*\*(?! -?\d+\b)/g))
      add(match.index, "** differs between engines, but for 2 ** a whole number; use power() of src/math.");
    for (const match of code.matchAll(/\b(toLocale\w*|localeCompare|Intl|Date)\b/g))
      add(match.index, `${match[1]} depends on the machine.`);
  }
  return breaches;
}

function importsOf(source, code) {
  const found = [];
  // In `code` text is blank, but quotes stay where they were; the specifier is read from the source.
  for (const match of code.matchAll(/\b(?:from|import)\s*\(?\s*(["'])/g)) {
    const start = match.index + match[0].length;
    const end = source.indexOf(match[1], start);
    found.push({specifier: source.slice(start, end), index: match.index});
  }
  return found;
}

/** The source with comments, strings and regular expressions blanked, every other character in its place. */
export function withoutText(source) {
  const out = source.split(""); // positions are those of the string
  const blank = (from, to) => {
    for (let i = from; i < to; i++) if (out[i] !== "\n") out[i] = " ";
  };
  const nested = []; // braces open inside template literals
  let i = 0;
  let last = ""; // last character of code, to tell a division from a regular expression
  while (i < source.length) {
    const two = source.slice(i, i + 2);
    const one = source[i];
    if (two === "//") {
      const end = ends(source.indexOf("\n", i));
      blank(i, end);
      i = end;
    } else if (two === "/*") {
      const end = ends(source.indexOf("*/", i + 2)) + 2;
      blank(i, Math.min(end, source.length));
      i = end;
    } else if (one === '"' || one === "'") {
      let end = i + 1;
      while (end < source.length && source[end] !== one) end += source[end] === "\\" ? 2 : 1;
      blank(i + 1, end);
      i = end + 1;
      last = one;
    } else if (one === "`" || (one === "}" && nested.at(-1) === 0)) {
      if (one === "}") nested.pop();
      let end = i + 1;
      while (end < source.length && source[end] !== "`" && source.slice(end, end + 2) !== "${") end += source[end] === "\\" ? 2 : 1;
      blank(i + 1, end);
      if (source[end] === "$") {
        nested.push(0);
        i = end + 2;
        last = "{";
      } else {
        i = end + 1;
        last = "`";
      }
    } else if (one === "/" && !/[\w)\]"'`]/.test(last)) {
      let end = i + 1;
      let inClass = false;
      while (end < source.length && (inClass || source[end] !== "/")) {
        if (source[end] === "[") inClass = true;
        else if (source[end] === "]") inClass = false;
        end += source[end] === "\\" ? 2 : 1;
      }
      blank(i + 1, end);
      i = end + 1;
      last = ")";
    } else {
      if (nested.length > 0) {
        if (one === "{") nested[nested.length - 1]++;
        if (one === "}") nested[nested.length - 1]--;
      }
      if (!/\s/.test(one)) last = one;
      i++;
    }
  }
  return out.join("");

  function ends(index) {
    return index < 0 ? source.length : index;
  }
}

function filesUnder(folder) {
  return readdirSync(folder, {withFileTypes: true}).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : entry.name.endsWith(".ts") && !entry.name.endsWith(".d.ts") ? [path] : [];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const src = join(ROOT, "src");
  const files = filesUnder(src);
  const breaches = files.flatMap((file) => breachesOf(relative(src, file).split(sep).join("/"), readFileSync(file, "utf8")));
  for (const {path, line, message} of breaches) console.error(`src/${path}:${line}  ${message}`);
  console.error(`${files.length} files, ${breaches.length} breaches of the rules of the house`);
  process.exitCode = breaches.length > 0 ? 1 : 0;
}
