/**
 * A closed line of stations with finite buffers: customers (pallets, carts, trays) go round from station to station, and a full next station
 * stops the one before.
 *
 *   after service   who is done and finds the next station full stays and blocks their server until there is room
 *   repeated        who is done and finds it full is served again from the start
 *
 * Exact: the chain of all states, one exponential server each; some hundreds of states.
 * Source: Balsamo, de Nitto Personé and Onvural (2001), "Analysis of Queueing Networks with Blocking", Kluwer.
 */
import type {PerSecond, Seconds} from "../units.ts";
import type {Formula} from "./answer.ts";
import {stationaryDistribution} from "./markov-chain.ts";
import {requireCount, requirePositive} from "./requirements.ts";

export const BLOCKING_LOOP: Formula = {
  name: {en: "closed line with blocking, exact chain", zh: "有阻塞的闭合流水线（精确马尔可夫链）"},
  kind: "exact",
  validity: {
    en: "one exponential server a station, one way round, finite buffers; the rule of blocking named",
    zh: "每站一个指数服务台，单向循环，缓冲有限；须注明阻塞规则",
  },
  source: 'Balsamo, de Nitto Personé and Onvural (2001), "Analysis of Queueing Networks with Blocking", Kluwer',
};

export interface LoopStation {
  serviceTime: Seconds;
  /** The one in service included. */
  capacity: number;
}

export interface LoopAnswer {
  /** Rounds a second. */
  throughput: PerSecond;
  /** People at each station, the blocked included. */
  numbers: number[];
  /** Time at each station in one round. */
  times: Seconds[];
}

const MOST_STATES = 3000;

/** @throws RangeError if the customers fill every place (nobody could ever move), or the chain has more than 3,000 states */
export function solveBlockingLoop(stations: readonly LoopStation[], customers: number, blocking: "after service" | "repeated"): LoopAnswer {
  requireCount("stations", stations.length, 2);
  requireCount("customers", customers);
  let room = 0;
  stations.forEach(({serviceTime, capacity}) => {
    requirePositive("serviceTime", serviceTime);
    requireCount("capacity", capacity);
    room += capacity;
  });
  if (customers >= room) throw new RangeError(`customers must leave a place free among ${room}, got ${customers}`);
  const count = stations.length;
  const states: {here: number[]; blocked: boolean[]}[] = [];
  const known = new Map<string, number>();
  const number = (state: {here: number[]; blocked: boolean[]}): number => {
    const name = `${state.here.join()}|${state.blocked.join()}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    if (states.length >= MOST_STATES) throw new RangeError(`customers must make at most ${MOST_STATES} states, got more with ${customers}`);
    known.set(name, states.length);
    return states.push(state) - 1;
  };
  const start = {here: stations.map(() => 0), blocked: stations.map(() => false)};
  for (let left = customers, k = 0; left > 0; k++) {
    start.here[k] = Math.min(left, stations[k].capacity);
    left -= start.here[k];
  }
  number(start);
  const moves: [from: number, to: number, station: number][] = [];
  for (let from = 0; from < states.length; from++) {
    for (let k = 0; k < count; k++) {
      if (states[from].here[k] === 0 || states[from].blocked[k]) continue;
      const here = [...states[from].here];
      const blocked = [...states[from].blocked];
      const next = (k + 1) % count;
      if (here[next] < stations[next].capacity) {
        // A place behind the mover is free: whoever is blocked before it moves up, and so on backwards.
        for (let mover = k; ; ) {
          here[mover]--;
          here[(mover + 1) % count]++;
          blocked[mover] = false;
          mover = (mover + count - 1) % count;
          if (!blocked[mover]) break;
        }
      } else if (blocking === "after service") blocked[k] = true;
      else continue;
      moves.push([from, number({here, blocked}), k]);
    }
  }
  const byState: [to: number, station: number][][] = states.map(() => []);
  for (const [from, to, station] of moves) byState[from].push([to, station]);
  const chances = stationaryDistribution(states.length, (from, move) => {
    for (const [to, station] of byState[from]) move(to, 1 / stations[station].serviceTime);
  });
  const numbers = stations.map(() => 0);
  let throughput = 0;
  states.forEach(({here, blocked}, state) => {
    for (let k = 0; k < count; k++) numbers[k] += chances[state] * here[k];
    // Services ended at the first station: under repeated service only those that find room.
    if (here[0] > 0 && !blocked[0] && (blocking === "after service" || here[1] < stations[1].capacity))
      throughput += chances[state] / stations[0].serviceTime;
  });
  return {throughput, numbers, times: numbers.map((here) => here / throughput)};
}
