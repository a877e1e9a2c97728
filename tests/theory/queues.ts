/** Things that theory's tests say again and again. */
import {expect} from "vitest";

/** Relative; both zero or both infinite count as equal. */
export function expectClose(found: number, expected: number, tolerance = 1e-12): void {
  if (found === expected) return;
  expect(Math.abs(found - expected), `${found} beside ${expected}`).toBeLessThanOrEqual(tolerance * Math.abs(expected));
}

/** Occupancies from nearly idle to nearly overloaded. */
export const LOADS = [0.001, 0.1, 0.5, 0.8, 0.95, 0.999];
