/**
 * Goals: what was promised, against what we may claim.
 *
 *   met             the whole interval is on the good side of the bound ("at most" and "at least" include the bound)
 *   missed          the whole interval is on the bad side
 *   likely ...      the interval holds the bound; the value decides
 *
 * "In every half hour" is as many claims as there are half hours, so each gets its share of the doubt (Bonferroni).
 * "On 90 % of days" is a claim about days: a share of independent replications (Clopper-Pearson).
 */
import type {Goal} from "../scenario/scenario.ts";
import type {Probability} from "../units.ts";
import {type Claim, claimFrom, claimOfMeasure, NO_CLAIM} from "./claim.ts";
import {type Collector, isKept} from "./collector.ts";
import type {GoalVerdict} from "./estimate.ts";
import {evaluate, type Formula, totalOf, valuesOf} from "./formula.ts";
import {keyOf, type Measure} from "./measures.ts";
import {clopperPearson} from "./proportion.ts";

type Meets = GoalVerdict["meets"];

/**
 * @throws RangeError if the model does not record what the goal judges, or the collector did not know of a goal for every
 *   half hour when it began
 */
export function judge(goal: Goal, collector: Collector, confidence: Probability): GoalVerdict {
  if (goal.shareOfDays !== null) return judgeDays(goal, goal.shareOfDays, collector, confidence);
  if (goal.everyHalfHour) return judgePeriods(goal, collector, confidence);
  const measure = collector.measures.ofGoal(goal, null);
  const claim = claimOfMeasure(measure, evaluate(measure.formula, collector), collector, confidence);
  const size = measure.formula.kind === "ratio" ? totalOf(measure.formula.per, collector) : Infinity;
  const sure = guarded(claim, measure, size, confidence);
  return verdict(goal, collector, sure, {meets: meetsOf(goal, sure)});
}

function judgePeriods(goal: Goal, collector: Collector, confidence: Probability): GoalVerdict {
  const periods = collector.layout.periods;
  // A long run has no half hours: the promise is one about all of it.
  if (periods === 0) return {...judge({...goal, everyHalfHour: false}, collector, confidence), goal};
  const each = 1 - (1 - confidence) / periods;
  const judged: {claim: Claim; period: string | null; meets: Meets}[] = [];
  for (let period = 0; period < periods; period++) {
    const measure = collector.measures.ofGoal(goal, period);
    const {value, spread, size} = collector.periods.claim(cellOf(goal, measure, collector));
    if (value === null) continue;
    const claim = guarded(claimFrom(value, spread, measure.unit, each), measure, size, each);
    judged.push({claim, period: measure.period, meets: meetsOf(goal, claim)});
  }
  if (judged.length === 0) return verdict(goal, collector, NO_CLAIM, {meets: "cannot say"});
  // The half hour that decides: the worst of those missed, else of those not surely met, else of all.
  const missed = judged.filter(({meets}) => meets === "missed");
  const unsure = judged.filter(({meets}) => meets !== "met");
  const deciding = missed.length > 0 ? missed : unsure.length > 0 ? unsure : judged;
  const worst = deciding.reduce((a, b) => (isWorse(goal, b.claim.value ?? 0, a.claim.value ?? 0) ? b : a));
  const isKeptByValue = unsure.every(({claim}) => isKept(goal, claim.value ?? Number.NaN));
  const meets: Meets = missed.length > 0 ? "missed" : unsure.length === 0 ? "met" : isKeptByValue ? "likely met" : "likely missed";
  return verdict(goal, collector, worst.claim, {meets, worstPeriod: worst.period});
}

function judgeDays(goal: Goal, share: Probability, collector: Collector, confidence: Probability): GoalVerdict {
  const {held, judged} =
    goal.everyHalfHour && collector.layout.periods > 0
      ? knownDays(goal, collector)
      : countDays(collector.measures.ofGoal(goal, null).formula, goal, collector);
  if (judged === 0) return verdict(goal, collector, NO_CLAIM, {meets: "cannot say"});
  const value = held / judged;
  const {low, high} = clopperPearson(held, judged, confidence);
  const claim = {...NO_CLAIM, value, low, high, halfWidth: (high - low) / 2};
  const meets = low >= share ? "met" : high < share ? "missed" : value >= share ? "likely met" : "likely missed";
  return verdict(goal, collector, judged < 2 ? {...NO_CLAIM, value} : claim, {meets, shareOfDays: value});
}

function knownDays(goal: Goal, collector: Collector): {held: number; judged: number} {
  const days = collector.daysOf(goal);
  if (days === null) throw new RangeError(`the collector was not told of the goal "${goal.text}"`);
  return days;
}

/** On how many days the goal held, of those with anybody to judge it by. */
function countDays(formula: Formula, goal: Goal, collector: Collector): {held: number; judged: number} {
  let held = 0,
    judged = 0;
  for (const value of dayByDay(formula, collector)) {
    if (Number.isNaN(value)) continue;
    judged++;
    if (isKept(goal, value)) held++;
  }
  return {held, judged};
}

/** Each day's own number; not a number where nobody was there. */
function dayByDay(formula: Formula, collector: Collector): Float64Array {
  switch (formula.kind) {
    case "ratio": {
      const per = valuesOf(formula.per, collector);
      const values = valuesOf(formula.of, collector);
      for (let i = 0; i < values.length; i++) values[i] /= per[i];
      return values;
    }
    case "quantile": {
      const {column} = formula;
      if (column === null) throw new RangeError("the model keeps no percentile of each day");
      return new Float64Array(collector.count).map((_, i) => collector.at(i, column));
    }
    case "sd":
    case "worst":
    case "gini":
      throw new RangeError("no goal is about how unlike the waits are");
    default:
      return valuesOf(formula.of, collector);
  }
}

function cellOf(goal: Goal, measure: Measure, collector: Collector): number {
  const cell = collector.cellOf(keyOf(measure));
  if (cell < 0) throw new RangeError(`the collector was not told of the goal "${goal.text}"`);
  return cell;
}

/**
 * A share of exactly 0 or 1 in every replication has no scatter, yet three customers served in time are no proof: the
 * interval of the goal then allows for what that many customers could have hidden ("the rule of three").
 */
function guarded(claim: Claim, measure: Measure, size: number, confidence: Probability): Claim {
  const {value, low, high} = claim;
  if (measure.unit !== "share" || value === null || low === null || high === null || low !== high || !(size >= 1) || size === Infinity)
    return claim;
  const people = Math.floor(size);
  if (value !== 0 && value !== 1) return claim;
  const ends = clopperPearson(value * people, people, confidence);
  return {...claim, ...ends, halfWidth: (ends.high - ends.low) / 2};
}

function meetsOf(goal: Goal, {value, low, high}: Claim): Meets {
  if (value === null) return "cannot say";
  const [worstEnd, bestEnd] = goal.direction === "at most" ? [high, low] : [low, high];
  if (worstEnd !== null && isKept(goal, worstEnd)) return "met";
  if (bestEnd !== null && !isKept(goal, bestEnd)) return "missed";
  return isKept(goal, value) ? "likely met" : "likely missed";
}

function isWorse(goal: Goal, value: number, than: number): boolean {
  return goal.direction === "at most" ? value > than : value < than;
}

function verdict(
  goal: Goal,
  collector: Collector,
  claim: Claim,
  rest: {meets: Meets; worstPeriod?: string | null; shareOfDays?: Probability | null},
): GoalVerdict {
  const {value, halfWidth, low, high} = claim;
  return {
    design: collector.design,
    goal,
    value,
    halfWidth,
    low,
    high,
    meets: rest.meets,
    worstPeriod: rest.worstPeriod ?? null,
    shareOfDays: rest.shareOfDays ?? null,
  };
}
