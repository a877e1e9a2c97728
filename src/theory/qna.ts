/**
 * QNA: open networks of GI/G/c stations by two moments. Every flow is known by its rate and the squared coefficient of variation (c²) of the time
 * between its customers; stations change it, splits and confluences mix it.
 *
 *   ca², cs²   of interarrival and service times      ρ   occupancy      m   servers
 *
 * Approximate: mean waits typically within 10 % per station, 30 % and more where flows are far from random (superposed batches, very regular
 * lines in heavy traffic). Exact for Jackson networks.
 * Source: Whitt (1983), "The queueing network analyzer", Bell System Technical Journal 62(9), 2779-2815.
 */
import {exp} from "../math/index.ts";
import type {PerSecond, Probability, Seconds} from "../units.ts";
import {answer, type Formula} from "./answer.ts";
import {probabilityOfWaiting} from "./erlang-c.ts";
import type {LongRun} from "./long-run.ts";
import {requireCount, requireNotNegative, requirePositive} from "./requirements.ts";
import {openTraffic} from "./traffic-equations.ts";

export const QNA: Formula = {
  name: {en: "queueing network analyzer (QNA)", zh: "排队网络分析法 (QNA)"},
  kind: "approximate",
  validity: {
    en: "open networks with endless patience; mean waits typically within 10 % per station, 30 % and more for very regular or bursty flows in heavy traffic",
    zh: "开放网络，顾客无限耐心；各站平均等待误差通常在 10% 以内，流量极规则或突发且重载时可达 30% 以上",
  },
  source: 'Whitt (1983), "The queueing network analyzer", Bell System Technical Journal 62(9), 2779-2815',
};

/** c² of the departures of a station: what its arrivals had, weighted by idleness, and what its service makes of them. */
export function departureSquaredCV(occupancy: Probability, arrivalSquaredCV: number, serviceSquaredCV: number, servers: number): number {
  if (!(occupancy >= 0 && occupancy <= 1)) throw new RangeError(`occupancy must lie between 0 and 1, got ${occupancy}`);
  requireNotNegative("arrivalSquaredCV", arrivalSquaredCV);
  requireNotNegative("serviceSquaredCV", serviceSquaredCV);
  requireCount("servers", servers);
  return (1 - occupancy * occupancy) * arrivalSquaredCV + occupancy * occupancy * ownVariability(serviceSquaredCV, servers);
}

/** 1 + (max(cs², 0.2) - 1)/√m: many servers blend their departures towards randomness. */
function ownVariability(serviceSquaredCV: number, servers: number): number {
  return 1 + (Math.max(serviceSquaredCV, 0.2) - 1) / Math.sqrt(servers);
}

/** c² of a flow of which each customer goes this way with chance `share`: 1 + share (c² - 1). Exact for renewal flows. */
export function splitSquaredCV(share: Probability, squaredCV: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share must lie between 0 and 1, got ${share}`);
  requireNotNegative("squaredCV", squaredCV);
  return 1 - share + share * squaredCV;
}

/** c² of several flows that come together at a station of that occupancy: their mean by share, drawn towards 1. */
export function superposedSquaredCV(flows: readonly {rate: PerSecond; squaredCV: number}[], occupancy: Probability): number {
  if (!(occupancy >= 0 && occupancy <= 1)) throw new RangeError(`occupancy must lie between 0 and 1, got ${occupancy}`);
  let total = 0;
  for (const {rate, squaredCV} of flows) {
    requireNotNegative("rate", rate);
    requireNotNegative("squaredCV", squaredCV);
    total += rate;
  }
  if (total === 0) return 1;
  let mean = 0;
  let concentration = 0;
  for (const {rate, squaredCV} of flows) {
    mean += (rate / total) * squaredCV;
    concentration += (rate / total) * (rate / total);
  }
  const weight = superpositionWeight(occupancy, concentration);
  return weight * mean + 1 - weight;
}

/** w = 1/(1 + 4(1 - ρ)²(v - 1)), v = 1/Σp²: how much of the flows' own rhythm survives the confluence. */
function superpositionWeight(occupancy: Probability, concentration: number): number {
  return 1 / (1 + 4 * (1 - occupancy) * (1 - occupancy) * (1 / concentration - 1));
}

export interface TwoMomentStation {
  /** From outside; 0 if nobody comes here first. */
  arrivalRate: PerSecond;
  /** c² of the arrivals from outside; 1 is Poisson. */
  arrivalSquaredCV?: number;
  serviceTime: Seconds;
  serviceSquaredCV: number;
  servers: number;
}

export interface TwoMomentNetwork {
  stations: readonly TwoMomentStation[];
  /** Shares of the departures of a row's station that go to a column's; the rest leaves. */
  routing: readonly (readonly Probability[])[];
}

export interface TwoMomentAnswer {
  arrivalRates: PerSecond[];
  /** c² of all arrivals of each station, after taking out visits that return at once. */
  arrivalSquaredCVs: number[];
  /** Waits are of one visit. */
  stations: LongRun[];
  /** Mean time in the network. */
  sojournTime: Seconds;
}

/**
 * Mean waits of every station. Customers who go back to the station they leave are served in one longer visit in the equations (Whitt's
 * advice), and their wait is shared among the visits in the answer.
 *
 * @throws RangeError if an argument makes no sense or customers never leave
 */
export function solveTwoMomentNetwork({stations, routing}: TwoMomentNetwork): TwoMomentAnswer {
  const n = stations.length;
  for (const {serviceTime, serviceSquaredCV, arrivalSquaredCV = 1, servers} of stations) {
    requirePositive("serviceTime", serviceTime);
    requireNotNegative("serviceSquaredCV", serviceSquaredCV);
    requireNotNegative("arrivalSquaredCV", arrivalSquaredCV);
    requireCount("servers", servers);
  }
  const external = stations.map(({arrivalRate}) => arrivalRate);
  const visits = openTraffic(external, routing);
  // One stay is all visits in a row.
  const back = routing.map((row, i) => row[i]);
  const stays = visits.map((rate, i) => rate * (1 - back[i]));
  const time = stations.map(({serviceTime}, i) => serviceTime / (1 - back[i]));
  const cs = stations.map(({serviceSquaredCV}, i) => back[i] + (1 - back[i]) * serviceSquaredCV);
  const share = routing.map((row, i) => row.map((part, j) => (i === j ? 0 : part / (1 - back[i]))));
  const occupancy = stays.map((rate, i) => Math.min(1, (rate * time[i]) / stations[i].servers));
  // ca² of all stations are the solution of linear equations with coefficients of 0 or more: a damped start is not needed, substitution converges.
  const constant = new Float64Array(n);
  const factor = Array.from({length: n}, () => new Float64Array(n));
  for (let j = 0; j < n; j++) {
    if (stays[j] === 0) {
      constant[j] = 1;
      continue;
    }
    const outside = external[j] / stays[j];
    const parts = share.map((row, i) => (stays[i] * row[j]) / stays[j]);
    const concentration = parts.reduce((sum, part) => sum + part * part, outside * outside);
    const weight = superpositionWeight(occupancy[j], concentration);
    constant[j] = 1 - weight + weight * outside * (stations[j].arrivalSquaredCV ?? 1);
    for (let i = 0; i < n; i++) {
      const rho2 = occupancy[i] * occupancy[i];
      constant[j] += weight * parts[i] * (1 - share[i][j] + share[i][j] * rho2 * ownVariability(cs[i], stations[i].servers));
      factor[j][i] = weight * parts[i] * share[i][j] * (1 - rho2);
    }
  }
  let ca = Float64Array.from(constant);
  for (let turn = 0; turn < 100_000; turn++) {
    const next = constant.map((value, j) => factor[j].reduce((sum, part, i) => sum + part * ca[i], value));
    const change = next.reduce((most, value, j) => Math.max(most, Math.abs(value - ca[j]) / (1 + value)), 0);
    ca = next;
    if (change < 1e-15) break;
  }
  let present = 0;
  let came = 0;
  const answers = stations.map((station, i) => {
    const stay = waitTime(stays[i], ca[i], time[i], cs[i], station.servers);
    const wait = stay * (1 - back[i]);
    const say = (value: number) => answer(value, QNA);
    const load = visits[i] * station.serviceTime;
    const queueLength = visits[i] === 0 ? 0 : visits[i] * wait;
    present += queueLength + load;
    came += external[i];
    return {
      waitTime: say(wait),
      waitOfServed: say(wait),
      sojournTime: say(wait + station.serviceTime),
      queueLength: say(queueLength),
      numberInSystem: say(queueLength + load),
      occupancy: say(Math.min(1, load / station.servers)),
      abandoned: say(0),
      blocked: say(0),
      throughput: say(Math.min(visits[i], station.servers / station.serviceTime)),
    };
  });
  return {arrivalRates: visits, arrivalSquaredCVs: [...ca], stations: answers, sojournTime: came > 0 ? present / came : Number.NaN};
}

/** Mean wait of GI/G/m as QNA has it: (ca² + cs²)/2 times M/M/m, for one server with Krämer and Langenbach-Belz's factor below ca² = 1. */
function waitTime(arrivalRate: PerSecond, ca2: number, serviceTime: Seconds, cs2: number, servers: number): Seconds {
  const load = arrivalRate * serviceTime;
  if (load >= servers) return Infinity;
  const wait = (((ca2 + cs2) / 2) * probabilityOfWaiting(load, servers) * serviceTime) / (servers - load);
  if (servers > 1 || ca2 >= 1 || wait === 0) return wait;
  return wait * exp((-2 * (1 - load) * (1 - ca2) * (1 - ca2)) / (3 * load * (ca2 + cs2)));
}
