/**
 * What reading says when it stumbles, in both languages: blameless, without codes, with the smallest change that helps. One file
 * for each part of the scenario; this is their door. What the checks of meaning say stands in `../checks.ts`.
 */
export * from "./arrival-messages.ts";
export * from "./class-messages.ts";
export * from "./cost-messages.ts";
export * from "./csv-messages.ts";
export * from "./design-messages.ts";
export * from "./goal-messages.ts";
export * from "./law-messages.ts";
export * from "./opening-messages.ts";
export * from "./phase-messages.ts";
export * from "./phrase-messages.ts";
export * from "./route-messages.ts";
export * from "./run-messages.ts";
export * from "./station-messages.ts";
export * from "./staying-messages.ts";
export * from "./whole-file-messages.ts";
export * from "./word-messages.ts";
export * from "./yaml-messages.ts";
