/** One number of each design, in one sentence: for designs that are not ranked. */
import {estimateText} from "./estimate-text.ts";
import type {Facts} from "./facts.ts";
import {type Language, capitalised} from "./language.ts";
import {type Measure, nounOf} from "./measure.ts";

/** More designs than this are cut to the first ones and the last. */
const MOST_IN_TURN = 6;

/** "Mean wait: 372 ± 64 s with 3, 66 ± 12 s with 4, 16 ± 5 s with 5 servers at “s”."; null where nobody waits. */
export function eachInTurn(facts: Facts, designs: readonly string[], measure: Measure, language: Language): string | null {
  const measured = designs.filter((design) => facts.estimate(design, measure) !== null);
  if (measured.length === 0 || measured.every((design) => (facts.estimate(design, measure)?.value ?? 0) === 0)) return null;
  const shown = measured.length > MOST_IN_TURN ? [...measured.slice(0, MOST_IN_TURN - 1), measured[measured.length - 1]] : measured;
  const parts = shown.map((design) => {
    const step = facts.grid?.station == null ? undefined : facts.grid.steps.find((candidate) => candidate.design === design);
    const name = step === undefined || design === shown[shown.length - 1] ? facts.called(design, language) : step.text,
      text = estimateText(facts, design, measure, language);
    return language === "zh" ? `${name} ${text}` : `${text} with ${name}`;
  });
  return language === "zh"
    ? `${nounOf(measure, "zh")}：${parts.join("，")}。`
    : `${capitalised(nounOf(measure, "en"))}: ${parts.join(", ")}.`;
}
