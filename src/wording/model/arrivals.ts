/** Who comes: by which process, how many, of which classes. */
import {durationText, roundTo, shareText} from "../../scenario/duration-text.ts";
import {arrivalRateOf} from "../../scenario/load.ts";
import type {Language} from "../../scenario/message.ts";
import type {Arrivals, Scenario} from "../../scenario/scenario.ts";
import {formatClock} from "../../units.ts";
import {bookSentences} from "../book.ts";
import {lawText} from "../law.ts";
import {perHour, speak, tableText} from "./phrases.ts";

export function arrivalSentences(name: string, arrivals: Arrivals, scenario: Scenario, language: Language): string[] {
  const say = speak(language);
  const isDay = scenario.opening !== null;
  const {process, batch, busyness, mix} = arrivals;
  const sentences: string[] = [];
  if (process.kind === "poisson") {
    const total =
      scenario.opening === null
        ? null
        : arrivalRateOf(arrivals, scenario.opening.from, scenario.opening.to) * (scenario.opening.to - scenario.opening.from);
    sentences.push(
      say(
        `${name}: come independently of each other (Poisson) at ${tableText(process.rate, perHour, isDay, language)}${total === null ? "" : `, about ${roundTo(total, 0)} a day`}.`,
        `${name}：相互独立地到来（泊松），${tableText(process.rate, perHour, isDay, language)}${total === null ? "" : `，每天约 ${roundTo(total, 0)} 人`}。`,
      ),
    );
    sentences.push(
      busyness > 0
        ? say(
            `Busy days and quiet days: the whole day's rate varies with cv ${shareText(busyness)} (a gamma factor of mean 1).`,
            `忙日与闲日：全天速率以 cv ${shareText(busyness)} 变化（均值为 1 的伽马倍数）。`,
          )
        : say("All days are alike but for chance (busyness cv 0%).", "除偶然外各天相同（busyness cv 0%）。"),
    );
  } else if (process.kind === "renewal") {
    sentences.push(
      say(
        `${name}: independent times between arrivals: ${lawText(process.between, language)}.`,
        `${name}：到达间隔相互独立：${lawText(process.between, language)}。`,
      ),
    );
  } else if (process.kind === "book") {
    sentences.push(...bookSentences(name, process.book, language));
  } else if (process.kind === "phases") {
    const {phases} = process;
    const told = phases.map((phase) => `${phase.name} ${perHour(phase.rate)}`).join(", ");
    const lasting = phases.map((phase) => `${phase.name} ${durationText(phase.lasts)}`).join(", ");
    const mean = perHour(arrivalRateOf(arrivals, 0, Infinity));
    sentences.push(
      say(
        `${name}: come independently of each other (Poisson) at a rate that depends on the phase (${told}), ${mean} on average; the phase changes by chance, after an exponential time of mean ${lasting}. At the start it is each phase with its share of time in the long run.`,
        `${name}：相互独立地到来（泊松），速率取决于阶段（${told}），平均 ${mean}；阶段随机变化，持续时间为指数分布，均值 ${lasting}。开始时各阶段的概率等于其长期时间份额。`,
      ),
    );
  } else if (process.kind === "spread") {
    const [from, to] = [formatClock(process.from), formatClock(process.to)];
    sentences.push(
      say(
        `${name}: ${process.people} people, the same number every time, each at any moment from ${from} to ${to}, all equally likely.`,
        `${name}：每次都是 ${process.people} 人，每人在 ${from} 到 ${to} 之间的任一时刻到来，机会均等。`,
      ),
    );
  } else if (process.kind === "population") {
    sentences.push(
      say(
        `${name}: ${process.members} members and no others; each is away for a time that is ${lawText(process.each, language)}, comes, and is away again after leaving.`,
        `${name}：共 ${process.members} 名成员，没有其他人；每名离开一段时间（${lawText(process.each, language)}）后到来，离去后又重新计时。`,
      ),
    );
  } else {
    sentences.push(
      say(
        `${name}: ${process.customers.length} listed arrivals, the same every time.`,
        `${name}：列出的 ${process.customers.length} 次到达，每次相同。`,
      ),
    );
  }
  const [only] = batch;
  if (process.kind !== "list" && process.kind !== "book" && process.kind !== "spread" && process.kind !== "population") {
    if (batch.length === 1 && only.size === 1) sentences.push(say("They come one at a time.", "逐个到来。"));
    else
      sentences.push(
        say(
          `They come together: ${batch.map((part) => `${part.size} (${shareText(part.share)})`).join(", ")}.`,
          `成组到来：${batch.map((part) => `${part.size} 人（${shareText(part.share)}）`).join("、")}。`,
        ),
      );
  }
  if (mix.length > 1)
    sentences.push(
      say(
        `Of them: ${mix.map((part) => `${shareText(part.share)} ${part.class}`).join(", ")}.`,
        `其中：${mix.map((part) => `${part.class} ${shareText(part.share)}`).join("、")}。`,
      ),
    );
  return sentences;
}
