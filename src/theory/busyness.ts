/**
 * Days that are busier than planned: the whole day's arrival rate is λB, where B is one draw of a gamma distribution of mean 1 a day.
 *
 *   cv        standard deviation of B; 0 is a rate known for certain
 *   1/cv²     shape of B; seen by a customer, rather than by a day, it is larger by 1: busy days have more customers
 *
 * The mean over days of a measure that depends on the rate, by quadrature on the gamma density. Exact if the day is long enough for
 * its rate's long run, and an overloaded day counts as the measure says (a service level of 0).
 * Source: Whitt (1999), "Dynamic staffing in a telephone call center aiming to immediately answer all calls", OR Letters 24, 205-212;
 * Steckley, Henderson and Mehrotra (2009), "Forecast Errors in Service Systems", Probability in the Engineering and Informational
 * Sciences 23.
 */
import {exp, expm1, log} from "../math/index.ts";
import {integrate} from "../math/quadrature.ts";
import type {PerSecond} from "../units.ts";
import {type Answer, answer, type Formula} from "./answer.ts";
import {requireNotNegative, requirePositive} from "./requirements.ts";

export const BUSYNESS: Formula = {
  name: {en: "Mean over days of gamma-distributed busyness", zh: "对伽马分布日繁忙度取平均"},
  kind: "exact",
  validity: {
    en: "one busyness a day for the whole day, gamma-distributed; each day in the long run of its own rate",
    zh: "每日一个繁忙度且服从伽马分布；每日处于其到达率下的稳态",
  },
  source: 'Steckley, Henderson and Mehrotra (2009), "Forecast Errors in Service Systems"; Whitt (1999), OR Letters 24, 205-212',
};

export interface Busyness {
  arrivalRate: PerSecond;
  /** Coefficient of variation of a day's busyness. */
  cv: number;
  /** By customers, as a service level counts (the default), or by days. */
  over?: "customers" | "days";
  /** Rates at which the measure jumps or bends: c/T where a line becomes overloaded. */
  breaks?: readonly PerSecond[];
}

/**
 * The mean of a measure of the arrival rate over days, weighted by customers or by days.
 *
 * @throws RangeError if `arrivalRate` is not positive and finite, or `cv` is negative or not finite
 */
export function overBusyness(
  {arrivalRate, cv, over = "customers", breaks = []}: Busyness,
  measure: (arrivalRate: PerSecond) => number,
): Answer {
  requirePositive("arrivalRate", arrivalRate);
  requireNotNegative("cv", cv);
  if (cv === 0) return answer(measure(arrivalRate), BUSYNESS);
  const days = 1 / (cv * cv);
  const shape = over === "customers" ? days + 1 : days;
  // By y = log b less its likeliest value, in which the density e^(-shape (e^y - 1 - y)) is smooth for shapes below 1, too.
  const middle = log(shape / days);
  const density = (y: number) => exp(-shape * (expm1(y) - y));
  const edges = [0, ...halfPanels(density, 1 / Math.sqrt(shape)), ...halfPanels(density, -1 / Math.sqrt(shape))];
  const first = Math.min(...edges);
  const last = Math.max(...edges);
  for (const rate of breaks) {
    const cut = rate > 0 ? log(rate / arrivalRate) - middle : -Infinity;
    if (cut > first && cut < last) edges.push(cut);
  }
  edges.sort((x, y) => x - y);
  // Divided by what the density adds up to in the same rule: what lies beyond the last edge cancels.
  const whole = integrate(density, edges);
  return answer(integrate((y) => density(y) * measure(arrivalRate * exp(middle + y)), edges) / whole, BUSYNESS);
}

/** Edges that double away from the middle until nothing is left of the density. */
function halfPanels(density: (y: number) => number, width: number): number[] {
  const edges = [width];
  while (density(edges[edges.length - 1]) > 1e-25) edges.push(2 * edges[edges.length - 1]);
  return edges;
}
