/**
 * Erlang B: the M/M/c/c loss system. Poisson arrivals, any service law, c servers, nobody waits: who finds all busy is lost.
 *
 *   offeredLoad   a = λ/µ   work arriving, in erlangs
 *   servers       c         serving in parallel
 *   blocking      B(c, a)   share of arrivals lost
 *
 * Exact, and insensitive to the law of service. Between whole numbers of servers B is continued by Jagerman's integral
 * 1/B = a ∫ e^(-at) (1+t)^c dt over t > 0, which obeys the same recursion.
 * Source: Erlang (1917); the recursion: Messerli (1972); the continuation and the derivatives: Jagerman (1974).
 */
import {findRoot} from "../math/find-root.ts";
import {exp, log, logGamma, pow, regularizedGammaQ} from "../math/index.ts";
import {solvePositive} from "../math/solve-positive.ts";
import type {Erlangs, Probability, Seconds} from "../units.ts";
import {answer, type Formula} from "./answer.ts";
import type {LongRun, Queue} from "./long-run.ts";
import {
  requireAtMost,
  requireCount,
  requireNotNegative,
  requirePositive,
  requireProbability,
  requireQueue,
  requireTime,
} from "./requirements.ts";

export const ERLANG_B: Formula = {
  name: {en: "Erlang B", zh: "Erlang B 公式"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals, no waiting room; any law of service with the same mean",
    zh: "泊松到达，无等候空间；服务时间可为任意分布，只看均值",
  },
  source: 'Erlang (1917), "Solution of some problems in the theory of probabilities of significance in automatic telephone exchanges"',
};

/**
 * Share of arrivals that find every server busy, B(c, a), from 0 to 1. To the last digits for any load and up to millions of
 * servers (each step of the recursion shrinks the error of the one before); below 1e-308 it is 0.
 *
 * @throws RangeError if `servers` is not a whole number of 0 or more, or `offeredLoad` is negative or not finite
 * @example blockingProbability(1, 1) // 1/2
 */
export function blockingProbability(offeredLoad: Erlangs, servers: number): Probability {
  requireNotNegative("offeredLoad", offeredLoad);
  requireCount("servers", servers, 0);
  return raised(1, offeredLoad, 0, servers);
}

/**
 * B(c, a) for any number of servers, whole or not: for planners who keep fractions of a person until shifts are built, and for
 * Hayward's approximation. Equal to `blockingProbability` at whole numbers and smooth between them, to about 1e-14 relative.
 *
 * @throws RangeError if `servers` or `offeredLoad` is negative or not finite
 */
export function fractionalBlockingProbability(offeredLoad: Erlangs, servers: number): Probability {
  requireNotNegative("offeredLoad", offeredLoad);
  requireNotNegative("servers", servers);
  requireAtMost("servers", servers);
  const part = servers - Math.floor(servers);
  return raised(part === 0 ? 1 : blockingBelowOne(offeredLoad, part), offeredLoad, part, servers);
}

/**
 * From B(from, a) to B(to, a), one server at a time: in the textbook ratio of a^n / n!, n! overflows beyond 170 servers. `to` less
 * `from` is whole.
 */
function raised(blocking: Probability, offeredLoad: Erlangs, from: number, to: number): Probability {
  let value = blocking;
  for (let n = from + 1; n <= to; n++) value = (offeredLoad * value) / (n + offeredLoad * value);
  return value;
}

/** B(x, a) = a^x e^-a / Γ(x + 1, a) for x between 0 and 1. */
function blockingBelowOne(offeredLoad: Erlangs, servers: number): Probability {
  if (offeredLoad === 0) return 0;
  if (offeredLoad < 2) {
    const power = pow(offeredLoad, servers) * exp(-offeredLoad - logGamma(servers + 1));
    return power / regularizedGammaQ(servers + 1, offeredLoad);
  }
  // The continued fraction of Γ(x + 1, a) e^a a^-(x+1) (Abramowitz and Stegun 6.5.31, even part), so that e^-a cancels.
  let b = offeredLoad - servers;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; ; n++) {
    const numerator = -n * (n - 1 - servers);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < 3e-16) return 1 / (offeredLoad * fraction);
  }
}

/**
 * How fast blocking grows with the load, ∂B/∂a, per erlang: B (c/a - 1 + B). At no load it is 1 for one server and 0 for more. What
 * is left of c/a - 1 + B loses digits where blocking is nearly 1.
 *
 * @throws RangeError as `blockingProbability` does
 */
export function blockingSlope(offeredLoad: Erlangs, servers: number): number {
  const blocking = blockingProbability(offeredLoad, servers);
  if (servers === 0) return 0;
  if (offeredLoad === 0) return servers === 1 ? 1 : 0;
  return blocking * (servers / offeredLoad - 1 + blocking);
}

/**
 * The load that so many servers carry at this blocking, in erlangs: to the last digits.
 *
 * @throws RangeError if `servers` is not a whole number of 1 or more, or `blocking` is not at least 0 and below 1
 * @example loadForBlocking(0.01, 10) // 4.461
 */
export function loadForBlocking(blocking: Probability, servers: number): Erlangs {
  requireCount("servers", servers);
  if (!(blocking >= 0 && blocking < 1)) throw new RangeError(`blocking must be at least 0 and less than 1, got ${blocking}`);
  if (blocking === 0) return 0;
  // What is carried, a (1 - B), is less than c.
  const limit = servers / (1 - blocking);
  return solvePositive(blocking, limit / 2, limit * (1 + 1e-15), "grows", (load) => {
    const share = raised(1, load, 0, servers);
    return {share, elasticity: servers - load * (1 - share)};
  });
}

/**
 * The fewest servers that keep blocking at this or below.
 *
 * @throws RangeError if `offeredLoad` is negative or not finite, or `blocking` is not above 0 and at most 1
 */
export function serversForBlocking(offeredLoad: Erlangs, blocking: Probability): number {
  requireNotNegative("offeredLoad", offeredLoad);
  requireAtMost("offeredLoad", offeredLoad);
  requireBlocking(blocking);
  let servers = 0;
  for (let value = 1; value > blocking; servers++) value = (offeredLoad * value) / (servers + 1 + offeredLoad * value);
  return servers;
}

/**
 * The number of servers, with its fraction, at which blocking is just this.
 *
 * @throws RangeError if `offeredLoad` is not positive and finite, or `blocking` is not above 0 and at most 1
 */
export function fractionalServersForBlocking(offeredLoad: Erlangs, blocking: Probability): number {
  requirePositive("offeredLoad", offeredLoad);
  requireBlocking(blocking);
  const enough = serversForBlocking(offeredLoad, blocking);
  if (enough === 0) return 0;
  const target = log(blocking);
  return findRoot((servers) => log(fractionalBlockingProbability(offeredLoad, servers)) - target, enough - 1, enough);
}

function requireBlocking(blocking: Probability): void {
  if (!(blocking > 0 && blocking <= 1)) throw new RangeError(`blocking must be more than 0 and at most 1, got ${blocking}`);
}

/** The loss system in the long run. Nobody waits: the waits are those of the customers who find a server, all zero. */
export function solveErlangB(queue: Queue): LongRun {
  requireQueue(queue);
  const {arrivalRate, serviceTime, servers} = queue;
  const offeredLoad = arrivalRate * serviceTime;
  const blocking = blockingProbability(offeredLoad, servers);
  // 1 - B without cancellation, from the recursion's last step.
  const carriedShare = servers / (servers + offeredLoad * blockingProbability(offeredLoad, servers - 1));
  const exactly = (value: number) => answer(value, ERLANG_B);
  const ofTime = (time: Seconds, value: number) => {
    requireTime("time", time);
    return exactly(value);
  };
  return {
    waitTime: exactly(0),
    waitVariance: exactly(0),
    waitOfServed: exactly(0),
    sojournTime: exactly(serviceTime),
    queueLength: exactly(0),
    numberInSystem: exactly(offeredLoad * carriedShare),
    occupancy: exactly((offeredLoad / servers) * carriedShare),
    waiting: exactly(0),
    abandoned: exactly(0),
    blocked: exactly(blocking),
    throughput: exactly(arrivalRate * carriedShare),
    waitBeyond: (time) => ofTime(time, 0),
    waitPercentile(share) {
      requireProbability("share", share);
      return exactly(0);
    },
    servedWithin: (time) => ofTime(time, carriedShare),
  };
}
