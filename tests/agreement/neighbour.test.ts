/**
 * M/M/c+G for M/G/c+G: how far the neighbour's mean wait is off is told in its `validity`, and simulation must find it so. Loads,
 * servers and seed were fixed beforehand.
 */
import {describe, expect, test} from "vitest";
import type {Law} from "../../src/random/law.ts";
import {AS_IF_EXPONENTIAL, neighbourOf} from "../../src/twin/neighbour.ts";
import {exponential, fixed, lognormal} from "../builders.ts";
import {gaveUp, meanWait, relativeWidth} from "./numbers.ts";
import {BY_THE_RULE, inTheLongRun} from "./run.ts";

const SERVICE = 360;

/** Relative error of the neighbour's mean wait and share giving up. */
function errors(service: Law, servers: number, load: number, patience: number): [number, number] {
  const rate = (servers * load) / SERVICE;
  const neighbour = neighbourOf({
    arrivals: {kind: "poisson", rate},
    service,
    servers,
    room: Infinity,
    patience: exponential(patience),
    isFirstCome: true,
  })!;
  const run = inTheLongRun(
    {arrivals: {rate}, classes: {customers: {patience: exponential(patience)}}, station: {servers, service}},
    BY_THE_RULE,
  );
  const [wait, gone] = [meanWait(run), gaveUp(run)];
  expect(relativeWidth(wait)).toBeLessThan(0.07);
  return [neighbour.longRun.waitTime!.value / wait.value! - 1, neighbour.longRun.abandoned!.value / gone.value! - 1];
}

describe("the neighbour of a queue with patience and any service is off as its validity says", {timeout: 120_000}, () => {
  test.for([
    ["constant service", fixed(SERVICE), 0.01, 0.54, "+1 % … +54 %"],
    ["service of cv 0.5", lognormal(SERVICE, 0.5), 0, 0.35, "0 % … +35 %"],
    ["service of cv 1.5", lognormal(SERVICE, 1.5), -0.11, 0, "-11 % … 0 %"],
  ] as const)("%s", ([, service, least, most, told]) => {
    expect(AS_IF_EXPONENTIAL.validity.en).toContain(told);
    for (const [servers, load, patience] of [
      [3, 0.9, 5 * SERVICE],
      [14, 0.9, 5 * SERVICE],
      [14, 1.2, SERVICE],
    ])
      for (const error of errors(service, servers, load, patience)) {
        expect(error).toBeGreaterThan(least - 0.01);
        expect(error).toBeLessThan(most + 0.01);
      }
  });
});
