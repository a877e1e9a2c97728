/** What is told of lanes: misjudged lengths, switching, express lanes, places at the windows, lanes that open when lines are long. */
import {type Message, message} from "../message.ts";
import {quote} from "./quote.ts";

export const notMisjudged = (text: string): Message =>
  message(
    `${quote(text)} does not say how wrongly people judge the lines.`,
    `${quote(text)} 没有说明人们对队长判断得有多不准。`,
    "Write for example `cv 30%`: each line's length, as each newcomer sees it, is off by a factor with that spread.",
    "例如写 `cv 30%`：每位新来者看到的队长都乘以一个具有该离散度的倍数。",
  );

export const misjudgedHuge = (): Message =>
  message(
    "People who misjudge by more than 300% do not look at the lines at all.",
    "判断偏差超过 300%，就等于根本不看队。",
    "Write for example `cv 30%`, or `join: at random`.",
    "例如写 `cv 30%`，或 `join: at random`。",
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

export const switchMap = (): Message =>
  message(
    "`switch` says how much shorter another line must be, and what the switch costs.",
    "`switch` 说明另一队要短多少，以及换队花多少时间。",
    "Write `switch: 2 shorter`, or `switch: { shorter: 2, cost: 5 s }`.",
    "请写 `switch: 2 shorter`，或 `switch: { shorter: 2, cost: 5 s }`。",
  );

export const expressForWhom = (): Message =>
  message(
    "It is not said whom the express lanes are for.",
    "没有说明快速通道给谁用。",
    "Add `under: 3 min` for short jobs, or `for: basket` for a class.",
    "请加上 `under: 3 min`（给工作量小的人），或 `for: basket`（给某一类顾客）。",
  );

export const expressAllLanes = (express: number, lanes: number): Message =>
  message(
    `All ${lanes} lanes would be express lanes (${express}): nobody could serve the others.`,
    `${lanes} 条通道全成了快速通道（${express} 条）：没有人服务其他顾客。`,
    lanes > 1 ? `Use \`lanes: ${lanes - 1}\` or fewer.` : "Use at least 2 servers.",
    lanes > 1 ? `请写 \`lanes: ${lanes - 1}\` 或更少。` : "请至少用 2 名服务员。",
  );

export const notOpensAt = (text: string): Message =>
  message(
    `${quote(text)} does not say when another server comes.`,
    `${quote(text)} 没有说明何时增开。`,
    "Write `at: 4 waiting`: as soon as at least 4 people wait in every open line.",
    "请写 `at: 4 waiting`：每条开放的队都至少有 4 人等待时增开。",
  );

export const opensNothing = (least: number, most: number): Message =>
  message(
    `\`opens\` has no effect: ${least} servers are always there, and there are never more than ${most}.`,
    `\`opens\` 不起作用：始终有 ${least} 名服务员，而最多也只有 ${most} 名。`,
    "Use a smaller `least`, or more `servers`: they are the most that can come.",
    "请减小 `least`，或增加 `servers`（即最多可到的人数）。",
  );

export const noEffectWithLanes = (word: string): Message =>
  message(
    `\`${word}\` has no effect: with a line each, people already stand at their window.`,
    `\`${word}\` 不起作用：各排一队时，人们已经站在窗口前。`,
    `Add \`line: one\`, or leave \`${word}\` out.`,
    `请加上 \`line: one\`，或去掉 \`${word}\`。`,
  );

export const nobodyLooks = (): Message =>
  message(
    "`misjudged` has no effect: people do not look at the lines.",
    "`misjudged` 不起作用：人们并不看队长。",
    "Use `join: shortest`, `nearest` or `least work`, or leave `misjudged` out.",
    "请用 `join: shortest`、`nearest` 或 `least work`，或去掉 `misjudged`。",
  );

export const noEffectOnOneLine = (word: string): Message =>
  message(
    `\`${word}\` has no effect: there is one line for all servers.`,
    `\`${word}\` 不起作用：所有服务员共用一队。`,
    `Add \`line: each\`, or leave \`${word}\` out.`,
    `请加上 \`line: each\`，或去掉 \`${word}\`。`,
  );

export const onlyForShortest = (word: string): Message =>
  message(
    `\`${word}\` has no effect: people do not look for the shortest line.`,
    `\`${word}\` 不起作用：人们并不找最短的队。`,
    `Use \`join: shortest\`, or leave \`${word}\` out.`,
    `请用 \`join: shortest\`，或去掉 \`${word}\`。`,
  );
