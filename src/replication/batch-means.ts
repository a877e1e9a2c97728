/**
 * Batch means of one long series, made while it passes: the mean of the first `unit` observations, of the next `unit`, and so on.
 *
 * No more than `most` means are held: when they are full, neighbours are joined and the unit doubles. So a run of a thousand
 * million customers leaves 32 kilobytes, and the same observations leave the same bits.
 */

/** Means held when nothing is said: enough that the 1280 batches N-Skart begins with are never cut from fewer than 2048. */
const MOST = 4096;

export class BatchMeans {
  private readonly held: Float64Array;
  private filled = 0;
  private perMean = 1;
  private sum = 0; // of the batch in hand
  private inHand = 0;

  /** @throws RangeError unless `most` is an even whole number of 2 or more */
  constructor(most = MOST) {
    if (!(most >= 2 && Math.floor(most / 2) * 2 === most))
      throw new RangeError(`most must be an even whole number of 2 or more, got ${most}`);
    this.held = new Float64Array(most);
  }

  /** The next observation. */
  add(x: number): void {
    this.sum += x;
    if (++this.inHand < this.perMean) return;
    this.held[this.filled++] = this.sum / this.perMean;
    this.sum = 0;
    this.inHand = 0;
    if (this.filled === this.held.length) this.join();
  }

  /** Observations behind each mean, a power of 2. */
  get unit(): number {
    return this.perMean;
  }

  /** Observations taken, those of the unfinished last batch included. */
  get count(): number {
    return this.filled * this.perMean + this.inHand;
  }

  /** The finished batches in order: a copy. The last `count - unit * means.length` observations are not in it. */
  get means(): Float64Array {
    return this.held.slice(0, this.filled);
  }

  reset(): void {
    this.filled = 0;
    this.perMean = 1;
    this.sum = 0;
    this.inHand = 0;
  }

  private join(): void {
    this.filled /= 2;
    this.perMean *= 2;
    for (let i = 0; i < this.filled; i++) this.held[i] = (this.held[2 * i] + this.held[2 * i + 1]) / 2;
  }
}
