/**
 * Two random words to a uniform number.
 *
 * The number is (k + ½) / 2^52 for a whole k: 53 bits, exact, never 0 and never 1, and 1 - u is as likely as u. (With 53 bits
 * for k the upper half would round, and 1 would come out.)
 */

/** The uniform number of two 32-bit words: 20 bits of the first, all of the second. */
export function uniformFrom(high: number, low: number): number {
  return ((high >>> 12) * 4294967296 + (low >>> 0) + 0.5) * 2.220446049250313e-16;
}
