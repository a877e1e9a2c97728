/**
 * Columns of every replication that must be known one by one, a column's numbers side by side: estimates ask for one column of
 * ten thousand days, never for a whole day.
 *
 *   block    replications in order, column after column
 *   latest   those that do not fill a block yet, replication after replication: a row written across a block's columns would touch as
 *            many places of memory
 */

/** Replications of a block. */
const BLOCK = 64;

export class KeptRows {
  private readonly columns: number;
  private readonly blocks: Float64Array[] = [];
  private readonly latest: Float64Array;
  private waiting = 0; // replications in `latest`

  constructor(columns: number) {
    this.columns = columns;
    this.latest = new Float64Array(BLOCK * columns);
  }

  /** Keeps the next replication's row: its first `head` columns, and as many of its last as there is room for. */
  add(row: Float64Array, head: number): void {
    const {columns, latest} = this;
    const from = this.waiting * columns;
    const skipped = row.length - columns;
    for (let column = 0; column < head; column++) latest[from + column] = row[column];
    for (let column = head; column < columns; column++) latest[from + column] = row[skipped + column];
    if (++this.waiting === BLOCK) this.turnRound();
  }

  at(replication: number, column: number): number {
    const block = Math.floor(replication / BLOCK);
    const place = replication % BLOCK;
    return block < this.blocks.length ? this.blocks[block][column * BLOCK + place] : this.latest[place * this.columns + column];
  }

  /** A column times a factor, by replication, added to `into`. */
  addColumn(column: number, times: number, into: Float64Array): void {
    const {blocks, latest, columns, waiting} = this;
    let replication = 0;
    for (const block of blocks) {
      const from = column * BLOCK;
      for (let at = from; at < from + BLOCK; at++) into[replication++] += times * block[at];
    }
    for (let place = 0; place < waiting; place++) into[replication++] += times * latest[place * columns + column];
  }

  private turnRound(): void {
    const {columns, latest} = this;
    const block = new Float64Array(BLOCK * columns);
    for (let column = 0; column < columns; column++) {
      for (let place = 0, from = column; place < BLOCK; place++, from += columns) block[column * BLOCK + place] = latest[from];
    }
    this.blocks.push(block);
    this.waiting = 0;
  }
}
