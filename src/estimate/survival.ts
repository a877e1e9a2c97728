/** The curve the report draws: share of people who wait longer than t, from the pooled population. */
import {MINUTE, type Seconds} from "../units.ts";
import type {PooledHistogram} from "./pooled-histogram.ts";

/** Most points of a curve. */
const POINTS = 120;
/** The curve ends where so few are left that it lies on the axis. */
const END = 0.9995;

const STEPS: readonly Seconds[] = [1, 2, 5, 10, 15, 20, 30, 60, 90, 120, 180, 300, 600, 900, 1200, 1800, 3600];

/** Times in even steps a person would choose, from 0 to where the curve ends; fewer than `POINTS`. Just 0 if nobody waits. */
export function gridOf(pool: PooledHistogram): Seconds[] {
  const end = pool.quantile(END) ?? 0;
  if (!(end > 0)) return [0];
  const step = roundStep(end / (POINTS - 2));
  const steps = Math.ceil(end / step);
  return Array.from({length: steps + 1}, (_, k) => k * step);
}

/** The smallest round step of at least so many seconds. */
function roundStep(least: Seconds): Seconds {
  const listed = STEPS.find((step) => step >= least && least > STEPS[0] / 2);
  if (listed !== undefined) return listed;
  let power = least > MINUTE ? STEPS[STEPS.length - 1] : 1;
  if (least > MINUTE) {
    while (power < least) power *= 2;
    return power;
  }
  // Below a second: 1, 2 or 5 hundredths, thousandths ... A division keeps 0.001 what it is written as.
  let divisor = 1;
  while (1 / divisor > least) divisor *= 10;
  for (const factor of [1, 2, 5, 10]) if (factor / divisor >= least) return factor / divisor;
  return 10 / divisor;
}
