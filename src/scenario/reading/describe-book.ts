/** `book`: people who are told when to come. */
import {Refusal} from "../message.ts";
import type {Plain} from "../tree.ts";
import {MOST_BOOKED} from "./book.ts";
import {readMoments} from "./clock-table.ts";
import {all, choice, count, leaf, object, phrase} from "./meaning.ts";
import * as say from "./messages.ts";
import {parseClock, parseCount, parseDuration} from "./phrase.ts";

function readGaps(raw: Plain): number[] {
  if (typeof raw === "string") return [parseDuration(raw)];
  if (!Array.isArray(raw) || raw.length === 0) throw new Refusal(say.needsText("15 min"));
  const gaps: number[] = [];
  all(
    raw.map((item, i) => ({
      path: [String(i)],
      run: () => {
        if (typeof item !== "string") throw new Refusal(say.needsText("15 min"));
        gaps.push(parseDuration(item));
      },
    })),
  );
  return gaps.length === 1 ? [gaps[0]] : gaps;
}

function readCounts(raw: Plain): number[] {
  if (!Array.isArray(raw) || raw.length === 0) throw new Refusal(say.needsList("slots: [2, 1, 1, 2, 0]"));
  return raw.map((item, i) => {
    if (typeof item !== "string") throw new Refusal(say.needsText("2"), [String(i)]);
    return parseCount(item, 0, MOST_BOOKED);
  });
}

export function describeBook() {
  return object(
    "book",
    {
      en: "People who are told when to come, instead of a rate",
      zh: "按预约到来的人（代替 rate）",
      example: "{ people: 20, every: 15 min }",
    },
    {
      people: count(1, MOST_BOOKED, {en: "People in the book", zh: "预约人数", symbol: "N", example: "20"}).optional(),
      every: leaf(
        {
          en: "Time from one appointment (or block, or slot) to the next; a list gives every gap",
          zh: "相邻预约（或批、时段）的间隔；列表则逐个给出",
          example: "15 min, or [10 min, 15 min, 20 min]",
        },
        {anyOf: [{type: "string"}, {type: "array", items: {type: "string"}}]},
        readGaps,
      ).optional(),
      start: count(1, MOST_BOOKED, {
        en: "So many come at the start, the others after them; nothing said: as many as `block`",
        zh: "开始时同时来的人数，其余随后；不写则等于 block",
        symbol: "k",
        example: "2",
      }).optional(),
      block: count(1, MOST_BOOKED, {
        en: "So many have the same appointment",
        zh: "同一时刻预约的人数",
        symbol: "b",
        default: 1,
        example: "4",
      }).optional(),
      slots: leaf(
        {
          en: "People in each slot, one slot `every` so long; instead of `people`, `start` and `block`",
          zh: "各时段的人数，时段长为 every；代替 people、start 和 block",
          example: "[2, 1, 1, 2, 0, 1]",
        },
        {type: "array", items: {type: "integer", minimum: 0}},
        readCounts,
      ).optional(),
      at: leaf(
        {
          en: "The appointments themselves, instead of a rule; a time stands there once for each person",
          zh: "直接列出预约时刻（代替规则）；每人一个",
          example: "[08:00, 08:00, 08:15, 08:40]",
        },
        {type: "array", items: {type: "string"}},
        readMoments,
      ).optional(),
      from: phrase(
        {en: "The first appointment; nothing said: the opening", zh: "第一个预约；不写则为开门时刻", example: "08:30"},
        parseClock,
      ).optional(),
      spread: choice(["at random"], {
        en: "No appointments: so many people come, each at a moment that is equally likely anywhere from `from` to `to`",
        zh: "没有预约：这些人各自在 from 到 to 之间等可能的时刻到来",
        example: "at random",
      }).optional(),
      to: phrase(
        {en: "End of the period of `spread`; nothing said: closing", zh: "spread 时段的终点；不写则为关门", example: "12:00"},
        (text) => parseClock(text),
      ).optional(),
    },
  );
}
