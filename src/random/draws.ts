/**
 * Draws at random access: what may happen to a customer any number of times, so that neither the order of events nor the design
 * of the place can touch it.
 *
 *   u(purpose and step, customer's number at the door, visit)   uniform in (0, 1)
 *
 * The key says purpose and step; the replication turns it into a key of its own; customer and visit are the counter.
 * Source: Salmon et al. (2011), see threefry.ts.
 */

import type {Key} from "./keys.ts";
import {KEY_OF_REPLICATION, threefry2x32} from "./threefry.ts";
import {uniformFrom} from "./uniform.ts";

/** Uniform numbers, each at its own place: the same customer and visit give the same number in any order. */
export class Draws {
  private readonly key: Key;
  private readonly replicationKey = new Int32Array(2);
  private readonly words = new Int32Array(2);

  constructor(key: Key) {
    this.key = key;
    this.restart(0);
  }

  /** Goes to a replication, a whole number from 0 to 2^32 - 1. */
  restart(replication: number): void {
    threefry2x32(this.key[0], this.key[1], replication, KEY_OF_REPLICATION, this.replicationKey);
  }

  /** The number between 0 and 1, both excluded, of a customer's visit; visits count from 0. */
  at(customer: number, visit: number): number {
    const {replicationKey, words} = this;
    threefry2x32(replicationKey[0], replicationKey[1], customer, visit, words);
    return uniformFrom(words[0], words[1]);
  }
}
