/** `±2% of mean wait`: the precision a run stops at. The sign may be left out, and what it is of: then it is the mean wait. */
import {Refusal} from "../message.ts";
import type {Until} from "../scenario.ts";
import * as say from "./messages.ts";
import {halfWidth, LONGEST_PHRASE, parseShare} from "./phrase.ts";

const MEANS: readonly {words: readonly string[]; metric: Until["metric"]}[] = [
  {words: ["mean wait", "the mean wait", "mean wait time"], metric: "waitTime"},
  {words: ["mean time in system", "the mean time in system", "mean visit"], metric: "sojournTime"},
];

/** A hundredth of this takes more replications than there can be. */
const LEAST = 0.0001;

/** @throws Refusal when the phrase names no precision */
export function parseUntil(raw: string): Until {
  if (raw.length > LONGEST_PHRASE) throw new Refusal(say.tooLongPhrase());
  const text = halfWidth(raw).replace(/\s+/g, " ").trim();
  const [, share, what = MEANS[0].words[0]] = /^(?:±|\+\/-|\+-)? ?(\d[\d.]* ?(?:%|percent))(?: ?of (.+))?$/i.exec(text) ?? [];
  const mean = MEANS.find(({words}) => words.includes(what.toLowerCase()));
  if (share === undefined || mean === undefined) throw new Refusal(say.unknownUntil(text));
  const relative = parseShare(share);
  if (!(relative >= LEAST && relative < 1)) throw new Refusal(say.untilRange());
  return {text: `±${Number((100 * relative).toPrecision(12))}% of ${mean.words[0]}`, metric: mean.metric, relative};
}
