/** What is told of prices. */
import {type Message, message} from "../message.ts";
import {quote} from "./quote.ts";

export const notPrice = (text: string, perTime: boolean): Message =>
  message(
    `${quote(text)} is not a price.`,
    `${quote(text)} 不是价格。`,
    perTime ? "Write an amount, a currency and a time: `28 EUR/h`." : "Write an amount and a currency: `6 EUR`.",
    perTime ? "请写金额、货币和时间：`28 EUR/h`。" : "请写金额和货币：`6 EUR`。",
  );

export const twoCurrencies = (a: string, b: string): Message =>
  message(
    `Prices stand in two currencies, ${a} and ${b}.`,
    `价格用了两种货币：${a} 和 ${b}。`,
    "Use one; we know no exchange rates.",
    "请用同一种；我们不知道汇率。",
  );
