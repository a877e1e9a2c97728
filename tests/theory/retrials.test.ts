/** Facts about customers who try again until they are served. */
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {solveErlangC} from "../../src/theory/erlang-c.ts";
import {orbitAtOneServer, solveRetrials} from "../../src/theory/retrials.ts";
import {expectNear} from "./closeness.ts";

describe("one server", () => {
  test("what waits in M/M/1, and for the retries as much again as they are rare", () => {
    fc.assert(
      fc.property(fc.double({min: 0.01, max: 0.95, noNaN: true}), fc.double({min: 0.05, max: 20, noNaN: true}), (load, retryRate) => {
        const queue = {arrivalRate: load, serviceTime: 1, servers: 1};
        const {queueLength, waiting} = solveRetrials({...queue, retryRate});
        expectNear(queueLength.value, solveErlangC(queue).queueLength!.value + (load * load) / (retryRate * (1 - load)), 1e-12);
        expect(waiting.value).toBe(load);
      }),
    );
  });

  test("steady service halves what would wait, not what retries add", () => {
    const {value} = orbitAtOneServer({arrivalRate: 0.6, serviceTime: 1, squaredCV: 0, retryRate: 0.5});
    expectNear(value, 0.45 + 1.8, 1e-14);
  });
});

describe("several servers", () => {
  test("two servers as two equations say: Falin and Templeton's closed form of the busy share", () => {
    // Mean busy servers are the load, for any number of servers and any rate of retries: p(0) and p(1) fix p(2).
    for (const [load, retryRate] of [
      [1.4, 0.5],
      [0.5, 3],
      [1.9, 1],
    ]) {
      const {occupancy, waiting, waitTime} = solveRetrials({arrivalRate: load, serviceTime: 1, servers: 2, retryRate});
      expectNear(occupancy!.value, load / 2, 1e-14);
      expect(waiting.value).toBeGreaterThan(load - 1);
      expect(waitTime.value).toBeGreaterThan(solveErlangC({arrivalRate: load, serviceTime: 1, servers: 2}).waitTime!.value);
    }
  });

  test("retries at once are Erlang C", () => {
    for (const [load, servers] of [
      [1.4, 2],
      [4, 5],
      [8.5, 10],
    ]) {
      const queue = {arrivalRate: load, serviceTime: 1, servers};
      const line = solveErlangC(queue);
      const {queueLength, waiting} = solveRetrials({...queue, retryRate: 1e7});
      expectNear(queueLength.value, line.queueLength!.value, 1e-5);
      expectNear(waiting.value, line.waiting!.value, 1e-5);
    }
  });

  test("rare retries are fresh Poisson arrivals: the blocking is Erlang B's at the swollen load", () => {
    const {waiting, queueLength} = solveRetrials({arrivalRate: 1.2, serviceTime: 1, servers: 2, retryRate: 1e-3});
    // The swollen load A carries what is fresh: 1.2 = A (1 - B(2, A)).
    let total = 1.2;
    for (let round = 0; round < 500; round++) total = 1.2 / (1 - (total * total) / 2 / (1 + total + (total * total) / 2));
    expectNear(waiting.value, 1 - 1.2 / total, 2e-3);
    expectNear(queueLength.value * 1e-3 + 1.2, total, 2e-3);
    expect(queueLength.value).toBeGreaterThan(700);
  });

  test("the rarer the retries, the more are in orbit and the fewer find all busy", () => {
    let last = {orbit: 0, busy: 1};
    for (const retryRate of [10, 3, 1, 0.3, 0.1]) {
      const {queueLength, waiting} = solveRetrials({arrivalRate: 4, serviceTime: 1, servers: 5, retryRate});
      expect(queueLength.value).toBeGreaterThan(last.orbit);
      expect(waiting.value).toBeLessThan(last.busy);
      last = {orbit: queueLength.value, busy: waiting.value};
    }
  });

  test("a fresh customer is refused as often as the balance of the orbit says", () => {
    // Into orbit go λ P(all busy); out of it the retries that find a server. Both must serve what comes: a = mean busy.
    fc.assert(
      fc.property(
        fc.integer({min: 2, max: 12}),
        fc.double({min: 0.05, max: 0.9, noNaN: true}),
        fc.double({min: 0.1, max: 5, noNaN: true}),
        (servers, occupancy, retryRate) => {
          const {waiting, numberInSystem, queueLength} = solveRetrials({
            arrivalRate: servers * occupancy,
            serviceTime: 1,
            servers,
            retryRate,
          });
          expect(waiting.value).toBeGreaterThan(0);
          expect(waiting.value).toBeLessThan(1);
          expectNear(numberInSystem!.value, queueLength.value + servers * occupancy, 1e-13);
        },
      ),
      {numRuns: 30},
    );
  });
});

test("overload: the orbit grows for ever", () => {
  for (const servers of [1, 3]) {
    const {queueLength, waitTime, waiting, throughput} = solveRetrials({arrivalRate: 3, serviceTime: 1, servers, retryRate: 1});
    expect(queueLength.value).toBe(Infinity);
    expect(waitTime.value).toBe(Infinity);
    expect(waiting.value).toBe(1);
    expect(throughput!.value).toBe(servers);
  }
  expect(orbitAtOneServer({arrivalRate: 1, serviceTime: 1, squaredCV: 1, retryRate: 1}).value).toBe(Infinity);
});

test("garbage is refused by name and value, and so is an orbit beyond reckoning", () => {
  const queue = {arrivalRate: 1, serviceTime: 1, servers: 2, retryRate: 1};
  expect(() => solveRetrials({...queue, retryRate: 0})).toThrow(new RangeError("retryRate must be more than 0 and finite, got 0"));
  expect(() => solveRetrials({...queue, servers: 0})).toThrow("servers must be a whole number of 1 or more, got 0");
  expect(() => orbitAtOneServer({...queue, squaredCV: -1})).toThrow("squaredCV must be 0 or more and finite, got -1");
});
