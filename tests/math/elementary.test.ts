import {expect, test} from "vitest";
import {cos, exp, expm1, log, log1p, pow, sin} from "../../src/math/elementary.ts";
import reference from "./reference.json" with {type: "json"};
import {bitsOf, digest} from "./bits.ts";

/** Error in units in the last place of the nearest double; the truth lies `beyond` such units above it. */
function errorOf(value: number, nearest: number, beyond: number): number {
  return Math.abs((value - nearest) / unitOf(nearest) - beyond);
}

function unitOf(x: number): number {
  const above = new Float64Array(BigUint64Array.of(bitsOf(Math.abs(x)) + 1n).buffer)[0];
  return above === Infinity ? 2 ** 971 : above - Math.abs(x);
}

for (const [name, call] of Object.entries({log, exp, expm1, log1p, sin, cos})) {
  test(`${name} is within one unit in the last place of 60-digit values`, () => {
    const rows = reference[name as "log"];
    expect(rows.length).toBeGreaterThan(100);
    for (const [x, nearest, beyond] of rows) expect(errorOf(call(x), nearest, beyond), `${name}(${x})`).toBeLessThan(1);
  });
}

test("pow is within one unit in the last place of 60-digit values", () => {
  expect(reference.pow.length).toBeGreaterThan(100);
  for (const [x, y, nearest, beyond] of reference.pow) expect(errorOf(pow(x, y), nearest, beyond), `pow(${x}, ${y})`).toBeLessThan(1);
});

test("the error measure sees a change of one bit", () => {
  const [x, nearest, beyond] = reference.log[0];
  expect(errorOf(nearest + 2 * unitOf(nearest), nearest, beyond)).toBeGreaterThan(1);
  expect(errorOf(log(x), nearest, beyond)).toBeLessThan(1);
});

test("the ends of the number line are those of ECMAScript", () => {
  const ends = [0, -0, 1, -1, 710, -746, 5e-324, -5e-324, Infinity, -Infinity, NaN];
  for (const [call, builtIn] of [
    [log, Math.log],
    [log1p, Math.log1p],
    [exp, Math.exp],
    [expm1, Math.expm1],
    [sin, Math.sin],
    [cos, Math.cos],
  ]) {
    for (const x of ends) {
      const value = call(x);
      if (builtIn(x) === 0 || !Number.isFinite(builtIn(x))) expect(value, `${builtIn.name}(${x})`).toBe(builtIn(x));
      else expect(value, `${builtIn.name}(${x})`).toBeCloseTo(builtIn(x), 14);
    }
  }
});

test("powers of zero, of infinity and of negative numbers are those of ECMAScript", () => {
  const numbers = [0, -0, 1, -1, 2, -2, 0.5, -8, 3, -3, 1 / 3, 1023, 1024, -1074, -1075, 2 ** 53, Infinity, -Infinity, NaN];
  for (const x of numbers) {
    for (const y of numbers) {
      const truth = x ** y;
      if (truth === 0 || !Number.isFinite(truth)) expect(pow(x, y), `pow(${x}, ${y})`).toBe(truth);
      else expect(pow(x, y) / truth, `pow(${x}, ${y})`).toBeCloseTo(1, 14);
    }
  }
});

test("whole powers of whole numbers are exact while a double can hold them", () => {
  for (let base = 1; base <= 20; base++) {
    for (let n = 0, exact = 1n; exact <= 2n ** 53n && n < 60; n++, exact *= BigInt(base)) expect(BigInt(pow(base, n))).toBe(exact);
  }
});

test("exp over- and underflows where e^x leaves the doubles", () => {
  expect(exp(709.782712893384)).toBeLessThan(Infinity);
  expect(exp(709.7827128933841)).toBe(Infinity);
  expect(exp(-745.1332191019411)).toBe(5e-324);
  expect(exp(-745.1332191019412)).toBe(0);
});

test("at an angle of 10^300 sine and cosine still lie on the circle", () => {
  expect(sin(1e300) ** 2 + cos(1e300) ** 2).toBeCloseTo(1, 15);
  expect(sin(-1e300)).toBe(-sin(1e300));
});

test("no bit of any elementary function has changed", () => {
  const arguments_ = Array.from({length: 20_000}, (_, i) => (i + 0.5) / 1000 + i / 7919);
  const digests = Object.fromEntries(
    Object.entries({
      log,
      exp: (x: number) => exp(x - 9),
      expm1: (x: number) => expm1(x - 9),
      log1p: (x: number) => log1p(x / 10 - 0.9),
      sin: (x: number) => sin(x * 1e5),
      cos,
      pow: (x: number) => pow(x, 1.7 - x / 3),
    }).map(([name, call]) => [name, digest(arguments_.map((x) => call(x)))]),
  );
  expect(digests).toMatchInlineSnapshot(`
    {
      "cos": "13f3365a907fdf21",
      "exp": "69ca8e90fd8e85d6",
      "expm1": "ca2b74911e112893",
      "log": "753c17da711a9e33",
      "log1p": "4585000e87a2c32f",
      "pow": "735b2c4b76869504",
      "sin": "f7dabfdc77483e54",
    }
  `);
});
