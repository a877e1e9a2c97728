/** From which value on does the other design win? The tool looks for the crossing points itself. */
import {command, refuse} from "./command.ts";
import {confidence, said, wholeNumber} from "./options.ts";
import {LANGUAGES} from "../wording/language.ts";

/** "one line: stations.tellers.speed=1 to 0.85", taken apart; without a design the number varies in both. */
export interface Varied {
  design: string | null;
  path: string;
  ends: string;
}

export const MEASURES = ["time", "wait", "tail", "gave-up", "overtaken", "cost"] as const;

export const crossingCommand = command("<scenario>")
  .list(
    "--vary <path=range>",
    'the number to vary and its range, for example "arrivals.customers.rate=30/h to 55/h"; may be repeated',
    varied,
  )
  .parsed("--between <design>", "one of the two designs (default: the first of the file)", said)
  .parsed("--and <design>", "the other one (default: the second)", said)
  .choice("--on <measure>", "time in the place, mean wait, wait of the worst tenth, ... (default: time)", MEASURES)
  .parsed("--looks <number>", "values to begin with, at even steps (default: 9)", wholeNumber(3, 60))
  .parsed("--seed <text>", "which chance to take; the same seed gives the same answer to the last digit", said)
  .parsed("--replications <number>", "how many independent days or runs for each look", wholeNumber(2))
  .parsed("--confidence <share>", "of every interval (default: 95%)", confidence)
  .parsed("--out <file>", "where the report goes (default: reports/<name of the scenario>-crossing.html)", said)
  .flag("--no-report", "answer in the terminal only")
  .flag("--json", "print one JSON document instead of words; a report is written only with --out")
  .parsed("--threads <number>", "how many cores to use (default: all); never changes the answer", wholeNumber(1, 256))
  .flag("--quiet", "no progress and no remarks")
  .choice("--language <language>", "of words and report (default: as the system speaks)", LANGUAGES)
  .explain(
    'A number may vary in one design only: name the design first, "one line: stations.tellers.speed=1 to 0.85".\nEvery look serves the same customers, so that the two designs differ by their rules alone.',
  )
  .example(
    'waitline crossing bank.yaml --vary "one line: stations.tellers.speed=0.85 to 1" --and "five lines, shortest"',
    'waitline crossing bank.yaml --vary "arrivals.customers.rate=30/h to 55/h" --on wait',
  )
  .action(async ([file], options, io) => (await import("./find-crossings.ts")).answerCrossing(file, options, io));

function varied(text: string): Varied {
  const at = text.lastIndexOf("=");
  if (at < 1) refuse('It must be a path, "=" and a range, for example "arrivals.customers.rate=30/h to 55/h".');
  const left = text.slice(0, at).trim();
  const colon = left.lastIndexOf(":");
  const design = colon < 0 ? null : left.slice(0, colon).trim();
  return {design, path: left.slice(colon + 1).trim(), ends: text.slice(at + 1).trim()};
}
