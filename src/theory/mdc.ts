/**
 * M/D/c: Poisson arrivals, every service takes the same time D, c servers, first come first served.
 *
 *   a = λD          offered load; overload when a ≥ c
 *   Q               people waiting in the long run: seen every D seconds it moves as Q' = (Q + Poisson(a) - c)⁺
 *   h_j             Σ_n P(Poisson(na) = nc + j) / n, j = 1, 2, …: Q is a compound Poisson sum with these rates (Spitzer)
 *   E[Q] = Σ j h_j,   Var[Q] = Σ j² h_j,   k q_k = Σ j h_j q_{k-j} for the shares q_k of Q = k
 *   P(Wq > t) = P(Q + Poisson(λ(kD - t)) ≥ kc) for (k-1)D ≤ t < kD
 *
 * Exact. The h_j are all positive, so nothing cancels: light loads keep their digits (a wait of 1e-200 D is right), heavy loads
 * take the h_j from a Fourier transform instead of from a long sum. Precision is about 1e-12 of the value for means, and 1e-12
 * absolute for tails in the second case. Above an occupancy of 0.9995 only the mean is told.
 * Sources: Crommelin (1932), "Delay probability formulae when the holding times are constant", P.O. Electr. Eng. J. 25, 41-50;
 * Franx (2001), "A simple solution for the M/D/c waiting time distribution", OR Letters 29, 221-229;
 * Spitzer (1956), "A combinatorial lemma and its application to probability theory", Trans. AMS 82, 323-339.
 */
import {cos, exp, expm1, log, log1p, sin} from "../math/elementary.ts";
import {deviance} from "../math/deviance.ts";
import {fourier} from "../math/fourier.ts";
import {poissonProbability} from "../math/poisson.ts";
import {poissonWeights} from "../math/poisson-weights.ts";
import type {Erlangs, Probability, Seconds} from "../units.ts";
import {answer, type Formula} from "./answer.ts";
import {fromMeanWait, occupancyOf, requireQueue} from "./little.ts";
import type {LongRun, Queue} from "./long-run.ts";
import {requireCount, requireNotNegative} from "./requirements.ts";
import {overloadAnswers, tailAnswers} from "./wait-tail.ts";

export const CROMMELIN: Formula = {
  name: {en: "M/D/c (Crommelin, Franx)", zh: "M/D/c（克罗姆林、弗兰克斯）"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals, constant service time, first come first served, endless patience",
    zh: "泊松到达，服务时间固定，先到先服务，顾客不离开",
  },
  source:
    'Crommelin (1932), P.O. Electr. Eng. J. 25, 41-50; Franx (2001), "A simple solution for the M/D/c waiting time distribution", OR Letters 29, 221-229',
};

const TWO_PI = 6.283185307179586;
/** So many terms of the sums for h_j are summed one by one; beyond, the transform is faster. */
const MOST_TERMS = 400_000;
/** Above this occupancy the line is so long that only the mean is told. */
const HEAVIEST = 0.9995;
const MOST_LEVELS = 20_000;

/** j h_j for j = 1, 2, … up to where they no longer matter. */
function ladder(offeredLoad: Erlangs, servers: number): Float64Array {
  const occupancy = offeredLoad / servers;
  // P(Poisson(na) ≥ nc) falls as e^(-n fall), h_j as root^-j
  const fall = servers * (occupancy - 1 - log(occupancy));
  const sums = Math.ceil(40 / fall);
  const levels = Math.ceil(40 / log1p(excessRoot(offeredLoad, servers))) + 2;
  return sums * levels <= MOST_TERMS ? ladderBySums(offeredLoad, servers, sums) : ladderByTransform(offeredLoad, servers);
}

function ladderBySums(a: Erlangs, c: number, sums: number): Float64Array {
  const rates: number[] = [];
  let largest = 0;
  for (let n = 1; n <= sums; n++) {
    let share = poissonProbability(n * c + 1, n * a) / n;
    for (let j = 1; share * j > 1e-22 * largest; j++) {
      if (j > rates.length) rates.push(0);
      rates[j - 1] += j * share;
      largest = Math.max(largest, rates[j - 1]);
      share *= (n * a) / (n * c + j + 1);
    }
  }
  return Float64Array.from(rates);
}

/**
 * On the circle |z| = c/a, where φ(z) = z^-c e^(a(z-1)) is smallest, z d/dz log(1 - φ) has the coefficients -j h_j at z^j, j > 0,
 * and is smooth: at z = (c/a) e^(iθ) it is -c φ (e^(iθ) - 1) / (1 - φ), with log φ = -deviance(c, a) - c (1 + iθ - e^(iθ)).
 */
function ladderByTransform(a: Erlangs, c: number): Float64Array {
  const step = log1p((c - a) / a); // log of the circle's radius
  let size = 64;
  while (size < 40 / step) size *= 2;
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  const least = deviance(c, a);
  for (let m = 1; 2 * m <= size; m++) {
    const angle = (TWO_PI * m) / size;
    const s = sin(angle / 2);
    const fall = -least - 2 * c * s * s;
    if (fall < -45) break; // from here on φ is nothing beside 1
    const turn = -c * angleLessSine(angle);
    const halfTurn = sin(turn / 2);
    const phiRe = exp(fall) * cos(turn);
    const phiIm = exp(fall) * sin(turn);
    const gapRe = -expm1(fall) * cos(turn) + 2 * halfTurn * halfTurn; // 1 - φ without the loss of digits near z = 1
    const upRe = -2 * c * s * s;
    const upIm = 2 * c * s * cos(angle / 2);
    const topRe = phiRe * upRe - phiIm * upIm;
    const topIm = phiRe * upIm + phiIm * upRe;
    const norm = gapRe * gapRe + phiIm * phiIm;
    re[m] = (topRe * gapRe - topIm * phiIm) / norm;
    im[m] = (topIm * gapRe + topRe * phiIm) / norm;
    re[size - m] = re[m];
    im[size - m] = -im[m];
  }
  fourier(re, im);
  const rates = new Float64Array(size / 2);
  let largest = 0;
  let last = 0;
  for (let j = 1; j <= size / 2; j++) {
    const rate = (re[j] / size) * exp(-j * step);
    largest = Math.max(largest, rate);
    if (rate < 1e-18 * largest) continue; // nothing, or noise
    rates[j - 1] = rate;
    last = j;
  }
  return rates.subarray(0, last);
}

/** θ - sin θ. */
function angleLessSine(angle: number): number {
  if (Math.abs(angle) > 0.5) return angle - sin(angle);
  const y = angle * angle;
  return ((angle * y) / 6) * (1 - (y / 20) * (1 - (y / 42) * (1 - (y / 72) * (1 - (y / 110) * (1 - y / 156)))));
}

/**
 * E[Q] in very heavy traffic, from the roots z_k of z^c = e^(a(z-1)) inside the unit circle (Crommelin): Σ 1/(1 - z_k) less
 * (c(c-1) - a²) / (2(c - a)). There the sum is small beside the second term and nothing cancels.
 */
function lengthByRoots(a: Erlangs, c: number): number {
  const occupancy = a / c;
  let sum = 0;
  for (let k = 1; 2 * k <= c; k++) {
    const wRe = cos((TWO_PI * k) / c);
    const wIm = sin((TWO_PI * k) / c);
    let re = 0;
    let im = 0;
    for (let turn = 0; turn < 100; turn++) {
      const size = exp(occupancy * (re - 1));
      const turned = occupancy * im;
      const nextRe = size * (wRe * cos(turned) - wIm * sin(turned));
      const nextIm = size * (wRe * sin(turned) + wIm * cos(turned));
      let stepRe = nextRe - re;
      let stepIm = nextIm - im;
      if (turn >= 5) {
        // Newton: the step divided by 1 - ρ × (what z was mapped to)
        const dRe = 1 - occupancy * nextRe;
        const dIm = -occupancy * nextIm;
        const norm = dRe * dRe + dIm * dIm;
        [stepRe, stepIm] = [(stepRe * dRe + stepIm * dIm) / norm, (stepIm * dRe - stepRe * dIm) / norm];
      }
      re += stepRe;
      im += stepIm;
      if (Math.abs(stepRe) + Math.abs(stepIm) < 1e-15) break;
    }
    const part = (1 - re) / ((1 - re) * (1 - re) + im * im);
    sum += 2 * k === c ? part : 2 * part; // roots come in conjugate pairs, but -|z|
  }
  return sum - (c * (c - 1) - a * a) / (2 * (c - a));
}

/** The x > 0 with c log(1 + x) = a x: how fast tails fall. For a < c only. */
function excessRoot(a: Erlangs, c: number): number {
  let x = (2 * (c - a)) / a;
  while (a * x <= c * log1p(x)) x *= 2;
  for (;;) {
    // from above a convex function's tangents come down to its root
    const next = x - (a * x - c * log1p(x)) / (a - c / (1 + x));
    if (!(next < x * (1 - 1e-15))) return x;
    x = next;
  }
}

/** Mean wait of M/D/c; Infinity in overload. Under 0.1 s to 10,000 servers at an occupancy of 0.9999. */
export function meanWaitTime(arrivalRate: number, serviceTime: Seconds, servers: number): Seconds {
  const queue = {arrivalRate, serviceTime, servers};
  requireQueue(queue);
  if (occupancyOf(queue) >= 1) return Infinity;
  return lengthOf(arrivalRate * serviceTime, servers) / arrivalRate;
}

function lengthOf(a: Erlangs, c: number): number {
  return a / c > HEAVIEST ? lengthByRoots(a, c) : total(ladder(a, c));
}

/** Tails of the number waiting. */
interface LineTails {
  /** P(Q > i) for i = 0, 1, …; from the last entry on it falls by `ratio` a step. */
  readonly beyond: Float64Array;
  readonly ratio: number;
}

function lineTails(rates: Float64Array, a: Erlangs, c: number): LineTails {
  const ratio = 1 / (1 + excessRoot(a, c));
  let rest = 0;
  for (let j = 0; j < rates.length; j++) rest += rates[j] / (j + 1);
  const shares = [exp(-rest)];
  let steady = 0;
  // shares below the noise are not worth their time; from where they fall evenly the rest is geometric
  for (let k = 1; k < MOST_LEVELS && steady < 8 + c / 4; k++) {
    let share = 0;
    for (let j = Math.min(k, rates.length); j >= 1; j--) share += rates[j - 1] * shares[k - j];
    share /= k;
    shares.push(share);
    const even = Math.abs(share - ratio * shares[k - 1]) <= 1e-13 * share || share < 1e-300;
    steady = even ? steady + 1 : 0;
  }
  const beyond = new Float64Array(shares.length);
  beyond[shares.length - 1] = (shares[shares.length - 1] * ratio) / (1 - ratio);
  for (let i = shares.length - 2; i >= 0; i--) beyond[i] = beyond[i + 1] + shares[i + 1];
  return {beyond, ratio};
}

function lineBeyond({beyond, ratio}: LineTails, i: number): Probability {
  if (i < 0) return 1;
  const last = beyond.length - 1;
  return i <= last ? beyond[i] : beyond[last] * exp((i - last) * log(ratio));
}

/** P(Wq > t) by Franx's formula, from the tails of the line. */
function waitBeyond(tails: LineTails, a: Erlangs, c: number, time: number): Probability {
  const k = Math.floor(time) + 1;
  const mean = a * (k - time);
  const {first, weights: shares} = poissonWeights(mean);
  let sum = 0;
  for (let i = shares.length - 1; i >= 0; i--) sum += shares[i] * lineBeyond(tails, k * c - 1 - (first + i));
  // in light loads all that counts may lie beyond the window
  let count = first + shares.length;
  for (let share = shares[shares.length - 1]; share > 0; count++) {
    share *= mean / count;
    if (share * (count + 1) < 1e-17 * sum * (count + 1 - mean)) break;
    sum += share * lineBeyond(tails, k * c - 1 - count);
  }
  return sum;
}

/**
 * Share of customers that wait more than `time` in M/D/c, first come first served; 1 in overload.
 * Above an occupancy of 0.9995 it is not computed: NaN.
 *
 * @throws RangeError if a rate or time is no positive number, `servers` no whole number, `time` negative
 * @example probabilityOfWaitingBeyond(1, 1, 1, 2) // P(Wq > 1 s) at λ = 1/s, D = 1 s, two servers
 */
export function probabilityOfWaitingBeyond(time: Seconds, arrivalRate: number, serviceTime: Seconds, servers: number): Probability {
  const queue = {arrivalRate, serviceTime, servers};
  requireQueue(queue);
  requireNotNegative("time", time);
  if (occupancyOf(queue) >= 1) return 1;
  if (occupancyOf(queue) > HEAVIEST) return NaN;
  const a = arrivalRate * serviceTime;
  return waitBeyond(lineTails(ladder(a, servers), a, servers), a, servers, time / serviceTime);
}

/** Everything about M/D/c. */
export function solveMDc(queue: Queue): LongRun {
  requireQueue(queue);
  requireCount("servers", queue.servers);
  const {arrivalRate, serviceTime, servers} = queue;
  if (occupancyOf(queue) >= 1)
    return {...fromMeanWait(queue, Infinity, CROMMELIN), waitVariance: answer(Infinity, CROMMELIN), ...overloadAnswers(CROMMELIN)};
  const a = arrivalRate * serviceTime;
  if (occupancyOf(queue) > HEAVIEST) return fromMeanWait(queue, lengthOf(a, servers) / arrivalRate, CROMMELIN);
  const rates = ladder(a, servers);
  const length = total(rates);
  // first come first served: who starts service leaves behind those who came during the wait, so E[Q(Q-1)] = λ² E[Wq²]
  let spread = 0;
  for (let j = rates.length; j >= 2; j--) spread += (j - 1) * rates[j - 1];
  let tails: LineTails | undefined;
  const tail = (time: Seconds) => {
    tails ??= lineTails(rates, a, servers);
    return waitBeyond(tails, a, servers, time / serviceTime);
  };
  return {
    ...fromMeanWait(queue, length / arrivalRate, CROMMELIN),
    waitVariance: answer(spread / (arrivalRate * arrivalRate), CROMMELIN),
    ...tailAnswers(tail, serviceTime, CROMMELIN),
  };
}

/** From the smallest on. */
function total(rates: Float64Array): number {
  let sum = 0;
  for (let j = rates.length - 1; j >= 0; j--) sum += rates[j];
  return sum;
}
