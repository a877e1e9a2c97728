/** What is told of arrivals: their process, batches, phases, and periods that they are spread over. */
import {type Message, message} from "../message.ts";
import {quote} from "./quote.ts";

export const noProcess = (): Message =>
  message(
    "This source does not say when customers come.",
    "没有说明顾客何时到来。",
    "Add `rate: 45/h`, `every: exp 80 s`, `at: [09:00, 09:05]`, `from: tickets.csv` or `book: { people: 20, every: 15 min }`.",
    "请加上 `rate: 45/h`、`every: exp 80 s`、`at: [09:00, 09:05]`、`from: tickets.csv` 或 `book: { people: 20, every: 15 min }`。",
  );

export const severalProcesses = (words: readonly string[]): Message =>
  message(
    `This source says in ${words.length} ways when customers come: ${words.join(", ")}.`,
    `这里用 ${words.length} 种方式说明顾客何时到来：${words.join("、")}。`,
    `Keep one; a second source under \`arrivals\` may have the other. In an overlay, \`${words[0]}: null\` removes it.`,
    `请只保留一种；另一种可放在 \`arrivals\` 的另一个来源里。方案中可用 \`${words[0]}: null\` 去掉。`,
  );

export const busynessNeedsRate = (): Message =>
  message(
    "`busyness` multiplies the rate, and this source has none.",
    "`busyness` 是速率的倍数，而这里没有速率。",
    "Leave it out, or give a `rate`.",
    "请去掉它，或给出 `rate`。",
  );

export const notBusyness = (text: string): Message =>
  message(
    `${quote(text)} does not say how much days differ.`,
    `${quote(text)} 没有说明各天相差多少。`,
    "Write for example `cv 12%`: the standard deviation of a day's total over its mean.",
    "例如写 `cv 12%`：日总量的标准差除以均值。",
  );

export const busynessHuge = (): Message =>
  message(
    "Days that differ by more than 200% are not one kind of day.",
    "各天相差超过 200%，就不是同一类日子了。",
    "Write for example `cv 12%`.",
    "例如写 `cv 12%`。",
  );

export const batchOrMap = (): Message =>
  message(
    "`batch` says how many come together.",
    "`batch` 说明几个人一起来。",
    "Write `batch: 2`, or shares: `batch: { 1: 50%, 2: 30%, 4: 20% }`.",
    "请写 `batch: 2`，或份额：`batch: { 1: 50%, 2: 30%, 4: 20% }`。",
  );

export const batchWithList = (): Message =>
  message(
    "A list of arrivals already says who comes when; `batch` does not go with it.",
    "到达列表已说明谁何时来，不能再用 `batch`。",
    "Leave `batch` out; list a time twice when two come together.",
    "请去掉 `batch`；两人同时来时把时刻写两次。",
  );

export const batchWords = (text: string): Message => {
  const size = /\d+/.exec(text)?.[0] ?? "2";
  return message(
    `${quote(text)} does not say how many come together in a way we can read.`,
    `无法从 ${quote(text)} 读出几个人一起来。`,
    `Write the number alone, \`batch: ${size}\`, or sizes and shares, \`batch: { 1: 50%, 2: 30%, 4: 20% }\`.`,
    `请只写数字 \`batch: ${size}\`，或写人数和份额 \`batch: { 1: 50%, 2: 30%, 4: 20% }\`。`,
  );
};

export const needsOpening = (word: string): Message =>
  message(
    `\`${word}\` is about a day, and the place has no opening hours.`,
    `\`${word}\` 说的是一天，但这里没有营业时间。`,
    "Add `opening: 09:00 to 17:00`, or give a rate: `rate: 45/h`.",
    "请加上 `opening: 09:00 to 17:00`，或给出速率：`rate: 45/h`。",
  );

export const batchWithSpread = (): Message =>
  message(
    "`spread` says how many people come, and they come one by one.",
    "`spread` 说明来多少人，他们逐个到来。",
    "Leave `batch` out, or use a rate of groups.",
    "请去掉 `batch`，或改用成组到来的速率。",
  );

export const phaseLasts = (): Message =>
  message(
    "A phase lasts an exponential time: how long it has lasted says nothing about how long it still will.",
    "阶段持续时间须为指数分布：已持续多久与还会持续多久无关。",
    "Write `lasts: exp 10 min`.",
    "请写 `lasts: exp 10 min`。",
  );

export const phasesTooFew = (): Message =>
  message(
    "One phase never changes, and at least one must bring somebody.",
    "只有一个阶段则不会变化；至少有一个阶段要有人来。",
    "Give two phases or more, one with a rate above zero, or use `rate`.",
    "请给出两个以上阶段，其中至少一个速率大于零；或改用 `rate`。",
  );

export const phaseApart = (name: string): Message =>
  message(
    `The phase ${quote(name)} is never reached again, or never left.`,
    `阶段 ${quote(name)} 不会再次到达，或不会离开。`,
    "Let every phase follow, in some steps, from every other.",
    "请让每个阶段都能（经若干步）从其他阶段到达。",
  );

export const nobodyComes = (): Message =>
  message(
    "Nobody ever comes: every rate is zero.",
    "没有人会来：所有速率都是零。",
    "Give a rate above zero, such as `rate: 45/h`.",
    "请给出大于零的速率，例如 `rate: 45/h`。",
  );
