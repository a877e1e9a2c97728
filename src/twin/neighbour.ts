/**
 * M/G/c+G has no formula; the queue with exponential service of the same mean has one, M/M/c+G, and is near it: where people give up,
 * the spread of service matters less than its mean and the law of patience. Means only: how far its shares within a time are off has
 * not been measured.
 *
 * Approximate; the errors in `validity` are from simulations of 1.2 million customers each. Source: Whitt (2005), "Engineering Solution of a Basic Call-Center Model", Management Science 51(2), 221-235.
 */
import type {Answer, Formula} from "../theory/answer.ts";
import type {LongRun} from "../theory/long-run.ts";
import {meanKnown} from "./known-law.ts";
import {type OneLine, type Solved, solveQueue} from "./solve-queue.ts";

export const AS_IF_EXPONENTIAL: Formula = {
  name: {en: "M/M/c+G for M/G/c+G", zh: "以 M/M/c+G 近似 M/G/c+G"},
  kind: "approximate",
  validity: {
    en: "Poisson arrivals, one line in order of arrival. Against simulations (1, 3, 14 and 50 servers; loads of 0.9 and 1.2 a server; patience 1 and 5 services long) mean wait and share giving up were +1 % … +54 % off for constant service, 0 % … +35 % at cv 0.5, -11 % … 0 % at cv 1.5; least in overload with many servers",
    zh: "泊松到达，单队先到先服务。与模拟相比（1、3、14、50 台；每台负荷 0.9 与 1.2；耐心为服务时间的 1 倍与 5 倍），平均等待与放弃率的误差：定长服务 +1% … +54%，cv 0.5 时 0% … +35%，cv 1.5 时 -11% … 0%；多台且过载时最小",
  },
  source: 'Whitt (2005), "Engineering Solution of a Basic Call-Center Model", Management Science 51(2), 221-235',
};

/** Null where no neighbour is known. */
export function neighbourOf(queue: OneLine): Solved | null {
  if (queue.patience === null || queue.arrivals.kind !== "poisson" || queue.room < Infinity) return null;
  const near = solveQueue({...queue, service: {kind: "exponential", mean: meanKnown(queue.service)}});
  if (typeof near === "string") return null;
  return {model: near.model.replace("M/M/", "M/G/").replace(/\+M$/, "+G"), longRun: renamed(near.longRun), meansOnly: true};
}

/** The same means under the name of the approximation. */
function renamed(longRun: LongRun): LongRun {
  const means = Object.entries(longRun).flatMap(([name, found]) =>
    isAnswer(found) && name !== "waitVariance" ? [[name, {...AS_IF_EXPONENTIAL, value: found.value}]] : [],
  );
  return Object.fromEntries(means) as LongRun;
}

function isAnswer(found: unknown): found is Answer {
  return typeof found === "object" && found !== null && "value" in found;
}
