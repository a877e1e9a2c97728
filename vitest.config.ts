import {defineConfig} from "vitest/config";
import type {Reporter} from "vitest/node";

/** For logs that are read from the end: "N passed, N failed, N skipped" as the very last line. */
const closingLine: Reporter = {
  onTestRunEnd(modules, errors) {
    const count = {passed: 0, failed: errors.length, skipped: 0, pending: 0};
    for (const module of modules) {
      if (module.errors().length > 0) count.failed++;
      for (const test of module.children.allTests()) count[test.result().state]++;
    }
    process.once("exit", () => console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`));
  },
};

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    reporters: ["default", closingLine],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Simulations keep a core busy: more test processes than cores only make each of them slower.
    maxWorkers: 2,
  },
});
