/** How many replications an interval of a given width takes: a pilot, then as many more as its width asks for. */

/** After so many replications an interval was so wide; how many there must be for `aim`, a tenth more to be sure, within `most`. */
export function replicationsFor(aim: number, widest: number, count: number, most: number): number {
  if (widest <= aim || count >= most) return count;
  // Where nothing was seen yet the width is unknown: four times as many, and look again. A pilot's own width is not trusted beyond ten times.
  const times = Number.isFinite(widest) ? Math.min(10, 1.1 * (widest / aim) * (widest / aim)) : 4;
  return Math.min(most, Math.max(count + 1, Math.ceil(count * times)));
}
