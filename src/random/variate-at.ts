/**
 * Times at random access: what may happen to a customer any number of times and follows a law, such as the work of a
 * repeated visit. The same customer and count give the same time, whatever happened before.
 *
 * The replication turns the key into a key of its own; customer and count are the counter, and what comes out starts the
 * law's source as a replication number and an offset would: 61 bits, so that no two draws share a start by accident.
 */
import type {Key} from "./keys.ts";
import {type Law, requireLaw, type Sign} from "./law.ts";
import {type Source, sourceOf} from "./sources.ts";
import {KEY_OF_REPLICATION, threefry2x32} from "./threefry.ts";

export class VariateAt {
  private readonly source: Source;
  private readonly key: Key;
  private readonly words = new Int32Array(2);
  private readonly one = new Float64Array(1);
  private key0 = 0;
  private key1 = 0;

  /** @throws RangeError if no time could follow that law; with "any sign", if no number could */
  constructor(law: Law, key: Key, sign: Sign = "never negative") {
    requireLaw(law, sign);
    this.key = key;
    this.source = sourceOf(law, key);
    this.restart(0);
  }

  /** Goes to a replication, a whole number from 0 to 2^32 - 1. */
  restart(replication: number): void {
    threefry2x32(this.key[0], this.key[1], replication, KEY_OF_REPLICATION, this.words);
    this.key0 = this.words[0];
    this.key1 = this.words[1];
  }

  /** The time, in seconds, of a customer's count; counts are whole numbers from 0. */
  at(customer: number, count: number): number {
    threefry2x32(this.key0, this.key1, customer, count, this.words);
    this.source.restart(this.words[0] >>> 0, this.words[1] >>> 3);
    this.source.fill(this.one, 1);
    return this.one[0];
  }
}
