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

/** Replications in order, each a run of (coarse bucket, people), packed one after another. */
export class Sections {
  private end = new Float64Array(16); // by replication: where its run ends
  private bucket = new Uint16Array(64);
  private people = new Uint32Array(64); // people in this coarse bucket or below, of the same replication
  private replications = 0;
  private used = 0;

  add({bucket, count}: SparseHistogram): void {
    if (this.replications === this.end.length) this.end = longer(this.end, Float64Array);
    let total = 0;
    for (let i = 0; i < bucket.length; i++) {
      const coarse = coarseOf(bucket[i]);
      total += count[i];
      const isNew = i === 0 || coarse !== coarseOf(bucket[i - 1]);
      if (isNew) this.begin(coarse);
      this.people[this.used - 1] = total;
    }
    this.end[this.replications++] = this.used;
  }

  /** People of each replication, added to `into`; with `isDelayed` only those who waited at all. */
  addAll(into: Float64Array, isDelayed: boolean): void {
    const {end, bucket, people} = this;
    let from = 0;
    for (let i = 0; i < this.replications; i++) {
      const to = end[i];
      if (to > from) into[i] += people[to - 1] - (isDelayed && bucket[from] === 0 ? people[from] : 0);
      from = to;
    }
  }

  /** The same up to the end of a coarse bucket, added to `upTo`, and before its beginning, added to `before`. */
  addUpTo(coarse: number, upTo: Float64Array, before: Float64Array, isDelayed: boolean): void {
    const {end, bucket, people} = this;
    let from = 0;
    for (let i = 0; i < this.replications; i++) {
      const to = end[i];
      let low = from,
        high = to;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (bucket[middle] <= coarse) low = middle + 1;
        else high = middle;
      }
      if (low > from) {
        const atOnce = isDelayed && bucket[from] === 0 ? people[from] : 0;
        upTo[i] += people[low - 1] - atOnce;
        const least = bucket[low - 1] === coarse ? low - 1 : low; // the first that is not before
        if (least > from) before[i] += people[least - 1] - atOnce;
      }
      from = to;
    }
  }

  /** The sum of `weights` (by coarse bucket) over the people of each replication, added to `into`. */
  addWeighed(weights: Float64Array, into: Float64Array): void {
    const {end, bucket, people} = this;
    let at = 0;
    for (let i = 0; i < this.replications; i++) {
      const to = end[i];
      let before = 0,
        sum = into[i];
      for (; at < to; at++) {
        sum += weights[bucket[at]] * (people[at] - before);
        before = people[at];
      }
      into[i] = sum;
    }
  }

  private begin(coarse: number): void {
    if (this.used === this.bucket.length) {
      this.bucket = longer(this.bucket, Uint16Array);
      this.people = longer(this.people, Uint32Array);
    }
    this.bucket[this.used++] = coarse;
  }
}

function longer<T extends Float64Array | Uint16Array | Uint32Array>(array: T, kind: new (length: number) => T): T {
  const copy = new kind(2 * array.length);
  copy.set(array);
  return copy;
}
