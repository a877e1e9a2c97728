/**
 * Waiting lines: who is called next. Each order of service is a container that answers `first` at once. First and last come
 * and by appointment are linked through the customers themselves.
 */
import {BY_APPOINTMENT, EARLIEST_DUE, FIRST_COME, LAST_COME, LONGEST_JOB, RANDOM_ORDER, type StationTable} from "../model/model.ts";
import type {Stream} from "../random/stream.ts";
import type {Customer} from "./customer.ts";

export interface Line {
  readonly size: number;
  /** Joins, as the newest. */
  append(customer: Customer): void;
  /** Comes back to the head, before everyone: an interrupted customer. */
  restore(customer: Customer): void;
  /** Who is called next; null in an empty line. Asked once per call. */
  first(): Customer | null;
  /** Who would be called last. */
  last(): Customer | null;
  remove(customer: Customer): void;
  /** Adds everyone to a list: in the order of calling where that is certain, else as they stand. */
  addTo(list: Customer[]): void;
  clear(): void;
}

/** `draws`: uniforms of the station, one a call; only the random order uses them. */
export function makeLine({order, grace}: Pick<StationTable, "order" | "grace">, draws: Stream | null): Line {
  if (order === BY_APPOINTMENT) return new ByAppointment(grace ?? Infinity);
  if (order === FIRST_COME) return new FirstCome();
  if (order === LAST_COME) return new LastCome();
  if (order === RANDOM_ORDER) return new RandomOrder(draws!);
  if (order === EARLIEST_DUE) return new EarliestDue();
  return order === LONGEST_JOB ? new LongestJob() : new ShortestJob();
}

/** Invariant: `head` → `tail` along `next` is the order of calling, and `previous` its reverse. */
class FirstCome implements Line {
  size = 0;
  protected head: Customer | null = null;
  protected tail: Customer | null = null;

  append(customer: Customer): void {
    const {tail} = this;
    customer.next = null;
    customer.previous = tail;
    if (tail === null) this.head = customer;
    else tail.next = customer;
    this.tail = customer;
    this.size++;
  }

  restore(customer: Customer): void {
    const {head} = this;
    customer.previous = null;
    customer.next = head;
    if (head === null) this.tail = customer;
    else head.previous = customer;
    this.head = customer;
    this.size++;
  }

  first(): Customer | null {
    return this.head;
  }

  last(): Customer | null {
    return this.tail;
  }

  remove(customer: Customer): void {
    const {next, previous} = customer;
    if (previous === null) this.head = next;
    else previous.next = next;
    if (next === null) this.tail = previous;
    else next.previous = previous;
    this.size--;
  }

  addTo(list: Customer[]): void {
    for (let customer = this.head; customer !== null; customer = customer.next) list.push(customer);
  }

  clear(): void {
    this.size = 0;
    this.head = null;
    this.tail = null;
  }
}

/** The newest goes first: everybody joins at the head. */
class LastCome extends FirstCome {
  override append(customer: Customer): void {
    this.restore(customer);
  }
}

/**
 * The earliest turn first, then by joining. A turn is the appointment; of those without one, and of those who came too late for
 * theirs, the moment of joining. Newcomers mostly come near the end, so the place is looked for from there.
 */
class ByAppointment extends FirstCome {
  private readonly grace: number; // seconds

  constructor(grace: number) {
    super();
    this.grace = grace;
  }

  override append(customer: Customer): void {
    const {appointment, cameAt, joinedAt} = customer;
    customer.turn = cameAt - appointment <= this.grace ? appointment : joinedAt; // joinedAt, too, where there is no appointment
    let before = this.tail;
    while (before !== null && isEarlier(customer, before)) before = before.previous;
    if (before === null) return super.restore(customer);
    if (before === this.tail) return super.append(customer);
    customer.previous = before;
    customer.next = before.next;
    before.next!.previous = customer;
    before.next = customer;
    this.size++;
  }

  override restore(customer: Customer): void {
    this.append(customer);
  }
}

function isEarlier(a: Customer, b: Customer): boolean {
  return a.turn < b.turn || (a.turn === b.turn && a.joinOrder < b.joinOrder);
}

/** Everyone waiting is equally likely. A bag: a newcomer takes the last place, and whoever leaves is replaced by the last. */
class RandomOrder implements Line {
  private readonly bag: Customer[] = [];
  private readonly draws: Stream;

  constructor(draws: Stream) {
    this.draws = draws;
  }

  get size(): number {
    return this.bag.length;
  }

  append(customer: Customer): void {
    customer.position = this.bag.length;
    this.bag.push(customer);
  }

  restore(customer: Customer): void {
    this.append(customer);
  }

  first(): Customer | null {
    return this.bag.length === 0 ? null : this.bag[Math.floor(this.draws.next() * this.bag.length)];
  }

  /** Nobody knows who would be called last; the newest is who gives way. */
  last(): Customer | null {
    let newest: Customer | null = null;
    for (const customer of this.bag) if (newest === null || customer.joinOrder > newest.joinOrder) newest = customer;
    return newest;
  }

  remove(customer: Customer): void {
    const mover = this.bag.pop()!;
    if (mover === customer) return;
    this.bag[customer.position] = mover;
    mover.position = customer.position;
  }

  addTo(list: Customer[]): void {
    list.push(...this.bag);
  }

  clear(): void {
    this.bag.length = 0;
  }
}

/** By a number that stays while they wait, then by joining: a binary heap that knows where everyone is. */
abstract class Sorted implements Line {
  private readonly heap: Customer[] = [];

  protected abstract isBefore(a: Customer, b: Customer): boolean;

  get size(): number {
    return this.heap.length;
  }

  append(customer: Customer): void {
    this.heap.push(customer);
    this.rise(this.heap.length - 1, customer);
  }

  restore(customer: Customer): void {
    this.append(customer);
  }

  first(): Customer | null {
    return this.heap.length === 0 ? null : this.heap[0];
  }

  last(): Customer | null {
    let last: Customer | null = null;
    for (const customer of this.heap) if (last === null || this.isBefore(last, customer)) last = customer;
    return last;
  }

  remove(customer: Customer): void {
    const at = customer.position;
    const mover = this.heap.pop()!;
    if (mover === customer) return;
    if (at > 0 && this.isBefore(mover, this.heap[(at - 1) >> 1])) this.rise(at, mover);
    else this.sink(at, mover);
  }

  addTo(list: Customer[]): void {
    list.push(...this.heap);
  }

  clear(): void {
    this.heap.length = 0;
  }

  private rise(from: number, customer: Customer): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.isBefore(customer, this.heap[parent])) break;
      this.put(at, this.heap[parent]);
      at = parent;
    }
    this.put(at, customer);
  }

  private sink(from: number, customer: Customer): void {
    const {length} = this.heap;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= length) break;
      if (child + 1 < length && this.isBefore(this.heap[child + 1], this.heap[child])) child++;
      if (this.isBefore(customer, this.heap[child])) break;
      this.put(at, this.heap[child]);
      at = child;
    }
    this.put(at, customer);
  }

  private put(at: number, customer: Customer): void {
    this.heap[at] = customer;
    customer.position = at;
  }
}

class ShortestJob extends Sorted {
  protected override isBefore(a: Customer, b: Customer): boolean {
    return a.work < b.work || (a.work === b.work && a.joinOrder < b.joinOrder);
  }
}

class LongestJob extends Sorted {
  protected override isBefore(a: Customer, b: Customer): boolean {
    return a.work > b.work || (a.work === b.work && a.joinOrder < b.joinOrder);
  }
}

class EarliestDue extends Sorted {
  protected override isBefore(a: Customer, b: Customer): boolean {
    return a.dueAt < b.dueAt || (a.dueAt === b.dueAt && a.joinOrder < b.joinOrder);
  }
}

/** Of lines side by side, one for each priority: the first with somebody in it. */
export function lineWithSomebody(lines: readonly Line[]): Line | null {
  for (let rank = 0; rank < lines.length; rank++) if (lines[rank].size > 0) return lines[rank];
  return null;
}

/** The last with somebody in it; there must be one. */
export function lastLineWithSomebody(lines: readonly Line[]): Line {
  let rank = lines.length - 1;
  while (lines[rank].size === 0) rank--;
  return lines[rank];
}
