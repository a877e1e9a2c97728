/** Facts about how many people a promise takes. */
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {solveErlangA, solveFractionalErlangA} from "../../src/theory/erlang-a.ts";
import {solveErlangC, solveFractionalErlangC} from "../../src/theory/erlang-c.ts";
import {fewestServers, fractionalServers} from "../../src/theory/staffing.ts";
import {expectNear} from "./closeness.ts";

const EIGHTY_IN_TWENTY = {servedWithin: {share: 0.8, within: 20}};
const loads = fc.double({min: 0.001, max: 400, noNaN: true});
const shares = fc.double({min: 0.05, max: 0.999, noNaN: true});

test("a hundred calls of three minutes in half an hour, 80 % within 20 s: 14 people, or 13.04", () => {
  const demand = {arrivalRate: 100 / 1800, serviceTime: 180};
  expect(fewestServers(demand, EIGHTY_IN_TWENTY)).toBe(14);
  expectNear(fractionalServers(demand, EIGHTY_IN_TWENTY), 13.037206466407792, 1e-12);
});

describe("the fewest servers keep the promise, one fewer do not, and the fraction keeps it just", () => {
  test("a share within a time", () => {
    fc.assert(
      fc.property(loads, shares, fc.double({min: 0, max: 2, noNaN: true}), (arrivalRate, share, within) => {
        const demand = {arrivalRate, serviceTime: 1};
        const promise = {servedWithin: {share, within}};
        const servers = fewestServers(demand, promise);
        expect(solveErlangC({...demand, servers}).servedWithin!(within).value).toBeGreaterThanOrEqual(share);
        if (servers > 1) expect(solveErlangC({...demand, servers: servers - 1}).servedWithin!(within).value).toBeLessThan(share);
        const fraction = fractionalServers(demand, promise);
        expect(fraction).toBeLessThanOrEqual(servers);
        expect(fraction).toBeGreaterThanOrEqual(servers - 1);
        expect(fraction).toBeGreaterThan(arrivalRate * (1 - 1e-9));
        if (fraction > arrivalRate * (1 + 1e-6))
          expectNear(solveFractionalErlangC({...demand, servers: fraction}).servedWithin!(within).value, share, 1e-8);
      }),
    );
  });

  test("a mean wait", () => {
    fc.assert(
      fc.property(loads, fc.double({min: 1e-3, max: 10, noNaN: true}), (arrivalRate, waitTime) => {
        const demand = {arrivalRate, serviceTime: 1};
        const servers = fewestServers(demand, {waitTime});
        expect(solveErlangC({...demand, servers}).waitTime!.value).toBeLessThanOrEqual(waitTime);
        if (servers > 1) expect(solveErlangC({...demand, servers: servers - 1}).waitTime!.value).toBeGreaterThan(waitTime);
        const fraction = fractionalServers(demand, {waitTime});
        expectNear(solveFractionalErlangC({...demand, servers: fraction}).waitTime!.value, waitTime, 1e-8);
      }),
    );
  });

  test("abandonment and a share within a time, where people give up", () => {
    fc.assert(
      fc.property(
        loads,
        shares,
        fc.double({min: 0.001, max: 0.5, noNaN: true}),
        fc.double({min: 0.1, max: 10, noNaN: true}),
        (arrivalRate, share, abandoned, patience) => {
          const demand = {arrivalRate, serviceTime: 1, patience};
          const promise = {servedWithin: {share, within: 0.1}, abandoned};
          const keeps = (servers: number) => {
            const longRun = solveErlangA({...demand, servers});
            return longRun.servedWithin(0.1).value >= share && longRun.abandoned.value <= abandoned;
          };
          const servers = fewestServers(demand, promise);
          expect(keeps(servers)).toBe(true);
          if (servers > 1) expect(keeps(servers - 1)).toBe(false);
          const fraction = fractionalServers(demand, promise);
          expect(fraction).toBeLessThanOrEqual(servers);
          expect(fraction).toBeGreaterThan(servers - 1 - 1e-12);
          const longRun = solveFractionalErlangA({...demand, servers: fraction});
          const slack = Math.min(longRun.servedWithin(0.1).value - share, 1 - longRun.abandoned.value / abandoned);
          expect(Math.abs(slack)).toBeLessThan(1e-8);
        },
      ),
      {numRuns: 50},
    );
  });

  test("an occupancy: 10 erlangs at 85 % are 11.76 people, so 12", () => {
    const demand = {arrivalRate: 10, serviceTime: 1};
    expect(fewestServers(demand, {occupancy: 0.85})).toBe(12);
    expectNear(fractionalServers(demand, {occupancy: 0.85}), 10 / 0.85, 1e-12);
  });
});

test("several promises take as many as the hardest of them", () => {
  const demand = {arrivalRate: 50, serviceTime: 1, patience: 2};
  const promises = [{servedWithin: {share: 0.9, within: 0.05}}, {waitTime: 0.01}, {abandoned: 0.02}, {occupancy: 0.8}];
  const alone = promises.map((promise) => fewestServers(demand, promise));
  expect(fewestServers(demand, Object.assign({}, ...promises))).toBe(Math.max(...alone));
  const fractions = promises.map((promise) => fractionalServers(demand, promise));
  expectNear(fractionalServers(demand, Object.assign({}, ...promises)), Math.max(...fractions), 1e-12);
});

test("whoever is allowed to wait longer than anybody would is served by nobody", () => {
  expect(fractionalServers({arrivalRate: 5, serviceTime: 1, patience: 2}, {waitTime: 3})).toBe(0);
  expect(fewestServers({arrivalRate: 5, serviceTime: 1, patience: 2}, {waitTime: 3})).toBe(1);
});

test("a hundred thousand erlangs are staffed with a margin of hundreds, not thousands", () => {
  const servers = fewestServers({arrivalRate: 1e5, serviceTime: 1}, {servedWithin: {share: 0.8, within: 0}});
  // β = 1.0615 of √100,000
  expect(Math.abs(servers - (1e5 + 1.0615 * Math.sqrt(1e5)))).toBeLessThan(2);
});

test("what cannot be promised is refused by name and value", () => {
  const demand = {arrivalRate: 1, serviceTime: 1, patience: 1};
  expect(() => fewestServers(demand, {servedWithin: {share: 1, within: 20}})).toThrow(
    new RangeError("share must be at least 0 and less than 1, got 1"),
  );
  expect(() => fewestServers(demand, {servedWithin: {share: 0.8, within: -1}})).toThrow("within must be 0 or more, got -1");
  expect(() => fewestServers(demand, {waitTime: 0})).toThrow("waitTime must be more than 0 and finite, got 0");
  expect(() => fewestServers(demand, {abandoned: 0})).toThrow("abandoned must be more than 0 where customers give up, got 0");
  expect(() => fewestServers(demand, {occupancy: 0})).toThrow("occupancy must be more than 0, got 0");
  expect(() => fewestServers(demand, {})).toThrow("promise must name at least one bound, got none");
  expect(() => fewestServers({...demand, arrivalRate: -1}, {waitTime: 1})).toThrow("arrivalRate must be more than 0 and finite, got -1");
  expect(() => fractionalServers({...demand, patience: 0}, {waitTime: 1})).toThrow("patience must be more than 0 and finite, got 0");
});
