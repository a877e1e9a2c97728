/** A law of the simulation in the words of theory: phases, transforms, moments, patience. Null where theory has no word for it. */
import {exp, log, logGamma, normalTail, pow, regularizedGammaQ} from "../math/index.ts";
import {type Law, meanOf, squaredCVOf} from "../random/law.ts";
import type {ServiceMoments} from "../theory/mg1.ts";
import {
  erlangPatience,
  exponentialPatience,
  fixedPatience,
  mixedPatience,
  type Patience,
  patienceFrom,
  uniformPatience,
} from "../theory/patience.ts";
import {erlangPhases, exponentialPhase, mixedPhases, type PhaseType} from "../theory/phase-type.ts";
import {alwaysLaw, gammaLaw, mixedExponentialLaw, phaseLaw, type TransformedLaw, uniformLaw} from "../theory/transform.ts";

const MOST_ERLANG_PHASES = 40;

/** The mean, if the law is exponential in whatever words: "erlang phases 1" and a mix of equal exponentials are. */
export function exponentialMean(law: Law): number | null {
  switch (law.kind) {
    case "exponential":
      return law.mean;
    case "erlang":
      return law.phases === 1 ? law.mean : null;
    case "gamma":
      return law.squaredCV === 1 ? law.mean : null;
    case "weibull":
      return law.shape === 1 ? law.mean : null;
    case "mix": {
      const [first, ...others] = law.parts.filter(({share}) => share > 0).map((part) => exponentialMean(part.law));
      return first !== undefined && others.every((mean) => mean === first) ? first : null;
    }
    default:
      return null;
  }
}

export function fixedValue(law: Law): number | null {
  return law.kind === "fixed" ? law.value : null;
}

export function phasesOf(law: Law): PhaseType | null {
  switch (law.kind) {
    case "exponential":
      return exponentialPhase(law.mean);
    case "erlang":
      return law.phases <= MOST_ERLANG_PHASES ? erlangPhases(law.mean, law.phases) : null;
    case "phaseType":
      return {start: law.start, rates: law.rates};
    case "mix": {
      const parts = law.parts.filter(({share}) => share > 0);
      const means = parts.map((part) => exponentialMean(part.law));
      if (means.every((mean) => mean !== null))
        return mixedPhases(
          parts.map(({share}) => share),
          means,
        );
      return sideBySide(parts.map(({share, law: part}) => ({share, phases: phasesOf(part)})));
    }
    default:
      return null;
  }
}

/** One of several phase-type laws, with these shares. */
function sideBySide(parts: readonly {share: number; phases: PhaseType | null}[]): PhaseType | null {
  const start: number[] = [];
  const rates: number[][] = [];
  const size = parts.reduce((sum, {phases}) => sum + (phases?.start.length ?? 0), 0);
  for (const {share, phases} of parts) {
    if (phases === null) return null;
    const before = start.length;
    for (const row of phases.rates) {
      const wide = new Array<number>(size).fill(0);
      row.forEach((rate, column) => {
        wide[before + column] = rate;
      });
      rates.push(wide);
    }
    start.push(...phases.start.map((one) => share * one));
  }
  return {start, rates};
}

export function transformOf(law: Law): TransformedLaw | null {
  switch (law.kind) {
    case "fixed":
      return law.value > 0 ? alwaysLaw(law.value) : null;
    case "exponential":
      return gammaLaw(law.mean, 1);
    case "erlang":
      return gammaLaw(law.mean, law.phases);
    case "gamma":
      return gammaLaw(law.mean, 1 / law.squaredCV);
    case "uniform":
      return law.to > law.from ? uniformLaw(law.from, law.to) : alwaysLaw(law.to);
    case "mix": {
      const parts = law.parts.filter(({share}) => share > 0);
      const means = parts.map((part) => exponentialMean(part.law));
      if (means.every((mean) => mean !== null))
        return mixedExponentialLaw(
          parts.map(({share}) => share),
          means,
        );
      const phases = phasesOf(law);
      return phases === null ? null : phaseLaw(phases);
    }
    case "phaseType":
      return phaseLaw({start: law.start, rates: law.rates});
    default:
      return null;
  }
}

export function momentsOf(law: Law): ServiceMoments {
  const mean = meanOf(law);
  const squaredCV = squaredCVOf(law);
  const third = thirdMomentOf(law);
  return {mean, second: mean * mean * (1 + squaredCV), ...(third === null ? {} : {third})};
}

/** (E[(S - m)³] / σ³)²: about 4.5/p where a share p of the times carries what there is of variance; 0 for a fixed time. */
export function squaredSkewnessOf(law: Law): number {
  const {mean, second, third} = momentsOf(law);
  const variance = squaredCVOf(law) * mean * mean;
  if (!(variance > 0)) return 0;
  if (third === undefined) {
    // As of a lognormal law of that spread, which is more skewed than most.
    const squaredCV = squaredCVOf(law);
    return squaredCV * (squaredCV + 3) * (squaredCV + 3);
  }
  const central = third - 3 * mean * second + 2 * mean * mean * mean;
  return (central * central) / (variance * variance * variance);
}

/** E[S³]; null where there is no simple formula. */
function thirdMomentOf(law: Law): number | null {
  switch (law.kind) {
    case "fixed":
      return law.value * law.value * law.value;
    case "exponential":
    case "erlang":
    case "gamma": {
      const mean = meanOf(law);
      const cv = squaredCVOf(law);
      return mean * mean * mean * (1 + cv) * (1 + 2 * cv);
    }
    case "lognormal": {
      const factor = 1 + law.squaredCV;
      return law.mean * law.mean * law.mean * factor * factor * factor;
    }
    case "uniform":
      return ((law.from + law.to) * (law.from * law.from + law.to * law.to)) / 4;
    case "mix": {
      let sum = 0;
      for (const {share, law: part} of law.parts) {
        const third = thirdMomentOf(part);
        if (third === null) return null;
        sum += share * third;
      }
      return sum;
    }
    default:
      return null;
  }
}

export function patienceOf(law: Law): Patience | null {
  switch (law.kind) {
    case "exponential":
      return exponentialPatience(law.mean);
    case "fixed":
      return law.value > 0 ? fixedPatience(law.value) : null;
    case "uniform":
      return law.to > law.from ? uniformPatience(law.from, law.to) : null;
    case "erlang":
      return erlangPatience(law.mean, law.phases);
    case "gamma": {
      const {mean, squaredCV} = law;
      return patienceFrom((time) => (time <= 0 ? 1 : time === Infinity ? 0 : regularizedGammaQ(1 / squaredCV, time / (mean * squaredCV))));
    }
    case "lognormal": {
      const variance = log(1 + law.squaredCV);
      const centre = log(law.mean) - variance / 2;
      const sd = Math.sqrt(variance);
      return patienceFrom((time) => (time <= 0 ? 1 : time === Infinity ? 0 : normalTail((log(time) - centre) / sd)));
    }
    case "weibull": {
      const scale = law.mean / exp(logGamma(1 + 1 / law.shape));
      return patienceFrom((time) => (time <= 0 ? 1 : time === Infinity ? 0 : exp(-pow(time / scale, law.shape))));
    }
    case "mix": {
      const parts = law.parts.filter(({share}) => share > 0).map(({share, law: part}) => ({share, patience: patienceOf(part)}));
      const known = parts.filter((part): part is {share: number; patience: Patience} => part.patience !== null);
      return known.length === parts.length ? mixedPatience(known) : null;
    }
    default:
      return null;
  }
}
