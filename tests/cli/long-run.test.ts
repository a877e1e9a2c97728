/** One long run that stands alone: it is answered, judges itself, and says so. */
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Result} from "../../src/comparison/comparison.ts";
import {RUN} from "../../src/scenario/defaults.ts";
import {LEAST_OBSERVATIONS} from "../../src/estimate/skart.ts";
import {inWorkers, type WorkerRunner} from "../../src/replication/workers/in-workers.ts";
import "../matchers.ts";
import {waitline} from "./fake-io.ts";

const DESK = `name: Always open
arrivals:
  callers: { rate: 48/h }
stations:
  desk: { servers: 1, service: exp 1 min }
goals:
  - 80% of callers wait at most 10 min
  - mean wait at most 6 min
run: { customers: 40960, warmup: 0, replications: 1, seed: 1 }
`;
const files = {"desk.yaml": DESK};
const flat = (text: string) => text.replaceAll(/\s+/g, " ");
const json = (out: string) => JSON.parse(out) as Result;

test("so few customers as N-Skart cannot begin with are what check refuses", () => {
  expect(RUN.leastAlone).toBe(LEAST_OBSERVATIONS);
});

describe("one run of 40,960 customers, M/M/1 at 80 %", () => {
  test("check says that it judges itself, and stops nothing", async () => {
    const {exitCode, out} = await waitline(["check", "desk.yaml"], files);
    expect(exitCode).toBe(0);
    expect(flat(out)).toContain("One run of 40960 customers after a warm-up of 0 that judges itself (N-Skart), seed 1.");
    expect(out).not.toContain("Cannot be answered");
  });

  test("the mean wait and the share in time have intervals that hold the truth, and goals are judged by them", async () => {
    const {exitCode, out} = await waitline(["run", "desk.yaml", "--json"], files);
    expect(exitCode).toBe(0);
    const {estimates, goals} = json(out);
    const find = (metric: string, statistic: string) =>
      estimates.find(
        (row) => row.metric === metric && row.statistic === statistic && (row.population === "all" || row.population === "served"),
      )!;
    expect(find("waitTime", "mean")).toCover(240); // ρ / (1 - ρ) minutes
    expect(find("waitTime", "mean").halfWidth).toBeLessThan(0.25 * 240);
    expect(find("sojournTime", "mean")).toCover(300);
    expect(find("waitTime", "within 600 s")).toCover(1 - 0.8 * Math.exp(-2));
    expect(find("waitTime", "within 600 s").halfWidth).toBeLessThan(0.05);
    expect(find("waitTime", "p95").halfWidth).toBeNull();
    expect(goals.map(({meets}) => meets)).toEqual(["met", "met"]);
  });

  test("the words say what has an interval and what has none, in both languages; the method names N-Skart", async () => {
    const english = await waitline(["run", "desk.yaml"], files);
    expect(flat(english.out)).toMatch(/the mean wait is \d\.\d ± 0\.\d min/i);
    expect(flat(english.out)).toContain(
      "! One long run that judges itself (N-Skart): mean waits, mean times in system and shares in time have intervals, the other numbers have none; --replications 30 gives them theirs.",
    );
    expect(english.out).not.toContain("replications, so intervals are wide");
    const report = english.files.get("reports/desk.html")!;
    expect(report).toContain("confidence interval that the run makes of itself (N-Skart; Tafazzoli, Steiger and Wilson, 2011)");
    expect(report).toContain("由这一次运行自身算出（N-Skart");
    expect(report).not.toContain("from the differences between replications with Student");
    const chinese = await waitline(["run", "desk.yaml", "--no-report", "--language", "zh"], files);
    expect(chinese.out.replaceAll("\n", "")).toContain("只有一次长期运行，由它自己判断（N-Skart）");
  });

  test("thirty runs speak of replications, as ever", async () => {
    const {out, files: written} = await waitline(["run", "desk.yaml", "--set", "run.customers=2000", "--replications", "30"], files);
    expect(out).not.toContain("N-Skart");
    expect(written.get("reports/desk.html")).toContain("from the differences between replications with Student");
  });

  test("another seed is another run, so many standard errors apart", async () => {
    const {out} = await waitline(["run", "desk.yaml", "--no-report", "--second-seed"], files);
    expect(flat(out)).toMatch(/With another seed \(“1 again”, one run\) the mean wait is .* standard errors apart, as chance has it\./);
  });
});

describe("what one run cannot say", () => {
  test("of 1279 customers: no interval, so it is refused with the least that will do", async () => {
    const {exitCode, err} = await waitline(["run", "desk.yaml", "--set", "run.customers=1279"], files);
    expect(exitCode).toBe(3);
    expect(err).toContain("One long run of about 1279 customers is too short to say anything about chance");
    expect((await waitline(["run", "desk.yaml", "--set", "run.customers=1280", "--no-report"], files)).exitCode).toBe(0);
  });

  test("at 95 % occupancy 5000 customers remember longer than the run lasts, and a caution says so", async () => {
    const {out} = await waitline(
      ["run", "desk.yaml", "--no-report", "--set", "arrivals.callers.rate=57/h", "--set", "run.customers=5000"],
      files,
    );
    expect(flat(out)).toContain("! This run (5,000 customers) is too short for how long its lines remember");
  });

  test("how two designs differ, how precise it will be, or a day: those need replications", async () => {
    const compared = `${DESK}compare:\n  one: {}\n  two: { stations.desk.servers: 2 }\n`;
    for (const file of [
      compared,
      DESK.replace("replications: 1,", "replications: 1, until: ±2% of mean wait,"),
      DESK.replace("customers: 40960, warmup: 0, ", "").replace("arrivals:", "opening: 09:00 to 17:00\narrivals:"),
    ]) {
      const {exitCode, err} = await waitline(["check", "desk.yaml"], {"desk.yaml": file});
      expect(exitCode, err).toBe(3);
      expect(err).toContain("One replication says nothing about chance");
    }
  });
});

describe("threads cannot be seen", () => {
  let workers: WorkerRunner;
  beforeAll(() => {
    workers = inWorkers(2);
  });
  afterAll(() => workers.close());

  test("the result of two threads has the bytes of one", async () => {
    const argv = ["run", "desk.yaml", "--json", "--second-seed"];
    const one = await waitline(argv, files);
    const two = await waitline(argv, files, () => ({
      workers: async () => Object.assign(workers.bind(null), {close: async () => {}}),
    }));
    expect(two.out).toBe(one.out);
  });
});
