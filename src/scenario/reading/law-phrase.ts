/**
 * Laws of chance as phrases: `always 6 min`, `exp 6 min`, `lognormal 6 min cv 0.8`, `erlang 6 min phases 3`,
 * `80% exp 2 min + 20% exp 12 min`, `from times.csv column minutes`. cv is the standard deviation over the mean.
 */
import {type Law, weibullShape} from "../../random/law.ts";
import type {Seconds} from "../../units.ts";
import {Refusal} from "../message.ts";
import {columnOf, type TableFiles} from "./csv-file.ts";
import * as say from "./messages.ts";
import {Phrase, unitSeconds} from "./phrase.ts";
import {closest} from "./suggest.ts";

const LAWS = ["always", "exp", "lognormal", "gamma", "erlang", "weibull", "uniform", "from"];
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ["exponential", "exp"],
  ["fixed", "always"],
  ["constant", "always"],
  ["deterministic", "always"],
]);

/** @throws Refusal when the phrase is no law; files are read through `files`. */
export function parseLaw(text: string, files: TableFiles): Law {
  const first = text.trim().split(/\s+/, 1)[0];
  if (first.toLowerCase() === "from") return fromFile(text, files);
  const phrase = new Phrase(text);
  if (phrase.isDone) throw new Refusal(say.unknownLaw(text, null));
  if (phrase.next?.kind === "number" && text.includes("%")) return readMix(phrase);
  const law = readLaw(phrase);
  if (phrase.takes("at")) throw new Refusal(say.truncatedLaw());
  phrase.end();
  return law;
}

function readMix(phrase: Phrase): Law {
  const parts: {share: number; law: Law}[] = [];
  do {
    const share = phrase.readShare();
    parts.push({share, law: readLaw(phrase)});
  } while (phrase.takes("+"));
  phrase.end();
  requireWhole(parts.map((part) => part.share));
  return {kind: "mix", parts: parts.filter((part) => part.share > 0)};
}

/** @throws Refusal unless the shares add up to 100 %. */
export function requireWhole(shares: readonly number[]): void {
  let sum = 0;
  for (const share of shares) sum += share;
  if (Math.abs(sum - 1) > 1e-9) throw new Refusal(say.sharesSum(`${Math.round(sum * 1e6) / 1e4}%`));
}

function readLaw(phrase: Phrase): Law {
  const next = phrase.next;
  if (next?.kind === "number" || next?.text === "-") {
    const before = phrase.restText();
    phrase.readDuration(); // refuses a bare number, a bad unit, a negative time
    throw new Refusal(phrase.isDone ? say.bareDuration(before) : say.leftOver(phrase.text, phrase.restText()));
  }
  const word = next?.text.toLowerCase() ?? "";
  const name = OTHER_NAMES.get(word) ?? word;
  if (name === "normal" || name === "gaussian") throw new Refusal(say.normalLaw());
  if (!LAWS.includes(name) || name === "from") throw new Refusal(say.unknownLaw(next?.text ?? phrase.text, closest(name, LAWS)));
  phrase.take();
  switch (name) {
    case "always":
      return {kind: "fixed", value: phrase.readDuration()};
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
    default: {
      const from = phrase.readDuration();
      if (!phrase.takes("to")) throw new Refusal(say.lawNeeds("uniform", "a shortest and a longest time", "uniform 2 min to 8 min"));
      const to = phrase.readDuration();
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

/** `from times.csv column minutes`, `from times.csv column duration in s` */
function fromFile(text: string, files: TableFiles): Law {
  const example = "from times.csv column minutes";
  const words = text.trim().split(/\s+/);
  const columnAt = words.findIndex((word, i) => i > 1 && word.toLowerCase() === "column");
  if (columnAt < 0 || columnAt + 1 >= words.length) throw new Refusal(say.lawNeeds("from", "a file and a column", example));
  const name = words.slice(1, columnAt).join(" ");
  const inAt = words.findIndex((word, i) => i > columnAt + 1 && word.toLowerCase() === "in");
  const column = words.slice(columnAt + 1, inAt < 0 ? undefined : inAt).join(" ");
  const unit = inAt < 0 ? column : words.slice(inAt + 1).join(" ");
  const seconds = unitSeconds(unit);
  if (seconds === null) throw new Refusal(inAt < 0 ? say.csvUnit(column, `from ${name} column ${column} in min`) : say.unknownUnit(unit));
  const values = columnOf(files, name, column).map((cell) => {
    const value = Number(cell.text);
    if (cell.text === "" || !Number.isFinite(value))
      throw new Refusal(say.csvCell(name, cell.line, say.notANumber(cell.text, "4.5").found));
    if (value < 0) throw new Refusal(say.csvCell(name, cell.line, say.negative(cell.text).found));
    return value * seconds;
  });
  return {kind: "empirical", values};
}
