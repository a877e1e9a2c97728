/** Who came in vain: gave up, balked, was refused or turned away. A short wait is no merit of a place that sends people away. */
import {estimateText} from "./estimate-text.ts";
import type {Facts} from "./facts.ts";
import type {Judgement} from "./judgement.ts";
import {type Both, type Language, capitalised, listed} from "./language.ts";
import {BALKED, GAVE_UP, REFUSED, TURNED_AWAY} from "./measure.ts";

/** From this share on, losses belong in the first sentences: one in twenty. */
const LARGE = 0.05;

const DOES: Record<string, Both> = {
  [GAVE_UP.id]: {en: "# give up", zh: "# 的顾客放弃"},
  [BALKED.id]: {en: "# balk (turn round at the line)", zh: "# 的顾客见队离去"},
  [REFUSED.id]: {en: "# are refused for want of room", zh: "# 的顾客因客满被拒"},
  [TURNED_AWAY.id]: {en: "# are turned away at closing", zh: "# 的顾客关门时仍未获服务"},
};

/** "46 % are turned away at closing": one clause for each kind of loss above a share. */
export function lossClauses(facts: Facts, design: string, above: number, language: Language): string[] {
  return facts.losses.flatMap((measure) => {
    const value = facts.lossOf(design, measure)?.value ?? 0;
    if (value <= above) return [];
    return [(DOES[measure.id] ?? DOES[GAVE_UP.id])[language].replace("#", () => estimateText(facts, design, measure, language))];
  });
}

const totalOf = (facts: Facts, design: string) =>
  facts.losses.reduce((sum, measure) => sum + (facts.lossOf(design, measure)?.value ?? 0), 0);

/** The losses of one design where they are large; null where they are not. */
export function lossUpFront(facts: Facts, design: string, language: Language): string | null {
  if (totalOf(facts, design) < LARGE) return null;
  const clauses = lossClauses(facts, design, 0.001, language);
  return language === "zh" ? clauses.join("，") : listed(clauses, "en");
}

/** Who is lost with the design that is shown, and with the one that loses most; null where nobody loses many, or it has been said. */
export function lossSentence(facts: Facts, judgement: Judgement, language: Language): string | null {
  const isEnglish = language === "en";
  if (judgement.kind === "single") {
    if (facts.result.goals.length === 0) return null;
    const text = lossUpFront(facts, facts.first, language);
    return text === null ? null : isEnglish ? `${capitalised(text)}.` : `${text}。`;
  }
  const worst = facts.designs.reduce((a, b) => (totalOf(facts, b) > totalOf(facts, a) ? b : a), facts.first);
  const most = lossUpFront(facts, worst, language);
  if (most === null) return null;
  const shown = judgement.winner ?? judgement.leaders[0] ?? null;
  const own = shown === null || shown === worst ? null : lossClauses(facts, shown, 0, language);
  const name = (design: string) => facts.called(design, language);
  if (!isEnglish) {
    const here = own === null || shown === null ? "" : `；${name(shown)}时，${own.length === 0 ? "无人流失" : own.join("，")}`;
    return `${name(worst)}时，${most}${here}。`;
  }
  const here = own === null || shown === null ? "" : `; with ${name(shown)}, ${own.length === 0 ? "nobody is lost" : listed(own, "en")}`;
  return `With ${name(worst)}, ${most}${here}.`;
}
