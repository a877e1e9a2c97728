/**
 * The exponential function: e^x and e^x - 1, below one unit in the last place.
 *
 *   k   x rounded to a whole number of ln 2
 *   r   x - k ln 2, as high - low; at most ln 2 / 2 in size
 *
 * Source: fdlibm, e_exp.c and s_expm1.c. Copyright (C) 1993, 2004 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro;
 * permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
 */

import {powerOfTwo, scaleByPowerOfTwo} from "./words.ts";

const LN2_HIGH = 0.6931471803691238; // so short that k times it is exact
const LN2_LOW = 1.9082149292705877e-10;
// biome-ignore lint/suspicious/noApproximativeNumericConstant: the digits are part of the port
const INVERSE_LN2 = 1.4426950408889634;

const P1 = 0.16666666666666602;
const P2 = -0.0027777777777015593;
const P3 = 6.613756321437934e-5;
const P4 = -1.6533902205465252e-6;
const P5 = 4.1381367970572385e-8;

/** e^x. Beyond 709.78 Infinity, below -745.13 zero. */
export function exp(x: number): number {
  if (!(x > -708 && x < 709)) return farExp(x);
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  return expOfRemainder(x, k) * powerOfTwo(k);
}

function farExp(x: number): number {
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019411) return 0;
  if (Number.isNaN(x)) return x;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  return scaleByPowerOfTwo(expOfRemainder(x, k), k);
}

/** factor · e^exponent, for a positive factor: the second may be too small for a double where their product is not. */
export function timesExp(factor: number, exponent: number): number {
  if (exponent > -700) return factor * exp(exponent);
  const half = exp(exponent / 2);
  return half === 0 ? 0 : factor * half * half; // with a half of zero the factor may be infinite
}

/** e^(x - k ln 2) for a remainder of at most ln 2 / 2. */
function expOfRemainder(x: number, k: number): number {
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  return 1 - (low - (r * c) / (2 - c) - high);
}

const Q1 = -0.03333333333333313;
const Q2 = 0.0015873015872548146;
const Q3 = -7.93650757867488e-5;
const Q4 = 4.008217827329362e-6;
const Q5 = -2.0109921818362437e-7;

/** e^x - 1 without the loss of digits near zero. */
export function expm1(x: number): number {
  if (x < -38.8) return -1; // e^x is below half a unit in the last place
  if (!(x < 40)) return exp(x) - 1; // the 1 is below half a unit in the last place
  if (Math.abs(x) < powerOfTwo(-54)) return x;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const c = high - r - low;
  const half = 0.5 * r;
  const square = r * half;
  const r1 = 1 + square * (Q1 + square * (Q2 + square * (Q3 + square * (Q4 + square * Q5))));
  const t = 3 - r1 * half;
  let e = square * ((r1 - t) / (6 - r * t));
  if (k === 0) return r - (r * e - square);
  e = r * (e - c) - c - square;
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k <= -2 || k > 56) return (1 - (e - r)) * powerOfTwo(k) - 1;
  if (k < 20) return (1 - powerOfTwo(-k) - (e - r)) * powerOfTwo(k);
  return (r - (e + powerOfTwo(-k)) + 1) * powerOfTwo(k);
}
