/** What came of the precision that was asked for, and of asking again with another seed. */
import type {PrecisionFound, Result, SecondSeed} from "../comparison/comparison.ts";
import {capitalised, type Language, quoted} from "./language.ts";
import {fixed} from "./number.ts";
import {interval, percent, printUnit} from "./quantity.ts";

/** Standard errors from which two answers are too far apart for chance: one time in 2000. */
const TOO_FAR = 3.5;
/** As many as a file may ask for. */
const MOST_REPLICATIONS = 1_000_000;

/** `cautions` must be known with the numbers; `remarks` are how they came about. */
export interface PrecisionWords {
  remarks: string[];
  cautions: string[];
}

export function precisionWords({precision, secondSeed, replications, complete, designs}: Result, language: Language): PrecisionWords {
  const words: PrecisionWords = {remarks: [], cautions: []};
  if (precision !== undefined) {
    if (precision.isReached) words.remarks.push(reached(precision, replications, language));
    else if (complete) words.cautions.push(notReached(precision, replications, designs.length, language));
  }
  if (secondSeed !== undefined) {
    const {text, isTooFar} = apart(secondSeed, designs.length, language);
    if (text !== null) words[isTooFar ? "cautions" : "remarks"].push(text);
  }
  return words;
}

/** "mean wait" */
function meanOf(metric: PrecisionFound["metric"], language: Language): string {
  if (language === "zh") return metric === "waitTime" ? "平均等待" : "平均逗留时间";
  return metric === "waitTime" ? "mean wait" : "mean time in system";
}

function reached({metric, relative}: PrecisionFound, replications: number, language: Language): string {
  const [mean, asked, count] = [meanOf(metric, language), percent(relative, language), fixed(replications, 0)];
  return language === "zh"
    ? `重复次数逐轮增加，直到${mean}精确到 ±${asked}：共用了 ${count} 次。`
    : `Replications were added, ten at a time, until the ${mean} was known to ±${asked}: it took ${count}.`;
}

function notReached(
  {metric, relative, value, halfWidth, design}: PrecisionFound,
  count: number,
  designs: number,
  language: Language,
): string {
  const [mean, asked, done] = [meanOf(metric, language), percent(relative, language), fixed(count, 0)];
  const of = designs < 2 ? "" : quoted(design, language);
  if (value === null || value === 0 || halfWidth === null) {
    const why =
      value === 0
        ? {en: "nobody waited, and nothing is no share of nothing", zh: "没有人等待，零谈不上百分比"}
        : {en: "there is no interval to judge by", zh: "没有可据以判断的区间"};
    return language === "zh"
      ? `所要求的精度（${mean} ±${asked}）未达到：${done} 次重复中${of}${why.zh}。`
      : `The precision asked for, ±${asked} of the ${mean}, was not reached in ${done} replications${of === "" ? "" : ` of ${of}`}: ${why.en}.`;
  }
  const found = Number((halfWidth / Math.abs(value)).toPrecision(2));
  const times = (found * (1 + relative)) / relative;
  const enough = Number((count * times * times * 1.1).toPrecision(2));
  const remedy =
    enough > MOST_REPLICATIONS
      ? {en: "More than a million would be needed: ask for less.", zh: "需要一百万次以上：请放宽要求。"}
      : {
          en: `About ${fixed(enough, 0)} would do (--replications), or ask for less.`,
          zh: `约需 ${fixed(enough, 0)} 次重复（--replications），或放宽要求。`,
        };
  return language === "zh"
    ? `所要求的精度（${mean} ±${asked}）未达到：${done} 次重复之后${of}为 ±${percent(found, "zh")}。${remedy.zh}`
    : `The precision asked for, ±${asked} of the ${mean}, was not reached: after ${done} replications it is ±${percent(found, "en")}${of === "" ? "" : ` in ${of}`}. ${remedy.en}`;
}

/** The mean wait of the design whose two answers are farthest apart; null where there is nothing to compare. */
function apart({seed, replications, rows}: SecondSeed, designs: number, language: Language): {text: string | null; isTooFar: boolean} {
  let farthest: {size: number; value: number; secondValue: number; design: string} | null = null;
  for (const {metric, standardErrors, value, secondValue, design} of rows) {
    if (metric !== "waitTime" || standardErrors === null || value === null || secondValue === null) continue;
    const size = Math.abs(standardErrors);
    if (farthest === null || size > farthest.size) farthest = {size, value, secondValue, design};
  }
  if (farthest === null) return {text: null, isTooFar: false};
  const {size, value, secondValue, design} = farthest;
  const isTooFar = size > TOO_FAR;
  const unit = printUnit("s", Math.max(value, secondValue));
  const [one, other] = [value, secondValue].map((mean) => interval(mean, null, unit, language));
  const isAlone = replications === 1;
  const count = fixed(replications, 0);
  if (language === "zh") {
    const whose = designs < 2 ? "平均等待" : `相差最大的${quoted(design, "zh")}的平均等待`;
    const verdict = isTooFar ? `超出偶然性所能解释的范围：请${isAlone ? "加长运行" : "增加重复次数"}` : "属偶然波动";
    return {
      text: `换用另一个 seed（${quoted(seed, "zh")}，${count} 次重复），${whose}为 ${other}，原为 ${one}：相差 ${fixed(size, 1)} 个标准误，${verdict}。`,
      isTooFar,
    };
  }
  const whose = designs < 2 ? "the mean wait" : `the mean wait of ${quoted(design, "en")}, which differs most,`;
  const verdict = isTooFar ? `more than chance explains; ask for ${isAlone ? "a longer run" : "more replications"}` : "as chance has it";
  return {
    text: capitalised(
      `with another seed (${quoted(seed, "en")}, ${isAlone ? "one run" : `${count} replications`}) ${whose} is ${other} instead of ${one}: ${fixed(size, 1)} standard errors apart, ${verdict}.`,
    ),
    isTooFar,
  };
}
