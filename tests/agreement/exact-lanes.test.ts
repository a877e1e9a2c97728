/** Facts about lanes that hold to the last bit, customer by customer. */
import {describe, expect, test} from "vitest";
import {compileModel} from "../../src/model/compile.ts";
import {type EventLog, STARTED} from "../../src/replication/event-log.ts";
import type {Express} from "../../src/scenario/scenario.ts";
import {erlang, exponential, fixed, type GivenScenario, type GivenStation, lognormal, scenarioOf} from "../builders.ts";
import {Simulation} from "./engine.ts";

function historyOf(given: GivenScenario, replication = 0): EventLog["events"] {
  const log: EventLog = {customers: [], events: []};
  new Simulation(compileModel(scenarioOf(given))).replicate(replication, log);
  return log.events;
}

const place = (station: GivenStation, more: GivenScenario = {}): GivenScenario => ({
  arrivals: {rate: 0.95 * (station.servers as number), batch: [1, 3].map((size) => ({size, share: size === 1 ? 0.8 : 0.2}))},
  run: {customers: 20_000, warmUpCustomers: 0},
  station,
  ...more,
});
/** When each customer's service starts, in the order of the door. */
function startsOf(given: GivenScenario): number[] {
  const starts: number[] = [];
  for (const {kind, customer, at} of historyOf(given)) if (kind === STARTED) starts[customer] = at;
  return starts;
}

describe("who joins the lane with the least work waits to the last bit as in one line", () => {
  test.for([
    ["exponential", 4, exponential(0.7)],
    ["lognormal, wide", 5, lognormal(0.7, 2)],
    ["Erlang", 10, erlang(0.7, 3)],
    ["fixed", 3, fixed(0.7)],
  ] as const)("%s times, %d servers", ([, servers, service]) => {
    const one = startsOf(place({servers, service}));
    const lanes = startsOf(place({servers, service, line: "each", join: "least work"}));
    expect(one).toHaveLength(20_000);
    expect(lanes).toEqual(one);
    // And not because lanes made no difference.
    expect(startsOf(place({servers, service, line: "each", join: "shortest", ties: "left"}))).not.toEqual(one);
  });
});

describe("what costs nothing and keeps nobody out changes nothing", () => {
  const lane: GivenStation = {servers: 5, service: lognormal(0.9, 1), line: "each"};
  const express: Express = {lanes: 2, under: null, for: [], use: "if shorter", idle: "wait"};
  test.for(["shortest", "at random", "round robin", "nearest", "least work"] as const)(
    "an express lane that everybody may use, people join %s",
    (join) => {
      expect(historyOf(place({...lane, join, express}))).toEqual(historyOf(place({...lane, join})));
      expect(historyOf(place({...lane, join, express: {...express, under: 0.5}}))).not.toEqual(historyOf(place({...lane, join})));
    },
  );
  test.for([
    ["a line misjudged by nothing", {...lane, misjudged: 0}, lane],
    ["a switch that costs no time", {...lane, switch: 2, switchCost: 0}, {...lane, switch: 2}],
    [
      "windows with no place before them",
      {servers: 5, service: lognormal(0.9, 1), walk: {first: 0.01, each: 0.01}, places: 0},
      {servers: 5, service: lognormal(0.9, 1), walk: {first: 0.01, each: 0.01}},
    ],
    ["lanes of which all are always open", {...lane, opens: {at: 1, least: 5}}, lane],
    ["lanes that never grow long enough", {...lane, opens: {at: 1e6, least: 4}}, {...lane, servers: 4}],
  ] as [string, GivenStation, GivenStation][])("%s", ([, one, other]) => {
    const arrivals = {rate: 4};
    expect(historyOf({...place(one), arrivals})).toEqual(historyOf({...place(other), arrivals}));
  });
  test.for([
    ["misjudged lines", {misjudged: 0.3}],
    ["a switch that takes a while", {switch: 2, switchCost: 0.1}],
    ["lanes that open at need", {opens: {at: 2, least: 3}}],
  ] as [string, GivenStation][])("%s do change something", ([, rule]) => {
    expect(historyOf(place({...lane, switch: rule.switch ?? null, ...rule}))).not.toEqual(
      historyOf(place({...lane, switch: rule.switch ?? null})),
    );
  });
});

test("a factor of judgement belongs to customer and lane: designs share it", () => {
  // The first two customers find five empty lanes; the third finds two of one person each and must choose by their own eyes.
  const lane: GivenStation = {servers: 2, service: fixed(1000), line: "each", misjudged: 0.5};
  const arrivals = {list: [1, 2, 3, 4, 5, 6, 7, 8].map((at) => ({at}))};
  const lanesOf = (station: GivenStation) =>
    historyOf({arrivals, run: {customers: 8}, station})
      .filter(({kind}) => kind === 1)
      .map(({place}) => place);
  expect(lanesOf({...lane, join: "shortest"}).slice(0, 3)).toEqual(lanesOf({...lane, join: "nearest", nearestWithin: 0}).slice(0, 3));
});
