/**
 * The jackknife for a ratio of expectations: leave each replication out in turn. It removes the 1/n part of the ratio's bias
 * and agrees with the linearised interval up to that order; the reports use the linearised one, which also pairs.
 *
 *   θ_i = n r - (n - 1) r_(without i)
 *
 * Source: Iglehart (1975), "Simulating stable stochastic systems, V: comparison of ratio estimators", Naval Res. Logist. Q. 22.
 */
import {CompensatedSum} from "../math/summation.ts";
import {type Spread, spreadOf} from "./interval.ts";

/**
 * Ratio Σy / Σx with its bias of order 1/n removed, and its spread. Null where leaving one out leaves nobody.
 *
 * @param y numerators, one a replication
 * @param x denominators, in the same order
 */
export function jackknifeRatio(y: ArrayLike<number>, x: ArrayLike<number>): {value: number; spread: Spread | null} | null {
  const n = y.length;
  const numerator = new CompensatedSum(),
    denominator = new CompensatedSum(),
    total = new CompensatedSum();
  for (let i = 0; i < n; i++) {
    numerator.add(y[i]);
    denominator.add(x[i]);
  }
  const ratio = numerator.value / denominator.value;
  const pseudoValues = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const without = (numerator.value - y[i]) / (denominator.value - x[i]);
    if (!Number.isFinite(without)) return null;
    pseudoValues[i] = n * ratio - (n - 1) * without;
    total.add(pseudoValues[i]);
  }
  const value = total.value / n;
  return {value, spread: spreadOf(pseudoValues.map((theta) => theta - value))};
}
