/**
 * A finite population: so many members, and nobody else ever comes. Each is away for a time of its own law, comes, and is away
 * again as soon as it has left. A member's times and needs are those of (member, how often it has come): no design can touch them.
 *
 * Who comes next stands on top of a heap: by time, then by the order of scheduling.
 * Source: Gross and Harris, Fundamentals of Queueing Theory, 2.7 (finite-source queues).
 */
import type {Row} from "../model/model.ts";
import type {Key} from "../random/keys.ts";
import type {Law} from "../random/law.ts";
import {VariateAt} from "../random/variate-at.ts";
import type {Clock} from "../units.ts";

export class Population {
  private readonly away: VariateAt;
  private readonly comesAt: Float64Array; // seconds, by member
  private readonly sequences: Int32Array; // of scheduling, by member
  private readonly heap: Int32Array; // members who are away, the next to come on top
  private size = 0; // members away
  /** How often each has come so far. */
  readonly comings: Int32Array;
  /** When the next member comes, in seconds; Infinity: all are here. */
  at: Clock = Number.NaN;
  /** Of scheduling that coming. */
  sequence = 0;

  constructor(members: number, each: Law, key: Key) {
    this.away = new VariateAt(each, key);
    this.comesAt = new Float64Array(members);
    this.sequences = new Int32Array(members);
    this.heap = new Int32Array(members);
    this.comings = new Int32Array(members);
  }

  get members(): number {
    return this.heap.length;
  }

  restart(replication: number): void {
    this.away.restart(replication);
    this.comings.fill(0);
    this.size = 0;
    this.at = Infinity;
  }

  /** A member is away from now on, until it comes again. */
  goes(member: Row, clock: {now: Clock}, sequence: number): void {
    this.comesAt[member] = clock.now + this.away.at(member, this.comings[member]);
    this.sequences[member] = sequence;
    this.rise(member, this.size++);
    this.lookUp();
  }

  /** The next member comes; who it is. */
  comes(): Row {
    const member = this.heap[0];
    this.comings[member]++;
    const last = this.heap[--this.size];
    if (this.size > 0) this.sink(last);
    this.lookUp();
    return member;
  }

  private lookUp(): void {
    const [member] = this.heap;
    this.at = this.size === 0 ? Infinity : this.comesAt[member];
    this.sequence = this.sequences[member];
  }

  private isBefore(a: Row, b: Row): boolean {
    const {comesAt, sequences} = this;
    return comesAt[a] < comesAt[b] || (comesAt[a] === comesAt[b] && sequences[a] < sequences[b]);
  }

  private rise(member: Row, from: number): void {
    const {heap} = this;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.isBefore(heap[parent], member)) break;
      heap[at] = heap[parent];
      at = parent;
    }
    heap[at] = member;
  }

  private sink(member: Row): void {
    const {heap, size} = this;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && this.isBefore(heap[child + 1], heap[child])) child++;
      if (this.isBefore(member, heap[child])) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = member;
  }
}
