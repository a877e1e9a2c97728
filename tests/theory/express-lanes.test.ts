import fc from "fast-check";
import {expect, test} from "vitest";
import {expressWaits, exponentialSplit, solveExpressLanes} from "../../src/theory/express-lanes.ts";
import {exponentialWait} from "../../src/theory/erlang-c.ts";
import {expectClose} from "./queues.ts";

test("both parts together have the moments of all work, whatever the threshold", () => {
  fc.assert(
    fc.property(fc.double({min: 1e-3, max: 60, noNaN: true}), (x) => {
      const {short, long} = exponentialSplit(2, 2 * x);
      expectClose(short.share + long.share, 1, 1e-14);
      expectClose(short.share * short.mean + long.share * long.mean, 2, 1e-13);
      expectClose(short.share * short.second + long.share * long.second, 8, 1e-13);
    }),
  );
});

test("below a tiny threshold work is uniform: mean θ/2, second moment θ²/3", () => {
  const {short} = exponentialSplit(1, 1e-9);
  expectClose(short.share, 1e-9, 1e-8);
  expectClose(short.mean, 0.5e-9, 1e-8);
  expectClose(short.second, 1e-18 / 3, 1e-8);
});

test("a well chosen express lane beats two lines at random but not one line for all", () => {
  const random = exponentialWait({arrivalRate: 0.8, serviceTime: 1, servers: 1});
  const pooled = exponentialWait({arrivalRate: 1.6, serviceTime: 1, servers: 2});
  const best = expressWaits(1.6, exponentialSplit(1, 1.6783469900166605)).all;
  expect(best).toBeLessThan(random);
  expect(best).toBeGreaterThan(pooled);
});

test("a lane with too much work waits without end, the other does not", () => {
  const waits = expressWaits(1.6, exponentialSplit(1, 0.3));
  expect(waits.long).toBe(Infinity);
  expect(waits.all).toBe(Infinity);
  expect(waits.short).toBeLessThan(1);
  const {short, long} = solveExpressLanes(1.6, exponentialSplit(1, 1.5));
  expectClose(short.occupancy!.value + long.occupancy!.value, 1.6, 1e-13);
});

test("a threshold beyond all work leaves the long lane empty", () => {
  const waits = expressWaits(0.8, exponentialSplit(1, 800));
  expectClose(waits.short, 4, 1e-12);
  expectClose(waits.all, 4, 1e-12);
  expect(waits.long).toBe(0);
});

test("garbage is refused by name", () => {
  expect(() => exponentialSplit(1, 0)).toThrow("threshold must be more than 0 and finite, got 0");
  expect(() => expressWaits(-1, exponentialSplit(1, 1))).toThrow("arrivalRate must be more than 0 and finite, got -1");
});
