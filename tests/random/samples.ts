/** Samples and the statistics that judge them; seeds are fixed and never shopped for. */

import {deriveKey, type Key, type Law, Stream} from "../../src/random/index.ts";

/** The key of one purpose in the tests. */
export function keyFor(purpose: string): Key {
  return deriveKey("2026", purpose, "customers");
}

/** The first times of a law in a replication. */
export function sampleOf(law: Law, count: number, replication = 0): Float64Array {
  const stream = new Stream(law, keyFor("service"));
  stream.restart(replication);
  return Float64Array.from({length: count}, () => stream.next());
}

/** Mean and variance with their standard errors. */
export function moments(sample: Float64Array): {mean: number; meanError: number; variance: number; varianceError: number} {
  const n = sample.length;
  const mean = sample.reduce((sum, x) => sum + x, 0) / n;
  const second = sample.reduce((sum, x) => sum + (x - mean) ** 2, 0) / n;
  const fourth = sample.reduce((sum, x) => sum + (x - mean) ** 4, 0) / n;
  return {mean, meanError: Math.sqrt(second / n), variance: second, varianceError: Math.sqrt((fourth - second ** 2) / n)};
}

/** Kolmogorov and Smirnov's distance times √n: above 1.95 once in a thousand when the sample follows the distribution. */
export function kolmogorov(sample: Float64Array, cdf: (x: number) => number): number {
  const sorted = sample.slice().sort();
  const n = sorted.length;
  let distance = 0;
  for (let i = 0; i < n; i++) {
    const share = cdf(sorted[i]);
    distance = Math.max(distance, share - i / n, (i + 1) / n - share);
  }
  return distance * Math.sqrt(n);
}

/** Pearson's statistic of uniform numbers in `cells` equal cells: `cells - 1` degrees of freedom. */
export function chiSquareOfCells(uniforms: Iterable<number>, cells: number): number {
  const counts = new Float64Array(cells);
  let n = 0;
  for (const u of uniforms) {
    counts[Math.floor(u * cells)]++;
    n++;
  }
  return counts.reduce((sum, count) => sum + (count - n / cells) ** 2 / (n / cells), 0);
}

/** Correlation of two samples times √n: standard normal when they have nothing to do with each other. */
export function correlationZ(x: Float64Array, y: Float64Array): number {
  const n = Math.min(x.length, y.length);
  const mx = moments(x.slice(0, n));
  const my = moments(y.slice(0, n));
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (x[i] - mx.mean) * (y[i] - my.mean);
  return (sum / n / Math.sqrt(mx.variance * my.variance)) * Math.sqrt(n);
}

/** The law of twice the time. */
export function twice(law: Law): Law {
  switch (law.kind) {
    case "fixed":
      return {...law, value: 2 * law.value};
    case "uniform":
      return {...law, from: 2 * law.from, to: 2 * law.to};
    case "mix":
      return {...law, parts: law.parts.map((part) => ({...part, law: twice(part.law)}))};
    case "empirical":
    case "interpolated":
      return {...law, values: law.values.map((value) => 2 * value)};
    case "triangular":
      return {...law, from: 2 * law.from, peak: 2 * law.peak, to: 2 * law.to};
    case "normal":
      return {...law, mean: 2 * law.mean, sd: 2 * law.sd};
    case "sum":
      return {...law, parts: law.parts.map(twice)};
    case "truncated":
      return {...law, law: twice(law.law), from: law.from && 2 * law.from, to: law.to && 2 * law.to};
    case "phaseType":
      return {...law, rates: law.rates.map((row) => row.map((rate) => rate / 2))};
    default:
      return {...law, mean: 2 * law.mean};
  }
}
