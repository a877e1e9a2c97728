/** What may still go wrong with the design that is shown. */
import {estimateText} from "./estimate-text.ts";
import type {Facts} from "./facts.ts";
import {goalText} from "./goals.ts";
import {type Language, capitalised, quoted} from "./language.ts";
import {lossClauses} from "./losses.ts";
import {P95_WAIT} from "./measure.ts";

/** The longest waits, those who come in vain, and up to two goals that are not sure: one sentence. */
export function riskSentence(facts: Facts, design: string, language: Language): string {
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
