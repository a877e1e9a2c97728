/** Staff in the file: who serves by name, breaks, lunch, breakdowns, and what servers do before and after a service. */
import type {Law} from "../../random/law.ts";
import * as defaults from "../defaults.ts";
import {Refusal} from "../message.ts";
import type {BreakRule, Breakdowns} from "../scenario.ts";
import type {Plain} from "../tree.ts";
import type {TableFiles} from "./csv-file.ts";
import {LAW_FORMS, lawOf} from "./describe-law.ts";
import {parseLaw} from "./law-phrase.ts";
import {choice, count, duration, type Json, leaf, type Meaning, named, object, phrase} from "./meaning.ts";
import * as say from "./messages.ts";
import {breakTimesElsewhere} from "./staff-messages.ts";
import {readSpans, readSpeed} from "./staff-phrases.ts";
import {closest} from "./suggest.ts";

const BREAK_RULES: readonly BreakRule[] = ["after the customer", "end on time", "at once", "skip when behind"];
const WORK_IN_HAND: readonly Breakdowns["inHand"][] = ["resume", "restart", "resample"];
const SPANS: Json = {anyOf: [{type: "string"}, {type: "array", items: {type: "string"}}]};

/** A law after standing idle, or a law for each reason. */
function readSetUp(raw: Plain, files: TableFiles): {idle: Law | null; change: Law | null} {
  const read = (plain: Plain | undefined): Law | null => {
    if (plain === undefined || plain === null) return null;
    if (typeof plain !== "string") throw new Refusal(say.needsText("exp 20 s"));
    return parseLaw(plain, files);
  };
  if (!(raw instanceof Map)) return {idle: read(raw), change: null};
  const words = ["idle", "change"];
  for (const word of raw.keys()) if (!words.includes(word)) throw new Refusal(say.unknownKey(word, closest(word, words), words), [word]);
  return {idle: read(raw.get("idle")), change: read(raw.get("change"))};
}

const breaks = (meaning: Meaning) => leaf(meaning, SPANS, (raw) => readSpans(raw, true, "11:00 for 15 min"));

function describePerson() {
  return object(
    "person",
    {en: "One person who serves", zh: "一名服务员", example: "{ from: 09:00 to 13:00, break: 11:00 for 15 min }"},
    {
      from: leaf(
        {en: "When this person is here; nothing said: all day", zh: "在岗时间；不写则全天", example: "09:00 to 13:00"},
        SPANS,
        (raw) => readSpans(raw, false, "09:00 to 13:00"),
      ).optional(),
      break: breaks({
        en: "This person's breaks, beside those of the station",
        zh: "个人的休息时间",
        example: "11:00 for 15 min",
      }).optional(),
      speed: phrase({en: "Times the speed of the station", zh: "相对于服务台速度的倍数", default: 1, example: "90%"}, readSpeed, {
        type: ["number", "string"],
      }).optional(),
    },
  );
}

/** The words of a station that are about the people or machines who serve. */
export function describeStaff(files: TableFiles) {
  const law = lawOf(files);
  return {
    people: named(
      "people",
      {
        en: "Who serves, by name, instead of `servers`",
        zh: "按姓名列出服务员（代替 servers）",
        example: "{ Anna: { from: 09:00 to 13:00 }, Bert: {} }",
      },
      describePerson(),
    ).optional(),
    break: breaks({
      en: "Breaks of all servers of the station",
      zh: "全体服务员的休息时间",
      example: "[10:30 for 15 min, 15:00 to 15:15]",
    }).optional(),
    breaks: phrase(
      {
        en: "When a break is due and a customer is in hand: after the customer (in full length), end on time, at once (the customer goes on later), or skip when behind (no break while somebody waits)",
        zh: "休息时间到而手上有顾客时：服务完再休息、按时结束、立即休息，或有人等待时不休息",
        default: defaults.STATION.breakRule,
        example: "at once",
      },
      (text): BreakRule => {
        const plain = text.trim().toLowerCase();
        const rule = BREAK_RULES.find((word) => word === plain);
        if (rule !== undefined) return rule;
        throw new Refusal(/^\d/.test(plain) ? breakTimesElsewhere(text) : say.notAChoice(text, BREAK_RULES, closest(plain, BREAK_RULES)));
      },
      {enum: [...BREAK_RULES]},
    ).optional(),
    lunch: object(
      "lunch",
      {
        en: "Lunch in turn, from the left; who has not begun when the time is over goes without",
        zh: "轮流午餐，从左起；时间结束仍未开始的就没有午餐",
        example: "{ from: 11:30 to 13:30, length: 30 min, together: 1 }",
      },
      {
        from: leaf({en: "When lunches may begin", zh: "可以开始午餐的时间", example: "11:30 to 13:30"}, {type: "string"}, (raw) =>
          readSpans(raw, false, "11:30 to 13:30"),
        ),
        length: duration({en: "How long each lasts", zh: "每人午餐的时长", example: "30 min"}),
        together: count(1, 1000, {en: "How many may be at lunch at once", zh: "最多几人同时午餐", default: 1, example: "1"}).optional(),
      },
    ).optional(),
    breakdowns: object(
      "breakdowns",
      {
        en: "Servers, such as machines, that break down and are repaired",
        zh: "会出故障并需修理的服务员（如机器）",
        example: "{ every: exp 360 h, repair: exp 4 h, technicians: 1 }",
      },
      {
        every: law({en: "Time from a repair to the next breakdown", zh: "修好到下次故障的时间", example: "exp 360 h"}),
        repair: law({en: "Time a repair takes", zh: "修理时间", example: "exp 4 h"}),
        counts: choice(["time", "use"], {
          en: "What runs the time to a breakdown down: being on duty, or serving",
          zh: "故障时间按什么计：在岗时间，或服务时间",
          default: "time",
          example: "use",
        }).optional(),
        technicians: count(1, 100_000, {
          en: "Who repair, one server each; nothing said: no repair ever waits",
          zh: "修理人数，每人一次修一台；不写则修理无需等待",
          example: "1",
        }).optional(),
        work: choice(WORK_IN_HAND, {
          en: "The work of the customer in hand, who goes back to the head of the line",
          zh: "手上顾客（回到队首）的工作如何继续",
          default: "resume",
          example: "restart",
        }).optional(),
      },
    ).optional(),
    setup: leaf(
      {
        en: "How long a server prepares before a service, with the customer called: after standing idle, or after a customer of another class",
        zh: "服务前的准备时间（顾客已被叫到）：空闲之后，或上一位顾客类别不同时",
        example: "always 20 s, or { idle: exp 20 s, change: always 1 min }",
      },
      {anyOf: [{type: "string"}, {type: "object", properties: {idle: LAW_FORMS, change: LAW_FORMS}, additionalProperties: false}]},
      (raw) => readSetUp(raw, files),
    ).optional(),
    afterwork: law({
      en: "How long a server is taken after each service, the customer gone",
      zh: "每次服务后（顾客已离开）的收尾时间",
      example: "exp 30 s",
    }).optional(),
  };
}
