/** The place as a whole: when it is open, what it costs, how it is simulated. */
import {durationText, roundTo} from "../../scenario/duration-text.ts";
import type {Language} from "../../scenario/message.ts";
import type {Reading} from "../../scenario/reading/read-scenario.ts";
import type {Arrivals, Scenario} from "../../scenario/scenario.ts";
import {formatClock, HOUR} from "../../units.ts";
import {speak} from "./phrases.ts";

export function placeSentences({opening, closing}: Scenario, language: Language): string[] {
  const say = speak(language);
  if (opening === null) return [say("The place never closes: the answer is the long run.", "从不关门：回答长期情况。")];
  const from = formatClock(opening.from),
    to = formatClock(opening.to);
  const ends = {
    "finish everyone": say("then the door closes and everyone inside is served.", "之后关门，已在里面的人都会得到服务。"),
    "turn away the waiting": say(
      "then those still waiting are sent away; those in service are finished.",
      "之后仍在等待的人被请回，服务中的人服务完。",
    ),
    "carry over": say("then those still waiting are left for tomorrow and counted as such.", "之后仍在等待的人留到明天，并单独计数。"),
  }[closing];
  return [
    say(`Open from ${from} to ${to}; ${ends}`, `${from} 到 ${to} 营业；${ends}`),
    say("Every day begins empty.", "每天开始时没有人。"),
  ];
}

export function costSentences({costs}: Scenario, language: Language): string[] {
  const say = speak(language);
  const price = (perSecond: number) => `${roundTo(perSecond * HOUR, 2)} ${costs.currency}/h`;
  const sentences: string[] = [];
  if (costs.staff !== null) sentences.push(say(`Staffed time: ${price(costs.staff)}.`, `在岗时间：${price(costs.staff)}。`));
  if (costs.overtime !== null)
    sentences.push(
      say(`Overtime: ${price(costs.overtime)}, instead of the price of staff.`, `加班：${price(costs.overtime)}（代替在岗价格）。`),
    );
  if (costs.wait !== null) sentences.push(say(`Customers' waiting: ${price(costs.wait)}.`, `顾客等待：${price(costs.wait)}。`));
  if (costs.idle != null)
    sentences.push(
      say(
        `Idle time of servers on duty: ${price(costs.idle)}, added to the price of staff.`,
        `在岗空闲时间：${price(costs.idle)}（另计）。`,
      ),
    );
  if (costs.lost !== null)
    sentences.push(
      say(`A customer lost: ${roundTo(costs.lost, 2)} ${costs.currency}.`, `流失一位顾客：${roundTo(costs.lost, 2)} ${costs.currency}。`),
    );
  return sentences;
}

/** What the designs share: one and the same crowd, unless some of them change who comes. */
function crowdClause({designs}: Reading, language: Language): string {
  const say = speak(language);
  if (designs.length < 2) return "";
  const crowd = ({arrivals, opening}: Scenario) =>
    JSON.stringify([[...arrivals].map(([name, source]) => [name, whoComes(source)]), opening]);
  return designs.every(({scenario}) => crowd(scenario) === crowd(designs[0].scenario))
    ? say("; every design serves the same customers", "；各方案服务同一批顾客")
    : say("; the designs change who comes, so not all serve the same customers", "；有的方案改变了来客，因此各方案服务的不全是同一批顾客");
}

/** Another appointment makes nobody another person. */
function whoComes(source: Arrivals): unknown {
  if (source.process.kind !== "book") return source;
  const {at, spread, absent} = source.process.book;
  return {...source, process: {kind: "book", people: spread?.people ?? at.length, absent}};
}

export function runSentences(reading: Reading, {run, opening}: Scenario, language: Language): string[] {
  const say = speak(language);
  const crowd = crowdClause(reading, language);
  const until = run.until ?? null;
  const asMany = until === null ? null : say(`as many as ${until.text} takes, at most `, `达到 ${until.text} 为止，最多 `);
  if (opening !== null)
    return [
      say(
        `${asMany === null ? "" : `Independent days, ${asMany}`}${run.replications}${asMany === null ? " independent days" : ""}, seed ${run.seed}${crowd}.`,
        `${asMany ?? ""}${run.replications} 个独立的日子，seed ${run.seed}${crowd}。`,
      ),
    ];
  const window =
    run.customers !== null
      ? say(
          `${run.customers} customers after a warm-up of ${run.warmUpCustomers}`,
          `预热 ${run.warmUpCustomers} 人之后计 ${run.customers} 人`,
        )
      : say(
          `${durationText(run.length ?? 0)} after a warm-up of ${durationText(run.warmUp)}`,
          `预热 ${durationText(run.warmUp)} 之后计 ${durationText(run.length ?? 0)}`,
        );
  if (run.replications === 1 && asMany === null)
    return [
      say(
        `One run of ${window} that judges itself (N-Skart), seed ${run.seed}${crowd}.`,
        `一次运行，${window}，由它自己判断（N-Skart），seed ${run.seed}${crowd}。`,
      ),
    ];
  return [
    say(
      `${asMany === null ? `${run.replications} independent runs of ${window}` : `Independent runs of ${window}, ${asMany}${run.replications}`}, seed ${run.seed}${crowd}.`,
      `${asMany ?? ""}${run.replications} 次独立运行，${window}，seed ${run.seed}${crowd}。`,
    ),
  ];
}
