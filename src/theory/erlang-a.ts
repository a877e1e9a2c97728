/**
 * Erlang A: the M/M/c+M queue. As Erlang C, but everyone has a patience of their own, exponential, and gives up when it ends.
 *
 *   offeredLoad   a = λ/µ   work arriving, in erlangs; may exceed the servers: people who give up keep the line finite
 *   patience      1/θ   s   mean of the time that a customer is willing to wait
 *   V, W          s         the wait offered to somebody endlessly patient, and the actual one, min(V, patience)
 *
 * Exact. It is M/M/c+G (mmcg.ts) with Ḡ(t) = e^(-θt); ten thousand servers take as long as ten. Every share and mean is an integral
 * of positive terms: about 1e-13 relative, small shares included, where λ/θ is below 1e6 (rounding of λ/θ itself beyond).
 * Source: Palm (1957); Garnett, Mandelbaum and Reiman (2002), "Designing a Call Center with Impatient Customers", M&SOM 4(3), 208-227.
 */
import type {Seconds} from "../units.ts";
import type {Formula} from "./answer.ts";
import type {Queue} from "./long-run.ts";
import {type ImpatientLongRun, impatientLongRun} from "./mmcg.ts";
import {ENDLESS_PATIENCE, exponentialPatience} from "./patience.ts";
import {requireFractionalQueue, requireQueue} from "./requirements.ts";

export const ERLANG_A: Formula = {
  name: {en: "Erlang A (M/M/c+M)", zh: "Erlang A 公式（M/M/c+M）"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals, exponential service, one line in order of arrival, exponential patience",
    zh: "泊松到达，指数服务时间，单队先到先服务，耐心时间服从指数分布",
  },
  source: 'Palm (1957); Garnett, Mandelbaum and Reiman (2002), "Designing a Call Center with Impatient Customers", M&SOM 4(3), 208-227',
};

export const FRACTIONAL_ERLANG_A: Formula = {
  name: {en: "Erlang A with a fraction of a server", zh: "Erlang A 公式（非整数服务台）"},
  kind: "approximate",
  validity: {
    en: "smooth between the exact values at whole numbers of servers; there is no queue that it is exact for",
    zh: "在整数服务台的精确值之间平滑延拓；没有与之完全对应的排队系统",
  },
  source: ERLANG_A.source,
};

/** A queue whose customers give up after an exponential time of this mean; Infinity: never. */
export interface ImpatientQueue extends Queue {
  patience: Seconds;
}

/**
 * M/M/c+M in the long run: waits offered, actual, of the served and of those who give up; abandonment; the six service levels.
 *
 * @throws RangeError if `servers` is not a whole number of 1 or more, a rate or time is not positive and finite, or `patience` is not
 *   positive (Infinity is Erlang C)
 */
export function solveErlangA(queue: ImpatientQueue): ImpatientLongRun {
  requireQueue(queue);
  return impatientLongRun(queue, patienceOf(queue), ERLANG_A);
}

/** The same for any number of servers above 0, between the exact answers for whole numbers. */
export function solveFractionalErlangA(queue: ImpatientQueue): ImpatientLongRun {
  requireFractionalQueue(queue);
  return impatientLongRun(queue, patienceOf(queue), Number.isInteger(queue.servers) ? ERLANG_A : FRACTIONAL_ERLANG_A);
}

function patienceOf({patience}: ImpatientQueue) {
  return patience === Infinity ? ENDLESS_PATIENCE : exponentialPatience(patience);
}
