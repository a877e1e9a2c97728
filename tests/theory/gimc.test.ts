import fc from "fast-check";
import {expect, test} from "vitest";
import {meanWaitTime, probabilityOfWaiting as renewalsThatWait, solveGIMc, spareRoot} from "../../src/theory/gimc.ts";
import {exponentialWait, probabilityOfWaiting} from "../../src/theory/erlang-c.ts";
import {balancedMixture, erlangPhases, mixedPhases} from "../../src/theory/phase-type.ts";
import {alwaysLaw, gammaLaw, mixedExponentialLaw, phaseLaw, uniformLaw} from "../../src/theory/transform.ts";
import {expectClose} from "./queues.ts";

const load = fc.double({min: 0.05, max: 0.999, noNaN: true});

test("exponential times between arrivals give Erlang C, from 1 to 10,000 servers and to the edge of overload", () => {
  for (const [servers, occupancy] of [
    [1, 0.5],
    [7, 0.9],
    [100, 0.3],
    [1000, 0.97],
    [10_000, 0.99],
    [50, 1 - 1e-9],
  ]) {
    const arrivalRate = servers * occupancy;
    const queue = {interarrival: gammaLaw(1 / arrivalRate, 1), serviceTime: 1, servers};
    expectClose(renewalsThatWait(queue), probabilityOfWaiting(arrivalRate, servers), 1e-11);
    expectClose(meanWaitTime(queue), exponentialWait({arrivalRate, serviceTime: 1, servers}), 1e-7 * occupancy ** 20 + 1e-11);
  }
});

test("the root 1 - σ solves its equation, however heavy the load", () => {
  fc.assert(
    fc.property(load, fc.integer({min: 1, max: 50}), (occupancy, servers) => {
      const interarrival = alwaysLaw(1 / (occupancy * servers));
      const y = spareRoot({interarrival, serviceTime: 1, servers});
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(1);
      expect(Math.abs(interarrival.complement(servers * y) - y)).toBeLessThan(1e-14 * y + 1e-15);
    }),
  );
});

test("a law told by its phases waits as the same law told by its formula", () => {
  for (const servers of [1, 4]) {
    const mean = 1 / (0.85 * servers);
    const queue = {serviceTime: 1, servers};
    const {shares, means} = balancedMixture(mean, 3);
    expectClose(
      meanWaitTime({...queue, interarrival: phaseLaw(erlangPhases(mean, 3))}),
      meanWaitTime({...queue, interarrival: gammaLaw(mean, 3)}),
    );
    expectClose(
      meanWaitTime({...queue, interarrival: phaseLaw(mixedPhases(shares, means))}),
      meanWaitTime({...queue, interarrival: mixedExponentialLaw(shares, means)}),
    );
  }
});

test("more regular arrivals wait less: always, uniform, exponential, mixed", () => {
  fc.assert(
    fc.property(load, fc.integer({min: 1, max: 20}), (occupancy, servers) => {
      const mean = 1 / (occupancy * servers);
      const {shares, means} = balancedMixture(mean, 4);
      const waits = [alwaysLaw(mean), uniformLaw(0.5 * mean, 1.5 * mean), gammaLaw(mean, 1), mixedExponentialLaw(shares, means)].map(
        (interarrival) => meanWaitTime({interarrival, serviceTime: 1, servers}),
      );
      for (let i = 1; i < waits.length; i++) expect(waits[i]).toBeGreaterThan(waits[i - 1]);
    }),
  );
});

test("where c(1 - σ) is nearly a whole number the sum stays smooth", () => {
  // c(1 - σ) passes 2 here; its neighbours must lie on one curve
  const wait = (mean: number) => meanWaitTime({interarrival: alwaysLaw(mean), serviceTime: 1, servers: 5});
  const pivot = (() => {
    let low = 0.201;
    let high = 0.5;
    for (let i = 0; i < 100; i++) {
      const middle = (low + high) / 2;
      if (5 * spareRoot({interarrival: alwaysLaw(middle), serviceTime: 1, servers: 5}) < 2) low = middle;
      else high = middle;
    }
    return low;
  })();
  for (const step of [1e-9, 1e-7, 1e-6, 1e-5]) {
    const bend = wait(pivot + step) - 2 * wait(pivot) + wait(pivot - step);
    expect(Math.abs(bend)).toBeLessThan(1e-11 * wait(pivot) + 2000 * step * step * wait(pivot));
  }
});

test("transforms, what they lack of 1, and their slopes fit together", () => {
  const laws = [
    alwaysLaw(2),
    gammaLaw(2, 0.4),
    uniformLaw(1, 3),
    uniformLaw(0, 4),
    mixedExponentialLaw([0.3, 0.7], [1, 4]),
    phaseLaw(erlangPhases(2, 2)),
  ];
  for (const law of laws) {
    for (const s of [1e-12, 1e-6, 0.01, 0.2, 0.26, 1, 7]) {
      expect(Math.abs(law.transform(s) + law.complement(s) - 1)).toBeLessThan(1e-15);
      const h = 1e-4 * s;
      const slope = (law.complement(s + h) - law.complement(s - h)) / (2 * h);
      expect(Math.abs(law.slope(s) - slope)).toBeLessThan(1e-7 * slope + 1e-11);
    }
    expectClose(law.complement(1e-12) / 1e-12, law.mean, 1e-11);
  }
});

test("the wait of those who wait is exponential: percentiles follow", () => {
  const found = solveGIMc({interarrival: gammaLaw(0.3, 2), serviceTime: 1, servers: 4});
  for (const share of [0.5, 0.9, 0.999]) {
    const wait = found.waitPercentile!(share).value;
    if (wait > 0) expectClose(found.waitBeyond!(wait).value, 1 - share, 1e-11);
  }
  expect(found.waitPercentile!(0).value).toBe(0);
  expect(found.waitPercentile!(1).value).toBe(Infinity);
});

test("overload is an answer, also where it is exactly reached", () => {
  for (const mean of [0.25, 0.1]) {
    const found = solveGIMc({interarrival: alwaysLaw(mean), serviceTime: 1, servers: 4});
    expect(found.waitTime!.value).toBe(Infinity);
    expect(found.waiting!.value).toBe(1);
    expect(found.throughput!.value).toBe(4);
    expect(found.servedWithin!(1).value).toBe(0);
  }
});

test("garbage is refused by name", () => {
  expect(() => alwaysLaw(0)).toThrow("mean must be more than 0 and finite, got 0");
  expect(() => gammaLaw(1, -2)).toThrow("shape must be more than 0 and finite, got -2");
  expect(() => mixedExponentialLaw([0.5, 0.4], [1, 2])).toThrow("shares must sum to 1, got 0.9");
  expect(() => uniformLaw(3, 2)).toThrow("times must be 0 ≤ least < most, got 3 and 2");
  expect(() => meanWaitTime({interarrival: alwaysLaw(1), serviceTime: 1, servers: 0})).toThrow(
    "servers must be a whole number of 1 or more, got 0",
  );
  expect(() => phaseLaw({start: [1], rates: [[1]]})).toThrow("rates of phase 1");
});
