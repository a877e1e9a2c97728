import fc from "fast-check";
import {expect, test} from "vitest";
import {
  allenCunneenWait,
  cosmetatosWait,
  kimuraWait,
  kraemerLangenbachBelzWait,
  sakasegawaWait,
  solveGGc,
  whittWait,
} from "../../src/theory/ggc.ts";
import {meanWaitTime as constantWait} from "../../src/theory/mdc.ts";
import {meanWaitTime as wholeWait, momentsOf} from "../../src/theory/mg1.ts";
import {exponentialWait} from "../../src/theory/erlang-c.ts";
import {balancedMixture, erlangPhases, mixedPhases, type PhaseType} from "../../src/theory/phase-type.ts";
import {poissonArrivals, renewalArrivals, solvePHPHc} from "../../src/theory/phphc.ts";
import {expectClose} from "./queues.ts";

const ALL = [allenCunneenWait, sakasegawaWait, kraemerLangenbachBelzWait, whittWait];
const servers = fc.integer({min: 1, max: 200});
const load = fc.double({min: 0.3, max: 0.999, noNaN: true});
const squaredCV = fc.double({min: 0, max: 10, noNaN: true});

test("exponential laws: all that know Erlang C say M/M/c; one server: all say M/G/1", () => {
  fc.assert(
    fc.property(servers, load, squaredCV, (c, occupancy, cs) => {
      const exponential = {arrivalRate: c * occupancy, serviceTime: 1, servers: c, arrivalSquaredCV: 1, serviceSquaredCV: 1};
      for (const wait of [allenCunneenWait, kraemerLangenbachBelzWait, whittWait, kimuraWait])
        expectClose(wait(exponential), exponentialWait(exponential), 1e-12);
      const single = {arrivalRate: occupancy, serviceTime: 1, servers: 1, arrivalSquaredCV: 1, serviceSquaredCV: cs};
      for (const wait of [allenCunneenWait, sakasegawaWait, kraemerLangenbachBelzWait])
        expectClose(wait(single), wholeWait(occupancy, momentsOf(1, cs)), 1e-12);
    }),
    {numRuns: 40},
  );
});

test("Kimura is exact for constant service and for one server", () => {
  for (const c of [1, 3, 12]) {
    const queue = {arrivalRate: 0.85 * c, serviceTime: 1, servers: c};
    expectClose(kimuraWait({...queue, serviceSquaredCV: 0}), constantWait(0.85 * c, 1, c), 1e-12);
  }
  for (const cs of [0.3, 1, 6]) {
    const queue = {arrivalRate: 0.85, serviceTime: 1, servers: 1, serviceSquaredCV: cs};
    expectClose(kimuraWait(queue), wholeWait(0.85, momentsOf(1, cs)), 1e-11);
  }
});

test("Cosmetatos lies within 2 % of constant service's exact wait from an occupancy of 0.7 on", () => {
  for (const c of [2, 5, 10, 20])
    for (const occupancy of [0.7, 0.8, 0.9, 0.97]) {
      const queue = {arrivalRate: c * occupancy, serviceTime: 1, servers: c};
      expectClose(cosmetatosWait(queue), constantWait(queue.arrivalRate, 1, c), c <= 5 ? 0.02 : 0.06);
    }
});

test("the errors that the formulas confess are those measured against exact chains", () => {
  const law = (mean: number, cv2: number): PhaseType => {
    if (cv2 < 1) return erlangPhases(mean, Math.round(1 / cv2));
    const {shares, means} = balancedMixture(mean, cv2);
    return mixedPhases(shares, means);
  };
  const errors = ALL.map(() => [0, 0]);
  for (const [ca, cs, c, occupancy] of [
    [1, 0.5, 5, 0.9],
    [1, 4, 2, 0.8],
    [4, 0.5, 3, 0.9],
    [0.5, 4, 2, 0.8],
    [2, 2, 5, 0.85],
  ]) {
    const arrivalRate = c * occupancy;
    const arrivals = ca === 1 ? poissonArrivals(arrivalRate) : renewalArrivals(law(1 / arrivalRate, ca));
    const exact = solvePHPHc({arrivals, service: law(1, cs), servers: c}).waitTime!.value;
    ALL.forEach((wait, i) => {
      const error = wait({arrivalRate, serviceTime: 1, servers: c, arrivalSquaredCV: ca, serviceSquaredCV: cs}) / exact - 1;
      errors[i] = [Math.min(errors[i][0], error), Math.max(errors[i][1], error)];
    });
  }
  const percent = errors.map((range) => range.map((error) => Math.round(100 * error) + 0));
  expect(percent).toEqual([
    [-4, 8],
    [-3, 10],
    [-9, 7],
    [-3, 0],
  ]);
});

test("no formula says a negative wait or none at all, from wild to regular and from idle to overload", () => {
  fc.assert(
    fc.property(servers, fc.double({min: 1e-6, max: 3, noNaN: true}), squaredCV, squaredCV, (c, occupancy, ca, cs) => {
      const queue = {arrivalRate: (c * occupancy) / 7, serviceTime: 7, servers: c, arrivalSquaredCV: ca, serviceSquaredCV: cs};
      for (const wait of [...ALL, kimuraWait]) {
        const found = wait(queue);
        expect(found).toBeGreaterThanOrEqual(0);
        if (occupancy > 1) expect(found).toBe(Infinity);
        if (occupancy < 0.999) expect(found).toBeLessThan(Infinity);
      }
    }),
    {numRuns: 60},
  );
});

test("regular arrivals of constant work never wait", () => {
  const queue = {arrivalRate: 2.7, serviceTime: 1, servers: 3, arrivalSquaredCV: 0, serviceSquaredCV: 0};
  for (const wait of ALL) expect(wait(queue)).toBe(0);
});

test("an approximate wait says so; the occupancy beside it is exact", () => {
  const found = solveGGc({arrivalRate: 2.7, serviceTime: 1, servers: 3, arrivalSquaredCV: 4, serviceSquaredCV: 0.5});
  expect(found.waitTime!.kind).toBe("approximate");
  expect(found.waitTime!.validity.en).toContain("%");
  expect(found.occupancy!.kind).toBe("exact");
  expect(found.waitBeyond).toBeUndefined();
});

test("ten thousand servers at a load of nearly 1e4 stay finite", () => {
  const queue = {arrivalRate: 9990, serviceTime: 1, servers: 10_000, arrivalSquaredCV: 2, serviceSquaredCV: 3};
  for (const wait of [...ALL, kimuraWait]) {
    expect(wait(queue)).toBeGreaterThan(0);
    expect(wait(queue)).toBeLessThan(1);
  }
});

test("garbage is refused by name", () => {
  const queue = {arrivalRate: 1, serviceTime: 1, servers: 2, arrivalSquaredCV: 1, serviceSquaredCV: 1};
  expect(() => whittWait({...queue, arrivalSquaredCV: -1})).toThrow("arrivalSquaredCV must be 0 or more and finite, got -1");
  expect(() => kimuraWait({...queue, serviceSquaredCV: NaN})).toThrow("serviceSquaredCV must be 0 or more and finite, got NaN");
  expect(() => allenCunneenWait({...queue, servers: 0})).toThrow("servers must be a whole number of 1 or more, got 0");
});
