/**
 * Streams: one kind of time for one purpose, from one replication to the next.
 *
 * Times are made in blocks, because a loop over a block is several times faster than a call for each. The first block is as long as
 * the last replication was, because a morning by appointment needs twenty times, a bank day four hundred and a benchmark a hundred
 * million. Neither changes the sequence.
 */

import type {Key} from "./keys.ts";
import {type Law, requireLaw, type Sign} from "./law.ts";
import {type Source, sourceOf} from "./sources.ts";

const FIRST_BLOCK = 64; // of the first replication
const SMALLEST_BLOCK = 8;
const LARGEST_BLOCK = 4096;

/** Times of one law under one key, in seconds. */
export class Stream {
  private at = 0;
  private size = 0;
  private block = new Float64Array(FIRST_BLOCK);
  private nextSize = FIRST_BLOCK;
  private before = 0; // times in earlier blocks of this replication
  private readonly source: Source;

  /** @throws RangeError if no time could follow that law; with "any sign", if no number could */
  constructor(law: Law, key: Key, sign: Sign = "never negative") {
    requireLaw(law, sign);
    this.source = sourceOf(law, key);
    this.restart(0);
  }

  /** Goes to the start of a replication, a whole number from 0 to 2^32 - 1. A new stream stands at replication 0. */
  restart(replication: number): void {
    this.source.restart(replication);
    const drawn = this.before + this.at;
    if (drawn > 0) this.nextSize = Math.min(Math.max(SMALLEST_BLOCK, drawn + (drawn >> 3)), LARGEST_BLOCK);
    this.at = this.size = this.before = 0;
  }

  /** The next time. */
  next(): number {
    if (this.at === this.size) this.refill();
    return this.block[this.at++];
  }

  // Returns nothing: a fraction that comes back from a function that is not inlined costs an allocation, for every time drawn.
  private refill(): void {
    const size = this.nextSize;
    if (this.block.length < size) this.block = new Float64Array(size);
    this.source.fill(this.block, size);
    this.before += this.size;
    this.size = size;
    this.nextSize = this.before === 0 ? Math.max(FIRST_BLOCK, size >> 2) : Math.min(2 * size, LARGEST_BLOCK);
    this.at = 0;
  }
}
