import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import type {Language} from "../../src/scenario/message.ts";
import {formatProblems, readScenario} from "../../src/scenario/reading/read-scenario.ts";

const folder = new URL("wrong-files/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
/** What stands beside each wrong file. */
const tables = new Map([
  ["times.csv", "minutes,duration\n5,3\n7,4\n"],
  ["one.csv", "minutes\n5\n"],
  ["empty.csv", "minutes\n"],
  ["early.csv", "minutes\n5\n-2\n"],
  ["words.csv", "minutes\n5\nlong\n"],
  ["counts.csv", "time,count\n09:00,5\n10:00,7\n"],
  ["two-days.csv", "day,time,count\nMon,09:00,5\nMon,10:00,7\nTue,09:00,5\n"],
  ["many.csv", "time,count\n09:00,5\n10:00,many\n"],
]);

function read(text: string, language: Language = "en") {
  return readScenario(text, "wrong.yaml", {
    language,
    readFile: (name) => {
      const table = tables.get(name);
      if (table === undefined) throw new Error("no such file");
      return table;
    },
  });
}

/** The first lines say what must be told: `# expect <line> | <found> | <remedy>`. */
function expected(text: string): {line: number; found: string; remedy: string}[] {
  const lines = text.split("\n").filter((line) => line.startsWith("# expect "));
  if (lines.length === 0) return [{line: 1, found: "empty", remedy: "waitline init"}];
  return lines.map((line) => {
    const [at, found, remedy] = line.slice("# expect ".length).split(" | ");
    return {line: Number(at), found: found ?? "", remedy: remedy ?? ""};
  });
}

describe("a wrong file is told with its line and a remedy", () => {
  test("there are at least sixty kinds of wrong file", () => {
    expect(files.length).toBeGreaterThanOrEqual(60);
  });

  test.each(files)("%s", (name) => {
    const text = readFileSync(new URL(name, folder), "utf8");
    const start = process.cpuUsage();
    const reading = read(text);
    expect(process.cpuUsage(start).user).toBeLessThan(1e6); // microseconds
    for (const {line, found, remedy} of expected(text)) {
      const told = reading.problems.filter(
        (problem) => problem.line === line && problem.found.includes(found) && problem.remedy.includes(remedy),
      );
      expect(told, `line ${line}: ${found} / ${remedy}\n${formatProblems(reading.problems)}`).not.toHaveLength(0);
    }
    // Nothing is told twice, and nothing else is told than what was made wrong.
    expect(reading.problems.length, formatProblems(reading.problems)).toBe(expected(text).length);
    if (!reading.problems.every((problem) => problem.stop)) expect(reading.designs).toEqual([]);
  });

  test.each(files)("%s, in Chinese", (name) => {
    const text = readFileSync(new URL(name, folder), "utf8");
    const problems = read(text, "zh").problems;
    expect(problems.map((problem) => problem.line)).toEqual(read(text).problems.map((problem) => problem.line));
    for (const {found, remedy} of problems) expect(`${found}${remedy}`).toMatch(/[\u4e00-\u9fff]/);
  });
});
