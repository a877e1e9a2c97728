/**
 * Replications on their way from a worker: a few large buffers that change hands instead of being copied.
 *
 *   lengths    per replication and design: columns of the row, number of histograms, then the buckets of each histogram
 *   rows       rows, one after the other
 *   extremes   min and max of each histogram, seconds
 *   buckets    buckets of all histograms, then `counts` in the same order
 */
import type {Replication, SparseHistogram} from "../replication.ts";

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
}

export function pack(first: number, replications: Replication[][]): Parcel {
  const histories = replications.flat();
  const histograms = histories.flatMap((history) => history.histograms);
  const rowLength = sum(histories.map((history) => history.row.length));
  const bucketLength = sum(histograms.map((histogram) => histogram.bucket.length));
  const parcel: Parcel = {
    first,
    count: replications.length,
    designs: replications[0]?.length ?? 0,
    lengths: new Int32Array(2 * histories.length + histograms.length),
    rows: new Float64Array(rowLength),
    extremes: new Float64Array(2 * histograms.length),
    buckets: new Int32Array(bucketLength),
    counts: new Int32Array(bucketLength),
  };
  let length = 0;
  let column = 0;
  let extreme = 0;
  let bucket = 0;
  for (const history of histories) {
    parcel.lengths[length++] = history.row.length;
    parcel.lengths[length++] = history.histograms.length;
    parcel.rows.set(history.row, column);
    column += history.row.length;
    for (const histogram of history.histograms) {
      parcel.lengths[length++] = histogram.bucket.length;
      parcel.extremes[extreme++] = histogram.min;
      parcel.extremes[extreme++] = histogram.max;
      parcel.buckets.set(histogram.bucket, bucket);
      parcel.counts.set(histogram.count, bucket);
      bucket += histogram.bucket.length;
    }
  }
  return parcel;
}

/** The buffers that change hands. */
export function buffersOf(parcel: Parcel): ArrayBuffer[] {
  return [parcel.lengths, parcel.rows, parcel.extremes, parcel.buckets, parcel.counts].map((array) => array.buffer as ArrayBuffer);
}

/** As packed; the arrays are views into the parcel. */
export function unpack(parcel: Parcel): Replication[][] {
  const replications: Replication[][] = [];
  let length = 0;
  let column = 0;
  let extreme = 0;
  let bucket = 0;
  for (let index = parcel.first; index < parcel.first + parcel.count; index++) {
    const designs: Replication[] = [];
    for (let design = 0; design < parcel.designs; design++) {
      const columns = parcel.lengths[length++];
      const row = parcel.rows.subarray(column, column + columns);
      column += columns;
      const histograms: SparseHistogram[] = [];
      for (let left = parcel.lengths[length++]; left > 0; left--) {
        const end = bucket + parcel.lengths[length++];
        histograms.push({
          bucket: parcel.buckets.subarray(bucket, end),
          count: parcel.counts.subarray(bucket, end),
          min: parcel.extremes[extreme++],
          max: parcel.extremes[extreme++],
        });
        bucket = end;
      }
      designs.push({index, row, histograms});
    }
    replications.push(designs);
  }
  return replications;
}

function sum(lengths: number[]): number {
  return lengths.reduce((total, length) => total + length, 0);
}
