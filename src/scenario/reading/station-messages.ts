/** What is told of speeds, of the order of service and of what it needs. */
import {type Message, message} from "../message.ts";
import {quote} from "./quote.ts";

export const notSpeed = (text: string): Message =>
  message(
    `${quote(text)} is not a speed.`,
    `${quote(text)} 不是速度。`,
    "Write how much work is done per unit of time: 1 as given, 2 or 200% twice as fast.",
    "请写速度：1 为正常，2 或 200% 为两倍。",
  );

export const priorityUnused = (): Message =>
  message(
    "A class says a priority, but no station looks at it: everybody is called first come, first served, or as `order` says.",
    "有类别写了优先级，但没有服务台按优先级叫号：仍按先到先服务，或按 `order` 所写。",
    "Add `order: priority` to a station, or leave the priorities out.",
    "请在服务台加上 `order: priority`，或去掉优先级。",
  );

export const dueUnused = (): Message =>
  message(
    "A class says when it is due, but no station looks at it.",
    "有类别写了到期时间，但没有服务台按到期时间叫号。",
    "Add `order: earliest due` to a station, or leave `due` out.",
    "请在服务台加上 `order: earliest due`，或去掉 `due`。",
  );

export const notACredit = (text: string): Message =>
  message(
    `${quote(text)} is not a credit: a number above 0 that a class gains per unit of waiting.`,
    `${quote(text)} 不是积分：应是大于 0 的数，即该类每等待一单位时间得到的积分。`,
    "Only ratios matter: with `{ urgent: 4, regular: 1 }` one minute of an urgent wait counts as much as four of a regular one.",
    "只有比例有意义：写 `{ urgent: 4, regular: 1 }` 时，urgent 等一分钟相当于 regular 等四分钟。",
  );

export const priorityWord = (text: string): Message =>
  message(
    `A priority is a number, not ${quote(text)}: 1 goes first, then 2, and so on.`,
    `优先级是数字，不是 ${quote(text)}：1 最先，然后是 2，依此类推。`,
    "Write `priority: 1` for who goes first and `priority: 2` for the others, and `order: priority` at the station.",
    "先服务的写 `priority: 1`，其他人写 `priority: 2`，并在服务台写 `order: priority`。",
  );

export const noServers = (): Message =>
  message(
    "There are no servers at any time: nobody would ever be served.",
    "任何时候都没有服务员：没有人会得到服务。",
    "Use at least 1 at some time.",
    "至少在某个时段有 1 名。",
  );
