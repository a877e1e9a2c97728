/** What is known of a time: its whole law, or its mean and spread alone; and the letter of Kendall's notation that says so. */
import {type Law, meanOf, squaredCVOf} from "../random/law.ts";
import type {LawLetter} from "../theory/kendall.ts";
import type {Seconds} from "../units.ts";
import {exponentialMean, fixedValue, phasesOf} from "./law.ts";
import {scaled} from "./place.ts";

/** Any law with this mean and this variance over squared mean. */
export interface TwoMoments {
  kind: "two moments";
  mean: Seconds;
  squaredCV: number;
}

export type KnownLaw = Law | TwoMoments;

export function meanKnown(law: KnownLaw): Seconds {
  return law.kind === "two moments" ? law.mean : meanOf(law);
}

export function squaredCVKnown(law: KnownLaw): number {
  return law.kind === "two moments" ? law.squaredCV : squaredCVOf(law);
}

/** The same with another mean: every time in proportion. */
export function withMean(law: KnownLaw, mean: Seconds): KnownLaw {
  return law.kind === "two moments" ? {...law, mean} : scaled(law, mean / meanOf(law));
}

/** The narrowest letter that is true of it. */
export function letterOf(law: KnownLaw): LawLetter {
  if (law.kind === "two moments") return {letter: "G"};
  if (exponentialMean(law) !== null) return {letter: "M"};
  if (fixedValue(law) !== null) return {letter: "D"};
  if (law.kind === "erlang") return {letter: "E", phases: law.phases};
  if (law.kind === "mix" && law.parts.length === 2 && law.parts.every((part) => exponentialMean(part.law) !== null)) return {letter: "H2"};
  return phasesOf(law) === null ? {letter: "G"} : {letter: "PH"};
}

/** Whether what the letter promises is true of the law: M is also E1, PH and G; D is G. */
export function isTrueOf(stated: LawLetter, law: KnownLaw): boolean {
  if (stated.letter === "G" || stated.letter === "GI") return true;
  const found = letterOf(law);
  switch (stated.letter) {
    case "E":
      return (found.letter === "E" && found.phases === stated.phases) || (found.letter === "M" && stated.phases === 1);
    case "H2":
      return found.letter === "H2" || found.letter === "M";
    case "PH":
      return found.letter !== "G" && found.letter !== "D";
    default:
      return found.letter === stated.letter || (stated.letter === "M" && found.letter === "E" && found.phases === 1);
  }
}
