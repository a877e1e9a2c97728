/** The real world: this process, its files and its terminal. */
import {readFileSync, realpathSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {availableParallelism} from "node:os";
import {dirname, join, sep} from "node:path";
import type {Language} from "../wording/language.ts";
import {DONE, INTERRUPTED, UNREADABLE} from "./exit-code.ts";
import {FileTrouble, type Io} from "./io.ts";
import {fileTrouble, reasonOf, requireWritable, writeWholeFile} from "./whole-file.ts";

export function nodeIo(): Io {
  const {stdout, stderr, env} = process;
  // A reader that has seen enough ("| head") closes the pipe: that is not our trouble.
  stderr.on("error", () => {});
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(DONE);
    const {en, zh} = reasonOf(error);
    stderr.write(
      languageOf(env) === "zh"
        ? `无法写到标准输出：${zh}。答案不完整。\n`
        : `Cannot write to standard output: ${en}. The answer is incomplete.\n`,
    );
    process.exit(UNREADABLE);
  });
  let hasStatus = false;
  const clearStatus = () => {
    if (hasStatus) stderr.write("\r\u001b[K");
    hasStatus = false;
  };
  return {
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
    print(text) {
      clearStatus();
      stdout.write(text.endsWith("\n") ? text : `${text}\n`);
    },
    tell(text) {
      clearStatus();
      stderr.write(text.endsWith("\n") ? text : `${text}\n`);
    },
    status(line) {
      clearStatus();
      if (line === "") return;
      stderr.write(line);
      hasStatus = true;
    },
    hasColour: wantsColour(env, stdout.isTTY),
    isWatched: stderr.isTTY === true && env.TERM !== "dumb",
    width: stdout.columns ?? stderr.columns ?? 100,
    language: languageOf(env),
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

/** https://no-color.org; FORCE_COLOR as Node itself reads it. */
function wantsColour(env: NodeJS.ProcessEnv, isTerminal: boolean | undefined): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== "") return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "0") return true;
  return isTerminal === true && env.TERM !== "dumb";
}

function languageOf(env: NodeJS.ProcessEnv): Language {
  const said = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return said.toLowerCase().startsWith("zh") ? "zh" : "en";
}
