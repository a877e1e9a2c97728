/** What the design that is shown costs, and how that compares. */
import {differenceClause} from "./difference.ts";
import type {Facts} from "./facts.ts";
import type {Judgement} from "./judgement.ts";
import type {Language} from "./language.ts";
import {COST} from "./measure.ts";
import {foundText} from "./quantity.ts";

/** One sentence, or null where no prices are given. */
export function moneySentence(facts: Facts, judgement: Judgement, design: string, language: Language): string | null {
  const row = facts.estimate(design, COST);
  if (row === null || row.value === null) return null;
  const isEnglish = language === "en";
  const amount = foundText({...row, value: row.value}, language);
  const per = facts.result.scenario.isDay ? (isEnglish ? " a day" : "/天") : "";
  const against = judgement.rival ?? (design === facts.first ? null : facts.first);
  const clause = against === null ? null : differenceClause(facts, COST, design, against, language);
  if (clause === null || against === null) return isEnglish ? `${amount}${per}.` : `${amount}${per}。`;
  const other = facts.called(against, language);
  if (!isEnglish) return `${amount}${per}；与${other}相比，${clause}。`;
  return `${amount}${per}; ${clause} ${clause.includes("differ") ? `(${other})` : `than ${other}`}.`;
}
