export * from "../src/verification/builders/laws.ts";
