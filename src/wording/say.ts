/**
 * What a result says, in sentences: the verdict first, then why, what it risks, what it costs, and what was assumed.
 * The same sentences serve the terminal and the page.
 */
import type {Result} from "../comparison/comparison.ts";
import {type Assumption, assumption} from "./assumed.ts";
import {cautionSentences, finePrint} from "./cautions.ts";
import {changesText} from "./changes.ts";
import {type CriterionLine, criterionLines, estimateText} from "./criteria.ts";
import {differenceBetween, differenceClause, isSame} from "./difference.ts";
import {Facts} from "./facts.ts";
import {findingText, goalBriefly, goalSentence, goalText, judgementText} from "./goals.ts";
import {lossClauses, lossSentence, lossUpFront} from "./losses.ts";
import {type Judgement, judge, meetsAllGoals} from "./judgement.ts";
import {type Language, capitalised, counted, listed, quoted} from "./language.ts";
import {
  ARRIVAL_RATE,
  COST,
  GAVE_UP,
  MEAN_WAIT,
  type Measure,
  OCCUPANCY,
  OVERTAKEN,
  P95_WAIT,
  STAFFED,
  TAIL_WAIT,
  nounOf,
  servedWithin,
  waitWithin,
} from "./measure.ts";
import {methodSentences} from "./method.ts";
import {fixed} from "./number.ts";
import {PLUS_MINUS, foundText, interval, percent, printUnit, range, roughDecimals, shapeOf} from "./quantity.ts";

/** A number worth a place on the first screen. */
export interface Figure {
  id: string;
  label: string;
  value: string;
  halfWidth: string | null;
  unit: string;
  /** "goal 80 %: met", where a goal is about this very number. */
  goal: {text: string; meets: Result["goals"][number]["meets"]} | null;
}

export interface DesignWords {
  name: string;
  /** What it changes against the file. */
  changes: string;
  /** Against the first design; empty for the first. */
  lines: string[];
  goals: {text: string; sentence: string; meets: Result["goals"][number]["meets"]}[];
}

export interface Sentences {
  language: Language;
  judgement: Judgement;
  /** The verdict, one sentence: the answer, and what makes it so. */
  headline: string;
  /** "One line is best." */
  answer: string;
  /** "1.5 ± 0.1 min shorter waits on the worst tenth of visits.", or null where the answer says it all. */
  because: string | null;
  /** Why, in two or three sentences. */
  reasons: string[];
  /** What may still go wrong. */
  risk: string;
  /** What it costs, or null where no prices are given. */
  money: string | null;
  /** Whom the key numbers are about: the recommended design, or the one that comes closest. */
  subject: string;
  /** Its key numbers. */
  figures: Figure[];
  criteria: CriterionLine[];
  designs: DesignWords[];
  /** What whoever decides must know about the numbers shown. */
  cautions: string[];
  /** What whoever checks will want to know. */
  finePrint: string[];
  /** Empty where the file marks none of its figures as assumed. */
  assumptions: Assumption[];
  method: string[];
}

/** Says a result in one language. */
export function say(result: Result, language: Language): Sentences {
  const facts = new Facts(result);
  const judgement = judge(facts);
  const shown = judgement.winner ?? judgement.leaders[0] ?? facts.first;
  return {
    language,
    judgement,
    ...spoken(verdict(facts, judgement, language), language),
    reasons: facts.isDeserted
      ? []
      : [lossSentence(facts, judgement, language), ...reasons(facts, judgement, language)].filter((said) => said !== null),
    risk: risk(facts, shown, language),
    money: money(facts, judgement, shown, language),
    subject: facts.called(shown, language),
    figures: figures(facts, shown, language),
    criteria: criterionLines(facts, language),
    designs: result.designs.map(({name, changes}) => ({
      name,
      changes: changesText(changes, language),
      lines: name === facts.first ? [] : pairwise(facts, name, language),
      goals: facts
        .goalsOf(name)
        .map((verdict) => ({text: goalText(verdict.goal, language), sentence: goalSentence(verdict, language), meets: verdict.meets})),
    })),
    cautions: cautionSentences(facts, language),
    finePrint: finePrint(facts, language),
    assumptions: result.assumed.filter((item) => item.trim() !== "").map((item) => assumption(item, language)),
    method: methodSentences(facts, language),
  };
}

/** A name that opens a sentence; quoted when it holds punctuation, or is one word that a capital letter would turn into another name. */
function opening(facts: Facts, name: string, language: Language): string {
  if (facts.grid !== null && facts.grid.station !== null) {
    const called = facts.called(name, language);
    return language === "en" ? capitalised(called) : called;
  }
  const isWords = /^(?:[\p{Lu}\d]|\p{Ll}{2,} )[\p{L}\d -]{0,40}$/u.test(name);
  const isAlone = !facts.designs.some((design) => design !== name && design.toLowerCase() === name.toLowerCase());
  return language === "en" && isWords && isAlone ? capitalised(name) : quoted(name, language);
}

function joined(clauses: (string | null)[], language: Language): string {
  return clauses.filter((clause) => clause !== null).join(language === "zh" ? "；" : "; ");
}

interface Verdict {
  answer: string;
  because: string | null;
}

/** Puts the two halves of a verdict together, and apart. */
function spoken({answer, because}: Verdict, language: Language): Pick<Sentences, "headline" | "answer" | "because"> {
  const [colon, stop] = language === "zh" ? ["：", "。"] : [": ", "."];
  return {
    headline: because === null ? answer + stop : answer + colon + because + stop,
    answer: answer + stop,
    because: because === null ? null : (language === "en" ? capitalised(because) : because) + stop,
  };
}

const everyGoal = (count: number, language: Language) =>
  language === "zh" ? (count === 1 ? "目标" : "全部目标") : count === 1 ? "the goal" : "every goal";

function verdict(facts: Facts, judgement: Judgement, language: Language): Verdict {
  const {kind, winner, rival, grid} = judgement;
  const isEnglish = language === "en";
  const goals = facts.goalsOf(winner ?? facts.first);
  const every = everyGoal(goals.length, language);
  if (facts.isDeserted) return {answer: isEnglish ? "Nobody came; there is nothing to tell" : "没有顾客到来，没有结果可说", because: null};
  if (kind === "single") return runVerdict(facts, language);
  if (kind === "unlike demand") return demandVerdict(facts, language);
  if (kind === "no yardstick")
    return {
      answer: isEnglish
        ? "How many are enough takes a goal or a price to say: with more staff people always wait less"
        : "多少人才够，要有目标或价格才能回答：人手越多，等待总是越短",
      because: null,
    };
  if (grid !== null && kind === "fewest") {
    const step = grid.steps.find(({design}) => design === winner);
    const what = facts.called(winner ?? "", language);
    const isOne = step?.value === 1;
    if (step === grid.steps[0])
      return {
        answer: isEnglish
          ? `${capitalised(what)}, the fewest tried, surely ${isOne ? "meets" : "meet"} ${every}`
          : `试过的最少人数 ${what}已能确定达到${every}`,
        because: null,
      };
    return {
      answer: isEnglish
        ? `${capitalised(what)} ${isOne ? "is" : "are"} the fewest that surely ${isOne ? "meets" : "meet"} ${every}`
        : `${what}是确定达到${every}的最少人数`,
      because: null,
    };
  }
  if (grid !== null && kind === "not enough") {
    const from = grid.steps[0].text;
    const what = facts.called(grid.steps[grid.steps.length - 1].design, language);
    return {
      answer: isEnglish
        ? `From ${from} to ${what}, no number surely meets ${every}`
        : `从 ${from} 到 ${what}，没有一种人数能确定达到${every}`,
      because: null,
    };
  }
  if (winner === null || rival === null) return tie(facts, language);
  if (kind === "goals") {
    const met = goals.filter(({meets}) => meets === "met").length;
    if (judgement.meetsAll)
      return {
        answer: isEnglish
          ? `${quoted(winner, "en")} is the only design that surely meets ${every}`
          : `只有${quoted(winner, "zh")}能确定达到${every}`,
        because: null,
      };
    return isEnglish
      ? {
          answer: `No design surely meets ${every}; ${quoted(winner, "en")} comes closest`,
          because: orNothing(
            joined(
              [met === 0 ? null : `it surely meets ${counted(met, "en")} of ${counted(goals.length, "en")}`, missedByAll(facts, "en")],
              "en",
            ),
          ),
        }
      : {
          answer: `没有设计能确定达到${every}；${quoted(winner, "zh")}最接近`,
          because: orNothing(joined([met === 0 ? null : `确定达到 ${goals.length} 个目标中的 ${met} 个`, missedByAll(facts, "zh")], "zh")),
        };
  }
  return best(facts, judgement, winner, rival, language);
}

const orNothing = (text: string) => (text === "" ? null : text);

/** "every design misses “at most 5% of customers give up”", or null where each goal is within somebody's reach. */
function missedByAll(facts: Facts, language: Language): string | null {
  const all = facts.designs.map((design) => facts.goalsOf(design));
  const [first] = all;
  if (first === undefined || first.length < 2) return null;
  const missed = first.filter((_, i) => all.every((verdicts) => verdicts[i]?.meets === "missed"));
  if (missed.length === 0) return null;
  const names = listed(
    missed.map(({goal}) => quoted(goalText(goal, language), language)),
    language,
  );
  return language === "zh" ? `所有设计都达不到${names}` : `every design misses ${names}`;
}

/** Designs from the fewest people who come to the most; of those that come in like numbers, in the order of the file. */
function byDemand(facts: Facts): string[] {
  const rate = (design: string) => facts.estimate(design, ARRIVAL_RATE)?.value ?? 0;
  return [...facts.designs].sort((a, b) => rate(a) - rate(b));
}

/** Not who is best, which fewer customers would always be, but how many customers the goals bear. */
function demandVerdict(facts: Facts, language: Language): Verdict {
  const isEnglish = language === "en";
  const order = byDemand(facts);
  const every = everyGoal(facts.goalsOf(facts.first).length, language);
  const isMet = (design: string) => meetsAllGoals(facts.goalsOf(design));
  const count = order.filter(isMet).length;
  if (facts.grid === null || facts.result.goals.length === 0)
    return {
      answer: isEnglish
        ? "The designs bring different numbers of customers, so none is called better: fewer customers wait less"
        : "各设计的来客数不同，因此不评优劣：来的人少，自然等得短",
      because: null,
    };
  if (count === 0)
    return {answer: isEnglish ? `None of the demands tried surely meets ${every}` : `试过的来客水平都不能确定达到${every}`, because: null};
  if (count === order.length)
    return {answer: isEnglish ? `Every demand tried surely meets ${every}` : `试过的来客水平都能确定达到${every}`, because: null};
  if (order.slice(0, count).every(isMet)) {
    const [last, next] = [facts.called(order[count - 1], language), facts.called(order[count], language)];
    return {
      answer: isEnglish ? `Up to ${last} ${every} is surely met; at ${next} no longer` : `到${last}为止能确定达到${every}；${next}时不再能`,
      because: null,
    };
  }
  const names = facts.calledAll(order.filter(isMet), language);
  return {
    answer: isEnglish
      ? `${every === "the goal" ? "The goal" : "Every goal"} is surely met only at ${names}`
      : `只有${names}能确定达到${every}`,
    because: null,
  };
}

/** One number of each design: "mean wait 372 ± 64 s with 3, 66 ± 12 s with 4 and 16 ± 5 s with 5 servers at “s”". */
function eachInTurn(facts: Facts, designs: readonly string[], measure: Measure, language: Language): string | null {
  const measured = designs.filter((design) => facts.estimate(design, measure) !== null);
  if (measured.length === 0 || measured.every((design) => (facts.estimate(design, measure)?.value ?? 0) === 0)) return null;
  const shown = measured.length > MOST_IN_TURN ? [...measured.slice(0, MOST_IN_TURN - 1), measured[measured.length - 1]] : measured;
  const parts = shown.map((design) => {
    const step = facts.grid?.station == null ? undefined : facts.grid.steps.find((candidate) => candidate.design === design);
    const name = step === undefined || design === shown[shown.length - 1] ? facts.called(design, language) : step.text,
      text = estimateText(facts, design, measure, language);
    return language === "zh" ? `${name} ${text}` : `${text} with ${name}`;
  });
  return language === "zh"
    ? `${nounOf(measure, "zh")}：${parts.join("，")}。`
    : `${capitalised(nounOf(measure, "en"))}: ${parts.join(", ")}.`;
}

const MOST_IN_TURN = 6;

function tie(facts: Facts, language: Language): Verdict {
  const count = facts.designs.length;
  if (count > 2)
    return {
      answer: language === "en" ? "No design is clearly better" : "没有明显更好的设计",
      because: language === "en" ? `the ${counted(count, "en")} cannot be told apart` : `${counted(count, "zh")}种设计分不出高下`,
    };
  const clauses = joined(
    [MEAN_WAIT, TAIL_WAIT].map((measure) => clauseBetween(facts, measure, facts.designs[1], facts.first, language)),
    language,
  );
  return {
    answer: language === "en" ? "Neither design is clearly better" : "两种设计没有明显的优劣",
    because: clauses === "" ? null : clauses,
  };
}

/** The winner by what was measured, told against its rival. */
function best(facts: Facts, judgement: Judgement, winner: string, rival: string, language: Language): Verdict {
  const {decidedBy, leaders} = judgement;
  const isPair = facts.designs.length === 2;
  const order = decidedBy === null || decidedBy === MEAN_WAIT ? [MEAN_WAIT, TAIL_WAIT] : [decidedBy, MEAN_WAIT];
  const isTold = (measure: Measure) => differenceBetween(facts, measure, winner, rival)?.significant === true;
  const [first, second] = order.map(
    (measure) => clauseBetween(facts, measure, winner, rival, language) ?? valuesApart(facts, measure, winner, rival, language),
  );
  const isCrowd = leaders.length > 3;
  const subject = isCrowd
    ? language === "en"
      ? `${capitalised(counted(leaders.length, "en"))} designs`
      : `${counted(leaders.length, "zh")}种设计`
    : leaders.length > 1
      ? facts.calledAll(leaders, language)
      : opening(facts, winner, language);
  if (language === "zh") {
    const clauses = joined([first, second], language);
    return {
      answer: `${subject}${leaders.length > 1 ? "并列" : ""}${isPair ? "更好" : "最好"}`,
      because: clauses === "" ? null : `${isPair ? "" : `与${quoted(rival, "zh")}相比，`}${clauses}`,
    };
  }
  const than = isPair || !isTold(order[0]) ? "" : ` than with ${quoted(rival, "en")}`;
  const clauses = joined([first === null ? null : first + than, second], language);
  return {
    answer: `${subject} ${isPair ? "is better" : leaders.length > 1 ? "are best" : "is best"}`,
    because: clauses === "" ? null : clauses,
  };
}

const clauseBetween = (facts: Facts, measure: Measure, design: string, against: string, language: Language) =>
  differenceClause(facts, measure, design, against, language);

/** Where two designs were not paired with each other: their own numbers side by side. */
function valuesApart(facts: Facts, measure: Measure, a: string, b: string, language: Language): string | null {
  if (facts.estimate(a, measure) === null || facts.estimate(b, measure) === null) return null;
  const x = estimateText(facts, a, measure, language),
    y = estimateText(facts, b, measure, language);
  return language === "zh" ? `${nounOf(measure, "zh")} ${x}，对方 ${y}` : `${nounOf(measure, "en")} ${x} against ${y}`;
}

function runVerdict(facts: Facts, language: Language): Verdict {
  const goals = facts.goalsOf(facts.first);
  if (goals.length === 0) {
    const mean = estimateText(facts, facts.first, MEAN_WAIT, language),
      tail = estimateText(facts, facts.first, TAIL_WAIT, language);
    const lost = lossUpFront(facts, facts.first, language);
    if (facts.estimate(facts.first, MEAN_WAIT)?.value === null)
      return {answer: lost ?? (language === "zh" ? "没有人得到服务" : "Nobody was served"), because: null};
    if (lost !== null)
      return {
        answer: capitalised(lost),
        because:
          language === "zh"
            ? `排进队的人平均等待 ${mean}；每十人有一人等待超过 ${tail}`
            : `the wait of those who joined the line is ${mean} on average; one in ten waits longer than ${tail}`,
      };
    return {
      answer:
        language === "zh"
          ? `顾客平均等待 ${mean}；每十人有一人等待超过 ${tail}`
          : `People wait ${mean} on average; one in ten waits longer than ${tail}`,
      because: null,
    };
  }
  const bad = goals.filter(({meets}) => meets !== "met");
  const shown = bad[0] ?? goals[0];
  const finding = findingText(shown, language),
    judged = judgementText(shown, language);
  if (goals.length === 1) return {answer: capitalised(finding), because: judged};
  const met = goals.length - bad.length;
  if (language === "zh")
    return {
      answer: bad.length === 0 ? `${goals.length} 个目标全部达到` : `${goals.length} 个目标中确定达到 ${met} 个`,
      because: `${finding}，${judged}`,
    };
  const answer =
    bad.length === 0
      ? `${goals.length === 2 ? "Both" : `All ${counted(goals.length, "en")}`} goals are met`
      : met === 0
        ? `${goals.length === 2 ? "Neither" : "None"} of the ${counted(goals.length, "en")} goals is surely met`
        : `${capitalised(counted(met, "en"))} of ${counted(goals.length, "en")} goals ${met === 1 ? "is" : "are"} surely met`;
  return {answer, because: `${finding}; ${judged}`};
}

function reasons(facts: Facts, judgement: Judgement, language: Language): string[] {
  const {winner, rival, kind, leaders} = judgement;
  const isEnglish = language === "en";
  const said: string[] = [];
  const withDesign = (design: string, sentence: string) => {
    const name = facts.called(design, language);
    return isEnglish ? `With ${name}, ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}` : `${name}时，${sentence}`;
  };
  if (kind === "single") {
    const goals = facts.goalsOf(facts.first);
    const shown = goals.find(({meets}) => meets !== "met") ?? goals[0];
    return goals
      .filter((verdict) => verdict !== shown)
      .slice(0, 4)
      .map((verdict) => goalSentence(verdict, language));
  }
  if (kind === "fewest" && winner !== null) {
    said.push(
      ...facts
        .goalsOf(winner)
        .slice(0, 2)
        .map((verdict) => withDesign(winner, goalSentence(verdict, language))),
    );
    const missed = rival === null ? undefined : worstOf(facts.goalsOf(rival));
    if (rival !== null && missed !== undefined) said.push(withDesign(rival, goalSentence(missed, language)));
    return said;
  }
  if (kind === "not enough" && leaders.length > 0) {
    const missed = facts.goalsOf(leaders[0]).filter(({meets}) => meets !== "met");
    return missed.slice(0, 2).map((verdict) => withDesign(leaders[0], goalSentence(verdict, language)));
  }
  if (kind === "no yardstick" || kind === "unlike demand") {
    const order = kind === "unlike demand" ? byDemand(facts) : (facts.grid?.steps.map(({design}) => design) ?? facts.designs);
    said.push(...[MEAN_WAIT, facts.tail].map((measure) => eachInTurn(facts, order, measure, language)).filter((text) => text !== null));
    const good = order.filter((design) => meetsAllGoals(facts.goalsOf(design)));
    if (kind === "unlike demand" && facts.grid === null && facts.result.goals.length > 0)
      said.push(
        good.length === 0
          ? isEnglish
            ? `No design surely meets ${everyGoal(facts.goalsOf(facts.first).length, "en")}.`
            : `没有设计确定达到${everyGoal(facts.goalsOf(facts.first).length, "zh")}。`
          : isEnglish
            ? `${capitalised(everyGoal(facts.goalsOf(facts.first).length, "en"))} is surely met with ${facts.calledAll(good, "en")}.`
            : `${facts.calledAll(good, "zh")}确定达到${everyGoal(facts.goalsOf(facts.first).length, "zh")}。`,
      );
    if (kind === "no yardstick")
      said.push(
        isEnglish
          ? "Give the file a goal (“80% of customers wait at most 5 min”) or prices, and the fewest that do, or the cheapest, will be named."
          : "在文件中写上目标（如“80% of customers wait at most 5 min”）或价格，就能指出最少需要多少人，或哪种最省。",
      );
    return said;
  }
  if (winner === null || rival === null) return said;
  if (leaders.length > 3)
    said.push(
      isEnglish ? `They cannot be told apart: ${facts.calledAll(leaders, "en")}.` : `彼此分不出高下：${facts.calledAll(leaders, "zh")}。`,
    );
  if (kind === "goals") {
    const isTelling = (verdict: Result["goals"][number], i: number) =>
      verdict.meets !== "met" || facts.designs.some((design) => facts.goalsOf(design)[i]?.meets !== "met");
    said.push(
      ...facts
        .goalsOf(winner)
        .filter(isTelling)
        .slice(0, 3)
        .map((verdict) => goalSentence(verdict, language)),
    );
    const clauses = joined(
      [COST, MEAN_WAIT, TAIL_WAIT].map((measure) => clauseBetween(facts, measure, winner, rival, language)),
      language,
    );
    if (clauses !== "")
      said.push(isEnglish ? `Compared with ${facts.called(rival, "en")}: ${clauses}.` : `与${facts.called(rival, "zh")}相比：${clauses}。`);
  } else {
    const also = [facts.lost, OVERTAKEN].filter((measure) => measure !== judgement.decidedBy && isBetter(facts, measure, winner, rival));
    const more = joined(
      also.map((measure) => clauseBetween(facts, measure, winner, rival, language)),
      language,
    );
    if (more !== "") said.push(isEnglish ? `Also, ${more}.` : `此外，${more}。`);
    const good = facts.designs.filter((design) => meetsAllGoals(facts.goalsOf(design)));
    const total = facts.goalsOf(winner).length;
    if (total > 0) {
      const every = total === 1 ? "the goal" : total === 2 ? "both goals" : `all ${counted(total, "en")} goals`;
      if (good.length === facts.designs.length)
        said.push(isEnglish ? `Every design surely meets ${every}.` : `所有设计都确定达到${total === 1 ? "目标" : "全部目标"}。`);
      else if (good.length > 0) {
        const names = facts.calledAll(good, language);
        said.push(
          isEnglish
            ? `Only ${names} surely ${good.length === 1 ? "meets" : "meet"} ${every}.`
            : `只有${names}确定达到${total === 1 ? "目标" : "全部目标"}。`,
        );
      } else {
        const missed = missedByAll(facts, language);
        said.push(
          isEnglish
            ? `No design surely meets ${every}${missed === null ? "" : `: ${missed}`}.`
            : `没有设计确定达到${total === 1 ? "目标" : "全部目标"}${missed === null ? "" : `：${missed}`}。`,
        );
      }
    }
  }
  const elsewhere = joined(
    judgement.concessions
      .filter(({measure, design}) => kind !== "goals" || design !== rival || ![COST, MEAN_WAIT, TAIL_WAIT].includes(measure))
      .slice(0, 3)
      .map(({measure, design}) => {
        const theirs = estimateText(facts, design, measure, language),
          mine = estimateText(facts, winner, measure, language);
        return isEnglish
          ? `${nounOf(measure, "en")} ${theirs} with ${facts.called(design, "en")}, here ${mine}`
          : `${facts.called(design, "zh")}的${nounOf(measure, "zh")}为 ${theirs}，此处 ${mine}`;
      }),
    language,
  );
  if (elsewhere !== "") said.push(isEnglish ? `Better elsewhere: ${elsewhere}.` : `其他设计更好之处：${elsewhere}。`);
  const classes = byClass(facts, winner, rival, language);
  if (classes !== null) said.push(classes);
  return said;
}

/** Significantly better than the rival. */
function isBetter(facts: Facts, measure: Measure, winner: string, rival: string): boolean {
  const row = differenceBetween(facts, measure, winner, rival);
  return row?.significant === true && row.difference !== null && row.difference !== 0 && row.difference < 0 === (measure.better === "less");
}

/** The goal that fares worst, if any is not surely met. */
function worstOf(verdicts: readonly Result["goals"][number][]): Result["goals"][number] | undefined {
  return (["missed", "likely missed", "cannot say", "likely met"] as const)
    .map((meets) => verdicts.find((verdict) => verdict.meets === meets))
    .find((verdict) => verdict !== undefined);
}

/** Who gains and who pays, where there are classes. */
function byClass(facts: Facts, design: string, against: string, language: Language): string | null {
  const parts = facts.classes.map((name) => {
    const clause = differenceClause(facts, MEAN_WAIT, design, against, language, {class: name});
    return clause === null ? null : language === "zh" ? `${quoted(name, "zh")}${clause}` : `${name}, ${clause}`;
  });
  const text = joined(parts, language);
  if (text === "") return null;
  return language === "zh" ? `谁受益、谁付出：${text}。` : `Who gains and who pays: ${text}.`;
}

function pairwise(facts: Facts, design: string, language: Language): string[] {
  const isEnglish = language === "en";
  const clauses = joined(
    [COST, MEAN_WAIT, TAIL_WAIT, facts.lost, OVERTAKEN, STAFFED].map((measure) =>
      isSame(facts, measure, design, facts.first) ? null : differenceClause(facts, measure, design, facts.first, language, {}, "table"),
    ),
    language,
  );
  const lines: string[] = [];
  if (clauses !== "") lines.push(isEnglish ? `${capitalised(clauses)}.` : `${clauses}。`);
  const classes = byClass(facts, design, facts.first, language);
  if (classes !== null) lines.push(classes);
  const mine = facts.goalsOf(design),
    theirs = facts.goalsOf(facts.first);
  const won = mine
    .filter((verdict, i) => verdict.meets === "met" && theirs[i]?.meets !== "met")
    .map(({goal}) => quoted(goalText(goal, language), language));
  const lost = mine
    .filter((verdict, i) => verdict.meets !== "met" && theirs[i]?.meets === "met")
    .map(({goal}) => quoted(goalText(goal, language), language));
  const first = facts.called(facts.first, language);
  if (won.length > 0 && lost.length > 0)
    lines.push(
      isEnglish
        ? `It surely meets ${listed(won, "en")}, which ${first} does not; but no longer ${listed(lost, "en")}.`
        : `它确定达到${first}达不到的${listed(won, "zh")}，但不再确定达到${listed(lost, "zh")}。`,
    );
  else if (won.length > 0)
    lines.push(
      isEnglish ? `It surely meets ${listed(won, "en")}, which ${first} does not.` : `它确定达到${first}达不到的${listed(won, "zh")}。`,
    );
  else if (lost.length > 0)
    lines.push(isEnglish ? `It no longer surely meets ${listed(lost, "en")}.` : `它不再确定达到${listed(lost, "zh")}。`);
  return lines;
}

function risk(facts: Facts, design: string, language: Language): string {
  const isEnglish = language === "en";
  const parts: string[] = [];
  const p95 = facts.estimate(design, P95_WAIT)?.value ?? null;
  if (p95 !== null && p95 > 0)
    parts.push(
      isEnglish
        ? `one visit in twenty still waits longer than ${estimateText(facts, design, P95_WAIT, language)}`
        : `每二十人仍有一人等待超过 ${estimateText(facts, design, P95_WAIT, language)}`,
    );
  parts.push(...lossClauses(facts, design, 0, language));
  const shaky = facts.goalsOf(design).filter(({meets}) => meets !== "met");
  for (const verdict of shaky.slice(0, 2)) {
    const text = quoted(goalText(verdict.goal, language), language);
    const zh = {met: "", "likely met": "很可能达到，但不确定", "likely missed": "很可能达不到", missed: "达不到", "cannot say": "无法判断"};
    const en = {
      met: "",
      "likely met": "is probable, not sure",
      "likely missed": "is probably missed",
      missed: "is missed",
      "cannot say": "cannot be judged",
    };
    parts.push(isEnglish ? `the goal ${text} ${en[verdict.meets]}` : `目标${text}${zh[verdict.meets]}`);
  }
  if (parts.length === 0) return isEnglish ? "None that these numbers show." : "从这些数字看不出。";
  return isEnglish ? `${capitalised(parts.join("; "))}.` : `${parts.join("；")}。`;
}

function money(facts: Facts, judgement: Judgement, design: string, language: Language): string | null {
  const row = facts.estimate(design, COST);
  if (row === null || row.value === null) return null;
  const isEnglish = language === "en";
  const amount = foundText({...row, value: row.value}, language);
  const per = facts.result.scenario.isDay ? (isEnglish ? " a day" : "/天") : "";
  const against = judgement.rival ?? (design === facts.first ? null : facts.first);
  const clause = against === null ? null : clauseBetween(facts, COST, design, against, language);
  const total = isEnglish ? `${amount}${per}` : `${amount}${per}`;
  if (clause === null || against === null) return isEnglish ? `${total}.` : `${total}。`;
  return isEnglish
    ? `${total}; ${clause}${clause.includes("differ") ? "" : " than"} ${clause.includes("differ") ? `(${facts.called(against, "en")})` : facts.called(against, "en")}.`
    : `${total}；与${facts.called(against, "zh")}相比，${clause}。`;
}

const MOST_FIGURES = 5;

function figures(facts: Facts, design: string, language: Language): Figure[] {
  const {isDay} = facts.result.scenario;
  const ofClasses = facts
    .goalsOf(design)
    .filter(({goal, value}) => goal.class !== null && goal.station === null && goal.shareOfDays === null && value !== null)
    .slice(0, 3)
    .map((verdict) => figureOfGoal(verdict, language));
  const measures: Measure[] = [MEAN_WAIT, facts.tail];
  if (facts.level !== null && ofClasses.length === 0) measures.push(facts.level);
  for (const loss of facts.losses) if ((facts.lossOf(design, loss)?.value ?? 0) > 0) measures.push(loss);
  measures.push(facts.has(COST) ? COST : isDay ? STAFFED : OCCUPANCY);
  const ofAll = measures.flatMap((measure): Figure[] => {
    const row = facts.estimate(design, measure);
    if (row === null) return [];
    const perDay = isDay && (measure === COST || measure === STAFFED) ? (language === "zh" ? "（每天）" : " a day") : "";
    const verdict = facts.goalsOf(design).find(({goal}) => isAbout(goal, measure));
    return [figure(measure.id, capitalised(measure.name[language]) + perDay, row, verdict ?? null, language)];
  });
  return [...ofClasses, ...ofAll].slice(0, MOST_FIGURES);
}

/** A goal about one class is a key number itself: "urgent: wait at most 5 min". */
function figureOfGoal(verdict: Result["goals"][number], language: Language): Figure {
  const {goal} = verdict;
  const isShare = goal.statistic === "within" || goal.statistic === "share";
  const share = percent(goal.percentile ?? 0, language);
  const what =
    goal.statistic === "within"
      ? (goal.metric === "serviceLevel" ? servedWithin : waitWithin)(goal.within ?? 0).name[language]
      : goal.statistic === "share"
        ? GAVE_UP.name[language]
        : goal.statistic === "percentile"
          ? language === "zh"
            ? `${share} 等待不超过`
            : `${share} wait at most`
          : MEAN_WAIT.name[language];
  return figure(
    "goal",
    `${goal.class ?? ""}${language === "zh" ? "：" : ": "}${what}`,
    {...verdict, unit: isShare ? "share" : "s"},
    verdict,
    language,
  );
}

function figure(
  id: string,
  label: string,
  row: {unit: string; value: number | null; halfWidth: number | null; low?: number | null; high?: number | null},
  verdict: Result["goals"][number] | null,
  language: Language,
): Figure {
  const goal = verdict === null ? null : {text: goalBriefly(verdict, language), meets: verdict.meets};
  if (row.value === null) return {id, label, value: language === "zh" ? "无人" : "nobody", halfWidth: null, unit: "", goal};
  const shape = shapeOf({...row, value: row.value});
  if (shape.kind === "useless") return {id, label, value: language === "zh" ? "未知" : "unknown", halfWidth: null, unit: "", goal};
  const unit = printUnit(row.unit, shape.kind === "lopsided" ? shape.high : Math.abs(row.value));
  if (shape.kind === "lopsided") {
    const [bare] = splitInterval(range(shape.low, shape.high, {...unit, word: {en: "", zh: ""}}, "en"));
    return {id, label, value: bare.replace(" to ", "–"), halfWidth: null, unit: unit.word[language], goal};
  }
  const [value, halfWidth] =
    shape.kind === "unsure"
      ? [`≈\u00a0${fixed(row.value / unit.divisor, roughDecimals(row.value / unit.divisor, unit))}`, null]
      : splitInterval(interval(row.value, row.halfWidth, {...unit, word: {en: "", zh: ""}}, language));
  return {id, label, value, halfWidth, unit: unit.word[language], goal};
}

/** Whether a goal is about everyone's value of this measure, overall. */
function isAbout(goal: Result["goals"][number]["goal"], measure: Measure): boolean {
  if (goal.class !== null || goal.station !== null || goal.everyHalfHour || goal.shareOfDays !== null) return false;
  if (goal.statistic === "within") return measure.metrics[0] === goal.metric && measure.statistics[0] === `within ${goal.within ?? ""} s`;
  if (goal.metric === "abandonShare") return measure === GAVE_UP;
  if (goal.metric !== "waitTime") return false;
  return goal.statistic === "mean"
    ? measure === MEAN_WAIT
    : goal.statistic === "percentile" && goal.percentile === 0.9 && measure === TAIL_WAIT;
}

function splitInterval(text: string): [string, string | null] {
  const [value, halfWidth] = text.split(PLUS_MINUS);
  return [value.trim(), halfWidth?.trim() ?? null];
}
