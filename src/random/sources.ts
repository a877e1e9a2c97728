/**
 * Sources: how the times of each law are made from unit variates, a block at a time.
 *
 * Every law scales exactly: twice the mean is twice each time, to the last bit.
 * Source: Law (2015), Simulation Modeling and Analysis, chapter 8; Marsaglia and Tsang (2000), "A Simple Method for Generating Gamma
 * Variables", ACM TOMS 26, 363-372.
 */

import {exp, log, log1p} from "../math/elementary.ts";
import {logGamma} from "../math/special.ts";
import {AliasTable} from "./alias-table.ts";
import type {Key} from "./keys.ts";
import type {Law} from "./law.ts";
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
    this.scale = mean * exp(-logGamma(1 + 1 / shape));
    this.power = 1 / shape;
  }

  fill(block: Float64Array, size: number): void {
    fillExponential(this.state, block, size, 1);
    const {scale, power} = this;
    for (let i = 0; i < size; i++) block[i] = scale * exp(power * log(block[i]));
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
