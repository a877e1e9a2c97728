import {expect, describe, test} from "vitest";
import {compileModel} from "../../src/model/compile.ts";
import {readScenario} from "../../src/scenario/reading/read-scenario.ts";
import {sayCheck} from "../../src/wording/check.ts";
import {BANK, GOOD_FILES} from "./good-files.ts";

const read = (text: string) => readScenario(text, "hostile.yaml", {language: "en", readFile: () => "time,minutes\n09:00,4\n"});

/** Milliseconds of the processor: what others do at the same time does not count. */
const PATIENCE = 1000;

function processorTime(): number {
  const {user, system} = process.cpuUsage();
  return (user + system) / 1000;
}

function quickly(text: string) {
  const start = processorTime();
  const reading = read(text);
  expect(processorTime() - start).toBeLessThan(PATIENCE);
  return reading;
}

const MEGABYTE = 1_000_000;
const laughs = Array.from(
  {length: 12},
  (_, i) =>
    `a${i}: &a${i} [${
      i === 0
        ? "x"
        : Array(10)
            .fill(`*a${i - 1}`)
            .join(", ")
    }]`,
).join("\n");

describe("files that want to hurt", () => {
  test.each<[string, string]>([
    ["1 MB of [", "[".repeat(MEGABYTE)],
    ["1 MB of {a:", "{a: ".repeat(MEGABYTE / 4)],
    ["60 KB of [", "[".repeat(60_000)],
    ["60 KB of closing brackets", "]".repeat(60_000)],
    ["60 KB of empty maps", "{}".repeat(30_000)],
    ["60 KB of commas", `{${",".repeat(60_000)}}`],
    ["60 KB of tags", "! ".repeat(30_000)],
    ["60 KB of directives", "%a\n".repeat(20_000)],
    ["60 KB of documents", "---\n".repeat(15_000)],
    ["60 KB of empty lines", "\n".repeat(60_000)],
    ["200 indents", Array.from({length: 200}, (_, i) => `${" ".repeat(i)}a:`).join("\n")],
    ["60 KB of dashes", "- ".repeat(30_000)],
    ["60 KB of question marks", "? ".repeat(30_000)],
    ["a billion laughs", laughs],
    ["an anchor that holds itself", "a: &a [ *a ]\n"],
    ["1 MB of text", "x".repeat(MEGABYTE)],
    ["60 KB of colons", ": ".repeat(30_000)],
    ["60 KB of tabs", "\t".repeat(60_000)],
    ["60 KB of quotes", '"'.repeat(60_000)],
    ["60 KB of ampersands", "&".repeat(60_000)],
    ["60 KB of full-width colons", "：\n".repeat(30_000)],
    ["9,000 keys", Array.from({length: 9_000}, (_, i) => `k${i}:`).join("\n")],
    ["the same key 20,000 times", "k:\n".repeat(20_000)],
    ["a phrase of 60 KB", BANK.replace("exp 25 min", `exp ${"(".repeat(60_000)}25 min`)],
    ["a number of 60 KB", BANK.replace("45/h", `${"9".repeat(60_000)}/h`)],
    [
      "many shares",
      BANK.replace("rate: 45/h", `rate: 45/h\n    mix: { ${Array.from({length: 4000}, (_, i) => `c${i}: 0.01%`).join(", ")} }`),
    ],
    ["a zero byte", `${BANK}\0`],
    ["control characters that mean something inside", `a: "\\u0001told"\n`],
  ])("%s", (_, text) => {
    const reading = quickly(text);
    expect(reading.designs).toEqual([]);
    expect(reading.problems.length).toBeGreaterThan(0);
    for (const problem of reading.problems) expect(problem.remedy).not.toBe("");
  });

  test("a prototype cannot be reached through names", () => {
    const reading = quickly(BANK.replace("customers:\n", "__proto__:\n").replaceAll("of customers", "of everyone"));
    expect(reading.problems).toEqual([]);
    expect([...reading.designs[0].scenario.arrivals.keys()]).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>).rate).toBeUndefined();
    quickly(`${BANK}__proto__: { polluted: yes }\nconstructor: { prototype: { polluted: yes } }\n`);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("two hundred designs of one file are read in a second", () => {
    const reading = quickly(BANK.replace(/compare:[\s\S]*/, "vary: { stations.tellers.servers: 1 to 200 }\n"));
    expect(reading.designs).toHaveLength(200);
  });
});

/** A small generator of its own (mulberry32), so that a failure can be run again by its number. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SPLINTERS = [
  "\t",
  "{",
  "}",
  "[",
  "]",
  "(",
  ")",
  ":",
  ": ",
  "：",
  "，",
  "％",
  "'",
  '"',
  "\n",
  "\n  ",
  "- ",
  "#",
  "&a ",
  "*a",
  "!!x ",
  "|",
  ">",
  "%",
  "-",
  "0",
  "null",
  "~",
  "\u0000",
  "\ud800",
  "\u2028",
  "__proto__",
  "constructor",
  "99999999999999999999",
  "0.0000001",
  "-5",
  "NaN",
  "1e9",
  "24:00",
  "25:99",
  "leave",
  "ramp",
  "from ../x.csv column a",
  "at: ",
  "every: always 0 s\n",
  "---\n",
  "\r",
];

function mutate(text: string, random: () => number): string {
  let mutant = text;
  const times = 1 + Math.floor(random() * 4);
  for (let i = 0; i < times; i++) {
    const at = Math.floor(random() * mutant.length);
    const length = 1 + Math.floor(random() * (random() < 0.5 ? 4 : 40));
    const lines = mutant.split("\n");
    const line = Math.floor(random() * lines.length),
      other = Math.floor(random() * lines.length);
    switch (Math.floor(random() * 8)) {
      case 0:
        mutant = mutant.slice(0, at) + mutant.slice(at + length);
        break;
      case 1:
        mutant = mutant.slice(0, at) + mutant.slice(at, at + length) + mutant.slice(at);
        break;
      case 2:
        mutant = mutant.slice(0, at) + SPLINTERS[Math.floor(random() * SPLINTERS.length)] + mutant.slice(at);
        break;
      case 3:
        mutant = mutant.slice(0, at) + String.fromCharCode(Math.floor(random() * (random() < 0.7 ? 128 : 65_536))) + mutant.slice(at + 1);
        break;
      case 4:
        [lines[line], lines[other]] = [lines[other], lines[line]];
        mutant = lines.join("\n");
        break;
      case 5:
        lines.splice(line, 1);
        mutant = lines.join("\n");
        break;
      case 6:
        lines.splice(line, 0, lines[other]);
        mutant = lines.join("\n");
        break;
      default: {
        const numbers = [...mutant.matchAll(/\d+(\.\d+)?/g)];
        const hit = numbers[Math.floor(random() * numbers.length)];
        if (hit === undefined) break;
        const values = ["0", "1", "-1", "0.5", "007", "1000000000", "99999999999999999999", "", String(Math.floor(random() * 100))];
        mutant = mutant.slice(0, hit.index) + values[Math.floor(random() * values.length)] + mutant.slice(hit.index + hit[0].length);
      }
    }
  }
  return mutant;
}

const MUTANTS = Number(process.env.WAITLINE_MUTANTS ?? 2000);

test(`${MUTANTS} mutants of good files never throw, and never take a second`, () => {
  const files = Object.values(GOOD_FILES);
  let read_ = 0,
    refused = 0,
    slowest = 0;
  for (let i = 0; i < MUTANTS; i++) {
    const text = mutate(files[i % files.length], dice(20_260 + i));
    const start = processorTime();
    let reading: ReturnType<typeof read>;
    try {
      reading = read(text);
      if (reading.designs.length > 0) sayCheck(reading, i % 2 === 0 ? "en" : "zh");
      // What can be read can be compiled: nobody is left to be surprised further down.
      for (const {scenario} of reading.designs) compileModel(scenario);
    } catch (error) {
      throw new Error(`mutant ${i} threw ${error instanceof Error ? error.stack : String(error)}\n${JSON.stringify(text)}`);
    }
    slowest = Math.max(slowest, processorTime() - start);
    if (reading.designs.length > 0) read_++;
    else refused++;
    // Either there is something to run, or there is a reason.
    if (reading.designs.length === 0 && reading.problems.length === 0) throw new Error(`mutant ${i}: no design and no problem\n${text}`);
    for (const problem of reading.problems)
      if (problem.found === "" || problem.remedy === "" || problem.line < 0) throw new Error(`mutant ${i}: an empty problem\n${text}`);
  }
  expect(slowest).toBeLessThan(PATIENCE);
  expect(read_).toBeGreaterThan(MUTANTS / 20);
  expect(refused).toBeGreaterThan(MUTANTS / 20);
}, 300_000);
