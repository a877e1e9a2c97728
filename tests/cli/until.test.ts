/** A run that stops at a precision, and the same question with another seed. */
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Result} from "../../src/comparison/comparison.ts";
import {inThisThread} from "../../src/replication/in-this-thread.ts";
import type {Runner} from "../../src/replication/runner.ts";
import {inWorkers, type WorkerRunner} from "../../src/replication/workers/in-workers.ts";
import {ALONE, BANK, waitline} from "./fake-io.ts";

const until = (precision: string, file = ALONE) => file.replace("replications: 12, seed: 2026", `until: ${precision}, seed: 2026`);
const json = (out: string) => JSON.parse(out) as Result;
const found = (result: Result, design: string) => {
  const row = result.estimates.find(
    ({design: of, metric, statistic, population, class: who, period}) =>
      of === design && metric === "waitTime" && statistic === "mean" && population === "all" && who === null && period === null,
  );
  if (row?.value == null || row.halfWidth === null) throw new Error("no mean wait");
  return {value: row.value, halfWidth: row.halfWidth};
};

describe("until: ±20% of mean wait", () => {
  const files = {"bank.yaml": until("±20% of mean wait")};

  test("stops at the first round whose interval is that narrow, and says how many it took", async () => {
    const {exitCode, out} = await waitline(["run", "bank.yaml", "--json"], files);
    const result = json(out);
    const {value, halfWidth} = found(result, "A small bank");
    expect(exitCode).toBe(0);
    expect(result).toMatchObject({complete: true, precision: {text: "±20% of mean wait", isReached: true, value, halfWidth, most: 10_000}});
    expect(halfWidth / value).toBeLessThanOrEqual(0.2 / 1.2);
    expect(result.replications % 10).toBe(0);
    // One round less was not enough.
    const before = json((await waitline(["run", "bank.yaml", "--json", "--replications", `${result.replications - 10}`], files)).out);
    expect(before).toMatchObject({replications: result.replications - 10, complete: true, precision: {isReached: false}});
    expect(found(before, "A small bank").halfWidth / found(before, "A small bank").value).toBeGreaterThan(0.2 / 1.2);
    // And the numbers are those of a run of just so many days.
    const plain = json(
      (await waitline(["run", "bank.yaml", "--json", "--replications", `${result.replications}`], {"bank.yaml": ALONE})).out,
    );
    expect(result.estimates).toEqual(plain.estimates);
  });

  test("words: how many it took; where the most there may be are too few, what it came to and what would do", async () => {
    const reached = await waitline(["run", "bank.yaml", "--no-report"], files);
    expect(reached.out).toMatch(/until the mean wait was known to ±20 %: it took \d+0\./);
    const missed = await waitline(["run", "bank.yaml", "--no-report", "--replications", "25"], files);
    expect(missed.exitCode).toBe(0);
    expect(missed.out.replaceAll(/\s+/g, " ")).toMatch(
      /! The precision asked for, ±20 % of the mean wait, was not reached: after 25 replications it is ±\d/,
    );
    const chinese = await waitline(["run", "bank.yaml", "--no-report", "--replications", "25", "--language", "zh"], files);
    expect(chinese.out.replaceAll("\n", "")).toContain("所要求的精度（平均等待 ±20%）未达到");
  });

  test("the report says it too", async () => {
    const {files: written} = await waitline(["run", "bank.yaml", "--replications", "25"], files);
    expect(written.get("reports/bank.html")).toContain("was not reached: after 25 replications");
  });

  test("the recorded command holds the precision and the most, and gives the same answer", async () => {
    const {commandLine} = json((await waitline(["run", "bank.yaml", "--json"], files)).out);
    expect(commandLine).toBe("waitline run bank.yaml --seed 2026 --replications 10000 --until '±20% of mean wait'");
    const again = ["run", "bank.yaml", "--seed", "2026", "--replications", "10000", "--until", "±20% of mean wait", "--json"];
    const first = json((await waitline(["run", "bank.yaml", "--json"], files)).out);
    expect(json((await waitline(again, {"bank.yaml": ALONE})).out).estimates).toEqual(first.estimates);
  });

  test("several designs: until the least precise of them is there", async () => {
    const result = json((await waitline(["compare", "bank.yaml", "--json"], {"bank.yaml": until("±20% of mean wait", BANK)})).out);
    const relative = ["one line", "two lines"].map((design) => found(result, design).halfWidth / found(result, design).value);
    expect(Math.max(...relative)).toBeLessThanOrEqual(0.2 / 1.2);
    expect(result.precision?.design).toBe(relative[0] > relative[1] ? "one line" : "two lines");
  });

  test("stopped by hand before it was reached: incomplete, and not called unreachable", async () => {
    const {exitCode, out, err} = await waitline(["run", "bank.yaml", "--no-report", "--until", "1%"], files, () => {
      const stop = new AbortController();
      return {
        interruptible: (work) => work(stop.signal),
        workers: async () => {
          const runner: Runner = (plan, take, signal) =>
            inThisThread(
              plan,
              (designs) => {
                if (designs[0].index === 33) stop.abort();
                take(designs);
              },
              signal,
            );
          return Object.assign(runner, {close: async () => {}});
        },
      };
    });
    expect(exitCode).toBe(130);
    expect(out).toContain("these are the 34 replications that were finished");
    expect(out).not.toContain("not reached");
    expect(err).toContain("Stopped after 34 replications");
  });

  test("the bar on a terminal tells how precise it is already", async () => {
    let now = 0;
    let tick = () => {};
    const {statuses} = await waitline(["run", "bank.yaml", "--no-report", "--until", "10%"], files, () => ({
      isWatched: true,
      now: () => now,
      every: (_, draw) => {
        tick = draw;
        return () => {};
      },
      workers: async () => {
        const runner: Runner = (plan, take, signal) =>
          inThisThread(
            plan,
            (designs) => {
              take(designs);
              now += 100;
              tick();
            },
            signal,
          );
        return Object.assign(runner, {close: async () => {}});
      },
    }));
    expect(statuses.find((line) => line.includes("25 replications"))).toMatch(
      /25 replications, ±\d+(\.\d+)?\s% of ±10\s%, mean wait .* left/,
    );
    expect(statuses.find((line) => line.includes("15 replications"))).toMatch(/15 replications, mean wait/); // before the first look
  });
});

describe("the same bytes on any number of threads", () => {
  const runners: WorkerRunner[] = [];
  beforeAll(() => void runners.push(inWorkers(1), inWorkers(2), inWorkers(2, {chunk: 1}), inWorkers(3, {chunk: 37})));
  afterAll(() => Promise.all(runners.map((runner) => runner.close())));

  test.each([
    ["run", ["--until", "10%"]],
    ["run", ["--until", "±15% of mean time in system", "--second-seed"]],
    ["compare", ["--until", "12%", "--second-seed"]],
  ])("%s %j", async (command, options) => {
    const argv = [command, "bank.yaml", "--json", ...options];
    const alone = (await waitline(argv, {"bank.yaml": BANK})).out;
    expect(json(alone).replications).toBeGreaterThan(20);
    for (const runner of runners) {
      const {out} = await waitline(argv, {"bank.yaml": BANK}, () => ({
        workers: async () => Object.assign(((...all: Parameters<Runner>) => runner(...all)) as Runner, {close: async () => {}}),
      }));
      expect(out).toBe(alone);
    }
  });
});

test("a precision out of reach is not given a number of replications nobody may ask for", async () => {
  const {out} = await waitline(["run", "bank.yaml", "--no-report", "--until", "0.01%", "--replications", "25"], {"bank.yaml": ALONE});
  expect(out.replaceAll(/\s+/g, " ")).toMatch(
    /±0\.01 % of the mean wait, was not reached: .* More than a million would be needed: ask for less\./,
  );
});

test("a runner that does not hear the stop changes nothing", async () => {
  const argv = ["run", "bank.yaml", "--json", "--until", "20%", "--replications", "300"];
  const deaf: Runner = (plan, take) => inThisThread(plan, take);
  const {out} = await waitline(argv, {"bank.yaml": BANK}, () => ({workers: async () => Object.assign(deaf, {close: async () => {}})}));
  expect(out).toBe((await waitline(argv, {"bank.yaml": BANK})).out);
  expect(json(out).replications).toBeLessThan(300);
});

describe("--second-seed", () => {
  test("two independent answers of equal length, and how many standard errors they are apart", async () => {
    const {out} = await waitline(["run", "bank.yaml", "--json", "--replications", "60", "--second-seed"], {"bank.yaml": ALONE});
    const {secondSeed, estimates, commandLine} = json(out);
    const other = json(
      (await waitline(["run", "bank.yaml", "--json", "--replications", "60", "--seed", "2026 again"], {"bank.yaml": ALONE})).out,
    );
    expect(commandLine).toContain("--second-seed");
    expect(secondSeed).toMatchObject({seed: "2026 again", replications: 60});
    const row = secondSeed?.rows.find(({metric}) => metric === "waitTime");
    const mean = ({metric, statistic, population, period}: Result["estimates"][number]) =>
      metric === "waitTime" && statistic === "mean" && population === "all" && period === null;
    expect(row?.value).toBe(estimates.find(mean)?.value);
    expect(row?.secondValue).toBe(other.estimates.find(mean)?.value);
    expect(Math.abs(row?.standardErrors ?? Number.NaN)).toBeLessThan(4);
    expect((row?.secondValue ?? Number.NaN) - (row?.value ?? Number.NaN)).toBeCloseTo(
      (row?.standardErrors ?? 0) * (row?.standardError ?? 0),
      9,
    );
  });

  test("in words, in both languages", async () => {
    const files = {"bank.yaml": ALONE};
    const english = await waitline(["run", "bank.yaml", "--no-report", "--second-seed"], files);
    expect(english.out.replaceAll(/\s+/g, " ")).toMatch(
      /With another seed \(“2026 again”, 12 replications\) the mean wait is .* standard errors apart, as chance has it\./,
    );
    const chinese = await waitline(["run", "bank.yaml", "--no-report", "--second-seed", "--language", "zh"], files);
    expect(chinese.out).toContain("换用另一个 seed");
  });

  test("nothing of it where it was not asked for", async () => {
    const {out} = await waitline(["run", "bank.yaml", "--json"], {"bank.yaml": ALONE});
    expect(out).not.toMatch(/secondSeed|precision/);
  });
});
