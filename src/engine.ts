/**
 * The engine's front door, for browsers, workers and other programs: everything from a scenario to a comparison, and nothing
 * that needs files, yaml or a terminal.
 */
export type {Comparison, ComparisonRow, Result} from "./comparison/comparison.ts";
export {type CompareOptions, compare} from "./comparison/index.ts";
export type {Caution, Distribution, Estimate, EstimateRow, GoalVerdict, Population} from "./estimate/estimate.ts";
export {Collector, type CollectorOptions, estimate} from "./estimate/index.ts";
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
