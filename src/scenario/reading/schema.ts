/**
 * The one place that describes the file. Checks, types, the editor's completion and the reference page come from here:
 * small helpers over zod carry along what a word means, an example, and how its phrase is read.
 * What comes in are maps, lists and text (`Plain`); what comes out are seconds, shares and laws.
 */
import {z} from "zod";
import type {Law} from "../../random/law.ts";
import * as defaults from "../defaults.ts";
import {type Message, Refusal, type Text} from "../message.ts";
import type {Announcement, BreakRule, Breakdowns, Closing, Full, Interrupt, Join, Leaving, Order} from "../scenario.ts";
import {inlineText, type Plain} from "../tree.ts";
import type {TableFiles} from "./csv-file.ts";
import {MOST_BOOKED} from "./book.ts";
import {parseGoal} from "./goal-phrase.ts";
import {laterWord} from "./later.ts";
import {readPhases} from "./law-phases.ts";
import {parseLaw, requireWhole} from "./law-phrase.ts";
import * as lanes from "./lane-messages.ts";
import * as say from "./messages.ts";
import {
  clockOf,
  halfWidth,
  parseClock,
  parseCount,
  parseDuration,
  parseOpening,
  parseRate,
  parseShare,
  Phrase,
  unitSeconds,
} from "./phrase.ts";
import {readSpans, readSpeedTable} from "./staff-phrases.ts";
import {breakTimesElsewhere} from "./staff-messages.ts";
import {closest} from "./suggest.ts";
import {parseUntil} from "./until-phrase.ts";
import {ALREADY_TOLD} from "./yaml-tree.ts";

z.config({jitless: true}); // a file is read a few times, not a million: compiling checks would cost more than it saves

export interface Meaning extends Text {
  example: string;
  symbol?: string;
  default?: string | number;
}

/** What an issue carries from where it was found to where it is told. */
export type IssueParams = {message: Message} | {missing: Meaning} | {silent: true};

type Json = Record<string, unknown>;

/** Words that can stand in each kind of map, for "did you mean". */
export const WORDS = new Map<string, {words: string[]; example: string}>();

function leaf<T>(meaning: Meaning, json: Json, read: (raw: Exclude<Plain, null>) => T) {
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
function all(tasks: readonly {path: string[]; run: () => void}[]): void {
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

function phrase<T>(meaning: Meaning, read: (text: string) => T, json: Json = {type: "string"}) {
  return leaf(meaning, json, (raw) => {
    if (typeof raw !== "string") throw new Refusal(say.needsText(meaning.example));
    return read(raw);
  });
}

function choice<T extends string>(choices: readonly T[], meaning: Meaning, where = "") {
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

function count(least: number, most: number, meaning: Meaning) {
  return phrase(meaning, (text) => parseCount(text, least, most), {type: "integer", minimum: least, maximum: most});
}

function priority(meaning: Meaning) {
  const read = (text: string) => {
    if (/^[a-z]/i.test(text.trim())) throw new Refusal(say.priorityWord(text));
    return parseCount(text, 1, 1000);
  };
  return phrase(meaning, read, {type: "integer", minimum: 1, maximum: 1000});
}

function name(meaning: Meaning) {
  return phrase(meaning, (text) => text.trim());
}

/** A map of known words. */
function object<Shape extends z.ZodRawShape>(where: string, meaning: Meaning, shape: Shape) {
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
function named<Value extends z.ZodType>(where: string, meaning: Meaning, value: Value) {
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

// ── tables by the clock ──

export interface TimedValues {
  shape: "steps" | "ramp";
  /** What the rows are named by: nothing (one value), times of day, or times from the start. */
  keyed: "constant" | "clock" | "time";
  at: number[];
  value: number[];
}

function clockTable(meaning: Meaning, isStaff: boolean, read: (text: string) => number, json: Json) {
  const rows = {type: "object", additionalProperties: json};
  const ramp = {type: "object", properties: {ramp: rows}, required: ["ramp"], additionalProperties: false};
  return leaf(meaning, {anyOf: isStaff ? [json, rows] : [json, ramp, rows]}, (raw): TimedValues => {
    if (typeof raw === "string") return {shape: "steps", keyed: "constant", at: [0], value: [read(raw)]};
    if (!(raw instanceof Map)) throw new Refusal(say.needsText(meaning.example));
    if (raw.has("ramp")) {
      const inner = raw.get("ramp");
      if (isStaff) throw new Refusal(say.rampServers(), ["ramp"]);
      if (!(inner instanceof Map) || inner.size < 2 || raw.size > 1) throw new Refusal(say.rampShort(), ["ramp"]);
      return {...readRows(inner, ["ramp"], read, meaning.example), shape: "ramp"};
    }
    if (raw.size === 0) throw new Refusal(say.needsText(meaning.example));
    return {...readRows(raw, [], read, meaning.example), shape: "steps"};
  });
}

function readRows(
  rows: Map<string, Plain>,
  path: string[],
  read: (text: string) => number,
  example: string,
): {keyed: "clock" | "time"; at: number[]; value: number[]} {
  const at: number[] = [];
  const value: number[] = [];
  const kinds = new Set<"clock" | "time">();
  let before = "";
  all(
    [...rows].map(([key, plain]) => ({
      path: [...path, key],
      run: () => {
        const row = readMoment(key, plain);
        kinds.add(row.kind);
        if (at.length > 0 && row.at <= at[at.length - 1]) throw new Refusal(say.clockOrder(before, key));
        at.push(row.at);
        before = key;
        if (typeof plain !== "string") throw new Refusal(say.needsText(example));
        value.push(read(plain));
      },
    })),
  );
  if (kinds.size > 1) throw new Refusal(say.clockTableMixed(), path);
  return {keyed: kinds.has("time") ? "time" : "clock", at, value};
}

/** "09:00" or "2 h"; "09:00:20/h" without a value is a row whose blank is missing. */
function readMoment(key: string, value: Plain): {kind: "clock" | "time"; at: number} {
  const half = halfWidth(key.slice(0, 60)).trim();
  const clock = clockOf(half);
  if (clock !== null) return {kind: "clock", at: clock};
  if (value === null) {
    const match = /^(\d{1,2}:\d{2}) ?: ?(\S.*)$/.exec(half);
    if (match !== null) throw new Refusal(key.includes("：") ? say.fullWidth("：", ":") : say.blankMissing(match[1], match[2]));
  }
  if (half.includes(" ") && !half.includes(":")) {
    const unit = half.slice(half.indexOf(" ") + 1).trim();
    if (unitSeconds(unit) !== null) return {kind: "time", at: parseDuration(half)};
  }
  if (/^\d+(\.\d+)? ?(s|min|h|d)$/.test(half)) return {kind: "time", at: parseDuration(half)};
  return {kind: "clock", at: parseClock(key.slice(0, 60))};
}

// ── shares ──

/** A map of names to shares that add up to 100 %. */
function shareMap(raw: Plain, example: string): {name: string; share: number}[] {
  if (!(raw instanceof Map) || raw.size === 0) throw new Refusal(say.needsMapping(raw === null ? "" : inlineText(raw), example));
  const parts: {name: string; share: number}[] = [];
  all(
    [...raw].map(([key, plain]) => ({
      path: [key],
      run: () => {
        if (typeof plain !== "string") {
          const glued = /^([^:：]+)[:：](\S+)$/.exec(key);
          throw new Refusal(
            plain === null && glued !== null
              ? key.includes("：")
                ? say.fullWidth("：", ":")
                : say.blankMissing(glued[1], glued[2])
              : say.bareShare(plain === null ? key : inlineText(plain), null),
          );
        }
        parts.push({name: key, share: parseShare(plain)});
      },
    })),
  );
  requireWhole(parts.map((part) => part.share));
  return parts;
}

export interface NextStep {
  share: number;
  to: string;
}

function readThen(raw: Plain): NextStep[] {
  if (typeof raw === "string") return [{share: 1, to: raw.trim()}];
  if (!(raw instanceof Map) || raw.size === 0) throw new Refusal(say.notThen());
  const branches: NextStep[] = [];
  all(
    [...raw].map(([key, plain]) => ({
      path: [key],
      run: () => {
        if (typeof plain !== "string") throw new Refusal(say.notThen());
        const byShare = halfWidth(key).includes("%");
        if (!byShare && !halfWidth(plain).includes("%")) {
          const isNumber = /^[\d.]+$/.test(key.trim());
          throw new Refusal(
            isNumber ? say.bareShare(key, null) : /^[\d.]+$/.test(plain.trim()) ? say.bareShare(plain, null) : say.notThen(),
          );
        }
        branches.push(byShare ? {share: parseShare(key), to: plain.trim()} : {share: parseShare(plain), to: key.trim()});
      },
    })),
  );
  requireWhole(branches.map((branch) => branch.share));
  return branches.filter((branch) => branch.share > 0);
}

// ── smaller phrases ──

export interface Price {
  amount: number; // per second where it is a price of time
  currency: string;
}

function readPrice(text: string, perTime: boolean): Price {
  const refusal = () => new Refusal(say.notPrice(text, perTime));
  const price = new Phrase(text);
  let currency = "";
  if (price.next?.text === "-") throw new Refusal(say.negative(text));
  if (price.next?.kind !== "number") currency = price.take()?.text ?? "";
  if (price.next?.kind !== "number") throw refusal();
  const amount = price.readNumber("28");
  if (currency === "") {
    const word = price.take();
    if (word === undefined || (word.kind === "sign" && word.text !== "$")) throw refusal();
    currency = word.text;
  }
  if (!perTime) {
    if (!price.isDone) throw refusal();
    return {amount, currency};
  }
  if (!price.takes("/", "per")) throw refusal();
  const unit = price.take();
  const seconds = unit === undefined ? null : unitSeconds(unit.text);
  if (seconds === null || !price.isDone) throw refusal();
  return {amount: amount / seconds, currency};
}

function price(perTime: boolean, meaning: Meaning) {
  return phrase(meaning, (text) => readPrice(text, perTime));
}

function readBusyness(text: string): number {
  const spread = new Phrase(text);
  if (!spread.takes("cv")) throw new Refusal(say.notBusyness(text));
  let cv = spread.readNumber("12%");
  if (spread.takes("%")) cv /= 100;
  spread.end();
  if (cv > 2) throw new Refusal(say.busynessHuge());
  return cv;
}

function readMisjudged(text: string): number {
  const spread = new Phrase(text);
  if (!spread.takes("cv")) throw new Refusal(lanes.notMisjudged(text));
  let cv = spread.readNumber("30%");
  if (spread.takes("%")) cv /= 100;
  spread.end();
  if (cv > 3) throw new Refusal(lanes.misjudgedHuge());
  return cv;
}

function readJoin(text: string): {join: Join; nearestWithin: number} {
  const plain = text.trim().toLowerCase().replace(/\s+/g, " ");
  const choices = ["shortest", "at random", "round robin", "nearest", "nearest within 2", "least work"];
  if (plain.startsWith("nearest within "))
    return {join: "nearest", nearestWithin: parseCount(plain.slice("nearest within ".length), 0, 1000)};
  const join = (["shortest", "at random", "round robin", "nearest", "least work"] as const).find((word) => word === plain);
  if (join === undefined) throw new Refusal(say.notAChoice(text, choices, closest(plain, choices)));
  return {join, nearestWithin: defaults.STATION.nearestWithin};
}

export interface SwitchRule {
  shorter: number;
  whenIdle: boolean;
  cost: number; // seconds
}

function readSwitch(raw: Plain): SwitchRule {
  if (typeof raw === "string") return {...readWhen(raw), cost: 0};
  const shorter = raw instanceof Map ? raw.get("shorter") : undefined;
  if (!(raw instanceof Map) || typeof shorter !== "string" || [...raw.keys()].some((word) => word !== "shorter" && word !== "cost"))
    throw new Refusal(lanes.switchMap());
  const rule: SwitchRule = {shorter: 0, whenIdle: false, cost: 0};
  const cost = raw.get("cost");
  all([
    {
      path: ["shorter"],
      run: () => (rule.shorter = /^\s*\d+\s*$/.test(shorter) ? shorterBy(parseCount(shorter, 1, 1000)) : readShorter(shorter)),
    },
    {path: ["cost"], run: () => (rule.cost = typeof cost === "string" ? parseDuration(cost) : refuseCost(cost))},
  ]);
  return rule;
}

function readWhen(text: string): {shorter: number; whenIdle: boolean} {
  if (/^\s*when\s+idle\s*$/i.test(text)) return {shorter: 1, whenIdle: true};
  return {shorter: readShorter(text), whenIdle: false};
}

function refuseCost(cost: Plain | undefined): number {
  if (cost === undefined || cost === null) return 0;
  throw new Refusal(lanes.switchMap());
}

function shorterBy(people: number): number {
  if (people < 2) throw new Refusal(say.switchOne());
  return people;
}

function readShorter(text: string): number {
  const plain = new Phrase(text);
  if (plain.next?.kind !== "number") throw new Refusal(say.notSwitch(text));
  const people = plain.readNumber("2");
  if (!plain.takes("shorter") || !plain.isDone || !Number.isInteger(people) || people > 1000) throw new Refusal(say.notSwitch(text));
  return shorterBy(people);
}

/** "4 waiting". */
function readOpensAt(text: string): number {
  const match = /^\s*(\d{1,4})(?:\s+waiting)?\s*$/i.exec(halfWidth(text));
  if (match === null || Number(match[1]) < 1) throw new Refusal(lanes.notOpensAt(text));
  return Number(match[1]);
}

/** One class, or a list of them. */
function readClasses(raw: Plain): string[] {
  const items = typeof raw === "string" ? [raw] : raw;
  if (!Array.isArray(items) || items.length === 0) throw new Refusal(say.needsText("basket"));
  return items.map((item, i) => {
    if (typeof item !== "string") throw new Refusal(say.needsText("basket"), [String(i)]);
    return item.trim();
  });
}

/** The words of `order`, and `[priority then] by appointment [with grace 5 min]`. */
export interface OrderPhrase {
  order: Order;
  grace: number | null;
}

function readOrder(text: string): OrderPhrase {
  const plain = halfWidth(text).trim().toLowerCase().replace(/\s+/g, " ");
  const known = ORDERS.find((word) => word === plain);
  if (known !== undefined) return {order: known === "by arrival" ? "first come" : known, grace: null};
  const appointment = /^(priority,? then )?by appointment(?: with grace (.+))?$/.exec(plain);
  if (appointment !== null) {
    const [, priority, grace] = appointment;
    return {
      order: priority === undefined ? "by appointment" : "priority then by appointment",
      grace: grace === undefined ? null : parseDuration(grace),
    };
  }
  const later = laterWord("order", plain);
  const choices = [...ORDERS, "by appointment with grace 5 min", "priority then by appointment"];
  throw new Refusal(later !== null ? say.later(text, later) : say.notAChoice(text, choices, closest(plain, choices)));
}

function readGaps(raw: Plain): number[] {
  if (typeof raw === "string") return [parseDuration(raw)];
  if (!Array.isArray(raw) || raw.length === 0) throw new Refusal(say.needsText("15 min"));
  const gaps: number[] = [];
  all(
    raw.map((item, i) => ({
      path: [String(i)],
      run: () => {
        if (typeof item !== "string") throw new Refusal(say.needsText("15 min"));
        gaps.push(parseDuration(item));
      },
    })),
  );
  return gaps.length === 1 ? [gaps[0]] : gaps;
}

function readCounts(raw: Plain): number[] {
  if (!Array.isArray(raw) || raw.length === 0) throw new Refusal(say.needsList("slots: [2, 1, 1, 2, 0]"));
  return raw.map((item, i) => {
    if (typeof item !== "string") throw new Refusal(say.needsText("2"), [String(i)]);
    return parseCount(item, 0, MOST_BOOKED);
  });
}

function readSpeed(text: string): number {
  const plain = new Phrase(text);
  let speed = plain.readNumber("1.5");
  if (plain.takes("%")) speed /= 100;
  plain.end();
  if (!(speed > 0 && speed <= 1000)) throw new Refusal(say.notSpeed(text));
  return speed;
}

function readBatch(raw: Plain): {size: number; share: number}[] {
  if (typeof raw === "string") {
    if (!/^\s*[-\d.０-９]/.test(raw)) throw new Refusal(say.batchWords(raw));
    return [{size: parseCount(raw, 1, 10_000), share: 1}];
  }
  if (!(raw instanceof Map)) throw new Refusal(say.batchOrMap());
  return shareMap(raw, "{ 1: 50%, 2: 50% }").map((part) => ({size: parseCount(part.name, 1, 10_000), share: part.share}));
}

/** A number for each name. */
function numbersByName(raw: Plain, example: string, read: (text: string) => number): [string, number][] {
  if (!(raw instanceof Map) || raw.size === 0) throw new Refusal(say.needsMapping(raw === null ? "" : inlineText(raw), example));
  const numbers: [string, number][] = [];
  all(
    [...raw].map(([name, plain]) => ({
      path: [name],
      run: () => {
        if (typeof plain !== "string") throw new Refusal(say.needsText(example));
        numbers.push([name, read(plain)]);
      },
    })),
  );
  return numbers;
}

function readCredit(text: string): number {
  const value = Number(halfWidth(text.trim()));
  if (!(value > 0 && value <= 1e6)) throw new Refusal(say.notACredit(text));
  return value;
}

/** A promise is a time; where it differs from customer to customer, a law. */
function readDue(text: string, files: TableFiles): Law {
  try {
    return {kind: "fixed", value: parseDuration(text)};
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return parseLaw(text, files);
  }
}

export interface Moment {
  kind: "clock" | "time";
  at: number;
}

function readMoments(raw: Plain): Moment[] {
  if (!Array.isArray(raw) || raw.length === 0) throw new Refusal(say.needsList("at: [09:00, 09:05, 09:20]"));
  const moments: Moment[] = [];
  let before = "";
  all(
    raw.map((item, i) => ({
      path: [String(i)],
      run: () => {
        if (typeof item !== "string") throw new Refusal(say.notAClock(item === null ? "" : inlineText(item), "09:05"));
        const moment = readMoment(item, "");
        if (moments.length > 0 && moment.at < moments[moments.length - 1].at) throw new Refusal(say.clockOrder(before, item));
        if (moments.length > 0 && moment.kind !== moments[0].kind) throw new Refusal(say.clockTableMixed());
        moments.push(moment);
        before = item;
      },
    })),
  );
  return moments;
}

export type WarmUp = {kind: "time"; seconds: number} | {kind: "customers"; count: number};

function readWarmUp(text: string): WarmUp {
  if (/^\s*\d+\s*$/.test(text)) return {kind: "customers", count: parseCount(text, 0, 1e9)};
  return {kind: "time", seconds: parseDuration(text)};
}

/** A law: a phrase, or its phases as a mapping. */
function lawLeaf<T>(meaning: Meaning, read: (text: string) => T) {
  return leaf(meaning, LAW_FORMS, (raw): T | Law => {
    if (raw instanceof Map) return readPhases(raw);
    if (typeof raw !== "string") throw new Refusal(say.needsText(meaning.example));
    return read(raw);
  });
}

const LAW_FORMS: Json = {anyOf: [{type: "string"}, {type: "object", required: ["start", "rates", "per"]}]};

/** A law after standing idle, or a law for each reason. */
function readSetUp(raw: Plain, files: TableFiles): {idle: Law | null; change: Law | null} {
  const read = (plain: Plain | undefined): Law | null => {
    if (plain === undefined || plain === null) return null;
    if (typeof plain !== "string") throw new Refusal(say.needsText("exp 20 s"));
    return parseLaw(plain, files);
  };
  if (!(raw instanceof Map)) return {idle: read(raw), change: null};
  const words = ["idle", "change"];
  for (const word of raw.keys()) if (!words.includes(word)) throw new Refusal(say.unknownKey(word, closest(word, words), words), [word]);
  return {idle: read(raw.get("idle")), change: read(raw.get("change"))};
}

/** 0 patience, service or route would be lost in `undefined`, so "endless" has a name. */
export type Patience = Law | "endless" | {kind: "beyond announced"; law: Law};

/** "exp 5 min beyond announced": the patience begins when the announced minutes are over. */
function readPatience(text: string, files: TableFiles): Patience {
  if (text.trim().toLowerCase() === "endless") return "endless";
  const beyond = / beyond (?:the )?announced(?: minutes)?\s*$/i.exec(text);
  return beyond === null ? parseLaw(text, files) : {kind: "beyond announced", law: parseLaw(text.slice(0, beyond.index), files)};
}

/** "3 times as fast" */
function readLast(text: string): number {
  const phrase = new Phrase(text);
  const factor = phrase.next?.kind === "number" ? phrase.readNumber("3") : Number.NaN;
  if (!phrase.takes("times", "x")) throw new Refusal(say.notLast(text));
  if (phrase.takes("as") && !phrase.takes("fast")) throw new Refusal(say.notLast(text));
  phrase.end();
  if (!(factor > 0 && factor <= 1000)) throw new Refusal(say.notLast(text));
  return factor;
}

/** "2.5 times as long" */
function readSlowness(text: string): number {
  const phrase = new Phrase(text);
  const factor = phrase.next?.kind === "number" ? phrase.readNumber("2.5") : Number.NaN;
  if (!phrase.takes("times", "x")) throw new Refusal(say.notSlowness(text));
  if (phrase.takes("as") && !phrase.takes("long")) throw new Refusal(say.notSlowness(text));
  phrase.end();
  if (!(factor > 0 && factor <= 100)) throw new Refusal(say.notSlowness(text));
  return factor;
}

/** "minutes padded 20% wrong by up to 30%" */
function readAnnouncement(text: string): Announcement {
  const phrase = new Phrase(text);
  const announcement = {padded: 0, wrong: 0};
  if (!phrase.takes("minutes")) throw new Refusal(say.notAnnouncement(text));
  if (phrase.takes("padded")) {
    phrase.takes("by");
    announcement.padded = phrase.readShare();
  }
  if (phrase.takes("wrong")) {
    if (!phrase.takes("by") || !phrase.takes("up") || !phrase.takes("to")) throw new Refusal(say.notAnnouncement(text));
    announcement.wrong = phrase.readShare();
  }
  if (!phrase.isDone) throw new Refusal(say.notAnnouncement(text));
  return announcement;
}

/** From so many on, such a share: by people or by minutes. */
export interface BalkTable {
  counts: "people" | "minutes";
  from: number[];
  share: number[];
}

function readBalkTable(raw: Plain): BalkTable {
  if (!(raw instanceof Map) || raw.size === 0) throw new Refusal(say.notBalkTable());
  const table: BalkTable = {counts: "people", from: [], share: []};
  const kinds = new Set<BalkTable["counts"]>();
  let before = "";
  all(
    [...raw].map(([key, plain]) => ({
      path: [key],
      run: () => {
        const people = /^(\d+(?:\.\d+)?) (?:people|person)$/i.exec(halfWidth(key).trim());
        kinds.add(people === null ? "minutes" : "people");
        const from = people === null ? parseDuration(key) : Number(people[1]);
        if (typeof plain !== "string") throw new Refusal(say.notBalkTable());
        if (table.from.length > 0 && from <= table.from[table.from.length - 1]) throw new Refusal(say.clockOrder(before, key));
        before = key;
        table.from.push(from);
        table.share.push(parseShare(plain));
      },
    })),
  );
  if (kinds.size > 1) throw new Refusal(say.notBalkTable());
  table.counts = [...kinds][0];
  return table;
}

function readPerception(text: string): number {
  const phrase = new Phrase(text);
  const value = phrase.readNumber("0.65");
  phrase.end();
  if (!(value <= 2)) throw new Refusal(say.perceptionRange());
  return value;
}

// ── the file ──

const CLOSINGS: readonly Closing[] = ["finish everyone", "turn away the waiting", "carry over"];
const ORDERS = [
  "first come",
  "by arrival",
  "last come",
  "random",
  "shortest job",
  "longest job",
  "earliest due",
  "priority",
  "ageing",
  "by appointment",
] as const;
const INTERRUPTS: readonly Interrupt[] = ["resume", "restart", "resample"];
const FULLS: readonly Full[] = ["refuse", "drop lowest"];
const LEAVINGS: readonly Leaving[] = ["finish", "resume", "restart", "resample"];
const BREAK_RULES: readonly BreakRule[] = ["after the customer", "end on time", "at once", "skip when behind"];
const WORK_IN_HAND: readonly Breakdowns["inHand"][] = ["resume", "restart", "resample"];
const SPANS: Json = {anyOf: [{type: "string"}, {type: "array", items: {type: "string"}}]};

/** The schema of a file; `files` serves `from times.csv column minutes`. */
export function describeFile(files: TableFiles) {
  const law = (meaning: Meaning) => lawLeaf(meaning, (text) => parseLaw(text, files));
  const patience = (meaning: Meaning) => lawLeaf(meaning, (text): Patience => readPatience(text, files));
  const duration = (meaning: Meaning) => phrase(meaning, parseDuration);

  const balks = (meaning: Meaning) =>
    object("balks", meaning, {
      sees: choice(["people waiting", "people ahead", "people in system"], {
        en: "What newcomers look at in the line they would join: who waits; who waits and one more while no server is free; who waits or is served",
        zh: "新来者看要排的队里的什么：等待的人；等待的人，没有空闲服务员时再加一人；等待和正在服务的人",
        example: "people ahead",
      }).optional(),
      hears: choice(["minutes"], {
        en: "Newcomers go by the minutes that the station announces",
        zh: "新来者依据服务台播报的分钟数",
        example: "minutes",
      }).optional(),
      each: phrase(
        {
          en: "How much each person (or each minute) drives away: of n, the share 1 - exp(-each n) turns round",
          zh: "每人（或每分钟）赶走多少：数量为 n 时，离去的份额为 1 - exp(-each n)",
          symbol: "θ",
          example: "8%",
        },
        parseShare,
      ).optional(),
      from: leaf(
        {
          en: "The share that turns round from so many people (or minutes) on",
          zh: "达到多少人（或多少分钟）时离去的份额",
          example: "{ 5 people: 10%, 10 people: 30% }",
        },
        {type: "object", additionalProperties: {type: "string"}},
        readBalkTable,
      ).optional(),
      bears: lawLeaf(
        {
          en: "The longest announced wait a customer bears: a law, or `patience` for their own patience",
          zh: "顾客能忍受的最长播报等待：一个分布，或写 `patience` 表示自己的耐心",
          example: "lognormal 15 min cv 0.5",
        },
        (text): Law | "patience" => (text.trim().toLowerCase() === "patience" ? "patience" : parseLaw(text, files)),
      ).optional(),
      perception: phrase(
        {
          en: "People seem as many as people ÷ (servers of the line) to this power: 0 sees heads only, 1 allows fully for the servers",
          zh: "看上去的人数为人数 ÷（该队服务员数）的此次方：0 只看人头，1 完全考虑服务员数",
          symbol: "κ",
          default: 0,
          example: "0.65",
        },
        readPerception,
        {type: ["number", "string"]},
      ).optional(),
    });
  const last = (meaning: Meaning) => phrase(meaning, readLast);
  const slowness = (meaning: Meaning) => phrase(meaning, readSlowness);

  const source = object(
    "source",
    {en: "One source of customers", zh: "一个顾客来源", example: "{ rate: 45/h, patience: exp 25 min }"},
    {
      rate: clockTable(
        {
          en: "Customers (or groups) per unit of time, by the clock; they come independently of each other",
          zh: "单位时间到来的顾客（或组）数",
          symbol: "λ",
          example: "45/h, or { 09:00: 20/h, 11:00: 60/h }, or { ramp: { 09:00: 20/h, 12:00: 60/h, 17:00: 20/h } }",
        },
        false,
        parseRate,
        {type: ["string", "number"]},
      ).optional(),
      every: law({
        en: "Law of the time between arrivals, instead of a rate",
        zh: "到达间隔的分布（代替 rate）",
        example: "erlang 80 s phases 3",
      }).optional(),
      at: leaf(
        {en: "The times at which customers come, instead of a rate", zh: "顾客到来的时刻（代替 rate）", example: "[09:00, 09:05, 09:20]"},
        {type: "array", items: {type: "string"}},
        readMoments,
      ).optional(),
      from: phrase(
        {
          en: "A CSV file of arrivals with the columns time, and if known class, service, patience; instead of a rate",
          zh: "到达记录 CSV 文件，列为 time、class、service、patience（代替 rate）",
          example: "tickets.csv",
        },
        (text) => text.trim(),
      ).optional(),
      counts: phrase(
        {
          en: "A CSV file of how many came, with the columns time (when an interval begins) and count, and if known day; their mean is the rate",
          zh: "来客计数 CSV 文件，列为 time（时段开始）和 count，可有 day；其平均即为速率",
          example: "calls.csv",
        },
        (text) => text.trim(),
      ).optional(),
      phases: named(
        "phases",
        {
          en: "Phases by name, each with a rate and how long it lasts: the rate changes by chance (MMPP), instead of one rate",
          zh: "按名称列出各阶段的速率和持续时间：速率随机变化（MMPP，代替 rate）",
          example: "{ quiet: { rate: 20/h, lasts: exp 30 min }, busy: { rate: 80/h, lasts: exp 10 min } }",
        },
        object(
          "phase",
          {en: "One phase of the arrivals", zh: "到达的一个阶段", example: "{ rate: 80/h, lasts: exp 10 min }"},
          {
            rate: phrase(
              {en: "Customers per unit of time while the phase lasts", zh: "此阶段单位时间到来的顾客", symbol: "λ", example: "80/h"},
              parseRate,
              {type: ["string", "number"]},
            ),
            lasts: law({en: "How long the phase lasts: exponential", zh: "阶段持续时间：指数分布", example: "exp 10 min"}),
            then: leaf(
              {
                en: "The phase that follows, or shares; nothing said: the one below, and after the last one the first",
                zh: "接下来的阶段或份额；不写则接着下一行，最后一行之后回到第一行",
                example: "{ 60%: quiet, 40%: rush }",
              },
              {anyOf: [{type: "string"}, {type: "object", additionalProperties: {type: "string"}}]},
              readThen,
            ).optional(),
          },
        ),
      ).optional(),
      spread: object(
        "spread",
        {
          en: "So many people, each at any moment of a period of the day, instead of a rate",
          zh: "固定人数，每人在一天某段时间内的任一时刻到来（代替 rate）",
          example: "{ people: 200, from: 09:00 to 12:00 }",
        },
        {
          people: count(1, 10_000_000, {en: "How many come, every time", zh: "每次来多少人", example: "200"}),
          from: phrase(
            {en: "The period; nothing said: from opening to closing", zh: "时段；不写则从开门到关门", example: "09:00 to 12:00"},
            parseOpening,
          ).optional(),
        },
      ).optional(),
      population: count(1, 100_000, {
        en: "So many members come and nobody else, each again and again, with `each`; instead of a rate",
        zh: "只有这么多成员会来，每名反复到来，与 each 同用（代替 rate）",
        symbol: "N",
        example: "60",
      }).optional(),
      each: law({
        en: "With `population`: how long a member is away before coming, and again after leaving",
        zh: "与 population 同用：成员到来之前（以及离去之后）离开多久",
        example: "exp 360 h",
      }).optional(),
      busyness: phrase(
        {
          en: "How much whole days differ: standard deviation over mean of a factor on the day's rate",
          zh: "各天整体忙闲的差异：日倍数的标准差除以均值",
          default: "cv 0%",
          example: "cv 12%",
        },
        readBusyness,
      ).optional(),
      batch: leaf(
        {en: "How many come together", zh: "几个人一起来", default: 1, example: "2, or { 1: 50%, 2: 30%, 4: 20% }"},
        {
          anyOf: [
            {type: "integer", minimum: 1},
            {type: "object", additionalProperties: {type: "string"}},
          ],
        },
        readBatch,
      ).optional(),
      mix: leaf(
        {
          en: "Classes of customers and their shares, which add up to 100%",
          zh: "顾客类别及份额，合计 100%",
          example: "{ urgent: 20%, regular: 80% }",
        },
        {type: "object", additionalProperties: {type: "string"}},
        (raw) => shareMap(raw, "{ urgent: 20%, regular: 80% }"),
      ).optional(),
      book: object(
        "book",
        {
          en: "People who are told when to come, instead of a rate",
          zh: "按预约到来的人（代替 rate）",
          example: "{ people: 20, every: 15 min }",
        },
        {
          people: count(1, MOST_BOOKED, {en: "People in the book", zh: "预约人数", symbol: "N", example: "20"}).optional(),
          every: leaf(
            {
              en: "Time from one appointment (or block, or slot) to the next; a list gives every gap",
              zh: "相邻预约（或批、时段）的间隔；列表则逐个给出",
              example: "15 min, or [10 min, 15 min, 20 min]",
            },
            {anyOf: [{type: "string"}, {type: "array", items: {type: "string"}}]},
            readGaps,
          ).optional(),
          start: count(1, MOST_BOOKED, {
            en: "So many come at the start, the others after them; nothing said: as many as `block`",
            zh: "开始时同时来的人数，其余随后；不写则等于 block",
            symbol: "k",
            example: "2",
          }).optional(),
          block: count(1, MOST_BOOKED, {
            en: "So many have the same appointment",
            zh: "同一时刻预约的人数",
            symbol: "b",
            default: 1,
            example: "4",
          }).optional(),
          slots: leaf(
            {
              en: "People in each slot, one slot `every` so long; instead of `people`, `start` and `block`",
              zh: "各时段的人数，时段长为 every；代替 people、start 和 block",
              example: "[2, 1, 1, 2, 0, 1]",
            },
            {type: "array", items: {type: "integer", minimum: 0}},
            readCounts,
          ).optional(),
          at: leaf(
            {
              en: "The appointments themselves, instead of a rule; a time stands there once for each person",
              zh: "直接列出预约时刻（代替规则）；每人一个",
              example: "[08:00, 08:00, 08:15, 08:40]",
            },
            {type: "array", items: {type: "string"}},
            readMoments,
          ).optional(),
          from: phrase(
            {en: "The first appointment; nothing said: the opening", zh: "第一个预约；不写则为开门时刻", example: "08:30"},
            parseClock,
          ).optional(),
          spread: choice(["at random"], {
            en: "No appointments: so many people come, each at a moment that is equally likely anywhere from `from` to `to`",
            zh: "没有预约：这些人各自在 from 到 to 之间等可能的时刻到来",
            example: "at random",
          }).optional(),
          to: phrase(
            {en: "End of the period of `spread`; nothing said: closing", zh: "spread 时段的终点；不写则为关门", example: "12:00"},
            (text) => parseClock(text),
          ).optional(),
        },
      ).optional(),
      absent: phrase(
        {en: "Share of the booked who never come", zh: "预约而不来的比例", default: "0%", symbol: "ρ", example: "10%"},
        parseShare,
      ).optional(),
      late: lawLeaf(
        {
          en: "By how much the booked come after their appointment; early where negative",
          zh: "比预约晚到多久；为负则早到",
          default: "always 0 min",
          example: "normal 0 min sd 5 min",
        },
        (text) => parseLaw(text, files, "any sign"),
      ).optional(),
      early: choice(["served", "wait"], {
        en: "Who comes before the appointment may be served then, or joins the line when it is due",
        zh: "早到者可提前服务（served），或到预约时刻才排队（wait）",
        default: "served",
        example: "wait",
      }).optional(),
      patience: patience({
        en: "How long customers wait before they give up; nothing said: as long as it takes",
        zh: "顾客放弃前愿意等多久；不写则一直等",
        default: "endless",
        example: "exp 25 min, or exp 5 min beyond announced",
      }).optional(),
      balks: balks({
        en: "Who turns round at the line; nothing said: everyone stays",
        zh: "谁在队前转身离去；不写则都留下",
        example: "{ sees: people waiting, each: 8% }",
      }).optional(),
      last: last({
        en: "Patience runs so many times as fast while nobody stands behind",
        zh: "身后无人时耐心消耗加快的倍数",
        default: "1 times as fast",
        example: "3 times as fast",
      }).optional(),
      route: name({en: "Name of the route these customers take", zh: "这些顾客的路线名", example: "visit"}).optional(),
    },
  );

  const customerClass = object(
    "class",
    {en: "One class of customers", zh: "一类顾客", example: "{ priority: 1 }"},
    {
      priority: priority({
        en: "1 goes first, where a station has order: priority",
        zh: "1 最先（服务台需写 order: priority）",
        default: 1,
        example: "1",
      }).optional(),
      patience: patience({
        en: "How long they wait before they give up; goes before the source's",
        zh: "放弃前愿意等多久；优先于来源的设置",
        example: "exp 25 min",
      }).optional(),
      balks: balks({
        en: "Who of them turns round at the line; goes before the source's",
        zh: "其中谁在队前转身离去；优先于来源的设置",
        example: "{ hears: minutes, bears: patience }",
      }).optional(),
      last: last({
        en: "Patience runs so many times as fast while nobody stands behind; goes before the source's",
        zh: "身后无人时耐心消耗加快的倍数；优先于来源的设置",
        example: "3 times as fast",
      }).optional(),
      walk: slowness({
        en: "Every walk, to a window or to another line, takes them so many times as long",
        zh: "走到窗口或换队所需的时间是别人的几倍",
        default: "1 times as long",
        example: "2.5 times as long",
      }).optional(),
      service: law({
        en: "Work one customer of this class brings, where the step names none; goes before the station's",
        zh: "这类顾客的服务时间（步骤未写时）；优先于服务台的设置",
        symbol: "S",
        example: "lognormal 5 min cv 0.5",
      }).optional(),
      route: name({
        en: "Name of the route they take; goes before the source's",
        zh: "路线名；优先于来源的设置",
        example: "visit",
      }).optional(),
      due: lawLeaf(
        {
          en: "How long after joining a line they are due there, where a station has order: earliest due; a time, or a law",
          zh: "加入队列后多久到期（服务台需写 order: earliest due）；一个时间或一个分布",
          example: "30 min",
        },
        (text) => readDue(text, files),
      ).optional(),
    },
  );

  const breaks = (meaning: Meaning) => leaf(meaning, SPANS, (raw) => readSpans(raw, true, "11:00 for 15 min"));
  const person = object(
    "person",
    {en: "One person who serves", zh: "一名服务员", example: "{ from: 09:00 to 13:00, break: 11:00 for 15 min }"},
    {
      from: leaf(
        {en: "When this person is here; nothing said: all day", zh: "在岗时间；不写则全天", example: "09:00 to 13:00"},
        SPANS,
        (raw) => readSpans(raw, false, "09:00 to 13:00"),
      ).optional(),
      break: breaks({
        en: "This person's breaks, beside those of the station",
        zh: "个人的休息时间",
        example: "11:00 for 15 min",
      }).optional(),
      speed: phrase({en: "Times the speed of the station", zh: "相对于服务台速度的倍数", default: 1, example: "90%"}, readSpeed, {
        type: ["number", "string"],
      }).optional(),
    },
  );

  const station = object(
    "station",
    {
      en: "One station: servers and their line or lines",
      zh: "一个服务台：服务员及其队列",
      example: "{ servers: 5, service: lognormal 6 min cv 0.8 }",
    },
    {
      servers: clockTable(
        {
          en: "People or machines serving in parallel, by the clock",
          zh: "并行服务的人或机器数，可按时刻给出",
          symbol: "c",
          example: "5, or { 08:30: 7, 09:30: 11 }",
        },
        true,
        (text) => parseCount(text, 0, 100_000),
        {type: "integer", minimum: 0},
      ).optional(),
      service: law({en: "Work one customer brings", zh: "每位顾客的服务时间", symbol: "S", example: "lognormal 6 min cv 0.8"}).optional(),
      line: choice(["one", "each"], {
        en: "One line for all servers, or one line each",
        zh: "所有服务员共一队，或各一队",
        default: defaults.STATION.line,
        example: "each",
      }).optional(),
      join: phrase(
        {
          en: "Which of several lines a newcomer joins: shortest, at random, round robin, nearest, nearest within 2, least work (the fewest minutes of work ahead)",
          zh: "新来者排哪一队：shortest、at random、round robin、nearest、nearest within 2、least work（前面的服务时间最少）",
          default: defaults.STATION.join,
          example: "shortest",
        },
        readJoin,
      ).optional(),
      counts: choice(["system", "waiting"], {
        en: "What the shortest line counts: people waiting and in service, or waiting only",
        zh: "最短队按什么计：等待和正在服务的人，或只计等待的人",
        default: "system",
        example: "waiting",
      }).optional(),
      ties: choice(["left", "random"], {
        en: "Among equally short lines: the leftmost, or a random one",
        zh: "同样短时：最左的，或随机",
        default: "left",
        example: "random",
      }).optional(),
      misjudged: phrase(
        {
          en: "How wrongly newcomers judge the lines: each takes each line's length times a factor of their own, of mean 1 and this spread",
          zh: "新来者对队长判断得有多不准：每人把每条队的长度乘以各自的倍数，均值为 1，离散度如此",
          default: "cv 0%",
          example: "cv 30%",
        },
        readMisjudged,
      ).optional(),
      switch: leaf(
        {
          en: "People at the end of a line move where at least so many fewer are, or (`when idle`) only to a window that is idle; `cost` is the time it takes, in which they stand in no line",
          zh: "队尾的人换到至少少这么多人的队，或只换到空闲的窗口（`when idle`）；`cost` 为换队所花时间，期间不在任何队中",
          example: "2 shorter, or when idle, or { shorter: 2, cost: 5 s }",
        },
        {
          anyOf: [
            {type: "string"},
            {
              type: "object",
              properties: {shorter: {type: ["integer", "string"]}, cost: {type: "string"}},
              required: ["shorter"],
              additionalProperties: false,
            },
          ],
        },
        readSwitch,
      ).optional(),
      express: object(
        "express",
        {
          en: "Express lanes: the first lanes from the left are for some customers only",
          zh: "快速通道：左起的几条队只给部分顾客",
          example: "{ lanes: 1, under: 3 min }",
        },
        {
          lanes: count(1, 10_000, {
            en: "How many of the lanes; one is always left for the others",
            zh: "几条；总会给其他人留一条",
            default: 1,
            example: "1",
          }).optional(),
          under: duration({
            en: "For those whose work takes less than this, at speed 1",
            zh: "给服务时间（速度为 1 时）少于此值的人",
            example: "3 min",
          }).optional(),
          for: leaf(
            {en: "For this class, or these", zh: "给这一类或这几类顾客", example: "basket"},
            {anyOf: [{type: "string"}, {type: "array", items: {type: "string"}}]},
            readClasses,
          ).optional(),
          use: choice(["if shorter", "always"], {
            en: "Whether those it is for look at the other lanes too",
            zh: "可用快速通道的人是否也看其他队",
            default: "if shorter",
            example: "always",
          }).optional(),
          idle: choice(["wait", "serve anyone"], {
            en: "What an idle express server does: wait for those it is for, or call the next one of the longest other line",
            zh: "快速通道空闲时：等待可用的人，或从最长的其他队叫下一位",
            default: "wait",
            example: "serve anyone",
          }).optional(),
        },
      ).optional(),
      places: count(0, 1000, {
        en: "With one line: how many people wait at each window, behind the one in service; the head of the line walks there while that one is served",
        zh: "共用一队时：每个窗口前还有几个等候位；前一位仍在服务时，队首就走过去",
        default: 0,
        example: "1",
      }).optional(),
      opens: object(
        "opens",
        {
          en: "Servers who come when lines are long, up to `servers`, and go when they are idle and nobody waits",
          zh: "队长时增开、空闲且无人等待时收起，最多到 `servers`",
          example: "{ at: 4 waiting, least: 2 }",
        },
        {
          at: phrase(
            {
              en: "One more comes when at least so many wait in every open line",
              zh: "每条开放的队都至少有这么多人等待时增开一个",
              example: "4 waiting",
            },
            readOpensAt,
            {type: ["integer", "string"]},
          ),
          least: count(1, 100_000, {en: "How many are always there", zh: "始终在岗的人数", default: 1, example: "2"}).optional(),
        },
      ).optional(),
      order: phrase(
        {
          en: "Who is called next: `first come` (or `by arrival`), `last come`, `random`, `shortest job`, `longest job`, `earliest due`, `priority`, `ageing` (who waits gains credit), `by appointment` (who is here and has the earliest), `by appointment with grace 5 min` (who comes later than that goes by arrival), `priority then by appointment`",
          zh: "下一个叫谁：first come（或 by arrival）、last come、random、shortest job、longest job、earliest due、priority、ageing（等待累积积分）、by appointment（在场且预约最早者）、by appointment with grace 5 min（迟到更久者按到达）、priority then by appointment",
          default: defaults.STATION.order,
          example: "priority",
        },
        readOrder,
      ).optional(),
      interrupt: choice(INTERRUPTS, {
        en: "With order: priority, who would have to wait interrupts somebody of a lower class, whose work then goes on where it stopped, begins again, or is drawn anew; nothing said: nobody is interrupted",
        zh: "配合 order: priority，需要等待的人会打断较低类别的人，被打断者的工作之后接着做、重新开始或重新抽取；不写则不打断",
        example: "resume",
      }).optional(),
      ageing: leaf(
        {
          en: "With order: ageing, the credit that each class gains per unit of waiting; the highest credit goes first, and only ratios matter",
          zh: "配合 order: ageing，各类每等待一单位时间得到的积分；积分最高者先，只有比例有意义",
          example: "{ urgent: 4, regular: 1 }",
        },
        {type: "object", additionalProperties: {type: "number", exclusiveMinimum: 0}},
        (raw) => new Map(numbersByName(raw, "{ urgent: 4, regular: 1 }", readCredit)),
      ).optional(),
      kept: leaf(
        {
          en: "How many servers serve a class only; the others serve anybody, by the order",
          zh: "只服务某一类顾客的服务员人数；其余服务员按顺序服务所有人",
          example: "{ urgent: 1 }",
        },
        {type: "object", additionalProperties: {type: "integer", minimum: 0}},
        (raw) => new Map(numbersByName(raw, "{ urgent: 1 }", (text) => parseCount(text, 0, 10_000))),
      ).optional(),
      accessible: leaf(
        {
          en: "How many windows or lanes, from the left, a class can use; the classes not named can use all",
          zh: "某类顾客能用左起的几个窗口（或几条队）；未写的类别都能用",
          example: "{ wheelchair: 1 }",
        },
        {type: "object", additionalProperties: {type: "integer", minimum: 1}},
        (raw) => new Map(numbersByName(raw, "{ wheelchair: 1 }", (text) => parseCount(text, 1, 10_000))),
      ).optional(),
      room: count(1, 1_000_000, {
        en: "Most people at the station, waiting and in service; who comes to a full room is refused",
        zh: "服务台最多容纳的人数（等待和服务中）；满员时来者被拒",
        symbol: "K",
        example: "12",
      }).optional(),
      full: choice(FULLS, {
        en: "Who has to go when the room is full: the newcomer, or the last of the lowest class that waits, if it is lower than the newcomer's",
        zh: "满员时谁离开：新来者，或等待者中最低类别的最后一人（若低于来者的类别）",
        default: defaults.STATION.full,
        example: "drop lowest",
      }).optional(),
      leaving: choice(LEAVINGS, {
        en: "What a server does with the customer in hand when the shift ends: finish, or hand back to resume, restart or resample",
        zh: "班次结束时如何处理手中的顾客",
        default: "finish",
        example: "finish",
      }).optional(),
      walk: object(
        "walk",
        {
          en: "The walk from the line to the windows; it holds the server",
          zh: "从队列走到窗口的时间；期间窗口被占用",
          example: "{ first: 3 s, each: 1 s }",
        },
        {
          first: duration({en: "Walk to the first window", zh: "走到第一个窗口", default: "0 s", example: "3 s"}).optional(),
          each: duration({
            en: "Further walk for each window beyond it",
            zh: "每多一个窗口增加的时间",
            default: "0 s",
            example: "1 s",
          }).optional(),
        },
      ).optional(),
      speed: leaf(
        {
          en: "Work one server does per unit of time; a table tells it by the number of people waiting when a service starts",
          zh: "一名服务员单位时间完成的工作量；可按服务开始时的等待人数给出",
          default: 1,
          example: "1.5, or { 0: 100%, 6: 110% }",
        },
        {anyOf: [{type: ["number", "string"]}, {type: "object", additionalProperties: {type: ["number", "string"]}}]},
        (raw) => {
          if (raw instanceof Map) return readSpeedTable(raw, readSpeed);
          if (typeof raw !== "string") throw new Refusal(say.needsText("1.5"));
          return readSpeed(raw);
        },
      ).optional(),
      announces: phrase(
        {
          en: "Newcomers are told the minutes: people ahead × mean service ÷ servers of the line; padded by a share, or wrong by up to a share either way",
          zh: "向新来者播报分钟数：前面的人数 × 平均服务时间 ÷ 该队服务员数；可多报一定份额（padded），或上下偏差（wrong by up to）",
          example: "minutes, or minutes padded 20%, or minutes wrong by up to 30%",
        },
        readAnnouncement,
      ).optional(),
      people: named(
        "people",
        {
          en: "Who serves, by name, instead of `servers`",
          zh: "按姓名列出服务员（代替 servers）",
          example: "{ Anna: { from: 09:00 to 13:00 }, Bert: {} }",
        },
        person,
      ).optional(),
      break: breaks({
        en: "Breaks of all servers of the station",
        zh: "全体服务员的休息时间",
        example: "[10:30 for 15 min, 15:00 to 15:15]",
      }).optional(),
      breaks: phrase(
        {
          en: "When a break is due and a customer is in hand: after the customer (in full length), end on time, at once (the customer goes on later), or skip when behind (no break while somebody waits)",
          zh: "休息时间到而手上有顾客时：服务完再休息、按时结束、立即休息，或有人等待时不休息",
          default: defaults.STATION.breakRule,
          example: "at once",
        },
        (text): BreakRule => {
          const plain = text.trim().toLowerCase();
          const rule = BREAK_RULES.find((word) => word === plain);
          if (rule !== undefined) return rule;
          throw new Refusal(/^\d/.test(plain) ? breakTimesElsewhere(text) : say.notAChoice(text, BREAK_RULES, closest(plain, BREAK_RULES)));
        },
        {enum: [...BREAK_RULES]},
      ).optional(),
      lunch: object(
        "lunch",
        {
          en: "Lunch in turn, from the left; who has not begun when the time is over goes without",
          zh: "轮流午餐，从左起；时间结束仍未开始的就没有午餐",
          example: "{ from: 11:30 to 13:30, length: 30 min, together: 1 }",
        },
        {
          from: leaf({en: "When lunches may begin", zh: "可以开始午餐的时间", example: "11:30 to 13:30"}, {type: "string"}, (raw) =>
            readSpans(raw, false, "11:30 to 13:30"),
          ),
          length: duration({en: "How long each lasts", zh: "每人午餐的时长", example: "30 min"}),
          together: count(1, 1000, {en: "How many may be at lunch at once", zh: "最多几人同时午餐", default: 1, example: "1"}).optional(),
        },
      ).optional(),
      breakdowns: object(
        "breakdowns",
        {
          en: "Servers, such as machines, that break down and are repaired",
          zh: "会出故障并需修理的服务员（如机器）",
          example: "{ every: exp 360 h, repair: exp 4 h, technicians: 1 }",
        },
        {
          every: law({en: "Time from a repair to the next breakdown", zh: "修好到下次故障的时间", example: "exp 360 h"}),
          repair: law({en: "Time a repair takes", zh: "修理时间", example: "exp 4 h"}),
          counts: choice(["time", "use"], {
            en: "What runs the time to a breakdown down: being on duty, or serving",
            zh: "故障时间按什么计：在岗时间，或服务时间",
            default: "time",
            example: "use",
          }).optional(),
          technicians: count(1, 100_000, {
            en: "Who repair, one server each; nothing said: no repair ever waits",
            zh: "修理人数，每人一次修一台；不写则修理无需等待",
            example: "1",
          }).optional(),
          work: choice(WORK_IN_HAND, {
            en: "The work of the customer in hand, who goes back to the head of the line",
            zh: "手上顾客（回到队首）的工作如何继续",
            default: "resume",
            example: "restart",
          }).optional(),
        },
      ).optional(),
      setup: leaf(
        {
          en: "How long a server prepares before a service, with the customer called: after standing idle, or after a customer of another class",
          zh: "服务前的准备时间（顾客已被叫到）：空闲之后，或上一位顾客类别不同时",
          example: "always 20 s, or { idle: exp 20 s, change: always 1 min }",
        },
        {anyOf: [{type: "string"}, {type: "object", properties: {idle: LAW_FORMS, change: LAW_FORMS}, additionalProperties: false}]},
        (raw) => readSetUp(raw, files),
      ).optional(),
      afterwork: law({
        en: "How long a server is taken after each service, the customer gone",
        zh: "每次服务后（顾客已离开）的收尾时间",
        example: "exp 30 s",
      }).optional(),
    },
  );

  const step = object(
    "step",
    {en: "One step of a route: a visit or a delay", zh: "路线中的一步：到访或延时", example: "{ at: counter, then: leave }"},
    {
      at: name({en: "The station visited", zh: "到访的服务台", example: "counter"}).optional(),
      service: law({
        en: "Work brought to this step; goes before the class's and the station's",
        zh: "这一步的服务时间；优先于类别和服务台的设置",
        example: "lognormal 10 min cv 0.6",
      }).optional(),
      wait: lawLeaf({en: "A time that passes without anybody's work", zh: "无需人手的一段时间", example: "always 5 min"}, (text) => {
        if (/^\s*for\s/i.test(text)) throw new Refusal(say.later(text, {en: "networks of people and things", zh: "人与物的网络"}));
        return parseLaw(text, files);
      }).optional(),
      then: leaf(
        {
          en: "The next step, `leave`, or shares; nothing said: the step below, and after the last one leave",
          zh: "下一步、`leave` 或份额；不写则接着下一行，最后一步之后离开",
          example: "{ 39%: tests, 61%: leave }",
        },
        {anyOf: [{type: "string"}, {type: "object", additionalProperties: {type: "string"}}]},
        readThen,
      ).optional(),
    },
  );

  return {
    name: phrase({en: "What the place is called", zh: "场所名称", example: "Branch 12, one line or five"}, (text) =>
      text.trim().slice(0, 200),
    ).optional(),
    opening: phrase(
      {
        en: "When the place opens and closes; nothing said: it never closes, and the answer is the long run",
        zh: "营业时间；不写则从不关门，回答长期情况",
        example: "09:00 to 17:00",
      },
      parseOpening,
    ).optional(),
    closing: choice(CLOSINGS, {
      en: "What happens to those still waiting when the place closes",
      zh: "关门时如何处理仍在等待的人",
      default: defaults.CLOSING,
      example: "finish everyone",
    }).optional(),
    arrivals: named("arrivals", {en: "Who comes, by source", zh: "谁会来（按来源）", example: "{ customers: { rate: 45/h } }"}, source),
    classes: named(
      "classes",
      {en: "Classes of customers that differ", zh: "有区别的顾客类别", example: "{ urgent: { priority: 1 } }"},
      customerClass,
    ).optional(),
    stations: named(
      "stations",
      {en: "Where they are served", zh: "在哪里接受服务", example: "{ tellers: { servers: 5, service: exp 6 min } }"},
      station,
    ),
    routes: named(
      "routes",
      {
        en: "Where customers go, step by step; one station needs none",
        zh: "顾客逐步去哪里；只有一个服务台时不用写",
        example: "{ visit: { check: { at: counters } } }",
      },
      named(
        "route",
        {en: "The steps of one route, in order", zh: "一条路线的各步骤，按顺序", example: "{ check: { at: counters }, pay: { at: till } }"},
        step,
      ),
    ).optional(),
    goals: leaf(
      {en: "What counts as good, in sentences", zh: "目标（句子）", example: "[ 80% of customers wait at most 5 min ]"},
      {type: "array", items: {type: "string"}},
      (raw) => {
        if (!Array.isArray(raw)) throw new Refusal(say.needsList("goals: [ mean wait at most 4 min ]"));
        const goals: ReturnType<typeof parseGoal>[] = [];
        all(
          raw.map((item, i) => ({
            path: [String(i)],
            run: () => {
              if (typeof item !== "string") throw new Refusal(say.unknownGoal(item === null ? "" : inlineText(item)));
              goals.push(parseGoal(item));
            },
          })),
        );
        return goals;
      },
    ).optional(),
    costs: object(
      "costs",
      {en: "Prices", zh: "价格", example: "{ staff: 28 EUR/h, wait: 10 EUR/h, lost: 6 EUR }"},
      {
        staff: price(true, {en: "Price of staffed time", zh: "在岗时间的价格", example: "28 EUR/h"}).optional(),
        overtime: price(true, {
          en: "Price of overtime, instead of the price of staff",
          zh: "加班时间的价格（代替 staff）",
          example: "42 EUR/h",
        }).optional(),
        wait: price(true, {en: "Price of customers' waiting time", zh: "顾客等待时间的价格", example: "10 EUR/h"}).optional(),
        idle: price(true, {
          en: "Price of time in which a server on duty has nothing to do, beside the price of staff",
          zh: "在岗但空闲的时间的价格（另计，不代替 staff）",
          example: "90 EUR/h",
        }).optional(),
        lost: price(false, {
          en: "Price of a customer who gave up, balked or was refused",
          zh: "每流失一位顾客的价格",
          example: "6 EUR",
        }).optional(),
      },
    ).optional(),
    run: object(
      "run",
      {en: "How to simulate", zh: "如何模拟", example: "{ replications: 400, seed: 2026 }"},
      {
        seed: phrase(
          {en: "Repeats a result exactly", zh: "用于精确重现结果", default: defaults.RUN.seed, example: "2026"},
          (text) => text.trim().slice(0, 100),
          {type: ["integer", "string"]},
        ).optional(),
        replications: count(1, 1_000_000, {
          en: `Days or long runs to simulate; nothing said: ${defaults.RUN.replicationsOfDays} days, or ${defaults.RUN.replicationsOfLongRuns} long runs`,
          zh: "模拟的天数或长期运行次数",
          example: "400",
        }).optional(),
        until: phrase(
          {
            en: `Stop as soon as the interval is this narrow; then \`replications\` is the most there may be (nothing said: ${defaults.RUN.mostDays} days, or ${defaults.RUN.mostLongRuns} long runs)`,
            zh: "区间窄到如此程度即停止；此时 replications 是最多次数",
            example: "±2% of mean wait",
          },
          parseUntil,
          {type: "string"},
        ).optional(),
        length: duration({
          en: "Long run: counted time after the warm-up",
          zh: "长期运行：预热之后计入的时间",
          example: "2000 h",
        }).optional(),
        warmup: phrase(
          {en: "Long run: what is dropped first, a time or a number of customers", zh: "长期运行：先舍去的时间或顾客数", example: "100 h"},
          readWarmUp,
          {type: ["string", "integer"]},
        ).optional(),
        customers: count(1, 1_000_000_000, {
          en: "Long run: counted customers, instead of a length",
          zh: "长期运行：计入的顾客数（代替 length）",
          example: "100000",
        }).optional(),
      },
    ).optional(),
    compare: leaf(
      {
        en: "Designs to compare with the first: a name, and the paths that change",
        zh: "要比较的方案：名称和改变的路径；第一个是基准",
        example: "{ one line: {}, five lines: { stations.tellers: { line: each } } }",
      },
      {type: "object", additionalProperties: {type: ["object", "null"]}},
      (raw) => raw,
    ).optional(),
    vary: leaf(
      {
        en: "Paths and the values they take; several paths make a grid",
        zh: "要变化的路径和取值；多条路径构成网格",
        example: "{ stations.agents.servers: 8 to 14 }",
      },
      {type: "object", additionalProperties: {type: ["string", "array"]}},
      (raw) => raw,
    ).optional(),
    assumed: leaf(
      {
        en: "Paths (or sentences) of what is assumed and not measured; the report lists them",
        zh: "属于假设而非测量的路径（或句子）；报告会列出",
        example: "[ arrivals.calls.patience ]",
      },
      {type: "array", items: {type: "string"}},
      (raw) => {
        const items = typeof raw === "string" ? [raw] : raw;
        if (!Array.isArray(items)) throw new Refusal(say.needsList("assumed: [ arrivals.calls.patience ]"));
        return items.map((item, i) => {
          if (typeof item !== "string") throw new Refusal(say.needsText("arrivals.calls.patience"), [String(i)]);
          return item.trim();
        });
      },
    ).optional(),
  };
}

export type FileShape = ReturnType<typeof describeFile>;
export type Section = keyof FileShape;
/** What a file says, section by section; undefined: not said, or not readable. */
export type Sections = {[Key in Section]?: z.output<FileShape[Key]>};

/** The whole file as one schema: for the editor. */
export function fileSchema(files: TableFiles) {
  return object(
    "file",
    {
      en: "A Waitline scenario: a place where people wait, and the question about it",
      zh: "Waitline 情景：人们等待的场所及其问题",
      example: "see docs/scenario-file.md",
    },
    describeFile(files),
  );
}

export const SECTIONS: readonly Section[] = [
  "name",
  "opening",
  "closing",
  "arrivals",
  "classes",
  "stations",
  "routes",
  "goals",
  "costs",
  "run",
  "compare",
  "vary",
  "assumed",
];
