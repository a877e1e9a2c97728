/** What is to be done with a reference case, and small helpers to say it in a line. */
import {exp} from "../math/index.ts";
import type {MeasureGroups} from "../model/model.ts";
import type {Law} from "../random/law.ts";
import {balancedHyperexponential, erlang, exponential, fixed, type GivenScenario, lognormal, mix} from "./builders/scenario.ts";
import type {Numbered} from "./numbers.ts";
import type {Effort} from "./long-run.ts";
import type {Watch} from "./watch.ts";

/** A number of the case against the number it must be. */
export interface Check {
  number: Numbered;
  truth: number;
  /** Of a truth that was itself simulated. */
  standardError?: number;
  /** What reading times back from buckets may be off. */
  resolution?: number;
}

/** A long run, or days that begin empty. */
export interface Simulated {
  kind: "simulated";
  place: GivenScenario;
  effort: Effort | {days: number};
  within: number[];
  groups: Partial<MeasureGroups>;
  checks: Check[];
}

/** Numbers read from event logs: one list of numbers a replication, whose means are held against the truths. */
export interface Sampled {
  kind: "sampled";
  /** Without end. */
  samples: (watch: Watch) => Iterable<number[]>;
  /** How many make the interval narrow enough. */
  replications: number;
  checks: Omit<Check, "number" | "resolution">[];
}

/** Nothing by chance: found and expected agree to the tolerance, 0 for exactly. */
export interface Exact {
  kind: "exact";
  found: () => unknown;
  expected: unknown;
  tolerance: number;
}

export interface Skipped {
  kind: "skipped";
  reason: string;
}

export type Plan = Simulated | Sampled | Exact | Skipped;

/** Enough for an interval of a few percent where servers are idle a fifth of the time. */
export const ORDINARY: Effort = {replications: 40, customers: 15_000, warmUp: 3_000};
/** Where waits are alike for long, or rare. */
export const LONG: Effort = {replications: 100, customers: 20_000, warmUp: 4_000};
/** The whole budget of five million customers. */
export const HARD: Effort = {replications: 100, customers: 50_000, warmUp: 5_000};

export const skip = (reason: string): Skipped => ({kind: "skipped", reason});
export const simulated = (
  place: GivenScenario,
  checks: Check[],
  {effort = ORDINARY, within = [], groups = {}}: Partial<Pick<Simulated, "effort" | "within" | "groups">> = {},
): Simulated => ({
  kind: "simulated",
  place,
  checks,
  effort,
  within,
  groups,
});
export const check = (number: Numbered, truth: number): Check => ({number, truth});
/** One check for each of several numbers, in the order of the case. */
export const checks = (numbers: Numbered[], truths: number[]): Check[] => numbers.map((number, i) => ({number, truth: truths[i]}));
/** Percentiles are read from buckets at most 0.4 % wide. */
export const percentile = (number: Numbered, truth: number): Check => ({number, truth, resolution: 0.002 * truth});

/** Parameters of a case by name. */
export class Params {
  readonly all: Record<string, unknown>;
  constructor(all: Record<string, unknown>) {
    this.all = all;
  }
  /** @throws RangeError if there is no such number: a table that guesses proves nothing */
  number(name: string): number {
    const value = this.all[name];
    if (typeof value !== "number") throw new RangeError(`no number "${name}" among ${JSON.stringify(this.all)}`);
    return value;
  }
  list(name: string): number[] {
    const value = this.all[name];
    if (!Array.isArray(value)) throw new RangeError(`no list "${name}" among ${JSON.stringify(this.all)}`);
    return value as number[];
  }
  table(name: string): number[][] {
    return this.list(name) as unknown as number[][];
  }
  text(name: string): string {
    const value = this.all[name];
    if (typeof value !== "string") throw new RangeError(`no text "${name}" among ${JSON.stringify(this.all)}`);
    return value;
  }
}

/** "Erlang-2 mean 1", "H2 SCV 4 balanced mean 1", "deterministic 1", "lognormal mean 1 SCV 1.5" ... as the tables of cases write laws. */
export function lawOf(text: string, mean = Number(/mean ([\d.]+)/.exec(text)?.[1] ?? 1)): Law {
  const squaredCV = Number(/SCV ([\d.]+)/.exec(text)?.[1] ?? /H2\(([\d.]+)\)/.exec(text)?.[1] ?? 1);
  if (/^deterministic ([\d.]+)$/.test(text)) return fixed(Number(text.slice(14)));
  if (/^deterministic/.test(text)) return fixed(mean);
  if (/^(erlang-2|E2)/i.test(text)) return erlang(mean, 2);
  if (/^(hyperexponential|H2)/i.test(text)) return balancedHyperexponential(mean, squaredCV);
  if (/^lognormal/.test(text)) return lognormal(mean, Math.sqrt(squaredCV));
  if (/^0 w\.p\. 0\.1 else exponential mean 1000 s$/.test(text)) return mix([0.1, fixed(0)], [0.9, exponential(1000)]);
  throw new RangeError(`no law is written "${text}"`);
}

/** Share of a law's times that are longer than t. */
export function survivalOf(law: Law, t: number): number {
  switch (law.kind) {
    case "fixed":
      return law.value > t ? 1 : 0;
    case "exponential":
      return exp(-t / law.mean);
    case "uniform":
      return Math.min(1, Math.max(0, (law.to - t) / (law.to - law.from)));
    case "mix":
      return law.parts.reduce((sum, {share, law: part}) => sum + share * survivalOf(part, t), 0);
    case "erlang": {
      const x = (t * law.phases) / law.mean;
      let term = 1;
      let sum = 0;
      for (let k = 0; k < law.phases; k++, term *= x / k) sum += term;
      return sum * exp(-x);
    }
    default:
      throw new RangeError(`no survival function for ${law.kind}`);
  }
}
