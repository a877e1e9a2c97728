/**
 * Columns of every replication that must be known one by one, a column's numbers side by side: estimates ask for one column of
 * ten thousand days, never for a whole day.
 */

/** Replications of a block; within it column after column. */
const BLOCK = 64;

export class KeptRows {
  private readonly columns: number;
  private readonly blocks: Float64Array[] = [];
  private taken = 0; // replications

  constructor(columns: number) {
    this.columns = columns;
  }

  /** Keeps the next replication's row: its first `head` columns, and as many of its last as there is room for. */
  add(row: Float64Array, head: number): void {
    const {columns} = this;
    const at = this.taken % BLOCK;
    if (at === 0) this.blocks.push(new Float64Array(columns * BLOCK));
    const block = this.blocks[this.blocks.length - 1];
    const skipped = row.length - columns;
    for (let column = 0; column < head; column++) block[column * BLOCK + at] = row[column];
    for (let column = head; column < columns; column++) block[column * BLOCK + at] = row[skipped + column];
    this.taken++;
  }

  at(replication: number, column: number): number {
    return this.blocks[Math.floor(replication / BLOCK)][column * BLOCK + (replication % BLOCK)];
  }

  /** A column times a factor, by replication, added to `into`. */
  addColumn(column: number, times: number, into: Float64Array): void {
    for (let i = 0; i < this.taken; ) {
      const block = this.blocks[Math.floor(i / BLOCK)];
      const end = Math.min(this.taken, i + BLOCK);
      for (let at = column * BLOCK; i < end; i++, at++) into[i] += times * block[at];
    }
  }
}
