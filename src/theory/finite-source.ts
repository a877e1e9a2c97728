/**
 * A finite source: N customers who come again, M/M/c/K/N. Each one that is not at the place comes at rate α; with room for all it is
 * the machine repair model M/M/c//N, with no place to wait Engset's loss system.
 *
 *   population    N         who can come at all
 *   ratePerIdle   α     /s  arrivals of each one that is not there
 *   room          K         people at the place, waiting and in service; left out: all of them
 *   p(n)                    share of time with n there; an attempt finds n with probability (N - n) p(n) over its sum
 *
 * Time congestion, the share of time the place is full, is not call congestion, the share of attempts that find it full: who is there
 * cannot come. Call congestion is what the same place has as time congestion with one customer fewer.
 * Exact; sums of positive terms, 1e-13 relative.
 * Source: Engset (1918); Palm (1947) for machines; Gross and Harris, Fundamentals of Queueing Theory, chapter 2; Takagi (1993),
 * Queueing Analysis, volume 2.
 */
import type {PerSecond, Probability, Seconds} from "../units.ts";
import {type Answer, answer, type Formula} from "./answer.ts";
import {BirthDeath} from "./birth-death.ts";
import {LineInRoom} from "./line-in-room.ts";
import type {LongRun} from "./long-run.ts";
import {requireCount, requirePositive, requireProbability, requireTime} from "./requirements.ts";

export const FINITE_SOURCE: Formula = {
  name: {en: "Finite source (M/M/c/K/N)", zh: "有限源（M/M/c/K/N）"},
  kind: "exact",
  validity: {
    en: "N customers, each away for an exponential time before coming again; exponential service, one line in order of arrival; who finds no room tries again after such a time",
    zh: "N 个顾客，每人离开后经指数时间再来；指数服务时间，单队先到先服务；无位置者经同样时间后再试",
  },
  source: "Engset (1918); Gross and Harris, Fundamentals of Queueing Theory, chapter 2",
};

export const MACHINE_REPAIR: Formula = {
  name: {en: "Machine repair (M/M/c//N)", zh: "机器维修模型（M/M/c//N）"},
  kind: "exact",
  validity: {
    en: "N machines alike, each running for an exponential time until it fails; exponential repair, in order of failure",
    zh: "N 台相同机器，运行时间服从指数分布；指数维修时间，按故障先后维修",
  },
  source: "Palm (1947); Gross and Harris, Fundamentals of Queueing Theory, chapter 2",
};

export interface FiniteSource {
  population: number;
  ratePerIdle: PerSecond;
  serviceTime: Seconds;
  servers: number;
  room?: number;
}

/** `blocked` is the call congestion. The offered are the attempts, those repeated after a refusal too. */
export interface FiniteSourceLongRun extends LongRun {
  blocked: Answer;
  /** Share of the time that the place is full. */
  timeCongestion: Answer;
  /** Attempts, refused ones included. */
  attemptRate: Answer;
  numberInSystem: Answer;
  waitTime: Answer;
  throughput: Answer;
  waitBeyond(time: Seconds): Answer;
  waitPercentile(share: Probability): Answer;
  servedWithin(time: Seconds): Answer;
  /** Share of the time with just so many people at the place. */
  present(people: number): Answer;
}

/**
 * M/M/c/K/N in the long run. Waits are of those who get in.
 *
 * @throws RangeError if `population`, `servers` or `room` is not a whole number, `room` is below `servers` or above `population`, or a
 *   rate or time is not positive and finite. More servers than customers are allowed: the rest are idle.
 */
export function solveFiniteSource(source: FiniteSource): FiniteSourceLongRun {
  return longRun(source, FINITE_SOURCE);
}

function longRun({population, ratePerIdle, serviceTime, servers, room = population}: FiniteSource, formula: Formula): FiniteSourceLongRun {
  requireCount("population", population);
  requirePositive("ratePerIdle", ratePerIdle);
  requirePositive("serviceTime", serviceTime);
  requireCount("servers", servers);
  requireCount("room", room);
  if (room < Math.min(servers, population)) throw new RangeError(`room must be servers (${servers}) or more, got ${room}`);
  if (room > population) throw new RangeError(`room must be population (${population}) or less, got ${room}`);
  const serving = Math.min(servers, room);
  const place = new BirthDeath(
    room,
    (n) => (population - n) * ratePerIdle,
    (n) => Math.min(n, serving) / serviceTime,
  );
  const as = (value: number) => answer(value, formula);
  const idleCustomers = place.sum(0, room, (n) => population - n);
  const attemptRate = ratePerIdle * idleCustomers;
  const found = (n: number) => ((population - n) * place.share(n)) / idleCustomers;
  const admitted = place.sum(0, room - 1, (n) => population - n) / idleCustomers;
  const idle = place.sum(0, serving - 1, (n) => population - n) / idleCustomers;
  const queueLength = place.sum(serving, room, (n) => n - serving);
  const busy = place.sum(0, room, (n) => Math.min(n, serving));
  const throughput = busy / serviceTime;
  const waitTime = queueLength / throughput;
  const line = new LineInRoom(
    serving / serviceTime,
    0,
    Float64Array.from({length: room - serving}, (_, k) => found(serving + k)),
  );
  const waiting = line.joining / admitted;
  return {
    waitTime: as(waitTime),
    waitVariance: as(Math.max(0, line.waitSecondMoment() / admitted - waitTime * waitTime)),
    waitOfServed: as(waitTime),
    waitOfWaiting: as(waiting > 0 ? waitTime / waiting : 0),
    sojournTime: as(waitTime + serviceTime),
    queueLength: as(queueLength),
    numberInSystem: as(queueLength + busy),
    occupancy: as(busy / servers),
    waiting: as(waiting),
    abandoned: as(0),
    blocked: as(found(room)),
    timeCongestion: as(place.share(room)),
    attemptRate: as(attemptRate),
    throughput: as(throughput),
    waitBeyond(time) {
      requireTime("time", time);
      return as(line.waitBeyond(time) / admitted);
    },
    waitPercentile(share) {
      requireProbability("share", share);
      if (waiting <= 1 - share) return as(0);
      return as(line.crossing((1 - share) * admitted, serviceTime));
    },
    servedWithin(time) {
      requireTime("time", time);
      return as(idle + line.servedWithin(time));
    },
    present(people) {
      requireCount("people", people, 0);
      return as(people > room ? 0 : place.share(people));
    },
  };
}

export interface Machines {
  machines: number;
  /** Mean running time until a failure. */
  timeToFailure: Seconds;
  repairTime: Seconds;
  repairers: number;
}

export interface MachineRepairLongRun extends FiniteSourceLongRun {
  /** Share of the machines' time that they run. */
  availability: Answer;
  /** From failure to running again: the wait for a repairer and the repair. */
  timeToRestore: Answer;
}

/**
 * M/M/c//N in the long run: `numberInSystem` machines are down, `waitTime` is the wait for a repairer.
 *
 * @throws RangeError if `machines` or `repairers` is not a whole number of 1 or more, or a time is not positive and finite
 */
export function solveMachineRepair({machines, timeToFailure, repairTime, repairers}: Machines): MachineRepairLongRun {
  requireCount("machines", machines);
  requirePositive("timeToFailure", timeToFailure);
  requirePositive("repairTime", repairTime);
  requireCount("repairers", repairers);
  const source = {population: machines, ratePerIdle: 1 / timeToFailure, serviceTime: repairTime, servers: repairers};
  const down = longRun(source, MACHINE_REPAIR);
  // Failures come from running machines alone, so those that run are the throughput times the running time.
  const availability = (down.throughput.value * timeToFailure) / machines;
  return {
    ...down,
    availability: answer(availability, MACHINE_REPAIR),
    timeToRestore: answer(down.waitTime.value + repairTime, MACHINE_REPAIR),
  };
}
