import {expect, test} from "vitest";
import {solveGIMc} from "../../src/theory/gimc.ts";
import {meanWaitTime, varianceOfWait} from "../../src/theory/mg1.ts";
import {exponentialWait, probabilityOfWaiting} from "../../src/theory/erlang-c.ts";
import {balancedMixture, erlangPhases, exponentialPhase, mixedPhases, phaseMoments} from "../../src/theory/phase-type.ts";
import {isSolvable, poissonArrivals, renewalArrivals, solvePHPHc} from "../../src/theory/phphc.ts";
import {gammaLaw} from "../../src/theory/transform.ts";
import {expectClose} from "./queues.ts";

const mixed = (mean: number, squaredCV: number) => {
  const {shares, means} = balancedMixture(mean, squaredCV);
  return mixedPhases(shares, means);
};

test("exponential service makes M/PH/c an M/M/c: mean, variance, share that waits and tail", () => {
  for (const [servers, load] of [
    [1, 0.6],
    [4, 0.9],
    [30, 0.8],
  ]) {
    const queue = {arrivalRate: servers * load, serviceTime: 1, servers};
    const found = solvePHPHc({arrivals: poissonArrivals(queue.arrivalRate), service: exponentialPhase(1), servers});
    const spare = servers - queue.arrivalRate;
    const waiting = probabilityOfWaiting(queue.arrivalRate, servers);
    expectClose(found.waitTime!.value, exponentialWait(queue), 1e-11);
    expectClose(found.waiting!.value, waiting, 1e-11);
    expectClose(found.waitVariance!.value, (waiting * (2 - waiting)) / spare ** 2, 1e-11);
    for (const time of [0.1, 1]) expectClose(found.waitBeyond!(time).value, waiting * Math.exp(-spare * time), 1e-9);
    expectClose(found.waitPercentile!(1 - waiting / 2).value, Math.log(2) / spare, 1e-9);
  }
});

test("phases that are all alike count for nothing: two exponentials of one mean are one", () => {
  const arrivals = poissonArrivals(2.4);
  const found = solvePHPHc({arrivals, service: mixedPhases([0.3, 0.7], [1, 1]), servers: 3});
  expectClose(found.waitTime!.value, exponentialWait({arrivalRate: 2.4, serviceTime: 1, servers: 3}), 1e-11);
});

test("one server: the chain says what Pollaczek–Khinchine and Takács say", () => {
  for (const service of [erlangPhases(1, 2), erlangPhases(1, 5), mixed(1, 4)]) {
    for (const load of [0.2, 0.8, 0.97]) {
      const found = solvePHPHc({arrivals: poissonArrivals(load), service, servers: 1});
      const moments = phaseMoments(service);
      expectClose(found.waitTime!.value, meanWaitTime(load, moments), 1e-11);
      expectClose(found.waitVariance!.value, varianceOfWait(load, moments), 1e-11);
      expectClose(found.waiting!.value, load, 1e-11);
    }
  }
});

test("exponential service behind Erlang arrivals is GI/M/c, tail included", () => {
  for (const servers of [1, 3, 8]) {
    const mean = 1 / (0.85 * servers);
    const chain = solvePHPHc({arrivals: renewalArrivals(erlangPhases(mean, 3)), service: exponentialPhase(1), servers});
    const roots = solveGIMc({interarrival: gammaLaw(mean, 3), serviceTime: 1, servers});
    expectClose(chain.waitTime!.value, roots.waitTime!.value, 1e-11);
    expectClose(chain.waiting!.value, roots.waiting!.value, 1e-11);
    for (const time of [0.3, 2]) expectClose(chain.waitBeyond!(time).value, roots.waitBeyond!(time).value, 1e-9);
    expect(chain.waitVariance).toBeUndefined();
  }
});

test("the mean wait is the area under the tail", () => {
  const found = solvePHPHc({arrivals: renewalArrivals(mixed(0.4, 2)), service: erlangPhases(1, 2), servers: 3});
  const step = 0.05;
  let area = 0;
  for (let i = 0; i <= 1200; i++) {
    const weight = i === 0 || i === 1200 ? 1 : i % 2 === 1 ? 4 : 2;
    area += (weight * step * found.waitBeyond!(i * step).value) / 3;
  }
  expectClose(area, found.waitTime!.value, 1e-6);
});

test("arrivals that come in bursts wait longer than Poisson's at the same rate", () => {
  const service = exponentialPhase(0.5);
  const bursts = {
    within: [
      [-3.1, 0.1],
      [0.1, -0.3],
    ],
    with: [
      [3, 0],
      [0, 0.2],
    ],
  };
  const found = solvePHPHc({arrivals: bursts, service, servers: 1});
  expectClose(found.queueLength!.value / found.waitTime!.value, 1.6, 1e-12);
  expect(found.waitTime!.value).toBeGreaterThan(2 * solvePHPHc({arrivals: poissonArrivals(1.6), service, servers: 1}).waitTime!.value);
});

test("more servers shorten the wait, less regular service lengthens it", () => {
  const wait = (servers: number, squaredCV: number) =>
    solvePHPHc({arrivals: poissonArrivals(3.8), service: mixed(1, squaredCV), servers}).waitTime!.value;
  for (const servers of [4, 5, 8]) {
    expect(wait(servers + 1, 2)).toBeLessThan(wait(servers, 2));
    expect(wait(servers, 4)).toBeGreaterThan(wait(servers, 2));
  }
});

test("overload is an answer, however many servers; too large a place is refused, not guessed", () => {
  const found = solvePHPHc({arrivals: poissonArrivals(1000), service: mixed(1, 2), servers: 1000});
  expect(found.waitTime!.value).toBe(Infinity);
  expect(found.servedWithin!(9).value).toBe(0);
  const large = {arrivals: poissonArrivals(900), service: mixed(1, 2), servers: 1000};
  expect(isSolvable(large)).toBe(false);
  expect(() => solvePHPHc(large)).toThrow("servers must give at most 100 phases, got 1000 servers with 1001");
});

test("garbage is refused by name", () => {
  const service = exponentialPhase(1);
  expect(() => poissonArrivals(-2)).toThrow("arrivalRate must be more than 0 and finite, got -2");
  expect(() => solvePHPHc({arrivals: poissonArrivals(1), service, servers: 1.5})).toThrow(
    "servers must be a whole number of 1 or more, got 1.5",
  );
  expect(() => solvePHPHc({arrivals: {within: [[-1]], with: [[2]]}, service, servers: 1})).toThrow("rates of arrival phase 1");
  expect(() => solvePHPHc({arrivals: poissonArrivals(1), service: {start: [0.5], rates: [[-1]]}, servers: 1})).toThrow(
    "starts of a phase-type law",
  );
  expect(() => erlangPhases(1, 0)).toThrow("phases must be a whole number of 1 or more, got 0");
  expect(() => balancedMixture(1, 0.5)).toThrow("squaredCV must be 1 or more and finite, got 0.5");
});
