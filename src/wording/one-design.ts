/** The verdict on one design: whether its goals are met, or how long people wait there. */
import {estimateText} from "./estimate-text.ts";
import type {Facts} from "./facts.ts";
import {findingText, goalSentence, judgementText} from "./goals.ts";
import {type Language, capitalised, counted} from "./language.ts";
import {lossUpFront} from "./losses.ts";
import {MEAN_WAIT, TAIL_WAIT} from "./measure.ts";
import type {Verdict} from "./verdict.ts";

/** The goal that is told: the first that is not surely met, or the first of all. */
export function oneDesign(facts: Facts, language: Language): Verdict {
  const goals = facts.goalsOf(facts.first);
  if (goals.length === 0) return {...waits(facts, language), reasons: []};
  const met = goals.filter(({meets}) => meets === "met").length;
  const shown = goals.find(({meets}) => meets !== "met") ?? goals[0];
  const finding = findingText(shown, language),
    judged = judgementText(shown, language);
  if (goals.length === 1) return {answer: capitalised(finding), because: judged, reasons: []};
  return {
    answer: goalsMet(met, goals.length, language),
    because: language === "zh" ? `${finding}，${judged}` : `${finding}; ${judged}`,
    reasons: goals
      .filter((verdict) => verdict !== shown)
      .slice(0, 4)
      .map((verdict) => goalSentence(verdict, language)),
  };
}

function goalsMet(met: number, total: number, language: Language): string {
  if (language === "zh") return met === total ? `${total} 个目标全部达到` : `${total} 个目标中确定达到 ${met} 个`;
  if (met === total) return `${total === 2 ? "Both" : `All ${counted(total, "en")}`} goals are met`;
  if (met === 0) return `${total === 2 ? "Neither" : "None"} of the ${counted(total, "en")} goals is surely met`;
  return `${capitalised(counted(met, "en"))} of ${counted(total, "en")} goals ${met === 1 ? "is" : "are"} surely met`;
}

/** Where no goal is given: the waits, after who was lost. */
function waits(facts: Facts, language: Language): Omit<Verdict, "reasons"> {
  const mean = estimateText(facts, facts.first, MEAN_WAIT, language),
    tail = estimateText(facts, facts.first, TAIL_WAIT, language);
  const lost = lossUpFront(facts, facts.first, language);
  if (facts.estimate(facts.first, MEAN_WAIT)?.value === null)
    return {answer: lost ?? (language === "zh" ? "没有人得到服务" : "Nobody was served"), because: null};
  if (lost === null)
    return {
      answer:
        language === "zh"
          ? `顾客平均等待 ${mean}；每十人有一人等待超过 ${tail}`
          : `People wait ${mean} on average; one in ten waits longer than ${tail}`,
      because: null,
    };
  return {
    answer: capitalised(lost),
    because:
      language === "zh"
        ? `排进队的人平均等待 ${mean}；每十人有一人等待超过 ${tail}`
        : `the wait of those who joined the line is ${mean} on average; one in ten waits longer than ${tail}`,
  };
}
