/**
 * Where a share reaches a target: the root of a monotone function of a positive number, to the last bits.
 *
 *   elasticity   relative change of the share per relative change of x
 *
 * Newton's method between logarithms, in which distribution functions are nearly straight far from their middle; bisection, between
 * logarithms too, whenever a step would leave the bracket.
 * Source: Press, Teukolsky, Vetterling and Flannery (2007), Numerical Recipes, section 9.4.
 */

import {exp, log} from "./elementary.ts";
import {powerOfTwo} from "./words.ts";

/** A share at some x, and how it answers to x. Where the share is too small for a double the elasticity may be NaN. */
export interface Response {
  readonly share: number;
  readonly elasticity: number;
}

/** Whether the share grows with x, as up to a quantile, or falls, as beyond it. */
export type Direction = "grows" | "falls";

/**
 * The x between 0 and `limit` whose share is `target`, a positive number. `start` lies strictly between.
 * Zero if that x is too small for a double, Infinity if it is too large.
 */
export function solvePositive(
  target: number,
  start: number,
  limit: number,
  direction: Direction,
  respond: (x: number) => Response,
): number {
  let low = 0;
  let high = limit;
  let x = start;
  for (let round = 0; round < 200; round++) {
    const {share, elasticity} = respond(x);
    if (share === target) return x;
    if (share < target === (direction === "grows")) low = x;
    else high = x;
    if (low === Number.MAX_VALUE) return Infinity;
    const newton = x * exp(-log(share / target) / elasticity);
    // Before the bracket: x has just become one of its ends, and a step that small may well land on it.
    if (Math.abs(newton - x) <= powerOfTwo(-52) * x) return newton;
    const next = newton > low && newton < high ? newton : between(low, high);
    if (Math.abs(next - x) <= powerOfTwo(-52) * x) return next;
    x = next;
  }
  return x;
}

/** A number inside a bracket: the geometric middle where both ends have one. */
function between(low: number, high: number): number {
  if (high === Infinity) return low === 0 ? 1 : Math.min(low * powerOfTwo(20), Number.MAX_VALUE);
  if (low === 0) return high * powerOfTwo(-20);
  return low * Math.sqrt(high / low);
}
