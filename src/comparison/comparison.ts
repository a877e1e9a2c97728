/** Which is better: differences between designs that served the same customers, and how sure we are. */
import type {Caution, Distribution, Estimate, EstimateRow, GoalVerdict, Population} from "../estimate/estimate.ts";
import type {Probability} from "../units.ts";

/** `difference` = value of `design` minus value of `against`, from pairs of replications. */
export interface ComparisonRow {
  design: string;
  against: string;
  metric: string;
  statistic: string;
  population: Population | null;
  station: string | null;
  class: string | null;
  unit: string;
  difference: number | null;
  halfWidth: number | null;
  low: number | null;
  high: number | null;
  /** Simultaneous over all designs compared with the first (Bonferroni over the designs, for each measure). */
  confidence: Probability;
  significant: boolean | null;
}

/** Everything one command found out, as `--json` prints it and the report embeds it. Holds nothing of the machine. */
export interface Result {
  schemaVersion: 1;
  /** Of waitline. */
  version: string;
  command: "run" | "compare";
  /** Canonical, to be typed again. */
  commandLine: string;
  scenario: {name: string; file: string; hash: string; question: string | null; isDay: boolean; text: string};
  seed: string;
  replications: number;
  /** False when interrupted: these are the replications that were done. */
  complete: boolean;
  confidence: Probability;
  designs: {name: string; changes: string[]}[];
  estimates: EstimateRow[];
  comparisons: ComparisonRow[];
  goals: GoalVerdict[];
  distributions: Distribution[];
  cautions: Caution[];
  /** Paths and plain sentences of what was assumed, not measured. */
  assumed: string[];
}

export interface Comparison {
  estimates: Estimate[];
  rows: ComparisonRow[];
}
