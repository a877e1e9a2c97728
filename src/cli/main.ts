/** The command `waitline`: finds the command that was asked for, and turns whatever happens into an exit code. */
import {Command, CommanderError} from "commander";
import {VERSION} from "../version.ts";
import {COMMANDS} from "./commands.ts";
import {DONE, NO_ANSWER, OUR_BUG, UNREADABLE} from "./exit-code.ts";
import {LANGUAGES, type Language} from "../wording/language.ts";
import {FileTrouble, type Io} from "./io.ts";
import {nodeIo} from "./node-io.ts";
import {phrases} from "./phrases.ts";
import {sayRefusal} from "./refusal.ts";

/** @returns the exit code; never throws */
export async function main(argv: readonly string[], io: Io = nodeIo()): Promise<number> {
  let exitCode = DONE;
  const language = languageOf(argv, io);
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
      .showHelpAfterError(
        `${language === "zh" ? "帮助：" : "Help: "}${["waitline", one === program ? "" : one.name(), "--help"].filter(Boolean).join(" ")}`,
      )
      .configureOutput({
        writeOut: (text) => io.print(text),
        writeErr: (text) => io.tell(text),
        getOutHelpWidth: () => Math.min(io.width, 120),
        getErrHelpWidth: () => Math.min(io.width, 120),
        outputError: (text, write) => write(sayRefusal(text, language)),
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

/** The language that was asked for, read before the options are: what is wrong with them is said in it too. */
function languageOf(argv: readonly string[], io: Io): Language {
  const said = argv.includes("--language")
    ? argv[argv.indexOf("--language") + 1]
    : argv.find((word) => word.startsWith("--language="))?.slice(11);
  return LANGUAGES.find((one) => one === said) ?? io.language;
}

function explain(error: unknown, argv: readonly string[], io: Io): number {
  const language = languageOf(argv, io);
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : UNREADABLE; // already said
  if (error instanceof FileTrouble) {
    io.tell(error.said[language]);
    return UNREADABLE;
  }
  if (error instanceof Error && error.name === "NoAnswer") {
    io.tell(error.message);
    return NO_ANSWER;
  }
  const message = error instanceof Error ? error.message : String(error);
  io.tell(phrases.bug(language, message));
  if (argv.includes("--verbose") && error instanceof Error && error.stack !== undefined) io.tell(error.stack);
  return OUR_BUG;
}
