/** How near two numbers are, in relative terms; and the queues that properties are tried on. */
import fc from "fast-check";
import {expect} from "vitest";

// The same queues every time.
fc.configureGlobal({seed: 1917});

/** `found` is `truth` to this many parts of itself; the smallest doubles, below 1e-290, have fewer digits. */
export function expectNear(found: number, truth: number, tolerance = 1e-12): void {
  if (found === truth || (Math.abs(found) < 1e-290 && Math.abs(truth) < 1e-290)) return;
  expect(Math.abs(found / truth - 1), `found ${found}, expected ${truth}`).toBeLessThanOrEqual(tolerance);
}
