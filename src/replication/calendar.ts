/**
 * The calendar: what happens next. A 4-ary heap in columns, ordered by time, then rank, then the order of scheduling, so
 * simultaneous events have one written order and a seed means one history.
 *
 *   sequence  of scheduling; it names an event for good: a timer that is no longer wanted is known by it (see
 *             `Simulation.isStale`) instead of being searched for
 *
 * Taking the next event leaves a hole at the top, which the next one scheduled fills: a service end that starts the next
 * service costs one walk down the heap instead of two.
 *
 * Fractions are handed over in fields (`due`, `time`) and not as arguments or results: measured on Node 20, each fraction
 * that crosses a call which is not inlined is an allocation.
 */

/** Ranks: the order of simultaneous events, and their kinds. */
export const PERIOD = 0, SERVICE_END = 1, SCHEDULE = 2, CALL = 3, TIMER = 4, PATIENCE = 5, ARRIVAL = 6;

const RANKS = 8; // a code is subject * RANKS + rank
const MOST_EVENTS = 2 ** 31 - 1;

export class Calendar {
  /** When the event to be scheduled happens, in seconds. */
  due = Number.NaN;
  /** Of the event taken last. */
  time = Number.NaN; // seconds
  sequence = 0;
  rank = 0;
  subject = 0; // a row from 0: whose event it is

  private times = new Float64Array(64 + 4).fill(Infinity); // seconds; Infinity beyond the last, so that four children can always be compared
  private sequences = new Int32Array(64 + 4);
  private codes = new Int32Array(64 + 4);
  private size = 0; // of the heap, the hole included
  private hasHole = false; // at the top
  private scheduled = 0; // so far
  private readonly isStale: (rank: number, subject: number, sequence: number) => boolean;

  /** `isStale`: nobody waits for this event any more; asked only when the calendar would have to grow. */
  constructor(isStale: (rank: number, subject: number, sequence: number) => boolean) {
    this.isStale = isStale;
  }

  clear(): void {
    this.times.fill(Infinity, 0, this.size);
    this.size = 0;
    this.hasHole = false;
    this.scheduled = 0;
  }

  /**
   * Enters an event that happens when `due` says; returns its sequence, by which its owner can know it again.
   *
   * @throws RangeError after two billion events in one replication
   */
  schedule(rank: number, subject: number): number {
    const sequence = this.scheduled++;
    if (sequence === MOST_EVENTS) throw new RangeError("more than two billion events in one replication: make it shorter, and run more of them");
    const {hasHole} = this;
    if (!hasHole && this.size === this.codes.length - 4) this.makeRoom();
    const at = hasHole ? 0 : this.size++;
    this.times[at] = this.due;
    this.sequences[at] = sequence;
    this.codes[at] = subject * RANKS + rank;
    this.hasHole = false;
    if (hasHole) this.sink(0);
    else this.rise(at);
    return sequence;
  }

  /** Takes the next event into `time`, `order` and `subject`; false when there is none. */
  next(): boolean {
    if (this.hasHole) this.fillHole();
    if (this.size === 0) return false;
    this.time = this.times[0];
    this.sequence = this.sequences[0];
    const code = this.codes[0];
    this.rank = code & (RANKS - 1);
    this.subject = code >> 3;
    this.hasHole = true;
    return true;
  }

  /** When the next event happens; Infinity when there is none. */
  nextTime(): number {
    if (this.hasHole) this.fillHole();
    return this.times[0];
  }

  /** Is anything else due at the very time of the event taken last? */
  hasMoreNow(): boolean {
    const {times, time} = this;
    if (!this.hasHole && times[0] === time) return true;
    return times[1] === time || times[2] === time || times[3] === time || times[4] === time;
  }

  private fillHole(): void {
    this.hasHole = false;
    const last = --this.size;
    this.times[0] = this.times[last];
    this.sequences[0] = this.sequences[last];
    this.codes[0] = this.codes[last];
    this.times[last] = Infinity;
    if (last > 1) this.sink(0);
  }

  // Both take a place and not an event: a fraction handed to a function that is not inlined costs an allocation.

  private rise(from: number): void {
    const {times, sequences, codes} = this;
    const time = times[from];
    const sequence = sequences[from];
    const code = codes[from];
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      const parentTime = times[parent];
      if (parentTime < time || (parentTime === time && this.isBefore(codes[parent], sequences[parent], code, sequence))) break;
      times[at] = parentTime;
      sequences[at] = sequences[parent];
      codes[at] = codes[parent];
      at = parent;
    }
    times[at] = time;
    sequences[at] = sequence;
    codes[at] = code;
  }

  private sink(from: number): void {
    const {times, sequences, codes, size} = this;
    const time = times[from];
    const sequence = sequences[from];
    const code = codes[from];
    let at = from;
    for (;;) {
      const first = 4 * at + 1;
      if (first >= size) break;
      let least = first;
      let leastTime = times[first];
      const last = first + 4 < size ? first + 4 : size;
      for (let child = first + 1; child < last; child++) {
        const childTime = times[child];
        if (childTime > leastTime) continue;
        if (childTime < leastTime || this.isBefore(codes[child], sequences[child], codes[least], sequences[least])) {
          least = child;
          leastTime = childTime;
        }
      }
      if (time < leastTime || (time === leastTime && this.isBefore(code, sequence, codes[least], sequences[least]))) break;
      times[at] = leastTime;
      sequences[at] = sequences[least];
      codes[at] = codes[least];
      at = least;
    }
    times[at] = time;
    sequences[at] = sequence;
    codes[at] = code;
  }

  /** Of two events at one instant: by rank, then by sequence. */
  private isBefore(codeA: number, sequenceA: number, codeB: number, sequenceB: number): boolean {
    const rankA = codeA & (RANKS - 1);
    const rankB = codeB & (RANKS - 1);
    return rankA < rankB || (rankA === rankB && sequenceA < sequenceB);
  }

  /** Throws out stale timers; grows only if more than half of the calendar is still wanted. */
  private makeRoom(): void {
    let kept = 0;
    for (let i = 0; i < this.size; i++) {
      if (this.isStale(this.codes[i] & (RANKS - 1), this.codes[i] >> 3, this.sequences[i])) continue;
      this.times[kept] = this.times[i];
      this.sequences[kept] = this.sequences[i];
      this.codes[kept] = this.codes[i];
      kept++;
    }
    this.times.fill(Infinity, kept, this.size);
    this.size = kept;
    const room = this.codes.length - 4;
    if (2 * kept > room) {
      const times = new Float64Array(2 * room + 4).fill(Infinity);
      times.set(this.times.subarray(0, kept));
      this.times = times;
      const sequences = new Int32Array(times.length);
      sequences.set(this.sequences.subarray(0, kept));
      this.sequences = sequences;
      const codes = new Int32Array(times.length);
      codes.set(this.codes.subarray(0, kept));
      this.codes = codes;
    }
    for (let at = (kept - 2) >> 2; at >= 0; at--) this.sink(at);
  }
}
