/** The library in a browser: from a scenario to a comparison. */
export * from "./engine.ts";
export * from "./statistics.ts";
