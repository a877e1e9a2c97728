/**
 * Laws of chance as phrases: `always 6 min`, `exp 6 min`, `lognormal 6 min cv 0.8`, `erlang 6 min phases 3`,
 * `triangular 2 min to 9 min peak 4 min`, `from times.csv column minutes interpolated with tail`. cv is the standard deviation over
 * the mean. They join into larger ones:
 *
 *   limits      exp 6 min at least 1 min at most 20 min       given that it lies there; binds to the law just before it
 *   chain       exp 2 min plus always 1 min                   a sum of independent times; `+` does as well
 *               exp 2 min then 70% exp 5 min then 40% exp 1 min   a sum whose next part comes with a probability: a Coxian law
 *   mixture     80% exp 2 min + 20% exp 12 min                one of them; also as the last part of a chain
 *   in all      exp 2 min plus exp 3 min in all at most 20 min    limits on all of it
 *
 * What can be read aloud in two ways is refused: limits, or a sum, that only the last of several parts has.
 */
import {LEAST_KEPT, type Law, lowestOf, MOST_LIMITED_PARTS, requireLaw, type Sign, weibullShape} from "../../random/law.ts";
import {depthOf, limitedOf} from "../../random/limits.ts";
import type {Seconds} from "../../units.ts";
import {durationText} from "../duration-text.ts";
import {Refusal} from "../message.ts";
import {columnOf, type TableFiles} from "./csv-file.ts";
import * as say from "./messages.ts";
import {Phrase, unitSeconds} from "./phrase.ts";
import {closest} from "./suggest.ts";

const LAWS = ["always", "exp", "lognormal", "gamma", "erlang", "weibull", "uniform", "triangular", "normal", "from"];
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ["exponential", "exp"],
  ["fixed", "always"],
  ["constant", "always"],
  ["deterministic", "always"],
  ["triangle", "triangular"],
  ["gaussian", "normal"],
]);
const DEFAULT_TAIL = 5;

/**
 * @throws Refusal when the phrase is no law, or gives times below zero where `sign` does not allow them; files are read through `files`.
 */
export function parseLaw(text: string, files: TableFiles, sign: Sign = "never negative"): Law {
  return new LawReader(text, files, sign).read();
}

interface Part {
  law: Law;
  hasLimits: boolean;
}

/** What joined parts are, and how their last part ends: where two readings begin. */
interface Joined extends Part {
  isChain: boolean;
}

class LawReader {
  private readonly phrase: Phrase;
  private readonly files: TableFiles;
  private readonly sign: Sign;

  constructor(text: string, files: TableFiles, sign: Sign) {
    this.phrase = new Phrase(text, true);
    this.files = files;
    this.sign = sign;
  }

  read(): Law {
    const {phrase} = this;
    if (phrase.isDone) throw new Refusal(say.unknownLaw(phrase.text, null));
    const isMixture = phrase.next?.kind === "number" && phrase.text.includes("%");
    let {law} = isMixture ? this.mixture() : this.chain(true);
    if (phrase.next?.text.toLowerCase() === "in" && phrase.second?.text.toLowerCase() === "all") {
      phrase.take();
      phrase.take();
      const limited = this.limits(law);
      if (!limited.hasLimits) throw new Refusal(say.limitsMissing());
      law = limited.law;
    }
    phrase.end();
    if (this.sign === "never negative" && lowestOf(law) < 0) {
      const hasNormal = /\b(normal|gaussian)\b/i.test(phrase.text);
      const parts = law.kind === "sum" || law.kind === "mix" ? "in all " : "";
      throw new Refusal(hasNormal ? say.normalBelowZero(`${phrase.text.trim()} ${parts}at least 0 min`) : say.negative(phrase.text));
    }
    try {
      requireLaw(law, this.sign);
    } catch (error) {
      // Each number has been looked at: what is left are limits within limits that keep next to nothing.
      if (error instanceof RangeError) throw new Refusal(say.limitsRare());
      throw error;
    }
    return law;
  }

  /** `80% exp 2 min + 20% exp 12 min` */
  private mixture(): Joined {
    const {phrase} = this;
    const parts: {share: number; law: Law}[] = [];
    const read: Joined[] = [];
    do {
      const share = phrase.readShare();
      const part = this.chain(false);
      read.push(part);
      parts.push({share, law: part.law});
    } while (phrase.takes("+"));
    requireWhole(parts.map((part) => part.share));
    const last = read[read.length - 1];
    const others = read.slice(0, -1);
    if (others.length > 0 && last.isChain && !others.some((part) => part.isChain)) throw new Refusal(say.whoseSum());
    if (others.length > 0 && last.hasLimits && !others.some((part) => part.hasLimits)) throw new Refusal(say.whoseLimits());
    return {law: {kind: "mix", parts: parts.filter((part) => part.share > 0)}, hasLimits: false, isChain: false};
  }

  /** `exp 2 min plus always 1 min`, `exp 2 min then 70% exp 5 min`; `+` joins parts too, unless it joins the parts of a mixture. */
  private chain(mayAdd: boolean): Joined {
    const {phrase} = this;
    const first = this.part();
    const then = phrase.takes("then");
    if (then || phrase.takes("plus") || (mayAdd && phrase.takes("+"))) {
      const isTime = unitSeconds(phrase.second?.text ?? "") !== null;
      const share = then && phrase.next?.kind === "number" && !isTime ? phrase.readShare() : 1;
      const isMixture = !then && this.hasShare;
      if (isMixture && !mayAdd) throw new Refusal(say.whoseSum());
      const rest = isMixture ? this.mixture() : this.chain(mayAdd);
      if (rest.hasLimits && !first.hasLimits) throw new Refusal(say.whoseLimits());
      return {law: summed(first.law, share, rest.law), hasLimits: false, isChain: true};
    }
    return {...first, isChain: false};
  }

  private get hasShare(): boolean {
    return this.phrase.next?.kind === "number" && ["%", "percent"].includes(this.phrase.second?.text.toLowerCase() ?? "");
  }

  private part(): Part {
    return this.limits(readLaw(this.phrase, this.files, this.sign));
  }

  /** `at least 1 min at most 20 min`, in either order. */
  private limits(law: Law): Part {
    const {phrase} = this;
    let from: Seconds | null = null;
    let to: Seconds | null = null;
    while (phrase.next?.text.toLowerCase() === "at") {
      const word = phrase.second?.text.toLowerCase();
      if (word !== "least" && word !== "most") break;
      phrase.take();
      phrase.take();
      if ((word === "least" ? from : to) !== null) throw new Refusal(say.limitTwice(word));
      const limit = this.sign === "any sign" ? phrase.readSignedDuration() : phrase.readDuration();
      if (word === "least") from = limit;
      else to = limit;
    }
    if (from === null && to === null) return {law, hasLimits: false};
    if (from !== null && to !== null && from >= to) throw new Refusal(say.limitsBackwards(durationOf(from), durationOf(to)));
    return {law: limited(law, from, to), hasLimits: true};
  }
}

/** A law between limits: itself where they say nothing new. */
function limited(law: Law, from: Seconds | null, to: Seconds | null): Law {
  if (depthOf(law) > MOST_LIMITED_PARTS) throw new Refusal(say.limitsOnLongSum(MOST_LIMITED_PARTS));
  const kept: Law = {kind: "truncated", law, from, to};
  const {share} = limitedOf(kept);
  if (!(share > 0)) throw new Refusal(say.limitsEmpty());
  if (share < LEAST_KEPT) throw new Refusal(say.limitsRare());
  return law.kind === "fixed" ? law : kept;
}

function durationOf(time: Seconds): string {
  return time < 0 ? `-${durationText(-time)}` : durationText(time);
}

/** A time, and with a probability what follows it. */
function summed(first: Law, share: number, rest: Law): Law {
  if (share === 0) return first;
  if (share < 1) {
    const law: Law = {
      kind: "mix",
      parts: [
        {share, law: rest},
        {share: 1 - share, law: {kind: "fixed", value: 0}},
      ],
    };
    return {kind: "sum", parts: [first, law]};
  }
  const parts = rest.kind === "sum" ? [first, ...rest.parts] : [first, rest];
  let fixed = 0;
  for (const part of parts) {
    if (part.kind !== "fixed") return {kind: "sum", parts};
    fixed += part.value;
  }
  return {kind: "fixed", value: fixed};
}

/** @throws Refusal unless the shares add up to 100 %. */
export function requireWhole(shares: readonly number[]): void {
  let sum = 0;
  for (const share of shares) sum += share;
  if (Math.abs(sum - 1) > 1e-9) throw new Refusal(say.sharesSum(`${Math.round(sum * 1e6) / 1e4}%`));
}

function readLaw(phrase: Phrase, files: TableFiles, sign: Sign): Law {
  const next = phrase.next;
  const readTime = () => (sign === "any sign" ? phrase.readSignedDuration() : phrase.readDuration());
  if (next?.kind === "number" || next?.text === "-") {
    const before = phrase.restText();
    phrase.readDuration(); // refuses a bare number, a bad unit, a negative time
    throw new Refusal(phrase.isDone ? say.bareDuration(before) : say.leftOver(phrase.text, phrase.restText()));
  }
  const word = next?.text.toLowerCase() ?? "";
  const name = OTHER_NAMES.get(word) ?? word;
  if (!LAWS.includes(name)) throw new Refusal(say.unknownLaw(next?.text ?? phrase.text, closest(name, LAWS)));
  phrase.take();
  switch (name) {
    case "always":
      return {kind: "fixed", value: readTime()};
    case "exp": {
      const mean = readMean(phrase, name);
      const word = phrase.next?.text.toLowerCase();
      if (word === "cv" || word === "sd") throw new Refusal(say.lawTakesNo("exp", word));
      return {kind: "exponential", mean};
    }
    case "erlang": {
      const mean = readMean(phrase, name);
      const word = phrase.next?.text.toLowerCase();
      if (word === "cv" || word === "sd")
        throw new Refusal(say.lawNeeds("erlang", "a number of phases, not a cv", "erlang 6 min phases 3"));
      if (!phrase.takes("phases", "phase", "k")) throw new Refusal(say.lawNeeds("erlang", "its number of phases", "erlang 6 min phases 3"));
      const phases = phrase.readNumber("3");
      if (!Number.isInteger(phases) || phases < 1 || phases > 10_000) throw new Refusal(say.notWhole(String(phases), 1, 10_000));
      return {kind: "erlang", mean, phases};
    }
    case "gamma":
    case "lognormal": {
      const mean = readMean(phrase, name);
      const squaredCV = readSpread(phrase, name, mean);
      return squaredCV === 0 ? {kind: "fixed", value: mean} : {kind: name, mean, squaredCV};
    }
    case "weibull": {
      const mean = readMean(phrase, name);
      if (phrase.takes("shape")) {
        const shape = phrase.readNumber("1.5");
        if (shape < 0.05) throw new Refusal(shape === 0 ? say.zeroShape("shape") : say.notANumber(String(shape), "0.5"));
        return {kind: "weibull", mean, shape};
      }
      const squaredCV = readSpread(phrase, name, mean);
      if (squaredCV === 0) return {kind: "fixed", value: mean};
      const shape = weibullShape(squaredCV);
      return {kind: "weibull", mean, shape};
    }
    case "normal": {
      const mean = phrase.readSignedDuration();
      const sd =
        phrase.next?.text.toLowerCase() === "cv" && mean > 0 ? mean * Math.sqrt(readSpread(phrase, name, mean)) : readDeviation(phrase);
      return sd === 0 ? {kind: "fixed", value: mean} : {kind: "normal", mean, sd};
    }
    case "triangular": {
      const example = "triangular 2 min to 9 min peak 4 min";
      const from = readTime();
      if (!phrase.takes("to")) throw new Refusal(say.lawNeeds("triangular", "a shortest and a longest time, and a peak", example));
      const to = readTime();
      if (!phrase.takes("peak")) throw new Refusal(say.lawNeeds("triangular", "a peak, the likeliest time", example));
      const peak = readTime();
      if (from > to) throw new Refusal(say.triangularBackwards());
      if (peak < from || peak > to) throw new Refusal(say.peakOutside(durationOf(peak), durationOf(from), durationOf(to)));
      return from === to ? {kind: "fixed", value: from} : {kind: "triangular", from, peak, to};
    }
    case "from":
      return readSample(phrase, files, sign);
    default: {
      const from = readTime();
      if (!phrase.takes("to")) throw new Refusal(say.lawNeeds("uniform", "a shortest and a longest time", "uniform 2 min to 8 min"));
      const to = readTime();
      if (from > to) throw new Refusal(say.uniformBackwards());
      return from === to ? {kind: "fixed", value: from} : {kind: "uniform", from, to};
    }
  }
}

function readMean(phrase: Phrase, law: string): Seconds {
  const mean = phrase.readDuration();
  if (mean === 0) throw new Refusal(say.zeroMean(law));
  return mean;
}

/** "cv 0.8", "cv 80%" or "sd 5 min" as a squared coefficient of variation. */
function readSpread(phrase: Phrase, law: string, mean: Seconds): number {
  let cv: number;
  if (phrase.takes("sd")) {
    cv = phrase.readDuration() / mean;
  } else {
    if (!phrase.takes("cv")) throw new Refusal(say.lawNeeds(law, "a spread", `${law} 6 min cv 0.8`));
    cv = phrase.readNumber("0.8");
    if (phrase.takes("%")) cv /= 100;
  }
  if (cv > 20) throw new Refusal(say.hugeNumber(`cv ${cv}`));
  return cv * cv;
}

/** The standard deviation of a normal law. */
function readDeviation(phrase: Phrase): Seconds {
  if (!phrase.takes("sd")) throw new Refusal(say.lawNeeds("normal", "a standard deviation", "normal 0 min sd 5 min"));
  return phrase.readDuration();
}

/**
 * `from times.csv column minutes`, `from times.csv column duration in s`, and `interpolated`, `with tail`, `with tail of 10`:
 * lines between the times, and an exponential tail beyond all but the largest five, or ten.
 */
function readSample(phrase: Phrase, files: TableFiles, sign: Sign): Law {
  const example = "from times.csv column minutes";
  const name = phrase.take()?.text ?? "";
  if (name === "" || !phrase.takes("column")) throw new Refusal(say.lawNeeds("from", "a file and a column", example));
  const column = readWords(phrase, ["in"]);
  if (column === "") throw new Refusal(say.lawNeeds("from", "a file and a column", example));
  const hasUnit = phrase.next?.text.toLowerCase() === "in" && phrase.second?.text.toLowerCase() !== "all" && phrase.takes("in");
  const unit = hasUnit ? readWords(phrase, ["in"]) : column;
  const seconds = unitSeconds(unit);
  if (seconds === null) throw new Refusal(hasUnit ? say.unknownUnit(unit) : say.csvUnit(column, `from ${name} column ${column} in min`));
  const values = columnOf(files, name, column).map((cell) => {
    const value = Number(cell.text);
    if (cell.text === "" || !Number.isFinite(value))
      throw new Refusal(say.csvCell(name, cell.line, say.notANumber(cell.text, "4.5").found));
    if (value < 0 && sign === "never negative") throw new Refusal(say.csvCell(name, cell.line, say.negative(cell.text).found));
    return value * seconds;
  });
  const isInterpolated = phrase.takes("interpolated");
  const tail = readTail(phrase);
  if (!isInterpolated && tail === null) return {kind: "empirical", values};
  if (values.length < 2) throw new Refusal(say.tooFewToInterpolate(name));
  values.sort((a, b) => a - b);
  if (values[0] === values[values.length - 1] && tail === null) return {kind: "fixed", value: values[0]};
  if (tail !== null && values[0] < 0) throw new Refusal(say.tailBelowZero(name));
  if (tail !== null && (tail < 1 || 2 * tail > values.length)) throw new Refusal(say.tailTooLong(name, tail, values.length));
  return {kind: "interpolated", values, tail: tail ?? 0};
}

/** How many of the largest times give way to a tail; null: none. */
function readTail(phrase: Phrase): number | null {
  if (!phrase.takes("with")) return null;
  phrase.takes("a", "an");
  phrase.takes("exponential");
  if (!phrase.takes("tail")) throw new Refusal(say.leftOver(phrase.text, phrase.restText() || "with"));
  if (!phrase.takes("of")) return DEFAULT_TAIL;
  const tail = phrase.readNumber(String(DEFAULT_TAIL));
  if (!Number.isInteger(tail)) throw new Refusal(say.notWhole(String(tail), 1, 1000));
  return tail;
}

/** The name of a column or a unit: words up to one that begins something else. */
function readWords(phrase: Phrase, others: readonly string[]): string {
  const from = phrase.next?.from ?? 0;
  let to = from;
  for (let next = phrase.next; next !== undefined; next = phrase.next) {
    const word = next.text.toLowerCase();
    const after = phrase.second?.text.toLowerCase() ?? "";
    const isLimit = word === "at" && (after === "least" || after === "most");
    const isAll = word === "in" && after === "all";
    const isAdded = word === "+" && phrase.text[next.from - 1] === " ";
    if (isLimit || isAll || isAdded || others.includes(word) || ["interpolated", "with", "plus", "then"].includes(word)) break;
    phrase.take();
    to = next.to;
  }
  return phrase.text.slice(from, to);
}
