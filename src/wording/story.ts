/** The story of one customer of one replication, in plain sentences: when they came, what they saw, who passed them, when they left. */
import type {Model} from "../model/model.ts";
import type {EventLog} from "../replication/event-log.ts";
import {type Visit, visitsOf} from "../replication/visits.ts";
import {formatClock, HOUR, MINUTE} from "../units.ts";
import {type Language, listed, quoted} from "./language.ts";

/**
 * Sentences, one after another. `number` counts customers from 1, in the order in which they came to the door; `replication` from 1.
 *
 * @throws RangeError if there is no such customer
 */
export function storyOf(model: Model, log: EventLog, replication: number, number: number, language: Language): string[] {
  const customer = log.customers[number - 1];
  if (customer === undefined) throw new RangeError(`there are ${log.customers.length} customers, not ${number}`);
  const visits = visitsOf(log).filter((visit) => visit.customer === number - 1);
  const of = model.names.classes.length > 1 ? model.names.classes[customer.class] : null;
  const who =
    language === "zh"
      ? `第 ${replication} 次重复的第 ${number} 位顾客${of === null ? "" : `（${quoted(of, "zh")}）`}`
      : `Customer ${number} of replication ${replication}${of === null ? "" : ` (${quoted(of, "en")})`}`;
  const due = Number.isNaN(customer.appointment) ? null : formatClock(customer.appointment);
  if (visits.length === 0)
    return [
      language === "zh"
        ? `${who}${due === null ? "" : `预约 ${due}，`}没有来。`
        : `${who}${due === null ? "" : ` was booked for ${due} and`} did not come.`,
    ];
  const came = formatClock(visits[0].joinedAt - customer.early);
  const opening =
    due === null
      ? language === "zh"
        ? `${who}于 ${came} 到来。`
        : `${who} came at ${came}.`
      : language === "zh"
        ? `${who}预约 ${due}，于 ${came} 到来。`
        : `${who} was booked for ${due} and came at ${came}.`;
  return [opening, ...visits.flatMap((visit) => visitStory(visit, model, customer.patience, language))];
}

function visitStory(visit: Visit, model: Model, patience: number, language: Language): string[] {
  const say = (en: string, zh: string) => (language === "zh" ? zh : en);
  const station = visit.station < 0 ? "" : model.names.stations[visit.station];
  const where = model.stations.length > 1 ? say(` at ${quoted(station, "en")}`, `在${quoted(station, "zh")}`) : "";
  if (visit.station < 0) return [say("They left without visiting any station.", "没有去任何服务点就离开了。")];
  if (visit.outcome === "refused" && Number.isNaN(visit.calledAt) && visit.leftAt === visit.joinedAt)
    return [say(`There was no room${where}: they were refused and left.`, `${where}没有空位：被拒，随即离开。`)];
  if (visit.outcome === "went away") return [say(`They turned round${where} and left.`, `${where}转身离开。`)];
  return [seen(visit, where, say), ...moved(visit, say), ...ended(visit, patience, say, language)];
}

type Say = (en: string, zh: string) => string;

function seen({lane, waitingAhead, inHandAhead, calledAt, joinedAt}: Visit, where: string, say: Say): string {
  const line = lane < 0 ? say("the line", "队伍") : say(`lane ${lane + 1}`, `第 ${lane + 1} 队`);
  if (waitingAhead === 0 && calledAt === joinedAt) {
    return lane < 0
      ? say(`Nobody waited${where}, and they were called at once.`, `${where}没有人排队，马上被叫到。`)
      : say(`They went to ${line}${where}, where nobody was, and were called at once.`, `${where}走到没有人的${line}，马上被叫到。`);
  }
  return say(
    `They saw ${people(waitingAhead)} waiting${lane < 0 ? "" : ` in ${line}`} and ${inHandAhead} being served${where}, and joined ${line}.`,
    `${where}${lane < 0 ? "" : `${line}`}有 ${waitingAhead} 人排队、${inHandAhead} 人正在接受服务，加入${line}。`,
  );
}

function moved({switches, interruptions, overtakenBy, overtook}: Visit, say: Say): string[] {
  const told = switches.map(({at, from, to}) =>
    say(
      `At ${formatClock(at)} they moved from lane ${from + 1} to lane ${to + 1}.`,
      `${formatClock(at)} 从第 ${from + 1} 队换到第 ${to + 1} 队。`,
    ),
  );
  if (overtakenBy.length > 0)
    told.push(
      say(
        `${capitalCount(overtakenBy.length)} who came later ${overtakenBy.length === 1 ? "was" : "were"} called first: ${listed(named(overtakenBy, "en"), "en")}.`,
        `有 ${overtakenBy.length} 位后来者先被叫到：${listed(named(overtakenBy, "zh"), "zh")}。`,
      ),
    );
  if (overtook.length > 0)
    told.push(
      say(
        `They were called before ${overtook.length === 1 ? "one" : `${overtook.length}`} who had come earlier: ${listed(named(overtook, "en"), "en")}.`,
        `他们先于 ${overtook.length} 位先来者被叫到：${listed(named(overtook, "zh"), "zh")}。`,
      ),
    );
  for (const at of interruptions)
    told.push(
      say(
        `At ${formatClock(at)} their service was broken off, and they waited again.`,
        `${formatClock(at)} 服务被中断，又回到队伍中等待。`,
      ),
    );
  return told;
}

function ended(visit: Visit, patience: number, say: Say, language: Language): string[] {
  const {joinedAt, calledAt, startedAt, leftAt, serviceTime, outcome, place} = visit;
  const told: string[] = [];
  const server = place < 0 ? "" : say(` to place ${place + 1}`, `到 ${place + 1} 号`);
  if (!Number.isNaN(calledAt) && calledAt > joinedAt)
    told.push(
      say(
        `At ${formatClock(calledAt)}, after ${spelt(calledAt - joinedAt, "en")}, they were called${server}.`,
        `${formatClock(calledAt)}，等了 ${spelt(calledAt - joinedAt, "zh")}后被叫${server || "到"}。`,
      ),
    );
  if (startedAt > calledAt)
    told.push(say(`The walk took ${spelt(startedAt - calledAt, "en")}.`, `走过去用了 ${spelt(startedAt - calledAt, "zh")}。`));
  const left = formatClock(leftAt);
  const waited = spelt(leftAt - joinedAt, language);
  switch (outcome) {
    case "served":
      return [
        ...told,
        say(`Their service took ${spelt(serviceTime, "en")}; it ended at ${left}.`, `服务用了 ${spelt(serviceTime, "zh")}，${left} 结束。`),
      ];
    case "gave up":
      return [
        ...told,
        say(
          `At ${left}, after ${waited}, their patience${patience < Infinity ? "" : " here"} was over and they gave up.`,
          `${left}，等了 ${waited}后失去耐心，放弃离开。`,
        ),
      ];
    case "turned away":
      return [
        ...told,
        say(`At ${left}, after ${waited}, they were turned away: the place closed.`, `${left}，等了 ${waited}后因关门未获服务。`),
      ];
    case "refused":
      return [...told, say(`At ${left}, after ${waited}, they had to make room and left.`, `${left}，等了 ${waited}后被挤出离开。`)];
    default:
      return [...told, say("When the run ended they were still there.", "运行结束时仍在场。")];
  }
}

const MOST_NAMED = 8;

function named(customers: readonly number[], language: Language): string[] {
  const shown = customers.slice(0, MOST_NAMED).map((customer) => `${customer + 1}`);
  const others = customers.length - shown.length;
  return others === 0 ? shown : [...shown, language === "zh" ? `另外 ${others} 位` : `${others} more`];
}

function people(count: number): string {
  return count === 0 ? "nobody" : count === 1 ? "1 person" : `${count} people`;
}

function capitalCount(count: number): string {
  return count === 1 ? "One" : `${count}`;
}

/** "7 min 25 s": whole seconds, or tenths below ten. */
function spelt(seconds: number, language: Language): string {
  const words = language === "zh" ? {h: "小时", min: "分", s: "秒"} : {h: "h", min: "min", s: "s"};
  if (seconds < 10) return `${Math.round(seconds * 10) / 10}\u00a0${words.s}`;
  const whole = Math.round(seconds);
  const parts = [
    [Math.floor(whole / HOUR), words.h],
    [Math.floor((whole % HOUR) / MINUTE), words.min],
    [whole % MINUTE, words.s],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count}\u00a0${word}`)
    .join(" ");
}
