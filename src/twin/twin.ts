/**
 * A twin: the formula that answers the same question as a simulated station, measure by measure, in the words of the estimates.
 */
import type {Answer} from "../theory/answer.ts";
import type {Row} from "../model/model.ts";
import type {PerSecond, Seconds} from "../units.ts";
import type {Reason} from "./reason.ts";

export interface TwinMeasure {
  /** As in estimates: "waitTime", "mean", "all". */
  metric: string;
  statistic: string;
  population: "all" | "served" | null;
  unit: "s" | "share" | "people" | "people/s";
  answer: Answer;
}

export interface Twin {
  station: Row;
  /** -1: everybody who comes to the station. */
  class: Row;
  /** Kendall's notation, and what it leaves out: "M/M/10+M", "4 × M/M/1". */
  model: string;
  /**
   * long run          the simulation asks about the long run too
   * this day          both ask about this very day, from its empty start to the last customer
   * beside a day      the simulation asks about a day: the formula says what would be if the day never ended
   */
  regime: "long run" | "this day" | "beside a day";
  /** Customers that its numbers are about. */
  arrivalRate: PerSecond;
  /** How long the place remembers how it began: what is left of an empty start dies away as exp(-time ÷ this). Infinity: never. */
  relaxation: Seconds;
  /** Of what happens to customers one by one, the most skewed: squared skewness of services and intervals. Where few carry most of the work, many must come before any of them does. */
  squaredSkewness: number;
  measures: TwinMeasure[];
}

export interface NoTwin {
  station: Row;
  reason: Reason;
}
