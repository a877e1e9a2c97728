/**
 * What we say to somebody whose file we could not follow: what was found and the smallest change that helps, in both languages.
 * The words are chosen where the fact is known; the language is chosen at the end.
 */

export type Language = "en" | "zh";

export interface Text {
  en: string;
  zh: string;
}

export interface Message {
  /** What we found, and what it means for the queue. */
  found: Text;
  /** The smallest change that helps. */
  remedy: Text;
}

/** A message about one place of the scenario, named by its path. */
export interface Finding {
  path: string[];
  message: Message;
  /** The file is understood, but the answer would be nonsense: the command ends with exit code 3. */
  stop?: true;
}

/** English found, Chinese found, English remedy, Chinese remedy. */
export function message(foundEn: string, foundZh: string, remedyEn: string, remedyZh: string): Message {
  return {found: {en: foundEn, zh: foundZh}, remedy: {en: remedyEn, zh: remedyZh}};
}

/** A phrase that cannot be read. Thrown by the scanners of phrases, caught where the phrase's place in the file is known. */
export class Refusal extends Error {
  readonly say: Message;
  /** Below the place where the phrase stands: the row of a clock table, the number of a list. */
  readonly path: readonly string[];

  constructor(say: Message, path: readonly string[] = []) {
    super(say.found.en);
    this.say = say;
    this.path = path;
  }
}
