/** How wide the interval of a number is, and how many replications a narrower one takes: a pilot, then as many more as its width asks for. */
import type {Claim} from "../estimate/claim.ts";
import {normalQuantile} from "../math/normal.ts";
import {studentTQuantile} from "../math/student-t.ts";

/** Of the intervals whose half width a verification promises: the same as in every report. */
const CONFIDENCE = 0.95;
/** A pilot's width is itself uncertain: so much more than it asks for. */
const MARGIN = 1.08;
/** Nor is it trusted to foretell more than this many times its own replications. */
const MOST_TIMES = 10;

const quantile = (count: number): number => studentTQuantile((1 + CONFIDENCE) / 2, count - 1);

/** Half of the 95 % interval as a share of the value; a number without scatter is as narrow as can be. */
export function relativeHalfWidth({value, standardError}: Claim, count: number): number {
  if (standardError === 0) return 0;
  return value === null || standardError === null ? Number.NaN : (quantile(count) * standardError) / Math.abs(value);
}

/** After `count` replications the widest interval was so wide; how many there must be for `aim`, and no more than `most`. */
export function replicationsFor(aim: number, widest: number, count: number, most: number): number {
  if (widest <= aim || count >= most) return count;
  // Where nothing was seen yet the width is unknown: four times as many, and look again.
  let times = 4;
  if (Number.isFinite(widest)) {
    // Few replications also pay for not knowing their own spread.
    const many = normalQuantile((1 + CONFIDENCE) / 2);
    times = Math.min(MOST_TIMES, MARGIN * ((widest / aim) * (many / quantile(count))) ** 2);
  }
  return Math.min(most, Math.max(count + 1, Math.ceil(count * times)));
}
