/**
 * MRG32k3a: the generator of other simulators (SSJ, RngStreams, R, Arena), for comparing notes with them.
 *
 *   stream      2^127 numbers; one per purpose
 *   substream   2^76 numbers of a stream; one per replication
 *
 * Numbers have 32 bits: streams that need tails use xoshiro128++.
 * Source: L'Ecuyer (1999), OR 47, 159-164; L'Ecuyer, Simard, Chen and Kelton (2002), OR 50, 1073-1075.
 */

const M1 = 4294967087;
const M2 = 4294944443;
const NORM = 2.328306549295728e-10; // 1 / (M1 + 1)

type Matrix = readonly number[]; // 3 × 3, row by row

// The one-step matrices to the power 2^76 and 2^127.
const SUBSTREAM_1: Matrix = [82758667, 1871391091, 4127413238, 3672831523, 69195019, 1871391091, 3672091415, 3528743235, 69195019];
const SUBSTREAM_2: Matrix = [1511326704, 3759209742, 1610795712, 4292754251, 1511326704, 3889917532, 3859662829, 4292754251, 3708466080];
const STREAM_1: Matrix = [2427906178, 3580155704, 949770784, 226153695, 1230515664, 3580155704, 1988835001, 986791581, 1230515664];
const STREAM_2: Matrix = [1464411153, 277697599, 1610723613, 32183930, 1464411153, 1022607788, 2824425944, 32183930, 2093834863];

/** Six whole numbers: three below 4294967087 and three below 4294944443, neither three all zero. */
export type Mrg32k3aSeed = readonly [number, number, number, number, number, number];

const USUAL_SEED: Mrg32k3aSeed = [12345, 12345, 12345, 12345, 12345, 12345];

/** Uniform numbers of one stream; `restart` goes to a substream. */
export class Mrg32k3a {
  private readonly start1: readonly number[];
  private readonly start2: readonly number[];
  private s10 = 0;
  private s11 = 0;
  private s12 = 0;
  private s20 = 0;
  private s21 = 0;
  private s22 = 0;

  /** Stream 0 begins with the seed itself. */
  constructor(stream = 0, seed: Mrg32k3aSeed = USUAL_SEED) {
    this.start1 = jump(STREAM_1, stream, seed.slice(0, 3), M1);
    this.start2 = jump(STREAM_2, stream, seed.slice(3, 6), M2);
    this.restart(0);
  }

  /** Goes to the start of a substream: a whole number of 0 or more. */
  restart(replication: number): void {
    [this.s10, this.s11, this.s12] = jump(SUBSTREAM_1, replication, this.start1, M1) as [number, number, number];
    [this.s20, this.s21, this.s22] = jump(SUBSTREAM_2, replication, this.start2, M2) as [number, number, number];
  }

  /** The six numbers of its state: a seed that goes on from here. */
  get state(): Mrg32k3aSeed {
    return [this.s10, this.s11, this.s12, this.s20, this.s21, this.s22];
  }

  /** The next uniform number in (0, 1). */
  next(): number {
    const p1 = remainder(1403580 * this.s11 - 810728 * this.s10, M1);
    this.s10 = this.s11;
    this.s11 = this.s12;
    this.s12 = p1;
    const p2 = remainder(527612 * this.s22 - 1370589 * this.s20, M2);
    this.s20 = this.s21;
    this.s21 = this.s22;
    this.s22 = p2;
    return (p1 > p2 ? p1 - p2 : p1 - p2 + M1) * NORM;
  }
}

/** x modulo m, from 0 to m - 1, for a whole x of up to 2^53 in size; `%` would take three times as long. */
function remainder(x: number, m: number): number {
  const rest = x - m * Math.floor(x / m); // the quotient may round up to the next whole number
  return rest < 0 ? rest + m : rest;
}

/** matrix^times · vector modulo m, by squaring. */
function jump(matrix: Matrix, times: number, vector: readonly number[], m: number): number[] {
  let power = matrix;
  let result = [...vector];
  for (let rest = times; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiply(power, result, 1, m);
    power = multiply(power, power, 3, m);
  }
  return result;
}

/** A 3 × 3 matrix times a matrix of 3 rows, modulo m. */
function multiply(left: Matrix, right: readonly number[], columns: number, m: number): number[] {
  const product: number[] = [];
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let k = 0; k < 3; k++) sum = (sum + multiplyModulo(left[3 * row + k], right[columns * k + column], m)) % m;
      product.push(sum);
    }
  }
  return product;
}

/** a · b modulo m for numbers below 2^32: in two halves, each exact in a double. */
function multiplyModulo(a: number, b: number, m: number): number {
  const high = Math.floor(b / 65536);
  const low = b % 65536;
  return (((a * high) % m) * 65536 + a * low) % m;
}
