import {expect, test} from "vitest";
import {numberPresentShare, sojournOfWork, solveProcessorSharing} from "../../src/theory/processor-sharing.ts";
import {expectClose, LOADS} from "./queues.ts";

test("sharing one server, twice the work stays twice as long", () => {
  for (const load of LOADS) {
    expectClose(sojournOfWork(load, 1, 3), 3 / (1 - load));
    expectClose(solveProcessorSharing({arrivalRate: load, serviceTime: 1, servers: 1}).sojournTime!.value, 1 / (1 - load));
  }
});

test("the shares of the number present sum to 1 and have Little's mean, from 1 to 1000 servers", () => {
  for (const [servers, load] of [
    [1, 0.5],
    [3, 0.3],
    [40, 0.9],
    [1000, 0.95],
  ]) {
    const queue = {arrivalRate: servers * load, serviceTime: 1, servers};
    let total = 0;
    let mean = 0;
    for (let n = 0; n < 3 * servers + 400; n++) {
      const share = numberPresentShare(queue, n);
      total += share;
      mean += n * share;
    }
    expectClose(total, 1, 1e-11);
    expectClose(mean, solveProcessorSharing(queue).numberInSystem!.value, 1e-10);
  }
});

test("ten thousand servers at half load: nearly Poisson, nobody is slowed down", () => {
  const queue = {arrivalRate: 5000, serviceTime: 1, servers: 10_000};
  expectClose(solveProcessorSharing(queue).sojournTime!.value, 1, 1e-15);
  expect(numberPresentShare(queue, 5000)).toBeCloseTo(1 / Math.sqrt(2 * Math.PI * 5000), 6);
});

test("overload is an answer, garbage is refused by name", () => {
  expect(sojournOfWork(2, 1, 1)).toBe(Infinity);
  expect(solveProcessorSharing({arrivalRate: 3, serviceTime: 1, servers: 2}).sojournTime!.value).toBe(Infinity);
  expect(numberPresentShare({arrivalRate: 3, serviceTime: 1, servers: 2}, 4)).toBe(0);
  expect(() => sojournOfWork(0.5, 1, -1)).toThrow("work must be 0 or more and finite, got -1");
  expect(() => numberPresentShare({arrivalRate: 1, serviceTime: 1, servers: 2}, 0.5)).toThrow(
    "people must be a whole number of 0 or more, got 0.5",
  );
});
