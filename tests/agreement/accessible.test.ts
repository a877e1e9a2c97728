/**
 * Windows and lanes that not everybody can use: to the last bit where it changes nothing, exactly where a chain of states or M/M/1
 * says it, and by hand where somebody walks slowly.
 */
import {describe, expect, test} from "vitest";
import {compileModel} from "../../src/model/compile.ts";
import {STARTED} from "../../src/replication/event-log.ts";
import {exponential, fixed, type GivenScenario, type GivenStation, scenarioOf} from "../builders.ts";
import {meanOver} from "./chain-of-states.ts";
import {traceReplication} from "./engine.ts";
import * as the from "./numbers.ts";
import {expectToAgree} from "./numbers.ts";
import {inTheLongRun, millions} from "./run.ts";

const waitOf = (name: string) => the.measure("waitTime", {class: name});

/** Two windows, mean service 1: each busy or not, and waiting the few, who can use the first only and go first there, and the many. */
function firstWindowOnly(few: number, many: number, room: number): {waitOfFew: number; waitOfMany: number; refused: number} {
  const states: {first: number; second: number; fews: number; manys: number}[] = [];
  for (let first = 0; first <= 1; first++)
    for (let second = 0; second <= 1; second++)
      for (let fews = 0; fews <= room; fews++)
        for (let manys = 0; manys <= room; manys++)
          if (first + second + fews + manys <= room && (fews === 0 || first === 1) && (manys === 0 || first + second === 2))
            states.push({first, second, fews, manys});
  const mean = meanOver(states, few + many + 2, ({first, second, fews, manys}) => [
    ...(first + second + fews + manys === room
      ? []
      : ([
          [few, first === 0 ? {first: 1} : {fews: fews + 1}],
          [many, first === 0 ? {first: 1} : second === 0 ? {second: 1} : {manys: manys + 1}],
        ] as const)),
    ...(first === 0 ? [] : ([[1, fews > 0 ? {fews: fews - 1} : manys > 0 ? {manys: manys - 1} : {first: 0}]] as const)),
    ...(second === 0 ? [] : ([[1, manys > 0 ? {manys: manys - 1} : {second: 0}]] as const)),
  ]);
  const refused = mean(({first, second, fews, manys}) => (first + second + fews + manys === room ? 1 : 0));
  return {
    waitOfFew: mean(({fews}) => fews) / (few * (1 - refused)),
    waitOfMany: mean(({manys}) => manys) / (many * (1 - refused)),
    refused,
  };
}

describe("who can use the first window only", {timeout: 600_000}, () => {
  test("goes first there, and waits beside an idle window: both classes wait as the states of the place say", () => {
    const {waitOfFew, waitOfMany, refused} = firstWindowOnly(0.3, 1.2, 10);
    const run = inTheLongRun(
      {
        arrivals: {few: {rate: 0.3}, many: {rate: 1.2}},
        classes: {few: {priority: 1}, many: {priority: 2}},
        station: {servers: 2, order: "priority", accessible: new Map([["few", 1]]), room: 10},
      },
      millions(3),
    );
    expectToAgree(waitOf("few")(run), waitOfFew);
    expectToAgree(waitOf("many")(run), waitOfMany);
    expectToAgree(the.refused(run), refused, 0.05);
  });

  test("in lanes chosen at random: the first lane is M/M/1 with all of theirs and an equal part of the others", () => {
    const [few, many, lanes] = [0.2, 1.2, 3];
    const run = inTheLongRun(
      {
        arrivals: {few: {rate: few}, many: {rate: many}},
        station: {servers: lanes, line: "each", join: "at random", accessible: new Map([["few", 1]])},
      },
      millions(3),
    );
    const meanWait = (rate: number) => rate / (1 - rate);
    const [first, others] = [meanWait(few + many / lanes), meanWait(many / lanes)];
    expectToAgree(waitOf("few")(run), first);
    expectToAgree(waitOf("many")(run), (first + (lanes - 1) * others) / lanes);
  });
});

/** When each customer's service starts, in the order of the door. */
function startsOf(given: GivenScenario): number[] {
  const starts: number[] = [];
  for (const {kind, customer, at} of traceReplication(compileModel(scenarioOf(given)), 0).events)
    if (kind === STARTED) starts[customer] = at;
  return starts;
}

describe("what changes nothing changes not a bit", () => {
  const place = (station: GivenStation): GivenScenario => ({
    arrivals: {few: {rate: 0.6}, many: {rate: 2}},
    run: {customers: 5000, warmUpCustomers: 0},
    station: {servers: 3, service: exponential(1), ...station},
  });
  test.for([{}, {line: "each", join: "shortest", switch: 2}] as GivenStation[])("everybody can use every window: %o", (station) => {
    const all = startsOf(place(station));
    expect(startsOf(place({...station, accessible: new Map([["few", 3]])}))).toEqual(all);
    expect(startsOf(place({...station, accessible: new Map([["few", 1]])}))).not.toEqual(all);
  });
  test("nobody comes who could not: the others are served as if nothing were said", () => {
    const alone = (station: GivenStation) => startsOf({...place(station), arrivals: {few: {list: []}, many: {rate: 2}}});
    expect(alone({accessible: new Map([["few", 1]])})).toEqual(alone({}));
  });
});

describe("by hand", () => {
  const day = (classOf: string[], station: GivenStation, walkFactor = 1): number[] =>
    startsOf({
      opening: [0, 3600],
      arrivals: {people: {list: classOf.map((one, i) => ({at: 10 * (i + 1), class: one})), mix: {few: 0.5, many: 0.5}}},
      classes: {few: {walkFactor}, many: {}},
      station: {service: fixed(100), ...station},
    });

  test("with the first window busy the few wait, though another is idle, and whoever comes later passes them", () => {
    expect(day(["many", "few", "many", "few"], {servers: 2, accessible: new Map([["few", 1]])})).toEqual([10, 110, 30, 210]);
  });
  test("the first window calls who has waited longest, of either class; another calls only those who can use it", () => {
    const accessible = new Map([["few", 1]]);
    expect(day(["many", "many", "few", "many", "few", "many"], {servers: 2, accessible})).toEqual([10, 20, 110, 120, 210, 220]);
  });
  test("who needs 2.5 times as long for the walk holds the window so long", () => {
    const walk = {first: 10, each: 4};
    expect(day(["many", "few", "few"], {servers: 2, walk}, 2.5)).toEqual([20, 20 + 2.5 * 14, 120 + 25]);
  });
  test("nobody switches to a lane that they cannot use, and behind them nobody else does", () => {
    const station: GivenStation = {servers: 2, line: "each", join: "round robin", switch: 2, accessible: new Map([["few", 1]])};
    // Turns count over the lanes that somebody can choose from: the few stand behind the first, and with two fewer beside them stay.
    expect(day(["many", "few", "few"], station)).toEqual([10, 110, 210]);
    expect(day(["many", "many", "many"], {...station, accessible: null})).toEqual([10, 20, 110]);
  });
});
