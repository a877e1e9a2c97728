/** What is told of times that do not fit the opening hours, or a place that has none. */
import {type Message, message} from "../message.ts";

export const clockWithoutOpening = (): Message =>
  message(
    "Times of day are given, but the place has no opening hours: the question is the long run.",
    "给出了时刻，但没有营业时间：问的是长期情况。",
    "Add `opening: 09:00 to 17:00`, or give one value for all the time (or a table of times from the start: `{ 0 h: 20/h, 10 h: 30/h }`).",
    "请加上 `opening: 09:00 to 17:00`，或只给一个值（或从开始算起的表：`{ 0 h: 20/h, 10 h: 30/h }`）。",
  );

export const timeInDay = (opens: string): Message =>
  message(
    "Times from the start are given, but this place has opening hours.",
    "给出了从开始算起的时间，但这里有营业时间。",
    `Write times of day, such as ${opens}.`,
    `请写时刻，例如 ${opens}。`,
  );

export const outsideOpening = (at: string, from: string, to: string): Message =>
  message(
    `${at} lies outside opening hours (${from} to ${to}).`,
    `${at} 不在营业时间（${from} 到 ${to}）之内。`,
    `Use a time from ${from} to before ${to}, or change \`opening\`.`,
    `请用 ${from} 到 ${to}（不含）之间的时刻，或修改 \`opening\`。`,
  );

export const staffInLongRun = (): Message =>
  message(
    "Servers change by the clock, but the place has no opening hours: in the long run their number stays the same.",
    "人数随时刻变化，但没有营业时间：长期运行中人数不变。",
    "Give one number, or add `opening: 09:00 to 17:00`.",
    "请只给一个数，或加上 `opening: 09:00 to 17:00`。",
  );

export const tableFromZero = (): Message =>
  message("The table does not say what holds from the start.", "表中没有说明从开始起的值。", "Begin with `0 h`.", "请从 `0 h` 开始。");

export const lateStart = (opens: string, begins: string, isStaff: boolean): Message =>
  isStaff
    ? message(
        `From ${opens} to ${begins} nobody serves.`,
        `${opens} 到 ${begins} 没有人服务。`,
        `Add a row for ${opens} if that is not meant.`,
        `若非本意，请补上 ${opens} 的一行。`,
      )
    : message(
        `From ${opens} to ${begins} nobody comes.`,
        `${opens} 到 ${begins} 没有人来。`,
        `Add a row for ${opens} if that is not meant.`,
        `若非本意，请补上 ${opens} 的一行。`,
      );
