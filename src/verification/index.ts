/**
 * Every reference case, run here and now: special functions, formulas, traces, simulations, coverage of intervals.
 *
 * What chance does not touch, and what is read from event logs, is worked out in this thread while the runner's threads simulate
 * the rest; outcomes stand in the order of the table, and are the same on any number of threads.
 */
import type {Runner} from "../replication/runner.ts";
import {VERSION} from "../version.ts";
import {SYSTEMS_CASES} from "./cases.ts";
import {checkAbsolute, guarded} from "./check.ts";
import {checkCoverage, coverageCases} from "./coverage.ts";
import {formulaEntries} from "./formula-cases.ts";
import type {Exact, Plan} from "./plan.ts";
import {
  LEFT_TO_FINE,
  plannedCases,
  sessionCases,
  sharedRuns,
  simulateRun,
  simulateSamples,
  type SimulatedOutcome,
} from "./simulated-cases.ts";
import {worstErrors} from "./special-functions.ts";
import type {CaseOutcome, DeviationUnit, GroupName, PartName, Verification} from "./verification.ts";
import {watchHere} from "./watch.ts";

export type * from "./verification.ts";
export {PARTS} from "./verification.ts";

export interface VerifyOptions {
  /** Simulations to 2 % instead of 5 %, and four times as many intervals for coverage. */
  isFine?: boolean;
  /** Which cases; all when left out. */
  wants?: (part: PartName, id: string) => boolean;
  /** How many units of work are done, of how many. */
  progress?: (done: number, all: number) => void;
  signal?: AbortSignal;
}

/** Half of the 95 % interval, as a share of the value. */
const AIM = 0.05;
const FINE_AIM = 0.02;
/** Intervals of each coverage case, and how far the share that holds the truth may be from 95 %: 4.3 standard errors. */
const EXPERIMENTS = 1000;
const COVERAGE_ALLOWED = 0.03;
/** Milliseconds of work in this thread before others get a turn. */
const SLICE = 20;

/** A case in its place in the table; `here` or `there` makes its outcome. */
interface Entry {
  readonly part: PartName;
  readonly group: GroupName;
  readonly unit: DeviationUnit;
  readonly id: string;
  outcome: CaseOutcome | null;
  width: number;
}

/** Work of the verification, for one thread or for the runner. */
type Work = () => Promise<void>;

export async function verify(options: VerifyOptions, runner: Runner): Promise<Verification> {
  const {isFine = false, wants = () => true, progress = () => {}, signal} = options;
  const aim = isFine ? FINE_AIM : AIM;
  const entries: Entry[] = [];
  const here: Work[] = [];
  const there: Work[] = [];
  const turn = turnTaker();
  const enter = (part: PartName, group: GroupName, unit: DeviationUnit, id: string): Entry | null => {
    if (!wants(part, id)) return null;
    const entry: Entry = {part, group, unit, id, outcome: null, width: 0};
    entries.push(entry);
    return entry;
  };
  const skipped = (entry: Entry, reason: string) => {
    entry.outcome = {id: entry.id, verdict: "skipped", reason};
  };
  const filled = (entry: Entry, found: SimulatedOutcome | null | undefined) => {
    if (found === null || found === undefined) return;
    entry.outcome = found.outcome;
    entry.width = found.width;
  };

  for (const {name, region, points, worstRelativeError, bound, at} of worstErrors()) {
    const entry = enter("special functions", region === "ordinary" ? "to 1e-12" : "far tails", "relative", name);
    if (entry === null) continue;
    entry.outcome = {
      id: name,
      verdict: worstRelativeError <= bound ? "passed" : "failed",
      deviation: worstRelativeError,
      allowed: bound,
      told: `${points} points, worst at ${name}(${at.join(", ")})`,
    };
  }

  // By a formula, or by the reason why there is none.
  const answered = new Set<string>();
  for (const {id, group, check} of formulaEntries()) {
    answered.add(id);
    const entry = enter("formulas", group, "relative", id);
    if (entry === null) continue;
    if (typeof check === "string") skipped(entry, check);
    else
      here.push(async () => {
        entry.outcome = guarded(id, check);
      });
  }

  const planned = plannedCases();
  const traces = new Set(SYSTEMS_CASES.flatMap((given) => (given.tolerance_or_exactness.kind === "deterministic-trace" ? [given.id] : [])));
  const isUntoldTrace = (id: string, plan: Plan) => plan.kind === "skipped" && traces.has(id) && !answered.has(id);
  for (const {id, plan} of planned) {
    if (plan.kind !== "exact" && !isUntoldTrace(id, plan)) continue;
    const entry = enter("traces", "event by event", "absolute", id);
    if (entry === null) continue;
    if (plan.kind === "skipped") skipped(entry, plan.reason);
    if (plan.kind !== "exact") continue;
    here.push(async () => {
      entry.outcome = guarded(id, () => checkExact(id, plan));
    });
  }

  for (const [group, cases] of [
    ["long runs and days", planned.filter(({plan}) => plan.kind !== "sampled")],
    ["states and moments", planned.filter(({plan}) => plan.kind === "sampled")],
    ["sessions", sessionCases()],
  ] as const) {
    const simulated: Entry[] = [];
    const toRun = cases.flatMap(({id, plan}) => {
      // What cannot be simulated and has been checked, or told as skipped, among the formulas is not told again.
      if (plan.kind === "exact" || isUntoldTrace(id, plan) || (plan.kind === "skipped" && answered.has(id))) return [];
      const entry = enter("simulations", group, "standard errors", id);
      if (entry === null) return [];
      if (plan.kind === "skipped") skipped(entry, plan.reason);
      else if (!isFine && LEFT_TO_FINE.has(id)) skipped(entry, "takes a minute alone: left to --fine");
      else if (plan.kind === "sampled") here.push(async () => filled(entry, await simulateSamples(id, plan, watchHere, aim, turn, signal)));
      else {
        simulated.push(entry);
        return [{id, plan, at: simulated.length - 1}];
      }
      return [];
    });
    for (const run of sharedRuns(toRun))
      there.push(async () => {
        const found = await simulateRun(run, runner, aim, signal);
        run.cases.forEach(({at}, i) => filled(simulated[at], found?.[i]));
      });
  }

  for (const one of coverageCases()) {
    const entry = enter("coverage", "intervals", "absolute", one.id);
    if (entry === null) continue;
    there.push(async () => {
      const [experiments, allowed] = isFine ? [4 * EXPERIMENTS, COVERAGE_ALLOWED / 2] : [EXPERIMENTS, COVERAGE_ALLOWED];
      entry.outcome = await checkCoverage(one, runner, experiments, allowed, signal);
    });
  }

  const all = here.length + there.length;
  let done = 0;
  const work = async (list: readonly Work[]) => {
    for (const one of list) {
      if (signal?.aborted) return;
      await one();
      await turn();
      progress(++done, all);
    }
  };
  await Promise.all([work(there), work(here)]);
  return tableOf(entries, aim, signal?.aborted === true);
}

function checkExact(id: string, {found, expected, tolerance}: Exact) {
  return checkAbsolute(id, found(), expected, tolerance);
}

/** Others have a turn when this thread has worked for a slice of time; null: not yet. */
function turnTaker(): () => Promise<void> | null {
  let sliceEnds = performance.now() + SLICE;
  return () => {
    if (performance.now() < sliceEnds) return null;
    return new Promise((resolve) => {
      const next = () => {
        sliceEnds = performance.now() + SLICE;
        resolve();
      };
      if (typeof setImmediate === "function") setImmediate(next);
      else setTimeout(next);
    });
  };
}

function tableOf(entries: readonly Entry[], aim: number, isStopped: boolean): Verification {
  const groups: {part: PartName; name: GroupName; unit: DeviationUnit; widest: number | null; cases: CaseOutcome[]}[] = [];
  const count = {passed: 0, failed: 0, skipped: 0};
  for (const {part, group, unit, outcome, width} of entries) {
    if (outcome === null) continue;
    let row = groups.find((one) => one.part === part && one.name === group);
    if (row === undefined) {
      row = {part, name: group, unit, widest: null, cases: []};
      groups.push(row);
    }
    row.cases.push(outcome);
    count[outcome.verdict]++;
    if (part === "simulations" && outcome.verdict !== "skipped") row.widest = Math.max(row.widest ?? 0, width);
  }
  return {version: VERSION, aim, groups, ...count, isStopped};
}
