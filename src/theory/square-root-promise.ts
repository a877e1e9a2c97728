/**
 * What quality β of square-root staffing, c = a + β √a, a promise asks for in the limit of many servers: the rule of thumb that stands
 * beside the exact number of servers.
 *
 *   α(β)     share that waits, Halfin and Whitt; with patience Garnett, Mandelbaum and Reiman
 *   P(W > t) α(β) e^(-β √a t/E[S])          endless patience
 *   E[W]     α(β) E[S] / (β √a)
 *   P(Ab)    scaled abandonment / √c         with patience
 *   B        h(-β) / √a, h(-β) = φ(β)/Φ(β)   no room to wait (Jagerman 1974)
 *
 * Asymptotic. Sources: square-root-staffing.ts; Jagerman (1974), "Some Properties of the Erlang Loss Function", Bell System Technical
 * Journal 53, 525-551.
 */
import {findRoot} from "../math/find-root.ts";
import {exp, normalCdf, normalDensity} from "../math/index.ts";
import type {Erlangs, Probability, Seconds} from "../units.ts";
import {type Answer, answer, type Formula} from "./answer.ts";
import {requirePositive, requireProbability} from "./requirements.ts";
import {GARNETT, garnett, HALFIN_WHITT, halfinWhittWaiting} from "./square-root-staffing.ts";

export const JAGERMAN: Formula = {
  name: {en: "Jagerman's limit of Erlang B", zh: "Erlang B 的 Jagerman 极限"},
  kind: "asymptotic",
  validity: {
    en: "no room to wait and many servers, c near the load give or take a multiple of its root; at 10 servers within 0.05 of the share refused, at 100 within 0.006",
    zh: "无等候位置，服务台众多且 c 与负荷之差约为其平方根的若干倍；10 台时被拒比例误差在 0.05 以内，100 台时在 0.006 以内",
  },
  source: 'Jagerman (1974), "Some Properties of the Erlang Loss Function", Bell System Technical Journal 53, 525-551',
};

/** One bound, as a promise names it. */
export type Bound =
  | {kind: "served within"; share: Probability; within: Seconds}
  | {kind: "wait"; mean: Seconds}
  | {kind: "abandoned"; share: Probability}
  | {kind: "blocked"; share: Probability};

/** Beyond these no promise lies that anybody makes. */
const LEAST_QUALITY = -50;
const MOST_QUALITY = 50;

/**
 * The β at which the bound is just kept in the limit; null where the limit has no formula for it (a share within a time where people
 * give up, say), or it lies beyond every quality.
 *
 * @throws RangeError if load, service time or patience is not positive and finite, or a share is not between 0 and 1
 */
export function qualityForBound(load: Erlangs, serviceTime: Seconds, bound: Bound, patience: Seconds | null): Answer | null {
  requirePositive("load", load);
  requirePositive("serviceTime", serviceTime);
  if (patience !== null) requirePositive("patience", patience);
  if (bound.kind !== "wait") requireProbability("share", bound.share);
  const root = Math.sqrt(load);
  const at = (excess: (quality: number) => number, least: number, formula: Formula): Answer | null => {
    if (!(excess(least) > 0) || !(excess(MOST_QUALITY) < 0)) return null;
    return answer(findRoot(excess, least, MOST_QUALITY), formula);
  };
  switch (bound.kind) {
    case "served within":
      if (patience !== null) return null;
      return at(
        (quality) => halfinWhittWaiting(quality).value * exp((-quality * root * bound.within) / serviceTime) - (1 - bound.share),
        0,
        HALFIN_WHITT,
      );
    case "wait":
      if (patience !== null) return null;
      return at((quality) => (halfinWhittWaiting(quality).value * serviceTime) / (quality * root) / bound.mean - 1, 1e-9, HALFIN_WHITT);
    case "abandoned":
      if (patience === null) return null;
      return at(
        (quality) => {
          const servers = load + quality * root;
          if (servers <= 0) return 1;
          return garnett(quality, patience / serviceTime).scaledAbandonment.value / Math.sqrt(servers) - bound.share;
        },
        Math.max(LEAST_QUALITY, -root),
        GARNETT,
      );
    case "blocked":
      return at((quality) => normalDensity(quality) / normalCdf(quality) / root - bound.share, Math.max(-30, -root), JAGERMAN);
  }
}
