/** Facts about traffic in bursts, and about groups. */
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {solveGroupArrivals, solveGroupService} from "../../src/theory/bulk.ts";
import {blockingProbability} from "../../src/theory/erlang-b.ts";
import {solveErlangC} from "../../src/theory/erlang-c.ts";
import {haywardBlocking, overflow} from "../../src/theory/overflow.ts";
import {expectNear} from "./closeness.ts";

describe("overflow", () => {
  test("no servers pass the load on as it is: Poisson", () => {
    const {mean, variance, peakedness} = overflow(7, 0);
    expect(mean.value).toBe(7);
    expect(peakedness.value).toBe(1);
    expect(variance.value).toBe(7);
  });

  test("what overflows comes in bursts: its peakedness is above 1, and at most the root of the load and a little", () => {
    fc.assert(
      fc.property(fc.double({min: 0.1, max: 1e4, noNaN: true}), fc.integer({min: 1, max: 10_000}), (load, servers) => {
        const {mean, peakedness} = overflow(load, servers);
        expect(mean.value).toBeGreaterThanOrEqual(Math.max(0, load - servers) * (1 - 1e-12));
        expect(peakedness.value).toBeGreaterThanOrEqual(1);
        expect(peakedness.value).toBeLessThan(1.5 + Math.sqrt(load));
      }),
    );
  });

  test("Hayward is 5 to 20 % too low where much overflows, several times where little does, as its validity says", () => {
    // Two groups in a row refuse together what one of both would.
    const error = (load: number, first: number, second: number) => {
      const {mean, peakedness} = overflow(load, first);
      const exact = blockingProbability(load, first + second) / blockingProbability(load, first);
      return haywardBlocking(mean.value, peakedness.value, second).value / exact - 1;
    };
    for (const [load, first, second] of [
      [20, 15, 10],
      [50, 45, 15],
      [100, 90, 20],
    ]) {
      expect(error(load, first, second)).toBeGreaterThan(-0.2);
      expect(error(load, first, second)).toBeLessThan(-0.03);
    }
    expectNear(error(8, 10, 8), -0.794, 1e-2);
  });

  test("with peakedness 1 Hayward is Erlang B", () => {
    expect(haywardBlocking(8, 1, 10).value).toBe(blockingProbability(8, 10));
  });

  test("garbage is refused by name and value", () => {
    expect(() => overflow(0, 3)).toThrow(new RangeError("offeredLoad must be more than 0 and finite, got 0"));
    expect(() => overflow(1, -1)).toThrow("servers must be a whole number of 0 or more, got -1");
    expect(() => haywardBlocking(1, 0, 2)).toThrow("peakedness must be more than 0 and finite, got 0");
  });
});

describe("groups that arrive together", () => {
  test("groups of one are M/M/1", () => {
    const group = solveGroupArrivals({groupRate: 0.8, groupMean: 1, serviceTime: 1});
    const one = solveErlangC({arrivalRate: 0.8, serviceTime: 1, servers: 1});
    for (const measure of ["waitTime", "waiting", "queueLength", "numberInSystem", "sojournTime", "occupancy"] as const) {
      expectNear(group[measure]!.value, one[measure]!.value, 1e-14);
    }
  });

  test("geometric groups: as many again in the system as the group's mean says, L = ρ/(1 - ρ) E[X]", () => {
    // E[X²]/E[X] = 2 E[X] - 1 for a geometric group.
    const mean = 4;
    const {numberInSystem} = solveGroupArrivals({groupRate: 0.7 / mean, groupMean: mean, groupVariance: mean * (mean - 1), serviceTime: 1});
    expectNear(numberInSystem!.value, (0.7 / 0.3) * mean, 1e-14);
  });

  test("even an idle place makes members of a group wait for one another", () => {
    const {waitTime, waiting} = solveGroupArrivals({groupRate: 1e-12, groupMean: 5, serviceTime: 1});
    expectNear(waitTime!.value, 2, 1e-10);
    expectNear(waiting!.value, 0.8, 1e-10);
  });

  test("overload is an answer, and Little holds below it", () => {
    expect(solveGroupArrivals({groupRate: 0.5, groupMean: 2, serviceTime: 1}).waitTime!.value).toBe(Infinity);
    const {queueLength, waitTime} = solveGroupArrivals({groupRate: 0.3, groupMean: 2, serviceTime: 1});
    expectNear(queueLength!.value, 0.6 * waitTime!.value);
  });
});

describe("groups that are served together", () => {
  test("one at a time is M/M/1, at every time", () => {
    const group = solveGroupService({arrivalRate: 0.8, serviceTime: 1, together: 1});
    const one = solveErlangC({arrivalRate: 0.8, serviceTime: 1, servers: 1});
    for (const measure of ["waitTime", "waitVariance", "waiting", "queueLength", "numberInSystem", "sojournTime", "occupancy"] as const) {
      expectNear(group[measure]!.value, one[measure]!.value, 1e-13);
    }
    expectNear(group.waitBeyond!(2).value, one.waitBeyond!(2).value, 1e-13);
    expectNear(group.waitPercentile!(0.9).value, one.waitPercentile!(0.9).value, 1e-12);
  });

  test("the line is as long as Little says, the tail of the wait adds up to its mean, and more together wait less", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 30}), fc.double({min: 0.05, max: 0.97, noNaN: true}), (together, occupancy) => {
        const arrivalRate = occupancy * together;
        const {queueLength, numberInSystem, sojournTime, waitTime, waiting, waitOfWaiting} = solveGroupService({
          arrivalRate,
          serviceTime: 1,
          together,
        });
        expectNear(queueLength!.value, arrivalRate * waitTime!.value, 1e-11);
        expectNear(numberInSystem!.value, arrivalRate * sojournTime!.value, 1e-11);
        expectNear(waitTime!.value, waiting!.value / (1 - waiting!.value), 1e-10);
        expectNear(waitOfWaiting!.value, 1 / (1 - waiting!.value), 1e-10);
        expect(solveGroupService({arrivalRate, serviceTime: 1, together: together + 1}).waitTime!.value).toBeLessThan(waitTime!.value);
      }),
    );
  });

  test("overload: the line grows for ever while the server is always full", () => {
    const {waitTime, throughput, servedWithin, waitPercentile} = solveGroupService({arrivalRate: 3, serviceTime: 1, together: 3});
    expect(waitTime!.value).toBe(Infinity);
    expect(throughput!.value).toBe(3);
    expect(servedWithin!(100).value).toBe(0);
    expect(waitPercentile!(0.5).value).toBe(Infinity);
  });
});

test("garbage about groups is refused by name and value", () => {
  expect(() => solveGroupArrivals({groupRate: 1, groupMean: 0.5, serviceTime: 1})).toThrow(
    new RangeError("groupMean must be 1 or more and finite, got 0.5"),
  );
  expect(() => solveGroupArrivals({groupRate: 1, groupMean: 2, groupVariance: -1, serviceTime: 1})).toThrow(
    "groupVariance must be 0 or more and finite, got -1",
  );
  expect(() => solveGroupService({arrivalRate: 1, serviceTime: 1, together: 0})).toThrow(
    "together must be a whole number of 1 or more, got 0",
  );
});
