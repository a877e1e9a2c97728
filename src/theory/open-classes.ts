/**
 * Open product-form networks with several classes at single servers: processor sharing with any law of each class, or first come first served
 * with one exponential law for all.
 *
 *   λᵣ   arrivals of class r          Dᵣₖ   its demand at station k: visits times service time
 *
 * Exact. Source: Baskett, Chandy, Muntz and Palacios (1975), "Open, closed, and mixed networks of queues with different classes of
 * customers", Journal of the ACM 22(2), 248-260.
 */
import type {PerSecond, Probability, Seconds} from "../units.ts";
import type {Formula} from "./answer.ts";
import {requireNotNegative} from "./requirements.ts";

export const OPEN_CLASSES: Formula = {
  name: {en: "open product-form network with classes", zh: "多类开放乘积形式网络"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals; processor sharing with any service laws, or first come first served with one exponential law for all classes",
    zh: "泊松到达；处理器共享（服务时间任意分布），或先到先服务且各类服务时间同为指数分布",
  },
  source:
    'Baskett, Chandy, Muntz and Palacios (1975), "Open, closed, and mixed networks of queues with different classes of customers", Journal of the ACM 22(2), 248-260',
};

export interface OpenClassesAnswer {
  occupancies: Probability[];
  /** All visits of one customer together, by class and station; Infinity at an overloaded station. */
  times: Seconds[][];
  numbers: number[][];
}

/** @throws RangeError if a rate or a demand is negative or not finite */
export function solveOpenClasses(arrivalRates: readonly PerSecond[], demands: readonly (readonly Seconds[])[]): OpenClassesAnswer {
  const stations = demands[0]?.length ?? 0;
  const loads = new Float64Array(stations);
  arrivalRates.forEach((rate, r) => {
    requireNotNegative(`arrivalRates[${r}]`, rate);
    demands[r].forEach((demand, k) => {
      requireNotNegative(`demands[${r}][${k}]`, demand);
      loads[k] += rate * demand;
    });
  });
  const times = demands.map((row) => row.map((demand, k) => (demand === 0 ? 0 : loads[k] >= 1 ? Infinity : demand / (1 - loads[k]))));
  return {
    occupancies: [...loads].map((load) => Math.min(1, load)),
    times,
    numbers: times.map((row, r) => row.map((time) => (arrivalRates[r] === 0 ? 0 : arrivalRates[r] * time))),
  };
}
