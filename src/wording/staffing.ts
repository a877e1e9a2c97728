/** The verdict on numbers of staff: the fewest that surely meet every goal. More people always wait less, so only a goal or a price makes "enough". */
import type {GoalVerdict} from "../estimate/estimate.ts";
import type {Facts} from "./facts.ts";
import {everyGoal, goalSentence} from "./goals.ts";
import type {Grid} from "./grid.ts";
import {eachInTurn} from "./in-turn.ts";
import type {Judgement} from "./judgement.ts";
import {type Language, capitalised} from "./language.ts";
import {MEAN_WAIT} from "./measure.ts";
import type {Verdict} from "./verdict.ts";

export function staffing(facts: Facts, {kind, winner, rival, leaders, grid}: Judgement, language: Language): Verdict {
  const steps = grid?.steps ?? [];
  if (kind === "fewest" && winner !== null)
    return {answer: fewest(facts, winner, steps, language), because: null, reasons: enough(facts, winner, rival, language)};
  if (kind === "not enough") return {answer: notEnough(facts, steps, language), because: null, reasons: missed(facts, leaders, language)};
  return noYardstick(facts, steps, language);
}

function fewest(facts: Facts, winner: string, steps: Grid["steps"], language: Language): string {
  const every = everyGoal(facts.goalsOf(winner).length, language);
  const what = facts.called(winner, language);
  const isFirst = steps[0]?.design === winner;
  if (language === "zh") return isFirst ? `试过的最少人数 ${what}已能确定达到${every}` : `${what}是确定达到${every}的最少人数`;
  const isOne = steps.find(({design}) => design === winner)?.value === 1;
  const meet = isOne ? "meets" : "meet";
  return isFirst
    ? `${capitalised(what)}, the fewest tried, surely ${meet} ${every}`
    : `${capitalised(what)} ${isOne ? "is" : "are"} the fewest that surely ${meet} ${every}`;
}

function notEnough(facts: Facts, steps: Grid["steps"], language: Language): string {
  const every = everyGoal(facts.goalsOf(facts.first).length, language);
  const from = steps[0].text,
    to = facts.called(steps[steps.length - 1].design, language);
  return language === "zh"
    ? `从 ${from} 到 ${to}，没有一种人数能确定达到${every}`
    : `From ${from} to ${to}, no number surely meets ${every}`;
}

function noYardstick(facts: Facts, steps: Grid["steps"], language: Language): Verdict {
  const order = steps.map(({design}) => design);
  const inTurn = [MEAN_WAIT, facts.tail].map((measure) => eachInTurn(facts, order, measure, language)).filter((text) => text !== null);
  return language === "zh"
    ? {
        answer: "多少人才够，要有目标或价格才能回答：人手越多，等待总是越短",
        because: null,
        reasons: [...inTurn, "在文件中写上目标（如“80% of customers wait at most 5 min”）或价格，就能指出最少需要多少人，或哪个方案最省。"],
      }
    : {
        answer: "How many are enough takes a goal or a price to say: with more staff people always wait less",
        because: null,
        reasons: [
          ...inTurn,
          "Give the file a goal (“80% of customers wait at most 5 min”) or prices, and the fewest that do, or the cheapest, will be named.",
        ],
      };
}

/** How the goals fare with as many as are needed, and what one step fewer misses. */
function enough(facts: Facts, winner: string, rival: string | null, language: Language): string[] {
  const kept = facts
    .goalsOf(winner)
    .slice(0, 2)
    .map((verdict) => withDesign(facts, winner, goalSentence(verdict, language), language));
  const worst = rival === null ? undefined : worstOf(facts.goalsOf(rival));
  return rival === null || worst === undefined ? kept : [...kept, withDesign(facts, rival, goalSentence(worst, language), language)];
}

/** What those who come closest miss. */
function missed(facts: Facts, leaders: readonly string[], language: Language): string[] {
  return leaders.slice(0, 1).flatMap((design) =>
    facts
      .goalsOf(design)
      .filter(({meets}) => meets !== "met")
      .slice(0, 2)
      .map((verdict) => withDesign(facts, design, goalSentence(verdict, language), language)),
  );
}

function withDesign(facts: Facts, design: string, sentence: string, language: Language): string {
  const name = facts.called(design, language);
  return language === "zh" ? `${name}时，${sentence}` : `With ${name}, ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

/** The goal that fares worst, if any is not surely met. */
function worstOf(verdicts: readonly GoalVerdict[]): GoalVerdict | undefined {
  return (["missed", "likely missed", "cannot say", "likely met"] as const)
    .map((meets) => verdicts.find((verdict) => verdict.meets === meets))
    .find((verdict) => verdict !== undefined);
}
