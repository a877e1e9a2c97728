/** Who is best at what: each criterion by its own measure, ties and empty designs said as such. Numbers are made up, nothing is simulated. */
import {describe, expect, test} from "vitest";
import type {ComparisonRow, Result} from "../../src/comparison/comparison.ts";
import type {EstimateRow, Population} from "../../src/estimate/estimate.ts";
import {standingsLegend} from "../../src/wording/criteria.ts";
import type {Language} from "../../src/wording/language.ts";
import {sayBriefly} from "../../src/wording/say-briefly.ts";
import {Facts} from "../../src/wording/facts.ts";
import {judge} from "../../src/wording/judgement.ts";
import {say} from "../../src/wording/say.ts";
import {bank, priority} from "../report/fixtures.ts";

interface Made {
  metric: string;
  statistic: string;
  unit: string;
  population?: Population | null;
  class?: string;
}

/** A measure of every design, by the order of the file; null: nobody there. */
function withMeasure(
  result: Result,
  {metric, statistic, unit, population = null, class: of}: Made,
  values: (number | null)[],
  half = 0.004,
): Result {
  const about = {station: null, class: of ?? null, metric, statistic, population, unit, confidence: 0.95};
  const isOther = (row: EstimateRow | ComparisonRow) =>
    !(row.metric === metric && row.statistic === statistic && row.class === (of ?? null));
  const [first] = result.designs;
  return {
    ...result,
    estimates: [
      ...result.estimates.filter(isOther),
      ...result.designs.map(({name}, i): EstimateRow => {
        const value = values[i];
        const none = {value: null, halfWidth: null, low: null, high: null};
        const ends =
          value === null
            ? none
            : value === 0
              ? {value, halfWidth: 0, low: 0, high: 0}
              : {value, halfWidth: half, low: value - half, high: value + half};
        return {...about, design: name, period: null, replications: 400, ...ends};
      }),
    ],
    comparisons: [
      ...result.comparisons.filter(isOther),
      ...result.designs.slice(1).map(({name}, i): ComparisonRow => {
        const [value, from] = [values[i + 1], values[0]];
        const difference = value === null || from === null ? null : value - from;
        return {
          ...about,
          design: name,
          against: first.name,
          difference,
          halfWidth: difference === null ? null : half,
          low: difference === null ? null : difference - half,
          high: difference === null ? null : difference + half,
          significant: difference === null ? null : Math.abs(difference) > half,
        };
      }),
    ],
  };
}

const REGRET: Made = {metric: "regretShare", statistic: "share", unit: "share"};
const SPREAD: Made = {metric: "discrimination", statistic: "sd", unit: "s"};
const OVERTAKEN: Made = {metric: "overtakenShare", statistic: "share", unit: "share", population: "all"};

function line(result: Result, id: string, language: Language = "en") {
  const found = say(result, language).criteria.find((one) => one.id === id);
  return found && {...found, text: found.text.replaceAll("\u00a0", " ")};
}
const [one, second] = bank().designs.map(({name}) => name);
const shares = (...values: (number | null)[]) => bank().designs.map((_, i) => (i < values.length ? values[i] : values[values.length - 1]));

describe("calm", () => {
  test("whoever has the fewest who chose a slower line is calmest; the most are named", () => {
    const calm = line(withMeasure(bank(), REGRET, shares(0, 0.667, 0.32)), "calm");
    expect(calm?.leaders).toEqual([one]);
    expect(calm?.standings.slice(0, 3)).toEqual(["best", "worst", "between"]);
    expect(calm?.text).toBe(
      `“${one}”: fewest choose a line with more work ahead than another, 0 %; most with “${second}”, 66.7 % ± 0.4 %.`,
    );
    expect(line(withMeasure(bank(), REGRET, shares(0, 0.667, 0.32)), "calm", "zh")?.text).toBe(
      `“${one}”选了更慢的队的人最少：0%；“${second}”最多：66.7% ± 0.4%。`,
    );
  });

  test("nothing is said of calm where it was not followed, or nobody regrets", () => {
    expect(line(bank(), "calm")).toBeUndefined();
    expect(line(withMeasure(bank(), REGRET, shares(0)), "calm")).toBeUndefined();
  });

  test("a design where nobody was there to be judged is in no order, and said to be empty", () => {
    const calm = line(withMeasure(bank(), REGRET, shares(0.2, null, 0.5)), "calm");
    expect(calm?.standings.slice(0, 3)).toEqual(["best", "nobody", "worst"]);
    expect(calm?.text).toContain(`With “${second}” there was nobody to judge by.`);
    expect(line(withMeasure(bank(), REGRET, shares(0.2, null, 0.5)), "calm", "zh")?.text).toContain(`“${second}”无人可评。`);
  });
});

describe("fair", () => {
  test("who is overtaken least, and, if it is another, who gets most nearly an equal part of the staff", () => {
    const overtaken = withMeasure(bank(), OVERTAKEN, shares(0.02, 0.2, 0.3));
    const same = line(withMeasure(overtaken, SPREAD, shares(100, 200), 3), "fair");
    expect(same?.text).not.toContain("equal part");
    const other = line(withMeasure(overtaken, SPREAD, shares(200, 100, 300), 3), "fair");
    expect(other?.leaders).toEqual([one]);
    expect(other?.text).toContain(
      `But what each gets of the staff is nearest to an equal part with “${second}” (standard deviation 1.67 ± 0.05 min).`,
    );
  });
});

describe("accessible", () => {
  test("a design is as good as the wait of the class that waits longest there", () => {
    const accessible = line(priority(), "accessible");
    expect(accessible?.leaders).not.toHaveLength(0);
    const waits = priority()
      .estimates.filter(
        ({metric, statistic, population, class: of}) =>
          metric === "waitTime" && statistic === "mean" && population === "all" && of !== null,
      )
      .filter(({period, station}) => period === null && station === null);
    const longest = (design: string) => Math.max(...waits.filter((row) => row.design === design).map(({value}) => value ?? 0));
    const [best] = [...priority().designs].sort((a, b) => longest(a.name) - longest(b.name));
    expect(accessible?.leaders).toContain(best.name);
    expect(accessible?.text).toContain("the class that waits longest");
  });

  test("a class that nobody belonged to is not the one that waits longest", () => {
    const [{name: of}] = priority().estimates.flatMap(({class: name}) => (name === null ? [] : [{name}]));
    const empty = withMeasure(
      priority(),
      {metric: "waitTime", statistic: "mean", unit: "s", population: "all", class: of},
      priority().designs.map(() => null),
    );
    expect(line(empty, "accessible")?.text ?? "").not.toContain(`“${of}”`);
  });

  test("nothing is said where all are of one class", () => {
    expect(line(bank(), "accessible")).toBeUndefined();
  });
});

describe("the small table", () => {
  const table = withMeasure(bank(), REGRET, shares(0, 0.667, 0.32));

  test("the terminal shows one sign for each design and criterion, and says what the signs mean", () => {
    const text = sayBriefly(table, "en", {colour: false, width: 100});
    expect(text).toMatch(/\n +Fast +Sure +Fair +Calm/);
    expect(text).toMatch(new RegExp(`\\n {2}${one} +● +● +● +●`));
    expect(text).toContain("● best, or not significantly different from the best");
    expect(text).toContain("◆ worst");
  });

  test("where all designs are level none is called best", () => {
    const level = line(withMeasure(table, {metric: "waitTime", statistic: "mean", unit: "s", population: "all"}, shares(100), 2), "fast");
    expect(level?.standings.every((standing) => standing === "alike")).toBe(true);
    expect(standingsLegend(level === undefined ? [] : [level], "zh")).toBe("○ 各方案无显著差异");
  });
});

test("the best is told against its rival by what that one lost on, whatever decided between the rest", () => {
  const shares = withMeasure(
    {...bank(), goals: []},
    {metric: "abandonShare", statistic: "share", unit: "share"},
    [0.3, 0.3, 0.1, 0.1, 0.3],
  );
  const result = withMeasure(shares, {metric: "waitTime", statistic: "mean", unit: "s", population: "all"}, [100, 100, 200, 150, 100], 1);
  const {winner, rival, decidedBy} = judge(new Facts(result));
  expect([winner, rival]).toEqual([result.designs[3].name, result.designs[0].name]);
  expect(decidedBy).toBe(new Facts(result).lost);
});

test("where nobody is refused, room for all is judged by who is turned away at closing", () => {
  const share = (metric: string): Made => ({metric, statistic: "share", unit: "share"});
  const nobody = bank().designs.map(() => 0);
  const closing = withMeasure(
    withMeasure(bank(), share("blockShare"), nobody),
    share("turnedAwayShare"),
    nobody.map((_, i) => 0.01 + 0.1 * i),
  );
  const [line] = say(closing, "en").criteria.filter(({id}) => id === "room");
  expect(line.text.replace(/\s/g, " ")).toBe(
    "“one line”: fewest turned away at closing, 1.0 % ± 0.4 %; most with “five lines, nearest”, 41.0 % ± 0.4 %.",
  );
  expect(say(closing, "zh").criteria.filter(({id}) => id === "room")[0].text).toContain("关门时未获服务的人最少");
  expect(say(withMeasure(closing, share("turnedAwayShare"), nobody), "en").criteria.filter(({id}) => id === "room")).toEqual([]);
});
