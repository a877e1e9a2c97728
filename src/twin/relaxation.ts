/**
 * How long a place remembers its start. A queue that begins empty nears its long run as exp(-t ÷ τ), where 1/τ is the gap between the
 * first two decay rates of its Markov chain.
 *
 *   λ, µ, c, θ   arrivals a second, services a second of one server, servers, rate of giving up of one who waits
 *
 * M/M/c, occupancy below 1:  1/τ ≥ min(µ, (√(cµ) - √λ)²), equality for c = 1 beyond light traffic.
 * With patience every customer leaves at a rate of at least min(µ, θ), so 1/τ ≥ min(µ, θ).
 * Nobody can wait (room = c): 1/τ ≥ µ, by coupling.
 * Other laws: times their mean squared coefficient of variation, the diffusion limit's factor, where that is above 1.
 * Source: Karlin and McGregor (1958), "Many Server Queueing Processes with Poisson Input and Exponential Service Times", Pacific Journal
 * of Mathematics 8, 87-118; van Doorn (1985), Stochastic Monotonicity and Queueing Applications; Kingman (1962) for heavy traffic.
 */
import type {PerSecond, Seconds} from "../units.ts";

export interface Memory {
  arrivalRate: PerSecond;
  serviceTime: Seconds;
  servers: number;
  /** Mean of the squared coefficients of variation of intervals and services. */
  variability: number;
  /** Mean patience; null: endless. */
  patience: Seconds | null;
  /** Most people at the place. */
  room: number;
}

/** Relaxation time in seconds; Infinity where the line only grows. */
export function relaxationTime({arrivalRate, serviceTime, servers, variability, patience, room}: Memory): Seconds {
  const capacity = servers / serviceTime;
  const gap = Math.sqrt(capacity) - Math.sqrt(arrivalRate);
  const factor = Math.max(1, variability);
  let time = gap > 0 ? factor * Math.max(serviceTime, 1 / (gap * gap)) : Infinity;
  if (patience !== null) time = Math.min(time, factor * Math.max(serviceTime, patience));
  // Where nobody can wait two histories of the same arrivals differ only by people in service, who leave.
  if (room <= servers) time = Math.min(time, factor * serviceTime);
  // A room of K forgets at the latest when it has been crossed at random: K² steps.
  if (room < Infinity) time = Math.min(time, (factor * room * room) / Math.max(arrivalRate, capacity));
  return time;
}
