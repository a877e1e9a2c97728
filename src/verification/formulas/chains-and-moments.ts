/**
 * Cases of systems.json that no family has: moments of laws, which of two lines is the shorter in time, small Markov chains, one
 * customer who goes round, and M/M/1 beside what other simulators printed.
 */
import {exp, regularizedBeta} from "../../math/index.ts";
import {logGamma} from "../../math/gamma.ts";
import {type Law, meanOf, varianceOf} from "../../random/law.ts";
import {meanValueAnalysis} from "../../theory/closed-network.ts";
import {solveErlangC} from "../../theory/erlang-c.ts";
import {solveFiniteRoom} from "../../theory/finite-room.ts";
import {stationaryDistribution} from "../../theory/markov-chain.ts";
import type {Found} from "./formula-case.ts";

type Params = Readonly<Record<string, unknown>>;

const number = (params: Params, name: string): number => {
  const value = params[name];
  if (typeof value !== "number") throw new RangeError(`${name} must be a number, got ${String(value)}`);
  return value;
};

const moments =
  (lawOf: (params: Params) => Law) =>
  (params: Params): Found => {
    const law = lawOf(params);
    return [meanOf(law), varianceOf(law)];
  };

/**
 * The line with a customers ahead is done before the one with b: a ends come before b ends, each next one from either line with the
 * same chance.
 */
const longerIsFaster = (params: Params): Found => regularizedBeta(0.5, number(params, "a"), number(params, "b"));

/** M/M/c whose idle servers are taken in a fixed order: shares of time in which each works. A state is who works, then how many wait. */
function inFixedOrder(params: Params): Found {
  const [arrivalRate, serviceRate, servers] = [number(params, "lambda"), number(params, "mu"), number(params, "c")];
  const all = 2 ** servers - 1;
  // So many waiting that more of them weigh less than the last bit.
  const most = 200;
  const shares = stationaryDistribution(all + 1 + most, (from, move) => {
    if (from >= all) {
      if (from < all + most) move(from + 1, arrivalRate);
      if (from > all) return move(from - 1, servers * serviceRate);
    } else {
      let first = 0;
      while ((from >> first) & 1) first++;
      move(from | (1 << first), arrivalRate);
    }
    for (let server = 0; server < servers; server++) if ((from >> server) & 1) move(from & ~(1 << server), serviceRate);
  });
  return Array.from({length: servers}, (_, server) =>
    shares.reduce((sum, share, state) => sum + (state >= all || (state >> server) & 1 ? share : 0), 0),
  );
}

/** One pump, one place to wait that only a motorcycle fits into: mean number there. */
function pumpWithPlaceForOne(params: Params): Found {
  const [car, motorcycle] = params.mean as number[];
  const arrivalRate = number(params, "lambda");
  const ofCars = number(params, "p_car") * arrivalRate;
  const ofMotorcycles = arrivalRate - ofCars;
  // Nobody; a car, a motorcycle at the pump; the same with a motorcycle behind.
  const [, one, other, behindCar, behindMotorcycle] = stationaryDistribution(5, (from, move) => {
    if (from === 0) {
      move(1, ofCars);
      move(2, ofMotorcycles);
    } else if (from <= 2) {
      move(0, from === 1 ? 1 / car : 1 / motorcycle);
      move(from + 2, ofMotorcycles);
    } else move(2, from === 3 ? 1 / car : 1 / motorcycle);
  });
  return one + other + 2 * (behindCar + behindMotorcycle);
}

/** A customer alone never waits. The dispatcher's turn is the delay itself, the first line and the second: a third of all moves each. */
function aloneInTurn(params: Params): Found {
  const [first, second] = params.S as number[];
  const delay = number(params, "delay");
  const {throughput, numbers} = meanValueAnalysis([first / 3, second / 3], number(params, "N"), delay);
  return [throughput * delay, ...numbers];
}

const roomForFour = (params: Params) =>
  solveFiniteRoom({
    arrivalRate: number(params, "lambda"),
    serviceTime: number(params, "mean_service"),
    servers: 1,
    room: number(params, "K"),
  });

/** M/M/1 with a share of the arrivals: people waiting and present, of so many such lines. */
function linesAtRandom(params: Params, lines: number): Found {
  const {queueLength, numberInSystem} = solveErlangC({
    arrivalRate: 1 / number(params, "mean_interarrival") / lines,
    serviceTime: number(params, "mean_service"),
    servers: 1,
  });
  return [lines * queueLength!.value, lines * numberInSystem!.value];
}

/** By the `id` of systems.json. */
export const CHAINS_AND_MOMENTS: Readonly<Record<string, (params: Params) => Found>> = {
  "ciw-d-gamma": moments((p) => ({
    kind: "gamma",
    mean: number(p, "shape") * number(p, "scale"),
    squaredCV: 1 / number(p, "shape"),
  })),
  "ciw-d-lognormal": (p) => {
    const variance = number(p, "sigma") ** 2;
    const mean = exp(number(p, "mu") + variance / 2);
    return moments(() => ({kind: "lognormal", mean, squaredCV: exp(variance) - 1}))(p);
  },
  "ciw-d-weibull": moments((p) => ({
    kind: "weibull",
    mean: number(p, "scale") * exp(logGamma(1 + 1 / number(p, "shape"))),
    shape: number(p, "shape"),
  })),
  "ciw-d-erlang": moments((p) => ({kind: "erlang", mean: number(p, "k") / number(p, "rate"), phases: number(p, "k")})),
  "ciw-d-hyperexp": moments((p) => ({
    kind: "mix",
    parts: (p.probs as number[]).map((share, i) => ({share, law: {kind: "exponential", mean: 1 / (p.rates as number[])[i]}})),
  })),
  "ciw-d-uniform": moments((p) => ({kind: "uniform", from: number(p, "low"), to: number(p, "high")})),
  "ciw-d-truncnormal": moments((p) => ({
    kind: "truncated",
    law: {kind: "normal", mean: number(p, "mean"), sd: number(p, "sd")},
    from: 0,
    to: null,
  })),
  "qc-short-2-1": longerIsFaster,
  "qc-short-3-2": longerIsFaster,
  "qc-short-11-10": longerIsFaster,
  "ciw-mm3-ordered": inFixedOrder,
  "sim-gas2": pumpWithPlaceForOne,
  "line-sdclosed": aloneInTurn,
  "jmt-exponential-01": (p) => solveErlangC({arrivalRate: 1, serviceTime: 1 / number(p, "mu"), servers: 1}).sojournTime!.value,
  "jmt-mm14-w": (p) => roomForFour(p).sojournTime!.value,
  "jmt-mm14-u": (p) => roomForFour(p).occupancy!.value,
  "jmt-mm14-l": (p) => roomForFour(p).numberInSystem!.value,
  "jmt-mm14-drop": (p) => number(p, "lambda") * roomForFour(p).blocked!.value,
  "qs-des-random": (p) => linesAtRandom(p, number(p, "servers")),
  "qs-des-fast": (p) => linesAtRandom(p, 1),
};
