import {expect, test} from "vitest";
import {fluidLine} from "../../src/theory/fluid.ts";
import {constantRate} from "../../src/theory/rate-over-time.ts";
import {solveDay} from "../../src/theory/terminating-day.ts";

test("two hours of 20 too many leave a line of 40, gone an hour later", () => {
  const {queue, clearedAt, queueArea} = fluidLine(
    [
      {length: 2, arrivalRate: 120, capacity: 100},
      {length: Infinity, arrivalRate: 60, capacity: 100},
    ],
    0,
  );
  expect(queue).toEqual([40, 0]);
  expect([clearedAt, queueArea]).toEqual([3, 60]);
});

test("with impatience: what flows in is served, gives up, or is still there", () => {
  const {queue, abandoned} = fluidLine([{length: 2, arrivalRate: 120, capacity: 100}], 0.7);
  expect(120 * 2 - 100 * 2 - abandoned).toBeCloseTo(queue[0], 11);
});

test("a little impatience: the line's area is what gave up over its rate, to ten digits", () => {
  const {queue, queueArea} = fluidLine([{length: 2, arrivalRate: 120, capacity: 100}], 4e-4);
  expect((40 - queue[0]) / 4e-4 / queueArea).toBeCloseTo(1, 10);
});

test("hardly any impatience is next to none", () => {
  const pieces = [
    {length: 2, arrivalRate: 120, capacity: 100},
    {length: 9, arrivalRate: 60, capacity: 100},
  ];
  const [none, little] = [fluidLine(pieces, 0), fluidLine(pieces, 1e-9)];
  expect(little.queueArea).toBeCloseTo(none.queueArea, 5);
  expect(little.clearedAt).toBeCloseTo(none.clearedAt, 6);
});

test("a large overloaded place is nearly the fluid", () => {
  const day = solveDay({arrivalRate: constantRate(60), serviceTime: 1, staff: [{from: 0, servers: 30}], staffDrop: "finish"}, 0, 20);
  // The first second fills the servers; afterwards 30 too many a second.
  const {queueArea} = fluidLine(
    [
      {length: 20 - 0.69, arrivalRate: 60, capacity: 30},
      {length: Infinity, arrivalRate: 0, capacity: 30},
    ],
    0,
  );
  expect(day.total.queueArea / queueArea).toBeCloseTo(1, 1);
});

test("no overload, no line; an endless one, an endless line", () => {
  expect(fluidLine([{length: 5, arrivalRate: 99, capacity: 100}], 0)).toEqual({queue: [0], queueArea: 0, abandoned: 0, clearedAt: 0});
  const endless = fluidLine([{length: Infinity, arrivalRate: 101, capacity: 100}], 0);
  expect([endless.queue[0], endless.queueArea, endless.clearedAt]).toEqual([Infinity, Infinity, Infinity]);
});

test("arguments that make no sense are refused by name", () => {
  expect(() => fluidLine([{length: 0, arrivalRate: 1, capacity: 1}], 0)).toThrow(
    new RangeError("length must be more than 0 and finite, got 0"),
  );
  expect(() => fluidLine([], -1)).toThrow(new RangeError("abandonRate must be 0 or more and finite, got -1"));
});
