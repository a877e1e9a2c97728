/** `stations`: one station, its servers and their line or lines. */
import {Refusal} from "../message.ts";
import type {Announcement, Leaving} from "../scenario.ts";
import {clockTable} from "./clock-table.ts";
import type {TableFiles} from "./csv-file.ts";
import {describeLanes} from "./describe-lanes.ts";
import {lawOf} from "./describe-law.ts";
import {describeOrder} from "./describe-order.ts";
import {describeStaff} from "./describe-staff.ts";
import {choice, duration, leaf, object, phrase} from "./meaning.ts";
import * as say from "./messages.ts";
import {parseCount, Phrase} from "./phrase.ts";
import {readSpeed, readSpeedTable} from "./staff-phrases.ts";

const LEAVINGS: readonly Leaving[] = ["finish", "resume", "restart", "resample"];

/** "minutes padded 20% wrong by up to 30%" */
function readAnnouncement(text: string): Announcement {
  const phrase = new Phrase(text);
  const announcement = {padded: 0, wrong: 0};
  if (!phrase.takes("minutes")) throw new Refusal(say.notAnnouncement(text));
  if (phrase.takes("padded")) {
    phrase.takes("by");
    announcement.padded = phrase.readShare();
  }
  if (phrase.takes("wrong")) {
    if (!phrase.takes("by") || !phrase.takes("up") || !phrase.takes("to")) throw new Refusal(say.notAnnouncement(text));
    announcement.wrong = phrase.readShare();
  }
  if (!phrase.isDone) throw new Refusal(say.notAnnouncement(text));
  return announcement;
}

export function describeStation(files: TableFiles) {
  const law = lawOf(files);
  return object(
    "station",
    {
      en: "One station: servers and their line or lines",
      zh: "一个服务台：服务员及其队列",
      example: "{ servers: 5, service: lognormal 6 min cv 0.8 }",
    },
    {
      servers: clockTable(
        {
          en: "People or machines serving in parallel, by the clock",
          zh: "并行服务的人或机器数，可按时刻给出",
          symbol: "c",
          example: "5, or { 08:30: 7, 09:30: 11 }",
        },
        true,
        (text) => parseCount(text, 0, 100_000),
        {type: "integer", minimum: 0},
      ).optional(),
      service: law({en: "Work one customer brings", zh: "每位顾客的服务时间", symbol: "S", example: "lognormal 6 min cv 0.8"}).optional(),
      ...describeLanes(),
      ...describeOrder(),
      leaving: choice(LEAVINGS, {
        en: "What a server does with the customer in hand when the shift ends: finish, or hand back to resume, restart or resample",
        zh: "班次结束时如何处理手中的顾客",
        default: "finish",
        example: "finish",
      }).optional(),
      walk: object(
        "walk",
        {
          en: "The walk from the line to the windows; it holds the server",
          zh: "从队列走到窗口的时间；期间窗口被占用",
          example: "{ first: 3 s, each: 1 s }",
        },
        {
          first: duration({en: "Walk to the first window", zh: "走到第一个窗口", default: "0 s", example: "3 s"}).optional(),
          each: duration({
            en: "Further walk for each window beyond it",
            zh: "每多一个窗口增加的时间",
            default: "0 s",
            example: "1 s",
          }).optional(),
        },
      ).optional(),
      speed: leaf(
        {
          en: "Work one server does per unit of time; a table tells it by the number of people waiting when a service starts",
          zh: "一名服务员单位时间完成的工作量；可按服务开始时的等待人数给出",
          default: 1,
          example: "1.5, or { 0: 100%, 6: 110% }",
        },
        {anyOf: [{type: ["number", "string"]}, {type: "object", additionalProperties: {type: ["number", "string"]}}]},
        (raw) => {
          if (raw instanceof Map) return readSpeedTable(raw, readSpeed);
          if (typeof raw !== "string") throw new Refusal(say.needsText("1.5"));
          return readSpeed(raw);
        },
      ).optional(),
      announces: phrase(
        {
          en: "Newcomers are told the minutes: people ahead × mean service ÷ servers of the line; padded by a share, or wrong by up to a share either way",
          zh: "向新来者播报分钟数：前面的人数 × 平均服务时间 ÷ 该队服务员数；可多报一定份额（padded），或上下偏差（wrong by up to）",
          example: "minutes, or minutes padded 20%, or minutes wrong by up to 30%",
        },
        readAnnouncement,
      ).optional(),
      ...describeStaff(files),
    },
  );
}
