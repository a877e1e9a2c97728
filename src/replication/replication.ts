/**
 * One simulated history, as it travels: a row of sums and sparse distributions. Plain data, a few kilobytes.
 */

/** Integer counts by bucket (`histogram.ts` says which times a bucket holds), only buckets that hold somebody, ascending. */
export interface SparseHistogram {
  bucket: Int32Array;
  count: Int32Array;
  /** Exact, in seconds; Infinity and -Infinity when empty. */
  min: number;
  max: number;
}

export interface Replication {
  /** From 0; rows are folded strictly in this order. */
  index: number;
  /** See `row.ts`. */
  row: Float64Array;
  /** By group, then served waits, waits of those who gave up, times in system: `group * HISTOGRAMS + kind`. */
  histograms: SparseHistogram[];
  /** Of one long run that stands alone, as `RowLayout.series` has them; in the order in which people came. */
  series?: Series[];
}

/** A series in order of time as batch means (`batch-means.ts`): `unit` observations behind each. */
export interface Series {
  unit: number;
  means: Float64Array;
}

/** Makes histories of one model. */
export interface Engine {
  /** One history, from empty. */
  replicate(index: number): Replication;
  /** From now on a history's row and distributions are written over by the next, for whoever packs it at once. */
  lend(): void;
}
