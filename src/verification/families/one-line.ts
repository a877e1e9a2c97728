/** One station, one line: losses, waits, patience, any service time, any arrivals, batches. Times in the unit of the case. */
import type {Law} from "../../random/law.ts";
import {exponential, fixed, type GivenScenario, type GivenStation, uniform} from "../builders/scenario.ts";
import * as the from "../numbers.ts";
import {type Check, check, LONG, lawOf, ORDINARY, type Params, percentile, type Plan, simulated, skip, survivalOf} from "../plan.ts";

/** Poisson arrivals to one line. */
export const place = (rate: number, station: GivenStation, patience: Law | null = null): GivenScenario => ({
  arrivals: {rate},
  classes: {customers: {patience}},
  station,
});
const markovian = (p: Params, station: GivenStation = {}): GivenScenario =>
  place(p.number("lambda"), {servers: p.number("c"), service: exponential(1 / p.number("mu")), ...station});

/** Where servers are idle less than a tenth of the time waits are long, alike for long, and need the whole budget. */
const effortAt = (occupancy: number) => (occupancy > 0.85 ? LONG : ORDINARY);

export function lossSystem(p: Params, expected: number): Plan {
  const servers = p.number("c");
  return simulated(place(p.number("offered_load_erlang"), {servers, service: exponential(1), room: servers}), [
    check(the.refused, expected),
  ]);
}

/** Share that waits, mean wait, service level, percentiles, people waiting: by the end of the case's name. */
export function erlangC(p: Params, expected: number, id: string): Plan {
  const occupancy = p.number("lambda") / p.number("mu") / p.number("c");
  const wanted: Record<string, () => Check> = {
    pw: () => check(the.delayed, expected),
    asa: () => check(the.meanWait, expected),
    wq: () => check(the.meanWait, expected),
    sl: () => check(the.waitWithin(p.number("threshold")), expected),
    p90: () => percentile(the.percentileOfWait(90), expected),
    p95: () => percentile(the.percentileOfWait(95), expected),
    lq: () => check(the.queueLength, expected),
  };
  const made = wanted[id.slice(id.lastIndexOf("-") + 1)];
  if (made === undefined) return skip("a formula alone: nothing to simulate");
  const within = id.endsWith("-sl") ? [p.number("threshold")] : [];
  return simulated(markovian(p), [made()], {effort: effortAt(occupancy), within});
}

export function meanWait(rate: number, servers: number, expected: number): Plan {
  return simulated(place(rate, {servers, service: exponential(1)}), [check(the.meanWait, expected)], {effort: effortAt(rate / servers)});
}

export function finiteRoom(p: Params, expected: number, id: string): Plan {
  const number = id.endsWith("-pb") ? the.refused : id.endsWith("-lq") ? the.queueLength : the.meanWait;
  const occupancy = p.number("lambda") / p.number("mu") / p.number("c");
  return simulated(markovian(p, {room: p.number("K_total")}), [check(number, expected)], {
    effort: occupancy > 0.95 && p.number("K_total") > 20 ? LONG : ORDINARY,
  });
}

/** M/M/c+G. Who would have waited longer than t: W > t is that and a patience beyond t, which are independent. */
function withPatience(p: Params, patience: Law, expected: number, metric: string): Plan {
  const t = typeof p.all.threshold === "number" ? p.number("threshold") : 0;
  const numbers: [RegExp, the.Numbered | (() => Check)][] = [
    [/^P\(wait>0\)/, the.foundAllBusy],
    [/^P\(abandon\)$/, the.gaveUp],
    [/^P\(V>t\)/, the.affine(the.waitBeyond(t), 1 / survivalOf(patience, t))],
    [/^P\(W>t\)/, the.waitBeyond(t)],
    [/^SL_offered/, the.servedWithinOfOffered(t)],
    [/^SL_excl_short/, the.servedWithinWithoutShort(t)],
    [/^SL_incl_short/, the.waitWithin(t)],
    [/^SL_served/, the.servedWithinOfServed(t)],
    [/^P\(abandon within t\)/, the.gaveUpWithin(t)],
    [/^P90/, () => percentile(the.percentileOfWait(90), expected)],
    [/^E\[W\]/, the.meanWait],
    [/^ASA/, the.meanWaitOfServed],
    [/^Lq/, the.queueLength],
    [/^occupancy/, the.occupancy],
  ];
  // "E[W | served]" begins like neither of the two.
  const found = numbers.find(([pattern]) => pattern.test(metric));
  if (found === undefined) return skip("a formula alone: nothing to simulate");
  const number = found[1];
  const made = number.length === 0 ? (number as () => Check)() : check(number as the.Numbered, expected);
  const scenario = place(p.number("lambda"), {servers: p.number("c"), service: exponential(1 / p.number("mu"))}, patience);
  return simulated(scenario, [made], {effort: LONG_WAITS.has(metric.slice(0, 6)) ? LONG : ORDINARY, within: t > 0 ? [0, t] : [0]});
}
/** Tails and small shares need more customers than means. */
const LONG_WAITS = new Set(["P(V>t)", "P(W>t)", "P(aban"]);

export const erlangA = (p: Params, expected: number, metric: string): Plan =>
  withPatience(p, exponential(1 / p.number("theta")), expected, metric);

export function anyPatience(p: Params, expected: number, metric: string): Plan {
  const text = p.text("patience");
  return withPatience(
    p,
    text === "uniform(0,4)" ? uniform(0, 4) : text.startsWith("Erlang-2 mean 2") ? lawOf("Erlang-2", 2) : lawOf(text),
    expected,
    metric,
  );
}

/** Variances are told as standard deviations. */
export function anyService(p: Params, servers: number, expected: number, metric: string): Plan {
  const rate = p.number("lambda");
  const service = lawOf(p.text("service"));
  const made = metric.startsWith("variance")
    ? check(the.sdOfWait, Math.sqrt(expected))
    : metric.startsWith("P(wait>0)")
      ? check(the.delayed, expected)
      : check(the.meanWait, expected);
  const isHard = rate / servers > 0.85 || (rate / servers > 0.7 && service.kind === "mix") || metric.startsWith("variance");
  return simulated(place(rate, {servers, service}), [made], {effort: isHard ? LONG : ORDINARY});
}

/** Every service takes one unit of time. */
export function fixedService(rate: number, servers: number, t: number | null, expected: number, metric: string): Plan {
  const number = t !== null ? the.waitBeyond(t) : metric.startsWith("P(wait>0)") ? the.delayed : the.meanWait;
  return simulated(place(rate, {servers, service: fixed(1)}), [check(number, expected)], {
    effort: rate / servers > 0.85 || expected < 0.02 ? LONG : ORDINARY,
    within: t === null ? [] : [t],
  });
}

/** Renewal arrivals; service exponential of mean 1 unless given. */
export function renewalArrivals(
  between: Law,
  servers: number,
  occupancy: number,
  expected: number,
  metric: string,
  service: Law = exponential(1),
): Plan {
  const number = metric.startsWith("P(wait>0)") ? the.delayed : the.meanWait;
  const isHard = occupancy > 0.85 || between.kind === "mix" || service.kind === "mix" || expected < 0.05;
  return simulated({arrivals: {between}, station: {servers, service}}, [check(number, expected)], {effort: isHard ? LONG : ORDINARY});
}

export function batches(p: Params, expected: number, metric: string): Plan {
  const batch = p.number("batch");
  const scenario: GivenScenario = {
    arrivals: {rate: (p.number("rho") * p.number("mu")) / batch, batch},
    station: {service: exponential(1 / p.number("mu"))},
  };
  return simulated(scenario, [check(metric.startsWith("mean number") ? the.numberInSystem : the.meanSojourn, expected)], {effort: LONG});
}
