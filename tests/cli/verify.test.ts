import {describe, expect, test} from "vitest";
import {waitline} from "./fake-io.ts";

describe("waitline verify", () => {
  test("prints a table of the cases that were asked for, and exits with 0 when all hold", async () => {
    const {exitCode, out} = await waitline(["verify", "--only", "erlangB-*"]);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/formulas +exact +9 +0 +0/);
    expect(out).toMatch(/simulations +long runs and days/);
    expect(out).toMatch(/14 checks passed, 0 failed, 0 cases are skipped/);
  }, 120_000);

  test("--json names every case and what it came to", async () => {
    const {out} = await waitline(["verify", "--only", "erlangC-c2-rho05", "--json"]);
    const verification = JSON.parse(out);
    expect(verification.groups[0].cases[0]).toMatchObject({id: expect.stringContaining("erlangC-c2-rho05"), verdict: "passed"});
  }, 120_000);

  test("a part by its name, in Chinese", async () => {
    const {out, exitCode} = await waitline(["verify", "--only", "traces", "--language", "zh"]);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/逐事件记录/);
    expect(out).not.toMatch(/公式/);
  }, 60_000);

  test("a name that no case has is a question that cannot be read", async () => {
    const {exitCode, err} = await waitline(["verify", "--only", "erlangZ"]);
    expect(exitCode).toBe(2);
    expect(err).toContain("No case has “erlangZ” in its name.");
  });

  test("exits with 1 when a case fails: a machine that loses every other second", async () => {
    const {exitCode, out} = await waitline(["verify", "--only", "oct-mm4-w"], {}, () => ({
      workers: async () => {
        const {inThisThread} = await import("../../src/replication/in-this-thread.ts");
        return Object.assign(
          (...[plan, take, signal]: Parameters<typeof inThisThread>) =>
            inThisThread(
              plan,
              (designs) => take(designs.map((one) => ({...one, row: one.row.map((sum) => (sum % 1 === 0 ? sum : sum / 2))}))),
              signal,
            ),
          {close: async () => {}},
        );
      },
    }));
    expect(exitCode).toBe(1);
    expect(out).toMatch(/Failed:\n +oct-mm4-w: /);
  }, 60_000);
});
