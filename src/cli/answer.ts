/** From a reading to a result: models, replications, estimates, comparisons. Everything that `run` and `compare` print comes from here. */
import {compare} from "../comparison/index.ts";
import {comparisonsOf, type Disagreement, disagreementsOf, twinRows} from "../comparison/twins.ts";
import type {PrecisionFound, Result} from "../comparison/comparison.ts";
import {claimBy, Collector} from "../estimate/index.ts";
import {PrecisionWatch, type Standing} from "../estimate/precision.ts";
import type {Model} from "../model/model.ts";
import type {Replication} from "../replication/replication.ts";
import type {Runner} from "../replication/runner.ts";
import type {Design, Until} from "../scenario/scenario.ts";
import type {Reading} from "../scenario/reading/read-scenario.ts";
import {findTwins} from "../twin/find-twins.ts";
import {VERSION} from "../version.ts";
import {commandLineOf} from "./command-line.ts";
import type {Assignment} from "./options.ts";
import {otherSeed, secondSeedOf, withSeed} from "./second-seed.ts";

export interface Asked {
  command: "run" | "compare";
  /** As the result may name it: no path. */
  file: string;
  /** As the recorded command names it. */
  typed: string;
  reading: Reading;
  designs: readonly Design[];
  models: Model[];
  set: readonly Assignment[];
  first: number;
  confidence: number;
  /** Ask again with another seed, the same number of replications. */
  hasSecondSeed?: boolean;
  /** Fairness was asked for by name. */
  isFair?: boolean;
}

/** The simulation contradicts an exact formula: one of the two is wrong, and it is our mistake. */
export class Contradiction extends Error {
  readonly disagreements: readonly Disagreement[];

  constructor(disagreements: readonly Disagreement[]) {
    super("the simulation contradicts an exact formula");
    this.disagreements = disagreements;
  }
}

/** Hears of every replication: one history per design, and how the least precise design stood after the last round, if a precision is asked for. */
export type Took = (designs: Replication[], standing: Standing | null) => void;

/**
 * Runs what was asked; when `signal` fires, the result holds what was finished. Null when nothing was.
 *
 * @throws Contradiction if an exact formula says otherwise
 */
export async function answer(asked: Asked, runner: Runner, took: Took, signal: AbortSignal): Promise<Result | null> {
  const {reading, designs, models, first, confidence, hasSecondSeed = false} = asked;
  const {scenario} = designs[0];
  const {seed, replications: most, until = null} = scenario.run;
  const collectors = collectorsOf(asked, models);
  const watch = until === null ? null : new PrecisionWatch(models, until, most, confidence);
  await collect({models, first, count: most}, collectors, watch, runner, took, signal);
  const done = collectors[0].count;
  if (done === 0) return null;
  const {estimates, rows} = compare(collectors, {confidence});
  const twins = models.map((model) => findTwins(model));
  const comparisons = comparisonsOf(collectors, twins);
  const disagreements = collectors.flatMap((collector, i) => disagreementsOf(collector, twins[i], comparisons));
  if (disagreements.length > 0) throw new Contradiction(disagreements);

  let again: Collector[] | null = null;
  if (hasSecondSeed && !signal.aborted) {
    const others = models.map((model) => withSeed(model, otherSeed(seed)));
    again = collectorsOf(asked, others);
    await collect({models: others, first, count: done}, again, null, runner, (histories) => took(histories, null), signal);
  }
  const hasFinished = (watch === null ? done === most : watch.verdict !== "go on") && (again === null || again[0].count === done);
  return {
    schemaVersion: 1,
    version: VERSION,
    command: asked.command,
    commandLine: commandLineOf({...asked, file: asked.typed, seed, replications: most, until: until?.text ?? null}),
    scenario: {
      name: scenario.name,
      file: asked.file,
      hash: reading.hash,
      question: reading.question,
      isDay: scenario.opening !== null,
      text: reading.text,
    },
    seed,
    replications: done,
    complete: hasFinished && !(hasSecondSeed && again === null),
    confidence,
    designs: designs.map(({name, changes}) => ({name, changes})),
    estimates: estimates.flatMap((estimate) => estimate.rows),
    comparisons: rows,
    goals: estimates.flatMap((estimate) => estimate.goals),
    distributions: estimates.flatMap((estimate) => estimate.distributions),
    cautions: estimates.flatMap((estimate) => estimate.cautions),
    twins: collectors.flatMap((collector, i) => twinRows(collector, twins[i], confidence)),
    assumed: reading.assumed,
    ...(watch === null || until === null ? {} : {precision: precisionOf(watch, until, most, collectors, confidence)}),
    ...(again === null || again[0].count < done ? {} : {secondSeed: secondSeedOf(otherSeed(seed), collectors, again)}),
  };
}

function collectorsOf({designs, first}: Asked, models: readonly Model[]): Collector[] {
  return models.map((model, i) => {
    const {name, scenario} = designs[i];
    return new Collector(model, {design: name, goals: scenario.goals, costs: scenario.costs, first});
  });
}

/**
 * Runs a plan into collectors, until all is done or precise enough. Precision is looked at in rounds of a fixed number of
 * replications; what runners have in hand beyond the last round is dropped unseen, so threads cannot be seen in the result.
 */
async function collect(
  plan: {models: Model[]; first: number; count: number},
  collectors: readonly Collector[],
  watch: PrecisionWatch | null,
  runner: Runner,
  took: Took,
  signal: AbortSignal,
): Promise<void> {
  const enough = new AbortController();
  let standing: Standing | null = null;
  const take = (histories: Replication[]) => {
    if (enough.signal.aborted) return;
    for (let i = 0; i < collectors.length; i++) collectors[i].take(histories[i]);
    if (watch !== null) {
      if (watch.take(histories) !== "go on") enough.abort();
      if (watch.isDue) standing = watch.standing();
    }
    took(histories, standing);
  };
  await runner(plan, take, AbortSignal.any([signal, enough.signal]));
}

function precisionOf(
  watch: PrecisionWatch,
  until: Until,
  most: number,
  collectors: readonly Collector[],
  confidence: number,
): PrecisionFound {
  const widest = collectors[watch.standing().design];
  const {value, halfWidth} = claimBy(widest, until.metric, {confidence}); // as the estimates have it, to the last bit
  return {...until, isReached: watch.verdict === "reached", design: widest.design, value, halfWidth, most};
}
