/**
 * Retrials: M/M/c/c whose refused customers do not go away but try again, each after exponential times of its own, for ever.
 *
 *   servers       c         nobody waits in line; who finds all busy joins the orbit
 *   retryRate     ν     /s  attempts of each customer in orbit
 *   p(i, j)                 i servers busy, j in orbit
 *
 * One server has a closed form, for any law of service. More have none: the orbit is cut where nothing is left of it, and solved
 * level by level from the top, where a customer in orbit takes a free server at once. Level j is a multiple x(j) of p(c, j - 1):
 * it is entered from there alone. The recursion for x has positive terms only: 1e-13 relative.
 * Source: Cohen (1957); Falin and Templeton (1997), Retrial Queues; positive terms as in Grassmann, Taksar and Heyman (1985).
 */
import type {PerSecond, Seconds} from "../units.ts";
import {type Answer, answer, type Formula} from "./answer.ts";
import type {LongRun, Queue} from "./long-run.ts";
import {requireNotNegative, requirePositive, requireQueue} from "./requirements.ts";

export const RETRIALS: Formula = {
  name: {en: "Retrial queue", zh: "重试排队"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals, exponential service, no line; who is refused tries again after exponential times until served",
    zh: "泊松到达，指数服务时间，无等候队列；被拒者按指数间隔反复重试直到被服务",
  },
  source: "Cohen (1957); Falin and Templeton (1997), Retrial Queues",
};

export interface RetrialQueue extends Queue {
  retryRate: PerSecond;
}

/** `waitTime` is from the first attempt to start of service, `queueLength` the orbit. */
export interface RetrialLongRun extends LongRun {
  waitTime: Answer;
  queueLength: Answer;
  /** Share of fresh customers that are refused at their first attempt. */
  waiting: Answer;
}

/**
 * M/M/c/c with retrials in the long run. Overloaded (a >= c), the orbit grows for ever: Infinity.
 *
 * @throws RangeError if `servers` is not a whole number of 1 or more, a rate or time is not positive and finite, or several servers are
 *   so nearly overloaded, or retries so rare, that the orbit takes more than a million states
 */
export function solveRetrials(queue: RetrialQueue): RetrialLongRun {
  requireQueue(queue);
  requirePositive("retryRate", queue.retryRate);
  const offeredLoad = queue.arrivalRate * queue.serviceTime;
  if (offeredLoad >= queue.servers) return longRun(queue, 1, Infinity);
  if (queue.servers === 1) return longRun(queue, offeredLoad, orbitAtOneServer({...queue, squaredCV: 1}).value);
  let before = 0;
  for (let last = 64; last * queue.servers < MOST_STATES; last *= 2) {
    const {allBusy, orbit, beyond} = solveLevels(queue, last);
    if (beyond < 1e-18 && Math.abs(orbit - before) <= 1e-13 * orbit) return longRun(queue, allBusy, orbit);
    before = orbit;
  }
  throw new RangeError(
    `servers (${queue.servers}) must exceed the load by more than ${queue.servers - offeredLoad} to be solved, or retryRate be more than ${queue.retryRate}`,
  );
}

/** Beyond so many states a question takes longer than anybody waits for it. */
const MOST_STATES = 1e6;

/** One server, any law of service. */
export interface OneServerRetrials {
  arrivalRate: PerSecond;
  serviceTime: Seconds;
  /** Variance of service over its squared mean. */
  squaredCV: number;
  retryRate: PerSecond;
}

/**
 * The mean number in orbit of M/G/1/1 with retrials: λ² E[S²] / (2 (1 - ρ)), which M/G/1 would have waiting, and λρ / (ν (1 - ρ)) more.
 *
 * @throws RangeError if a rate or time is not positive and finite, or `squaredCV` is negative or not finite
 */
export function orbitAtOneServer({arrivalRate, serviceTime, squaredCV, retryRate}: OneServerRetrials): Answer {
  requirePositive("arrivalRate", arrivalRate);
  requirePositive("serviceTime", serviceTime);
  requireNotNegative("squaredCV", squaredCV);
  requirePositive("retryRate", retryRate);
  const occupancy = arrivalRate * serviceTime;
  if (occupancy >= 1) return answer(Infinity, RETRIALS);
  const waiting = (occupancy * occupancy * (1 + squaredCV)) / 2;
  return answer((waiting + (arrivalRate / retryRate) * occupancy) / (1 - occupancy), RETRIALS);
}

function longRun({arrivalRate, serviceTime, servers}: Queue, allBusy: number, orbit: number): RetrialLongRun {
  const as = (value: number) => answer(value, RETRIALS);
  const offeredLoad = arrivalRate * serviceTime;
  const waitTime = orbit / arrivalRate;
  return {
    waitTime: as(waitTime),
    waitOfServed: as(waitTime),
    waitOfWaiting: as(waitTime / allBusy),
    sojournTime: as(waitTime + serviceTime),
    queueLength: as(orbit),
    numberInSystem: as(orbit + offeredLoad),
    occupancy: as(Math.min(1, offeredLoad / servers)),
    waiting: as(allBusy),
    abandoned: as(0),
    blocked: as(0),
    throughput: as(Math.min(arrivalRate, servers / serviceTime)),
  };
}

/** Orbits of up to `last`. */
function solveLevels(
  {arrivalRate, serviceTime, servers, retryRate}: RetrialQueue,
  last: number,
): {allBusy: number; orbit: number; beyond: number} {
  const serviceRate = 1 / serviceTime;
  // Downwards from the level above: y[i] is the rate at which level j is entered from above in state i, for each visit of (c, j).
  const above = new Float64Array(servers + 1);
  above[servers] = arrivalRate;
  const x = new Float64Array(servers + 1);
  // By level: what it has in all, and in state c, for one unit of p(c, j - 1).
  const whole = new Float64Array(last + 1);
  const full = new Float64Array(last + 1);
  for (let j = last; j >= 0; j--) {
    solveLevel(x, above, arrivalRate, serviceRate, j * retryRate);
    let free = 0;
    for (let i = 0; i < servers; i++) free += x[i];
    // Down goes as much as came up from (c, j - 1): j ν (all but state c) = λ.
    const scale = j === 0 ? 1 : arrivalRate / (j * retryRate * free);
    full[j] = scale;
    whole[j] = scale * (free + 1);
    for (let i = 1; i <= servers; i++) above[i] = j * retryRate * scale * x[i - 1];
  }
  let total = whole[0];
  let allBusy = full[0];
  let orbit = 0;
  let entry = full[0];
  let level = 0;
  for (let j = 1; j <= last; j++) {
    if (entry > 1e200) {
      // Where retries are rare the likeliest orbit is large, and an empty one all but impossible.
      entry *= 1e-200;
      total *= 1e-200;
      allBusy *= 1e-200;
      orbit *= 1e-200;
    }
    level = entry * whole[j];
    entry *= full[j];
    total += level;
    allBusy += entry;
    orbit += j * level;
  }
  return {allBusy: allBusy / total, orbit: orbit / total, beyond: level / total};
}

/** x(i) for i below c, with x(c) = 1: balance in each state, by x(i) = α x(i + 1) + β upwards and back. */
function solveLevel(x: Float64Array, above: Float64Array, arrivalRate: PerSecond, serviceRate: PerSecond, leaving: PerSecond): void {
  const servers = x.length - 1;
  const alpha = new Float64Array(servers);
  const beta = new Float64Array(servers);
  // The outflow of state i that does not come back from below: λ + e, with e = jν + iµ e'/(e' + λ).
  let e = leaving;
  for (let i = 0; i < servers; i++) {
    if (i > 0) e = leaving + (i * serviceRate * e) / (e + arrivalRate);
    alpha[i] = ((i + 1) * serviceRate) / (e + arrivalRate);
    beta[i] = (above[i] + (i > 0 ? arrivalRate * beta[i - 1] : 0)) / (e + arrivalRate);
  }
  x[servers] = 1;
  for (let i = servers - 1; i >= 0; i--) x[i] = alpha[i] * x[i + 1] + beta[i];
}
