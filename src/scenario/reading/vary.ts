/** `vary`: paths and the values they take, as a grid of designs. "8 to 14", "40/h to 60/h by 5/h", [8, 10, 12]. */
import {Refusal} from "../message.ts";
import {inlineText, plainOf, type Tree} from "../tree.ts";
import * as say from "./messages.ts";
import {Phrase} from "./phrase.ts";

export const MOST_DESIGNS = 200;

/** The values of one path, as the text the file would have said. */
export function valuesOf(tree: Tree): Tree[] {
  if (tree.kind === "list") {
    if (tree.items.length === 0) throw new Refusal(say.notVary("[]"));
    if (tree.items.length > MOST_DESIGNS) throw new Refusal(say.tooManyDesigns(tree.items.length));
    return [...tree.items];
  }
  if (tree.kind !== "text" || tree.text === null) throw new Refusal(say.notVary(inlineText(plainOf(tree))));
  return range(tree.text).map((text) => ({kind: "text", text, place: tree.place}));
}

function range(text: string): string[] {
  const phrase = new Phrase(text);
  const from = amount(phrase, text);
  if (!phrase.takes("to")) {
    if (phrase.isDone) return [text.trim()];
    throw new Refusal(say.notVary(text));
  }
  const to = amount(phrase, text);
  const step = phrase.takes("by") ? amount(phrase, text) : {value: 1, unit: to.unit};
  if (!phrase.isDone) throw new Refusal(say.notVary(text));
  const unit = to.unit;
  for (const one of [from, step]) if (one.unit !== unit && one.unit !== "") throw new Refusal(say.notVary(text));
  if (!(step.value > 0) || to.value < from.value) throw new Refusal(say.varyBackwards());
  const count = Math.floor((to.value - from.value) / step.value + 1e-9) + 1;
  if (count > MOST_DESIGNS) throw new Refusal(say.tooManyDesigns(count));
  return Array.from({length: count}, (_, i) => `${Math.round((from.value + i * step.value) * 1e9) / 1e9}${unit}`);
}

/** "1 to 0.85", "40/h to 60/h": two ends of a range, in either order, and the unit of both. */
export function endsOf(text: string): {from: number; to: number; unit: string} {
  const phrase = new Phrase(text);
  const from = amount(phrase, text);
  if (!phrase.takes("to")) throw new Refusal(say.notEnds(text));
  const to = amount(phrase, text);
  if (!phrase.isDone || (from.unit !== to.unit && from.unit !== "") || from.value === to.value) throw new Refusal(say.notEnds(text));
  return {from: from.value, to: to.value, unit: to.unit};
}

/** A number and what stands before the next "to" or "by": "40", "/h". */
function amount(phrase: Phrase, text: string): {value: number; unit: string} {
  if (phrase.next?.kind !== "number") throw new Refusal(phrase.next?.text === "-" ? say.negative(text) : say.notVary(text));
  const value = phrase.readNumber("8");
  let unit = "";
  while (phrase.next !== undefined && phrase.next.text !== "to" && phrase.next.text !== "by") {
    const token = phrase.take();
    if (token?.kind === "number") throw new Refusal(say.notVary(text));
    unit += token?.kind === "word" ? ` ${token.text}` : token?.text;
  }
  return {value, unit: unit.replaceAll("/ ", "/")};
}
