/** The numbers of the reference cases, for tests, and the rule that a simulated one is held to. */
import {expect} from "vitest";
import type {Claim} from "../../src/estimate/claim.ts";
import {relativeWidth} from "../../src/verification/numbers.ts";
import "../matchers.ts";

export * from "../../src/verification/numbers.ts";

/**
 * The rule for a simulated stationary value: within four standard errors, and an interval narrow enough to have missed it.
 * SHOW_WIDTHS=1 prints what was reached.
 */
export function expectToAgree(claim: Claim, truth: number, widest = 0.02): void {
  if (process.env.SHOW_WIDTHS)
    console.log(`${expect.getState().currentTestName}: ${claim.value} for ${truth}, ±${(100 * relativeWidth(claim)).toFixed(2)} %`);
  expect(claim).toLieWithin4StandardErrors(truth);
  expect(relativeWidth(claim), `half-width of the 99.9 % interval over the value ${claim.value}`).toBeLessThanOrEqual(widest);
}
