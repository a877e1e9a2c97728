/**
 * The verdict: what is answered, what makes it so, and why. What sets the designs apart decides which question is answered:
 *
 *   nothing: there is one        how is it there, and are the goals met?    one-design.ts
 *   the number of staff          how many are enough?                       staffing.ts
 *   how many customers come      how many of them do the goals bear?        demand.ts
 *   anything else                which design is best?                      best-design.ts
 */
import {bestDesign} from "./best-design.ts";
import {demand} from "./demand.ts";
import type {Facts} from "./facts.ts";
import type {Judgement} from "./judgement.ts";
import type {Language} from "./language.ts";
import {lossSentence} from "./losses.ts";
import {oneDesign} from "./one-design.ts";
import {staffing} from "./staffing.ts";

export interface Verdict {
  /** "One line is best", without a full stop. */
  answer: string;
  /** "1.5 ± 0.1 min shorter waits on average", or null where the answer says it all. */
  because: string | null;
  /** Whole sentences. */
  reasons: string[];
}

/** Who is lost comes first among the reasons. */
export function verdictOf(facts: Facts, judgement: Judgement, language: Language): Verdict {
  if (facts.isDeserted)
    return {answer: language === "en" ? "Nobody came; there is nothing to tell" : "没有顾客到来，没有结果可说", because: null, reasons: []};
  const verdict = answered(facts, judgement, language);
  const lost = lossSentence(facts, judgement, language);
  return lost === null ? verdict : {...verdict, reasons: [lost, ...verdict.reasons]};
}

function answered(facts: Facts, judgement: Judgement, language: Language): Verdict {
  switch (judgement.kind) {
    case "single":
      return oneDesign(facts, language);
    case "fewest":
    case "not enough":
    case "no yardstick":
      return staffing(facts, judgement, language);
    case "unlike demand":
      return demand(facts, language);
    case "goals":
    case "measure":
    case "tie":
      return bestDesign(facts, judgement, language);
  }
}
