/** Reads a command line with `commander`, runs what it asks for, and turns whatever happens into an exit code. */
import {Argument, Command, CommanderError, InvalidArgumentError, Option} from "commander";
import {VERSION} from "../version.ts";
import {LANGUAGES, type Language} from "../wording/language.ts";
import {type Described, type Listed, type Made, Refused} from "./command.ts";
import {DONE, NO_ANSWER, OUR_BUG, UNREADABLE} from "./exit-code.ts";
import {FRONT_PAGE} from "./front-page.ts";
import {FileTrouble, type Io} from "./io.ts";
import {phrases} from "./phrases.ts";
import {sayRefusal} from "./refusal.ts";

/** @returns the exit code; never throws */
export async function runCommandLine(argv: readonly string[], commands: readonly Listed[], io: Io): Promise<number> {
  const language = languageOf(argv, io);
  let exitCode = DONE;
  const program = new Command(FRONT_PAGE.name)
    .description(FRONT_PAGE.summary)
    .version(VERSION, ...FRONT_PAGE.version)
    .helpCommand(...FRONT_PAGE.helpCommand)
    .addHelpText("after", FRONT_PAGE.after);
  try {
    const word = argv[0] === "help" ? argv[1] : argv[0];
    const asked = commands.filter(({name}) => name === word);
    for (const listed of asked.length > 0 ? asked : commands) {
      const described = await listed.load();
      const command = commandOf(listed, described);
      command.action(async () => {
        exitCode = await described.story(command.args, command.opts() as never, io);
      });
      program.addCommand(command);
    }
    for (const one of [program, ...program.commands]) behave(one, one === program ? "" : one.name(), io, language);
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

function behave(command: Command, name: string, io: Io, language: Language): void {
  command
    .helpOption(...FRONT_PAGE.help)
    .exitOverride()
    .showHelpAfterError(`${language === "zh" ? "帮助：" : "Help: "}${["waitline", name, "--help"].filter(Boolean).join(" ")}`)
    .configureOutput({
      writeOut: (text) => io.print(text),
      writeErr: (text) => io.tell(text),
      getOutHelpWidth: () => Math.min(io.width, 120),
      getErrHelpWidth: () => Math.min(io.width, 120),
      outputError: (text, write) => write(sayRefusal(text, language)),
    });
}

function commandOf({name, summary}: Listed, {operands, options, explanation, examples}: Made): Command {
  const command = new Command(name).summary(summary).description(summary);
  for (const operand of operands) command.addArgument(argumentOf(operand));
  for (const option of options) command.addOption(optionOf(option));
  if (explanation !== "") command.addHelpText("after", `\n${explanation}`);
  if (examples.length > 0) command.addHelpText("after", `\nExamples:\n${examples.map((line) => `  $ ${line}`).join("\n")}`);
  return command;
}

function optionOf({flags, help, parse, words}: Described): Option {
  const option = new Option(flags, help);
  if (words !== undefined) option.choices(words);
  if (parse !== undefined)
    option.argParser((text, before) => {
      try {
        return parse(text, before);
      } catch (error) {
        throw error instanceof Refused ? new InvalidArgumentError(error.message) : error;
      }
    });
  return option;
}

/** "<shell:bash|zsh>" is an argument with two words to choose from. */
function argumentOf(operand: string): Argument {
  const [, open, name, , words, close] = /^([<[])([^:]*?)(:(.*?))?([>\]])$/.exec(operand) ?? [];
  if (words === undefined) return new Argument(`${open}${name}${close}`);
  // Only what has a description is listed in the help, and the choices with it.
  return new Argument(`${open}${name}${close}`, "one of these").choices(words.split("|"));
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
