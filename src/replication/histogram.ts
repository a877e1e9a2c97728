/**
 * Distributions as integer counts: 256 buckets an octave, found from a double's own bits without a logarithm, so a bucket
 * is at most 0.4 % wide and its middle at most 0.2 % off. Zero has a bucket of its own; counts add up in any order.
 *
 *   bucket 0        zero (and anything under 2^-20 s)
 *   bucket b >= 1   [lowerEdge(b), lowerEdge(b + 1)), up to 2^34 s (500 years)
 */
import {LentInts} from "./lent-ints.ts";
import type {SparseHistogram} from "./replication.ts";

/** A time in seconds: to be counted, or read by its bits. */
export const TIME = new Float64Array(1);
const WORDS = new Uint32Array(TIME.buffer);
TIME[0] = 1;
const HIGH = WORDS[1] !== 0 ? 1 : 0; // the half of a double that holds sign, exponent and the first bits
const FIRST = ((1023 - 20) << 8) - 1; // bucket 1 begins at 2^-20 seconds
export const BUCKETS = 54 * 256 + 2;
const WORDS_OF_BITS = (BUCKETS + 31) >> 5;

// Where the only bit of a word is: its product with a de Bruijn number has a name for it in the upper five bits. Source: Leiserson, Prokop
// and Randall (1998), "Using de Bruijn Sequences to Index a 1 in a Computer Word". (Math.clz32 would say it too.)
const DE_BRUIJN = 0x077cb531;
const PLACE_OF_BIT = new Uint8Array(32);
for (let place = 0; place < 32; place++) PLACE_OF_BIT[Math.imul(1 << place, DE_BRUIJN) >>> 27] = place;

/** The bucket of a time in seconds, from 0 to BUCKETS - 1. */
export function bucketOf(seconds: number): number {
  TIME[0] = seconds;
  const bucket = (WORDS[HIGH] >>> 12) - FIRST;
  return bucket < 1 ? 0 : bucket < BUCKETS ? bucket : BUCKETS - 1;
}

/** Smallest time of a bucket, in seconds. */
export function lowerEdge(bucket: number): number {
  if (bucket <= 0) return 0;
  WORDS[HIGH] = ((bucket + FIRST) << 12) >>> 0;
  WORDS[1 - HIGH] = 0;
  return TIME[0];
}

/** What a bucket is read as: its middle; 0 for zero. */
export function middleOf(bucket: number): number {
  return bucket <= 0 ? 0 : (lowerEdge(bucket) + lowerEdge(bucket + 1)) / 2;
}

/**
 * Counts while simulating: a full table, a bit for each bucket in use, so that those come out in order without sorting, and a bit for
 * each word of such bits, so that forty customers do not cost a walk through all of them.
 */
export class Histogram {
  private readonly counts = new Int32Array(BUCKETS);
  private readonly used = new Int32Array(WORDS_OF_BITS);
  private readonly usedWords = new Int32Array((WORDS_OF_BITS + 31) >> 5);
  private size = 0; // buckets that hold somebody
  private min = Infinity;
  private max = -Infinity;
  private lentBuckets: LentInts | null = null; // null: new arrays for everything handed over
  private lentCounts: LentInts | null = null;

  /** From now on `take` writes over what it handed over before. */
  lend(): void {
    this.lentBuckets ??= new LentInts();
    this.lentCounts ??= new LentInts();
  }

  add(seconds: number): void {
    TIME[0] = seconds;
    this.addTime();
  }

  /** Counts the time in `TIME`: a fraction handed to a function that is not inlined costs an allocation. */
  addTime(): void {
    const seconds = TIME[0];
    let bucket = (WORDS[HIGH] >>> 12) - FIRST;
    if (bucket < 1) bucket = 0;
    else if (bucket >= BUCKETS) bucket = BUCKETS - 1;
    if (this.counts[bucket]++ === 0) {
      this.used[bucket >> 5] |= 1 << (bucket & 31);
      this.usedWords[bucket >> 10] |= 1 << ((bucket >> 5) & 31);
      this.size++;
    }
    if (seconds < this.min) this.min = seconds;
    if (seconds > this.max) this.max = seconds;
  }

  /** Hands over what was counted and begins anew. */
  take(): SparseHistogram {
    const {counts, used, usedWords, size, min, max} = this;
    if (size === 0) return EMPTY;
    const bucket = this.lentBuckets?.of(size) ?? new Int32Array(size);
    const count = this.lentCounts?.of(size) ?? new Int32Array(size);
    for (let at = 0, group = 0; at < size; group++) {
      let words = usedWords[group];
      usedWords[group] = 0;
      while (words !== 0) {
        const lowestWord = words & -words;
        const word = 32 * group + PLACE_OF_BIT[Math.imul(lowestWord, DE_BRUIJN) >>> 27];
        words ^= lowestWord;
        let bits = used[word];
        used[word] = 0;
        while (bits !== 0) {
          const lowest = bits & -bits;
          const next = 32 * word + PLACE_OF_BIT[Math.imul(lowest, DE_BRUIJN) >>> 27];
          bucket[at] = next;
          count[at++] = counts[next];
          counts[next] = 0;
          bits ^= lowest;
        }
      }
    }
    this.size = 0;
    this.min = Infinity;
    this.max = -Infinity;
    return {bucket, count, min, max};
  }
}

export const EMPTY: SparseHistogram = {bucket: new Int32Array(0), count: new Int32Array(0), min: Infinity, max: -Infinity};

// Where two populations are merged, before their length is known.
const mergedBuckets = new Int32Array(BUCKETS);
const mergedCounts = new Int32Array(BUCKETS);

/** Two populations as one; integer counts, so the order does not matter. */
export function mergeHistograms(a: SparseHistogram, b: SparseHistogram): SparseHistogram {
  const lengthA = a.bucket.length;
  const lengthB = b.bucket.length;
  if (lengthA === 0) return b;
  if (lengthB === 0) return a;
  let size = 0;
  for (let i = 0, j = 0; i < lengthA || j < lengthB; size++) {
    const nextA = i < lengthA ? a.bucket[i] : BUCKETS;
    const nextB = j < lengthB ? b.bucket[j] : BUCKETS;
    mergedBuckets[size] = nextA < nextB ? nextA : nextB;
    mergedCounts[size] = (nextA <= nextB ? a.count[i++] : 0) + (nextB <= nextA ? b.count[j++] : 0);
  }
  return {
    bucket: mergedBuckets.slice(0, size),
    count: mergedCounts.slice(0, size),
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
  };
}

/** The part of a population that waited at all. */
export function withoutZero(all: SparseHistogram): SparseHistogram {
  if (all.bucket.length === 0 || all.bucket[0] !== 0) return all;
  const isEmpty = all.bucket.length === 1;
  return {
    bucket: all.bucket.subarray(1),
    count: all.count.subarray(1),
    min: isEmpty ? Infinity : lowerEdge(all.bucket[1]),
    max: isEmpty ? -Infinity : all.max,
  };
}

export function sizeOf(histogram: SparseHistogram): number {
  const {count} = histogram;
  let size = 0;
  for (let i = 0; i < count.length; i++) size += count[i];
  return size;
}

/**
 * The times that the shares `percentiles` (ascending) of the population do not exceed, written from `into[at]` on: the smallest
 * value with at least that many of the people at or below it, at most 0.2 % off (exact at 0 and at the extremes). Not a
 * number when nobody is there.
 */
export function writeQuantiles(histogram: SparseHistogram, percentiles: Float64Array, into: Float64Array, at: number): void {
  const {bucket, count, min, max} = histogram;
  const size = sizeOf(histogram);
  let i = -1;
  let upTo = 0; // people in buckets 0 ... i
  for (let k = 0; k < percentiles.length; k++) {
    const rank = Math.max(1, Math.ceil(percentiles[k] * size - 1e-9));
    while (upTo < rank && i + 1 < bucket.length) upTo += count[++i];
    into[at + k] = size === 0 ? Number.NaN : upTo < rank ? max : Math.min(Math.max(middleOf(bucket[i]), min), max);
  }
}

const ONE = new Float64Array(1);
const SHARE = new Float64Array(1);

/** One of them. */
export function quantileOf(histogram: SparseHistogram, p: number): number {
  SHARE[0] = p;
  writeQuantiles(histogram, SHARE, ONE, 0);
  return ONE[0];
}
