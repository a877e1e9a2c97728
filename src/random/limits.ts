/**
 * What a law says of the times between two limits: how many lie there, and the mean and the variance of those that do.
 *
 *   share      P(from ≤ X ≤ to)
 *   mean       E[X | from ≤ X ≤ to]
 *   variance   Var[X | from ≤ X ≤ to]
 *
 * In closed form where there is one that keeps its digits. Otherwise, and for sums, by quadrature of the density (quadrature.ts): about
 * twelve digits. Variances are never a difference of large squares.
 * Sources: Johnson, Kotz and Balakrishnan (1994), Continuous Univariate Distributions 1, for the normal (13.10), the lognormal (14.4),
 * the gamma (17.8) and the Weibull law (21.9) between limits.
 */

import {exp, log, log1p, pow} from "../math/elementary.ts";
import {logGamma, normalCdf, normalDensity, regularizedGammaP, regularizedGammaQ} from "../math/special.ts";
import {tailMeanOf} from "./interpolation.ts";
import type {Law} from "./law.ts";
import {endRates, restMoments, sharesAt} from "./phase-type.ts";
import {integrateTogether} from "../math/integrals-together.ts";

export interface Limited {
  share: number;
  mean: number;
  variance: number;
}

const NONE: Limited = {share: 0, mean: NaN, variance: 0};

/** Below this part of the second moment a variance is not taken from moments: too many digits would cancel. */
const STEADY = 1e-3;

const known = new WeakMap<Law, Limited>();

/** The times of a truncated law before it is truncated that lie within its limits. Remembered: it is asked for again and again. */
export function limitedOf(law: Law & {kind: "truncated"}): Limited {
  let found = known.get(law);
  if (found === undefined) {
    found = within(law.law, law.from ?? -Infinity, law.to ?? Infinity);
    known.set(law, found);
  }
  return found;
}

/** The times of a law that lie between two limits, both included. The law has passed `requireLaw`. */
export function within(law: Law, from: number, to: number): Limited {
  if (!(from <= to)) return NONE;
  switch (law.kind) {
    case "fixed":
      return atom(law.value, from, to);
    case "empirical": {
      const weights = law.weights;
      const share = 1 / law.values.length;
      const all = weights?.reduce((sum, weight) => sum + weight, 0) ?? 1;
      return together(law.values.map((value, i) => scaled(atom(value, from, to), weights === undefined ? share : weights[i] / all)));
    }
    case "uniform":
      if (law.from === law.to) return atom(law.from, from, to);
      return straight(law.from, law.to, 1 / (law.to - law.from), 1 / (law.to - law.from), from, to);
    case "triangular": {
      const {from: low, peak, to: high} = law;
      const top = 2 / (high - low);
      return together([straight(low, peak, 0, top, from, to), straight(peak, high, top, 0, from, to)]);
    }
    case "interpolated":
      return interpolated(law, from, to);
    case "exponential":
      return exponential(law.mean, from, to);
    case "erlang":
      return law.phases === 1 ? exponential(law.mean, from, to) : gamma(law, law.mean / law.phases, law.phases, from, to);
    case "gamma":
      return gamma(law, law.mean * law.squaredCV, 1 / law.squaredCV, from, to);
    case "weibull":
      return weibull(law, from, to);
    case "lognormal":
      return lognormal(law, from, to);
    case "normal":
      return normal(law, from, to);
    case "phaseType":
      return phaseType(law, from, to);
    case "mix":
      return together(law.parts.map((part) => scaled(within(part.law, from, to), part.share)));
    case "truncated": {
      const inner = within(law.law, Math.max(from, law.from ?? -Infinity), Math.min(to, law.to ?? Infinity));
      return scaled(inner, 1 / limitedOf(law).share);
    }
    case "sum":
      return sum(law.parts, from, to);
  }
}

function scaled(one: Limited, by: number): Limited {
  return {...one, share: one.share * by};
}

/** Parts that exclude each other. */
function together(parts: readonly Limited[]): Limited {
  let share = 0;
  let first = 0;
  for (const part of parts) {
    if (part.share <= 0) continue;
    share += part.share;
    first += part.share * part.mean;
  }
  if (share === 0) return NONE;
  const mean = first / share;
  let second = 0;
  for (const part of parts) if (part.share > 0) second += part.share * (part.variance + square(part.mean - mean));
  return {share, mean, variance: second / share};
}

function atom(value: number, from: number, to: number): Limited {
  return value >= from && value <= to ? {share: 1, mean: value, variance: 0} : NONE;
}

/** A density that is a straight line from `atLow` to `atHigh`. */
function straight(low: number, high: number, atLow: number, atHigh: number, from: number, to: number): Limited {
  const left = Math.max(low, from);
  const right = Math.min(high, to);
  const width = right - left;
  if (!(width > 0)) return NONE;
  const slope = (atHigh - atLow) / (high - low);
  const f = atLow + slope * (left - low);
  const g = atHigh - slope * (high - right);
  const share = ((f + g) * width) / 2;
  if (!(share > 0)) return NONE;
  const mean = (width * (f + 2 * g)) / (3 * (f + g));
  return {share, mean: left + mean, variance: (square(width) * (square(f) + 4 * f * g + square(g))) / (18 * square(f + g))};
}

function interpolated(law: Law & {kind: "interpolated"}, from: number, to: number): Limited {
  const {values, tail} = law;
  const n = values.length;
  const parts: Limited[] = [];
  const step = (low: number, high: number, share: number) => {
    if (low === high) parts.push(scaled(atom(low, from, to), share));
    else parts.push(straight(low, high, share / (high - low), share / (high - low), from, to));
  };
  if (tail === 0) {
    for (let i = 1; i < n; i++) step(values[i - 1], values[i], 1 / (n - 1));
    return together(parts);
  }
  for (let i = 0; i < n - tail; i++) step(i === 0 ? 0 : values[i - 1], values[i], 1 / n);
  const last = values[n - tail - 1];
  const mean = tailMeanOf(values, tail);
  const beyond = mean === 0 ? atom(0, from - last, to - last) : exponential(mean, from - last, to - last);
  if (beyond.share > 0) parts.push({...scaled(beyond, tail / n), mean: last + beyond.mean});
  return together(parts);
}

/** Without memory: what lies beyond a limit begins there anew. */
function exponential(mean: number, from: number, to: number): Limited {
  const start = Math.max(0, from);
  const reach = (to - start) / mean;
  if (!(reach > 0)) return NONE;
  const beyond = exp(-start / mean);
  if (reach === Infinity) return {share: beyond, mean: start + mean, variance: square(mean)};
  const [p1, p2, p3] = [1, 2, 3].map((shape) => regularizedGammaP(shape, reach));
  const first = p2 / p1;
  return {share: beyond * p1, mean: start + mean * first, variance: square(mean) * ((2 * p3) / p1 - square(first))};
}

function gamma(law: Law, scale: number, shape: number, from: number, to: number): Limited {
  const low = Math.max(0, from) / scale;
  const high = to / scale;
  const share = (more: number) => between(shape + more, low, high);
  return byMoments(law, from, to, share(0), shape * scale * share(1), shape * (shape + 1) * square(scale) * share(2));
}

/** The share of a gamma law with scale 1 between two limits; on the side where shares are small, so that they keep their digits. */
function between(shape: number, low: number, high: number): number {
  if (!(high > low)) return 0;
  if (low > shape) return regularizedGammaQ(shape, low) - (high === Infinity ? 0 : regularizedGammaQ(shape, high));
  return (high === Infinity ? 1 : regularizedGammaP(shape, high)) - regularizedGammaP(shape, low);
}

function weibull(law: Law & {kind: "weibull"}, from: number, to: number): Limited {
  const {shape} = law;
  const scale = law.mean * exp(-logGamma(1 + 1 / shape));
  const low = from > 0 ? pow(from / scale, shape) : 0;
  const high = to > 0 ? (to === Infinity ? Infinity : pow(to / scale, shape)) : 0;
  const second = square(scale) * exp(logGamma(1 + 2 / shape));
  return byMoments(
    law,
    from,
    to,
    between(1, low, high),
    law.mean * between(1 + 1 / shape, low, high),
    second * between(1 + 2 / shape, low, high),
  );
}

function lognormal(law: Law & {kind: "lognormal"}, from: number, to: number): Limited {
  const sigma = sigmaOf(law.squaredCV);
  const z = (x: number) => (x <= 0 ? -Infinity : x === Infinity ? Infinity : log(x / law.mean) / sigma + sigma / 2);
  const [low, high] = [z(from), z(to)];
  const share = (k: number) => normalBetween(low - k * sigma, high - k * sigma);
  return byMoments(law, from, to, share(0), law.mean * share(1), square(law.mean) * (1 + law.squaredCV) * share(2));
}

/** The standard deviation of a lognormal time's logarithm. */
export function sigmaOf(squaredCV: number): number {
  return Math.sqrt(log1p(squaredCV));
}

/** Φ(high) - Φ(low), on the side of the small shares. */
function normalBetween(low: number, high: number): number {
  if (!(high > low)) return 0;
  return low > 0 ? normalCdf(-low) - normalCdf(-high) : normalCdf(high) - normalCdf(low);
}

function normal(law: Law & {kind: "normal"}, from: number, to: number): Limited {
  const low = (from - law.mean) / law.sd;
  const high = (to - law.mean) / law.sd;
  const share = normalBetween(low, high);
  if (!(share > 0)) return NONE;
  const [f, g] = [normalDensity(low), normalDensity(high)];
  const shift = (f - g) / share;
  const spread = 1 + ((f === 0 ? 0 : low * f) - (g === 0 ? 0 : high * g)) / share - square(shift);
  const mean = law.mean + law.sd * shift;
  return spread > STEADY ? {share, mean, variance: square(law.sd) * spread} : byDensity(law, from, to);
}

function phaseType(law: Law & {kind: "phaseType"}, from: number, to: number): Limited {
  if (to < Infinity) return byDensity(law, from, to);
  const start = Math.max(0, from);
  const shares = sharesAt(law, start);
  const share = shares.reduce((sum, value) => sum + value, 0);
  if (!(share > 0)) return NONE;
  const {first, second} = restMoments(law.rates, shares);
  return {share, mean: start + first / share, variance: second / share - square(first / share)};
}

function byMoments(law: Law, from: number, to: number, share: number, first: number, second: number): Limited {
  if (!(share > 0)) return NONE;
  const mean = first / share;
  const variance = second / share - square(mean);
  return variance > (STEADY * second) / share ? {share, mean, variance} : byDensity(law, from, to);
}

function byDensity(law: Law, from: number, to: number): Limited {
  const chart = chartOf(law);
  if (chart === null) return NONE;
  return moments(centreOf([law], from, to), (values) => chart.expect((x) => values({share: 1, mean: x, variance: 0}), from, to));
}

/** From integrals of what a chart gives, about a centre; once more about the mean if the centre was far from it. */
function moments(centre: number, integral: (values: (one: Limited) => number[]) => number[]): Limited {
  const [share, first, second] = integral((one) => {
    if (!(one.share > 0)) return [0, 0, 0];
    const away = one.mean - centre;
    return [one.share, one.share * away, one.share * (one.variance + square(away))];
  });
  if (!(share > 0)) return NONE;
  const mean = centre + first / share;
  const variance = second / share - square(first / share);
  return variance > (STEADY * second) / share || first === 0 ? {share, mean, variance} : moments(mean, integral);
}

/** A number within the limits, near the mean where it lies there. */
function centreOf(laws: readonly Law[], from: number, to: number): number {
  if (from > -Infinity && to < Infinity) return (from + to) / 2;
  const mean = laws.reduce((sum, law) => sum + roughMeanOf(law), 0);
  return Math.min(to, Math.max(from, mean));
}

function roughMeanOf(law: Law): number {
  switch (law.kind) {
    case "fixed":
      return law.value;
    case "exponential":
    case "erlang":
    case "gamma":
    case "lognormal":
    case "weibull":
    case "normal":
      return law.mean;
    case "uniform":
    case "triangular":
      return (law.from + law.to) / 2;
    case "truncated":
      return limitedOf(law).mean;
    default: {
      const {mean} = within(law, -Infinity, Infinity);
      return Number.isNaN(mean) ? 0 : mean;
    }
  }
}

/** Sums: all but one part are integrated over, the last is known between any limits. */
function sum(parts: readonly Law[], from: number, to: number): Limited {
  // the part with the roughest distribution last: what is known in closed form needs no smoothness
  return sumInOrder(
    [...parts].sort((a, b) => roughness(a) - roughness(b)),
    from,
    to,
  );
}

function sumInOrder(parts: readonly Law[], from: number, to: number): Limited {
  const [first, ...rest] = parts;
  if (rest.length === 0) return within(first, from, to);
  // where the rest begins and ends to matter
  const edges = rest.reduce((sums, part) => edgesOf(part).flatMap((edge) => sums.map((sum) => sum + edge)), [0]);
  const breaks = edges.length > 200 ? [] : edges.flatMap((edge) => [from - edge, to - edge]);
  return moments(centreOf(parts, from, to), (values) =>
    expectation(
      first,
      (x) => {
        const other = sumInOrder(rest, from - x, to - x);
        return values({...other, mean: other.mean + x});
      },
      breaks,
    ),
  );
}

/** Where a law's density begins, ends, jumps or bends. */
function edgesOf(law: Law): number[] {
  switch (law.kind) {
    case "fixed":
      return [law.value];
    case "uniform":
      return [law.from, law.to];
    case "triangular":
      return [law.from, law.peak, law.to];
    case "normal":
      return [];
    case "mix":
      return law.parts.flatMap((part) => edgesOf(part.law));
    case "truncated":
      return [...edgesOf(law.law), law.from ?? -Infinity, law.to ?? Infinity];
    case "sum":
      return law.parts.reduce((sums, part) => edgesOf(part).flatMap((edge) => sums.map((sum) => sum + edge)), [0]);
    case "empirical":
    case "interpolated":
      return law.values.length > 50 ? [] : law.values;
    default:
      return [0];
  }
}

function roughness(law: Law): number {
  switch (law.kind) {
    case "fixed":
    case "empirical":
      return 0; // nothing to integrate over
    case "uniform":
    case "triangular":
      return 2;
    case "phaseType":
      return 4; // its density costs a matrix exponential, its shares no less
    case "interpolated":
      return 5;
    default:
      return 1;
  }
}

/**
 * How deep integrals lie one inside the other before a law is known between limits: 1 for each varying part of a sum, and more for long
 * lists of measured times.
 */
export function depthOf(law: Law): number {
  switch (law.kind) {
    case "fixed":
      return 0;
    case "sum":
      return law.parts.reduce((total, part) => total + depthOf(part), 0);
    case "mix":
      return law.parts.reduce((most, part) => Math.max(most, depthOf(part.law)), 0);
    case "truncated":
      return depthOf(law.law);
    case "empirical":
      return law.values.length > LONG_LIST ? 2 : 1;
    case "interpolated":
      return law.values.length > LONG_LIST ? 3 : law.values.length > SHORT_LIST ? 2 : 1;
    default:
      return 1;
  }
}

const SHORT_LIST = 10;
const LONG_LIST = 500;

/** E[g(X)] for several g at once, given that X lies within the limits, times the share that does; g may jump or bend at `breaks`. */
function expectation(law: Law, g: (x: number) => number[], breaks: readonly number[], from = -Infinity, to = Infinity): number[] {
  const add = (all: readonly {share: number; of: () => number[]}[]): number[] =>
    all
      .map(({share, of}) => of().map((value) => share * value))
      .reduce((total, values) => (total.length === 0 ? values : total.map((value, k) => value + values[k])), []);
  const nothing = () => g(NaN).map(() => 0);
  switch (law.kind) {
    case "fixed":
      return law.value >= from && law.value <= to ? g(law.value) : nothing();
    case "empirical": {
      const weights = law.weights ?? law.values.map(() => 1);
      const all = weights.reduce((total, weight) => total + weight, 0);
      return add(
        law.values.map((value, i) => ({share: weights[i] / all, of: () => (value >= from && value <= to ? g(value) : nothing())})),
      );
    }
    case "mix":
      return add(law.parts.map((part) => ({share: part.share, of: () => expectation(part.law, g, breaks, from, to)})));
    case "truncated": {
      const [low, high] = [Math.max(from, law.from ?? -Infinity), Math.min(to, law.to ?? Infinity)];
      return expectation(law.law, g, breaks, low, high).map((value) => value / limitedOf(law).share);
    }
    case "sum": {
      const [first, ...rest] = law.parts;
      if (rest.length === 0) return expectation(first, g, breaks, from, to);
      const others: Law = {kind: "sum", parts: rest};
      return expectation(
        first,
        (x) =>
          expectation(
            others,
            (y) => g(x + y),
            breaks.map((at) => at - x),
            from - x,
            to - x,
          ),
        breaks,
      );
    }
    default: {
      const chart = chartOf(law);
      return chart === null ? nothing() : chart.expect(g, from, to, breaks);
    }
  }
}

/** Integrals against a law's density, over a variable in which the density is smooth. */
interface Chart {
  expect(g: (x: number) => number[], from: number, to: number, breaks?: readonly number[]): number[];
}

/**
 * The density of a continuous law as a weight over w, where the time is a growing function of w. Ends beyond which less than 1e-22 lies
 * are cut off. Null for laws that are not one density.
 */
function chartOf(law: Law): Chart | null {
  switch (law.kind) {
    case "exponential":
      return chart(
        0,
        60,
        (w) => law.mean * w,
        (x) => x / law.mean,
        (w) => exp(-w),
      );
    case "erlang":
      return gammaChart(law.mean / law.phases, law.phases);
    case "gamma":
      return gammaChart(law.mean * law.squaredCV, 1 / law.squaredCV);
    case "weibull": {
      const {shape} = law;
      const scale = law.mean * exp(-logGamma(1 + 1 / shape));
      return chart(
        0,
        60,
        (w) => scale * pow(w, 1 / shape),
        (x) => (x > 0 ? pow(x / scale, shape) : 0),
        (w) => exp(-w),
      );
    }
    case "lognormal": {
      const sigma = sigmaOf(law.squaredCV);
      const time = (w: number) => law.mean * exp(sigma * w - square(sigma) / 2);
      return chart(-10, 10, time, (x) => (x > 0 ? log(x / law.mean) / sigma + sigma / 2 : -Infinity), normalDensity);
    }
    case "normal":
      return chart(
        -10,
        10,
        (w) => law.mean + law.sd * w,
        (x) => (x - law.mean) / law.sd,
        normalDensity,
      );
    case "uniform": {
      const width = law.to - law.from;
      return width === 0
        ? null
        : chart(
            law.from,
            law.to,
            (w) => w,
            (x) => x,
            () => 1 / width,
          );
    }
    case "triangular": {
      const {from, peak, to} = law;
      const top = 2 / (to - from);
      const sides = [
        chart(
          from,
          peak,
          (w) => w,
          (x) => x,
          (w) => (top * (w - from)) / (peak - from),
        ),
        chart(
          peak,
          to,
          (w) => w,
          (x) => x,
          (w) => (top * (to - w)) / (to - peak),
        ),
      ];
      return joined(sides);
    }
    case "phaseType": {
      const ends = endRates(law.rates);
      const density = (t: number) => sharesAt(law, t).reduce((total, share, phase) => total + share * ends[phase], 0);
      let high = restMoments(law.rates, law.start).first;
      while (sharesAt(law, high).reduce((total, share) => total + share, 0) > 1e-18) high *= 2;
      return chart(
        0,
        high,
        (w) => w,
        (x) => x,
        density,
      );
    }
    case "interpolated": {
      const {values, tail} = law;
      const n = values.length;
      const steps: Chart[] = [];
      const step = (low: number, high: number, share: number) =>
        steps.push(
          low < high
            ? chart(
                low,
                high,
                (w) => w,
                (x) => x,
                () => share / (high - low),
              )
            : point(low, share),
        );
      if (tail === 0) for (let i = 1; i < n; i++) step(values[i - 1], values[i], 1 / (n - 1));
      else {
        for (let i = 0; i < n - tail; i++) step(i === 0 ? 0 : values[i - 1], values[i], 1 / n);
        const last = values[n - tail - 1];
        const mean = tailMeanOf(values, tail);
        if (mean === 0) steps.push(point(last, tail / n));
        else
          steps.push(
            chart(
              0,
              60,
              (w) => last + mean * w,
              (x) => (x - last) / mean,
              (w) => (tail / n) * exp(-w),
            ),
          );
      }
      return joined(steps);
    }
    default:
      return null;
  }
}

function gammaChart(scale: number, shape: number): Chart {
  const front = logGamma(shape < 1 ? shape + 1 : shape);
  if (shape < 1) {
    // the density is infinite at zero: over w = x^shape it is not
    const most = pow(60, shape);
    const unit = (w: number) => pow(w, 1 / shape);
    return chart(
      0,
      most,
      (w) => scale * unit(w),
      (x) => (x > 0 ? pow(x / scale, shape) : 0),
      (w) => exp(-unit(w) - front),
    );
  }
  const root = Math.sqrt(shape);
  const low = Math.max(0, shape - 11 * root);
  const density = (w: number) => (w > 0 ? exp((shape - 1) * log(w) - w - front) : shape === 1 ? 1 : 0);
  return chart(
    low,
    shape + 15 * root + 60,
    (w) => scale * w,
    (x) => x / scale,
    density,
  );
}

function chart(low: number, high: number, at: (w: number) => number, place: (x: number) => number, weight: (w: number) => number): Chart {
  return {
    expect(g, from, to, breaks = []) {
      const left = Math.max(low, from === -Infinity ? low : place(from));
      const right = Math.min(high, to === Infinity ? high : place(to));
      if (!(right > left)) return g(NaN).map(() => 0);
      const values = (w: number) => {
        const factor = weight(w);
        return g(at(w)).map((value) => factor * value);
      };
      return integrateTogether(values, left, right, breaks.map(place));
    },
  };
}

function point(value: number, share: number): Chart {
  return {expect: (g, from, to) => g(value).map((one) => (value >= from && value <= to ? share * one : 0))};
}

function joined(charts: readonly Chart[]): Chart {
  return {
    expect: (g, from, to, breaks) =>
      charts
        .map((one) => one.expect(g, from, to, breaks))
        .reduce((total, values) => (total.length === 0 ? values : total.map((value, k) => value + values[k])), []),
  };
}

function square(x: number): number {
  return x * x;
}
