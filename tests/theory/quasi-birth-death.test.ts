import {expect, test} from "vitest";
import {matrixOf, product} from "../../src/math/matrix.ts";
import {firstPassage, solveLevels, totalOf} from "../../src/theory/quasi-birth-death.ts";
import {expectClose} from "./queues.ts";

test("with one phase the chain is M/M/1: shares ρ^k (1 - ρ), also at an occupancy of 0.999999", () => {
  for (const load of [0.3, 0.9, 0.999999]) {
    const others = {up: matrixOf([[load]]), local: matrixOf([[-1 - load]]), down: matrixOf([[1]])};
    const solved = solveLevels({
      first: [{up: others.up, local: matrixOf([[-load]]), down: others.down}],
      others,
      downToFirst: others.down,
    });
    expectClose(solved.shares[0][0], 1 - load, 1e-9);
    expectClose(solved.ratio.values[0], load, 1e-9);
    expectClose(totalOf(solved.mass), load, 1e-9);
    // levels from 1 on, counted from 1: Σ (k-1) ρ^k (1-ρ) = ρ²/(1-ρ), Σ (k-1)(k-2) … = 2ρ³/(1-ρ)²
    expectClose(totalOf(solved.firstMoment), load ** 2 / (1 - load), 1e-8);
    expectClose(totalOf(solved.secondMoment), (2 * load ** 3) / (1 - load) ** 2, 1e-8);
  }
});

test("first passage solves its quadratic, and is sure where the chain drifts down", () => {
  const up = matrixOf([
    [0.5, 0.2],
    [0, 0.1],
  ]);
  const down = matrixOf([
    [1, 0],
    [2, 0],
  ]);
  const local = matrixOf([
    [-2.2, 0.5],
    [1, -3.1],
  ]);
  const passage = firstPassage({up, local, down});
  const left = product(up, product(passage, passage)).values;
  const middle = product(local, passage).values;
  for (let i = 0; i < 4; i++) expect(Math.abs(left[i] + middle[i] + down.values[i])).toBeLessThan(1e-14);
  // steps down end in the first phase only
  expect([...passage.values].map((chance) => Math.round(chance * 1e14) / 1e14)).toEqual([1, 0, 1, 0]);
});
