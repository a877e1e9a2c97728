import {describe, expect, test} from "vitest";
import type {Result} from "../../src/comparison/comparison.ts";
import type {GoalVerdict} from "../../src/estimate/estimate.ts";
import {Facts} from "../../src/wording/facts.ts";
import {goalSentence} from "../../src/wording/goals.ts";
import {bestOn, judge, relation} from "../../src/wording/judgement.ts";
import {MEAN_WAIT, TAIL_WAIT} from "../../src/wording/measure.ts";
import {say, type Sentences} from "../../src/wording/say.ts";
import {bank, callCentre, priority, run, staffing} from "../report/fixtures.ts";

const blanks = (text: string) => text.replaceAll("\u00a0", " ");
const headline = (result: Result, language: "en" | "zh" = "en") => blanks(say(result, language).headline);
const all = (sentences: Sentences) => blanks(JSON.stringify(sentences));

/** Takes two designs of a result. */
function pair(result: Result, first: string, second: string): Result {
  const isKept = ({design}: {design: string}) => design === first || design === second;
  return {
    ...result,
    designs: result.designs.filter(({name}) => isKept({design: name})),
    estimates: result.estimates.filter(isKept),
    comparisons: result.comparisons.filter(isKept),
    goals: result.goals.filter(isKept),
    distributions: result.distributions.filter(isKept),
  };
}

const withVerdicts = (result: Result, meets: (design: string, i: number) => GoalVerdict["meets"]): Result => {
  const seen = new Map<string, number>();
  return {
    ...result,
    goals: result.goals.map((verdict) => {
      const i = seen.get(verdict.design) ?? 0;
      seen.set(verdict.design, i + 1);
      return {...verdict, meets: meets(verdict.design, i)};
    }),
  };
};

describe("the verdict of a comparison", () => {
  test("two designs with equal means are told apart by the worst tenth of visits", () => {
    expect(headline(pair(bank(), "one line", "five lines, people switch"))).toBe(
      "One line is better: 1.47 ± 0.12 min shorter waits on the worst tenth of visits; mean waits differ by less than 0.1 min.",
    );
  });

  test("among many the best is told against its nearest rival", () => {
    expect(headline(bank())).toContain("One line is best: ");
    expect(headline(bank())).toContain("than with “five lines, people switch”");
    expect(headline(bank(), "zh")).toBe(
      "“one line”最好：与“five lines, people switch”相比，等得最久的十分之一顾客少等 1.47 ± 0.12 分钟；平均等待时间相差不到 0.1 分钟。",
    );
  });

  test("meeting every goal beats a shorter wait", () => {
    const result = withVerdicts(bank(), (design) => (design === "five lines, nearest" ? "met" : "missed"));
    expect(headline(result)).toBe("“five lines, nearest” is the only design that surely meets every goal.");
    expect(headline(result, "zh")).toBe("只有“five lines, nearest”能确定达到全部目标。");
  });

  test("a goal that is likely met is not surely met", () => {
    const result = withVerdicts(bank(), (design) => (design === "one line" ? "likely met" : "missed"));
    expect(headline(result)).toBe("No design surely meets every goal; “one line” comes closest.");
  });

  test("designs without a significant difference are not ranked", () => {
    const same = pair(bank(), "one line", "five lines, people switch");
    const result = {
      ...same,
      goals: [],
      comparisons: same.comparisons.map((row) => ({...row, difference: 1, halfWidth: 4, low: -3, high: 5, significant: false})),
    };
    expect(headline(result)).toBe(
      "Neither design is clearly better: mean waits differ by less than 0.1 min; waits on the worst tenth of visits differ by less than 0.1 min.",
    );
    expect(judge(new Facts(result)).winner).toBeNull();
  });

  test("not significantly different is said in words", () => {
    const words = say(bank(), "en").designs.find(({name}) => name === "five lines, people switch");
    expect(blanks(words?.lines[0] ?? "")).toMatch(/^Mean waits not significantly different \(less than 0\.1 min apart\); /);
    expect(say(bank(), "zh").designs[3].lines[0]).toContain("平均等待时间无显著差异");
  });

  test("a design that wins one goal and loses another is said to do both", () => {
    const result = withVerdicts(bank(), (design, i) =>
      design === "five lines, shortest" ? (i === 0 ? "met" : "missed") : i === 0 ? "missed" : "met",
    );
    const words = say(result, "en").designs.find(({name}) => name === "five lines, shortest");
    expect(words?.lines.at(-1)).toBe(
      "It surely meets “80% of customers wait at most 5 min”, which “one line” does not; but no longer “mean wait at most 4 min” and “at most 5% of customers give up”.",
    );
  });

  test("who gains and who pays is told by class", () => {
    const reasons = blanks(say(priority(), "en").reasons.join(" "));
    expect(reasons).toContain(
      "Who gains and who pays: urgent, 6.9 ± 0.5 min shorter waits on average; regular, 1.72 ± 0.14 min longer waits on average.",
    );
    expect(blanks(say(priority(), "zh").reasons.join(" "))).toContain(
      "谁受益、谁付出：“urgent”平均等待缩短 6.9 ± 0.5 分钟；“regular”平均等待延长 1.72 ± 0.14 分钟。",
    );
  });

  test("cost decides before waits where prices are given, and is told by the day", () => {
    const result = withVerdicts(staffing(), () => "met");
    expect(headline(result)).toMatch(/^Follow the demand is best: 374 ± 22 EUR a day cheaper than with “nine all day”; /);
    expect(blanks(say(result, "en").money ?? "")).toBe("2,240 ± 19 EUR a day; 374 ± 22 EUR a day cheaper than “nine all day”.");
    expect(say(bank(), "en").money).toBeNull();
  });

  test("what another design does better is not kept silent", () => {
    const costly = staffing();
    const result = withVerdicts(
      {
        ...costly,
        estimates: costly.estimates.map((row) =>
          row.metric === "cost" && row.design === "two shifts" ? {...row, value: 100, low: 90, high: 110} : row,
        ),
        comparisons: costly.comparisons.map((row) =>
          row.metric === "cost" && row.design === "two shifts" ? {...row, difference: -2514, low: -2520, high: -2508} : row,
        ),
      },
      () => "met",
    );
    const sentences = say(result, "en");
    expect(sentences.judgement.winner).toBe("two shifts");
    expect(blanks(sentences.reasons.join(" "))).toContain(
      "Better elsewhere: mean wait 2.27 ± 0.06 min with “follow the demand”, here 2.97 ± 0.08 min",
    );
  });
});

describe("a grid of staff", () => {
  test("the answer is the fewest that surely meet every goal, and why one fewer will not do", () => {
    const sentences = say(callCentre(), "en");
    expect(sentences.headline).toBe("10 agents are the fewest that surely meet every goal.");
    expect(blanks(sentences.reasons.at(-1) ?? "")).toBe(
      "With 9 agents, 81.0 % ± 1.6 % are served within 20 s: the goal of 80 % is probably met, but not surely.",
    );
    expect(say(callCentre(), "zh").headline).toBe("10 人（agents）是确定达到全部目标的最少人数。");
  });

  test("when the smallest number tried is enough, nothing is claimed about smaller ones", () => {
    expect(headline(withVerdicts(callCentre(), () => "met"))).toBe("8 agents, the fewest tried, surely meet every goal.");
  });

  test("when no number is enough, that is the answer", () => {
    expect(headline(withVerdicts(callCentre(), () => "missed"))).toBe("From 8 to 14 agents, no number surely meets every goal.");
    expect(
      headline(
        withVerdicts(callCentre(), () => "missed"),
        "zh",
      ),
    ).toBe("从 8 到 14 人（agents），没有一种人数能确定达到全部目标。");
  });

  test("a station in the singular has servers", () => {
    const result = JSON.parse(JSON.stringify(callCentre()).replaceAll("stations.agents.servers", "stations.desk.servers")) as Result;
    expect(headline(result)).toBe("10 servers at “desk” are the fewest that surely meet every goal.");
  });

  test("the design that changes nothing takes its number from its name", () => {
    const result = callCentre();
    result.designs[0] = {name: "8", changes: []};
    expect(headline(result)).toBe("10 agents are the fewest that surely meet every goal.");
  });

  test("designs that differ by more than a number are no grid", () => {
    expect(new Facts(bank()).grid).toBeNull();
    expect(new Facts(staffing()).grid).toBeNull();
  });
});

describe("goals", () => {
  const [share, mean, abandon] = bank().goals.map((verdict) => ({...verdict}));

  test("a run answers its goal in one sentence", () => {
    const result = {...run(), goals: run().goals.slice(0, 1)};
    expect(headline(result)).toBe("83.1 % ± 1.6 % are served within 5 min: the goal of 80 % is met.");
  });

  test("several goals are counted first", () => {
    expect(headline(run())).toMatch(/^All three goals are met: 83\.1 % ± 1\.6 % /);
    expect(headline(withVerdicts(run(), (_, i) => (i === 1 ? "missed" : "met")))).toBe(
      "Two of three goals are surely met: the mean wait is 2.30 ± 0.06 min; the goal of at most 4 min is missed.",
    );
    expect(headline(withVerdicts(run(), () => "missed"))).toMatch(/^None of the three goals is surely met: /);
  });

  test("each kind of goal has its sentence", () => {
    expect(blanks(goalSentence(mean, "en"))).toBe("The mean wait is 2.30 ± 0.06 min: the goal of at most 4 min is met.");
    expect(blanks(goalSentence(abandon, "en"))).toBe("2.10 % ± 0.06 % give up: the goal of at most 5 % is met.");
    expect(blanks(goalSentence({...share, goal: {...share.goal, metric: "waitTime"}}, "en"))).toBe(
      "83.1 % ± 1.6 % wait at most 5 min: the goal of 80 % is met.",
    );
    expect(
      blanks(
        goalSentence(
          {
            ...mean,
            value: 700,
            halfWidth: 40,
            meets: "missed",
            goal: {...mean.goal, statistic: "percentile", percentile: 0.95, class: "urgent", bound: 600},
          },
          "en",
        ),
      ),
    ).toBe("95 % of urgent wait at most 11.7 ± 0.7 min: the goal of at most 10 min is missed.");
    expect(
      blanks(
        goalSentence(
          {
            ...mean,
            value: 700,
            halfWidth: 40,
            meets: "missed",
            goal: {...mean.goal, statistic: "percentile", percentile: 0.95, class: "urgent", bound: 600},
          },
          "zh",
        ),
      ),
    ).toBe("95% 的“urgent”等待不超过 11.7 ± 0.7 分钟：不超过 10 分钟的目标未达到。");
  });

  test("a goal for every half hour names the worst one", () => {
    const verdict = staffing().goals.find(({goal, design}) => goal.everyHalfHour && design === "follow the demand");
    expect(verdict === undefined ? "" : blanks(goalSentence(verdict, "en"))).toBe(
      "In the worst half hour (10:00–10:30) 83.1 % ± 1.6 % are served within 10 min: the goal of 80 % in every half hour is met.",
    );
  });

  test("a goal on a share of days tells on how many days the promise was kept", () => {
    const days = (goal: Partial<GoalVerdict["goal"]>): GoalVerdict => ({
      ...share,
      value: 0.8725,
      halfWidth: 0.021,
      shareOfDays: 0.8725,
      meets: "missed",
      goal: {...share.goal, shareOfDays: 0.9, ...goal},
    });
    const overtime = days({metric: "overtime", statistic: "mean", within: null, direction: "at most", bound: 1200});
    expect(blanks(goalSentence(overtime, "en"))).toBe(
      "On 87 % ± 2 % of days overtime is at most 20 min: the goal of 90 % of days is missed.",
    );
    expect(blanks(goalSentence(overtime, "zh"))).toBe("在 87% ± 2% 的日子里，加班不超过 20 分钟：不低于 90% 的目标未达到。");
    expect(blanks(goalSentence(days({metric: "waitTime"}), "en"))).toBe(
      "On 87 % ± 2 % of days at least 80 % wait at most 5 min: the goal of 90 % of days is missed.",
    );
  });

  test("nobody to measure is not zero", () => {
    const nobody: GoalVerdict = {...mean, value: null, halfWidth: null, meets: "cannot say", goal: {...mean.goal, class: "urgent"}};
    expect(goalSentence(nobody, "en")).toBe("Nobody of urgent was there to measure: the goal of at most 4\u00a0min cannot be judged.");
    expect(goalSentence(nobody, "zh")).toBe("没有“urgent”可供衡量：不超过 4\u00a0分钟的目标无法判断。");
  });
});

describe("claims about pairs", () => {
  test("two designs that were not paired differ only when their differences from the first, or their own intervals, do not overlap", () => {
    const facts = new Facts(bank());
    expect(relation(facts, MEAN_WAIT, "five lines, shortest", "five lines, at random")).toBe("less");
    expect(relation(facts, MEAN_WAIT, "one line", "five lines, people switch")).toBe("same");
    const wide = (middle: number, half: number) => ({halfWidth: half, low: middle - half, high: middle + half});
    const middles: Record<string, number> = {"five lines, shortest": 100, "five lines, nearest": 200, "five lines, at random": 300};
    const told = (half: number) =>
      new Facts({
        ...bank(),
        comparisons: bank().comparisons.map((row) => ({
          ...row,
          difference: middles[row.design] ?? 0,
          ...wide(middles[row.design] ?? 0, 60),
          significant: true,
        })),
        estimates: bank().estimates.map((row) => ({...row, value: middles[row.design] ?? 0, ...wide(middles[row.design] ?? 0, half)})),
      });
    expect(relation(told(500), MEAN_WAIT, "five lines, shortest", "five lines, nearest")).toBe("same");
    expect(relation(told(500), MEAN_WAIT, "five lines, shortest", "five lines, at random")).toBe("less");
    expect(relation(told(40), MEAN_WAIT, "five lines, shortest", "five lines, nearest")).toBe("less");
  });

  test("the best are listed with all that cannot be told apart from them", () => {
    expect(
      bestOn(
        new Facts(bank()),
        MEAN_WAIT,
        bank().designs.map(({name}) => name),
      )?.leaders,
    ).toEqual(["one line", "five lines, people switch"]);
    expect(
      bestOn(
        new Facts(bank()),
        TAIL_WAIT,
        bank().designs.map(({name}) => name),
      )?.leaders,
    ).toEqual(["one line"]);
  });
});

describe("cautions and assumptions", () => {
  test("a class that nobody belonged to has no wait, and says so", () => {
    const result = priority();
    const emptied = {
      ...result,
      cautions: [{kind: "nobody there" as const, design: "urgent first", subject: "urgent", value: null}],
      estimates: result.estimates.map((row) =>
        row.class === "urgent" && row.design === "urgent first" ? {...row, value: null, halfWidth: null, low: null, high: null} : row,
      ),
    };
    const sentences = say(emptied, "en");
    expect(sentences.cautions.join(" ")).toContain("nobody came for “urgent”");
    expect(all(sentences)).not.toContain("NaN");
  });

  test("cautions about details that the first screens do not show are fine print", () => {
    const caution = {kind: "thin tail" as const, design: "one line", subject: "waitTime p99", value: 3, population: "gave up" as const};
    const sentences = say({...bank(), cautions: [caution]}, "en");
    expect(sentences.cautions).toEqual([]);
    expect(sentences.finePrint).toHaveLength(1);
  });

  test("an interrupted run says how much was finished", () => {
    expect(say({...bank(), complete: false, replications: 37}, "en").cautions[0]).toBe(
      "Interrupted: these are the 37 replications that were finished.",
    );
  });

  test("assumed paths are told in words, assumed sentences as they are", () => {
    const result = {...bank(), assumed: ["arrivals.customers.patience", "stations.tellers.service", "Nobody comes back."]};
    expect(say(result, "en").assumptions.map(({text}) => text)).toEqual([
      "how long “customers” wait before giving up",
      "how long service takes at “tellers”",
      "Nobody comes back.",
    ]);
    expect(say(result, "zh").assumptions[0].text).toBe("“customers”放弃前愿意等多久");
  });
});

test("no sentence in either language holds undefined, NaN or null", () => {
  for (const result of [bank(), callCentre(), priority(), staffing(), run()]) {
    for (const language of ["en", "zh"] as const) {
      const {judgement: _, ...words} = say(result, language);
      expect(
        JSON.stringify(words, (key, value: unknown) =>
          value === null && ["halfWidth", "goal", "money", "because", "path"].includes(key) ? "" : value,
        ),
      ).not.toMatch(/undefined|NaN|null|Infinity/);
    }
  }
});

test("Chinese sentences end with a Chinese full stop and hold no English words of ours", () => {
  for (const result of [bank(), callCentre(), priority(), staffing()]) {
    const sentences = say(result, "zh");
    for (const text of [
      sentences.headline,
      ...sentences.reasons,
      sentences.risk,
      ...sentences.method,
      ...sentences.criteria.map((line) => line.text),
    ]) {
      expect(text).toMatch(/。$/);
      expect(text.replace(/“[^”]*”/g, "")).not.toMatch(/\b(the|wait|goal|than|with|min|points)\b/);
    }
  }
});
