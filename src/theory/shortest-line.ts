/**
 * Parallel lines, each newcomer joins the shortest (the served counted), nobody changes lines. M/M service, 2 to 4 equal servers.
 *
 *   level   length of the longest line, the served counted
 *   phase   by how much the other lines are shorter, in falling order; at most `MOST_DIFFERENCE`
 *   R       the longest line grows only where all are equal: one row r, so levels beyond fall by one number, ρ^c
 *
 * Exact: the wait is as long as the line joined. Cutting longer differences off costs about 1e-10 of the wait, with 4 lines near
 * overload 1e-8. Four lines take two tenths of a second; more would take too many phases and are refused.
 * Sources: Haight (1958), "Two queues in parallel", Biometrika 45, 401-410; Adan, Wessels and Zijm (1990), "Analysis of the
 * symmetric shortest queue problem", Stochastic Models 6, 691-713.
 */
import {exp, log} from "../math/elementary.ts";
import {solveRight, zeroMatrix} from "../math/matrix.ts";
import {poissonWeights} from "../math/poisson-weights.ts";
import type {Seconds} from "../units.ts";
import {answer, type Formula} from "./answer.ts";
import {fromMeanWait, occupancyOf, requireQueue} from "./little.ts";
import type {LongRun, Queue} from "./long-run.ts";
import {overloadAnswers, tailAnswers} from "./wait-tail.ts";

export const SHORTEST_LINE: Formula = {
  name: {en: "Join the shortest line (truncated chain)", zh: "加入最短队（截断马尔可夫链）"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals, exponential service, 2 to 4 equal servers, the served counted, no changing of lines",
    zh: "泊松到达，指数服务，2 至 4 个相同服务台，计入正在服务者，不换队",
  },
  source:
    'Haight (1958), "Two queues in parallel", Biometrika 45, 401-410; Adan, Wessels and Zijm (1990), "Analysis of the symmetric shortest queue problem", Stochastic Models 6, 691-713',
};

export const MOST_LINES = 4;
/** By number of lines. */
const MOST_DIFFERENCE: readonly number[] = [0, 1, 30, 20, 13];
/** Above this share from level to level only the mean is told. */
const HEAVIEST = 0.9999;

/** All falling rows of `others` whole numbers from 0 to `most`, by their sum: changes are small steps in this order. */
function phasesOf(others: number, most: number): number[][] {
  const all: number[][] = [];
  const fill = (row: number[], largest: number) => {
    if (row.length === others) all.push(row);
    else for (let next = 0; next <= largest; next++) fill([...row, next], next);
  };
  fill([], most);
  const total = (row: number[]) => row.reduce((sum, one) => sum + one, 0);
  return all.sort((a, b) => total(a) - total(b));
}

const falling = (row: readonly number[]) => [...row].sort((a, b) => b - a);

/** A change of phase, and how often. */
interface Move {
  readonly from: number;
  readonly to: number;
  readonly rate: number;
}

interface LinesLevel {
  readonly phases: readonly number[][];
  /** Within the level, the negative diagonal included. */
  readonly local: readonly Move[];
  /** To the level before. */
  readonly down: readonly Move[];
}

/** A falling row as one number: its digits in a base that no difference reaches. */
function keyOf(row: readonly number[]): number {
  return row.reduce((key, shorter) => 64 * key + shorter, 0);
}

/** Level `longest`; times are in mean services. */
function levelOf(longest: number, lines: number, arrivalRate: number, most: number): LinesLevel {
  const phases = phasesOf(lines - 1, Math.min(longest, most));
  const placeOf = new Map(phases.map((row, at) => [keyOf(row), at]));
  const placeBelow = new Map(phasesOf(lines - 1, Math.max(0, Math.min(longest - 1, most))).map((row, at) => [keyOf(row), at]));
  const local: Move[] = [];
  const down: Move[] = [];
  phases.forEach((row, from) => {
    let out = arrivalRate;
    const move = (to: readonly number[], rate: number) => local.push({from, to: placeOf.get(keyOf(falling(to)))!, rate});
    if (row[0] > 0) move([row[0] - 1, ...row.slice(1)], arrivalRate);
    const all = [...row, 0];
    for (const [i, shorter] of all.entries()) {
      if (longest - shorter === 0) continue; // nobody there
      const others = all.filter((_, j) => j !== i);
      if (shorter > 0 || others.includes(0)) {
        if (shorter + 1 > most) continue; // so long a difference is cut off
        const next = falling([...others, shorter + 1]);
        move(next.slice(0, -1), 1); // the last, a 0, is the longest line
      } else {
        down.push({from, to: placeBelow.get(keyOf(falling(others.map((other) => other - 1))))!, rate: 1});
      }
      out += 1;
    }
    local.push({from, to: from, rate: -out});
  });
  return {phases, local, down};
}

/**
 * The row r of a level: r (-A) = λ · (the phase that a newcomer to equal lines makes), A being the level's own moves, `more` of those
 * down, and what its equal lines do while above (`above`, by phase).
 */
function rowOf({phases, local, down}: LinesLevel, arrivalRate: number, more: number, above: readonly Move[]): Float64Array {
  const n = phases.length;
  const system = zeroMatrix(n, n); // transposed
  for (const {from, to, rate} of local) system.values[to * n + from] -= rate;
  if (more > 0) for (const {from, to, rate} of down) system.values[to * n + from] -= more * rate;
  for (const {from, to, rate} of above) system.values[to * n + from] -= rate;
  const right = zeroMatrix(n, 1);
  right.values[phases.findIndex((phase) => phase.every((shorter) => shorter === 1))] = arrivalRate;
  return solveRight(system, right).values;
}

/** Shares of the length of the line that a newcomer joins. */
interface Joined {
  readonly shares: readonly number[];
  /** From the last on they fall by this. */
  readonly ratio: number;
}

function joinedLine(load: number, lines: number): Joined {
  const most = MOST_DIFFERENCE[lines];
  const arrivalRate = load * lines; // in mean services
  let decay = 1;
  for (let i = 0; i < lines; i++) decay *= load;
  const levels = Array.from({length: most + 2}, (_, longest) => levelOf(longest, lines, arrivalRate, most));
  const top = levels[most + 1];
  const repeat = rowOf(top, arrivalRate, decay, []);
  // fold from the top: equal lines of a level (phase 0) climb, and come back as the row of the level above comes down
  const climbs: Float64Array[] = [];
  let climb = repeat;
  for (let longest = most; longest > 0; longest--) {
    const above = levels[longest + 1].down.map(({from, to, rate}) => ({from: 0, to, rate: climb[from] * rate}));
    climb = rowOf(levels[longest], arrivalRate, 0, above);
    climbs.unshift(climb);
  }
  // the shortest line's shares: level 0 has one phase, all empty
  const shares: number[] = [];
  const count = (phases: readonly number[][], row: Float64Array, longest: number, factor: number) => {
    for (const [at, phase] of phases.entries()) {
      const shortest = longest - phase[0];
      while (shares.length <= shortest) shares.push(0);
      shares[shortest] += factor * row[at];
    }
  };
  count(levels[0].phases, Float64Array.of(1), 0, 1);
  let equal = 1;
  for (const [i, row] of climbs.entries()) {
    count(levels[i + 1].phases, row, i + 1, equal);
    equal *= row[0];
  }
  for (let longest = most + 1; longest <= 2 * most + 1; longest++) {
    count(top.phases, repeat, longest, equal);
    equal *= repeat[0];
  }
  // what lies beyond would add to the lengths from here on, and from here on each is the one before times the ratio
  const whole = shares.slice(0, most + 2);
  const ratio = repeat[0];
  let total = whole.reduce((all, share) => all + share, 0);
  total += (whole[whole.length - 1] * ratio) / (1 - ratio);
  return {shares: whole.map((share) => share / total), ratio};
}

/** Mean wait, in mean services. */
function meanJoined({shares, ratio}: Joined): number {
  const last = shares.length - 1;
  const rest = (shares[last] * ratio) / (1 - ratio);
  return shares.reduce((sum, share, length) => sum + share * length, 0) + rest * (last + 1 / (1 - ratio));
}

function tailOf({shares, ratio}: Joined, serviceTime: Seconds): (time: Seconds) => number {
  // P(joined line longer than k)
  const last = shares.length - 1;
  const beyond = new Float64Array(shares.length);
  beyond[last] = (shares[last] * ratio) / (1 - ratio);
  for (let k = last - 1; k >= 0; k--) beyond[k] = beyond[k + 1] + shares[k + 1];
  const step = log(ratio);
  return (time) => {
    // the wait is longer than t if fewer services end in t than people are ahead
    const {first, weights: ended} = poissonWeights(time / serviceTime);
    let sum = 0;
    for (let i = 0; i < ended.length; i++)
      sum += ended[i] * (first + i <= last ? beyond[first + i] : beyond[last] * exp((first + i - last) * step));
    return sum;
  };
}

/**
 * Everything about joining the shortest of `servers` lines. One line is M/M/1.
 *
 * @throws RangeError if `servers` is more than 4, or the queue is none
 */
export function solveShortestLine(queue: Queue): LongRun {
  requireQueue(queue);
  const {arrivalRate, serviceTime, servers} = queue;
  if (servers > MOST_LINES)
    throw new RangeError(`servers must be at most ${MOST_LINES} where newcomers join the shortest line, got ${servers}`);
  const load = occupancyOf(queue);
  if (load >= 1) return {...fromMeanWait(queue, Infinity, SHORTEST_LINE), ...overloadAnswers(SHORTEST_LINE)};
  const joined = servers === 1 ? {shares: [1 - load], ratio: load} : joinedLine(load, servers);
  const found = fromMeanWait({arrivalRate, serviceTime, servers}, meanJoined(joined) * serviceTime, SHORTEST_LINE);
  if (joined.ratio > HEAVIEST) return {...found, waiting: answer(1 - joined.shares[0], SHORTEST_LINE)};
  return {...found, ...tailAnswers(tailOf(joined, serviceTime), serviceTime, SHORTEST_LINE)};
}
