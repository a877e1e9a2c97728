/** Every place goes through the same mill; see pairwise.test.ts. */
import {expect} from "vitest";
import type {Model} from "../../src/model/model.ts";
import type {Replication} from "../../src/replication/replication.ts";
import {simulate} from "../../src/replication/simulate.ts";
import {expectAgreement, expectRowOfLog} from "./agree.ts";

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

export function throughTheMill(model: Model, replications: number): void {
  for (let replication = 0; replication < replications; replication++) {
    const log = expectAgreement(model, replication);
    expectRowOfLog(model, log, replication);
  }
  expectSameBytes(model);
}
