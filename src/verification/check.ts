/** Found against expected, for cases that nothing of chance touches. */
import type {Passed} from "./verification.ts";

/** Seven digits are enough to see what is wrong. */
export const digits = (value: unknown): string => (typeof value === "number" ? `${Number(value.toPrecision(7))}` : JSON.stringify(value));
const tell = (value: unknown): string => (Array.isArray(value) ? `[${value.map(tell).join(", ")}]` : digits(value));

/** Every number to `tolerance` of its size; an expected zero is missed by what is found. */
export function checkRelative(id: string, found: unknown, expected: unknown, tolerance: number): Passed {
  return judged(id, found, expected, tolerance, (value, truth) => Math.abs(value - truth) / (truth === 0 ? 1 : Math.abs(truth)));
}

/** Every number to `tolerance` of its size, or of 1 where it is smaller: what was printed with so many decimals. */
export function checkDecimals(id: string, found: unknown, expected: unknown, tolerance: number): Passed {
  return judged(id, found, expected, tolerance, (value, truth) => Math.abs(value - truth) / Math.max(1, Math.abs(truth)));
}

/** Every number to `tolerance` in its own unit; what is no number must be the same. */
export function checkAbsolute(id: string, found: unknown, expected: unknown, tolerance: number): Passed {
  return judged(id, found, expected, tolerance, (value, truth) => Math.abs(value - truth));
}

function judged(id: string, found: unknown, expected: unknown, allowed: number, off: (value: number, truth: number) => number): Passed {
  const [values, truths] = [[found].flat(9), [expected].flat(9)];
  let deviation = values.length === truths.length ? 0 : Number.NaN;
  truths.forEach((truth, i) => {
    const value = values[i];
    const one = typeof truth === "number" && typeof value === "number" ? off(value, truth) : value === truth ? 0 : Number.NaN;
    deviation = Number.isNaN(one) || Number.isNaN(deviation) ? Number.NaN : Math.max(deviation, one);
  });
  return {id, verdict: deviation <= allowed ? "passed" : "failed", deviation, allowed, told: `${tell(found)} for ${tell(expected)}`};
}

/** What throws is a failure of its case, not of the verification. */
export function guarded(id: string, check: () => Passed): Passed {
  try {
    return check();
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    return {id, verdict: "failed", deviation: Number.NaN, allowed: 0, told};
  }
}
