import fc from "fast-check";
import {expect, test} from "vitest";
import {meanWaitTime} from "../../src/theory/mg1.ts";
import {exponentialWait} from "../../src/theory/erlang-c.ts";
import {
  conservedWait,
  nonPreemptiveWaits,
  nonPreemptiveWaitsOfMany,
  preemptiveResumeSojourns,
  preemptiveWaitsOfMany,
  solvePriorities,
  solvePrioritiesOfMany,
} from "../../src/theory/priority.ts";
import {expectClose} from "./queues.ts";

const classes = fc
  .array(
    fc.record({
      share: fc.double({min: 0.05, max: 1, noNaN: true}),
      mean: fc.double({min: 0.1, max: 20, noNaN: true}),
      squaredCV: fc.double({min: 0, max: 5, noNaN: true}),
    }),
    {minLength: 1, maxLength: 6},
  )
  .chain((parts) => fc.double({min: 0.05, max: 0.98, noNaN: true}).map((load) => ({parts, load})))
  .map(({parts, load}) => {
    const total = parts.reduce((sum, {share}) => sum + share, 0);
    return parts.map(({share, mean, squaredCV}) => ({
      arrivalRate: (load * share) / (total * mean),
      service: {mean, second: mean * mean * (1 + squaredCV)},
    }));
  });

test("conservation law: Σ ρW is the same in every order of the classes", () => {
  fc.assert(
    fc.property(classes, (all) => {
      const worked = (order: typeof all) =>
        nonPreemptiveWaits(order).reduce((sum, wait, k) => sum + order[k].arrivalRate * order[k].service.mean * wait, 0);
      expectClose(worked(all), conservedWait(all), 1e-11);
      expectClose(worked([...all].reverse()), conservedWait(all), 1e-11);
    }),
  );
});

test("less urgent classes wait longer, and being uninterrupted costs the most urgent some wait", () => {
  fc.assert(
    fc.property(classes, (all) => {
      const waits = nonPreemptiveWaits(all);
      for (let k = 1; k < waits.length; k++) expect(waits[k]).toBeGreaterThan(waits[k - 1]);
      const first = preemptiveResumeSojourns(all)[0] - all[0].service.mean;
      expectClose(first, meanWaitTime(all[0].arrivalRate, all[0].service), 1e-9);
      expect(waits[0]).toBeGreaterThanOrEqual(first * (1 - 1e-9));
    }),
  );
});

test("one class is M/G/1 and M/M/c, interrupted or not", () => {
  const one = [{arrivalRate: 0.7, service: {mean: 1, second: 3}}];
  expectClose(nonPreemptiveWaits(one)[0], meanWaitTime(0.7, one[0].service));
  expectClose(preemptiveResumeSojourns(one)[0], 1 + meanWaitTime(0.7, one[0].service));
  const many = {arrivalRates: [8.5], serviceTime: 1, servers: 10};
  const wait = exponentialWait({arrivalRate: 8.5, serviceTime: 1, servers: 10});
  expectClose(nonPreemptiveWaitsOfMany(many)[0], wait);
  expectClose(preemptiveWaitsOfMany(many)[0], wait);
});

test("with one server M/M/c's classes are M/G/1's with exponential service", () => {
  const arrivalRates = [0.2, 0.3, 0.4];
  const one = arrivalRates.map((arrivalRate) => ({arrivalRate, service: {mean: 1, second: 2}}));
  const many = {arrivalRates, serviceTime: 1, servers: 1};
  nonPreemptiveWaits(one).forEach((wait, k) => expectClose(nonPreemptiveWaitsOfMany(many)[k], wait, 1e-11));
  preemptiveResumeSojourns(one).forEach((sojourn, k) => expectClose(preemptiveWaitsOfMany(many)[k] + 1, sojourn, 1e-11));
});

test("over all customers of M/M/c priorities change nothing: the mean wait is Erlang C's, interrupted or not", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({min: 0.1, max: 1, noNaN: true}), {minLength: 1, maxLength: 5}),
      fc.integer({min: 1, max: 500}),
      fc.double({min: 0.5, max: 0.99, noNaN: true}),
      (parts, servers, load) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        const arrivalRates = parts.map((part) => (part / total) * load * servers);
        const many = {arrivalRates, serviceTime: 1, servers};
        const all = exponentialWait({arrivalRate: load * servers, serviceTime: 1, servers});
        for (const waits of [nonPreemptiveWaitsOfMany(many), preemptiveWaitsOfMany(many)]) {
          const mean = waits.reduce((sum, wait, k) => sum + (wait * arrivalRates[k]) / (load * servers), 0);
          expectClose(mean, all, 1e-9);
        }
      },
    ),
  );
});

test("a class too many waits without end; the classes before it find one of its services under way", () => {
  const all = [
    {arrivalRate: 0.5, service: {mean: 1, second: 1}},
    {arrivalRate: 1, service: {mean: 2, second: 8}},
    {arrivalRate: 0.1, service: {mean: 1, second: 1}},
  ];
  const waits = nonPreemptiveWaits(all);
  // found: 0.5 · 1/2 of the first class, and half of the time 8/(2 · 2) of the endless second
  expectClose(waits[0], (0.25 + 0.5 * 2) / 0.5);
  expect(waits.slice(1)).toEqual([Infinity, Infinity]);
  expect(preemptiveResumeSojourns(all).map((sojourn) => sojourn < Infinity)).toEqual([true, false, false]);
  expect(conservedWait(all)).toBe(Infinity);
  const many = {arrivalRates: [1, 2, 1], serviceTime: 1, servers: 3};
  expectClose(nonPreemptiveWaitsOfMany(many)[0], 1 / 3 / (1 - 1 / 3));
  expect(nonPreemptiveWaitsOfMany(many).slice(1)).toEqual([Infinity, Infinity]);
  expect(preemptiveWaitsOfMany(many)[0]).toBeLessThan(0.1);
});

test("Little's law holds class by class", () => {
  const all = [
    {arrivalRate: 0.3, service: {mean: 1, second: 2}},
    {arrivalRate: 0.2, service: {mean: 2, second: 5}},
  ];
  const solved = [
    ...solvePriorities(all, false),
    ...solvePriorities(all, true),
    ...solvePrioritiesOfMany({arrivalRates: [0.3, 0.2], serviceTime: 1, servers: 2}, true),
  ];
  solved.forEach((found, i) => {
    const rate = all[i % 2].arrivalRate;
    expectClose(found.queueLength!.value, rate * found.waitTime!.value);
    expectClose(found.numberInSystem!.value, rate * found.sojournTime!.value);
    expect(found.waitTime!.kind).toBe("exact");
  });
});

test("garbage is refused by name", () => {
  expect(() => nonPreemptiveWaits([])).toThrow("classes must be 1 or more, got 0");
  expect(() => nonPreemptiveWaits([{arrivalRate: -1, service: {mean: 1, second: 2}}])).toThrow(
    "arrivalRate must be more than 0 and finite, got -1",
  );
  expect(() => preemptiveWaitsOfMany({arrivalRates: [1], serviceTime: 1, servers: 1.5})).toThrow(
    "servers must be a whole number of 1 or more, got 1.5",
  );
});
