/**
 * x to the power y, below one unit in the last place.
 *
 * log2 x is computed as a sum of two doubles, the product with y likewise, so that the exponent carries the digits that
 * a large y would otherwise eat.
 *
 * Source: fdlibm, e_pow.c. Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
 */

import {highWord, powerOfTwo, scaleByPowerOfTwo} from "./words.ts";

const L1 = 0.5999999999999946;
const L2 = 0.4285714285785502;
const L3 = 0.33333332981837743;
const L4 = 0.272728123808534;
const L5 = 0.23066074577556175;
const L6 = 0.20697501780033842;
const P1 = 0.16666666666666602;
const P2 = -0.0027777777777015593;
const P3 = 6.613756321437934e-5;
const P4 = -1.6533902205465252e-6;
const P5 = 4.1381367970572385e-8;
// biome-ignore lint/suspicious/noApproximativeNumericConstant: the digits are part of the port
const LN2 = 0.6931471805599453;
const LN2_HIGH = 0.6931471824645996;
const LN2_LOW = -1.904654299957768e-9;
const LOG2_OF_3_HALVES_HIGH = 0.5849624872207642;
const LOG2_OF_3_HALVES_LOW = 1.350039202129749e-8;
const CP = 0.9617966939259756; // 2 / (3 ln 2)
const CP_HIGH = 0.9617967009544373;
const CP_LOW = -7.028461650952758e-9;
// biome-ignore lint/suspicious/noApproximativeNumericConstant: the digits are part of the port
const INVERSE_LN2 = 1.4426950408889634;
const INVERSE_LN2_HIGH = 1.4426950216293335;
const INVERSE_LN2_LOW = 1.9259629911266175e-8;

/** x^y, with the special values of ECMAScript's `**` (so 1^NaN and (-1)^Infinity are NaN). */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const size = Math.abs(x);
  if (y === Infinity || y === -Infinity) return size === 1 ? NaN : size > 1 === y > 0 ? Infinity : 0;
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (x === 0 || x === Infinity || x === -Infinity) {
    const limit = (size === 0) === y > 0 ? 0 : Infinity;
    return (x < 0 || 1 / x < 0) && isOdd(y) ? -limit : limit;
  }
  if (x > 0) return y === 0.5 ? Math.sqrt(x) : powOfSize(x, y);
  if (Math.floor(y) !== y) return NaN;
  return isOdd(y) ? -powOfSize(size, y) : powOfSize(size, y);
}

/** Whether y is an odd whole number. */
function isOdd(y: number): boolean {
  return Math.abs(y % 2) === 1;
}

/** The first 26 bits of x: products of two such numbers are exact (Dekker's splitting; for sizes below 2^900). */
function firstHalf(x: number): number {
  const c = 134217729 * x;
  return c - (c - x);
}

/** x^y for finite x > 0 and finite y other than zero. */
function powOfSize(x: number, y: number): number {
  if (x === 1) return 1;
  if (Math.abs(y) > powerOfTwo(64)) return x > 1 === y > 0 ? Infinity : 0;

  let high: number; // high + low is log2 x
  let low: number;
  if (Math.abs(y) > powerOfTwo(31)) {
    const t = x - 1;
    if (Math.abs(t) > powerOfTwo(-20)) return t > 0 === y > 0 ? Infinity : 0;
    const w = t * t * (0.5 - t * (0.3333333333333333 - t * 0.25));
    const u = INVERSE_LN2_HIGH * firstHalf(t);
    const v = INVERSE_LN2_HIGH * (t - firstHalf(t)) + (t * INVERSE_LN2_LOW - w * INVERSE_LN2);
    high = firstHalf(u + v);
    low = v - (high - u);
  } else {
    // x = 2^n a, with a near 1 or near 3/2
    const isSubnormal = x < powerOfTwo(-1022);
    const normal = isSubnormal ? x * powerOfTwo(54) : x;
    const word = highWord(normal);
    const fraction = word & 0xfffff;
    let exponent = (word >> 20) - 1023;
    let near = 1;
    if (fraction > 0x3988e) {
      if (fraction < 0xbb67a) near = 1.5;
      else exponent++;
    }
    const a = normal * powerOfTwo(-exponent);
    const n = isSubnormal ? exponent - 54 : exponent;

    // s = (a - near) / (a + near), as sHigh + sLow
    const u = a - near;
    const v = 1 / (a + near);
    const s = u * v;
    const sHigh = firstHalf(s);
    const sumHigh = firstHalf(a + near);
    const sumLow = a - (sumHigh - near);
    const sLow = v * (u - sHigh * sumHigh - sHigh * sumLow);

    const s2 = s * s;
    const rest = s2 * s2 * (L1 + s2 * (L2 + s2 * (L3 + s2 * (L4 + s2 * (L5 + s2 * L6))))) + sLow * (sHigh + s);
    const square = sHigh * sHigh;
    const threeHigh = firstHalf(3 + square + rest);
    const threeLow = rest - (threeHigh - 3 - square);
    const main = sHigh * threeHigh;
    const minor = sLow * threeHigh + threeLow * s;
    const pHigh = firstHalf(main + minor);
    const pLow = minor - (pHigh - main);
    const zHigh = CP_HIGH * pHigh;
    const zLow = CP_LOW * pHigh + pLow * CP + (near === 1 ? 0 : LOG2_OF_3_HALVES_LOW);
    const base = near === 1 ? 0 : LOG2_OF_3_HALVES_HIGH;
    high = firstHalf(zHigh + zLow + base + n);
    low = zLow - (high - n - base - zHigh);
  }

  const yHigh = firstHalf(y);
  const productLow = (y - yHigh) * high + y * low;
  const productHigh = yHigh * high;
  return twoTo(productHigh, productLow);
}

/** 2^(high + low), where low is small beside high. */
function twoTo(high: number, low: number): number {
  const z = low + high;
  if (z >= 1025) return Infinity;
  if (z <= -1076) return 0;
  const n = Math.abs(z) <= 0.5 ? 0 : Math.floor(z + 0.5);
  const remainder = high - n;
  const t = firstHalf(low + remainder);
  const u = t * LN2_HIGH;
  const v = (low - (t - remainder)) * LN2 + t * LN2_LOW;
  const r = u + v;
  const w = v - (r - u);
  const square = r * r;
  const c = r - square * (P1 + square * (P2 + square * (P3 + square * (P4 + square * P5))));
  return scaleByPowerOfTwo(1 - ((r * c) / (c - 2) - (w + r * w) - r), n);
}
