/**
 * How a word of the file is described and read: helpers over zod that carry along what the word means, an example, and how its
 * phrase is read. What comes in are maps, lists and text (`Plain`); what comes out are seconds, shares and laws.
 */
import * as z from "zod";
import {type Message, Refusal, type Text} from "../message.ts";
import type {Plain} from "../tree.ts";
import {laterWord} from "./later.ts";
import * as say from "./messages.ts";
import {parseCount, parseDuration} from "./phrase.ts";
import {closest} from "./suggest.ts";
import {ALREADY_TOLD} from "./yaml-tree.ts";

z.config({jitless: true}); // a file is read a few times, not a million: compiling checks would cost more than it saves

export interface Meaning extends Text {
  example: string;
  symbol?: string;
  default?: string | number;
}

/** What an issue carries from where it was found to where it is told. */
export type IssueParams = {message: Message} | {missing: Meaning} | {silent: true};

export type Json = Record<string, unknown>;

/** Words that can stand in each kind of map, for "did you mean". */
export const WORDS = new Map<string, {words: string[]; example: string}>();

export function leaf<T>(meaning: Meaning, json: Json, read: (raw: Exclude<Plain, null>) => T) {
  return z
    .unknown()
    .transform((raw, context): T => {
      const refuse = (params: IssueParams, path: readonly string[] = []): never => {
        context.issues.push({code: "custom", input: raw, message: "", params, path: [...path]});
        return z.NEVER;
      };
      if (raw === undefined || raw === null) return refuse({missing: meaning});
      if (isTold(raw as Plain)) return refuse({silent: true});
      try {
        return read(raw as Exclude<Plain, null>);
      } catch (error) {
        if (error instanceof Several) {
          for (const refusal of error.refusals) refuse({message: refusal.say}, refusal.path);
          return z.NEVER;
        }
        if (error instanceof Refusal) return refuse({message: error.say}, error.path);
        throw error;
      }
    })
    .meta(described(meaning, json));
}

/** A phrase that was told while reading the YAML is not told again. */
function isTold(raw: Plain): boolean {
  if (raw === ALREADY_TOLD) return true;
  return raw instanceof Map ? [...raw.values()].some(isTold) : Array.isArray(raw) && raw.some(isTold);
}

/** In what zod carries along: the value that holds when nothing is said. */
export const UNSAID = "unsaid";

function described(meaning: Meaning, json: Json): Json {
  const symbol = meaning.symbol === undefined ? "" : ` (${meaning.symbol})`;
  const about: Json = {description: `${meaning.en}${symbol}. For example: ${meaning.example}`};
  // zod drops `default` from what it converts; `json-schema.ts` puts it back.
  return meaning.default === undefined ? {...json, ...about} : {...json, ...about, [UNSAID]: meaning.default};
}

/** Several refusals at once: the rows of a table. */
class Several extends Error {
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super("several");
    this.refusals = refusals;
  }
}

/** Runs every task, and refuses with all that was refused. */
export function all(tasks: readonly {path: string[]; run: () => void}[]): void {
  const refusals: Refusal[] = [];
  for (const task of tasks) {
    try {
      task.run();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.push(new Refusal(error.say, [...task.path, ...error.path]));
    }
  }
  if (refusals.length === 1) throw refusals[0];
  if (refusals.length > 1) throw new Several(refusals);
}

export function phrase<T>(meaning: Meaning, read: (text: string) => T, json: Json = {type: "string"}) {
  return leaf(meaning, json, (raw) => {
    if (typeof raw !== "string") throw new Refusal(say.needsText(meaning.example));
    return read(raw);
  });
}

export function choice<T extends string>(choices: readonly T[], meaning: Meaning, where = "") {
  return phrase(
    meaning,
    (text): T => {
      const plain = text.trim().toLowerCase();
      const known = choices.find((word) => word === plain);
      if (known !== undefined) return known;
      const later = laterWord(where, plain);
      throw new Refusal(later !== null ? say.later(text, later) : say.notAChoice(text, choices, closest(plain, choices)));
    },
    {enum: [...choices]},
  );
}

export function count(least: number, most: number, meaning: Meaning) {
  return phrase(meaning, (text) => parseCount(text, least, most), {type: "integer", minimum: least, maximum: most});
}

export function name(meaning: Meaning) {
  return phrase(meaning, (text) => text.trim());
}

export function duration(meaning: Meaning) {
  return phrase(meaning, parseDuration);
}

/** A map of known words. */
export function object<Shape extends z.ZodRawShape>(where: string, meaning: Meaning, shape: Shape) {
  WORDS.set(where, {words: Object.keys(shape), example: meaning.example});
  return z
    .preprocess(
      (raw) =>
        raw instanceof Map
          ? Object.assign(Object.create(null), Object.fromEntries([...raw].filter(([, value]) => value !== null)))
          : raw === null
            ? {}
            : raw,
      z.strictObject(shape, {error: () => where}),
    )
    .meta(described(meaning, {}));
}

/** A map of names, in the file's order. */
export function named<Value extends z.ZodType>(where: string, meaning: Meaning, value: Value) {
  WORDS.set(where, {words: [], example: meaning.example});
  return z
    .map(
      z.string().superRefine((key, context) => {
        if (key.includes(".")) context.addIssue({code: "custom", message: "", params: {message: say.dotInName(key)} satisfies IssueParams});
        else if (key.length > 100) context.addIssue({code: "custom", message: "", params: {message: say.longName()} satisfies IssueParams});
        else if (key.trim() === "")
          context.addIssue({code: "custom", message: "", params: {message: say.complexKey()} satisfies IssueParams});
      }),
      value,
      {error: () => where},
    )
    .meta(described(meaning, {}));
}
