/**
 * How far the nearest free unit is: the square-root laws of travel in a plane strewn with units.
 *
 *   γ   free units per unit of area, placed by a Poisson field
 *
 * Exact for the Poisson field; for real districts the mean is about the same with γ of the free units, edges add some per cent.
 * Source: Larson and Odoni (1981), "Urban Operations Research", chapter 3; Kolesar and Blum (1973), Management Science 19(12), 1368-1378.
 */
import {TWO_PI} from "../math/gamma.ts";
import {exp} from "../math/index.ts";
import type {Probability} from "../units.ts";
import type {Formula} from "./answer.ts";
import {requireNotNegative, requirePositive} from "./requirements.ts";

const PI = TWO_PI / 2;

export const SQUARE_ROOT_DISTANCE: Formula = {
  name: {en: "square-root law of distance", zh: "平方根距离定律"},
  kind: "exact",
  validity: {
    en: "free units strewn at random over a plane without edges, the nearest one goes; real districts: edges add some per cent",
    zh: "空闲单元随机散布于无边界平面，由最近者出动；真实区域因边界略偏大百分之几",
  },
  source: 'Larson and Odoni (1981), "Urban Operations Research", Prentice-Hall, chapter 3',
};

/** Straight lines, or streets at right angles. */
export type Metric = "straight" | "streets";

/** Area within distance 1. */
function areaOfUnitBall(metric: Metric): number {
  return metric === "straight" ? PI : 2;
}

/**
 * Mean distance to the nearest free unit: 1/(2√γ) straight, √(2π)/(4√γ) by streets, in the length whose square γ counts by.
 * No free units at all: Infinity.
 */
export function meanDistanceToNearest(freeUnitsPerArea: number, metric: Metric): number {
  requireNotNegative("freeUnitsPerArea", freeUnitsPerArea);
  return Math.sqrt(PI / areaOfUnitBall(metric) / freeUnitsPerArea) / 2;
}

/** Share of calls farther than `distance` from the nearest free unit. */
export function nearestBeyond(freeUnitsPerArea: number, metric: Metric, distance: number): Probability {
  requireNotNegative("freeUnitsPerArea", freeUnitsPerArea);
  requireNotNegative("distance", distance);
  return exp(-freeUnitsPerArea * areaOfUnitBall(metric) * distance * distance);
}

/** Mean distance in an area with `units` of them, each busy for the share `occupancy` of its time: the same law with the free ones. */
export function meanResponseDistance(area: number, units: number, occupancy: Probability, metric: Metric): number {
  requirePositive("area", area);
  requireNotNegative("units", units);
  if (!(occupancy >= 0 && occupancy <= 1)) throw new RangeError(`occupancy must lie between 0 and 1, got ${occupancy}`);
  return meanDistanceToNearest((units * (1 - occupancy)) / area, metric);
}
