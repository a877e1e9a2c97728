/**
 * What a result says, in sentences: the verdict first, then why, what it risks, what it costs, and what was assumed.
 * The same sentences serve the terminal and the page.
 */
import type {Result} from "../comparison/comparison.ts";
import {againstFirst} from "./against-first.ts";
import {type Assumption, assumption} from "./assumed.ts";
import {cautionSentences, finePrint} from "./cautions.ts";
import {changesText} from "./changes.ts";
import {type CriterionLine, criterionLines} from "./criteria.ts";
import {Facts} from "./facts.ts";
import {type Figure, figuresOf} from "./figures.ts";
import {goalSentence, goalText} from "./goals.ts";
import {type Judgement, judge} from "./judgement.ts";
import {type Language, capitalised} from "./language.ts";
import {methodSentences} from "./method.ts";
import {moneySentence} from "./money.ts";
import {riskSentence} from "./risk.ts";
import {twinLines} from "./twin.ts";
import {type Verdict, verdictOf} from "./verdict.ts";

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
  /** What formulas say beside the simulation, station by station, or why there is none. */
  twins: string[];
  /** Empty where the file marks none of its figures as assumed. */
  assumptions: Assumption[];
  method: string[];
}

/** Says a result in one language. */
export function say(result: Result, language: Language): Sentences {
  const facts = new Facts(result);
  const judgement = judge(facts);
  const verdict = verdictOf(facts, judgement, language);
  const shown = judgement.winner ?? judgement.leaders[0] ?? facts.first;
  return {
    language,
    judgement,
    ...spoken(verdict, language),
    reasons: verdict.reasons,
    risk: riskSentence(facts, shown, language),
    money: moneySentence(facts, judgement, shown, language),
    subject: facts.called(shown, language),
    figures: figuresOf(facts, shown, language),
    criteria: criterionLines(facts, language),
    designs: result.designs.map(({name, changes}) => ({
      name,
      changes: changesText(changes, language),
      lines: name === facts.first ? [] : againstFirst(facts, name, language),
      goals: facts
        .goalsOf(name)
        .map((verdict) => ({text: goalText(verdict.goal, language), sentence: goalSentence(verdict, language), meets: verdict.meets})),
    })),
    cautions: cautionSentences(facts, language),
    finePrint: finePrint(facts, language),
    twins: twinLines(result, language),
    assumptions: result.assumed.filter((item) => item.trim() !== "").map((item) => assumption(item, language)),
    method: methodSentences(facts, language),
  };
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
