/**
 * Where a continuous function passes zero: inverse quadratic interpolation where the last three points allow it, bisection where
 * they do not. It ends when the bracket is a few units in the last place wide, so the last bits are the function's own.
 *
 * Source: Chandrupatla (1997), "A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function without using
 * derivatives", Advances in Engineering Software 28, 145-149.
 */
import {powerOfTwo} from "./words.ts";

/**
 * A root between `low` and `high`, where f has opposite signs (or is zero). A jump across zero is found as well as a passage, and f
 * may be infinite.
 *
 * @throws RangeError if f has the same sign at both ends, or is not a number there
 */
export function findRoot(f: (x: number) => number, low: number, high: number): number {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!((fa < 0 && fb > 0) || (fa > 0 && fb < 0)))
    throw new RangeError(`f must have opposite signs at ${low} and ${high}, got ${fa} and ${fb}`);
  let share = 0.5;
  for (;;) {
    const x = a + share * (b - a);
    const fx = f(x);
    // a becomes x, the newest; b the end across zero; c the one left over.
    let c = a;
    let fc = fa;
    if (fx < 0 !== fa < 0) {
      c = b;
      fc = fb;
      b = a;
      fb = fa;
    }
    a = x;
    fa = fx;
    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    const least = powerOfTwo(-51) * Math.abs(best) + powerOfTwo(-1074);
    const tolerance = least / Math.abs(b - a);
    if (fa === 0 || tolerance > 0.5) return best;
    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    const isQuadratic = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
    const guess = (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb));
    share = isQuadratic && guess >= 0 && guess <= 1 ? Math.min(1 - tolerance, Math.max(tolerance, guess)) : 0.5;
  }
}
