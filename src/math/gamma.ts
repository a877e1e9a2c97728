/**
 * The logarithm of the gamma function, and the error of Stirling's formula on which all large arguments rest.
 *
 *   log Γ(x)   for x = n + 1 the logarithm of n!
 *   δ(x)       log Γ(x) - ((x - ½) log x - x + ½ log 2π)
 *
 * Source: Abramowitz and Stegun (1964), Handbook of Mathematical Functions, 6.1.15, 6.1.33 and 6.1.40.
 */

import {log, log1p} from "./elementary.ts";

const HALF_LOG_TWO_PI = 0.9189385332046728;
export const TWO_PI = 6.283185307179586;

/** From here on Stirling's series is exact to the last bit. */
export const STIRLING_FROM = 10;

/** δ(x), the error of Stirling's formula, for x of `STIRLING_FROM` or more. */
export function stirlingError(x: number): number {
  const y = 1 / (x * x);
  return (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - y * (691 / 360360 - y / 156)))))) / x;
}

// log Γ(2 + s) = s · (C[0] + C[1] s + C[2] s² + …): 1 - Euler's constant, then (-1)^k (ζ(k) - 1) / k for k = 2, 3, …
const C = [
  0.42278433509846713, 0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986, 0.0028905103307415234,
  -0.001192753911703261, 0.0005096695247430425, -0.00022315475845357939, 9.945751278180853e-5, -4.492623673813314e-5, 2.050721277567069e-5,
  -9.439488275268397e-6, 4.374866789907488e-6, -2.039215753801366e-6, 9.55141213040742e-7, -4.492469198764566e-7, 2.1207184805554665e-7,
  -1.0043224823968099e-7, 4.7698101693639804e-8, -2.2711094608943164e-8, 1.0838659214896955e-8, -5.183475041970047e-9,
  2.4836745438024785e-9, -1.1921401405860912e-9, 5.731367241678862e-10, -2.7595228851242334e-10, 1.330476437424449e-10,
];

/** log Γ(2 + s) for s between -½ and ½. */
function logGammaNearTwo(s: number): number {
  let sum = 0;
  for (let k = C.length - 1; k >= 0; k--) sum = sum * s + C[k];
  return sum * s;
}

/** log Γ(1 + a) for a from 0 to 1, to its own last digits however small a is. */
export function logGammaOnePlus(a: number): number {
  return a <= 0.5 ? logGammaNearTwo(a) - log1p(a) : logGamma(1 + a);
}

/**
 * log Γ(x) for positive x, within a few units in the last place (near its zeros 1 and 2, too). Infinity at 0 and at Infinity.
 *
 * @throws RangeError if `x` is negative or NaN
 * @example logGamma(5) // log 24
 */
export function logGamma(x: number): number {
  if (!(x >= 0)) throw new RangeError(`x must be 0 or more, got ${x}`);
  if (x === Infinity || x === 0) return Infinity;
  if (x >= STIRLING_FROM) return (x - 0.5) * (log(x) - 1) - 0.5 + HALF_LOG_TWO_PI + stirlingError(x);
  if (x < 0.5) return logGammaNearTwo(x) - log(x) - log1p(x);
  if (x < 1.5) return logGammaNearTwo(x - 1) - log1p(x - 1);
  let product = 1;
  let s = x - 2;
  for (; s > 0.5; s--) product *= 1 + s;
  return logGammaNearTwo(s) + log(product);
}
