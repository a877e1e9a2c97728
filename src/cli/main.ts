/** The command `waitline`. Its front page is given at once; whatever else was asked for is loaded first. */
import {COMMANDS} from "./commands.ts";
import {DONE} from "./exit-code.ts";
import {frontPage} from "./front-page.ts";
import type {Io} from "./io.ts";
import {terminal} from "./terminal.ts";

/** @returns the exit code; never throws */
export async function main(argv: readonly string[], io?: Io): Promise<number> {
  const words = argv.length === 0 ? ["--help"] : argv;
  if (words.length === 1) {
    const {width, print} = io ?? terminal();
    const quick = await quickAnswer(words[0], width);
    if (quick !== null) {
      print(quick);
      return DONE;
    }
  }
  const {runCommandLine} = await import("./run-command-line.ts");
  return runCommandLine(words, COMMANDS, io ?? (await import("./node-io.ts")).nodeIo());
}

/** @returns null: the command line must be read */
async function quickAnswer(word: string, width: number): Promise<string | null> {
  if (word === "--version") return (await import("../version.ts")).VERSION;
  return word === "--help" || word === "help" ? frontPage(COMMANDS, width) : null;
}
