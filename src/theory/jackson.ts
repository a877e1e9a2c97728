/**
 * Open Jackson networks: every station an M/M/c queue of its own.
 *
 *   γ   arrivals from outside          r   shares of departures by where they go
 *   λ   all arrivals of a station      µ, c   as ever
 *
 * Exact in the long run for Poisson arrivals from outside, exponential service, first come first served and routing by chance; waits along a way
 * are dependent, but their means add up. A station that is overloaded lets out what it can serve: its neighbours' answers are then
 * those of that smaller flow, and its own waits are Infinity.
 * Source: Jackson (1963), "Jobshop-like queueing systems", Management Science 10(1), 131-142; overload: Goodman and Massey (1984).
 */
import type {PerSecond, Probability, Seconds} from "../units.ts";
import {answer, type Formula} from "./answer.ts";
import {probabilityOfWaiting} from "./erlang-c.ts";
import type {LongRun} from "./long-run.ts";
import {requireCount, requirePositive} from "./requirements.ts";
import {openTraffic} from "./traffic-equations.ts";

export const JACKSON: Formula = {
  name: {en: "Jackson network", zh: "Jackson 网络"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals from outside, exponential service, routing by chance, endless patience and room",
    zh: "外部泊松到达，指数服务时间，随机路由，顾客无限耐心，空间不限",
  },
  source: 'Jackson (1963), "Jobshop-like queueing systems", Management Science 10(1), 131-142',
};

export interface OpenStation {
  /** From outside. */
  arrivalRate: PerSecond;
  serviceTime: Seconds;
  /** Infinity: nobody ever waits. */
  servers: number;
}

export interface OpenNetwork {
  stations: readonly OpenStation[];
  /** Shares of the departures of a row's station that go to a column's; the rest leaves. */
  routing: readonly (readonly Probability[])[];
}

export interface OpenNetworkAnswer {
  /** Per station: all arrivals, also those that an overloaded one cannot serve. */
  arrivalRates: PerSecond[];
  stations: LongRun[];
  /** Mean time in the network of one who comes from outside, by Little's law. */
  sojournTime: Seconds;
  numberInSystem: number;
}

/** @throws RangeError if an argument makes no sense or customers never leave */
export function solveJackson({stations, routing}: OpenNetwork): OpenNetworkAnswer {
  stations.forEach(({serviceTime, servers}) => {
    requirePositive("serviceTime", serviceTime);
    if (servers !== Infinity) requireCount("servers", servers);
  });
  const external = stations.map((station) => station.arrivalRate);
  const arrivalRates = throughOverloads(external, routing, stations);
  const answers = stations.map((station, i) => stationAnswer(station, arrivalRates[i]));
  let numberInSystem = 0;
  let came = 0;
  answers.forEach((one, i) => {
    numberInSystem += one.numberInSystem?.value ?? 0;
    came += external[i];
  });
  return {arrivalRates, stations: answers, numberInSystem, sojournTime: came > 0 ? numberInSystem / came : Number.NaN};
}

/** The flows when an overloaded station lets out only what it serves: overloads are found one at a time until no more appear. */
function throughOverloads(external: readonly number[], routing: OpenNetwork["routing"], stations: readonly OpenStation[]): number[] {
  const overloaded = new Set<number>();
  const capacity = stations.map(({servers, serviceTime}) => servers / serviceTime);
  for (;;) {
    // An overloaded station is a source of its capacity and swallows what comes.
    const sources = external.map((rate, j) => {
      let sum = rate;
      for (const i of overloaded) if (routing[i][j] > 0) sum += capacity[i] * routing[i][j];
      return sum;
    });
    const flows = openTraffic(
      sources,
      routing.map((row, i) => (overloaded.has(i) ? row.map(() => 0) : row)),
    );
    const before = overloaded.size;
    flows.forEach((flow, i) => {
      if (flow >= capacity[i] && flow > 0) overloaded.add(i);
    });
    if (overloaded.size === before) return flows;
  }
}

function stationAnswer({serviceTime, servers}: OpenStation, arrivalRate: PerSecond): LongRun {
  const load = arrivalRate * serviceTime;
  const say = (value: number) => answer(value, JACKSON);
  const waiting = servers === Infinity ? 0 : load >= servers ? 1 : probabilityOfWaiting(load, servers);
  const waitTime = servers === Infinity ? 0 : load >= servers ? Infinity : (waiting * serviceTime) / (servers - load);
  return {
    waitTime: say(waitTime),
    waitOfServed: say(waitTime),
    sojournTime: say(waitTime + serviceTime),
    queueLength: say(load === 0 ? 0 : arrivalRate * waitTime),
    numberInSystem: say(load === 0 ? 0 : arrivalRate * waitTime + load),
    occupancy: say(servers === Infinity ? 0 : Math.min(1, load / servers)),
    waiting: say(waiting),
    abandoned: say(0),
    blocked: say(0),
    throughput: say(Math.min(arrivalRate, servers / serviceTime)),
  };
}
