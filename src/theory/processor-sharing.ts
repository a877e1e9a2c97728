/**
 * Processor sharing: everybody is served at once, c servers' work divided evenly, nobody faster than one server.
 *
 *   n people are each served with speed min(1, c/n)
 *   one server   T(x) = x / (1 - ρ) for a customer with work x
 *   c servers    the number present is that of M/M/c, whatever the law of work
 *
 * Exact, and insensitive to the law of work.
 * Sources: Sakata, Noguchi and Oizumi (1969), "Analysis of a processor-shared queueing model for time-sharing systems";
 * Kleinrock (1976), Queueing Systems, volume 2, section 4.4; Cohen (1979), "The multiple phase service network with generalized
 * processor sharing", Acta Informatica 12, 245-284.
 */
import {poissonProbability} from "../math/poisson.ts";
import type {PerSecond, Probability, Seconds} from "../units.ts";
import {answer, type Formula} from "./answer.ts";
import {occupancyOf, requireQueue} from "./little.ts";
import type {LongRun, Queue} from "./long-run.ts";
import {exponentialWait, probabilityOfWaiting} from "./erlang-c.ts";
import {requireCount, requireNotNegative, requirePositive} from "./requirements.ts";

export const PROCESSOR_SHARING: Formula = {
  name: {en: "Processor sharing", zh: "处理器共享"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals, any law of work, all present share the servers evenly and nobody is served faster than by one server",
    zh: "泊松到达，业务量任意分布，在场者均分服务能力，每人速度不超过一个服务台",
  },
  source: 'Kleinrock (1976), "Queueing Systems", volume 2; Cohen (1979), Acta Informatica 12, 245-284',
};

/** Mean time in the place of a customer with so much work, one server shared by all; Infinity in overload. */
export function sojournOfWork(arrivalRate: PerSecond, serviceTime: Seconds, work: Seconds): Seconds {
  requirePositive("arrivalRate", arrivalRate);
  requirePositive("serviceTime", serviceTime);
  requireNotNegative("work", work);
  const idle = 1 - arrivalRate * serviceTime;
  return idle > 0 ? work / idle : Infinity;
}

/** Share of time with n people present, as in M/M/c; 0 in overload. */
export function numberPresentShare(queue: Queue, people: number): Probability {
  requireQueue(queue);
  requireCount("people", people, 0);
  const {arrivalRate, serviceTime, servers} = queue;
  const load = arrivalRate * serviceTime;
  const occupancy = occupancyOf(queue);
  if (occupancy >= 1) return 0;
  // P(n = c) = C (1 - ρ), and below c the ratios are those of Poisson counts
  const atServers = probabilityOfWaiting(load, servers) * (1 - occupancy);
  if (people >= servers) {
    let share = atServers;
    for (let n = servers; n < people && share > 0; n++) share *= occupancy;
    return share;
  }
  const full = poissonProbability(servers, load);
  if (full > 0 && atServers > 0) return (atServers / full) * poissonProbability(people, load);
  return poissonProbability(people, load); // nearly endless servers: all but nobody ever shares
}

/** Everything about sharing: nobody waits in a line, so `waitTime` is left out; the time in the place tells how slow it is. */
export function solveProcessorSharing(queue: Queue): LongRun {
  requireQueue(queue);
  const sojourn = exponentialWait(queue) + queue.serviceTime;
  return {
    sojournTime: answer(sojourn, PROCESSOR_SHARING),
    numberInSystem: answer(queue.arrivalRate * sojourn, PROCESSOR_SHARING),
    occupancy: answer(Math.min(1, occupancyOf(queue)), PROCESSOR_SHARING),
    throughput: answer(Math.min(queue.arrivalRate, queue.servers / queue.serviceTime), PROCESSOR_SHARING),
  };
}
