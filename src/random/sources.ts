/**
 * Sources: how the times of each law are made from unit variates, a block at a time.
 *
 * Every law scales exactly: twice the mean is twice each time, to the last bit.
 * Source: Law (2015), Simulation Modeling and Analysis, chapter 8; Marsaglia and Tsang (2000), "A Simple Method for Generating Gamma
 * Variables", ACM TOMS 26, 363-372.
 */

import {exp, expm1, log, log1p} from "../math/elementary.ts";
import {logGamma, normalCdf, normalQuantile} from "../math/special.ts";
import {AliasTable} from "./alias-table.ts";
import {Interpolation} from "./interpolation.ts";
import type {Key} from "./keys.ts";
import type {Law} from "./law.ts";
import {endRates} from "./phase-type.ts";
import {KEY_OF_PART, threefry2x32} from "./threefry.ts";
import {fillExponential, fillNormal, fillUniform, nextExponential, nextNormal, nextUniform} from "./unit-variates.ts";
import {startXoshiro} from "./xoshiro.ts";

/** Times of one law, in seconds. How a sequence is cut into blocks does not change it. */
export interface Source {
  /** Goes to the start of a replication; `offset` gives more starts (xoshiro.ts). */
  restart(replication: number, offset?: number): void;
  /** Writes the next `size` times. */
  fill(block: Float64Array, size: number): void;
}

/** Above so many phases an Erlang time is drawn as a gamma time: a sum of exponentials would take longer. */
const SUMMED_PHASES = 30;

/** The source of a law under a key. The law has passed `requireLaw`. */
export function sourceOf(law: Law, key: Key): Source {
  switch (law.kind) {
    case "fixed":
      return new Fixed(law.value);
    case "exponential":
      return new Exponential(law.mean, key);
    case "erlang":
      if (law.phases === 1) return new Exponential(law.mean, key);
      return law.phases <= SUMMED_PHASES ? new Erlang(law.mean, law.phases, key) : new Gamma(law.mean, law.phases, key);
    case "gamma":
      return new Gamma(law.mean, 1 / law.squaredCV, key);
    case "lognormal":
      return new Lognormal(law.mean, law.squaredCV, key);
    case "weibull":
      return new Weibull(law.mean, law.shape, key);
    case "uniform":
      return new Uniform(law.from, law.to, key);
    case "mix":
      return new Mix(law.parts, key);
    case "empirical":
      return new Empirical(law.values, law.weights, key);
    case "interpolated":
      return new Interpolated(law.values, law.tail, key);
    case "triangular":
      return new Triangular(law, null, null, key);
    case "normal":
      return new Normal(law.mean, law.sd, key);
    case "sum":
      return new Sum(law.parts, key);
    case "truncated":
      return truncatedSource(law.law, law.from, law.to, key);
    case "phaseType":
      return new PhaseTypes(law.start, law.rates, key);
  }
}

/**
 * Times between limits: by inversion where the distribution function and its inverse are at hand, otherwise by drawing until one lies
 * there, which happens for one in 10,000 at the least (`requireLaw`).
 */
function truncatedSource(law: Law, from: number | null, to: number | null, key: Key): Source {
  switch (law.kind) {
    case "fixed":
      return new Fixed(law.value);
    case "uniform":
      return new Uniform(Math.max(law.from, from ?? law.from), Math.min(law.to, to ?? law.to), key);
    case "triangular":
      return new Triangular(law, from, to, key);
    case "exponential":
      return new TruncatedWeibull(law.mean, 1, from, to, key);
    case "weibull":
      return new TruncatedWeibull(weibullScale(law.mean, law.shape), law.shape, from, to, key);
    case "normal":
      return new TruncatedNormal(law.mean, law.sd, from, to, key);
    case "lognormal":
      return new TruncatedLognormal(law.mean, law.squaredCV, from, to, key);
    default:
      return new Rejected(sourceOf(law, key), from ?? -Infinity, to ?? Infinity);
  }
}

class Fixed implements Source {
  private readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  restart(): void {}

  fill(block: Float64Array, size: number): void {
    block.fill(this.value, 0, size);
  }
}

/** A source with a generator of its own. */
abstract class Random implements Source {
  protected readonly state = new Int32Array(4);
  protected readonly key: Key;

  constructor(key: Key) {
    this.key = key;
  }

  restart(replication: number, offset = 0): void {
    startXoshiro(this.state, this.key, replication, offset);
  }

  abstract fill(block: Float64Array, size: number): void;
}

class Uniform extends Random {
  private readonly from: number;
  private readonly width: number;

  constructor(from: number, to: number, key: Key) {
    super(key);
    this.from = from;
    this.width = to - from;
  }

  fill(block: Float64Array, size: number): void {
    fillUniform(this.state, block, size);
    const {from, width} = this;
    for (let i = 0; i < size; i++) block[i] = from + width * block[i];
  }
}

class Exponential extends Random {
  private readonly mean: number;

  constructor(mean: number, key: Key) {
    super(key);
    this.mean = mean;
  }

  fill(block: Float64Array, size: number): void {
    fillExponential(this.state, block, size, this.mean);
  }
}

const AT_ONCE = 64; // times whose phases are drawn together
const phaseTimes = new Float64Array(AT_ONCE * SUMMED_PHASES);

class Erlang extends Random {
  private readonly phaseMean: number;
  private readonly phases: number;

  constructor(mean: number, phases: number, key: Key) {
    super(key);
    this.phaseMean = mean / phases;
    this.phases = phases;
  }

  fill(block: Float64Array, size: number): void {
    const {phaseMean, phases} = this;
    for (let from = 0; from < size; from += AT_ONCE) {
      const count = Math.min(AT_ONCE, size - from);
      fillExponential(this.state, phaseTimes, count * phases, phaseMean);
      for (let i = 0, phase = 0; i < count; i++) {
        let sum = 0;
        for (const end = phase + phases; phase < end; phase++) sum += phaseTimes[phase];
        block[from + i] = sum;
      }
    }
  }
}

/** By rejection from a cubed normal; below shape 1 through shape + 1. */
class Gamma extends Random {
  private readonly scale: number;
  private readonly shape: number;

  constructor(mean: number, shape: number, key: Key) {
    super(key);
    this.scale = mean / shape;
    this.shape = shape;
  }

  fill(block: Float64Array, size: number): void {
    const {state, scale, shape} = this;
    const isBoosted = shape < 1;
    const d = (isBoosted ? shape + 1 : shape) - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (let i = 0; i < size; i++) {
      const unit = d * acceptedCube(state, c, d);
      block[i] = scale * (isBoosted ? unit * exp(-nextExponential(state) / shape) : unit);
    }
  }
}

/** The first (1 + c z)³ that the gamma density accepts. */
function acceptedCube(state: Int32Array, c: number, d: number): number {
  for (;;) {
    const z = nextNormal(state);
    const root = 1 + c * z;
    if (root <= 0) continue;
    const cube = root * root * root;
    const uniform = nextUniform(state);
    const square = z * z;
    if (uniform < 1 - 0.0331 * square * square) return cube;
    if (log(uniform) < 0.5 * square + d * (1 - cube + log(cube))) return cube;
  }
}

class Lognormal extends Random {
  private readonly mean: number;
  private readonly sigma: number;
  private readonly shift: number;

  constructor(mean: number, squaredCV: number, key: Key) {
    super(key);
    const variance = log1p(squaredCV); // of the logarithm
    this.mean = mean;
    this.sigma = Math.sqrt(variance);
    this.shift = -variance / 2;
  }

  fill(block: Float64Array, size: number): void {
    fillNormal(this.state, block, size);
    const {mean, sigma, shift} = this;
    for (let i = 0; i < size; i++) block[i] = mean * exp(shift + sigma * block[i]);
  }
}

class Weibull extends Random {
  private readonly scale: number;
  private readonly power: number;

  constructor(mean: number, shape: number, key: Key) {
    super(key);
    this.scale = weibullScale(mean, shape);
    this.power = 1 / shape;
  }

  fill(block: Float64Array, size: number): void {
    fillExponential(this.state, block, size, 1);
    const {scale, power} = this;
    for (let i = 0; i < size; i++) block[i] = scale * exp(power * log(block[i]));
  }
}

function weibullScale(mean: number, shape: number): number {
  return mean * exp(-logGamma(1 + 1 / shape));
}

class Normal extends Random {
  private readonly mean: number;
  private readonly sd: number;

  constructor(mean: number, sd: number, key: Key) {
    super(key);
    this.mean = mean;
    this.sd = sd;
  }

  fill(block: Float64Array, size: number): void {
    fillNormal(this.state, block, size);
    const {mean, sd} = this;
    for (let i = 0; i < size; i++) block[i] = mean + sd * block[i];
  }
}

/** By inversion, on whichever side of the peak the share falls. */
class Triangular extends Random {
  private readonly from: number;
  private readonly to: number;
  private readonly rising: number; // (to - from) (peak - from)
  private readonly falling: number; // (to - from) (to - peak)
  private readonly sharePeak: number; // share below the peak
  private readonly low: number;
  private readonly high: number;
  private readonly shareLow: number;
  private readonly shareWidth: number;

  constructor(law: Law & {kind: "triangular"}, low: number | null, high: number | null, key: Key) {
    super(key);
    const {from, peak, to} = law;
    const width = to - from;
    this.from = from;
    this.to = to;
    this.rising = width * (peak - from);
    this.falling = width * (to - peak);
    this.sharePeak = (peak - from) / width;
    this.low = Math.max(from, low ?? from);
    this.high = Math.min(to, high ?? to);
    this.shareLow = this.shareBelow(this.low);
    this.shareWidth = this.shareBelow(this.high) - this.shareLow;
  }

  private shareBelow(x: number): number {
    const share = ((x - this.from) * (x - this.from)) / this.rising;
    return share <= this.sharePeak ? share : 1 - ((this.to - x) * (this.to - x)) / this.falling;
  }

  fill(block: Float64Array, size: number): void {
    fillUniform(this.state, block, size);
    const {from, to, rising, falling, sharePeak, low, high, shareLow, shareWidth} = this;
    for (let i = 0; i < size; i++) {
      const share = shareLow + shareWidth * block[i];
      const x = share < sharePeak ? from + Math.sqrt(share * rising) : to - Math.sqrt((1 - share) * falling);
      block[i] = Math.min(high, Math.max(low, x));
    }
  }
}

/** By inversion of the exponential that a Weibull time is a power of. It has no memory: what lies beyond the lower limit begins anew. */
class TruncatedWeibull extends Random {
  private readonly scale: number;
  private readonly power: number;
  private readonly low: number;
  private readonly high: number;
  private readonly start: number; // of the exponential
  private readonly kept: number; // -P(it ends within the limits, given that it reached the lower one)

  constructor(scale: number, shape: number, from: number | null, to: number | null, key: Key) {
    super(key);
    const unit = (x: number) => (x <= 0 ? 0 : shape === 1 ? x / scale : exp(shape * log(x / scale)));
    this.scale = scale;
    this.power = 1 / shape;
    this.low = Math.max(0, from ?? 0);
    this.high = to ?? Infinity;
    this.start = unit(this.low);
    this.kept = this.high === Infinity ? -1 : expm1(this.start - unit(this.high));
  }

  fill(block: Float64Array, size: number): void {
    fillUniform(this.state, block, size);
    const {scale, power, low, high, start, kept} = this;
    for (let i = 0; i < size; i++) {
      const unit = start - log1p(kept * block[i]);
      const x = scale * (power === 1 ? unit : exp(power * log(unit)));
      block[i] = Math.min(high, Math.max(low, x));
    }
  }
}

/** Standard normal numbers between limits, by inversion on the side of the small shares. */
class BetweenNormals {
  private readonly sign: number;
  private readonly shareLow: number;
  private readonly shareWidth: number;

  constructor(low: number, high: number) {
    this.sign = low > 0 ? -1 : 1;
    const [left, right] = low > 0 ? [-high, -low] : [low, high];
    this.shareLow = normalCdf(left);
    this.shareWidth = normalCdf(right) - this.shareLow;
  }

  fill(state: Int32Array, block: Float64Array, size: number): void {
    fillUniform(state, block, size);
    const {sign, shareLow, shareWidth} = this;
    for (let i = 0; i < size; i++) block[i] = sign * normalQuantile(shareLow + shareWidth * block[i]);
  }
}

class TruncatedNormal extends Random {
  private readonly mean: number;
  private readonly sd: number;
  private readonly low: number;
  private readonly high: number;
  private readonly units: BetweenNormals;

  constructor(mean: number, sd: number, from: number | null, to: number | null, key: Key) {
    super(key);
    this.mean = mean;
    this.sd = sd;
    this.low = from ?? -Infinity;
    this.high = to ?? Infinity;
    this.units = new BetweenNormals((this.low - mean) / sd, (this.high - mean) / sd);
  }

  fill(block: Float64Array, size: number): void {
    this.units.fill(this.state, block, size);
    const {mean, sd, low, high} = this;
    for (let i = 0; i < size; i++) block[i] = Math.min(high, Math.max(low, mean + sd * block[i]));
  }
}

class TruncatedLognormal extends Random {
  private readonly mean: number;
  private readonly sigma: number;
  private readonly shift: number;
  private readonly low: number;
  private readonly high: number;
  private readonly units: BetweenNormals;

  constructor(mean: number, squaredCV: number, from: number | null, to: number | null, key: Key) {
    super(key);
    const variance = log1p(squaredCV);
    this.mean = mean;
    this.sigma = Math.sqrt(variance);
    this.shift = -variance / 2;
    this.low = Math.max(0, from ?? 0);
    this.high = to ?? Infinity;
    const unit = (x: number) => (x === 0 ? -Infinity : x === Infinity ? Infinity : (log(x / mean) - this.shift) / this.sigma);
    this.units = new BetweenNormals(unit(this.low), unit(this.high));
  }

  fill(block: Float64Array, size: number): void {
    this.units.fill(this.state, block, size);
    const {mean, sigma, shift, low, high} = this;
    for (let i = 0; i < size; i++) block[i] = Math.min(high, Math.max(low, mean * exp(shift + sigma * block[i])));
  }
}

/** Times of another source, those outside the limits left out. */
class Rejected implements Source {
  private readonly source: Source;
  private readonly low: number;
  private readonly high: number;
  private readonly one = new Float64Array(1);

  constructor(source: Source, low: number, high: number) {
    this.source = source;
    this.low = low;
    this.high = high;
  }

  restart(replication: number, offset = 0): void {
    this.source.restart(replication, offset);
  }

  fill(block: Float64Array, size: number): void {
    const {source, low, high, one} = this;
    for (let i = 0; i < size; ) {
      source.fill(one, 1);
      if (one[0] >= low && one[0] <= high) block[i++] = one[0];
    }
  }
}

/** Sums of independent times, each part under a key of its own. */
class Sum implements Source {
  private readonly parts: Source[];
  private others = new Float64Array(1);

  constructor(parts: readonly Law[], key: Key) {
    this.parts = parts.map((part, index) => sourceOf(part, keyOfPart(key, index)));
  }

  restart(replication: number, offset = 0): void {
    for (const part of this.parts) part.restart(replication, offset);
  }

  fill(block: Float64Array, size: number): void {
    const {parts} = this;
    if (this.others.length < size) this.others = new Float64Array(size);
    const {others} = this;
    parts[0].fill(block, size);
    for (let part = 1; part < parts.length; part++) {
      parts[part].fill(others, size);
      for (let i = 0; i < size; i++) block[i] += others[i];
    }
  }
}

/** From phase to phase until the end, which is the last of each table of what comes next. */
class PhaseTypes extends Random {
  private readonly first: AliasTable;
  private readonly next: AliasTable[];
  private readonly means: Float64Array;

  constructor(start: readonly number[], rates: readonly (readonly number[])[], key: Key) {
    super(key);
    const ends = endRates(rates);
    this.first = new AliasTable(start);
    this.next = rates.map((row, phase) => new AliasTable([...row.map((rate, to) => (to === phase ? 0 : rate)), ends[phase]]));
    this.means = Float64Array.from(rates, (row, phase) => -1 / row[phase]);
  }

  fill(block: Float64Array, size: number): void {
    const {state, first, next, means} = this;
    const end = means.length;
    for (let i = 0; i < size; i++) {
      let time = 0;
      let phase = first.choose(nextUniform(state));
      while (phase !== end) {
        time += means[phase] * nextExponential(state);
        phase = next[phase].choose(nextUniform(state));
      }
      block[i] = time;
    }
  }
}

class Interpolated extends Random {
  private readonly line: Interpolation;

  constructor(values: readonly number[], tail: number, key: Key) {
    super(key);
    this.line = new Interpolation(values, tail);
  }

  fill(block: Float64Array, size: number): void {
    fillUniform(this.state, block, size);
    const {line} = this;
    for (let i = 0; i < size; i++) block[i] = line.timeBeyond(block[i]);
  }
}

class Mix extends Random {
  private readonly choice: AliasTable;
  private readonly parts: Source[];
  private readonly one = new Float64Array(1);

  constructor(parts: readonly {share: number; law: Law}[], key: Key) {
    super(key);
    this.choice = new AliasTable(parts.map((part) => part.share));
    this.parts = parts.map((part, index) => sourceOf(part.law, keyOfPart(key, index)));
  }

  override restart(replication: number, offset = 0): void {
    super.restart(replication, offset);
    for (const part of this.parts) part.restart(replication, offset);
  }

  fill(block: Float64Array, size: number): void {
    const {state, choice, parts, one} = this;
    fillUniform(state, block, size);
    for (let i = 0; i < size; i++) {
      parts[choice.choose(block[i])].fill(one, 1);
      block[i] = one[0];
    }
  }
}

function keyOfPart(key: Key, index: number): Key {
  const words = new Int32Array(2);
  threefry2x32(key[0], key[1], index, KEY_OF_PART, words);
  return [words[0], words[1]];
}

class Empirical extends Random {
  private readonly values: Float64Array;
  private readonly choice: AliasTable;

  constructor(values: readonly number[], weights: readonly number[] | undefined, key: Key) {
    super(key);
    this.values = Float64Array.from(values);
    this.choice = new AliasTable(weights ?? values.map(() => 1));
  }

  fill(block: Float64Array, size: number): void {
    fillUniform(this.state, block, size);
    const {values, choice} = this;
    for (let i = 0; i < size; i++) block[i] = values[choice.choose(block[i])];
  }
}
