/**
 * Columns of every replication that must be known one by one, a column's numbers side by side: estimates ask for one column of
 * ten thousand days, never for a whole day.
 *
 *   block    replications in order, column after column; a column that is the same in all of them (often nobody gives up) is one number
 *   latest   those that do not fill a block yet, replication after replication: a row written across a block's columns would touch as
 *            many places of memory
 */

/** Replications of a block. */
const BLOCK = 64;

interface Block {
  readonly first: Float64Array; // by column, of the first replication
  readonly from: Int32Array; // by column: where its numbers begin; -1: they are all the first
  readonly numbers: Float64Array;
}

export class KeptRows {
  private readonly columns: number;
  private readonly blocks: Block[] = [];
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
    if (block === this.blocks.length) return this.latest[place * this.columns + column];
    const {first, from, numbers} = this.blocks[block];
    return from[column] < 0 ? first[column] : numbers[from[column] + place];
  }

  /** A column times a factor, by replication, added to `into`. */
  addColumn(column: number, times: number, into: Float64Array): void {
    const {blocks, latest, columns, waiting} = this;
    let replication = 0;
    for (const {first, from, numbers} of blocks) {
      const begin = from[column];
      if (begin < 0) {
        const same = times * first[column];
        for (const end = replication + BLOCK; replication < end; replication++) into[replication] += same;
      } else for (let at = begin; at < begin + BLOCK; at++) into[replication++] += times * numbers[at];
    }
    for (let place = 0; place < waiting; place++) into[replication++] += times * latest[place * columns + column];
  }

  private turnRound(): void {
    const {columns, latest} = this;
    const from = new Int32Array(columns);
    const different = placeColumns(latest, from);
    const numbers = new Float64Array(BLOCK * different);
    copyColumns(latest, from, numbers);
    this.blocks.push({first: latest.slice(0, columns), from, numbers});
    this.waiting = 0;
  }
}

/** Says where each column's numbers begin, -1 where it is the same in all rows (zeros of different sign are not); returns how many differ. */
function placeColumns(rows: Float64Array, from: Int32Array): number {
  const columns = from.length;
  let different = 0;
  for (let column = 0; column < columns; column++) {
    const first = rows[column];
    let at = column + columns;
    while (at < rows.length && Object.is(rows[at], first)) at += columns;
    from[column] = at < rows.length ? BLOCK * different++ : -1;
  }
  return different;
}

function copyColumns(rows: Float64Array, from: Int32Array, into: Float64Array): void {
  const columns = from.length;
  for (let column = 0; column < columns; column++) {
    if (from[column] < 0) continue;
    for (let to = from[column], at = column; at < rows.length; at += columns) into[to++] = rows[at];
  }
}
