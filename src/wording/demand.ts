/** The verdict on numbers of customers: not who is best, which fewer customers would always be, but how many customers the goals bear. */
import type {Facts} from "./facts.ts";
import {everyGoal} from "./goals.ts";
import {eachInTurn} from "./in-turn.ts";
import {meetsAllGoals} from "./judgement.ts";
import {type Language, capitalised} from "./language.ts";
import {ARRIVAL_RATE, MEAN_WAIT} from "./measure.ts";
import type {Verdict} from "./verdict.ts";

export function demand(facts: Facts, language: Language): Verdict {
  const order = byDemand(facts);
  const inTurn = [MEAN_WAIT, facts.tail].map((measure) => eachInTurn(facts, order, measure, language)).filter((text) => text !== null);
  const hasGoals = facts.result.goals.length > 0;
  if (facts.grid !== null && hasGoals) return {answer: bearable(facts, order, language), because: null, reasons: inTurn};
  const good = hasGoals ? facts.designs.filter((design) => meetsAllGoals(facts.goalsOf(design))) : [];
  if (good.length > 0 && good.length < facts.designs.length) {
    const every = everyGoal(facts.goalsOf(facts.first).length, language);
    const names = facts.calledAll(good, language);
    return {
      answer:
        language === "zh" ? `只有${names}能确定达到${every}` : `Only ${names} surely ${good.length === 1 ? "meets" : "meet"} ${every}`,
      because: null,
      reasons: [
        language === "zh"
          ? "各方案的来客数不同，等待时间不作比较：来的人少，自然等得短。"
          : "The designs bring different numbers of customers, so their waits are not compared: fewer customers wait less.",
        ...inTurn,
      ],
    };
  }
  return {
    answer:
      language === "zh"
        ? "各方案的来客数不同，因此不评优劣：来的人少，自然等得短"
        : "The designs bring different numbers of customers, so none is called better: fewer customers wait less",
    because: null,
    reasons: facts.grid === null && hasGoals ? [...inTurn, whoMeets(facts, language)] : inTurn,
  };
}

/** Designs from the fewest people who come to the most; of those that come in like numbers, in the order of the file. */
function byDemand(facts: Facts): string[] {
  const rate = (design: string) => facts.estimate(design, ARRIVAL_RATE)?.value ?? 0;
  return [...facts.designs].sort((a, b) => rate(a) - rate(b));
}

/** How far the demand may grow until the goals are no longer surely met. */
function bearable(facts: Facts, order: readonly string[], language: Language): string {
  const isEnglish = language === "en";
  const every = everyGoal(facts.goalsOf(facts.first).length, language);
  const isMet = (design: string) => meetsAllGoals(facts.goalsOf(design));
  const count = order.filter(isMet).length;
  if (count === 0) return isEnglish ? `None of the demands tried surely meets ${every}` : `试过的来客水平都不能确定达到${every}`;
  if (count === order.length) return isEnglish ? `Every demand tried surely meets ${every}` : `试过的来客水平都能确定达到${every}`;
  if (order.slice(0, count).every(isMet)) {
    const [last, next] = [facts.called(order[count - 1], language), facts.called(order[count], language)];
    return isEnglish ? `Up to ${last} ${every} is surely met; at ${next} no longer` : `到${last}为止能确定达到${every}；${next}时不再能`;
  }
  const names = facts.calledAll(order.filter(isMet), language);
  return isEnglish ? `${capitalised(every)} is surely met only at ${names}` : `只有${names}能确定达到${every}`;
}

function whoMeets(facts: Facts, language: Language): string {
  const every = everyGoal(facts.goalsOf(facts.first).length, language);
  const good = facts.designs.filter((design) => meetsAllGoals(facts.goalsOf(design)));
  if (good.length === 0) return language === "zh" ? `没有方案确定达到${every}。` : `No design surely meets ${every}.`;
  const names = facts.calledAll(good, language);
  return language === "zh" ? `${names}确定达到${every}。` : `${capitalised(every)} is surely met with ${names}.`;
}
