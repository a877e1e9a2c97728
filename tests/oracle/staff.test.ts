/** Servers who do more than serve, every pair of rules: engine and oracle tell the same history. */
import {describe, test} from "vitest";
import {throughTheMill} from "./mill.ts";
import {everyPair} from "./pairs.ts";
import {anyStaffedPlace, STAFF_FACTORS, staffedPlace} from "./staff.ts";

const RANDOM_PLACES = Number(process.env.WAITLINE_RANDOM_PLACES ?? 150);

describe("set-up, after-work, hours, breaks, lunch, breakdowns and speeds, every pair of rules", () => {
  for (const row of everyPair(STAFF_FACTORS)) {
    const words = Object.entries(row).map(([factor, value]) => `${factor} ${value}`);
    test(words.join(", "), () => throughTheMill(staffedPlace(row), 3));
  }
});

describe("staffed places made by chance", () => {
  for (let number = 1; number <= RANDOM_PLACES; number++) test(`place ${number}`, () => throughTheMill(anyStaffedPlace(number), 2));
});
