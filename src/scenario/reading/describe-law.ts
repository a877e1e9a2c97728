/** Laws in the file: a phrase, or phases as a mapping; a word that is read as a law. */
import type {Law} from "../../random/law.ts";
import {Refusal} from "../message.ts";
import type {TableFiles} from "./csv-file.ts";
import {readPhases} from "./law-phases.ts";
import {parseLaw} from "./law-phrase.ts";
import {type Json, leaf, type Meaning} from "./meaning.ts";
import * as say from "./messages.ts";

/** A law: a phrase, or its phases as a mapping. */
export function lawLeaf<T>(meaning: Meaning, read: (text: string) => T) {
  return leaf(meaning, LAW_FORMS, (raw): T | Law => {
    if (raw instanceof Map) return readPhases(raw);
    if (typeof raw !== "string") throw new Refusal(say.needsText(meaning.example));
    return read(raw);
  });
}

export const LAW_FORMS: Json = {anyOf: [{type: "string"}, {type: "object", required: ["start", "rates", "per"]}]};

/** The word that is any law of a time that is never negative. */
export function lawOf(files: TableFiles) {
  return (meaning: Meaning) => lawLeaf(meaning, (text) => parseLaw(text, files));
}
