import {describe, expect, test} from "vitest";
import {solveErlangA} from "../../src/theory/erlang-a.ts";
import {blockingProbability} from "../../src/theory/erlang-b.ts";
import {normalCdf, normalDensity} from "../../src/math/index.ts";
import {qualityForBound} from "../../src/theory/square-root-promise.ts";
import {fractionalServers} from "../../src/theory/staffing.ts";

const servers = (load: number, quality: number) => load + quality * Math.sqrt(load);

describe("the quality that a promise asks for, in the limit of many servers", () => {
  test("at ten thousand erlangs the rule is within one server of the exact number", () => {
    const demand = {arrivalRate: 10_000 / 180, serviceTime: 180};
    for (const [bound, promise] of [
      [{kind: "served within", share: 0.8, within: 20}, {servedWithin: {share: 0.8, within: 20}}],
      [{kind: "wait", mean: 5}, {waitTime: 5}],
    ] as const) {
      const quality = qualityForBound(10_000, 180, bound, null)!;
      expect(Math.abs(servers(10_000, quality.value) - fractionalServers(demand, promise))).toBeLessThan(1);
      expect(quality.kind).toBe("asymptotic");
    }
  });

  test("a share giving up: within two servers of 1,950, and fewer servers than the load will do", () => {
    const quality = qualityForBound(2000, 180, {kind: "abandoned", share: 0.04}, 240)!;
    expect(quality.value).toBeLessThan(0);
    const exact = fractionalServers({arrivalRate: 2000 / 180, serviceTime: 180, patience: 240}, {abandoned: 0.04});
    expect(Math.abs(servers(2000, quality.value) - exact)).toBeLessThan(2);
    const kept = solveErlangA({arrivalRate: 2000 / 180, serviceTime: 180, servers: Math.ceil(exact), patience: 240});
    expect(kept.abandoned.value).toBeLessThanOrEqual(0.04);
  });

  test("Jagerman's limit of blocking is within 0.05 at 10 servers and 0.006 at 100, as its validity says", () => {
    const limit = (load: number, count: number) => {
      const quality = (count - load) / Math.sqrt(load);
      return normalDensity(quality) / normalCdf(quality) / Math.sqrt(load);
    };
    const worst = (count: number) => {
      let far = 0;
      for (let quality = -1; quality <= 3; quality += 0.05) {
        // c = a + β √a, solved for a
        const root = (-quality + Math.sqrt(quality * quality + 4 * count)) / 2;
        far = Math.max(far, Math.abs(limit(root * root, count) - blockingProbability(root * root, count)));
      }
      return far;
    };
    expect(worst(10)).toBeLessThan(0.05);
    expect(worst(100)).toBeLessThan(0.006);
    expect(worst(10)).toBeGreaterThan(0.02); // a limit, no identity
  });

  test("where the limit has no formula there is none: a share within a time with patience, a wait with patience", () => {
    expect(qualityForBound(10, 180, {kind: "served within", share: 0.8, within: 20}, 240)).toBeNull();
    expect(qualityForBound(10, 180, {kind: "wait", mean: 5}, 240)).toBeNull();
    expect(qualityForBound(10, 180, {kind: "abandoned", share: 0.03}, null)).toBeNull();
  });

  test("garbage is refused by name", () => {
    expect(() => qualityForBound(-1, 180, {kind: "wait", mean: 5}, null)).toThrow(/load must be .*got -1/);
    expect(() => qualityForBound(1, 180, {kind: "blocked", share: 2}, null)).toThrow(/share must .*got 2/);
  });
});
