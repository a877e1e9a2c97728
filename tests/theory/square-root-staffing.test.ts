/** Facts about the limits for many servers. */
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {solveErlangA} from "../../src/theory/erlang-a.ts";
import {probabilityOfWaiting} from "../../src/theory/erlang-c.ts";
import {garnett, halfinWhittWaiting, qualityForWaiting, squareRootStaffing} from "../../src/theory/square-root-staffing.ts";
import {expectNear} from "./closeness.ts";

const QUALITIES = [0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 2.5];

/** The a with c = a + β √a. */
function loadOf(servers: number, quality: number): number {
  const root = (-quality + Math.sqrt(quality * quality + 4 * servers)) / 2;
  return root * root;
}

describe("patient customers", () => {
  test("ten thousand servers are within a few hundredths of the limit, a million nearer still", () => {
    for (const quality of [0.2, 0.5, 1, 2]) {
      const limit = halfinWhittWaiting(quality).value;
      const error = (load: number) => Math.abs(probabilityOfWaiting(load, Math.ceil(load + quality * Math.sqrt(load))) / limit - 1);
      expect(error(10_000)).toBeLessThan(0.025);
      expect(error(1e6)).toBeLessThan(0.0025);
    }
  });

  test.each([
    [10, 0.05, 0.04],
    [100, 0.015, 0.013],
  ])("at %i servers the share that waits is too low by up to %d, as its validity says", (servers, most, atLeast) => {
    const errors = QUALITIES.map((quality) => probabilityOfWaiting(loadOf(servers, quality), servers) - halfinWhittWaiting(quality).value);
    expect(Math.min(...errors)).toBeGreaterThan(0);
    expect(Math.max(...errors)).toBeLessThan(most);
    expect(Math.max(...errors)).toBeGreaterThan(atLeast);
  });

  test("quality and share are each other's inverse", () => {
    fc.assert(
      fc.property(fc.double({min: 1e-12, max: 0.999, noNaN: true}), (share) => {
        expectNear(halfinWhittWaiting(qualityForWaiting(share).value).value, share, 1e-12);
      }),
    );
  });

  test("without a margin everybody waits", () => {
    expect(halfinWhittWaiting(0).value).toBe(1);
    expect(halfinWhittWaiting(-3).value).toBe(1);
    expect(halfinWhittWaiting(60).value).toBeGreaterThanOrEqual(0);
  });
});

describe("customers who give up", () => {
  test("four thousand servers are within a percent of the limit, in waiting and in abandonment", () => {
    for (const quality of [-0.5, 0, 0.5, 1]) {
      for (const patience of [0.5, 1, 2]) {
        const servers = 4000;
        const exact = solveErlangA({arrivalRate: loadOf(servers, quality), serviceTime: 1, servers, patience});
        const {waiting, scaledAbandonment} = garnett(quality, patience);
        expectNear(exact.waiting!.value, waiting.value, 0.015);
        expectNear(exact.abandoned.value * Math.sqrt(servers), scaledAbandonment.value, 0.03);
      }
    }
  });

  test.each([
    [50, 0.03, 0.02],
    [400, 0.01, 0.008],
  ])("at %i servers the shares that wait and give up are within %d, as its validity says", (servers, most, atLeast) => {
    let worst = 0;
    for (const quality of [-1.5, -1, -0.5, 0, ...QUALITIES]) {
      for (const patience of [0.5, 1, 2, 5]) {
        const exact = solveErlangA({arrivalRate: loadOf(servers, quality), serviceTime: 1, servers, patience});
        const {waiting, scaledAbandonment} = garnett(quality, patience);
        worst = Math.max(worst, Math.abs(exact.waiting!.value - waiting.value));
        worst = Math.max(worst, Math.abs(exact.abandoned.value - scaledAbandonment.value / Math.sqrt(servers)));
      }
    }
    expect(worst).toBeLessThan(most);
    expect(worst).toBeGreaterThan(atLeast);
  });

  test("very long patience is Halfin and Whitt's limit", () => {
    for (const quality of [0.1, 0.5, 1, 2]) expectNear(garnett(quality, 1e16).waiting.value, halfinWhittWaiting(quality).value, 1e-7);
  });

  test("the hazard is one function on both sides of where its fraction takes over", () => {
    // δ = β here: below 5 a quotient, above a continued fraction. 20 digits: h(5) - 5 and h(10) - 10.
    const excess = (delta: number) => {
      const {waiting, scaledAbandonment} = garnett(delta, 1);
      return scaledAbandonment.value / waiting.value;
    };
    expectNear(excess(5), 0.18650396712584211562, 1e-14);
    expectNear(excess(4.999), 0.18653666897418957956, 1e-13);
    expectNear(excess(10), 0.098093233962511962844, 1e-14);
    expectNear(excess(-3), 3.0044378390421256638, 1e-14);
  });

  test("far out nothing overflows", () => {
    for (const quality of [-50, 50]) {
      for (const patience of [1e-6, 1e6]) {
        const {waiting, scaledAbandonment} = garnett(quality, patience);
        expect(waiting.value).toBeGreaterThanOrEqual(0);
        expect(waiting.value).toBeLessThanOrEqual(1);
        expect(scaledAbandonment.value).toBeGreaterThanOrEqual(0);
      }
    }
  });
});

test("a hundred erlangs with a quality of one half have 105 people", () => {
  expectNear(squareRootStaffing(100, 0.5).value, 105);
  expect(squareRootStaffing(1, -3).value).toBe(0);
  expect(squareRootStaffing(100, 0.5).kind).toBe("asymptotic");
});

test("garbage is refused by name and value", () => {
  expect(() => halfinWhittWaiting(Number.NaN)).toThrow(new RangeError("quality must be a finite number, got NaN"));
  expect(() => qualityForWaiting(0)).toThrow("waiting must be more than 0 and less than 1, got 0");
  expect(() => garnett(1, 0)).toThrow("patienceInServices must be more than 0 and finite, got 0");
  expect(() => squareRootStaffing(-1, 1)).toThrow("offeredLoad must be 0 or more and finite, got -1");
});
