/**
 * The slow oracle: docs/conventions.md as a program that is easy to believe. A sorted array of events, an object per customer,
 * plain arrays for lines; no tables, no tricks, and nothing in common with the engine but the description of the model.
 * It is told who comes to the door and with what needs, and says what happens to them, event by event.
 */
import {
  ARRIVED, CALLED, ENDED, GAVE_UP_AT, INTERRUPTED, JOINED, LEFT, type LoggedCustomer, type LoggedEvent, REFUSED_AT, STARTED, SWITCHED, TURNED_AWAY_AT,
} from "../../src/replication/event-log.ts";
import {
  CHOOSE, DELAY, FINISH, FINISH_EVERYONE, FIRST_COME, JOIN_NEAREST, JOIN_RANDOM, JOIN_ROUND_ROBIN, LAST_COME, LEAVE, LINE_EACH, LIST, type Model, NOBODY,
  RANDOM_ORDER, RESAMPLE, RESUME, type Row, SHORTEST_JOB, type StationTable,
} from "../../src/model/model.ts";

/** What chance decides after the door; `chance.ts` takes it from the same keys as the engine. Counts begin with 0. */
export interface Chance {
  lane(step: Row, customer: number, visit: number): number;
  branch(step: Row, customer: number, visit: number): number;
  /** The next number of the station's stream. */
  order(station: Row): number;
  workAgain(classRow: Row, step: Row, customer: number, visit: number): number;
  patienceAgain(classRow: Row, customer: number, visit: number): number;
  resampled(classRow: Row, step: Row, customer: number, interruptions: number): number;
}

interface Customer extends LoggedCustomer {
  number: number;
  step: Row;
  /** Earlier passes of each step, of any station, and how often a service was interrupted. */
  passes: number[];
  visits: number;
  interruptions: number;
  joined: number; // order of joining the station
  line: Line | null; // where they wait
  lane: number; // place of the line they are in, or of the window they are at; -1
  work: number; // of this visit, as a whole
  left: number; // of this visit, still to do
  endsAt: number; // of the service in hand
  mayGiveUp: boolean;
}

interface Event {
  at: number;
  rank: number;
  isStale?: () => boolean;
  happen: () => void;
}

/** Who waits: an array per priority rank. First come: in order. Last come: the last is called first. Random order: a bag. */
interface Line {
  lane: number;
  ranks: Customer[][];
}

/** A server of a window or lane. */
interface Place {
  state: "off" | "idle" | "released" | "busy"; // busy: reserved, too
  customer: Customer | null;
}

const SERVICE_END = 1, SCHEDULE = 2, CALL = 3, TIMER = 4, PATIENCE = 5, ARRIVAL = 6;

/** What happens in `model` to those who come to the door, in the order in which it happens. */
export function oracle(model: Model, door: LoggedCustomer[], chance: Chance): LoggedEvent[] {
  const events: LoggedEvent[] = [];
  const calendar: Event[] = []; // sorted by time, rank, and order of scheduling
  let now = -Infinity;
  let isClosed = false;
  const {horizon, steps, classes} = model;
  const turnsAway = horizon.closing !== FINISH_EVERYONE;

  function schedule(at: number, rank: number, happen: () => void, isStale?: () => boolean): void {
    let place = calendar.length;
    while (place > 0 && (calendar[place - 1].at > at || (calendar[place - 1].at === at && calendar[place - 1].rank > rank))) place--;
    calendar.splice(place, 0, {at, rank, happen, ...(isStale && {isStale})});
  }

  function log(kind: number, customer: Customer, station: Row, place = -1): void {
    events.push({at: now, kind, customer: customer.number, station, place});
  }

  class Station {
    readonly row: Row;
    readonly table: StationTable;
    readonly hasLanes: boolean;
    readonly hasWindows: boolean;
    readonly changes: {at: number; staff: number}[] = [];
    readonly lines: Line[];
    scheduled = 0; // servers that should be here
    idle = 0; // identical servers, counted
    released = 0;
    readonly serving: Customer[] = []; // identical servers: in order of start
    readonly places: Place[] = []; // windows and lanes
    people = 0;
    joins = 0;
    robin = 0;

    constructor(row: Row) {
      this.row = row;
      this.table = model.stations[row];
      this.hasLanes = this.table.line === LINE_EACH;
      this.hasWindows = !this.hasLanes && (this.table.walkFirst > 0 || this.table.walkEach > 0);
      this.table.staffAt.forEach((at, i) => {
        if (!horizon.isDay || at < horizon.endsAt) this.changes.push({at, staff: this.table.staff[i]});
      });
      if (this.hasLanes || this.hasWindows) for (let i = 0; i < this.table.servers; i++) this.places.push({state: "off", customer: null});
      this.lines = (this.hasLanes ? this.places : [null]).map((_, lane) => ({lane: this.hasLanes ? lane : -1, ranks: classes.map(() => [])}));
      for (const {at, staff} of this.changes) schedule(at, SCHEDULE, () => this.changeStaff(staff));
    }

    // Lines

    rankOf(customer: Customer): number {
      return this.table.hasPriority ? classes[customer.class].priority : 0;
    }
    waitingIn(line: Line): number {
      return line.ranks.reduce((sum, rank) => sum + rank.length, 0);
    }
    inSystem(lane: number): number {
      return this.waitingIn(this.lines[lane]) + (this.places[lane].customer ? 1 : 0);
    }
    /** Everyone of a line in order of service; a bag from its first place to its last. */
    inOrder(line: Line): Customer[] {
      return line.ranks.flatMap((rank) => {
        if (this.table.order === LAST_COME) return [...rank].reverse();
        if (this.table.order === SHORTEST_JOB) return [...rank].sort((a, b) => a.left - b.left || a.joined - b.joined);
        return rank;
      });
    }
    enter(line: Line, customer: Customer): void {
      customer.line = line;
      customer.lane = line.lane;
      line.ranks[this.rankOf(customer)].push(customer);
    }
    enterAtHead(line: Line, customer: Customer): void {
      customer.line = line;
      customer.lane = line.lane;
      const rank = line.ranks[this.rankOf(customer)];
      if (this.table.order === FIRST_COME) rank.unshift(customer);
      else rank.push(customer);
    }
    leaveLine(customer: Customer): void {
      const rank = customer.line!.ranks[this.rankOf(customer)];
      const place = rank.indexOf(customer);
      if (this.table.order === RANDOM_ORDER) {
        const last = rank.pop()!;
        if (last !== customer) rank[place] = last;
      } else rank.splice(place, 1);
      customer.line = null;
    }
    next(line: Line): Customer | null {
      const rank = line.ranks.find((some) => some.length > 0);
      if (rank === undefined) return null;
      if (this.table.order === RANDOM_ORDER) return rank[Math.floor(chance.order(this.row) * rank.length)];
      return this.inOrder(line)[0];
    }

    // Joining

    join(customer: Customer): void {
      if (this.people >= this.table.room) {
        log(REFUSED_AT, customer, this.row);
        return leave(customer);
      }
      const line = this.hasLanes ? this.lines[this.chooseLane(customer)] : this.lines[0];
      this.people++;
      customer.joined = this.joins++;
      customer.lane = line.lane;
      const patience = customer.visits === 0 ? customer.patience : chance.patienceAgain(customer.class, customer.number, customer.visits);
      customer.visits++;
      log(JOINED, customer, this.row, line.lane);
      if (this.seatIfIdle(customer, line.lane)) return;
      if (isClosed && turnsAway) return this.turnAway(customer);
      this.enter(line, customer);
      customer.mayGiveUp = patience < Infinity;
      const visit = customer.visits;
      const isStale = () => !customer.mayGiveUp || customer.visits !== visit;
      if (customer.mayGiveUp) schedule(now + patience, PATIENCE, () => this.giveUp(customer), isStale);
    }

    chooseLane(customer: Customer): number {
      const {join, countsWaitingOnly, hasRandomTies, nearestWithin} = this.table;
      const nextOpening = this.changes.find((change) => change.at > now && change.staff > 0);
      const lanes = this.scheduled > 0 ? this.scheduled : (nextOpening?.staff ?? 1);
      const u = () => chance.lane(customer.step, customer.number, customer.passes[customer.step] - 1);
      if (join === JOIN_RANDOM) return Math.floor(u() * lanes);
      if (join === JOIN_ROUND_ROBIN) return this.robin++ % lanes;
      const onlyWaiting = countsWaitingOnly && join !== JOIN_NEAREST;
      const lengths = this.lines.slice(0, lanes).map((line) => (onlyWaiting ? this.waitingIn(line) : this.inSystem(line.lane)));
      const least = Math.min(...lengths);
      if (join === JOIN_NEAREST) return lengths.findIndex((length) => length <= least + nearestWithin);
      const tied = [...lengths.keys()].filter((lane) => lengths[lane] === least);
      return tied[hasRandomTies ? Math.floor(u() * tied.length) : 0];
    }

    /** Somebody outside the lines is called at once if a server is idle. */
    seatIfIdle(customer: Customer, lane: number): boolean {
      if (this.hasLanes || this.hasWindows) {
        const place = this.hasLanes ? lane : this.places.findIndex((window, i) => window.state === "idle" && i < this.scheduled);
        if (place < 0 || this.places[place].state !== "idle") return false;
        this.call(customer, place);
      } else {
        if (this.idle === 0) return false;
        this.idle--;
        this.call(customer, -1);
      }
      return true;
    }

    // Serving

    /** A released server calls; `place` is -1 for identical servers. */
    serverCalls(place: number): void {
      if (place < 0) {
        if (this.released === 0) return;
        this.released--;
      } else if (this.places[place].state !== "released") return;
      const customer = this.next(this.lines[this.hasLanes ? place : 0]);
      if (customer === null) {
        if (place < 0) this.idle++;
        else this.places[place].state = place < this.scheduled ? "idle" : "off";
        return;
      }
      this.leaveLine(customer);
      this.call(customer, place);
    }

    call(customer: Customer, place: number): void {
      customer.mayGiveUp = false;
      customer.lane = place;
      log(CALLED, customer, this.row, place);
      if (place >= 0) this.places[place] = {state: "busy", customer};
      const walk = this.hasWindows ? this.table.walkFirst + place * this.table.walkEach : 0;
      if (walk > 0) schedule(now + walk, TIMER, () => this.start(customer, place));
      else this.start(customer, place);
    }

    start(customer: Customer, place: number): void {
      log(STARTED, customer, this.row, place);
      customer.endsAt = now + customer.left / this.table.speed;
      if (place < 0) this.serving.push(customer);
      const {interruptions} = customer;
      schedule(customer.endsAt, SERVICE_END, () => this.end(customer, place), () => customer.interruptions !== interruptions);
    }

    end(customer: Customer, place: number): void {
      log(ENDED, customer, this.row, place);
      this.people--;
      if (place >= 0) this.places[place].customer = null;
      moveOn(customer);
      if (place >= 0) {
        this.places[place].state = "released";
        if (this.hasWindows && place >= this.scheduled) this.places[place].state = "off";
        else schedule(now, CALL, () => this.serverCalls(place));
        return;
      }
      this.serving.splice(this.serving.indexOf(customer), 1);
      if (this.serving.length + 1 + this.idle + this.released > this.scheduled) return;
      this.released++;
      schedule(now, CALL, () => this.serverCalls(-1));
    }

    giveUp(customer: Customer): void {
      this.leaveLine(customer);
      customer.mayGiveUp = false;
      this.people--;
      log(GAVE_UP_AT, customer, this.row, customer.lane);
      leave(customer);
    }

    turnAway(customer: Customer): void {
      if (customer.line) this.leaveLine(customer);
      customer.mayGiveUp = false;
      this.people--;
      log(TURNED_AWAY_AT, customer, this.row, customer.lane);
      leave(customer);
    }

    turnAwayAll(): void {
      for (const line of this.lines) for (let customer = this.next(line); customer !== null; customer = this.next(line)) this.turnAway(customer);
    }

    // Staff

    changeStaff(staff: number): void {
      if (isClosed) return;
      const before = this.scheduled;
      this.scheduled = staff;
      if (this.hasLanes || this.hasWindows) {
        for (let i = before; i < staff; i++) this.open(i);
        for (let i = staff; i < before; i++) this.close(i);
        return;
      }
      const surplus = () => this.serving.length + this.idle + this.released - staff;
      while (surplus() < 0) {
        this.released++;
        schedule(now, CALL, () => this.serverCalls(-1));
      }
      while (surplus() > 0 && this.idle > 0) this.idle--;
      while (surplus() > 0 && this.released > 0) this.released--;
      if (this.table.leaving !== FINISH) while (surplus() > 0) this.interrupt(this.serving.pop()!, this.lines[0], -1);
    }

    open(place: number): void {
      if (this.places[place].state !== "off") return;
      this.places[place].state = "released";
      schedule(now, CALL, () => this.serverCalls(place));
    }

    close(place: number): void {
      const server = this.places[place];
      if (server.state === "idle") server.state = "off";
      if (this.hasWindows && server.state === "released") server.state = "off";
      if (this.hasWindows || this.table.leaving === FINISH) return;
      server.state = "off";
      const line = this.lines[place];
      if (server.customer) this.interrupt(server.customer, line, place);
      server.customer = null;
      if (this.scheduled === 0) return;
      for (let customer = this.next(line); customer !== null; customer = this.next(line)) this.moveTo(this.shortestOpenLane(), customer);
    }

    interrupt(customer: Customer, line: Line, place: number): void {
      log(INTERRUPTED, customer, this.row, place);
      customer.interruptions++;
      if (this.table.leaving === RESUME) customer.left = (customer.endsAt - now) * this.table.speed;
      else if (this.table.leaving === RESAMPLE) customer.left = chance.resampled(customer.class, customer.step, customer.number, customer.interruptions);
      else customer.left = customer.work;
      this.enterAtHead(line, customer);
    }

    // Moving between lanes

    shortestOpenLane(): number {
      const lengths = this.lines.slice(0, this.scheduled).map((line) => this.inSystem(line.lane));
      return lengths.indexOf(Math.min(...lengths));
    }

    moveTo(lane: number, customer: Customer): void {
      this.leaveLine(customer);
      log(SWITCHED, customer, this.row, lane);
      if (!this.seatIfIdle(customer, lane)) this.enter(this.lines[lane], customer);
    }

    /** One person switches; false when nobody wants to. */
    switchOne(): boolean {
      const {switchAt} = this.table;
      if (!this.hasLanes || switchAt === 0) return false;
      const isLonger = (lane: number, than: number) => this.inSystem(lane) >= this.inSystem(than) + switchAt;
      const lanes = [...this.places.keys()];
      const target = lanes.find((lane) => lane < this.scheduled && lanes.some((other) => isLonger(other, lane)));
      if (target === undefined) return false;
      const donors = lanes.filter((lane) => isLonger(lane, target) && this.waitingIn(this.lines[lane]) > 0);
      donors.sort((a, b) => Math.abs(a - target) - Math.abs(b - target) || a - b);
      if (donors.length === 0) return false;
      this.moveTo(target, this.inOrder(this.lines[donors[0]]).at(-1)!);
      return true;
    }
  }

  // The way through the place

  /** For whatever reason. */
  function leave(customer: Customer): void {
    log(LEFT, customer, -1);
  }

  function moveOn(customer: Customer): void {
    const step = steps[customer.step];
    if (step.next !== NOBODY) return go(customer, step.next);
    const u = step.branchTo.length === 0 ? 0 : chance.branch(customer.step, customer.number, customer.passes[customer.step] - 1);
    go(customer, step.branchTo[step.branchShare.findIndex((share) => u < share)] ?? NOBODY);
  }

  function go(customer: Customer, row: Row): void {
    if (row === NOBODY || steps[row].does === LEAVE) return leave(customer);
    const step = steps[row];
    const pass = customer.passes[row]++;
    customer.step = row;
    if (step.does === CHOOSE) return moveOn(customer);
    customer.work = step.isCertain[customer.class] ? customer.requirement[row] : chance.workAgain(customer.class, row, customer.number, pass);
    customer.left = customer.work;
    if (step.does === DELAY) schedule(now + customer.work, TIMER, () => moveOn(customer));
    else stations[step.station].join(customer);
  }

  // The day

  const stations = model.stations.map((_, row) => {
    return new Station(row);
  });
  function close(): void {
    isClosed = true;
    if (turnsAway) for (const station of stations) station.turnAwayAll();
  }
  if (horizon.isDay) schedule(horizon.endsAt, SCHEDULE, close);

  const customers = door.map((logged, number): Customer => {
    const fresh = {step: NOBODY, passes: steps.map(() => 0), visits: 0, interruptions: 0, joined: -1, line: null, lane: -1, work: 0, left: 0, endsAt: 0, mayGiveUp: false};
    return {...logged, number, ...fresh};
  });
  function arrive(group: Customer[]): void {
    for (const customer of group) {
      log(ARRIVED, customer, -1);
      go(customer, classes[customer.class].firstStep);
    }
  }
  for (const group of inBatches(model, customers)) schedule(group[0].at, ARRIVAL, () => arrive(group));

  for (;;) {
    while (calendar.length > 0 && calendar[0].isStale?.()) calendar.shift();
    if ((calendar.length === 0 || calendar[0].at > now) && stations.some((station) => station.switchOne())) continue;
    const event = calendar.shift();
    if (event === undefined) break;
    now = event.at;
    event.happen();
  }
  for (const station of stations) station.turnAwayAll();
  return events;
}

/** Customers who came in one arrival: at one instant, from one source that is no list. The source is told by the class. */
function inBatches(model: Model, customers: Customer[]): Customer[][] {
  const sourceOf = (customer: Customer) => model.sources.findIndex((source) => source.mixClass.includes(customer.class) || source.listClass.includes(customer.class));
  const groups: Customer[][] = [];
  for (const customer of customers) {
    const first = groups.at(-1)?.[0];
    const source = sourceOf(customer);
    const isTogether = first?.at === customer.at && sourceOf(first) === source && model.sources[source].process !== LIST;
    if (isTogether) groups.at(-1)!.push(customer);
    else groups.push([customer]);
  }
  return groups;
}
