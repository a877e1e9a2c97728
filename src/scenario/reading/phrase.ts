/**
 * Phrases: "6 min", "45/h", "80%", "09:30". Scanned by hand from left to right, never back, at most 200 characters.
 * Commas and brackets mean nothing inside a phrase; full-width signs mean what their half-width ones do.
 */
import {DAY, HOUR, MINUTE, type PerSecond, type Probability, type Seconds} from "../../units.ts";
import {Refusal} from "../message.ts";
import * as say from "./messages.ts";

export const LONGEST_PHRASE = 200;

export interface Token {
  kind: "number" | "word" | "sign";
  text: string;
  /** Of numbers. */
  value: number;
  from: number;
  to: number;
}

const FULL = "：，（）％．＋／－；\u3000～＝";
const HALF = ":,()%.+/-; ~=";

/** Full-width signs and digits as half-width ones, character by character. */
export function halfWidth(text: string): string {
  let out = "";
  for (const char of text) {
    const sign = FULL.indexOf(char);
    const code = char.charCodeAt(0);
    out += sign >= 0 ? HALF[sign] : code >= 0xff10 && code <= 0xff19 ? String.fromCharCode(code - 0xff10 + 48) : char;
  }
  return out;
}

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= "0" && char <= "9";
const isBlank = (char: string): boolean =>
  char === " " || char === "\t" || char === "\n" || char === "\r" || char === "\u00a0" || char === "," || char === "(" || char === ")";
const isSign = (char: string): boolean => "%/+-:;~=<>≤≥±*\"'`!?&|[]{}#@^$\\".includes(char);

/** With `namesFiles`, what stands between `from` and `column` is one word: a file's name may hold blanks, dashes and digits. */
export function scan(raw: string, namesFiles = false): Token[] {
  if (raw.length > LONGEST_PHRASE) throw new Refusal(say.tooLongPhrase());
  const text = halfWidth(raw);
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const from = at;
    if (isBlank(text[at])) {
      at++;
    } else if (isDigit(text[at]) || (text[at] === "." && isDigit(text[at + 1]))) {
      while (isDigit(text[at])) at++;
      if (text[at] === "." && isDigit(text[at + 1])) {
        at++;
        while (isDigit(text[at])) at++;
      }
      if (text[at] === "," && isDigit(text[at + 1])) {
        let end = at + 1;
        while (isDigit(text[end])) end++;
        throw new Refusal(say.commaInNumber(text.slice(from, end)));
      }
      const digits = text.slice(from, at);
      const value = Number(digits);
      if (value > 1e12) throw new Refusal(say.hugeNumber(digits));
      tokens.push({kind: "number", text: digits, value, from, to: at});
    } else if (isSign(text[at])) {
      at++;
      tokens.push({kind: "sign", text: text.slice(from, at), value: Number.NaN, from, to: at});
    } else {
      while (at < text.length && !isBlank(text[at]) && !isSign(text[at]) && !(isDigit(text[at]) && at === from)) at++;
      tokens.push({kind: "word", text: text.slice(from, at), value: Number.NaN, from, to: at});
      if (namesFiles && text.slice(from, at).toLowerCase() === "from") at = scanFileName(raw, at, tokens);
    }
  }
  return tokens;
}

/** Takes a file's name up to the word `column`; without that word, the rest. */
function scanFileName(raw: string, after: number, tokens: Token[]): number {
  const column = /\s+column(?!\S)/i.exec(raw.slice(after));
  const to = column === null ? raw.length : after + column.index;
  const name = raw.slice(after, to).trim();
  const from = after + raw.slice(after, to).indexOf(name);
  if (name !== "") tokens.push({kind: "word", text: name, value: Number.NaN, from, to});
  return to;
}

/** Walks over tokens; every `read…` either takes what it names or refuses with the fix. */
export class Phrase {
  readonly text: string;
  private readonly tokens: Token[];
  private at = 0;

  constructor(text: string, namesFiles = false) {
    this.text = text;
    this.tokens = scan(text, namesFiles);
  }

  get next(): Token | undefined {
    return this.tokens[this.at];
  }

  /** The token behind the next one. */
  get second(): Token | undefined {
    return this.tokens[this.at + 1];
  }

  get isDone(): boolean {
    return this.at >= this.tokens.length;
  }

  take(): Token | undefined {
    return this.tokens[this.at++];
  }

  /** Takes the word or sign if it comes next, in any case of letters. */
  takes(...words: string[]): boolean {
    const next = this.next;
    if (next === undefined || !words.includes(next.text.toLowerCase())) return false;
    this.at++;
    return true;
  }

  restText(): string {
    const next = this.next;
    return next === undefined ? "" : this.text.slice(next.from);
  }

  end(): void {
    if (!this.isDone) throw new Refusal(say.leftOver(this.text, this.restText()));
  }

  readNumber(example: string): number {
    const next = this.next;
    if (next?.text === "-") throw new Refusal(say.negative(this.text));
    if (next?.kind !== "number") throw new Refusal(say.notANumber(next === undefined ? this.text : this.restText(), example));
    this.at++;
    const digits = next.text;
    if (digits.length > 1 && digits[0] === "0" && digits[1] !== ".") throw new Refusal(say.leadingZero(digits));
    return next.value;
  }

  /** A duration that may have a minus: "-5 min" is five minutes early. */
  readSignedDuration(): Seconds {
    return this.takes("-") ? -this.readDuration() : this.readDuration();
  }

  /** Seconds: "90 s", "6 min", "3 min 20 s". */
  readDuration(): Seconds {
    const first = this.next;
    if (first?.text === "-") throw new Refusal(say.negative(this.text));
    if (first?.kind !== "number") throw new Refusal(say.notATime(first === undefined ? this.text : this.restText(), "6 min"));
    let seconds = 0;
    while (this.next?.kind === "number") {
      const number = this.next;
      const value = this.readNumber("6 min");
      const unit = this.next;
      if (unit?.kind !== "word") {
        if (unit?.text === ":") throw new Refusal(say.notATime(this.text, "6 min"));
        throw new Refusal(say.bareTime(number.text));
      }
      const factor = unitSeconds(unit.text);
      if (factor === null) throw new Refusal(looksLikeUnit(unit.text) ? say.unknownUnit(unit.text) : say.bareTime(number.text));
      this.at++;
      seconds += value * factor;
    }
    if (seconds > 1e11) throw new Refusal(say.hugeNumber(this.text));
    return seconds;
  }

  /** "80%" → 0.8 */
  readShare(): Probability {
    const first = this.next;
    const value = this.readNumber("80%");
    if (!this.takes("%", "percent")) {
      const text = first?.text ?? "";
      throw new Refusal(
        say.bareShare(text, value <= 1 && value > 0 ? `${Math.round(value * 1e6) / 1e4}%` : value <= 100 ? `${text}%` : null),
      );
    }
    if (value > 100) throw new Refusal(say.shareRange(`${first?.text}%`));
    return value / 100;
  }
}

const UNITS: ReadonlyMap<string, Seconds> = new Map([
  ...["s", "sec", "secs", "second", "seconds"].map((unit) => [unit, 1] as const),
  ...["min", "mins", "minute", "minutes"].map((unit) => [unit, MINUTE] as const),
  ...["h", "hr", "hrs", "hour", "hours"].map((unit) => [unit, HOUR] as const),
  ...["d", "day", "days"].map((unit) => [unit, DAY] as const),
]);

export function unitSeconds(unit: string): Seconds | null {
  return UNITS.get(unit.toLowerCase().replace(/\.$/, "")) ?? null;
}

/** A word right after a number that was meant as a unit, and not as the next part of a law. */
function looksLikeUnit(word: string): boolean {
  return !["cv", "sd", "phases", "shape", "to", "by", "at", "on", "of", "in", "peak", "plus", "then"].includes(word.toLowerCase());
}

export function parseDuration(text: string): Seconds {
  const phrase = new Phrase(text);
  const seconds = phrase.readDuration();
  phrase.end();
  return seconds;
}

export function parseShare(text: string): Probability {
  const phrase = new Phrase(text);
  const share = phrase.readShare();
  phrase.end();
  return share;
}

/** "45/h", "45 per hour" → per second. */
export function parseRate(text: string): PerSecond {
  const phrase = new Phrase(text);
  const first = phrase.next;
  if (first?.kind === "word") throw new Refusal(say.notARate(text));
  const value = phrase.readNumber("45/h");
  if (phrase.isDone && value === 0) return 0;
  if (!phrase.takes("/", "per")) throw new Refusal(phrase.isDone ? say.bareRate(first?.text ?? text) : say.notARate(text));
  const unit = phrase.take();
  const seconds = unit?.kind === "word" ? unitSeconds(unit.text) : null;
  if (seconds === null) throw new Refusal(unit === undefined ? say.bareRate(text) : say.unknownUnit(unit.text));
  phrase.end();
  if (value / seconds > 1e6) throw new Refusal(say.hugeNumber(text));
  return value / seconds;
}

export function parseCount(text: string, least: number, most: number): number {
  const phrase = new Phrase(text);
  const value = phrase.readNumber(String(Math.max(least, 5)));
  phrase.end();
  if (!Number.isInteger(value) || value < least || value > most) throw new Refusal(say.notWhole(text, least, most));
  return value;
}

/** "9:00", "09:00", "09:00:30" → seconds after midnight; 24:00 is the last. Null when it does not look like a time of day at all. */
export function clockOf(raw: string): Seconds | null {
  if (raw.length > 20) return null;
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(halfWidth(raw).trim());
  if (match === null) return null;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  const at = hours * HOUR + minutes * MINUTE + seconds;
  return minutes < 60 && seconds < 60 && at <= DAY ? at : null;
}

export function parseClock(text: string): Seconds {
  const at = clockOf(text);
  if (at === null) throw new Refusal(say.notAClock(text, suggestClock(text)));
  return at;
}

/** "9 am" → "09:00", "9.30" → "09:30": what was probably meant. */
function suggestClock(text: string): string {
  const match = /^(\d{1,2})(?:[.:h](\d{2}))? ?([ap])?\.?m?/i.exec(halfWidth(text).trim().slice(0, 20));
  if (match === null) return "09:30";
  const hours = Number(match[1]) + (match[3]?.toLowerCase() === "p" && Number(match[1]) < 12 ? 12 : 0);
  const minutes = match[2] ?? "00";
  return hours > 24 || Number(minutes) > 59 ? "09:30" : `${hours < 10 ? "0" : ""}${hours}:${minutes}`;
}

/** "09:00 to 17:00" */
export function parseOpening(text: string): {from: Seconds; to: Seconds} {
  const half = halfWidth(text.slice(0, LONGEST_PHRASE)).trim();
  const cut = half.indexOf(" to ");
  if (cut < 0) throw new Refusal(say.notOpening(text));
  const [fromText, toText] = [half.slice(0, cut).trim(), half.slice(cut + 4).trim()];
  const from = parseClock(fromText),
    to = parseClock(toText);
  if (to <= from) throw new Refusal(say.openingBackwards(fromText, toText));
  return {from, to};
}
