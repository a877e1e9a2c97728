import {expect, test} from "vitest";
import {Mrg32k3a} from "../../src/random/mrg32k3a.ts";

test("the usual seed gives the published first numbers", () => {
  const generator = new Mrg32k3a();
  const published = [0.127011122046577, 0.318527565396794, 0.30918601558327, 0.825846862927114, 0.221629915782023];
  for (const u of published) expect(generator.next()).toBeCloseTo(u, 14);
});

test("ten million numbers have the known sum", () => {
  const generator = new Mrg32k3a();
  let sum = 0;
  for (let i = 0; i < 10_000_000; i++) sum += generator.next();
  expect(sum.toFixed(6)).toBe("5001090.947189");
});

test("streams begin 2^127 numbers apart and substreams 2^76", () => {
  const next = new Mrg32k3a(1);
  expect(next.state).toEqual([3692455944, 1366884236, 2968912127, 335948734, 4161675175, 475798818]);
  expect(next.next()).toBeCloseTo(0.7595818622487196, 15);
  expect(new Mrg32k3a(2).state).toEqual([1015873554, 1310354410, 2249465273, 994084013, 2912484720, 3876682925]);
  const first = new Mrg32k3a();
  first.restart(1);
  expect(first.state).toEqual([870504860, 2641697727, 884013853, 339352413, 2374306706, 3651603887]);
  expect(first.next()).toBeCloseTo(0.07939898979733463, 15);
});

test("a replication is the same whatever came before it, and replications follow each other", () => {
  const once = new Mrg32k3a();
  once.restart(5);
  let inSteps = new Mrg32k3a();
  for (let replication = 0; replication < 5; replication++) {
    inSteps.restart(1);
    inSteps = new Mrg32k3a(0, inSteps.state);
  }
  expect(inSteps.state).toEqual(once.state);
});
