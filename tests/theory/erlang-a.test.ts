/**
 * Facts about customers of exponential patience. Values of 20 digits are sums over states in 40-digit arithmetic, a way of reckoning
 * that has nothing in common with the integrals of the code.
 */
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {solveErlangA, solveFractionalErlangA} from "../../src/theory/erlang-a.ts";
import {blockingProbability} from "../../src/theory/erlang-b.ts";
import {solveErlangC} from "../../src/theory/erlang-c.ts";
import {solveFiniteRoom} from "../../src/theory/finite-room.ts";
import {expectNear} from "./closeness.ts";

const queues = fc
  .tuple(
    fc.integer({min: 1, max: 100}),
    fc.double({min: 0.05, max: 3, noNaN: true}),
    fc.double({min: 0.02, max: 50, noNaN: true}),
    fc.double({min: 1, max: 300, noNaN: true}),
  )
  .map(([servers, occupancy, patience, serviceTime]) => ({
    servers,
    serviceTime,
    arrivalRate: (servers * occupancy) / serviceTime,
    patience: patience * serviceTime,
  }));

describe("sums over states agree with integrals", () => {
  test.each([
    [10_000, 10_000, 2, 0.58688707658944534715, 0.0033049266045767644031, 0.0066098532091535288061, 0.0066023845786935891454],
    [11_000, 10_000, 3, 1, 0.090909090909090909091, 0.27272727272727272727, 0.28588053969075235788],
    [9500, 10_000, 0.5, 1.8071774794103372396e-7, 6.387882940238964761e-10, 3.1939414701194823805e-10, 3.1831795172787445593e-10],
    [900, 1000, 1000, 0.00059261667261163112027, 5.9250412773589567013e-9, 5.9250412773589567013e-6, 5.9249820786312410436e-6],
    [0.1, 1, 1e-6, 0.090909099173545792645, 0.090909008264542073551, 9.0909008264542073551e-8, 9.9999797500312555123e-14],
    [300, 100, 100, 1, 0.66666666666666666667, 66.666666666666666667, 109.85622895014430239],
  ])("%d erlangs, %i servers, patience of %d services", (load, servers, patience, waiting, abandoned, wait, ofServed) => {
    const longRun = solveErlangA({arrivalRate: load, serviceTime: 1, servers, patience});
    expectNear(longRun.waiting!.value, waiting, 1e-12);
    expectNear(longRun.abandoned.value, abandoned, 1e-12);
    expectNear(longRun.waitTime.value, wait, 1e-12);
    expectNear(longRun.waitOfServed.value, ofServed, 1e-12);
  });

  test("a room so large that it never fills is no room at all, in every measure and at every time", () => {
    fc.assert(
      fc.property(queues, fc.double({min: 0, max: 5, noNaN: true}), (queue, services) => {
        const room = queue.servers + 60 + Math.ceil(8 * queue.arrivalRate * queue.patience);
        const states = solveFiniteRoom({...queue, room});
        const integrals = solveErlangA(queue);
        for (const measure of [
          "waiting",
          "abandoned",
          "waitTime",
          "waitOfServed",
          "waitVariance",
          "occupancy",
          "queueLength",
          "throughput",
        ] as const) {
          const truth = states[measure]!.value;
          expect(Math.abs(integrals[measure]!.value - truth), measure).toBeLessThanOrEqual(1e-11 * truth + 1e-300);
        }
        const time = services * queue.serviceTime;
        expect(Math.abs(integrals.waitBeyond(time).value - states.waitBeyond(time).value)).toBeLessThan(1e-11);
        expect(Math.abs(integrals.servedWithin(time).value - states.servedWithin(time).value)).toBeLessThan(1e-11);
      }),
      {numRuns: 60},
    );
  });
});

describe("limits and reductions", () => {
  test("endless patience is Erlang C, and long patience nearly so", () => {
    const queue = {arrivalRate: 9, serviceTime: 1, servers: 10};
    const patient = solveErlangC(queue);
    for (const patience of [Infinity, 1e13]) {
      const longRun = solveErlangA({...queue, patience});
      for (const measure of ["waitTime", "waitVariance", "waiting", "queueLength", "occupancy", "sojournTime"] as const) {
        expectNear(longRun[measure]!.value, patient[measure]!.value, 1e-10);
      }
      expectNear(longRun.waitPercentile(0.95).value, patient.waitPercentile!(0.95).value, 1e-10);
      expectNear(longRun.servedWithin(0.5).value, patient.servedWithin!(0.5).value, 1e-10);
    }
    expect(solveErlangA({...queue, patience: Infinity}).abandoned.value).toBe(0);
  });

  test("without patience to speak of it is Erlang B", () => {
    const longRun = solveErlangA({arrivalRate: 9, serviceTime: 1, servers: 10, patience: 1e-12});
    expectNear(longRun.abandoned.value, blockingProbability(9, 10), 1e-10);
  });

  test("patience as long as service: people there are Poisson, whatever the servers", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 60}), fc.double({min: 0.1, max: 80, noNaN: true}), (servers, load) => {
        const {numberInSystem, waiting} = solveErlangA({arrivalRate: load, serviceTime: 1, servers, patience: 1});
        expectNear(numberInSystem!.value, load, 1e-12);
        let below = 0;
        let term = Math.exp(-load);
        for (let n = 0; n < servers; n++) {
          below += term;
          term *= load / (n + 1);
        }
        expect(Math.abs(1 - below - waiting!.value)).toBeLessThan(1e-12);
      }),
    );
  });

  test("endless patience in overload: the line grows for ever, and that is the answer", () => {
    const longRun = solveErlangA({arrivalRate: 11, serviceTime: 1, servers: 10, patience: Infinity});
    expect(longRun.waitTime.value).toBe(Infinity);
    expect(longRun.servedWithin(1000).value).toBe(0);
    expect(longRun.waitPercentile(0.5).value).toBe(Infinity);
    expect(longRun.throughput!.value).toBe(10);
    expect(longRun.serviceLevel("answeredOfOffered", 60).value).toBe(0);
  });
});

describe("laws", () => {
  test("who comes is served or gives up; who gives up is the line over the patience; the line is as long as Little says", () => {
    fc.assert(
      fc.property(queues, (queue) => {
        const {abandoned, throughput, queueLength, waitTime, occupancy, waitOfServed, waitOfAbandoned} = solveErlangA(queue);
        expectNear(abandoned.value + throughput!.value / queue.arrivalRate, 1, 1e-12);
        expectNear(abandoned.value * queue.arrivalRate * queue.patience, queueLength!.value, 1e-11);
        expectNear(queueLength!.value, queue.arrivalRate * waitTime.value);
        expectNear(occupancy!.value * queue.servers, throughput!.value * queue.serviceTime);
        expect(occupancy!.value).toBeLessThanOrEqual(1);
        if (abandoned.value > 1e-6) {
          expectNear((1 - abandoned.value) * waitOfServed.value + abandoned.value * waitOfAbandoned.value, waitTime.value, 1e-9);
        }
      }),
    );
  });

  test("within any time people are served, gone, or still waiting", () => {
    fc.assert(
      fc.property(queues, fc.double({min: 0, max: 10, noNaN: true}), (queue, services) => {
        const {servedWithin, abandonedWithin, waitBeyond, offeredWaitBeyond} = solveErlangA(queue);
        const time = services * queue.serviceTime;
        expect(Math.abs(servedWithin(time).value + abandonedWithin(time).value + waitBeyond(time).value - 1)).toBeLessThan(1e-12);
        expectNear(waitBeyond(time).value, offeredWaitBeyond(time).value * Math.exp(-time / queue.patience), 1e-12);
      }),
    );
  });

  test("one more server: fewer give up, waits are shorter; more patience: fewer give up, waits are longer", () => {
    fc.assert(
      fc.property(queues, (queue) => {
        const now = solveErlangA(queue);
        if (now.abandoned.value < 1e-250) return;
        const more = solveErlangA({...queue, servers: queue.servers + 1});
        expect(more.abandoned.value).toBeLessThan(now.abandoned.value);
        expect(more.waitTime.value).toBeLessThan(now.waitTime.value);
        const patient = solveErlangA({...queue, patience: queue.patience * 1.01});
        // In deep overload as many give up as cannot be served, however long they hold out.
        expect(patient.abandoned.value).toBeLessThanOrEqual(now.abandoned.value * (1 + 1e-13));
        if (queue.arrivalRate * queue.serviceTime < queue.servers) expect(patient.abandoned.value).toBeLessThan(now.abandoned.value);
        expect(patient.waitTime.value).toBeGreaterThan(now.waitTime.value);
      }),
    );
  });

  test("a percentile is where so many are done with waiting", () => {
    fc.assert(
      fc.property(queues, fc.double({min: 0.01, max: 0.999, noNaN: true}), (queue, share) => {
        const {waitPercentile, waitBeyond, waiting} = solveErlangA(queue);
        const time = waitPercentile(share).value;
        if (waiting!.value <= 1 - share) expect(time).toBe(0);
        else expectNear(waitBeyond(time).value, 1 - share, 1e-11);
      }),
    );
    const {waitPercentile} = solveErlangA({arrivalRate: 1, serviceTime: 1, servers: 1, patience: 1});
    expect(waitPercentile(1).value).toBe(Infinity);
  });

  test("the definitions of service level are in their order: strict lowest, of the answered alone above", () => {
    const {serviceLevel} = solveErlangA({arrivalRate: 48, serviceTime: 60, servers: 50, patience: 120});
    const busy = solveErlangA({arrivalRate: 0.8, serviceTime: 60, servers: 50, patience: 120});
    const strict = busy.serviceLevel("answeredOfOffered", 10).value;
    expect(busy.serviceLevel("answeredOfAllButGone", 10).value).toBeGreaterThan(strict);
    expect(busy.serviceLevel("answeredOrGone", 10).value).toBeGreaterThan(busy.serviceLevel("answeredOfAllButGone", 10).value);
    expect(busy.serviceLevel("answeredOfAnswered", 10).value).toBeGreaterThan(busy.serviceLevel("answeredOrGone", 10).value);
    expect(busy.serviceLevel("answeredOfAllButShort", 10, 10).value).toBe(busy.serviceLevel("answeredOfAllButGone", 10).value);
    expect(busy.serviceLevel("answeredOrShort", 10, 0).value).toBe(strict);
    expect(serviceLevel("answeredOfOffered", 10).value).toBe(0);
  });
});

describe("extremes", () => {
  test.each([
    [10_000, 1e5, 1],
    [10_000, 1, 1],
    [1, 1e5, 1e6],
    [1, 1e5, 1e-6],
    [100, 90, 1e12],
    [100_000, 1e5, 0.001],
  ])("%i servers, %d erlangs, patience of %d services: all measures are numbers in their range", (servers, load, patience) => {
    const longRun = solveErlangA({arrivalRate: load, serviceTime: 1, servers, patience});
    for (const measure of ["waitTime", "waitVariance", "waitOfServed", "queueLength", "numberInSystem", "sojournTime"] as const) {
      expect(longRun[measure]!.value, measure).toBeGreaterThanOrEqual(0);
      expect(longRun[measure]!.value, measure).toBeLessThan(Infinity);
    }
    for (const share of [longRun.waiting!, longRun.abandoned, longRun.occupancy!, longRun.servedWithin(0.1), longRun.waitBeyond(0.1)]) {
      expect(share.value).toBeGreaterThanOrEqual(0);
      expect(share.value).toBeLessThanOrEqual(1);
    }
    expect(longRun.waitPercentile(0.9).value).toBeGreaterThanOrEqual(0);
  });

  test("in deep overload the servers take what they can, and the rest gives up", () => {
    const longRun = solveErlangA({arrivalRate: 1e5, serviceTime: 1, servers: 1, patience: 1e6});
    expectNear(longRun.abandoned.value, 1 - 1e-5, 1e-12);
    expectNear(longRun.waitTime.value, 1e6 * (1 - 1e-5), 1e-12);
  });

  test("ten thousand servers take less than 5 ms", () => {
    const queue = {arrivalRate: 10_000, serviceTime: 1, servers: 10_000, patience: 2};
    let best = Infinity;
    for (let round = 0; round < 20; round++) {
      const start = performance.now();
      solveErlangA(queue).servedWithin(0.01);
      best = Math.min(best, performance.now() - start);
    }
    expect(best).toBeLessThan(5);
  });
});

describe("fractions of a server", () => {
  test("at whole numbers they are Erlang A, and continuous there; between them approximate, and so named", () => {
    const queue = {arrivalRate: 48, serviceTime: 1, patience: 2};
    for (const servers of [1, 2, 50]) {
      const whole = solveErlangA({...queue, servers});
      expect(solveFractionalErlangA({...queue, servers}).abandoned).toEqual(whole.abandoned);
      for (const near of [servers - 1e-9, servers + 1e-9]) {
        const between = solveFractionalErlangA({...queue, servers: near});
        expect(between.abandoned.kind).toBe("approximate");
        expectNear(between.abandoned.value, whole.abandoned.value, 1e-8);
        expectNear(between.servedWithin(0.1).value, whole.servedWithin(0.1).value, 1e-7);
      }
    }
  });

  test("fewer give up all the way from one whole number to the next, below one server too", () => {
    let last = 1;
    for (let servers = 0.1; servers < 5; servers += 0.1) {
      const {abandoned} = solveFractionalErlangA({arrivalRate: 3, serviceTime: 1, servers, patience: 2});
      expect(abandoned.value).toBeLessThan(last);
      last = abandoned.value;
    }
  });
});

test("garbage is refused by name and value", () => {
  const queue = {arrivalRate: 1, serviceTime: 1, servers: 2, patience: 1};
  expect(() => solveErlangA({...queue, patience: 0})).toThrow(new RangeError("patience must be more than 0 and finite, got 0"));
  expect(() => solveErlangA({...queue, patience: -3})).toThrow("patience must be more than 0 and finite, got -3");
  expect(() => solveErlangA({...queue, servers: 1.5})).toThrow("servers must be a whole number of 1 or more, got 1.5");
  expect(() => solveFractionalErlangA({...queue, servers: -1})).toThrow("servers must be more than 0 and finite, got -1");
  expect(() => solveErlangA(queue).servedWithin(Number.NaN)).toThrow("time must be 0 or more, got NaN");
  expect(() => solveErlangA(queue).serviceLevel("answeredOrShort", 1, -1)).toThrow("short must be 0 or more, got -1");
});
