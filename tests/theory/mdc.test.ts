import fc from "fast-check";
import {expect, test} from "vitest";
import {meanWaitTime, probabilityOfWaitingBeyond, solveMDc} from "../../src/theory/mdc.ts";
import {exponentialWait, probabilityOfWaiting} from "../../src/theory/erlang-c.ts";
import {expectClose} from "./queues.ts";

test("one server with constant service waits ρ/(2(1 - ρ)) services, at any load", () => {
  for (const load of [1e-6, 0.1, 0.5, 0.9, 0.99, 0.9994, 0.99999]) expectClose(meanWaitTime(load, 1, 1), load / (2 * (1 - load)), 1e-11);
});

test("one server's variance is Takács's: Wq² + ρ/(3(1 - ρ)) in services", () => {
  for (const load of [0.1, 0.5, 0.9, 0.99]) {
    const wait = load / (2 * (1 - load));
    const found = solveMDc({arrivalRate: load / 3, serviceTime: 3, servers: 1});
    expectClose(found.waitVariance!.value, 9 * (wait * wait + load / (3 * (1 - load))), 1e-11);
  }
});

test("one server's tail within the first service is 1 - (1 - ρ) e^(ρt)", () => {
  for (const load of [0.05, 0.5, 0.9, 0.99])
    for (const time of [0, 0.25, 0.999]) {
      const tail = probabilityOfWaitingBeyond(time, load, 1, 1);
      expect(Math.abs(tail - (1 - (1 - load) * Math.exp(load * time)))).toBeLessThan(1e-12);
    }
});

test("the mean wait is the area under the tail", () => {
  for (const [servers, load] of [
    [1, 0.7],
    [3, 0.9],
    [20, 0.95],
  ]) {
    const found = solveMDc({arrivalRate: load * servers, serviceTime: 1, servers});
    // Simpson's rule: the tail has corners at whole services only
    const steps = 64;
    let area = 0;
    for (let k = 0; k < 40; k++)
      for (let i = 0; i <= steps; i++) {
        const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
        // just before a whole service, not at it: the tail is continuous there
        area += (weight * found.waitBeyond!(k + i / steps).value) / (3 * steps);
      }
    expectClose(area, found.waitTime!.value, 1e-7);
  }
});

test("the two ways to the line's law, sums and the transform, meet where one takes over from the other", () => {
  // the sums are taken up to 400,000 terms: these loads lie on either side
  const near = [0.9, 0.91, 0.92, 0.93, 0.94, 0.95, 0.96].map((load) => meanWaitTime(load, 1, 1) - load / (2 * (1 - load)));
  for (const difference of near) expect(Math.abs(difference)).toBeLessThan(1e-12);
});

test("very heavy traffic, by roots, continues what the transform says", () => {
  // (1 - ρ) Wq is nearly a parabola in ρ: three points below 0.9995 foretell the next
  for (const servers of [2, 10, 100]) {
    const scaled = (load: number) => (1 - load) * meanWaitTime(load * servers, 1, servers);
    const [first, second, third] = [0.99899, 0.99919, 0.99939].map(scaled);
    expectClose(scaled(0.99959), 3 * third - 3 * second + first, 1e-7);
  }
});

test("constant service waits more than half of M/M/c, and less than all of it", () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 60}), fc.double({min: 0.3, max: 0.99, noNaN: true}), (servers, load) => {
      const queue = {arrivalRate: load * servers, serviceTime: 1, servers};
      const ratio = meanWaitTime(queue.arrivalRate, 1, servers) / exponentialWait(queue);
      expect(ratio).toBeGreaterThan(0.5 - 1e-9);
      expect(ratio).toBeLessThan(1);
    }),
    {numRuns: 40},
  );
});

test("tails fall from the share that waits, and percentiles undo them", () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 30}), fc.double({min: 0.3, max: 0.98, noNaN: true}), (servers, load) => {
      const found = solveMDc({arrivalRate: load * servers, serviceTime: 1, servers});
      let last = found.waiting!.value;
      expect(last).toBeLessThan(1);
      for (let time = 0.1; time < 3; time += 0.1) {
        const tail = found.waitBeyond!(time).value;
        expect(tail).toBeLessThanOrEqual(last + 1e-13);
        last = tail;
      }
      const wait = found.waitPercentile!(0.99).value;
      if (wait > 0) expect(Math.abs(found.waitBeyond!(wait).value - 0.01)).toBeLessThan(1e-10);
    }),
    {numRuns: 40},
  );
});

test("in light traffic who waits finds c arrivals in the last service: P(wait) is (λD)^c/c! and W is 1/(c + 1) of D for them", () => {
  for (const servers of [1, 3, 6]) {
    let busy = 1;
    for (let k = 1; k <= servers; k++) busy *= 1e-6 / k;
    const found = solveMDc({arrivalRate: 1e-6, serviceTime: 1, servers});
    expectClose(found.waiting!.value, busy, 1e-5);
    expectClose(found.waitTime!.value, busy / (servers + 1), 1e-5);
  }
});

test("ten thousand servers: light loads wait nearly nothing, to the digit, and heavy ones finitely", () => {
  const light = solveMDc({arrivalRate: 9000, serviceTime: 1, servers: 10_000});
  expect(light.waitTime!.value).toBeGreaterThan(0);
  expect(light.waitTime!.value).toBeLessThan(1e-27);
  expect(solveMDc({arrivalRate: 5000, serviceTime: 1, servers: 10_000}).waitTime!.value).toBe(0);
  // more servers at the same spare ones: nearer to M/M/c's share that waits, never beyond all
  const heavy = solveMDc({arrivalRate: 9900, serviceTime: 1, servers: 10_000});
  expect(heavy.waiting!.value).toBeLessThan(probabilityOfWaiting(9900, 10_000));
  expect(heavy.waiting!.value).toBeGreaterThan(0.1);
  expect(meanWaitTime(99_999, 1, 100_000)).toBeGreaterThan(0.4);
  expect(meanWaitTime(99_999, 1, 100_000)).toBeLessThan(0.51);
});

test("above an occupancy of 0.9995 only the mean is told", () => {
  const found = solveMDc({arrivalRate: 0.9999, serviceTime: 1, servers: 1});
  expectClose(found.waitTime!.value, 0.9999 / 0.0002, 1e-11);
  expect(found.waitBeyond).toBeUndefined();
  expect(probabilityOfWaitingBeyond(1, 0.9999, 1, 1)).toBeNaN();
});

test("overload is an answer", () => {
  const found = solveMDc({arrivalRate: 3, serviceTime: 1, servers: 3});
  expect(found.waitTime!.value).toBe(Infinity);
  expect(found.servedWithin!(100).value).toBe(0);
  expect(probabilityOfWaitingBeyond(5, 4, 1, 3)).toBe(1);
});

test("garbage is refused by name", () => {
  expect(() => meanWaitTime(1, 1, 2.5)).toThrow("servers must be a whole number of 1 or more, got 2.5");
  expect(() => meanWaitTime(1, -1, 2)).toThrow("serviceTime must be more than 0 and finite, got -1");
  expect(() => meanWaitTime(NaN, 1, 2)).toThrow("arrivalRate must be more than 0 and finite, got NaN");
  expect(() => probabilityOfWaitingBeyond(-1, 1, 1, 2)).toThrow("time must be 0 or more and finite, got -1");
  expect(() => solveMDc({arrivalRate: 1, serviceTime: 1, servers: 2}).waitPercentile!(2)).toThrow("share must lie between 0 and 1, got 2");
});
