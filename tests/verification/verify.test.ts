/** The verification as a whole: what it counts, that it can fail, and that threads leave no trace in it. */
import {readFileSync} from "node:fs";
import {afterAll, describe, expect, test} from "vitest";
import {inThisThread} from "../../src/replication/in-this-thread.ts";
import type {Plan, Runner} from "../../src/replication/runner.ts";
import {inWorkers} from "../../src/replication/workers/in-workers.ts";
import {THEORY_CASES} from "../../src/verification/cases.ts";
import {checkAbsolute, checkRelative, guarded} from "../../src/verification/check.ts";
import {FORMULAS} from "../../src/verification/formula-cases.ts";
import {type Group, type PartName, verify} from "../../src/verification/index.ts";
import {replicationsFor} from "../../src/verification/precision.ts";
import {failuresOf, sayVerdict, sayVerification, skippedByReason, validationPage} from "../../src/wording/verification.ts";

const ofPart = (...parts: PartName[]) => ({wants: (part: PartName) => parts.includes(part)});
const certain = await verify(ofPart("special functions", "formulas", "traces"), inThisThread);
const group = (name: Group["name"]): Group => {
  const found = certain.groups.find((one) => one.name === name);
  if (found === undefined) throw new RangeError(`no group ${name}`);
  return found;
};
const passed = (name: Group["name"]) => group(name).cases.filter(({verdict}) => verdict === "passed").length;

describe("what chance does not touch", () => {
  test("no formula and no trace misses its reference", () => {
    expect(failuresOf(certain)).toEqual([]);
  });

  test("of theory.json 349 exact cases pass to 1e-9, 22 to what their numerical method gives, and every approximation is as published", () => {
    expect(passed("exact")).toBe(349);
    expect(passed("by numerical methods")).toBe(22);
    expect(passed("asymptotic")).toBe(14);
    expect(passed("approximations")).toBe(32);
    expect(passed("systems")).toBeGreaterThan(150);
    for (const one of group("exact").cases) if (one.verdict === "passed") expect(one.allowed).toBeLessThanOrEqual(1e-9);
  });

  test("without a formula are only staffing, shifts, the choice of the best, and exact appointment schedules", () => {
    const missing = new Set(
      THEORY_CASES.filter(({kind, model}) => !/simul/.test(kind) && FORMULAS[model] === undefined).map(({model}) => model),
    );
    const later = /^(appointment schedule|KN |Rinott |OCBA |set covering|shift scheduling|days-off|as above|hourly starts only)/;
    expect([...missing].filter((model) => !later.test(model))).toEqual([]);
    expect(missing.size).toBe(13);
  });

  test("what is skipped is skipped by name, with a reason, once", () => {
    const all = skippedByReason(certain).flatMap(([, ids]) => ids);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBe(certain.skipped);
    expect(skippedByReason(certain).find(([reason]) => reason.startsWith("shifts"))?.[1]).toContain("ilp-postoffice");
  });

  test("docs/validation.md holds these rows of the table", () => {
    const page = readFileSync(new URL("../../docs/validation.md", import.meta.url), "utf8");
    const rows = validationPage(certain)
      .split("\n")
      .filter((line) => line.startsWith("| ") && !line.startsWith("| part") && !line.startsWith("| case") && !line.startsWith("| ---"));
    expect(rows.length).toBeGreaterThan(60);
    for (const row of rows) expect(page, "run `node tools/validation.js`").toContain(row);
  });
});

describe("what chance touches", () => {
  const workers = inWorkers(3, {lendsReplications: true});
  afterAll(() => workers.close());
  const few = {wants: (_: PartName, id: string) => /^(mmck-c3|oct-mm4|prio-hosp|coverage-mm1-mean|kk-0|md1-0.5|ciw-p)/.test(id)};

  test("one thread and three say the same to the last bit, in the same order", {timeout: 300_000}, async () => {
    const [here, there] = [await verify(few, inThisThread), await verify(few, workers)];
    expect(failuresOf(here)).toEqual([]);
    expect(there).toEqual(here);
    expect(here.passed).toBeGreaterThan(20);
    const simulated = here.groups.filter(({part}) => part === "simulations");
    expect(simulated.length).toBe(3);
    for (const {widest} of simulated) expect(widest).toBeLessThanOrEqual(0.05);
  });

  test("a simulator whose waits are a tenth too long is found out", {timeout: 300_000}, async () => {
    // It runs every replication under a name that is not its own, and adds to each sum.
    const wrong: Runner = (plan: Plan, take, signal) =>
      inThisThread(
        plan,
        (designs) => take(designs.map((one) => ({...one, row: one.row.map((sum) => 1.1 * sum * (sum % 1 === 0 ? 1 / 1.1 : 1))}))),
        signal,
      );
    const found = await verify({wants: (part, id) => part === "simulations" && id === "oct-mm4-w"}, wrong);
    expect(found.failed).toBe(1);
  });

  test("who stops it gets what is done, and is told so", async () => {
    const stop = new AbortController();
    const found = await verify({...few, signal: stop.signal, progress: () => stop.abort()}, inThisThread);
    expect(found.isStopped).toBe(true);
    expect(sayVerdict(found, "en")).toMatch(/^Stopped early: /);
  });
});

describe("the rules", () => {
  test("a number that is off by more than its tolerance fails, and so does one that is not there", () => {
    expect(checkRelative("a", 1 + 2e-9, 1, 1e-9).verdict).toBe("failed");
    expect(checkRelative("a", 1 + 1e-10, 1, 1e-9).verdict).toBe("passed");
    expect(checkRelative("a", 1e-12, 1.1e-12, 1e-9).verdict).toBe("failed");
    expect(checkRelative("a", Number.NaN, 1, 1e-9).verdict).toBe("failed");
    expect(checkRelative("a", [1], [1, 2], 1e-9).verdict).toBe("failed");
    expect(checkAbsolute("a", [[1], undefined], [[1], 2], 1).verdict).toBe("failed");
    expect(
      guarded("a", () => {
        throw new RangeError("no such queue");
      }),
    ).toMatchObject({verdict: "failed", told: "no such queue"});
  });

  test("an interval twice as wide as wanted takes four times the replications, less what few of them paid extra", () => {
    expect(replicationsFor(0.05, 0.05, 20, 1e6)).toBe(20);
    expect(replicationsFor(0.05, 0.1, 1000, 1e6)).toBeGreaterThan(4000);
    expect(replicationsFor(0.05, 0.1, 1000, 1e6)).toBeLessThan(4400);
    expect(replicationsFor(0.05, 0.1, 20, 1e6)).toBeLessThan(80);
    expect(replicationsFor(0.05, 0.1, 1000, 1500)).toBe(1500);
    expect(replicationsFor(0.05, Number.NaN, 20, 1e6)).toBe(80);
  });

  test("the table is told in English and in Chinese, failures with what was found", () => {
    const broken = {
      ...certain,
      failed: 1,
      groups: [{...group("exact"), cases: [{id: "x", verdict: "failed", deviation: 0.5, allowed: 0, told: "3 for 2"} as const]}],
    };
    expect(sayVerification(broken, "en", {width: 80})).toMatch(/Failed:\n {2}x: 3 for 2/);
    expect(sayVerification(certain, "zh", {width: 80})).toMatch(/公式 .*精确 +349/);
  });
});
