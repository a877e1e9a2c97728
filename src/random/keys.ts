/**
 * Keys: where the words of an experiment become numbers.
 *
 *   seed      of the whole experiment, as its author wrote it
 *   purpose   what chance decides there, say "service" or "patience"
 *   owner     whose chance it is: a class of customers or a source, never a station
 *
 * Source: Baagøe (2010), Alea, in the package seedrandom.
 */

import alea from "seedrandom/lib/alea.js";

/** Two 32-bit words, signed: who shares a key shares its chance. */
export type Key = readonly [number, number];

/** The key of one purpose of one owner under a seed. */
export function deriveKey(seed: string, purpose: string, owner: string): Key {
  const random = alea(`${seed}|${purpose}|${owner}`);
  return [random.int32(), random.int32()];
}
