/** The same question with another seed: two independent answers, and how many standard errors they are apart. */
import type {SecondSeed, SecondSeedRow} from "../comparison/comparison.ts";
import {claimBy, type Collector} from "../estimate/index.ts";
import type {Model} from "../model/model.ts";

/** Another seed that says where it comes from, and is the same every time. */
export function otherSeed(seed: string): string {
  return `${seed} again`;
}

/** The seed is the only thing in which two models of a design differ. */
export function withSeed(model: Model, seed: string): Model {
  return {...model, seed};
}

/** `again` are the collectors of the same designs in the same order. */
export function secondSeedOf(seed: string, collectors: readonly Collector[], again: readonly Collector[]): SecondSeed {
  const rows = collectors.flatMap((collector, i) =>
    (["waitTime", "sojournTime"] as const).map((metric): SecondSeedRow => {
      const one = claimBy(collector, metric),
        other = claimBy(again[i], metric);
      const [value, secondValue] = [one.value, other.value];
      if (value === null || secondValue === null || one.standardError === null || other.standardError === null)
        return {design: collector.design, metric, value, secondValue, standardError: null, standardErrors: null};
      const standardError = Math.sqrt(one.standardError * one.standardError + other.standardError * other.standardError);
      const standardErrors = standardError > 0 ? (secondValue - value) / standardError : null;
      return {design: collector.design, metric, value, secondValue, standardError, standardErrors};
    }),
  );
  return {seed, replications: again[0].count, rows};
}
