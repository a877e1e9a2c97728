/** The verdict on designs that serve alike customers: which is best, by its goals or by what was measured, told against its rival. */
import {differenceBetween, differenceClause} from "./difference.ts";
import {estimateText} from "./estimate-text.ts";
import type {Facts} from "./facts.ts";
import {everyGoal, missedByAll} from "./goals.ts";
import type {Judgement} from "./judgement.ts";
import {type Language, capitalised, counted, joined, quoted} from "./language.ts";
import {MEAN_WAIT, type Measure, TAIL_WAIT, nounOf} from "./measure.ts";
import type {Verdict} from "./verdict.ts";
import {whyBest} from "./why-best.ts";

type Answer = Omit<Verdict, "reasons">;

export function bestDesign(facts: Facts, judgement: Judgement, language: Language): Verdict {
  const {kind, winner, rival} = judgement;
  if (winner === null || rival === null) return {...tie(facts, language), reasons: []};
  const answer = kind === "goals" ? byGoals(facts, judgement, winner, language) : byMeasure(facts, judgement, winner, rival, language);
  return {...answer, reasons: whyBest(facts, judgement, winner, rival, language)};
}

function tie(facts: Facts, language: Language): Answer {
  const count = facts.designs.length;
  if (count > 2)
    return {
      answer: language === "en" ? "No design is clearly better" : "没有明显更好的方案",
      because: language === "en" ? `the ${counted(count, "en")} cannot be told apart` : `${counted(count, "zh")}个方案分不出高下`,
    };
  const clauses = [MEAN_WAIT, TAIL_WAIT].map((measure) => differenceClause(facts, measure, facts.designs[1], facts.first, language));
  return {
    answer: language === "en" ? "Neither design is clearly better" : "两个方案没有明显的优劣",
    because: joined(clauses, language) || null,
  };
}

/** Those that surely meet more goals than any other. */
function byGoals(facts: Facts, {meetsAll, leaders}: Judgement, winner: string, language: Language): Answer {
  const goals = facts.goalsOf(winner);
  const every = everyGoal(goals.length, language);
  const isAlone = leaders.length === 1;
  const name =
    leaders.length > 3
      ? subjectOf(facts, leaders, winner, language)
      : isAlone
        ? quoted(winner, language)
        : facts.calledAll(leaders, language);
  if (meetsAll) {
    const only =
      leaders.length > 3 ? `Only ${counted(leaders.length, "en")} designs surely meet ${every}` : `Only ${name} surely meet ${every}`;
    return {
      answer:
        language === "zh" ? `只有${name}能确定达到${every}` : isAlone ? `${name} is the only design that surely meets ${every}` : only,
      because: null,
    };
  }
  const count = goals.filter(({meets}) => meets === "met").length;
  const met =
    language === "en"
      ? `it surely meets ${counted(count, "en")} of ${counted(goals.length, "en")}`
      : `确定达到 ${goals.length} 个目标中的 ${count} 个`;
  return {
    answer:
      language === "en"
        ? `No design surely meets ${every}; ${name} ${isAlone ? "comes" : "come"} closest`
        : `没有方案能确定达到${every}；${name}最接近`,
    because: joined([count === 0 ? null : met, missedByAll(facts, language)], language) || null,
  };
}

/** The winner by what was measured: what decided first, then the mean wait. */
function byMeasure(facts: Facts, {decidedBy, leaders}: Judgement, winner: string, rival: string, language: Language): Answer {
  const isPair = facts.designs.length === 2;
  const order = decidedBy === null || decidedBy === MEAN_WAIT ? [MEAN_WAIT, TAIL_WAIT] : [decidedBy, MEAN_WAIT];
  const [first, second] = order.map(
    (measure) => differenceClause(facts, measure, winner, rival, language) ?? valuesApart(facts, measure, winner, rival, language),
  );
  const subject = subjectOf(facts, leaders, winner, language);
  if (language === "zh") {
    const clauses = joined([first, second], language);
    return {
      answer: `${subject}${leaders.length > 1 ? "并列" : ""}${isPair ? "更好" : "最好"}`,
      because: clauses === "" ? null : `${isPair ? "" : `与${quoted(rival, "zh")}相比，`}${clauses}`,
    };
  }
  const isTold = differenceBetween(facts, order[0], winner, rival)?.significant === true;
  const than = isPair || !isTold ? "" : ` than with ${quoted(rival, "en")}`;
  return {
    answer: `${subject} ${isPair ? "is better" : leaders.length > 1 ? "are best" : "is best"}`,
    because: joined([first === null ? null : first + than, second], language) || null,
  };
}

function subjectOf(facts: Facts, leaders: readonly string[], winner: string, language: Language): string {
  const count = leaders.length;
  if (count > 3) return language === "en" ? `${capitalised(counted(count, "en"))} designs` : `${counted(count, "zh")}个方案`;
  return count > 1 ? facts.calledAll(leaders, language) : opening(facts, winner, language);
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

/** Where two designs were not paired with each other: their own numbers side by side. */
function valuesApart(facts: Facts, measure: Measure, a: string, b: string, language: Language): string | null {
  if (facts.estimate(a, measure) === null || facts.estimate(b, measure) === null) return null;
  const x = estimateText(facts, a, measure, language),
    y = estimateText(facts, b, measure, language);
  return language === "zh" ? `${nounOf(measure, "zh")} ${x}，对方 ${y}` : `${nounOf(measure, "en")} ${x} against ${y}`;
}
