/** The door of what histories say: estimates with their intervals, and paired comparisons. Needs no files, yaml or terminal either. */
export type {Comparison, ComparisonRow, Result} from "./comparison/comparison.ts";
export {type CompareOptions, compare} from "./comparison/index.ts";
export type {Caution, Distribution, Estimate, EstimateRow, GoalVerdict, Population} from "./estimate/estimate.ts";
export {Collector, type CollectorOptions, estimate} from "./estimate/index.ts";
