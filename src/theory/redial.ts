/**
 * Customers who come again: because they gave up, or because it was not settled.
 *
 *   redial        r           share of those who give up that try once more
 *   total rate    λ           λ0 + r λ P(abandon at λ), λ0 from fresh customers
 *   resolution    FCR         share of contacts that settle the matter; of the others a share r come again
 *
 * Redials are taken as fresh Poisson arrivals, but they come back while the line is still long. With 10 and 20 servers, half to four
 * fifths of the impatient redialling, true abandonment was higher by 1 to 3 % of itself where they come back after twenty services on
 * average, by 1 to 10 % after five, by 2 to 30 % after one or less.
 * The gross-up of repeats is exact bookkeeping.
 * Source: Aguir, Karaesmen, Akşin and Chauvet (2004), "The impact of retrials on call center performance", OR Spectrum 26, 353-376.
 */
import {findRoot} from "../math/find-root.ts";
import type {PerSecond, Probability} from "../units.ts";
import {type Answer, answer, type Formula} from "./answer.ts";
import {type ImpatientQueue, solveErlangA} from "./erlang-a.ts";
import {type ImpatientLongRun, impatientLongRun} from "./mmcg.ts";
import {exponentialPatience} from "./patience.ts";
import {requirePositive, requireProbability} from "./requirements.ts";

export const REDIAL: Formula = {
  name: {en: "Redial after giving up, by a fixed point", zh: "放弃后重拨（不动点）"},
  kind: "approximate",
  validity: {
    en: "redials taken as fresh Poisson arrivals; abandonment typically 1 to 10 % of itself too low where they come back after five services or more, up to 30 % where at once",
    zh: "重拨视为新的泊松到达；若平均隔五个服务时间以上重拨，放弃率通常偏低其 1% 至 10%，立即重拨时可偏低 30%",
  },
  source: 'Aguir, Karaesmen, Akşin and Chauvet (2004), "The impact of retrials on call center performance", OR Spectrum 26, 353-376',
};

export const REPEATS: Formula = {
  name: {en: "Gross-up by first-contact resolution", zh: "按一次解决率折算总量"},
  kind: "exact",
  validity: {
    en: "in the long run, where each contact is settled with a probability of its kind alone",
    zh: "稳态下，每次联系是否解决仅取决于其类别的概率",
  },
  source: "a geometric series of repeats; definition of first-contact resolution as in ISO 18295-1:2017",
};

/**
 * All arrivals where a share of those who give up come again: the rate λ with λ = λ0 + r λ P(abandon at λ). Infinity if everybody
 * comes again (`redial` 1) and the servers cannot keep up.
 *
 * @throws RangeError if `freshRate` is not positive and finite, or `redial` is not between 0 and 1
 */
export function rateWithRedials(freshRate: PerSecond, redial: Probability, abandonedAt: (arrivalRate: PerSecond) => Probability): Answer {
  requirePositive("freshRate", freshRate);
  requireProbability("redial", redial);
  const excess = (rate: PerSecond) => rate * (1 - redial * abandonedAt(rate)) - freshRate;
  let high = 2 * freshRate;
  while (excess(high) < 0) {
    high *= 2;
    // With everybody coming again λ(1 - P) is what is served, and that has a ceiling.
    if (high > freshRate * 1e12) return answer(Infinity, REDIAL);
  }
  return answer(findRoot(excess, freshRate, high), REDIAL);
}

/** An Erlang A queue, its arrivals swollen by those who give up and come again. */
export interface RedialLongRun extends ImpatientLongRun {
  /** Fresh arrivals and redials. All shares are of this rate. */
  totalRate: Answer;
}

/**
 * Erlang A with redials; `arrivalRate` is of fresh customers.
 *
 * @throws RangeError as `solveErlangA` does, if `patience` is Infinity, or if `redial` is not at least 0 and below 1
 */
export function solveRedial(queue: ImpatientQueue & {redial: Probability}): RedialLongRun {
  const {redial} = queue;
  requirePositive("patience", queue.patience);
  if (!(redial >= 0 && redial < 1)) throw new RangeError(`redial must be at least 0 and less than 1, got ${redial}`);
  const totalRate = rateWithRedials(queue.arrivalRate, redial, (arrivalRate) => solveErlangA({...queue, arrivalRate}).abandoned.value);
  const swollen = {...queue, arrivalRate: totalRate.value};
  return {...impatientLongRun(swollen, exponentialPatience(queue.patience), REDIAL), totalRate};
}

export interface Resolution {
  /** Contacts about something new, of any unit of time. */
  freshRate: number;
  /** Share of first contacts that settle the matter. */
  firstContact: Probability;
  /** Share of the unsettled who come again. */
  repeat: Probability;
  /** Share of repeated contacts that settle it; as the first ones if left out. */
  ofRepeats?: Probability;
}

/**
 * All contacts, repeats included, per the same unit of time: with resolution f and repeats r it is λ / (1 - (1 - f) r). Infinity if
 * nothing is ever settled and everybody comes again.
 *
 * @throws RangeError if `freshRate` is not positive and finite, or a share is not between 0 and 1
 * @example contactsWithRepeats({freshRate: 100, firstContact: 0.75, repeat: 0.8}) // 125
 */
export function contactsWithRepeats({freshRate, firstContact, repeat, ofRepeats = firstContact}: Resolution): Answer {
  requirePositive("freshRate", freshRate);
  requireProbability("firstContact", firstContact);
  requireProbability("repeat", repeat);
  requireProbability("ofRepeats", ofRepeats);
  const first = (1 - firstContact) * repeat;
  const again = (1 - ofRepeats) * repeat;
  return answer(first === 0 ? freshRate : freshRate * (1 + first / (1 - again)), REPEATS);
}
