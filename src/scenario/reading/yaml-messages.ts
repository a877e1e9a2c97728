/** What is told of YAML: signs, blanks, brackets, indents, and phrases that YAML splits. */
import {type Message, message} from "../message.ts";
import {quote} from "./quote.ts";

export const fullWidth = (sign: string, half: string): Message =>
  message(
    `A full-width “${sign}” stands here; YAML does not see it as “${half}”.`,
    `这里是全角“${sign}”；YAML 不会把它当作“${half}”。`,
    half === ":" ? "Type a half-width colon and a blank: `rate: 45/h`." : `Type a half-width “${half}” instead.`,
    half === ":" ? "请改用半角冒号加空格：`rate: 45/h`。" : `请改用半角“${half}”。`,
  );

export const tab = (): Message =>
  message(
    "This line is indented with a tab; YAML knows only blanks.",
    "这一行用制表符缩进；YAML 只认空格。",
    "Indent with two blanks.",
    "请用两个空格缩进。",
  );

export const duplicateKey = (key: string, line: number): Message =>
  key.includes("%")
    ? message(
        `${quote(key)} stands here twice (first in line ${line}).`,
        `${quote(key)} 在这里出现了两次（第一次在第 ${line} 行）。`,
        "Equal shares are written the other way round: `{ tests: 50%, leave: 50% }`.",
        "份额相等时请反过来写：`{ tests: 50%, leave: 50% }`。",
      )
    : message(
        `${quote(key)} stands here twice (first in line ${line}); only one can hold.`,
        `${quote(key)} 在这里出现了两次（第一次在第 ${line} 行），只能保留一个。`,
        "Remove one, or give one of them another name.",
        "请删去一个，或给其中一个换个名称。",
      );

export const severalDocuments = (): Message =>
  message(
    "A second document begins here (---).",
    "这里开始了第二个文档（---）。",
    "Keep one scenario in one file.",
    "一个文件只放一个情景。",
  );

export const unclosed = (sign: string): Message =>
  message(`A ${sign} is opened and never closed.`, `${sign} 打开后没有闭合。`, `Close it with a second ${sign}.`, `请补上另一个 ${sign}。`);

export const unclosedBracket = (): Message =>
  message(
    "A bracket { or [ is opened and not closed before the next line's word.",
    "括号 { 或 [ 没有闭合。",
    "Close it with } or ].",
    "请用 } 或 ] 闭合。",
  );

export const strayBracket = (): Message =>
  message(
    "A bracket stands here that nothing opened, or text follows where a line should end.",
    "这里有多余的括号，或行尾还有多余文字。",
    "Check the brackets { } and [ ] of this line.",
    "请检查这一行的 { } 和 [ ]。",
  );

export const colonBlank = (): Message =>
  message(
    "A word and its value should stand on one line, with a colon and a blank between them.",
    "词和值应在同一行，中间是冒号和空格。",
    "Write `rate: 45/h`: a half-width colon, then a blank.",
    "请写 `rate: 45/h`：半角冒号，后面一个空格。",
  );

export const indentation = (): Message =>
  message(
    "The indentation does not fit the lines above.",
    "缩进与上面几行不一致。",
    "Let words of the same level begin in the same column, two blanks deeper than the word they belong to.",
    "同一级的词从同一列开始，比所属的词多缩进两个空格。",
  );

export const unknownAlias = (name: string): Message =>
  message(
    `*${name} repeats something that no &${name} names above.`,
    `*${name} 引用的 &${name} 在上面没有定义。`,
    "Write out what is meant; a text that begins with * or & goes in quotes.",
    "请直接写出内容；以 * 或 & 开头的文字要加引号。",
  );

export const tag = (name: string): Message =>
  message(`The mark ${quote(name)} means nothing in a scenario.`, `标记 ${quote(name)} 在情景文件中没有意义。`, "Remove it.", "请删去它。");

export const complexKey = (): Message =>
  message(
    "A list or mapping stands where a word should.",
    "这里应是一个词，却是列表或映射。",
    "Use a plain word or name before the colon.",
    "冒号前请用普通的词或名称。",
  );

export const yamlTrouble = (detail: string): Message =>
  message(
    `YAML cannot be followed here (${detail}).`,
    `此处 YAML 无法解析（${detail}）。`,
    "Check colons, quotes, brackets and the indentation of this line and the one above.",
    "请检查这一行和上一行的冒号、引号、括号和缩进。",
  );

export const splitPhrase = (text: string, suggestion: string): Message =>
  message(
    `A comma inside { } or [ ] cut this phrase in two: ${quote(text)}.`,
    `{ } 或 [ ] 里的逗号把这个短语切成了两半：${quote(text)}。`,
    `Write it without brackets and commas: ${suggestion}.`,
    `请去掉括号和逗号：${suggestion}。`,
  );
