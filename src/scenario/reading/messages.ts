/**
 * What reading says when it stumbles, in one place and in both languages: blameless, without codes, with the smallest change
 * that helps. What the checks of meaning say stands in `../checks.ts`.
 */
import {type Message, message} from "../message.ts";

/** Words of the file inside a sentence, short and on one line. */
export function quote(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return `“${line.length > 60 ? `${line.slice(0, 57)}...` : line}”`;
}

// ── the file as a whole ──

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

// ── YAML ──

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

// ── words and names ──

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

// ── numbers, times, rates, shares ──

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

// ── laws ──

export const bareDuration = (text: string): Message =>
  message(
    `${quote(text)} does not say how the time varies.`,
    `${quote(text)} 没有说明时间如何变化。`,
    `Always ${text}, or on average? Write \`always ${text}\` or \`exp ${text}\`.`,
    `是总是 ${text}，还是平均 ${text}？请写 \`always ${text}\` 或 \`exp ${text}\`。`,
  );

export const unknownLaw = (word: string, guess: string | null): Message =>
  message(
    `${quote(word)} is not a law of chance we know.`,
    `${quote(word)} 不是已知的分布。`,
    `${guess === null ? "" : `Did you mean \`${guess}\`? `}Write for example \`always 6 min\`, \`exp 6 min\`, \`lognormal 6 min cv 0.8\`, \`erlang 6 min phases 3\`, \`uniform 2 min to 8 min\`.`,
    `${guess === null ? "" : `是否想写 \`${guess}\`？`}例如 \`always 6 min\`、\`exp 6 min\`、\`lognormal 6 min cv 0.8\`、\`erlang 6 min phases 3\`、\`uniform 2 min to 8 min\`。`,
  );

export const lawNeeds = (law: string, what: string, example: string): Message =>
  message(`A ${law} law needs ${what}.`, `${law} 分布需要 ${what}。`, `Write for example \`${example}\`.`, `例如写 \`${example}\`。`);

export const lawTakesNo = (law: string, word: string): Message =>
  message(
    `\`${law}\` has no \`${word}\`: its spread follows from its mean.`,
    `\`${law}\` 没有 \`${word}\`：它的离散程度由均值决定。`,
    `Leave \`${word}\` out, or use gamma or lognormal.`,
    `请去掉 \`${word}\`，或改用 gamma 或 lognormal。`,
  );

export const zeroMean = (law: string): Message =>
  message(
    `The mean of \`${law}\` is zero.`,
    `\`${law}\` 的均值为零。`,
    "Write `always 0 s` for no time at all.",
    "若不花时间，请写 `always 0 s`。",
  );

export const zeroShape = (word: string): Message =>
  message(
    `\`${word}\` is zero.`,
    `\`${word}\` 为零。`,
    "Use a number above zero, or `always` for times that never vary.",
    "请用大于零的数；时间从不变化时用 `always`。",
  );

export const hugeNumber = (text: string): Message =>
  message(
    `${quote(text)} is beyond anything a place sees.`,
    `${quote(text)} 超出任何场所的实际范围。`,
    "Check its unit and its zeros.",
    "请检查单位和零的个数。",
  );

export const uniformBackwards = (): Message =>
  message(
    "The first time is longer than the second.",
    "前一个时间比后一个长。",
    "Write the shorter one first: `uniform 2 min to 8 min`.",
    "请先写较短的：`uniform 2 min to 8 min`。",
  );

export const everyCount = (): Message =>
  message(
    "All times between arrivals are zero: everybody would come at once.",
    "到达间隔全为零：所有人会同时到来。",
    "Write a time above zero, such as `every: exp 80 s`.",
    "请写大于零的时间，例如 `every: exp 80 s`。",
  );

// ── files beside the scenario ──

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

// ── arrivals ──

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

export const notSwitch = (text: string): Message =>
  message(
    `${quote(text)} does not say when people switch lines.`,
    `${quote(text)} 没有说明何时换队。`,
    "Write `2 shorter`: the last in a line moves where at least 2 fewer people are; or `when idle`: only to a window that is idle.",
    "请写 `2 shorter`：队尾的人换到至少少 2 人的队；或 `when idle`：只换到空闲的窗口。",
  );

export const switchOne = (): Message =>
  message(
    "With a difference of one, people would change places for ever.",
    "只差一人就换，会永远换下去。",
    "Write `2 shorter` or more.",
    "请写 `2 shorter` 或更多。",
  );

export const notSeconds = (): Message =>
  message(
    "`walk` gives the way to the first window and on to each further one.",
    "`walk` 给出走到第一个窗口和之后每个窗口的时间。",
    "Write `walk: { first: 3 s, each: 1 s }`.",
    "请写 `walk: { first: 3 s, each: 1 s }`。",
  );

export const notSpeed = (text: string): Message =>
  message(
    `${quote(text)} is not a speed.`,
    `${quote(text)} 不是速度。`,
    "Write how much work is done per unit of time: 1 as given, 2 or 200% twice as fast.",
    "请写速度：1 为正常，2 或 200% 为两倍。",
  );

// ── routes ──

export const stepNeeds = (): Message =>
  message(
    "A step either visits a station or takes a time.",
    "一个步骤要么去一个服务台，要么花一段时间。",
    "Write `{ at: counter }` or `{ wait: always 5 min }`.",
    "请写 `{ at: counter }` 或 `{ wait: always 5 min }`。",
  );

export const stepBoth = (): Message =>
  message(
    "A step cannot both visit a station and wait elsewhere.",
    "一个步骤不能既去服务台又在别处等。",
    "Make two steps of it.",
    "请分成两个步骤。",
  );

export const serviceWithoutStation = (): Message =>
  message(
    "`service` belongs to a visit; a delay has `wait`.",
    "`service` 属于到访；延时用 `wait`。",
    "Add `at: <station>`, or leave `service` out.",
    "请加上 `at: <服务台>`，或去掉 `service`。",
  );

export const notThen = (): Message =>
  message(
    "`then` says which step comes next.",
    "`then` 说明下一步。",
    "Write a step's name, `leave`, or shares: `{ 39%: tests, 61%: leave }`.",
    "请写步骤名、`leave`，或份额：`{ 39%: tests, 61%: leave }`。",
  );

// ── money ──

export const notPrice = (text: string, perTime: boolean): Message =>
  message(
    `${quote(text)} is not a price.`,
    `${quote(text)} 不是价格。`,
    perTime ? "Write an amount, a currency and a time: `28 EUR/h`." : "Write an amount and a currency: `6 EUR`.",
    perTime ? "请写金额、货币和时间：`28 EUR/h`。" : "请写金额和货币：`6 EUR`。",
  );

export const twoCurrencies = (a: string, b: string): Message =>
  message(
    `Prices stand in two currencies, ${a} and ${b}.`,
    `价格用了两种货币：${a} 和 ${b}。`,
    "Use one; we know no exchange rates.",
    "请用同一种；我们不知道汇率。",
  );

// ── goals ──

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

// ── run, compare, vary, --set ──

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

export const priorityWord = (text: string): Message =>
  message(
    `A priority is a number, not ${quote(text)}: 1 goes first, then 2, and so on.`,
    `优先级是数字，不是 ${quote(text)}：1 最先，然后是 2，依此类推。`,
    "Write `priority: 1` for who goes first and `priority: 2` for the others, and `order: priority` at the station.",
    "先服务的写 `priority: 1`，其他人写 `priority: 2`，并在服务台写 `order: priority`。",
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

export const waitOfWhom = (who: string, bound: string): Message => {
  const whose = who === "" ? "" : ` of ${who}`;
  return message(
    "A goal on the wait says which wait: the mean, that of a share of people, or a percentile.",
    "关于等待的目标要说明是哪一种等待：平均值、一部分人的，还是百分位。",
    `Write \`mean wait${whose} at most ${bound}\` or \`90% of ${who || "customers"} wait at most ${bound}\`.`,
    `请写 \`mean wait${whose} at most ${bound}\` 或 \`90% of ${who || "customers"} wait at most ${bound}\`。`,
  );
};

// ── laws that join others, and those between limits ──

export const normalBelowZero = (better: string): Message =>
  message(
    "A normal law gives times below zero, and nobody is served, waits or arrives in less than no time.",
    "正态分布会给出小于零的时间，而服务、等待和到达间隔都不可能小于零。",
    `Write \`${better}\`, which keeps the times of 0 or more, or a gamma law of the same mean and spread.`,
    `请写 \`${better}\`，只保留不小于 0 的时间；或用均值和离散程度相同的 gamma 分布。`,
  );

export const triangularBackwards = (): Message =>
  message(
    "The first time is longer than the second.",
    "前一个时间比后一个长。",
    "Write the shortest, the longest and the likeliest time: `triangular 2 min to 9 min peak 4 min`.",
    "请依次写最短、最长和最可能的时间：`triangular 2 min to 9 min peak 4 min`。",
  );

export const peakOutside = (peak: string, from: string, to: string): Message =>
  message(
    `The peak, ${peak}, does not lie between ${from} and ${to}.`,
    `最可能的时间 ${peak} 不在 ${from} 与 ${to} 之间。`,
    `The peak is the likeliest of the times: write \`triangular ${from} to ${to} peak ...\` with one from ${from} to ${to}.`,
    `peak 是最可能的时间：请写 \`triangular ${from} to ${to} peak ...\`，取 ${from} 到 ${to} 之间的值。`,
  );

export const limitTwice = (word: string): Message =>
  message(
    `\`at ${word}\` is said twice of one law.`,
    `同一个分布写了两次 \`at ${word}\`。`,
    "Keep one: `exp 6 min at least 1 min at most 20 min`.",
    "请只保留一个：`exp 6 min at least 1 min at most 20 min`。",
  );

export const limitsMissing = (): Message =>
  message(
    "After `in all` a limit is missing.",
    "`in all` 后面缺少界限。",
    "Write for example `exp 2 min plus exp 3 min in all at most 20 min`, or leave `in all` out.",
    "例如写 `exp 2 min plus exp 3 min in all at most 20 min`，或去掉 `in all`。",
  );

export const limitsBackwards = (from: string, to: string): Message =>
  message(
    `No time is at least ${from} and at most ${to}.`,
    `没有既不小于 ${from} 又不大于 ${to} 的一段时间。`,
    "Write the smaller limit after `at least` and the larger after `at most`: `exp 6 min at least 1 min at most 20 min`.",
    "较小的写在 `at least` 后，较大的写在 `at most` 后：`exp 6 min at least 1 min at most 20 min`。",
  );

export const limitsEmpty = (): Message =>
  message(
    "No time of this law lies within its limits.",
    "这个分布没有任何时间落在界限之内。",
    "Check the units of the limits, or widen them.",
    "请检查界限的单位，或放宽界限。",
  );

export const limitsRare = (): Message =>
  message(
    "Fewer than one in 10,000 times of this law lie within its limits: what is meant is hardly this law.",
    "这个分布只有不到万分之一的时间落在界限之内：想写的多半不是这个分布。",
    "Check the units of the limits, widen them, or write a law for the times that are meant.",
    "请检查界限的单位，放宽界限，或直接写所指时间的分布。",
  );

export const limitsOnLongSum = (most: number): Message =>
  message(
    `Limits on a sum of more than ${most} parts that vary, or of long lists of times: how many they keep cannot be told in advance.`,
    `对超过 ${most} 个变化部分之和（或含很长的时间列表）设界限：无法预先得知保留多少。`,
    "Give each part limits of its own, or join parts, such as several `exp` into one `erlang`.",
    "请给每个部分各自的界限，或合并一些部分，例如把几个 `exp` 合成一个 `erlang`。",
  );

export const whoseLimits = (): Message =>
  message(
    "The limits follow the last of several parts: are they meant for that part, or for all of it?",
    "界限写在几个部分的最后：是只限最后一部分，还是限全部？",
    "For all of it write `in all at most ...`; for one part only, put that part first.",
    "限全部请写 `in all at most ...`；只限一个部分请把它放在最前面。",
  );

export const whoseSum = (): Message =>
  message(
    "Something is added to the last part of a mixture: is it meant for that part, or for all of it?",
    "在混合分布的最后一部分后面又加了时间：是只加给最后一部分，还是加给全部？",
    "For all of it put it first, `always 1 min plus 80% exp 2 min + 20% exp 12 min`; for one part only, put that part first.",
    "加给全部请放在最前：`always 1 min plus 80% exp 2 min + 20% exp 12 min`；只加给一个部分请把该部分放在最前。",
  );

export const tooFewToInterpolate = (name: string): Message =>
  message(
    `The file ${quote(name)} holds one time: there is nothing to draw a line between.`,
    `文件 ${quote(name)} 只有一个时间，无法插值。`,
    "Leave `interpolated` out, or give at least two times.",
    "请去掉 `interpolated`，或给出至少两个时间。",
  );

export const tailTooLong = (name: string, tail: number, count: number): Message =>
  message(
    `A tail in place of the ${tail} largest times does not go with the ${count} times of ${quote(name)}.`,
    `用尾部代替最大的 ${tail} 个时间，与 ${quote(name)} 中的 ${count} 个时间不相称。`,
    `Take at most half of them, such as \`with tail of ${Math.max(1, Math.floor(count / 2))}\`, or leave the tail out.`,
    `请至多取一半，例如 \`with tail of ${Math.max(1, Math.floor(count / 2))}\`，或去掉尾部。`,
  );

export const tailBelowZero = (name: string): Message =>
  message(
    `The file ${quote(name)} holds times below zero; lines with a tail begin at zero.`,
    `文件 ${quote(name)} 中有小于零的时间；带尾部的插值从零开始。`,
    "Write `interpolated` without a tail.",
    "请写 `interpolated`，不带尾部。",
  );

const PHASES = "{ start: [60%, 40%], rates: [[-3, 1], [0, -2]], per: h }";

export const notPhases = (): Message =>
  message(
    "Words with values describe a law by its phases: where it begins, and how fast it goes on from each phase.",
    "用“词: 值”描述的是相位型分布：从哪个相位开始，以及从各相位转出的速率。",
    `Write \`${PHASES}\`, or a law as a phrase such as \`exp 6 min\`.`,
    `请写 \`${PHASES}\`，或写短语，例如 \`exp 6 min\`。`,
  );

export const phasesCount = (phases: number, rows: number): Message =>
  message(
    `\`start\` has ${phases} phases and \`rates\` ${rows}.`,
    `\`start\` 有 ${phases} 个相位，\`rates\` 有 ${rows} 行。`,
    `Give each of 1 to 100 phases a share under \`start\` and a row under \`rates\`: \`${PHASES}\`.`,
    `1 到 100 个相位，每个在 \`start\` 里有一个份额，在 \`rates\` 里有一行：\`${PHASES}\`。`,
  );

export const phasesPer = (text: string): Message =>
  message(
    `\`per\` says in which unit of time the rates are, and ${quote(text)} is none.`,
    `\`per\` 说明速率的时间单位，而 ${quote(text)} 不是时间单位。`,
    "Write `per: h`, `per: min` or `per: s`.",
    "请写 `per: h`、`per: min` 或 `per: s`。",
  );

export const phasesRow = (found: number, phases: number): Message =>
  message(
    `This row has ${found} rates for ${phases} phases.`,
    `这一行有 ${found} 个速率，而相位有 ${phases} 个。`,
    "Give a rate to each phase: below zero to itself, 0 where it never goes.",
    "请写出到每个相位的速率：到自身为负，不去的写 0。",
  );

export const phasesDiagonal = (phase: number): Message =>
  message(
    `The rate of phase ${phase} to itself is not below zero: it would never be left.`,
    `相位 ${phase} 到自身的速率不小于零：永远不会离开它。`,
    `Write in row ${phase}, column ${phase} minus the rate at which the phase is left, such as -3.`,
    `请在第 ${phase} 行第 ${phase} 列写离开该相位的速率的相反数，例如 -3。`,
  );

export const phasesRate = (from: number, to: number): Message =>
  message(
    `The rate from phase ${from} to phase ${to} is below zero.`,
    `从相位 ${from} 到相位 ${to} 的速率小于零。`,
    "Only the rate of a phase to itself is negative; others are 0 or more.",
    "只有到自身的速率为负，其他不小于 0。",
  );

export const phasesSurplus = (phase: number): Message =>
  message(
    `More goes on from phase ${phase} than leaves it: its row adds up to more than zero.`,
    `从相位 ${phase} 转出的多于离开的：这一行之和大于零。`,
    "A row adds up to zero, or to minus the rate at which the time ends there.",
    "一行之和为零，或等于在该相位结束的速率的相反数。",
  );

export const phasesEndless = (): Message =>
  message(
    "From some phase the time never ends, or only after more than 10,000 phases.",
    "从某个相位出发时间永不结束，或要经过一万个以上的相位。",
    "Let some row that can be reached add up to less than zero: what is missing is the rate at which the time ends.",
    "请让某个可到达的行之和小于零：所差的就是结束的速率。",
  );

// ── the choice to stay ──

export const balksBySight = (): Message =>
  message(
    "What newcomers go by is not said, or said twice.",
    "没有说明新来者依据什么，或说明了两次。",
    "Write `sees: people waiting` (or `people ahead`, `people in system`), or `hears: minutes`.",
    "请写 `sees: people waiting`（或 `people ahead`、`people in system`），或写 `hears: minutes`。",
  );

export const balksRule = (): Message =>
  message(
    "How many turn round is not said, or said twice.",
    "没有说明多少人离去，或说明了两次。",
    "Write one of `each: 8%`, `from: { 10 people: 30% }`, or with `hears: minutes` also `bears: lognormal 15 min cv 0.5`.",
    "请写其中一个：`each: 8%`、`from: { 10 people: 30% }`，与 `hears: minutes` 同用时还可写 `bears: lognormal 15 min cv 0.5`。",
  );

export const bearsMinutes = (): Message =>
  message(
    "`bears` is a time, and newcomers look at people here.",
    "`bears` 是时间，而这里新来者看的是人数。",
    "Write `hears: minutes`, or count people: `each: 8%` or `from: { 10 people: 30% }`.",
    "请写 `hears: minutes`，或按人数写：`each: 8%` 或 `from: { 10 people: 30% }`。",
  );

export const perceptionOfPeople = (): Message =>
  message(
    "`perception` is about people seen; announced minutes allow for the servers already.",
    "`perception` 针对看到的人数；播报的分钟数已考虑服务员数。",
    "Leave `perception` out, or write `sees: people ahead`.",
    "请去掉 `perception`，或写 `sees: people ahead`。",
  );

export const perceptionRange = (): Message =>
  message(
    "The perception is a power between 0 and 2.",
    "perception 是 0 到 2 之间的指数。",
    "Write `perception: 0` for heads only, `perception: 1` for people ÷ servers.",
    "只看人头写 `perception: 0`，人数 ÷ 服务员数写 `perception: 1`。",
  );

export const notBalkTable = (): Message =>
  message(
    "This is no table of people (or minutes) and shares.",
    "这不是人数（或分钟数）与份额的表。",
    "Write `{ 5 people: 10%, 10 people: 30% }`, or `{ 10 min: 20%, 30 min: 70% }`.",
    "请写 `{ 5 people: 10%, 10 people: 30% }`，或 `{ 10 min: 20%, 30 min: 70% }`。",
  );

export const balkTableUnit = (sees: boolean): Message =>
  sees
    ? message(
        "Newcomers look at people, and the table counts minutes.",
        "新来者看的是人数，而表中是分钟数。",
        "Write `{ 5 people: 10%, 10 people: 30% }`, or `hears: minutes`.",
        "请写 `{ 5 people: 10%, 10 people: 30% }`，或写 `hears: minutes`。",
      )
    : message(
        "Newcomers go by minutes, and the table counts people.",
        "新来者依据分钟数，而表中是人数。",
        "Write `{ 10 min: 20%, 30 min: 70% }`, or `sees: people waiting`.",
        "请写 `{ 10 min: 20%, 30 min: 70% }`，或写 `sees: people waiting`。",
      );

export const notSlowness = (text: string): Message =>
  message(
    `${quote(text)} does not say how much longer a walk takes.`,
    `${quote(text)} 没有说明步行时间是别人的几倍。`,
    "Write `walk: 2.5 times as long`.",
    "请写 `walk: 2.5 times as long`。",
  );

export const notLast = (text: string): Message =>
  message(
    `${quote(text)} does not say how much faster patience runs.`,
    `${quote(text)} 没有说明耐心消耗快多少倍。`,
    "Write `last: 3 times as fast`.",
    "请写 `last: 3 times as fast`。",
  );

export const notAnnouncement = (text: string): Message =>
  message(
    `${quote(text)} is no announcement.`,
    `${quote(text)} 不是一种播报方式。`,
    "Write `minutes`, `minutes padded 20%` or `minutes wrong by up to 30%`.",
    "请写 `minutes`、`minutes padded 20%` 或 `minutes wrong by up to 30%`。",
  );

export const nothingAnnounced = (name: string): Message =>
  message(
    `“${name}” go by announced minutes, and no station announces any.`,
    `“${name}”依据播报的分钟数，但没有服务台播报。`,
    "Add `announces: minutes` to the station.",
    "请在服务台中加上 `announces: minutes`。",
  );

export const patienceMissing = (word: string): Message =>
  message(
    `\`${word}\` goes by the patience, and these customers wait as long as it takes.`,
    `\`${word}\` 依据耐心，而这些顾客会一直等下去。`,
    "Add `patience: exp 25 min`, or leave it out.",
    "请加上 `patience: exp 25 min`，或去掉它。",
  );

// ── arrivals by count, by phase, spread over a period ──

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

export const countsDays = (file: string, line: number): Message =>
  message(
    `${quote(file)}, line ${line}: this day has other intervals than the first.`,
    `${quote(file)} 第 ${line} 行：这一天的时段与第一天不同。`,
    "Give every day the same times, with 0 where nobody came.",
    "请让每天的时段相同，无人时写 0。",
  );
