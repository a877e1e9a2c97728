/**
 * The library's front door, for Node: from the file a manager writes to the page a manager reads.
 *
 *   const reading = readScenario(text, "bank.yaml");
 *   const models = reading.designs.map((design) => compileModel(design.scenario));
 *   const workers = inWorkers(4);
 *   await workers({models, first: 0, count: 400}, (histories) => histories.forEach((history, i) => collectors[i].take(history)));
 */
export * from "./engine.ts";
export {inWorkers, type WorkerOptions, type WorkerRunner} from "./replication/workers/in-workers.ts";
export {formatProblems, type Reading, readScenario} from "./scenario/reading/read-scenario.ts";
