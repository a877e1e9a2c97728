import type {Law} from "../../random/law.ts";
import {Refusal} from "../message.ts";
import type {TableFiles} from "./csv-file.ts";
import {lawLeaf, lawOf} from "./describe-law.ts";
import {balksOf, last, patienceOf} from "./describe-staying.ts";
import {parseLaw} from "./law-phrase.ts";
import {type Meaning, name, object, phrase} from "./meaning.ts";
import * as say from "./messages.ts";
import {parseCount, parseDuration, Phrase} from "./phrase.ts";

function priority(meaning: Meaning) {
  const read = (text: string) => {
    if (/^[a-z]/i.test(text.trim())) throw new Refusal(say.priorityWord(text));
    return parseCount(text, 1, 1000);
  };
  return phrase(meaning, read, {type: "integer", minimum: 1, maximum: 1000});
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

/** "2.5 times as long" */
function readSlowness(text: string): number {
  const said = new Phrase(text);
  const factor = said.next?.kind === "number" ? said.readNumber("2.5") : Number.NaN;
  if (!said.takes("times", "x")) throw new Refusal(say.notSlowness(text));
  if (said.takes("as") && !said.takes("long")) throw new Refusal(say.notSlowness(text));
  said.end();
  if (!(factor > 0 && factor <= 100)) throw new Refusal(say.notSlowness(text));
  return factor;
}

export function describeClass(files: TableFiles) {
  const law = lawOf(files);
  return object(
    "class",
    {en: "One class of customers", zh: "一类顾客", example: "{ priority: 1 }"},
    {
      priority: priority({
        en: "1 goes first, where a station has order: priority or class by class",
        zh: "1 最先（服务台需写 order: priority 或 class by class）",
        default: 1,
        example: "1",
      }).optional(),
      patience: patienceOf(files)({
        en: "How long they wait before they give up; goes before the source's",
        zh: "放弃前愿意等多久；优先于来源的设置",
        example: "exp 25 min",
      }).optional(),
      balks: balksOf(files)({
        en: "Who of them turns round at the line; goes before the source's",
        zh: "其中谁在队前转身离去；优先于来源的设置",
        example: "{ hears: minutes, bears: patience }",
      }).optional(),
      last: last({
        en: "Patience runs so many times as fast while nobody stands behind; goes before the source's",
        zh: "身后无人时耐心消耗加快的倍数；优先于来源的设置",
        example: "3 times as fast",
      }).optional(),
      walk: phrase(
        {
          en: "Every walk, to a window or to another line, takes them so many times as long",
          zh: "走到窗口或换队所需的时间是别人的几倍",
          default: "1 times as long",
          example: "2.5 times as long",
        },
        readSlowness,
      ).optional(),
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
}
