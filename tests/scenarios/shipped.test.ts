/** Every scenario that ships is read, simulated, told and drawn here, and its answer must be the one queueing theory expects. */
import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {type ComparisonRow, compare} from "../../src/comparison/index.ts";
import type {Result} from "../../src/comparison/comparison.ts";
import {claimBy, Collector} from "../../src/estimate/index.ts";
import {compileModel} from "../../src/model/compile.ts";
import {simulate} from "../../src/replication/simulate.ts";
import {readReport} from "../../src/report/read-report.ts";
import {renderReport} from "../../src/report/render-report.ts";
import {type Reading, readScenario} from "../../src/scenario/reading/read-scenario.ts";
import {sayBriefly} from "../../src/wording/say-briefly.ts";

const FOLDER = new URL("../../scenarios/", import.meta.url);

/** Enough for the signs below, and quick; the files themselves ask for more. */
const REPLICATIONS: Record<string, number> = {
  "priority-counter.yaml": 2,
  "what-people-see.yaml": 4,
  "one-line-looks-longer.yaml": 4,
  "cash-machines.yaml": 20,
  "own-line-pride.yaml": 6,
};

interface Answer {
  reading: Reading;
  collectors: Collector[];
  result: Result;
}

const answers = new Map<string, Answer>();

function answerOf(file: string): Answer {
  const known = answers.get(file);
  if (known !== undefined) return known;
  const reading = readScenario(readFileSync(new URL(file, FOLDER), "utf8"), file, {language: "en"});
  expect(reading.problems).toEqual([]);
  const replications = REPLICATIONS[file] ?? 60;
  const collectors = reading.designs.map((design) => {
    const model = compileModel(design.scenario);
    const collector = new Collector(model, {design: design.name, goals: design.scenario.goals, costs: design.scenario.costs});
    for (const replication of simulate(model, 0, replications)) collector.take(replication);
    return collector;
  });
  const {estimates, rows} = compare(collectors);
  const {seed} = reading.designs[0].scenario.run;
  const result: Result = {
    schemaVersion: 1,
    version: "0.0.0",
    command: "compare",
    commandLine: `waitline compare ${file}`,
    scenario: {name: reading.name, file, hash: reading.hash, question: reading.question, isDay: reading.isDay, text: reading.text},
    seed,
    replications,
    complete: true,
    confidence: 0.95,
    designs: reading.designs.map(({name, changes}) => ({name, changes})),
    estimates: estimates.flatMap((estimate) => estimate.rows),
    comparisons: rows,
    goals: estimates.flatMap((estimate) => estimate.goals),
    distributions: estimates.flatMap((estimate) => estimate.distributions),
    cautions: estimates.flatMap((estimate) => estimate.cautions),
    twins: [],
    assumed: reading.assumed,
  };
  const answer = {reading, collectors, result};
  answers.set(file, answer);
  return answer;
}

function difference(file: string, design: string, metric: string, statistic: string, population: string | null = "all"): ComparisonRow {
  const row = answerOf(file).result.comparisons.find(
    (one) =>
      one.design === design &&
      one.metric === metric &&
      one.statistic === statistic &&
      one.population === population &&
      one.station === null &&
      one.class === null,
  );
  expect(row, `${metric} ${statistic} of ${design}`).toBeDefined();
  return row!;
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith(".yaml"));

describe.each(files)("%s", (file) => {
  test("asks a manager's question in its first line", () => {
    expect(answerOf(file).reading.question).toMatch(/asks?: .*\?/);
  });

  test("is told in both languages, and its page gives the numbers back", () => {
    const {result} = answerOf(file);
    for (const language of ["en", "zh"] as const) {
      expect(sayBriefly(result, language, {colour: false, width: 100})).toContain(result.designs[0].name.split(",")[0]);
      const page = renderReport(result, {language});
      expect(page.length).toBeLessThan(2_500_000);
      expect(readReport(page).estimates.length).toBeGreaterThan(100);
    }
  });
});

describe("bank-one-line-or-five.yaml", () => {
  const BANK = "bank-one-line-or-five.yaml";

  test("in one first-come line nobody is overtaken; in lines many are", () => {
    const [line, ...lines] = answerOf(BANK).collectors;
    expect(claimBy(line, "overtakenShare").value).toBe(0);
    for (const collector of lines) expect(claimBy(collector, "overtakenShare").value).toBeGreaterThan(0.03);
  });

  test("the worst tenth waits least in one line, longer where people switch, longer still where they only choose", () => {
    const tail = (design: string) => difference(BANK, design, "waitTime", "p90").difference!;
    expect(difference(BANK, "five lines, people switch", "waitTime", "sd").difference).toBeGreaterThan(0);
    expect(tail("five lines, shortest")).toBeGreaterThan(tail("five lines, people switch"));
    expect(tail("five lines, at random")).toBeGreaterThan(tail("five lines, nearest"));
    expect(tail("five lines, nearest")).toBeGreaterThan(tail("five lines, shortest"));
    expect(difference(BANK, "five lines, at random", "waitTime", "mean").significant).toBe(true);
  });
});

describe("express-lane.yaml", () => {
  const TILLS = "express-lane.yaml";
  const waitOf = (design: number, name: string) => claimBy(answerOf(TILLS).collectors[design], "waitTime", {class: name}).value!;

  test("an express till takes time from trolleys and gives it to baskets; a second one takes more of it", () => {
    const [plain, one, two] = [0, 1, 2].map((design) => [waitOf(design, "basket"), waitOf(design, "trolley")]);
    expect(one[0]).toBeLessThan(plain[0]);
    expect(two[0]).toBeLessThan(one[0]);
    expect(one[1]).toBeGreaterThan(plain[1]);
    expect(two[1]).toBeGreaterThan(1.3 * one[1]);
  });

  test("an express till that helps when idle costs nobody anything, and one line is shorter still", () => {
    const mean = (design: string) => difference(TILLS, design, "waitTime", "mean");
    expect(waitOf(3, "trolley")).toBeLessThan(waitOf(1, "trolley"));
    expect(mean("one express till that helps when idle")).toMatchObject({significant: true});
    expect(mean("one line for all").difference!).toBeLessThan(mean("one express till that helps when idle").difference!);
    expect(mean("one express till that helps when idle").difference!).toBeLessThan(0);
  });
});

describe("own-line-pride.yaml", () => {
  test("one line wins while hands are less than one percent slower, and loses beyond", () => {
    const sojourn = (design: string) => difference("own-line-pride.yaml", design, "sojournTime", "mean", "served");
    expect(sojourn("one line, as quick")).toMatchObject({significant: true});
    expect(sojourn("one line, as quick").difference!).toBeLessThan(0);
    expect(sojourn("one line, 0.5% slower").difference!).toBeLessThan(0);
    expect(sojourn("one line, 2% slower").difference!).toBeGreaterThan(0);
    expect(sojourn("one line, 7% slower")).toMatchObject({significant: true});
  });
});

describe("bank-call-centre-1999.yaml", () => {
  test("each agent more lets fewer callers give up", () => {
    const shares = answerOf("bank-call-centre-1999.yaml").collectors.map((collector) => claimBy(collector, "abandonShare").value!);
    expect(shares).toHaveLength(7);
    for (let i = 1; i < shares.length; i++) expect(shares[i]).toBeLessThan(shares[i - 1]);
  });
});

describe("counter-staffing.yaml", () => {
  const HALL = "counter-staffing.yaml";

  test("a plan that follows the day is cheaper than a level one with the same hours and loses fewer", () => {
    const cost = difference(HALL, "follow the demand", "cost", "total", null);
    expect(cost.significant).toBe(true);
    expect(cost.difference).toBeLessThan(0);
    expect(difference(HALL, "follow the demand", "abandonShare", "share", null).difference).toBeLessThan(0);
  });
});

describe("cash-machines.yaml", () => {
  test("one technician keeps 97.15 % of the sixty machines up, two 98.78 %", () => {
    const [one, two] = answerOf("cash-machines.yaml").collectors.map((collector) =>
      claimBy(collector, "numberInSystem", {confidence: 0.999}),
    );
    for (const [down, truth] of [
      [one, 60 * 0.028501],
      [two, 60 * 0.012226],
    ] as const) {
      expect(Math.abs(down.value! - truth)).toBeLessThan(down.halfWidth!);
      expect(down.halfWidth).toBeLessThan(0.15 * truth);
    }
  });
});

describe("priority-counter.yaml", () => {
  test("priorities move waits between classes and leave the mean where it was: the classes have the same work", () => {
    const row = difference("priority-counter.yaml", "urgent first", "waitTime", "mean");
    expect(Math.abs(row.difference!)).toBeLessThan(0.01 * 480);
    const [, urgentFirst] = answerOf("priority-counter.yaml").collectors;
    const urgent = claimBy(urgentFirst, "waitTime", {class: "urgent"}).value!;
    const regular = claimBy(urgentFirst, "waitTime", {class: "regular"}).value!;
    expect(urgent / regular).toBeCloseTo(0.1, 1); // Cobham: (1 - 0.9) with a load of 0.18 from the urgent
    expect(urgent).toBeLessThan(0.15 * regular);
  });

  test("who interrupts hardly waits; growing priority and a kept server are between the extremes, and the regular pay", () => {
    const of = new Map(
      answerOf("priority-counter.yaml").collectors.map((collector) => [
        collector.design,
        (name: string) => claimBy(collector, "waitTime", {class: name}).value!,
      ]),
    );
    const urgent = (design: string) => of.get(design)!("urgent");
    const regular = (design: string) => of.get(design)!("regular");
    const [static_, growing, first] = ["urgent first", "priority grows with the wait", "first come first served"];
    expect(urgent("urgent first, even mid-service")).toBeLessThan(0.05 * urgent(static_)); // M/M/4 at 0.18
    expect(urgent(growing)).toBeGreaterThan(urgent(static_));
    expect(urgent(growing)).toBeLessThan(0.5 * urgent(first));
    expect(regular(growing)).toBeLessThan(regular(static_));
    const [five, kept] = ["a fifth server, urgent first", "a fifth server, kept for urgent"];
    expect(urgent(kept)).toBeLessThan(0.8 * urgent(five));
    expect(regular(kept)).toBeGreaterThan(1.5 * regular(five));
  });
});

describe("one-line-looks-longer.yaml", () => {
  const LOOKS = "one-line-looks-longer.yaml";
  test("people who look at heads turn round more often at one line, and who stays there waits less", () => {
    for (const design of ["four lines, people switch", "four lines, nobody switches"]) {
      expect(difference(LOOKS, design, "balkShare", "share", null).high).toBeLessThan(-0.04);
      expect(difference(LOOKS, design, "waitTime", "mean").low).toBeGreaterThan(60);
    }
  });
});

describe("what-people-see.yaml", () => {
  const SEE = "what-people-see.yaml";
  const balked = (design: string) => difference(SEE, design, "balkShare", "share", null);
  test("one line loses most when people see heads, and least when they hear minutes", () => {
    expect(balked("four lines, people switch").high).toBeLessThan(-0.03);
    for (const design of ["one line, minutes shown", "one line, minutes padded", "one line, minutes wrong"])
      expect(balked(design).difference!).toBeLessThan(balked("four lines, minutes shown").difference! - 0.01);
    expect(balked("one line, minutes padded").difference!).toBeGreaterThan(balked("one line, minutes shown").difference!);
  });
  test("minutes at a line of one's own say what its heads said", () => {
    expect(balked("four lines, minutes shown").difference).toBeCloseTo(balked("four lines, people switch").difference!, 12);
    expect(balked("one line, minutes shown").difference).toBeCloseTo(balked("one line, fully allowed for").difference!, 12);
  });
});
