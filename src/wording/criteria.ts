/** The verdict panel: one line per thing that may matter, so that nobody has to agree with our order of importance. */
import {
  BALKED,
  COST,
  DISCRIMINATION,
  GAVE_UP,
  MEAN_WAIT,
  type Measure,
  OVERTAKEN,
  P95_WAIT,
  REFUSED,
  REGRET,
  SD_WAIT,
  STAFFED,
  SWITCHES,
  TAIL_WAIT,
  TURNED_AWAY,
} from "./measure.ts";
import {estimateText} from "./estimate-text.ts";
import {bestOn, goalGrade, meetsAllGoals, relation} from "./judgement.ts";
import type {Facts} from "./facts.ts";
import {theGoals} from "./goals.ts";
import {type Both, type Language, counted, quoted} from "./language.ts";

export interface CriterionLine {
  id: string;
  /** "Fast", "Fair", "Cheap" ... */
  name: string;
  /** Whoever is best or cannot be told apart from the best. */
  leaders: string[];
  /** How each design stands, in the order of the file. */
  standings: Standing[];
  text: string;
}

/**
 * "best": nobody is significantly better, and somebody is worse; "alike": the designs cannot be told apart; "worst": not best, and
 * nobody's value is worse; "nobody": there was nobody to measure.
 */
export type Standing = "best" | "between" | "worst" | "alike" | "nobody";

/** One sign a standing, for tables. */
export const STANDING_SIGN: Record<Standing, string> = {best: "●", between: "·", worst: "◆", alike: "○", nobody: "–"};

const STANDING_WORDS: Record<Standing, Both> = {
  best: {en: "best, or not significantly different from the best", zh: "最好，或与最好者无显著差异"},
  between: {en: "between", zh: "居中"},
  worst: {en: "worst", zh: "最差"},
  alike: {en: "no significant difference between the designs", zh: "各方案无显著差异"},
  nobody: {en: "nobody to judge by", zh: "无人可评"},
};

/** A standing in words, for those who do not see the sign. */
export function standingWord(standing: Standing, language: Language): string {
  return STANDING_WORDS[standing][language];
}

/** What the signs mean, those that occur. */
export function standingsLegend(lines: readonly CriterionLine[], language: Language): string {
  const occurring = (Object.keys(STANDING_WORDS) as Standing[]).filter((standing) =>
    lines.some(({standings}) => standings.includes(standing)),
  );
  return occurring
    .map((standing) => `${STANDING_SIGN[standing]} ${standingWord(standing, language)}`)
    .join(language === "zh" ? "，" : ", ");
}

interface Criterion {
  id: string;
  name: Both;
  measures: readonly Measure[];
  least: Both;
  most: Both;
}

const CRITERIA: readonly Criterion[] = [
  {
    id: "fast",
    name: {en: "Fast", zh: "快"},
    measures: [MEAN_WAIT],
    least: {en: "shortest mean wait", zh: "平均等待最短"},
    most: {en: "longest", zh: "最长"},
  },
  {
    id: "sure",
    name: {en: "Sure", zh: "稳"},
    measures: [P95_WAIT, TAIL_WAIT, SD_WAIT],
    least: {en: "shortest wait that one in twenty exceeds", zh: "每二十人中最久一人的等待最短"},
    most: {en: "longest", zh: "最长"},
  },
  {
    id: "fair",
    name: {en: "Fair", zh: "公平"},
    measures: [OVERTAKEN],
    least: {en: "fewest overtaken by a later arrival", zh: "被后来者超越的人最少"},
    most: {en: "most", zh: "最多"},
  },
  {
    id: "calm",
    name: {en: "Calm", zh: "安心"},
    measures: [REGRET, SWITCHES],
    least: {en: "fewest choose a line with more work ahead than another", zh: "选了更慢的队的人最少"},
    most: {en: "most", zh: "最多"},
  },
  {
    id: "stay",
    name: {en: "They stay", zh: "留得住"},
    measures: [GAVE_UP],
    least: {en: "fewest give up", zh: "放弃的人最少"},
    most: {en: "most", zh: "最多"},
  },
  {
    id: "attractive",
    name: {en: "Attractive", zh: "留客"},
    measures: [BALKED],
    least: {en: "fewest balk at the line", zh: "见队离去的人最少"},
    most: {en: "most", zh: "最多"},
  },
  {
    id: "room",
    name: {en: "Room for all", zh: "容得下"},
    measures: [REFUSED, TURNED_AWAY],
    least: {en: "fewest refused", zh: "被拒的人最少"},
    most: {en: "most", zh: "最多"},
  },
  {
    id: "cheap",
    name: {en: "Cheap", zh: "省"},
    measures: [COST, STAFFED],
    least: {en: "lowest cost", zh: "费用最低"},
    most: {en: "highest", zh: "最高"},
  },
];

function standingsOf(facts: Facts, leaders: readonly string[], value: (design: string) => number | null): Standing[] {
  const values = facts.designs.map(value).filter((x) => x !== null);
  const isAll = leaders.length === values.length;
  const most = Math.max(...values);
  return facts.designs.map((design) => {
    const mine = value(design);
    if (mine === null) return "nobody";
    if (leaders.includes(design)) return isAll ? "alike" : "best";
    return mine === most ? "worst" : "between";
  });
}

/** Whoever came with a class that every design serves; the one that waits longest in a design. */
function longestWaiting(facts: Facts, design: string): {name: string; value: number} | null {
  let longest: {name: string; value: number} | null = null;
  for (const name of facts.classes) {
    const value = facts.estimate(design, MEAN_WAIT, {class: name})?.value ?? null;
    if (value !== null && (longest === null || value > longest.value)) longest = {name, value};
  }
  return longest;
}

/** For all: how long the class waits that waits longest. A design that is quick for most and slow for a few is not accessible. */
function accessibleLine(facts: Facts, language: Language): CriterionLine | null {
  const longest = new Map(facts.designs.map((design) => [design, longestWaiting(facts, design)]));
  const measured = facts.designs.filter((design) => longest.get(design) != null);
  if (facts.classes.length < 2 || measured.length === 0 || measured.every((design) => longest.get(design)?.value === 0)) return null;
  const value = (design: string) => longest.get(design)?.value ?? null;
  const best = measured.reduce((a, b) => ((value(b) ?? 0) < (value(a) ?? 0) ? b : a));
  const worst = measured.reduce((a, b) => ((value(b) ?? 0) > (value(a) ?? 0) ? b : a));
  const told = (design: string) => {
    const name = longest.get(design)?.name ?? null;
    const text = estimateText(facts, design, MEAN_WAIT, language, {class: name});
    return language === "zh" ? `${quoted(name ?? "", "zh")}${text}` : `${quoted(name ?? "", "en")} ${text}`;
  };
  // Each class against the same class: a design is level where its slowest class is not significantly slower than that class is in the best.
  const isLevel = (design: string) => {
    const name = longest.get(design)?.name ?? null;
    const theirs = longest.get(best)?.name ?? null;
    const stands = relation(facts, MEAN_WAIT, design, best, {class: name});
    return (
      design === best || (name === theirs ? stands === "same" : stands !== "more" && (value(design) ?? 0) <= 1.02 * (value(best) ?? 0))
    );
  };
  const leaders = measured.filter(isLevel);
  const isAll = leaders.length === measured.length;
  const names = facts.calledAll(leaders, language);
  const zh = isAll
    ? `各方案无显著差异：等得最久的类别是${told(best)}。`
    : `${names}${leaders.length > 1 ? "不分高下，" : ""}等得最久的类别等待最短：${told(best)}；${facts.called(worst, "zh")}最长：${told(worst)}。`;
  const en = isAll
    ? `No significant difference between the designs: the class that waits longest is ${told(best)}.`
    : `${names}: the class that waits longest waits least, ${told(best)}${leaders.length > 1 ? " (not significantly different)" : ""}; longest with ${facts.called(worst, "en")}, ${told(worst)}.`;
  return {
    id: "accessible",
    name: language === "zh" ? "周全" : "Accessible",
    leaders,
    standings: standingsOf(facts, leaders, value),
    text: language === "zh" ? zh : en,
  };
}

function goalsLine(facts: Facts, language: Language): CriterionLine | null {
  const total = facts.goalsOf(facts.first).length;
  if (total === 0) return null;
  const grade = (design: string) => goalGrade(facts.goalsOf(design));
  const top = Math.max(...facts.designs.map(grade));
  const leaders = facts.designs.filter((design) => grade(design) === top);
  const standings = standingsOf(facts, leaders, (design) => -grade(design));
  const names = facts.calledAll(leaders, language);
  const met = facts.goalsOf(leaders[0]).filter(({meets}) => meets === "met").length;
  const others = facts.designs.length - leaders.length;
  const everyone = others === 0;
  const name = language === "zh" ? "达标" : "Goals";
  if (language === "zh") {
    const who = everyone && facts.designs.length > 1 ? "所有方案" : names;
    const text = leaders.every((design) => meetsAllGoals(facts.goalsOf(design)))
      ? `${who}确定达到${total === 1 ? "目标" : `全部 ${total} 个目标`}${everyone ? "" : "，其他方案不能"}。`
      : met === 0
        ? `没有方案确定达到${total === 1 ? "目标" : "任何一个目标"}${everyone ? "" : `；${names}最接近`}。`
        : `${who}确定达到 ${total} 个目标中的 ${met} 个${everyone ? "" : "，其他方案更少"}。`;
    return {id: "goals", name, leaders, standings, text};
  }
  const who = everyone && facts.designs.length > 1 ? "every design" : names;
  const verb = leaders.length === 1 || everyone ? "meets" : "meet";
  const text = leaders.every((design) => meetsAllGoals(facts.goalsOf(design)))
    ? `${who} surely ${verb} ${theGoals(total, "en")}${everyone ? "" : "; the others do not"}.`
    : met === 0
      ? `no design surely meets ${total === 1 ? "the goal" : "any of the goals"}${everyone ? "" : `; ${names} ${leaders.length === 1 ? "comes" : "come"} closest`}.`
      : `${who} surely ${verb} ${counted(met, "en")} of ${counted(total, "en")} goals${everyone ? "" : "; the others fewer"}.`;
  return {id: "goals", name, leaders, standings, text: text.charAt(0).toUpperCase() + text.slice(1)};
}

/** Nothing to choose between: the waits are always told, the rest only where designs differ: shares by one in a thousand, costs by one in a hundred. */
function isNoise({id}: Criterion, measure: Measure, isAll: boolean, values: readonly number[]): boolean {
  if (id === "fast" || id === "sure") return false;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return isAll || most - least < (measure === COST || measure === STAFFED ? 0.01 * most : 0.001);
}

/** It happens to somebody in some design; who is left for tomorrow was not turned away. */
function isFelt(facts: Facts, measure: Measure): boolean {
  return facts.designs.some((design) => (facts.lossOf(design, measure)?.value ?? 0) > 0);
}

/** One line for each criterion that the result can speak to; none for a single design. */
export function criterionLines(facts: Facts, language: Language): CriterionLine[] {
  if (facts.designs.length < 2) return [];
  const goals = goalsLine(facts, language);
  const lines: CriterionLine[] = goals === null ? [] : [goals];
  for (const criterion of CRITERIA) {
    const known = criterion.measures.filter((candidate) => facts.has(candidate));
    const measure = known.find((candidate) => isFelt(facts, candidate)) ?? known.at(0);
    if (measure === undefined || (measure === STAFFED && !facts.result.scenario.isDay)) continue;
    const value = (design: string) => facts.estimate(design, measure)?.value ?? null;
    const best = bestOn(facts, measure, facts.designs);
    if (best === null) continue;
    const measured = facts.designs.filter((design) => value(design) !== null);
    if (measured.every((design) => value(design) === 0)) {
      if (measure === OVERTAKEN)
        lines.push({
          id: criterion.id,
          name: criterion.name[language],
          leaders: best.leaders,
          standings: standingsOf(facts, best.leaders, value),
          text: language === "zh" ? "没有人被后来者超越。" : "Nobody is overtaken by a later arrival.",
        });
      continue;
    }
    const told = (design: string) => estimateText(facts, design, measure, language);
    const [least, most] = phraseOf(criterion, measure, language);
    const names = facts.calledAll(best.leaders, language);
    const worst = measured.reduce((a, b) => ((value(b) ?? 0) > (value(a) ?? 0) ? b : a));
    const isAll = best.leaders.length === measured.length;
    if (
      isNoise(
        criterion,
        measure,
        isAll,
        measured.map((design) => value(design) ?? 0),
      )
    )
      continue;
    const zh = () => {
      if (isAll) return `各方案无显著差异：约 ${told(best.best)}。`;
      return `${names}${best.leaders.length > 1 ? "不分高下，" : ""}${least}：${told(best.best)}；${facts.called(worst, "zh")}${most}：${told(worst)}。`;
    };
    const en = () => {
      if (isAll) return `No significant difference between the designs: about ${told(best.best)}.`;
      return `${names}: ${least}, ${told(best.best)}${best.leaders.length > 1 ? " (not significantly different)" : ""}; ${most} with ${facts.called(worst, "en")}, ${told(worst)}.`;
    };
    const parts = [
      language === "zh" ? zh() : en(),
      criterion.id === "fair" ? otherFairness(facts, best.leaders, language) : null,
      unmeasured(facts, measure, language),
    ];
    lines.push({
      id: criterion.id,
      name: criterion.name[language],
      leaders: best.leaders,
      standings: standingsOf(facts, best.leaders, value),
      text: parts.filter((part) => part !== null).join(language === "zh" ? "" : " "),
    });
  }
  const accessible = accessibleLine(facts, language);
  if (accessible === null) return lines;
  const cheap = lines.findIndex(({id}) => id === "cheap");
  return cheap < 0 ? [...lines, accessible] : [...lines.slice(0, cheap), accessible, ...lines.slice(cheap)];
}

/** Designs where nobody was there to be measured are in no order. */
function unmeasured(facts: Facts, measure: Measure, language: Language): string | null {
  const empty = facts.designs.filter((design) => facts.estimate(design, measure)?.value === null);
  if (empty.length === 0) return null;
  const names = facts.calledAll(empty, language);
  return language === "zh" ? `${names}无人可评。` : `With ${names} there was nobody to judge by.`;
}

/** Who is overtaken least is not always whom the staff serve most evenly: then both are said. */
function otherFairness(facts: Facts, leaders: readonly string[], language: Language): string | null {
  const even = bestOn(facts, DISCRIMINATION, facts.designs);
  if (even === null || even.leaders.some((design) => leaders.includes(design))) return null;
  const text = estimateText(facts, even.best, DISCRIMINATION, language);
  const name = facts.calledAll(even.leaders, language);
  return language === "zh"
    ? `但每人所得服务与均等份额相差最小的是${name}（标准差 ${text}）。`
    : `But what each gets of the staff is nearest to an equal part with ${name} (standard deviation ${text}).`;
}

function phraseOf(criterion: Criterion, measure: Measure, language: Language): [string, string] {
  const special: Record<string, Both> = {
    [STAFFED.id]: {en: "least staffed time", zh: "在岗工时最少"},
    [TAIL_WAIT.id]: {en: "shortest wait that one in ten exceeds", zh: "每十人中最久一人的等待最短"},
    [SWITCHES.id]: {en: "fewest changes of line", zh: "换队次数最少"},
    [SD_WAIT.id]: {en: "least spread between waits", zh: "等待时间最均匀"},
    [TURNED_AWAY.id]: {en: "fewest turned away at closing", zh: "关门时未获服务的人最少"},
  };
  const most: Both = measure === STAFFED || measure === SD_WAIT ? {en: "most", zh: "最多"} : criterion.most;
  return [(special[measure.id] ?? criterion.least)[language], most[language]];
}
