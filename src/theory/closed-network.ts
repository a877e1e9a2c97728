/**
 * Closed product-form networks: so many customers of each class going round, none coming, none leaving.
 *
 *   N   customers of a class          D   demand: visits times service time, for one round
 *   Z   time between rounds (thinking, driving), without waiting
 *   X   rounds a second               R   time of one round without Z
 *
 * Exact where the product form holds: first come first served with one exponential law for all classes, processor sharing, or no waiting (any
 * law for the last two). Two methods. Mean value analysis for single servers: cheap for thousands of customers. Convolution for stations with several
 * servers or a speed that depends on how many are there: every term is positive and every vector is scaled by the chances of an open network
 * of nearly the same flow, so nothing cancels, overflows, or drops below what counts, where load-dependent mean value analysis breaks down.
 * Source: Reiser and Lavenberg (1980), "Mean-value analysis of closed multichain queuing networks", Journal of the ACM 27(2), 313-322;
 * Buzen (1973), Communications of the ACM 16(9), 527-531; Reiser and Kobayashi (1975), IBM Journal of R&D 19(3), 283-294.
 */
import {exp, log} from "../math/index.ts";
import type {PerSecond, Probability, Seconds} from "../units.ts";
import type {Formula} from "./answer.ts";
import {requireCount, requireNotNegative} from "./requirements.ts";

export const MEAN_VALUE_ANALYSIS: Formula = {
  name: {en: "closed product-form network", zh: "封闭乘积形式网络"},
  kind: "exact",
  validity: {
    en: "a fixed number of customers; exponential service first come first served, alike for all classes, or processor sharing, or no waiting",
    zh: "顾客总数固定；先到先服务且各类服务时间同为指数分布，或处理器共享，或无需等待",
  },
  source: 'Reiser and Lavenberg (1980), "Mean-value analysis of closed multichain queuing networks", Journal of the ACM 27(2), 313-322',
};

export const SCHWEITZER: Formula = {
  name: {en: "Schweitzer's approximate mean value analysis", zh: "Schweitzer 近似均值分析"},
  kind: "approximate",
  validity: {
    en: "single servers; throughput typically within 1 %, at worst 7 % off in 20,000 networks of 2 to 5 stations drawn at random",
    zh: "单服务台；吞吐率误差通常在 1% 以内，在随机生成的 20,000 个 2 至 5 站网络中最大 7%",
  },
  source: 'Schweitzer (1979), "Approximate analysis of multiclass closed networks of queues"; Bard (1979)',
};

export const ASYMPTOTIC_BOUNDS: Formula = {
  name: {en: "asymptotic bounds of closed networks", zh: "封闭网络渐近界"},
  kind: "bound",
  validity: {
    en: "throughput is at most, and time at least, this; any law of service, single servers",
    zh: "吞吐率不高于、逗留时间不低于此值；服务时间可为任意分布，单服务台",
  },
  source: 'Denning and Buzen (1978), "The operational analysis of queueing network models", Computing Surveys 10(3), 225-261',
};

export interface ClosedAnswer {
  /** Rounds a second. */
  throughput: PerSecond;
  /** Time of one round, without Z. */
  roundTime: Seconds;
  /** Per station: people there, and time there in one round (all its visits). */
  numbers: number[];
  times: Seconds[];
  /** Share of time that a single server is busy, X · D. */
  occupancies: Probability[];
}

/**
 * Mean value analysis: single servers, one class. Adds one customer at a time; about 1e-14 relative for thousands.
 *
 * @throws RangeError if there are no customers or no demand at all, or one is negative
 */
export function meanValueAnalysis(demands: readonly Seconds[], customers: number, between: Seconds = 0): ClosedAnswer {
  requireDemands(demands, between);
  requireCount("customers", customers, 0);
  let numbers = new Float64Array(demands.length);
  let throughput = 0;
  let roundTime = 0;
  let times = Float64Array.from(demands);
  for (let n = 1; n <= customers; n++) {
    times = times.map((_, k) => demands[k] * (1 + numbers[k]));
    roundTime = times.reduce((sum, time) => sum + time, 0);
    throughput = n / (between + roundTime);
    numbers = times.map((time) => throughput * time);
  }
  return {
    throughput,
    roundTime,
    numbers: [...numbers],
    times: [...times],
    occupancies: demands.map((demand) => throughput * demand),
  };
}

function requireDemands(demands: readonly Seconds[], between: Seconds): void {
  requireCount("stations", demands.length);
  demands.forEach((demand, k) => {
    requireNotNegative(`demands[${k}]`, demand);
  });
  requireNotNegative("between", between);
  if (!(demands.some((demand) => demand > 0) || between > 0))
    throw new RangeError("demands must not all be 0, got 0 at every station and between rounds");
}

/** Schweitzer's fixed point: what one customer fewer would see is taken as (N - 1)/N of what is there. */
export function schweitzer(demands: readonly Seconds[], customers: number, between: Seconds = 0): ClosedAnswer {
  requireDemands(demands, between);
  requireCount("customers", customers, 1);
  let numbers = demands.map(() => customers / demands.length);
  let times = [...demands];
  let throughput = 0;
  for (let turn = 0; turn < 10_000; turn++) {
    times = demands.map((demand, k) => demand * (1 + (numbers[k] * (customers - 1)) / customers));
    throughput = customers / (between + times.reduce((sum, time) => sum + time, 0));
    const next = times.map((time) => throughput * time);
    const change = next.reduce((most, number, k) => Math.max(most, Math.abs(number - numbers[k])), 0);
    numbers = next;
    if (change < 1e-13 * customers) break;
  }
  return {
    throughput,
    roundTime: times.reduce((sum, time) => sum + time, 0),
    numbers,
    times,
    occupancies: demands.map((demand) => throughput * demand),
  };
}

/** Throughput at most, and round time at least, whatever the laws: the bottleneck's, and that of a round without waiting. */
export function asymptoticBounds(
  demands: readonly Seconds[],
  customers: number,
  between: Seconds = 0,
): {throughputAtMost: PerSecond; roundTimeAtLeast: Seconds} {
  requireDemands(demands, between);
  requireCount("customers", customers, 1);
  const alone = demands.reduce((sum, demand) => sum + demand, 0);
  const most = demands.reduce((largest, demand) => Math.max(largest, demand), 0);
  return {
    throughputAtMost: Math.min(customers / (alone + between), 1 / most),
    roundTimeAtLeast: Math.max(alone, customers * most - between),
  };
}

export interface ClosedStation {
  /** By class: visits of one round times service time. */
  demands: readonly Seconds[];
  /** Servers; Infinity: nobody waits. Or the speed when so many are there, relative to one alone: speeds[n - 1], the last one staying. */
  servers?: number;
  speeds?: readonly number[];
}

export interface ClassesAnswer {
  /** Rounds a second, by class. */
  throughputs: PerSecond[];
  /** By class and station. */
  numbers: number[][];
  /** Time in one round, by class and station. */
  times: Seconds[][];
  /** By station: P(n there), n from 0 to all customers. */
  presence: Float64Array[];
}

/**
 * Any closed product-form network by convolution, with several classes and stations whose speed depends on how many are there.
 * The work is the square of Π(N + 1) times the stations: 1,000 customers of one class at ten stations some 30 ms.
 *
 * @throws RangeError if a number makes no sense or a class has no demand anywhere
 */
export function convolve(stations: readonly ClosedStation[], customers: readonly number[]): ClassesAnswer {
  requireCount("classes", customers.length);
  requireCount("stations", stations.length);
  customers.forEach((count, r) => {
    requireCount(`customers[${r}]`, count, 0);
    if (!stations.some(({demands}) => demands[r] > 0))
      throw new RangeError(`demands must be more than 0 somewhere for class ${r + 1}, got 0 at every station`);
  });
  stations.forEach(({demands, servers = 1, speeds}) => {
    if (demands.length !== customers.length)
      throw new RangeError(`demands must be as many as classes, got ${demands.length} for ${customers.length}`);
    demands.forEach((demand, r) => {
      requireNotNegative(`demands[${r}]`, demand);
    });
    if (servers !== Infinity) requireCount("servers", servers);
    speeds?.forEach((speed, n) => {
      if (!(speed > 0 && speed < Infinity)) throw new RangeError(`speeds[${n}] must be more than 0 and finite, got ${speed}`);
    });
  });
  const grid = gridOf(customers);
  const flows = likelyFlows(stations, customers);
  const alone = stations.map((station) => stationWeights(station, flows, grid));
  // Products of the stations before and after each one: every station's own law needs the network without it.
  const before: Float64Array[] = [nobody(grid)];
  for (const weights of alone) before.push(product(before[before.length - 1], weights, grid));
  const after: Float64Array[] = [nobody(grid)];
  for (let k = stations.length - 1; k >= 0; k--) after.unshift(product(alone[k], after[0], grid));
  const whole = before[stations.length];
  const all = grid.size - 1;
  const numbers = customers.map(() => stations.map(() => 0));
  const presence: Float64Array[] = [];
  const most = customers.reduce((sum, count) => sum + count, 0);
  stations.forEach((_, k) => {
    const others = product(before[k], after[k + 1], grid);
    const law = new Float64Array(most + 1);
    let sum = 0;
    const seen = customers.map(() => 0);
    for (let here = 0; here <= all; here++) {
      const chance = alone[k][here] * others[all - here];
      sum += chance;
      law[grid.total[here]] += chance;
      for (let r = 0; r < customers.length; r++) seen[r] += grid.count(here, r) * chance;
    }
    for (let n = 0; n <= most; n++) law[n] /= sum;
    presence.push(law);
    for (let r = 0; r < customers.length; r++) numbers[r][k] = seen[r] / sum;
  });
  const throughputs = customers.map((count, r) => (count === 0 ? 0 : (flows[r] * whole[all - grid.stride[r]]) / whole[all]));
  return {
    throughputs,
    numbers,
    times: numbers.map((row, r) => row.map((number) => (throughputs[r] > 0 ? number / throughputs[r] : 0))),
    presence,
  };
}

/** Populations from none to all, in one line: the last index is everyone, and `all - here` is who is elsewhere. */
interface Grid {
  size: number;
  stride: number[];
  total: Int32Array;
  count(index: number, r: number): number;
  customers: readonly number[];
}

function gridOf(customers: readonly number[]): Grid {
  const stride: number[] = [];
  let size = 1;
  for (const count of customers) {
    stride.push(size);
    size *= count + 1;
  }
  if (size > 1e6) throw new RangeError(`customers must make at most a million populations, got ${size}`);
  const count = (index: number, r: number): number => Math.floor(index / stride[r]) % (customers[r] + 1);
  const total = new Int32Array(size);
  for (let index = 0; index < size; index++) for (let r = 0; r < customers.length; r++) total[index] += count(index, r);
  return {size, stride, total, count, customers};
}

/** Rounds a second, near enough: bounded by the bottleneck and by a round without waiting. Only the scale of the numbers hangs on it. */
function likelyFlows(stations: readonly ClosedStation[], customers: readonly number[]): number[] {
  const flows = customers.map((count, r) => Math.max(count, 1) / stations.reduce((sum, {demands}) => sum + demands[r], 0));
  let busiest = 0;
  for (const {demands, servers = 1, speeds} of stations) {
    const load = demands.reduce((sum, demand, r) => sum + demand * flows[r], 0);
    busiest = Math.max(busiest, load / (speeds?.[speeds.length - 1] ?? servers));
  }
  return busiest > 1 ? flows.map((flow) => flow / busiest) : flows;
}

/** The station's law by itself under those flows, scaled to a largest value of 1: n!/Π nᵣ! · Π (flow · D)^nᵣ / Π speeds. */
function stationWeights({demands, servers = 1, speeds}: ClosedStation, flows: readonly number[], grid: Grid): Float64Array {
  const speed = (n: number): number => (speeds ? speeds[Math.min(n, speeds.length) - 1] : Math.min(n, servers));
  const most = grid.total[grid.size - 1];
  const arranged = new Float64Array(most + 1); // log of n! / Π speeds
  for (let n = 1; n <= most; n++) arranged[n] = arranged[n - 1] + log(n / speed(n));
  const powers = demands.map((demand, r) => {
    const logs = new Float64Array(grid.customers[r] + 1);
    for (let n = 1; n < logs.length; n++) logs[n] = demand > 0 ? logs[n - 1] + log((flows[r] * demand) / n) : -Infinity;
    return logs;
  });
  const weights = new Float64Array(grid.size);
  let largest = -Infinity;
  for (let index = 0; index < grid.size; index++) {
    let sum = arranged[grid.total[index]];
    for (let r = 0; r < demands.length; r++) sum += powers[r][grid.count(index, r)];
    weights[index] = sum;
    largest = Math.max(largest, sum);
  }
  for (let index = 0; index < grid.size; index++) weights[index] = weights[index] === -Infinity ? 0 : exp(weights[index] - largest);
  return weights;
}

function nobody(grid: Grid): Float64Array {
  const weights = new Float64Array(grid.size);
  weights[0] = 1;
  return weights;
}

function product(one: Float64Array, other: Float64Array, grid: Grid): Float64Array {
  const result = new Float64Array(grid.size);
  const classes = grid.customers.length;
  for (let here = 0; here < grid.size; here++) {
    const weight = one[here];
    if (weight === 0) continue;
    // Those elsewhere: every class at most what is left of it.
    if (classes === 1) for (let there = 0; there < grid.size - here; there++) result[here + there] += weight * other[there];
    else addShifted(result, other, weight, here, grid);
  }
  let largest = 0;
  for (const value of result) largest = Math.max(largest, value);
  if (largest > 0 && (largest > 1e100 || largest < 1e-100)) for (let i = 0; i < result.length; i++) result[i] /= largest;
  return result;
}

function addShifted(result: Float64Array, other: Float64Array, weight: number, here: number, grid: Grid): void {
  const room = grid.customers.map((count, r) => count - grid.count(here, r));
  const visit = (r: number, there: number): void => {
    if (r === 0) {
      for (let n = 0; n <= room[0]; n++) result[here + there + n] += weight * other[there + n];
      return;
    }
    for (let n = 0; n <= room[r]; n++) visit(r - 1, there + n * grid.stride[r]);
  };
  visit(room.length - 1, 0);
}

export interface MixedAnswer extends ClassesAnswer {
  /** Of the open classes, by class and station. */
  openTimes: Seconds[][];
  openNumbers: number[][];
}

/**
 * A mixed network of single servers: open classes with their arrival rates beside closed ones. The open ones take their share of each server,
 * the closed ones see a slower one. A server that the open classes fill alone: their times are Infinity and the closed ones stand still.
 *
 * @throws RangeError if a number makes no sense
 */
export function solveMixed(
  open: {arrivalRates: readonly PerSecond[]; demands: readonly (readonly Seconds[])[]},
  closed: {customers: readonly number[]; demands: readonly (readonly Seconds[])[]},
): MixedAnswer {
  const stations = closed.demands[0]?.length ?? 0;
  requireCount("stations", stations);
  open.arrivalRates.forEach((rate, r) => {
    requireNotNegative(`arrivalRates[${r}]`, rate);
  });
  const taken = Array.from({length: stations}, (_, k) => open.arrivalRates.reduce((sum, rate, r) => sum + rate * open.demands[r][k], 0));
  if (taken.some((share) => share >= 1)) {
    const endless = open.demands.map((row) => row.map((demand, k) => (taken[k] >= 1 && demand > 0 ? Infinity : demand)));
    const still = closed.demands.map((row) => row.map(() => Number.NaN));
    return {
      throughputs: closed.customers.map(() => 0),
      numbers: still,
      times: still,
      presence: [],
      openTimes: endless,
      openNumbers: endless,
    };
  }
  const answer = convolve(
    taken.map((share, k) => ({demands: closed.demands.map((row) => row[k] / (1 - share))})),
    closed.customers,
  );
  const present = taken.map((_, k) => answer.numbers.reduce((sum, row) => sum + row[k], 0));
  const openTimes = open.demands.map((row) => row.map((demand, k) => (demand * (1 + present[k])) / (1 - taken[k])));
  return {...answer, openTimes, openNumbers: openTimes.map((row, r) => row.map((time) => time * open.arrivalRates[r]))};
}
