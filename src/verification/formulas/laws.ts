/**
 * Reference cases of general laws, priorities and parallel lines: what our formulas say to each.
 * The cases' parameters are in units of their own; what comes out is in the same unit of time.
 */
import {allenCunneenWait, kimuraWait, kraemerLangenbachBelzWait, sakasegawaWait, type TwoMomentQueue, whittWait} from "../../theory/ggc.ts";
import {exponentialSplit, expressWaits} from "../../theory/express-lanes.ts";
import {solveGIMc} from "../../theory/gimc.ts";
import type {LongRun} from "../../theory/long-run.ts";
import {solveMDc} from "../../theory/mdc.ts";
import {meanWaitTime, solveMG1} from "../../theory/mg1.ts";
import {exponentialWait} from "../../theory/erlang-c.ts";
import {varianceOfWait} from "../../theory/order-of-service.ts";
import {breakEvenSpeedUp, dedicatedWait, solveInTurn, solveMoving} from "../../theory/parallel-lines.ts";
import {balancedMixture, erlangPhases, exponentialPhase, mixedPhases, type PhaseType} from "../../theory/phase-type.ts";
import {poissonArrivals, renewalArrivals, solvePHPHc} from "../../theory/phphc.ts";
import {equalLinesWait, pollingWaits} from "../../theory/polling.ts";
import {nonPreemptiveWaits, nonPreemptiveWaitsOfMany, preemptiveResumeSojourns, preemptiveWaitsOfMany} from "../../theory/priority.ts";
import * as twoRates from "../../theory/priority-two-rates.ts";
import {numberPresentShare, solveProcessorSharing} from "../../theory/processor-sharing.ts";
import {solveShortestLine} from "../../theory/shortest-line.ts";
import {alwaysLaw, gammaLaw, mixedExponentialLaw, phaseLaw, type TransformedLaw, uniformLaw} from "../../theory/transform.ts";
import type {FormulaCase, FormulaFamily, Found} from "./formula-case.ts";

type Params = FormulaCase["params"];

function numberIn(params: Params, name: string): number {
  const value = params[name];
  if (typeof value !== "number") throw new RangeError(`parameter ${name} must be a number, got ${String(value)}`);
  return value;
}

function numbersIn(params: Params, name: string): readonly number[] {
  const value = params[name];
  if (!Array.isArray(value)) throw new RangeError(`parameter ${name} must be a list, got ${String(value)}`);
  return value.map(Number);
}

function textIn(params: Params, name: string): string {
  return String(params[name]);
}

const queueOf = (params: Params) => ({
  arrivalRate: numberIn(params, "lambda"),
  serviceTime: 1 / numberIn(params, "mu"),
  servers: numberIn(params, "c"),
});

/** "Wq class 2" → 1. */
const classOf = (metric: string) => Number(metric.slice(-1)) - 1;

/** Mean wait, share that waits, or share that waits longer than t. */
function waitMeasure(found: LongRun, {metric, params}: FormulaCase): number {
  if (metric.startsWith("Wq")) return found.waitTime!.value;
  if (metric === "P(W>t)") return found.waitBeyond!(numberIn(params, "t")).value;
  if (metric.startsWith("P(wait>0)")) return found.waiting!.value;
  throw new RangeError(`metric ${metric} is not known`);
}

/** "E2", "Erlang-2 mean 1", "H2(4)", "H2 SCV 4 balanced mean 1". */
function phasesOf(words: string, mean: number): PhaseType {
  const squaredCV = /^H2(?:\(| SCV )(\d)/.exec(words)?.[1];
  if (squaredCV !== undefined) {
    const {shares, means} = balancedMixture(mean, Number(squaredCV));
    return mixedPhases(shares, means);
  }
  return erlangPhases(mean, Number(/^E(?:rlang-)?(\d)/.exec(words)?.[1]));
}

function interarrivalOf(words: string, mean: number): TransformedLaw {
  if (words.startsWith("deterministic")) return alwaysLaw(mean);
  if (words.startsWith("Erlang-2")) return gammaLaw(mean, 2);
  const {shares, means} = balancedMixture(mean, Number(/SCV (\d)/.exec(words)?.[1]));
  return mixedExponentialLaw(shares, means);
}

const twoMoments = (params: Params): TwoMomentQueue => ({
  arrivalRate: numberIn(params, "rho") * numberIn(params, "c"),
  serviceTime: numberIn(params, "mean_service"),
  servers: numberIn(params, "c"),
  arrivalSquaredCV: typeof params.ca2 === "number" ? params.ca2 : 1,
  serviceSquaredCV: numberIn(params, "cs2"),
});

const priorityClasses = (params: Params) => {
  const means = numbersIn(params, "E[S]");
  const seconds = numbersIn(params, "E[S^2]");
  return numbersIn(params, "lambda").map((arrivalRate, k) => ({arrivalRate, service: {mean: means[k], second: seconds[k]}}));
};

const equalClasses = (params: Params) => ({
  arrivalRates: numbersIn(params, "lambda"),
  serviceTime: 1 / numberIn(params, "mu"),
  servers: numberIn(params, "c"),
});

const twoClasses = (params: Params): twoRates.TwoClasses => {
  const [one, two] = numbersIn(params, "lambda");
  const [rate1, rate2] = numbersIn(params, "mu");
  return {arrivalRates: [one, two], serviceTimes: [1 / rate1, 1 / rate2], servers: numberIn(params, "c")};
};

const dedicatedLines = (params: Params) => {
  const means = numbersIn(params, "mean_service");
  return numbersIn(params, "lambda").map((arrivalRate, k) => ({arrivalRate, serviceTime: means[k]}));
};

const constantService = (params: Params) => {
  const servers = typeof params.c === "number" ? params.c : 1;
  return {arrivalRate: numberIn(params, "rho") * servers, serviceTime: numberIn(params, "D"), servers};
};

export const LAWS: FormulaFamily = {
  "M/G/1": ({params, metric}) => {
    const service = {mean: numberIn(params, "E[S]"), second: numberIn(params, "E[S^2]"), third: numberIn(params, "E[S^3]")};
    const found = solveMG1({arrivalRate: numberIn(params, "lambda"), service});
    return metric === "variance of wait" ? found.waitVariance!.value : found.waitTime!.value;
  },
  "M/D/c": (given) => waitMeasure(solveMDc(constantService(given.params)), given),
  "M/D/1": (given) => waitMeasure(solveMDc(constantService(given.params)), given),
  "GI/M/c": (given) => {
    const {params} = given;
    const servers = numberIn(params, "c");
    const serviceTime = 1 / numberIn(params, "mu");
    const interarrival = interarrivalOf(textIn(params, "interarrival"), serviceTime / (servers * numberIn(params, "rho")));
    return waitMeasure(solveGIMc({interarrival, serviceTime, servers}), given);
  },
  "M/PH/c (M/G/c with phase-type service)": (given) => {
    const {params} = given;
    const service = phasesOf(textIn(params, "service"), 1);
    return waitMeasure(solvePHPHc({arrivals: poissonArrivals(numberIn(params, "lambda")), service, servers: numberIn(params, "c")}), given);
  },
  "PH/PH/c": (given) => {
    const {params} = given;
    const [arrival, service] = textIn(params, "arrival_service").split("/");
    return waitMeasure(
      solvePHPHc({
        arrivals: renewalArrivals(phasesOf(arrival, numberIn(params, "mean_interarrival"))),
        service: phasesOf(service, numberIn(params, "mean_service")),
        servers: numberIn(params, "c"),
      }),
      given,
    );
  },
  "G/G/c Allen-Cunneen": ({params}) => allenCunneenWait(twoMoments(params)),
  "G/G/c Whitt 1993": ({params}) => whittWait(twoMoments(params)),
  "G/G/c Sakasegawa (VUT)": ({params}) => sakasegawaWait(twoMoments(params)),
  "G/G/c KLB": ({params}) => kraemerLangenbachBelzWait(twoMoments(params)),
  "M/G/c Kimura (exact M/D/c inside)": ({params}) => kimuraWait(twoMoments(params)),
  "M/G/1 non-preemptive priority": ({params, metric}) => nonPreemptiveWaits(priorityClasses(params))[classOf(metric)],
  "M/G/1 preemptive-resume priority": ({params, metric}) => preemptiveResumeSojourns(priorityClasses(params))[classOf(metric)],
  "M/M/c non-preemptive priority, common mu": ({params, metric}) => nonPreemptiveWaitsOfMany(equalClasses(params))[classOf(metric)],
  "M/M/c preemptive-resume priority, common mu": ({params, metric}) => preemptiveWaitsOfMany(equalClasses(params))[classOf(metric)],
  "M/M/c 2 classes, class-dependent mu, non-preemptive priority": ({params, metric}) =>
    twoRates.nonPreemptiveWaits(twoClasses(params))[classOf(metric)],
  "M/M/c 2 classes, class-dependent mu, preemptive priority": ({params, metric}) =>
    twoRates.preemptiveWaits(twoClasses(params))[classOf(metric)],
  "parallel queues, join the shortest": ({params}) => solveShortestLine(queueOf(params)).waitTime!.value,
  "parallel queues, cyclic (round-robin) assignment": ({params}) => solveInTurn(queueOf(params)).waitTime!.value,
  "parallel queues with jockeying when difference reaches 2": ({params}) => solveMoving(queueOf(params)).waitTime!.value,
  "two M/M/1 with very different mean service (dedicated)": ({params}) => dedicatedWait(dedicatedLines(params)),
  "dedicated short class": ({params}) =>
    exponentialWait({arrivalRate: numberIn(params, "lambda"), serviceTime: numberIn(params, "mean_service"), servers: 1}),
  "pooled M/H2/2 (both classes, 2 servers, FCFS)": ({params}) => {
    const lines = dedicatedLines(params);
    const arrivalRate = lines.reduce((sum, line) => sum + line.arrivalRate, 0);
    const service = mixedPhases(
      lines.map((line) => line.arrivalRate / arrivalRate),
      lines.map((line) => line.serviceTime),
    );
    return solvePHPHc({arrivals: poissonArrivals(arrivalRate), service, servers: 2}).waitTime!.value;
  },
  "pooled vs random-split dedicated queues": ({params}) => {
    const servers = numberIn(params, "c");
    const serviceTime = 1 / numberIn(params, "mu");
    return breakEvenSpeedUp({arrivalRate: (numberIn(params, "rho") * servers) / serviceTime, serviceTime, servers});
  },
  "size-split express lane (2 x M/G/1)": ({params, metric}) => {
    const waits = expressWaits(numberIn(params, "lambda"), exponentialSplit(1, numberIn(params, "threshold")));
    return metric === "overall mean wait" ? waits.all : waits.short;
  },
};

/** Times between arrivals of the cases that serve them with rate 2. */
const served = (interarrival: TransformedLaw) => solveGIMc({interarrival, serviceTime: 0.5, servers: 1}).sojournTime!.value;

/** Standard deviation of the wait of M/M/1 in an order, after its mean. */
const spreadIn = (order: "first come" | "last come" | "at random") => (params: Params) => {
  const mean = numberIn(params, "mean_service");
  const arrivalRate = 1 / numberIn(params, "mean_interarrival");
  const service = {mean, second: 2 * mean * mean, third: 6 * mean * mean * mean};
  return [meanWaitTime(arrivalRate, service), Math.sqrt(varianceOfWait(arrivalRate, service, order))];
};

const byCV = (params: Params) => {
  const mean = numberIn(params, "mean_service");
  const cv = numberIn(params, "cv_service");
  const arrivalRate = 1 / numberIn(params, "mean_interarrival");
  const found = solveMG1({arrivalRate, service: {mean, second: mean * mean * (1 + cv * cv)}});
  return [found.queueLength!.value, found.waitTime!.value];
};

const twoLines = (params: Params) => ({
  arrivalRate: 1 / numberIn(params, "mean_interarrival"),
  serviceTime: numberIn(params, "mean_service"),
  servers: numberIn(params, "servers"),
});

const sharing = (params: Params) =>
  solveProcessorSharing({arrivalRate: numberIn(params, "lambda"), serviceTime: 1 / numberIn(params, "mu"), servers: 1}).sojournTime!.value;

/** Three lines of λ = 1, mean service 0.1, changes Erlang-2 of mean 0.2. */
const polled = (second: number) => ({
  arrivalRate: 1,
  service: {mean: 0.1, second},
  changeTime: 0.2,
  changeVariance: 0.02,
});

/** Systems' cases by id: what our formulas say to the numbers that the case lists, in its order. */
export const LAWS_SYSTEMS: Readonly<Record<string, (params: Params) => Found>> = {
  "qs-ac-0.5": byCV,
  "qs-ac-1.0": byCV,
  "qs-ac-1.5": byCV,
  "qs-disc-fifo": spreadIn("first come"),
  "qs-disc-rand": spreadIn("at random"),
  "qs-disc-lifo": spreadIn("last come"),
  "exact-jsq-system": (params) => {
    const found = solveShortestLine(twoLines(params));
    return [found.queueLength!.value, found.numberInSystem!.value, found.waitTime!.value];
  },
  "ciw-jsq-model": (params) => {
    const arrivalRate = numberIn(params, "lambda");
    const serviceTime = 1 / numberIn(params, "mu");
    const random = exponentialWait({arrivalRate: arrivalRate / 2, serviceTime, servers: 1});
    return [solveShortestLine({arrivalRate, serviceTime, servers: 2}).waitTime!.value, random];
  },
  "id-jockey": (params) => {
    const found = solveMoving(twoLines(params));
    return [found.queueLength!.value, found.numberInSystem!.value];
  },
  "line-rr": (params) =>
    solveInTurn({arrivalRate: numberIn(params, "lambda"), serviceTime: 1 / numberIn(params, "mu"), servers: numberIn(params, "servers")})
      .sojournTime!.value,
  // second moments: Erlang-2, Erlang-3 and a squared CV of 2, all of mean 0.1
  "line-poll-exh": () => pollingWaits([polled(0.015), polled(0.04 / 3), polled(0.03)], "exhaustive"),
  // only the sum of the second moments counts where loads are equal
  "line-poll-1lim": () => equalLinesWait(polled((0.015 + 0.04 / 3 + 0.03) / 3), 3, "one by one"),
  "ciw-prio": (params) => {
    const mean = 1 / numberIn(params, "mu");
    const classes = numbersIn(params, "lambda").map((arrivalRate) => ({arrivalRate, service: {mean, second: 2 * mean * mean}}));
    return nonPreemptiveWaits(classes).map((wait) => wait + mean);
  },
  "ciw-ps-3-5": sharing,
  "ciw-ps-doc": sharing,
  "ciw-rps": (params) => {
    const queue = {arrivalRate: numberIn(params, "lambda"), serviceTime: 1 / numberIn(params, "mu"), servers: numberIn(params, "R")};
    return Array.from({length: 9}, (_, people) => numberPresentShare(queue, people));
  },
  "jmt-deterministic-01": () => served(alwaysLaw(1)),
  "jmt-erlang-01": () => served(gammaLaw(1, 4)),
  "jmt-gamma-01": () => served(gammaLaw(1, 4)),
  "jmt-uniform-01": () => served(uniformLaw(0, 2)),
  "jmt-hyperexp-01": () => served(mixedExponentialLaw([0.2, 0.8], [5, 1.25])),
  "jmt-coxian-01": () =>
    served(
      phaseLaw({
        start: [1, 0],
        rates: [
          [-2, 0.25],
          [0, -0.25],
        ],
      }),
    ),
  "jmt-phasetype-01": () =>
    served(
      phaseLaw({
        start: [0.5, 0.5],
        rates: [
          [-1, 0.4],
          [0.6, -1],
        ],
      }),
    ),
  "jmt-map": (params) =>
    solvePHPHc({
      arrivals: {
        within: [
          [-1, 0.4],
          [0.6, -1],
        ],
        with: [
          [0.4, 0.2],
          [0, 0.4],
        ],
      },
      service: exponentialPhase(1 / numberIn(params, "mu")),
      servers: 1,
    }).sojournTime!.value,
  "jmt-mmpp": (params) =>
    solvePHPHc({
      arrivals: {
        within: [
          [-12 - 0.0098, 0.0098],
          [0.0008, -0.0872 - 0.0008],
        ],
        with: [
          [12, 0],
          [0, 0.0872],
        ],
      },
      service: exponentialPhase(1 / numberIn(params, "mu")),
      servers: 1,
    }).sojournTime!.value,
  "jmt-lcfs": lastCome,
  "jmt-ps": sharing,
};

/** In any order that is blind to service times the mean is that of first come. */
function lastCome(params: Params): number {
  const mean = 1 / numberIn(params, "mu");
  return meanWaitTime(numberIn(params, "lambda"), {mean, second: 2 * mean * mean}) + mean;
}
