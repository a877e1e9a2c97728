/** What is told of files beside the scenario. */
import {type Message, message} from "../message.ts";
import {quote} from "./quote.ts";

export const noFiles = (name: string): Message =>
  message(
    `The file ${quote(name)} cannot be read here.`,
    `此处无法读取文件 ${quote(name)}。`,
    "Put it beside the scenario and read the scenario from its file.",
    "请把它放在情景文件旁边，并从文件读取情景。",
  );

export const climbingPath = (name: string): Message =>
  message(
    `${quote(name)} leads out of the scenario's folder.`,
    `${quote(name)} 指向情景文件所在文件夹之外。`,
    "Put the file beside the scenario and give its plain name, such as `from times.csv column minutes`.",
    "请把文件放在情景旁边，只写文件名，例如 `from times.csv column minutes`。",
  );

export const cannotRead = (name: string): Message =>
  message(
    `The file ${quote(name)} is not there, or cannot be read.`,
    `文件 ${quote(name)} 不存在或无法读取。`,
    "Check its name; it is looked for beside the scenario.",
    "请检查文件名；会在情景文件旁边查找。",
  );

export const csvTooLarge = (name: string): Message =>
  message(
    `The file ${quote(name)} has more than 20 MB.`,
    `文件 ${quote(name)} 超过 20 MB。`,
    "Keep only the columns and rows that are used.",
    "请只保留用到的列和行。",
  );

export const csvEmpty = (name: string): Message =>
  message(
    `The file ${quote(name)} has no rows below its first line.`,
    `文件 ${quote(name)} 首行之下没有数据。`,
    "The first line names the columns; each further line is one row.",
    "首行是列名，其后每行一条记录。",
  );

export const csvNoColumn = (name: string, column: string, columns: readonly string[]): Message =>
  message(
    `The file ${quote(name)} has no column ${quote(column)}.`,
    `文件 ${quote(name)} 没有列 ${quote(column)}。`,
    `Its columns are: ${columns.slice(0, 12).map(quote).join(", ")}.`,
    `它的列有：${columns.slice(0, 12).map(quote).join("、")}。`,
  );

export const csvUnit = (column: string, example: string): Message =>
  message(
    `The column ${quote(column)} does not say its unit.`,
    `列 ${quote(column)} 没有说明单位。`,
    `Write \`${example}\`, or name the column by its unit, such as minutes.`,
    `请写 \`${example}\`，或以单位命名该列，例如 minutes。`,
  );

export const csvCell = (name: string, row: number, why: {en: string; zh: string}): Message =>
  message(
    `${quote(name)}, line ${row}: ${why.en}`,
    `${quote(name)} 第 ${row} 行：${why.zh}`,
    "Correct the row, or remove it.",
    "请更正或删去该行。",
  );

export const traceOrder = (name: string, row: number): Message =>
  message(
    `${quote(name)}, line ${row}, comes before the line above it.`,
    `${quote(name)} 第 ${row} 行的时间早于上一行。`,
    "Sort the rows by time.",
    "请按时间排序。",
  );

export const countsDays = (file: string, line: number): Message =>
  message(
    `${quote(file)}, line ${line}: this day has other intervals than the first.`,
    `${quote(file)} 第 ${line} 行：这一天的时段与第一天不同。`,
    "Give every day the same times, with 0 where nobody came.",
    "请让每天的时段相同，无人时写 0。",
  );

export const notSeconds = (): Message =>
  message(
    "`walk` gives the way to the first window and on to each further one.",
    "`walk` 给出走到第一个窗口和之后每个窗口的时间。",
    "Write `walk: { first: 3 s, each: 1 s }`.",
    "请写 `walk: { first: 3 s, each: 1 s }`。",
  );
