/**
 * Where one design stops being better than another: the values of a number at which the paired difference changes its sign.
 * Looks are taken at even steps, then where a straight line between two looks of opposite sign meets zero. With the same
 * customers in every look the difference is a smooth curve, so two or three such looks are enough.
 */
import type {EstimateRow} from "../estimate/estimate.ts";

/** One look: two designs at one value of the number. */
export interface Look {
  value: number;
  /** Value of the first design minus that of the second, with its interval; null where nobody was there to measure. */
  difference: number | null;
  low: number | null;
  high: number | null;
  /** What each design came to, all customers together. */
  estimates: EstimateRow[];
}

export interface Crossing {
  /** Where the difference is zero. */
  at: number;
  /** Between these two it is not told apart from zero; null: as far as was looked. */
  from: number | null;
  to: number | null;
  /** The difference grows with the value: below the crossing the first design has less. */
  rises: boolean;
}

/** `count` values at even steps, both ends included; whole numbers where only those make sense, each once. */
export function evenSteps(from: number, to: number, count: number, isWhole: boolean): number[] {
  const values = Array.from({length: count}, (_, i) => (i === count - 1 ? to : from + (i * (to - from)) / (count - 1)));
  return [...new Set(values.map((value) => (isWhole ? Math.floor(value + 0.5) : rounded(value))))];
}

/** Short in a file and on paper: nine significant digits. */
function rounded(value: number): number {
  return Number(value.toPrecision(9));
}

/**
 * Where to look next, or null when every change of sign is known closely: to a hundredth of the range, or between two neighbouring
 * whole numbers.
 *
 * @param looks in ascending order of value
 */
export function nextLook(looks: readonly Look[], isWhole: boolean): number | null {
  const told = looks.filter(({difference}) => difference !== null);
  if (told.length < 2) return null;
  const span = told[told.length - 1].value - told[0].value;
  for (let i = 1; i < told.length; i++) {
    const [a, b] = [told[i - 1], told[i]];
    if (!changesSign(a, b)) continue;
    const zero = zeroBetween(a.value, a.difference!, b.value, b.difference!);
    const isClose = b.value - a.value <= (isWhole ? 1 : 0.01 * span);
    const isOnALook = Math.min(zero - a.value, b.value - zero) <= 0.002 * span;
    if (isClose || (isOnALook && !isWhole)) continue;
    if (!isWhole) return rounded(zero);
    return Math.min(b.value - 1, Math.max(a.value + 1, Math.floor(zero + 0.5)));
  }
  return null;
}

/** @param looks in ascending order of value */
export function crossingsOf(looks: readonly Look[]): Crossing[] {
  const told = looks.filter(({difference}) => difference !== null);
  const crossings: Crossing[] = [];
  for (let i = 1; i < told.length; i++) {
    const [a, b] = [told[i - 1], told[i]];
    if (!changesSign(a, b)) continue;
    const rises = b.difference! > a.difference!;
    crossings.push({
      at: zeroBetween(a.value, a.difference!, b.value, b.difference!),
      from: lastSure(told, i - 1, -1),
      to: lastSure(told, i, 1),
      rises,
    });
  }
  return crossings;
}

/** Walks from a look away from the crossing to where the interval leaves zero; null where it never does. */
function lastSure(looks: readonly Look[], start: number, step: -1 | 1): number | null {
  for (let i = start; i >= 0 && i < looks.length; i += step) {
    const {low, high} = looks[i];
    if (low === null || high === null || (low <= 0 && high >= 0)) continue;
    const inner = looks[i - step];
    // The end of the interval that was beyond zero in the look nearer to the crossing.
    const end = (look: Look) => (low > 0 ? look.low : look.high);
    const [here, there] = [end(looks[i]), inner === undefined ? null : end(inner)];
    if (inner === undefined || here === null || there === null || here > 0 === there > 0) return looks[i].value;
    return zeroBetween(looks[i].value, here, inner.value, there);
  }
  return null;
}

function changesSign(a: Look, b: Look): boolean {
  return (a.difference! < 0 && b.difference! >= 0) || (a.difference! > 0 && b.difference! <= 0);
}

function zeroBetween(a: number, atA: number, b: number, atB: number): number {
  return atA === atB ? a : a + ((b - a) * atA) / (atA - atB);
}
