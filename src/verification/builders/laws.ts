/** Laws in a few words: means in seconds, spread as a coefficient of variation. */
import type {Law} from "../../random/law.ts";
import type {Seconds} from "../../units.ts";

export const fixed = (value: Seconds): Law => ({kind: "fixed", value});
export const exponential = (mean: Seconds): Law => ({kind: "exponential", mean});
export const erlang = (mean: Seconds, phases: number): Law => ({kind: "erlang", mean, phases});
export const gamma = (mean: Seconds, cv: number): Law => ({kind: "gamma", mean, squaredCV: cv * cv});
export const lognormal = (mean: Seconds, cv: number): Law => ({kind: "lognormal", mean, squaredCV: cv * cv});
export const uniform = (from: Seconds, to: Seconds): Law => ({kind: "uniform", from, to});
export const empirical = (values: Seconds[]): Law => ({kind: "empirical", values});
/** Parts of [share, law]; hyperexponential when the laws are exponential. */
export const mix = (...parts: [number, Law][]): Law => ({kind: "mix", parts: parts.map(([share, law]) => ({share, law}))});
/** Two exponential parts that carry equal work: mean and squared coefficient of variation as asked, 1 or more. */
export function balancedHyperexponential(mean: Seconds, squaredCV: number): Law {
  const share = (1 + Math.sqrt((squaredCV - 1) / (squaredCV + 1))) / 2;
  return mix([share, exponential(mean / (2 * share))], [1 - share, exponential(mean / (2 * (1 - share)))]);
}
