/**
 * The waits of a single-server queue by Lindley's recursion, with a generator of its own: a second opinion on the coverage of
 * intervals that owes the simulator nothing. W_{i+1} = max(0, W_i + S_i - A_{i+1}).
 */

/** mulberry32 over a hashed seed: good enough for an oracle that nobody else draws from. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  }

  uniform(): number {
    return (this.next32() * 2 ** 21 + (this.next32() >>> 11) + 0.5) / 2 ** 53;
  }

  exponential(mean: number): number {
    return -mean * Math.log(this.uniform());
  }

  private next32(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  }
}

/** Waits and times in system of customers `skip`, ..., `skip + count - 1` of an M/M/1 queue that starts empty. */
export function mm1(
  chance: Chance,
  interarrivalTime: number,
  serviceTime: number,
  count: number,
  skip = 0,
): {wait: number; sojourn: number}[] {
  const people: {wait: number; sojourn: number}[] = [];
  let wait = 0;
  for (let i = 0; i < skip + count; i++) {
    const service = chance.exponential(serviceTime);
    if (i >= skip) people.push({wait, sojourn: wait + service});
    wait = Math.max(0, wait + service - chance.exponential(interarrivalTime));
  }
  return people;
}
