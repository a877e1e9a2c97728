/**
 * Whether an interval of 95 % holds the truth 95 times in 100: many small experiments, each with an interval of its own, where the
 * truth is known exactly.
 */
import {claimBy, Collector, type Which} from "../estimate/index.ts";
import type {Runner} from "../replication/runner.ts";
import {solveErlangA} from "../theory/erlang-a.ts";
import {solveErlangC} from "../theory/erlang-c.ts";
import {APPOINTMENT_CASES} from "./cases.ts";
import {exponential, type GivenScenario} from "./builders/scenario.ts";
import {appointmentPlans} from "./families/appointments.ts";
import {place} from "./families/one-line.ts";
import {type Effort, lasting, modelOf} from "./long-run.ts";
import type {Passed} from "./verification.ts";

const CONFIDENCE = 0.95;

export interface CoverageCase {
  readonly id: string;
  readonly place: GivenScenario;
  /** Replications behind each interval. */
  readonly replications: number;
  readonly within: readonly number[];
  readonly metric: string;
  readonly which: Which;
  readonly truth: number;
}

const RUN: Effort = {replications: 20, customers: 1500, warmUp: 300};
const SESSION = "pol-01";

export function coverageCases(): CoverageCase[] {
  const long = (id: string, given: GivenScenario, metric: string, which: Which, truth: number, within: number[] = []): CoverageCase => ({
    id,
    place: lasting({...given, run: {seed: `coverage ${id}`}}, RUN),
    replications: RUN.replications,
    within,
    metric,
    which,
    truth,
  });
  const single = solveErlangC({arrivalRate: 0.5, serviceTime: 1, servers: 1});
  const four = solveErlangC({arrivalRate: 3, serviceTime: 1, servers: 4});
  const impatient = solveErlangA({arrivalRate: 9, serviceTime: 1, servers: 9, patience: 2});
  const exp = exponential(1);
  const session = appointmentPlans().find(({id}) => id === SESSION);
  const known = APPOINTMENT_CASES.find(({id}) => id === SESSION);
  const sessions: CoverageCase[] =
    session === undefined || known === undefined
      ? []
      : [
          {
            id: "coverage-session-mean-wait",
            place: {...session.place, run: {seed: "coverage of sessions"}},
            replications: 40,
            within: [],
            metric: "waitTime",
            which: {},
            truth: 60 * (known.expected[0] as number),
          },
        ];
  return [
    long("coverage-mm1-mean-wait", place(0.5, {service: exp}), "waitTime", {}, single.waitTime!.value),
    long("coverage-mm1-people", place(0.5, {service: exp}), "numberInSystem", {}, single.numberInSystem!.value),
    long("coverage-mm4-p90", place(3, {servers: 4, service: exp}), "waitTime", {statistic: "p90"}, four.waitPercentile!(0.9).value),
    long(
      "coverage-mm4-within-1",
      place(3, {servers: 4, service: exp}),
      "waitTime",
      {statistic: "within 1 s"},
      1 - four.waitBeyond!(1).value,
      [1],
    ),
    long("coverage-erlang-a-gave-up", place(9, {servers: 9, service: exp}, exponential(2)), "abandonShare", {}, impatient.abandoned.value),
    ...sessions,
  ];
}

/** `experiments` intervals; at most `allowed` may lie between the share that holds the truth and 95 %. */
export async function checkCoverage(
  {id, place: given, replications, within, metric, which, truth}: CoverageCase,
  runner: Runner,
  experiments: number,
  allowed: number,
  signal?: AbortSignal,
): Promise<Passed | null> {
  const model = modelOf(given, {within});
  let covered = 0;
  let done = 0;
  let collector = new Collector(model, {design: "as it is"});
  await runner(
    {models: [model], first: 0, count: experiments * replications},
    ([replication]) => {
      collector.take(replication);
      if (collector.count < replications) return;
      const {low, high} = claimBy(collector, metric, {confidence: CONFIDENCE, ...which});
      if (low !== null && high !== null && low <= truth && truth <= high) covered++;
      done++;
      collector = new Collector(model, {design: "as it is", first: done * replications});
    },
    signal,
  );
  if (done < experiments) return null;
  const share = covered / experiments;
  const deviation = Math.abs(share - CONFIDENCE);
  return {
    id,
    verdict: deviation <= allowed ? "passed" : "failed",
    deviation,
    allowed,
    told: `${(100 * share).toFixed(1)} % of ${experiments} intervals hold the truth, for 95 %`,
  };
}
