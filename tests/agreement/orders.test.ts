/**
 * What priorities of every kind do to waits, because it is known: exactly, to the last bit, where two places must tell the same
 * story; within four standard errors and 2 % where a formula says it.
 *
 * Sources: Kleinrock (1964), Naval Research Logistics Quarterly 11(4), 329-341 (delay-dependent priorities); Kleinrock (1965),
 * NRLQ 12(2), 181-192 (conservation); Jaiswal (1968), Priority Queues (preemptive resume); Phipps (1956), Operations Research 4,
 * 76-85 (by the size of the job).
 */
import {describe, expect, test} from "vitest";
import {compileModel} from "../../src/model/compile.ts";
import {DROPPED_AT, ENDED, JOINED, REFUSED_AT, STARTED} from "../../src/replication/event-log.ts";
import {GAVE_UP, REFUSED, SERVED, WAIT_SERVED} from "../../src/replication/row.ts";
import type {Collector} from "../../src/estimate/index.ts";
import {erlang, exponential, fixed, type GivenScenario, type GivenStation, lognormal, scenarioOf} from "../builders.ts";
import {meanOver} from "./chain-of-states.ts";
import {traceReplication} from "./engine.ts";
import {preemptivePlace} from "../../src/verification/families/priority.ts";
import {meanWaitInOneLine} from "./formulas.ts";
import * as the from "./numbers.ts";
import {expectToAgree} from "./numbers.ts";
import {inTheLongRun, millions} from "./run.ts";

/** What happened to the customers of one class at one time after another, without their numbers. */
function storyOf(place: GivenScenario, className: string): string[] {
  const model = compileModel(scenarioOf({...place, opening: [0, 4000]}));
  const {customers, events} = traceReplication(model, 0);
  const row = model.names.classes.indexOf(className);
  const kinds = new Map([
    [JOINED, "joins"],
    [STARTED, "starts"],
    [ENDED, "ends"],
    [REFUSED_AT, "refused"],
    [DROPPED_AT, "dropped"],
  ]);
  const numbers = new Map<number, number>(); // in their own class
  for (const {customer} of events) if (customers[customer].class === row && !numbers.has(customer)) numbers.set(customer, numbers.size);
  return events
    .filter(({kind, customer}) => kinds.has(kind) && numbers.has(customer))
    .map(({at, kind, customer}) => `${at}: ${numbers.get(customer)} ${kinds.get(kind)}`);
}

describe("to the last bit", () => {
  const two = (station: GivenStation): GivenScenario => ({
    arrivals: {high: {rate: 1}, low: {rate: 0.8}},
    classes: {high: {priority: 1, service: exponential(1)}, low: {priority: 2, service: lognormal(1.2, 1.5)}},
    station: {servers: 3, service: null, ...station},
  });
  const alone = (station: GivenStation): GivenScenario => ({
    arrivals: {high: {rate: 1}},
    classes: {high: {service: exponential(1)}},
    station: {servers: 3, service: null, ...station},
  });

  test.for(["resume", "restart", "resample"] as const)(
    "who interrupts others (%s) is served as if the others were not there",
    (interrupt) => {
      expect(storyOf(two({order: "priority", interrupt}), "high")).toEqual(storyOf(alone({}), "high"));
    },
  );

  test("and who drops others from a full room, too: M/M/c/K for the high, however many low ones come", () => {
    const story = storyOf(two({order: "priority", interrupt: "resume", room: 4, full: "drop lowest"}), "high");
    expect(story).toEqual(storyOf(alone({room: 4}), "high"));
    expect(story.some((told) => told.endsWith("refused"))).toBe(true);
    expect(story).not.toEqual(storyOf(two({order: "priority", interrupt: "resume", room: 4}), "high"));
  });

  test("where all gain credit alike, or are due alike, the first come is the first served", () => {
    const first = storyOf(two({}), "low");
    const credits = new Map([
      ["high", 2],
      ["low", 2],
    ]);
    expect(storyOf(two({order: "ageing", ageing: credits}), "low")).toEqual(first);
    const due = two({order: "earliest due"});
    const withDue = (high: number, low: number): GivenScenario => ({
      ...due,
      classes: {high: {...due.classes?.high, due: fixed(high)}, low: {...due.classes?.low, due: fixed(low)}},
    });
    expect(storyOf(withDue(10, 10), "low")).toEqual(first);
    // Due so much later that no low one is ever due before a high one who waits.
    expect(storyOf(withDue(10, 1e6), "low")).toEqual(storyOf(two({order: "priority"}), "low"));
    expect(storyOf(withDue(10, 20), "low")).not.toEqual(first);
  });
});

/** Mean waits of classes whose credit grows at these rates, M/G/1. Kleinrock (1964), the classes from the slowest to the fastest. */
function waitsUnderAgeing(loads: readonly number[], credits: readonly number[], work: number): number[] {
  const load = loads.reduce((sum, one) => sum + one, 0);
  const waits: number[] = loads.map(() => Number.NaN);
  const slowestFirst = [...loads.keys()].sort((a, b) => credits[a] - credits[b]);
  for (const p of slowestFirst) {
    let above = work / (1 - load);
    let below = 1;
    for (const i of loads.keys()) {
      if (credits[i] < credits[p]) above -= loads[i] * waits[i] * (1 - credits[i] / credits[p]);
      if (credits[i] > credits[p]) below -= loads[i] * (1 - credits[p] / credits[i]);
    }
    waits[p] = above / below;
  }
  return waits;
}

const waitOf = (name: string) => the.measure("waitTime", {class: name});
const sojournOf = (name: string) => the.measure("sojournTime", {class: name});

describe("one server", {timeout: 600_000}, () => {
  test("priority that grows with the wait: three classes, credits 1, 2 and 6", () => {
    const waits = waitsUnderAgeing([0.3, 0.2, 0.2], [1, 2, 6], 0.7);
    expect(waitsUnderAgeing([0.4, 0.4], [5, 1], 0.8 * 80).map((wait) => wait.toFixed(2))).toEqual(["169.41", "470.59"]);
    const run = inTheLongRun(
      {
        arrivals: {slow: {rate: 0.3}, middle: {rate: 0.2}, fast: {rate: 0.2}},
        station: {
          order: "ageing",
          ageing: new Map([
            ["slow", 1],
            ["middle", 2],
            ["fast", 6],
          ]),
        },
      },
      millions(4),
    );
    ["slow", "middle", "fast"].forEach((name, i) => expectToAgree(waitOf(name)(run), waits[i]));
  });

  test("whatever the credits: waits weighted by load add up as first come first served (conservation, M/G/1)", () => {
    const [short, long] = [erlang(1, 2), lognormal(4, 0.7)];
    const run = inTheLongRun(
      {
        arrivals: {short: {rate: 0.3}, long: {rate: 0.1}},
        classes: {short: {service: short}, long: {service: long}},
        station: {
          service: null,
          order: "ageing",
          ageing: new Map([
            ["short", 3],
            ["long", 1],
          ]),
        },
      },
      millions(4),
    );
    const work = (0.3 * 1.5 + 0.1 * 16 * 1.49) / 2; // Σ λ E[S²] / 2
    const byClass =
      (sum: number) =>
      ({layout, model}: Collector) =>
        [1, 4].map((mean, i) => ({
          column: layout.overall(layout.groupOf(-1, model.names.classes.indexOf(["short", "long"][i])), sum),
          times: mean,
        }));
    expectToAgree(the.ratio(byClass(WAIT_SERVED), byClass(SERVED))(run), work / (1 - 0.7));
    expect(waitOf("short")(run).value).toBeLessThan(0.75 * waitOf("long")(run).value!);
  });

  test("interrupted and resumed: time in the system of two classes with lognormal service (M/G/1 preemptive resume)", () => {
    const services = [lognormal(1, 0.8), lognormal(2, 1.2)];
    const run = inTheLongRun(preemptivePlace([0.3, 0.2], services, 1), millions(5));
    const [residual1, residual2] = [(0.3 * 1.64) / 2, (0.2 * 4 * 2.44) / 2];
    expectToAgree(sojournOf("class 1")(run), 1 + residual1 / (1 - 0.3));
    expectToAgree(sojournOf("class 2")(run), 2 / (1 - 0.3) + (residual1 + residual2) / ((1 - 0.3) * (1 - 0.7)));
  });

  test("the longest job first: everybody waits for the longer ones", () => {
    // W(x) = work / (1 - ρ(longer than x))², with ρ(longer than x) = ρ (1 + x) exp(-x); the mean over exponential x by Simpson's rule.
    const wait = (x: number) => 0.7 / (1 - 0.7 * (1 + x) * Math.exp(-x)) ** 2;
    const [steps, end] = [4000, 40];
    let mean = 0;
    for (let i = 0; i <= steps; i++) {
      const x = (i * end) / steps;
      mean += (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * wait(x) * Math.exp(-x);
    }
    mean *= end / steps / 3;
    expect(mean).toBeGreaterThan(1.5 * (0.7 / 0.3)); // far worse than first come
    const run = inTheLongRun({arrivals: {rate: 0.7}, station: {order: "longest job"}}, millions(6));
    expectToAgree(the.meanWait(run), mean);
  });

  test("a full line that drops its lowest loses as many as one that refuses newcomers, but whom: M/M/1/6", () => {
    const run = inTheLongRun(
      {
        arrivals: {high: {rate: 0.5}, low: {rate: 0.5}},
        classes: {high: {priority: 1}, low: {priority: 2}},
        station: {order: "priority", room: 6, full: "drop lowest"},
      },
      millions(1),
    );
    expectToAgree(the.refused(run), 1 / 7);
    const lost = (name: string) => the.measure("blockShare", {class: name})(run).value!;
    expect(lost("high")).toBeLessThan(0.02);
    expect(lost("low")).toBeGreaterThan(0.25);
  });
});

/** Three servers, one of them kept for the high: people served by the kept one and by the others, and waiting, of both classes. */
function keptServer(high: number, low: number, room: number): {waitOfHigh: number; waitOfLow: number; refused: number} {
  const states: {kept: number; others: number; highs: number; lows: number}[] = [];
  for (let kept = 0; kept <= 1; kept++)
    for (let others = 0; others <= 2; others++)
      for (let highs = 0; highs <= room; highs++)
        for (let lows = 0; lows <= room; lows++)
          if (kept + others + highs + lows <= room && (highs === 0 || kept + others === 3) && (lows === 0 || others === 2))
            states.push({kept, others, highs, lows});
  const mean = meanOver(states, high + low + 3, ({kept, others, highs, lows}) => {
    const highComes = kept === 0 ? {kept: 1} : others < 2 ? {others: others + 1} : {highs: highs + 1};
    const lowComes = others < 2 ? {others: others + 1} : {lows: lows + 1};
    const othersCall = highs > 0 ? {highs: highs - 1} : lows > 0 ? {lows: lows - 1} : {others: others - 1};
    return [
      ...(kept + others + highs + lows === room
        ? []
        : ([
            [high, highComes],
            [low, lowComes],
          ] as const)),
      ...(kept > 0 ? ([[1, highs > 0 ? {highs: highs - 1} : {kept: 0}]] as const) : []),
      ...(others > 0 ? ([[others, othersCall]] as const) : []),
    ];
  });
  const refused = mean(({kept, others, highs, lows}) => (kept + others + highs + lows === room ? 1 : 0));
  return {
    waitOfHigh: mean(({highs}) => highs) / (high * (1 - refused)),
    waitOfLow: mean(({lows}) => lows) / (low * (1 - refused)),
    refused,
  };
}

describe("several servers", {timeout: 600_000}, () => {
  test("one of three is kept for the high: both classes wait as the states of the place say", () => {
    const {waitOfHigh, waitOfLow, refused} = keptServer(0.8, 1.4, 12);
    const run = inTheLongRun(
      {
        arrivals: {high: {rate: 0.8}, low: {rate: 1.4}},
        classes: {high: {priority: 1}, low: {priority: 2}},
        station: {servers: 3, order: "priority", kept: new Map([["high", 1]]), room: 12},
      },
      millions(5),
    );
    expectToAgree(waitOf("high")(run), waitOfHigh);
    expectToAgree(waitOf("low")(run), waitOfLow);
    expectToAgree(the.refused(run), refused, refused < 0.05 ? 0.05 : 0.02);
  });

  test("equal work, interrupted and resumed: the high as M/M/3 alone, and both together as M/M/3 with all", () => {
    const run = inTheLongRun(preemptivePlace([1.5, 0.6], [exponential(1), exponential(1)], 3), millions(4));
    expectToAgree(waitOf("class 1")(run), meanWaitInOneLine(1.5, 1, 3));
    expectToAgree(the.meanSojourn(run), 1 + meanWaitInOneLine(2.1, 1, 3));
    expectToAgree(the.queueLength(run), 2.1 * meanWaitInOneLine(2.1, 1, 3));
  });
});

test("nobody is lost: all are served, refused or gone, with every rule at once", () => {
  const run = inTheLongRun(
    {
      arrivals: {high: {rate: 0.8}, low: {rate: 1.4}},
      classes: {high: {priority: 1}, low: {priority: 2, patience: exponential(3)}},
      station: {servers: 3, order: "priority", interrupt: "restart", kept: new Map([["high", 1]]), room: 6, full: "drop lowest"},
    },
    {replications: 2, customers: 20_000, warmUp: 1000},
  );
  const shares = [SERVED, GAVE_UP, REFUSED].map((sum) => the.ratio(the.visits(sum), the.visits(0))(run).value!);
  expect(shares.reduce((total, share) => total + share, 0)).toBeCloseTo(1, 12);
  for (const share of shares) expect(share).toBeGreaterThan(0.01);
});
