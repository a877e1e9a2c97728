import {expect, test} from "vitest";
import * as elementary from "../../src/math/elementary.ts";
import * as special from "../../src/math/special.ts";
import {TESTED_FUNCTIONS, worstErrors} from "../../src/verification/special-functions.ts";

const rows = worstErrors();

test("every function of src/math is held against R", () => {
  expect([...TESTED_FUNCTIONS].sort()).toEqual(Object.keys({...elementary, ...special}).sort());
  expect(rows.reduce((sum, {points}) => sum + points, 0)).toBeGreaterThan(1800);
});

for (const name of TESTED_FUNCTIONS) {
  test(`${name} is R's to 1e-12, and to 1e-9 where the probability is below 1e-100`, () => {
    const own = rows.filter((row) => row.name === name);
    expect(own.length).toBeGreaterThan(0);
    for (const {region, points, worstRelativeError, at, bound, pointsWhereRIsOff, worstErrorOfR} of own) {
      const where = `${name}(${at.join(", ")})`;
      const aside =
        pointsWhereRIsOff > 0
          ? `; at ${pointsWhereRIsOff} R is off, by ${worstErrorOfR.toExponential(1)} at worst, and 50 digits decide`
          : "";
      console.log(`${region.padEnd(8)} ${String(points).padStart(3)} points, ${worstRelativeError.toExponential(1)} at ${where}${aside}`);
      expect(bound).toBe(region === "ordinary" ? 1e-12 : 1e-9);
      expect(worstRelativeError, where).toBeLessThan(bound);
    }
  });
}
