/** What is told of goals. */
import {type Message, message} from "../message.ts";
import {quote} from "./quote.ts";

export const unknownGoal = (text: string): Message =>
  message(
    `We cannot read ${quote(text)} as a goal.`,
    `无法把 ${quote(text)} 读作目标。`,
    "Goals are sentences such as `80% of customers wait at most 5 min`, `80% of calls answered within 20 s`, `mean wait at most 4 min`, `95th percentile wait at most 10 min at tellers`, `at most 3% of customers give up`, `overtime at most 30 min on 90% of days`.",
    "目标是这样的句子：`80% of customers wait at most 5 min`、`80% of calls answered within 20 s`、`mean wait at most 4 min`、`95th percentile wait at most 10 min at tellers`、`at most 3% of customers give up`、`overtime at most 30 min on 90% of days`。",
  );

export const goalDirection = (): Message =>
  message(
    "Goals on times say `at most`: nobody promises to wait longer.",
    "关于时间的目标要写 `at most`。",
    "Write `at most` instead; it means ≤.",
    "请改写为 `at most`，意思是 ≤。",
  );

export const percentileRange = (): Message =>
  message(
    "A percentile lies above 0 and below 100.",
    "百分位在 0 和 100 之间。",
    "Write for example `95th percentile wait at most 10 min`.",
    "例如写 `95th percentile wait at most 10 min`。",
  );

export const waitOfWhom = (who: string, bound: string): Message => {
  const whose = who === "" ? "" : ` of ${who}`;
  return message(
    "A goal on the wait says which wait: the mean, that of a share of people, or a percentile.",
    "关于等待的目标要说明是哪一种等待：平均值、一部分人的，还是百分位。",
    `Write \`mean wait${whose} at most ${bound}\` or \`90% of ${who || "customers"} wait at most ${bound}\`.`,
    `请写 \`mean wait${whose} at most ${bound}\` 或 \`90% of ${who || "customers"} wait at most ${bound}\`。`,
  );
};

export const goalNeedsDay = (): Message =>
  message(
    "This goal speaks of days, but the place has no opening hours.",
    "这个目标说的是一天，但这里没有营业时间。",
    "Add `opening: 09:00 to 17:00`, or leave that part out.",
    "请加上 `opening: 09:00 to 17:00`，或去掉那部分。",
  );

export const goalOnSource = (who: string): Message =>
  message(
    `The source “${who}” brings several classes, or shares one with another source.`,
    `来源“${who}”带来多个类别，或与其他来源共用类别。`,
    "Name a class, or say `everyone`.",
    "请指明类别，或写 `everyone`。",
  );
