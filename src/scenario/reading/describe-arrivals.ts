/** `arrivals`: one source of customers. */
import {Refusal} from "../message.ts";
import type {Plain} from "../tree.ts";
import {clockTable, readMoments} from "./clock-table.ts";
import type {TableFiles} from "./csv-file.ts";
import {describeBook} from "./describe-book.ts";
import {lawLeaf, lawOf} from "./describe-law.ts";
import {balksOf, last, patienceOf} from "./describe-staying.ts";
import {parseLaw} from "./law-phrase.ts";
import {choice, count, leaf, name, named, object, phrase} from "./meaning.ts";
import * as say from "./messages.ts";
import {parseCount, parseOpening, parseRate, parseShare, Phrase} from "./phrase.ts";
import {readThen, shareMap} from "./shares.ts";

function readBusyness(text: string): number {
  const spread = new Phrase(text);
  if (!spread.takes("cv")) throw new Refusal(say.notBusyness(text));
  let cv = spread.readNumber("12%");
  if (spread.takes("%")) cv /= 100;
  spread.end();
  if (cv > 2) throw new Refusal(say.busynessHuge());
  return cv;
}

function readBatch(raw: Plain): {size: number; share: number}[] {
  if (typeof raw === "string") {
    if (!/^\s*[-\d.０-９]/.test(raw)) throw new Refusal(say.batchWords(raw));
    return [{size: parseCount(raw, 1, 10_000), share: 1}];
  }
  if (!(raw instanceof Map)) throw new Refusal(say.batchOrMap());
  return shareMap(raw, "{ 1: 50%, 2: 50% }").map((part) => ({size: parseCount(part.name, 1, 10_000), share: part.share}));
}

export function describeSource(files: TableFiles) {
  const law = lawOf(files);
  return object(
    "source",
    {en: "One source of customers", zh: "一个顾客来源", example: "{ rate: 45/h, patience: exp 25 min }"},
    {
      rate: clockTable(
        {
          en: "Customers (or groups) per unit of time, by the clock; they come independently of each other",
          zh: "单位时间到来的顾客（或组）数",
          symbol: "λ",
          example: "45/h, or { 09:00: 20/h, 11:00: 60/h }, or { ramp: { 09:00: 20/h, 12:00: 60/h, 17:00: 20/h } }",
        },
        false,
        parseRate,
        {type: ["string", "number"]},
      ).optional(),
      every: law({
        en: "Law of the time between arrivals, instead of a rate",
        zh: "到达间隔的分布（代替 rate）",
        example: "erlang 80 s phases 3",
      }).optional(),
      at: leaf(
        {en: "The times at which customers come, instead of a rate", zh: "顾客到来的时刻（代替 rate）", example: "[09:00, 09:05, 09:20]"},
        {type: "array", items: {type: "string"}},
        readMoments,
      ).optional(),
      from: phrase(
        {
          en: "A CSV file of arrivals with the columns time, and if known class, service, patience; instead of a rate",
          zh: "到达记录 CSV 文件，列为 time、class、service、patience（代替 rate）",
          example: "tickets.csv",
        },
        (text) => text.trim(),
      ).optional(),
      counts: phrase(
        {
          en: "A CSV file of how many came, with the columns time (when an interval begins) and count, and if known day; their mean is the rate",
          zh: "来客计数 CSV 文件，列为 time（时段开始）和 count，可有 day；其平均即为速率",
          example: "calls.csv",
        },
        (text) => text.trim(),
      ).optional(),
      phases: named(
        "phases",
        {
          en: "Phases by name, each with a rate and how long it lasts: the rate changes by chance (MMPP), instead of one rate",
          zh: "按名称列出各阶段的速率和持续时间：速率随机变化（MMPP，代替 rate）",
          example: "{ quiet: { rate: 20/h, lasts: exp 30 min }, busy: { rate: 80/h, lasts: exp 10 min } }",
        },
        object(
          "phase",
          {en: "One phase of the arrivals", zh: "到达的一个阶段", example: "{ rate: 80/h, lasts: exp 10 min }"},
          {
            rate: phrase(
              {en: "Customers per unit of time while the phase lasts", zh: "此阶段单位时间到来的顾客", symbol: "λ", example: "80/h"},
              parseRate,
              {type: ["string", "number"]},
            ),
            lasts: law({en: "How long the phase lasts: exponential", zh: "阶段持续时间：指数分布", example: "exp 10 min"}),
            then: leaf(
              {
                en: "The phase that follows, or shares; nothing said: the one below, and after the last one the first",
                zh: "接下来的阶段或份额；不写则接着下一行，最后一行之后回到第一行",
                example: "{ 60%: quiet, 40%: rush }",
              },
              {anyOf: [{type: "string"}, {type: "object", additionalProperties: {type: "string"}}]},
              readThen,
            ).optional(),
          },
        ),
      ).optional(),
      spread: object(
        "spread",
        {
          en: "So many people, each at any moment of a period of the day, instead of a rate",
          zh: "固定人数，每人在一天某段时间内的任一时刻到来（代替 rate）",
          example: "{ people: 200, from: 09:00 to 12:00 }",
        },
        {
          people: count(1, 10_000_000, {en: "How many come, every time", zh: "每次来多少人", example: "200"}),
          from: phrase(
            {en: "The period; nothing said: from opening to closing", zh: "时段；不写则从开门到关门", example: "09:00 to 12:00"},
            parseOpening,
          ).optional(),
        },
      ).optional(),
      population: count(1, 100_000, {
        en: "So many members come and nobody else, each again and again, with `each`; instead of a rate",
        zh: "只有这么多成员会来，每名反复到来，与 each 同用（代替 rate）",
        symbol: "N",
        example: "60",
      }).optional(),
      each: law({
        en: "With `population`: how long a member is away before coming, and again after leaving",
        zh: "与 population 同用：成员到来之前（以及离去之后）离开多久",
        example: "exp 360 h",
      }).optional(),
      busyness: phrase(
        {
          en: "How much whole days differ: standard deviation over mean of a factor on the day's rate",
          zh: "各天整体忙闲的差异：日倍数的标准差除以均值",
          default: "cv 0%",
          example: "cv 12%",
        },
        readBusyness,
      ).optional(),
      batch: leaf(
        {en: "How many come together", zh: "几个人一起来", default: 1, example: "2, or { 1: 50%, 2: 30%, 4: 20% }"},
        {
          anyOf: [
            {type: "integer", minimum: 1},
            {type: "object", additionalProperties: {type: "string"}},
          ],
        },
        readBatch,
      ).optional(),
      mix: leaf(
        {
          en: "Classes of customers and their shares, which add up to 100%",
          zh: "顾客类别及份额，合计 100%",
          example: "{ urgent: 20%, regular: 80% }",
        },
        {type: "object", additionalProperties: {type: "string"}},
        (raw) => shareMap(raw, "{ urgent: 20%, regular: 80% }"),
      ).optional(),
      book: describeBook().optional(),
      absent: phrase(
        {en: "Share of the booked who never come", zh: "预约而不来的比例", default: "0%", symbol: "ρ", example: "10%"},
        parseShare,
      ).optional(),
      late: lawLeaf(
        {
          en: "By how much the booked come after their appointment; early where negative",
          zh: "比预约晚到多久；为负则早到",
          default: "always 0 min",
          example: "normal 0 min sd 5 min",
        },
        (text) => parseLaw(text, files, "any sign"),
      ).optional(),
      early: choice(["served", "wait"], {
        en: "Who comes before the appointment may be served then, or joins the line when it is due",
        zh: "早到者可提前服务（served），或到预约时刻才排队（wait）",
        default: "served",
        example: "wait",
      }).optional(),
      patience: patienceOf(files)({
        en: "How long customers wait before they give up; nothing said: as long as it takes",
        zh: "顾客放弃前愿意等多久；不写则一直等",
        default: "endless",
        example: "exp 25 min, or exp 5 min beyond announced",
      }).optional(),
      balks: balksOf(files)({
        en: "Who turns round at the line; nothing said: everyone stays",
        zh: "谁在队前转身离去；不写则都留下",
        example: "{ sees: people waiting, each: 8% }",
      }).optional(),
      last: last({
        en: "Patience runs so many times as fast while nobody stands behind",
        zh: "身后无人时耐心消耗加快的倍数",
        default: "1 times as fast",
        example: "3 times as fast",
      }).optional(),
      route: name({en: "Name of the route these customers take", zh: "这些顾客的路线名", example: "visit"}).optional(),
    },
  );
}
