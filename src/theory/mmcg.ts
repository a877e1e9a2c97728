/**
 * M/M/c+G: customers with patience. Poisson arrivals, exponential service, c servers, one line in order of arrival; each customer
 * waits as long as a patience R of any law, then gives up.
 *
 *   V        s   the offered wait: what a customer of endless patience would wait; W = min(V, R) is the actual one
 *   Ḡ(t)         share of customers still willing after t (patience.ts)
 *   g(v)         λ ∫ Ḡ from 0 to v, less cµv: V has density proportional to e^g(v) for v > 0
 *   peak     s   where g is largest: there λ Ḡ(peak) = cµ
 *   J            ∫ e^(g(v) - g(peak)) dv over v > 0
 *   e, b         weights of an idle and of a busy server, 1/B(c - 1, a) in proportion
 *
 * Exact; the integrals by adaptive quadrature with the maximum factored out, so that neither a hundred thousand erlangs nor a
 * thousandfold overload overflow, and a rare wait keeps its digits. g is concave whatever the patience, so it is known where e^g
 * matters. Between whole numbers of servers B is continued as in erlang-b.ts.
 * Source: Baccelli and Hébuterne (1981), "On Queues with Impatient Customers"; Zeltyn and Mandelbaum (2005), "Call Centers with
 * Impatient Customers", Queueing Systems 51, 361-402.
 */
import {findRoot} from "../math/find-root.ts";
import {exp, log} from "../math/index.ts";
import {integrate} from "../math/quadrature.ts";
import type {Probability, Seconds} from "../units.ts";
import {type Answer, answer, type Formula} from "./answer.ts";
import {blockingProbability, fractionalBlockingProbability} from "./erlang-b.ts";
import type {LongRun, Queue} from "./long-run.ts";
import type {Patience} from "./patience.ts";
import {requireFractionalQueue, requireProbability, requireQueue, requireTime} from "./requirements.ts";
import {type ServiceLevelDefinition, serviceLevel} from "./service-level.ts";

export const MMCG: Formula = {
  name: {en: "M/M/c+G", zh: "M/M/c+G（一般耐心）"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals, exponential service, one line in order of arrival, patience of any law",
    zh: "泊松到达，指数服务时间，单队先到先服务，耐心时间可为任意分布",
  },
  source:
    'Baccelli and Hébuterne (1981); Zeltyn and Mandelbaum (2005), "Call Centers with Impatient Customers", Queueing Systems 51, 361-402',
};

export const FRACTIONAL_MMCG: Formula = {
  name: {en: "M/M/c+G with a fraction of a server", zh: "M/M/c+G（非整数服务台）"},
  kind: "approximate",
  validity: {
    en: "smooth between the exact values at whole numbers of servers; there is no queue that it is exact for",
    zh: "在整数服务台的精确值之间平滑延拓；没有与之完全对应的排队系统",
  },
  source: MMCG.source,
};

/** What is known where people give up, beside the rest. Everybody joins; who balks has no patience at all and gives up at once. */
export interface ImpatientLongRun extends LongRun {
  /** Share of arrivals that find every server busy. `waiting` is less by those who leave at once. */
  allBusy: Answer;
  /** Mean wait of those who give up; digits are lost where hardly anybody does. Not a number if nobody does. */
  waitOfAbandoned: Answer;
  waitTime: Answer;
  waitOfServed: Answer;
  abandoned: Answer;
  waitBeyond(time: Seconds): Answer;
  waitPercentile(share: Probability): Answer;
  servedWithin(time: Seconds): Answer;
  /** Share of arrivals that would wait more than so long if they did not give up. */
  offeredWaitBeyond(time: Seconds): Answer;
  /** Share of the offered that give up within so long. */
  abandonedWithin(time: Seconds): Answer;
  /** Service level by any of the six definitions; `short` is 0 if left out. */
  serviceLevel(definition: ServiceLevelDefinition, within: Seconds, short?: Seconds): Answer;
}

/**
 * M/M/c+G in the long run. With patience that ends for everybody no load is too much: the line is as long as people put up with. If
 * more customers never give up than the servers can serve, the line grows for ever: waits are Infinity, service level 0.
 *
 * @throws RangeError if `servers` is not a whole number of 1 or more, or a rate or time is not positive and finite
 */
export function solveGeneralPatience(queue: Queue & {patience: Patience}): ImpatientLongRun {
  requireQueue(queue);
  return impatientLongRun(queue, queue.patience, MMCG);
}

/** The same for any number of servers above 0, between the exact answers for whole numbers. */
export function solveFractionalGeneralPatience(queue: Queue & {patience: Patience}): ImpatientLongRun {
  requireFractionalQueue(queue);
  return impatientLongRun(queue, queue.patience, Number.isInteger(queue.servers) ? MMCG : FRACTIONAL_MMCG);
}

/** The long run of a queue that is in order, under the name of this formula. */
export function impatientLongRun(queue: Queue, patience: Patience, formula: Formula): ImpatientLongRun {
  if (queue.arrivalRate * patience.survival(Infinity) >= queue.servers / queue.serviceTime) return overloaded(queue, patience, formula);
  const {arrivalRate, serviceTime, servers} = queue;
  const as = (value: number) => answer(value, formula);
  const offered = new OfferedWait(queue, patience);
  const {idle} = offered;
  const {survival, exhausted} = patience;
  const allBusy = offered.mean(() => 1, 0, Infinity);
  const served = idle + offered.mean(survival, 0, Infinity);
  const abandoned = offered.mean(exhausted, 0, Infinity);
  const waitTime = offered.mean((v) => patience.between(0, v), 0, Infinity);
  const waitBeforeService = offered.mean((v) => v * survival(v), 0, Infinity);
  const waiting = allBusy * survival(0);
  const beyond = (time: Seconds) => offered.mean(() => 1, time, Infinity) * survival(time);
  const servedWithin = (time: Seconds) => Math.min(1, idle + offered.mean(survival, 0, time));
  const abandonedWithin = (time: Seconds) => offered.mean(exhausted, 0, time) + offered.mean(() => 1, time, Infinity) * exhausted(time);
  return {
    waitTime: as(waitTime),
    waitVariance: as(Math.max(0, offered.mean((v) => patience.secondMoment(v), 0, Infinity) - waitTime * waitTime)),
    waitOfServed: as(waitBeforeService / served),
    waitOfAbandoned: as(abandoned > 0 ? Math.max(0, waitTime - waitBeforeService) / abandoned : NaN),
    waitOfWaiting: as(waiting > 0 ? waitTime / waiting : 0),
    sojournTime: as(waitTime + served * serviceTime),
    queueLength: as(arrivalRate * waitTime),
    numberInSystem: as(arrivalRate * (waitTime + served * serviceTime)),
    occupancy: as(Math.min(1, (arrivalRate * served * serviceTime) / servers)),
    waiting: as(waiting),
    allBusy: as(allBusy),
    abandoned: as(abandoned),
    blocked: as(0),
    throughput: as(arrivalRate * served),
    waitBeyond(time) {
      requireTime("time", time);
      return as(time === Infinity ? 0 : beyond(time));
    },
    waitPercentile(share) {
      requireProbability("share", share);
      if (waiting <= 1 - share) return as(0);
      return as(share === 1 ? longest(patience) : crossing(beyond, 1 - share, serviceTime));
    },
    servedWithin(time) {
      requireTime("time", time);
      return as(servedWithin(time));
    },
    offeredWaitBeyond(time) {
      requireTime("time", time);
      return as(time === Infinity ? 0 : offered.mean(() => 1, time, Infinity));
    },
    abandonedWithin(time) {
      requireTime("time", time);
      return as(time === Infinity ? abandoned : abandonedWithin(time));
    },
    serviceLevel(definition, within, short = 0) {
      requireTime("within", within);
      requireTime("short", short);
      const outcomes = {
        answered: served,
        abandoned,
        answeredWithin: servedWithin(within),
        abandonedWithin: within === Infinity ? abandoned : abandonedWithin(within),
        abandonedShort: short === Infinity ? abandoned : abandonedWithin(short),
      };
      return as(Math.min(1, serviceLevel(outcomes, definition)));
    },
  };
}

/** More people never give up than can be served: only those who do ever leave the line, but for a stream that is served after no end. */
function overloaded({arrivalRate, serviceTime, servers}: Queue, patience: Patience, formula: Formula): ImpatientLongRun {
  const as = (value: number) => answer(value, formula);
  const abandoned = patience.exhausted(Infinity);
  return {
    waitTime: as(Infinity),
    waitVariance: as(Infinity),
    waitOfServed: as(Infinity),
    waitOfAbandoned: as(NaN),
    waitOfWaiting: as(Infinity),
    sojournTime: as(Infinity),
    queueLength: as(Infinity),
    numberInSystem: as(Infinity),
    occupancy: as(1),
    waiting: as(patience.survival(0)),
    allBusy: as(1),
    abandoned: as(abandoned),
    blocked: as(0),
    throughput: as(servers / serviceTime),
    waitBeyond(time) {
      requireTime("time", time);
      return as(patience.survival(time));
    },
    waitPercentile(share) {
      requireProbability("share", share);
      if (patience.survival(0) <= 1 - share) return as(0);
      return as(patience.survival(Infinity) >= 1 - share ? Infinity : crossing(patience.survival, 1 - share, serviceTime));
    },
    servedWithin(time) {
      requireTime("time", time);
      return as(0);
    },
    offeredWaitBeyond(time) {
      requireTime("time", time);
      return as(1);
    },
    abandonedWithin(time) {
      requireTime("time", time);
      return as(patience.exhausted(time));
    },
    serviceLevel(definition, within, short = 0) {
      requireTime("within", within);
      requireTime("short", short);
      const outcomes = {
        answered: servers / serviceTime / arrivalRate,
        abandoned: 1 - servers / serviceTime / arrivalRate,
        answeredWithin: 0,
        abandonedWithin: patience.exhausted(within),
        abandonedShort: patience.exhausted(short),
      };
      return as(serviceLevel(outcomes, definition));
    },
  };
}

/** Beyond so many units of the exponent e^-x is nothing. */
const NOTHING = 745;

/** The law of the offered wait V: an atom at no wait, and a density. */
class OfferedWait {
  /** P(V = 0), with its digits where it is small. */
  readonly idle: Probability;
  private readonly peak: Seconds;
  /** The density of V at v is `height` e^(g(v) - g(peak)). */
  private readonly height: number;

  private readonly arrivalRate: number;
  private readonly completionRate: number;
  private readonly step: Seconds;
  private readonly patience: Patience;

  constructor({arrivalRate, serviceTime, servers}: Queue, patience: Patience) {
    this.arrivalRate = arrivalRate;
    this.completionRate = servers / serviceTime;
    this.step = serviceTime / servers;
    this.patience = patience;
    this.peak = this.findPeak();
    this.height = 1;
    const {idle, busy} = serverWeights(arrivalRate * serviceTime, servers);
    const scaledIdle = idle * exp(-this.rise(0, this.peak));
    const scaledBusy = busy * arrivalRate;
    const total = scaledIdle + scaledBusy * this.mean(() => 1, 0, Infinity);
    this.idle = scaledIdle / total;
    this.height = scaledBusy / total;
  }

  /**
   * The mean of w(V) over from < V < to: what 1, Ḡ, G or min(V, R) weigh there. w is not negative. The exponent is taken from the
   * largest within the stretch, so that the tail beyond an unlikely wait keeps its digits.
   */
  mean(w: (v: Seconds) => number, from: Seconds, to: Seconds): number {
    if (!(to > from) || from === Infinity) return 0;
    const top = Math.min(to, Math.max(from, this.peak));
    const integral = integrate((v) => exp(this.rise(top, v)) * w(v), this.panels(from, top, to));
    return this.height * exp(this.rise(this.peak, top)) * integral;
  }

  /** g(to) - g(from). */
  private rise(from: Seconds, to: Seconds): number {
    return to >= from
      ? this.arrivalRate * this.patience.between(from, to) - this.completionRate * (to - from)
      : this.completionRate * (from - to) - this.arrivalRate * this.patience.between(to, from);
  }

  /** Where λ Ḡ falls below cµ; 0 where it always is. */
  private findPeak(): Seconds {
    const grows = (v: Seconds) => this.arrivalRate * this.patience.survival(v) > this.completionRate;
    if (!grows(0)) return 0;
    let low = 0;
    let high = this.step;
    while (grows(high)) {
      low = high;
      high *= 2;
    }
    for (let round = 0; round < 60; round++) {
      const middle = low + (high - low) / 2;
      if (grows(middle)) low = middle;
      else high = middle;
    }
    return high;
  }

  /** Panels that double away from the top, the first as wide as e^g takes to fall by e, until nothing is left of it. */
  private panels(from: Seconds, top: Seconds, to: Seconds): number[] {
    const edges = [top];
    if (to > top) {
      let width = this.step;
      while (this.rise(top, top + width) > -1) width *= 2;
      while (this.rise(top, top + width / 2) <= -1) width /= 2;
      let edge = top + width;
      for (; edge < to && this.rise(top, edge) > -NOTHING; width *= 2) {
        edges.push(edge);
        edge = top + 2 * width;
      }
      edges.push(Math.min(edge, to));
    }
    if (from < top) {
      let width = Math.min(this.step, top - from);
      while (width < top - from && this.rise(top, top - width) > -1) width *= 2;
      while (this.rise(top, top - width / 2) <= -1) width /= 2;
      let edge = top - width;
      for (; edge > from && this.rise(top, edge) > -NOTHING; width *= 2) {
        edges.push(edge);
        edge = top - 2 * width;
      }
      edges.push(Math.max(edge, from));
    }
    edges.sort((x, y) => x - y);
    const first = edges[0];
    const last = edges[edges.length - 1];
    for (const cut of this.patience.breaks) if (cut > first && cut < last) edges.push(cut);
    return edges.sort((x, y) => x - y);
  }
}

/** An idle and a busy server in the proportion 1 : B(c - 1, a), which for c below 1 is continued by the recursion read backwards. */
function serverWeights(offeredLoad: number, servers: number): {idle: number; busy: number} {
  if (Number.isInteger(servers)) return {idle: 1, busy: blockingProbability(offeredLoad, servers - 1)};
  if (servers > 1) return {idle: 1, busy: fractionalBlockingProbability(offeredLoad, servers - 1)};
  const blocking = fractionalBlockingProbability(offeredLoad, servers);
  return {idle: (offeredLoad / servers) * (1 - blocking), busy: blocking};
}

/** The time at which a share that never grows has fallen to `target`, seeking upwards from `step`. */
function crossing(share: (time: Seconds) => Probability, target: Probability, step: Seconds): Seconds {
  const excess = (time: Seconds) => log(share(time) / target);
  let low = 0;
  let high = step;
  while (excess(high) > 0) {
    low = high;
    high *= 2;
  }
  return findRoot(excess, low, high);
}

/** The longest that anybody waits: Infinity, unless all patience has ended by its last break. */
function longest({survival, breaks}: Patience): Seconds {
  const last = breaks[breaks.length - 1];
  return last !== undefined && survival(last) === 0 ? last : Infinity;
}
