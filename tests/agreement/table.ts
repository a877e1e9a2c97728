/**
 * A table of reference cases as tests. A simulated number must lie within four standard errors of the truth, with a 99.9 %
 * interval of at most 10 % of the value on either side; cases that need a larger budget than these tests have are listed as too
 * wide, by name, with the budget they need: COVERAGE=nightly spends it. Cases of the same place share its run.
 */
import {afterAll, expect, test} from "vitest";
import type {Claim} from "../../src/estimate/claim.ts";
import type {Collector} from "../../src/estimate/index.ts";
import {type Check, type Exact, type Plan, type Sampled, type Simulated, skip} from "../../src/verification/plan.ts";
import {claimOfSample, distance, relativeWidth, type Truth} from "./numbers.ts";
import {watchWith} from "../../src/verification/watch.ts";
import {Simulation} from "./engine.ts";
import {collect, type Effort, inTheLongRun} from "./run.ts";

const WIDEST = 0.1;
const isNightly = process.env.COVERAGE === "nightly";

export interface TableOptions {
  /** Cases whose interval stays wider than 10 % at the budget, and the effort that makes it narrow enough. */
  tooWide?: Readonly<Record<string, Effort>>;
}

export function testCases(name: string, given: readonly {id: string; plan: Plan}[], {tooWide = {}}: TableOptions = {}): void {
  const cases = given.map(({id, plan}) => ({id, plan: withinBudget(plan, tooWide[id])}));
  const count = {simulated: 0, exact: 0, skipped: 0};
  const lines: string[] = [];
  const runs = new Runs(cases.flatMap(({plan}) => (plan.kind === "simulated" ? [plan] : [])));

  for (const {id, plan} of cases) {
    if (plan.kind === "skipped") {
      count.skipped++;
      test.skip(`${id}: ${plan.reason}`, () => {});
    } else if (plan.kind === "exact") {
      count.exact++;
      test(id, () => expectExactly(plan));
    } else {
      count.simulated++;
      test(id, {timeout: isNightly ? 3_600_000 : 120_000}, () => {
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

/** The plan at the effort it needs; by day only if that is within the budget. */
function withinBudget(plan: Plan, needed: Effort | undefined): Plan {
  if (needed === undefined) return plan;
  if (plan.kind !== "simulated") throw new RangeError("only what is simulated can be too wide");
  return isNightly ? {...plan, effort: needed} : skip("too wide at this budget");
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
