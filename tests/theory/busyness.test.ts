/** Facts about days that are busier than planned. */
import {describe, expect, test} from "vitest";
import {overBusyness} from "../../src/theory/busyness.ts";
import {solveErlangC} from "../../src/theory/erlang-c.ts";
import {expectNear} from "./closeness.ts";

const SPREADS = [0.001, 0.05, 0.2, 1, 3];

describe("moments of busyness come out", () => {
  test.each(SPREADS)("cv %d: mean and square by days, and by customers one more power", (cv) => {
    const by = (over: "customers" | "days", power: number) => overBusyness({arrivalRate: 7, cv, over}, (rate) => (rate / 7) ** power).value;
    expectNear(by("days", 0), 1, 1e-14);
    expectNear(by("days", 1), 1, 1e-12);
    expectNear(by("days", 2), 1 + cv * cv, 1e-12);
    expectNear(by("customers", 1), 1 + cv * cv, 1e-12);
    expectNear(by("customers", 2), (1 + cv * cv) * (1 + 2 * cv * cv), 1e-12);
  });

  test("an exponential busyness is above 1 on one day in e", () => {
    expectNear(overBusyness({arrivalRate: 1, cv: 1, over: "days", breaks: [1]}, (rate) => (rate > 1 ? 1 : 0)).value, Math.exp(-1), 1e-12);
  });
});

test("a rate known for certain is the rate", () => {
  expect(overBusyness({arrivalRate: 3, cv: 0}, (rate) => rate * 2).value).toBe(6);
});

test("the less certain the rate, the lower the service level of the same people", () => {
  const level = (cv: number) =>
    overBusyness({arrivalRate: 100 / 1800, cv, breaks: [14 / 180]}, (arrivalRate) => {
      return solveErlangC({arrivalRate, serviceTime: 180, servers: 14}).servedWithin!(20).value;
    }).value;
  let last = level(0);
  for (const cv of [0.02, 0.05, 0.1, 0.2, 0.5]) {
    expect(level(cv)).toBeLessThan(last);
    last = level(cv);
  }
  expectNear(level(1e-5), level(0), 1e-8);
});

test("garbage is refused by name and value", () => {
  expect(() => overBusyness({arrivalRate: 0, cv: 0.1}, () => 1)).toThrow(
    new RangeError("arrivalRate must be more than 0 and finite, got 0"),
  );
  expect(() => overBusyness({arrivalRate: 1, cv: -0.1}, () => 1)).toThrow("cv must be 0 or more and finite, got -0.1");
});
