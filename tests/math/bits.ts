/** Doubles as bits, for tests that must see every one of them. */

export function bitsOf(x: number): bigint {
  return new BigUint64Array(Float64Array.of(x).buffer)[0];
}

/** 64 bits that stand for all bits of all numbers, in order (FNV-1a on their 32-bit words, the lower first). */
export function digest(numbers: readonly number[]): string {
  let hash = 0xcbf29ce484222325n;
  const words = new Uint32Array(new BigUint64Array(numbers.map(bitsOf)).buffer);
  for (const word of words) hash = ((hash ^ BigInt(word)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(16).padStart(16, "0");
}
