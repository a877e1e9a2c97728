/**
 * The natural logarithm: log x and log(1 + x), below one unit in the last place.
 *
 *   k, f   x = 2^k (1 + f) with 1 + f between √½ and √2
 *   s      f / (2 + f), so that log(1 + f) = 2s + 2/3 s³ + 2/5 s⁵ + …
 *
 * Source: fdlibm, e_log.c and s_log1p.c. Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro;
 * permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
 */

import {highWord, powerOfTwo} from "./words.ts";

const LN2_HIGH = 0.6931471803691238; // so short that k times it is exact
const LN2_LOW = 1.9082149292705877e-10;

const L1 = 0.6666666666666735;
const L2 = 0.3999999999940942;
const L3 = 0.2857142874366239;
const L4 = 0.22222198432149784;
const L5 = 0.1818357216161805;
const L6 = 0.15313837699209373;
const L7 = 0.14798198605116586;

/** Natural logarithm. Of zero -Infinity, of a negative number NaN. */
export function log(x: number): number {
  const high = highWord(x);
  if (high < 0x00100000 || high >= 0x7ff00000) return farLog(x);
  const k = exponentFrom(high);
  return logOf(k, x * powerOfTwo(-k) - 1, 0);
}

function farLog(x: number): number {
  if (x === 0) return -Infinity;
  if (x < 0) return NaN;
  if (!(x < Infinity)) return x;
  const scaled = x * powerOfTwo(54); // subnormal
  const k = exponentFrom(highWord(scaled));
  return logOf(k - 54, scaled * powerOfTwo(-k) - 1, 0);
}

/** log(1 + x) without the loss of digits near zero. */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity) return x;
  if (Math.abs(x) < powerOfTwo(-54)) return x;
  if (x > -0.2928932188134525 && x < 0.41421356237309503) return logOf(0, x, 0);
  const u = 1 + x;
  const k = exponentFrom(highWord(u));
  const lost = (u >= 2 ? 1 - (u - x) : x - (u - 1)) / u; // what rounding 1 + x took away
  return logOf(k, u * powerOfTwo(-k) - 1, lost);
}

/** The k of 2^k (1 + f) from the high word of a normal positive number. */
function exponentFrom(high: number): number {
  return (high >> 20) - 1023 + (((high & 0xfffff) + 0x95f64) >> 20);
}

/** log(2^k (1 + f)) + tail. */
function logOf(k: number, f: number, tail: number): number {
  const halfSquare = 0.5 * f * f;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const rest = z * (L1 + w * (L3 + w * (L5 + w * L7))) + w * (L2 + w * (L4 + w * L6));
  return k * LN2_HIGH - (halfSquare - (s * (halfSquare + rest) + (k * LN2_LOW + tail)) - f);
}
