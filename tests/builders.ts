/** Scenarios in a few words: those of the reference cases, for every other test too. */
export * from "../src/verification/builders/scenario.ts";
