/** The key numbers of a design, for the first screen: the waits, the goals of classes, who is lost, what it costs. */
import type {GoalVerdict} from "../estimate/estimate.ts";
import type {Goal} from "../scenario/scenario.ts";
import type {Facts} from "./facts.ts";
import {goalBriefly} from "./goals.ts";
import {type Language, capitalised} from "./language.ts";
import {COST, GAVE_UP, MEAN_WAIT, type Measure, OCCUPANCY, STAFFED, TAIL_WAIT, servedWithin, waitWithin} from "./measure.ts";
import {fixed} from "./number.ts";
import {PLUS_MINUS, interval, percent, printUnit, range, roughDecimals, shapeOf} from "./quantity.ts";

/** A number worth a place on the first screen. */
export interface Figure {
  id: string;
  label: string;
  value: string;
  halfWidth: string | null;
  unit: string;
  /** "goal 80 %: met", where a goal is about this very number. */
  goal: {text: string; meets: GoalVerdict["meets"]} | null;
}

const MOST_FIGURES = 5;

/** Up to five, those that a goal asks for first. */
export function figuresOf(facts: Facts, design: string, language: Language): Figure[] {
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
function figureOfGoal(verdict: GoalVerdict, language: Language): Figure {
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
  verdict: GoalVerdict | null,
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
function isAbout(goal: Goal, measure: Measure): boolean {
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
