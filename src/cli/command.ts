/**
 * A command is its help, its options and a short story. This is the frame around `commander` that lets a file say just that:
 *
 *   command("run <scenario>", "What will such a day look like?")
 *     .option("--seed <text>", "repeat a result exactly")
 *     .action(async ([file], options, io) => 0);
 */
import {Argument, Command, InvalidArgumentError, Option} from "commander";
import type {Io} from "./io.ts";

/** "--no-report" is `report`, "--seed <text>" is `seed`, "--second-seed" is `secondSeed`. */
type NameOf<Flags extends string> = Flags extends `--no-${infer Name}`
  ? Joined<Name>
  : Flags extends `--${infer Name} <${string}`
    ? Joined<Name>
    : Flags extends `--${infer Name}`
      ? Joined<Name>
      : never;

type Joined<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${First}${Capitalize<Joined<Rest>>}` : Name;

type With<Options, Flags extends string, Value> = Description<Options & {[name in NameOf<Flags>]?: Value}>;

type Story<Options> = (args: string[], options: Options, io: Io) => Promise<number> | number;

export class Description<Options> {
  readonly name: string;
  readonly summary: string;
  private readonly operands: string[];
  private readonly options: Option[] = [];
  private readonly examples: string[] = [];
  private explanation = "";
  private story: Story<Options> = () => 0;

  constructor(usage: string, summary: string) {
    const [name, ...operands] = usage.split(" ");
    this.name = name;
    this.operands = operands;
    this.summary = summary;
  }

  /** `--quiet` is on or not there; `--no-report` is off or not there. */
  flag<Flags extends string>(flags: Flags, help: string): With<Options, Flags, boolean> {
    return this.and(new Option(flags, help));
  }

  option<Flags extends string>(flags: Flags, help: string): With<Options, Flags, string> {
    return this.and(new Option(flags, help));
  }

  /** `parse` turns the text into what it means, or calls `refuse`. */
  parsed<Flags extends string, Value>(flags: Flags, help: string, parse: (text: string) => Value): With<Options, Flags, Value> {
    return this.and(new Option(flags, help).argParser(parse));
  }

  /** One of a few words. */
  choice<Flags extends string, Word extends string>(flags: Flags, help: string, words: readonly Word[]): With<Options, Flags, Word> {
    return this.and(new Option(flags, help).choices(words));
  }

  /** May be given again and again. */
  list<Flags extends string, Value>(flags: Flags, help: string, parse: (text: string) => Value): With<Options, Flags, Value[]> {
    return this.and(new Option(flags, help).argParser((text, before: Value[] | undefined) => [...(before ?? []), parse(text)]));
  }

  /** A paragraph below the options. */
  explain(text: string): this {
    this.explanation = text;
    return this;
  }

  example(...lines: string[]): this {
    this.examples.push(...lines);
    return this;
  }

  action(story: Story<Options>): this {
    this.story = story;
    return this;
  }

  /** For `commander`; `end` is told the exit code. */
  build(io: Io, end: (exitCode: number) => void): Command {
    const command = new Command(this.name).summary(this.summary).description(this.summary);
    for (const operand of this.operands) command.addArgument(argumentOf(operand));
    for (const option of this.options) command.addOption(option);
    if (this.explanation !== "") command.addHelpText("after", `\n${this.explanation}`);
    if (this.examples.length > 0) command.addHelpText("after", `\nExamples:\n${this.examples.map((line) => `  $ ${line}`).join("\n")}`);
    return command.action(async () => end(await this.story(command.args, command.opts() as Options, io)));
  }

  /** Long flags, for shell completion. */
  get flags(): string[] {
    return this.options.map((option) => option.long ?? "");
  }

  private and<More>(option: Option): Description<Options & More> {
    this.options.push(option);
    return this as unknown as Description<Options & More>;
  }
}

/** What a list of commands needs to know of each. */
export type Listed = Pick<Description<unknown>, "name" | "summary" | "flags" | "build">;

/** "<shell:bash|zsh>" is an argument with two words to choose from. */
function argumentOf(operand: string): Argument {
  const [, open, name, , words, close] = /^([<[])([^:]*?)(:(.*?))?([>\]])$/.exec(operand) ?? [];
  if (words === undefined) return new Argument(`${open}${name}${close}`);
  // Only what has a description is listed in the help, and the choices with it.
  return new Argument(`${open}${name}${close}`, "one of these").choices(words.split("|"));
}

/** `usage` is a name and operands: "<needed>", "[optional]", "<shell:bash|zsh>" with words to choose from. */
export function command(usage: string, summary: string): Description<Record<never, never>> {
  return new Description(usage, summary);
}

/** For `parse` functions: the value does not do, and why. */
export function refuse(why: string): never {
  throw new InvalidArgumentError(why);
}
