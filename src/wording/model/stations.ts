/** Who serves, and whom next. */
import {durationText, roundTo, shareText} from "../../scenario/duration-text.ts";
import type {Language} from "../../scenario/message.ts";
import type {Station} from "../../scenario/scenario.ts";
import {byAppointment} from "../book.ts";
import {lawText} from "../law.ts";
import {staffSentences} from "../staff-rules.ts";
import {laneSentences, openingSentences} from "./lanes.ts";
import {speak, tableText} from "./phrases.ts";

export function stationSentences(name: string, station: Station, language: Language): string[] {
  const say = speak(language);
  const isDay = station.servers.at[0] > 0 || station.servers.at.length > 1;
  const speed = station.speedWaiting ? say("by the line", "随队长变化") : roundTo(station.speed, 3);
  const servers = tableText(station.servers, (count) => `${count}`, isDay, language);
  const sentences = [
    say(
      `${name}: servers ${servers}; service ${station.service === null ? "as the class or step says" : lawText(station.service, language)}; speed ${speed}.`,
      `${name}：服务员 ${servers}；服务时间${station.service === null ? "由类别或步骤决定" : `为${lawText(station.service, language)}`}；速度 ${speed}。`,
    ),
  ];
  if (station.line === "one") sentences.push(say("One line for all of them.", "共用一队。"));
  else {
    const join = {
      shortest: say("people join the shortest", "人们排最短的队"),
      "at random": say("people join one at random", "人们随机选队"),
      "round robin": say("people are sent to the lines in turn", "依次分到各队"),
      "least work": say("people join the one whose people need the fewest minutes", "人们排总服务时间最少的队"),
      nearest: say(
        `people join the first open one (from the left) that is at most ${station.nearestWithin} longer than the shortest`,
        `人们排（从左起）第一个比最短队至多长 ${station.nearestWithin} 人的开放队`,
      ),
    }[station.join];
    const counts =
      station.counts === "system" || station.join === "nearest"
        ? say("people waiting and in service", "等待和服务中的人")
        : say("people waiting only", "仅等待的人");
    const ties =
      station.ties === "left" ? say("the leftmost among equals", "同样短时取最左") : say("a random one among equals", "同样短时随机");
    const detail =
      station.join === "shortest" || station.join === "nearest"
        ? say(
            ` (counting ${counts}${station.join === "shortest" ? `; ${ties}` : ""})`,
            `（按${counts}计${station.join === "shortest" ? `；${ties}` : ""}）`,
          )
        : station.join === "least work"
          ? say(` (what is left of the service in progress included; ${ties})`, `（包括进行中服务的剩余；${ties}）`)
          : "";
    sentences.push(say(`A line at each; ${join}${detail}.`, `各自一队；${join}${detail}。`));
    sentences.push(...laneSentences(station, language));
  }
  sentences.push(...openingSentences(station, language));
  const order = {
    "first come": say("first come, first served", "先到先服务"),
    "last come": say("last come, first served", "后到先服务"),
    random: say("at random", "随机"),
    "shortest job": say("the shortest work first", "工作量最小者先"),
    "longest job": say("the longest work first", "工作量最大者先"),
    "earliest due": say("by due time, the earliest first, then first come", "按到期时间，最早者先，同时到期则先到先服务"),
    priority: say("by priority, then first come", "按优先级，同级先到先服务"),
    "class by class": say(
      "one class at a time, in turn by priority, first come first served: those of it who wait go forward when everybody before is done, and who comes later waits for the next turn, even if a server is idle",
      "每次只放行一个类别，按优先级轮流，先到先服务：前一批全部办完后，该类中正在等待的人一起上前；后来者等下一轮，即使有服务员空闲",
    ),
    ageing: say("by credit, the highest first, then first come", "按积分，最高者先，积分相同则先到先服务"),
    "by appointment": byAppointment(station, language),
    "priority then by appointment": say(
      `by priority, then ${byAppointment(station, language)}`,
      `按优先级，同级${byAppointment(station, language)}`,
    ),
  }[station.order];
  sentences.push(say(`Called ${order}.`, `叫号顺序：${order}。`));
  sentences.push(...priorityText(station, language));
  sentences.push(
    station.room === null
      ? say("There is room for everyone.", "容纳人数不限。")
      : station.full === "drop lowest"
        ? say(
            `There is room for ${station.room} people, waiting and in service; in a full room the last of the lowest class that waits has to go for somebody of a higher one, and who finds nobody lower is refused.`,
            `最多容纳 ${station.room} 人（等待和服务中）；满员时，较高类别的来者会让等待者中最低类别的最后一人离开；没有更低类别的人在等时来者被拒。`,
          )
        : say(
            `There is room for ${station.room} people, waiting and in service; who comes to a full room is refused.`,
            `最多容纳 ${station.room} 人（等待和服务中）；满员时来者被拒。`,
          ),
  );
  if (station.servers.at.length > 1) {
    const leaving = {
      finish: say("finishes the customer in hand first", "先服务完手上的顾客"),
      resume: say("hands the customer back to be continued", "把顾客交回，之后接着服务"),
      restart: say("hands the customer back to begin again", "把顾客交回，之后重新开始"),
      resample: say("hands the customer back; the work is drawn anew", "把顾客交回，工作量重新抽取"),
    }[station.leaving];
    sentences.push(say(`A server whose shift ends ${leaving}.`, `班次结束的服务员${leaving}。`));
  }
  if (station.announces != null) {
    const {padded, wrong} = station.announces;
    const changed = [
      ...(padded === 0 ? [] : [say(`${shareText(padded)} is added`, `再加 ${shareText(padded)}`)]),
      ...(wrong === 0 ? [] : [say(`wrong by up to ${shareText(wrong)} either way`, `上下至多偏差 ${shareText(wrong)}`)]),
    ].join(say("; ", "；"));
    const service = station.afterWork
      ? say("(mean service + after-work)", "（平均服务时间 + 收尾时间）")
      : say("mean service", "平均服务时间");
    sentences.push(
      say(
        `Newcomers are told the minutes: people ahead × ${service} ÷ servers of the line${changed === "" ? "" : ` (${changed})`}.`,
        `向新来者播报分钟数：前面的人数 × ${service} ÷ 该队的服务员数${changed === "" ? "" : `（${changed}）`}。`,
      ),
    );
  }
  sentences.push(...staffSentences(station, language));
  const {first, each} = station.walk;
  if (station.line === "each") return sentences; // people stand at their window
  const walkHolds =
    (station.places ?? 0) > 0 ? ["it holds the window if that is idle", "窗口空闲时占用窗口"] : ["it holds the window", "期间占用窗口"];
  sentences.push(
    first === 0 && each === 0
      ? say("The walk to the window takes no time.", "走到窗口不花时间。")
      : say(
          `The walk takes ${durationText(first)} to the first window and ${durationText(each)} more for each further one; ${walkHolds[0]}.`,
          `走到第一个窗口需 ${durationText(first)}，每多一个窗口加 ${durationText(each)}；${walkHolds[1]}。`,
        ),
  );
  return sentences;
}

/** Who may interrupt, how credit grows, which servers are kept, and which can be used by all. */
function priorityText({order, interrupt, ageing, kept, accessible, line}: Station, language: Language): string[] {
  const say = speak(language);
  const sentences: string[] = [];
  if (order === "priority" || order === "priority then by appointment") {
    const work = {
      none: say("Nobody is interrupted.", "不打断服务。"),
      resume: say(
        "Who finds every server busy interrupts somebody of a lower class, whose work goes on later where it stopped.",
        "所有服务员都忙时，来者会打断较低类别的人；其工作稍后从中断处继续。",
      ),
      restart: say(
        "Who finds every server busy interrupts somebody of a lower class, whose work begins again later.",
        "所有服务员都忙时，来者会打断较低类别的人；其工作稍后重新开始。",
      ),
      resample: say(
        "Who finds every server busy interrupts somebody of a lower class, whose work is drawn anew later.",
        "所有服务员都忙时，来者会打断较低类别的人；其工作量稍后重新抽取。",
      ),
    }[interrupt ?? "none"];
    sentences.push(work);
  }
  if (order === "ageing" && ageing != null) {
    const rates = [...ageing].map(([name, rate]) => `${name} ${roundTo(rate, 3)}`);
    sentences.push(say(`Credit a minute of waiting: ${rates.join(", ")}.`, `每等待一分钟的积分：${rates.join("、")}。`));
  }
  for (const [name, count] of kept ?? []) {
    sentences.push(
      say(
        `${count === 1 ? "1 server serves" : `${count} servers serve`} only ${name}, as long as another is there for everybody.`,
        `${count} 名服务员只服务 ${name}，只要另有人服务所有人。`,
      ),
    );
  }
  for (const [name, count] of accessible ?? []) {
    sentences.push(
      say(
        line === "each"
          ? `${name} can use only the first ${count === 1 ? "lane" : `${count} lanes`}.`
          : `${name} can be served only at the first ${count === 1 ? "window" : `${count} windows`}.`,
        line === "each" ? `${name} 只能用左起的 ${count} 条队。` : `${name} 只能在左起的 ${count} 个窗口接受服务。`,
      ),
    );
  }
  return sentences;
}
