/**
 * G/G/c by two moments: independent times between arrivals and of service, told by their squared coefficients of variation.
 *
 *   ca², cs²   squared CV of the time between arrivals, and of service
 *   W(M/M/c)   the wait with the same load and exponential laws
 *   Allen–Cunneen   W(M/M/c) (ca² + cs²)/2
 *   Sakasegawa      ρ^(√(2(c+1)) - 1) / (c(1-ρ)) · E[S] (ca² + cs²)/2
 *   Krämer and Langenbach-Belz   Allen–Cunneen times a factor for irregular or regular arrivals
 *   Whitt           W(M/M/c) (ca² + cs²)/2 · φ(ρ, ca², cs², c)
 *   Kimura          M/G/c between M/M/c and M/D/c
 *
 * Approximate: each formula's `validity` names its error against exact PH/PH/c values: M/E2/5 and H2/E2/3 at ρ = 0.9, M/H2/2 and
 * E2/H2/2 at 0.8, H2/H2/5 at 0.85 (squared CVs 0.5, 2 and 4). Elsewhere ±10 % is typical; light loads and wild laws do worse.
 * Sources: Allen (1990), Probability, Statistics, and Queueing Theory; Sakasegawa (1977), Ann. Inst. Stat. Math. 29, 67-75;
 * Krämer and Langenbach-Belz (1976), 8th Int. Teletraffic Congress; Whitt (1993), "Approximations for the GI/G/m queue", Production
 * and Operations Management 2, 114-161; Kimura (1986), "A two-moment approximation for the mean waiting time in the GI/G/s queue",
 * Management Science 32, 751-763; Cosmetatos (1975), INFOR 13, 328-331.
 */
import {exp, pow} from "../math/elementary.ts";
import type {Seconds} from "../units.ts";
import type {Formula} from "./answer.ts";
import {fromMeanWait, occupancyOf, requireQueue} from "./little.ts";
import type {LongRun, Queue} from "./long-run.ts";
import {meanWaitTime as constantWait} from "./mdc.ts";
import {exponentialWait} from "./erlang-c.ts";
import {requireNotNegative} from "./requirements.ts";
import {overloadAnswers} from "./wait-tail.ts";

export interface TwoMomentQueue extends Queue {
  /** Squared CV of the time between arrivals; 1 for Poisson. */
  readonly arrivalSquaredCV: number;
  /** Squared CV of service; 1 for exponential, 0 for constant. */
  readonly serviceSquaredCV: number;
}

const MEASURED = "M/E2/5, M/H2/2, H2/E2/3, E2/H2/2, H2/H2/5; ρ 0.8–0.9";

function approximate(en: string, zh: string, error: string, source: string): Formula {
  return {
    name: {en, zh},
    kind: "approximate",
    validity: {
      en: `independent times between arrivals and of service, first come first served; against exact values ${error} (${MEASURED}), ±10 % is typical`,
      zh: `到达间隔与服务时间相互独立，先到先服务；与精确值相比 ${error}（${MEASURED}），一般误差约 ±10%`,
    },
    source,
  };
}

export const ALLEN_CUNNEEN = approximate(
  "Allen–Cunneen",
  "艾伦–坎宁公式",
  "-4 % … +8 %",
  'Allen (1990), "Probability, Statistics, and Queueing Theory", 2nd edition',
);
export const SAKASEGAWA = approximate(
  "Sakasegawa (VUT)",
  "坂泽公式（VUT）",
  "-3 % … +10 %",
  'Sakasegawa (1977), "An approximation formula Lq ≈ αρ^β/(1-ρ)", Ann. Inst. Stat. Math. 29, 67-75',
);
export const KRAEMER_LANGENBACH_BELZ = approximate(
  "Krämer and Langenbach-Belz",
  "克雷默–朗根巴赫-贝尔茨公式",
  "-9 % … +7 %",
  "Krämer and Langenbach-Belz (1976), 8th International Teletraffic Congress, paper 235",
);
export const WHITT_1993 = approximate(
  "Whitt 1993",
  "惠特 1993 公式",
  "-3 % … 0 %",
  'Whitt (1993), "Approximations for the GI/G/m queue", Production and Operations Management 2, 114-161',
);
export const KIMURA: Formula = {
  name: {en: "Kimura, M/G/c", zh: "木村公式（M/G/c）"},
  kind: "approximate",
  validity: {
    en: "Poisson arrivals, first come first served; against exact values -1 % … 0 % (M/E2/2, M/E2/5, M/H2/2; ρ 0.8–0.9)",
    zh: "泊松到达，先到先服务；与精确值相比 -1% … 0%（M/E2/2、M/E2/5、M/H2/2，ρ 0.8–0.9）",
  },
  source: 'Kimura (1986), "A two-moment approximation for the mean waiting time in the GI/G/s queue", Management Science 32, 751-763',
};

function requireTwoMoments(queue: TwoMomentQueue): void {
  requireQueue(queue);
  requireNotNegative("arrivalSquaredCV", queue.arrivalSquaredCV);
  requireNotNegative("serviceSquaredCV", queue.serviceSquaredCV);
}

function isOverloaded(queue: TwoMomentQueue): boolean {
  requireTwoMoments(queue);
  return occupancyOf(queue) >= 1;
}

const halfOfBoth = ({arrivalSquaredCV, serviceSquaredCV}: TwoMomentQueue) => (arrivalSquaredCV + serviceSquaredCV) / 2;

/** Mean wait after Allen and Cunneen; exact for M/M/c and M/G/1. Infinity in overload, as all of this file. */
export function allenCunneenWait(queue: TwoMomentQueue): Seconds {
  return isOverloaded(queue) ? Infinity : exponentialWait(queue) * halfOfBoth(queue);
}

/** Mean wait after Sakasegawa: no Erlang C inside; exact for M/G/1 only. */
export function sakasegawaWait(queue: TwoMomentQueue): Seconds {
  if (isOverloaded(queue)) return Infinity;
  const occupancy = occupancyOf(queue);
  const {servers, serviceTime} = queue;
  return ((pow(occupancy, Math.sqrt(2 * (servers + 1)) - 1) * serviceTime) / (servers * (1 - occupancy))) * halfOfBoth(queue);
}

/** Mean wait after Krämer and Langenbach-Belz. Regular arrivals and constant service never wait: 0. */
export function kraemerLangenbachBelzWait(queue: TwoMomentQueue): Seconds {
  if (isOverloaded(queue)) return Infinity;
  const {arrivalSquaredCV: ca, serviceSquaredCV: cs} = queue;
  if (ca + cs === 0) return 0;
  const idle = 1 - occupancyOf(queue);
  const exponent = ca <= 1 ? (-2 * idle * (1 - ca) * (1 - ca)) / (3 * occupancyOf(queue) * (ca + cs)) : (-idle * (ca - 1)) / (ca + 4 * cs);
  return exponentialWait(queue) * halfOfBoth(queue) * exp(exponent);
}

/** γ and φ1: how M/D/c lies beside half of M/M/c (Cosmetatos, as Whitt bounds it). */
function cosmetatos({servers}: Queue, occupancy: number): number {
  return Math.min(0.24, ((1 - occupancy) * (servers - 1) * (Math.sqrt(4 + 5 * servers) - 2)) / (16 * servers * occupancy));
}

/** Mean wait after Whitt (1993): the default here. */
export function whittWait(queue: TwoMomentQueue): Seconds {
  if (isOverloaded(queue)) return Infinity;
  const {arrivalSquaredCV: ca, serviceSquaredCV: cs} = queue;
  if (ca + cs === 0) return 0;
  const occupancy = occupancyOf(queue);
  const gamma = cosmetatos(queue, occupancy);
  const phi1 = 1 + gamma;
  const phi3 = (1 - 4 * gamma) * exp((-2 * (1 - occupancy)) / (3 * occupancy));
  const half = halfOfBoth(queue);
  const psi = half >= 1 ? 1 : pow(Math.min(1, (phi1 + phi3) / 2), 2 * (1 - half));
  const phi =
    ca >= cs
      ? ((4 * (ca - cs)) / (4 * ca - 3 * cs)) * phi1 + (cs / (4 * ca - 3 * cs)) * psi
      : ((cs - ca) / (2 * ca + 2 * cs)) * phi3 + ((cs + 3 * ca) / (2 * ca + 2 * cs)) * psi;
  return phi * half * exponentialWait(queue);
}

/** Mean wait of M/D/c after Cosmetatos: half of M/M/c and a little more. Within 1 % of the exact value to an occupancy of 0.7 and more. */
export function cosmetatosWait(queue: Queue): Seconds {
  requireQueue(queue);
  const occupancy = occupancyOf(queue);
  return occupancy >= 1 ? Infinity : 0.5 * (1 + cosmetatos(queue, occupancy)) * exponentialWait(queue);
}

/** Mean wait of M/G/c after Kimura, with the exact wait of M/D/c inside. Exact for M/M/c, M/D/c and M/G/1. */
export function kimuraWait(queue: Queue & {serviceSquaredCV: number}): Seconds {
  requireQueue(queue);
  const {arrivalRate, serviceTime, servers, serviceSquaredCV: cs} = queue;
  requireNotNegative("serviceSquaredCV", cs);
  if (occupancyOf(queue) >= 1) return Infinity;
  const constant = constantWait(arrivalRate, serviceTime, servers);
  if (cs === 0) return constant;
  const exponential = exponentialWait(queue);
  if (exponential === 0 || constant === 0) return 0; // below the smallest double
  const parts = (2 * cs) / exponential + (1 - cs) / constant;
  // beyond M/M/c the second part is negative; where it wins the interpolation has no meaning and M/M/c stretched takes over
  return parts > 0 ? (1 + cs) / parts : exponential * ((1 + cs) / 2);
}

/** Everything that two moments say about G/G/c: M/M/c's tail is not theirs, so there is none. Whitt's formula; Kimura's if arrivals are Poisson. */
export function solveGGc(queue: TwoMomentQueue): LongRun {
  requireTwoMoments(queue);
  const isPoisson = queue.arrivalSquaredCV === 1;
  const formula = isPoisson ? KIMURA : WHITT_1993;
  const wait = isPoisson ? kimuraWait(queue) : whittWait(queue);
  const found = fromMeanWait(queue, wait, formula);
  return wait === Infinity ? {...found, ...overloadAnswers(formula)} : found;
}
