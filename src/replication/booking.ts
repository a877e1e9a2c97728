/**
 * The appointment book of one source: who of the booked comes, when, and with which needs.
 *
 * Everything about the booked is drawn when the replication begins, by position in the book, the absent too: so another rule of
 * booking, or another order of coming, serves the same people. Their numbers are their positions, before all who come unbooked.
 */
import type {BookTable, Row} from "../model/model.ts";
import {deriveKey} from "../random/keys.ts";
import {Stream} from "../random/stream.ts";
import type {Clock} from "../units.ts";
import type {Customer} from "./customer.ts";
import type {EventLog} from "./event-log.ts";
import type {Needs} from "./needs.ts";

/** People that are put in order one by one. */
const FEW = 64;
const UNIFORM = {kind: "uniform", from: 0, to: 1} as const;

export class Booking {
  /** People who come, once a replication has begun. */
  coming = 0;
  private readonly table: BookTable;
  private readonly firstNumber: number; // of position 0
  private readonly firstSum: number; // of position 0, among the positions that are told
  private readonly needs: Needs;
  private readonly shows: Stream | null;
  private readonly lateness: Stream | null;
  private readonly moments: Stream | null;
  private readonly scratch: Customer; // for whom needs are drawn
  // By position.
  private readonly classRows: Int32Array;
  private readonly wouldComeAt: Float64Array; // clock; Infinity: absent
  private readonly comesAt: Float64Array; // clock: not before the opening, or not before the appointment; Infinity: absent
  private readonly patience: Float64Array; // seconds
  private readonly work: Float64Array; // columns of `Customer.needs`
  /** Positions in the order of coming; `coming` of them. */
  private readonly order: Int32Array;

  constructor(
    table: BookTable,
    owner: {seed: string; name: string},
    numbers: {first: number; sum: number},
    needs: Needs,
    scratch: Customer,
  ) {
    const {people, absent, late, appointmentAt} = table;
    const stream = (law: ConstructorParameters<typeof Stream>[0], purpose: string) =>
      new Stream(law, deriveKey(owner.seed, purpose, owner.name), "any sign");
    this.table = table;
    this.firstNumber = numbers.first;
    this.firstSum = appointmentAt.length === 0 ? -1 : numbers.sum;
    this.needs = needs;
    this.scratch = scratch;
    this.shows = absent > 0 ? stream(UNIFORM, "show") : null;
    this.lateness = late === null ? null : stream(late, "late");
    this.moments = appointmentAt.length === 0 ? stream(UNIFORM, "spread") : null;
    this.classRows = new Int32Array(people);
    this.wouldComeAt = new Float64Array(people);
    this.comesAt = new Float64Array(people);
    this.patience = new Float64Array(people);
    this.work = new Float64Array(people * needs.columns);
    this.order = new Int32Array(people);
  }

  /** Draws everybody of the book. The needs must have gone to the replication before. */
  restart(replication: number, startsAt: Clock, nextClass: () => Row): void {
    this.shows?.restart(replication);
    this.lateness?.restart(replication);
    this.moments?.restart(replication);
    this.coming = 0;
    for (let position = 0; position < this.table.people; position++) this.drawPerson(position, startsAt, nextClass());
    if (this.coming > FEW) this.order.subarray(0, this.coming).sort((a, b) => (this.comesBefore(a, b) ? -1 : 1));
    else this.insert();
  }

  private drawPerson(position: number, startsAt: Clock, classRow: Row): void {
    const {table, scratch, needs} = this;
    const {spreadFrom, spreadTo, absent} = table;
    const isComing = this.shows === null || this.shows.next() >= absent;
    const due = this.moments === null ? table.appointmentAt[position] : spreadFrom + this.moments.next() * (spreadTo - spreadFrom);
    const at = this.lateness === null ? due : due + this.lateness.next();
    this.classRows[position] = classRow;
    scratch.classRow = classRow;
    needs.draw(scratch);
    this.patience[position] = scratch.patience;
    this.work.set(scratch.needs, position * needs.columns);
    this.wouldComeAt[position] = isComing ? at : Infinity;
    this.comesAt[position] = isComing ? Math.max(startsAt, table.earlyWaits ? Math.max(due, at) : at) : Infinity;
    if (isComing) this.order[this.coming++] = position;
  }

  /** Puts those who come in order. The booked nearly are: then this costs a tenth of what sorting does. */
  private insert(): void {
    const {order, coming} = this;
    for (let i = 1; i < coming; i++) {
      const position = order[i];
      let at = i;
      while (at > 0 && this.comesBefore(position, order[at - 1])) order[at] = order[--at];
      order[at] = position;
    }
  }

  /** Who waits at the door comes in the order of coming there, then by position. */
  private comesBefore(a: number, b: number): boolean {
    const {comesAt, wouldComeAt} = this;
    if (comesAt[a] !== comesAt[b]) return comesAt[a] < comesAt[b];
    if (wouldComeAt[a] !== wouldComeAt[b]) return wouldComeAt[a] < wouldComeAt[b];
    return a < b;
  }

  /** When the entry-th of those who come does. */
  at(entry: number): Clock {
    return entry < this.coming ? this.comesAt[this.order[entry]] : Infinity;
  }

  /** The entry-th comes to the door, as this customer. */
  giveTo(customer: Customer, entry: number): void {
    const position = this.order[entry];
    const {columns} = this.needs;
    customer.number = this.firstNumber + position;
    customer.classRow = this.classRows[position];
    customer.patience = this.patience[position];
    for (let i = 0; i < columns; i++) customer.needs[i] = this.work[position * columns + i];
    customer.booked = this.firstSum < 0 ? -1 : this.firstSum + position;
    customer.appointment = this.appointmentOf(position);
    customer.early = this.earlyBefore(position);
  }

  /** Not a number: none. */
  private appointmentOf(position: number): Clock {
    return this.moments === null ? this.table.appointmentAt[position] : Number.NaN;
  }

  /** Seconds between coming and being let in; an appointment is never before the opening, so all of them are early. */
  private earlyBefore(position: number): number {
    const {comesAt, wouldComeAt} = this;
    return comesAt[position] > wouldComeAt[position] ? comesAt[position] - wouldComeAt[position] : 0;
  }

  /** For the log: everybody, the absent as coming at Infinity. */
  log({customers}: EventLog): void {
    for (let position = 0; position < this.table.people; position++) {
      const {scratch} = this;
      scratch.classRow = this.classRows[position];
      scratch.needs.set(this.work.subarray(position * this.needs.columns, (position + 1) * this.needs.columns));
      customers.push({
        at: this.comesAt[position],
        class: scratch.classRow,
        patience: this.patience[position],
        requirement: this.needs.certainWork(scratch),
        due: this.needs.dueTime(scratch),
        ...this.needs.choiceOf(scratch),
        appointment: this.appointmentOf(position),
        early: this.earlyBefore(position),
        booked: this.firstSum < 0 ? -1 : this.firstSum + position,
      });
    }
  }
}
