/**
 * The world of a command: files, the terminal, the clock, the keyboard. A command touches nothing else, so a test can be the world.
 */
import type {Runner} from "../replication/runner.ts";
import type {Both, Language} from "../wording/language.ts";

export interface Io {
  /** Text of a file, or of standard input for "-". @throws FileTrouble */
  read(file: string): Promise<string>;
  /** For what a scenario refers to ("from times.csv"), in its folder or below. @throws Error when it is not there, or elsewhere */
  readBeside(scenario: string, file: string): string;
  /** Writes a file whole or not at all, folders included. @throws FileTrouble */
  write(file: string, text: string): Promise<void>;
  /** Finds out before the work whether `write` will be allowed. @throws FileTrouble */
  requireWritable(file: string): Promise<void>;
  /** Data, to standard output. */
  print(text: string): void;
  /** Everything else, to standard error. */
  tell(text: string): void;
  /** The line under work on a terminal: written over the last one; "" takes it away. */
  status(line: string): void;
  /** The answer is read on a terminal that knows colours. */
  hasColour: boolean;
  /** Standard error is a terminal. */
  isWatched: boolean;
  /** Columns of the terminal. */
  width: number;
  /** From the environment, when the options do not say. */
  language: Language;
  /** How many threads this machine can use. */
  threads: number;
  /** Replications on so many threads. */
  workers(threads: number): Promise<Runner & {close(): Promise<void>}>;
  /** While `work` runs, the first Ctrl-C fires its signal and the second ends the process. */
  interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Milliseconds, from anywhere. */
  now(): number;
  /** Calls back every so many milliseconds until the returned function is called. */
  every(milliseconds: number, tick: () => void): () => void;
}

/** A file that cannot be read or written, said for the person who can act on it. */
export class FileTrouble extends Error {
  override readonly name = "FileTrouble";
  readonly said: Both;

  constructor(en: string, zh: string = en) {
    super(en);
    this.said = {en, zh};
  }
}
