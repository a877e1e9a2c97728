/**
 * Minutes of work in a lane: when the people who stand or are served there would all be done. The rule is in
 * docs/conventions.md, "Choosing a line".
 */
import {FIRST_COME} from "../model/model.ts";
import type {Customer} from "./customer.ts";
import type {Place, Station} from "./station.ts";

/** Seconds of the clock, not before now. Added up in the order of standing, as their services will be: so it is the very moment. */
export class LaneWork {
  doneAt = Number.NaN;
  private readonly list: Customer[] = [];

  addUp(station: Station, {customer, lines}: Place, now: number): void {
    this.doneAt = customer === null ? now : customer.endsAt;
    const {order, hasPriority, ageing} = station.table;
    const isPlain = order === FIRST_COME && !hasPriority && ageing === null;
    if (isPlain && lines[0].size > 0) {
      for (let one = lines[0].first(); one !== null; one = one.next) this.doneAt += one.work / station.speed;
    } else if (!isPlain) this.addUpByJoining(station, lines);
  }

  /** Where nobody knows who will be served when: in the order of joining. */
  private addUpByJoining(station: Station, lines: Place["lines"]): void {
    const {list} = this;
    list.length = 0;
    for (const line of lines) line.addTo(list);
    list.sort((a, b) => a.joinOrder - b.joinOrder);
    for (const {work} of list) this.doneAt += work / station.speed;
  }
}
