/** Machines and their repairers, and other finite populations: whoever leaves is away for a time and comes again. */
import {exponential, type GivenScenario} from "../builders/scenario.ts";
import * as the from "../numbers.ts";
import {collect, lasting} from "../long-run.ts";
import {states} from "./paths.ts";
import {check, checks, LONG, type Params, type Plan, simulated} from "../plan.ts";

interface Repair {
  members: number;
  /** Each, while away. */
  rate: number;
  serviceRate: number;
  servers: number;
  room?: number | null;
}

export function placeOfMembers({members, rate, serviceRate, servers, room = null}: Repair): GivenScenario {
  return {
    arrivals: {population: {members, each: exponential(1 / rate)}},
    station: {servers, service: exponential(1 / serviceRate), room},
  };
}

/** Engset's model: those who find no room are away again at once. */
export function engset(p: Params, expected: number, metric: string): Plan {
  const place = placeOfMembers({
    members: p.number("population"),
    rate: p.number("rate_per_idle_source"),
    serviceRate: p.number("mu"),
    servers: p.number("c"),
    room: p.number("K_total"),
  });
  if (metric.startsWith("time congestion")) return states(place, [expected], p.number("K_total"));
  if (metric === "Lq")
    return {
      kind: "exact",
      found: () => the.queueLength(collect(lasting(place, {replications: 2, customers: 2000, warmUp: 0}), 2)).value,
      expected,
      tolerance: 0,
    };
  return simulated(place, [check(metric.startsWith("call congestion") ? the.refused : the.throughput, expected)], {effort: LONG});
}

export function repairers(p: Params, expected: number, metric: string): Plan {
  const members = p.number("machines");
  const place = placeOfMembers({
    members,
    rate: p.number("failure_rate"),
    serviceRate: p.number("repair_rate"),
    servers: p.number("repairers"),
  });
  const number = metric.startsWith("mean machines down")
    ? the.numberInSystem
    : metric.startsWith("availability")
      ? the.affine(the.numberInSystem, -1 / members, 1)
      : the.meanWait;
  return simulated(place, [check(number, expected)], {effort: LONG});
}

/** Number in system, throughput, time in system, wait. */
export function machineRepair(p: Params, truth: number[]): Plan {
  const place = placeOfMembers({
    members: p.number("population"),
    rate: p.number("lambda_each"),
    serviceRate: p.number("mu"),
    servers: p.all.c === undefined ? 1 : p.number("c"),
    room: p.all.K === undefined ? null : p.number("K"),
  });
  return simulated(place, checks([the.numberInSystem, the.throughput, the.meanSojourn, the.meanWait], truth), {effort: LONG});
}
