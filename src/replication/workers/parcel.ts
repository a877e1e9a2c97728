/**
 * Replications on their way from a worker: a few large buffers that change hands instead of being copied.
 *
 *   lengths    per replication and design: columns of the row, number of histograms, number of series (-1: none are kept), then
 *              the buckets of each histogram, then means and unit of each series
 *   rows       rows, one after the other
 *   extremes   min and max of each histogram, seconds
 *   buckets    buckets of all histograms, then `counts` in the same order
 *   means      batch means of all series
 */
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

export function pack(first: number, replications: Replication[][]): Parcel {
  const histories = replications.flat();
  const histograms = histories.flatMap((history) => history.histograms);
  const series = histories.flatMap((history) => history.series ?? []);
  const rowLength = sum(histories.map((history) => history.row.length));
  const bucketLength = sum(histograms.map((histogram) => histogram.bucket.length));
  const parcel: Parcel = {
    first,
    count: replications.length,
    designs: replications[0]?.length ?? 0,
    lengths: new Int32Array(3 * histories.length + histograms.length + 2 * series.length),
    rows: new Float64Array(rowLength),
    extremes: new Float64Array(2 * histograms.length),
    buckets: new Int32Array(bucketLength),
    counts: new Int32Array(bucketLength),
    means: new Float64Array(sum(series.map(({means}) => means.length))),
  };
  let length = 0;
  let column = 0;
  let extreme = 0;
  let bucket = 0;
  let mean = 0;
  for (const history of histories) {
    parcel.lengths[length++] = history.row.length;
    parcel.lengths[length++] = history.histograms.length;
    parcel.lengths[length++] = history.series?.length ?? -1;
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
    for (const {unit, means} of history.series ?? []) {
      parcel.lengths[length++] = means.length;
      parcel.lengths[length++] = unit;
      parcel.means.set(means, mean);
      mean += means.length;
    }
  }
  return parcel;
}

/** The buffers that change hands. */
export function buffersOf(parcel: Parcel): ArrayBuffer[] {
  return [parcel.lengths, parcel.rows, parcel.extremes, parcel.buckets, parcel.counts, parcel.means].map(
    (array) => array.buffer as ArrayBuffer,
  );
}

/** As packed; the arrays are views into the parcel. */
export function unpack(parcel: Parcel): Replication[][] {
  const replications: Replication[][] = [];
  let length = 0;
  let column = 0;
  let extreme = 0;
  let bucket = 0;
  let mean = 0;
  for (let index = parcel.first; index < parcel.first + parcel.count; index++) {
    const designs: Replication[] = [];
    for (let design = 0; design < parcel.designs; design++) {
      const columns = parcel.lengths[length++];
      const row = parcel.rows.subarray(column, column + columns);
      column += columns;
      const histograms: SparseHistogram[] = [];
      const kinds = parcel.lengths[length++];
      const kept = parcel.lengths[length++];
      for (let left = kinds; left > 0; left--) {
        const end = bucket + parcel.lengths[length++];
        histograms.push({
          bucket: parcel.buckets.subarray(bucket, end),
          count: parcel.counts.subarray(bucket, end),
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
    replications.push(designs);
  }
  return replications;
}

function sum(lengths: number[]): number {
  return lengths.reduce((total, length) => total + length, 0);
}
