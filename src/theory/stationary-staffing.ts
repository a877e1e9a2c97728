/**
 * Changing demand answered with formulas for demand that stands still: what planning tools do, and how well it does.
 *
 *   PSA           pointwise stationary: at every moment as if its rate had been there for ever
 *   SSA           simple stationary: one queue with the mean rate
 *   SIPP          stationary, independent, period by period: the mean or highest rate of each period
 *   lagged SIPP   the same with the rates of one mean service time earlier
 *   MOL           modified offered load: as if the load m(t) of M(t)/G/∞ had been there for ever
 *
 * Approximations, all of them: PSA is pessimistic and SSA wildly optimistic where service is long against the swing; SIPP lags behind the
 * peak by a service time; MOL keeps the delay near its target for short and long services alike. Overload is an answer: everyone waits.
 * Source: Green and Kolesar (1991), Management Science 37(1), 84-97; Green, Kolesar and Soares (2001), Operations Research 49(4), 549-564;
 * Jennings, Mandelbaum, Massey and Whitt (1996), Management Science 42(10), 1383-1394; Green, Kolesar and Whitt (2007), POM 16(1), 13-39.
 */
import {TWO_PI} from "../math/gamma.ts";
import {edgesBetween, integrate} from "../math/quadrature.ts";
import {cos, sin} from "../math/index.ts";
import type {Erlangs, Probability, Seconds} from "../units.ts";
import type {Formula} from "./answer.ts";
import {blockingProbability} from "./erlang-b.ts";
import {probabilityOfWaiting} from "./erlang-c.ts";
import {sinusoidalLoad, steppedLoad, steppedLoadArea} from "./infinite-server.ts";
import {meanRate, type RateOverTime, type Sinusoid, sinusoidalRate} from "./rate-over-time.ts";
import {requireAtMost, requireCount, requireNotNegative, requirePositive} from "./requirements.ts";

const PI = TWO_PI / 2;

export const POINTWISE_STATIONARY: Formula = {
  name: {en: "pointwise stationary approximation (PSA)", zh: "逐点平稳近似 (PSA)"},
  kind: "approximate",
  validity: {
    en: "short services against the swing of the rate, never overloaded; above the truth: by 4 % for services of a 48th of the day's swing, by 60 % for a twelfth",
    zh: "服务时间远短于到达率的变化周期，且任何时刻不超载；偏高：服务时间为周期的 1/48 时约 4%，为 1/12 时约 60%",
  },
  source:
    'Green and Kolesar (1991), "The pointwise stationary approximation for queues with nonstationary arrivals", Management Science 37(1), 84-97',
};

export const SIMPLE_STATIONARY: Formula = {
  name: {en: "simple stationary approximation (SSA)", zh: "简单平稳近似 (SSA)"},
  kind: "approximate",
  validity: {
    en: "hardly ever: only where the rate hardly changes within one service time's memory; far below the truth at swings of half the mean (a third of it, or a fiftieth)",
    zh: "几乎不可用：只适合到达率变化极小的情形；摆幅为均值一半时远低于真值（三分之一乃至五十分之一）",
  },
  source:
    'Green, Kolesar and Svoronos (1991), "Some effects of nonstationarity on multiserver Markovian queueing systems", Operations Research 39(3), 502-511',
};

export const SIPP: Formula = {
  name: {en: "stationary, independent, period by period (SIPP)", zh: "分时段独立平稳法 (SIPP)"},
  kind: "approximate",
  validity: {
    en: "services short against the planning period; with services of one period the worst delay is twice its target, with four periods near six times",
    zh: "服务时间应短于计划时段；服务时间等于一个时段时，最差时段的等待概率约为目标的两倍，四个时段时近六倍",
  },
  source:
    'Green, Kolesar and Soares (2001), "Improving the SIPP approach for staffing service systems that have cyclic demands", Operations Research 49(4), 549-564',
};

export const LAGGED_SIPP: Formula = {
  name: {en: "lagged SIPP", zh: "滞后 SIPP"},
  kind: "approximate",
  validity: {
    en: "services up to about one planning period: the target is then met within a hundredth of it; with services of four periods the worst delay is twice its target",
    zh: "服务时间不超过约一个时段时，误差约百分之一；服务时间为四个时段时，最差时段约为目标的两倍",
  },
  source: SIPP.source,
};

export const MODIFIED_OFFERED_LOAD: Formula = {
  name: {en: "modified offered load (MOL)", zh: "修正负荷法 (MOL)"},
  kind: "approximate",
  validity: {
    en: "good service (few wait) and no long overload; the worst half hour's delay is within a hundredth of its target for services of one and of four periods",
    zh: "服务水平较好（少数人等待）且无长时间超载；服务时间为一个或四个时段时，最差时段与目标相差约百分之一",
  },
  source:
    'Jennings, Mandelbaum, Massey and Whitt (1996), "Server staffing to meet time-varying demand", Management Science 42(10), 1383-1394',
};

export interface CycleAnswer {
  /** Share of the arrivals of a cycle that wait. */
  waiting: Probability;
  /** People waiting, on average over the cycle; Infinity if some moment of it is overloaded. */
  queueLength: number;
}

/**
 * PSA over one cycle: Erlang C at every moment, weighted by arrivals (waiting) or by time (queue length). The quadrature is good to 1e-11.
 *
 * @throws RangeError if an argument makes no sense
 */
export function pointwiseStationary(rate: RateOverTime, serviceTime: Seconds, servers: number, cycle: Seconds): CycleAnswer {
  requirePositive("serviceTime", serviceTime);
  requireCount("servers", servers);
  requirePositive("cycle", cycle);
  const breaks: Seconds[] = [];
  for (let jump = rate.nextJump(0); jump < cycle; jump = rate.nextJump(jump)) breaks.push(jump);
  if (rate.frequency > 0)
    for (let part = 1; part * PI < 2 * cycle * rate.frequency && part < 10_000; part++) breaks.push((part * PI) / (2 * rate.frequency));
  const arrivals = rate.integral(0, cycle);
  if (arrivals === 0) return {waiting: 0, queueLength: 0};
  const waitingAt = (time: Seconds): Probability => probabilityOfWaiting(rate.at(time) * serviceTime, servers);
  const edges = edgesBetween(0, cycle, breaks);
  const waiting = integrate((time) => rate.at(time) * waitingAt(time), edges) / arrivals;
  const overloaded = rate.peak(0, cycle) * serviceTime >= servers;
  const queueLength = overloaded
    ? Infinity
    : integrate((time) => queueLengthAt(rate.at(time) * serviceTime, servers, waitingAt(time)), edges) / cycle;
  return {waiting: Math.min(1, waiting), queueLength};
}

function queueLengthAt(load: Erlangs, servers: number, waiting: Probability): number {
  return (waiting * load) / (servers - load);
}

/** SSA: Erlang C at the mean rate. An overloaded mean: everyone waits, in a line without end. */
export function simpleStationary(rate: RateOverTime, serviceTime: Seconds, servers: number, cycle: Seconds): CycleAnswer {
  requirePositive("serviceTime", serviceTime);
  requirePositive("cycle", cycle);
  const load = meanRate(rate, 0, cycle) * serviceTime;
  const waiting = probabilityOfWaiting(load, servers);
  return {waiting, queueLength: load >= servers ? Infinity : queueLengthAt(load, servers, waiting)};
}

/**
 * The fewest servers with which at most `target` of the arrivals wait, by Erlang C. With a target of 0 no staff is enough: Infinity.
 *
 * @throws RangeError if the load is negative or not finite, or the target does not lie from 0 to 1
 */
export function serversForWaitingAtMost(load: Erlangs, target: Probability): number {
  requireNotNegative("load", load);
  requireAtMost("load", load);
  if (!(target >= 0 && target <= 1)) throw new RangeError(`target must lie between 0 and 1, got ${target}`);
  if (load === 0 || target === 1) return load === 0 ? 0 : 1;
  if (target === 0) return Infinity;
  let servers = Math.floor(load) + 1;
  let blocking = blockingProbability(load, servers);
  while (blocking / (1 - (load / servers) * (1 - blocking)) > target) {
    servers++;
    blocking = (load * blocking) / (servers + load * blocking);
  }
  return servers;
}

/** How the load of a planning period is told. */
export type PeriodLoad = "SIPP mean" | "SIPP peak" | "lagged SIPP mean" | "lagged SIPP peak";

/** Offered load of every period of length `period` from 0 to `until`, in erlangs, from the rate alone. */
export function periodLoads(rate: RateOverTime, serviceTime: Seconds, period: Seconds, until: Seconds, how: PeriodLoad): Erlangs[] {
  requirePositive("serviceTime", serviceTime);
  const lag = how === "lagged SIPP mean" || how === "lagged SIPP peak" ? serviceTime : 0;
  const isPeak = how === "SIPP peak" || how === "lagged SIPP peak";
  return eachPeriod(
    period,
    until,
    (from, to) => serviceTime * (isPeak ? rate.peak(from - lag, to - lag) : meanRate(rate, from - lag, to - lag)),
  );
}

/**
 * The modified offered load of every period: mean or peak of m(t), for a sinusoid that has been there for ever and exponential service.
 * m(t) is a sinusoid itself, its swing damped by √(1 + (ωS)²) and late by the angle whose tangent is ωS.
 */
export function modifiedOfferedLoads(
  rate: Sinusoid,
  serviceTime: Seconds,
  period: Seconds,
  until: Seconds,
  how: "mean" | "peak",
): Erlangs[] {
  requirePositive("serviceTime", serviceTime);
  const turn = rate.frequency * serviceTime;
  const load = sinusoidalRate({
    average: rate.average * serviceTime,
    amplitude: (rate.amplitude * serviceTime) / Math.sqrt(1 + turn * turn),
    frequency: rate.frequency,
    phase: (rate.phase ?? 0) - angleOfTangent(turn),
  });
  return eachPeriod(period, until, (from, to) => (how === "peak" ? load.peak(from, to) : meanRate(load, from, to)));
}

/** The angle from 0 to π/2 with this tangent, by halving: to about 1e-16. */
function angleOfTangent(tangent: number): number {
  let low = 0;
  let high = PI / 2;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (sin(middle) < tangent * cos(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The same for a rate of constant pieces, as a forecast by the half hour has it, and exponential service. `load` is m(0): 0 for a place that opens
 * empty, `steppedLoadOfCycle` for a day that repeats. m(t) rises or falls throughout a piece, so its peak is at an end of one.
 */
export function modifiedOfferedLoadsOfSteps(
  rate: RateOverTime,
  serviceTime: Seconds,
  load: Erlangs,
  period: Seconds,
  until: Seconds,
  how: "mean" | "peak",
): Erlangs[] {
  let level = load;
  return eachPeriod(period, until, (from, to) => {
    const begun = level;
    let highest = begun;
    for (let at = from; at < to; ) {
      const next = Math.min(to, rate.nextJump(at));
      level = steppedLoad(rate, serviceTime, at, level, next);
      highest = Math.max(highest, level);
      at = next;
    }
    return how === "peak" ? highest : steppedLoadArea(rate, serviceTime, from, begun, to) / (to - from);
  });
}

function eachPeriod(period: Seconds, until: Seconds, value: (from: Seconds, to: Seconds) => Erlangs): Erlangs[] {
  requirePositive("period", period);
  requirePositive("until", until);
  const count = Math.ceil(until / period - 1e-9);
  return Array.from({length: count}, (_, i) => value(i * period, (i + 1) * period));
}

/** A square-root rule: the load and β times its root more, rounded up. */
export function squareRootStaffing(load: Erlangs, beta: number): number {
  requireNotNegative("load", load);
  if (!(Math.abs(beta) < Infinity)) throw new RangeError(`beta must be finite, got ${beta}`);
  return Math.max(0, Math.ceil(load + beta * Math.sqrt(load)));
}

/** Square-root staffing to the modified offered load of each cell's middle, for a sinusoid and exponential service. */
export function squareRootStaffingByCells(rate: Sinusoid, serviceTime: Seconds, beta: number, cell: Seconds, until: Seconds): number[] {
  return eachPeriod(cell, until, (from, to) => squareRootStaffing(sinusoidalLoad(rate, serviceTime, (from + to) / 2, "empty at 0"), beta));
}
