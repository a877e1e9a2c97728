/**
 * How many people of each replication waited at most so long: coarse distributions, one a replication, small enough to keep
 * for ten thousand days. They tell how a pooled percentile would move from replication to replication.
 *
 *   coarse bucket 0        zero
 *   coarse bucket c >= 1   32 buckets of `replication/histogram.ts`, an eighth of an octave: 9 % wide
 */
import {BUCKETS} from "../replication/histogram.ts";
import type {SparseHistogram} from "../replication/replication.ts";

const FINE_BITS = 5;
export const COARSE_BUCKETS = 1 + ((BUCKETS - 1) >> FINE_BITS) + 1;

/** The coarse bucket of a bucket. */
export function coarseOf(bucket: number): number {
  return bucket === 0 ? 0 : 1 + ((bucket - 1) >> FINE_BITS);
}

/** The last bucket of a coarse one: people up to it are those up to its upper edge. */
export function lastBucketOf(coarse: number): number {
  return Math.min(BUCKETS - 1, coarse << FINE_BITS);
}

/** Entries of the first block; each further block has twice as many, up to the last of these. */
const FIRST_BLOCK = 64;
const LARGEST_BLOCK = 8192;

/** Replications in order, each a run of (coarse bucket, people), packed one after another; a run lies in one block. */
class Block {
  readonly bucket: Uint16Array;
  readonly people: Uint32Array; // people in this coarse bucket or below, of the same replication
  readonly ends: number[] = []; // by replication: where its run ends
  used = 0;

  constructor(entries: number) {
    this.bucket = new Uint16Array(entries);
    this.people = new Uint32Array(entries);
  }
}

export class Sections {
  private readonly blocks: Block[] = [];
  private last = new Block(FIRST_BLOCK);

  constructor() {
    this.blocks.push(this.last);
  }

  add({bucket, count}: SparseHistogram): void {
    if (this.last.used + Math.min(bucket.length, COARSE_BUCKETS) > this.last.bucket.length) this.beginBlock();
    const {last} = this;
    let at = last.used - 1;
    let total = 0;
    let before = -1; // coarse bucket
    for (let i = 0; i < bucket.length; i++) {
      const coarse = coarseOf(bucket[i]);
      total += count[i];
      if (coarse !== before) last.bucket[++at] = before = coarse;
      last.people[at] = total;
    }
    last.used = at + 1;
    last.ends.push(last.used);
  }

  /** People of each replication, added to `into`; with `isDelayed` only those who waited at all. */
  addAll(into: Float64Array, isDelayed: boolean): void {
    let replication = 0;
    for (const {ends, bucket, people} of this.blocks) {
      let from = 0;
      for (let i = 0; i < ends.length; i++, replication++) {
        const to = ends[i];
        if (to > from) into[replication] += people[to - 1] - (isDelayed && bucket[from] === 0 ? people[from] : 0);
        from = to;
      }
    }
  }

  /** The same up to the end of a coarse bucket, added to `upTo`, and before its beginning, added to `before`. */
  addUpTo(coarse: number, upTo: Float64Array, before: Float64Array, isDelayed: boolean): void {
    let replication = 0;
    for (const {ends, bucket, people} of this.blocks) {
      let from = 0;
      for (let i = 0; i < ends.length; i++, replication++) {
        const to = ends[i];
        let low = from,
          high = to;
        while (low < high) {
          const middle = (low + high) >>> 1;
          if (bucket[middle] <= coarse) low = middle + 1;
          else high = middle;
        }
        if (low > from) {
          const atOnce = isDelayed && bucket[from] === 0 ? people[from] : 0;
          upTo[replication] += people[low - 1] - atOnce;
          const least = bucket[low - 1] === coarse ? low - 1 : low; // the first that is not before
          if (least > from) before[replication] += people[least - 1] - atOnce;
        }
        from = to;
      }
    }
  }

  /** The sum of `weights` (by coarse bucket) over the people of each replication, added to `into`. */
  addWeighed(weights: Float64Array, into: Float64Array): void {
    let replication = 0;
    for (const {ends, bucket, people} of this.blocks) {
      let at = 0;
      for (let i = 0; i < ends.length; i++, replication++) {
        const to = ends[i];
        let before = 0,
          sum = into[replication];
        for (; at < to; at++) {
          sum += weights[bucket[at]] * (people[at] - before);
          before = people[at];
        }
        into[replication] = sum;
      }
    }
  }

  private beginBlock(): void {
    this.last = new Block(Math.max(COARSE_BUCKETS, Math.min(LARGEST_BLOCK, 2 * this.last.bucket.length)));
    this.blocks.push(this.last);
  }
}
