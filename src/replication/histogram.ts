/**
 * Distributions as integer counts: 256 buckets an octave, found from a double's own bits without a logarithm, so a bucket
 * is at most 0.4 % wide and its middle at most 0.2 % off. Zero has a bucket of its own; counts add up in any order.
 *
 *   bucket 0        zero (and anything under 2^-20 s)
 *   bucket b >= 1   [lowerEdge(b), lowerEdge(b + 1)), up to 2^34 s (500 years)
 */
import type {SparseHistogram} from "./replication.ts";

const BITS = new Float64Array(1);
const WORDS = new Uint32Array(BITS.buffer);
BITS[0] = 1;
const HIGH = WORDS[1] !== 0 ? 1 : 0; // the half of a double that holds sign, exponent and the first bits
const FIRST = ((1023 - 20) << 8) - 1; // bucket 1 begins at 2^-20 seconds
export const BUCKETS = 54 * 256 + 2;

/** The bucket of a time in seconds, from 0 to BUCKETS - 1. */
export function bucketOf(seconds: number): number {
  BITS[0] = seconds;
  const bucket = (WORDS[HIGH] >>> 12) - FIRST;
  return bucket < 1 ? 0 : bucket < BUCKETS ? bucket : BUCKETS - 1;
}

/** Smallest time of a bucket, in seconds. */
export function lowerEdge(bucket: number): number {
  if (bucket <= 0) return 0;
  WORDS[HIGH] = ((bucket + FIRST) << 12) >>> 0;
  WORDS[1 - HIGH] = 0;
  return BITS[0];
}

/** What a bucket is read as: its middle; 0 for zero. */
export function middleOf(bucket: number): number {
  return bucket <= 0 ? 0 : (lowerEdge(bucket) + lowerEdge(bucket + 1)) / 2;
}

/** Counts while simulating: a full table and the list of buckets in use, so that clearing costs only what was used. */
export class Histogram {
  private readonly counts = new Int32Array(BUCKETS);
  private used = new Int32Array(256);
  private size = 0;
  private min = Infinity;
  private max = -Infinity;

  add(seconds: number): void {
    BITS[0] = seconds;
    let bucket = (WORDS[HIGH] >>> 12) - FIRST;
    if (bucket < 1) bucket = 0;
    else if (bucket >= BUCKETS) bucket = BUCKETS - 1;
    if (this.counts[bucket]++ === 0) this.use(bucket);
    if (seconds < this.min) this.min = seconds;
    if (seconds > this.max) this.max = seconds;
  }

  private use(bucket: number): void {
    if (this.size === this.used.length) {
      const longer = new Int32Array(2 * this.size);
      longer.set(this.used);
      this.used = longer;
    }
    this.used[this.size++] = bucket;
  }

  /** Hands over what was counted and begins anew. */
  take(): SparseHistogram {
    const bucket = this.used.slice(0, this.size).sort();
    const count = new Int32Array(this.size);
    for (let i = 0; i < this.size; i++) {
      count[i] = this.counts[bucket[i]];
      this.counts[bucket[i]] = 0;
    }
    const taken = {bucket, count, min: this.min, max: this.max};
    this.size = 0;
    this.min = Infinity;
    this.max = -Infinity;
    return taken;
  }
}

export const EMPTY: SparseHistogram = {bucket: new Int32Array(0), count: new Int32Array(0), min: Infinity, max: -Infinity};

/** Two populations as one; integer counts, so the order does not matter. */
export function mergeHistograms(a: SparseHistogram, b: SparseHistogram): SparseHistogram {
  if (a.bucket.length === 0) return b;
  if (b.bucket.length === 0) return a;
  const bucket = new Int32Array(a.bucket.length + b.bucket.length);
  const count = new Int32Array(bucket.length);
  let size = 0;
  for (let i = 0, j = 0; i < a.bucket.length || j < b.bucket.length; size++) {
    const next = Math.min(i < a.bucket.length ? a.bucket[i] : BUCKETS, j < b.bucket.length ? b.bucket[j] : BUCKETS);
    bucket[size] = next;
    if (a.bucket[i] === next) count[size] += a.count[i++];
    if (b.bucket[j] === next) count[size] += b.count[j++];
  }
  return {bucket: bucket.slice(0, size), count: count.slice(0, size), min: Math.min(a.min, b.min), max: Math.max(a.max, b.max)};
}

/** The part of a population that waited at all. */
export function withoutZero(all: SparseHistogram): SparseHistogram {
  if (all.bucket[0] !== 0) return all;
  return {bucket: all.bucket.slice(1), count: all.count.slice(1), min: all.bucket.length > 1 ? lowerEdge(all.bucket[1]) : Infinity, max: all.bucket.length > 1 ? all.max : -Infinity};
}

export function sizeOf(histogram: SparseHistogram): number {
  let size = 0;
  for (const count of histogram.count) size += count;
  return size;
}

/**
 * The time that a share `p` of the population does not exceed: the smallest value with at least p of the people at or below
 * it, at most 0.2 % off (exact at 0 and at the extremes). Not a number when nobody is there.
 */
export function quantileOf(histogram: SparseHistogram, p: number): number {
  const size = sizeOf(histogram);
  if (size === 0) return Number.NaN;
  const rank = Math.max(1, Math.ceil(p * size - 1e-9));
  let below = 0;
  for (let i = 0; i < histogram.bucket.length; i++) {
    below += histogram.count[i];
    if (below >= rank) return Math.min(Math.max(middleOf(histogram.bucket[i]), histogram.min), histogram.max);
  }
  return histogram.max;
}
