/**
 * The pooled population of all replications, as integer counts by bucket (`replication/histogram.ts` says which times a
 * bucket holds). Counts add up exactly in any order, up to 2^53 people. Only octaves that hold somebody take room.
 */
import {BUCKETS, lowerEdge, middleOf} from "../replication/histogram.ts";
import type {SparseHistogram} from "../replication/replication.ts";
import type {Probability, Seconds} from "../units.ts";

/** What a quantile read from buckets may be off, relative to itself: half a bucket. */
export const BUCKET_ERROR = 1 / 512;

/** Buckets of a page: an octave. */
const PAGE = 256;

export class PooledHistogram {
  private pages: (Float64Array | undefined)[] = []; // people, by bucket / PAGE and bucket % PAGE
  size = 0;
  min: Seconds = Infinity;
  max: Seconds = -Infinity;

  add(histogram: SparseHistogram): void {
    const {bucket, count} = histogram;
    for (let i = 0; i < bucket.length; i++) this.put(bucket[i], count[i]);
    if (histogram.min < this.min) this.min = histogram.min;
    if (histogram.max > this.max) this.max = histogram.max;
  }

  /** Two populations as one. */
  with(other: PooledHistogram): PooledHistogram {
    if (other.size === 0) return this;
    if (this.size === 0) return other;
    const both = this.copy();
    other.forEach((bucket, people) => both.put(bucket, people));
    both.min = Math.min(this.min, other.min);
    both.max = Math.max(this.max, other.max);
    return both;
  }

  /** The part of the population that waited at all. */
  withoutZero(): PooledHistogram {
    const waitedNothing = this.at(0);
    if (waitedNothing === 0) return this;
    if (waitedNothing === this.size) return new PooledHistogram();
    const rest = this.copy();
    rest.put(0, -waitedNothing);
    rest.min = Infinity;
    rest.forEach((bucket) => {
      if (bucket > 0) rest.min = Math.min(rest.min, lowerEdge(bucket));
    });
    return rest;
  }

  /**
   * The smallest time with at least a share p of the people at or below it; at most `BUCKET_ERROR` off, exact at zero and at
   * the extremes. Null when nobody is there.
   */
  quantile(p: Probability): Seconds | null {
    if (this.size === 0) return null;
    const rank = Math.max(1, Math.ceil(p * this.size - 1e-9));
    let below = 0;
    for (let row = 0; row < this.pages.length; row++) {
      const page = this.pages[row];
      if (page === undefined) continue;
      for (let i = 0; i < PAGE; i++) {
        below += page[i];
        if (below >= rank) return this.readAs(row * PAGE + i);
      }
    }
    return this.max;
  }

  /** People whose time lies in this bucket or a lower one. */
  upTo(bucket: number): number {
    let total = 0;
    for (let row = 0; row * PAGE <= bucket && row < this.pages.length; row++) {
      const page = this.pages[row];
      if (page === undefined) continue;
      const last = Math.min(PAGE - 1, bucket - row * PAGE);
      for (let i = 0; i <= last; i++) total += page[i];
    }
    return total;
  }

  /**
   * Share of people whose time is longer than each of `at` (ascending). Inside a bucket people are taken to be spread evenly;
   * at zero, below the shortest and from the longest on the answer is exact.
   */
  longerThan(at: ArrayLike<Seconds>): Probability[] {
    const longer: Probability[] = [];
    let bucket = 0,
      above = this.size - this.at(0);
    for (let i = 0; i < at.length; i++) {
      const t = at[i];
      if (this.size === 0 || t >= this.max) longer.push(0);
      else if (t < this.min) longer.push(1);
      else {
        while (bucket < BUCKETS - 1 && lowerEdge(bucket + 1) <= t) above -= this.at(++bucket);
        const part = bucket === 0 ? 0 : (this.at(bucket) * (lowerEdge(bucket + 1) - t)) / (lowerEdge(bucket + 1) - lowerEdge(bucket));
        longer.push((above + part) / this.size);
      }
    }
    return longer;
  }

  /** Buckets that hold somebody, ascending, with what they are read as. */
  each(visit: (bucket: number, wait: Seconds, people: number) => void): void {
    this.forEach((bucket, people) => visit(bucket, this.readAs(bucket), people));
  }

  /** The same from the longest down. */
  eachFromLongest(visit: (wait: Seconds, people: number) => void): void {
    const ascending: [Seconds, number][] = [];
    this.each((_, wait, people) => ascending.push([wait, people]));
    for (let i = ascending.length - 1; i >= 0; i--) visit(ascending[i][0], ascending[i][1]);
  }

  private readAs(bucket: number): Seconds {
    return Math.min(Math.max(middleOf(bucket), this.min), this.max);
  }

  private at(bucket: number): number {
    return this.pages[Math.floor(bucket / PAGE)]?.[bucket % PAGE] ?? 0;
  }

  private put(bucket: number, people: number): void {
    const row = Math.floor(bucket / PAGE);
    const page = (this.pages[row] ??= new Float64Array(PAGE));
    page[bucket % PAGE] += people;
    this.size += people;
  }

  private copy(): PooledHistogram {
    const copy = new PooledHistogram();
    copy.pages = this.pages.map((page) => page?.slice());
    copy.size = this.size;
    copy.min = this.min;
    copy.max = this.max;
    return copy;
  }

  /** Buckets that hold somebody, ascending. */
  private forEach(visit: (bucket: number, people: number) => void): void {
    for (let row = 0; row < this.pages.length; row++) {
      const page = this.pages[row];
      if (page === undefined) continue;
      for (let i = 0; i < PAGE; i++) if (page[i] > 0) visit(row * PAGE + i, page[i]);
    }
  }
}
