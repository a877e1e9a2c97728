import fc from "fast-check";
import {expect, test} from "vitest";
import {equalLinesWait, type PolledLine, pollingWaits, pseudoConservedWait, solvePolling} from "../../src/theory/polling.ts";
import {expectClose} from "./queues.ts";

const line = (arrivalRate: number, mean: number, squaredCV: number, changeTime: number, changeVariance: number): PolledLine => ({
  arrivalRate,
  service: {mean, second: mean * mean * (1 + squaredCV)},
  changeTime,
  changeVariance,
});

const anyLine = fc.record({
  share: fc.double({min: 0.05, max: 1, noNaN: true}),
  mean: fc.double({min: 0.1, max: 5, noNaN: true}),
  squaredCV: fc.double({min: 0, max: 4, noNaN: true}),
  changeTime: fc.double({min: 0.01, max: 3, noNaN: true}),
  changeVariance: fc.double({min: 0, max: 3, noNaN: true}),
});

test("whatever the lines, the single waits obey the pseudo-conservation law", () => {
  fc.assert(
    fc.property(fc.array(anyLine, {minLength: 1, maxLength: 6}), fc.double({min: 0.05, max: 0.95, noNaN: true}), (parts, load) => {
      const total = parts.reduce((sum, {share}) => sum + share, 0);
      const lines = parts.map((part) =>
        line((load * part.share) / (total * part.mean), part.mean, part.squaredCV, part.changeTime, part.changeVariance),
      );
      for (const visit of ["exhaustive", "gated"] as const) {
        const waits = pollingWaits(lines, visit);
        const worked = waits.reduce((sum, wait, i) => sum + wait * lines[i].arrivalRate * lines[i].service.mean, 0);
        expectClose(worked, pseudoConservedWait(lines, visit), 1e-9);
        for (const wait of waits) expect(wait).toBeGreaterThan(0);
      }
    }),
    {numRuns: 60},
  );
});

test("equal lines wait equally long; emptying a line beats gating, gating beats one customer a visit", () => {
  const one = line(0.1, 1, 1, 0.5, 0.1);
  for (const count of [1, 2, 5, 8]) {
    for (const visit of ["exhaustive", "gated"] as const)
      for (const wait of pollingWaits(
        Array.from({length: count}, () => one),
        visit,
      ))
        expectClose(wait, equalLinesWait(one, count, visit), 1e-11);
    const waits = (["exhaustive", "gated", "one by one"] as const).map((visit) => equalLinesWait(one, count, visit));
    expect(waits[0]).toBeLessThan(waits[1]);
    expect(waits[1]).toBeLessThan(waits[2]);
  }
});

test("one line with exhaustive visits is M/G/1 with vacations: the wait and half a change more", () => {
  // constant changes of 0.5: λE[S²]/(2(1-ρ)) + 0.25
  const wait = pollingWaits([line(0.6, 1, 1, 0.5, 0)], "exhaustive")[0];
  expectClose(wait, (0.6 * 2) / (2 * 0.4) + 0.25, 1e-12);
});

test("numbering the lines from another one on changes nothing", () => {
  const lines = [line(0.2, 1, 1, 0.3, 0.02), line(0.1, 3, 2, 0.1, 0), line(0.05, 2, 0, 1, 0.5)];
  for (const visit of ["exhaustive", "gated"] as const) {
    const waits = pollingWaits(lines, visit);
    const turned = pollingWaits([...lines.slice(1), lines[0]], visit);
    [...waits.slice(1), waits[0]].forEach((wait, i) => expectClose(turned[i], wait, 1e-11));
  }
});

test("overload is an answer; one customer a visit is overloaded before the server is always busy", () => {
  const busy = line(0.5, 1, 1, 0.1, 0);
  expect(pollingWaits([busy, busy], "gated")).toEqual([Infinity, Infinity]);
  expect(pseudoConservedWait([busy, busy], "exhaustive")).toBe(Infinity);
  const slow = line(0.3, 1, 1, 1, 0);
  expect(equalLinesWait(slow, 2, "one by one")).toBe(Infinity);
  expect(equalLinesWait(slow, 2, "exhaustive")).toBeLessThan(5);
});

test("Little's law holds line by line", () => {
  const lines = [line(0.2, 1, 1, 0.3, 0.02), line(0.1, 3, 2, 0.1, 0)];
  solvePolling(lines, "gated").forEach((found, i) => expectClose(found.queueLength!.value, lines[i].arrivalRate * found.waitTime!.value));
});

test("garbage is refused by name", () => {
  expect(() => pollingWaits([], "gated")).toThrow("lines must be 1 or more, got 0");
  expect(() => pollingWaits([line(1, 0.1, 1, 0, 0)], "gated")).toThrow("time of all changes must be more than 0 and finite, got 0");
  expect(() =>
    pollingWaits(
      Array.from({length: 17}, () => line(0.01, 1, 1, 1, 1)),
      "gated",
    ),
  ).toThrow("lines must be at most 16, got 17");
});
