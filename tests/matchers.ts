/** Matchers for estimates: `expect(wait).toCover(truth)`, and DESIGN's rule of four standard errors. Import for the effect. */
import {expect} from "vitest";

interface Uncertain {
  value: number | null;
  low: number | null;
  high: number | null;
  standardError?: number | null;
}

interface EstimateMatchers<R> {
  /** The interval holds the truth. */
  toCover(truth: number): R;
  /** The value is at most four standard errors from the truth. */
  toLieWithin4StandardErrors(truth: number): R;
}

declare module "vitest" {
  interface Matchers<T> extends EstimateMatchers<T> {}
}

expect.extend({
  toCover({value, low, high}: Uncertain, truth: number) {
    const pass = low !== null && high !== null && low <= truth && truth <= high;
    return {pass, message: () => `the interval [${low}, ${high}] about ${value} ${pass ? "holds" : "does not hold"} ${truth}`};
  },
  toLieWithin4StandardErrors({value, standardError}: Uncertain, truth: number) {
    const error = standardError ?? Number.NaN;
    const distance = Math.abs((value ?? Number.NaN) - truth) / error;
    const pass = distance <= 4;
    return {pass, message: () => `${value} (standard error ${error}) lies ${distance.toFixed(2)} standard errors from ${truth}`};
  },
});
