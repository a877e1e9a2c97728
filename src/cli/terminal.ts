/** The terminal of this process, or whatever its output goes to. */
import type {Language} from "../wording/language.ts";
import {DONE, UNREADABLE} from "./exit-code.ts";
import type {Io} from "./io.ts";

export function terminal(): Pick<Io, "print" | "tell" | "status" | "hasColour" | "isWatched" | "width" | "language"> {
  const {stdout, stderr, env} = process;
  // A reader that has seen enough ("| head") closes the pipe: that is not our trouble.
  stderr.on("error", () => {});
  stdout.on("error", async (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(DONE);
    const {en, zh} = (await import("./whole-file.ts")).reasonOf(error);
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
  };
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
