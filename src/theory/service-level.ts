/**
 * Service level: the share of customers who were served in time. Six definitions are in use, and from the same day they differ by
 * several points; a number without its definition says little. `within` is the time promised, `short` a wait so short that somebody
 * who gives up by then is not held against the service.
 *
 *   answeredOfOffered           A≤T / O                       strict; the house's own, and the one to plan by
 *   answeredOfAnswered          A≤T / A                       whoever gave up does not exist: misleading
 *   answeredOfAllButGone        A≤T / (O - Ab≤T)              whoever gave up in time does not count; common with vendors
 *   answeredOrGone              (A≤T + Ab≤T) / O              whoever gave up in time counts as good: P(W ≤ T)
 *   answeredOrShort             (A≤T + Ab≤short) / O          whoever gave up at once counts as good
 *   answeredOfAllButShort       A≤T / (O - Ab≤short)          whoever gave up at once does not count
 *
 * O is everybody who came: answered, abandoned and blocked (refused for want of room). Over nobody a service level is not a number.
 * Source: Jouini, Koole and Roubos (2013), "Performance Indicators for Call Centers with Impatient Customers", IIE Transactions 45.
 */
import type {Probability} from "../units.ts";

export type ServiceLevelDefinition =
  | "answeredOfOffered"
  | "answeredOfAnswered"
  | "answeredOfAllButGone"
  | "answeredOrGone"
  | "answeredOrShort"
  | "answeredOfAllButShort";

/** Counts of customers, or shares of them: only their proportions matter. */
export interface Outcomes {
  readonly answered: number;
  readonly abandoned: number;
  /** Refused for want of room; 0 if left out. */
  readonly blocked?: number;
  /** Answered within the time promised. */
  readonly answeredWithin: number;
  /** Given up within the time promised. */
  readonly abandonedWithin: number;
  /** Given up within the short time; 0 if left out. */
  readonly abandonedShort?: number;
}

/**
 * The service level by this definition, from 0 to 1; NaN over nobody.
 *
 * @throws RangeError if a count is negative or not finite, or a part is more than its whole
 * @example serviceLevel({answered: 1000, abandoned: 60, answeredWithin: 860, abandonedWithin: 20}, "answeredOfOffered") // 0.811
 */
export function serviceLevel(outcomes: Outcomes, definition: ServiceLevelDefinition): Probability {
  const {answered, abandoned, blocked = 0, answeredWithin, abandonedWithin, abandonedShort = 0} = outcomes;
  requirePart("answeredWithin", answeredWithin, "answered", answered);
  requirePart("abandonedWithin", abandonedWithin, "abandoned", abandoned);
  requirePart("abandonedShort", abandonedShort, "abandoned", abandoned);
  requirePart("blocked", blocked, "blocked", blocked);
  const offered = answered + abandoned + blocked;
  switch (definition) {
    case "answeredOfOffered":
      return answeredWithin / offered;
    case "answeredOfAnswered":
      return answeredWithin / answered;
    case "answeredOfAllButGone":
      return answeredWithin / (offered - abandonedWithin);
    case "answeredOrGone":
      return (answeredWithin + abandonedWithin) / offered;
    case "answeredOrShort":
      return (answeredWithin + abandonedShort) / offered;
    case "answeredOfAllButShort":
      return answeredWithin / (offered - abandonedShort);
  }
}

function requirePart(name: string, part: number, wholeName: string, whole: number): void {
  if (!(whole >= 0 && whole < Infinity)) throw new RangeError(`${wholeName} must be 0 or more and finite, got ${whole}`);
  // Shares come with the rounding of their sums.
  if (!(part >= 0 && part <= whole + 1e-9 * (1 + whole))) {
    throw new RangeError(`${name} must lie between 0 and ${wholeName} (${whole}), got ${part}`);
  }
}
