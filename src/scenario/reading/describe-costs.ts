/** `costs`: prices of time and of customers who are lost. */
import {Refusal} from "../message.ts";
import {type Meaning, object, phrase} from "./meaning.ts";
import * as say from "./messages.ts";
import {Phrase, unitSeconds} from "./phrase.ts";

export interface Price {
  amount: number; // per second where it is a price of time
  currency: string;
}

function readPrice(text: string, perTime: boolean): Price {
  const refusal = () => new Refusal(say.notPrice(text, perTime));
  const price = new Phrase(text);
  let currency = "";
  if (price.next?.text === "-") throw new Refusal(say.negative(text));
  if (price.next?.kind !== "number") currency = price.take()?.text ?? "";
  if (price.next?.kind !== "number") throw refusal();
  const amount = price.readNumber("28");
  if (currency === "") {
    const word = price.take();
    if (word === undefined || (word.kind === "sign" && word.text !== "$")) throw refusal();
    currency = word.text;
  }
  if (!perTime) {
    if (!price.isDone) throw refusal();
    return {amount, currency};
  }
  if (!price.takes("/", "per")) throw refusal();
  const unit = price.take();
  const seconds = unit === undefined ? null : unitSeconds(unit.text);
  if (seconds === null || !price.isDone) throw refusal();
  return {amount: amount / seconds, currency};
}

function price(perTime: boolean, meaning: Meaning) {
  return phrase(meaning, (text) => readPrice(text, perTime));
}

export function describeCosts() {
  return object(
    "costs",
    {en: "Prices", zh: "价格", example: "{ staff: 28 EUR/h, wait: 10 EUR/h, lost: 6 EUR }"},
    {
      staff: price(true, {en: "Price of staffed time", zh: "在岗时间的价格", example: "28 EUR/h"}).optional(),
      overtime: price(true, {
        en: "Price of overtime, instead of the price of staff",
        zh: "加班时间的价格（代替 staff）",
        example: "42 EUR/h",
      }).optional(),
      wait: price(true, {en: "Price of customers' waiting time", zh: "顾客等待时间的价格", example: "10 EUR/h"}).optional(),
      idle: price(true, {
        en: "Price of time in which a server on duty has nothing to do, beside the price of staff",
        zh: "在岗但空闲的时间的价格（另计，不代替 staff）",
        example: "90 EUR/h",
      }).optional(),
      lost: price(false, {
        en: "Price of a customer who gave up, balked or was refused",
        zh: "每流失一位顾客的价格",
        example: "6 EUR",
      }).optional(),
    },
  );
}
