/** The choice to stay: patience, who turns round at the line, who hurries when nobody stands behind. */
import type {Law} from "../../random/law.ts";
import {Refusal} from "../message.ts";
import type {Plain} from "../tree.ts";
import type {TableFiles} from "./csv-file.ts";
import {lawLeaf} from "./describe-law.ts";
import {parseLaw} from "./law-phrase.ts";
import {all, choice, leaf, type Meaning, object, phrase} from "./meaning.ts";
import * as say from "./messages.ts";
import {halfWidth, parseDuration, parseShare, Phrase} from "./phrase.ts";

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

/** The word `patience`. */
export function patienceOf(files: TableFiles) {
  return (meaning: Meaning) => lawLeaf(meaning, (text): Patience => readPatience(text, files));
}

/** The word `last`. */
export function last(meaning: Meaning) {
  return phrase(meaning, readLast);
}

/** The word `balks`. */
export function balksOf(files: TableFiles) {
  return (meaning: Meaning) =>
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
}
