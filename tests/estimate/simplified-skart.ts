/**
 * A simplified N-Skart, the program behind the reference figures of `skart.test.ts`. It differs from `src/estimate/skart.ts` in that
 *
 *   - up to ten spacers are tried whatever the skewness, and the first batches are of one observation;
 *   - there are finally as many batches as were looked at when the test was passed (k ÷ (d + 1)), not up to 1024;
 *   - a negative lag-1 correlation of batch means narrows nothing;
 *   - what does not fill a batch is left out at the end, so that the cut is the spacer and nothing else.
 *
 * Its intervals are narrower in runs that are too short for their own memory, and cover less than they say.
 */
import {bent} from "../../src/estimate/interval.ts";
import {batched, looksRandom, momentsOf} from "../../src/estimate/series.ts";
import {studentTQuantile} from "../../src/math/special.ts";

export interface SimplifiedSkart {
  low: number;
  high: number;
  halfWidth: number;
  /** Observations left out at the start. */
  cut: number;
}

export function simplifiedSkart(series: Float64Array, confidence: number): SimplifiedSkart {
  const {size, spacer, batches} = firstThatLooksRandom(series);
  const cut = spacer * size;
  const count = Math.floor(batches / (spacer + 1));
  const finalSize = Math.floor((series.length - cut) / count);
  const means = batched(series, finalSize, count, cut);
  const {mean, variance, correlation} = momentsOf(means);
  const phi = Math.max(0, correlation);
  const spaced = momentsOf(lastOfEach(means, Math.ceil(cut / finalSize) + 1));
  const standardError = Math.sqrt((((1 + phi) / (1 - phi)) * variance) / count);
  const a = spaced.skewness / (6 * Math.sqrt(spaced.count));
  const t = studentTQuantile(0.5 + confidence / 2, Math.max(1, spaced.count - 1));
  const low = mean - bent(t, a) * standardError,
    high = mean - bent(-t, a) * standardError;
  return {low, high, halfWidth: (high - low) / 2, cut};
}

/** Growing batches, and for each size growing spacers; the last that fit where none looks random. */
function firstThatLooksRandom(series: Float64Array): {size: number; spacer: number; batches: number} {
  let last = {size: 1, spacer: 0, batches: 1280};
  for (
    let size = 1, batches = 1280;
    size * batches <= series.length;
    size = Math.ceil(Math.SQRT2 * size), batches = Math.ceil(0.9 * batches)
  ) {
    const means = batched(series, size, batches);
    for (let spacer = 0; spacer <= 10; spacer++) {
      last = {size, spacer, batches};
      const spaced = Float64Array.from({length: Math.floor(batches / (spacer + 1))}, (_, i) => means[(i + 1) * (spacer + 1) - 1]);
      if (looksRandom(spaced, 0.2)) return last;
    }
  }
  return last;
}

function lastOfEach(means: Float64Array, every: number): Float64Array {
  return means.filter((_, i) => (means.length - 1 - i) % every === 0);
}
