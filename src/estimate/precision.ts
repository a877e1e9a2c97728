/**
 * How many replications a precision needs: look after each round, stop when the interval is narrow enough, admit it when it never is.
 *
 *   γ    half width asked for, as a share of the true mean
 *   stop when  halfWidth / |value| <= γ / (1 + γ)
 *
 * γ / (1 + γ) instead of γ, because the share asked for is of the true mean and the one seen is of the estimate: where the
 * estimate is off by at most its half width, the first is at most γ. Rounds are of a fixed size and counted in replications, never
 * in seconds or threads, so the same seed stops at the same replication everywhere.
 *
 * Whoever stops when the interval looks narrow stops more often where it looks narrow by luck: intervals then cover a little less
 * than they say (`docs/statistics.md` has the figures).
 *
 * Sources: Chow and Robbins (1965), Ann. Math. Stat. 36, 457-462; Glynn and Whitt (1992), Ann. Appl. Prob. 2, 180-198; Law (2015),
 * Simulation Modeling and Analysis, 9.4.1 (γ / (1 + γ)).
 */
import type {Model} from "../model/model.ts";
import type {Replication} from "../replication/replication.ts";
import type {Until} from "../scenario/scenario.ts";
import type {Probability} from "../units.ts";
import {claimFrom} from "./claim.ts";
import {MeasureList, type PeriodMeasure} from "./measures.ts";
import {PeriodCells} from "./period-cells.ts";

/** Replications before the first look. */
export const FIRST_LOOK = 20;
/** Replications from one look to the next. */
export const ROUND = 10;

export interface Rounds {
  /** γ, above 0. */
  relative: number;
  /** Replications before the first look; 20 when left out. */
  first?: number;
  /** Replications from one look to the next; 10 when left out. */
  round?: number;
  /** Replications at which it gives up. */
  most: number;
}

export type Verdict = "go on" | "reached" | "not reached";

/** An estimate as it stands; null: nobody was there, or there are too few replications for an interval. */
export interface Standing {
  value: number | null;
  halfWidth: number | null;
}

export class PrecisionRule {
  private readonly relative: number;
  private readonly first: number;
  private readonly round: number;
  private readonly most: number;

  /** @throws RangeError unless γ is above 0 and the counts are whole numbers of 1 or more */
  constructor({relative, first = FIRST_LOOK, round = ROUND, most}: Rounds) {
    if (!(relative > 0 && relative < Infinity)) throw new RangeError(`relative must be above 0, got ${relative}`);
    for (const [name, count] of Object.entries({first, round, most}))
      if (!(count >= 1 && Math.floor(count) === count)) throw new RangeError(`${name} must be a whole number of 1 or more, got ${count}`);
    this.relative = relative;
    this.first = first;
    this.round = round;
    this.most = most;
  }

  /** Whether so many replications end a round. */
  isDue(count: number): boolean {
    return count >= this.most || (count >= this.first && (count - this.first) % this.round === 0);
  }

  /** What to do after so many replications. Between looks it goes on, whatever the interval. */
  judge(count: number, standing: Standing): Verdict {
    if (!this.isDue(count)) return "go on";
    if (this.isReached(standing)) return "reached";
    return count >= this.most ? "not reached" : "go on";
  }

  /** A mean of 0 has no relative precision: it may be the luck of the first days that nobody waited. */
  isReached({value, halfWidth}: Standing): boolean {
    if (value === null || halfWidth === null || value === 0) return false;
    return halfWidth <= (this.relative / (1 + this.relative)) * Math.abs(value);
  }
}

/** Half width as a share of the value; Infinity where there is none to give. */
export function relativeHalfWidth({value, halfWidth}: Standing): number {
  return value === null || halfWidth === null || value === 0 ? Infinity : halfWidth / Math.abs(value);
}

/** The rule applied to several designs at once: it is reached when every one of them is precise enough. */
export class PrecisionWatch {
  /** What it has come to. */
  verdict: Verdict = "go on";
  private readonly rule: PrecisionRule;
  private readonly confidence: Probability;
  private readonly cells: readonly PeriodCells[];
  private count = 0;

  constructor(models: readonly Model[], until: Until, most: number, confidence: Probability) {
    this.rule = new PrecisionRule({relative: until.relative, most});
    this.confidence = confidence;
    // Sums up to the third powers, so that a look costs the same after a million replications.
    this.cells = models.map((model) => new PeriodCells([measureOf(model, until)]));
  }

  /** Takes the next replication of every design and says whether to go on. After the verdict nothing changes it. */
  take(designs: readonly Replication[]): Verdict {
    if (this.verdict !== "go on") return this.verdict;
    this.cells.forEach((cells, design) => cells.add(designs[design]));
    this.count++;
    if (this.isDue) this.verdict = this.rule.judge(this.count, this.standing());
    return this.verdict;
  }

  /** A round has just ended. */
  get isDue(): boolean {
    return this.rule.isDue(this.count);
  }

  /** The row of the design that is least precise, and how it stands. */
  standing(): Standing & {design: number} {
    const all = this.cells.map((cells) => {
      const {value, spread} = cells.claim(0);
      return claimFrom(value, spread, "s", this.confidence);
    });
    let design = 0;
    for (let i = 1; i < all.length; i++) if (relativeHalfWidth(all[i]) > relativeHalfWidth(all[design])) design = i;
    const {value, halfWidth} = all[design];
    return {design, value, halfWidth};
  }
}

/** The mean of the whole visit, as the estimates have it. */
function measureOf(model: Model, {text, metric}: Until): PeriodMeasure {
  const mean = {text, metric, statistic: "mean", within: null, percentile: null, class: null, station: null} as const;
  const measure = new MeasureList(model).ofGoal({...mean, direction: "at most", bound: 0, everyHalfHour: false, shareOfDays: null}, null);
  const {formula} = measure;
  if (formula.kind !== "ratio") throw new RangeError(`"${text}" does not name a mean`);
  return {...measure, formula, index: 0};
}
