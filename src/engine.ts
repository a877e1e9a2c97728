/**
 * The engine's front door, for browsers, workers and other programs: from a scenario to its histories, and nothing that needs
 * files, yaml or a terminal. What the histories say is in `statistics.ts`.
 */
export {compileModel} from "./model/compile.ts";
export type {Model} from "./model/model.ts";
export type {Law} from "./random/law.ts";
export {engineOf} from "./replication/engines.ts";
export {inThisThread} from "./replication/in-this-thread.ts";
export type {Engine, Replication, SparseHistogram} from "./replication/replication.ts";
export {RowLayout} from "./replication/row.ts";
export type {Plan, Runner, Take} from "./replication/runner.ts";
export {simulate} from "./replication/simulate.ts";
export {Simulation} from "./replication/simulation.ts";
export type {Design, Scenario} from "./scenario/scenario.ts";
export type {Clock, Erlangs, PerSecond, Probability, Seconds} from "./units.ts";
export {VERSION} from "./version.ts";
