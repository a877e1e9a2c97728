/** Which is better: differences between designs that served the same customers, and how sure we are. */
import type {Caution, Distribution, Estimate, EstimateRow, GoalVerdict, Population} from "../estimate/estimate.ts";
import type {Kind, Words} from "../theory/answer.ts";
import type {Reason} from "../twin/reason.ts";
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

/** What came of the precision that was asked for. */
export interface PrecisionFound {
  /** As asked: "±2% of mean wait". */
  text: string;
  metric: "waitTime" | "sojournTime";
  /** Half width asked for, as a share of the true mean. */
  relative: number;
  isReached: boolean;
  /** The design that is least precise, and how it stands; null: nobody came, or too few replications. */
  design: string;
  value: number | null;
  halfWidth: number | null;
  /** Replications at which it gives up. */
  most: number;
}

/** One number of the same question asked with another seed. */
export interface SecondSeedRow {
  design: string;
  metric: "waitTime" | "sojournTime";
  value: number | null;
  secondValue: number | null;
  /** Standard error of the difference: of two independent answers. */
  standardError: number | null;
  /** (second - first) / standard error: beyond 2 in size one time in twenty by chance. Null where there is nothing to compare. */
  standardErrors: number | null;
}

export interface SecondSeed {
  seed: string;
  replications: number;
  rows: SecondSeedRow[];
}

/** What a formula says of one station of a design, or why none does. */
export interface TwinRow {
  design: string;
  station: string;
  /** Null: everybody there. */
  class: string | null;
  /** Kendall's notation: "M/M/10+M"; null where there is none. */
  model: string | null;
  reason: Reason | null;
  /** The formula and the simulation answer the same question; false: the formula speaks of the long run beside a day. */
  isSameQuestion: boolean;
  /** The mean wait comes first; empty where there is no formula. */
  measures: {
    metric: string;
    statistic: string;
    population: Population | null;
    unit: string;
    /** Null: without end. */
    value: number | null;
    kind: Kind;
    formula: Words;
    validity: Words;
    source: string;
    /** What the simulation says; null where it does not say it. */
    simulated: {value: number; halfWidth: number | null; low: number | null; high: number | null} | null;
  }[];
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
  /** Formulas beside the simulation, station by station. */
  twins: TwinRow[];
  /** Paths and plain sentences of what was assumed, not measured. */
  assumed: string[];
  /** Only when a precision was asked for. */
  precision?: PrecisionFound;
  /** Only when a second seed was asked for. */
  secondSeed?: SecondSeed;
}

export interface Comparison {
  estimates: Estimate[];
  rows: ComparisonRow[];
}
