/**
 * The three unit variates that every law is made of: uniform in (0, 1), exponential with mean 1, standard normal.
 *
 * Two words a variate: the low 8 bits of the first choose the ziggurat's layer, its upper bits and the second word the place in it.
 * The loops hold the generator's state in local variables (xoshiro.ts names its lines); the 1 % that miss the layer's core go
 * through the state and come back. However a stream is cut into blocks, its variates are the same.
 * Source: Marsaglia and Tsang (2000), see ziggurat-tables.ts; Marsaglia (1964), Technometrics 6, 101-102, for the normal tail.
 */

import {exp} from "../math/elementary.ts";
import {uniformFrom} from "./uniform.ts";
import {nextXoshiro} from "./xoshiro.ts";
import {EXPONENTIAL_EDGES, EXPONENTIAL_HEIGHTS, NORMAL_EDGES, NORMAL_HEIGHTS} from "./ziggurat-tables.ts";

const TWO_TO_32 = 4294967296;
const PLACE = 2.220446049250313e-16; // 2^-52
const EXPONENTIAL_WIDTHS = EXPONENTIAL_EDGES.map((edge) => edge * PLACE);
const NORMAL_WIDTHS = NORMAL_EDGES.map((edge) => edge * PLACE);

/** Writes `size` uniform numbers in (0, 1). */
export function fillUniform(state: Int32Array, block: Float64Array, size: number): void {
  let s0 = state[0];
  let s1 = state[1];
  let s2 = state[2];
  let s3 = state[3];
  for (let i = 0; i < size; i++) {
    let sum = s0 + s3;
    const high = ((sum << 7) | (sum >>> 25)) + s0;
    let shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);

    sum = s0 + s3;
    const low = ((sum << 7) | (sum >>> 25)) + s0;
    shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);

    block[i] = ((high >>> 12) * TWO_TO_32 + (low >>> 0) + 0.5) * PLACE;
  }
  state[0] = s0;
  state[1] = s1;
  state[2] = s2;
  state[3] = s3;
}

/** Writes `size` exponential numbers with the given mean; never zero. */
export function fillExponential(state: Int32Array, block: Float64Array, size: number, mean: number): void {
  const edges = EXPONENTIAL_EDGES; // named here, so that the loop need not look whether they are still the same
  const widths = EXPONENTIAL_WIDTHS;
  let s0 = state[0];
  let s1 = state[1];
  let s2 = state[2];
  let s3 = state[3];
  for (let i = 0; i < size; i++) {
    let sum = s0 + s3;
    const high = ((sum << 7) | (sum >>> 25)) + s0;
    let shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);

    sum = s0 + s3;
    const low = ((sum << 7) | (sum >>> 25)) + s0;
    shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);

    const layer = high & 255;
    const x = ((high >>> 12) * TWO_TO_32 + (low >>> 0) + 0.5) * widths[layer];
    if (x < edges[layer + 1]) {
      block[i] = mean * x;
      continue;
    }
    state[0] = s0;
    state[1] = s1;
    state[2] = s2;
    state[3] = s3;
    block[i] = mean * exponentialAtEdge(state, layer, x);
    s0 = state[0];
    s1 = state[1];
    s2 = state[2];
    s3 = state[3];
  }
  state[0] = s0;
  state[1] = s1;
  state[2] = s2;
  state[3] = s3;
}

/** Goes on where x has missed the core of its layer. */
function exponentialAtEdge(state: Int32Array, layer: number, x: number): number {
  let tail = 0; // beyond the first edge everything begins anew: the exponential has no memory
  for (;;) {
    if (x < EXPONENTIAL_EDGES[layer + 1]) return tail + x;
    if (layer === 0) tail += EXPONENTIAL_EDGES[1];
    else {
      const floor = EXPONENTIAL_HEIGHTS[layer];
      if (floor + nextUniform(state) * (EXPONENTIAL_HEIGHTS[layer + 1] - floor) < exp(-x)) return tail + x;
    }
    const high = nextXoshiro(state);
    const low = nextXoshiro(state);
    layer = high & 255;
    x = ((high >>> 12) * TWO_TO_32 + (low >>> 0) + 0.5) * EXPONENTIAL_WIDTHS[layer];
  }
}

/** Writes `size` standard normal numbers; x and -x are as likely, to the last bit. */
export function fillNormal(state: Int32Array, block: Float64Array, size: number): void {
  const edges = NORMAL_EDGES;
  const widths = NORMAL_WIDTHS;
  let s0 = state[0];
  let s1 = state[1];
  let s2 = state[2];
  let s3 = state[3];
  for (let i = 0; i < size; i++) {
    let sum = s0 + s3;
    const high = ((sum << 7) | (sum >>> 25)) + s0;
    let shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);

    sum = s0 + s3;
    const low = ((sum << 7) | (sum >>> 25)) + s0;
    shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);

    const layer = high & 255;
    const x = ((high >> 11) * TWO_TO_32 + (low >>> 0) + 0.5) * widths[layer];
    if (Math.abs(x) < edges[layer + 1]) {
      block[i] = x;
      continue;
    }
    state[0] = s0;
    state[1] = s1;
    state[2] = s2;
    state[3] = s3;
    block[i] = normalAtEdge(state, layer, x);
    s0 = state[0];
    s1 = state[1];
    s2 = state[2];
    s3 = state[3];
  }
  state[0] = s0;
  state[1] = s1;
  state[2] = s2;
  state[3] = s3;
}

/** Goes on where x has missed the core of its layer. */
function normalAtEdge(state: Int32Array, layer: number, x: number): number {
  for (;;) {
    if (Math.abs(x) < NORMAL_EDGES[layer + 1]) return x;
    if (layer === 0) return x < 0 ? -normalTail(state) : normalTail(state);
    const floor = NORMAL_HEIGHTS[layer];
    if (floor + nextUniform(state) * (NORMAL_HEIGHTS[layer + 1] - floor) < exp(-0.5 * x * x)) return x;
    const high = nextXoshiro(state);
    const low = nextXoshiro(state);
    layer = high & 255;
    x = ((high >> 11) * TWO_TO_32 + (low >>> 0) + 0.5) * NORMAL_WIDTHS[layer];
  }
}

/** A standard normal number, given that it lies beyond the first edge. */
function normalTail(state: Int32Array): number {
  const edge = NORMAL_EDGES[1];
  for (;;) {
    const beyond = nextExponential(state) / edge;
    if (2 * nextExponential(state) > beyond * beyond) return edge + beyond;
  }
}

const single = new Float64Array(1);

/** One uniform number in (0, 1). */
export function nextUniform(state: Int32Array): number {
  const high = nextXoshiro(state);
  return uniformFrom(high, nextXoshiro(state));
}

/** One exponential number with mean 1. */
export function nextExponential(state: Int32Array): number {
  fillExponential(state, single, 1, 1);
  return single[0];
}

/** One standard normal number. */
export function nextNormal(state: Int32Array): number {
  fillNormal(state, single, 1);
  return single[0];
}
