/** Facts about one line of patient customers. */
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  fractionalProbabilityOfWaiting,
  meanWaitTime,
  probabilityOfWaiting,
  solveErlangC,
  solveFractionalErlangC,
} from "../../src/theory/erlang-c.ts";
import {expectNear} from "./closeness.ts";

const stable = fc
  .tuple(fc.integer({min: 1, max: 300}), fc.double({min: 0.01, max: 0.999, noNaN: true}), fc.double({min: 1, max: 1000, noNaN: true}))
  .map(([servers, occupancy, serviceTime]) => ({servers, serviceTime, arrivalRate: (servers * occupancy) / serviceTime}));

test("two erlangs on three servers: four customers in nine wait", () => {
  expectNear(probabilityOfWaiting(2, 3), 4 / 9, 1e-15);
});

test("one server busy nine tenths of the time: waits of nine services", () => {
  expectNear(meanWaitTime(0.9, 1, 1), 9, 1e-14);
});

test("pooling two equal teams shortens the mean wait", () => {
  expect(meanWaitTime(16, 20, 180)).toBeLessThan(meanWaitTime(8, 10, 180));
});

test("with one server, whoever finds it busy waits", () => {
  fc.assert(
    fc.property(fc.double({min: 0, max: 0.999, noNaN: true}), (load) => {
      expectNear(probabilityOfWaiting(load, 1), load, 1e-14);
    }),
  );
});

test("the line is as long as Little says, and the variance is that of the mixture", () => {
  fc.assert(
    fc.property(stable, (queue) => {
      const {waitTime, queueLength, numberInSystem, sojournTime, waiting, waitOfWaiting, waitVariance, occupancy, throughput} =
        solveErlangC(queue);
      expectNear(queueLength!.value, queue.arrivalRate * waitTime!.value);
      expectNear(numberInSystem!.value, queue.arrivalRate * sojournTime!.value);
      expectNear(waitTime!.value, waiting!.value * waitOfWaiting!.value);
      expectNear(waitVariance!.value + waitTime!.value ** 2, 2 * waiting!.value * waitOfWaiting!.value ** 2, 1e-11);
      expectNear(occupancy!.value * queue.servers, throughput!.value * queue.serviceTime);
    }),
  );
});

test("halving every time halves every wait, to the last bit", () => {
  fc.assert(
    fc.property(stable, (queue) => {
      const twice = solveErlangC(queue);
      if (twice.waitTime!.value < 1e-290) return; // the smallest doubles have fewer digits
      const once = solveErlangC({servers: queue.servers, arrivalRate: 2 * queue.arrivalRate, serviceTime: queue.serviceTime / 2});
      expect(2 * once.waitTime!.value).toBe(twice.waitTime!.value);
      expect(2 * once.waitPercentile!(0.99).value).toBe(twice.waitPercentile!(0.99).value);
    }),
  );
});

test("one more server never lengthens the wait, one more customer always does", () => {
  fc.assert(
    fc.property(stable, (queue) => {
      const wait = solveErlangC(queue).waitTime!.value;
      if (wait < 1e-290) return;
      expect(solveErlangC({...queue, servers: queue.servers + 1}).waitTime!.value).toBeLessThan(wait);
      expect(solveErlangC({...queue, arrivalRate: queue.arrivalRate * 1.0001}).waitTime!.value).toBeGreaterThan(wait);
    }),
  );
});

test("a percentile is where so many are done with waiting", () => {
  fc.assert(
    fc.property(stable, fc.double({min: 0.01, max: 0.9999, noNaN: true}), (queue, share) => {
      const {waitPercentile, waitBeyond, waiting, servedWithin} = solveErlangC(queue);
      const time = waitPercentile!(share).value;
      if (waiting!.value <= 1 - share) expect(time).toBe(0);
      else expectNear(waitBeyond!(time).value, 1 - share, 1e-11);
      expectNear(servedWithin!(time).value, 1 - waitBeyond!(time).value, 1e-14);
    }),
  );
});

test("nobody is sure to be served by any time, everybody in the end", () => {
  const {waitPercentile, servedWithin, waitBeyond} = solveErlangC({arrivalRate: 2, serviceTime: 1, servers: 3});
  expect(waitPercentile!(1).value).toBe(Infinity);
  expect(waitPercentile!(0).value).toBe(0);
  expect(servedWithin!(Infinity).value).toBe(1);
  expect(waitBeyond!(Infinity).value).toBe(0);
});

describe("overload is an answer", () => {
  test.each([
    [3, 3],
    [3.5, 3],
    [1e5, 1],
  ])("%d erlangs on %i servers: waits without end, nobody served in time", (load, servers) => {
    const queue = {arrivalRate: load, serviceTime: 1, servers};
    const longRun = solveErlangC(queue);
    expect(probabilityOfWaiting(load, servers)).toBe(1);
    expect(meanWaitTime(load, servers, 1)).toBe(Infinity);
    for (const infinite of ["waitTime", "waitVariance", "waitOfWaiting", "sojournTime", "queueLength", "numberInSystem"] as const) {
      expect(longRun[infinite]!.value).toBe(Infinity);
    }
    expect(longRun.occupancy!.value).toBe(1);
    expect(longRun.waiting!.value).toBe(1);
    expect(longRun.throughput!.value).toBe(servers);
    expect(longRun.servedWithin!(1e9).value).toBe(0);
    expect(longRun.waitBeyond!(1e9).value).toBe(1);
    expect(longRun.waitPercentile!(0.01).value).toBe(Infinity);
  });

  test("the last erlang before it is still finite", () => {
    const wait = solveErlangC({arrivalRate: 10_000 * (1 - 1e-9), serviceTime: 1, servers: 10_000}).waitTime!.value;
    expect(wait).toBeGreaterThan(9e4);
    expect(wait).toBeLessThan(1e5);
  });
});

describe("many servers", () => {
  test("ten thousand at 9900 erlangs: a share that waits as the limit says, to a percent", () => {
    // β = 1.005: 1 / (1 + β Φ(β) / φ(β)) = 0.2215.
    expect(Math.abs(probabilityOfWaiting(9900, 10_000) - 0.2215)).toBeLessThan(0.003);
  });

  test("a hundred thousand servers answer with a number between 0 and 1", () => {
    for (const load of [1, 5e4, 99_999, 99_999.999_999]) {
      const share = probabilityOfWaiting(load, 100_000);
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
    expect(probabilityOfWaiting(99_999, 100_000)).toBeGreaterThan(0.99);
  });
});

describe("fractions of a server", () => {
  test("at whole numbers they are Erlang C, exact; between them approximate, and so named", () => {
    const queue = {arrivalRate: 10, serviceTime: 1, servers: 12};
    expect(solveFractionalErlangC(queue).waitTime).toEqual(solveErlangC(queue).waitTime);
    expect(solveFractionalErlangC({...queue, servers: 12.5}).waitTime!.kind).toBe("approximate");
  });

  test("the wait falls all the way from one whole number to the next", () => {
    let last = Infinity;
    for (let servers = 10.05; servers < 13; servers += 0.05) {
      const wait = solveFractionalErlangC({arrivalRate: 10, serviceTime: 1, servers}).waitTime!.value;
      expect(wait).toBeLessThan(last);
      last = wait;
    }
  });

  test("below one server there is an answer, too", () => {
    expectNear(fractionalProbabilityOfWaiting(0.5, 1), 0.5);
    expect(fractionalProbabilityOfWaiting(0.5, 0.6)).toBeGreaterThan(0.5);
    expect(fractionalProbabilityOfWaiting(0.5, 0.5)).toBe(1);
  });
});

test("garbage is refused by name and value", () => {
  expect(() => solveErlangC({arrivalRate: 1, serviceTime: 1, servers: 2.5})).toThrow(
    new RangeError("servers must be a whole number of 1 or more, got 2.5"),
  );
  expect(() => solveErlangC({arrivalRate: 0, serviceTime: 1, servers: 2})).toThrow("arrivalRate must be more than 0 and finite, got 0");
  expect(() => solveErlangC({arrivalRate: 1, serviceTime: Number.NaN, servers: 2})).toThrow(
    "serviceTime must be more than 0 and finite, got NaN",
  );
  expect(() => solveFractionalErlangC({arrivalRate: 1, serviceTime: 1, servers: 0})).toThrow(
    "servers must be more than 0 and finite, got 0",
  );
  expect(() => solveErlangC({arrivalRate: 1, serviceTime: 1, servers: 2}).waitBeyond!(-1)).toThrow("time must be 0 or more, got -1");
  expect(() => solveErlangC({arrivalRate: 1, serviceTime: 1, servers: 2}).waitPercentile!(95)).toThrow(
    "share must lie between 0 and 1, got 95",
  );
  expect(() => meanWaitTime(1, 2, 0)).toThrow("serviceTime must be more than 0 and finite, got 0");
  expect(() => probabilityOfWaiting(Infinity, 2)).toThrow("offeredLoad must be 0 or more and finite, got Infinity");
});
