/** What is told of designs: `compare`, `vary` and `--set`. */
import {type Message, message} from "../message.ts";
import {quote} from "./quote.ts";

export const notVary = (text: string): Message =>
  message(
    `${quote(text)} is not a range or a list of values.`,
    `${quote(text)} 不是范围，也不是值的列表。`,
    "Write `8 to 14`, `40/h to 60/h by 5/h`, or a list `[8, 10, 12]`.",
    "请写 `8 to 14`、`40/h to 60/h by 5/h`，或列表 `[8, 10, 12]`。",
  );

export const notEnds = (text: string): Message =>
  message(
    `${quote(text)} does not say from where to where.`,
    `${quote(text)} 没有说明从哪里到哪里。`,
    "Write two different values of one unit: `1 to 0.85`, `40/h to 60/h`.",
    "请写同一单位的两个不同的值：`1 to 0.85`、`40/h to 60/h`。",
  );

export const varyBackwards = (): Message =>
  message(
    "The range ends before it begins, or its step is zero.",
    "范围的终点小于起点，或步长为零。",
    "Write the smaller value first, and a step above zero: `8 to 14 by 2`.",
    "请先写较小的值，步长大于零：`8 to 14 by 2`。",
  );

export const tooManyDesigns = (count: number): Message =>
  message(
    `That makes ${count} designs; at most 200 are compared at once.`,
    `共有 ${count} 个方案；一次最多比较 200 个。`,
    "Take larger steps, or vary less at a time.",
    "请加大步长，或一次少变几个。",
  );

export const oneDesign = (): Message =>
  message(
    "There is only one design, so there is nothing to compare it with.",
    "只有一个方案，没有可比较的对象。",
    "Add the design as it stands, `as today: {}`, before it.",
    "请在前面加上现状方案：`as today: {}`。",
  );

export const compareAndVary = (): Message =>
  message("`compare` and `vary` stand in one file.", "同一文件里既有 `compare` 又有 `vary`。", "Keep one of them.", "请只保留一个。");

export const notOverlay = (): Message =>
  message(
    "A design says which paths change.",
    "方案要说明哪些路径改变。",
    "Write for example `{ stations.tellers.servers: 6 }`, or `{}` for the place as it stands.",
    "例如写 `{ stations.tellers.servers: 6 }`，不变则写 `{}`。",
  );

export const unknownPath = (path: string, step: string, guess: string | null, known: readonly string[]): Message =>
  message(
    `${quote(path)} leads nowhere: there is no ${quote(step)}.`,
    `${quote(path)} 不存在：没有 ${quote(step)}。`,
    guess !== null ? `Did you mean \`${guess}\`?` : known.length > 0 ? `There is: ${known.slice(0, 20).join(", ")}.` : "Check the path.",
    guess !== null ? `是否想写 \`${guess}\`？` : known.length > 0 ? `这里有：${known.slice(0, 20).join("、")}。` : "请检查路径。",
  );

export const sharedByDesigns = (word: string): Message =>
  message(
    `\`${word}\` is the same for all designs; one design cannot change it.`,
    `\`${word}\` 为所有方案共用，不能在一个方案里改。`,
    "Change it at the top of the file.",
    "请在文件开头处修改。",
  );

export const setNeedsPath = (): Message =>
  message(
    "The option names no path.",
    "选项没有给出路径。",
    "Write for example `--set stations.tellers.servers=6`.",
    "例如写 `--set stations.tellers.servers=6`。",
  );

export const setEmpty = (path: string): Message =>
  message(
    `Nothing stands behind the "=".`,
    "“=”后面没有内容。",
    `Write a value, for example --set stations.tellers.servers=6; --set ${path}=null removes what the file says.`,
    `请写一个值，例如 --set stations.tellers.servers=6；--set ${path}=null 会去掉文件里的内容。`,
  );

export const setWithoutEffect = (path: string): Message =>
  message(
    `Every design gives ${quote(path)} a value of its own, so this changes nothing.`,
    `每个方案都自己给出了 ${quote(path)}，所以这个设置不起作用。`,
    `Use "waitline run" for the file as it stands with this value, or change the values under \`vary:\` or \`compare:\`.`,
    `请用 waitline run 按此值运行文件本身，或修改 \`vary:\`、\`compare:\` 下的值。`,
  );
