/**
 * Who is next: first come, last come (nobody interrupted), or somebody at random. One server, Poisson arrivals.
 *
 *   E[W] is the same in any order that does not look at service times
 *   E[W²] last come   = E[W²] first come / (1 - ρ)
 *   E[W²] at random   = E[W²] first come · 2 / (2 - ρ)
 *   E[W²] first come  = 2 E[W]² + λ E[S³] / (3 (1 - ρ))
 *
 * Exact for M/G/1.
 * Source: Kingman (1962), "The effect of queue discipline on waiting time variance", Proc. Cambridge Phil. Soc. 58, 163-164;
 * Takács (1963), "Delay distributions for one line with Poisson input, general holding times, and various orders of service",
 * Bell System Technical Journal 42, 487-503.
 */
import type {PerSecond} from "../units.ts";
import {answer, type Formula} from "./answer.ts";
import {fromMeanWait} from "./little.ts";
import type {LongRun} from "./long-run.ts";
import {meanWaitTime, POLLACZEK_KHINCHINE, type ServiceMoments, secondMomentOfWait} from "./mg1.ts";
import {overloadAnswers} from "./wait-tail.ts";

export type OrderOfService = "first come" | "last come" | "at random";

export const ORDER_OF_SERVICE: Formula = {
  name: {en: "Variance by order of service", zh: "排队次序与等待方差"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals, one server, any law of service, nobody interrupted; the order does not look at service times",
    zh: "泊松到达，单服务台，服务时间任意分布，不中断服务；次序与服务时间无关",
  },
  source: "Kingman (1962), Proc. Cambridge Phil. Soc. 58, 163-164; Takács (1963), Bell System Technical Journal 42, 487-503",
};

/** Variance of the wait, in seconds²; Infinity in overload. */
export function varianceOfWait(arrivalRate: PerSecond, service: ServiceMoments & {third: number}, order: OrderOfService): number {
  const second = secondMomentOfWait(arrivalRate, service);
  if (second === Infinity) return Infinity;
  const occupancy = arrivalRate * service.mean;
  const wait = meanWaitTime(arrivalRate, service);
  const factor = order === "first come" ? 1 : order === "last come" ? 1 / (1 - occupancy) : 2 / (2 - occupancy);
  return second * factor - wait * wait;
}

/** M/G/1 in an order: means, and the variance if the third moment of service is given. */
export function solveOrder(arrivalRate: PerSecond, service: ServiceMoments, order: OrderOfService): LongRun {
  const wait = meanWaitTime(arrivalRate, service);
  const found = fromMeanWait({arrivalRate, serviceTime: service.mean, servers: 1}, wait, POLLACZEK_KHINCHINE);
  const variance =
    service.third === undefined
      ? {}
      : {waitVariance: answer(varianceOfWait(arrivalRate, {...service, third: service.third}, order), ORDER_OF_SERVICE)};
  if (wait === Infinity) return {...found, ...variance, ...overloadAnswers(POLLACZEK_KHINCHINE)};
  return {...found, ...variance, waiting: answer(arrivalRate * service.mean, POLLACZEK_KHINCHINE)};
}
