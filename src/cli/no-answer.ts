/** Replications that cannot come to an end, said for the person whose file asked for them. The engine says the fact; here is the remedy. */
import {durationText} from "../scenario/duration-text.ts";
import type {Scenario} from "../scenario/scenario.ts";
import {formatClock} from "../units.ts";
import type {Language} from "../wording/language.ts";

/** The file was read, but no number would be an answer. The message is for the user as it is. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/** null: this error is something else. By name, because errors of workers are made anew in this thread. */
export function sayNoAnswer(error: unknown, {opening}: Pick<Scenario, "opening">, language: Language): string | null {
  if (!(error instanceof Error) || error.name !== "RangeError") return null;
  const say = (en: string, zh: string) => (language === "zh" ? zh : en);
  const instant = /^a million events at one instant \((\S+) s\): customers go round "(.*)" without/.exec(error.message);
  if (instant !== null) {
    const [, seconds, step] = instant;
    const at = Number(seconds);
    const when =
      opening === null
        ? say(`${durationText(Math.round(at))} after the start`, `开始后 ${durationText(Math.round(at))}`)
        : say(`at ${formatClock(Math.floor(at / 60) * 60)}`, `${formatClock(Math.floor(at / 60) * 60)} 时`);
    return say(
      `Customers go round the step “${step}” without taking any time (${when}): no clock would ever tell when they are done.\nGive a \`service\` or a \`wait\` on the way round a time above 0, or let more of them leave.`,
      `顾客不花任何时间地绕着步骤“${step}”打转（${when}）：时钟永远走不到他们结束的时候。\n请给这一圈上的某个 \`service\`（服务）或 \`wait\`（延迟）一个大于 0 的时间，或让更多人离开。`,
    );
  }
  if (error.message.startsWith("more than ten million people are waiting"))
    return say(
      "More than ten million people are waiting: the line only grows.\nAdd servers, shorten the service, or let customers give up (`patience`); `waitline check` shows the load.",
      "等待的人超过一千万：队伍只会越来越长。\n请增加服务员、缩短服务时间，或让顾客会放弃（`patience`）；`waitline check` 会显示负荷。",
    );
  const endless = /^a hundred thousand interruptions of one customer .*: at "(.*)" no server/.exec(error.message);
  if (endless !== null)
    return say(
      `At “${endless[1]}” one customer was interrupted a hundred thousand times: no server works long enough on end for what they need, so they are never done.\nMake the time between breakdowns (\`every\`) longer than the longest service and set-up, or let the work go on where it stopped (\`resume\`).`,
      `在“${endless[1]}”有一位顾客被打断了十万次：没有服务员能连续工作到其所需的时间，服务永远做不完。\n请让故障间隔（\`every\`）长于最长的服务和准备时间，或让工作从中断处继续（\`resume\`）。`,
    );
  if (/customers never leave/.test(error.message))
    return say(
      "Some customers never leave: the line only grows, or nobody serves them.\nLook for hours without servers, and for more work than the servers can do; `waitline check` shows both.",
      "有些顾客永远不离开：队伍只会越来越长，或没有人为他们服务。\n请查看是否有时段没有服务员，或工作多于服务员所能完成的；`waitline check` 会显示这些。",
    );
  if (error.message.startsWith("more than two billion events"))
    return say(
      "One replication has more than two billion events.\nMake it shorter (`run.length` or `run.customers`), and run more replications.",
      "单次重复的事件超过二十亿。\n请缩短单次重复（`run.length` 或 `run.customers`），并增加重复次数。",
    );
  return null;
}
