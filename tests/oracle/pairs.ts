/**
 * A few rows that hold every pair of values of every two factors: greedy, and the same rows every time.
 * Source: Cohen, Dalal, Fredman and Patton (1997), "The AETG System", IEEE TSE 23(7), 437-444.
 */

/** Names of factors, each with its values. */
export type Factors = Record<string, readonly (string | number)[]>;
export type Row<F extends Factors> = {[Name in keyof F]: F[Name][number]};

/** A small generator of whole numbers from 0 to n - 1, for choices that tests make. */
export function chooser(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    // Mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n);
  };
}

export function everyPair<const F extends Factors>(factors: F, seed = 1): Row<F>[] {
  const names = Object.keys(factors);
  const pick = chooser(seed);
  const keyOf = (a: number, valueOfA: number, b: number, valueOfB: number) =>
    a < b ? `${a}.${valueOfA}.${b}.${valueOfB}` : `${b}.${valueOfB}.${a}.${valueOfA}`;
  const open = new Set<string>();
  names.forEach((nameOfA, a) => {
    for (let b = a + 1; b < names.length; b++)
      for (const i of factors[nameOfA].keys()) for (const j of factors[names[b]].keys()) open.add(keyOf(a, i, b, j));
  });
  const rows: Row<F>[] = [];
  while (open.size > 0) {
    let best: number[] = [];
    let most = -1;
    for (let attempt = 0; attempt < 30; attempt++) {
      const row: number[] = [];
      const [first] = [...open].slice(pick(open.size));
      const [a, i, b, j] = first.split(".").map(Number);
      row[a] = i;
      row[b] = j;
      for (const factor of shuffled(names.keys(), pick)) {
        if (row[factor] !== undefined) continue;
        const gain = (value: number) =>
          names.reduce((sum, _, other) => sum + (row[other] !== undefined && open.has(keyOf(factor, value, other, row[other])) ? 1 : 0), 0);
        const values = shuffled(factors[names[factor]].keys(), pick);
        row[factor] = values.reduce((winner, value) => (gain(value) > gain(winner) ? value : winner));
      }
      const gain = pairsOf(row, keyOf).filter((key) => open.has(key)).length;
      if (gain > most) [best, most] = [row, gain];
    }
    for (const key of pairsOf(best, keyOf)) open.delete(key);
    rows.push(Object.fromEntries(names.map((name, factor) => [name, factors[name][best[factor]]])) as Row<F>);
  }
  return rows;
}

function pairsOf(row: number[], keyOf: (a: number, i: number, b: number, j: number) => string): string[] {
  return row.flatMap((i, a) => row.slice(a + 1).map((j, after) => keyOf(a, i, a + 1 + after, j)));
}

function shuffled(values: Iterable<number>, pick: (n: number) => number): number[] {
  const mixed = [...values];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = pick(i + 1);
    [mixed[i], mixed[j]] = [mixed[j], mixed[i]];
  }
  return mixed;
}
