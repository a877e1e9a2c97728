/** What is told of a file as a whole: empty, too large, no mapping of words. */
import {type Message, message} from "../message.ts";

export const emptyFile = (): Message =>
  message(
    "The file is empty.",
    "文件是空的。",
    "Begin with `waitline init bank > bank.yaml` and change it.",
    "可先运行 `waitline init bank > bank.yaml`，再作修改。",
  );

export const tooLarge = (kilobytes: number): Message =>
  message(
    `The file has ${kilobytes} KB; a scenario has at most 64.`,
    `文件有 ${kilobytes} KB；情景文件最多 64 KB。`,
    "Put long lists of arrivals or times into a CSV file beside it: `from: tickets.csv`.",
    "请把很长的到达或时间列表放进旁边的 CSV 文件：`from: tickets.csv`。",
  );

export const tooDeep = (): Message =>
  message(
    "Brackets or indents are nested more than 40 deep; a scenario needs six.",
    "括号或缩进嵌套超过 40 层；情景文件只需要六层。",
    "Look for a bracket that was never closed.",
    "请查看是否有没闭合的括号。",
  );

export const tooManyValues = (): Message =>
  message(
    "The file holds more values than a scenario can mean, or unfolds into more by & and *.",
    "文件里的值太多，或用 & 和 * 展开后太多。",
    "Put long lists into a CSV file beside it, and write out what is meant instead of repeating it by *name.",
    "请把长列表放进旁边的 CSV 文件，并直接写出内容，不要用 *名称 重复。",
  );

export const onePieceOfText = (): Message =>
  message(
    "The whole file is one piece of text, not a list of words with values.",
    "整个文件是一段文字，而不是“词: 值”的列表。",
    "Put a blank after each colon, as in `name: Branch 12`, each word on a line of its own.",
    "每个冒号（半角 :）后加一个空格，例如 `name: 一号网点`，每个词占一行。",
  );

export const notAMapping = (): Message =>
  message(
    "The file is a list; a scenario is words with values.",
    "文件是一个列表；情景文件应是“词: 值”。",
    "Remove the leading dashes: `name: Branch 12`, then `arrivals:` and `stations:`.",
    "去掉行首的短横：先写 `name: 一号网点`，再写 `arrivals:` 和 `stations:`。",
  );

export const noNul = (): Message =>
  message(
    "The file is not text: it holds bytes that no text has.",
    "文件不是文本：其中有文本里不会出现的字节。",
    "Save it as plain text in UTF-8 with the ending .yaml.",
    "请另存为 UTF-8 纯文本，扩展名为 .yaml。",
  );
