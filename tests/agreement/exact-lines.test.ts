/** One line or one each, and how people choose: known mean waits, by the rule of `numbers.ts`; seed 2026, fixed beforehand. */
import {describe, test} from "vitest";
import {exponential, type GivenStation} from "../builders.ts";
import * as the from "./numbers.ts";
import {expectToAgree} from "./numbers.ts";
import {inTheLongRun, millions} from "./run.ts";

const MINUTES = 60;

describe("two servers, 1.6 customers per service time", {timeout: 120_000}, () => {
  test.for([
    ["shortest", 1.9557366176375224],
    ["round robin", 2.843979766989913],
    ["at random", 4],
  ] as const)("a line each, %s: mean wait %d", ([join, wait]) => {
    const station = {servers: 2, service: exponential(1), line: "each", join} as const;
    expectToAgree(the.meanWait(inTheLongRun({arrivals: {rate: 1.6}, station}, millions(6))), wait);
  });
});

describe("three cashiers, 5 min each, one customer in 2 min", {timeout: 120_000}, () => {
  test.for([
    ["one line", 7.022471910112359, {}],
    ["the shortest line", 8.139226386424518, {line: "each", join: "shortest"}],
    ["round robin", 15.616376592899588, {line: "each", join: "round robin"}],
    ["at random", 25, {line: "each", join: "at random"}],
  ] as [string, number, GivenStation][])("%s: %d min", ([, minutes, station]) => {
    const run = inTheLongRun(
      {arrivals: {rate: 0.5 / MINUTES}, station: {servers: 3, service: exponential(5 * MINUTES), ...station}},
      millions(10),
    );
    expectToAgree(the.meanWait(run), minutes * MINUTES);
  });
});

describe("two servers of 80 s for a customer every 50 s: people waiting on average", {timeout: 120_000}, () => {
  test.for([
    ["lines chosen at random", 6.4, {line: "each", join: "at random"}],
    ["fewest waiting, ties at random", 3.2983, {line: "each", counts: "waiting", ties: "random"}],
    ["fewest waiting, ties to the left", 3.3889, {line: "each", counts: "waiting", ties: "left"}],
    ["fewest in system", 3.12917858822, {line: "each", counts: "system", ties: "random"}],
    ["one line", 2.8444444444, {}],
    ["one server twice as fast", 3.2, {servers: 1, speed: 2}],
  ] as [string, number, GivenStation][])("%s: %d", ([, waiting, station]) => {
    const run = inTheLongRun({arrivals: {rate: 1 / 50}, station: {servers: 2, service: exponential(80), ...station}}, millions(10));
    expectToAgree(the.queueLength(run), waiting);
    expectToAgree(the.meanWait(run), waiting * 50);
  });
});
