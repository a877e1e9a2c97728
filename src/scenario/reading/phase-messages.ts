/** What is told of a law that is given by its phases. */
import {type Message, message} from "../message.ts";
import {quote} from "./quote.ts";

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
