/** Promises and how they fared: "83 % ± 2 % wait at most 5 min: the goal of 80 % is met." */
import type {GoalVerdict} from "../estimate/estimate.ts";
import type {Goal} from "../scenario/scenario.ts";
import type {Facts} from "./facts.ts";
import {type Language, counted, listed, quoted} from "./language.ts";
import {periodText} from "./measure.ts";
import {bound, duration, foundText, percent} from "./quantity.ts";

const isShareGoal = (goal: Goal) => goal.statistic === "within" || goal.statistic === "share";

/** Ways of not being served, where it is not giving up. */
const LOSS: Partial<Record<Goal["metric"], {en: string; zh: string; rate: string}>> = {
  balkShare: {en: "balk", zh: "见队离去", rate: "见队离去率"},
  blockShare: {en: "are refused", zh: "被拒", rate: "被拒率"},
};
const GIVE_UP = {en: "give up", zh: "放弃"};

/** What is promised. English keeps the words of the file; Chinese is made from what they were understood to mean. */
export function goalText(goal: Goal, language: Language): string {
  if (language === "en") return goal.text;
  const who = goal.class === null ? "顾客" : quoted(goal.class, "zh");
  const where = goal.station === null ? "" : `在${quoted(goal.station, "zh")}`;
  const when = `${goal.everyHalfHour ? "每半小时" : ""}${goal.shareOfDays === null ? "" : `在 ${percent(goal.shareOfDays, "zh")} 的日子里`}`;
  const side = goal.direction === "at most" ? "不超过" : "不低于";
  const limit = bound(goal.bound, isShareGoal(goal), "zh");
  const prefix = when === "" ? "" : `${when}，`;
  const what = goal.metric === "sojournTime" ? "逗留" : "等待";
  switch (goal.statistic) {
    case "within":
      if (goal.metric === "serviceLevel")
        return `${prefix}${goal.direction === "at least" ? "至少" : "至多"} ${limit} 的${who}${where}在 ${duration(goal.within ?? 0, "zh")}内得到服务`;
      return goal.direction === "at least"
        ? `${prefix}至少 ${limit} 的${who}${where}${what}不超过 ${duration(goal.within ?? 0, "zh")}`
        : `${prefix}${who}${where}${what}不超过 ${duration(goal.within ?? 0, "zh")} 的比例${side} ${limit}`;
    case "percentile":
      return `${prefix}${percent(goal.percentile ?? 0, "zh")} 的${who}${where}${what}不超过 ${limit}`;
    case "mean":
      return goal.metric === "overtime"
        ? `${prefix}加班时间${side} ${limit}`
        : `${prefix}${goal.class === null ? "" : who}${where}平均${what}时间${side} ${limit}`;
    case "share":
      return `${prefix}${goal.class === null ? "" : `${who}的`}${where}${LOSS[goal.metric]?.rate ?? "放弃率"}${side} ${limit}`;
  }
}

/** What a day must keep: "at most 20 min", "at least 80 %". */
function promised(goal: Goal, language: Language): string {
  const limit = bound(goal.bound, isShareGoal(goal), language);
  if (goal.statistic === "percentile") return limit;
  if (language === "en") return `${goal.direction} ${limit}`;
  return goal.direction === "at most" ? `${isShareGoal(goal) ? "至多" : "不超过"} ${limit}` : `至少 ${limit}`;
}

/** What was found, without judging: "83 % ± 2 % wait at most 5 min". "Nobody" where there was nobody to measure. */
export function findingText(verdict: GoalVerdict, language: Language): string {
  const {goal, value, halfWidth} = verdict;
  const isEnglish = language === "en";
  const place = goal.station === null ? "" : isEnglish ? ` at ${goal.station}` : `在${quoted(goal.station, "zh")}`;
  const who = goal.class === null ? (isEnglish ? "" : "顾客") : isEnglish ? ` of ${goal.class}` : quoted(goal.class, "zh");
  const when =
    verdict.worstPeriod === null
      ? ""
      : isEnglish
        ? `in the worst half hour (${periodText(verdict.worstPeriod)}) `
        : `最差的半小时（${periodText(verdict.worstPeriod)}）里，`;
  if (value === null)
    return isEnglish
      ? goal.class === null
        ? "nobody was there to measure"
        : `nobody of class ${quoted(goal.class, "en")} came`
      : goal.class === null
        ? "没有顾客可供衡量"
        : `没有${quoted(goal.class, "zh")}类顾客到来`;
  const isOfDays = goal.shareOfDays !== null;
  const {low, high} = verdict;
  const measured = foundText({unit: isOfDays || isShareGoal(goal) ? "share" : "s", value, halfWidth, low, high}, language);
  const told = isOfDays ? promised(goal, language) : measured;
  const body = (): string => {
    switch (goal.statistic) {
      case "within": {
        const limit = duration(goal.within ?? 0, language);
        if (goal.metric === "sojournTime")
          return isEnglish ? `${told}${who} are through${place} within ${limit}` : `${told} 的${who}${place}逗留不超过 ${limit}`;
        if (goal.metric === "serviceLevel")
          return isEnglish ? `${told}${who} are served within ${limit}${place}` : `${told} 的${who}${place}在 ${limit}内得到服务`;
        return isEnglish ? `${told}${who} wait at most ${limit}${place}` : `${told} 的${who}${place}等待不超过 ${limit}`;
      }
      case "percentile": {
        const share = percent(goal.percentile ?? 0, language);
        if (goal.metric === "sojournTime")
          return isEnglish ? `${share}${who} are through${place} within ${told}` : `${share} 的${who}${place}逗留不超过 ${told}`;
        return isEnglish ? `${share}${who} wait at most ${told}${place}` : `${share} 的${who}${place}等待不超过 ${told}`;
      }
      case "mean": {
        if (goal.metric === "overtime") return isEnglish ? `overtime is ${told}` : `加班 ${told}`;
        const what = goal.metric === "sojournTime" ? (isEnglish ? "time in the place" : "逗留时间") : isEnglish ? "wait" : "等待时间";
        return isEnglish ? `the mean ${what}${who}${place} is ${told}` : `${goal.class === null ? "" : who}${place}平均${what}为 ${told}`;
      }
      case "share": {
        const does = (LOSS[goal.metric] ?? GIVE_UP)[language];
        return isEnglish ? `${told}${who} ${does}${place}` : `${told} 的${who}${place}${does}`;
      }
    }
  };
  if (!isOfDays) return when + body();
  return isEnglish ? `on ${measured} of days ${body()}` : `在 ${measured} 的日子里，${body().replace(/为 (?=不)|(?<=加班) (?=不)/, "")}`;
}

/** "the goal of 80 % is met"; likely and unlikely are said as such. */
export function judgementText(verdict: GoalVerdict, language: Language): string {
  const {goal} = verdict;
  const isOfDays = goal.shareOfDays !== null;
  const limit = isOfDays ? percent(goal.shareOfDays ?? 0, language) : bound(goal.bound, isShareGoal(goal), language);
  const side = isOfDays ? `${limit} of days` : goal.direction === "at most" ? `at most ${limit}` : limit;
  const half = goal.everyHalfHour ? (language === "en" ? " in every half hour" : "（每半小时）") : "";
  if (language === "en") {
    const end = {
      met: "is met",
      "likely met": "is probably met, but not surely",
      "likely missed": "is probably missed",
      missed: "is missed",
      "cannot say": "cannot be judged",
    }[verdict.meets];
    return `the goal of ${side}${half} ${end}`;
  }
  const sign = goal.direction === "at most" && !isOfDays ? "不超过" : "不低于";
  const end = {
    met: "已达到",
    "likely met": "很可能达到，但不确定",
    "likely missed": "很可能未达到",
    missed: "未达到",
    "cannot say": "无法判断",
  }[verdict.meets];
  return `${sign} ${limit}${limit.endsWith("%") ? " " : ""}的目标${half}${end}`;
}

/** The whole sentence. */
export function goalSentence(verdict: GoalVerdict, language: Language): string {
  const finding = findingText(verdict, language),
    judged = judgementText(verdict, language);
  return language === "en" ? `${finding.charAt(0).toUpperCase()}${finding.slice(1)}: ${judged}.` : `${finding}：${judged}。`;
}

/** "goal 80 %: met", beside the number itself. */
export function goalBriefly({goal, meets}: GoalVerdict, language: Language): string {
  const limit = goal.shareOfDays !== null ? percent(goal.shareOfDays, language) : bound(goal.bound, isShareGoal(goal), language);
  const sign = goal.direction === "at most" && goal.shareOfDays === null ? "≤" : "≥";
  return language === "en" ? `goal ${sign} ${limit}: ${meetsWord(meets, "en")}` : `目标 ${sign} ${limit}：${meetsWord(meets, "zh")}`;
}

/** One word beside a tick or a cross. */
export function meetsWord(meets: GoalVerdict["meets"], language: Language): string {
  const zh = {met: "达到", "likely met": "很可能达到", "likely missed": "很可能未达到", missed: "未达到", "cannot say": "无法判断"};
  const en = {met: "met", "likely met": "probably met", "likely missed": "probably missed", missed: "missed", "cannot say": "cannot say"};
  return (language === "zh" ? zh : en)[meets];
}

/** "every goal": so many goals, one by one. */
export function everyGoal(count: number, language: Language): string {
  return language === "zh" ? theGoals(count, "zh") : count === 1 ? "the goal" : "every goal";
}

/** "both goals": so many goals, together. */
export function theGoals(count: number, language: Language): string {
  if (language === "zh") return count === 1 ? "目标" : "全部目标";
  return count === 1 ? "the goal" : count === 2 ? "both goals" : `all ${counted(count, "en")} goals`;
}

/** "every design misses “at most 5% of customers give up”", or null where each goal is within somebody's reach. */
export function missedByAll(facts: Facts, language: Language): string | null {
  const all = facts.designs.map((design) => facts.goalsOf(design));
  const [first] = all;
  if (first === undefined || first.length < 2) return null;
  const missed = first.filter((_, i) => all.every((verdicts) => verdicts[i]?.meets === "missed"));
  if (missed.length === 0) return null;
  const names = listed(
    missed.map(({goal}) => quoted(goalText(goal, language), language)),
    language,
  );
  return language === "zh" ? `所有方案都达不到${names}` : `every design misses ${names}`;
}
