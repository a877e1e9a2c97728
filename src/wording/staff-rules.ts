/** What the servers of a station do besides serving, said back by `waitline check`. */
import {durationText, roundTo, shareText} from "../scenario/duration-text.ts";
import type {Language} from "../scenario/message.ts";
import type {Break, Breakdowns, BreakRule, Person, Station} from "../scenario/scenario.ts";
import {formatClock} from "../units.ts";
import {lawText} from "./law.ts";

export function staffSentences(station: Station, language: Language): string[] {
  const say = (en: string, zh: string) => (language === "zh" ? zh : en);
  const {people, breaks = [], breakRule = "after the customer", lunch, breakdowns, setUp, afterWork, speedWaiting} = station;
  const back = backTo(station.order, language);
  const sentences = (people ?? []).map((person) => personSentence(person, language));
  if (breaks.length > 0)
    sentences.push(say(`Breaks of all: ${spansText(breaks, language)}.`, `全体休息：${spansText(breaks, language)}。`));
  if (lunch)
    sentences.push(
      say(
        `Lunch in turn from ${formatClock(lunch.from)} to ${formatClock(lunch.to)}: ${durationText(lunch.length)} each, ${lunch.atOnce} at once; who has not begun by then goes without.`,
        `${formatClock(lunch.from)} 到 ${formatClock(lunch.to)} 轮流午餐：每人 ${durationText(lunch.length)}，同时 ${lunch.atOnce} 人；到时仍未开始的就没有午餐。`,
      ),
    );
  if (breaks.length > 0 || lunch || people?.some((person) => person.breaks.length > 0))
    sentences.push(ruleSentence(breakRule, back, language));
  if (breakdowns) sentences.push(breakdownSentence(breakdowns, back, language));
  if (setUp?.idle)
    sentences.push(
      say(
        `After standing idle a server prepares: ${lawText(setUp.idle, language)}.`,
        `空闲之后需要准备：${lawText(setUp.idle, language)}。`,
      ),
    );
  if (setUp?.change)
    sentences.push(
      say(
        `For a customer of another class than the last a server prepares: ${lawText(setUp.change, language)}.`,
        `顾客类别与上一位不同时需要准备：${lawText(setUp.change, language)}。`,
      ),
    );
  if (afterWork)
    sentences.push(
      say(
        `After each service, the customer gone, the server is taken: ${lawText(afterWork, language)}.`,
        `每次服务之后（顾客已离开）收尾：${lawText(afterWork, language)}。`,
      ),
    );
  if (speedWaiting)
    sentences.push(
      say(
        `Speed when a service starts: ${speedWaiting.map(({waiting, speed}) => `${shareText(speed)} from ${waiting} people waiting`).join(", ")}.`,
        `服务开始时的速度：${speedWaiting.map(({waiting, speed}) => `等待 ${waiting} 人起 ${shareText(speed)}`).join("，")}。`,
      ),
    );
  if (sentences.length === 0)
    sentences.push(
      say(
        "Servers take no breaks, never break down, and need no time before or after a service.",
        "服务员不休息、不出故障，服务前后不需要时间。",
      ),
    );
  return sentences;
}

function personSentence({name, hours, breaks, speed}: Person, language: Language): string {
  const say = (en: string, zh: string) => (language === "zh" ? zh : en);
  const isAlways = hours.every(({to}) => to === Infinity);
  const when = isAlways ? say("always here", "一直在岗") : spansText(hours, language);
  const rests = breaks.length === 0 ? "" : say(`; breaks ${spansText(breaks, language)}`, `；休息 ${spansText(breaks, language)}`);
  const pace = speed === 1 ? "" : say(`; ${roundTo(speed, 3)} times the speed`, `；速度为 ${roundTo(speed, 3)} 倍`);
  return say(`${name}: ${when}${rests}${pace}.`, `${name}：${when}${rests}${pace}。`);
}

function spansText(spans: readonly Break[], language: Language): string {
  return spans
    .map(({from, to}) => (language === "zh" ? `${formatClock(from)}–${formatClock(to)}` : `${formatClock(from)} to ${formatClock(to)}`))
    .join(language === "zh" ? "、" : ", ");
}

function ruleSentence(rule: BreakRule, back: string, language: Language): string {
  const said: Record<BreakRule, [string, string]> = {
    "after the customer": [
      "Who has a customer in hand goes after that, for the full length of the break.",
      "手上有顾客的，服务完再去，休息时长不变。",
    ],
    "end on time": [
      "Who has a customer in hand goes after that, and is back when the break ends by the clock.",
      "手上有顾客的，服务完再去，按时结束休息。",
    ],
    "at once": [
      `Breaks begin at once; the customer in hand goes back ${back}, to be continued.`,
      `休息立即开始；手上的顾客${back}，之后接着服务。`,
    ],
    "skip when behind": [
      "A break is not taken where somebody is waiting when it is due; who has a customer in hand goes after that.",
      "休息时间到而有人等待时就不休息；手上有顾客的服务完再去。",
    ],
  };
  return said[rule][language === "zh" ? 1 : 0];
}

function breakdownSentence({every, counts, repair, technicians, inHand}: Breakdowns, back: string, language: Language): string {
  const say = (en: string, zh: string) => (language === "zh" ? zh : en);
  const clock = counts === "use" ? say("of serving", "服务时间") : say("on duty", "在岗时间");
  const who =
    technicians === null
      ? say("no repair waits", "修理无需等待")
      : say(`${technicians} at once can be repaired`, `同时最多修 ${technicians} 台`);
  const work = {
    resume: say("to be continued", "之后接着服务"),
    restart: say("to begin again", "之后重新开始"),
    resample: say("with work drawn anew", "工作量重新抽取"),
  }[inHand];
  return say(
    `A server breaks down after a time ${clock} that is ${lawText(every, language)}; repair: ${lawText(repair, language)}, and ${who}. The customer in hand goes back ${back}, ${work}.`,
    `服务员的故障间隔（${clock}）：${lawText(every, language)}；修理：${lawText(repair, language)}，${who}。手上的顾客${back}，${work}。`,
  );
}

/** Where the order looks at the work, at times or at chance, who is interrupted has no place of their own. */
function backTo(order: Station["order"], language: Language): string {
  const [en, zh] = HAVE_A_HEAD.has(order) ? ["to the head of the line", "回到队首"] : ["among those who wait", "回到等待者之中"];
  return language === "zh" ? zh : en;
}

const HAVE_A_HEAD = new Set<Station["order"]>(["first come", "last come", "priority", "ageing", "class by class"]);
