/**
 * Sine and cosine of an angle in radians, below one unit in the last place for every finite angle.
 *
 *   quarter   the angle rounded to whole quarter turns, modulo 4
 *   r + tail  the angle less those quarter turns: at most π/4 in size, as a sum of two doubles
 *
 * Source: fdlibm, k_sin.c, k_cos.c and e_rem_pio2.c. Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at
 * SunSoft; permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
 */

import {highWord, powerOfTwo} from "./words.ts";

const S1 = -0.16666666666666632;
const S2 = 0.00833333333332249;
const S3 = -0.0001984126982985795;
const S4 = 2.7557313707070068e-6;
const S5 = -2.5050760253406863e-8;
const S6 = 1.58969099521155e-10;

/** Sine for an angle r + tail of at most π/4 in size. */
function sinNearZero(r: number, tail: number): number {
  const z = r * r;
  const cube = z * r;
  const rest = S2 + z * (S3 + z * S4) + z * z * z * (S5 + z * S6);
  return r - (z * (0.5 * tail - cube * rest) - tail - cube * S1);
}

const C1 = 0.0416666666666666;
const C2 = -0.001388888888887411;
const C3 = 2.480158728947673e-5;
const C4 = -2.7557314351390663e-7;
const C5 = 2.087572321298175e-9;
const C6 = -1.1359647557788195e-11;

/** Cosine for an angle r + tail of at most π/4 in size. */
function cosNearZero(r: number, tail: number): number {
  const z = r * r;
  const w = z * z;
  const rest = z * (C1 + z * (C2 + z * C3)) + w * w * (C4 + z * (C5 + z * C6));
  const half = 0.5 * z;
  const one = 1 - half;
  return one + (1 - one - half + (z * rest - r * tail));
}

/** Sine of an angle in radians; NaN if it is not finite. */
export function sin(angle: number): number {
  if (Math.abs(angle) < powerOfTwo(-27)) return angle;
  const quarter = reduce(angle);
  const size = quarter & 1 ? cosNearZero(remainder, tail) : sinNearZero(remainder, tail);
  return quarter & 2 ? -size : size;
}

/** Cosine of an angle in radians; NaN if it is not finite. */
export function cos(angle: number): number {
  const quarter = reduce(angle);
  const size = quarter & 1 ? sinNearZero(remainder, tail) : cosNearZero(remainder, tail);
  return (quarter + 1) & 2 ? -size : size;
}

// What `reduce` leaves behind: two numbers cannot be returned without an allocation.
let remainder = 0;
let tail = 0;

const INVERSE_QUARTER_TURN = 0.6366197723675814; // 2/π
const QUARTER_TURN_1 = 1.5707963267341256; // first 33 bits of π/2
const QUARTER_TURN_2 = 6.077100506303966e-11; // next 33 bits
const QUARTER_TURN_3 = 2.0222662487111665e-21; // next 33 bits
const QUARTER_TURN_3_TAIL = 8.4784276603689e-32; // and the rest

/** Leaves the angle less whole quarter turns in `remainder` and `tail` and returns the quarter turns modulo 4. */
function reduce(angle: number): number {
  const size = Math.abs(angle);
  if (size <= 0.785398163397448) {
    remainder = angle;
    tail = 0;
    return 0;
  }
  if (!(size < Infinity)) {
    remainder = tail = NaN;
    return 0;
  }
  if (size > powerOfTwo(19)) return reduceFar(angle);
  // Quarter turns below 2^20 times 33 bits are exact; the two subtractions lose nothing but what `lost` catches.
  const n = Math.floor(angle * INVERSE_QUARTER_TURN + 0.5);
  const first = angle - n * QUARTER_TURN_1;
  const second = n * QUARTER_TURN_2;
  const middle = first - second;
  const lost = first - middle - second;
  const third = n * QUARTER_TURN_3;
  const last = middle - third;
  const low = last === middle ? lost - third : middle - last - third + lost;
  const rest = low - n * QUARTER_TURN_3_TAIL;
  remainder = last + rest;
  tail = last - remainder + rest;
  return n & 3;
}

const TWO_OVER_PI_BITS = 1200n;
const TWO_OVER_PI = // 2/π · 2^1200
  0xa2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921cfe1deb1cb129a73ee88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980fef2f118b5a0a6d1f6d367ecf27cb09b74f463f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d0856033046fc7bn;
const HALF_PI = 0x1921fb54442d18469898cc51701b839a2n; // π/2 · 2^128

/** The same for angles so large that π/2 must be known to a thousand bits: exact integers, slow and rare. */
function reduceFar(angle: number): number {
  const exponent = (highWord(Math.abs(angle)) >> 20) - 1023 - 52;
  const mantissa = Math.abs(angle) * powerOfTwo(-exponent); // a whole number
  const shift = TWO_OVER_PI_BITS - BigInt(exponent);
  const turns = BigInt(mantissa) * TWO_OVER_PI; // quarter turns · 2^shift
  let whole = (turns + (1n << (shift - 1n))) >> shift;
  let part = turns - (whole << shift); // between -1/2 and 1/2 quarter turn
  if (angle < 0) {
    whole = -whole;
    part = -part;
  }
  const fine = ((part >> (shift - 192n)) * HALF_PI) >> 128n; // radians · 2^192
  remainder = Number(fine) * powerOfTwo(-192);
  tail = Number(fine - BigInt(remainder * powerOfTwo(192))) * powerOfTwo(-192);
  return Number(whole & 3n);
}
