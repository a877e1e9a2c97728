/**
 * The standard normal distribution.
 *
 *   φ(z), Φ(z)   density and distribution function
 *   R(z)         Mills' ratio (1 - Φ(z)) / φ(z)
 *
 * R is a Chebyshev series over all z >= 0 at once, of our own making (tests/math/special.test.ts holds it to 60-digit values).
 * Source: Shepherd and Laframboise (1981), "Chebyshev Approximation of (1 + 2x) exp(x²) erfc x in 0 <= x < ∞", Math. Comp. 36, 249-253.
 */

import {exp, log, log1p} from "./elementary.ts";

export const ROOT_TWO_PI = 2.5066282746310007;
const LOG_ROOT_TWO_PI = 0.9189385332046728;

// (1 + 1.5 z) R(z) as a Chebyshev series in t = (z - 5) / (z + 5).
const MILLS = [
  1.541785481116115, 0.03069792508300774, -0.12862355173955634, 0.08166962659714994, -0.03398454194518944, 0.010561562160879674,
  -0.0024835906018969927, 0.00041608732591845915, -3.793953752231272e-5, -2.163177832106162e-6, 1.231449263471786e-6,
  -1.1166542383489682e-7, -2.0268035272367846e-8, 5.1890471774868944e-9, 1.8127580025323286e-10, -1.7619889411013782e-10,
  3.5860384634419586e-12, 5.9064767371166965e-12, -3.0246348551864717e-13, -2.1283264328005433e-13, 1.3161455610393478e-14,
  8.422329541466157e-15, -4.3077751109369236e-16, -3.6062591571609396e-16, 7.524022109816664e-18, 1.6125817225894715e-17,
];

/** R(z) for finite z >= 0. */
export function millsRatio(z: number): number {
  const t = (z - 5) / (z + 5);
  let next = 0;
  let last = 0;
  for (let k = MILLS.length - 1; k > 0; k--) {
    const now = 2 * t * next - last + MILLS[k];
    last = next;
    next = now;
  }
  return (t * next - last + MILLS[0]) / (1 + 1.5 * z);
}

/** The density φ(z). The square is taken in two pieces, or its rounding would cost z² units in the last place. */
export function normalDensity(z: number): number {
  const size = Math.abs(z);
  if (size > 40) return 0;
  const coarse = Math.floor(size * 16) / 16;
  return (exp(-0.5 * coarse * coarse) * exp(-0.5 * (size - coarse) * (size + coarse))) / ROOT_TWO_PI;
}

/** Φ(z) - ½, without the loss of digits near zero, for z between -1 and 1. */
export function shareAboveMiddle(z: number): number {
  const step = -0.5 * z * z;
  let sum = 1;
  let term = 1;
  for (let n = 1; Math.abs(term) > 1e-17; n++) {
    term *= step / n;
    sum += term / (2 * n + 1);
  }
  return (z * sum) / ROOT_TWO_PI;
}

/** Φ(z), the share of a standard normal distribution up to z; the lower tail keeps its digits down to 1e-308. */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return NaN;
  if (Math.abs(z) < 0.6) return 0.5 + shareAboveMiddle(z);
  const tail = Math.abs(z) < 40 ? normalDensity(z) * millsRatio(Math.abs(z)) : 0;
  return z < 0 ? tail : 1 - tail;
}

/** 1 - Φ(z), the share beyond z; the upper tail keeps its digits. */
export function normalTail(z: number): number {
  return normalCdf(-z);
}

/** log Φ(z): where Φ itself is too small for a double, its logarithm still has all its digits. */
export function logNormalCdf(z: number): number {
  if (z > 0.6) return log1p(-normalTail(z));
  if (!(z < -0.6)) return log(normalCdf(z));
  return z === -Infinity ? z : logTail(-z);
}

/** log(1 - Φ(z)) for finite z >= 0. */
function logTail(z: number): number {
  return log(millsRatio(z)) - LOG_ROOT_TWO_PI - 0.5 * z * z;
}

/**
 * The z with Φ(z) = p: -Infinity for 0, Infinity for 1.
 *
 * @throws RangeError if `p` is not between 0 and 1
 * @example normalQuantile(0.975) // 1.9599639845400538
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p must be between 0 and 1, got ${p}`);
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  const tail = Math.min(p, 1 - p);
  const size = tail > 0.3 ? middleQuantile(Math.abs(p - 0.5)) : tailQuantile(tail);
  return p < 0.5 ? -size : size;
}

/** The z with Φ(z) - ½ = excess, from 0 to 0.2. Halley's iteration from the tangent at zero. */
function middleQuantile(excess: number): number {
  let z = excess * ROOT_TWO_PI;
  for (let round = 0; round < 3; round++) {
    const error = (shareAboveMiddle(z) - excess) / normalDensity(z);
    z -= error / (1 + 0.5 * z * error);
  }
  return z;
}

/** The z with 1 - Φ(z) = tail, up to 0.3. Halley's iteration from Abramowitz and Stegun 26.2.23 (good to 4.5e-4). */
function tailQuantile(tail: number): number {
  if (tail < 1e-290) return farTailQuantile(tail);
  const t = Math.sqrt(-2 * log(tail));
  let z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let round = 0; round < 2; round++) {
    const error = tail / normalDensity(z) - millsRatio(z);
    z -= error / (1 + 0.5 * z * error);
  }
  return z;
}

/** The z with 1 - Φ(z) = tail, where the density is nearly too small for a double. Newton's method between logarithms. */
function farTailQuantile(tail: number): number {
  const target = log(tail);
  let z = Math.sqrt(-2 * target - 8.4); // z² + 2 log(z √2π) is -2 target, and z is 36.4 to 38.5 here
  for (let round = 0; round < 3; round++) z += (logTail(z) - target) * millsRatio(z);
  return z;
}
