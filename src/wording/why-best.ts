/** Why a design is called best: its goals, what else it does better, where another one is better, and who pays. */
import {differenceBetween, differenceClause} from "./difference.ts";
import {estimateText} from "./estimate-text.ts";
import type {Facts} from "./facts.ts";
import {goalSentence, missedByAll, theGoals} from "./goals.ts";
import {type Judgement, meetsAllGoals} from "./judgement.ts";
import {type Language, joined} from "./language.ts";
import {COST, MEAN_WAIT, type Measure, OVERTAKEN, TAIL_WAIT, nounOf} from "./measure.ts";
import {whoGains} from "./who-gains.ts";

/** What a winner by goals is measured by against its rival. */
const COMPARED: readonly Measure[] = [COST, MEAN_WAIT, TAIL_WAIT];

export function whyBest(facts: Facts, judgement: Judgement, winner: string, rival: string, language: Language): string[] {
  const isByGoals = judgement.kind === "goals";
  return [
    crowd(facts, judgement, language),
    ...(isByGoals ? [...tellingGoals(facts, winner, language), comparedWith(facts, winner, rival, language)] : []),
    ...(isByGoals ? [] : [alsoBetter(facts, judgement, winner, rival, language), whoMeetsAll(facts, winner, language)]),
    betterElsewhere(facts, judgement, winner, rival, language),
    whoGains(facts, winner, rival, language),
  ].filter((said) => said !== null);
}

/** Too many leaders for the headline are named here. */
function crowd(facts: Facts, {leaders}: Judgement, language: Language): string | null {
  if (leaders.length <= 3) return null;
  const names = facts.calledAll(leaders, language);
  return language === "en" ? `They cannot be told apart: ${names}.` : `彼此分不出高下：${names}。`;
}

/** The goals that not every design surely meets. */
function tellingGoals(facts: Facts, winner: string, language: Language): string[] {
  const isTelling = (i: number) => facts.designs.some((design) => facts.goalsOf(design)[i]?.meets !== "met");
  return facts
    .goalsOf(winner)
    .filter((_, i) => isTelling(i))
    .slice(0, 3)
    .map((verdict) => goalSentence(verdict, language));
}

function comparedWith(facts: Facts, winner: string, rival: string, language: Language): string | null {
  const clauses = joined(
    COMPARED.map((measure) => differenceClause(facts, measure, winner, rival, language)),
    language,
  );
  if (clauses === "") return null;
  const name = facts.called(rival, language);
  return language === "en" ? `Compared with ${name}: ${clauses}.` : `与${name}相比：${clauses}。`;
}

function alsoBetter(facts: Facts, {decidedBy}: Judgement, winner: string, rival: string, language: Language): string | null {
  const also = [facts.lost, OVERTAKEN].filter((measure) => measure !== decidedBy && isBetter(facts, measure, winner, rival));
  const clauses = joined(
    also.map((measure) => differenceClause(facts, measure, winner, rival, language)),
    language,
  );
  if (clauses === "") return null;
  return language === "en" ? `Also, ${clauses}.` : `此外，${clauses}。`;
}

/** Significantly better than the rival. */
function isBetter(facts: Facts, measure: Measure, winner: string, rival: string): boolean {
  const row = differenceBetween(facts, measure, winner, rival);
  return row?.significant === true && row.difference !== null && row.difference !== 0 && row.difference < 0 === (measure.better === "less");
}

function whoMeetsAll(facts: Facts, winner: string, language: Language): string | null {
  const total = facts.goalsOf(winner).length;
  if (total === 0) return null;
  const isEnglish = language === "en";
  const goals = theGoals(total, language);
  const good = facts.designs.filter((design) => meetsAllGoals(facts.goalsOf(design)));
  if (good.length === facts.designs.length) return isEnglish ? `Every design surely meets ${goals}.` : `所有方案都确定达到${goals}。`;
  if (good.length > 0) {
    const names = facts.calledAll(good, language);
    return isEnglish ? `Only ${names} surely ${good.length === 1 ? "meets" : "meet"} ${goals}.` : `只有${names}确定达到${goals}。`;
  }
  const missed = missedByAll(facts, language);
  return isEnglish
    ? `No design surely meets ${goals}${missed === null ? "" : `: ${missed}`}.`
    : `没有方案确定达到${goals}${missed === null ? "" : `：${missed}`}。`;
}

/** Where others are better, unless the comparison with the rival has said it. */
function betterElsewhere(facts: Facts, {kind, concessions}: Judgement, winner: string, rival: string, language: Language): string | null {
  const clauses = joined(
    concessions
      .filter(({measure, design}) => kind !== "goals" || design !== rival || !COMPARED.includes(measure))
      .slice(0, 3)
      .map(({measure, design}) => {
        const theirs = estimateText(facts, design, measure, language),
          mine = estimateText(facts, winner, measure, language);
        return language === "en"
          ? `${nounOf(measure, "en")} ${theirs} with ${facts.called(design, "en")}, here ${mine}`
          : `${facts.called(design, "zh")}的${nounOf(measure, "zh")}为 ${theirs}，此处 ${mine}`;
      }),
    language,
  );
  if (clauses === "") return null;
  return language === "en" ? `Better elsewhere: ${clauses}.` : `其他方案更好之处：${clauses}。`;
}
