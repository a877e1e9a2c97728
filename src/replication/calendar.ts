/**
 * The calendar: what happens next, ordered by time, then rank, then the order of scheduling, so simultaneous events have one
 * written order and a seed means one history.
 *
 *   sequence  of scheduling; it names an event for good: a timer that is no longer wanted is known by it (see
 *             `Simulation.isStale`) instead of being searched for
 *
 * The next few events stand in a short sorted list, the rest in a 4-ary heap. Invariant: nothing in the heap comes before anything in
 * the list, and the list is empty only when the heap is. Measured on Node 20: up to some thirty events, which is a bank with ten counters
 * and its timers, the list costs a third less than a heap; beyond that it takes its events from the heap by the dozen.
 *
 * Fractions are handed over in fields (`due`, `time`) and not as arguments or results: measured on Node 20, each fraction
 * that crosses a call which is not inlined is an allocation.
 */

/** Ranks: the order of simultaneous events, and their kinds. */
export const PERIOD = 0,
  SERVICE_END = 1,
  SCHEDULE = 2,
  CALL = 3,
  TIMER = 4,
  PATIENCE = 5; // arrivals are 6: they wait outside the calendar, and jockeying is 7

const RANKS = 8; // a code is subject * RANKS + rank
const MOST_EVENTS = 2 ** 31 - 1;
const MOST_SOON = 32; // events in the list
const REFILL = 12;

export class Calendar {
  /** When the event to be scheduled happens, in seconds. */
  due = Number.NaN;
  /** Of the event taken last. */
  time = Number.NaN; // seconds
  sequence = 0;
  rank = 0;
  subject = 0; // a row from 0: whose event it is

  // The list, the latest first, in places 1 ... soon; place 0 says that nothing happens any more.
  private readonly soonTimes = new Float64Array(1 + MOST_SOON).fill(Infinity); // seconds
  private readonly soonSequences = new Int32Array(1 + MOST_SOON);
  private readonly soonCodes = new Int32Array(1 + MOST_SOON);
  private soon = 0; // events
  private times = new Float64Array(64); // of the heap
  private sequences = new Int32Array(64);
  private codes = new Int32Array(64);
  private size = 0; // of the heap
  private scheduled = 0; // so far
  private readonly isStale: (rank: number, subject: number, sequence: number) => boolean;

  /** `isStale`: nobody waits for this event any more; asked only when the calendar would have to grow. */
  constructor(isStale: (rank: number, subject: number, sequence: number) => boolean) {
    this.isStale = isStale;
  }

  clear(): void {
    this.soon = 0;
    this.size = 0;
    this.scheduled = 0;
  }

  /**
   * Enters an event that happens when `due` says; returns its sequence, by which its owner can know it again.
   *
   * @throws RangeError after two billion events in one replication
   */
  schedule(rank: number, subject: number): number {
    const sequence = this.scheduled++;
    if (sequence === MOST_EVENTS)
      throw new RangeError("more than two billion events in one replication: make it shorter, and run more of them");
    const code = subject * RANKS + rank;
    if (this.soon === MOST_SOON) this.spill();
    if (this.size > 0 && this.isBeyondList(code, sequence)) this.append(code, sequence);
    else this.insert(code, sequence);
    return sequence;
  }

  /** Takes the next event into `time`, `sequence`, `rank` and `subject`; false when there is none. */
  next(): boolean {
    const at = this.soon;
    if (at === 0) return false;
    this.soon = at - 1;
    this.time = this.soonTimes[at];
    this.sequence = this.soonSequences[at];
    const code = this.soonCodes[at];
    this.rank = code & (RANKS - 1);
    this.subject = code >> 3;
    if (at === 1 && this.size > 0) this.refill();
    return true;
  }

  /** When the next event happens; Infinity when there is none. */
  nextTime(): number {
    return this.soonTimes[this.soon];
  }

  /** Is anything else due at the very time of the event taken last? */
  hasMoreNow(): boolean {
    return this.soonTimes[this.soon] === this.time;
  }

  // ---- the list

  private isBeyondList(code: number, sequence: number): boolean {
    const latest = this.soonTimes[1];
    return this.due > latest || (this.due === latest && isBefore(this.soonCodes[1], this.soonSequences[1], code, sequence));
  }

  private insert(code: number, sequence: number): void {
    const {soonTimes: times, soonSequences: sequences, soonCodes: codes, due} = this;
    let at = ++this.soon;
    while (at > 1) {
      const sooner = times[at - 1];
      if (sooner > due || (sooner === due && isBefore(code, sequence, codes[at - 1], sequences[at - 1]))) break;
      times[at] = sooner;
      sequences[at] = sequences[at - 1];
      codes[at] = codes[at - 1];
      at--;
    }
    times[at] = due;
    sequences[at] = sequence;
    codes[at] = code;
  }

  /** The later half of the list goes to the heap. */
  private spill(): void {
    const {due} = this;
    const half = MOST_SOON / 2;
    for (let at = 1; at <= half; at++) {
      this.due = this.soonTimes[at];
      this.append(this.soonCodes[at], this.soonSequences[at]);
    }
    this.soonTimes.copyWithin(1, 1 + half);
    this.soonSequences.copyWithin(1, 1 + half);
    this.soonCodes.copyWithin(1, 1 + half);
    this.soon = MOST_SOON - half;
    this.due = due;
  }

  private refill(): void {
    const {soonTimes, soonSequences, soonCodes} = this;
    const count = Math.min(REFILL, this.size);
    for (let at = count; at > 0; at--) {
      soonTimes[at] = this.times[0];
      soonSequences[at] = this.sequences[0];
      soonCodes[at] = this.codes[0];
      this.removeFirst();
    }
    this.soon = count;
  }

  // ---- the heap

  private append(code: number, sequence: number): void {
    if (this.size === this.codes.length) this.makeRoom();
    const at = this.size++;
    this.times[at] = this.due;
    this.sequences[at] = sequence;
    this.codes[at] = code;
    this.rise(at);
  }

  private removeFirst(): void {
    const last = --this.size;
    this.times[0] = this.times[last];
    this.sequences[0] = this.sequences[last];
    this.codes[0] = this.codes[last];
    this.sink(0);
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
      if (parentTime < time || (parentTime === time && isBefore(codes[parent], sequences[parent], code, sequence))) break;
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
        if (childTime < leastTime || isBefore(codes[child], sequences[child], codes[least], sequences[least])) {
          least = child;
          leastTime = childTime;
        }
      }
      if (time < leastTime || (time === leastTime && isBefore(code, sequence, codes[least], sequences[least]))) break;
      times[at] = leastTime;
      sequences[at] = sequences[least];
      codes[at] = codes[least];
      at = least;
    }
    times[at] = time;
    sequences[at] = sequence;
    codes[at] = code;
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
    this.size = kept;
    const room = this.codes.length;
    if (2 * kept > room) {
      const times = new Float64Array(2 * room);
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

/** Of two events at one instant: by rank, then by sequence. */
function isBefore(codeA: number, sequenceA: number, codeB: number, sequenceB: number): boolean {
  const rankA = codeA & (RANKS - 1);
  const rankB = codeB & (RANKS - 1);
  return rankA < rankB || (rankA === rankB && sequenceA < sequenceB);
}
