/** The story of `theory`: read notation and options, ask the formulas, say the answer. Nothing is simulated and no file is read. */
import {halfWidth} from "../scenario/reading/phrase.ts";
import {NotationProblem, parseKendall} from "../theory/kendall.ts";
import {askTheory, type TheoryQuestion} from "../twin/theory-answer.ts";
import {VERSION} from "../version.ts";
import type {Language} from "../wording/language.ts";
import {sayTheory, type TheoryResult} from "../wording/theory.ts";
import {displayWidth} from "../wording/width.ts";
import {quoteForShell} from "./command-line.ts";
import {DONE, NO_ANSWER, UNREADABLE} from "./exit-code.ts";
import type {Io} from "./io.ts";
import {phrases} from "./phrases.ts";
import {OptionRefusal, questionOf, type TheoryWishes} from "./theory-question.ts";

export async function answerTheory(notation: string, wishes: TheoryWishes, io: Io): Promise<number> {
  const language = wishes.language ?? io.language;
  const question = read(notation, wishes, language, io);
  if (question === null) return UNREADABLE;
  if (wishes.out !== undefined) await io.requireWritable(wishes.out);
  const result: TheoryResult = {
    schemaVersion: 1,
    version: VERSION,
    command: "theory",
    commandLine: commandLineOf(notation, wishes),
    ...askTheory(question),
  };
  io.print(wishes.json ? JSON.stringify(result, null, 1) : sayTheory(result, language, io.width));
  if (wishes.out !== undefined) {
    const {renderTheory} = await import("../report/theory-page.ts");
    await io.write(wishes.out, renderTheory(result, language));
    io.tell(phrases.report(language, wishes.out));
  }
  return result.reason !== null || (result.staffing !== null && result.staffing.servers === null) ? NO_ANSWER : DONE;
}

/** Null when it could not be read, and that has been said. */
function read(notation: string, wishes: TheoryWishes, language: Language, io: Io): TheoryQuestion | null {
  const text = halfWidth(notation);
  try {
    return questionOf(parseKendall(text), wishes, (name) => io.readBeside("-", name));
  } catch (error) {
    if (error instanceof NotationProblem) {
      const mark = " ".repeat(displayWidth(text.slice(0, error.from))) + "^".repeat(Math.max(1, error.to - error.from));
      io.tell(`${text}\n${mark}\n${error.found[language]}\n${error.remedy[language]}`);
      return null;
    }
    if (error instanceof OptionRefusal) {
      const {found, remedy} = error.refusal.say;
      io.tell(`${error.option}: ${found[language]}\n${remedy[language]}`);
      return null;
    }
    throw error;
  }
}

/** Options in the order of the help, as they were typed. */
function commandLineOf(notation: string, wishes: TheoryWishes): string {
  const words = ["waitline", "theory", notation];
  const add = (option: string, value: string | number | undefined) => {
    if (value !== undefined) words.push(option, `${value}`);
  };
  add("--arrivals", wishes.arrivals);
  add("--service", wishes.service);
  add("--patience", wishes.patience);
  add("--servers", wishes.servers);
  add("--room", wishes.room);
  add("--population", wishes.population);
  add("--within", wishes.within);
  add("--staff-for", wishes.staffFor);
  for (const one of wishes.vary ?? []) add("--vary", one);
  add("--level", wishes.level);
  return words.map(quoteForShell).join(" ");
}
