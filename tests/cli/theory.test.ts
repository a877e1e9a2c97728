/** `waitline theory`: what the formulas say of a queue in Kendall's notation. */
import {readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";
import {probabilityOfWaiting, solveErlangC} from "../../src/theory/erlang-c.ts";
import {solveErlangA} from "../../src/theory/erlang-a.ts";
import type {TheoryResult} from "../../src/wording/theory.ts";
import {waitline} from "./fake-io.ts";

const blanks = (text: string) => text.replaceAll("\u00a0", " ");
/** Lines joined again, as if the terminal were wide. */
const flat = (text: string) =>
  blanks(text)
    .replace(/\n +/g, " ")
    .replace(/(?<=[^\n])\n(?=[^\n])/g, " ");

async function theory(...argv: string[]): Promise<string> {
  const {exitCode, out, err} = await waitline(["theory", ...argv]);
  expect({exitCode, err}).toEqual({exitCode: 0, err: ""});
  return out;
}

async function json(...argv: string[]): Promise<TheoryResult> {
  return JSON.parse(await theory(...argv, "--json")) as TheoryResult;
}

const value = ({rows}: Pick<TheoryResult, "rows">, measure: string) => rows.find((row) => row.measure === measure)?.value;

const DESK = ["M/M/3", "--arrivals", "20/h", "--service", "6 min"];

describe("an answer", () => {
  test("two erlangs on three servers: four customers in nine wait, on average 2 min 40 s", async () => {
    const out = blanks(await theory(...DESK));
    expect(out).toMatch(/^The mean wait is 2\.667 min\.\n/);
    expect(out).toMatch(/share that waits +44\.44 % +exact +Erlang C \(M\/M\/c\) \[1\]/);
    expect(out).toMatch(/\[1\] Erlang C \(M\/M\/c\), exact\./);
    expect(out).toContain("Gans, Koole and Mandelbaum (2003)");
    const result = await json(...DESK);
    expect(value(result, "waitingShare")).toBe(probabilityOfWaiting((20 / 3600) * 360, 3));
    expect(value(result, "waitTimeSeconds")).toBeCloseTo(160, 9);
  });

  test("every line of the table names kind and formula, and every formula its source", async () => {
    const out = blanks(await theory(...DESK));
    const table = out.split("\n").filter((line) => /^ {2}\S.*\[\d\]$/.test(line));
    expect(table.length).toBeGreaterThan(10);
    for (const line of table) {
      expect(line).toMatch(/(exact|approximation|in the limit) +\S.* \[\d\]$/);
      const [, number] = /\[(\d)\]$/.exec(line)!;
      expect(out).toMatch(new RegExp(`^ {2}\\[${number}\\] .*\\n(.*\\n)*? {6}\\S.*\\(\\d{4}\\)`, "m"));
    }
  });

  test("overload is an answer: the line grows for ever, and enough servers are named", async () => {
    const out = blanks(await theory("M/M/3", "--arrivals", "36/h", "--service", "6 min"));
    expect(out).toMatch(/^Overloaded: the line grows for ever; at least 4 servers are needed\./);
    expect(out).toMatch(/mean wait +without end/);
    expect(out).not.toMatch(/[-−]\d+(\.\d+)? (min|s|h|%|people)|Infinity|NaN/);
  });

  test("exactly as much work as servers is overload too", async () => {
    const {isOverloaded, leastServers} = await json("M/M/2", "--arrivals", "20/h", "--service", "6 min");
    expect({isOverloaded, leastServers}).toEqual({isOverloaded: true, leastServers: 3});
  });

  test("cv 0.8 against the M of the notation: which is broken, and what M would have promised", async () => {
    const out = flat(await theory("M/M/3", "--arrivals", "20/h", "--service", "lognormal 6 min cv 0.8"));
    expect(out).toContain("The notation says exponential service (M), the numbers say otherwise: lognormal, mean 6 min, cv 0.8.");
    expect(out).toContain("This is the answer for M/G/3. As written, the mean wait would be 2.667 min, 20 % more.");
    expect(out).toMatch(/The mean wait is about 2\.23 min/);
  });

  test("arrivals of another cv, and patience without a +, are told too", async () => {
    const arrivals = flat(await theory("M/M/3", "--arrivals", "20/h cv 1.4", "--service", "6 min"));
    expect(arrivals).toContain("exponential times between arrivals (M), the numbers say otherwise: any law with mean 3 min and cv 1.4");
    const patience = flat(await theory(...DESK, "--patience", "10 min"));
    expect(patience).toContain("The notation says that nobody gives up, the numbers that people do");
    expect(patience).toContain("give up");
  });

  test("laws in words, a mean and a cv, and mean times between arrivals are read alike", async () => {
    const wait = async (...argv: string[]) => value(await json(...argv), "waitTimeSeconds");
    expect(await wait("M/M/3", "--arrivals", "exp 3 min", "--service", "exp 6 min")).toBeCloseTo(160, 9);
    expect(await wait("M/M/3", "--arrivals", "3 min", "--service", "6 min cv 1")).toBeCloseTo(160, 9);
    expect(await wait("E2/M/3", "--arrivals", "20/h", "--service", "6 min")).toBe(
      await wait("GI/M/3", "--arrivals", "erlang 3 min phases 2", "--service", "6 min"),
    );
    expect(await wait("M/M/c", "--servers", "3", "--arrivals", "20/h", "--service", "6 min")).toBeCloseTo(160, 9);
    expect(await wait("M/M/1///FIFO", "--servers", "3", "--arrivals", "２０/h", "--service", "6 min")).toBeCloseTo(160, 9);
  });

  test("two customers in nine of eight machines: a population is asked by the time away", async () => {
    const result = await json("M/M/2//8", "--arrivals", "0.5/h", "--service", "30 min");
    expect(result.notation.solved).toBe("M/M/2//8");
    expect(result.question).toMatchObject({population: 8, awaySeconds: 7200});
    expect(result.rows[0].formula.en).toBe("Finite source (M/M/c/K/N)");
  });
});

describe("servers for a promise", () => {
  test("80 % within 20 s at ten erlangs takes 14, and 13 would not do", async () => {
    const out = flat(await theory("M/M/c", "--arrivals", "100/h", "--service", "6 min", "--staff-for", "80% within 20 s"));
    expect(out).toMatch(/^14 servers keep the promise: 86\.06 % served within 20 s/);
    expect(out).toContain("One fewer, 13: 75.85 % served within 20 s");
    expect(out).toMatch(/just kept at 13\.35 \(Erlang C with a fraction of a server, approximation\)/);
    expect(out).toMatch(/Square-root rule: 14 = 10 \+ 1\.26 √10/);
  });

  test("as call centres say it: 80/20", async () => {
    const {staffing} = await json("M/M/c", "--arrivals", "100/h", "--service", "6 min", "--staff-for", "80/20");
    expect(staffing).toMatchObject({servers: 14, promise: [{kind: "served within", share: 0.8, within: 20}]});
  });

  test("what the notation has is judged beside: too many, or overloaded", async () => {
    const demand = ["--arrivals", "100/h", "--service", "6 min", "--staff-for", "mean wait 1 min"];
    expect(flat(await theory("M/M/20", ...demand))).toMatch(/As written, 20: mean wait .* more than enough\./);
    expect(flat(await theory("M/M/9", ...demand))).toContain("As written, 9: overloaded, not enough.");
  });

  test("several bounds must all hold: the share that gives up decides here", async () => {
    const demand = {arrivalRate: 140 / 3600, serviceTime: 360, patience: 120};
    const {staffing} = await json(
      ...["M/M/c+M", "--arrivals", "140/h", "--service", "6 min", "--patience", "2 min", "--staff-for", "80% within 20 s and 3% give up"],
    );
    expect(solveErlangA({...demand, servers: staffing!.servers!}).abandoned.value).toBeLessThanOrEqual(0.03);
    expect(solveErlangA({...demand, servers: staffing!.servers! - 1}).abandoned.value).toBeGreaterThan(0.03);
    expect(staffing!.points.map(({role, keeps}) => [role, keeps])).toEqual([
      ["one fewer", false],
      ["fewest", true],
    ]);
  });

  test("a share that rounds to its bound is told with the digits that part them", async () => {
    // Just above what 13 servers give, so that they miss it by less than four digits show.
    const {value: share} = solveErlangC({arrivalRate: 100 / 3600, serviceTime: 360, servers: 13}).servedWithin!(20);
    const promise = `${(100 * share + 0.0002).toFixed(6)}% within 20 s`;
    const out = flat(await theory("M/M/c", "--arrivals", "100/h", "--service", "6 min", "--staff-for", promise));
    const [, told] = /One fewer, 13: ([\d.]+) %/.exec(out)!;
    expect(Number(told)).toBeLessThan(100 * share + 0.0002);
  });

  test("a promise without a number of servers ends with exit code 3 and what to ask instead", async () => {
    const {exitCode, out} = await waitline([
      "theory",
      "M/G/c",
      "--arrivals",
      "20/h",
      "--service",
      "6 min cv 0.8",
      "--staff-for",
      "80% within 20 s",
    ]);
    expect(exitCode).toBe(3);
    expect(out).toContain("mean wait 1 min");
    const blocked = await waitline(["theory", ...DESK, "--staff-for", "5% blocked"]);
    expect(blocked.exitCode).toBe(3);
    expect(blocked.out).toContain("--room");
  });
});

describe("a number gone through", () => {
  test("servers from 2 to 5: one row each, equal to asking each alone", async () => {
    const {vary} = await json(...DESK, "--vary", "servers=2..5");
    expect(vary!.points.map(({text}) => text)).toEqual(["2", "3", "4", "5"]);
    for (const point of vary!.points.slice(1)) {
      const alone = await json("M/M/c", "--servers", point.text, "--arrivals", "20/h", "--service", "6 min");
      expect(point.rows).toEqual(alone.rows);
    }
    expect(vary!.points[0].rows.find(({measure}) => measure === "waitTimeSeconds")).toMatchObject({value: null, endless: true});
  });

  test("arrivals with a step, and service whose unit stands at the end of the range", async () => {
    const arrivals = await json(...DESK, "--vary", "arrivals=10/h..20/h step 5/h");
    expect(arrivals.vary!.points.map(({text}) => text)).toEqual(["10/h", "15/h", "20/h"]);
    expect(arrivals.vary!.points[2].rows).toEqual(arrivals.rows);
    const service = await json(...DESK, "--vary", "service=4..6 min step 1 min");
    expect(service.vary!.points.map(({value: seconds, text}) => [seconds, text])).toEqual([
      [240, "4 min"],
      [300, "5 min"],
      [360, "6 min"],
    ]);
  });

  test("a law keeps its shape while its mean goes through", async () => {
    const {vary} = await json(
      "M/G/1",
      "--arrivals",
      "6/h",
      "--service",
      "lognormal 6 min cv 2",
      "--vary",
      "service=3 min..6 min step 3 min",
    );
    const [half, whole] = vary!.points.map((point) => point.rows.find(({measure}) => measure === "waitTimeSeconds")!.value!);
    // Pollaczek and Khinchine: λ E[S²] / 2(1-ρ), E[S²] = E[S]² (1 + cv²)
    expect(half).toBeCloseTo(((6 / 3600) * 180 * 180 * 5) / (2 * 0.7), 9);
    expect(whole).toBeCloseTo(((6 / 3600) * 360 * 360 * 5) / (2 * 0.4), 9);
  });
});

describe("JSON", () => {
  test("has a version of its shape, units in its names, null for endless, both languages, and the command", async () => {
    const {out} = await waitline(["theory", "M/M/2", "--arrivals", "25/h", "--service", "6 min", "--json", "--language", "zh"]);
    const result = JSON.parse(out) as TheoryResult;
    expect(result).toMatchObject({schemaVersion: 1, command: "theory", question: {serviceTimeSeconds: 360, servers: 2}});
    expect(result.commandLine).toBe("waitline theory M/M/2 --arrivals 25/h --service '6 min'");
    expect(result.rows.find(({measure}) => measure === "waitTimeSeconds")).toMatchObject({value: null, endless: true, kind: "exact"});
    expect(result.rows[0].formula).toEqual({en: "Erlang C (M/M/c)", zh: "Erlang C 公式（M/M/c）"});
    const english = await waitline(["theory", "M/M/2", "--arrivals", "25/h", "--service", "6 min", "--json"]);
    expect(english.out).toBe(out);
  });
});

describe("what cannot be read", () => {
  test.for([
    [["M/M"], /M\/M\n {3}\^\n.*three places[\s\S]*M\/M\/3, or M\/M\/c/],
    [["M/LN/3", "--arrivals", "20/h", "--service", "6 min"], /M\/LN\/3\n {2}\^\^\n[\s\S]*Write G/],
    [["M/M/3", "--service", "6 min"], /--arrivals: How many customers come\?\nAdd --arrivals 20\/h/],
    [["M/M/3", "--arrivals", "20/h"], /--service: How long[\s\S]*--service "6 min"/],
    [["M/M/3", "--arrivals", "20", "--service", "6 min"], /--arrivals: .*per what/],
    [["M/M/3", "--arrivals", "20/h", "--service", "6"], /--service: .*no unit/],
    [["M/M/3", "--arrivals", "0/h", "--service", "6 min"], /Nobody ever comes/],
    [["M/M/3", "--arrivals", "20/h", "--service", "0 min"], /no time at all/],
    [["M/M/3", "--arrivals", "{ 09:00: 20/h, 12:00: 30/h }", "--service", "6 min"], /changes with the time[\s\S]*waitline run/],
    [["M/M/3", "--arrivals", "20/h to 30/h", "--service", "6 min"], /changes with the time/],
    [["M/G/3", "--arrivals", "20/h", "--service", "6 min"], /--service: G says nothing of how much[\s\S]*6 min cv 0\.8/],
    [["M/M/3+M", "--arrivals", "20/h", "--service", "6 min"], /--patience: [\s\S]*--patience "10 min"/],
    [["M/M/c", "--arrivals", "20/h", "--service", "6 min"], /--servers: How many servers/],
    [["M/M/3", "--arrivals", "20/h", "--service", "6 min", "--room", "2"], /--room: [\s\S]*--room 5/],
    [["M/M/3", "--arrivals", "900000/s", "--service", "60 min"], /erlangs of work/],
    [["M/M/3", "--arrivals", "20/h", "--service", "6 min", "--staff-for", "happiness"], /no promise[\s\S]*80% within 20 s/],
    [["M/M/3", "--arrivals", "20/h", "--service", "6 min", "--staff-for", "100% within 20 s"], /no number of servers/],
    [["M/M/3", "--arrivals", "20/h", "--service", "6 min", "--vary", "mood=1..3"], /--vary: “mood” cannot/],
    [["M/M/3", "--arrivals", "20/h", "--service", "6 min", "--vary", "servers=1.5..3"], /no number of servers/],
    [["M/M/3", "--arrivals", "20/h", "--service", "6 min", "--vary", "patience=1 min..3 min"], /Nobody gives up/],
    [["M/M/3", "--arrivals", "20/h", "--service", "6 min", "--vary", "arrivals=1/h..500/h step 1/h"], /500 values/],
    [["M/M/3", "--arrivals", "20/h", "--service", "6 min", "--servers", "0"], /whole number of 1 or more/],
  ] as [string[], RegExp][])("%s", async ([argv, words]) => {
    for (const language of ["en", "zh"]) {
      const {exitCode, out, err} = await waitline(["theory", ...argv, "--language", language]);
      expect({exitCode, out}).toEqual({exitCode: 2, out: ""});
      if (language === "en") expect(err).toMatch(words);
      else expect(err).toMatch(/[\u4e00-\u9fff]/);
      expect(err).not.toMatch(/\n\s+at |undefined|NaN/);
    }
  });

  test("a queue without a formula: exit code 3, why, and what to do instead", async () => {
    const {exitCode, out} = await waitline(["theory", "M/G/3/10", "--arrivals", "20/h", "--service", "6 min cv 2"]);
    expect(exitCode).toBe(3);
    expect(blanks(out)).toMatch(/^No formula is known for M\/G\/3\/10: .*not exponential\. Simulate it:/);
  });
});

describe("the page", () => {
  test("is written only where --out asks for it, and the answer stays the same", async () => {
    const {files, out, err} = await waitline(["theory", ...DESK, "--out", "desk.html"]);
    expect([...files.keys()]).toEqual(["desk.html"]);
    expect(err).toBe("Report: desk.html\n");
    expect(out).toBe(await theory(...DESK));
    expect((await waitline(["theory", ...DESK])).files.size).toBe(0);
  });
});

describe("start-up", () => {
  /** Every file that is loaded before the answer: imports of values, followed; pages come later. */
  function loadedBy(path: string, seen = new Set<string>()): Set<string> {
    if (seen.has(path) || !path.endsWith(".ts")) return seen.add(path);
    seen.add(path);
    const imported = readFileSync(path, "utf8").matchAll(/^(?:import|export) (?!type )[^;]*?from "([^"]+)";/gm);
    for (const [, specifier] of imported) loadedBy(specifier.startsWith(".") ? join(dirname(path), specifier) : specifier, seen);
    return seen;
  }

  test("loads formulas and phrases, and neither yaml, zod, the simulation nor the page", () => {
    const loaded = [...loadedBy(fileURLToPath(new URL("../../src/cli/answer-theory.ts", import.meta.url)))];
    expect(loaded.some((path) => path.endsWith("/theory/erlang-c.ts"))).toBe(true);
    expect(loaded.filter((path) => /^(yaml|zod|seedrandom)|\/replication\/|\/report\/|\/comparison\/|read-scenario/.test(path))).toEqual(
      [],
    );
  });
});
