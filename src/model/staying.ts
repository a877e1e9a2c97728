/**
 * What the choice to stay goes by, as tables: what a class bears, and what a station announces.
 *
 *   announced = people ahead × mean service ÷ servers of the line
 *
 * The mean service is that of the visits to the station, over the classes as they come. A model of the announcer, not of the future.
 */
import {meanOf} from "../random/law.ts";
import {arrivalRateOf, workOf} from "../scenario/load.ts";
import type {Balking, Scenario} from "../scenario/scenario.ts";
import {MINUTE, type Seconds} from "../units.ts";
import {type BalkingTable, MINUTES, PEOPLE_AHEAD, PEOPLE_IN_SYSTEM, PEOPLE_WAITING} from "./model.ts";

const CUES = {
  "people waiting": PEOPLE_WAITING,
  "people ahead": PEOPLE_AHEAD,
  "people in system": PEOPLE_IN_SYSTEM,
  minutes: MINUTES,
} as const;

/** Null where nobody ever balks: `each` of 0. */
export function balkingTable({goesBy, perception, rule}: Balking): BalkingTable | null {
  if (rule.kind === "each" && rule.each === 0) return null;
  const unit = goesBy === "minutes" ? MINUTE : 1;
  return {
    goesBy: CUES[goesBy],
    perception,
    // P(balk) = 1 - exp(-each · n): what a customer puts up with is exponential, 1 / each people or minutes on average.
    most: rule.kind === "bears" ? rule.law : rule.kind === "each" ? {kind: "exponential", mean: unit / rule.each} : null,
    byPatience: rule.kind === "patience",
    shareFrom: Float64Array.from(rule.kind === "share" ? rule.from : []),
    share: Float64Array.from(rule.kind === "share" ? rule.share : []),
  };
}

/**
 * Mean time of a visit to a station, over the visits as they come.
 *
 * @throws RangeError if it is endless: then there is nothing to announce
 */
export function meanVisit(scenario: Scenario, station: string): Seconds {
  const {opening} = scenario;
  let work = 0;
  let visits = 0;
  for (const arrivals of scenario.arrivals.values()) {
    const rate = opening === null ? arrivalRateOf(arrivals, 0, Infinity) : arrivalRateOf(arrivals, opening.from, opening.to);
    for (const {class: name, share} of arrivals.mix) {
      const own = workOf(scenario, name).get(station);
      work += rate * share * (own?.work ?? 0);
      visits += rate * share * (own?.visits ?? 0);
    }
  }
  const {service, speed} = scenario.stations.get(station)!;
  const mean = visits > 0 ? work / visits : service === null ? 0 : meanOf(service) / speed;
  if (!(mean < Infinity)) throw new RangeError(`the mean service time at "${station}" is endless: no minutes can be announced`);
  return mean;
}
