/** Where two designs change places, on curves whose zeros are known. */
import {describe, expect, test} from "vitest";
import {crossingsOf, evenSteps, type Look, nextLook} from "../../src/comparison/crossing.ts";

const look = (value: number, difference: number | null, half = 0.1): Look => ({
  value,
  difference,
  low: difference === null ? null : difference - half,
  high: difference === null ? null : difference + half,
  estimates: [],
});

/** Looks as the tool takes them, along a curve. */
function found(curve: (value: number) => number, from: number, to: number, {half = 0.1, isWhole = false, looks: count = 9} = {}) {
  const looks = evenSteps(from, to, count, isWhole).map((value) => look(value, curve(value), half));
  const even = looks.length;
  for (let next = nextLook(looks, isWhole); next !== null; next = nextLook(looks, isWhole)) {
    looks.push(look(next, curve(next), half));
    looks.sort((a, b) => a.value - b.value);
  }
  return {crossings: crossingsOf(looks), further: looks.length - even};
}

describe("a crossing", () => {
  test("of a straight line is found without a further look beyond the one that confirms it", () => {
    const {crossings, further} = found((value) => 2 * value - 3, 0, 4);
    expect(crossings).toHaveLength(1);
    expect(crossings[0].at).toBeCloseTo(1.5, 12);
    expect(crossings[0].rises).toBe(true);
    expect(further).toBeLessThanOrEqual(1);
  });

  test("of a bent curve is found to a hundredth of the range, in few looks", () => {
    const {crossings, further} = found((value) => value * value - 2, 0, 4);
    expect(Math.abs(crossings[0].at - Math.SQRT2)).toBeLessThan(0.004);
    expect(further).toBeLessThanOrEqual(4);
  });

  test("is told with the stretch where the interval covers zero", () => {
    const [{from, to}] = found((value) => value - 2, 0, 4, {half: 0.25}).crossings;
    expect(from).toBeCloseTo(1.75, 9);
    expect(to).toBeCloseTo(2.25, 9);
  });

  test("near the edge of what was looked at has no end on that side", () => {
    const [{from, to}] = found((value) => value - 3.9, 0, 4, {half: 0.5}).crossings;
    expect(from).toBeCloseTo(3.4, 9);
    expect(to).toBeNull();
  });

  test("that falls is told from one that rises, and both from none", () => {
    const {crossings} = found((value) => (value - 1) * (3 - value), 0, 4);
    expect(crossings.map(({rises}) => rises)).toEqual([true, false]);
    expect(crossings[1].at).toBeCloseTo(3, 2);
    expect(found((value) => value * value + 1, -2, 2).crossings).toEqual([]);
  });

  test("between whole numbers is looked for among whole numbers only", () => {
    const looks: number[] = [];
    const {crossings} = found(
      (value) => {
        looks.push(value);
        return value - 17.4;
      },
      1,
      41,
      {isWhole: true, looks: 3},
    );
    expect(looks.every(Number.isInteger)).toBe(true);
    expect(looks).toContain(17);
    expect(looks).toContain(18);
    expect(crossings[0].at).toBeCloseTo(17.4, 9);
  });

  test("is not looked for where nobody was there to measure", () => {
    expect(nextLook([look(0, null), look(1, null)], false)).toBeNull();
    expect(crossingsOf([look(0, null), look(1, -1), look(2, 1)])).toHaveLength(1);
  });
});
