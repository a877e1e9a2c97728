/** Every case that can be simulated, as places with numbers to hold against the truth; cases of the same place share its run. */
import {Collector} from "../estimate/index.ts";
import type {Claim} from "../estimate/claim.ts";
import type {Runner} from "../replication/runner.ts";
import {digits} from "./check.ts";
import {appointmentPlans} from "./families/appointments.ts";
import {systemsPlans} from "./families/systems.ts";
import {theoryPlans} from "./families/theory.ts";
import {doorRate, lasting, modelOf} from "./long-run.ts";
import {claimOfSample, distance, type Truth} from "./numbers.ts";
import type {Check, Plan, Sampled, Simulated} from "./plan.ts";
import {relativeHalfWidth, replicationsFor} from "./precision.ts";
import {type GivenScenario, scenarioOf} from "./builders/scenario.ts";
import type {Passed} from "./verification.ts";
import type {Watch} from "./watch.ts";

/** Standard errors that a number may be from the truth. */
export const FARTHEST = 4;
/** What is certain (nobody idle where all come at once) must come out so, to the last digits of a sum. */
const CERTAIN = 1e-9;
/** The most replications, and customers, that a place is given. */
const MOST_REPLICATIONS = 4_000_000;
const MOST_CUSTOMERS = 400e6;
/** Replications of the pilot: of long runs, and of days. */
const PILOT_RUNS = 20;
const PILOT_DAYS = 400;

export interface PlannedCase {
  readonly id: string;
  readonly plan: Plan;
}

/** theory.json, then systems.json. */
export function plannedCases(): PlannedCase[] {
  return [...theoryPlans(), ...systemsPlans()];
}

/** appointments.json: sessions of a seed of their own each. */
export function sessionCases(): {id: string; plan: Simulated}[] {
  return appointmentPlans().map(({id, place, within, checks}) => ({
    id,
    plan: {kind: "simulated", place, effort: {days: PILOT_DAYS}, within, groups: {}, checks},
  }));
}

/** Cases that are left to --fine: waits that are alike for so long that one of them alone takes as long as a hundred others. */
export const LEFT_TO_FINE: ReadonlySet<string> = new Set(["jmt-mmpp"]);

/** Cases that share a run. */
export interface SharedRun {
  readonly place: GivenScenario;
  readonly effort: Simulated["effort"];
  readonly groups: Simulated["groups"];
  readonly within: ReadonlySet<number>;
  readonly cases: readonly {readonly at: number; readonly id: string; readonly checks: readonly Check[]}[];
}

/** In the order of their first cases; `at` is the place in the list that was given. */
export function sharedRuns(cases: readonly {id: string; at: number; plan: Simulated}[]): SharedRun[] {
  const runs = new Map<string, SharedRun & {within: Set<number>; cases: {at: number; id: string; checks: Check[]}[]}>();
  for (const {id, at, plan} of cases) {
    const {place, effort, groups} = plan;
    const key = JSON.stringify([place, effort, groups], (_, value) => (value instanceof Map ? [...value] : value));
    const run = runs.get(key) ?? {place, effort, groups, within: new Set(), cases: []};
    runs.set(key, run);
    for (const time of plan.within) run.within.add(time);
    run.cases.push({at, id, checks: plan.checks});
  }
  return [...runs.values()];
}

export interface SimulatedOutcome {
  readonly outcome: Passed;
  /** The widest relative half width among its numbers. */
  readonly width: number;
}

/** Runs a place until each of its numbers is known to `aim`, or the budget is spent. */
export async function simulateRun(run: SharedRun, runner: Runner, aim: number, signal?: AbortSignal): Promise<SimulatedOutcome[] | null> {
  const isLong = !("days" in run.effort);
  const place = "days" in run.effort ? run.place : lasting(run.place, run.effort);
  const model = modelOf(place, {within: [...run.within].sort((a, b) => a - b), groups: run.groups});
  const collector = new Collector(model, {design: "as it is"});
  const people = "days" in run.effort ? customersOfDay(place) : run.effort.customers + run.effort.warmUp;
  const most = Math.min(MOST_REPLICATIONS, Math.ceil(MOST_CUSTOMERS / people));
  let target = Math.min(most, isLong ? PILOT_RUNS : PILOT_DAYS);
  for (;;) {
    const plan = {models: [model], first: collector.count, count: target - collector.count};
    await runner(plan, ([replication]) => collector.take(replication), signal);
    if (collector.count < target) return null; // stopped
    const claims = run.cases.map(({checks}) => checks.map(({number}) => number(collector)));
    const widest = Math.max(...claims.flatMap((ofCase) => ofCase.map((claim) => relativeHalfWidth(claim, collector.count))));
    const next = replicationsFor(aim, widest, collector.count, most);
    if (next === collector.count) return run.cases.map(({id, checks}, i) => judgedCase(id, claims[i], checks, collector.count, aim));
    target = next;
  }
}

function customersOfDay(place: GivenScenario): number {
  const scenario = scenarioOf(place);
  const hours = scenario.opening === null ? 0 : scenario.opening.to - scenario.opening.from;
  let people = 1;
  for (const {process} of scenario.arrivals.values()) {
    if (process.kind === "list") people += process.customers.length;
    else if (process.kind === "book") people += process.book.at.length;
    else if (process.kind === "poisson" && scenario.opening !== null) people += hours * Math.max(...process.rate.value);
  }
  return scenario.opening === null ? doorRate(scenario) * (scenario.run.length ?? 0) : people;
}

/** The same for numbers read from event logs, in this thread. `turn` lets others have theirs. */
export async function simulateSamples(
  id: string,
  {samples, replications, checks}: Sampled,
  watch: Watch,
  aim: number,
  turn: () => Promise<void> | null,
  signal?: AbortSignal,
): Promise<SimulatedOutcome | null> {
  const rows: number[][] = [];
  const most = 40 * replications;
  let target = Math.min(replications, 20);
  for (const row of samples(watch)) {
    rows.push(row);
    await turn();
    if (signal?.aborted) return null;
    if (rows.length < target) continue;
    const claims = checks.map((_, i) => claimOfSample(rows.map((one) => one[i])));
    target = replicationsFor(
      aim,
      Math.max(...claims.map((claim) => (claim.value === 0 ? Infinity : relativeHalfWidth(claim, rows.length)))),
      rows.length,
      most,
    );
    if (target === rows.length) return judgedCase(id, claims, checks, rows.length, aim);
  }
  throw new RangeError(`${id}: its samples have an end`);
}

function judgedCase(id: string, claims: readonly Claim[], truths: readonly Truth[], count: number, aim: number): SimulatedOutcome {
  const distances = claims.map((claim, i) => {
    const {truth, resolution = 0} = truths[i];
    if (claim.standardError !== 0) return distance(claim, truths[i]);
    return Math.abs((claim.value ?? Number.NaN) - truth) <= resolution + CERTAIN ? 0 : Infinity;
  });
  const deviation = distances.some((one) => !(one >= 0)) ? Number.NaN : Math.max(...distances);
  const widths = claims.map((claim) => relativeHalfWidth(claim, count));
  const width = Math.max(...widths);
  const isNarrow = width <= aim;
  const told = claims
    .map((claim, i) => `${digits(claim.value ?? Number.NaN)} ± ${(100 * widths[i]).toFixed(2)} % for ${digits(truths[i].truth)}`)
    .join("; ");
  return {
    outcome: {id, verdict: deviation <= FARTHEST && isNarrow ? "passed" : "failed", deviation, allowed: FARTHEST, told},
    width,
  };
}
