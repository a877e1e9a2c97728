import {expect, test} from "vitest";
import {exponentialWait} from "../../src/theory/erlang-c.ts";
import {solveInTurn} from "../../src/theory/parallel-lines.ts";
import {solveShortestLine} from "../../src/theory/shortest-line.ts";
import {expectClose} from "./queues.ts";

test("one line is M/M/1, tail included", () => {
  const found = solveShortestLine({arrivalRate: 0.8, serviceTime: 1, servers: 1});
  expectClose(found.waitTime!.value, 4, 1e-12);
  expectClose(found.waitBeyond!(3).value, 0.8 * Math.exp(-0.6), 1e-11);
  expectClose(found.waitPercentile!(0.9).value, Math.log(8) / 0.2, 1e-11);
});

test("the shortest line waits longer than one line for all and less than lines in turn", () => {
  for (const servers of [2, 3, 4])
    for (const load of [0.1, 0.5, 0.9]) {
      const queue = {arrivalRate: load * servers, serviceTime: 1, servers};
      const wait = solveShortestLine(queue).waitTime!.value;
      expect(wait).toBeGreaterThan(exponentialWait(queue));
      expect(wait).toBeLessThan(solveInTurn(queue).waitTime!.value);
    }
});

test("in heavy traffic the shortest line waits as one line does", () => {
  const queue = {arrivalRate: 1.998, serviceTime: 1, servers: 2};
  expectClose(solveShortestLine(queue).waitTime!.value, exponentialWait(queue), 0.002);
});

test("in light traffic with two lines a newcomer waits a whole service where one line would wait half of one", () => {
  // both servers are busy a²/2 of the time
  const queue = {arrivalRate: 1e-4, serviceTime: 1, servers: 2};
  expectClose(solveShortestLine(queue).waitTime!.value, 1e-8 / 2, 2e-4);
  expectClose(exponentialWait(queue), 1e-8 / 4, 2e-4);
});

test("the mean wait is the area under the tail", () => {
  const found = solveShortestLine({arrivalRate: 2.1, serviceTime: 1, servers: 3});
  const step = 0.05;
  let area = 0;
  for (let i = 0; i <= 1200; i++) {
    const weight = i === 0 || i === 1200 ? 1 : i % 2 === 1 ? 4 : 2;
    area += (weight * step * found.waitBeyond!(i * step).value) / 3;
  }
  expectClose(area, found.waitTime!.value, 1e-6);
});

test("twice the pace halves the wait; overload waits without end; five lines are refused", () => {
  const slow = solveShortestLine({arrivalRate: 1.5, serviceTime: 1, servers: 2});
  const fast = solveShortestLine({arrivalRate: 3, serviceTime: 0.5, servers: 2});
  expect(fast.waitTime!.value).toBe(slow.waitTime!.value / 2);
  const over = solveShortestLine({arrivalRate: 2, serviceTime: 1, servers: 2});
  expect(over.waitTime!.value).toBe(Infinity);
  expect(over.servedWithin!(10).value).toBe(0);
  expect(() => solveShortestLine({arrivalRate: 1, serviceTime: 1, servers: 5})).toThrow(
    "servers must be at most 4 where newcomers join the shortest line, got 5",
  );
  expect(() => solveShortestLine({arrivalRate: 0, serviceTime: 1, servers: 2})).toThrow(
    "arrivalRate must be more than 0 and finite, got 0",
  );
});
