import {expect, test} from "vitest";
import {varianceOfWait as firstCome} from "../../src/theory/mg1.ts";
import {solveOrder, varianceOfWait} from "../../src/theory/order-of-service.ts";
import {expectClose, LOADS} from "./queues.ts";

const exponential = {mean: 1, second: 2, third: 6};

test("the mean wait is the same in every order; the variance grows from first come over random to last come", () => {
  for (const load of LOADS) {
    const [first, random, last] = (["first come", "at random", "last come"] as const).map((order) => solveOrder(load, exponential, order));
    expect(random.waitTime!.value).toBe(first.waitTime!.value);
    expect(last.waitTime!.value).toBe(first.waitTime!.value);
    expect(first.waitVariance!.value).toBeLessThan(random.waitVariance!.value);
    expect(random.waitVariance!.value).toBeLessThan(last.waitVariance!.value);
    expectClose(first.waitVariance!.value, firstCome(load, exponential), 1e-12);
  }
});

test("last come, exponential service: who waits waits a busy period, so E[W²] = 2ρ/(µ²(1 - ρ)³)", () => {
  for (const load of LOADS) {
    const wait = load / (1 - load);
    expectClose(varianceOfWait(load, exponential, "last come") + wait * wait, (2 * load) / (1 - load) ** 3, 1e-12);
  }
});

test("overload is an answer", () => {
  expect(varianceOfWait(1, exponential, "at random")).toBe(Infinity);
  expect(solveOrder(2, exponential, "last come").waitTime!.value).toBe(Infinity);
  expect(() => varianceOfWait(NaN, exponential, "last come")).toThrow("arrivalRate must be more than 0 and finite, got NaN");
});
