/** Reads a scenario and tells everything that is wrong or odd about it. */
import {formatProblems, type Reading, readScenario} from "../scenario/reading/read-scenario.ts";
import type {Language} from "../wording/language.ts";
import {NO_ANSWER, UNREADABLE} from "./exit-code.ts";
import type {Io} from "./io.ts";
import type {Assignment} from "./options.ts";

export interface Wishes {
  language: Language;
  set?: Assignment[];
  seed?: string;
  replications?: number;
  until?: string;
  quiet?: boolean;
  /** Without the designs that the file compares. */
  alone?: boolean;
}

export interface Opened {
  reading: Reading;
  /** What the shell is told when there is no going on: 2 for a file that cannot be read, 3 for a stop sign; null: all is well. */
  trouble: typeof UNREADABLE | typeof NO_ANSWER | null;
}

export async function openScenario(
  file: string,
  {language, set = [], seed, replications, until, quiet, alone}: Wishes,
  io: Io,
): Promise<Opened> {
  const text = await io.read(file);
  const overrides = {
    ...(seed === undefined ? {} : {seed}),
    ...(replications === undefined ? {} : {replications}),
    ...(until === undefined ? {} : {until}),
  };
  const reading = readScenario(text, file === "-" ? "stdin" : file, {
    language,
    set,
    overrides,
    ...(alone ? {alone} : {}),
    readFile: (name) => io.readBeside(file, name),
  });
  if (reading.warnings.length > 0 && !quiet) io.tell(formatProblems(reading.warnings));
  if (reading.problems.length === 0) return {reading, trouble: null};
  io.tell(formatProblems(reading.problems));
  return {reading, trouble: reading.designs.length === 0 || reading.problems.some((problem) => !problem.stop) ? UNREADABLE : NO_ANSWER};
}
