/**
 * The Weibull law's shape and its squared coefficient of variation.
 *
 *   shape       k   below 1 more variable than the exponential, above 1 less
 *   squaredCV   c²  Γ(1 + 2/k) / Γ(1 + 1/k)² - 1
 *
 * Source: Johnson, Kotz and Balakrishnan (1994), Continuous Univariate Distributions 1, chapter 21.
 */

import {expm1} from "../math/elementary.ts";
import {logGamma} from "../math/special.ts";

/** c² of a Weibull law of that shape. */
export function weibullSquaredCV(shape: number): number {
  return expm1(logGamma(1 + 2 / shape) - 2 * logGamma(1 + 1 / shape));
}

/**
 * The shape of the Weibull law with that squared coefficient of variation, to 1e-12 (to 1e-15 / √c² where c² is below 1e-6).
 *
 * @throws RangeError if `squaredCV` is not between 1e-12 and 1e12
 * @example weibullShape(1) // 1, the exponential law
 */
export function weibullShape(squaredCV: number): number {
  if (!(squaredCV >= 1e-12 && squaredCV <= 1e12)) throw new RangeError(`squaredCV must be between 1e-12 and 1e12, got ${squaredCV}`);
  let low = 0.01; // c² = 9e58
  let high = 1.3e6; // c² = 9.7e-13
  for (;;) {
    const middle = low * Math.sqrt(high / low);
    if (!(middle > low && middle < high)) return middle;
    if (weibullSquaredCV(middle) > squaredCV) low = middle;
    else high = middle;
  }
}
