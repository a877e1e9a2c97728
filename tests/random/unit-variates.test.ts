import {expect, test} from "vitest";
import {normalCdf} from "../../src/math/special.ts";
import {fillNormal} from "../../src/random/unit-variates.ts";
import {startXoshiro} from "../../src/random/xoshiro.ts";
import {keyFor, kolmogorov, moments} from "./samples.ts";

function normals(count: number): Float64Array {
  const state = new Int32Array(4);
  startXoshiro(state, keyFor("normal"), 0);
  const block = new Float64Array(count);
  fillNormal(state, block, count);
  return block;
}

test("normal numbers follow the normal distribution", () => {
  const sample = normals(200_000);
  expect(kolmogorov(sample, normalCdf)).toBeLessThan(1.95);
  const {mean, meanError, variance, varianceError} = moments(sample);
  expect(Math.abs(mean)).toBeLessThan(4 * meanError);
  expect(Math.abs(variance - 1)).toBeLessThan(4 * varianceError);
});

test("both tails beyond the ziggurat's base are as heavy as they should be", () => {
  const n = 2_000_000;
  const sample = normals(n);
  for (const z of [-4.2, -3.7, -3.6, 3.6, 3.7, 4.2]) {
    const share = normalCdf(-Math.abs(z));
    const beyond = sample.reduce((sum, x) => sum + (Math.abs(x) > Math.abs(z) && x < 0 === z < 0 ? 1 : 0), 0);
    expect(Math.abs(beyond - n * share), `beyond ${z}`).toBeLessThan(4 * Math.sqrt(n * share));
  }
});
