import fc from "fast-check";
import {expect, test} from "vitest";
import {longRunShares, type Matrix, matrixOf, product, rowTimes, solveLeft, solveRight, transposed} from "../../src/math/matrix.ts";

const square = (n: number) =>
  fc.array(fc.array(fc.double({min: -1, max: 1, noNaN: true}), {minLength: n, maxLength: n}), {minLength: n, maxLength: n});

function expectEqual(a: Matrix, b: Matrix, tolerance: number): void {
  expect([a.rows, a.columns]).toEqual([b.rows, b.columns]);
  a.values.forEach((value, i) => expect(Math.abs(value - b.values[i])).toBeLessThan(tolerance));
}

test("a product with holes is the sum of products of entries", () => {
  const a = matrixOf([
    [1, 0, 2],
    [0, 0, 0],
  ]);
  const b = matrixOf([
    [1, 2],
    [3, 4],
    [0, 5],
  ]);
  expect([...product(a, b).values]).toEqual([1, 12, 0, 0]);
});

test("what is solved from either side gives back the right side", () => {
  fc.assert(
    fc.property(square(6), square(6), (rows, right) => {
      const a = matrixOf(rows.map((row, i) => row.map((value, j) => value + (i === j ? 8 : 0))));
      const b = matrixOf(right);
      expectEqual(product(a, solveRight(a, b)), b, 1e-13);
      expectEqual(product(solveLeft(a, b), a), b, 1e-13);
    }),
    {numRuns: 50},
  );
});

test("a zero on the diagonal is no obstacle: rows are exchanged", () => {
  const a = matrixOf([
    [0, 2, 0],
    [0, 0, 4],
    [1, 0, 0],
  ]);
  const b = matrixOf([[2], [8], [5]]);
  expect([...solveRight(a, b).values]).toEqual([5, 1, 2]);
});

test("transposing twice gives the matrix back, and a row times a matrix is its first product", () => {
  const a = matrixOf([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  expect([...transposed(transposed(a)).values]).toEqual([1, 2, 3, 4, 5, 6]);
  expect([...transposed(a).values]).toEqual([1, 4, 2, 5, 3, 6]);
  expect([...rowTimes(Float64Array.of(1, 10), a)]).toEqual([41, 52, 63]);
});

test("long-run shares of two states are as their rates, even 300 powers of ten apart", () => {
  const shares = longRunShares(
    matrixOf([
      [0, 1e-300],
      [1, 0],
    ]),
  );
  expect(shares[0]).toBe(1);
  expect(shares[1]).toBe(1e-300);
});

test("long-run shares do not change over time", () => {
  fc.assert(
    fc.property(square(7), (rows) => {
      const generator = matrixOf(rows.map((row, i) => row.map((value, j) => (i === j ? 0 : Math.abs(value) + 0.01))));
      const shares = longRunShares(generator);
      const into = rowTimes(shares, generator);
      for (let i = 0; i < 7; i++) {
        let out = 0;
        for (let j = 0; j < 7; j++) out += generator.values[i * 7 + j];
        expect(Math.abs(into[i] - shares[i] * out)).toBeLessThan(1e-14);
      }
    }),
    {numRuns: 50},
  );
});
