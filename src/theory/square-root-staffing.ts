/**
 * Square-root staffing: a place that is busy and quick at once has the load and a margin that grows with its root.
 *
 *   c = a + β √a            servers for a load of a erlangs
 *   β                       quality: the same β gives the same share of waiting at every size
 *   h(x)                    hazard of the standard normal distribution, φ(x) / (1 - Φ(x))
 *   δ = β √(µ/θ)            with patience of mean 1/θ, for which β may be negative
 *
 * Asymptotic, for many servers: a start for a search and an explanation of scale, not the final number.
 * Source: Halfin and Whitt (1981), "Heavy-Traffic Limits for Queues with Many Exponential Servers", Operations Research 29, 567-588;
 * Garnett, Mandelbaum and Reiman (2002), M&SOM 4(3), 208-227; Borst, Mandelbaum and Reiman (2004), Operations Research 52, 17-34.
 */
import {findRoot} from "../math/find-root.ts";
import {normalCdf, normalDensity} from "../math/index.ts";
import type {Erlangs, Probability} from "../units.ts";
import {type Answer, answer, type Formula} from "./answer.ts";
import {requireNotNegative, requirePositive} from "./requirements.ts";

export const HALFIN_WHITT: Formula = {
  name: {en: "Halfin-Whitt limit", zh: "Halfin–Whitt 极限"},
  kind: "asymptotic",
  validity: {
    en: "M/M/c with many servers, c near the load plus a multiple of its root; the share that waits is too low, by up to 0.05 at 10 servers and 0.015 at 100",
    zh: "M/M/c，服务台众多且 c 约为负荷加其平方根的若干倍；等待比例偏低，10 台时至多差 0.05，100 台时至多差 0.015",
  },
  source: 'Halfin and Whitt (1981), "Heavy-Traffic Limits for Queues with Many Exponential Servers", Operations Research 29, 567-588',
};

export const GARNETT: Formula = {
  name: {en: "Garnett-Mandelbaum-Reiman limit", zh: "Garnett–Mandelbaum–Reiman 极限"},
  kind: "asymptotic",
  validity: {
    en: "M/M/c+M with many servers, c near the load give or take a multiple of its root; at 50 servers within 0.03 of the shares that wait and give up, at 400 within 0.01",
    zh: "M/M/c+M，服务台众多且 c 与负荷之差约为其平方根的若干倍；50 台时等待与放弃比例误差在 0.03 以内，400 台时在 0.01 以内",
  },
  source: 'Garnett, Mandelbaum and Reiman (2002), "Designing a Call Center with Impatient Customers", M&SOM 4(3), 208-227',
};

/**
 * The share of customers that wait, in the limit, with a quality of β and endless patience. Where β is 0 or less everyone waits.
 *
 * @throws RangeError if `quality` is not a finite number
 */
export function halfinWhittWaiting(quality: number): Answer {
  requireFinite("quality", quality);
  return answer(quality <= 0 ? 1 : 1 / (1 + quality / hazard(-quality)), HALFIN_WHITT);
}

/**
 * The β at which, in the limit, this share of customers waits: what β stands for at a desk.
 *
 * @throws RangeError if `waiting` is not between 0 and 1, ends excluded
 * @example qualityForWaiting(0.2) // 1.06
 */
export function qualityForWaiting(waiting: Probability): Answer {
  if (!(waiting > 0 && waiting < 1)) throw new RangeError(`waiting must be more than 0 and less than 1, got ${waiting}`);
  const excess = (quality: number) => halfinWhittWaiting(quality).value / waiting - 1;
  let high = 1;
  while (excess(high) > 0) high *= 2;
  return answer(findRoot(excess, 0, high), HALFIN_WHITT);
}

/** In the limit, with exponential patience. */
export interface QualityOfImpatience {
  /** Share of customers that wait. */
  waiting: Answer;
  /** Share that gives up, times √c. */
  scaledAbandonment: Answer;
}

/**
 * What a quality of β gives in the limit where customers give up. The shorter the patience beside the service, the fewer wait.
 *
 * @throws RangeError if `quality` is not a finite number, or `patienceInServices` (patience over service time, µ/θ) is not positive
 *   and finite
 */
export function garnett(quality: number, patienceInServices: number): QualityOfImpatience {
  requireFinite("quality", quality);
  requirePositive("patienceInServices", patienceInServices);
  const root = Math.sqrt(patienceInServices);
  const delta = quality * root;
  const waiting = 1 / (1 + hazard(delta) / hazard(-quality) / root);
  return {
    waiting: answer(waiting, GARNETT),
    scaledAbandonment: answer((hazardExcess(delta) / root) * waiting, GARNETT),
  };
}

/**
 * a + β √a, with its fraction; at least 0. A place has the next whole number.
 *
 * @throws RangeError if `offeredLoad` is negative or not finite, or `quality` is not a finite number
 */
export function squareRootStaffing(offeredLoad: Erlangs, quality: number): Answer {
  requireNotNegative("offeredLoad", offeredLoad);
  requireFinite("quality", quality);
  return answer(Math.max(0, offeredLoad + quality * Math.sqrt(offeredLoad)), HALFIN_WHITT);
}

/** From here on the continued fraction of Mills' ratio is good to the last digits in 60 steps. */
const FAR = 5;

/** h(x) = φ(x) / (1 - Φ(x)). */
function hazard(x: number): number {
  return x < FAR ? normalDensity(x) / normalCdf(-x) : x + hazardExcess(x);
}

/** h(x) - x, without the loss of digits where h is nearly x: 1/(x + 2/(x + 3/(x + …))). */
function hazardExcess(x: number): number {
  if (x < FAR) return hazard(x) - x;
  let value = x;
  for (let n = 60; n > 1; n--) value = x + n / value;
  return 1 / value;
}

function requireFinite(name: string, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${name} must be a finite number, got ${value}`);
}
