/** A world for commands: files in a map, a clock that stands, and everything that was said. */
import {dirname, join} from "node:path/posix";
import {FileTrouble, type Io} from "../../src/cli/io.ts";
import {main} from "../../src/cli/main.ts";
import {inThisThread} from "../../src/replication/in-this-thread.ts";

export interface Outcome {
  exitCode: number;
  /** Standard output and standard error. */
  out: string;
  err: string;
  files: Map<string, string>;
  /** Every line a progress bar showed. */
  statuses: string[];
  /** Threads that were asked for. */
  threads: number[];
}

/** Runs `waitline ...argv` in a world with these files. */
export async function waitline(
  argv: string[],
  files: Record<string, string> = {},
  change: (io: Io) => Partial<Io> = () => ({}),
): Promise<Outcome> {
  const outcome: Outcome = {exitCode: -1, out: "", err: "", files: new Map(Object.entries(files)), statuses: [], threads: []};
  const line = (text: string) => (text.endsWith("\n") ? text : `${text}\n`);
  const io: Io = {
    read: async (file) => {
      const text = outcome.files.get(file);
      if (text === undefined) throw new FileTrouble(`Cannot read ${file}: there is no such file.`);
      return text;
    },
    readBeside: (scenario, file) => {
      const text = outcome.files.get(join(dirname(scenario), file));
      if (text === undefined) throw new FileTrouble(`${file} is not there.`);
      return text;
    },
    write: async (file, text) => void outcome.files.set(file, text),
    requireWritable: async () => {},
    print: (text) => {
      outcome.out += line(text);
    },
    tell: (text) => {
      outcome.err += line(text);
    },
    status: (text) => void outcome.statuses.push(text),
    hasColour: false,
    isWatched: false,
    width: 100,
    language: "en",
    threads: 1,
    workers: async (threads) => {
      outcome.threads.push(threads);
      return Object.assign(inThisThread.bind(null), {close: async () => {}});
    },
    interruptible: (work) => work(new AbortController().signal),
    now: () => 0,
    every: () => () => {},
  };
  Object.assign(io, change(io));
  outcome.exitCode = await main(argv, io);
  return outcome;
}

export const BANK = `# One line or two?
name: A small bank
opening: 09:00 to 11:00
closing: finish everyone
arrivals:
  customers:
    rate: 30/h
    patience: exp 25 min
stations:
  tellers:
    servers: 2
    service: lognormal 4 min cv 0.8
goals:
  - 80% of customers wait at most 5 min
run: { replications: 12, seed: 2026 }
compare:
  one line: {}
  two lines:
    stations.tellers: { line: each, join: at random }
`;

export const ALONE = BANK.slice(0, BANK.indexOf("compare:"));
