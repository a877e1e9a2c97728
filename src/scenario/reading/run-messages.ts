/** What is told of `run`: its length, warm-up and stopping. */
import {type Message, message} from "../message.ts";
import {quote} from "./quote.ts";

export const lengthWithOpening = (word: string): Message =>
  message(
    `\`${word}\` belongs to the long run, but this place has opening hours: a replication is one day.`,
    `\`${word}\` 属于长期运行，但这里有营业时间：一次重复就是一天。`,
    `Leave \`${word}\` out, or leave \`opening\` out.`,
    `请去掉 \`${word}\`，或去掉 \`opening\`。`,
  );

export const lengthMissing = (): Message =>
  message(
    "Without opening hours the question is the long run, and `run` does not say how long to watch.",
    "没有营业时间时问的是长期情况，而 `run` 没有说明观察多久。",
    "Add `opening: 09:00 to 17:00`, or `run: { length: 2000 h, warmup: 100 h }`.",
    "请加上 `opening: 09:00 to 17:00`，或 `run: { length: 2000 h, warmup: 100 h }`。",
  );

export const lengthAndCustomers = (): Message =>
  message(
    "`length` and `customers` both say how long to watch.",
    "`length` 和 `customers` 都在说明观察多久。",
    "Keep one of them.",
    "请只保留一个。",
  );

export const warmUpKind = (needsPeople: boolean): Message =>
  needsPeople
    ? message(
        "The run is counted in customers, so its warm-up is too.",
        "运行按顾客数计，预热也应如此。",
        "Write a whole number: `warmup: 500`.",
        "请写整数：`warmup: 500`。",
      )
    : message(
        "The run is counted in time, so its warm-up is too.",
        "运行按时间计，预热也应如此。",
        "Write a time: `warmup: 100 h`.",
        "请写时间：`warmup: 100 h`。",
      );

export const unknownUntil = (text: string): Message =>
  message(
    `${quote(text)} is not a precision we can stop at.`,
    `${quote(text)} 不是可以据以停止的精度。`,
    "Write `until: ±2% of mean wait` or `until: ±1% of mean time in system`.",
    "请写 `until: ±2% of mean wait` 或 `until: ±1% of mean time in system`。",
  );

export const untilRange = (): Message =>
  message(
    "A precision lies between 0.01% and 100% of the mean.",
    "精度要在平均值的 0.01% 和 100% 之间。",
    "Write for example `until: ±2% of mean wait`; half the percentage takes four times the replications.",
    "例如写 `until: ±2% of mean wait`；百分比减半，重复次数要增至四倍。",
  );
