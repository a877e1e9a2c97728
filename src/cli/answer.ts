/** From a reading to a result: models, replications, estimates, comparisons. Everything that `run` and `compare` print comes from here. */
import {compare} from "../comparison/index.ts";
import type {Result} from "../comparison/comparison.ts";
import {Collector} from "../estimate/index.ts";
import type {Model} from "../model/model.ts";
import type {Replication} from "../replication/replication.ts";
import type {Runner} from "../replication/runner.ts";
import type {Design} from "../scenario/scenario.ts";
import type {Reading} from "../scenario/reading/read-scenario.ts";
import {VERSION} from "../version.ts";
import {commandLineOf} from "./command-line.ts";
import type {Assignment} from "./options.ts";

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
}

/** Runs what was asked; when `signal` fires, the result holds what was finished. `took` hears of every replication. */
export async function answer(
  asked: Asked,
  runner: Runner,
  took: (designs: Replication[]) => void,
  signal: AbortSignal,
): Promise<Result | null> {
  const {reading, designs, models, first, confidence} = asked;
  const {scenario} = designs[0];
  const collectors = models.map(
    (model, i) =>
      new Collector(model, {design: designs[i].name, goals: designs[i].scenario.goals, costs: designs[i].scenario.costs, first}),
  );
  const count = scenario.run.replications;
  await runner(
    {models, first, count},
    (histories) => {
      for (let i = 0; i < collectors.length; i++) collectors[i].take(histories[i]);
      took(histories);
    },
    signal,
  );
  const done = collectors[0].count;
  if (done === 0) return null;
  const {estimates, rows} = compare(collectors, {confidence});
  return {
    schemaVersion: 1,
    version: VERSION,
    command: asked.command,
    commandLine: commandLineOf({...asked, file: asked.typed, seed: scenario.run.seed, replications: count}),
    scenario: {
      name: scenario.name,
      file: asked.file,
      hash: reading.hash,
      question: reading.question,
      isDay: scenario.opening !== null,
      text: reading.text,
    },
    seed: scenario.run.seed,
    replications: done,
    complete: done === count,
    confidence,
    designs: designs.map(({name, changes}) => ({name, changes})),
    estimates: estimates.flatMap((estimate) => estimate.rows),
    comparisons: rows,
    goals: estimates.flatMap((estimate) => estimate.goals),
    distributions: estimates.flatMap((estimate) => estimate.distributions),
    cautions: estimates.flatMap((estimate) => estimate.cautions),
    assumed: reading.assumed,
  };
}
