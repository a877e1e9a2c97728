/** One claim about one design, as it stands in a sentence. */
import type {Facts} from "./facts.ts";
import type {Language} from "./language.ts";
import type {Measure} from "./measure.ts";
import {foundText} from "./quantity.ts";

/** A value with its half width, or "nobody". */
export function estimateText(
  facts: Facts,
  design: string,
  measure: Measure,
  language: Language,
  where: {class?: string | null} = {},
): string {
  const row = facts.estimate(design, measure, where);
  if (row === null) return "–";
  if (row.value === null) return language === "zh" ? "无人" : "nobody";
  return foundText({...row, value: row.value}, language);
}
