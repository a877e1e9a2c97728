/**
 * How designs are told apart: a mark (a letter, or the number of a grid), a class for colour and dashes, and their place.
 * The recommended design has the accent; the others share muted hues, and no two of twelve share hue and dashes.
 */
import type {Facts} from "../wording/facts.ts";
import type {Language} from "../wording/language.ts";
import type {Judgement} from "../wording/judgement.ts";

export interface Series {
  design: string;
  /** Two characters at the most: "A", "11". */
  mark: string;
  /** What it is called on the page: its name, or "11 agents". */
  label: string;
  /** Class of the style sheet: "s-win", "s-0" ... "s-11". */
  class: string;
  /** Recommended: has the accent. */
  isWinner: boolean;
  /** Recommended, or not to be told apart from it. */
  isLeader: boolean;
}

/** The mark of the i-th design, and how it is drawn. */
export function seriesOf(facts: Facts, judgement: Judgement, language: Language): Series[] {
  const numbers = facts.grid?.steps.map(({value}) => `${value}`);
  const isShort = numbers?.every((number) => number.length <= 3) ?? false;
  let other = 0;
  return facts.designs.map((design, i) => {
    const isWinner = design === judgement.winner;
    const step = facts.grid?.steps.find((candidate) => candidate.design === design);
    const mark = isShort && step !== undefined ? `${step.value}` : letter(i);
    const label = step === undefined || facts.grid?.station === null ? design : facts.called(design, language);
    return {
      design,
      label,
      mark,
      class: isWinner ? "s-win" : `s-${other++ % 12}`,
      isWinner,
      isLeader: judgement.winner !== null && judgement.leaders.includes(design),
    };
  });
}

function letter(i: number): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  return i < 26 ? alphabet[i] : `${alphabet[Math.floor(i / 26) - 1] ?? ""}${alphabet[i % 26]}`;
}
