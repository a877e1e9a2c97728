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
  test.each([
    [0.5, 2, 1],
    [1.2, 3, 0.4],
    [1.5, 4, 3],
  ])(
    "%d erlangs, %i servers, %d retries per service: as Gauss and Seidel find from the balance of each state",
    (load, servers, retryRate) => {
      const most = 150;
      const p = Array.from({length: most + 1}, () => new Float64Array(servers + 1).fill(1));
      for (let round = 0; round < 3000; round++) {
        let total = 0;
        for (let j = 0; j <= most; j++) {
          for (let i = 0; i <= servers; i++) {
            let inflow = 0;
            if (i > 0) inflow += p[j][i - 1] * load;
            if (i > 0 && j < most) inflow += p[j + 1][i - 1] * (j + 1) * retryRate;
            if (i < servers) inflow += p[j][i + 1] * (i + 1);
            if (i === servers && j > 0) inflow += p[j - 1][servers] * load;
            const outflow = i + (i < servers ? load + j * retryRate : j < most ? load : 0);
            p[j][i] = inflow / outflow;
            total += p[j][i];
          }
        }
        for (const level of p) for (let i = 0; i <= servers; i++) level[i] /= total;
      }
      let orbit = 0;
      let allBusy = 0;
      let busy = 0;
      p.forEach((level, j) => {
        level.forEach((share, i) => {
          orbit += j * share;
          busy += i * share;
        });
        allBusy += level[servers];
      });
      expectNear(busy, load, 1e-9); // the chain has settled
      const {queueLength, waiting, occupancy} = solveRetrials({arrivalRate: load, serviceTime: 1, servers, retryRate});
      expectNear(queueLength.value, orbit, 1e-9);
      expectNear(waiting.value, allBusy, 1e-9);
      expectNear(occupancy!.value, busy / servers, 1e-9);
    },
  );

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
  const brim = {arrivalRate: 2 - 1e-9, serviceTime: 1, servers: 2, retryRate: 1};
  expect(() => solveRetrials(brim)).toThrow("servers (2) must exceed the load by more than");
  expect(() => orbitAtOneServer({...queue, squaredCV: -1})).toThrow("squaredCV must be 0 or more and finite, got -1");
});
