/** A law of chance in words: "lognormal, mean 6 min, cv 0.8". Parts of parts stand in brackets. */
import {type Law, meanOf, squaredCVOf} from "../random/law.ts";
import {durationText, roundTo, shareText} from "../scenario/duration-text.ts";
import type {Language} from "../scenario/message.ts";

/** Times that may be early as well as late. */
function timeText(seconds: number): string {
  return seconds < 0 ? `-${durationText(-seconds)}` : durationText(seconds);
}

/** What a law says, in one piece of a sentence. */
export function lawText(law: Law, language: Language): string {
  const say = (en: string, zh: string) => (language === "zh" ? zh : en);
  const inner = (part: Law) => lawText(part, language);
  const bracketed = (part: Law) =>
    part.kind === "mix" || part.kind === "sum" ? say(`(${inner(part)})`, `（${inner(part)}）`) : inner(part);
  const mean = say(`mean ${timeText(meanOf(law))}`, `均值 ${timeText(meanOf(law))}`);
  const cv = (squared: number) => roundTo(Math.sqrt(squared), 3);
  switch (law.kind) {
    case "fixed":
      return say(`always ${timeText(law.value)}`, `总是 ${timeText(law.value)}`);
    case "exponential":
      return say(`exponential, ${mean}`, `指数分布，${mean}`);
    case "erlang":
      return say(`Erlang, ${mean}, ${law.phases} phases`, `爱尔朗分布，${mean}，${law.phases} 阶段`);
    case "gamma":
      return say(`gamma, ${mean}, cv ${cv(law.squaredCV)}`, `伽马分布，${mean}，cv ${cv(law.squaredCV)}`);
    case "lognormal":
      return say(`lognormal, ${mean}, cv ${cv(law.squaredCV)}`, `对数正态分布，${mean}，cv ${cv(law.squaredCV)}`);
    case "weibull":
      return say(`Weibull, ${mean}, shape ${roundTo(law.shape, 3)}`, `韦布尔分布，${mean}，形状 ${roundTo(law.shape, 3)}`);
    case "normal":
      return say(`normal, ${mean}, standard deviation ${durationText(law.sd)}`, `正态分布，${mean}，标准差 ${durationText(law.sd)}`);
    case "uniform":
      return say(`uniform from ${timeText(law.from)} to ${timeText(law.to)}`, `${timeText(law.from)} 到 ${timeText(law.to)} 均匀分布`);
    case "triangular":
      return say(
        `triangular from ${timeText(law.from)} to ${timeText(law.to)}, most likely ${timeText(law.peak)}, ${mean}`,
        `${timeText(law.from)} 到 ${timeText(law.to)} 三角分布，最可能 ${timeText(law.peak)}，${mean}`,
      );
    case "mix":
      return law.parts.map((part) => `${shareText(part.share)} ${bracketed(part.law)}`).join(" + ");
    case "sum":
      return say(`${chainText(law.parts, bracketed, say)}; ${mean} in all`, `${chainText(law.parts, bracketed, say)}；合计${mean}`);
    case "truncated":
      return say(
        `${bracketed(law.law)}, but only the times ${limitsText(law, say)} (the others are left out, not cut to the limit; then ${mean}, cv ${cv(squaredCVOf(law))})`,
        `${bracketed(law.law)}，但只取${limitsText(law, say)}的时间（其余舍去，并非截到界限；此时${mean}，cv ${cv(squaredCVOf(law))}）`,
      );
    case "empirical":
      return say(`one of ${law.values.length} measured times, ${mean}`, `${law.values.length} 个实测时间之一，${mean}`);
    case "interpolated": {
      const count = law.values.length;
      return law.tail === 0
        ? say(
            `lines between ${count} measured times from ${timeText(law.values[0])} to ${timeText(law.values[count - 1])}, ${mean}`,
            `${count} 个实测时间（${timeText(law.values[0])} 到 ${timeText(law.values[count - 1])}）之间的线性插值，${mean}`,
          )
        : say(
            `lines between ${count} measured times, an exponential tail in place of the ${law.tail} largest, ${mean}`,
            `${count} 个实测时间之间的线性插值，最大的 ${law.tail} 个由指数尾部代替，${mean}`,
          );
    }
    case "phaseType":
      return say(
        `phase-type with ${law.start.length} phases, ${mean}, cv ${cv(squaredCVOf(law))}`,
        `相位型分布，${law.start.length} 个相位，${mean}，cv ${cv(squaredCVOf(law))}`,
      );
  }
}

type Say = (en: string, zh: string) => string;

/** What follows what. A part that comes with a probability is a mixture with no time at all. */
function chainText(parts: readonly Law[], text: (law: Law) => string, say: Say, isSome = false): string {
  return parts
    .map((part, i) => {
      if (i === 0) return text(part);
      const [some, none] = part.kind === "mix" && part.parts.length === 2 ? part.parts : [];
      if (some === undefined || none.law.kind !== "fixed" || none.law.value > 0) return say(` plus ${text(part)}`, `，再加${text(part)}`);
      const then = some.law.kind === "sum" ? chainText(some.law.parts, text, say, true) : text(some.law);
      const share = shareText(some.share);
      return isSome
        ? say(`, and in ${share} of these then ${then}`, `，其中 ${share} 再加${then}`)
        : say(`, and in ${share} of cases then ${then}`, `，${share} 的情况下再加${then}`);
    })
    .join("");
}

function limitsText({from, to}: {from: number | null; to: number | null}, say: Say): string {
  if (from === null) return say(`of at most ${timeText(to ?? 0)}`, `不超过 ${timeText(to ?? 0)} `);
  if (to === null) return say(`of at least ${timeText(from)}`, `不少于 ${timeText(from)} `);
  return say(`from ${timeText(from)} to ${timeText(to)}`, `${timeText(from)} 到 ${timeText(to)} `);
}
