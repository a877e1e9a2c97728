/**
 * Sums that keep what rounding takes away.
 *
 *   sum    s   the running sum as a plain double
 *   lost   c   the digits that did not fit, summed beside it
 *
 * Source: Neumaier (1974), "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54, 39-51.
 */

/** A running sum whose error does not grow with the number of terms. The order of the terms decides the last bit: keep it fixed. */
export class CompensatedSum {
  private sum = 0;
  private lost = 0;

  add(x: number): void {
    const next = this.sum + x;
    this.lost += Math.abs(this.sum) >= Math.abs(x) ? this.sum - next + x : x - next + this.sum;
    this.sum = next;
  }

  /** The sum so far; 0 before the first term. An infinite term, or an overflow, is kept as it is. */
  get value(): number {
    return Number.isNaN(this.lost) ? this.sum : this.sum + this.lost;
  }

  reset(): void {
    this.sum = 0;
    this.lost = 0;
  }
}

/** The same of all terms of a list, in its order and to the last bit, in two numbers instead of two fields. */
export function compensatedSum(terms: ArrayLike<number>): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < terms.length; i++) {
    const x = terms[i];
    const next = sum + x;
    lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
    sum = next;
  }
  return Number.isNaN(lost) ? sum : sum + lost;
}
