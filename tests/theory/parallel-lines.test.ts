import {expect, test} from "vitest";
import {exponentialWait} from "../../src/theory/erlang-c.ts";
import {breakEvenSpeedUp, dedicatedWait, solveInTurn, solveMoving} from "../../src/theory/parallel-lines.ts";
import {expectClose, LOADS} from "./queues.ts";

test("two lines in turn are Erlang-2/M/1: σ = (λ/(λ + µ(1 - σ)))² is the share that waits", () => {
  const arrivalRate = 1.6;
  let low = 0;
  let high = 1 - 1e-9;
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if ((arrivalRate / (arrivalRate + 1 - middle)) ** 2 > middle) low = middle;
    else high = middle;
  }
  const found = solveInTurn({arrivalRate, serviceTime: 1, servers: 2});
  expectClose(found.waitTime!.value, low / (1 - low), 1e-10);
  expectClose(found.waiting!.value, low, 1e-10);
  expectClose(found.waitBeyond!(2).value, low * Math.exp(-2 * (1 - low)), 1e-10);
});

test("in turn beats at random, and people who change lines beat both: theirs is the wait of one line", () => {
  for (const servers of [2, 3, 10])
    for (const load of LOADS) {
      const queue = {arrivalRate: load * servers, serviceTime: 1, servers};
      const random = exponentialWait({arrivalRate: load, serviceTime: 1, servers: 1});
      const inTurn = solveInTurn(queue).waitTime!.value;
      const moving = solveMoving(queue).waitTime!.value;
      expect(inTurn).toBeLessThan(random);
      expect(moving).toBeLessThan(inTurn);
      expect(moving).toBe(exponentialWait(queue));
    }
});

test("people who change lines have no percentiles here: overtaking spreads their waits", () => {
  const found = solveMoving({arrivalRate: 1.6, serviceTime: 1, servers: 2});
  expect(found.waitPercentile).toBeUndefined();
  expectClose(found.waiting!.value, 1.28 / 1.8, 1e-12);
});

test("separate servers 16 % faster match one line of two at an occupancy of 0.8", () => {
  expectClose(breakEvenSpeedUp({arrivalRate: 1.6, serviceTime: 1, servers: 2}), 0.16, 1e-12);
  const queue = {arrivalRate: 8.5, serviceTime: 1, servers: 10};
  const faster = 1 / (1 + breakEvenSpeedUp(queue));
  const separate = exponentialWait({arrivalRate: 0.85, serviceTime: faster, servers: 1}) + faster;
  expectClose(separate, exponentialWait(queue) + 1, 1e-12);
  expect(breakEvenSpeedUp({arrivalRate: 0.5, serviceTime: 1, servers: 1})).toBeCloseTo(0, 15);
});

test("lines of their own: the mean is over customers, not over lines", () => {
  // waits of 1 and 1/3 service
  const lines = [
    {arrivalRate: 0.5, serviceTime: 1},
    {arrivalRate: 0.25, serviceTime: 1},
  ];
  expectClose(dedicatedWait(lines), (0.5 * 1 + 0.25 * (1 / 3)) / 0.75, 1e-12);
});

test("overload is an answer, garbage is refused by name", () => {
  const queue = {arrivalRate: 3, serviceTime: 1, servers: 3};
  expect(solveInTurn(queue).waitTime!.value).toBe(Infinity);
  expect(solveInTurn(queue).waitPercentile!(0.5).value).toBe(Infinity);
  expect(solveMoving(queue).waitTime!.value).toBe(Infinity);
  expect(breakEvenSpeedUp(queue)).toBe(Infinity);
  expect(dedicatedWait([{arrivalRate: 2, serviceTime: 1}])).toBe(Infinity);
  expect(() => solveInTurn({...queue, servers: -1})).toThrow("servers must be a whole number of 1 or more, got -1");
  expect(() => dedicatedWait([])).toThrow("lines must be 1 or more, got 0");
});
