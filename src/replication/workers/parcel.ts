/**
 * Replications on their way from a worker: a few large buffers that change hands instead of being copied, and may go back to be
 * filled again, because a new one has to be given page by page by the system.
 *
 *   lengths    per replication and design: columns of the row, number of histograms, number of series (-1: none are kept), then
 *              the buckets of each histogram, then means and unit of each series
 *   rows       rows, one after the other
 *   extremes   min and max of each histogram, seconds; those of an empty one say nothing
 *   buckets    buckets of all histograms, then `counts` in the same order
 *   means      batch means of all series
 *
 * Buffers may be longer than what they hold.
 */
import {EMPTY} from "../histogram.ts";
import {LentInts} from "../lent-ints.ts";
import type {Replication, Series, SparseHistogram} from "../replication.ts";

export interface Parcel {
  first: number;
  /** Replications in the parcel; each holds one history per design. */
  count: number;
  designs: number;
  lengths: Int32Array;
  rows: Float64Array;
  extremes: Float64Array;
  buckets: Int32Array;
  counts: Int32Array;
  means: Float64Array;
}

/** A parcel while it is packed, one replication after the other. */
export class Packing {
  private readonly parcel: Parcel;
  private readonly expected: number; // replications
  private length = 0; // used so far of each buffer
  private column = 0;
  private extreme = 0;
  private bucket = 0;
  private mean = 0;

  /** For so many replications, unless fewer come. `empty`: a parcel that was unpacked, whose buffers are used again. */
  constructor(first: number, expected: number, empty: Parcel | null = null) {
    this.expected = expected;
    const ints = () => new Int32Array(0);
    const numbers = () => new Float64Array(0);
    const {lengths, rows, extremes, buckets, counts, means} = empty ?? {
      lengths: ints(),
      rows: numbers(),
      extremes: numbers(),
      buckets: ints(),
      counts: ints(),
      means: numbers(),
    };
    this.parcel = {first, count: 0, designs: 0, lengths, rows, extremes, buckets, counts, means};
  }

  /** Copies the next replication: one history per design. */
  add(designs: readonly Replication[]): void {
    this.parcel.count++;
    this.parcel.designs = designs.length;
    for (const history of designs) this.addHistory(history);
  }

  close(): Parcel {
    return this.parcel;
  }

  private addHistory({row, histograms, series}: Replication): void {
    const {parcel} = this;
    // Rows and kinds of distributions of a design are always as many: what the first replication takes, all will.
    const left = (this.expected - parcel.count + 1) * parcel.designs;
    parcel.lengths = roomyInts(parcel.lengths, this.length, 3 + histograms.length + 2 * (series?.length ?? 0), left);
    parcel.rows = roomyNumbers(parcel.rows, this.column, row.length, left);
    parcel.extremes = roomyNumbers(parcel.extremes, this.extreme, 2 * histograms.length, left);
    const {lengths, extremes} = parcel;
    lengths[this.length++] = row.length;
    lengths[this.length++] = histograms.length;
    lengths[this.length++] = series?.length ?? -1;
    parcel.rows.set(row, this.column);
    this.column += row.length;
    for (const {bucket, count, min, max} of histograms) {
      const size = bucket.length;
      lengths[this.length++] = size;
      extremes[this.extreme++] = min;
      extremes[this.extreme++] = max;
      parcel.buckets = roomyInts(parcel.buckets, this.bucket, size, left);
      parcel.counts = roomyInts(parcel.counts, this.bucket, size, left);
      const {buckets, counts} = parcel;
      for (let i = 0, at = this.bucket; i < size; i++, at++) {
        buckets[at] = bucket[i];
        counts[at] = count[i];
      }
      this.bucket += size;
    }
    for (const {unit, means} of series ?? []) {
      lengths[this.length++] = means.length;
      lengths[this.length++] = unit;
      parcel.means = roomyNumbers(parcel.means, this.mean, means.length, left);
      parcel.means.set(means, this.mean);
      this.mean += means.length;
    }
  }
}

/** The buffer itself if there is room for so many more numbers behind those used, else one that has room for them `times` times. */
function roomyNumbers(buffer: Float64Array, used: number, more: number, times: number): Float64Array {
  if (used + more <= buffer.length) return buffer;
  const longer = new Float64Array(roomFor(buffer.length, used, more, times));
  longer.set(buffer.subarray(0, used));
  return longer;
}

function roomyInts(buffer: Int32Array, used: number, more: number, times: number): Int32Array {
  if (used + more <= buffer.length) return buffer;
  const longer = new Int32Array(roomFor(buffer.length, used, more, times));
  longer.set(buffer.subarray(0, used));
  return longer;
}

/** At least half as much again as there was, because what is still to come may be longer than this. */
function roomFor(length: number, used: number, more: number, times: number): number {
  return Math.max(used + more * Math.max(1, times), length + (length >> 1));
}

/** The buffers that change hands. */
export function buffersOf(parcel: Parcel): ArrayBuffer[] {
  return [parcel.lengths, parcel.rows, parcel.extremes, parcel.buckets, parcel.counts, parcel.means].map(
    (array) => array.buffer as ArrayBuffer,
  );
}

/**
 * As packed, one replication after the other; the arrays are views into the parcel. With `lent`, a list that is empty at first and
 * handed in again with the next parcel, the distributions of one replication are written over by the next.
 */
export function* unpack(parcel: Parcel, lent: LentInts[] | null = null): Generator<Replication[], void, undefined> {
  let length = 0;
  let column = 0;
  let extreme = 0;
  let bucket = 0;
  let mean = 0;
  for (let index = parcel.first; index < parcel.first + parcel.count; index++) {
    const designs: Replication[] = [];
    let lender = 0;
    const ints = (from: Int32Array, begin: number, end: number): Int32Array => {
      if (lent === null) return from.subarray(begin, end);
      if (lender === lent.length) lent.push(new LentInts());
      return copied(from, begin, lent[lender++].of(end - begin));
    };
    for (let design = 0; design < parcel.designs; design++) {
      const columns = parcel.lengths[length++];
      const row = parcel.rows.subarray(column, column + columns);
      column += columns;
      const histograms: SparseHistogram[] = [];
      const kinds = parcel.lengths[length++];
      const kept = parcel.lengths[length++];
      for (let left = kinds; left > 0; left--) {
        const end = bucket + parcel.lengths[length++];
        if (end === bucket) {
          extreme += 2;
          histograms.push(EMPTY);
          continue;
        }
        histograms.push({
          bucket: ints(parcel.buckets, bucket, end),
          count: ints(parcel.counts, bucket, end),
          min: parcel.extremes[extreme++],
          max: parcel.extremes[extreme++],
        });
        bucket = end;
      }
      const series: Series[] = [];
      for (let left = kept; left > 0; left--) {
        const means = parcel.means.subarray(mean, mean + parcel.lengths[length++]);
        series.push({unit: parcel.lengths[length++], means});
        mean += means.length;
      }
      designs.push({index, row, histograms, ...(kept < 0 ? {} : {series})});
    }
    yield designs;
  }
}

function copied(from: Int32Array, begin: number, into: Int32Array): Int32Array {
  for (let i = 0; i < into.length; i++) into[i] = from[begin + i];
  return into;
}
