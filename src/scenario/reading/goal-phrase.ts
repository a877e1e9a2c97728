/**
 * Goals as sentences: `80% of customers wait at most 5 min at tellers in every half hour`. Read before the names are known:
 * `who` and `station` stay words, and whoever builds the scenario looks them up. `less than`, `under`, `within` and `no more than`
 * before a time or a share say the same as `at most`: of quantities that vary without gaps, < and ≤ are one promise.
 */
import type {Goal} from "../scenario.ts";
import {Refusal} from "../message.ts";
import * as say from "./messages.ts";
import {LONGEST_PHRASE, parseDuration, parseShare, halfWidth, Phrase} from "./phrase.ts";

export interface GoalPhrase extends Omit<Goal, "class"> {
  /** As written; null: nobody is named. */
  who: string | null;
}

type Claim = Omit<GoalPhrase, "text" | "everyHalfHour" | "shareOfDays" | "station"> & {station?: string | null};

/** What comes after `of <who>` in a goal about a share of people, and what it measures. */
const VERBS: readonly {words: string; metric: Goal["metric"]}[] = [
  {words: "are answered within", metric: "serviceLevel"},
  {words: "answered within", metric: "serviceLevel"},
  {words: "are served within", metric: "serviceLevel"},
  {words: "served within", metric: "serviceLevel"},
  {words: "waits at most", metric: "waitTime"},
  {words: "wait at most", metric: "waitTime"},
  {words: "are done within", metric: "sojournTime"},
  {words: "leave within", metric: "sojournTime"},
];

const LOSSES: readonly {words: string; metric: Goal["metric"]}[] = [
  {words: "gives up", metric: "abandonShare"},
  {words: "give up", metric: "abandonShare"},
  {words: "balks", metric: "balkShare"},
  {words: "balk", metric: "balkShare"},
  {words: "turn round", metric: "balkShare"},
  {words: "are refused", metric: "blockShare"},
  {words: "find no room", metric: "blockShare"},
];

const TIMES: readonly {words: string; metric: Goal["metric"]}[] = [
  {words: "wait", metric: "waitTime"},
  {words: "time in system", metric: "sojournTime"},
  {words: "visit", metric: "sojournTime"},
];

/** @throws Refusal when the sentence is no goal. */
export function parseGoal(raw: string): GoalPhrase {
  if (raw.length > LONGEST_PHRASE) throw new Refusal(say.tooLongPhrase());
  const text = halfWidth(raw).replace(/\s+/g, " ").trim();
  let rest = text;
  let everyHalfHour = false;
  let shareOfDays: number | null = null;
  for (;;) {
    const period = [" in every half hour", " in each half hour"].find((words) => ends(rest, words));
    if (period !== undefined) {
      everyHalfHour = true;
      rest = rest.slice(0, -period.length);
    } else if (ends(rest, " of days")) {
      const on = lastIndex(rest, " on ");
      if (on < 0) throw new Refusal(say.unknownGoal(text));
      shareOfDays = parseShare(rest.slice(on + 4, -" of days".length));
      rest = rest.slice(0, on);
    } else break;
  }
  rest = withAtMost(rest);
  const claim = lossGoal(rest) ?? shareGoal(rest) ?? timeGoal(rest);
  const bare = /^(?:(.*?) )?waits? at most (.+)$/i.exec(rest);
  if (claim === null && bare !== null && !/^\d|percentile/i.test(rest)) throw new Refusal(say.waitOfWhom(bare[1] ?? "", bare[2]));
  if (claim === null)
    throw new Refusal(
      rest.toLowerCase().includes(" ready ") || / after /.test(rest)
        ? say.later("ready ... after", {en: "times between steps", zh: "步骤之间的时间"})
        : say.unknownGoal(text),
    );
  return {station: null, ...claim, text, everyHalfHour, shareOfDays};
}

/** Other words for "at most", where a number follows; after "answered", "done" and their like, `within` is the grammar's own word. */
function withAtMost(text: string): string {
  return text.replace(/\b(?:less than|under|no more than|(?<!\b(?:answered|served|done|leave) )within) (?=\d)/gi, "at most ");
}

const ends = (text: string, words: string): boolean => text.toLowerCase().endsWith(words);
const lastIndex = (text: string, words: string): number => text.toLowerCase().lastIndexOf(words);

/** "5 min at tellers" → the time and the place. */
function boundAt(text: string): {bound: number; station: string | null} {
  const at = text.toLowerCase().indexOf(" at ");
  if (at < 0) return {bound: parseDuration(text), station: null};
  return {bound: parseDuration(text.slice(0, at)), station: text.slice(at + 4).trim()};
}

/** "at most 3% of calls give up at agents" */
function lossGoal(text: string): Claim | null {
  if (!text.toLowerCase().startsWith("at most ")) return null;
  for (const {words, metric} of LOSSES) {
    const verb = lastIndex(text, ` ${words}`);
    if (verb < 0) continue;
    const after = text.slice(verb + words.length + 1);
    if (after !== "" && !after.toLowerCase().startsWith(" at ")) continue;
    const {share, who} = shareOf(text.slice("at most ".length, verb));
    return {
      metric,
      statistic: "share",
      within: null,
      percentile: null,
      who,
      station: after === "" ? null : after.slice(4).trim(),
      direction: "at most",
      bound: share,
    };
  }
  return null;
}

/** "80% of urgent wait at most 5 min at tellers" */
function shareGoal(text: string): Claim | null {
  for (const {words, metric} of VERBS) {
    const verb = lastIndex(text, ` ${words} `);
    if (verb < 0) continue;
    const start = text.toLowerCase().startsWith("at least ") ? "at least ".length : 0;
    const head = text.slice(start, verb);
    if (head[0] < "0" || head[0] > "9") continue;
    if (!head.includes("%") && !head.includes(" of ")) continue;
    if (/percentile/i.test(head)) continue;
    const {share, who} = shareOf(head);
    const {bound, station} = boundAt(text.slice(verb + words.length + 2));
    return {metric, statistic: "within", within: bound, percentile: null, who, station, direction: "at least", bound: share};
  }
  return null;
}

function shareOf(text: string): {share: number; who: string | null} {
  const of = text.toLowerCase().indexOf(" of ");
  if (of < 0) return {share: parseShare(text), who: null};
  return {share: parseShare(text.slice(0, of)), who: text.slice(of + 4).trim()};
}

/** "mean wait of urgent at most 4 min", "95th percentile wait at most 10 min at tellers", "overtime at most 30 min" */
function timeGoal(text: string): Claim | null {
  const cut = lastIndex(text, " at most ");
  if (cut < 0) {
    const wrong = [" at least ", " under ", " below ", " < ", " less than ", " within ", " ≤ "].some((words) => lastIndex(text, words) > 0);
    if (wrong && /^(mean|overtime|\d+(th|st|nd|rd) percentile)/i.test(text)) throw new Refusal(say.goalDirection());
    return null;
  }
  const head = text.slice(0, cut).trim();
  const tail = text.slice(cut + " at most ".length);
  const lower = head.toLowerCase();
  const base = {within: null, direction: "at most"} as const;
  if (lower === "overtime")
    return {...base, metric: "overtime", statistic: "mean", percentile: null, who: null, bound: parseDuration(tail)};
  let statistic: "mean" | "percentile";
  let percentile: number | null = null;
  let subject: string;
  if (lower.startsWith("mean ")) {
    statistic = "mean";
    subject = head.slice("mean ".length);
  } else {
    const word = lower.indexOf(" percentile ");
    if (word < 0) return null;
    statistic = "percentile";
    percentile = readPercentile(lower.slice(0, word));
    subject = head.slice(word + " percentile ".length).replace(/^(of )?(the )?/i, "");
  }
  const {bound, station} = boundAt(tail);
  for (const {words, metric} of TIMES) {
    const lowerSubject = subject.toLowerCase();
    if (lowerSubject !== words && !lowerSubject.startsWith(`${words} `)) continue;
    let rest = subject.slice(words.length);
    let place = station;
    const at = lastIndex(rest, " at ");
    if (at >= 0 && place === null) {
      place = rest.slice(at + 4).trim();
      rest = rest.slice(0, at);
    }
    if (rest !== "" && !rest.toLowerCase().startsWith(" of ")) return null;
    return {...base, metric, statistic, percentile, who: rest === "" ? null : rest.slice(4).trim(), station: place, bound};
  }
  return null;
}

/** "95th" → 0.95 */
function readPercentile(text: string): number {
  const phrase = new Phrase(text.replace(/(st|nd|rd|th|%)$/, ""));
  const value = phrase.readNumber("95");
  phrase.end();
  if (!(value > 0 && value < 100)) throw new Refusal(say.percentileRange());
  return value / 100;
}
