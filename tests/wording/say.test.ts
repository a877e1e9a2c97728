import {describe, expect, test} from "vitest";
import type {Result} from "../../src/comparison/comparison.ts";
import type {GoalVerdict} from "../../src/estimate/estimate.ts";
import {Facts} from "../../src/wording/facts.ts";
import {goalSentence} from "../../src/wording/goals.ts";
import {designList} from "../../src/wording/grid.ts";
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

/** As when the file bills who is lost, so that the cost weighs them already. */
const lossPriced = (result: Result): Result => ({
  ...result,
  estimates: result.estimates.flatMap((row) => (row.metric === "cost" ? [row, {...row, statistic: "lost"}] : [row])),
});

/** One overall share, the same half width everywhere, for each design in turn; differences follow. */
function withShares(result: Result, metric: string, shares: readonly number[], halfWidth = 0.004): Result {
  const about = {station: null, class: null, metric, statistic: "share", population: null, unit: "share", confidence: 0.95};
  const ends = (value: number) => ({halfWidth, low: value - halfWidth, high: value + halfWidth});
  const [first] = result.designs;
  const isOther = (row: {metric: string; class: string | null}) => row.metric !== metric || row.class !== null;
  return {
    ...result,
    estimates: [
      ...result.estimates.filter(isOther),
      ...result.designs.map(({name}, i) => ({
        ...about,
        design: name,
        period: null,
        value: shares[i],
        ...(shares[i] === 0 ? {halfWidth: 0, low: 0, high: 0} : ends(shares[i])),
        replications: 400,
      })),
    ],
    comparisons: [
      ...result.comparisons.filter(isOther),
      ...result.designs.slice(1).map(({name}, i) => {
        const difference = shares[i + 1] - shares[0];
        return {
          ...about,
          design: name,
          against: first.name,
          difference,
          ...ends(difference),
          significant: Math.abs(difference) > halfWidth,
        };
      }),
    ],
  };
}

const two = () => ({...pair(bank(), "one line", "five lines, at random"), goals: []});

describe("those who come in vain", () => {
  const refusing = () => withShares(withShares(two(), "abandonShare", [0, 0]), "blockShare", [0.398, 0.183]);

  test("a shorter wait does not win against refusing more people", () => {
    expect(headline(withShares(two(), "abandonShare", [0, 0]))).toMatch(/^One line is better: 7\.7 /);
    expect(headline(refusing())).toMatch(
      /^“five lines, at random” is better: the share refused is 21\.5 ± 0\.4 points lower; 7\.7 .* longer waits/,
    );
    expect(headline(refusing(), "zh")).toContain("“five lines, at random”更好：被拒率降低 21.5 ± 0.4 个百分点");
  });

  test("large losses are told in the first reason, of the worst design and of the one recommended", () => {
    expect(blanks(say(refusing(), "en").reasons[0])).toBe(
      "With “one line”, 39.8 % ± 0.4 % are refused for want of room; with “five lines, at random”, 18.3 % ± 0.4 % are refused for want of room.",
    );
    expect(blanks(say(refusing(), "zh").reasons[0])).toContain("39.8% ± 0.4% 的顾客因客满被拒");
  });

  test("who is turned away at closing counts as lost, who is left for tomorrow does not", () => {
    const turned = withShares(withShares(two(), "abandonShare", [0, 0]), "turnedAwayShare", [0.46, 0]);
    expect(say(turned, "en").judgement.winner).toBe("five lines, at random");
    const cautions = two().designs.map(({name}) => ({kind: "left for tomorrow" as const, design: name, subject: "everyone", value: 3}));
    expect(say({...turned, cautions}, "en").judgement.winner).toBe("one line");
  });

  test("several kinds of loss are added up before they decide", () => {
    const both = withShares(withShares(two(), "abandonShare", [0.1, 0.12]), "blockShare", [0.2, 0]);
    expect(headline(both)).toMatch(/^“five lines, at random” is better: the share lost is 18\.0 ± 0\.8 points lower/);
  });

  test("losses of less than one in a thousand decide nothing", () => {
    const same = withShares(withShares(two(), "abandonShare", [0, 0]), "blockShare", [0.0009, 0], 0.0001);
    expect(say(same, "en").judgement.winner).toBe("one line");
  });

  test("a run without goals opens with a large loss", () => {
    const one = withShares({...run(), goals: []}, "blockShare", [0.475]);
    expect(headline(one)).toMatch(/^2\.10 % ± 0\.06 % give up and 47\.5 % ± 0\.4 % are refused for want of room: /);
    expect(headline(withShares({...run(), goals: []}, "blockShare", [0]))).toMatch(/^People wait /);
  });
});

/** A grid over how many come. */
function demands(rates: readonly number[]): Result {
  const result = pair(callCentre(), callCentre().designs[0].name, callCentre().designs[1].name);
  const third = callCentre().designs[2].name;
  const names = [...result.designs.map(({name}) => name), third];
  const whole = callCentre();
  const isKept = ({design}: {design: string}) => names.includes(design);
  return {
    ...whole,
    designs: names.map((name, i) => ({name, changes: [`arrivals.calls.rate: ${rates[i]}/h`]})),
    estimates: [
      ...whole.estimates.filter(isKept),
      ...names.map((design, i) => ({
        ...whole.estimates[0],
        design,
        station: null,
        metric: "arrivalRate",
        statistic: "mean",
        population: null,
        unit: "people/s",
        value: rates[i] / 3600,
        halfWidth: 0,
      })),
    ],
    comparisons: whole.comparisons.filter(isKept),
    goals: whole.goals.filter(isKept),
    distributions: whole.distributions.filter(isKept),
  };
}

describe("designs that cannot be ranked", () => {
  test("fewer customers are no merit: the answer is up to which demand the goal holds", () => {
    const result = withVerdicts(demands([20, 30, 40]), (design) => (design === callCentre().designs[2].name ? "missed" : "met"));
    const [, last, next] = result.designs.map(({name}) => name);
    expect(headline(result)).toBe(`Up to “${last}” every goal is surely met; at “${next}” no longer.`);
    expect(headline(result, "zh")).toBe(`到“${last}”为止能确定达到全部目标；“${next}”时不再能。`);
    expect(say(result, "en").judgement.winner).toBeNull();
  });

  test("nobody claims that the same customers were served when designs change who comes", () => {
    expect(say(demands([20, 30, 40]), "en").method.join(" ")).toContain("Not all designs serve the same customers");
    expect(say(demands([20, 30, 40]), "en").method.join(" ")).not.toContain("All designs serve the same customers");
    expect(say(bank(), "en").method.join(" ")).toContain("All designs serve the same customers");
  });

  const changing = (change: string): Result => {
    const [first, second] = two().designs;
    return {...two(), designs: [first, {...second, changes: [change]}]};
  };

  test("longer opening hours bring other customers, closing earlier on those inside does not", () => {
    expect(say(changing("opening: 09:00 to 13:00"), "en").method.join(" ")).toContain("Not all designs serve the same customers");
    expect(say(changing("closing: turn away the waiting"), "en").method.join(" ")).toContain("the same arrivals, the same work");
  });

  test.for([
    "stations.tellers.service: exp 4 min",
    "classes.urgent.service: exp 4 min",
    "arrivals.customers.patience: exp 9 min",
    "routes.visit: [tellers]",
  ])("nobody claims the same work and patience under %s", (change) => {
    const method = say(changing(change), "en").method.join(" ");
    expect(method).toContain("All designs serve the same customers: the same arrivals, and the same work and patience except where");
    expect(method).not.toContain("the same work, the same patience");
    expect(say(changing(change), "zh").method.join("")).toContain("方案改动了的除外");
  });

  test("rates that come to the same number of people leave designs comparable", () => {
    expect(new Facts(demands([20, 20, 20])).differsInDemand).toBe(false);
    expect(new Facts(demands([20, 20, 21])).differsInDemand).toBe(true);
  });

  test("numbers of staff without goals or prices have no best, and it says what each one brings", () => {
    const sentences = say({...callCentre(), goals: []}, "en");
    expect(sentences.headline).toBe("How many are enough takes a goal or a price to say: with more staff people always wait less.");
    expect(sentences.judgement.winner).toBeNull();
    expect(sentences.reasons[1]).toMatch(/^Mean wait: .* with 8, .* with 9, .* with 14 agents\.$/);
    expect(sentences.reasons.at(-1)).toContain("Give the file a goal");
    expect(say({...callCentre(), goals: []}, "zh").headline).toBe("多少人才够，要有目标或价格才能回答：人手越多，等待总是越短。");
  });

  test("where nobody came there is nothing to tell, in a run and in a comparison", () => {
    for (const result of [run(), bank()]) {
      const empty = {
        ...result,
        estimates: result.estimates.map((row) => ({...row, value: null, halfWidth: null, low: null, high: null})),
        comparisons: [],
      };
      expect(headline(empty)).toBe("Nobody came; there is nothing to tell.");
      expect(headline(empty, "zh")).toBe("没有顾客到来，没有结果可说。");
      expect(say(empty, "en").reasons).toEqual([]);
    }
  });
});

describe("numbers that are less than sure", () => {
  const meanWait = (part: Partial<Result["estimates"][number]>) => {
    const result = {...run(), goals: []};
    return headline({
      ...result,
      estimates: result.estimates.map((row) =>
        row.metric === "waitTime" && row.statistic === "mean" && row.population === "all" && row.period === null ? {...row, ...part} : row,
      ),
    });
  };

  test("without an interval a number is about right, not exact", () => {
    expect(meanWait({value: 222.3, halfWidth: null, low: null, high: null})).toMatch(/^People wait about 3\.7 min /);
  });

  test("an interval that ± would carry below nothing is told by its ends", () => {
    expect(meanWait({value: 20, halfWidth: 30, low: 4, high: 64})).toMatch(/^People wait 4 to 64 s /);
    expect(meanWait({value: 20, halfWidth: 30, low: -10, high: 50})).toMatch(/^People wait 0 to 50 s /);
    expect(meanWait({value: 20, halfWidth: 8, low: 12, high: 28})).toMatch(/^People wait 20 ± 8 s /);
  });

  test("a share known no better than by half the scale is unknown", () => {
    const [share] = bank().goals;
    expect(blanks(goalSentence({...share, value: 0.28, halfWidth: 3.46, low: -3.18, high: 3.74, meets: "cannot say"}, "en"))).toMatch(
      /^An unknown share \(28 % seen\) are served within 5 min: /,
    );
  });

  test("no share reaches beyond everybody", () => {
    const [share] = bank().goals;
    const told = goalSentence({...share, value: 0.98, halfWidth: 0.04, low: 0.94, high: 1.02}, "en");
    expect(blanks(told)).toMatch(/^94 to 100 % are served within 5 min: /);
  });

  test("a percentile without an upper end lacks replications, not people", () => {
    const caution = {kind: "thin tail" as const, design: "one line", subject: "waitTime p90", value: 240};
    expect(say({...bank(), cautions: [caution]}, "en").cautions[0]).toContain("its interval has no upper end");
    expect(say({...bank(), cautions: [{...caution, value: 12}]}, "en").cautions[0]).toContain("too few people are behind");
  });
});

describe("the verdict of a comparison", () => {
  test("a goal that every design misses is named", () => {
    const result = withVerdicts(bank(), (design, i) => (i === 2 ? "missed" : design === "one line" ? "met" : "missed"));
    expect(headline(result)).toBe(
      "No design surely meets every goal; “one line” comes closest: it surely meets two of three; every design misses “at most 5% of customers give up”.",
    );
    expect(headline(result, "zh")).toContain("所有方案都达不到“");
  });

  test("a label of one small word is quoted, not turned into another name", () => {
    const named = (name: string) => JSON.parse(JSON.stringify(two()).replaceAll("one line", name)) as Result;
    expect(headline(named("a"))).toMatch(/^“a” is better: /);
    expect(headline(named("turn"))).toMatch(/^“turn” is better: /);
    expect(headline(named("Plan B"))).toMatch(/^Plan B is better: /);
    expect(headline(named("plan b"))).toMatch(/^Plan b is better: /);
  });

  test("of two goals neither is met", () => {
    const result = {...run(), goals: run().goals.slice(0, 2)};
    expect(headline(withVerdicts(result, () => "missed"))).toMatch(/^Neither of the two goals is surely met: /);
  });

  test("more than twelve names are cut to the first few", () => {
    const many = Array.from({length: 20}, (_, i) => `d${i}`);
    expect(designList(null, many, "en")).toBe("“d0”, “d1”, “d2”, “d3” and 16 more");
    expect(designList(null, many, "zh")).toContain("另外 16 个");
  });

  test("what no design is better at is not told, except for waits", () => {
    const ids = (result: Result) => say(result, "en").criteria.map(({id}) => id);
    expect(ids(withShares(two(), "abandonShare", [0.0201, 0.0202]))).not.toContain("stay");
    expect(ids(withShares(two(), "abandonShare", [0.02, 0.05]))).toContain("stay");
  });

  test("a goal about a class that never came says so where designs are compared", () => {
    const result = {
      ...bank(),
      goals: bank().goals.map((verdict) => ({
        ...verdict,
        value: null,
        meets: "cannot say" as const,
        goal: {...verdict.goal, class: "vip"},
      })),
    };
    expect(say(result, "en").cautions).toContain("Nobody of class “vip” came, so “80% of customers wait at most 5 min” cannot be judged.");
  });

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

  test("of several that alone meet every goal and cannot be told apart, none is called the only one", () => {
    const like = "five lines, people switch";
    const again = <Row extends {design: string}>(rows: readonly Row[]): Row[] => [
      ...rows,
      ...rows.filter(({design}) => design === like).map((row) => ({...row, design: "the same again"})),
    ];
    const made = bank();
    const result = withVerdicts(
      {
        ...made,
        designs: [...made.designs, {name: "the same again", changes: []}],
        estimates: again(made.estimates),
        comparisons: again(made.comparisons),
        goals: again(made.goals),
      },
      (design) => (design === like || design === "the same again" ? "met" : "missed"),
    );
    expect(headline(result)).toBe("Only “five lines, people switch” and “the same again” surely meet every goal.");
    expect(headline(result, "zh")).toBe("只有“five lines, people switch”和“the same again”能确定达到全部目标。");
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
    const result = withVerdicts(lossPriced(staffing()), () => "met");
    expect(headline(result)).toMatch(/^Follow the demand is best: 374 ± 22 EUR a day cheaper than with “nine all day”; /);
    expect(blanks(say(result, "en").money ?? "")).toBe("2,240 ± 19 EUR a day; 374 ± 22 EUR a day cheaper than “nine all day”.");
    expect(say(bank(), "en").money).toBeNull();
  });

  test("what another design does better is not kept silent", () => {
    const costly = lossPriced(staffing());
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
    expect(blanks(sentences.reasons.join(" "))).toContain("mean wait 2.27 ± 0.06 min with “follow the demand”, here 2.97 ± 0.08 min");
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
    const ofUrgent: GoalVerdict = {
      ...mean,
      value: 700,
      halfWidth: 40,
      meets: "missed",
      goal: {...mean.goal, statistic: "percentile", percentile: 0.95, class: "urgent", bound: 600},
    };
    expect(blanks(goalSentence(ofUrgent, "en"))).toBe("95 % of urgent wait at most 11.7 ± 0.7 min: the goal of at most 10 min is missed.");
    expect(blanks(goalSentence(ofUrgent, "zh"))).toBe("95% 的“urgent”等待不超过 11.7 ± 0.7 分钟：不超过 10 分钟的目标未达到。");
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
    expect(goalSentence(nobody, "en")).toBe("Nobody of class “urgent” came: the goal of at most 4\u00a0min cannot be judged.");
    expect(goalSentence(nobody, "zh")).toBe("没有“urgent”类顾客到来：不超过 4\u00a0分钟的目标无法判断。");
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

test("a design has one name in Chinese", () => {
  for (const result of [bank(), callCentre(), priority(), staffing(), {...callCentre(), goals: []}, withVerdicts(bank(), () => "missed")]) {
    const told = all(say(result, "zh"));
    expect(told).toContain("方案");
    expect(told).not.toContain("设计");
  }
});
