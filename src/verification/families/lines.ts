/** A line each: how customers choose, and whether they change their minds. */
import {exp} from "../../math/index.ts";
import {exponential, type GivenScenario, type GivenStation} from "../builders/scenario.ts";
import * as the from "../numbers.ts";
import {check, HARD, LONG, ORDINARY, type Params, type Plan, simulated, skip} from "../plan.ts";

/** Rules as the cases write them. */
function stationOf(rule: string): GivenStation | null {
  const lane = {line: "each"} as const;
  if (rule === "one line, c servers") return {};
  if (rule === "random") return {...lane, join: "at random"};
  if (rule === "round robin") return {...lane, join: "round robin"};
  if (rule.startsWith("join shortest")) return {...lane, join: "shortest", ties: "random"};
  if (rule === "JSQ; an idle server takes the LAST customer of the longest queue")
    return {...lane, join: "shortest", ties: "random", switch: 1, switchWhenIdle: true};
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

/** Two lanes, one for jobs below a size, and everybody keeps to theirs; whose waits are told apart are of two classes, cut at that size. */
export function expressLane(p: Params, expected: number, metric: string): Plan {
  const threshold = p.number("threshold");
  const lanes = {servers: 2, service: exponential(1), line: "each"} as const;
  const kept = {lanes: 1, use: "always", idle: "wait"} as const;
  const arrivals = {rate: p.number("lambda")};
  if (metric === "overall mean wait") {
    const station = {...lanes, express: {...kept, under: threshold, for: []}};
    return simulated({arrivals, station}, [check(the.meanWait, expected)], {effort: HARD});
  }
  const long = exp(-threshold);
  const cut = (from: number | null, to: number | null) => ({kind: "truncated", law: exponential(1), from, to}) as const;
  const place: GivenScenario = {
    arrivals: {...arrivals, mix: {short: 1 - long, long}},
    classes: {short: {service: cut(null, threshold)}, long: {service: cut(threshold, null)}},
    station: {...lanes, express: {...kept, under: null, for: ["short"]}},
  };
  return simulated(place, [check(the.measure("waitTime", {class: "short"}), expected)], {effort: LONG});
}

/** Published by an independent simulation, whose 95 % half-width is in the words of the case. */
export function startOrder(p: Params, expected: number, metric: string, howVerified: string): Plan {
  const place = placeOf(p);
  if (place === null) return skip("lines: this rule is not offered");
  const standardError = Number(/95% half-width ([\d.]+)/.exec(howVerified)?.[1]) / 1.96;
  if (metric.startsWith("fraction of customers slipped")) {
    return simulated(place, [{number: the.overtaken, truth: expected, standardError}], {groups: {fairness: true}});
  }
  const number = metric.startsWith("mean slips") ? the.slips : the.skippers;
  return simulated(place, [{number, truth: expected, standardError}], {groups: {fairness: true}});
}

/** Unfairness by Raz, Levy and Avi-Itzhak: the variance of what people get beyond an equal part. */
export function discrimination(p: Params, expected: number, howVerified: string): Plan {
  const orders = {FCFS: "first come", "LCFS non-preemptive": "last come", random: "random"} as const;
  const discipline = p.text("discipline") as keyof typeof orders;
  const standardError = Number(/95% half-width ([\d.]+)/.exec(howVerified)?.[1]) / 1.96;
  const place: GivenScenario = {
    arrivals: {rate: p.number("lambda")},
    station: {servers: p.number("c"), service: exponential(1 / p.number("mu")), order: orders[discipline]},
  };
  return simulated(place, [{number: the.varianceOfDiscrimination, truth: expected, standardError}], {
    effort: LONG,
    groups: {fairness: true},
  });
}
