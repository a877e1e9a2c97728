/** What sets a design apart from the first one, for the page that goes through them one by one. */
import {differenceClause, isSame} from "./difference.ts";
import type {Facts} from "./facts.ts";
import {goalText} from "./goals.ts";
import {type Language, capitalised, joined, listed, quoted} from "./language.ts";
import {COST, MEAN_WAIT, OVERTAKEN, STAFFED, TAIL_WAIT} from "./measure.ts";
import {whoGains} from "./who-gains.ts";

/** The differences, who gains and who pays, and which goals are won and lost. */
export function againstFirst(facts: Facts, design: string, language: Language): string[] {
  const isEnglish = language === "en";
  const clauses = joined(
    [COST, MEAN_WAIT, TAIL_WAIT, facts.lost, OVERTAKEN, STAFFED].map((measure) =>
      isSame(facts, measure, design, facts.first) ? null : differenceClause(facts, measure, design, facts.first, language, {}, "table"),
    ),
    language,
  );
  const lines: string[] = [];
  if (clauses !== "") lines.push(isEnglish ? `${capitalised(clauses)}.` : `${clauses}。`);
  const classes = whoGains(facts, design, facts.first, language);
  if (classes !== null) lines.push(classes);
  const mine = facts.goalsOf(design),
    theirs = facts.goalsOf(facts.first);
  const won = mine
    .filter((verdict, i) => verdict.meets === "met" && theirs[i]?.meets !== "met")
    .map(({goal}) => quoted(goalText(goal, language), language));
  const lost = mine
    .filter((verdict, i) => verdict.meets !== "met" && theirs[i]?.meets === "met")
    .map(({goal}) => quoted(goalText(goal, language), language));
  const first = facts.called(facts.first, language);
  if (won.length > 0 && lost.length > 0)
    lines.push(
      isEnglish
        ? `It surely meets ${listed(won, "en")}, which ${first} does not; but no longer ${listed(lost, "en")}.`
        : `它确定达到${first}达不到的${listed(won, "zh")}，但不再确定达到${listed(lost, "zh")}。`,
    );
  else if (won.length > 0)
    lines.push(
      isEnglish ? `It surely meets ${listed(won, "en")}, which ${first} does not.` : `它确定达到${first}达不到的${listed(won, "zh")}。`,
    );
  else if (lost.length > 0)
    lines.push(isEnglish ? `It no longer surely meets ${listed(lost, "en")}.` : `它不再确定达到${listed(lost, "zh")}。`);
  return lines;
}
