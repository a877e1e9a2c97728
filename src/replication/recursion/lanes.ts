/**
 * Lanes side by side, one server each: a newcomer chooses by how many people are where, stays there and is served first come first
 * served, so it is known at once when; until then the lane remembers when its people leave.
 */
import {JOIN_LEAST_WORK, LINE_EACH, type Model, VISIT} from "../../model/model.ts";
import {LaneChoice} from "../lanes.ts";
import {type Book, VISIT_SCOPE} from "../recorder.ts";
import {MOST_PEOPLE} from "../simulation.ts";
import {Clock, Station, Step} from "../station.ts";
import {commonRoute, hasPlainCustomers, isPlainStation, Recursion} from "./recursion.ts";

/** Is the model one that the lanes can tell? */
export function isParallelLanes(model: Model): boolean {
  const [station] = model.stations;
  return (
    hasPlainCustomers(model) &&
    model.stations.length === 1 &&
    commonRoute(model)?.length === 1 &&
    isPlainStation(station) &&
    station.line === LINE_EACH &&
    station.switchAt === 0 &&
    station.join !== JOIN_LEAST_WORK &&
    station.misjudged === 0 &&
    station.expressLanes === 0
  );
}

export class ParallelLanes extends Recursion {
  private readonly step: Step;
  private readonly station: Station;
  private readonly choice: LaneChoice;
  private readonly placeBooks: Book[]; // by class: those that count, then the others
  // The people of each lane in order: rings, one after another, each as long as `room`.
  private room = 16; // people, a power of two
  private leavesAt: Float64Array; // seconds
  private who: Float64Array; // order of joining * number of books + row of the book where they are written down
  private readonly first: Int32Array; // by lane: place in the ring
  private readonly servers: number;
  private readonly speed: number;
  // The lanes where somebody is served, who ends last comes first; of two that end at once, who started first ends first.
  private readonly endsAt: Float64Array; // seconds
  private readonly serving: Int32Array; // lane
  private busy = 0; // lanes
  private readonly lastEndsAt: Float64Array; // seconds, by lane
  private latestCalled = -1; // the highest `who` of those called
  private waitingArea = Number.NaN; // person seconds of all who came, to the end of their waits
  private busyArea = Number.NaN; // the same of their services
  private waitingBefore = Number.NaN; // areas before the counted window
  private busyBefore = Number.NaN;

  constructor(model: Model) {
    super(model);
    const clock = new Clock();
    const [step] = commonRoute(model)!;
    this.step = new Step(step, VISIT);
    this.station = new Station(model, 0, clock, null, []);
    this.choice = new LaneChoice(this.needs, clock, Infinity);
    this.servers = this.station.people.length;
    this.leavesAt = new Float64Array(this.servers * this.room);
    this.who = new Float64Array(this.servers * this.room);
    this.first = new Int32Array(this.servers);
    this.speed = this.station.speed;
    this.endsAt = new Float64Array(this.servers);
    this.serving = new Int32Array(this.servers);
    this.lastEndsAt = new Float64Array(this.servers);
    this.placeBooks = [...this.booksOf(0, VISIT_SCOPE), ...this.booksOf(-1, VISIT_SCOPE)];
  }

  protected empty(): void {
    this.first.fill(0);
    this.latestCalled = -1;
    this.station.restart(0);
    this.station.staff = this.servers;
    this.busy = 0;
    this.waitingArea = this.busyArea = 0;
  }

  protected happen(): void {
    while (this.busy > 0 && this.endsAt[this.busy - 1] <= this.now) this.serviceEnds();
  }

  protected keepUp(): void {
    this.happen();
  }

  private serviceEnds(): void {
    const {station} = this;
    const lane = this.serving[--this.busy];
    const first = (this.first[lane] + 1) & (this.room - 1);
    this.first[lane] = first;
    if (--station.people[lane] === 0) return;
    station.waitingIn[lane]--;
    station.waiting--;
    const at = lane * this.room + first;
    const who = this.who[at];
    if (who < this.latestCalled) this.placeBooks[who % this.placeBooks.length].overtaken++;
    else this.latestCalled = who;
    this.start(lane, at);
  }

  /** The service of whoever stands first in a lane begins: its lane takes its place among those that serve. */
  private start(lane: number, at: number): void {
    const {endsAt, serving} = this;
    const end = this.leavesAt[at];
    let i = this.busy++;
    while (i > 0 && endsAt[i - 1] <= end) {
      endsAt[i] = endsAt[i - 1];
      serving[i] = serving[i - 1];
      i--;
    }
    endsAt[i] = end;
    serving[i] = lane;
  }

  protected comeIn(): void {
    const {station} = this;
    const customer = this.receive();
    this.needs.giveWork(customer, this.step, 0);
    const lane = this.choice.laneFor(customer, station, 0);
    const at = customer.joinedAt;
    const ahead = station.people[lane]++;
    const start = ahead === 0 ? at : this.lastEndsAt[lane];
    const end = start + customer.work / this.speed;
    this.lastEndsAt[lane] = end;
    customer.endsAt = end;
    customer.waited = start - at;
    customer.stay = end - at;
    this.waitingArea += customer.waited;
    this.busyArea += end - start;
    const books = this.placeBooks.length;
    const who = customer.number * books + customer.classRow + (this.isCounting ? 0 : books / 2);
    if (ahead === this.room) this.makeRoom();
    const last = lane * this.room + ((this.first[lane] + ahead) & (this.room - 1));
    this.leavesAt[last] = end;
    this.who[last] = who;
    if (ahead === 0) {
      this.latestCalled = who; // the newest of all
      this.start(lane, last);
    } else {
      station.waitingIn[lane]++;
      if (++station.waiting > station.peak) station.peak = station.waiting;
    }
    customer.visitBook.stationDone(customer);
    if (!this.isCounting) return;
    if (this.series !== null) this.series.nextVisit(customer);
    this.requireEnd(customer);
  }

  /** Twice as much for every lane. */
  private makeRoom(): void {
    const {room, leavesAt, who, first} = this;
    if (room >= MOST_PEOPLE) throw new RangeError("more than ten million people are waiting: there the line only grows");
    this.room = 2 * room;
    this.leavesAt = new Float64Array(this.servers * this.room);
    this.who = new Float64Array(this.servers * this.room);
    for (let lane = 0; lane < this.servers; lane++) {
      for (let i = 0; i < room; i++) {
        const from = lane * room + ((first[lane] + i) & (room - 1));
        this.leavesAt[lane * this.room + i] = leavesAt[from];
        this.who[lane * this.room + i] = who[from];
      }
    }
    first.fill(0);
  }

  /** Who waits may still be overtaken. */
  protected override countedHere(): number {
    const books = this.placeBooks.length;
    let counted = 0;
    for (let lane = 0; lane < this.servers; lane++) {
      for (let i = 1; i < this.station.people[lane]; i++) if (this.who[this.placeOf(lane, i)] % books < books / 2) counted++;
    }
    return counted;
  }

  /** Of the i-th person of a lane. */
  private placeOf(lane: number, i: number): number {
    return lane * this.room + ((this.first[lane] + i) & (this.room - 1));
  }

  // ---- areas: those of everybody so far, without what still lies ahead

  protected openAreas(): void {
    this.waitingBefore = this.waitingUpToNow();
    this.busyBefore = this.busyUpToNow();
    this.station.peak = this.station.waiting;
  }

  protected closeAreas(windowLength: number): void {
    const waiting = this.waitingUpToNow() - this.waitingBefore;
    const busy = this.busyUpToNow() - this.busyBefore;
    this.writeAreas(0, waiting, busy, this.servers * windowLength, this.station.peak);
  }

  /** Everybody but the first starts when the one before them ends. */
  private waitingUpToNow(): number {
    let ahead = 0;
    for (let lane = 0; lane < this.servers; lane++) {
      for (let i = 0; i + 1 < this.station.people[lane]; i++) ahead += this.leavesAt[this.placeOf(lane, i)] - this.now;
    }
    return this.waitingArea - ahead;
  }

  /** A lane with people in it has no gaps. */
  private busyUpToNow(): number {
    let ahead = 0;
    for (let lane = 0; lane < this.servers; lane++) if (this.station.people[lane] > 0) ahead += this.lastEndsAt[lane] - this.now;
    return this.busyArea - ahead;
  }
}
