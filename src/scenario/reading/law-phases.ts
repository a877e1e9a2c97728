/**
 * A phase-type law as a mapping: `{ start: [60%, 40%], rates: [[-3, 1], [0, -2]], per: h }`.
 * `rates` is the generator among the phases; what a row lacks of zero is the rate at which the time ends there.
 */
import type {Law} from "../../random/law.ts";
import {faultOf} from "../../random/phase-type.ts";
import {Refusal} from "../message.ts";
import type {Plain} from "../tree.ts";
import * as say from "./messages.ts";
import {halfWidth, parseShare, unitSeconds} from "./phrase.ts";
import {closest} from "./suggest.ts";

const WORDS = ["start", "rates", "per"];

/** @throws Refusal with the place below the law, when the mapping is no law */
export function readPhases(raw: ReadonlyMap<string, Plain>): Law {
  for (const word of raw.keys()) {
    if (!WORDS.includes(word)) throw new Refusal(say.unknownKey(word, closest(word, WORDS), WORDS), [word]);
  }
  const [starts, rows, per] = WORDS.map((word) => raw.get(word));
  if (!Array.isArray(starts) || !Array.isArray(rows) || typeof per !== "string") throw new Refusal(say.notPhases());
  const unit = unitSeconds(per.trim());
  if (unit === null) throw new Refusal(say.phasesPer(per), ["per"]);
  const start = starts.map((share, i) => at(["start", String(i)], () => parseShare(textOf(share))));
  const rates = rows.map((row, i) => {
    if (!Array.isArray(row)) throw new Refusal(say.notPhases(), ["rates", String(i)]);
    return row.map((rate, j) => at(["rates", String(i), String(j)], () => numberOf(textOf(rate)) / unit));
  });
  const law: Law = {kind: "phaseType", start, rates};
  const fault = faultOf(law);
  switch (fault?.kind) {
    case undefined:
      return law;
    case "count":
    case "share":
      throw new Refusal(say.phasesCount(start.length, rates.length), ["rates"]);
    case "sum":
      throw new Refusal(say.sharesSum(`${Math.round(fault.sum * 1e6) / 1e4}%`), ["start"]);
    case "row":
      throw new Refusal(say.phasesRow(rates[fault.phase].length, start.length), ["rates", String(fault.phase)]);
    case "diagonal":
      throw new Refusal(say.phasesDiagonal(fault.phase + 1), ["rates", String(fault.phase), String(fault.phase)]);
    case "rate":
      throw new Refusal(say.phasesRate(fault.phase + 1, fault.to + 1), ["rates", String(fault.phase), String(fault.to)]);
    case "surplus":
      throw new Refusal(say.phasesSurplus(fault.phase + 1), ["rates", String(fault.phase)]);
    default:
      throw new Refusal(say.phasesEndless(), ["rates"]);
  }
}

function textOf(raw: Plain): string {
  if (typeof raw !== "string") throw new Refusal(say.notPhases());
  return raw;
}

/** A rate among phases: the only number of a file that may have a minus. */
function numberOf(text: string): number {
  const plain = halfWidth(text).trim();
  const value = Number(plain);
  if (plain === "" || !Number.isFinite(value)) throw new Refusal(say.notANumber(text, "-3"));
  if (Math.abs(value) > 1e9) throw new Refusal(say.hugeNumber(text));
  return value;
}

function at<T>(path: readonly string[], read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.say, path);
    throw error;
  }
}
