/**
 * Every policy of appointments.json, simulated: each number within four standard errors of the exact one, and its interval narrow
 * enough to have missed it. COVERAGE=nightly runs 200,000 sessions of each instead of 20,000. A few numbers are certain (nobody can
 * be idle where all come at once): those must be met exactly.
 */
import {afterAll, describe, expect, test} from "vitest";
import {regularizedGammaQ} from "../../src/math/special.ts";
import {appointmentPlans} from "../../src/verification/families/appointments.ts";
import {distance, relativeWidth} from "./numbers.ts";
import {collect} from "./run.ts";

const isNightly = process.env.COVERAGE === "nightly";
const SESSIONS = isNightly ? 200_000 : 20_000;
/** Half of the 99.9 % interval, as a share of the value: of a share below 5 %, and of a wait that is hardly there, more is allowed. */
const WIDEST = isNightly ? 0.03 : 0.1;

const lines: string[] = [];
const firstZ: number[] = [];

describe(`appointments.json, ${SESSIONS} sessions of each`, () => {
  for (const {id, place, within, checks} of appointmentPlans()) {
    test(id, {timeout: 600_000}, () => {
      const run = collect(place, SESSIONS, {within});
      const z: number[] = [];
      const told: string[] = [];
      for (const [i, {number, ...truth}] of checks.entries()) {
        const claim = number(run);
        const words = `${claim.value} ± ${(100 * relativeWidth(claim)).toFixed(2)} % for ${truth.truth}`;
        if (claim.standardError === 0) {
          expect(Math.abs((claim.value ?? Number.NaN) - truth.truth), `number ${i}: ${words}`).toBeLessThan(1e-9);
          continue;
        }
        expect(distance(claim, truth), `number ${i}: ${words}`).toBeLessThanOrEqual(4);
        expect(relativeWidth(claim), `number ${i}: ${words}`).toBeLessThanOrEqual(WIDEST);
        const error = Math.hypot(claim.standardError ?? Number.NaN, truth.standardError ?? 0);
        z.push(((claim.value ?? Number.NaN) - truth.truth) / error);
        told.push(z[z.length - 1].toFixed(1));
      }
      lines.push(`${id}: ${told.join(" ")}`);
      if (z.length > 0) firstZ.push(z[0]);
    });
  }

  test("all cases together scatter as chance does, neither more nor less", () => {
    expect(firstZ.length).toBeGreaterThan(50); // one number of each case: the cases are independent, the numbers of a case are not
    const sum = firstZ.reduce((total, z) => total + z * z, 0);
    const beyond = regularizedGammaQ(firstZ.length / 2, sum / 2);
    lines.push(`chi-square ${sum.toFixed(1)} of ${firstZ.length} cases, p = ${beyond.toFixed(3)}`);
    expect(beyond).toBeGreaterThan(0.001);
    expect(beyond).toBeLessThan(0.999);
  });

  afterAll(() => console.log(lines.join("\n")));
});
