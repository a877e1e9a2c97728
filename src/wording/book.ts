/** The appointment book in words: who is told to come when, who stays away, who comes late, and who is called first. */
import type {Language} from "../scenario/message.ts";
import {durationText, roundTo, shareText} from "../scenario/duration-text.ts";
import type {Book, Station} from "../scenario/scenario.ts";
import {formatClock} from "../units.ts";
import {lawText} from "./law.ts";

const MOST_TIMES = 12;

/** One sentence a fact, defaults included. */
export function bookSentences(name: string, {at, spread, absent, late, early}: Book, language: Language): string[] {
  const say = (en: string, zh: string) => (language === "zh" ? zh : en);
  const sentences: string[] = [];
  if (spread !== null) {
    const [from, to] = [formatClock(spread.from), formatClock(spread.to)];
    sentences.push(
      say(
        `${name}: ${spread.people} people without appointments, each at a moment that is equally likely anywhere from ${from} to ${to}.`,
        `${name}：${spread.people} 人，没有预约，各自在 ${from} 到 ${to} 之间等可能的时刻到来。`,
      ),
    );
  } else {
    sentences.push(
      say(`${name}: ${at.length} appointments: ${timesText(at, say)}.`, `${name}：${at.length} 个预约：${timesText(at, say)}。`),
    );
  }
  sentences.push(
    absent === 0
      ? say("Everybody comes.", "每个人都来。")
      : say(
          `Of them ${shareText(absent)} never come: on average ${roundTo((1 - absent) * (spread?.people ?? at.length), 1)} do.`,
          `其中 ${shareText(absent)} 不来：平均来 ${roundTo((1 - absent) * (spread?.people ?? at.length), 1)} 人。`,
        ),
  );
  if (spread !== null) return sentences;
  sentences.push(
    late === null
      ? say("They come on the dot.", "准时到来。")
      : say(
          `They come late by a time that is ${lawText(late, language)} (early where it is below zero).`,
          `迟到时间为${lawText(late, language)}（小于零即早到）。`,
        ),
  );
  if (late !== null) {
    sentences.push(
      early === "served"
        ? say(
            "Who comes early may be served before the appointment; the wait counts from the appointment, the time before it is told apart.",
            "早到者可以提前得到服务；等待从预约时刻算起，之前的时间单独报告。",
          )
        : say("Who comes early joins the line when the appointment is due.", "早到者到预约时刻才排队。"),
    );
  }
  return sentences;
}

/** "08:00 (2), 08:15, 08:30, ... 12:30" */
function timesText(at: readonly number[], say: (en: string, zh: string) => string): string {
  const groups: {at: number; people: number}[] = [];
  for (const time of at) {
    const last = groups[groups.length - 1];
    if (last !== undefined && last.at === time) last.people++;
    else groups.push({at: time, people: 1});
  }
  const text = ({at: time, people}: {at: number; people: number}) =>
    `${formatClock(time)}${people > 1 ? say(` (${people})`, `（${people} 人）`) : ""}`;
  if (groups.length <= MOST_TIMES) return groups.map(text).join(say(", ", "、"));
  return [...groups.slice(0, 4).map(text), "...", text(groups[groups.length - 1])].join(say(", ", "、"));
}

/** Who is called, where a station goes by appointment. */
export function byAppointment({grace}: Station, language: Language): string {
  const say = (en: string, zh: string) => (language === "zh" ? zh : en);
  const base = say(
    "by appointment: the earliest of those who are here; who has none goes by arrival",
    "按预约：在场者中预约最早的先；没有预约的按到达时刻",
  );
  if (grace == null) return base;
  return say(
    `${base}, and so does who comes more than ${durationText(grace)} late`,
    `${base}，迟到超过 ${durationText(grace)} 的也按到达时刻`,
  );
}
