/** What holds when the file says nothing; `check` prints every one of these. */
import type {BreakRule, Closing, CustomerClass, Full, Join, Leaving, Order, Station} from "./scenario.ts";

export const CLOSING: Closing = "finish everyone";

export const STATION = {
  line: "one",
  join: "shortest" as Join,
  nearestWithin: 1,
  counts: "system",
  ties: "left",
  switch: null,
  order: "first come" as Order,
  room: null,
  full: "refuse" as Full,
  leaving: "finish" as Leaving,
  walk: {first: 0, each: 0},
  speed: 1,
  announces: null,
  breakRule: "after the customer" as BreakRule,
} satisfies Omit<Station, "servers" | "service" | "grace">;

export const CUSTOMER_CLASS = {
  priority: 1,
  patience: null,
  patienceBeyondAnnounced: false,
  lastInLine: 1,
  balks: null,
  service: null,
  route: null,
} satisfies CustomerClass;

export const RUN = {
  seed: "1",
  /** A day is a small sample of itself; a long run is a large one. */
  replicationsOfDays: 100,
  replicationsOfLongRuns: 30,
  /** The most of a run that stops at a precision: ten thousand days tell a mean a hundred times better than one. */
  mostDays: 10_000,
  mostLongRuns: 1000,
  /** Customers below which one long run says nothing of its own chance (N-Skart begins with so many). */
  leastAlone: 1280,
  /** Share of a long run that is dropped first when the file gives no warm-up. */
  warmUpShare: 0.1,
};
