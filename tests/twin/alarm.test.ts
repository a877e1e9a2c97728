/**
 * The alarm never fires at a correct run, however it is: 10,000 runs of mixed stations, 20 replications and more each. CI takes every
 * twentieth; COVERAGE=nightly takes them all.
 */
import {expect, test} from "vitest";
import {comparisonsOf, type Disagreement, disagreementsOf} from "../../src/comparison/twins.ts";
import {Collector} from "../../src/estimate/index.ts";
import {engineOf} from "../../src/replication/engines.ts";
import {findTwins} from "../../src/twin/find-twins.ts";
import {doorRate, lasting, modelOf} from "../../src/verification/long-run.ts";
import {scenarioOf} from "../builders.ts";
import {correctRun} from "./correct-runs.ts";

const RUNS = 10_000;
const isNightly = process.env.COVERAGE === "nightly";
/** A prime, so that every setting has its turn. */
const EVERY = isNightly ? 1 : 19;
/** Warm-ups begin just where comparisons are made at all. */
const RELAXATIONS = 3.2;
const MOST_WARM_UP = 30_000; // customers

interface Watched {
  comparisons: number;
  disagreements: Disagreement[];
}

function watched(number: number): Watched {
  const {place, effort} = correctRun(number);
  const memory = Math.max(...findTwins(modelOf(lasting(place, effort))).map((twin) => ("reason" in twin ? 0 : twin.relaxation)));
  const warmUp = Math.min(MOST_WARM_UP, RELAXATIONS * memory * doorRate(scenarioOf(place)));
  const model = modelOf(lasting(place, {...effort, warmUp}), {within: [1]});
  const twins = findTwins(model);
  const collector = new Collector(model, {design: `run ${number}`});
  const engine = engineOf(model);
  for (let index = 0; index < effort.replications; index++) collector.take(engine.replicate(index));
  const comparisons = comparisonsOf([collector], [twins]);
  return {comparisons, disagreements: disagreementsOf(collector, twins, comparisons)};
}

test(`in ${Math.ceil(RUNS / EVERY)} correct runs nothing is ever said to disagree`, {timeout: 3_600_000}, () => {
  let comparisons = 0;
  let compared = 0;
  const disagreements: Disagreement[] = [];
  for (let number = 0; number < RUNS; number += EVERY) {
    const run = watched(number);
    comparisons += run.comparisons;
    if (run.comparisons > 0) compared++;
    disagreements.push(...run.disagreements);
  }
  console.log(`${compared} runs with ${comparisons} comparisons, ${disagreements.length} disagreements`);
  expect(disagreements).toEqual([]);
  // It keeps silent about most of them although it looked.
  expect(compared).toBeGreaterThan(0.7 * Math.ceil(RUNS / EVERY));
  expect(comparisons).toBeGreaterThan(3 * compared);
});
