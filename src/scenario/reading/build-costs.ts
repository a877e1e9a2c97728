/** `costs` → prices in one currency. */
import type {Scenario} from "../scenario.ts";
import type {Building} from "./building.ts";
import type {Price} from "./describe-costs.ts";
import * as say from "./messages.ts";

export function buildCosts(building: Building): Scenario["costs"] {
  const {costs} = building.sections;
  const prices = Object.entries(costs ?? {}).filter((entry): entry is [string, Price] => entry[1] !== undefined);
  const [first] = prices;
  for (const [word, price] of prices) {
    if (price.currency !== first[1].currency) building.problem(["costs", word], say.twoCurrencies(first[1].currency, price.currency));
  }
  return {
    currency: first?.[1].currency ?? "",
    staff: costs?.staff?.amount ?? null,
    overtime: costs?.overtime?.amount ?? null,
    wait: costs?.wait?.amount ?? null,
    lost: costs?.lost?.amount ?? null,
    ...(costs?.idle === undefined ? {} : {idle: costs.idle.amount}),
  };
}
