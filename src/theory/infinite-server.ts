/**
 * The infinite-server queue M(t)/G/∞: everyone is served at once, so the number in system is what the arrivals alone ask for.
 *
 *   λ(t)   arrivals at time t, Poisson
 *   S      service time
 *   m(t)   offered load: mean number in service at t
 *
 * Exact. At every moment the number in service is a Poisson number of mean m(t) (started empty, or for ever).
 * Source: Eick, Massey and Whitt (1993), "The physics of the Mt/G/∞ queue", Operations Research 41(4), 731-742.
 */
import {edgesBetween, integrate} from "../math/quadrature.ts";
import {cos, exp, expm1, regularizedGammaP, sin} from "../math/index.ts";
import type {Erlangs, Probability, Seconds} from "../units.ts";
import type {Formula} from "./answer.ts";
import type {RateOverTime, Sinusoid} from "./rate-over-time.ts";
import {requireAtMost, requireCount, requireMoment, requireNotNegative, requirePositive, requireProbability} from "./requirements.ts";

export const OFFERED_LOAD_OVER_TIME: Formula = {
  name: {en: "M(t)/G/∞ offered load", zh: "M(t)/G/∞ 时变负荷"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals with a changing rate, a server for everyone; any law of service",
    zh: "到达率随时间变化的泊松到达，人人即时得到服务；服务时间可为任意分布",
  },
  source: 'Eick, Massey and Whitt (1993), "The physics of the Mt/G/∞ queue", Operations Research 41(4), 731-742',
};

/** Where the history of arrivals begins. */
export type Beginning = "empty at 0" | "for ever";

/**
 * m(t) of sinusoidal arrivals with exponential service, in erlangs: the load trails the rate by about one service time and swings less.
 * About 1e-15 relative.
 *
 * @throws RangeError if the service time is not more than 0 or the time is not finite (from 0 on when it began empty)
 */
export function sinusoidalLoad(rate: Sinusoid, serviceTime: Seconds, time: Seconds, beginning: Beginning): Erlangs {
  requirePositive("serviceTime", serviceTime);
  const {average, amplitude, frequency, phase = 0} = rate;
  // What a swing of 1 per second leaves in service: sin(ωt - ...) in its two parts.
  const swing = (at: Seconds): number => {
    const angle = frequency * at + phase;
    const turn = frequency * serviceTime;
    return (amplitude * serviceTime * (sin(angle) - turn * cos(angle))) / (1 + turn * turn);
  };
  if (beginning === "for ever") {
    if (!(Math.abs(time) < Infinity)) throw new RangeError(`time must be finite, got ${time}`);
    return average * serviceTime + swing(time);
  }
  requireNotNegative("time", time);
  const left = time / serviceTime;
  return Math.max(0, -average * serviceTime * expm1(-left) + swing(time) - swing(0) * exp(-left));
}

/**
 * m at `time` under exponential service and any rate of constant pieces, when it was `load` at `from`: piece by piece in closed form,
 * m(t + u) = a + (m(t) - a) e^(-u/E[S]). About 1e-15 relative.
 */
export function steppedLoad(rate: RateOverTime, serviceTime: Seconds, from: Seconds, load: Erlangs, time: Seconds): Erlangs {
  requirePositive("serviceTime", serviceTime);
  requireNotNegative("load", load);
  if (rate.frequency !== 0) throw new RangeError(`rate must be of constant pieces, got one of frequency ${rate.frequency}`);
  if (!(time >= from && time < Infinity)) throw new RangeError(`time must be finite and not before ${from}, got ${time}`);
  let level = load;
  for (let at = from; at < time; ) {
    const next = Math.min(time, rate.nextJump(at));
    const elapsed = (next - at) / serviceTime;
    level = level * exp(-elapsed) - rate.at(at) * serviceTime * expm1(-elapsed);
    at = next;
  }
  return level;
}

/** ∫ m(t) dt over a while, as `steppedLoad` has it: m(from) is `load`. */
export function steppedLoadArea(rate: RateOverTime, serviceTime: Seconds, from: Seconds, load: Erlangs, to: Seconds): number {
  requireMoment("from", from);
  requireMoment("to", to);
  let area = 0;
  let level = load;
  for (let at = from; at < to; ) {
    const next = Math.min(to, rate.nextJump(at));
    const steady = rate.at(at) * serviceTime;
    area += steady * (next - at) - (level - steady) * serviceTime * expm1(-(next - at) / serviceTime);
    level = steppedLoad(rate, serviceTime, at, level, next);
    at = next;
  }
  return area;
}

/** m(0) of a day of constant pieces that repeats for ever: what is there when a cycle begins. */
export function steppedLoadOfCycle(rate: RateOverTime, serviceTime: Seconds, cycle: Seconds): Erlangs {
  requirePositive("cycle", cycle);
  return steppedLoad(rate, serviceTime, 0, 0, cycle) / -expm1(-cycle / serviceTime);
}

/** m(t) when every service takes the same time: everyone who came within it, from 0 on if it began empty. Exact. */
export function deterministicLoad(rate: RateOverTime, serviceTime: Seconds, time: Seconds, beginning: Beginning): Erlangs {
  requirePositive("serviceTime", serviceTime);
  if (!(Math.abs(time) < Infinity)) throw new RangeError(`time must be finite, got ${time}`);
  const since = beginning === "for ever" ? time - serviceTime : Math.max(0, time - serviceTime);
  return since < time ? rate.integral(since, time) : 0;
}

/** The tail P(S > u) of a service law, and how long it takes at the most. */
export interface ServiceTail {
  beyond(time: Seconds): Probability;
  /** No service takes longer, or so rarely that it does not matter. */
  longest: Seconds;
  /** Times at which the tail jumps or bends. */
  breaks?: readonly Seconds[];
}

/**
 * m(t) = ∫ λ(t - u) P(S > u) du for any law of service, by adaptive quadrature: about 1e-12 relative where the tail is smooth
 * between its breaks.
 */
export function offeredLoadAt(rate: RateOverTime, service: ServiceTail, time: Seconds, beginning: Beginning): Erlangs {
  requirePositive("longest", service.longest);
  if (!(Math.abs(time) < Infinity)) throw new RangeError(`time must be finite, got ${time}`);
  const back = beginning === "for ever" ? service.longest : Math.min(service.longest, Math.max(0, time));
  if (back === 0) return 0;
  const breaks = [...(service.breaks ?? [])];
  for (let jump = rate.nextJump(time - back); jump < time; jump = rate.nextJump(jump)) breaks.push(time - jump);
  // A fast swing is cut into its periods: the quadrature must see each.
  if (rate.frequency > 0)
    for (let cut = 3 / rate.frequency; cut < back && breaks.length < 10_000; cut += 3 / rate.frequency) breaks.push(cut);
  return integrate((u) => rate.at(time - u) * service.beyond(u), edgesBetween(0, back, breaks));
}

/** Share of time that `count` or more of a Poisson number of mean `load` are there: P(L >= count). */
export function atLeastInService(load: Erlangs, count: number): Probability {
  requireNotNegative("load", load);
  requireCount("count", count, 0);
  return count === 0 ? 1 : load === 0 ? 0 : regularizedGammaP(count, load);
}

/**
 * The fewest servers that leave less than `target` of the time with as many customers as servers: the smallest c of P(L >= c) < target.
 * Where patience has the law of service (θ = µ) the number in system is Poisson whatever the staff, so this is the exact answer
 * that simulation-based staffing (ISA) must reach, and in one step.
 *
 * Source: Feldman, Mandelbaum, Massey and Whitt (2008), "Staffing of time-varying queues", Management Science 54(2), 324-338.
 */
export function serversForDelayBelow(load: Erlangs, target: Probability): number {
  requireNotNegative("load", load);
  requireAtMost("load", load);
  requireProbability("target", target);
  if (target === 0) return Infinity;
  let low = -1; // P(L >= 0) = 1 is never below a target
  let high = Math.max(1, Math.ceil(load));
  while (atLeastInService(load, high) >= target) [low, high] = [high, high + Math.max(1, Math.ceil((high - Math.max(low, 0)) * 1.5))];
  low = Math.max(low, 0);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (atLeastInService(load, middle) < target) high = middle;
    else low = middle;
  }
  return high;
}
