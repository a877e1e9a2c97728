/**
 * The library's front door, for Node: from the file a manager writes to the page a manager reads.
 *
 *   readScenario → compileModel → simulate, or a runner → estimate, compare → say → renderReport
 */
export {formatProblems, type Problem, type Reading, type ReadOptions, readScenario} from "./scenario/reading/read-scenario.ts";
export * from "./browser.ts";
export {ChunkLost, inWorkers, type WorkerOptions, type WorkerRunner} from "./replication/workers/in-workers.ts";
export type {Language} from "./wording/language.ts";
export {type Sentences, say} from "./wording/say.ts";
export {sayBriefly} from "./wording/say-briefly.ts";
export {renderReport, type ReportOptions} from "./report/render-report.ts";
export {readReport} from "./report/read-report.ts";
