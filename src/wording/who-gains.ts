/** What a change of design does to each class of customers. */
import {differenceClause} from "./difference.ts";
import type {Facts} from "./facts.ts";
import {type Language, joined, quoted} from "./language.ts";
import {MEAN_WAIT} from "./measure.ts";

/** "Who gains and who pays: urgent, 6.9 ± 0.4 min shorter waits on average; ..."; null where there are no classes. */
export function whoGains(facts: Facts, design: string, against: string, language: Language): string | null {
  const parts = facts.classes.map((name) => {
    const clause = differenceClause(facts, MEAN_WAIT, design, against, language, {class: name});
    return clause === null ? null : language === "zh" ? `${quoted(name, "zh")}${clause}` : `${name}, ${clause}`;
  });
  const text = joined(parts, language);
  if (text === "") return null;
  return language === "zh" ? `谁受益、谁付出：${text}。` : `Who gains and who pays: ${text}.`;
}
