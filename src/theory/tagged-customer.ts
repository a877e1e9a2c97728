/**
 * The chance that one who has just joined a line is served within a time, first come first served, while the staff may change: the tagged
 * customer's own chain, followed backwards from the end of the time.
 *
 *   ahead      people waiting in front of them
 *   overtime   busy servers beyond the staff, who leave when done
 *
 * Those who come later do not matter. Exact but for rounding, about 1e-14.
 */
import {poissonWeights} from "../math/poisson-weights.ts";
import type {Seconds} from "../units.ts";
import type {Regime} from "./forward-equations.ts";

/** The staff of a while, beginning when the customer joins. */
export interface Stretch {
  length: Seconds;
  regime: Regime;
}

/** By overtime and people ahead: index overtime · (places + 1) + ahead. */
export interface TaggedChances {
  places: number;
  rows: number;
  chances: Float64Array;
}

/**
 * P(service begins within all the stretches together) for one who joins when every server is busy. `rows` and `places` say which states are
 * asked for: overtime below `rows`, ahead up to `places`.
 */
export function chanceToBeServed(stretches: readonly Stretch[], drop: "finish" | "interrupt", rows: number, places: number): TaggedChances {
  // How large the overtime and the line ahead may have grown when each stretch begins.
  const sizes = [{rows, places}];
  for (let i = 1; i < stretches.length; i++) {
    const fewer = Math.max(0, stretches[i - 1].regime.servers - stretches[i].regime.servers);
    const {rows: before, places: ahead} = sizes[i - 1];
    sizes.push(drop === "finish" ? {rows: before + fewer, places: ahead} : {rows: 1, places: ahead + fewer});
  }
  let later: TaggedChances | undefined;
  for (let i = stretches.length - 1; i >= 0; i--) {
    const atEnd = blank(sizes[i].rows, sizes[i].places);
    if (later) handOver(atEnd, later, stretches[i].regime.servers, stretches[i + 1].regime.servers, drop);
    later = back(atEnd, stretches[i]);
  }
  return later ?? blank(rows, places);
}

function blank(rows: number, places: number): TaggedChances {
  return {rows, places, chances: new Float64Array(rows * (places + 1))};
}

/** Just before the staff changes, from just after. */
function handOver(before: TaggedChances, after: TaggedChances, servers: number, next: number, drop: "finish" | "interrupt"): void {
  for (let row = 0; row < before.rows; row++) {
    for (let ahead = 0; ahead <= before.places; ahead++) {
      // Interrupted customers go to the head of the line, in front of the tagged one.
      const called = drop === "finish" ? Math.max(0, next - servers - row) : next - servers;
      const nextRow = drop === "finish" ? Math.max(0, servers + row - next) : 0;
      const left = ahead - called;
      const place = row * (before.places + 1) + ahead;
      before.chances[place] =
        left < 0 ? 1 : nextRow < after.rows && left <= after.places ? after.chances[nextRow * (after.places + 1) + left] : 0;
    }
  }
}

/** The chances at the beginning of a stretch, from those at its end. */
function back({rows, places, chances}: TaggedChances, {length, regime}: Stretch): TaggedChances {
  const {servers, serviceRate, abandonRate} = regime;
  const rate = (servers + rows - 1) * serviceRate + (places + 1) * abandonRate;
  if (length === 0 || rate === 0) return {rows, places, chances};
  const width = places + 1;
  const {first, weights} = poissonWeights(rate * length);
  const now = chances.slice();
  const result = new Float64Array(chances.length);
  for (let k = 0; k < first + weights.length; k++) {
    if (k >= first) for (let i = 0; i < now.length; i++) result[i] += weights[k - first] * now[i];
    // One event earlier; from the far end, so that what is nearer to service is still the later one.
    for (let row = rows - 1; row >= 0; row--) {
      const ending = (servers + row) * serviceRate;
      for (let ahead = places; ahead >= 0; ahead--) {
        const place = row * width + ahead;
        const own = now[place];
        // An end of service calls the next, but for overtime: that server leaves.
        const next = row > 0 ? now[place - width] : ahead > 0 ? now[place - 1] : 1;
        const nearer = ahead > 0 ? now[place - 1] : 0;
        now[place] = own + (ending * (next - own) + ahead * abandonRate * (nearer - own) - abandonRate * own) / rate;
      }
    }
  }
  return {rows, places, chances: result};
}
