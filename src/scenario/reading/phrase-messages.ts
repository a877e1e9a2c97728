/** What is told of numbers, times, rates, shares and tables by the clock. */
import {type Message, message} from "../message.ts";
import {quote} from "./quote.ts";

export const tooLongPhrase = (): Message =>
  message(
    "A phrase has at most 200 characters.",
    "一个短语最多 200 个字符。",
    "Say it shorter; long lists belong in a CSV file.",
    "请写短些；长列表请放进 CSV 文件。",
  );

export const leadingZero = (text: string): Message =>
  message(
    `${quote(text)} begins with a zero.`,
    `${quote(text)} 以零开头。`,
    `Write ${text.replace(/^0+(?=\d)/, "")}; times of day are written 09:30.`,
    `请写 ${text.replace(/^0+(?=\d)/, "")}；时刻写作 09:30。`,
  );

export const commaInNumber = (text: string): Message =>
  message(
    `The comma in ${quote(text)} can be read in two ways.`,
    `${quote(text)} 中的逗号有两种读法。`,
    `Write ${text.replace(",", ".")} with a point, or ${text.replace(",", "")} without the comma.`,
    `小数请用点号写 ${text.replace(",", ".")}，千位请写 ${text.replace(",", "")}。`,
  );

export const negative = (text: string): Message =>
  message(
    `${quote(text)} is less than nothing.`,
    `${quote(text)} 小于零。`,
    "Times, rates and counts are 0 or more.",
    "时间、速率和数量都不小于 0。",
  );

export const notANumber = (text: string, example: string): Message =>
  message(
    `${quote(text)} is not a number.`,
    `${quote(text)} 不是数字。`,
    `Write a number such as ${example}.`,
    `请写数字，例如 ${example}。`,
  );

export const notWhole = (text: string, least: number, most: number): Message =>
  message(
    `${quote(text)} is not a whole number from ${least} to ${most}.`,
    `${quote(text)} 不是 ${least} 到 ${most} 之间的整数。`,
    `Write a whole number such as ${Math.max(least, 5)}.`,
    `请写整数，例如 ${Math.max(least, 5)}。`,
  );

export const bareTime = (text: string): Message =>
  message(
    `${quote(text)} has no unit: seconds, minutes or hours?`,
    `${quote(text)} 没有单位：秒、分还是小时？`,
    `Write ${text} s, ${text} min or ${text} h.`,
    `请写 ${text} s（秒）、${text} min（分）或 ${text} h（小时）。`,
  );

export const bareRate = (text: string): Message =>
  message(
    `${quote(text)} does not say per what.`,
    `${quote(text)} 没有说明是每什么时间。`,
    `Write ${text}/h or ${text}/min.`,
    `请写 ${text}/h（每小时）或 ${text}/min（每分钟）。`,
  );

export const bareShare = (text: string, percent: string | null): Message =>
  message(
    `${quote(text)} is not written as a share.`,
    `${quote(text)} 不是百分比。`,
    percent === null ? "Write a percentage such as 80%." : `Write ${percent}.`,
    percent === null ? "请写百分比，例如 80%。" : `请写 ${percent}。`,
  );

export const shareRange = (text: string): Message =>
  message(
    `${quote(text)} is not between 0% and 100%.`,
    `${quote(text)} 不在 0% 与 100% 之间。`,
    "Write a share from 0% to 100%.",
    "请写 0% 到 100% 之间的份额。",
  );

export const unknownUnit = (unit: string): Message =>
  message(
    unit.toLowerCase() === "m" ? "`m` could be minutes or months." : `${quote(unit)} is not a unit of time we know.`,
    unit.toLowerCase() === "m" ? "`m` 可能是分钟，也可能是月。" : `${quote(unit)} 不是已知的时间单位。`,
    "Units of time are s, min, h and d.",
    "时间单位是 s（秒）、min（分）、h（小时）、d（天）。",
  );

export const notATime = (text: string, example: string): Message =>
  message(
    `${quote(text)} is not a length of time.`,
    `${quote(text)} 不是一段时间。`,
    `Write a number with its unit, such as ${example}.`,
    `请写数字加单位，例如 ${example}。`,
  );

export const notARate = (text: string): Message =>
  message(
    `${quote(text)} is not a rate.`,
    `${quote(text)} 不是速率。`,
    "Write how many come per hour, such as 45/h; a time between arrivals goes under `every: exp 80 s`.",
    "请写每小时来多少人，例如 45/h；到达间隔写在 `every: exp 80 s`。",
  );

export const leftOver = (text: string, rest: string): Message =>
  message(
    `We can read ${quote(text)} only up to ${quote(rest)}.`,
    `${quote(text)} 只能读到 ${quote(rest)} 之前。`,
    `Remove ${quote(rest)}, or check its spelling.`,
    `请去掉 ${quote(rest)} 或检查拼写。`,
  );

export const oddSign = (sign: string): Message =>
  message(`The sign ${quote(sign)} means nothing here.`, `符号 ${quote(sign)} 在此没有意义。`, "Remove it.", "请去掉它。");

export const notAClock = (text: string, example: string): Message =>
  message(
    `${quote(text)} is not a time of day.`,
    `${quote(text)} 不是一个时刻。`,
    `Write hours and minutes from 00:00 to 24:00, such as ${example}.`,
    `请写 00:00 到 24:00 之间的时和分，例如 ${example}。`,
  );

export const notOpening = (text: string): Message =>
  message(
    `${quote(text)} does not say when the place opens and closes.`,
    `${quote(text)} 没有说明何时开门和关门。`,
    "Write for example `09:00 to 17:00`.",
    "例如写 `09:00 to 17:00`。",
  );

export const openingBackwards = (from: string, to: string): Message =>
  message(
    `The place would close (${to}) before it opens (${from}).`,
    `关门（${to}）早于开门（${from}）。`,
    "Opening hours lie within one day, 00:00 to 24:00; write for example `09:00 to 17:00`.",
    "营业时间须在一天之内（00:00 到 24:00），例如 `09:00 to 17:00`。",
  );

export const clockOrder = (before: string, after: string): Message =>
  message(
    `${after} stands after ${before}, but comes earlier.`,
    `${after} 写在 ${before} 之后，时间却更早。`,
    "List the times in order, each once.",
    "请按时间先后列出，每个时刻一次。",
  );

export const clockTableMixed = (): Message =>
  message(
    "Times of day and times from the start stand in one table.",
    "同一个表里既有时刻又有从开始起的时间。",
    "Use one kind: 09:00 for a day, 0 h for the long run.",
    "请只用一种：一天用 09:00，长期运行用 0 h。",
  );

export const rampShort = (): Message =>
  message(
    "A ramp needs at least two points.",
    "ramp 至少要有两个点。",
    "Write for example `{ ramp: { 09:00: 20/h, 12:00: 60/h, 17:00: 20/h } }`.",
    "例如写 `{ ramp: { 09:00: 20/h, 12:00: 60/h, 17:00: 20/h } }`。",
  );

export const rampServers = (): Message =>
  message(
    "People come and go one by one: servers have no ramp.",
    "人员是逐个增减的：servers 不能用 ramp。",
    "Write the steps: `{ 09:00: 3, 10:00: 4 }`.",
    "请写成阶梯：`{ 09:00: 3, 10:00: 4 }`。",
  );

export const sharesSum = (sum: string): Message =>
  message(
    `The shares add up to ${sum}, not to 100%.`,
    `份额合计 ${sum}，不是 100%。`,
    "Change one so that they add up to 100%.",
    "请调整其中一个，使合计为 100%。",
  );
