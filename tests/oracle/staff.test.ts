/** Servers who do more than serve, every pair of rules: engine and oracle tell the same history. */
import {describe, test} from "vitest";
import {compileModel} from "../../src/model/compile.ts";
import {exponential, fixed, scenarioOf} from "../builders.ts";
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

test("after-work, a line each and people who switch: they look at the lane when its customer leaves, not when its server is free", () => {
  const lanes = scenarioOf({
    opening: [0, 7200],
    arrivals: {rate: 1 / 45},
    station: {servers: 3, line: "each", switch: 2, service: exponential(120), afterWork: fixed(30)},
  });
  throughTheMill(compileModel(lanes), 3);
});

describe("staffed places made by chance", () => {
  for (let number = 1; number <= RANDOM_PLACES; number++) test(`place ${number}`, () => throughTheMill(anyStaffedPlace(number), 2));
});
