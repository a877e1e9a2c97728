/**
 * A command is its help, its options and a short story. This lets a file say just that:
 *
 *   command("<scenario>")
 *     .option("--seed <text>", "repeat a result exactly")
 *     .action(async ([file], options, io) => 0);
 *
 * A description is only data: what reads command lines (`run-command-line.ts`) is loaded when there is one to read.
 */
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

/** An option as it was described. */
export interface Described {
  /** "--seed <text>". */
  flags: string;
  help: string;
  /** Turns the text into what it means; `before` is what an earlier one of the same name meant. Calls `refuse`. */
  parse?(text: string, before: unknown): unknown;
  /** One of a few words. */
  words?: readonly string[];
}

export class Description<Options> {
  readonly operands: readonly string[];
  readonly options: Described[] = [];
  readonly examples: string[] = [];
  explanation = "";
  story: Story<Options> = () => 0;

  constructor(operands: readonly string[]) {
    this.operands = operands;
  }

  /** `--quiet` is on or not there; `--no-report` is off or not there. */
  flag<Flags extends string>(flags: Flags, help: string): With<Options, Flags, boolean> {
    return this.and({flags, help});
  }

  option<Flags extends string>(flags: Flags, help: string): With<Options, Flags, string> {
    return this.and({flags, help});
  }

  /** `parse` turns the text into what it means, or calls `refuse`. */
  parsed<Flags extends string, Value>(flags: Flags, help: string, parse: (text: string) => Value): With<Options, Flags, Value> {
    return this.and({flags, help, parse});
  }

  /** One of a few words. */
  choice<Flags extends string, Word extends string>(flags: Flags, help: string, words: readonly Word[]): With<Options, Flags, Word> {
    return this.and({flags, help, words});
  }

  /** May be given again and again. */
  list<Flags extends string, Value>(flags: Flags, help: string, parse: (text: string) => Value): With<Options, Flags, Value[]> {
    return this.and({flags, help, parse: (text, before) => [...((before ?? []) as Value[]), parse(text)]});
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

  private and<More>(option: Described): Description<Options & More> {
    this.options.push(option);
    return this as unknown as Description<Options & More>;
  }
}

/** A description once it is made, whatever its options are. */
export type Made = Pick<Description<never>, "operands" | "options" | "examples" | "explanation" | "story">;

/** A command as the list of all of them has it: what it knows and does is loaded when it is asked for. */
export interface Listed {
  name: string;
  /** What stands behind the name: "[options] <scenario>". */
  usage: string;
  summary: string;
  load(): Promise<Made>;
}

/** `operands`: "<needed>", "[optional]", "<shell:bash|zsh>" with words to choose from. */
export function command(...operands: string[]): Description<Record<never, never>> {
  return new Description(operands);
}

/** For `parse` functions: the value does not do, and why. */
export function refuse(why: string): never {
  throw new Refused(why);
}

export class Refused extends Error {}
