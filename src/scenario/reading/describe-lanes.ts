/** Lanes in the file: one line or several, which one a newcomer joins, who switches, express lanes, places at the windows, lanes that open. */
import * as defaults from "../defaults.ts";
import {Refusal} from "../message.ts";
import type {Join} from "../scenario.ts";
import type {Plain} from "../tree.ts";
import * as lanes from "./lane-messages.ts";
import {all, choice, count, duration, leaf, object, phrase} from "./meaning.ts";
import * as say from "./messages.ts";
import {halfWidth, parseCount, parseDuration, Phrase} from "./phrase.ts";
import {closest} from "./suggest.ts";

function readMisjudged(text: string): number {
  const spread = new Phrase(text);
  if (!spread.takes("cv")) throw new Refusal(lanes.notMisjudged(text));
  let cv = spread.readNumber("30%");
  if (spread.takes("%")) cv /= 100;
  spread.end();
  if (cv > 3) throw new Refusal(lanes.misjudgedHuge());
  return cv;
}

function readJoin(text: string): {join: Join; nearestWithin: number} {
  const plain = text.trim().toLowerCase().replace(/\s+/g, " ");
  const choices = ["shortest", "at random", "round robin", "nearest", "nearest within 2", "least work"];
  if (plain.startsWith("nearest within "))
    return {join: "nearest", nearestWithin: parseCount(plain.slice("nearest within ".length), 0, 1000)};
  const join = (["shortest", "at random", "round robin", "nearest", "least work"] as const).find((word) => word === plain);
  if (join === undefined) throw new Refusal(say.notAChoice(text, choices, closest(plain, choices)));
  return {join, nearestWithin: defaults.STATION.nearestWithin};
}

export interface SwitchRule {
  shorter: number;
  whenIdle: boolean;
  cost: number; // seconds
}

function readSwitch(raw: Plain): SwitchRule {
  if (typeof raw === "string") return {...readWhen(raw), cost: 0};
  const shorter = raw instanceof Map ? raw.get("shorter") : undefined;
  if (!(raw instanceof Map) || typeof shorter !== "string" || [...raw.keys()].some((word) => word !== "shorter" && word !== "cost"))
    throw new Refusal(lanes.switchMap());
  const rule: SwitchRule = {shorter: 0, whenIdle: false, cost: 0};
  const cost = raw.get("cost");
  all([
    {
      path: ["shorter"],
      run: () => (rule.shorter = /^\s*\d+\s*$/.test(shorter) ? shorterBy(parseCount(shorter, 1, 1000)) : readShorter(shorter)),
    },
    {path: ["cost"], run: () => (rule.cost = typeof cost === "string" ? parseDuration(cost) : refuseCost(cost))},
  ]);
  return rule;
}

function readWhen(text: string): {shorter: number; whenIdle: boolean} {
  if (/^\s*when\s+idle\s*$/i.test(text)) return {shorter: 1, whenIdle: true};
  return {shorter: readShorter(text), whenIdle: false};
}

function refuseCost(cost: Plain | undefined): number {
  if (cost === undefined || cost === null) return 0;
  throw new Refusal(lanes.switchMap());
}

function shorterBy(people: number): number {
  if (people < 2) throw new Refusal(lanes.switchOne());
  return people;
}

function readShorter(text: string): number {
  const plain = new Phrase(text);
  if (plain.next?.kind !== "number") throw new Refusal(lanes.notSwitch(text));
  const people = plain.readNumber("2");
  if (!plain.takes("shorter") || !plain.isDone || !Number.isInteger(people) || people > 1000) throw new Refusal(lanes.notSwitch(text));
  return shorterBy(people);
}

/** "4 waiting". */
function readOpensAt(text: string): number {
  const match = /^\s*(\d{1,4})(?:\s+waiting)?\s*$/i.exec(halfWidth(text));
  if (match === null || Number(match[1]) < 1) throw new Refusal(lanes.notOpensAt(text));
  return Number(match[1]);
}

/** One class, or a list of them. */
function readClasses(raw: Plain): string[] {
  const items = typeof raw === "string" ? [raw] : raw;
  if (!Array.isArray(items) || items.length === 0) throw new Refusal(say.needsText("basket"));
  return items.map((item, i) => {
    if (typeof item !== "string") throw new Refusal(say.needsText("basket"), [String(i)]);
    return item.trim();
  });
}

/** The words of a station that are about its lines. */
export function describeLanes() {
  return {
    line: choice(["one", "each"], {
      en: "One line for all servers, or one line each",
      zh: "所有服务员共一队，或各一队",
      default: defaults.STATION.line,
      example: "each",
    }).optional(),
    join: phrase(
      {
        en: "Which of several lines a newcomer joins: shortest, at random, round robin, nearest, nearest within 2, least work (the fewest minutes of work ahead)",
        zh: "新来者排哪一队：shortest、at random、round robin、nearest、nearest within 2、least work（前面的服务时间最少）",
        default: defaults.STATION.join,
        example: "shortest",
      },
      readJoin,
    ).optional(),
    counts: choice(["system", "waiting"], {
      en: "What the shortest line counts: people waiting and in service, or waiting only",
      zh: "最短队按什么计：等待和正在服务的人，或只计等待的人",
      default: "system",
      example: "waiting",
    }).optional(),
    ties: choice(["left", "random"], {
      en: "Among equally short lines: the leftmost, or a random one",
      zh: "同样短时：最左的，或随机",
      default: "left",
      example: "random",
    }).optional(),
    misjudged: phrase(
      {
        en: "How wrongly newcomers judge the lines: each takes each line's length times a factor of their own, of mean 1 and this spread",
        zh: "新来者对队长判断得有多不准：每人把每条队的长度乘以各自的倍数，均值为 1，离散度如此",
        default: "cv 0%",
        example: "cv 30%",
      },
      readMisjudged,
    ).optional(),
    switch: leaf(
      {
        en: "People at the end of a line move where at least so many fewer are, or (`when idle`) only to a window that is idle; `cost` is the time it takes, in which they stand in no line",
        zh: "队尾的人换到至少少这么多人的队，或只换到空闲的窗口（`when idle`）；`cost` 为换队所花时间，期间不在任何队中",
        example: "2 shorter, or when idle, or { shorter: 2, cost: 5 s }",
      },
      {
        anyOf: [
          {type: "string"},
          {
            type: "object",
            properties: {shorter: {type: ["integer", "string"]}, cost: {type: "string"}},
            required: ["shorter"],
            additionalProperties: false,
          },
        ],
      },
      readSwitch,
    ).optional(),
    express: object(
      "express",
      {
        en: "Express lanes: the first lanes from the left are for some customers only",
        zh: "快速通道：左起的几条队只给部分顾客",
        example: "{ lanes: 1, under: 3 min }",
      },
      {
        lanes: count(1, 10_000, {
          en: "How many of the lanes; one is always left for the others",
          zh: "几条；总会给其他人留一条",
          default: 1,
          example: "1",
        }).optional(),
        under: duration({
          en: "For those whose work takes less than this, at speed 1",
          zh: "给服务时间（速度为 1 时）少于此值的人",
          example: "3 min",
        }).optional(),
        for: leaf(
          {en: "For this class, or these", zh: "给这一类或这几类顾客", example: "basket"},
          {anyOf: [{type: "string"}, {type: "array", items: {type: "string"}}]},
          readClasses,
        ).optional(),
        use: choice(["if shorter", "always"], {
          en: "Whether those it is for look at the other lanes too",
          zh: "可用快速通道的人是否也看其他队",
          default: "if shorter",
          example: "always",
        }).optional(),
        idle: choice(["wait", "serve anyone"], {
          en: "What an idle express server does: wait for those it is for, or call the next one of the longest other line",
          zh: "快速通道空闲时：等待可用的人，或从最长的其他队叫下一位",
          default: "wait",
          example: "serve anyone",
        }).optional(),
      },
    ).optional(),
    places: count(0, 1000, {
      en: "With one line: how many people wait at each window, behind the one in service; the head of the line walks there while that one is served",
      zh: "共用一队时：每个窗口前还有几个等候位；前一位仍在服务时，队首就走过去",
      default: 0,
      example: "1",
    }).optional(),
    opens: object(
      "opens",
      {
        en: "Servers who come when lines are long, up to `servers`, and go when they are idle and nobody waits",
        zh: "队长时增开、空闲且无人等待时收起，最多到 `servers`",
        example: "{ at: 4 waiting, least: 2 }",
      },
      {
        at: phrase(
          {
            en: "One more comes when at least so many wait in every open line",
            zh: "每条开放的队都至少有这么多人等待时增开一个",
            example: "4 waiting",
          },
          readOpensAt,
          {type: ["integer", "string"]},
        ),
        least: count(1, 100_000, {en: "How many are always there", zh: "始终在岗的人数", default: 1, example: "2"}).optional(),
      },
    ).optional(),
  };
}
