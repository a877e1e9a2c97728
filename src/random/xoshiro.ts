/**
 * xoshiro128++: 32 bits at a time, period 2^128 - 1, in four words of state.
 *
 * Source: Blackman and Vigna (2021), "Scrambled Linear Pseudorandom Number Generators", ACM TOMS 47(4), 36.
 */

import type {Key} from "./keys.ts";
import {PURPOSES, START_OF_STREAM, threefry2x32} from "./threefry.ts";

const words = new Int32Array(2);

/**
 * The state that a key's stream starts from in a replication. Never all zero, where the generator would stay for ever.
 * `offset`, a whole number from 0 to 2^29 - 1, makes more starts than there are replications, for draws at random access.
 */
export function startXoshiro(state: Int32Array, key: Key, replication: number, offset = 0): void {
  const start = START_OF_STREAM + PURPOSES * offset;
  threefry2x32(key[0], key[1], replication, start, words);
  state[0] = words[0];
  state[1] = words[1];
  threefry2x32(key[0], key[1], replication, start + 1, words);
  state[2] = words[0];
  state[3] = words[1];
  if ((state[0] | state[1] | state[2] | state[3]) === 0) state[0] = 1;
}

/** The next word, signed. The loops of unit-variates.ts repeat these lines with the state in local variables. */
export function nextXoshiro(state: Int32Array): number {
  const s0 = state[0];
  const s3 = state[3];
  const sum = (s0 + s3) | 0;
  const s1 = state[1];
  const s2 = state[2] ^ s0;
  const t = s3 ^ s1;
  state[0] = s0 ^ t;
  state[1] = s1 ^ s2;
  state[2] = s2 ^ (s1 << 9);
  state[3] = (t << 11) | (t >>> 21);
  return (((sum << 7) | (sum >>> 25)) + s0) | 0;
}
