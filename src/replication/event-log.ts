/**
 * What happened, event by event, for tests, traces and stories. The loop writes here only when somebody asks.
 */
import type {Row} from "../model/model.ts";

export const ARRIVED = 0; // at the door; followed by REFUSED or JOINED at the first station, or by LEFT
export const JOINED = 1; // a station's line (or straight to a server); `place` is the lane, or -1 for the one line
export const REFUSED_AT = 2; // a full room
export const CALLED = 3; // by a server; `place` is the server's row where servers have rows, else -1
export const STARTED = 4; // service begins (after the walk); `place` as in CALLED
export const INTERRUPTED = 5; // the shift ended, or a class before theirs took the server; back to the head of the line
export const ENDED = 6; // service is done
export const SWITCHED = 7; // to lane `place`
export const GAVE_UP_AT = 8;
export const TURNED_AWAY_AT = 9; // the place closed
export const LEFT = 10; // the place: after the last step, or without service
export const DROPPED_AT = 11; // a full room, for somebody of a higher class; counts as refused
export const BALKED_AT = 12; // turned round at the door; `place` is the lane they would have joined

export interface LoggedEvent {
  at: number; // seconds
  kind: number; // one of the above
  customer: number; // number at the door, from 0
  station: Row; // -1 at the door
  place: number;
}

/** A customer as they came to the door: the same in every design. */
export interface LoggedCustomer {
  at: number;
  class: Row;
  patience: number; // seconds, Infinity: endless
  /** Work of each certain step of the class, by step row; NaN where not certain. */
  requirement: number[];
  /** Clock; NaN: none. Who has one and stays away comes at Infinity. */
  appointment: number;
  /** Seconds between coming and being let in. */
  early: number;
  /** Row among the positions that the row tells of; -1: none. */
  booked: number;
  /** Seconds after joining a line by which they are due, Infinity: never; NaN where no line is called by it. */
  due: number;
  /** What a customer puts up with on the first visit (people, seconds, or from 0 to 1 where shares decide); NaN where nothing is drawn. */
  most?: number;
  /** From 0 to 1: where within its bounds an announcement is wrong on the first visit; NaN where none is. */
  error?: number;
}

export interface EventLog {
  customers: LoggedCustomer[];
  events: LoggedEvent[];
}
