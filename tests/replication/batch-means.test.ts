import {expect, test} from "vitest";
import {batched} from "../../src/estimate/series.ts";
import {BatchMeans} from "../../src/replication/batch-means.ts";
import {Chance} from "../estimate/lindley.ts";

/** n numbers that batch means keep exactly: small whole numbers. */
function wholeNumbers(n: number): Float64Array {
  const chance = new Chance(n);
  return Float64Array.from({length: n}, () => Math.floor(100 * chance.uniform()));
}

function taken(series: Float64Array, most: number): BatchMeans {
  const batches = new BatchMeans(most);
  for (const x of series) batches.add(x);
  return batches;
}

test("below their number, batch means are the observations themselves", () => {
  const series = wholeNumbers(63);
  expect(taken(series, 64).unit).toBe(1);
  expect(taken(series, 64).means).toEqual(series);
});

test.each([64, 65, 1000, 12_345])("%i observations in at most 64 means: the means of neighbours, to the last bit", (n) => {
  const series = wholeNumbers(n);
  const batches = taken(series, 64);
  expect(batches.count).toBe(n);
  expect(batches.means.length).toBe(Math.floor(n / batches.unit));
  expect(batches.means.length).toBeGreaterThanOrEqual(32);
  expect(batches.means.length).toBeLessThan(64);
  expect(batches.means).toEqual(batched(series, batches.unit, batches.means.length));
});

test("a million observations leave fewer than 4096 means, of 256 each", () => {
  const batches = new BatchMeans();
  for (let i = 0; i < 1_000_000; i++) batches.add(i);
  expect(batches.unit).toBe(256);
  expect(batches.means.length).toBe(3906);
  expect(batches.means[3905]).toBe(3905 * 256 + 127.5);
});

test("a batcher that was reset forgets everything", () => {
  const batches = taken(wholeNumbers(200), 64);
  batches.reset();
  for (const x of [3, 5]) batches.add(x);
  expect([batches.unit, batches.count, [...batches.means]]).toEqual([1, 2, [3, 5]]);
});

test("an odd number of means cannot be halved and is refused", () => {
  expect(() => new BatchMeans(65)).toThrow("most must be an even whole number of 2 or more, got 65");
});
