/**
 * PH/PH/c: phase-type times between arrivals and of service, c servers, first come first served. M/PH/c and arrivals whose phases
 * remember (MAP/PH/c, MMPP/M/c) are the same chain.
 *
 *   level    people in the place
 *   phase    phase of the next arrival, and how many busy servers stand in each phase of service
 *   within   rates of arrival phases without an arrival; with: rates with one (T and (-T1)α of a phase-type law)
 *
 * Exact, to about 1e-11 of the value; near overload digits are lost, to about 1e-14 / (1 - ρ). The work grows with the cube of the
 * number of phases: a place that has more than `MOST_PHASES` of them is refused (with two phases of service and Poisson arrivals
 * that is beyond 99 servers, and takes two tenths of a second there).
 * The tail of the wait: a newcomer who finds n waiting starts when n + 1 services have ended, all servers busy; by uniformization.
 * Sources: Neuts (1981), Matrix-Geometric Solutions in Stochastic Models; Latouche and Ramaswami (1993), J. Appl. Prob. 30, 650-674.
 */
import {type Matrix, matrixOf, longRunShares, rowTimes, zeroMatrix} from "../math/matrix.ts";
import {poissonWeights} from "../math/poisson-weights.ts";
import type {PerSecond, Seconds} from "../units.ts";
import {answer, type Formula} from "./answer.ts";
import {fromMeanWait} from "./little.ts";
import type {LongRun} from "./long-run.ts";
import {meanOf, type PhaseType, phaseTypeProblem} from "./phase-type.ts";
import {type Level, type LongRunLevels, solveLevels, totalOf} from "./quasi-birth-death.ts";
import {requireCount} from "./requirements.ts";
import {overloadAnswers, tailAnswers} from "./wait-tail.ts";

export const MATRIX_GEOMETRIC: Formula = {
  name: {en: "PH/PH/c (matrix-geometric)", zh: "PH/PH/c（矩阵几何解）"},
  kind: "exact",
  validity: {
    en: "phase-type times between arrivals and of service, first come first served, endless patience",
    zh: "到达间隔与服务时间均为位相型分布，先到先服务，顾客不离开",
  },
  source: 'Neuts (1981), "Matrix-Geometric Solutions in Stochastic Models"; Latouche and Ramaswami (1993), J. Appl. Prob. 30, 650-674',
};

/** Arrivals that come with (`with`) or between (`within`) changes of a phase; rates per second. */
export interface ArrivalPhases {
  readonly within: readonly (readonly number[])[];
  readonly with: readonly (readonly number[])[];
}

export interface PhaseQueue {
  readonly arrivals: ArrivalPhases;
  readonly service: PhaseType;
  readonly servers: number;
}

export const MOST_PHASES = 100;
/** Steps times states of the wait's tail: beyond, no tail is told. */
const MOST_TAIL_STATES = 400_000;

/** Independent times between arrivals of one phase-type law. */
export function renewalArrivals(law: PhaseType): ArrivalPhases {
  const problem = phaseTypeProblem(law);
  if (problem !== undefined) throw new RangeError(problem);
  const ends = law.rates.map((row) => Math.max(0, -row.reduce((sum, rate) => sum + rate, 0)));
  return {within: law.rates, with: ends.map((end) => law.start.map((share) => end * share))};
}

export function poissonArrivals(arrivalRate: PerSecond): ArrivalPhases {
  if (!(arrivalRate > 0 && arrivalRate < Infinity)) throw new RangeError(`arrivalRate must be more than 0 and finite, got ${arrivalRate}`);
  return {within: [[-arrivalRate]], with: [[arrivalRate]]};
}

/** Shares of the arrival phases over time, and arrivals per second. */
function arrivalRateOf(arrivals: ArrivalPhases): PerSecond {
  const n = arrivals.within.length;
  if (n === 0 || arrivals.with.length !== n || [...arrivals.within, ...arrivals.with].some((row) => row.length !== n))
    throw new RangeError(`arrival phases need two square tables of the same size, got ${n} and ${arrivals.with.length} rows`);
  for (let i = 0; i < n; i++) {
    const out = arrivals.within[i].reduce((sum, rate) => sum + rate, 0) + arrivals.with[i].reduce((sum, rate) => sum + rate, 0);
    const isFine = arrivals.within[i].every((rate, j) => (i === j ? rate < 0 : rate >= 0)) && arrivals.with[i].every((rate) => rate >= 0);
    if (!isFine || !(Math.abs(out) <= 1e-9 * -arrivals.within[i][i]))
      throw new RangeError(
        `rates of arrival phase ${i + 1} must be 0 or more off the diagonal and sum to 0, got ${arrivals.within[i].join(", ")}`,
      );
  }
  const shares = longRunShares(matrixOf(arrivals.within.map((row, i) => row.map((rate, j) => rate + arrivals.with[i][j]))));
  return arrivals.with.reduce((sum, row, i) => sum + shares[i] * row.reduce((all, rate) => all + rate, 0), 0);
}

/** How `busy` servers can stand in the phases: all rows of whole numbers with that sum, and where each is. */
interface Stands {
  readonly all: readonly (readonly number[])[];
  readonly placeOf: ReadonlyMap<string, number>;
}

function standsOf(busy: number, phases: number): Stands {
  const all: number[][] = [];
  const fill = (row: number[], left: number) => {
    if (row.length === phases - 1) all.push([...row, left]);
    else for (let here = left; here >= 0; here--) fill([...row, here], left - here);
  };
  fill([], busy);
  return {all, placeOf: new Map(all.map((row, place) => [row.join(), place]))};
}

/** The stand with one server fewer in `from` and one more in `to`; undefined for no phase at all. */
function moved(stand: readonly number[], from: number | undefined, to: number | undefined): string {
  return stand.map((count, phase) => count - (phase === from ? 1 : 0) + (phase === to ? 1 : 0)).join();
}

/** Number of stands of so many servers: C(servers + phases - 1, phases - 1). */
function standCount(servers: number, phases: number): number {
  let count = 1;
  for (let k = 1; k < phases; k++) count = (count * (servers + k)) / k;
  return count;
}

/** Changes of phase within service, services that end, and services that start, between stands. */
interface ServiceMoves {
  readonly within: Matrix;
  /** Ends, and the next in line begins at once. */
  readonly replaced: Matrix;
}

function busyMoves({start, rates}: PhaseType, stands: Stands): ServiceMoves {
  const n = stands.all.length;
  const within = zeroMatrix(n, n);
  const replaced = zeroMatrix(n, n);
  const ends = endsOf(rates);
  stands.all.forEach((stand, i) => {
    stand.forEach((count, phase) => {
      if (count === 0) return;
      within.values[i * n + i] += count * rates[phase][phase];
      for (let to = 0; to < start.length; to++) {
        const place = i * n + stands.placeOf.get(moved(stand, phase, to))!;
        if (to !== phase) within.values[place] += count * rates[phase][to];
        replaced.values[place] += count * ends[phase] * start[to];
      }
    });
  });
  return {within, replaced};
}

function endsOf(rates: PhaseType["rates"]): number[] {
  return rates.map((row) => Math.max(0, -row.reduce((sum, rate) => sum + rate, 0)));
}

/** From stands of `busy` to stands of one fewer: a service ends and nobody waits. */
function emptied({rates}: PhaseType, from: Stands, to: Stands): Matrix {
  const ends = endsOf(rates);
  const matrix = zeroMatrix(from.all.length, to.all.length);
  from.all.forEach((stand, i) => {
    stand.forEach((count, phase) => {
      if (count > 0) matrix.values[i * matrix.columns + to.placeOf.get(moved(stand, phase, undefined))!] += count * ends[phase];
    });
  });
  return matrix;
}

/** From stands of `busy` to stands of one more: a newcomer finds a free server. */
function filled({start}: PhaseType, from: Stands, to: Stands): Matrix {
  const matrix = zeroMatrix(from.all.length, to.all.length);
  from.all.forEach((stand, i) => {
    for (let phase = 0; phase < start.length; phase++)
      matrix.values[i * matrix.columns + to.placeOf.get(moved(stand, undefined, phase))!] += start[phase];
  });
  return matrix;
}

/** Every pair of (arrival phase, stand) to every other, weights multiplied. */
function pairs(arrival: Matrix, stand: Matrix): Matrix {
  const result = zeroMatrix(arrival.rows * stand.rows, arrival.columns * stand.columns);
  for (let i = 0; i < arrival.rows; i++)
    for (let j = 0; j < arrival.columns; j++) {
      const factor = arrival.values[i * arrival.columns + j];
      if (factor === 0) continue;
      for (let k = 0; k < stand.rows; k++)
        for (let l = 0; l < stand.columns; l++)
          result.values[(i * stand.rows + k) * result.columns + j * stand.columns + l] = factor * stand.values[k * stand.columns + l];
    }
  return result;
}

function same(size: number): Matrix {
  return matrixOf(Array.from({length: size}, (_, i) => Array.from({length: size}, (_, j) => (i === j ? 1 : 0))));
}

function added(a: Matrix, b: Matrix): Matrix {
  return {...a, values: a.values.map((value, i) => value + b.values[i])};
}

interface Solved {
  readonly levels: LongRunLevels;
  /** Stands of all servers busy, within one arrival phase. */
  readonly moves: ServiceMoves;
}

function solveChain({arrivals, service, servers}: PhaseQueue): Solved {
  const within = matrixOf(arrivals.within);
  const withArrival = matrixOf(arrivals.with);
  const stands = Array.from({length: servers + 1}, (_, busy) => standsOf(busy, service.start.length));
  const still = same(within.rows);
  const moves = stands.map((some) => busyMoves(service, some));
  const downs = stands.map((some, busy) => (busy === 0 ? undefined : pairs(still, emptied(service, some, stands[busy - 1]))));
  const level = (busy: number): Level => ({
    up: pairs(withArrival, filled(service, stands[busy], stands[busy + 1])),
    local: added(pairs(within, same(stands[busy].all.length)), pairs(still, moves[busy].within)),
    down: downs[busy] ?? zeroMatrix(0, 0),
  });
  const full = same(stands[servers].all.length);
  const levels = solveLevels({
    first: Array.from({length: servers}, (_, busy) => level(busy)),
    others: {
      up: pairs(withArrival, full),
      local: added(pairs(within, full), pairs(still, moves[servers].within)),
      down: pairs(still, moves[servers].replaced),
    },
    downToFirst: downs[servers]!,
  });
  return {levels, moves: moves[servers]};
}

/** Whether this place is small enough to be solved; `solvePHPHc` refuses the others. */
export function isSolvable({arrivals, service, servers}: PhaseQueue): boolean {
  return arrivals.within.length * standCount(servers, service.start.length) <= MOST_PHASES;
}

/**
 * Everything about PH/PH/c. In overload waits are Infinity.
 *
 * @throws RangeError if the laws are none, or the place is too large to be solved (see `isSolvable`)
 */
export function solvePHPHc(queue: PhaseQueue): LongRun {
  const {arrivals, service, servers} = queue;
  requireCount("servers", servers);
  const serviceTime = meanOf(service);
  const arrivalRate = arrivalRateOf(arrivals);
  const load = {arrivalRate, serviceTime, servers};
  if (arrivalRate * serviceTime >= servers * (1 - 1e-12))
    return {...fromMeanWait(load, Infinity, MATRIX_GEOMETRIC), ...overloadAnswers(MATRIX_GEOMETRIC)};
  if (!isSolvable(queue))
    throw new RangeError(
      `servers must give at most ${MOST_PHASES} phases, got ${servers} servers with ${arrivals.within.length * standCount(servers, service.start.length)}`,
    );
  const {levels, moves} = solveChain(queue);
  const length = totalOf(levels.firstMoment);
  const isPoisson = arrivals.within.length === 1;
  // Poisson arrivals, first come first served: who starts leaves behind those who came during the wait, so E[Q(Q-1)] = λ² E[Wq²]
  const spread = totalOf(levels.secondMoment) - length * length;
  const tail = waitTail(queue, arrivalRate, levels, moves);
  return {
    ...fromMeanWait(load, length / arrivalRate, MATRIX_GEOMETRIC),
    ...(isPoisson ? {waitVariance: answer(spread / (arrivalRate * arrivalRate), MATRIX_GEOMETRIC)} : {}),
    waiting: answer(
      seenByArrivals(levels.mass, arrivals, moves.within.rows).reduce((sum, share) => sum + share, 0) / arrivalRate,
      MATRIX_GEOMETRIC,
    ),
    ...(tail === undefined ? {} : tailAnswers(tail, serviceTime, MATRIX_GEOMETRIC)),
  };
}

/** Arrivals per second that see each stand, from shares of (arrival phase, stand) over time. */
function seenByArrivals(row: Float64Array, arrivals: ArrivalPhases, stands: number): Float64Array {
  const seen = new Float64Array(stands);
  arrivals.with.forEach((rates, phase) => {
    const rate = rates.reduce((sum, one) => sum + one, 0);
    for (let stand = 0; stand < stands; stand++) seen[stand] += rate * row[phase * stands + stand];
  });
  return seen;
}

/** P(Wq > t), right to 1e-13 absolute; undefined where a heavy load would make it slow. */
function waitTail(
  queue: PhaseQueue,
  arrivalRate: PerSecond,
  levels: LongRunLevels,
  moves: ServiceMoves,
): ((time: Seconds) => number) | undefined {
  const n = moves.within.rows;
  const ahead: Float64Array[] = []; // by number waiting: chance to find it, by stand
  for (let row = levels.shares[levels.shares.length - 1], left = totalOf(levels.mass); left > 1e-14; ) {
    ahead.push(seenByArrivals(row, queue.arrivals, n).map((share) => share / arrivalRate));
    if (ahead.length * n > MOST_TAIL_STATES / 50) return undefined;
    left -= totalOf(row);
    row = rowTimes(row, levels.ratio);
  }
  let pace = 0;
  for (let i = 0; i < n; i++) pace = Math.max(pace, -moves.within.values[i * n + i]);
  const stay = {...moves.within, values: moves.within.values.map((rate, at) => rate / pace + (at % (n + 1) === 0 ? 1 : 0))};
  const end = {...moves.replaced, values: moves.replaced.values.map((rate) => rate / pace)};
  const left = [ahead.reduce((sum, row) => sum + totalOf(row), 0)]; // still waiting after so many steps
  let rows = ahead;
  const leftAfter = (steps: number) => {
    while (left.length <= steps && left[left.length - 1] > 1e-16) {
      const ending = rows.map((row) => rowTimes(row, end));
      rows = rows.map((row, number) => {
        const next = rowTimes(row, stay);
        if (number + 1 < ending.length) for (let i = 0; i < n; i++) next[i] += ending[number + 1][i];
        return next;
      });
      left.push(rows.reduce((sum, row) => sum + totalOf(row), 0));
    }
    return left[steps] ?? 0;
  };
  return (time) => {
    if (time === 0) return left[0];
    const {first, weights: shares} = poissonWeights(pace * time);
    if (left[left.length - 1] <= 1e-16 && first >= left.length) return 0;
    let sum = 0;
    for (let k = 0; k < shares.length; k++) sum += shares[k] * leftAfter(first + k);
    return sum;
  };
}
