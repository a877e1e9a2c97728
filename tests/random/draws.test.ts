import {expect, test} from "vitest";
import {chiSquareCdf} from "../../src/math/special.ts";
import {Draws} from "../../src/random/index.ts";
import {uniformFrom} from "../../src/random/uniform.ts";
import {chiSquareOfCells, correlationZ, keyFor} from "./samples.ts";

test("a customer's draw does not depend on who drew before", () => {
  const forward = new Draws(keyFor("route"));
  const backward = new Draws(keyFor("route"));
  forward.restart(3);
  backward.restart(3);
  const there = Array.from({length: 100}, (_, customer) => forward.at(customer, customer % 3));
  const back = Array.from({length: 100}, (_, i) => backward.at(99 - i, (99 - i) % 3)).reverse();
  expect(back).toEqual(there);
});

test("draws of customers, visits, replications and purposes are uniform and unrelated", () => {
  const draws = new Draws(keyFor("route"));
  const column = (place: (i: number) => number) => Float64Array.from({length: 10_000}, (_, i) => place(i));
  const customers = column((i) => draws.at(i, 0));
  const visits = column((i) => draws.at(0, i));
  const secondVisits = column((i) => draws.at(i, 1));
  const replications = column((i) => {
    draws.restart(i);
    return draws.at(0, 0);
  });
  const others = new Draws(keyFor("no-show"));
  const purposes = column((i) => others.at(i, 0));
  for (const sample of [customers, visits, secondVisits, replications, purposes]) {
    const share = chiSquareCdf(chiSquareOfCells(sample, 100), 99);
    expect(Math.abs(share - 0.5)).toBeLessThan(0.4995);
    expect(Math.abs(correlationZ(sample.slice(1), sample.slice(0, -1)))).toBeLessThan(3.3);
    if (sample !== customers) expect(Math.abs(correlationZ(sample, customers))).toBeLessThan(3.3);
  }
});

test("a uniform number is never 0 and never 1", () => {
  expect(uniformFrom(0, 0)).toBe(2 ** -53);
  expect(uniformFrom(-1, -1)).toBe(1 - 2 ** -53);
});

test("no bit of a draw has changed", () => {
  const draws = new Draws(keyFor("route"));
  const first = draws.at(0, 0);
  draws.restart(7);
  expect([first, draws.at(0, 0), draws.at(12, 1), draws.at(4_000_000_000, 2)]).toMatchInlineSnapshot(`
    [
      0.07976894894719744,
      0.4663373574294508,
      0.9655117905109264,
      0.7440805127474924,
    ]
  `);
});
