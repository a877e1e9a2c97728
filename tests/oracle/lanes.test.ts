/** Lanes at moments that chance rarely finds: told by the engine and the oracle alike, and checked by hand. */
import {expect, test} from "vitest";
import {compileModel} from "../../src/model/compile.ts";
import {GAVE_UP_AT, STARTED, SWITCHED} from "../../src/replication/event-log.ts";
import {fixed, type GivenStation, scenarioOf} from "../builders.ts";
import {expectAgreement, expectRowOfLog} from "./agree.ts";

interface Comer {
  at: number;
  service: number;
  patience?: number;
}

function eventsOf(station: GivenStation, comers: Comer[]) {
  const model = compileModel(
    scenarioOf({
      opening: [0, 3600],
      arrivals: {list: comers.map(({at, service, patience}) => ({at, service, patience: patience ?? 1e6}))},
      classes: {customers: {patience: fixed(1e6)}},
      station: {service: fixed(1), ...station},
    }),
  );
  model.measures.groups = {distribution: true, fairness: true};
  const log = expectAgreement(model, 0);
  expectRowOfLog(model, log, 0);
  const of = (kind: number) => log.events.filter((event) => event.kind === kind).map(({at, customer, place}) => [at, customer, place]);
  return {switched: of(SWITCHED), started: of(STARTED), gaveUp: of(GAVE_UP_AT)};
}

// Customers 0, 1 and 2 take the three lanes, 3 stands behind 0; at 100 lane 3 is free and 3 sets out for it.
const FOUR: Comer[] = [
  {at: 1, service: 900},
  {at: 2, service: 500},
  {at: 3, service: 97},
  {at: 4, service: 10},
];
const LANES: GivenStation = {servers: 3, line: "each", switch: 2, switchCost: 60};

test("who switches walks, and is served on arrival", () => {
  const {switched, started} = eventsOf(LANES, FOUR);
  expect(switched).toEqual([[100, 3, 2]]);
  expect(started.at(-1)).toEqual([160, 3, 2]);
});

test("a newcomer who stands there first goes first", () => {
  const {started} = eventsOf(LANES, [...FOUR, {at: 120, service: 300}]);
  // Lane 3 counts the one who is coming, so the newcomer chooses the second lane, ties to the left.
  expect(started).toContainEqual([160, 3, 2]);
  const sent = eventsOf({...LANES, join: "round robin"}, [...FOUR, {at: 110, service: 300}, {at: 120, service: 300}]);
  expect(sent.started).toContainEqual([120, 5, 2]); // nobody is held for the one on the way
  expect(sent.started).toContainEqual([420, 3, 2]);
});

test("a lane that closes while somebody walks to it sends them on to the shortest that is open", () => {
  const servers: [number, number][] = [
    [0, 3],
    [130, 2],
  ];
  const {switched, started} = eventsOf({...LANES, servers}, FOUR);
  expect(switched).toEqual([
    [100, 3, 2],
    [160, 3, 0],
    [502, 3, 1],
  ]);
  expect(started).toContainEqual([562, 3, 1]);
});

test("whose patience ends on the way gives up there and then; at the very arrival they are served", () => {
  const leaves = (patience: number) => eventsOf(LANES, [...FOUR.slice(0, 3), {at: 4, service: 10, patience}]);
  expect(leaves(155).gaveUp).toEqual([[159, 3, 2]]);
  expect(leaves(156).gaveUp).toEqual([]);
  expect(leaves(156).started.at(-1)).toEqual([160, 3, 2]);
});

test("a window whose server is free while somebody walks to it is held for them", () => {
  const station: GivenStation = {servers: 1, places: 1, walk: {first: 20, each: 0}};
  const {switched, started} = eventsOf(station, [
    {at: 0, service: 5},
    {at: 10, service: 7},
    {at: 11, service: 7},
  ]);
  // 0 walks up and is served from 20 to 25; 1 sets out at 10 and arrives at 30; 2 may go when 0 has left.
  expect(switched).toEqual([
    [10, 1, 0],
    [25, 2, 0],
  ]);
  expect(started.map(([at]) => at)).toEqual([20, 30, 45]);
});

test("the idle express server takes who is next in the longest other lane", () => {
  const express = {lanes: 1, under: 60, for: [], use: "if shorter", idle: "serve anyone"} as const;
  const comers = [
    {at: 1, service: 100},
    {at: 2, service: 100},
    {at: 3, service: 100},
    {at: 4, service: 30},
    {at: 5, service: 100},
  ];
  const helped = eventsOf({servers: 3, line: "each", express: {...express, for: []}}, comers);
  expect(helped.started).toContainEqual([3, 2, 0]); // both other lanes are busy, the express server is not
  const alone = eventsOf({servers: 3, line: "each", express: {...express, for: [], idle: "wait"}}, comers);
  expect(alone.started).toContainEqual([101, 2, 1]);
  expect(alone.started).toContainEqual([4, 3, 0]);
});

test("servers come one by one as the line is long, and go when they are idle and nobody waits", () => {
  const {started} = eventsOf({servers: 3, opens: {at: 2, least: 1}}, [
    {at: 0, service: 100},
    {at: 1, service: 100},
    {at: 2, service: 100},
    {at: 3, service: 100},
    {at: 300, service: 100},
    {at: 301, service: 10},
  ]);
  // At 2 two are waiting: a second server comes; at 3 again two: a third. By 300 only one is there.
  expect(started).toEqual([
    [0, 0, -1],
    [2, 1, -1],
    [3, 2, -1],
    [100, 3, -1],
    [300, 4, -1],
    [400, 5, -1],
  ]);
});
