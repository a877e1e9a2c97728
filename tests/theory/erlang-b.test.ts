/** Facts about the loss system. Values of 20 digits are from the recursion and the integral in 40-digit arithmetic. */
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  blockingProbability,
  blockingSlope,
  fractionalBlockingProbability,
  fractionalServersForBlocking,
  loadForBlocking,
  serversForBlocking,
  solveErlangB,
} from "../../src/theory/erlang-b.ts";
import {expectNear} from "./closeness.ts";

describe("whole servers", () => {
  test("one erlang on one server: every second call is lost", () => {
    expect(blockingProbability(1, 1)).toBe(1 / 2);
  });

  test.each([
    [10_000, 10_000, 0.0079365632488056718823],
    [9000, 10_000, 2.0916197944192896143e-26],
    [100_000, 100_000, 0.0025188934235469064348],
    [1e-5, 3, 1.6666500000833330556e-16],
    [1e-6, 20, 4.1103135129965967044e-139],
  ])("%d erlangs on %i servers: to the last digits", (load, servers, truth) => {
    expectNear(blockingProbability(load, servers), truth, 1e-14);
  });

  test("no server loses everybody, no load loses nobody", () => {
    expect(blockingProbability(3, 0)).toBe(1);
    expect(blockingProbability(0, 0)).toBe(1);
    expect(blockingProbability(0, 2)).toBe(0);
  });

  test("one more server always loses fewer, one more erlang more", () => {
    fc.assert(
      fc.property(fc.double({min: 0.01, max: 500, noNaN: true}), fc.integer({min: 1, max: 500}), (load, servers) => {
        const blocking = blockingProbability(load, servers);
        if (blocking < 1e-290) return;
        expect(blockingProbability(load, servers + 1)).toBeLessThan(blocking);
        expect(blockingProbability(load * 1.01, servers)).toBeGreaterThan(blocking);
      }),
    );
  });

  test("many servers under little load never underflow into something wrong, and overload loses what is beyond the servers", () => {
    expect(blockingProbability(1, 10_000)).toBe(0);
    expectNear(blockingProbability(1e5, 10), 1 - 10 / 1e5, 2e-8);
    expect(blockingProbability(1e300, 5)).toBe(1);
  });
});

describe("fractions of a server", () => {
  test.each([
    ["0.001", 0.5, 0.035647665165532146612],
    ["1.999", 0.25, 0.91125108058138021244],
    ["2", 0.75, 0.74435201582698715319],
    ["2.5", 0.9, 0.74110231262896776285],
    ["1e5", 0.5, 0.99999500004999925002],
    ["10000", 9999.5, 0.0079682824500384366546],
    ["110", 120.7, 0.025576934579905397334],
    ["50", 0.001, 0.99998038489720698504],
  ])("%s erlangs on %d servers: the integral's value", (load, servers, truth) => {
    expectNear(fractionalBlockingProbability(Number(load), servers), truth, 1e-14);
  });

  test("at whole numbers they are Erlang B, and continuous there", () => {
    fc.assert(
      fc.property(fc.double({min: 0.05, max: 200, noNaN: true}), fc.integer({min: 1, max: 200}), (load, servers) => {
        const whole = blockingProbability(load, servers);
        expect(fractionalBlockingProbability(load, servers)).toBe(whole);
        if (whole < 1e-200) return;
        const slope = Math.abs(Math.log(blockingProbability(load, servers - 1) / whole)) + 1;
        expectNear(fractionalBlockingProbability(load, servers - 1e-9), whole, 3e-9 * slope);
        expectNear(fractionalBlockingProbability(load, servers + 1e-9), whole, 3e-9 * slope);
      }),
    );
  });

  test("a little more of a server always loses fewer", () => {
    fc.assert(
      fc.property(
        fc.double({min: 0.05, max: 100, noNaN: true}),
        fc.double({min: 0, max: 100, noNaN: true}),
        fc.double({min: 0.001, max: 2, noNaN: true}),
        (load, servers, more) => {
          expect(fractionalBlockingProbability(load, servers + more)).toBeLessThan(fractionalBlockingProbability(load, servers));
        },
      ),
    );
  });

  test("the two ways to the first fraction agree where one takes over from the other, at 2 erlangs", () => {
    for (const servers of [0.1, 0.5, 0.9]) {
      expectNear(fractionalBlockingProbability(2 - 1e-13, servers), fractionalBlockingProbability(2, servers), 2e-13);
    }
  });
});

describe("inverses", () => {
  test("the load for a blocking has that blocking", () => {
    fc.assert(
      fc.property(fc.double({min: 1e-9, max: 0.999, noNaN: true}), fc.integer({min: 1, max: 1000}), (blocking, servers) => {
        expectNear(blockingProbability(loadForBlocking(blocking, servers), servers), blocking, 1e-11);
      }),
    );
  });

  test("ten servers at no blocking carry nothing", () => {
    expect(loadForBlocking(0, 10)).toBe(0);
  });

  test("the servers for a blocking keep it, one fewer do not", () => {
    fc.assert(
      fc.property(fc.double({min: 0.01, max: 300, noNaN: true}), fc.double({min: 1e-12, max: 0.9, noNaN: true}), (load, blocking) => {
        const servers = serversForBlocking(load, blocking);
        expect(blockingProbability(load, servers)).toBeLessThanOrEqual(blocking);
        expect(blockingProbability(load, servers - 1)).toBeGreaterThan(blocking);
        const fraction = fractionalServersForBlocking(load, blocking);
        expect(fraction).toBeLessThanOrEqual(servers);
        expect(fraction).toBeGreaterThanOrEqual(servers - 1);
        expectNear(fractionalBlockingProbability(load, fraction), blocking, 1e-11);
      }),
    );
  });

  test("a loss of everybody needs nobody", () => {
    expect(serversForBlocking(5, 1)).toBe(0);
    expect(fractionalServersForBlocking(5, 1)).toBe(0);
  });

  test("the slope is the limit of the difference quotient", () => {
    for (const [load, servers] of [
      [8, 10],
      [100, 90],
      [0.3, 1],
    ]) {
      const step = load * 1e-5;
      const quotient = (blockingProbability(load + step, servers) - blockingProbability(load - step, servers)) / (2 * step);
      expectNear(blockingSlope(load, servers), quotient, 1e-8);
    }
    expect(blockingSlope(0, 1)).toBe(1);
    expect(blockingSlope(0, 2)).toBe(0);
    expect(blockingSlope(4, 0)).toBe(0);
  });
});

describe("the loss system in the long run", () => {
  test("what is carried and what is lost is what was offered", () => {
    const {blocked, throughput, numberInSystem, occupancy} = solveErlangB({arrivalRate: 8, serviceTime: 0.5, servers: 3});
    expectNear(throughput!.value + 8 * blocked!.value, 8);
    expectNear(numberInSystem!.value, throughput!.value * 0.5);
    expectNear(occupancy!.value, numberInSystem!.value / 3);
  });

  test("a thousandfold overload keeps the servers busy but for a thousandth of a thousandth, to the digit", () => {
    const {occupancy} = solveErlangB({arrivalRate: 1e6, serviceTime: 1, servers: 1});
    expectNear(1 - occupancy!.value, 1 / (1e6 + 1), 1e-9);
  });
});

describe("garbage", () => {
  test("is refused by name and value", () => {
    expect(() => blockingProbability(1, 2.5)).toThrow(new RangeError("servers must be a whole number of 0 or more, got 2.5"));
    expect(() => blockingProbability(-1, 2)).toThrow("offeredLoad must be 0 or more and finite, got -1");
    expect(() => blockingProbability(Number.NaN, 2)).toThrow("offeredLoad must be 0 or more and finite, got NaN");
    expect(() => fractionalBlockingProbability(1, -0.5)).toThrow("servers must be 0 or more and finite, got -0.5");
    expect(() => loadForBlocking(1, 3)).toThrow("blocking must be at least 0 and less than 1, got 1");
    expect(() => loadForBlocking(0.1, 0)).toThrow("servers must be a whole number of 1 or more, got 0");
    expect(() => serversForBlocking(1, 0)).toThrow("blocking must be more than 0 and at most 1, got 0");
    expect(() => fractionalServersForBlocking(0, 0.1)).toThrow("offeredLoad must be more than 0 and finite, got 0");
    expect(() => solveErlangB({arrivalRate: 1, serviceTime: 1, servers: 0})).toThrow("servers must be a whole number of 1 or more, got 0");
  });
});
