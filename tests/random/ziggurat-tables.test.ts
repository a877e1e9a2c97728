import {expect, test} from "vitest";
import {normalCdf} from "../../src/math/special.ts";
import * as literal from "./ziggurat-literals.ts";
import {EXPONENTIAL_EDGES, EXPONENTIAL_HEIGHTS, NORMAL_EDGES, NORMAL_HEIGHTS} from "../../src/random/ziggurat-tables.ts";

interface Curve {
  readonly density: (x: number) => number;
  readonly inverse: (height: number) => number;
  readonly tail: (x: number) => number;
}

const exponential: Curve = {density: (x) => Math.exp(-x), inverse: (y) => -Math.log(y), tail: (x) => Math.exp(-x)};
const normal: Curve = {
  density: (x) => Math.exp((-x * x) / 2),
  inverse: (y) => Math.sqrt(-2 * Math.log(y)),
  tail: (x) => Math.sqrt(2 * Math.PI) * normalCdf(-x),
};

/** The edges whose first is where the tail begins; how far the last layer overshoots the top says whether that was right. */
function edgesFrom(start: number, {density, inverse, tail}: Curve): {edges: number[]; overshoot: number} {
  const area = start * density(start) + tail(start);
  const edges = [area / density(start), start];
  for (;;) {
    const x = edges[edges.length - 1];
    const height = density(x) + area / x;
    if (edges.length === 256) return {edges: [...edges, 0], overshoot: height - 1};
    if (height >= 1) return {edges, overshoot: Infinity};
    edges.push(inverse(height));
  }
}

function solveEdges(low: number, high: number, curve: Curve): number[] {
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (edgesFrom(middle, curve).overshoot > 0) low = middle;
    else high = middle;
  }
  return edgesFrom(high, curve).edges;
}

for (const [name, curve, range, edges, heights] of [
  ["exponential", exponential, [7, 8], EXPONENTIAL_EDGES, EXPONENTIAL_HEIGHTS],
  ["normal", normal, [3, 4], NORMAL_EDGES, NORMAL_HEIGHTS],
] as const) {
  test(`the ${name} ziggurat has 256 layers of equal area`, () => {
    const truth = solveEdges(range[0], range[1], curve);
    expect(edges.length).toBe(257);
    for (let i = 0; i <= 256; i++) {
      // Rounding adds up towards the top, where the layers are thin.
      expect(Math.abs(edges[i] - truth[i]), `edge ${i}`).toBeLessThan(1e-12);
      expect(Math.abs(heights[i] - curve.density(edges[i])), `height ${i}`).toBeLessThan(3e-16);
    }
    const area = edges[0] * heights[1];
    for (let i = 1; i < 256; i++) expect(Math.abs(edges[i] * (heights[i + 1] - heights[i]) - area)).toBeLessThan(1e-15);
  });
}

test("the tables are the literal numbers of 40-digit arithmetic, to the last bit", () => {
  expect(EXPONENTIAL_EDGES).toEqual(literal.EXPONENTIAL_EDGES);
  expect(EXPONENTIAL_HEIGHTS).toEqual(literal.EXPONENTIAL_HEIGHTS);
  expect(NORMAL_EDGES).toEqual(literal.NORMAL_EDGES);
  expect(NORMAL_HEIGHTS).toEqual(literal.NORMAL_HEIGHTS);
});
