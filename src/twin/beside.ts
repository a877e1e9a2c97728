/**
 * What other formulas say of the same queue: approximations by two moments, and limits of many servers. Beside an exact value they show
 * how far a rule of thumb is off; beside an approximation, how far the approximations lie apart.
 */
import type {Answer} from "../theory/answer.ts";
import {answer} from "../theory/answer.ts";
import {
  ALLEN_CUNNEEN,
  allenCunneenWait,
  KIMURA,
  kimuraWait,
  KRAEMER_LANGENBACH_BELZ,
  kraemerLangenbachBelzWait,
  SAKASEGAWA,
  sakasegawaWait,
  WHITT_1993,
  whittWait,
} from "../theory/ggc.ts";
import {garnett, halfinWhittWaiting} from "../theory/square-root-staffing.ts";
import {meanKnown, squaredCVKnown} from "./known-law.ts";
import {exponentialMean} from "./law.ts";
import {arrivalRateOf, type OneLine, type Solved} from "./solve-queue.ts";

export interface Beside {
  measure: "waitTime" | "waiting" | "abandoned";
  answer: Answer;
}

/** Two values this near are one formula under two names. */
const SAME = 1e-9;

/** Formulas that differ from what the solved formula says; none where the queue is overloaded and patient, or has little room. */
export function besideOf(queue: OneLine, {longRun}: Solved): Beside[] {
  const {arrivals, service, servers, room, patience} = queue;
  if (room < Infinity || arrivals.kind === "population") return [];
  const arrivalRate = arrivalRateOf(arrivals);
  const serviceTime = meanKnown(service);
  const load = arrivalRate * serviceTime;
  const quality = (servers - load) / Math.sqrt(load);
  const isMarkov = arrivals.kind === "poisson" && service.kind !== "two moments" && exponentialMean(service) !== null;
  if (patience !== null) {
    const mean = exponentialMean(patience);
    if (!isMarkov || mean === null) return [];
    const limit = garnett(quality, mean / serviceTime);
    return [
      {measure: "waiting", answer: limit.waiting},
      {measure: "abandoned", answer: {...limit.scaledAbandonment, value: Math.min(1, limit.scaledAbandonment.value / Math.sqrt(servers))}},
    ];
  }
  if (load >= servers) return [];
  const twoMoments = {
    arrivalRate,
    serviceTime,
    servers,
    arrivalSquaredCV: arrivals.kind === "renewal" ? squaredCVKnown(arrivals.between) : 1,
    serviceSquaredCV: squaredCVKnown(service),
  };
  const found: Beside[] = [];
  const solved = longRun.waitTime;
  const wait = (value: number, formula: typeof SAKASEGAWA) => {
    if (solved !== undefined && Math.abs(value - solved.value) <= SAME * solved.value) return;
    found.push({measure: "waitTime", answer: answer(value, formula)});
  };
  wait(sakasegawaWait(twoMoments), SAKASEGAWA);
  wait(allenCunneenWait(twoMoments), ALLEN_CUNNEEN);
  if (twoMoments.arrivalSquaredCV !== 1) wait(kraemerLangenbachBelzWait(twoMoments), KRAEMER_LANGENBACH_BELZ);
  wait(whittWait(twoMoments), WHITT_1993);
  if (arrivals.kind === "poisson") wait(kimuraWait(twoMoments), KIMURA);
  if (isMarkov) found.push({measure: "waiting", answer: halfinWhittWaiting(quality)});
  return found;
}
