/** What is told of words and names: unknown, missing, doubled, or with the wrong kind of value. */
import {type Message, message} from "../message.ts";
import {quote} from "./quote.ts";
import {closest} from "./suggest.ts";

export const unknownKey = (key: string, guess: string | null, known: readonly string[]): Message =>
  guess !== null
    ? message(
        `Nothing here is called ${quote(key)}.`,
        `这里没有叫 ${quote(key)} 的词。`,
        `Did you mean \`${guess}\`?`,
        `是否想写 \`${guess}\`？`,
      )
    : message(
        `Nothing here is called ${quote(key)}.`,
        `这里没有叫 ${quote(key)} 的词。`,
        `What can stand here: ${known.join(", ")}.`,
        `这里可以写：${known.join("、")}。`,
      );

export const later = (word: string, what: {en: string; zh: string}): Message =>
  message(
    `\`${word}\` comes with a later version (${what.en}).`,
    `\`${word}\` 将在以后的版本中支持（${what.zh}）。`,
    "Leave it out for now.",
    "目前请先去掉它。",
  );

export const blankMissing = (key: string, value: string): Message =>
  message(
    `A blank is missing after the colon in ${quote(`${key}:${value}`)}.`,
    `${quote(`${key}:${value}`)} 的冒号后少了一个空格。`,
    `Write \`${key}: ${value}\`.`,
    `请写 \`${key}: ${value}\`。`,
  );

export const dotInName = (name: string): Message =>
  message(
    `The name ${quote(name)} has a dot in it; dots join the words of a path.`,
    `名称 ${quote(name)} 里有点号；点号用来连接路径中的词。`,
    "Use a name without a dot.",
    "请用不含点号的名称。",
  );

export const longName = (): Message =>
  message("A name has at most 100 characters.", "名称最多 100 个字符。", "Shorten it.", "请缩短名称。");

export const missing = (word: string, meaning: {en: string; zh: string}, example: string): Message =>
  message(
    `\`${word}\` is missing: ${meaning.en}.`,
    `缺少 \`${word}\`：${meaning.zh}。`,
    `Add it, for example \`${word}: ${example}\`.`,
    `请补上，例如 \`${word}: ${example}\`。`,
  );

export const nothingThere = (word: string, example: string): Message =>
  message(
    `Nothing is written under \`${word}\`.`,
    `\`${word}\` 下没有内容。`,
    `Write at least one, for example ${example}.`,
    `至少写一个，例如 ${example}。`,
  );

export const needsMapping = (found: string, example: string): Message =>
  message(
    `Words with values belong here, not ${quote(found)}.`,
    `这里应是“词: 值”，而不是 ${quote(found)}。`,
    `Write for example ${example} (a blank after each colon).`,
    `例如写 ${example}（每个冒号后有空格）。`,
  );

export const needsText = (example: string): Message =>
  message(
    "One value belongs here, not a list or words with values.",
    "这里应是一个值，而不是列表或“词: 值”。",
    `Write for example \`${example}\`.`,
    `例如写 \`${example}\`。`,
  );

export const needsList = (example: string): Message =>
  message("A list belongs here.", "这里应是列表。", `Write for example \`${example}\`.`, `例如写 \`${example}\`。`);

export const notAChoice = (found: string, choices: readonly string[], guess: string | null): Message =>
  message(
    `${quote(found)} is not one of the choices.`,
    `${quote(found)} 不在可选范围内。`,
    guess !== null ? `Did you mean \`${guess}\`? The choices are: ${choices.join(", ")}.` : `The choices are: ${choices.join(", ")}.`,
    guess !== null ? `是否想写 \`${guess}\`？可选：${choices.join("、")}。` : `可选：${choices.join("、")}。`,
  );

export const noSuch = (kind: string, kindZh: string, name: string, known: readonly string[]): Message => {
  const guess = closest(name, known);
  const list = known.slice(0, 20);
  return message(
    `No ${kind} is called ${quote(name)}.`,
    `没有名为 ${quote(name)} 的${kindZh}。`,
    guess !== null ? `Did you mean \`${guess}\`?` : list.length > 0 ? `There is: ${list.join(", ")}.` : `Add it, or remove the name.`,
    guess !== null ? `是否想写 \`${guess}\`？` : list.length > 0 ? `现有：${list.join("、")}。` : "请添加它，或去掉这个名称。",
  );
};
