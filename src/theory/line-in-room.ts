/**
 * The wait in a line of limited length, served in order of arrival by servers that are all busy.
 *
 *   joining(k)        probability of joining with k waiting ahead, k = 0, 1, …; need not add up to 1
 *   cµ, θ        /s   completions of all servers together; giving up of each one waiting (0: never)
 *   V(k)         s    offered wait with k ahead: stages of rates cµ + kθ, …, cµ + θ, cµ in turn, those ahead giving up too
 *   x            cµ/θ   e^(-θ V(k)) is a beta variate with parameters x and k + 1; as θ vanishes V(k) is Erlang's
 *
 * P(V(k) > t) is a sum over j to k of u^x (1-u)^j x(x+1)…(x+j-1) / j!, u = e^(-θt): negative binomial terms, or for θ = 0 Poisson
 * terms. So a mean over k needs each term once. All terms are positive.
 * Source: Gross and Harris, Fundamentals of Queueing Theory, 2.3 (waits in M/M/c/K); Johnson, Kemp and Kotz, Univariate Discrete
 * Distributions, 5.6 (beta and negative binomial).
 */
import {findRoot} from "../math/find-root.ts";
import {CompensatedSum, exp, expm1, log} from "../math/index.ts";
import type {PerSecond, Probability, Seconds} from "../units.ts";

/** Terms are scaled down by this before they overflow. */
const LARGE = 1e200;

export class LineInRoom {
  /** Probability of joining a line at all. */
  readonly joining: Probability;
  /** By j: probability that j or more are ahead. */
  private readonly ahead: Float64Array;
  private readonly shares: Float64Array;
  private readonly completionRate: PerSecond;
  private readonly abandonRate: PerSecond;

  constructor(completionRate: PerSecond, abandonRate: PerSecond, shares: Float64Array) {
    this.completionRate = completionRate;
    this.abandonRate = abandonRate;
    this.shares = shares;
    this.ahead = tails(shares);
    this.joining = this.ahead[0];
  }

  /** Probability of joining and being there after so long: V and one's own patience both exceed it. */
  waitBeyond(time: Seconds): Probability {
    if (this.joining === 0 || time === Infinity) return 0;
    // One's own patience is one more e^(-θt), so u^x becomes u^(x + 1) in front.
    return this.sumOverTerms(time, this.completionRate, this.abandonRate * time, this.ahead);
  }

  /** Probability of joining and being served: x / (x + k + 1) with k ahead. */
  served(): Probability {
    return this.mean((k) => this.servedShare(k));
  }

  /** Probability of joining and being served within so long. */
  servedWithin(time: Seconds): Probability {
    if (this.joining === 0) return 0;
    if (time === Infinity) return this.served();
    const late = this.sumOverTerms(
      time,
      this.completionRate + this.abandonRate,
      0,
      tails(this.shares.map((share, k) => share * this.servedShare(k))),
    );
    return Math.max(0, this.served() - late);
  }

  /** Mean of V over those who join and are served, zero for all others. */
  waitOfServed(): Seconds {
    // Given service, the stages are faster by one's own θ.
    const total = new CompensatedSum();
    let stages = 0;
    for (let k = 0; k < this.shares.length; k++) {
      stages += 1 / (this.completionRate + (k + 1) * this.abandonRate);
      total.add(this.shares[k] * this.servedShare(k) * stages);
    }
    return total.value;
  }

  /** Mean of min(V, patience)², zero for those who do not join. */
  waitSecondMoment(): number {
    const total = new CompensatedSum();
    let first = 0;
    let second = 0;
    for (let k = 0; k < this.shares.length; k++) {
      // The stage ends by a place gained, or with one's patience.
      const rate = this.completionRate + (k + 1) * this.abandonRate;
      const moved = (this.completionRate + k * this.abandonRate) / rate;
      second = 2 / rate / rate + (2 * moved * first) / rate + moved * second;
      first = 1 / rate + moved * first;
      total.add(this.shares[k] * second);
    }
    return total.value;
  }

  /** The time at which `waitBeyond` has fallen to `target`; Infinity for 0. */
  crossing(target: Probability, step: Seconds): Seconds {
    if (target <= 0) return Infinity;
    const excess = (time: Seconds) => log(this.waitBeyond(time) / target);
    let low = 0;
    let high = step;
    while (excess(high) > 0) {
      low = high;
      high *= 2;
    }
    return findRoot(excess, low, high);
  }

  private servedShare(k: number): Probability {
    return this.completionRate / (this.completionRate + (k + 1) * this.abandonRate);
  }

  private mean(of: (k: number) => number): number {
    const total = new CompensatedSum();
    for (let k = 0; k < this.shares.length; k++) total.add(this.shares[k] * of(k));
    return total.value;
  }

  /**
   * The sum over j of weights[j] times the j-th term for this rate in place of cµ, times e^-extra. The exponent in front is kept
   * apart: e^(-cµt) alone may be too small for a double where the terms together are not.
   */
  private sumOverTerms(time: Seconds, rate: PerSecond, extra: number, weights: Float64Array): number {
    const gone = -expm1(-this.abandonRate * time);
    // (1 - u) (x + j - 1) / j = (1 - u)/θ (cµ + (j - 1) θ) / j, and (1 - u)/θ is t as θ vanishes.
    const reach = this.abandonRate === 0 ? time : gone / this.abandonRate;
    let exponent = -rate * time - extra;
    let term = 1;
    let sum = weights[0];
    for (let j = 1; j < weights.length && term > 0; j++) {
      term *= (reach * (rate + (j - 1) * this.abandonRate)) / j;
      if (term > LARGE) {
        term /= LARGE;
        sum /= LARGE;
        exponent += log(LARGE);
      }
      sum += term * weights[j];
    }
    return sum > 0 ? exp(exponent + log(sum)) : 0;
  }
}

function tails(shares: ArrayLike<number>): Float64Array {
  const ahead = new Float64Array(shares.length + 1);
  for (let k = shares.length - 1; k >= 0; k--) ahead[k] = ahead[k + 1] + shares[k];
  return ahead;
}
