/**
 * A table of reference cases as tests. A simulated number must lie within four standard errors of the truth, with a 99.9 %
 * interval of at most 10 % of the value on either side; cases that would need a larger budget than these tests have are listed
 * as too wide, by name. Cases of the same place share its run.
 */
import {afterAll, expect, test} from "vitest";
import type {Claim} from "../../src/estimate/claim.ts";
import type {Collector} from "../../src/estimate/index.ts";
import type {Check, Exact, Plan, Sampled, Simulated} from "../../src/verification/plan.ts";
import {claimOfSample, distance, relativeWidth, type Truth} from "./numbers.ts";
import {watchWith} from "../../src/verification/watch.ts";
import {Simulation} from "./engine.ts";
import {collect, inTheLongRun} from "./run.ts";

const WIDEST = 0.1;

export interface TableOptions {
  /** Cases whose interval stays wider than 10 % at the budget. */
  tooWide?: readonly string[];
}

export function testCases(name: string, cases: readonly {id: string; plan: Plan}[], {tooWide = []}: TableOptions = {}): void {
  const count = {simulated: 0, exact: 0, skipped: 0};
  const lines: string[] = [];
  const runs = new Runs(cases.flatMap(({id, plan}) => (plan.kind === "simulated" && !tooWide.includes(id) ? [plan] : [])));

  for (const {id, plan} of cases) {
    if (plan.kind === "skipped" || tooWide.includes(id)) {
      count.skipped++;
      test.skip(`${id}: ${plan.kind === "skipped" ? plan.reason : "too wide at this budget"}`, () => {});
    } else if (plan.kind === "exact") {
      count.exact++;
      test(id, () => expectExactly(plan));
    } else {
      count.simulated++;
      test(id, {timeout: 120_000}, () => {
        const claims = plan.kind === "sampled" ? claimsOf(plan) : plan.checks.map(({number}) => number(runs.of(plan)));
        const told = claims.map((claim, i) => tell(claim, plan.checks[i]));
        lines.push(`${id}: ${told.join("; ")}`);
        claims.forEach((claim, i) => expectWithin(claim, plan.checks[i], told[i]));
      });
    }
  }

  afterAll(() => {
    console.log([...lines, `${name}: ${count.simulated} simulated, ${count.exact} exact, ${count.skipped} skipped`].join("\n"));
  });
}

function expectWithin(claim: Claim, truth: Truth, told: string): void {
  expect(distance(claim, truth), told).toBeLessThanOrEqual(4);
  expect(relativeWidth(claim), told).toBeLessThanOrEqual(WIDEST);
}

function tell(claim: Claim, truth: Omit<Check, "number">): string {
  return `${claim.value?.toPrecision(6)} ± ${(100 * relativeWidth(claim)).toFixed(2)} % for ${truth.truth.toPrecision(6)} (${distance(claim, truth).toFixed(1)} standard errors)`;
}

function claimsOf({samples, replications, checks}: Sampled): Claim[] {
  const rows: number[][] = [];
  for (const row of samples(watchWith(Simulation))) if (rows.push(row) >= replications) break;
  return checks.map((_, i) => claimOfSample(rows.map((row) => row[i])));
}

function expectExactly({found, expected, tolerance}: Exact): void {
  const value = found();
  if (tolerance === 0) {
    expect(value).toEqual(expected);
    return;
  }
  const [got, wanted] = [[value].flat(9), [expected].flat(9)] as number[][];
  expect(got.length).toBe(wanted.length);
  got.forEach((number, i) => expect(Math.abs(number - wanted[i]), `${number} for ${wanted[i]}`).toBeLessThanOrEqual(tolerance));
}

/** One run for all cases of a place, counting the waits within every time that one of them asks for. */
class Runs {
  private readonly withinOf = new Map<string, Set<number>>();
  private readonly done = new Map<string, Collector>();

  constructor(plans: readonly Simulated[]) {
    for (const plan of plans) {
      const key = keyOf(plan);
      const within = this.withinOf.get(key) ?? new Set();
      this.withinOf.set(key, within);
      for (const time of plan.within) within.add(time);
    }
  }

  of(plan: Simulated): Collector {
    const key = keyOf(plan);
    const known = this.done.get(key);
    if (known !== undefined) return known;
    const within = [...(this.withinOf.get(key) ?? [])];
    const {place, effort, groups} = plan;
    const run = "days" in effort ? collect(place, effort.days, {within, groups}) : inTheLongRun(place, effort, {within, groups});
    this.done.set(key, run);
    return run;
  }
}

const keyOf = ({place, effort, groups}: Simulated) => JSON.stringify([place, effort, groups]);
