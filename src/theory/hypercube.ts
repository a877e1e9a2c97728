/**
 * The hypercube model: units at their bases, each district with its own order of preference, the first free unit goes.
 *
 *   λⱼ   calls of district j        µ   one rate of service for all units (travel included)
 *
 * Exact for the chain of 2ⁿ states, up to ten units; calls that find all units busy are lost, or wait in one line (first come first served).
 * Source: Larson (1974), "A hypercube queuing model for facility location and redistricting in urban emergency services", Computers & OR 1(1).
 */
import type {Erlangs, PerSecond, Probability} from "../units.ts";
import type {Formula} from "./answer.ts";
import {stationaryDistribution} from "./markov-chain.ts";
import {requireCount, requireNotNegative, requirePositive} from "./requirements.ts";

export const HYPERCUBE: Formula = {
  name: {en: "hypercube", zh: "超立方体模型"},
  kind: "exact",
  validity: {
    en: "Poisson calls, exponential service at one rate for all units, a fixed order of preference in each district; up to ten units",
    zh: "泊松呼叫，各单元服务时间同为指数分布，每区有固定的派遣次序；至多十个单元",
  },
  source:
    'Larson (1974), "A hypercube queuing model for facility location and redistricting in urban emergency services", Computers & Operations Research 1(1), 67-95',
};

export interface District {
  arrivalRate: PerSecond;
  /** Units from 0, best first; all of them. */
  preference: readonly number[];
}

export interface HypercubeAnswer {
  /** Share of time that each unit is busy. */
  occupancies: Probability[];
  /** P(all busy): share of calls that wait, or are lost. */
  allBusy: Probability;
  /** Calls waiting, on average; 0 where they are lost, Infinity in an overload. */
  queueLength: number;
  /** Share of all calls that district j's call is answered at once by unit i: [j][i]. */
  dispatches: Probability[][];
}

const MOST_UNITS = 10;

/** @throws RangeError if there are more than ten units, a preference is not an order of all of them, or a rate makes no sense */
export function solveHypercube(
  units: number,
  serviceRate: PerSecond,
  districts: readonly District[],
  full: "lost" | "wait",
): HypercubeAnswer {
  requireCount("units", units);
  if (units > MOST_UNITS) throw new RangeError(`units must be at most ${MOST_UNITS}, got ${units}`);
  requirePositive("serviceRate", serviceRate);
  let arrivalRate = 0;
  districts.forEach(({arrivalRate: rate, preference}, j) => {
    requireNotNegative(`arrivalRate of district ${j + 1}`, rate);
    if (
      preference.length !== units ||
      new Set(preference).size !== units ||
      preference.some((unit) => !(Number.isInteger(unit) && unit >= 0 && unit < units))
    ) {
      throw new RangeError(`preference must order all ${units} units, got [${preference.join(", ")}]`);
    }
    arrivalRate += rate;
  });
  const states = 1 << units;
  const everyone = states - 1;
  const load: Erlangs = arrivalRate / serviceRate;
  if (full === "wait" && load >= units) {
    return {
      occupancies: Array.from({length: units}, () => 1),
      allBusy: 1,
      queueLength: Infinity,
      dispatches: districts.map(() => Array.from({length: units}, () => 0)),
    };
  }
  const firstFree = (state: number, preference: readonly number[]): number | undefined =>
    preference.find((unit) => (state & (1 << unit)) === 0);
  const chances = stationaryDistribution(states, (from, move) => {
    for (const {arrivalRate: rate, preference} of districts) {
      const unit = firstFree(from, preference);
      if (unit !== undefined) move(from | (1 << unit), rate);
    }
    for (let unit = 0; unit < units; unit++) if (from & (1 << unit)) move(from & ~(1 << unit), serviceRate);
  });
  // A line behind the full state is M/M/n's: geometric with ratio ρ, and the full state's own flow is unchanged.
  const ratio = full === "wait" ? load / units : 0;
  const behind = (chances[everyone] * ratio) / (1 - ratio);
  const whole = 1 + behind;
  const occupancies = Array.from({length: units}, (_, unit) => {
    let busy = behind;
    for (let state = 0; state < states; state++) if (state & (1 << unit)) busy += chances[state];
    return busy / whole;
  });
  const dispatches = districts.map(({arrivalRate: rate, preference}) => {
    const row = Array.from({length: units}, () => 0);
    for (let state = 0; state < everyone; state++) {
      const unit = firstFree(state, preference);
      if (unit !== undefined && arrivalRate > 0) row[unit] += ((chances[state] / whole) * rate) / arrivalRate;
    }
    return row;
  });
  return {
    occupancies,
    allBusy: (chances[everyone] + behind) / whole,
    queueLength: full === "wait" ? behind / (1 - ratio) / whole : 0,
    dispatches,
  };
}
