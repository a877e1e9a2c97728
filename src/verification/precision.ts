/** How many replications an interval of a given width takes: a pilot, then as many more as its width asks for. */
import {normalQuantile} from "../math/normal.ts";
import {studentTQuantile} from "../math/student-t.ts";
import {CONFIDENCE} from "./numbers.ts";

/** A pilot's width is itself uncertain: so much more than it asks for. */
const MARGIN = 1.08;
/** Nor is it trusted to foretell more than this many times its own replications. */
const MOST_TIMES = 10;

/** After `count` replications the widest interval was so wide; how many there must be for `aim`, and no more than `most`. */
export function replicationsFor(aim: number, widest: number, count: number, most: number): number {
  if (widest <= aim || count >= most) return count;
  // Where nothing was seen yet the width is unknown: four times as many, and look again.
  let times = 4;
  if (Number.isFinite(widest)) {
    // Few replications also pay for not knowing their own spread.
    const few = studentTQuantile((1 + CONFIDENCE) / 2, count - 1);
    const many = normalQuantile((1 + CONFIDENCE) / 2);
    times = Math.min(MOST_TIMES, MARGIN * ((widest / aim) * (many / few)) ** 2);
  }
  return Math.min(most, Math.max(count + 1, Math.ceil(count * times)));
}
