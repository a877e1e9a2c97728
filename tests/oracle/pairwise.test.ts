/**
 * Every pair of rules in some place, and every place through the same mill: the engine and the slow oracle tell the same history
 * event by event, the row says what the history says (conservation and L = λW among it), and the bytes do not depend on how
 * the replications are cut up.
 */
import {describe, expect, test} from "vitest";
import type {Model} from "../../src/model/model.ts";
import type {Replication} from "../../src/replication/replication.ts";
import {simulate} from "../../src/replication/simulate.ts";
import {expectAgreement, expectRowOfLog} from "./agree.ts";
import {everyPair} from "./pairs.ts";
import {anyPlace, FACTORS, NETWORK_FACTORS, networkOf, placeOf} from "./places.ts";

const REPLICATIONS = 3;
const RANDOM_PLACES = Number(process.env.WAITLINE_RANDOM_PLACES ?? 200);
const FIRST_RANDOM_PLACE = Number(process.env.WAITLINE_FIRST_RANDOM_PLACE ?? 1);

function bytesOf(replications: Replication[]): string[] {
  return replications.map(({index, row, histograms}) => {
    const parts = histograms.map(({bucket, count, min, max}) => `${bucket};${count};${min};${max}`);
    return `${index}: ${Buffer.from(row.buffer, row.byteOffset, row.byteLength).toString("hex")} ${parts.join("|")}`;
  });
}

function expectSameBytes(model: Model): void {
  const whole = bytesOf(simulate(model, 0, 4));
  expect(bytesOf([...simulate(model, 0, 1), ...simulate(model, 1, 2), ...simulate(model, 3, 1)])).toEqual(whole);
  expect(bytesOf([3, 1, 0, 2].flatMap((index) => simulate(model, index, 1))).sort()).toEqual([...whole].sort());
}

function throughTheMill(model: Model, replications: number): void {
  for (let replication = 0; replication < replications; replication++) {
    const log = expectAgreement(model, replication);
    expectRowOfLog(model, log, replication);
  }
  expectSameBytes(model);
}

const wordsOf = (row: object) =>
  Object.entries(row)
    .map(([factor, value]) => `${factor} ${value}`)
    .join(", ");

describe("one station, every pair of rules", () => {
  for (const row of everyPair(FACTORS)) test(wordsOf(row), () => throughTheMill(placeOf(row), REPLICATIONS));
});

describe("two and three stations, every pair of rules", () => {
  for (const row of everyPair(NETWORK_FACTORS)) test(wordsOf(row), () => throughTheMill(networkOf(row), REPLICATIONS));
});

describe("places made by chance", () => {
  for (let number = FIRST_RANDOM_PLACE; number < FIRST_RANDOM_PLACE + RANDOM_PLACES; number++) {
    test(`place ${number}`, () => throughTheMill(anyPlace(number).model, 2));
  }
});
