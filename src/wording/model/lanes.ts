/** Lines that stand side by side: how they are judged, left for others, kept for some, opened and closed. */
import {durationText, shareText} from "../../scenario/duration-text.ts";
import type {Language} from "../../scenario/message.ts";
import type {Station} from "../../scenario/scenario.ts";
import {speak} from "./phrases.ts";

/** How lines are judged, left for others, and kept for some. */
export function laneSentences(station: Station, language: Language): string[] {
  const say = speak(language);
  const {misjudged = 0, switch: shorter, switchCost = 0, express = null} = station;
  const sentences: string[] = [];
  if (misjudged > 0)
    sentences.push(
      say(
        `Newcomers misjudge: each takes each line's length times a factor of their own (lognormal, mean 1, cv ${shareText(misjudged)}); an empty line looks empty.`,
        `新来者会看错：每人把每条队的长度乘以各自的倍数（对数正态，均值 1，cv ${shareText(misjudged)}）；空队看起来就是空的。`,
      ),
    );
  if (shorter === null) sentences.push(say("Nobody switches lines.", "没有人换队。"));
  else {
    const cost =
      switchCost === 0
        ? say("", "")
        : say(
            `; it takes ${durationText(switchCost)}, in which they stand in no line`,
            `；换队需 ${durationText(switchCost)}，期间不在任何队中`,
          );
    if (station.switchWhenIdle === true)
      sentences.push(
        say(`The last of the longest line switches to a window that is idle${cost}.`, `最长队的队尾会换到空闲的窗口${cost}。`),
      );
    else
      sentences.push(
        say(
          `The last of a line switches to one with at least ${shorter} fewer people${cost}.`,
          `队尾的人会换到至少少 ${shorter} 人的队${cost}。`,
        ),
      );
  }
  if (express !== null) {
    const classes = express.for.join(say(" and ", "、"));
    const who = [
      ...(express.for.length === 0 ? [] : [classes]),
      ...(express.under === null
        ? []
        : [say(`work of less than ${durationText(express.under)}`, `少于 ${durationText(express.under)} 的工作`)]),
    ].join(say(" with ", "且"));
    sentences.push(
      say(
        `${express.lanes === 1 ? "The first lane is an express lane" : `The first ${express.lanes} lanes are express lanes`}, for ${who} only; ${express.use === "always" ? "they use no other" : "they use the others too"}. ${express.idle === "wait" ? "An idle express server waits for them." : "An idle express server calls the next one of the longest other line."}`,
        `${express.lanes === 1 ? "第一条是快速通道" : `前 ${express.lanes} 条是快速通道`}，只给${who}；${express.use === "always" ? "这些人不用其他队" : "这些人也可用其他队"}。${express.idle === "wait" ? "快速通道空闲时只等这些人。" : "快速通道空闲时从最长的其他队叫下一位。"}`,
      ),
    );
  }
  return sentences;
}

/** Places at the windows, and servers who come when lines are long. */
export function openingSentences({places = 0, opens = null, line}: Station, language: Language): string[] {
  const say = speak(language);
  const sentences: string[] = [];
  if (line === "one" && places > 0)
    sentences.push(
      say(
        `At each window ${places === 1 ? "one person waits" : `${places} people wait`} behind the one in service: the head of the line walks to the window with the fewest people while that one is served.`,
        `每个窗口在正在服务的人之后还有 ${places} 个等候位：队首趁前一位仍在服务时走到人最少的窗口。`,
      ),
    );
  if (opens !== null)
    sentences.push(
      say(
        `${opens.least === 1 ? "One server is" : `${opens.least} servers are`} always there; another comes when at least ${opens.at} wait in every open line, up to the number above, and goes when idle while nobody waits.`,
        `始终有 ${opens.least} 名服务员；每条开放的队都至少有 ${opens.at} 人等待时增开一个，最多到上述人数；空闲且无人等待时收起。`,
      ),
    );
  return sentences;
}
