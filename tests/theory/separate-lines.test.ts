/** Facts about one line and several. */
import fc from "fast-check";
import {expect, test} from "vitest";
import {solveErlangC} from "../../src/theory/erlang-c.ts";
import {breakEvenSpeedUp, meanWaitInDedicatedLines, poolTeams, solveRandomSplit} from "../../src/theory/separate-lines.ts";
import {expectNear} from "./closeness.ts";

const stable = fc
  .tuple(fc.integer({min: 1, max: 50}), fc.double({min: 0.01, max: 0.99, noNaN: true}))
  .map(([servers, occupancy]) => ({servers, serviceTime: 5, arrivalRate: (servers * occupancy) / 5}));

test("three cashiers, one customer in two minutes, five minutes each: 25 minutes in lines chosen at random, to the last bit", () => {
  expect(solveRandomSplit({arrivalRate: 0.5, serviceTime: 5, servers: 3}).waitTime!.value).toBe(25);
});

test("each line is an M/M/1 of its share of the arrivals; lengths add up", () => {
  fc.assert(
    fc.property(stable, (queue) => {
      const all = solveRandomSplit(queue);
      const one = solveErlangC({...queue, servers: 1, arrivalRate: queue.arrivalRate / queue.servers});
      for (const measure of ["waitTime", "waitVariance", "sojournTime", "waiting", "occupancy"] as const) {
        expectNear(all[measure]!.value, one[measure]!.value, 1e-12);
      }
      expectNear(all.waitPercentile!(0.999).value, one.waitPercentile!(0.999).value, 1e-12);
      expectNear(all.servedWithin!(3).value, one.servedWithin!(3).value, 1e-12);
      expectNear(all.numberInSystem!.value, queue.servers * one.numberInSystem!.value, 1e-12);
      expectNear(all.throughput!.value, queue.arrivalRate, 1e-14);
    }),
  );
});

test("one line waits less than lines chosen at random, and the wait of one team falls as teams are joined", () => {
  fc.assert(
    fc.property(stable, fc.integer({min: 2, max: 8}), (queue, teams) => {
      if (queue.servers > 1) expect(solveErlangC(queue).waitTime!.value).toBeLessThan(solveRandomSplit(queue).waitTime!.value);
      const {separate, pooled} = poolTeams(queue, teams);
      if (separate.waitTime!.value > 1e-290) expect(pooled.waitTime!.value).toBeLessThan(separate.waitTime!.value);
      expectNear(pooled.occupancy!.value, separate.occupancy!.value, 1e-13);
    }),
  );
});

test("people faster by the break-even are as long in lines of their own as in one", () => {
  fc.assert(
    fc.property(stable, (queue) => {
      const speedUp = breakEvenSpeedUp(queue).value;
      const own = solveRandomSplit({...queue, serviceTime: queue.serviceTime / (1 + speedUp)});
      expectNear(own.sojournTime!.value, solveErlangC(queue).sojournTime!.value, 1e-11);
      if (queue.servers === 1) expect(speedUp).toBeLessThan(1e-12);
    }),
  );
});

test("overload: own lines have no end, and no speed-up equals an endless stay", () => {
  const queue = {arrivalRate: 3, serviceTime: 1, servers: 3};
  expect(solveRandomSplit(queue).waitTime!.value).toBe(Infinity);
  expect(solveRandomSplit(queue).servedWithin!(10).value).toBe(0);
  expect(solveRandomSplit(queue).throughput!.value).toBe(3);
  expect(breakEvenSpeedUp(queue).value).toBeNaN();
  expect(
    meanWaitInDedicatedLines([
      {arrivalRate: 1, serviceTime: 1},
      {arrivalRate: 0.1, serviceTime: 1},
    ]).value,
  ).toBe(Infinity);
});

test("garbage is refused by name and value", () => {
  expect(() => solveRandomSplit({arrivalRate: 1, serviceTime: 1, servers: 1.5})).toThrow(
    new RangeError("servers must be a whole number of 1 or more, got 1.5"),
  );
  expect(() => poolTeams({arrivalRate: 1, serviceTime: 1, servers: 2}, 0)).toThrow("teams must be a whole number of 1 or more, got 0");
  expect(() => meanWaitInDedicatedLines([])).toThrow("classes must be a whole number of 1 or more, got 0");
  expect(() => meanWaitInDedicatedLines([{arrivalRate: -1, serviceTime: 1}])).toThrow("arrivalRate must be more than 0 and finite, got -1");
});
