/**
 * Which design is better: a choice among claims already made, by rules a reader can follow. Nothing is estimated here.
 *
 *   1. Goals: whoever surely meets more of them (the interval lies on the right side) stays.
 *   2. Then cost where prices are given, those lost (gave up, balked, refused, turned away), the mean wait, the wait of the worst
 *      tenth, those overtaken, in this order: at each, whoever is significantly worse than the best of those left drops out.
 *      Where the prices leave out who is lost, those lost come before the cost: sending people away is no saving.
 *   3. A grid of staff numbers has an answer of its own: the fewest that surely meet every goal. With neither goals nor
 *      prices it has none, because more staff is always less waiting.
 *   4. Designs that bring different numbers of people are not ranked: fewer people wait less.
 *
 * Two designs that were not paired with each other were both paired with the first; they differ when their differences from
 * it, or their own intervals, do not overlap. Either is on the careful side: when both intervals hold the truth, and they do
 * not touch, the truths differ.
 */
import type {GoalVerdict} from "../estimate/estimate.ts";
import type {Facts, Where} from "./facts.ts";
import type {Grid} from "./grid.ts";
import {COST, MEAN_WAIT, type Measure, OVERTAKEN, P95_WAIT, STAFFED, TAIL_WAIT} from "./measure.ts";

export interface Judgement {
  kind: "single" | "fewest" | "not enough" | "no yardstick" | "unlike demand" | "goals" | "measure" | "tie";
  winner: string | null;
  /** Whom the winner is told against: the first design, or the nearest rival of the first. */
  rival: string | null;
  /** What decided between the winner and its rival; where goals did, between the winner and those who were left. */
  decidedBy: Measure | null;
  /** Everyone who could not be told apart from the winner at the end, the winner first. */
  leaders: string[];
  /** The winner surely meets every goal; true when there are none. */
  meetsAll: boolean;
  /** Where some other design that meets as many goals is significantly better than the winner, and which; or pays 2 % less staffed time. */
  concessions: {measure: Measure; design: string}[];
  grid: Grid | null;
}

/** In which order measures decide once the goals have. */
export function decidingOf(facts: Facts): readonly Measure[] {
  const {lost} = facts;
  return [...(facts.isLossPriced ? [COST, lost] : [lost, COST]), MEAN_WAIT, TAIL_WAIT, P95_WAIT, OVERTAKEN];
}

/** Shares of people this close count as equal when they would decide: one in a thousand. */
const NEGLIGIBLE_SHARE = 0.001;

/** How a stands to b: "less", "more", "same" (not significantly different), or null where nothing can be said. */
export function relation(facts: Facts, measure: Measure, a: string, b: string, where: Where = {}): "less" | "more" | "same" | null {
  if (a === b) return "same";
  const first = facts.first;
  const from = (design: string) => {
    if (design === first) return {low: 0, high: 0};
    const row = facts.difference(design, measure, where);
    return row === null || row.difference === null || row.halfWidth === null
      ? null
      : {low: row.low ?? row.difference - row.halfWidth, high: row.high ?? row.difference + row.halfWidth};
  };
  const own = (design: string) => {
    const row = facts.estimate(design, measure, where);
    return row === null || row.value === null || row.halfWidth === null
      ? null
      : {low: row.low ?? row.value - row.halfWidth, high: row.high ?? row.value + row.halfWidth};
  };
  const x = from(a),
    y = from(b);
  const isPair = a === first || b === first;
  if (isPair && x !== null && y !== null) {
    const row = facts.difference(a === first ? b : a, measure, where);
    return row?.significant === false ? "same" : orderOf(x, y);
  }
  const byDifferences = x === null || y === null ? null : orderOf(x, y);
  if (byDifferences === "less" || byDifferences === "more") return byDifferences;
  const p = own(a),
    q = own(b);
  return p === null || q === null ? byDifferences : orderOf(p, q);
}

interface Range {
  low: number;
  high: number;
}

/** Where one interval lies against another; the same while they touch. */
function orderOf(a: Range, b: Range): "less" | "more" | "same" {
  return a.high < b.low ? "less" : a.low > b.high ? "more" : "same";
}

/** The best of some designs on one measure, and all that cannot be told apart from it; null where nobody has a value. */
export function bestOn(
  facts: Facts,
  measure: Measure,
  among: readonly string[],
  where: Where = {},
): {best: string; leaders: string[]} | null {
  const value = (design: string) => facts.estimate(design, measure, where)?.value ?? null;
  const sign = measure.better === "more" ? -1 : 1;
  let best: string | null = null;
  for (const design of among) {
    const v = value(design),
      b = best === null ? null : value(best);
    if (v !== null && (b === null || sign * v < sign * b)) best = design;
  }
  if (best === null) return null;
  const top = best;
  return {
    best,
    leaders: [
      best,
      ...among.filter((design) => design !== top && value(design) !== null && relation(facts, measure, design, top, where) === "same"),
    ],
  };
}

const GRADE: Record<GoalVerdict["meets"], number> = {met: 1, "likely met": 0.1, "cannot say": 0, "likely missed": 0, missed: 0};

/** How many goals are met: whole ones surely, tenths likely. */
export function goalGrade(verdicts: readonly GoalVerdict[]): number {
  return verdicts.reduce((sum, {meets}) => sum + GRADE[meets], 0);
}

export function meetsAllGoals(verdicts: readonly GoalVerdict[]): boolean {
  return verdicts.every(({meets}) => meets === "met");
}

/** Weighs the designs of a result. */
export function judge(facts: Facts): Judgement {
  const {designs, result} = facts;
  const grid = facts.grid;
  const isMet = (design: string) => meetsAllGoals(facts.goalsOf(design));
  const none: Judgement = {
    kind: "single",
    winner: designs[0] ?? null,
    rival: null,
    decidedBy: null,
    leaders: designs.slice(0, 1),
    meetsAll: isMet(facts.first),
    concessions: [],
    grid,
  };
  if (designs.length < 2) return none;

  if (facts.differsInDemand) return {...none, kind: "unlike demand", winner: null, leaders: [], meetsAll: designs.every(isMet)};

  if (grid !== null && grid.station !== null && result.goals.length === 0 && !facts.has(COST))
    return {...none, kind: "no yardstick", winner: null, leaders: []};

  if (grid !== null && grid.station !== null && result.goals.length > 0) {
    const enough = grid.steps.find(({design}) => isMet(design));
    if (enough !== undefined) {
      const before = grid.steps[grid.steps.indexOf(enough) - 1];
      return {...none, kind: "fewest", winner: enough.design, rival: before?.design ?? null, leaders: [enough.design], meetsAll: true};
    }
    const top = Math.max(...grid.steps.map(({design}) => goalGrade(facts.goalsOf(design))));
    const nearest = [...grid.steps].reverse().find(({design}) => goalGrade(facts.goalsOf(design)) === top);
    return {...none, kind: "not enough", winner: null, leaders: nearest === undefined ? [] : [nearest.design], meetsAll: false};
  }

  const grade = (design: string) => goalGrade(facts.goalsOf(design));
  const topGrade = Math.max(...designs.map(grade));
  let leaders = designs.filter((design) => grade(design) === topGrade);
  let kind: Judgement["kind"] = leaders.length < designs.length ? "goals" : "tie";
  let decidedBy: Measure | null = null;
  let lastOut = designs.filter((design) => !leaders.includes(design));
  const outBy = new Map<string, Measure>(); // by design
  for (const measure of decidingOf(facts)) {
    if (leaders.length === 1) break;
    const best = bestOn(facts, measure, leaders);
    if (best === null) continue;
    const least = measure === facts.lost ? (facts.estimate(best.best, measure)?.value ?? 0) + NEGLIGIBLE_SHARE : null;
    const isLeft = (design: string) =>
      best.leaders.includes(design) || (least !== null && (facts.estimate(design, measure)?.value ?? 0) <= least);
    if (leaders.every(isLeft)) continue;
    lastOut = leaders.filter((design) => !isLeft(design));
    for (const design of lastOut) outBy.set(design, measure);
    leaders = leaders.filter(isLeft);
    kind = "measure";
    decidedBy = measure;
  }
  if (leaders.length > 1) {
    if (leaders.length === designs.length) return {...none, kind: "tie", winner: null, leaders, meetsAll: leaders.every(isMet)};
    const best = bestOn(facts, MEAN_WAIT, leaders);
    leaders = [...leaders].sort((a, b) => Number(b === best?.best) - Number(a === best?.best));
  }
  const winner = leaders[0];
  const rival =
    winner !== facts.first
      ? facts.first
      : (bestOn(facts, decidedBy ?? MEAN_WAIT, lastOut.length > 0 ? lastOut : designs.slice(1))?.best ?? lastOut[0] ?? designs[1]);
  const peers = designs.filter((design) => grade(design) === topGrade || design === rival);
  const concessions: Judgement["concessions"] = [];
  for (const measure of [...decidingOf(facts), STAFFED]) {
    if (measure === P95_WAIT || (measure === STAFFED && facts.has(COST))) continue;
    const design = bestOn(facts, measure, peers)?.best;
    if (
      design === undefined ||
      design === winner ||
      relation(facts, measure, winner, design) !== (measure.better === "more" ? "less" : "more")
    )
      continue;
    const mine = facts.estimate(winner, measure)?.value ?? 0,
      theirs = facts.estimate(design, measure)?.value ?? 0;
    if (measure !== STAFFED || mine > 1.02 * theirs) concessions.push({measure, design});
  }
  return {...none, kind, winner, rival, decidedBy: outBy.get(rival) ?? decidedBy, leaders, meetsAll: isMet(winner), concessions};
}
