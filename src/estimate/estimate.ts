/** What we may claim of one design: rows for people and for R or pandas, each number with its interval. */
import type {Goal} from "../scenario/scenario.ts";
import type {Probability, Seconds} from "../units.ts";

export type Population = "all" | "served" | "delayed" | "gave up";

/** One claim. Null where a column does not apply; `value` null where nobody was there to measure. */
export interface EstimateRow {
  design: string;
  station: string | null; // null: the whole visit
  class: string | null; // null: everyone
  period: string | null; // "09:00-09:30", by the time of joining; null: overall
  metric: string; // names of the style page: waitTime, sojournTime, queueLength, numberInSystem, occupancy, staffedTime, ...
  statistic: string; // mean, sd, p50 ... p99, "within 300 s", share, total
  population: Population | null;
  unit: "s" | "share" | "people" | "people/s" | "servers" | string; // a currency for costs
  value: number | null;
  halfWidth: number | null; // null: no interval to give; of one long run alone most statistics have none
  /** Ends of the interval, which is not always symmetric (skewness correction). */
  low: number | null;
  high: number | null;
  confidence: Probability;
  replications: number;
}

/** A promise, judged. */
export interface GoalVerdict {
  design: string;
  goal: Goal;
  /** What the goal judges; for "on 90% of days" the share of days itself. */
  value: number | null;
  halfWidth: number | null;
  low: number | null;
  high: number | null;
  /** "sure": the interval lies wholly on that side of the bound. */
  meets: "met" | "likely met" | "likely missed" | "missed" | "cannot say";
  /** For "in every half hour": the worst period. */
  worstPeriod: string | null;
  /** For "on 90% of days": share of days on which it held. */
  shareOfDays: Probability | null;
}

/** Share of people who wait longer than each time: the curve the report draws. */
export interface Distribution {
  design: string;
  class: string | null;
  population: Population;
  at: Seconds[];
  longer: Probability[];
}

export interface Estimate {
  design: string;
  replications: number;
  confidence: Probability;
  rows: EstimateRow[];
  goals: GoalVerdict[];
  distributions: Distribution[];
  /** Sentences' raw material: what is thin or odd about these numbers. */
  cautions: Caution[];
}

/** People beyond a percentile, over all replications, below which it is a guess. */
export const THIN_TAIL = 50;

export interface Caution {
  kind:
    | "few replications"
    | "one long run" // that judges itself
    | "run too short" // to judge itself; the value is how many customers it counted
    | "thin tail"
    | "nobody there"
    | "skewed"
    | "overload"
    | "growing" // a long run whose line is longer at its end than at its beginning
    | "left for tomorrow"
    | "pairing lost";
  design: string;
  /** What it is about: a class, station, metric or path. */
  subject: string;
  value: number | null;
  /** Of whom, where and when, for those who want more than the subject's word. */
  population?: Population | null;
  station?: string | null;
  class?: string | null;
  period?: string | null;
}
