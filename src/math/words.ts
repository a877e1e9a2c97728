/**
 * The binary form of a double: its high word, its exponent, and the powers of two.
 *
 *   high word   sign, 11 bits of exponent, the first 20 bits of the fraction
 *
 * Source: IEEE 754-2019, binary64.
 */

const doubleView = new Float64Array(1);
const wordsView = new Int32Array(doubleView.buffer);
const HIGH = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0; // little-endian machines keep the high word second

/** The upper 32 bits of a doubleView, signed: below zero for negative numbers. */
export function highWord(x: number): number {
  doubleView[0] = x;
  return wordsView[HIGH];
}

const LEAST_EXPONENT = -1074;
const powers = new Float64Array(1023 - LEAST_EXPONENT + 1);
powers[-LEAST_EXPONENT] = 1;
for (let k = 1; k <= 1023; k++) powers[k - LEAST_EXPONENT] = 2 * powers[k - 1 - LEAST_EXPONENT];
for (let k = -1; k >= LEAST_EXPONENT; k--) powers[k - LEAST_EXPONENT] = powers[k + 1 - LEAST_EXPONENT] / 2;

/** 2^k, exactly, for whole k from -1074 to 1023. */
export function powerOfTwo(k: number): number {
  return powers[k - LEAST_EXPONENT];
}

/** x · 2^k, rounded once, for x between 1/2 and 2 and whole k from -1100 to 1024. */
export function scaleByPowerOfTwo(x: number, k: number): number {
  if (k > 1022) return x * powerOfTwo(1022) * powerOfTwo(k - 1022);
  if (k >= -1020) return x * powerOfTwo(k);
  return x * powerOfTwo(k + 100) * powerOfTwo(-100);
}
