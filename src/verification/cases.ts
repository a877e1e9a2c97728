/** The reference cases as they stand in `cases/`: published values, recomputed independently, each with its source. */
import appointments from "./cases/appointments.json" with {type: "json"};
import systems from "./cases/systems.json" with {type: "json"};
import theory from "./cases/theory.json" with {type: "json"};

export interface TheoryCase {
  readonly id: string;
  readonly model: string;
  readonly params: Record<string, unknown>;
  readonly metric: string;
  readonly expected: unknown;
  /** Relative; a sentence where the expected value was itself simulated. */
  readonly tolerance: number | string;
  readonly kind: "exact" | "exact-numeric" | "approximation" | "asymptotic" | "simulated" | "published-simulation";
  readonly how_verified: string;
  readonly source: string;
}

export interface SystemsCase {
  readonly id: string;
  readonly model_description: string;
  readonly params: Record<string, unknown>;
  readonly metric: string;
  readonly expected: unknown;
  readonly tolerance_or_exactness: {readonly kind: string; readonly abs?: number; readonly rel?: number};
  /** With all digits, where what was printed is rounded. */
  readonly recomputed?: unknown;
  readonly tags: readonly string[];
}

export interface AppointmentCase {
  readonly id: string;
  readonly params: Record<string, unknown>;
  readonly metric: readonly string[];
  readonly expected: readonly unknown[];
}

export const THEORY_CASES = theory as readonly unknown[] as readonly TheoryCase[];
export const SYSTEMS_CASES = systems as readonly unknown[] as readonly SystemsCase[];
export const APPOINTMENT_CASES = appointments as readonly unknown[] as readonly AppointmentCase[];
