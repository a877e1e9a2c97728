/** The command `waitline`: finds the command that was asked for, and turns whatever happens into an exit code. */
import {Command, CommanderError} from "commander";
import {VERSION} from "../version.ts";
import {COMMANDS} from "./commands.ts";
import {DONE, NO_ANSWER, OUR_BUG, UNREADABLE} from "./exit-code.ts";
import {FileTrouble, type Io} from "./io.ts";
import {nodeIo} from "./node-io.ts";
import {phrases} from "./phrases.ts";

/** @returns the exit code; never throws */
export async function main(argv: readonly string[], io: Io = nodeIo()): Promise<number> {
  let exitCode = DONE;
  const program = new Command("waitline")
    .description("One line or many, how many people at which hour? Waitline simulates places where people wait.")
    .version(VERSION, "--version", "print the version")
    .helpOption("--help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .addHelpText(
      "after",
      "\nExamples:\n  $ waitline init bank > bank.yaml\n  $ waitline check bank.yaml\n  $ waitline compare bank.yaml\n\nNo network, no telemetry: nothing leaves this machine.",
    );
  for (const described of COMMANDS) {
    const built = described.build(io, (code) => {
      exitCode = code;
    });
    program.addCommand(built.helpOption("--help", "print this help"));
  }
  for (const one of [program, ...program.commands]) {
    one
      .exitOverride()
      .showHelpAfterError(`Help: ${["waitline", one === program ? "" : one.name(), "--help"].filter(Boolean).join(" ")}`)
      .configureOutput({
        writeOut: (text) => io.print(text),
        writeErr: (text) => io.tell(text),
        getOutHelpWidth: () => Math.min(io.width, 120),
        getErrHelpWidth: () => Math.min(io.width, 120),
        outputError: (text, write) => write(text.replace(/^error: /, "")),
      });
  }
  try {
    if (argv.length === 0) {
      program.outputHelp();
      return DONE;
    }
    await program.parseAsync(argv, {from: "user"});
    return exitCode;
  } catch (error) {
    return explain(error, argv, io);
  }
}

function explain(error: unknown, argv: readonly string[], io: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : UNREADABLE; // already said
  if (error instanceof FileTrouble) {
    io.tell(error.message);
    return UNREADABLE;
  }
  const name = error instanceof Error ? error.name : "";
  const message = error instanceof Error ? error.message : String(error);
  // Customers who go round without taking time: no clock will ever tell when they are done.
  if (name === "RangeError" && message.startsWith("a million events at one instant")) {
    io.tell(message);
    return NO_ANSWER;
  }
  io.tell(phrases.bug(io.language, message));
  if (argv.includes("--verbose") && error instanceof Error && error.stack !== undefined) io.tell(error.stack);
  return OUR_BUG;
}
