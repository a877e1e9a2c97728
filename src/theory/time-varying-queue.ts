/**
 * The M(t)/M/c(t)+M queue over a while: Poisson arrivals with a changing rate, exponential service, staff that comes and goes, exponential
 * patience, some who leave at once when they must wait, and a room that may be small. From any beginning; terminating-day.ts and
 * periodic-queue.ts ask it for days that close and days that repeat.
 *
 *   λ(t)   arrivals                µ   service rate of one server
 *   c(t)   servers on duty         θ   rate at which a waiting customer gives up
 *
 * When the staff drops: "finish" lets every customer in service be finished by the server they have (who then leaves; busy may exceed
 * the staff meanwhile), "interrupt" sends the surplus back to the head of the line (number in system alone matters: min(n, c) busy).
 * The two give different numbers; neither is a default.
 *
 * Exact but for rounding and truncation at 1e-17 in probability (forward-equations.ts): 1e-11 relative or better on the cases we know.
 * Source: Ingolfsson, Akhmetshina, Budge, Li and Wu (2007), "A survey and experimental comparison of service-level-approximation methods
 * for nonstationary M(t)/M/s(t) queueing systems with exhaustive discipline", INFORMS Journal on Computing 19(2), 201-214.
 */
import {gaussLegendre} from "../math/gauss-legendre.ts";
import type {Probability, Seconds} from "../units.ts";
import type {Formula} from "./answer.ts";
import {
  advance,
  changeStaff,
  emptyQueue,
  longestStep,
  type Regime,
  type StateChances,
  stateAt,
  TAYLOR_TERMS,
  type While,
} from "./forward-equations.ts";
import type {RateOverTime} from "./rate-over-time.ts";
import {requireCount, requireMoment, requireNotNegative, requirePositive, requireProbability} from "./requirements.ts";
import {chanceToBeServed, type Stretch, type TaggedChances} from "./tagged-customer.ts";

export const FORWARD_EQUATIONS: Formula = {
  name: {en: "M(t)/M/c(t)+M forward equations", zh: "M(t)/M/c(t)+M 前向方程"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals, exponential service and patience; any change of rate and staff, with the rule for a dropping staff named",
    zh: "泊松到达，服务时间与耐心均为指数分布；到达率与人数可随时间变化，并注明减员时的规则",
  },
  source: 'Grassmann (1977), "Transient solutions in Markovian queueing systems", Computers & Operations Research 4(1), 47-53',
};

/** So many servers from this moment on. */
export interface Staffing {
  from: Seconds;
  servers: number;
}

export interface TimeVaryingQueue {
  arrivalRate: RateOverTime;
  /** Mean service time. */
  serviceTime: Seconds;
  /** In order of time; the first holds from the beginning, whenever that is. */
  staff: readonly Staffing[];
  /** What becomes of those in service when there are fewer servers than before. */
  staffDrop: "finish" | "interrupt";
  /** Mean patience; Infinity (the default): nobody gives up. */
  patience?: Seconds;
  /** Share of those who find every server busy that leave at once (patience 0); 0 by default. */
  balking?: Probability;
  /** Places for people waiting; Infinity by default. Who finds no place is blocked, and was not asked for patience. */
  room?: number;
}

/** What happened from `from` to `to`, in expectation. Counts are of customers, areas in customer-seconds. */
export interface Account {
  from: Seconds;
  to: Seconds;
  /** Everyone who came, the blocked and those who left at once included. */
  arrivals: number;
  /** Of them, those who found every server busy. */
  foundBusy: number;
  /** Of them, those who found no place to wait. */
  blocked: number;
  /** Of them, those who left at once. */
  balked: number;
  /** Gave up waiting in this while (whenever they came). */
  abandoned: number;
  /** ∫ people waiting dt: the sum of all waits spent in this while. */
  queueArea: number;
  /** ∫ busy servers dt, overtime included. */
  busyArea: number;
  /** ∫ servers on duty dt; those who only finish a customer are not on duty. */
  staffArea: number;
  /** ∫ P(every server busy) dt: seconds in which a newcomer would wait. */
  allBusyTime: Seconds;
  /** Of the arrivals, those whose service begins within the time that was asked for, even after the end of this while; 0 if none was. */
  servedWithin: number;
}

const NOTHING: Omit<Account, "from" | "to"> = {
  arrivals: 0,
  foundBusy: 0,
  blocked: 0,
  balked: 0,
  abandoned: 0,
  queueArea: 0,
  busyArea: 0,
  staffArea: 0,
  allBusyTime: 0,
  servedWithin: 0,
};

/** The sum of accounts that follow each other. */
export function totalOf(accounts: readonly Account[]): Account {
  const total: Account = {from: accounts[0].from, to: accounts[accounts.length - 1].to, ...NOTHING};
  for (const account of accounts) for (const key of Object.keys(NOTHING) as (keyof typeof NOTHING)[]) total[key] += account[key];
  return total;
}

export interface Evolution {
  accounts: Account[];
  /** The chances at the end. */
  state: StateChances;
}

/** @throws RangeError that names the first argument that makes no sense */
export function requireTimeVarying(queue: TimeVaryingQueue): void {
  requirePositive("serviceTime", queue.serviceTime);
  const {patience = Infinity, balking = 0, room = Infinity} = queue;
  if (!(patience > 0)) throw new RangeError(`patience must be more than 0, got ${patience}`);
  requireProbability("balking", balking);
  if (room !== Infinity) requireCount("room", room, 0);
  if (queue.staff.length === 0) throw new RangeError("staff must name at least one number of servers, got none");
  queue.staff.forEach(({from, servers}, i) => {
    requireCount("servers", servers, 0);
    if (!(i === 0 ? from < Infinity : from > queue.staff[i - 1].from))
      throw new RangeError(`staff must be in order of time, got ${from} at ${i}`);
  });
}

/** What governs the queue with so many servers. */
export function regimeOf(queue: TimeVaryingQueue, servers: number): Regime {
  const {serviceTime, patience = Infinity, balking = 0, room = Infinity} = queue;
  return {servers, serviceRate: 1 / serviceTime, abandonRate: 1 / patience, balking, room};
}

/** Servers on duty at that moment. */
export function servingAt(queue: TimeVaryingQueue, time: Seconds): number {
  let servers = queue.staff[0].servers;
  for (const entry of queue.staff) if (entry.from <= time) servers = entry.servers;
  return servers;
}

/** When the staff is next told anew; Infinity: never. */
export function nextStaffing(queue: TimeVaryingQueue, time: Seconds): Seconds {
  for (const entry of queue.staff.slice(1)) if (entry.from > time) return entry.from;
  return Infinity;
}

/** Nobody there, with the staff of that moment. */
export function emptyAt(queue: TimeVaryingQueue, time: Seconds): StateChances {
  requireTimeVarying(queue);
  requireMoment("time", time);
  return emptyQueue(servingAt(queue, time), queue.room ?? Infinity);
}

/**
 * The queue from `from` to the last of `cuts`, with an account for each while between one cut and the next. With `within`, the accounts also tell who is
 * served within so long, first come first served; where the staff changes in that time, the tagged customer's chain is followed through the change.
 * Work grows with the events in the time (arrivals, and servers over service time) times the states that matter: some 15 ms for a day of
 * 2,000 calls at a dozen agents, some seconds at a thousand.
 *
 * @throws RangeError if an argument of the queue makes no sense, or the cuts do not rise from `from`
 */
export function evolve(
  queue: TimeVaryingQueue,
  beginning: StateChances,
  from: Seconds,
  cuts: readonly Seconds[],
  within?: Seconds,
): Evolution {
  requireTimeVarying(queue);
  if (!(Math.abs(from) < Infinity)) throw new RangeError(`from must be finite, got ${from}`);
  if (within !== undefined) requireNotNegative("within", within);
  const {arrivalRate: rate, staffDrop, room = Infinity} = queue;
  let state = beginning;
  let at = from;
  const accounts: Account[] = [];
  for (const cut of cuts) {
    if (!(cut > at && cut < Infinity)) throw new RangeError(`cuts must rise from ${from}, got ${cut}`);
    const account: Account = {from: at, to: cut, ...NOTHING};
    while (at < cut) {
      const servers = servingAt(queue, at);
      if (servers !== state.servers) state = changeStaff(state, servers, staffDrop, room);
      const regime = regimeOf(queue, servers);
      // Nothing jumps until `still`: neither the rate nor the staff, nor the staff that those who join now may yet meet.
      const still = Math.min(cut, nextStaffing(queue, at), rate.nextJump(at), nextInSight(queue, at, within));
      const peak = rate.peak(at, still);
      const meetsChange = within !== undefined && queue.staff.some((entry, i) => i > 0 && entry.from > at && entry.from - within <= at);
      const go = (to: Seconds): void => {
        while (at < to) {
          if (state.rows > 1) state = withoutPastOvertime(state);
          const longest = longestStep(state, regime, peak, rate.frequency);
          const steps = Math.ceil((to - at) / longest);
          const next = steps <= 1 ? to : at + (to - at) / steps;
          if (!(next > at))
            throw new RangeError(`arrivalRate and serviceTime must let a step be told from ${at} s, got one of ${longest} s`);
          const result = advance(state, regime, rate.series(at, TAYLOR_TERMS), peak, rate.frequency, next - at);
          book(account, result, regime, next - at);
          state = result.state;
          if (within !== undefined && !meetsChange)
            account.servedWithin += servedOf(result.found, state, regime, taggedAt(queue, at, within, state));
          at = next;
        }
      };
      if (within === undefined || !meetsChange) go(still);
      else {
        // The chance to be served hangs on how soon the staff changes: Gauss's points over the time until then.
        const events = (still - at) * (peak + (servers + state.rows - 1) * regime.serviceRate);
        const panels = Math.ceil(Math.max(1, (4 * (still - at)) / within, events / EVENTS_PER_PANEL));
        const start = at;
        const width = (still - start) / panels;
        for (let panel = 0; panel < panels; panel++) {
          PANEL.points.forEach((point, i) => {
            go(start + width * (panel + (1 + point) / 2));
            const here = state.chances.map((chance) => chance * rate.at(at));
            account.servedWithin += ((width * PANEL.weights[i]) / 2) * servedOf(here, state, regime, taggedAt(queue, at, within, state));
          });
        }
        go(still);
      }
    }
    accounts.push(account);
  }
  return {accounts, state};
}

const PANEL = gaussLegendre(10);
/** Arrivals and ends of service in one panel at the most: ten points then follow the bend to about 1e-11. */
const EVENTS_PER_PANEL = 8;

/** The next moment from which on a newcomer may still be waiting when the staff changes. */
function nextInSight(queue: TimeVaryingQueue, time: Seconds, within: Seconds | undefined): Seconds {
  if (within === undefined) return Infinity;
  let next = Infinity;
  for (const entry of queue.staff.slice(1)) if (entry.from - within > time) next = Math.min(next, entry.from - within);
  return next;
}

/** Chances to be served within the time for one who joins now, by the state they find. */
function taggedAt(queue: TimeVaryingQueue, time: Seconds, within: Seconds, state: StateChances): TaggedChances {
  const stretches: Stretch[] = [];
  for (let at = time; at < time + within; ) {
    const next = Math.min(time + within, nextStaffing(queue, at));
    stretches.push({length: next - at, regime: regimeOf(queue, servingAt(queue, at))});
    at = next;
  }
  return chanceToBeServed(stretches, queue.staffDrop, state.rows, state.places);
}

/** Of arrivals by state found, those served in time: at once if a server is free. */
function servedOf(found: Float64Array, state: StateChances, {servers, balking, room}: Regime, {chances}: TaggedChances): number {
  let sum = 0;
  for (let index = 0; index < servers; index++) sum += found[index];
  for (let index = servers; index < found.length; index++) {
    const {waiting} = stateAt(state, index);
    if (waiting < Math.min(room, state.places)) sum += (1 - balking) * found[index] * chances[index - servers];
  }
  return sum;
}

/** Rows of overtime that no longer matter are dropped: the next step has less to do. */
function withoutPastOvertime(state: StateChances): StateChances {
  let rows = state.rows;
  const width = state.places + 1;
  while (rows > 1) {
    let sum = 0;
    for (let i = 0; i < width; i++) sum += state.chances[state.servers + (rows - 1) * width + i];
    if (sum > 1e-19) break;
    rows--;
  }
  return rows === state.rows ? state : {...state, rows, chances: state.chances.slice(0, state.servers + rows * width)};
}

function book(account: Account, {state, time, found}: While, {servers, abandonRate, balking, room}: Regime, length: Seconds): void {
  account.staffArea += servers * length;
  let waiting = 0;
  for (let index = 0; index < time.length; index++) {
    account.arrivals += found[index];
    const here = stateAt(state, index);
    account.busyArea += here.busy * time[index];
    waiting += here.waiting * time[index];
    if (here.busy < servers) continue;
    account.allBusyTime += time[index];
    account.foundBusy += found[index];
    if (here.waiting >= room) account.blocked += found[index];
    else account.balked += balking * found[index];
  }
  account.queueArea += waiting;
  account.abandoned += abandonRate * waiting;
}

/** Number in system: P(N >= count), and its mean. */
export function atLeastPresent(state: StateChances, count: number): Probability {
  requireCount("count", count, 0);
  let sum = 0;
  for (let index = state.chances.length - 1; index >= 0; index--) {
    const {busy, waiting} = stateAt(state, index);
    if (busy + waiting >= count) sum += state.chances[index];
  }
  return Math.min(1, sum);
}

export function meanPresent(state: StateChances): number {
  let sum = 0;
  state.chances.forEach((chance, index) => {
    const {busy, waiting} = stateAt(state, index);
    sum += (busy + waiting) * chance;
  });
  return sum;
}
