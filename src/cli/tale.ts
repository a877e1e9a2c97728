/** What happened in one replication of a run: the trace of everybody, and the story of one. The same chance as the run itself. */
import type {Model} from "../model/model.ts";
import {traceReplication} from "../replication/trace.ts";
import type {Language} from "../wording/language.ts";
import {storyOf} from "../wording/story.ts";
import {traceText} from "../wording/trace.ts";
import {tamed, wrapped} from "../wording/width.ts";
import {DONE, UNREADABLE} from "./exit-code.ts";
import type {Io} from "./io.ts";
import {phrases} from "./phrases.ts";

export interface TaleWishes {
  /** File for the trace. */
  trace?: string;
  /** Number of a customer, from 1. */
  story?: number;
  /** Number of the replication, from 1; the first of the run when left out. */
  replication?: number;
}

/** A log of more customers than this would not fit into memory. */
export const MOST_TRACED = 1_000_000;

/** Tells what was asked for; `words` says where the story goes. The shell is told when there is no such customer. */
export async function tellTale(
  {trace, story, replication = 1}: TaleWishes,
  model: Model,
  words: (text: string) => void,
  quiet: boolean,
  language: Language,
  io: Io,
): Promise<typeof DONE | typeof UNREADABLE> {
  const log = traceReplication(model, replication - 1);
  if (trace !== undefined) {
    await io.write(trace, traceText(model, log));
    if (!quiet) io.tell(phrases.trace(language, trace, replication, log.customers.length));
  }
  if (story === undefined) return DONE;
  if (story > log.customers.length) {
    io.tell(phrases.noSuchCustomer(language, story, replication, log.customers.length));
    return UNREADABLE;
  }
  const sentences = storyOf(model, log, replication, story, language);
  words(
    `\n${sentences
      .flatMap((sentence) => wrapped(tamed(sentence), Math.max(40, io.width)))
      .join("\n")
      .replaceAll("\u00a0", " ")}`,
  );
  return DONE;
}
