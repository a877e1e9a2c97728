/**
 * Two classes with exponential services of different means, c servers, class 1 before class 2.
 *
 *   λ1, λ2, µ1, µ2   rates by class
 *   q1               people of class 1 waiting (of whom the phases count no more than matter); levels count class 2
 *
 * Exact, by a chain cut where class 1 would have less than 1e-13 of its mass; about 1e-10 of the value. The work grows with the cube
 * of the phases, so a class 1 that nearly fills the place alone, or very many servers, is refused (`MOST_PHASES`).
 * Without interruption and in overload class 1 still waits a finite time: all servers are busy for ever, with class 2 whenever no
 * class 1 waits.
 * Source: Gail, Hantler and Taylor (1988), "Analysis of a non-preemptive priority multiserver queue", Adv. Appl. Prob. 20, 852-879.
 */
import {log} from "../math/elementary.ts";
import {type Matrix, zeroMatrix} from "../math/matrix.ts";
import type {PerSecond, Seconds} from "../units.ts";
import {answer, type Formula} from "./answer.ts";
import type {LongRun} from "./long-run.ts";
import {exponentialWait} from "./erlang-c.ts";
import {solveLevels, totalOf} from "./quasi-birth-death.ts";
import {requireCount, requirePositive} from "./requirements.ts";

export const TWO_RATE_PRIORITY: Formula = {
  name: {en: "M/M/c with two priority classes (truncated chain)", zh: "M/M/c 两类优先（截断马尔可夫链）"},
  kind: "exact",
  validity: {
    en: "Poisson arrivals, exponential service with a mean for each class, first come first served within a class",
    zh: "泊松到达，两类服务时间各为指数分布，类内先到先服务",
  },
  source: 'Gail, Hantler and Taylor (1988), "Analysis of a non-preemptive priority multiserver queue", Adv. Appl. Prob. 20, 852-879',
};

export interface TwoClasses {
  /** Class 1 goes first. */
  readonly arrivalRates: readonly [PerSecond, PerSecond];
  readonly serviceTimes: readonly [Seconds, Seconds];
  readonly servers: number;
}

export const MOST_PHASES = 160;
const NEGLIGIBLE = 1e-13;

function requireTwoClasses({arrivalRates, serviceTimes, servers}: TwoClasses): void {
  for (const rate of arrivalRates) requirePositive("arrivalRate", rate);
  for (const time of serviceTimes) requirePositive("serviceTime", time);
  requireCount("servers", servers);
}

/** Fills a generator by rates between named states; the diagonal follows from all rates out of a state, wherever they lead. */
function put(matrix: Matrix, from: number, to: number, rate: number): void {
  matrix.values[from * matrix.columns + to] += rate;
}

function isFull({arrivalRates, serviceTimes, servers}: TwoClasses): boolean {
  return arrivalRates[0] * serviceTimes[0] + arrivalRates[1] * serviceTimes[1] >= servers * (1 - 1e-12);
}

function requirePhases(phases: number): void {
  if (phases > MOST_PHASES)
    throw new RangeError(`the chain must have at most ${MOST_PHASES} phases, got ${phases}: fewer servers, or less of class 1`);
}

/** Mean time in line of both classes; the interrupted go on where they stopped. */
export function preemptiveWaits(classes: TwoClasses): [Seconds, Seconds] {
  requireTwoClasses(classes);
  const {arrivalRates, serviceTimes, servers: c} = classes;
  const [up1, up2] = arrivalRates;
  const [mu1, mu2] = serviceTimes.map((time) => 1 / time);
  const first = exponentialWait({arrivalRate: up1, serviceTime: serviceTimes[0], servers: c});
  if (isFull(classes)) return [first, Infinity];
  // phase: people of class 1
  const most = c + Math.ceil(log(NEGLIGIBLE) / log((up1 * serviceTimes[0]) / c));
  const n = most + 1;
  requirePhases(n);
  const level = (people: number) => {
    const up = zeroMatrix(n, n);
    const local = zeroMatrix(n, n);
    const down = zeroMatrix(n, n);
    for (let one = 0; one < n; one++) {
      const arrive = one < most ? up1 : 0;
      const leave = Math.min(one, c) * mu1;
      const served = Math.min(people, Math.max(0, c - one)) * mu2;
      if (arrive > 0) put(local, one, one + 1, arrive);
      if (leave > 0) put(local, one, one - 1, leave);
      put(up, one, one, up2);
      put(down, one, one, served);
      put(local, one, one, -(arrive + leave + served + up2));
    }
    return {up, local, down};
  };
  const others = level(c);
  const firstLevels = Array.from({length: c}, (_, people) => level(people));
  const solved = solveLevels({first: firstLevels, others, downToFirst: others.down});
  let people = totalOf(solved.firstMoment) + c * totalOf(solved.mass);
  for (let k = 1; k < c; k++) people += k * totalOf(solved.shares[k]);
  return [first, Math.max(0, people / up2 - serviceTimes[1])];
}

/** Mean waits of both classes, nobody interrupted. */
export function nonPreemptiveWaits(classes: TwoClasses): [Seconds, Seconds] {
  requireTwoClasses(classes);
  const {arrivalRates, serviceTimes, servers: c} = classes;
  if (arrivalRates[0] * serviceTimes[0] >= c) return [Infinity, Infinity];
  return isFull(classes) ? [waitBesideEndless(classes), Infinity] : stableWaits(classes);
}

/** Class 1 where class 2 never ends: levels are class 1 waiting, phases how many servers serve class 2. */
function waitBesideEndless({arrivalRates, serviceTimes, servers: c}: TwoClasses): Seconds {
  const [mu1, mu2] = serviceTimes.map((time) => 1 / time);
  const n = c + 1;
  requirePhases(n);
  const up = zeroMatrix(n, n);
  const local = zeroMatrix(n, n);
  const down = zeroMatrix(n, n);
  const empty = zeroMatrix(n, n);
  for (let two = 0; two <= c; two++) {
    const one = c - two;
    put(up, two, two, arrivalRates[0]);
    put(local, two, two, -(arrivalRates[0] + one * mu1 + two * mu2));
    if (two > 0) put(down, two, two - 1, two * mu2);
    put(down, two, two, one * mu1);
    // nobody of class 1 waits: a free server takes class 2
    put(empty, two, two, -arrivalRates[0] - one * mu1);
    if (one > 0) put(empty, two, two + 1, one * mu1);
  }
  const solved = solveLevels({first: [{up, local: empty, down}], others: {up, local, down}, downToFirst: down});
  return (totalOf(solved.firstMoment) + totalOf(solved.mass)) / arrivalRates[0];
}

/** Levels are class 2 waiting; phases (servers with class 2, class 1 waiting); level 0 has the states with a free server, too. */
function stableWaits({arrivalRates, serviceTimes, servers: c}: TwoClasses): [Seconds, Seconds] {
  const [up1, up2] = arrivalRates;
  const [mu1, mu2] = serviceTimes.map((time) => 1 / time);
  // while class 1 waits and `two` servers are with class 2, each further one waits with this ratio
  let slowest = 0;
  for (let two = 0; two <= c; two++) {
    const leave = (c - two) * mu1;
    const all = up1 + leave + two * mu2;
    slowest = Math.max(slowest, (2 * up1) / (all + Math.sqrt(all * all - 4 * up1 * leave)));
  }
  const most = Math.ceil(log(NEGLIGIBLE) / log(slowest));
  const width = most + 1;
  const n = (c + 1) * width;
  requirePhases(n + (c * (c + 1)) / 2);
  const busy = (two: number, waiting: number) => waiting * (c + 1) + two;
  const up = zeroMatrix(n, n);
  const local = zeroMatrix(n, n);
  const down = zeroMatrix(n, n);
  for (let two = 0; two <= c; two++) {
    const end1 = (c - two) * mu1;
    const end2 = two * mu2;
    for (let waiting = 0; waiting <= most; waiting++) {
      const at = busy(two, waiting);
      const arrive = waiting < most ? up1 : 0;
      if (arrive > 0) put(local, at, busy(two, waiting + 1), arrive);
      put(up, at, at, up2);
      put(local, at, at, -(arrive + up2 + end1 + end2));
      if (waiting > 0) {
        put(local, at, busy(two, waiting - 1), end1);
        if (two > 0) put(local, at, busy(two - 1, waiting - 1), end2);
      } else {
        if (two < c) put(down, at, busy(two + 1, 0), end1);
        put(down, at, busy(two, 0), end2);
      }
    }
  }
  // level 0: all servers busy and no class 2 waiting (as above), then (class 1, class 2) in service with a server free
  const free: [number, number][] = [];
  for (let all = c - 1; all >= 0; all--) for (let two = 0; two <= all; two++) free.push([all - two, two]);
  const size = n + free.length;
  const place = (one: number, two: number) => (one + two === c ? busy(two, 0) : n + free.findIndex(([a, b]) => a === one && b === two));
  const first = zeroMatrix(size, size);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) first.values[i * size + j] = local.values[i * n + j];
  for (let two = 0; two <= c; two++) {
    const at = busy(two, 0);
    if (two < c) put(first, at, place(c - two - 1, two), (c - two) * mu1);
    if (two > 0) put(first, at, place(c - two, two - 1), two * mu2);
  }
  for (const [one, two] of free) {
    const at = place(one, two);
    put(first, at, place(one + 1, two), up1);
    put(first, at, place(one, two + 1), up2);
    if (one > 0) put(first, at, place(one - 1, two), one * mu1);
    if (two > 0) put(first, at, place(one, two - 1), two * mu2);
    put(first, at, at, -(up1 + up2 + one * mu1 + two * mu2));
  }
  const firstUp = zeroMatrix(size, n);
  for (let i = 0; i < n; i++) put(firstUp, i, i, up2);
  const downToFirst = zeroMatrix(n, size);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) downToFirst.values[i * size + j] = down.values[i * n + j];
  const solved = solveLevels({
    first: [{up: firstUp, local: first, down: zeroMatrix(0, 0)}],
    others: {up, local, down},
    downToFirst,
  });
  let waiting1 = 0;
  for (let two = 0; two <= c; two++)
    for (let waiting = 1; waiting <= most; waiting++)
      waiting1 += waiting * (solved.shares[0][busy(two, waiting)] + solved.mass[busy(two, waiting)]);
  const waiting2 = totalOf(solved.firstMoment) + totalOf(solved.mass);
  return [waiting1 / up1, waiting2 / up2];
}

/** One answer for each class. With interruption `waitTime` is all time not being served. */
export function solveTwoRatePriorities(classes: TwoClasses, interrupts: boolean): [LongRun, LongRun] {
  const waits = interrupts ? preemptiveWaits(classes) : nonPreemptiveWaits(classes);
  const of = (k: 0 | 1): LongRun => ({
    waitTime: answer(waits[k], TWO_RATE_PRIORITY),
    waitOfServed: answer(waits[k], TWO_RATE_PRIORITY),
    sojournTime: answer(waits[k] + classes.serviceTimes[k], TWO_RATE_PRIORITY),
    queueLength: answer(classes.arrivalRates[k] * waits[k], TWO_RATE_PRIORITY),
    numberInSystem: answer(classes.arrivalRates[k] * (waits[k] + classes.serviceTimes[k]), TWO_RATE_PRIORITY),
  });
  return [of(0), of(1)];
}
