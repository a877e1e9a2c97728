/**
 * Polling: one server goes round several lines, in a fixed cycle, and needs time to change from one to the next.
 *
 *   λ_i, E[S_i], E[S_i²]   arrivals and service of line i; ρ = Σ ρ_i < 1
 *   r_i, δ_i²              mean and variance of the change into line i; r = Σ r_i
 *   exhaustive             serves a line until it is empty
 *   gated                  serves those whom it finds on arriving
 *   one by one             serves at most one customer a visit
 *   cycle                  E[C] = r / (1 - ρ)
 *
 * Exact for exhaustive and gated: the second moments of times between visits solve N² (and N) linear equations. One by one, only the
 * weighted sum of waits (the pseudo-conservation law) and the mean of equal lines are known, and both are exact.
 * Sources: Ferguson and Aminetzah (1985), "Exact results for nonsymmetric token ring systems", IEEE Trans. Communications 33, 223-231;
 * Boxma and Groenendijk (1987), "Pseudo-conservation laws in cyclic-service systems", J. Appl. Prob. 24, 949-964;
 * Takagi (1986), Analysis of Polling Systems.
 */
import {type Matrix, solveRight, zeroMatrix} from "../math/matrix.ts";
import type {PerSecond, Seconds} from "../units.ts";
import {answer, type Formula} from "./answer.ts";
import type {LongRun} from "./long-run.ts";
import {requireMoments, type ServiceMoments} from "./mg1.ts";
import {requireCount, requireNotNegative, requirePositive} from "./requirements.ts";

export const POLLING: Formula = {
  name: {en: "Polling, exhaustive or gated", zh: "轮询（穷尽式或门限式）"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals to each line, one server in a fixed cycle, independent services and changes of any law",
    zh: "各队泊松到达，一个服务台按固定次序轮流，服务与转换时间相互独立、分布任意",
  },
  source: 'Ferguson and Aminetzah (1985), IEEE Trans. Communications 33, 223-231; Takagi (1986), "Analysis of Polling Systems"',
};

export const PSEUDO_CONSERVATION: Formula = {
  name: {en: "Pseudo-conservation law", zh: "伪守恒律"},
  kind: "exact",
  validity: POLLING.validity,
  source: 'Boxma and Groenendijk (1987), "Pseudo-conservation laws in cyclic-service systems", J. Appl. Prob. 24, 949-964',
};

export interface PolledLine {
  readonly arrivalRate: PerSecond;
  readonly service: ServiceMoments;
  /** Of the change from the line before into this one. */
  readonly changeTime: Seconds;
  /** In seconds². */
  readonly changeVariance: number;
}

export type Visit = "exhaustive" | "gated" | "one by one";

const MOST_LINES = 16;
const MOST_EQUAL_LINES = 100_000;

function requireLines(lines: readonly PolledLine[]): void {
  if (lines.length === 0) throw new RangeError("lines must be 1 or more, got 0");
  for (const {arrivalRate, service, changeTime, changeVariance} of lines) {
    requirePositive("arrivalRate", arrivalRate);
    requireMoments(service);
    requireNotNegative("changeTime", changeTime);
    requireNotNegative("changeVariance", changeVariance);
  }
  requirePositive(
    "time of all changes",
    lines.reduce((sum, line) => sum + line.changeTime, 0),
  );
}

/** The sums that every formula here needs. */
function totalsOf(lines: readonly PolledLine[]) {
  const parts = lines.map(({arrivalRate, service}) => arrivalRate * service.mean);
  const occupancy = parts.reduce((sum, part) => sum + part, 0);
  const change = lines.reduce((sum, line) => sum + line.changeTime, 0);
  const changeVariance = lines.reduce((sum, line) => sum + line.changeVariance, 0);
  const found = lines.reduce((sum, {arrivalRate, service}) => sum + arrivalRate * service.second, 0);
  const squares = parts.reduce((sum, part) => sum + part * part, 0);
  return {parts, occupancy, change, changeVariance, found, squares};
}

/**
 * Σ ρ_i W_i, for one by one Σ ρ_i (1 - λ_i r/(1-ρ)) W_i, whatever the single waits are. Infinity in overload.
 *
 * @throws RangeError naming the value if a line is none, or no change takes time
 */
export function pseudoConservedWait(lines: readonly PolledLine[], visit: Visit): number {
  requireLines(lines);
  const {occupancy, change, changeVariance, found, squares} = totalsOf(lines);
  if (occupancy >= 1) return Infinity;
  const idle = 1 - occupancy;
  const changing = (occupancy * (changeVariance + change * change)) / (2 * change);
  const shared = (occupancy * found) / (2 * idle) + changing + (change * (occupancy * occupancy - squares)) / (2 * idle);
  return visit === "exhaustive" ? shared : shared + (change * squares) / idle;
}

/** Mean wait where all lines are equal; Infinity in overload (one by one is overloaded before the server is always busy). */
export function equalLinesWait(line: PolledLine, lines: number, visit: Visit): Seconds {
  requireCount("lines", lines, 1, MOST_EQUAL_LINES);
  const all = Array.from({length: lines}, () => line);
  const conserved = pseudoConservedWait(all, visit);
  if (conserved === Infinity) return Infinity;
  const {occupancy, change} = totalsOf(all);
  const room = visit === "one by one" ? 1 - (line.arrivalRate * change) / (1 - occupancy) : 1;
  return room > 0 ? conserved / (occupancy * room) : Infinity;
}

/**
 * Mean wait in each line; Infinity in overload.
 *
 * @throws RangeError if a line is none, no change takes time, or there are more than 16 lines
 */
export function pollingWaits(lines: readonly PolledLine[], visit: "exhaustive" | "gated"): Seconds[] {
  requireLines(lines);
  const count = lines.length;
  if (count > MOST_LINES) throw new RangeError(`lines must be at most ${MOST_LINES}, got ${count}`);
  const {parts, occupancy, change} = totalsOf(lines);
  if (occupancy >= 1) return lines.map(() => Infinity);
  const cycle = change / (1 - occupancy);
  return visit === "exhaustive" ? exhaustiveWaits(lines, parts, cycle) : gatedWaits(lines, parts, cycle);
}

/**
 * Unknowns: the variance of each station's time (change into it and visit) and its covariance with the last N - 1 (gated: N) before it.
 * A visit grows with the time it looks back on, `growth` per second of it, and by chance of its own.
 */
function covariances(
  count: number,
  lags: number,
  growth: readonly number[],
  own: readonly number[],
  windowOf: (line: number) => readonly number[],
): Float64Array {
  // unknown (line, lag): covariance of a station's time with that of the station `lag` visits before
  const unknowns = count * (lags + 1);
  const at = (line: number, lag: number) => (((line % count) + count) % count) * (lags + 1) + lag;
  const system: Matrix = zeroMatrix(unknowns, unknowns);
  const right = zeroMatrix(unknowns, 1);
  for (let line = 0; line < count; line++) {
    const window = windowOf(line); // lags of the stations that it looks back on
    for (let lag = 0; lag <= lags; lag++) {
      const row = at(line, lag);
      system.values[row * unknowns + row] += 1;
      const pair = (one: number, other: number, weight: number) => {
        const near = Math.min(one, other);
        system.values[row * unknowns + at(line - near, Math.max(one, other) - near)] -= weight;
      };
      if (lag === 0) {
        for (const one of window) for (const other of window) pair(one, other, growth[line] * growth[line]);
        right.values[row] = own[line];
      } else for (const one of window) pair(one, lag, growth[line]);
    }
  }
  return solveRight(system, right).values;
}

function exhaustiveWaits(lines: readonly PolledLine[], parts: readonly number[], cycle: Seconds): Seconds[] {
  const count = lines.length;
  const growth = parts.map((part) => part / (1 - part));
  const lags = count - 1;
  const window = Array.from({length: lags}, (_, i) => i + 1);
  // a visit lasts as long as the busy periods of those who came while the server was away, the change into the line included
  const own = lines.map(({arrivalRate, service, changeVariance}, i) => {
    const idle = 1 - parts[i];
    const away = idle * cycle;
    const chance = (arrivalRate * service.second * away) / (idle * idle * idle);
    return changeVariance * (1 + growth[i]) * (1 + growth[i]) + chance;
  });
  const found = covariances(count, lags, growth, own, () => window);
  return lines.map(({arrivalRate, service, changeVariance}, i) => {
    const away = (1 - parts[i]) * cycle;
    const variance = changeVariance + windowVariance(found, count, lags, i, window);
    return (away * away + variance) / (2 * away) + (arrivalRate * service.second) / (2 * (1 - parts[i]));
  });
}

function gatedWaits(lines: readonly PolledLine[], parts: readonly number[], cycle: Seconds): Seconds[] {
  const count = lines.length;
  // station time: visit, then the change to the next line; a visit looks back on one whole cycle
  const window = Array.from({length: count}, (_, i) => i + 1);
  const own = lines.map(({arrivalRate, service}, i) => lines[(i + 1) % count].changeVariance + arrivalRate * service.second * cycle);
  const found = covariances(count, count, parts, own, () => window);
  return lines.map((_, i) => {
    const variance = windowVariance(found, count, count, i, window);
    return ((1 + parts[i]) * (cycle * cycle + variance)) / (2 * cycle);
  });
}

/** Variance of the sum of the station times at these lags before line i. */
function windowVariance(found: Float64Array, count: number, lags: number, i: number, window: readonly number[]): number {
  let sum = 0;
  for (const one of window)
    for (const other of window) {
      const near = Math.min(one, other);
      const line = (((i - near) % count) + count) % count;
      sum += found[line * (lags + 1) + Math.max(one, other) - near];
    }
  return sum;
}

/** One answer for each line. */
export function solvePolling(lines: readonly PolledLine[], visit: "exhaustive" | "gated"): LongRun[] {
  return pollingWaits(lines, visit).map((wait, i) => ({
    waitTime: answer(wait, POLLING),
    waitOfServed: answer(wait, POLLING),
    sojournTime: answer(wait + lines[i].service.mean, POLLING),
    queueLength: answer(lines[i].arrivalRate * wait, POLLING),
    numberInSystem: answer(lines[i].arrivalRate * (wait + lines[i].service.mean), POLLING),
  }));
}
