/**
 * The choice to stay against what must be true: chains where they are exact, and the balking experiments T05 to T07 (four servers,
 * occupancy .9, four minutes each) by the rule of `numbers.ts`; seed 2026, fixed beforehand.
 */
import {describe, expect, test} from "vitest";
import {compileModel} from "../../src/model/compile.ts";
import {GAVE_UP_AT, JOINED} from "../../src/replication/event-log.ts";
import {BALKED, OFFERED} from "../../src/replication/row.ts";
import type {Announcement, Balking} from "../../src/scenario/scenario.ts";
import {exponential, type GivenScenario, type GivenStation, lognormal, scenarioOf} from "../builders.ts";
import {balkingChain, unhappyLast} from "./chains.ts";
import {traceReplication} from "./engine.ts";
import * as the from "./numbers.ts";
import {expectToAgree, ratio, visits} from "./numbers.ts";
import {inTheLongRun, millions} from "./run.ts";

const balked = ratio(visits(BALKED), visits(OFFERED));
const MINUTES = 60;
const SERVICE = 4 * MINUTES;
const LANES: GivenStation = {line: "each", join: "shortest", switch: 2};
const RIGHT: Announcement = {padded: 0, wrong: 0};

function counters(balks: Balking, station: GivenStation = {}): GivenScenario {
  return {
    arrivals: {rate: (0.9 * 4) / SERVICE},
    classes: {customers: {balks}},
    station: {servers: 4, service: exponential(SERVICE), ...station},
  };
}
const by = (goesBy: Balking["goesBy"], each: number, perception = 0): Balking => ({goesBy, perception, rule: {kind: "each", each}});
/** One line of four servers: the share who stay by what n people in the system look like. */
const oneLine = (perMember: (n: number) => number) =>
  balkingChain({servers: 4, arrivals: 3.6, service: 1, stays: (n) => Math.exp(-perMember(n))});

describe("T05: each person who waits drives away, 1 - exp(-8% n)", {timeout: 120_000}, () => {
  test("one line loses 9.27 %, as its birth-death chain says, and the others wait 1.66 min", () => {
    const chain = oneLine((n) => 0.08 * Math.max(0, n - 4));
    expect(chain.balked).toBeCloseTo(0.0927, 4);
    expect(4 * chain.wait).toBeCloseTo(1.66, 2);
    const run = inTheLongRun(counters(by("people waiting", 0.08)), millions(2));
    expectToAgree(balked(run), chain.balked);
    expectToAgree(the.meanWait(run), chain.wait * SERVICE);
  });

  test("four lines where people switch lose 3.9 %, and the others wait 3.5 min", () => {
    const run = inTheLongRun(counters(by("people waiting", 0.08), LANES), millions(4));
    expectToAgree(balked(run), 0.0388, 0.05);
    expectToAgree(the.meanWait(run), 3.49 * MINUTES);
  });
});

describe("T06: each person ahead drives away, and people allow for the servers by a power", {timeout: 120_000}, () => {
  const chain = (perception: number) => oneLine((n) => (n < 4 ? 0 : (0.12 * (n - 3)) / 4 ** perception)).balked;

  test.for([
    [0, 0.1331],
    [0.25, 0.1163],
    [0.5, 0.1005],
    [0.75, 0.0857],
    [1, 0.0723],
  ] as const)("power %d: one line loses %d", ([perception, share]) => {
    expect(chain(perception)).toBeCloseTo(share, 4);
    expectToAgree(balked(inTheLongRun(counters(by("people ahead", 0.12, perception)), millions(1.5))), chain(perception));
  });

  test("four lines lose 9.18 %: one line loses fewer as soon as people allow for 0.65 of the servers' power", () => {
    const lanes = balked(inTheLongRun(counters(by("people ahead", 0.12), LANES), millions(4)));
    expectToAgree(lanes, 0.0918);
    let [low, high] = [0, 1];
    while (high - low > 1e-6) {
      const middle = (low + high) / 2;
      if (chain(middle) > (lanes.value ?? Number.NaN)) low = middle;
      else high = middle;
    }
    expect(Math.abs(low - 0.65)).toBeLessThan(0.01);
  });
});

describe("T07: the announced minutes turn the sign", {timeout: 120_000}, () => {
  const hears = by("minutes", 0.03);
  test("one line loses 7.2 % and four lines 9.2 %, where heads lose 13.3 % and 9.2 %", () => {
    const chain = oneLine((n) => (n < 4 ? 0 : (0.03 * 4 * (n - 3)) / 4)).balked;
    const one = balked(inTheLongRun(counters(hears, {announces: RIGHT}), millions(2)));
    const lanes = balked(inTheLongRun(counters(hears, {...LANES, announces: RIGHT}), millions(4)));
    expectToAgree(one, chain);
    expectToAgree(lanes, 0.0918);
    expect(one.high!).toBeLessThan(lanes.low!);
    const heads = balked(inTheLongRun(counters(by("people ahead", 0.12)), millions(1.5)));
    expect(heads.low!).toBeGreaterThan(lanes.high!);
  });

  test("a fifth added loses as many as nerves a fifth weaker", () => {
    const chain = oneLine((n) => (n < 4 ? 0 : (1.2 * 0.12 * (n - 3)) / 4)).balked;
    expectToAgree(balked(inTheLongRun(counters(hears, {announces: {padded: 0.2, wrong: 0}}), millions(1.5))), chain);
  });

  test("minutes that are wrong by up to 30 % either way", () => {
    // E exp(-x (1 + .3 v)) over v uniform in (-1, 1): exp(-x) sinh(.3 x) / (.3 x).
    const stays = (x: number) => (x === 0 ? 1 : (Math.exp(-x) * Math.sinh(0.3 * x)) / (0.3 * x));
    const chain = oneLine((n) => -Math.log(stays(n < 4 ? 0 : (0.12 * (n - 3)) / 4))).balked;
    expectToAgree(balked(inTheLongRun(counters(hears, {announces: {padded: 0, wrong: 0.3}}), millions(1.5))), chain);
  });
});

describe("birth-death chains", {timeout: 120_000}, () => {
  test("one server where one in ten turns round at two, and half at five people", () => {
    const shares = (n: number) => (n >= 5 ? 0.5 : n >= 2 ? 0.9 : 1);
    const chain = balkingChain({servers: 1, arrivals: 1.2, service: 1, stays: shares});
    const balks: Balking = {goesBy: "people in system", perception: 0, rule: {kind: "share", from: [2, 5], share: [0.1, 0.5]}};
    const run = inTheLongRun({arrivals: {rate: 1.2}, classes: {customers: {balks}}, station: {service: exponential(1)}}, millions(2));
    expectToAgree(balked(run), chain.balked);
    expectToAgree(the.meanWait(run), chain.wait);
  });

  test("the right minutes of one exponential server: who bears an exponential time stays as a memoryless chain says", () => {
    const chain = balkingChain({servers: 1, arrivals: 0.95, service: 1, stays: (n) => Math.exp(-n / 8)});
    const balks: Balking = {goesBy: "minutes", perception: 0, rule: {kind: "bears", law: exponential(8)}};
    const station = {service: exponential(1), announces: RIGHT};
    const run = inTheLongRun({arrivals: {rate: 0.95}, classes: {customers: {balks}}, station}, millions(2));
    expectToAgree(balked(run), chain.balked);
    expectToAgree(the.meanWait(run), chain.wait);
  });

  test.for([0.5, 3] as const)("patience %d times as fast for the last in line: M/M/2+M with one death rate more", (faster) => {
    const chain = unhappyLast(2, 2.2, 1, 3, faster);
    const classes = {customers: {patience: exponential(3), lastInLine: faster}};
    const run = inTheLongRun({arrivals: {rate: 2.2}, classes, station: {servers: 2, service: exponential(1)}}, millions(2));
    expectToAgree(the.gaveUp(run), chain.gaveUp);
    expectToAgree(the.queueLength(run), chain.waiting);
  });
});

describe("patience and the announcement", () => {
  const logged = (given: GivenScenario) => traceReplication(compileModel(scenarioOf({...given, run: {customers: 4000}})), 0);
  /** How long those who gave up had waited, and what their patience was. */
  function givenUp(given: GivenScenario) {
    const {customers, events} = logged(given);
    const joined = new Map<number, number>();
    for (const {at, kind, customer} of events) if (kind === JOINED) joined.set(customer, at);
    return events.flatMap(({at, kind, customer}) =>
      kind === GAVE_UP_AT ? [{waited: at - joined.get(customer)!, patience: customers[customer].patience}] : [],
    );
  }
  const place = (one: NonNullable<GivenScenario["classes"]>[string]): GivenScenario => ({
    arrivals: {rate: 1.3},
    classes: {customers: {patience: exponential(4), ...one}},
    station: {service: lognormal(1, 1), announces: RIGHT},
  });

  test("whoever hears more than their patience turns round, so fewer give up, and nobody's patience was shorter than what they heard", () => {
    const balks: Balking = {goesBy: "minutes", perception: 0, rule: {kind: "patience"}};
    const without = inTheLongRun(place({}));
    const run = inTheLongRun(place({balks}));
    expect(the.gaveUp(run).high!).toBeLessThan(0.7 * the.gaveUp(without).low!);
    expect(balked(run).low!).toBeGreaterThan(0.1);
  });

  test("patience beyond the announced: everyone who gives up had waited longer than their own patience", () => {
    const people = givenUp(place({patienceBeyondAnnounced: true}));
    expect(people.length).toBeGreaterThan(100);
    for (const {waited, patience} of people) expect(waited).toBeGreaterThan(patience + 0.99); // at least one mean service was announced
    for (const {waited, patience} of givenUp(place({}))) expect(waited).toBeCloseTo(patience, 9);
  });
});
