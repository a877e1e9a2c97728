/**
 * How unlikely x is where m is expected: the exponent of the Poisson, gamma, binomial and beta densities, without the
 * cancellation of large logarithms.
 *
 *   deviance(x, m) = x log(x / m) + m - x, zero where x = m
 *
 * Source: Loader (2000), "Fast and Accurate Computation of Binomial Probabilities".
 */

import {log} from "./elementary.ts";

/** x log(x / m) + m - x for positive x and m: never negative. */
export function deviance(x: number, m: number): number {
  const difference = x - m;
  if (Math.abs(difference) > 0.1 * (x + m)) return x * log(x / m) - difference;
  // log(x / m) = 2 (v + v³/3 + v⁵/5 + …) with v = (x - m) / (x + m)
  const v = difference / (x + m);
  let sum = difference * v;
  let term = 2 * x * v;
  for (let j = 3; ; j += 2) {
    term *= v * v;
    const next = sum + term / j;
    if (next === sum) return sum;
    sum = next;
  }
}
