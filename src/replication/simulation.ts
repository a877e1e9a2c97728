/**
 * One replication: the event loop. The rules, the order of simultaneous events and who goes first are in docs/conventions.md.
 *
 * Two methods match people with servers: `customerSeeksServer` and `serverSeeksCustomer` (`placeSeeksCustomer` where servers
 * have places). Invariant between instants: no server is idle while someone it may serve is waiting.
 */
import {
  CHOOSE,
  DELAY,
  FINISH,
  FINISH_EVERYONE,
  LEAVE,
  type Model,
  POPULATION,
  RANDOM_ORDER,
  RESAMPLE,
  RESUME,
  type Row,
  VISIT,
} from "../model/model.ts";
import {deriveKey} from "../random/keys.ts";
import {Stream} from "../random/stream.ts";
import {Arrivals} from "./arrivals.ts";
import {BookedSums} from "./booked-sums.ts";
import {Booking} from "./booking.ts";
import {CALL, Calendar, PATIENCE, PERIOD, SCHEDULE, SERVICE_END, TIMER} from "./calendar.ts";
import {requireConservation} from "./conservation.ts";
import {Crew} from "./crew.ts";
import {CHANGING, Customer, DELAYED, IN_SERVICE, WAITING, WALKING} from "./customer.ts";
import {
  ARRIVED,
  BALKED_AT,
  CALLED,
  DROPPED_AT,
  ENDED,
  type EventLog,
  GAVE_UP_AT,
  INTERRUPTED,
  JOINED,
  LEFT,
  REFUSED_AT,
  STARTED,
  SWITCHED,
  TURNED_AWAY_AT,
} from "./event-log.ts";
import {expressHelps} from "./express.ts";
import {Fairness} from "./fairness.ts";
import {dropsFor} from "./full-room.ts";
import {forwardLine, nextClassGoes} from "./gate.ts";
import {idlePlaceFor, lineForPlace, lineOfBestHead, nextLine} from "./heads.ts";
import {someoneInterrupts} from "./interrupting.ts";
import {LaneChoice} from "./lanes.ts";
import {hasUnhappyLast, LastInLine} from "./last-in-line.ts";
import {type Line, lineWithSomebody} from "./lines.ts";
import {Needs} from "./needs.ts";
import {staffWanted} from "./opening.ts";
import type {LongRunSeries} from "./long-run-series.ts";
import {Recorder, VISIT_SCOPE} from "./recorder.ts";
import type {Replication} from "./replication.ts";
import {BUSY, IDLE_WAITING, PLACE_AREA, STAFF_OVERTIME, STAFFED, SYSTEM_AREA, WAITING_AREA, WALKING as WALKING_TIME} from "./row.ts";
import {hasWaiting, lineOf, Staffing} from "./staffing.ts";
import {hasChoiceToStay, Staying} from "./staying.ts";
import {Clock, HELD, IDLE, LANES, PLACES, Place, POOL, RELEASED, Station, Step, WINDOWS} from "./station.ts";
import {shortestFor, someoneSwitches} from "./switching.ts";
import {someoneGoesToWindow} from "./window-places.ts";

const MOST_EVENTS_AT_ONCE = 1_000_000;
const MOST_RETURNS = 100_000; // of one customer to the head of the line, in one visit to a station
export const MOST_PEOPLE = 10_000_000;
// Instead of how long somebody waited at the station.
const NOT_CALLED = -1; // yet
const NOT_SERVED = -2; // called, but interrupted on the way to the window
export const LONGEST_TAIL = 10; // lengths of the run: how long people of the counted window may take to leave

/** A change of the schedule: of a station's staff, of one server's, of lunch, or (no station) the closing. */
interface Change {
  at: number; // seconds
  kind: typeof CLOSING | typeof STAFF | typeof COMES | typeof GOES | typeof BREAKS_OFF | typeof LUNCH_BEGINS;
  station: Station | null;
  staff: number; // servers; place of the one server
  until: number; // seconds; of a break
}
const CLOSING = 0,
  STAFF = 1,
  COMES = 2,
  GOES = 3,
  BREAKS_OFF = 4,
  LUNCH_BEGINS = 5;

export class Simulation {
  private readonly model: Model;
  private readonly calendar = new Calendar((rank, subject, sequence) => this.isStale(rank, subject, sequence));
  private readonly needs: Needs;
  private readonly lanes: LaneChoice;
  private readonly staffing: Staffing;
  private readonly staying: Staying | null; // null: everyone stays
  private readonly lastInLine: LastInLine | null; // null: nobody minds
  private readonly recorder: Recorder;
  private readonly arrivals: Arrivals[];
  private readonly booked: BookedSums | null; // of those with an appointment
  private bookedPeople = 0; // positions in all books; numbers of others begin here
  private nextArrivals: Arrivals; // of the source that brings somebody next
  private member: Row = -1; // of a population, who is coming
  private readonly stations: Station[];
  private readonly steps: Step[];
  private readonly firstSteps: Step[]; // by class
  private readonly ranks: number[]; // by class
  private readonly walkFactors: number[]; // by class: times the walk of others
  private readonly callers: (Station | Place)[] = []; // whose CALL events they are
  private readonly orderDraws: Stream[] = [];
  private readonly changes: Change[] = []; // in the order in which they are scheduled
  private readonly customers: Customer[] = []; // every object there is
  private free: Customer | null = null; // the first of those whose customer has left, along `next`
  // What of the model the loop asks often.
  private readonly isDay: boolean;
  private readonly isSingleVisit: boolean;
  private readonly hasPasses: boolean;
  private readonly hasPopulations: boolean;
  private readonly doorClosesAt: number; // seconds; Infinity in a long run
  private readonly lastCustomer: number; // customers; Infinity where time ends the run

  private log: EventLog | null = null;
  private readonly series: LongRunSeries | null;
  private readonly fairness: Fairness | null;
  private isWatched = false; // somebody wants to hear what happens: the log, or `fairness`
  private readonly clock = new Clock();
  private period = 0; // that newcomers count in; -1: not counted
  private clockPeriod = 0; // that areas count in
  private eventsNow = 0; // at this instant
  private arrivalsScheduled = 0; // so far
  private admitted = 0; // customers at the door so far
  private countedHere = 0; // counted customers in the place
  private isWindowOver = false; // of a long run by time
  private isUnsettledSomewhere = false;
  private isLastIn = false; // of a long run by customers
  private lastDeparture = Number.NaN; // seconds
  private windowFrom = Number.NaN; // of the areas, seconds
  private windowTo = Number.NaN;
  private presence = Number.NaN; // person seconds waited, added up customer by customer
  private waitingTotal = Number.NaN; // the same, from the areas
  private inPlace = 0; // people
  private placeArea = Number.NaN; // person seconds in the counted window
  private placeChange = Number.NaN; // seconds

  constructor(model: Model) {
    const {horizon, names, seed} = model;
    this.model = model;
    this.needs = new Needs(model);
    this.staying = hasChoiceToStay(model) ? new Staying(model, this.needs) : null; // before the columns of needs are counted
    this.recorder = new Recorder(model);
    this.series = this.recorder.series;
    this.isDay = horizon.isDay;
    this.isSingleVisit = this.recorder.layout.isSingleVisit;
    this.hasPasses = model.steps.some((step) => step.branchTo.length > 1);
    this.hasPopulations = model.sources.some(({process}) => process === POPULATION);
    this.doorClosesAt = horizon.isDay ? horizon.endsAt : Infinity;
    this.lastCustomer = horizon.customers;
    this.staffing = new Staffing(this);
    this.lastInLine = hasUnhappyLast(model) ? new LastInLine(model, this.calendar, this.clock) : null;
    this.lanes = new LaneChoice(this.needs, this.clock, this.doorClosesAt);
    this.stations = model.stations.map((table, row) => {
      let draws: Stream | null = null;
      if (table.order === RANDOM_ORDER) {
        draws = new Stream({kind: "uniform", from: 0, to: 1}, deriveKey(seed, "order", names.stations[row]));
        this.orderDraws.push(draws);
      }
      const station = new Station(model, row, this.clock, draws, this.callers);
      if (table.crew) station.crew = new Crew(station, seed, names.stations[row], this.needs, this.clock, this);
      return station;
    });
    this.fairness = model.measures.groups.fairness ? new Fairness(this.stations, this.clock, this.isSingleVisit) : null;
    for (const station of this.stations) this.addStaffChanges(station);
    if (horizon.isDay) this.changes.push({at: horizon.endsAt, kind: CLOSING, station: null, staff: 0, until: 0});
    this.steps = model.steps.map((table, row) => new Step(row, table.does));
    for (const [row, table] of model.steps.entries()) {
      this.steps[row].station = table.does === VISIT ? this.stations[table.station] : null;
      this.steps[row].next = table.next < 0 ? null : this.steps[table.next];
    }
    this.firstSteps = model.classes.map((table) => this.steps[table.firstStep]);
    this.arrivals = model.sources.map((source, row) => new Arrivals(source, seed, names.sources[row], this.bookingOf(row)));
    this.nextArrivals = this.arrivals[0];
    this.booked = model.sources.some(({book}) => book !== undefined)
      ? new BookedSums(model, this.recorder.layout, this.clock, this.stations)
      : null;
    this.ranks = model.classes.map((table) => table.priority);
    this.walkFactors = model.classes.map(({walkFactor = 1}) => walkFactor);
  }

  private bookingOf(source: Row): Booking | null {
    const {model, needs, recorder} = this;
    const {book} = model.sources[source];
    if (book === undefined) return null;
    const scratch = new Customer(-1, needs.columns, 0, this.steps[0], recorder.book(0, VISIT_SCOPE, 0));
    const numbers = {first: this.bookedPeople, sum: recorder.layout.positions.findIndex((position) => position.source === source)};
    this.bookedPeople += book.people;
    return new Booking(book, {seed: model.seed, name: model.names.sources[source]}, numbers, needs, scratch);
  }

  /** Only what can happen: the value in force at the start, and changes before closing. */
  private addStaffChanges(station: Station): void {
    const {startsAt, endsAt, isDay} = this.model.horizon;
    const {staffAt, staff} = station.table;
    if (station.table.crew?.hours) return this.addHours(station);
    for (let i = 0; i < staffAt.length; i++) {
      const isOver = i + 1 < staffAt.length && staffAt[i + 1] <= startsAt;
      if (isOver || (isDay && staffAt[i] >= endsAt)) continue;
      this.changes.push({at: Math.max(startsAt, staffAt[i]), kind: STAFF, station, staff: staff[i], until: 0});
    }
  }

  /** The same for servers with hours of their own: who comes and goes, from the left; then their breaks, from the left; then lunch. */
  private addHours(station: Station): void {
    const {startsAt, endsAt, isDay} = this.model.horizon;
    const {hours, lunch} = station.table.crew!;
    const add = (at: number, kind: Change["kind"], staff: number, until: number) => {
      if (at < (isDay ? endsAt : Infinity)) this.changes.push({at: Math.max(startsAt, at), kind, station, staff, until});
    };
    for (const [place, {from, to}] of hours!.entries()) {
      for (let i = 0; i < from.length; i++) {
        if (to[i] <= startsAt) continue;
        add(from[i], COMES, place, to[i]);
        add(to[i], GOES, place, 0);
      }
    }
    for (const [place, {breakFrom, breakTo}] of hours!.entries())
      for (let i = 0; i < breakFrom.length; i++) if (breakTo[i] > startsAt) add(breakFrom[i], BREAKS_OFF, place, breakTo[i]);
    if (lunch !== null && lunch.to > startsAt) add(lunch.from, LUNCH_BEGINS, 0, lunch.to);
  }

  lend(): void {
    this.recorder.lend();
  }

  /** One history, from empty. `log`, if given, receives what happens. */
  replicate(index: number, log: EventLog | null = null): Replication {
    this.log = log;
    this.isWatched = log !== null || this.fairness !== null;
    this.restart(index);
    const {calendar, clock} = this;
    for (;;) {
      const at = calendar.nextTime();
      const arrivalAt = this.nextArrivals.at;
      if (this.isUnsettledSomewhere && at > clock.now && arrivalAt > clock.now) {
        this.settle(); // may start a service, of no time at all perhaps
        continue;
      }
      if (arrivalAt < at) {
        this.comeTo(arrivalAt);
        this.customersArrive(this.nextArrivals);
        if (this.isWindowOver && this.isOver()) break;
        continue;
      }
      if (!calendar.next()) break;
      if (this.isStale(calendar.rank, calendar.subject, calendar.sequence)) continue; // nothing happens: the clock stays
      this.comeTo(at);
      if (calendar.subject < 0) {
        this.crewHappens(calendar.rank, this.callers[~calendar.subject]);
        continue;
      }
      switch (calendar.rank) {
        case SERVICE_END:
          this.serviceEnds(this.customers[calendar.subject]);
          break;
        case PATIENCE:
          this.patienceEnds(this.customers[calendar.subject]);
          break;
        case CALL:
          this.releasedServerCalls(this.callers[calendar.subject]);
          break;
        case TIMER:
          this.timeIsUp(this.customers[calendar.subject]);
          break;
        case SCHEDULE:
          this.scheduleChanges(this.changes[calendar.subject]);
          break;
        case PERIOD:
          this.periodRollsOver(calendar.subject);
          break;
      }
      if (this.isWindowOver && this.isOver()) break;
    }
    return this.finish(index);
  }

  /** A long run by time ends when everybody counted has left. */
  private isOver(): boolean {
    if (this.clock.now > LONGEST_TAIL * this.model.horizon.endsAt) {
      throw new RangeError(`${this.countedHere} customers never leave: there the line only grows, or nobody serves them`);
    }
    return this.countedHere === 0;
  }

  private comeTo(time: number): void {
    if (time > this.clock.now) {
      this.clock.now = time;
      this.eventsNow = 0;
    } else if (++this.eventsNow > MOST_EVENTS_AT_ONCE) this.refuseEndlessInstant();
  }

  // ---- beginning and end

  private restart(index: number): void {
    const {model, calendar} = this;
    const {startsAt} = model.horizon;
    calendar.clear();
    this.recorder.clear();
    this.needs.restart(index);
    this.lastInLine?.restart();
    for (const draws of this.orderDraws) draws.restart(index);
    for (const station of this.stations) {
      station.restart(startsAt);
      station.crew?.restart(index);
    }
    this.fairness?.clear();
    this.free = null;
    for (let i = this.customers.length - 1; i >= 0; i--) {
      this.customers[i].pending = -1; // nobody is on the way any more
      this.setFree(this.customers[i]);
    }
    this.clock.now = startsAt;
    this.admitted = this.bookedPeople;
    this.arrivalsScheduled = this.countedHere = this.inPlace = 0;
    this.booked?.clear();
    this.placeArea = this.presence = this.waitingTotal = 0;
    this.placeChange = this.lastDeparture = startsAt;
    this.clock.isAfterHours = this.isWindowOver = this.isUnsettledSomewhere = this.isLastIn = false;
    this.startPeriods();
    for (let i = 0; i < this.changes.length; i++) this.scheduleAt(this.changes[i].at, SCHEDULE, i);
    for (const arrivals of this.arrivals) {
      arrivals.restart(index, startsAt);
      if (this.log !== null) arrivals.booking?.log(this.log);
      if (arrivals.population !== null)
        for (let member = 0; member < arrivals.population.members; member++) this.memberGoes(arrivals, member);
      this.scheduleArrival(arrivals);
    }
  }

  scheduleAt(time: number, rank: number, subject: number): number {
    this.calendar.due = time;
    return this.calendar.schedule(rank, subject);
  }

  /** A server calls when the staff of this instant is settled. */
  scheduleCall(caller: number): void {
    this.calendar.due = this.clock.now;
    this.calendar.schedule(CALL, caller);
  }

  private startPeriods(): void {
    const {horizon, measures} = this.model;
    this.windowFrom = horizon.startsAt;
    this.windowTo = horizon.endsAt;
    this.period = this.clockPeriod = horizon.isDay ? 0 : -1;
    if (horizon.isDay) {
      if (measures.periodAt.length > 2) this.scheduleAt(measures.periodAt[1], PERIOD, 1);
    } else if (horizon.customers === Infinity) {
      this.windowFrom = horizon.warmUp;
      this.scheduleAt(horizon.warmUp, PERIOD, 0);
    }
  }

  /** Half hours of a day; in a long run by time the counted window (0) and what follows (1). */
  private periodRollsOver(entered: number): void {
    const {horizon, measures} = this.model;
    if (horizon.isDay) {
      this.enterClockPeriod(entered);
      this.period = entered;
      if (entered + 2 < measures.periodAt.length) this.scheduleAt(measures.periodAt[entered + 1], PERIOD, entered + 1);
      return;
    }
    this.isWindowOver = entered === 1;
    this.period = this.isWindowOver ? -1 : 0;
    this.enterClockPeriod(this.period);
    if (entered === 0) this.scheduleAt(horizon.endsAt, PERIOD, 1);
  }

  private enterClockPeriod(entered: number): void {
    this.closeBooks();
    this.clockPeriod = entered;
  }

  private finish(index: number): Replication {
    if (!this.isWindowOver) for (const station of this.stations) this.turnAwayWaiting(station);
    this.closeBooks();
    const {horizon} = this.model;
    const {layout} = this.recorder;
    const overtime = horizon.isDay ? Math.max(0, this.lastDeparture - horizon.endsAt) : 0;
    const replication = this.recorder.finish(index, [0, overtime, this.windowTo - this.windowFrom, this.placeArea]);
    replication.row[layout.day(0)] = replication.row[layout.overall(0, 0)];
    this.booked?.writeTo(replication.row, this.lastDeparture);
    if (this.isSingleVisit) replication.row[layout.day(PLACE_AREA)] = replication.row[layout.clock(0, SYSTEM_AREA)];
    const presence = this.presence + this.presenceOfThoseLeft();
    requireConservation(replication, layout, {waitingArea: this.waitingTotal, presence}, this.model);
    return replication;
  }

  /** A long run by time may end with uncounted people in line. */
  private presenceOfThoseLeft(): number {
    let presence = 0;
    for (const station of this.stations) {
      for (const lines of groupsOf(station)) {
        for (const line of lines) {
          for (let customer = line.last(); customer !== null; customer = line.last()) {
            line.remove(customer);
            presence += this.clock.now - customer.waitingSince;
          }
        }
      }
    }
    for (const {state, pending, waitingSince} of this.customers) {
      if (state === CHANGING && pending >= 0) presence += this.clock.now - waitingSince;
    }
    return presence;
  }

  // ---- arriving and moving on

  /** Sources wait outside the calendar: at one instant they come after everything in it, in the order of scheduling. */
  private scheduleArrival(arrivals: Arrivals): void {
    arrivals.next();
    if (arrivals.at >= this.doorClosesAt && !this.isExpected(arrivals)) arrivals.at = Infinity;
    this.findNextArrivals(arrivals);
  }

  /** Who has an appointment is let in even after closing, where everyone is served. */
  private isExpected({booking}: Arrivals): boolean {
    return booking !== null && this.model.horizon.closing === FINISH_EVERYONE;
  }

  private findNextArrivals(scheduled: Arrivals): void {
    if (this.arrivals.length === 1) return;
    scheduled.sequence = scheduled.population === null ? this.arrivalsScheduled++ : scheduled.population.sequence;
    let next = scheduled;
    for (const other of this.arrivals) {
      if (other.at < next.at || (other.at === next.at && other.sequence < next.sequence)) next = other;
    }
    this.nextArrivals = next;
  }

  private customersArrive(arrivals: Arrivals): void {
    const {entry} = arrivals;
    const batch = arrivals.nextBatch();
    this.member = arrivals.population === null ? -1 : arrivals.population.comes();
    if (this.admitted + batch < this.lastCustomer) this.scheduleArrival(arrivals);
    else {
      for (const source of this.arrivals) source.at = Infinity; // the last ones
      this.isLastIn = true;
    }
    for (let i = 0; i < batch && this.admitted < this.lastCustomer; i++) {
      if (this.lastCustomer < Infinity) this.countByNumber();
      this.admit(arrivals, entry);
    }
  }

  /** A long run by customers: the window of the areas goes from the first counted arrival to the last. */
  private countByNumber(): void {
    if (this.admitted === this.model.horizon.warmUpCustomers) {
      this.enterClockPeriod(0);
      this.period = 0;
      this.windowFrom = this.clock.now;
    }
    if (this.admitted === this.lastCustomer - 1) {
      this.enterClockPeriod(-1);
      this.windowTo = this.clock.now;
    }
  }

  private admit(arrivals: Arrivals, entry: number): void {
    const {period} = this;
    const customer = this.free ?? this.newCustomer();
    this.free = customer.next;
    if (this.hasPopulations) {
      customer.home = arrivals.population === null ? null : arrivals;
      customer.member = this.member;
    }
    if (arrivals.booking !== null) arrivals.booking.giveTo(customer, entry);
    else {
      const listed = entry < 0 ? -1 : arrivals.table.listClass[entry];
      customer.number = this.admitted++;
      customer.classRow = listed < 0 ? this.classOf(arrivals) : listed;
      if (customer.home === null) this.needs.draw(customer);
      else this.drawOfMember(customer, arrivals);
      if (entry >= 0) this.takeFromList(arrivals, entry, customer);
      if (this.booked !== null) customer.appointment = Number.NaN;
    }
    const {classRow} = customer;
    customer.rank = this.ranks[classRow];
    customer.visits = 0;
    customer.interruptions = 0;
    customer.wasOvertaken = 0;
    customer.pending = -1;
    customer.cameAt = this.clock.now;
    customer.totalWait = 0;
    customer.isCounted = period >= 0;
    if (period >= 0) this.countedHere++;
    const book = this.recorder.book(period, VISIT_SCOPE, classRow);
    book.offered++;
    customer.visitBook = book;
    customer.joinBook = book;
    if (this.hasPasses) customer.passes.fill(0);
    if (!this.isSingleVisit) this.placeChanges(1);
    if (this.isWatched) this.tellArrival(customer, arrivals);
    this.enter(customer, this.firstSteps[classRow]);
  }

  private classOf(arrivals: Arrivals): Row {
    return arrivals.population === null ? arrivals.nextClass() : arrivals.classOfMember(this.member);
  }

  /** The needs of a member of a population are its own, by how often it has come. */
  private drawOfMember(customer: Customer, arrivals: Arrivals): void {
    this.needs.drawOfMember(customer, this.arrivals.indexOf(arrivals), arrivals.population!.comings[this.member] - 1);
  }

  /** A member of a population is away from now on. */
  private memberGoes(arrivals: Arrivals, member: Row): void {
    arrivals.population!.goes(member, this.clock, this.arrivalsScheduled++);
    if (!this.isLastIn) this.scheduleArrival(arrivals);
  }

  private setFree(customer: Customer): void {
    customer.next = this.free;
    this.free = customer;
  }

  private newCustomer(): Customer {
    if (this.customers.length === MOST_PEOPLE) throw new RangeError("more than ten million people are waiting: there the line only grows");
    const passColumns = this.hasPasses ? this.steps.length : 0;
    const customer = new Customer(
      this.customers.length,
      this.needs.columns,
      passColumns,
      this.steps[0],
      this.recorder.book(0, VISIT_SCOPE, 0),
    );
    this.customers.push(customer);
    return customer;
  }

  private takeFromList(arrivals: Arrivals, entry: number, customer: Customer): void {
    const {listService, listPatience} = arrivals.table;
    if (!Number.isNaN(listPatience[entry])) customer.patience = listPatience[entry];
    if (!Number.isNaN(listService[entry])) this.needs.override(customer, this.firstSteps[customer.classRow], listService[entry]);
  }

  /** Leaves a step for the next one. */
  private advance(customer: Customer): void {
    this.enter(customer, this.stepAfter(customer, customer.step));
  }

  private stepAfter(customer: Customer, step: Step): Step {
    if (step.next !== null) return step.next;
    return this.steps[this.needs.branch(customer, step, customer.passes[step.row] - 1)]; // the pass that chooses was counted on entering
  }

  private enter(customer: Customer, first: Step): void {
    for (let step = first; ; step = this.stepAfter(customer, step)) {
      customer.step = step;
      const pass = this.hasPasses ? customer.passes[step.row]++ : 0;
      switch (step.does) {
        case VISIT:
          return this.join(customer, step.station!, pass);
        case DELAY:
          customer.state = DELAYED;
          this.needs.giveWork(customer, step, pass);
          this.calendar.due = this.clock.now + customer.work;
          customer.pending = this.calendar.schedule(TIMER, customer.row);
          return;
        case LEAVE:
          return this.leave(customer);
        case CHOOSE:
          break;
      }
    }
  }

  private join(customer: Customer, station: Station, pass: number): void {
    if (!this.isSingleVisit) this.openStationBook(customer, station);
    const isFull = station.waiting + station.busy + station.walking >= station.room;
    const dropped = isFull && station.table.dropsLowest ? dropsFor(customer, station) : null;
    if (isFull && dropped === null) return this.refuse(customer, station);
    if (station.table.expressLanes > 0) this.needs.foreseeWork(customer, customer.step, pass);
    customer.place = station.mode === LANES ? station.places[this.lanes.laneFor(customer, station, pass)] : null;
    if (this.staying?.turnsRound(customer, station)) return this.balk(customer, station);
    if (dropped !== null) this.drop(dropped, station);
    customer.visits++;
    customer.joinedAt = this.clock.now;
    customer.waitingSince = this.clock.now;
    customer.joinOrder = station.joins++;
    customer.waited = NOT_CALLED;
    customer.isOvertaken = 0;
    customer.returns = 0;
    this.needs.giveWork(customer, customer.step, pass);
    if (station.isByDue) this.needs.giveDue(customer);
    if (this.isWatched) this.tell(JOINED, customer, station);
    this.customerSeeksServer(customer, station);
  }

  /** Outcomes count in the period of joining; in a long run everything of a customer counts, or nothing. */
  private openStationBook(customer: Customer, station: Station): void {
    const period = this.isDay ? this.period : customer.isCounted ? 0 : -1;
    customer.joinBook = this.recorder.book(period, station.row + 1, customer.classRow);
    customer.joinBook.offered++;
  }

  /** Out of the last step. */
  private leave(customer: Customer): void {
    if (!this.isSingleVisit) {
      customer.stay = this.clock.now - customer.cameAt;
      customer.visitBook.visitDone(customer);
    }
    if (this.series !== null) this.series.visitDone(customer);
    if (this.booked !== null) {
      if (this.isSingleVisit) customer.totalWait = customer.waited;
      this.booked.finished(customer);
    }
    this.depart(customer);
  }

  private depart(customer: Customer): void {
    if (this.isWatched) this.tell(LEFT, customer, null);
    if (!this.isSingleVisit) this.placeChanges(-1);
    if (customer.isCounted) this.countedHere--;
    this.lastDeparture = this.clock.now;
    if (this.booked !== null) this.booked.departs();
    customer.pending = -1;
    if (customer.home !== null) this.memberGoes(customer.home, customer.member);
    this.setFree(customer);
  }

  // ---- matching

  /** A customer looks for a server: the first half of matching. */
  private customerSeeksServer(customer: Customer, station: Station): void {
    station.areasUpToNow();
    if (station.mode === LANES) {
      const lane = customer.place!;
      station.people[lane.index]++;
      if (lane.state === IDLE && !station.isGated) return this.callToPlace(customer, station, lane);
    } else if (station.idle > 0 && !station.isGated) {
      if (station.mode === POOL) {
        station.idle--;
        return this.call(customer, station);
      }
      if (station.mode === PLACES) return this.windowOrLine(customer, station);
      const place = idlePlaceFor(customer, station);
      if (place !== null) return this.callToPlace(customer, station, place);
    }
    this.waitInLine(customer, station);
  }

  /** Some window with places is idle. */
  private windowOrLine(customer: Customer, station: Station): void {
    if (lineWithSomebody(station.lines) !== null) return this.waitInLine(customer, station);
    const place = idlePlaceFor(customer, station)!;
    station.people[place.index]++;
    this.callToPlace(customer, station, place);
  }

  private waitInLine(customer: Customer, station: Station): void {
    if (this.turnsAwayNow()) return this.turnAway(customer, station);
    customer.state = WAITING;
    this.waitingRises(station, customer);
    lineOf(customer, station).append(customer);
    let patience = customer.visits === 1 ? customer.patience : this.needs.patienceAgain(customer);
    if (this.staying !== null && this.model.classes[customer.classRow].patienceBeyondAnnounced) patience += customer.announced;
    const isEarly = customer.appointment > this.clock.now; // no impatience before one's time
    if (station.hasChangers) customer.patienceEndsAt = (isEarly ? customer.appointment : this.clock.now) + patience;
    if (patience < Infinity) {
      this.calendar.due = (isEarly ? customer.appointment : this.clock.now) + patience;
      customer.pending = this.calendar.schedule(PATIENCE, customer.row);
    }
    if (this.lastInLine !== null) {
      this.lastInLine.begins(customer, patience);
      this.lastInLine.joined(customer, customer.place ?? station);
    }
  }

  private turnsAwayNow(): boolean {
    return this.clock.isAfterHours && this.model.horizon.closing !== FINISH_EVERYONE;
  }

  /** A server of a pool looks for a customer: the other half. */
  private serverSeeksCustomer(station: Station): void {
    const line = this.nextOfPool(station);
    if (line === null) {
      station.idle++;
      if (station.isGated) this.mayUnsettle(station);
      return;
    }
    this.call(this.takeFromLine(line, station), station);
  }

  private nextOfPool(station: Station): Line | null {
    if (station.isGated) return forwardLine(station, station.lines);
    return station.hasClassLists ? lineOfBestHead(station, station.lines) : lineWithSomebody(station.lines);
  }

  /** The same for a window or a lane. */
  private placeSeeksCustomer(station: Station, place: Place): void {
    const line = lineForPlace(station, place);
    if (station.mode === PLACES && hasWaiting(station, place)) return this.takeFromWindow(line, station, place);
    if (line !== null) return this.holdFor(this.takeFromLine(line, station), station, place);
    if (!place.isOpen) return place.switchOff();
    place.state = IDLE;
    place.isCold = true;
    station.idle++;
    if (station.isGated) this.mayUnsettle(station);
  }

  private takeFromLine(line: Line, station: Station): Customer {
    const customer = line.first()!;
    line.remove(customer);
    this.waitingFalls(station, customer);
    this.leftLine(customer, station);
    return customer;
  }

  private callToPlace(customer: Customer, station: Station, place: Place): void {
    station.idle--;
    this.holdFor(customer, station, place);
  }

  private holdFor(customer: Customer, station: Station, place: Place): void {
    place.state = HELD;
    place.customer = customer;
    customer.place = place;
    this.call(customer, station);
  }

  /** A window with places takes who stands there; nobody does: it is held for who is on the way. */
  private takeFromWindow(line: Line | null, station: Station, place: Place): void {
    const customer = line === null ? place.coming.shift()! : this.takeFromLine(line, station);
    place.state = HELD;
    place.customer = customer;
    this.callOut(customer, station);
    if (line !== null) return this.startService(customer, station);
    this.waitingEnds(customer, station);
    station.walking++;
    customer.state = WALKING;
    this.calendar.due = customer.endsAt;
    customer.pending = this.calendar.schedule(TIMER, customer.row);
  }

  private call(customer: Customer, station: Station): void {
    this.callOut(customer, station);
    if (station.hasWalk) this.walkToWindow(customer, station);
    else this.startService(customer, station);
  }

  /** The customer's turn has come; patience is over. */
  private callOut(customer: Customer, station: Station): void {
    customer.pending = -1;
    if (customer.waited === NOT_CALLED) {
      if (customer.joinOrder < station.latestCalled) customer.isOvertaken = 1;
      else station.latestCalled = customer.joinOrder;
    }
    if (this.isWatched) this.tell(CALLED, customer, station);
  }

  private walkToWindow(customer: Customer, station: Station): void {
    const {walkFirst, walkEach} = station.table;
    let walk = (walkFirst + customer.place!.index * walkEach) * this.walkFactors[customer.classRow];
    if (station.crew !== null) walk += station.crew.setUpTime(customer, customer.place!);
    if (walk === 0) return this.startService(customer, station);
    station.walking++;
    customer.state = WALKING;
    this.calendar.due = this.clock.now + walk;
    customer.pending = this.calendar.schedule(TIMER, customer.row);
  }

  private startService(customer: Customer, station: Station): void {
    station.busy++;
    customer.state = IN_SERVICE;
    if (customer.waited < 0) this.waitEnds(customer);
    if (this.isWatched) this.tell(STARTED, customer, station);
    if (station.crew !== null) station.crew.serviceStarts(customer, customer.place);
    customer.endsAt = this.clock.now + customer.work / station.speed;
    if (station.hasInterruptions && station.mode === POOL) station.inService.push(customer);
    this.calendar.due = customer.endsAt;
    customer.pending = this.calendar.schedule(SERVICE_END, customer.row);
  }

  /** The wait at a station, in seconds; of the booked, it begins with their appointment. */
  private waitEnds(customer: Customer): void {
    customer.waited = this.clock.now - customer.joinedAt;
    if (this.booked !== null) this.booked.leaveOutEarly(customer);
  }

  private serviceEnds(customer: Customer): void {
    const station = customer.step.station!;
    const {place} = customer;
    station.areasUpToNow();
    station.busy--;
    if (station.hasInterruptions && station.mode === POOL) station.inService.splice(station.inService.lastIndexOf(customer), 1);
    if (this.isWatched) this.tell(ENDED, customer, station);
    if (station.crew !== null) station.crew.serviceEnds(customer, place);
    if (place !== null) {
      place.customer = null;
      if (station.mode === LANES || station.mode === PLACES) station.people[place.index]--;
      customer.place = null;
    }
    customer.stay = this.clock.now - customer.joinedAt;
    customer.joinBook.stationDone(customer);
    if (this.series !== null) this.series.stationDone(customer, station.row);
    if (!this.isSingleVisit) {
      customer.totalWait += customer.waited;
      customer.wasOvertaken |= customer.isOvertaken;
    }
    this.advance(customer);
    this.mayUnsettle(station); // fewer people are here, though the server may not be free yet
    if (station.crew?.startsAfterWork(place)) return;
    if (place === null) this.releaseFromPool(station);
    else this.releasePlace(station, place);
  }

  /** A server of a pool is free again: it leaves if the shift is over, and calls only after the staff of this instant is settled. */
  releaseFromPool(station: Station): void {
    this.mayUnsettle(station);
    if (station.onDuty > station.staff) station.leaveDuty();
    else if (this.calendar.hasMoreNow()) {
      station.released++;
      this.scheduleCall(station.caller);
    } else this.serverSeeksCustomer(station);
  }

  releasePlace(station: Station, place: Place): void {
    this.mayUnsettle(station);
    if (station.crew?.goesAway(place)) return;
    if (!place.isOpen && (station.table.leaving !== FINISH || !hasWaiting(station, place))) place.switchOff();
    else if (this.calendar.hasMoreNow()) {
      place.state = RELEASED;
      this.scheduleCall(place.caller);
    } else this.placeSeeksCustomer(station, place);
  }

  private releasedServerCalls(caller: Station | Place): void {
    if (caller instanceof Place) {
      if (caller.state !== RELEASED) return;
      caller.station.areasUpToNow();
      this.placeSeeksCustomer(caller.station, caller);
    } else if (caller.released > 0) {
      caller.areasUpToNow();
      caller.released--;
      this.serverSeeksCustomer(caller);
    }
  }

  /** The walk is done, or the delay. */
  private timeIsUp(customer: Customer): void {
    customer.pending = -1;
    if (customer.state === DELAYED) return this.advance(customer);
    const station = customer.step.station!;
    station.areasUpToNow();
    if (customer.state === CHANGING) return this.arriveAtLine(customer, station);
    station.walking--;
    this.startService(customer, station);
  }

  // ---- leaving without service

  private patienceEnds(customer: Customer): void {
    const station = customer.step.station!;
    this.takeOutOfLine(customer, station);
    this.waitEnds(customer);
    const wait = customer.waited;
    const isOvertaken = customer.joinOrder < station.latestCalled ? 1 : 0;
    if (this.isWatched) this.tell(GAVE_UP_AT, customer, station);
    if (!this.isSingleVisit) customer.joinBook.gaveUp(wait, isOvertaken);
    customer.totalWait += wait;
    customer.visitBook.gaveUp(customer.totalWait, customer.wasOvertaken | isOvertaken);
    if (this.series !== null) this.series.gaveUp(customer, station.row, wait);
    if (this.booked !== null) this.booked.finished(customer);
    this.depart(customer);
  }

  private takeOutOfLine(customer: Customer, station: Station): void {
    const {place} = customer;
    if (customer.state === CHANGING) {
      removeFrom(place!.coming, customer);
      this.waitingEnds(customer, station);
    } else {
      lineOf(customer, station).remove(customer);
      station.areasUpToNow();
      this.waitingFalls(station, customer);
      this.leftLine(customer, station);
    }
    if (place !== null) station.people[place.index]--;
    this.mayUnsettle(station);
  }

  /** Who stands last may be somebody else now; who waits at a window has the whole line behind them. */
  private leftLine({place}: Customer, station: Station): void {
    if (this.lastInLine !== null && (station.mode !== PLACES || place === null)) this.lastInLine.left(place ?? station);
  }

  /** Never joined: turned round at the line they had looked at. */
  private balk(customer: Customer, station: Station): void {
    if (this.isWatched) this.tell(BALKED_AT, customer, station);
    customer.place = null;
    if (!this.isSingleVisit) customer.joinBook.balked++;
    customer.visitBook.balked++;
    this.series?.lost(customer);
    this.depart(customer);
  }

  /** Somebody of a higher class finds no other room. */
  private drop(customer: Customer, station: Station): void {
    this.takeOutOfLine(customer, station);
    if (this.isWatched) this.tell(DROPPED_AT, customer, station);
    this.series?.lostInLine(customer, station.row);
    this.isRefused(customer);
  }

  private refuse(customer: Customer, station: Station): void {
    customer.place = null;
    if (this.isWatched) this.tell(REFUSED_AT, customer, station);
    this.isRefused(customer);
  }

  private isRefused(customer: Customer): void {
    customer.place = null;
    if (!this.isSingleVisit) customer.joinBook.refused++;
    customer.visitBook.refused++;
    this.series?.lost(customer);
    this.depart(customer);
  }

  /** Not in a line any more, or never was. */
  private turnAway(customer: Customer, station: Station): void {
    if (this.isWatched) this.tell(TURNED_AWAY_AT, customer, station);
    if (customer.place !== null) station.people[customer.place.index]--;
    customer.place = null;
    if (!this.isSingleVisit) customer.joinBook.turnedAway++;
    customer.visitBook.turnedAway++;
    this.series?.lostInLine(customer, station.row);
    this.series?.lost(customer);
    this.depart(customer);
  }

  private turnAwayWaiting(station: Station): void {
    station.areasUpToNow();
    const groups = groupsOf(station);
    for (const lines of groups) {
      for (let line = nextLine(station, lines); line !== null; line = nextLine(station, lines))
        this.turnAway(this.takeFromLine(line, station), station);
    }
  }

  // ---- schedules

  private scheduleChanges({kind, station, staff, until}: Change): void {
    if (station === null) return this.close();
    if (kind === STAFF) return this.staffing.change(station, staff);
    if (kind === LUNCH_BEGINS) return station.crew!.sendToLunch();
    const place = station.places[staff];
    if (kind === BREAKS_OFF) station.crew!.breakIsDue(place, until);
    else this.staffing.changePerson(station, place, kind === COMES);
  }

  /** After-work, breaks and breakdowns of servers. */
  private crewHappens(rank: number, caller: Station | Place): void {
    if (caller instanceof Place) caller.station.crew!.happens(rank, caller);
    else caller.crew!.happens(rank, null);
  }

  /** Nobody comes any more. */
  isDoorShut(): boolean {
    if (this.clock.isAfterHours || this.isLastIn) return true;
    return !this.isDay && !this.hasPopulations && this.nextArrivals.at === Infinity;
  }

  private close(): void {
    for (const station of this.stations) station.staffUpToNow();
    this.clock.isAfterHours = true;
    if (this.model.horizon.closing !== FINISH_EVERYONE) for (const station of this.stations) this.turnAwayWaiting(station);
  }

  /** The shift has ended, the server is away, or somebody goes first: the customer goes back to the head of the line. */
  interrupt(customer: Customer, station: Station, rule: number): void {
    if (customer.state === WALKING) station.walking--;
    else station.busy--;
    if (this.isWatched) this.tell(INTERRUPTED, customer, station);
    if (++customer.returns > MOST_RETURNS) this.refuseEndlessJob(station);
    if (customer.waited < 0) customer.waited = NOT_SERVED; // was still walking up
    customer.pending = -1;
    customer.waitingSince = this.clock.now;
    if (customer.state === IN_SERVICE) {
      customer.interruptions++;
      if (rule === RESUME) customer.work = (customer.endsAt - this.clock.now) * (station.crew === null ? station.speed : customer.speed);
      else if (rule === RESAMPLE) customer.work = this.needs.resample(customer);
    }
    customer.state = WAITING;
    if (station.hasChangers) customer.patienceEndsAt = Infinity;
    if (station.mode === PLACES) station.people[customer.place!.index]--;
    if (station.hasWalk) customer.place = null;
    this.waitingRises(station, customer);
    if (!station.hasWalk) this.restoreToLine(customer, station); // windows: when all are settled
  }

  /** Back to the head. */
  restoreToLine(customer: Customer, station: Station): void {
    lineOf(customer, station).restore(customer);
    this.lastInLine?.joined(customer, customer.place ?? station);
  }

  /** The head of a line takes the server of somebody of a lower class. */
  takeOver(line: Line, inHand: Customer, station: Station): void {
    const {place} = inHand;
    station.areasUpToNow();
    this.interrupt(inHand, station, station.table.interrupt);
    const customer = this.takeFromLine(line, station);
    if (place === null) {
      station.inService.splice(station.inService.lastIndexOf(inHand), 1);
      this.call(customer, station);
    } else this.holdFor(customer, station, place);
    if (station.mode !== WINDOWS) return;
    this.restoreToLine(inHand, station);
    this.staffing.releaseIdle(station); // one that is kept for their class may be
  }

  /** The window has closed: who waits there, or is on the way, goes back to the head of the one line. */
  sendBack(customer: Customer, station: Station): void {
    const place = customer.place!;
    if (customer.state === CHANGING) {
      removeFrom(place.coming, customer);
      customer.state = WAITING;
      this.awaitPatience(customer);
    } else {
      place.lines[0].remove(customer);
      station.waitingIn[place.index]--;
    }
    station.people[place.index]--;
    customer.place = null;
    if (this.isWatched) this.tell(SWITCHED, customer, station);
    this.restoreToLine(customer, station);
  }

  /** Patience, after the way between two lines. */
  private awaitPatience(customer: Customer): void {
    customer.pending = -1;
    if (customer.patienceEndsAt === Infinity) return;
    this.calendar.due = customer.patienceEndsAt;
    customer.pending = this.calendar.schedule(PATIENCE, customer.row);
  }

  // ---- lanes

  mayUnsettle(station: Station): void {
    if (!station.settles) return;
    station.isUnsettled = true;
    this.isUnsettledSomewhere = true;
  }

  /** When nothing else is left at this instant: one person, or one server, at a time. docs/conventions.md, "When all else is over". */
  private settle(): void {
    for (const station of this.stations) {
      if (!station.isUnsettled) continue;
      if (this.somebodyMoves(station)) return;
      station.isUnsettled = false;
    }
    this.isUnsettledSomewhere = false;
  }

  private somebodyMoves(station: Station): boolean {
    const {mode, table} = station;
    if (station.interrupts && someoneInterrupts(station, this)) return true;
    if (mode === PLACES && someoneGoesToWindow(station, this)) return true;
    if (table.expressHelps && expressHelps(station, this)) return true;
    if (table.opensAt > 0 && this.opensOrCloses(station)) return true;
    if (station.isGated && nextClassGoes(station, this)) return true;
    return mode === LANES && table.switchAt > 0 && someoneSwitches(station, this);
  }

  private opensOrCloses(station: Station): boolean {
    if (this.clock.isAfterHours) return false; // the staff of that moment stays
    const wanted = staffWanted(station);
    if (wanted === station.staff) return false;
    this.staffing.set(station, wanted);
    return true;
  }

  /** Somebody leaves a line for the end of a lane's. */
  moveTo(from: Line, customer: Customer, station: Station, lane: Place): void {
    this.leaveLineFor(from, customer, station, lane);
    if (lane.state === IDLE) {
      this.waitingEnds(customer, station);
      return this.callToPlace(customer, station, lane);
    }
    this.standIn(lane, customer, station);
  }

  /** The same, or for a place at a window, with the walk that it takes; an idle window is held for who walks there. */
  setOutFor(from: Line, customer: Customer, station: Station, lane: Place): void {
    const {walkFirst, walkEach, switchCost} = station.table;
    const distance = station.mode === LANES ? switchCost : walkFirst + lane.index * walkEach;
    const walk = distance * this.walkFactors[customer.classRow];
    if (walk === 0 || (station.mode === PLACES && lane.state === IDLE)) return this.moveTo(from, customer, station, lane);
    this.leaveLineFor(from, customer, station, lane);
    if (station.mode === PLACES) lane.coming.push(customer);
    customer.state = CHANGING;
    this.lastInLine?.isBetweenLines(customer);
    customer.endsAt = this.clock.now + walk;
    if (customer.patienceEndsAt < customer.endsAt) return; // gives up on the way
    this.calendar.due = customer.endsAt;
    customer.pending = this.calendar.schedule(TIMER, customer.row);
  }

  private leaveLineFor(from: Line, customer: Customer, station: Station, lane: Place): void {
    from.remove(customer);
    const {place} = customer;
    this.leftLine(customer, station);
    if (place !== null) {
      station.people[place.index]--;
      station.waitingIn[place.index]--;
    }
    customer.place = lane;
    station.people[lane.index]++;
    if (this.isWatched) this.tell(SWITCHED, customer, station);
  }

  private standIn(lane: Place, customer: Customer, station: Station): void {
    station.waitingIn[lane.index]++;
    lineOf(customer, station).append(customer);
    this.mayUnsettle(station);
    if (this.lastInLine === null) return;
    if (station.mode === PLACES) this.lastInLine.isBetweenLines(customer);
    else this.lastInLine.joined(customer, lane);
  }

  /** The way between two lines is done. A lane that has closed meanwhile takes nobody: on to the shortest that is open. */
  private arriveAtLine(customer: Customer, station: Station): void {
    const set = customer.place!;
    if (station.mode === PLACES) removeFrom(set.coming, customer);
    else if (!set.isOpen && station.staff > 0) {
      station.people[set.index]--;
      customer.place = shortestFor(customer, station);
      station.people[customer.place.index]++;
      if (this.isWatched) this.tell(SWITCHED, customer, station);
    }
    const lane = customer.place!;
    customer.state = WAITING;
    this.mayUnsettle(station);
    if (lane.state === IDLE || this.turnsAwayNow()) {
      this.waitingEnds(customer, station);
      if (lane.state === IDLE) this.callToPlace(customer, station, lane);
      else this.turnAway(customer, station);
      return;
    }
    this.awaitPatience(customer);
    this.standIn(lane, customer, station);
  }

  // ---- counting

  private waitingRises(station: Station, customer: Customer): void {
    const waiting = ++station.waiting;
    if (waiting > station.peak) station.peak = waiting;
    if (customer.place !== null) station.waitingIn[customer.place.index]++;
    this.mayUnsettle(station);
  }

  private waitingFalls(station: Station, customer: Customer): void {
    station.waiting--;
    this.presence += this.clock.now - customer.waitingSince;
    if (customer.place !== null) station.waitingIn[customer.place.index]--;
  }

  /** Of somebody who moves, or is between two lines. */
  private waitingEnds(customer: Customer, station: Station): void {
    station.areasUpToNow();
    station.waiting--;
    this.presence += this.clock.now - customer.waitingSince;
  }

  private placeChanges(change: number): void {
    if (this.clockPeriod >= 0) this.placeArea += this.inPlace * (this.clock.now - this.placeChange);
    this.placeChange = this.clock.now;
    this.inPlace += change;
  }

  /** Closes the books of the period: areas so far belong to `clockPeriod`. */
  private closeBooks(): void {
    const {recorder, clockPeriod: period} = this;
    if (!this.isSingleVisit) this.placeChanges(0);
    for (const station of this.stations) {
      station.staffUpToNow();
      this.waitingTotal += station.waitingArea;
      if (period >= 0) {
        recorder.clock(period, station.row, WAITING_AREA, station.waitingArea);
        recorder.clock(period, station.row, SYSTEM_AREA, station.waitingArea + station.busyArea + station.walkingArea);
        recorder.clock(period, station.row, BUSY, station.busyArea + station.afterArea);
        recorder.clock(period, station.row, STAFFED, station.staffedArea);
        recorder.clock(period, station.row, WALKING_TIME, station.walkingArea);
        recorder.clock(period, station.row, STAFF_OVERTIME, station.overtimeArea);
        if (this.fairness !== null) recorder.clock(period, station.row, IDLE_WAITING, station.idleArea);
        recorder.peak(period, station.row, station.peak);
      }
      station.clearAreas();
      station.peak = station.waiting;
    }
  }

  /** Nobody waits for this event any more. Only customers' events can be stale. */
  private isStale(rank: number, subject: Row, sequence: number): boolean {
    if (subject < 0) return this.isForgotten(rank, this.callers[~subject], sequence);
    return (rank === PATIENCE || rank === SERVICE_END || rank === TIMER) && this.customers[subject].pending !== sequence;
  }

  private isForgotten(rank: number, caller: Station | Place, sequence: number): boolean {
    if (!(caller instanceof Place)) return false;
    return sequence !== (rank === SCHEDULE ? caller.failing : caller.pending);
  }

  private refuseEndlessInstant(): never {
    const step = this.model.names.steps[this.customers[this.calendar.subject]?.step.row ?? 0];
    throw new RangeError(`a million events at one instant (${this.clock.now} s): customers go round "${step}" without taking any time`);
  }

  /** Nobody works long enough on end for what a customer needs, and what was done of it is lost every time. */
  private refuseEndlessJob({row}: Station): never {
    const name = this.model.names.stations[row];
    throw new RangeError(
      `a hundred thousand interruptions of one customer (${this.clock.now} s): at "${name}" no server works long enough on end`,
    );
  }

  // ---- who watches

  /** The booked were logged when the replication began. */
  private tellArrival(customer: Customer, {booking}: Arrivals): void {
    if (this.log !== null && booking === null) {
      const {classRow, patience} = customer;
      const unbooked = {appointment: Number.NaN, early: 0, booked: -1};
      const needs = {patience, requirement: this.needs.certainWork(customer), due: this.needs.dueTime(customer)};
      this.log.customers.push({at: this.clock.now, class: classRow, ...needs, ...unbooked, ...this.needs.choiceOf(customer)});
    }
    this.tell(ARRIVED, customer, null);
  }

  private tell(kind: number, customer: Customer, station: Station | null): void {
    this.fairness?.hears(kind, customer, station);
    if (this.log === null) return;
    const {number, place} = customer;
    this.log.events.push({
      at: this.clock.now,
      kind,
      customer: number,
      station: station?.row ?? -1,
      place: station === null || place === null ? -1 : place.index,
    });
  }
}

/** All lines of a station, side by side: of the one line, then of its lanes or windows. */
function groupsOf({mode, lines, places}: Station): (readonly Line[])[] {
  return mode === LANES || mode === PLACES ? [lines, ...places.map((place) => place.lines)] : [lines];
}

function removeFrom(list: Customer[], customer: Customer): void {
  const at = list.indexOf(customer);
  if (at >= 0) list.splice(at, 1);
}
