/**
 * The slow oracle: docs/conventions.md as a program that is easy to believe. A sorted array of events, an object per customer
 * and per server, plain arrays for lines; no tables, no tricks, and nothing in common with the engine but the description of
 * the model. It is told who comes to the door and with what needs, and says what happens to them, event by event.
 */
import {
  ARRIVED,
  BALKED_AT,
  CALLED,
  DROPPED_AT,
  ENDED,
  GAVE_UP_AT,
  INTERRUPTED,
  JOINED,
  LEFT,
  type LoggedCustomer,
  type LoggedEvent,
  REFUSED_AT,
  STARTED,
  SWITCHED,
  TURNED_AWAY_AT,
} from "../../src/replication/event-log.ts";
import {
  AT_ONCE,
  BOOK,
  BY_APPOINTMENT,
  CHOOSE,
  DELAY,
  EARLIEST_DUE,
  END_ON_TIME,
  FINISH,
  FINISH_EVERYONE,
  FIRST_COME,
  JOIN_LEAST_WORK,
  JOIN_NEAREST,
  JOIN_RANDOM,
  JOIN_ROUND_ROBIN,
  LAST_COME,
  LEAVE,
  LINE_EACH,
  LIST,
  LONGEST_JOB,
  MINUTES,
  type Model,
  NOBODY,
  PEOPLE_AHEAD,
  PEOPLE_WAITING,
  POPULATION,
  RANDOM_ORDER,
  RESAMPLE,
  RESUME,
  type Row,
  SHORTEST_JOB,
  SKIP_WHEN_BEHIND,
} from "../../src/model/model.ts";
import {pow} from "../../src/math/index.ts";

/** What chance decides after the door; `chance.ts` takes it from the same keys as the engine. Counts begin with 0. */
export interface Chance {
  lane(step: Row, customer: number, visit: number): number;
  /** What a customer takes a lane's length times. */
  misjudge(step: Row, customer: number, visit: number, lane: number): number;
  branch(step: Row, customer: number, visit: number): number;
  /** The next number of the station's stream. */
  order(station: Row): number;
  workAgain(classRow: Row, step: Row, customer: number, visit: number): number;
  patienceAgain(classRow: Row, customer: number, visit: number): number;
  /** For the second visit and later. */
  mostAgain(classRow: Row, customer: number, visit: number): number;
  errorAgain(classRow: Row, customer: number, visit: number): number;
  resampled(classRow: Row, step: Row, customer: number, interruptions: number): number;
  setUp(step: Row, customer: number, count: number): number;
  changeOver(step: Row, customer: number, count: number): number;
  afterWork(step: Row, customer: number, visits: number): number;
  breakdown(station: Row, place: number, count: number): number;
  repair(station: Row, place: number, count: number): number;
  /** How long a member of a population is away. */
  away(source: Row, member: number, comings: number): number;
}

/** An event of the log; a log does not say whether who joins stands in line or goes straight to a server. */
export interface ToldEvent extends LoggedEvent {
  standsInLine?: boolean;
  /** On joining a lane: seconds of work ahead there beyond those in the open lane with the least; left out where there are none. */
  regret?: number;
}

/** From a moment on so many servers are to be there, as the schedule or the lines say. */
export interface Staffed {
  at: number;
  station: Row;
  staff: number;
}

/** A server at work without a customer. */
export interface AfterWork {
  station: Row;
  from: number;
  to: number;
}

interface Event {
  at: number;
  rank: number;
  happen: () => void;
}
const SERVICE_END = 1,
  SCHEDULE = 2,
  CALL = 3,
  TIMER = 4,
  PATIENCE = 5,
  ARRIVAL = 6;

interface Customer extends LoggedCustomer {
  number: number;
  step: Row;
  passes: number[]; // of each step, so far
  visits: number; // of any station
  interruptions: number; // of a service
  joined: number; // order of joining the station
  joinedAt: number; // this station
  line: Customer[]; // where they wait
  lane: number; // of the line or window they are at; -1
  work: number; // still to do
  isWalking: boolean;
  began: number; // order of beginning to walk or to be served
  speed: number;
  member: {source: Row; member: number; comings: number} | null;
  timer: Event | null; // their end of patience, walk or service
  way: Event | null; // their arrival at another line
  giveUp: (() => void) | null; // when the patience that runs is over; null: none runs
  pace: number; // of patience
  paceSince: number;
  patienceLeft: number; // at that moment
}

interface Server {
  place: number;
  state: "off" | "idle" | "released" | "busy" | "after" | "away"; // busy: reserved, too
  customer: Customer | null;
  standing: Customer[]; // at the window
  coming: Customer[]; // to the window, or the lane
  isHere: boolean; // by its own hours
  isCold: boolean; // it stood idle, or has just come
  lastClass: Row;
  timer: Event | null; // the end of its after-work, break or repair
  afterWork: AfterWork | null;
  due: {why: "break" | "lunch"; length: number; until: number} | null;
  awayFor: "break" | "lunch" | "repair" | null;
  hadLunch: boolean;
  failures: number;
  failure: Event | null;
  toFailure: number; // while nothing runs it down
}

/** What happens in `model` to those who come to the door, in the order in which it happens; `comers` are their numbers in the order of coming. */
export function oracle(
  model: Model,
  door: LoggedCustomer[],
  chance: Chance,
  comers: number[] = [...door.keys()],
  afterWorks: AfterWork[] = [],
  staffing: Staffed[] = [],
): ToldEvent[] {
  const {horizon, steps, classes} = model;
  const turnsAway = horizon.closing !== FINISH_EVERYONE;
  const events: ToldEvent[] = [];
  const calendar: Event[] = []; // sorted by time, rank, and order of scheduling
  let now = -Infinity;
  let isClosed = false;
  let beginnings = 0;
  let came = 0; // customers, through the door
  let left = 0;

  function schedule(at: number, rank: number, happen: () => void): Event {
    const event = {at, rank, happen};
    const isLater = (other: Event) => other.at > at || (other.at === at && other.rank > rank);
    const later = calendar.findIndex(isLater);
    calendar.splice(later < 0 ? calendar.length : later, 0, event);
    return event;
  }
  function cancel(event: Event | null): void {
    const at = calendar.indexOf(event!);
    if (at >= 0) calendar.splice(at, 1);
  }
  /** Ends whatever the customer was doing or waiting for. */
  const cancelTimer = (customer: Customer) => {
    cancel(customer.timer);
    cancel(customer.way);
    customer.way = null;
  };
  function log(kind: number, customer: Customer, station: Row, place = -1): void {
    events.push({at: now, kind, customer: customer.number, station, place});
  }

  function stationOf(row: Row) {
    const table = model.stations[row];
    const {order, leaving, ageing} = table;
    const hasLanes = table.line === LINE_EACH;
    const reach = table.reach ?? null;
    const keeps = table.kept.length > 0 || (reach !== null && !hasLanes); // each class waits by itself
    const crew = table.crew ?? null;
    const hours = crew?.hours ?? null;
    const breakdowns = crew?.breakdowns ?? null;
    const hasWalk = table.walkFirst > 0 || table.walkEach > 0;
    const hasPlaces = !hasLanes && table.places > 0;
    const hasWindows =
      !hasLanes && !hasPlaces && (hasWalk || keeps || [hours, breakdowns, crew?.setUpIdle, crew?.setUpChange].some(Boolean));
    const isPool = !hasLanes && !hasWindows && !hasPlaces;
    const servers = Array.from(
      {length: table.servers},
      (_, place): Server => ({
        place,
        state: "off",
        customer: null,
        standing: [],
        coming: [],
        isHere: false,
        isCold: true,
        lastClass: NOBODY,
        timer: null,
        afterWork: null,
        due: null,
        awayFor: null,
        hadLunch: false,
        failures: 0,
        failure: null,
        toFailure: breakdowns ? chance.breakdown(row, place, 0) : Infinity,
      }),
    );
    const lines = (hasLanes ? servers : [null]).map((): Customer[] => []);
    const changes = [...table.staffAt]
      .map((at, i) => ({at: Math.max(at, horizon.startsAt), staff: table.staff[i], until: table.staffAt[i + 1] ?? Infinity}))
      .filter(({at, until}) => until > horizon.startsAt && (!horizon.isDay || at < horizon.endsAt));
    let staff = 0; // that should be here
    let scheduled = 0; // more than that, where not all are needed
    let joins = 0;
    let turn = 0;
    if (hours) scheduleHours();
    else for (const change of changes) schedule(change.at, SCHEDULE, () => changeSchedule(change.staff));
    const isScheduled = (server: Server) => (hours ? server.isHere : server.place < staff);

    // Lines: the newest is last, and an interrupted customer goes to the head.

    const rankOf = (customer: Customer) => (table.hasPriority ? classes[customer.class].priority : 0);
    const priorityOf = (customer: Customer) => classes[customer.class].priority;
    const lineOf = (server: Server) => lines[hasLanes ? server.place : 0];
    const placeOf = (server: Server) => (isPool ? -1 : server.place);
    const inSystem = (lane: number) => {
      const {customer, standing, coming} = servers[lane];
      return (hasLanes ? lines[lane].length : standing.length) + coming.length + (customer ? 1 : 0);
    };
    const waiting = () => lines.flat().length + servers.flatMap(({standing, coming}) => [...standing, ...coming]).length;
    const people = () => waiting() + servers.filter(({customer}) => customer).length;

    /** In order of service; a bag as it stands. With ageing or kept servers the heads of classes are merged, one after another. */
    function inOrder(line: Customer[]): Customer[] {
      if (ageing !== null || keeps) return merged(classes.map((_, row) => line.filter((customer) => customer.class === row)));
      const sorted = order === LAST_COME ? [...line].reverse() : [...line];
      return sorted.sort((a, b) => rankOf(a) - rankOf(b) || keyOf(a) - keyOf(b) || (isSorted ? a.joined - b.joined : 0));
    }
    /** The appointment, unless there is none or they came too late for it. */
    function turnOf({at, appointment, joinedAt}: Customer): number {
      return Number.isNaN(appointment) || at > appointment + (table.grace ?? Infinity) ? joinedAt : appointment;
    }
    const isSorted = [SHORTEST_JOB, LONGEST_JOB, EARLIEST_DUE, BY_APPOINTMENT].some((one) => one === order);
    function keyOf(customer: Customer): number {
      if (order === SHORTEST_JOB) return customer.work;
      if (order === LONGEST_JOB) return -customer.work;
      if (order === BY_APPOINTMENT) return turnOf(customer);
      // Somebody who is never due is due after everybody, and a number less itself must be zero.
      return order === EARLIEST_DUE ? Math.min(Number.MAX_VALUE, customer.joinedAt + customer.due) : 0;
    }
    function goesBefore(a: Customer, b: Customer): boolean {
      const credit = (customer: Customer) => (ageing === null ? -rankOf(customer) : ageing[customer.class] * (now - customer.joinedAt));
      return credit(a) > credit(b) || (credit(a) === credit(b) && a.joined < b.joined);
    }
    function merged(lists: Customer[][]): Customer[] {
      const whole: Customer[] = [];
      for (;;) {
        const heads = lists.filter((list) => list.length > 0);
        if (heads.length === 0) return whole;
        whole.push(heads.reduce((best, list) => (goesBefore(list[0], best[0]) ? list : best)).shift()!);
      }
    }
    /** The class a window serves only. */
    function keptFor({place}: Server): Row {
      return place < table.kept.length && place < staff - 1 ? table.kept[place] : NOBODY;
    }
    const isInReach = (customer: Customer, place: number) => place < (reach?.[customer.class] ?? Infinity);
    const mayServe = (server: Server, customer: Customer) =>
      [NOBODY, customer.class].includes(keptFor(server)) && isInReach(customer, server.place);
    /** Class by class: whose turn it is, and everybody who has been let forward since they joined. */
    let turnOfRank = -1; // nobody's yet
    const forward = new Set<Customer>();
    function nextForward(line: Customer[]): Customer | undefined {
      return inOrder(line).find((customer) => forward.has(customer));
    }
    /** When everybody who was let forward is done, all who wait of the next class that somebody waits of go forward. */
    function aClassGoesForward(): boolean {
      const isServing = servers.some(({customer}) => customer !== null);
      const isFree = servers.some(({state}) => state === "idle");
      const crowd = lines.flat();
      if (!table.gated || isServing || !isFree || crowd.length === 0 || crowd.some((customer) => forward.has(customer))) return false;
      const ranks = [...new Set(crowd.map(rankOf))].sort((a, b) => a - b);
      turnOfRank = ranks.find((rank) => rank > turnOfRank) ?? ranks[0];
      for (const customer of crowd) if (rankOf(customer) === turnOfRank) forward.add(customer);
      releaseIdle();
      return true;
    }
    function next(line: Customer[]): Customer | undefined {
      const [first, ...others] = inOrder(line);
      if (first === undefined || order !== RANDOM_ORDER) return first;
      const bag = [first, ...others.filter((other) => rankOf(other) === rankOf(first))];
      return bag[Math.floor(chance.order(row) * bag.length)];
    }
    /** Who would be called last; of lists by class, the worst of the tails. */
    function lastOf(line: Customer[]): Customer {
      if (ageing !== null || keeps) {
        const tails = classes.flatMap((_, row) => line.filter((customer) => customer.class === row).slice(-1));
        return tails.reduce((worst, tail) => (goesBefore(worst, tail) ? tail : worst));
      }
      return inOrder(order === RANDOM_ORDER ? [...line].sort((a, b) => a.joined - b.joined) : line).at(-1)!;
    }
    function enterLine(line: Customer[], customer: Customer, atHead = false): void {
      customer.line = line;
      customer.lane = hasLanes ? lines.indexOf(line) : -1;
      if (atHead && order === FIRST_COME) line.unshift(customer);
      else line.push(customer);
      lastMinds(line);
    }
    /** Patience runs faster for who stands last; whoever does not any more slows down first. */
    const hasUnhappyLast = classes.some(({lastInLine}) => lastInLine !== 1);
    function lastMinds(line: Customer[]): void {
      if (line.length === 0 || !hasUnhappyLast) return;
      const last = lastOf(line);
      for (const customer of [...line.filter((other) => other !== last), last]) {
        setPace(customer, customer === last ? classes[customer.class].lastInLine : 1);
      }
    }
    function setPace(customer: Customer, changed: number): void {
      const {giveUp, patienceLeft, pace, paceSince} = customer;
      if (giveUp === null || changed === pace) return;
      cancelTimer(customer);
      const from = Math.max(now, paceSince); // patience may begin with an appointment
      customer.patienceLeft = Math.max(0, patienceLeft - (from - paceSince) * pace);
      customer.paceSince = from;
      customer.pace = changed;
      customer.timer = schedule(from + customer.patienceLeft / changed, PATIENCE, giveUp);
    }
    /** Nobody is last on the way to another line, or at a window with the whole line behind them. */
    const isBetweenLines = (customer: Customer) => setPace(customer, 1);
    function leaveLine(customer: Customer): void {
      const {line} = customer;
      const mover =
        order === RANDOM_ORDER && lines.includes(line) ? line.filter((other) => rankOf(other) === rankOf(customer)).at(-1)! : customer;
      line[line.indexOf(customer)] = mover;
      line.splice(line.lastIndexOf(mover), 1);
      if (lines.includes(line)) lastMinds(line);
    }

    // Joining, and leaving without service

    function join(customer: Customer): void {
      const isFull = people() >= table.room;
      const dropped = isFull && table.dropsLowest ? lastOfLowest() : undefined;
      if (isFull && (dropped === undefined || priorityOf(dropped) <= priorityOf(customer))) {
        log(REFUSED_AT, customer, row);
        return leave(customer);
      }
      const line = lines[hasLanes ? chooseLane(customer) : 0];
      customer.lane = hasLanes ? lines.indexOf(line) : -1;
      const own = customer.visits === 0 ? customer.patience : chance.patienceAgain(customer.class, customer.number, customer.visits);
      const told = announcedTo(customer, line);
      if (balks(customer, line, own, told)) return goWithout(BALKED_AT, customer);
      if (dropped !== undefined) {
        leaveLine(dropped);
        goWithout(DROPPED_AT, dropped);
      }
      const patience = classes[customer.class].patienceBeyondAnnounced ? own + told : own;
      forward.delete(customer); // on an earlier visit
      customer.joined = joins++;
      customer.joinedAt = now;
      customer.visits++;
      log(JOINED, customer, row, customer.lane);
      if (hasLanes) lookAround(customer.lane);
      if (isCalledAtOnce(customer, line)) return;
      if (isClosed && turnsAway) return goWithout(TURNED_AWAY_AT, customer);
      events.at(-1)!.standsInLine = true;
      const giveUp = () => {
        if (customer.way) leaveWay(customer);
        else leaveLine(customer);
        goWithout(GAVE_UP_AT, customer);
      };
      const begins = customer.appointment > now ? customer.appointment : now;
      customer.timer = null;
      if (patience < Infinity) {
        customer.timer = schedule(begins + patience, PATIENCE, giveUp);
        Object.assign(customer, {giveUp, pace: 1, paceSince: begins, patienceLeft: patience});
      }
      enterLine(line, customer);
    }
    function leaveWay(customer: Customer): void {
      const {coming} = servers[customer.lane];
      coming.splice(coming.indexOf(customer), 1);
    }

    // Choosing to stay

    /** Of the servers of a line: those with somebody in hand, and whether one is idle. */
    const serving = (line: Customer[]) => servers.filter((server) => lineOf(server) === line && server.customer).length;
    const isFree = (line: Customer[]) => servers.some((server) => lineOf(server) === line && server.state === "idle");
    const waitingIn = (line: Customer[]) => (hasPlaces ? waiting() : line.length);
    const ahead = (line: Customer[]) => waitingIn(line) + (serving(line) > 0 && !isFree(line) ? 1 : 0);
    const serversOf = () => (hasLanes ? 1 : Math.max(1, staff));

    function announcedTo(customer: Customer, line: Customer[]): number {
      if (table.announcedService === 0) return 0;
      const minutes = (ahead(line) * table.announcedService) / serversOf();
      if (table.announcedWrong === 0) return minutes;
      const error = customer.visits === 0 ? customer.error! : chance.errorAgain(customer.class, customer.number, customer.visits);
      return minutes * (1 + table.announcedWrong * (2 * error - 1));
    }
    function balks(customer: Customer, line: Customer[], patience: number, told: number): boolean {
      const {balking} = classes[customer.class];
      if (balking === null || (balking.goesBy === MINUTES && table.announcedService === 0)) return false;
      const {goesBy, perception} = balking;
      const people = goesBy === PEOPLE_WAITING ? waitingIn(line) : goesBy === PEOPLE_AHEAD ? ahead(line) : waitingIn(line) + serving(line);
      const size = goesBy === MINUTES ? told : people / pow(serversOf(), perception);
      if (balking.byPatience) return size > patience;
      const most = customer.visits === 0 ? customer.most! : chance.mostAgain(customer.class, customer.number, customer.visits);
      if (balking.share.length === 0) return size > most;
      const row = balking.shareFrom.filter((from) => from <= size).length - 1;
      return row >= 0 && most < balking.share[row];
    }
    /** Of everybody who waits, in whatever lane. */
    function lastOfLowest(): Customer | undefined {
      const lowest = Math.max(...lines.flat().map(priorityOf));
      const lasts = lines.flatMap((line) => {
        const own = line.filter((customer) => priorityOf(customer) === lowest);
        const lists = ageing !== null || keeps ? classes.map((_, one) => own.filter((customer) => customer.class === one)) : [own];
        return lists.flatMap((list) => (list.length > 0 ? [lastOf(list)] : []));
      });
      return lasts.sort((a, b) => b.joined - a.joined)[0];
    }
    function chooseLane(customer: Customer): number {
      const u = () => chance.lane(customer.step, customer.number, customer.passes[customer.step] - 1);
      const opening = changes.find((change) => change.at > now && change.staff > 0);
      const atOpening = opening === undefined ? 1 : table.opensAt > 0 ? Math.min(table.opensLeast, opening.staff) : opening.staff;
      const open = lanesFor(customer, staff || atOpening);
      if (table.join === JOIN_RANDOM) return open[Math.floor(u() * open.length)];
      if (table.join === JOIN_ROUND_ROBIN) return open[turn++ % open.length];
      const lengths = open.map((lane) => {
        const counts = table.countsWaitingOnly && table.join !== JOIN_NEAREST ? lines[lane].length : inSystem(lane);
        const isWork = table.join === JOIN_LEAST_WORK;
        if (table.misjudged === 0) return isWork ? doneAt(lane) : counts;
        const factor = chance.misjudge(customer.step, customer.number, customer.passes[customer.step] - 1, lane);
        return (isWork ? doneAt(lane) - now : counts) * factor;
      });
      const least = Math.min(...lengths);
      if (table.join === JOIN_NEAREST) return open[lengths.findIndex((length) => length <= least + table.nearestWithin)];
      const tied = open.filter((_, i) => lengths[i] === least);
      return tied[table.hasRandomTies ? Math.floor(u() * tied.length) : 0];
    }
    function lookAround(chosen: number): void {
      const ahead = servers.map(({customer: inHand}, lane) => {
        const work = [...lines[lane], ...servers[lane].coming].reduce((sum, other) => sum + other.work, 0);
        return work / table.speed + (inHand === null ? 0 : inHand.timer!.at - now);
      });
      const others = ahead.filter((_, lane) => lane < staff && lane !== chosen);
      const regret = ahead[chosen] - Math.min(...others);
      if (regret > 1e-6 && others.length > 0) events.at(-1)!.regret = regret;
    }
    /** When everybody who stands or is served in a lane would be done. */
    function doneAt(lane: number): number {
      const inOrderOfStanding = order === FIRST_COME && !table.hasPriority && ageing === null;
      const others = inOrderOfStanding ? lines[lane] : [...lines[lane]].sort((a, b) => a.joined - b.joined);
      const {customer} = servers[lane];
      return others.reduce((at, {work}) => at + work / table.speed, customer ? customer.timer!.at : now);
    }
    /** Of so many open lanes: the first ones are express lanes, as long as there is one for the others. */
    function lanesFor(customer: Customer, open: number): number[] {
      const express = Math.min(table.expressLanes, open - 1);
      const isForThem = table.expressFor[customer.class] && customer.work < table.expressUnder;
      const all = servers
        .slice(0, open)
        .map(({place}) => place)
        .filter((lane) => isInReach(customer, lane));
      if (!isForThem) return all.filter((lane) => lane >= express);
      return table.expressIsAlways && express > 0 ? all.slice(0, express) : all;
    }
    function goWithout(outcome: number, customer: Customer): void {
      cancelTimer(customer);
      log(outcome, customer, row, customer.lane);
      leave(customer);
    }
    function turnAwayAll(): void {
      for (const line of lines) {
        for (let customer = next(line); customer; customer = next(line)) {
          leaveLine(customer);
          goWithout(TURNED_AWAY_AT, customer);
        }
      }
      for (const {standing} of servers) for (const customer of standing.splice(0)) goWithout(TURNED_AWAY_AT, customer);
    }

    // Calling and serving

    function isCalledAtOnce(customer: Customer, line: Customer[]): boolean {
      if ((hasPlaces && line.length > 0) || table.gated) return false;
      const server = servers.find((some) => some.state === "idle" && lineOf(some) === line && mayServe(some, customer));
      if (server) call(customer, server);
      return server !== undefined;
    }
    function release(server: Server): void {
      server.state = "released";
      schedule(now, CALL, () => {
        const caller = isPool ? servers.find(({state}) => state === "released") : server;
        if (caller?.state === "released") serverCalls(caller);
      });
    }
    function serverCalls(server: Server): void {
      if (hasPlaces) {
        const there = server.standing.shift();
        if (there) return call(there, server, 0);
        const coming = server.coming.shift();
        if (coming) return call(coming, server, coming.way!.at - now);
      }
      const nextInTurn = table.gated ? nextForward : next;
      const customer = hasPlaces
        ? undefined
        : keeps
          ? inOrder(lineOf(server)).find((one) => mayServe(server, one))
          : nextInTurn(lineOf(server));
      if (customer === undefined) {
        server.isCold = true;
        if (isPool || isScheduled(server)) server.state = "idle";
        else switchOff(server);
        return;
      }
      leaveLine(customer);
      call(customer, server);
    }
    function call(customer: Customer, server: Server, walkLeft?: number): void {
      const arrivesAt = customer.way?.at;
      cancelTimer(customer);
      customer.giveUp = null;
      server.state = "busy";
      server.customer = customer;
      customer.lane = placeOf(server);
      log(CALLED, customer, row, customer.lane);
      const walk =
        walkLeft ??
        (hasWindows || hasPlaces
          ? (table.walkFirst + server.place * table.walkEach) * slowness(customer) + setUpTime(customer, server)
          : 0);
      if (walk === 0 && arrivesAt === undefined) return start(customer, server);
      customer.isWalking = true;
      customer.began = beginnings++;
      customer.timer = schedule(arrivesAt ?? now + walk, TIMER, () => start(customer, server));
    }
    function start(customer: Customer, server: Server): void {
      log(STARTED, customer, row, customer.lane);
      customer.isWalking = false;
      customer.began = beginnings++;
      customer.speed = speedOf(server);
      if (breakdowns) runClock(server);
      customer.timer = schedule(now + customer.work / customer.speed, SERVICE_END, () => end(customer, server));
    }
    function end(customer: Customer, server: Server): void {
      log(ENDED, customer, row, customer.lane);
      server.customer = null;
      if (breakdowns?.byUse) stopClock(server);
      const after = crew?.afterWork ? chance.afterWork(customer.step, customer.number, customer.visits) : 0;
      moveOn(customer);
      if (after === 0) return getsFree(server);
      server.state = "after";
      server.afterWork = {station: row, from: now, to: now + after};
      afterWorks.push(server.afterWork);
      server.timer = schedule(now + after, SERVICE_END, () => getsFree(server));
    }
    function getsFree(server: Server): void {
      if (goesAway(server)) return;
      const isOver = isPool ? surplus() > 0 : !isScheduled(server) && (leaving !== FINISH || !isWaitedFor(server));
      if (isOver) switchOff(server);
      else release(server);
    }
    function setUpTime(customer: Customer, server: Server): number {
      const count = customer.visits + customer.interruptions;
      let time = 0;
      if (server.isCold && crew?.setUpIdle) time += chance.setUp(customer.step, customer.number, count);
      if (server.lastClass !== customer.class && crew?.setUpChange) time += chance.changeOver(customer.step, customer.number, count);
      server.isCold = false;
      server.lastClass = customer.class;
      return time;
    }
    function speedOf(server: Server): number {
      const {fromWaiting, thenSpeed} = crew ?? {fromWaiting: [], thenSpeed: []};
      const waiting = lines.flat().length;
      const rows = [...fromWaiting].filter((from, i) => i === 0 || waiting >= from).length;
      const speed = rows === 0 ? table.speed : thenSpeed[rows - 1];
      return speed * (hours && !isPool ? hours[server.place].speed : 1);
    }

    // Away: breaks, lunch, repair

    function scheduleHours(): void {
      const {startsAt, endsAt, isDay} = horizon;
      const at = (time: number, happen: () => void) => {
        if (time < (isDay ? endsAt : Infinity)) schedule(Math.max(startsAt, time), SCHEDULE, happen);
      };
      servers.forEach((server, i) => {
        hours![i].from.forEach((from, k) => {
          const to = hours![i].to[k];
          if (to <= startsAt) return;
          at(from, () => comes(server));
          at(to, () => goes(server));
        });
      });
      servers.forEach((server, i) => {
        hours![i].breakFrom.forEach((from, k) => {
          const until = hours![i].breakTo[k];
          if (until > startsAt) at(from, () => breakIsDue(server, until));
        });
      });
      const lunch = crew!.lunch;
      if (lunch && lunch.to > startsAt) at(lunch.from, sendToLunch);
    }
    function comes(server: Server): void {
      server.isHere = true;
      if (server.state === "off") comeOn(server);
      sendToLunch();
    }
    function goes(server: Server): void {
      server.isHere = false;
      const inHand = leaveShift(server);
      if (inHand) backInLine([inHand]);
      sendToLunch();
    }
    const isWorking = ({state}: Server) => state !== "off" && state !== "away";
    function breakIsDue(server: Server, until: number): void {
      if (!server.isHere || !isWorking(server) || server.due) return;
      if (crew!.breakRule === SKIP_WHEN_BEHIND && lines.flat().length > 0) return;
      server.due = {why: "break", length: until - now, until};
      sendAway(server);
    }
    /** Everybody who is here once, from the left, so many at once. */
    function sendToLunch(): void {
      const lunch = crew?.lunch;
      if (!lunch || isClosed || now < lunch.from || now >= lunch.to) return;
      for (const server of servers) {
        const gone = servers.filter(({due, awayFor}) => due?.why === "lunch" || awayFor === "lunch").length;
        if (gone >= lunch.atOnce) return;
        if (!server.isHere || !isWorking(server) || server.due || server.hadLunch) continue;
        server.hadLunch = true;
        server.due = {why: "lunch", length: lunch.length, until: Infinity};
        sendAway(server);
      }
    }
    function sendAway(server: Server): void {
      const {state, due} = server;
      if (state === "after" || (state === "busy" && crew!.breakRule !== AT_ONCE)) return; // later
      const inHand = server.customer;
      server.customer = null;
      if (inHand) {
        interrupt(inHand, RESUME);
        enterLine(lines[0], inHand, true);
      }
      goAway(server, due!.why, now + due!.length);
      if (inHand) releaseIdle();
    }
    function goesAway(server: Server): boolean {
      const {due} = server;
      if (!due) return false;
      const until = due.why === "break" && crew!.breakRule === END_ON_TIME ? due.until : now + due.length;
      if (!server.isHere || isClosed || until <= now) {
        forget(server);
        return false;
      }
      goAway(server, due.why, until);
      return true;
    }
    function forget(server: Server): void {
      const {due} = server;
      server.due = null;
      if (due?.why === "lunch") sendToLunch();
    }
    function goAway(server: Server, why: "break" | "lunch", until: number): void {
      server.due = null;
      server.state = "away";
      server.awayFor = why;
      server.timer = schedule(until, TIMER, () => comesBack(server));
    }
    function comesBack(server: Server): void {
      if (server.awayFor === "repair") isRepaired(server);
      if (isScheduled(server)) {
        server.isCold = true;
        release(server);
        if (breakdowns && !breakdowns.byUse) runClock(server);
      } else server.state = "off";
      server.awayFor = null;
      sendToLunch();
    }
    function backInLine(interrupted: Customer[]): void {
      interrupted.sort((a, b) => Number(b.isWalking) - Number(a.isWalking) || b.began - a.began); // who started earliest goes to the head last
      for (const customer of interrupted) enterLine(lines[0], customer, true);
      if (hasWindows && interrupted.length > 0) releaseIdle();
    }

    // Breakdowns

    const broken: Server[] = [];
    let technicians = breakdowns?.technicians ?? 0;
    function runClock(server: Server): void {
      server.failure ??= schedule(now + server.toFailure, SCHEDULE, () => breaksDown(server));
    }
    function stopClock(server: Server): void {
      if (!server.failure) return;
      server.toFailure = server.failure.at - now;
      cancel(server.failure);
      server.failure = null;
    }
    function renew(server: Server): void {
      server.failures++;
      server.toFailure = chance.breakdown(row, server.place, server.failures);
    }
    function breaksDown(server: Server): void {
      server.failure = null;
      if (isDoorShut() && people() === 0) return renew(server);
      const inHand = server.customer;
      server.customer = null;
      if (inHand) {
        interrupt(inHand, breakdowns!.inHand);
        enterLine(lines[0], inHand, true);
      }
      if (server.state === "after") {
        cancel(server.timer);
        server.afterWork!.to = now;
      }
      server.state = "away";
      server.awayFor = "repair";
      if (inHand) releaseIdle();
      if (technicians === 0) broken.push(server);
      else {
        technicians--;
        repair(server);
      }
    }
    function repair(server: Server): void {
      server.timer = schedule(now + chance.repair(row, server.place, server.failures), TIMER, () => comesBack(server));
    }
    function isRepaired(server: Server): void {
      renew(server);
      const next = broken.shift();
      if (next) repair(next);
      else technicians++;
    }

    // Staff

    function switchOff(server: Server): void {
      server.state = "off";
      stopClock(server);
      forget(server);
    }
    function comeOn(server: Server): void {
      server.isCold = true;
      server.lastClass = NOBODY;
      if (breakdowns && !breakdowns.byUse) runClock(server);
      release(server);
    }
    /** The shift of a server with a place is over; whom it had in hand if the work is handed back. */
    function leaveShift(server: Server): Customer | null {
      if (server.state === "off") return null;
      if (server.state === "away") {
        if (server.awayFor === "repair") return null;
        cancel(server.timer);
        server.state = "off";
        server.awayFor = null;
        sendToLunch();
        return null;
      }
      if (leaving === FINISH && (server.state === "busy" || server.state === "after" || isWaitedFor(server))) return null;
      const inHand = server.customer;
      if (server.state !== "after") {
        server.customer = null;
        if (inHand) interrupt(inHand, leaving);
        switchOff(server);
      }
      if (inHand && hasLanes) enterLine(lineOf(server), inHand, true);
      if (hasLanes && staff > 0) moveEverybody(lineOf(server));
      return hasLanes ? null : inHand;
    }

    const surplus = () => servers.filter(({state}) => state !== "off").length - staff;
    const isWaitedFor = (server: Server) => (hasLanes ? lineOf(server).length : server.standing.length + server.coming.length) > 0;

    function changeSchedule(changed: number): void {
      scheduled = changed;
      changeStaff(table.opensAt === 0 ? changed : Math.min(changed, Math.max(table.opensLeast, staff)));
    }
    function changeStaff(changed: number): void {
      staffing.push({at: now, station: row, staff: changed});
      staff = changed;
      for (const server of servers) if (server.state === "off" && (isPool ? surplus() < 0 : server.place < staff)) comeOn(server);
      const interrupted: Customer[] = [];
      const sentBack: Customer[] = [];
      for (const server of isPool ? whoLeaves() : servers.slice(staff)) {
        if (hasPlaces && leaving !== FINISH) sentBack.push(...server.standing, ...server.coming);
        const inHand = leaveShift(server);
        if (inHand) interrupted.push(inHand);
      }
      for (const customer of sentBack.reverse()) sendBack(customer);
      backInLine(interrupted);
      if (hasWindows && lines[0].length > 0) releaseIdle();
    }
    /** Somebody may wait whom they may serve now. */
    function releaseIdle(): void {
      for (const server of servers) if (server.state === "idle") release(server);
    }
    /** From a window that closes, to the head of the one line. */
    function sendBack(customer: Customer): void {
      if (customer.way) {
        leaveWay(customer);
        patienceAnew(customer);
      } else customer.line.splice(customer.line.indexOf(customer), 1);
      log(SWITCHED, customer, row, -1);
      enterLine(lines[0], customer, true);
    }
    /** Between two lines they have no place in the order of simultaneous ends of patience. */
    function patienceAnew(customer: Customer): void {
      const {timer} = customer;
      cancelTimer(customer);
      if (timer) customer.timer = schedule(timer.at, PATIENCE, timer.happen);
    }
    /** The idle of a pool first, then the released, then who started last. */
    function whoLeaves(): Server[] {
      const lastFirst = [...servers].sort((a, b) => (b.customer?.began ?? 0) - (a.customer?.began ?? 0));
      return ["idle", "released", "busy"]
        .flatMap((state) => lastFirst.filter((server) => server.state === state))
        .slice(0, Math.max(0, surplus()));
    }
    function interrupt(customer: Customer, rule: number): void {
      log(INTERRUPTED, customer, row, customer.lane);
      const endsAt = customer.timer!.at;
      cancelTimer(customer);
      customer.timer = null;
      if (customer.isWalking) return; // the work is as it was
      customer.interruptions++;
      if (rule === RESUME) customer.work = (endsAt - now) * customer.speed;
      else if (rule === RESAMPLE) customer.work = chance.resampled(customer.class, customer.step, customer.number, customer.interruptions);
    }

    /** The first in order of service who can takes the server of somebody of a lower class; false when nobody can. */
    function someoneInterrupts(): boolean {
      if (table.interrupt === FINISH) return false;
      for (const line of lines) {
        const heads = keeps ? inOrder(line) : inOrder(line).filter((customer, _, [first]) => rankOf(customer) === rankOf(first));
        for (const head of heads) {
          const lower = servers.filter(
            (server) => lineOf(server) === line && server.customer && rankOf(server.customer) > rankOf(head) && mayServe(server, head),
          );
          const [server] = lower.sort(
            (a, b) =>
              rankOf(b.customer!) - rankOf(a.customer!) ||
              Number(b.customer!.isWalking) - Number(a.customer!.isWalking) ||
              b.customer!.began - a.customer!.began,
          );
          if (server === undefined) continue;
          const taker = keeps ? head : next(line)!;
          const inHand = server.customer!;
          leaveLine(taker);
          interrupt(inHand, table.interrupt);
          call(taker, server);
          enterLine(line, inHand, true);
          if (hasWindows) releaseIdle();
          return true;
        }
      }
      return false;
    }

    // From lane to lane

    function moveEverybody(line: Customer[]): void {
      for (let customer = next(line); customer; customer = next(line)) {
        moveTo(shortestFor(customer), customer);
      }
    }
    function shortestFor(customer: Customer): number {
      return lanesFor(customer, staff).reduce((shortest, lane) => (inSystem(lane) < inSystem(shortest) ? lane : shortest));
    }
    function moveTo(lane: number, customer: Customer): void {
      leaveLine(customer);
      log(SWITCHED, customer, row, lane);
      if (!isCalledAtOnce(customer, lines[lane])) enterLine(lines[lane], customer);
    }
    function slowness(customer: Customer): number {
      return classes[customer.class].walkFactor ?? 1;
    }
    function setOutFor(lane: number, customer: Customer, distance: number): void {
      const walk = distance * slowness(customer);
      if (walk === 0) return moveTo(lane, customer);
      leaveLine(customer);
      customer.lane = lane;
      log(SWITCHED, customer, row, lane);
      servers[lane].coming.push(customer);
      isBetweenLines(customer);
      customer.way = schedule(now + walk, TIMER, () => arriveAtLine(customer));
    }
    function arriveAtLine(customer: Customer): void {
      leaveWay(customer);
      customer.way = null;
      if (hasLanes && customer.lane >= staff && staff > 0) {
        customer.lane = shortestFor(customer);
        log(SWITCHED, customer, row, customer.lane);
      }
      const {lane} = customer;
      const server = servers[lane];
      if (server.state === "idle") return call(customer, server);
      if (isClosed && turnsAway) return goWithout(TURNED_AWAY_AT, customer);
      patienceAnew(customer);
      if (hasLanes) enterLine(lines[lane], customer);
      else standAt(server, customer);
    }
    function standAt(server: Server, customer: Customer): void {
      customer.line = server.standing;
      server.standing.push(customer);
      isBetweenLines(customer);
    }

    // When all else is over

    /** The head of the one line goes to the window with the fewest. */
    function someoneGoesToWindow(): boolean {
      if (!hasPlaces || staff === 0) return false;
      const window = servers.slice(0, staff).reduce((least, one) => (inSystem(one.place) < inSystem(least.place) ? one : least));
      if (inSystem(window.place) > table.places) return false;
      const customer = next(lines[0]);
      if (customer === undefined) return false;
      const walk = table.walkFirst + window.place * table.walkEach;
      if (window.state !== "idle" && walk > 0) {
        setOutFor(window.place, customer, walk);
        return true;
      }
      leaveLine(customer);
      customer.lane = window.place;
      log(SWITCHED, customer, row, window.place);
      if (window.state === "idle") call(customer, window);
      else standAt(window, customer);
      return true;
    }
    /** An idle express server takes the next one of the longest of the other lanes. */
    function anExpressServerHelps(): boolean {
      if (!hasLanes || !table.expressHelps) return false;
      const express = Math.min(table.expressLanes, staff - 1);
      const idle = servers.slice(0, Math.max(0, express)).find(({state}) => state === "idle");
      if (idle === undefined) return false;
      const longest = servers.slice(express).reduce((most, one) => (lineOf(one).length > lineOf(most).length ? one : most));
      const customer = next(lineOf(longest));
      if (customer === undefined) return false;
      moveTo(idle.place, customer);
      return true;
    }
    function aServerComesOrGoes(): boolean {
      if (table.opensAt === 0 || isClosed) return false;
      const queues = hasLanes ? lines.slice(0, staff) : lines;
      if (staff < scheduled && queues.every(({length}) => length >= table.opensAt)) {
        changeStaff(staff + 1);
        return true;
      }
      const last = isPool ? servers.find(({state}) => state === "idle") : servers[staff - 1];
      if (staff <= Math.min(table.opensLeast, scheduled) || waiting() > 0 || last?.state !== "idle") return false;
      changeStaff(staff - 1);
      return true;
    }
    const somebodyMoves = () =>
      someoneInterrupts() ||
      someoneGoesToWindow() ||
      anExpressServerHelps() ||
      aServerComesOrGoes() ||
      aClassGoesForward() ||
      someoneSwitches();

    /** One person switches; false when nobody wants to. */
    function someoneSwitches(): boolean {
      if (!hasLanes || table.switchAt === 0) return false;
      const lanes = servers.map(({place}) => place);
      const mayGo = (from: number, to: number) => lanesFor(lastOf(lines[from]), staff).includes(to);
      for (const to of table.switchWhenIdle ? lanes.slice(0, staff) : []) {
        const givers = lanes.filter((lane) => lines[lane].length > 0 && mayGo(lane, to));
        if (servers[to].state !== "idle" || servers[to].coming.length > 0 || givers.length === 0) continue;
        const from = givers.reduce((most, lane) => (lines[lane].length > lines[most].length ? lane : most));
        setOutFor(to, lastOf(lines[from]), table.switchCost);
        return true;
      }
      for (const to of table.switchWhenIdle ? [] : lanes.slice(0, staff)) {
        const nearestFirst = [...lanes].sort((a, b) => Math.abs(a - to) - Math.abs(b - to) || a - b);
        const from = nearestFirst.find(
          (lane) => inSystem(lane) >= inSystem(to) + table.switchAt && lines[lane].length > 0 && mayGo(lane, to),
        );
        if (from === undefined) continue;
        setOutFor(to, lastOf(lines[from]), table.switchCost);
        return true;
      }
      return false;
    }

    return {join, turnAwayAll, somebodyMoves};
  }

  // The way through the place

  /** For whatever reason. */
  function leave(customer: Customer): void {
    log(LEFT, customer, -1);
    left++;
    if (customer.member) goesHome(customer.member.source, customer.member.member, customer.member.comings);
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
    customer.work = step.isCertain[customer.class]
      ? customer.requirement[row]
      : chance.workAgain(customer.class, row, customer.number, pass);
    if (step.does === DELAY) schedule(now + customer.work, TIMER, () => moveOn(customer));
    else stations[step.station].join(customer);
  }

  // The day

  const stations = model.stations.map((_, row) => stationOf(row));
  function close(): void {
    isClosed = true;
    if (turnsAway) for (const station of stations) station.turnAwayAll();
  }
  if (horizon.isDay) schedule(horizon.endsAt, SCHEDULE, close);

  const customers = door.map((logged, number): Customer => {
    const fresh = {
      step: NOBODY,
      passes: steps.map(() => 0),
      visits: 0,
      interruptions: 0,
      joined: -1,
      joinedAt: NaN,
      line: [],
      lane: -1,
      work: 0,
      isWalking: false,
      began: 0,
      timer: null,
      way: null,
      giveUp: null,
      pace: 1,
      paceSince: 0,
      patienceLeft: 0,
      speed: 1,
      member: null,
    };
    return {...logged, number, ...fresh};
  });
  function arrive(batch: Customer[]): void {
    for (const customer of batch) {
      came++;
      log(ARRIVED, customer, -1);
      go(customer, classes[customer.class].firstStep);
    }
  }
  // Members of a population come when they come; who they are, and with what needs, is told at the door.
  const isMember = (customer: Customer) => sourceOf(model, customer).process === POPULATION;
  const inOrder = comers.map((number) => customers[number]);
  const members = inOrder.filter(isMember);
  function goesHome(source: Row, member: number, comings: number): void {
    const at = now + chance.away(source, member, comings);
    if (horizon.isDay && at >= horizon.endsAt) return;
    schedule(at, ARRIVAL, () => {
      const customer = members.shift();
      if (customer === undefined) return; // the last has come
      customer.member = {source, member, comings: comings + 1};
      arrive([customer]);
    });
  }
  /** Nobody comes any more. */
  function isDoorShut(): boolean {
    return isClosed || (!horizon.isDay && came === door.length);
  }
  const others = inOrder.filter((customer) => !isMember(customer));
  for (const batch of inBatches(model, others)) schedule(batch[0].at, ARRIVAL, () => arrive(batch));
  now = horizon.startsAt;
  model.sources.forEach(({process, members: count = 0}, source) => {
    if (process === POPULATION) for (let member = 0; member < count; member++) goesHome(source, member, 0);
  });
  now = -Infinity;

  for (;;) {
    const isInstantOver = calendar.length === 0 || calendar[0].at > now;
    if (isInstantOver && stations.some((station) => station.somebodyMoves())) continue;
    const event = calendar.shift();
    if (event === undefined || (!horizon.isDay && left === door.length)) break; // machines would break down for ever
    now = event.at;
    event.happen();
  }
  for (const station of stations) station.turnAwayAll();
  return events;
}

function sourceOf(model: Model, {class: row}: Customer) {
  return model.sources.find(({mixClass, listClass}) => mixClass.includes(row) || listClass.includes(row))!;
}

/** Customers who came in one arrival: at one instant, from one source that is no list and no book. The source is told by the class. */
function inBatches(model: Model, customers: Customer[]): Customer[][] {
  const batches: Customer[][] = [];
  for (const customer of customers) {
    const before = batches.at(-1)?.[0];
    const isTogether =
      before?.at === customer.at &&
      sourceOf(model, before) === sourceOf(model, customer) &&
      ![LIST, BOOK].includes(sourceOf(model, customer).process);
    if (isTogether) batches.at(-1)!.push(customer);
    else batches.push([customer]);
  }
  return batches;
}
