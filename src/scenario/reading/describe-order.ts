/** Order in the file: who is called next, who interrupts, for whom servers are kept, and who finds no room. */
import * as defaults from "../defaults.ts";
import {Refusal} from "../message.ts";
import type {Full, Interrupt, Order} from "../scenario.ts";
import {laterWord} from "./later.ts";
import {choice, count, leaf, phrase} from "./meaning.ts";
import * as say from "./messages.ts";
import {halfWidth, parseCount, parseDuration} from "./phrase.ts";
import {numbersByName} from "./shares.ts";
import {closest} from "./suggest.ts";

const ORDERS = [
  "first come",
  "by arrival",
  "last come",
  "random",
  "shortest job",
  "longest job",
  "earliest due",
  "priority",
  "class by class",
  "ageing",
  "by appointment",
] as const;
const INTERRUPTS: readonly Interrupt[] = ["resume", "restart", "resample"];
const FULLS: readonly Full[] = ["refuse", "drop lowest"];

/** The words of `order`, and `[priority then] by appointment [with grace 5 min]`. */
export interface OrderPhrase {
  order: Order;
  grace: number | null;
}

function readOrder(text: string): OrderPhrase {
  const plain = halfWidth(text).trim().toLowerCase().replace(/\s+/g, " ");
  const known = ORDERS.find((word) => word === plain);
  if (known !== undefined) return {order: known === "by arrival" ? "first come" : known, grace: null};
  const appointment = /^(priority,? then )?by appointment(?: with grace (.+))?$/.exec(plain);
  if (appointment !== null) {
    const [, priority, grace] = appointment;
    return {
      order: priority === undefined ? "by appointment" : "priority then by appointment",
      grace: grace === undefined ? null : parseDuration(grace),
    };
  }
  const later = laterWord("order", plain);
  const choices = [...ORDERS, "by appointment with grace 5 min", "priority then by appointment"];
  throw new Refusal(later !== null ? say.later(text, later) : say.notAChoice(text, choices, closest(plain, choices)));
}

function readCredit(text: string): number {
  const value = Number(halfWidth(text.trim()));
  if (!(value > 0 && value <= 1e6)) throw new Refusal(say.notACredit(text));
  return value;
}

/** The words of a station that are about who is served next. */
export function describeOrder() {
  return {
    order: phrase(
      {
        en: "Who is called next: `first come` (or `by arrival`), `last come`, `random`, `shortest job`, `longest job`, `earliest due`, `priority`, `class by class` (one class at a time, in turn by priority; who comes later waits for the next turn), `ageing` (who waits gains credit), `by appointment` (who is here and has the earliest), `by appointment with grace 5 min` (who comes later than that goes by arrival), `priority then by appointment`",
        zh: "下一个叫谁：first come（或 by arrival）、last come、random、shortest job、longest job、earliest due、priority、class by class（每次只放行一个类别，按 priority 轮流；后来者等下一轮）、ageing（等待累积积分）、by appointment（在场且预约最早者）、by appointment with grace 5 min（迟到更久者按到达）、priority then by appointment",
        default: defaults.STATION.order,
        example: "priority",
      },
      readOrder,
    ).optional(),
    interrupt: choice(INTERRUPTS, {
      en: "With order: priority, who would have to wait interrupts somebody of a lower class, whose work then goes on where it stopped, begins again, or is drawn anew; nothing said: nobody is interrupted",
      zh: "配合 order: priority，需要等待的人会打断较低类别的人，被打断者的工作之后接着做、重新开始或重新抽取；不写则不打断",
      example: "resume",
    }).optional(),
    ageing: leaf(
      {
        en: "With order: ageing, the credit that each class gains per unit of waiting; the highest credit goes first, and only ratios matter",
        zh: "配合 order: ageing，各类每等待一单位时间得到的积分；积分最高者先，只有比例有意义",
        example: "{ urgent: 4, regular: 1 }",
      },
      {type: "object", additionalProperties: {type: "number", exclusiveMinimum: 0}},
      (raw) => new Map(numbersByName(raw, "{ urgent: 4, regular: 1 }", readCredit)),
    ).optional(),
    kept: leaf(
      {
        en: "How many servers serve a class only; the others serve anybody, by the order",
        zh: "只服务某一类顾客的服务员人数；其余服务员按顺序服务所有人",
        example: "{ urgent: 1 }",
      },
      {type: "object", additionalProperties: {type: "integer", minimum: 0}},
      (raw) => new Map(numbersByName(raw, "{ urgent: 1 }", (text) => parseCount(text, 0, 10_000))),
    ).optional(),
    accessible: leaf(
      {
        en: "How many windows or lanes, from the left, a class can use; the classes not named can use all",
        zh: "某类顾客能用左起的几个窗口（或几条队）；未写的类别都能用",
        example: "{ wheelchair: 1 }",
      },
      {type: "object", additionalProperties: {type: "integer", minimum: 1}},
      (raw) => new Map(numbersByName(raw, "{ wheelchair: 1 }", (text) => parseCount(text, 1, 10_000))),
    ).optional(),
    room: count(1, 1_000_000, {
      en: "Most people at the station, waiting and in service; who comes to a full room is refused",
      zh: "服务台最多容纳的人数（等待和服务中）；满员时来者被拒",
      symbol: "K",
      example: "12",
    }).optional(),
    full: choice(FULLS, {
      en: "Who has to go when the room is full: the newcomer, or the last of the lowest class that waits, if it is lower than the newcomer's",
      zh: "满员时谁离开：新来者，或等待者中最低类别的最后一人（若低于来者的类别）",
      default: defaults.STATION.full,
      example: "drop lowest",
    }).optional(),
  };
}
