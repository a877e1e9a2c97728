/** `run: { until: ±2% of mean wait }` as people write it. */
import {describe, expect, test} from "vitest";
import {readScenario} from "../../src/scenario/reading/read-scenario.ts";
import {sayCheck} from "../../src/wording/check.ts";

const read = (run: string, options = {}) =>
  readScenario(
    `name: Bank
opening: 09:00 to 17:00
arrivals: { customers: { rate: 45/h } }
stations: { tellers: { servers: 5, service: exp 6 min } }
run: ${run}
`,
    "bank.yaml",
    {language: "en", ...options},
  );
const until = (phrase: string) => read(`{ until: ${phrase} }`).designs[0]?.scenario.run.until;

describe("a precision to stop at", () => {
  test.each([
    ["±2% of mean wait", "±2% of mean wait", "waitTime", 0.02],
    ["± 2 % of the mean wait", "±2% of mean wait", "waitTime", 0.02],
    ["+-2% of mean wait", "±2% of mean wait", "waitTime", 0.02],
    ["'+/-2% of mean wait'", "±2% of mean wait", "waitTime", 0.02],
    ["±２％ of mean wait", "±2% of mean wait", "waitTime", 0.02],
    ["±2%of mean wait", "±2% of mean wait", "waitTime", 0.02],
    ["2%", "±2% of mean wait", "waitTime", 0.02],
    ["0.5%", "±0.5% of mean wait", "waitTime", 0.005],
    ["±1% of mean time in system", "±1% of mean time in system", "sojournTime", 0.01],
  ])("%s", (phrase, text, metric, relative) => {
    expect(until(phrase)).toEqual({text, metric, relative});
  });

  test.each(["fast", "±2% of p95", "2", "±2 min of mean wait", "mean wait", "±2% of mean wait at tellers"])(
    "%s is refused with an example",
    (phrase) => {
      const {problems, designs} = read(`{ until: ${phrase} }`);
      expect(designs).toEqual([]);
      expect(problems.map(({remedy}) => remedy).join()).toMatch(/%/);
    },
  );

  test.each(["0%", "0.009%", "100%", "±250% of mean wait"])("%s is no precision", (phrase) => {
    expect(read(`{ until: ${phrase} }`).problems).toHaveLength(1);
  });
});

test("with a precision there may be 10,000 days or 1000 long runs, or as many as the file says", () => {
  expect(read("{ until: 2% }").designs[0].scenario.run.replications).toBe(10_000);
  expect(read("{ until: 2%, replications: 300 }").designs[0].scenario.run.replications).toBe(300);
  expect(read("{ replications: 300 }").designs[0].scenario.run).toMatchObject({replications: 300});
  expect(read("{ replications: 300 }").designs[0].scenario.run.until).toBeUndefined();
  const long = readScenario(
    "arrivals: { calls: { rate: 45/h } }\nstations: { desk: { servers: 5, service: exp 6 min } }\nrun: { until: 2%, customers: 10000 }",
    "long.yaml",
    {language: "en"},
  );
  expect(long.designs[0].scenario.run).toMatchObject({replications: 1000, until: {relative: 0.02}});
});

test("--until is laid over the file, and told as such when it cannot be read", () => {
  const over = (overrides: object) => read("{ replications: 50 }", {overrides}).designs[0].scenario.run;
  expect(over({until: "3%"})).toMatchObject({replications: 10_000, until: {relative: 0.03}}); // as many as it takes
  expect(over({until: "3%", replications: 70})).toMatchObject({replications: 70, until: {relative: 0.03}});
  expect(read("{ replications: 50 }", {overrides: {until: "soon"}}).problems).toHaveLength(1);
});

test("`check` says it back", () => {
  expect(sayCheck(read("{ until: 2%, seed: 7 }"), "en")).toContain(
    "Independent days, as many as ±2% of mean wait takes, at most 10000, seed 7.",
  );
  expect(sayCheck(read("{ until: 2%, seed: 7 }"), "zh")).toContain("达到 ±2% of mean wait 为止，最多 10000 个独立的日子，seed 7。");
  expect(sayCheck(read("{ replications: 9, seed: 7 }"), "en")).toContain("9 independent days, seed 7.");
});
