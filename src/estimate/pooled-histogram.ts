/**
 * The pooled population of all replications, as integer counts by bucket (`replication/histogram.ts` says which times a
 * bucket holds). Counts add up exactly in any order, up to 2^53 people.
 */
import {BUCKETS, lowerEdge, middleOf} from "../replication/histogram.ts";
import type {SparseHistogram} from "../replication/replication.ts";
import type {Probability, Seconds} from "../units.ts";

/** What a quantile read from buckets may be off, relative to itself: half a bucket. */
export const BUCKET_ERROR = 1 / 512;

export class PooledHistogram {
  /** Made when the first person comes: most groups of a large network hold nobody of most kinds. */
  private counts: Float64Array | null = null;
  size = 0;
  min: Seconds = Infinity;
  max: Seconds = -Infinity;

  add(histogram: SparseHistogram): void {
    const {bucket, count} = histogram;
    if (bucket.length === 0) return;
    const counts = (this.counts ??= new Float64Array(BUCKETS));
    for (let i = 0; i < bucket.length; i++) {
      counts[bucket[i]] += count[i];
      this.size += count[i];
    }
    if (histogram.min < this.min) this.min = histogram.min;
    if (histogram.max > this.max) this.max = histogram.max;
  }

  /** Two populations as one. */
  with(other: PooledHistogram): PooledHistogram {
    if (other.counts === null) return this;
    if (this.counts === null) return other;
    const both = new PooledHistogram();
    both.counts = this.counts.slice();
    for (let b = 0; b < BUCKETS; b++) both.counts[b] += other.counts[b];
    both.size = this.size + other.size;
    both.min = Math.min(this.min, other.min);
    both.max = Math.max(this.max, other.max);
    return both;
  }

  /** The part of the population that waited at all. */
  withoutZero(): PooledHistogram {
    if (this.counts === null || this.counts[0] === 0) return this;
    const rest = new PooledHistogram();
    if (this.size === this.counts[0]) return rest;
    rest.counts = this.counts.slice();
    rest.counts[0] = 0;
    rest.size = this.size - this.counts[0];
    rest.min = lowerEdge(rest.counts.findIndex((count) => count > 0));
    rest.max = this.max;
    return rest;
  }

  /**
   * The smallest time with at least a share p of the people at or below it; at most `BUCKET_ERROR` off, exact at zero and at
   * the extremes. Null when nobody is there.
   */
  quantile(p: Probability): Seconds | null {
    if (this.counts === null) return null;
    const rank = Math.max(1, Math.ceil(p * this.size - 1e-9));
    let below = 0;
    for (let b = 0; b < BUCKETS; b++) {
      below += this.counts[b];
      if (below >= rank) return Math.min(Math.max(middleOf(b), this.min), this.max);
    }
    return this.max;
  }

  /** People whose time lies in this bucket or a lower one. */
  upTo(bucket: number): number {
    let people = 0;
    for (let b = 0; b <= bucket; b++) people += this.counts?.[b] ?? 0;
    return people;
  }

  /**
   * Share of people whose time is longer than each of `at` (ascending). Inside a bucket people are taken to be spread evenly;
   * at zero, below the shortest and from the longest on the answer is exact.
   */
  longerThan(at: ArrayLike<Seconds>): Probability[] {
    const {counts} = this;
    const longer: Probability[] = [];
    let b = 0,
      above = this.size - (counts?.[0] ?? 0);
    for (let i = 0; i < at.length; i++) {
      const t = at[i];
      if (counts === null || t >= this.max) longer.push(0);
      else if (t < this.min) longer.push(1);
      else {
        while (b < BUCKETS - 1 && lowerEdge(b + 1) <= t) above -= counts[++b];
        const part = b === 0 ? 0 : (counts[b] * (lowerEdge(b + 1) - t)) / (lowerEdge(b + 1) - lowerEdge(b));
        longer.push((above + part) / this.size);
      }
    }
    return longer;
  }
}
