/**
 * Which is better, said neutrally: every overall measure of every design against the first design's, and how sure we are.
 * Which way is better is for those to say who know what the measure means to people.
 */
import type {Caution, Estimate} from "../estimate/estimate.ts";
import type {Estimand} from "../estimate/formula.ts";
import {type Collector, estimateAloud} from "../estimate/index.ts";
import {keyOf, type SubjectNames} from "../estimate/measures.ts";
import type {Probability} from "../units.ts";
import type {Comparison, ComparisonRow} from "./comparison.ts";
import {differenceOf} from "./difference.ts";
import {unpairedNeeds} from "./pairing.ts";

export type * from "./comparison.ts";

export interface CompareOptions {
  /** 0.95 when left out. */
  confidence?: Probability;
  names?: SubjectNames;
}

/**
 * Estimates of all designs, and the differences of each from the first. For each measure the intervals hold together for all
 * designs with the stated confidence: each takes its share of the doubt (Bonferroni), which needs no independence.
 * What two designs do not both measure (a station that one of them lacks) is left out.
 *
 * @throws RangeError if there are no designs, or one has no replications
 */
export function compare(collectors: readonly Collector[], options: CompareOptions = {}): Comparison {
  const {confidence = 0.95} = options;
  if (collectors.length === 0) throw new RangeError("there are no designs to compare");
  const [first, ...others] = collectors;
  const each = 1 - (1 - confidence) / Math.max(1, others.length);
  const asked = {confidence, ...(options.names === undefined ? {} : {names: options.names})};
  const against = new Map<string, Estimand>();
  const estimates = [estimateAloud(first, asked, true, (measure, estimand) => against.set(keyOf(measure), estimand))];
  const rows: ComparisonRow[] = [];
  for (const collector of others) {
    const isPaired = !collector.isPairingLost && !first.isPairingLost && collector.count === first.count;
    const unpaired = isPaired ? unpairedNeeds(collector.model, first.model) : ["replications"];
    const estimate = estimateAloud(collector, asked, false, (measure, estimand) => {
      const other = against.get(keyOf(measure));
      if (other === undefined) return;
      rows.push({
        design: collector.design,
        against: first.design,
        metric: measure.metric,
        statistic: measure.statistic,
        population: measure.population,
        station: measure.station,
        class: measure.class,
        unit: measure.unit,
        ...differenceOf(estimand, other, isPaired, each),
        confidence,
      });
    });
    estimates.push(withCautions(estimate, collector, unpaired));
  }
  return {estimates, rows};
}

function withCautions(estimate: Estimate, {design, count}: Collector, unpaired: readonly string[]): Estimate {
  const cautions = unpaired.map((subject): Caution => ({kind: "pairing lost", design, subject, value: count}));
  return {...estimate, cautions: [...estimate.cautions, ...cautions]};
}
