/** The command that gives the same answer again, in one canonical form: nothing of the machine, nothing left to a default that may change. */
import {type Assignment, DEFAULT_CONFIDENCE} from "./options.ts";

export interface Repeatable {
  command: "run" | "compare";
  file: string;
  set: readonly Assignment[];
  seed: string;
  first: number;
  replications: number;
  confidence: number;
}

export function commandLineOf(asked: Repeatable): string {
  const words = ["waitline", asked.command, asked.file];
  for (const {path, value} of asked.set) words.push("--set", `${path}=${value}`);
  words.push("--seed", asked.seed, "--replications", `${asked.replications}`);
  if (asked.first > 0) words.push("--first", `${asked.first}`);
  if (asked.confidence !== DEFAULT_CONFIDENCE) words.push("--confidence", `${asked.confidence}`);
  return words.map(quoteForShell).join(" ");
}

/** The last part of a path, so that a result says nothing of the machine; "-" stays. */
export function nameOf(file: string): string {
  return file === "-" ? "-" : (file.split(/[\\/]/).at(-1) ?? file);
}

function quoteForShell(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
