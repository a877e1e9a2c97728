/**
 * Choosing among n things with given weights in one step, by Walker's table: each of n columns holds one thing or two.
 *
 * Source: Vose (1991), "A Linear Algorithm for Generating Random Numbers with a Given Distribution", IEEE TSE 17, 972-975.
 */

/** The table for some weights, zero or more, of which at least one is positive. */
export class AliasTable {
  private readonly cuts: Float64Array; // up to here a column belongs to its own thing, by column
  private readonly others: Int32Array; // whose the rest is, by column

  constructor(weights: readonly number[]) {
    const columns = weights.length;
    let total = 0;
    for (const weight of weights) total += weight;
    this.cuts = Float64Array.from(weights, (weight) => (weight / total) * columns);
    this.others = Int32Array.from(weights, (_, column) => column);
    const poor: number[] = [];
    const rich: number[] = [];
    for (let column = 0; column < columns; column++) (this.cuts[column] < 1 ? poor : rich).push(column);
    for (let giver = rich.pop(); giver !== undefined; giver = rich.pop()) {
      // a rich column fills poor ones until it is poor itself
      while (this.cuts[giver] >= 1) {
        const receiver = poor.pop();
        if (receiver === undefined) break;
        this.others[receiver] = giver;
        this.cuts[giver] -= 1 - this.cuts[receiver];
      }
      if (this.cuts[giver] < 1) poor.push(giver);
      else this.cuts[giver] = 1;
    }
    for (const column of poor) this.cuts[column] = 1; // what rounding left over is full
  }

  /** The thing that a uniform number in (0, 1) chooses. */
  choose(uniform: number): number {
    const place = uniform * this.cuts.length;
    const column = Math.floor(place);
    return place - column < this.cuts[column] ? column : this.others[column];
  }
}
