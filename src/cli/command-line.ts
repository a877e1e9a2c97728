/** The command that gives the same answer again, in one canonical form: nothing of the machine, nothing left to a default that may change. */
import {type Assignment, DEFAULT_CONFIDENCE} from "./options.ts";

export interface Repeatable {
  command: "run" | "compare";
  file: string;
  set: readonly Assignment[];
  seed: string;
  first: number;
  replications: number;
  /** "±2% of mean wait"; null: exactly so many replications. */
  until?: string | null;
  hasSecondSeed?: boolean;
  isFair?: boolean;
  confidence: number;
}

export function commandLineOf(asked: Repeatable): string {
  const words = ["waitline", asked.command, asked.file];
  for (const {path, value} of asked.set) words.push("--set", `${path}=${value}`);
  words.push("--seed", asked.seed, "--replications", `${asked.replications}`);
  if (asked.until != null) words.push("--until", asked.until);
  if (asked.hasSecondSeed) words.push("--second-seed");
  if (asked.isFair) words.push("--fairness");
  if (asked.first > 0) words.push("--first", `${asked.first}`);
  if (asked.confidence !== DEFAULT_CONFIDENCE) words.push("--confidence", `${asked.confidence}`);
  return words.map(quoteForShell).join(" ");
}

/** The last part of a path, so that a result says nothing of the machine; "-" stays. */
export function nameOf(file: string): string {
  return file === "-" ? "-" : (file.split(/[\\/]/).at(-1) ?? file);
}

/** As it was typed, so that the recorded command runs again from the same folder; only its name where the path would tell of the machine. */
export function typedOf(file: string): string {
  const isAbsolute = /^([\\/~]|[A-Za-z]:)/.test(file);
  const climbs = file.split(/[\\/]/).includes("..");
  return isAbsolute || climbs ? nameOf(file) : file;
}

export function quoteForShell(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
