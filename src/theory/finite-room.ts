/**
 * A room with an end: M/M/c/K, and M/M/c/K+M where people give up as well. Poisson arrivals, exponential service, c servers, at most
 * K people waiting and in service; who finds the room full is refused.
 *
 *   room          K         people at the place, waiting and in service; K = c is Erlang B
 *   patience      1/θ   s   mean of an exponential patience; left out: nobody gives up
 *   p(n)                    share of time with n people there, and what an arrival finds
 *   line(k)                 p(c + k): all servers busy and k waiting
 *   u             e^(-θt)   patience left; with k ahead the offered wait exceeds t with probability I_u(c µ/θ, k + 1)
 *
 * Exact. Every sum is of positive terms, started from the likeliest state: 1e-13 relative, small shares included, for rooms to 1e6.
 * A finite room has a long run under any load.
 * Source: Gross and Harris, Fundamentals of Queueing Theory, chapter 2; Ancker and Gafarian (1963), "Some Queuing Problems with
 * Balking and Reneging", Operations Research 11, 88-100, for patience. That the wait is the logarithm of a beta variate follows from
 * its being a sum of exponentials of rates cµ, cµ + θ, … (Rényi's order statistics).
 */
import type {Probability, Seconds} from "../units.ts";
import {answer, type Answer, type Formula} from "./answer.ts";
import {BirthDeath} from "./birth-death.ts";
import {LineInRoom} from "./line-in-room.ts";
import type {LongRun, Queue} from "./long-run.ts";
import {requireCount, requirePositive, requireProbability, requireQueue, requireTime} from "./requirements.ts";

export const FINITE_ROOM: Formula = {
  name: {en: "M/M/c/K", zh: "M/M/c/K（有限容量）"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals, exponential service, one line in order of arrival, at most K people there, the others refused",
    zh: "泊松到达，指数服务时间，单队先到先服务，系统内最多 K 人，其余被拒",
  },
  source: "Gross and Harris, Fundamentals of Queueing Theory, chapter 2",
};

export const FINITE_ROOM_WITH_PATIENCE: Formula = {
  name: {en: "M/M/c/K+M", zh: "M/M/c/K+M（有限容量，有限耐心）"},
  kind: "exact",
  validity: {
    en: "as M/M/c/K, and everyone has an exponential patience",
    zh: "同 M/M/c/K，且耐心时间服从指数分布",
  },
  source: 'Ancker and Gafarian (1963), "Some Queuing Problems with Balking and Reneging", Operations Research 11, 88-100',
};

/** A queue of limited room, patient or not. */
export interface RoomQueue extends Queue {
  room: number;
  patience?: Seconds;
}

/** Everything of the long run, and the share of time with so many people there. */
export interface RoomLongRun extends LongRun {
  waitBeyond(time: Seconds): Answer;
  waitPercentile(share: Probability): Answer;
  servedWithin(time: Seconds): Answer;
  /** Share of the time with just so many people at the place. */
  present(people: number): Answer;
}

/**
 * M/M/c/K (with patience M/M/c/K+M) in the long run. Waits are of those who get in.
 *
 * @throws RangeError if `servers` or `room` is not a whole number, `room` is below `servers`, or a rate or time is not positive and
 *   finite
 */
export function solveFiniteRoom(queue: RoomQueue): RoomLongRun {
  requireQueue(queue);
  const {arrivalRate, serviceTime, servers, room, patience} = queue;
  requireCount("room", room, servers);
  if (patience !== undefined) requirePositive("patience", patience);
  const completionRate = servers / serviceTime;
  const abandonRate = patience === undefined ? 0 : 1 / patience;
  const place = new BirthDeath(
    room,
    () => arrivalRate,
    (n) => Math.min(n, servers) / serviceTime + Math.max(0, n - servers) * abandonRate,
  );
  const formula = patience === undefined ? FINITE_ROOM : FINITE_ROOM_WITH_PATIENCE;
  const as = (value: number) => answer(value, formula);
  const admitted = place.sum(0, room - 1, () => 1);
  const queueLength = place.sum(servers, room, (n) => n - servers);
  const busy = place.sum(0, room, (n) => Math.min(n, servers));
  const throughput = busy / serviceTime;
  const line = new LineInRoom(
    completionRate,
    abandonRate,
    Float64Array.from({length: room - servers}, (_, k) => place.share(servers + k)),
  );
  const idle = place.sum(0, servers - 1, () => 1);
  const waiting = line.joining / admitted;
  const joinRate = arrivalRate * admitted;
  const beyond = (time: Seconds) => line.waitBeyond(time) / admitted;
  return {
    waitTime: as(queueLength / joinRate),
    waitVariance: as(Math.max(0, line.waitSecondMoment() / admitted - (queueLength / joinRate) * (queueLength / joinRate))),
    waitOfServed: as(line.waitOfServed() / (idle + line.served())),
    waitOfWaiting: as(waiting > 0 ? queueLength / joinRate / waiting : 0),
    sojournTime: as((queueLength + busy) / joinRate),
    queueLength: as(queueLength),
    numberInSystem: as(queueLength + busy),
    occupancy: as(busy / servers),
    waiting: as(waiting),
    abandoned: as((queueLength * abandonRate) / arrivalRate),
    blocked: as(place.share(room)),
    throughput: as(throughput),
    waitBeyond(time) {
      requireTime("time", time);
      return as(beyond(time));
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
