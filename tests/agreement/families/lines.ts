/** A line each: how customers choose, and whether they change their minds. */
import {exponential, type GivenScenario, type GivenStation} from "../../builders.ts";
import {compileModel} from "../../../src/model/compile.ts";
import {CALLED} from "../../../src/replication/event-log.ts";
import {scenarioOf} from "../../builders.ts";
import {Simulation} from "../engine.ts";
import * as the from "../numbers.ts";
import {check, LONG, ORDINARY, type Params, type Plan, simulated, skip} from "./plan.ts";

/** Rules as the cases write them. */
function stationOf(rule: string): GivenStation | null {
  const lane = {line: "each"} as const;
  if (rule === "one line, c servers") return {};
  if (rule === "random") return {...lane, join: "at random"};
  if (rule === "round robin") return {...lane, join: "round robin"};
  if (rule.startsWith("join shortest")) return {...lane, join: "shortest", ties: "random"};
  if (rule.startsWith("JSQ + instantaneous jockeying at difference 2")) return {...lane, join: "shortest", switch: 2};
  return null;
}

function placeOf(p: Params): GivenScenario | null {
  const station = stationOf(p.text("rule"));
  if (station === null) return null;
  return {arrivals: {rate: p.number("lambda")}, station: {servers: p.number("c"), service: exponential(1 / p.number("mu")), ...station}};
}

export function parallelLines(p: Params, expected: number): Plan {
  const place = placeOf(p);
  if (place === null) return skip("lines: this rule is not offered");
  const occupancy = p.number("lambda") / p.number("mu") / p.number("c");
  return simulated(place, [check(the.meanWait, expected)], {effort: occupancy > 0.75 ? LONG : ORDINARY});
}

/** Published by an independent simulation, whose 95 % half-width is in the words of the case. */
export function startOrder(p: Params, expected: number, metric: string, howVerified: string): Plan {
  const place = placeOf(p);
  if (place === null) return skip("lines: only an idle server's lane is switched to, which is not offered");
  const standardError = Number(/95% half-width ([\d.]+)/.exec(howVerified)?.[1]) / 1.96;
  if (metric.startsWith("fraction of customers slipped")) {
    return simulated(place, [{number: the.overtaken, truth: expected, standardError}]);
  }
  const column = metric.startsWith("mean slips") ? 0 : 1;
  return {kind: "sampled", samples: () => startOrders(place, column), checks: [{truth: expected, standardError}]};
}

/** By replication: how many later arrivals a customer sees start first, or the share of customers who start before an earlier arrival. */
function* startOrders(place: GivenScenario, column: 0 | 1): Iterable<number[]> {
  const first = 3_000,
    last = 28_000;
  const simulation = new Simulation(compileModel(scenarioOf({...place, run: {customers: last + 2_000}})));
  for (let index = 0; index < 40; index++) {
    const log = {customers: [], events: []};
    simulation.replicate(index, log);
    const {events} = log as {events: {kind: number; customer: number}[]};
    const tree = new Int32Array(last + 2_002); // Fenwick: how many with at most this number have started
    const isStarted = new Uint8Array(last + 2_001);
    let started = 0;
    let next = 0; // everybody before has started
    let slips = 0;
    let skips = 0;
    for (const {kind, customer} of events) {
      if (kind !== CALLED) continue;
      let before = 0;
      for (let i = customer + 1; i > 0; i -= i & -i) before += tree[i];
      const isCounted = customer >= first && customer < last;
      if (isCounted) slips += started - before; // later arrivals that started first
      if (isCounted && next < customer) skips++;
      for (let i = customer + 1; i < tree.length; i += i & -i) tree[i]++;
      isStarted[customer] = 1;
      while (isStarted[next] === 1) next++;
      started++;
    }
    yield [(column === 0 ? slips : skips) / (last - first)];
  }
}
