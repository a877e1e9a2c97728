/**
 * The N-design: two classes, one group that serves the first class only and one that serves both.
 *
 *   class 1   goes to group 1, if that is full to group 2, else waits
 *   class 2   goes to group 2, else waits; a freed member of group 2 takes class 2 first
 *   θ         rate at which a waiting customer gives up
 *
 * Exact: the chain itself, cut where more people waiting have a chance under about 1e-16.
 * Source: Garnett and Mandelbaum (2001), "An introduction to skills-based routing and its operational complexities", for the design; the
 * chain's elimination: markov-chain.ts.
 */
import type {PerSecond, Probability, Seconds} from "../units.ts";
import type {Formula} from "./answer.ts";
import {stationaryDistribution} from "./markov-chain.ts";
import {requireCount, requireNotNegative, requirePositive} from "./requirements.ts";

export const N_DESIGN: Formula = {
  name: {en: "N-design, exact chain", zh: "N 型多技能设计（精确马尔可夫链）"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals, one exponential law of service, exponential patience; class 2 first at the group that serves both",
    zh: "泊松到达，服务时间同为指数分布，耐心为指数分布；双技能组优先服务第二类",
  },
  source: 'Garnett and Mandelbaum (2001), "An introduction to skills-based routing and its operational complexities", Technion',
};

export interface NDesign {
  arrivalRates: readonly [PerSecond, PerSecond];
  serviceTime: Seconds;
  /** Mean patience. */
  patience: Seconds;
  /** Group 1 (class 1 only) and group 2 (both). */
  servers: readonly [number, number];
}

export interface NDesignAnswer {
  /** By class. */
  waiting: Probability[];
  abandoned: Probability[];
  /** Of all who come, served or giving up. */
  waitTime: Seconds[];
  queueLength: number[];
  /** By group. */
  occupancy: Probability[];
}

/** Beyond this the chain's band costs too much. */
const MOST_PLACES = 400;

/**
 * @throws RangeError if an argument makes no sense, or patience is so long against the load that more than 400 people may wait, or a group has more than 400 servers
 */
export function solveNDesign({arrivalRates, serviceTime, patience, servers}: NDesign): NDesignAnswer {
  const [rate1, rate2] = arrivalRates;
  requireNotNegative("arrivalRates[0]", rate1);
  requireNotNegative("arrivalRates[1]", rate2);
  requirePositive("serviceTime", serviceTime);
  requirePositive("patience", patience);
  const [group1, group2] = servers;
  requireCount("servers[0]", group1, 0, MOST_PLACES);
  requireCount("servers[1]", group2, 1, MOST_PLACES);
  const [serviceRate, abandonRate] = [1 / serviceTime, 1 / patience];
  // Class 1 waits at most as if only its own group served it; class 2 as if group 2 never helped anyone else but was full already.
  const places1 = placesThatMatter(rate1, (group1 + 0) * serviceRate, abandonRate);
  const places2 = placesThatMatter(rate2, group2 * serviceRate, abandonRate);
  // Level: busy in group 1, then class 1 waiting. Phase: busy in group 2, then class 2 waiting. Nobody of class 1 waits below full groups.
  const phases = group2 + 1 + places2;
  const levels = group1 + 1 + places1;
  const states = levels * phases;
  const chances = stationaryDistribution(states, (from, move) => {
    const [level, phase] = [Math.floor(from / phases), from % phases];
    const to = (l: number, p: number, rate: PerSecond): void => {
      if (rate > 0 && l < levels && p < phases) move(l * phases + p, rate);
    };
    const [busy1, wait1] = [Math.min(level, group1), Math.max(0, level - group1)];
    const [busy2, wait2] = [Math.min(phase, group2), Math.max(0, phase - group2)];
    if (wait1 > 0 && phase < group2) {
      // Not a state of the queue: a free member of group 2 would have taken them. It leads back, so that it gets nothing.
      to(level - 1, phase + 1, serviceRate);
      return;
    }
    if (busy1 < group1 || busy2 === group2) to(level + 1, phase, rate1);
    else to(level, phase + 1, rate1);
    to(level, phase + 1, rate2);
    // Group 1 ends a service: the next of class 1, or one member fewer busy.
    to(level - 1, phase, busy1 * serviceRate + wait1 * abandonRate);
    if (wait2 > 0) to(level, phase - 1, busy2 * serviceRate + wait2 * abandonRate);
    else if (wait1 > 0) to(level - 1, phase, busy2 * serviceRate);
    else if (busy2 > 0) to(level, phase - 1, busy2 * serviceRate);
  });
  const answer: NDesignAnswer = {waiting: [0, 0], abandoned: [0, 0], waitTime: [0, 0], queueLength: [0, 0], occupancy: [0, 0]};
  for (let state = 0; state < states; state++) {
    const chance = chances[state];
    const [level, phase] = [Math.floor(state / phases), state % phases];
    if (phase >= group2) {
      answer.waiting[1] += chance;
      if (level >= group1) answer.waiting[0] += chance;
    }
    answer.queueLength[0] += chance * Math.max(0, level - group1);
    answer.queueLength[1] += chance * Math.max(0, phase - group2);
    if (group1 > 0) answer.occupancy[0] += (chance * Math.min(level, group1)) / group1;
    answer.occupancy[1] += (chance * Math.min(phase, group2)) / group2;
  }
  arrivalRates.forEach((rate, r) => {
    answer.abandoned[r] = rate > 0 ? (abandonRate * answer.queueLength[r]) / rate : 0;
    answer.waitTime[r] = rate > 0 ? answer.queueLength[r] / rate : 0;
  });
  return answer;
}

/** Waiting places until the chance of one more, in a line that only its own servers and impatience shorten, is under 1e-17. */
function placesThatMatter(arrivalRate: PerSecond, serviceRate: PerSecond, abandonRate: PerSecond): number {
  let weight = 1;
  let sum = 1;
  for (let n = 1; n <= MOST_PLACES; n++) {
    weight *= arrivalRate / (serviceRate + n * abandonRate);
    sum += weight;
    if (weight < 1e-17 * sum && arrivalRate < serviceRate + n * abandonRate) return n;
  }
  throw new RangeError(`patience must keep the line under ${MOST_PLACES} people, got ${1 / abandonRate} s`);
}
