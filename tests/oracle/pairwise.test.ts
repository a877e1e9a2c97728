/**
 * Every pair of rules in some place, and every place through the same mill: the engine and the slow oracle tell the same history
 * event by event, the row says what the history says (conservation and L = λW among it), and the bytes do not depend on how
 * the replications are cut up.
 */
import {describe, test} from "vitest";
import {throughTheMill} from "./mill.ts";
import {everyPair} from "./pairs.ts";
import {anyPlace, FACTORS, GATE_FACTORS, gatedPlaceOf, NETWORK_FACTORS, networkOf, placeOf} from "./places.ts";

const REPLICATIONS = 3;
const RANDOM_PLACES = Number(process.env.WAITLINE_RANDOM_PLACES ?? 200);
const FIRST_RANDOM_PLACE = Number(process.env.WAITLINE_FIRST_RANDOM_PLACE ?? 1);

const wordsOf = (row: object) =>
  Object.entries(row)
    .map(([factor, value]) => `${factor} ${value}`)
    .join(", ");

describe("one station, every pair of rules", () => {
  for (const row of everyPair(FACTORS)) test(wordsOf(row), () => throughTheMill(placeOf(row), REPLICATIONS));
});

describe("one station that serves class by class, every pair of rules", () => {
  for (const row of everyPair(GATE_FACTORS)) test(wordsOf(row), () => throughTheMill(gatedPlaceOf(row), REPLICATIONS));
});

describe("two and three stations, every pair of rules", () => {
  for (const row of everyPair(NETWORK_FACTORS)) test(wordsOf(row), () => throughTheMill(networkOf(row), REPLICATIONS));
});

describe("places made by chance", () => {
  for (let number = FIRST_RANDOM_PLACE; number < FIRST_RANDOM_PLACE + RANDOM_PLACES; number++) {
    test(`place ${number}`, () => throughTheMill(anyPlace(number).model, 2), 120_000);
  }
});
