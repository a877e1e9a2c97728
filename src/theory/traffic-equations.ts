/**
 * Who arrives where: the traffic equations of a network, λⱼ = γⱼ + Σ λᵢ rᵢⱼ (open) or vⱼ = Σ vᵢ rᵢⱼ (closed).
 *
 * Solved by elimination without subtraction (the pivots are sums of ways out), so small rates are as exact as large ones: about 1e-14.
 */
import {requireCount, requireNotNegative} from "./requirements.ts";

function requireRouting(routing: readonly (readonly number[])[], stations: number): void {
  if (routing.length !== stations) throw new RangeError(`routing must have ${stations} rows, got ${routing.length}`);
  routing.forEach((row, i) => {
    if (row.length !== stations) throw new RangeError(`routing[${i}] must have ${stations} entries, got ${row.length}`);
    let sum = 0;
    row.forEach((share, j) => {
      if (!(share >= 0 && share <= 1)) throw new RangeError(`routing[${i}][${j}] must lie between 0 and 1, got ${share}`);
      sum += share;
    });
    if (sum > 1 + 1e-12) throw new RangeError(`routing[${i}] must add up to at most 1, got ${sum}`);
  });
}

/**
 * Total arrivals of every station, from the arrivals from outside and the shares of departures that go from row to column; what a row
 * lacks to 1 leaves the network.
 *
 * @throws RangeError if a rate is negative, a row adds up to more than 1, or customers who come never leave
 */
export function openTraffic(external: readonly number[], routing: readonly (readonly number[])[]): number[] {
  const n = external.length;
  requireCount("stations", n);
  external.forEach((rate, i) => {
    requireNotNegative(`external[${i}]`, rate);
  });
  requireRouting(routing, n);
  const share = routing.map((row) => Float64Array.from(row));
  const leaves = routing.map((row) => {
    const rest = 1 - row.reduce((sum, part) => sum + part, 0);
    return rest > 1e-14 ? rest : 0; // what is left of 0.1 + 0.2 + 0.7 is rounding, not a door
  });
  const arrivals = Float64Array.from(external);
  const pivots = new Float64Array(n);
  for (let k = n - 1; k >= 0; k--) {
    // Out of k, other than back to k, among the stations still there.
    let out = leaves[k];
    for (let j = 0; j < k; j++) out += share[k][j];
    pivots[k] = out;
    if (out === 0) continue;
    for (let i = 0; i < k; i++) {
      const part = share[i][k] / out;
      if (part === 0) continue;
      leaves[i] += part * leaves[k];
      for (let j = 0; j < k; j++) share[i][j] += part * share[k][j];
    }
    for (let j = 0; j < k; j++) arrivals[j] += (arrivals[k] / out) * share[k][j];
  }
  const flow = new Array<number>(n).fill(0);
  for (let k = 0; k < n; k++) {
    let sum = arrivals[k];
    for (let i = 0; i < k; i++) sum += flow[i] * share[i][k];
    if (sum > 0 && pivots[k] === 0)
      throw new RangeError(`routing must let customers leave in the end, got none that leave from station ${k + 1}`);
    flow[k] = sum === 0 ? 0 : sum / pivots[k];
  }
  return flow;
}

/**
 * Visits to every station of a closed network for one visit to the first.
 *
 * @throws RangeError if a row does not add up to 1
 */
export function visitRatios(routing: readonly (readonly number[])[]): number[] {
  const n = routing.length;
  requireRouting(routing, n);
  routing.forEach((row, i) => {
    const sum = row.reduce((total, share) => total + share, 0);
    if (Math.abs(sum - 1) > 1e-9) throw new RangeError(`routing[${i}] must add up to 1, got ${sum}`);
  });
  if (n === 1) return [1];
  // The first station is the door: who goes back to it has left.
  const rest = routing.slice(1).map((row) => row.slice(1));
  const visits = openTraffic(routing[0].slice(1), rest);
  return [1, ...visits];
}
