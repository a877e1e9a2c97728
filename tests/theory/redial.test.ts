/** Facts about customers who come again. */
import fc from "fast-check";
import {expect, test} from "vitest";
import {solveErlangA} from "../../src/theory/erlang-a.ts";
import {contactsWithRepeats, rateWithRedials, solveRedial} from "../../src/theory/redial.ts";
import {expectNear} from "./closeness.ts";

test("all arrivals are fresh ones and those who gave up and came again", () => {
  fc.assert(
    fc.property(
      fc.double({min: 0.1, max: 200, noNaN: true}),
      fc.integer({min: 1, max: 100}),
      fc.double({min: 0, max: 0.99, noNaN: true}),
      (arrivalRate, servers, redial) => {
        const queue = {arrivalRate, serviceTime: 1, servers, patience: 2};
        const {totalRate, abandoned} = solveRedial({...queue, redial});
        expectNear(totalRate.value, arrivalRate + redial * totalRate.value * abandoned.value, 1e-11);
        expect(totalRate.kind).toBe("approximate");
        expectNear(abandoned.value, solveErlangA({...queue, arrivalRate: totalRate.value}).abandoned.value, 1e-12);
        expect(abandoned.kind).toBe("approximate");
      },
    ),
    {numRuns: 30},
  );
});

test("whoever never redials changes nothing; the more redial, the more give up", () => {
  const queue = {arrivalRate: 52, serviceTime: 1, servers: 50, patience: 2};
  expectNear(solveRedial({...queue, redial: 0}).totalRate.value, 52, 1e-14);
  let last = 0;
  for (const redial of [0, 0.3, 0.6, 0.9]) {
    const {abandoned} = solveRedial({...queue, redial});
    expect(abandoned.value).toBeGreaterThan(last);
    last = abandoned.value;
  }
});

test("where redials come back after five services the fixed point is 4 % of the abandonment too low, after one 8 %", () => {
  // The chain of people there (up to 40) and people who will redial (up to 80), by Gauss and Seidel's iteration.
  const abandonedExactly = (returnRate: number) => {
    const [arrivalRate, servers, giveUp, redial, most, away] = [10, 10, 0.5, 0.5, 40, 80];
    const width = away + 1;
    const p = new Float64Array((most + 1) * width).fill(1);
    const down = (n: number) => Math.min(n, servers) + Math.max(0, n - servers) * giveUp * (1 - redial);
    const leave = (n: number) => Math.max(0, n - servers) * giveUp * redial;
    for (let round = 0; round < 1500; round++) {
      let total = 0;
      for (let n = 0; n <= most; n++) {
        for (let m = 0; m <= away; m++) {
          let inflow = 0;
          if (n > 0) inflow += p[(n - 1) * width + m] * arrivalRate;
          if (n > 0 && m < away) inflow += p[(n - 1) * width + m + 1] * (m + 1) * returnRate;
          if (n < most) inflow += p[(n + 1) * width + m] * down(n + 1);
          if (n < most && m > 0) inflow += p[(n + 1) * width + m - 1] * leave(n + 1);
          const outflow = (n < most ? arrivalRate + m * returnRate : 0) + down(n) + (m < away ? leave(n) : 0);
          p[n * width + m] = inflow / outflow;
          total += p[n * width + m];
        }
      }
      for (let k = 0; k < p.length; k++) p[k] /= total;
    }
    let gone = 0;
    let attempts = arrivalRate;
    for (let n = 0; n <= most; n++) {
      for (let m = 0; m <= away; m++) {
        gone += p[n * width + m] * Math.max(0, n - servers) * giveUp;
        attempts += p[n * width + m] * m * returnRate;
      }
    }
    return gone / attempts;
  };
  const {abandoned} = solveRedial({arrivalRate: 10, serviceTime: 1, servers: 10, patience: 2, redial: 0.5});
  expectNear(abandoned.value / abandonedExactly(0.2), 1 - 0.0364, 2e-3);
  expectNear(abandoned.value / abandonedExactly(1), 1 - 0.084, 2e-3);
});

test("if everybody comes again until served, more than can be served is endless", () => {
  const abandonedAt = (arrivalRate: number) => solveErlangA({arrivalRate, serviceTime: 1, servers: 10, patience: 1}).abandoned.value;
  expect(rateWithRedials(11, 1, abandonedAt).value).toBe(Infinity);
  const rate = rateWithRedials(9, 1, abandonedAt).value;
  expectNear(rate * (1 - abandonedAt(rate)), 9, 1e-11);
});

test("a quarter unsettled of which four in five come again: five contacts for every four", () => {
  expectNear(contactsWithRepeats({freshRate: 100, firstContact: 0.75, repeat: 0.8}).value, 125);
  expect(contactsWithRepeats({freshRate: 100, firstContact: 1, repeat: 1}).value).toBe(100);
  expect(contactsWithRepeats({freshRate: 100, firstContact: 0, repeat: 1}).value).toBe(Infinity);
  expectNear(contactsWithRepeats({freshRate: 100, firstContact: 0.5, repeat: 1, ofRepeats: 1}).value, 150);
});

test("garbage is refused by name and value", () => {
  const queue = {arrivalRate: 1, serviceTime: 1, servers: 1, patience: 1};
  expect(() => solveRedial({...queue, redial: 1})).toThrow(new RangeError("redial must be at least 0 and less than 1, got 1"));
  expect(() => solveRedial({...queue, patience: Infinity, redial: 0.5})).toThrow("patience must be more than 0 and finite, got Infinity");
  expect(() => rateWithRedials(0, 0.5, () => 0)).toThrow("freshRate must be more than 0 and finite, got 0");
  expect(() => contactsWithRepeats({freshRate: 1, firstContact: 75, repeat: 0.5})).toThrow("firstContact must lie between 0 and 1, got 75");
});
