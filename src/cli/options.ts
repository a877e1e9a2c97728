/** Options that `run` and `compare` share, and how their values are read. */
import {LANGUAGES} from "../wording/language.ts";
import {type Description, refuse} from "./command.ts";

/** A whole number from `least` to `most`. */
export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (number > most) refuse(`It must be at most ${most}.`);
    if (!/^\d+$/.test(text.trim()) || number < least) refuse(`It must be a whole number of ${least} or more.`);
    return number;
  };
}

/** "95%" or "0.95". */
export function confidence(text: string): number {
  const match = /^\s*(\d+(?:\.\d+)?|\.\d+)\s*(%?)\s*$/.exec(text);
  const share = match === null ? Number.NaN : Number(match[1]) / (match[2] === "%" ? 100 : 1);
  if (!(share >= 0.5 && share < 1)) refuse('It must lie between 50% and 100%, for example "95%" or "0.95".');
  return share;
}

/** "stations.tellers.servers=6", taken apart. */
export interface Assignment {
  path: string;
  value: string;
}

export function assignment(text: string): Assignment {
  const at = text.indexOf("=");
  if (at < 1) refuse('It must be a path, "=" and a value, for example "stations.tellers.servers=6".');
  const value = text.slice(at + 1).trim();
  if (value === "") refuse('A value is missing behind the "=", for example "stations.tellers.servers=6".');
  return {path: text.slice(0, at).trim(), value};
}

/** A text that says something: `--out ""` is a slip of a script. */
export function said(text: string): string {
  if (text.trim() === "") refuse("It must not be empty.");
  return text;
}

export const DEFAULT_CONFIDENCE = 0.95;

/** What every simulating command knows. */
export function simulating<Options>(description: Description<Options>) {
  return description
    .parsed("--seed <text>", "which chance to take; the same seed gives the same answer to the last digit", said)
    .parsed("--replications <number>", "how many independent days or runs; with --until, the most", wholeNumber(1))
    .parsed("--until <precision>", 'add replications until the interval is this narrow, for example "±2% of mean wait" or 2%', said)
    .flag("--second-seed", "ask again with another seed and tell how far apart the two answers are")
    .flag(
      "--fairness",
      "follow who is passed over, and what everybody gets; compare does so by itself where lines or orders make people pass",
    )
    .list("--set <path=value>", "change the scenario for this time, for example stations.tellers.servers=6; may be repeated", assignment)
    .parsed("--confidence <share>", "of every interval (default: 95%)", confidence)
    .parsed("--out <file>", "where the report goes (default: reports/<name of the scenario>.html)", said)
    .flag("--no-report", "answer in the terminal only")
    .flag("--json", "print one JSON document instead of words; a report is written only with --out")
    .flag("--strict", "exit with 1 when no design surely meets every goal")
    .parsed("--threads <number>", "how many cores to use (default: all); never changes the answer", wholeNumber(1, 256))
    .parsed(
      "--first <number>",
      "number of the first replication, counting from 0: to see a part of a run again",
      wholeNumber(0, 2 ** 32 - 1),
    )
    .flag("--quiet", "no progress and no remarks")
    .flag("--verbose", "tell what takes how long")
    .choice("--language <language>", "of words and report (default: as the system speaks)", LANGUAGES);
}

type Told<Shared> = Shared extends Description<infer Options> ? Options : never;
export type Simulating = Told<ReturnType<typeof simulating<Record<never, never>>>>;
