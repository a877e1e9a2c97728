import {expect, test} from "vitest";
import {answer} from "../../src/theory/answer.ts";
import {fromMeanWait, LITTLE} from "../../src/theory/little.ts";
import {exponentialWait, probabilityOfWaiting} from "../../src/theory/erlang-c.ts";
import {overloadAnswers, percentile, tailAnswers} from "../../src/theory/wait-tail.ts";
import {expectClose} from "./queues.ts";

const tail = (time: number) => 0.4 * Math.exp(-time / 30);

test("where 40 % wait the median is no wait, and the 90th percentile is 30 log 4", () => {
  expect(percentile(tail, 0.5, 1)).toBe(0);
  expect(percentile(tail, 0.6, 1)).toBe(0);
  for (const scale of [1e-6, 1, 1e6]) expectClose(percentile(tail, 0.9, scale), 30 * Math.log(4), 1e-12);
  expect(percentile(tail, 1, 1)).toBe(Infinity);
});

test("served within and beyond are each other's complement", () => {
  const found = tailAnswers(tail, 30, LITTLE);
  expect(found.waiting!.value).toBe(0.4);
  for (const time of [0, 5, 100]) expectClose(found.servedWithin!(time).value + found.waitBeyond!(time).value, 1, 1e-15);
  expect(() => found.waitBeyond!(-1)).toThrow("time must be 0 or more and finite, got -1");
  expect(() => percentile(tail, 1.5, 1)).toThrow("share must lie between 0 and 1, got 1.5");
});

test("in overload nobody is served within any time", () => {
  const found = overloadAnswers(answer(0, LITTLE));
  expect(found.waiting!.value).toBe(1);
  expect(found.waitBeyond!(1e9).value).toBe(1);
  expect(found.servedWithin!(1e9).value).toBe(0);
  expect(found.waitPercentile!(0.01).value).toBe(Infinity);
});

test("Little's law makes lines of waits, and an overloaded place is always busy", () => {
  const queue = {arrivalRate: 0.05, serviceTime: 60, servers: 4};
  const found = fromMeanWait(queue, 20, LITTLE);
  expect(found.queueLength!.value).toBe(1);
  expect(found.sojournTime!.value).toBe(80);
  expect(found.numberInSystem!.value).toBe(4);
  expect(found.occupancy!.value).toBe(0.75);
  expect(found.throughput!.value).toBe(0.05);
  const over = fromMeanWait({...queue, arrivalRate: 1}, Infinity, LITTLE);
  expect(over.occupancy!.value).toBe(1);
  expectClose(over.throughput!.value, 4 / 60);
});

test("two erlangs on three servers: four customers in nine wait, on average 4/9 of a service", () => {
  expectClose(probabilityOfWaiting(2, 3), 4 / 9);
  expectClose(exponentialWait({arrivalRate: 2, serviceTime: 1, servers: 3}), 4 / 9);
  expect(probabilityOfWaiting(3, 3)).toBe(1);
  expect(exponentialWait({arrivalRate: 3, serviceTime: 1, servers: 3})).toBe(Infinity);
});

test("ten thousand servers, loads to 1e5: a share between 0 and 1, never a negative wait", () => {
  for (const load of [1, 5000, 9900, 9999.999, 1e4, 1e5]) {
    const wait = exponentialWait({arrivalRate: load, serviceTime: 1, servers: 10_000});
    expect(wait).toBeGreaterThanOrEqual(0);
    expect(wait === Infinity).toBe(load >= 1e4);
    expect(probabilityOfWaiting(load, 10_000)).toBeLessThanOrEqual(1);
  }
});
