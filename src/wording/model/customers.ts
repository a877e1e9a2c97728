/** Who they are: how long they wait, what they bring, who turns round at the door. */
import {exp} from "../../math/index.ts";
import {durationText, roundTo, shareText} from "../../scenario/duration-text.ts";
import type {Language} from "../../scenario/message.ts";
import type {CustomerClass} from "../../scenario/scenario.ts";
import {lawText} from "../law.ts";
import {speak} from "./phrases.ts";

export function classSentence(name: string, one: CustomerClass, language: Language): string {
  const say = speak(language);
  const patience =
    one.patience === null
      ? say("wait as long as it takes", "会一直等下去")
      : one.patienceBeyondAnnounced
        ? say(
            `wait as long as was announced, then give up after a further patience that is ${lawText(one.patience, language)}`,
            `先等到播报的时间，之后耐心用完即放弃，耐心为${lawText(one.patience, language)}`,
          )
        : say(
            `give up after a patience that is ${lawText(one.patience, language)}`,
            `耐心用完即放弃，耐心为${lawText(one.patience, language)}`,
          );
  const service =
    one.service === null
      ? ""
      : say(`; bring work that is ${lawText(one.service, language)}`, `；服务时间为${lawText(one.service, language)}`);
  return say(
    `${name}: ${patience}${service}; priority ${one.priority}.${stayingText(one, language)}`,
    `${name}：${patience}${service}；优先级 ${one.priority}。${stayingText(one, language)}`,
  );
}

/** Who turns round at the door, whether the last in line is unhappy, and who walks slowly; nothing where nothing is said of it. */
function stayingText({balks, lastInLine, walkFactor = 1}: CustomerClass, language: Language): string {
  const say = speak(language);
  const sentences: string[] = [];
  if (balks != null) {
    const {goesBy, perception, rule} = balks;
    const what = {
      "people waiting": say("the people who wait in the line they would join", "要排的队里等待的人数"),
      "people ahead": say(
        "the people ahead in the line they would join (who wait, and one more while no server of it is free)",
        "要排的队里前面的人数（等待的人；没有空闲服务员时再加一人）",
      ),
      "people in system": say("the people who wait or are served at the line they would join", "要排的队里等待和正在服务的人数"),
      minutes: say("the minutes that are announced", "播报的分钟数"),
    }[goesBy];
    const unit = goesBy === "minutes" ? say("minute", "分钟") : say("person", "人");
    const size = (at: number) => (goesBy === "minutes" ? durationText(at) : `${roundTo(at, 3)}`);
    const how = {
      each: () =>
        rule.kind === "each"
          ? say(
              `of n, a share of 1 - exp(-${roundTo(rule.each, 6)} n) turns round (${shareText(1 - exp(-rule.each))} at one ${unit})`,
              `数量为 n 时，有 1 - exp(-${roundTo(rule.each, 6)} n) 的人离去（1 ${unit}时为 ${shareText(1 - exp(-rule.each))}）`,
            )
          : "",
      share: () =>
        rule.kind === "share"
          ? rule.from
              .map((from, i) =>
                say(
                  `from ${size(from)} on ${shareText(rule.share[i])} turn round`,
                  `达到 ${size(from)} 时 ${shareText(rule.share[i])} 的人离去`,
                ),
              )
              .join(say(", ", "，"))
          : "",
      bears: () =>
        rule.kind === "bears"
          ? say(
              `who hears more than they bear turns round: ${lawText(rule.law, language)}`,
              `超过所能忍受的就离去：${lawText(rule.law, language)}`,
            )
          : "",
      patience: () => say("who hears more than their patience turns round", "超过耐心的就离去"),
    }[rule.kind]();
    const seen =
      perception === 0
        ? ""
        : say(
            `; people seem as many as people ÷ servers to the power of ${roundTo(perception, 3)}`,
            `；看上去的人数为人数 ÷ 服务员数的 ${roundTo(perception, 3)} 次方`,
          );
    sentences.push(say(` They look at ${what}${seen}: ${how}.`, `他们看${what}${seen}：${how}。`));
  }
  if (lastInLine !== undefined && lastInLine !== 1)
    sentences.push(
      say(
        ` While nobody stands behind them, their patience runs ${roundTo(lastInLine, 3)} times as fast.`,
        `身后无人时，耐心的消耗为平常的 ${roundTo(lastInLine, 3)} 倍。`,
      ),
    );
  if (walkFactor !== 1)
    sentences.push(
      say(` Every walk takes them ${roundTo(walkFactor, 3)} times as long.`, `步行时间为别人的 ${roundTo(walkFactor, 3)} 倍。`),
    );
  return sentences.join("");
}
