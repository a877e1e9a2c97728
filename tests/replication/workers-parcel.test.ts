import fc from "fast-check";
import {expect, test} from "vitest";
import type {Replication} from "../../src/replication/replication.ts";
import {Packing, type Parcel, unpack} from "../../src/replication/workers/parcel.ts";

const histogram = fc.array(fc.tuple(fc.nat(10_000), fc.nat(1_000)), {maxLength: 6}).map((pairs) => ({
  bucket: Int32Array.from(pairs, ([bucket]) => bucket),
  count: Int32Array.from(pairs, ([, count]) => count),
  min: pairs.length === 0 ? Infinity : 0.5,
  max: pairs.length === 0 ? -Infinity : 7.25,
}));
const series = fc.record({
  unit: fc.integer({min: 1, max: 2 ** 30}),
  means: fc.array(fc.double(), {maxLength: 5}).map((means) => Float64Array.from(means)),
});
const history = fc.record({
  row: fc.array(fc.double(), {maxLength: 8}).map((row) => Float64Array.from(row)),
  histograms: fc.array(histogram, {maxLength: 4}),
});
const maybeWithSeries = fc.oneof(
  history,
  fc.tuple(history, fc.array(series, {maxLength: 3})).map(([rest, kept]) => ({...rest, series: kept})),
);

/** On its way, in the buffers of an earlier one. */
function sent(first: number, replications: Replication[][], empty: Parcel | null): Parcel {
  const packing = new Packing(first, replications.length, empty);
  for (const designs of replications) packing.add(designs);
  return structuredClone(packing.close());
}

test("a parcel holds what was packed, not-a-numbers and empty distributions included", () => {
  fc.assert(
    fc.property(
      fc.nat(1_000),
      fc.integer({min: 1, max: 3}),
      fc.nat(4),
      fc.infiniteStream(maybeWithSeries),
      (first, designs, count, stream) => {
        const replications: Replication[][] = Array.from({length: count}, (_, i) =>
          Array.from({length: designs}, () => ({index: first + i, ...(stream.next().value as Omit<Replication, "index">)})),
        );
        const parcel = sent(first, replications, null);
        expect([...unpack(parcel)]).toEqual(replications);
        const fewer = replications.slice(1).map((histories) => histories.map((one) => ({...one, index: one.index - 1})));
        expect([...unpack(sent(first, fewer, parcel))]).toEqual(fewer);
      },
    ),
    {numRuns: 200},
  );
});
