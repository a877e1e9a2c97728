/** Why to believe it: what every reference case came to, here and now. */

/** special functions, formulas, traces, simulations, coverage: the parts of a verification, in the order of its table. */
export const PARTS = ["special functions", "formulas", "traces", "simulations", "coverage"] as const;
export type PartName = (typeof PARTS)[number];

/** In what a deviation is counted. */
export type DeviationUnit = "relative" | "absolute" | "standard errors";

export interface Passed {
  readonly id: string;
  readonly verdict: "passed" | "failed";
  /** The largest over the numbers of the case; NaN where no number came out. */
  readonly deviation: number;
  readonly allowed: number;
  /** What was found and what it must be, in words of digits. */
  readonly told: string;
}

export interface Skipped {
  readonly id: string;
  readonly verdict: "skipped";
  readonly reason: string;
}

export type CaseOutcome = Passed | Skipped;

/** A row of the table: cases of one kind, in the order of their files. */
export interface Group {
  readonly part: PartName;
  readonly name: GroupName;
  readonly unit: DeviationUnit;
  /** Simulations: half of the widest 95 % interval as a share of its value; null elsewhere. */
  readonly widest: number | null;
  readonly cases: readonly CaseOutcome[];
}

export type GroupName =
  | "to 1e-12"
  | "far tails"
  | "exact"
  | "by numerical methods"
  | "asymptotic"
  | "approximations"
  | "systems"
  | "event by event"
  | "long runs and days"
  | "states and moments"
  | "sessions"
  | "intervals";

export interface Verification {
  readonly version: string;
  /** Half width that simulations were to reach, as a share of the value. */
  readonly aim: number;
  readonly groups: readonly Group[];
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Stopped before all cases were done: the others are not among them. */
  readonly isStopped: boolean;
}
