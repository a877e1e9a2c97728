/**
 * The long run of a birth-and-death process: how many are there, when people come and go one at a time at rates that depend on the
 * number present.
 *
 *   p(n + 1) / p(n) = birthRate(n) / deathRate(n + 1)
 *
 * Started from the likeliest state and multiplied outwards, so that nothing overflows and what underflows is nothing; every sum is of
 * positive terms.
 * Source: Gross and Harris, Fundamentals of Queueing Theory, 2.1.
 */
import {CompensatedSum} from "../math/index.ts";
import type {PerSecond, Probability} from "../units.ts";

export class BirthDeath {
  private readonly shares: Float64Array;

  /** States 0 to `last`; birthRate is asked for states below the last, deathRate for states above 0. Birth rate over death rate never grows. */
  constructor(last: number, birthRate: (n: number) => PerSecond, deathRate: (n: number) => PerSecond) {
    const shares = new Float64Array(last + 1);
    const mode = likeliest(last, birthRate, deathRate);
    const total = new CompensatedSum();
    shares[mode] = 1;
    total.add(1);
    for (let n = mode; n < last && shares[n] > 0; n++) total.add((shares[n + 1] = (shares[n] * birthRate(n)) / deathRate(n + 1)));
    for (let n = mode; n > 0 && shares[n] > 0; n--) total.add((shares[n - 1] = (shares[n] * deathRate(n)) / birthRate(n - 1)));
    for (let n = 0; n <= last; n++) shares[n] /= total.value;
    this.shares = shares;
  }

  /** The share of time in state n. */
  share(n: number): Probability {
    return this.shares[n];
  }

  /** The sum of weight(n) p(n) over states from `from` to `to`. */
  sum(from: number, to: number, weight: (n: number) => number): number {
    const total = new CompensatedSum();
    for (let n = from; n <= to; n++) if (this.shares[n] > 0) total.add(this.shares[n] * weight(n));
    return total.value;
  }
}

/** The last state that is entered at least as often as it is left downwards. */
function likeliest(last: number, birthRate: (n: number) => PerSecond, deathRate: (n: number) => PerSecond): number {
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (birthRate(middle - 1) >= deathRate(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
