/** What is told of laws: one, several joined, between limits, or between measured times. */
import {type Message, message} from "../message.ts";
import {quote} from "./quote.ts";

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
