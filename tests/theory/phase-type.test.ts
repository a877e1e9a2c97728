import fc from "fast-check";
import {expect, test} from "vitest";
import {balancedMixture, erlangPhases, mixedPhases, phaseMoments, phaseTypeProblem} from "../../src/theory/phase-type.ts";
import {expectClose} from "./queues.ts";

test("Erlang with k phases has squared CV 1/k and third moment (1 + 1/k)(1 + 2/k) of the cubed mean", () => {
  for (const phases of [1, 2, 5, 20]) {
    const {mean, second, third} = phaseMoments(erlangPhases(3, phases));
    expectClose(mean, 3, 1e-13);
    expectClose(second, 9 * (1 + 1 / phases), 1e-13);
    expectClose(third, 27 * (1 + 1 / phases) * (1 + 2 / phases), 1e-13);
  }
});

test("a balanced mixture has the mean and squared CV asked for, half of the mean from each part", () => {
  fc.assert(
    fc.property(fc.double({min: 0.01, max: 100, noNaN: true}), fc.double({min: 1, max: 50, noNaN: true}), (mean, squaredCV) => {
      const {shares, means} = balancedMixture(mean, squaredCV);
      expectClose(shares[0] * means[0], mean / 2, 1e-12);
      expectClose(shares[1] * means[1], mean / 2, 1e-12);
      const moments = phaseMoments(mixedPhases(shares, means));
      expectClose(moments.mean, mean, 1e-12);
      expectClose(moments.second / (mean * mean) - 1, squaredCV, 1e-10);
    }),
  );
});

test("what is no phase-type law is named", () => {
  expect(phaseTypeProblem({start: [1], rates: [[-1]]})).toBeUndefined();
  expect(phaseTypeProblem({start: [], rates: []})).toContain("square table");
  expect(
    phaseTypeProblem({
      start: [0.5, 0.4],
      rates: [
        [-1, 0],
        [0, -1],
      ],
    }),
  ).toContain("sum to 1, got 0.5, 0.4");
  expect(phaseTypeProblem({start: [1], rates: [[0]]})).toContain("phase 1");
  expect(
    phaseTypeProblem({
      start: [1, 0],
      rates: [
        [-1, 2],
        [0, -1],
      ],
    }),
  ).toContain("sum to 0 or less, got -1, 2");
  expect(() =>
    phaseMoments({
      start: [1, 0],
      rates: [
        [-1, 1],
        [1, -1],
      ],
    }),
  ).toThrow("a phase-type law must end");
});
