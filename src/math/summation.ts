/**
 * Sums that keep what rounding takes away.
 *
 *   sum    s   the running sum as a plain double
 *   lost   c   the digits that did not fit, summed beside it
 *
 * What rounding takes is found exactly and without asking which of the two numbers is larger, because a wrong guess costs more than the
 * three additions.
 *
 * Source: Neumaier (1974), "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54, 39-51; Knuth (1969), The Art of
 * Computer Programming 2, 4.2.2, theorem B, for what rounding takes.
 */

/** A running sum whose error does not grow with the number of terms. The order of the terms decides the last bit: keep it fixed. */
export class CompensatedSum {
  private sum = 0;
  private lost = 0;

  add(x: number): void {
    const {sum} = this;
    const next = sum + x;
    const added = next - sum;
    this.lost += sum - (next - added) + (x - added);
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
    const added = next - sum;
    lost += sum - (next - added) + (x - added);
    sum = next;
  }
  return Number.isNaN(lost) ? sum : sum + lost;
}
