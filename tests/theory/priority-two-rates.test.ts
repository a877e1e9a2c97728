import {expect, test} from "vitest";
import {nonPreemptiveWaits as waitsOfOne} from "../../src/theory/priority.ts";
import {nonPreemptiveWaitsOfMany, preemptiveResumeSojourns, preemptiveWaitsOfMany} from "../../src/theory/priority.ts";
import {nonPreemptiveWaits, preemptiveWaits, solveTwoRatePriorities, type TwoClasses} from "../../src/theory/priority-two-rates.ts";
import {expectClose} from "./queues.ts";

test("equal rates: the chain says what the formulas for M/M/c say", () => {
  for (const servers of [1, 2, 4]) {
    const arrivalRates = [0.2 * servers, 0.6 * servers] as const;
    const two: TwoClasses = {arrivalRates, serviceTimes: [1, 1], servers};
    const many = {arrivalRates, serviceTime: 1, servers};
    nonPreemptiveWaitsOfMany(many).forEach((wait, k) => expectClose(nonPreemptiveWaits(two)[k], wait, 1e-10));
    preemptiveWaitsOfMany(many).forEach((wait, k) => expectClose(preemptiveWaits(two)[k], wait, 1e-10));
  }
});

test("one server: the chain says what Cobham says for any two means", () => {
  const two: TwoClasses = {arrivalRates: [0.25, 0.1], serviceTimes: [1, 5], servers: 1};
  const one = two.arrivalRates.map((arrivalRate, k) => {
    const mean = two.serviceTimes[k];
    return {arrivalRate, service: {mean, second: 2 * mean * mean}};
  });
  waitsOfOne(one).forEach((wait, k) => expectClose(nonPreemptiveWaits(two)[k], wait, 1e-10));
  preemptiveResumeSojourns(one).forEach((sojourn, k) => expectClose(preemptiveWaits(two)[k] + two.serviceTimes[k], sojourn, 1e-10));
});

test("beside an endless class 2, class 1 of one rate waits as the formula says", () => {
  const two: TwoClasses = {arrivalRates: [0.6, 1.8], serviceTimes: [1, 1], servers: 2};
  const [first, second] = nonPreemptiveWaits(two);
  expectClose(first, nonPreemptiveWaitsOfMany({arrivalRates: [0.6, 1.8], serviceTime: 1, servers: 2})[0], 1e-11);
  expect(second).toBe(Infinity);
  expect(preemptiveWaits(two)[1]).toBe(Infinity);
  expect(preemptiveWaits(two)[0]).toBeLessThan(first);
});

test("one server beside an endless class 2 of another mean: class 1 finds one of its services under way", () => {
  for (const mean of [0.2, 5]) {
    const two: TwoClasses = {arrivalRates: [0.4, 10], serviceTimes: [1, mean], servers: 1};
    const one = two.arrivalRates.map((arrivalRate, k) => {
      const each = two.serviceTimes[k];
      return {arrivalRate, service: {mean: each, second: 2 * each * each}};
    });
    expectClose(nonPreemptiveWaits(two)[0], waitsOfOne(one)[0], 1e-11);
  }
});

test("the longer the services of an endless class 2, the longer class 1 waits for one of two servers to end one", () => {
  const first = (mean: number) => nonPreemptiveWaits({arrivalRates: [0.8, 10], serviceTimes: [1, mean], servers: 2})[0];
  expect(first(0.5)).toBeLessThan(first(1));
  expect(first(1)).toBeLessThan(first(2));
  expectClose(first(1), nonPreemptiveWaitsOfMany({arrivalRates: [0.8, 10], serviceTime: 1, servers: 2})[0], 1e-11);
});

test("class 1 alone too much: nobody is served in finite time", () => {
  const two: TwoClasses = {arrivalRates: [2, 0.1], serviceTimes: [1, 1], servers: 2};
  expect(nonPreemptiveWaits(two)).toEqual([Infinity, Infinity]);
  expect(preemptiveWaits(two)).toEqual([Infinity, Infinity]);
});

test("slower work of the second class lengthens the wait of the first unless it may interrupt", () => {
  const wait = (mean: number, solve: typeof preemptiveWaits) =>
    solve({arrivalRates: [0.4, 0.4 / mean], serviceTimes: [1, mean], servers: 2})[0];
  expect(wait(4, nonPreemptiveWaits)).toBeGreaterThan(wait(1, nonPreemptiveWaits));
  expectClose(wait(4, preemptiveWaits), wait(1, preemptiveWaits), 1e-13);
});

test("each class obeys Little's law", () => {
  const two: TwoClasses = {arrivalRates: [0.5, 0.6], serviceTimes: [1, 1.25], servers: 2};
  solveTwoRatePriorities(two, false).forEach((found, k) => {
    expectClose(found.queueLength!.value, two.arrivalRates[k] * found.waitTime!.value);
    expectClose(found.numberInSystem!.value, two.arrivalRates[k] * (found.waitTime!.value + two.serviceTimes[k]));
  });
});

test("what is too large for the chain is refused, and garbage by name", () => {
  expect(() => nonPreemptiveWaits({arrivalRates: [40, 5], serviceTimes: [1, 1], servers: 50})).toThrow(
    "the chain must have at most 160 phases",
  );
  expect(() => preemptiveWaits({arrivalRates: [1, -1], serviceTimes: [1, 1], servers: 5})).toThrow(
    "arrivalRate must be more than 0 and finite, got -1",
  );
  expect(() => preemptiveWaits({arrivalRates: [1, 1], serviceTimes: [1, 1], servers: 0})).toThrow(
    "servers must be a whole number of 1 or more, got 0",
  );
});
