/** The real world: this process, its files and its terminal. */
import {readFileSync, realpathSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {availableParallelism} from "node:os";
import {dirname, join, sep} from "node:path";
import {INTERRUPTED} from "./exit-code.ts";
import {FileTrouble, type Io} from "./io.ts";
import {terminal} from "./terminal.ts";
import {fileTrouble, requireWritable, writeWholeFile} from "./whole-file.ts";

export function nodeIo(): Io {
  return {
    ...terminal(),
    async read(file) {
      try {
        return file === "-" ? await readAll(process.stdin) : await readFile(file, "utf8");
      } catch (error) {
        throw fileTrouble(file, "read", error);
      }
    },
    readBeside(scenario, file) {
      // In its folder or below, links followed: a mailed scenario must not be able to read a home folder.
      const folder = realpathSync(scenario === "-" ? "." : dirname(scenario));
      const path = realpathSync(join(folder, file));
      if (!path.startsWith(folder.endsWith(sep) ? folder : folder + sep))
        throw new FileTrouble(`${file} lies outside the folder of the scenario.`, `${file} 不在情景文件所在的文件夹内。`);
      return readFileSync(path, "utf8");
    },
    write: writeWholeFile,
    requireWritable,
    threads: availableParallelism(),
    workers: async (threads) => (await import("../replication/workers/in-workers.ts")).inWorkers(threads, {lendsReplications: true}),
    interruptible,
    now: () => performance.now(),
    every(milliseconds, tick) {
      const timer = setInterval(tick, milliseconds);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
}

async function readAll(stream: NodeJS.ReadStream): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString("utf8");
}

async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const interrupt = () => {
    if (stop.signal.aborted) process.exit(INTERRUPTED);
    stop.abort();
  };
  process.on("SIGINT", interrupt);
  try {
    return await work(stop.signal);
  } finally {
    process.off("SIGINT", interrupt);
  }
}
