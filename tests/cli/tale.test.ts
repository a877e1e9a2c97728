/** What happened in one replication: --trace and --story beside the answer of a run. */
import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {waitline} from "./fake-io.ts";

const files = {"bank.yaml": readFileSync(new URL("../../scenarios/bank-one-line-or-five.yaml", import.meta.url), "utf8")};
const run = (...options: string[]) =>
  waitline(["run", "bank.yaml", "--set", "stations.tellers.line=each", "--replications", "20", "--no-report", ...options], files);

test("the trace of a replication is the same however many threads run, and however many replications", async () => {
  const trace = async (...options: string[]) => (await run("--trace", "t.csv", "--replication", "3", ...options)).files.get("t.csv");
  const one = await trace();
  expect(one?.split("\n").length).toBeGreaterThan(200);
  expect(await trace("--threads", "4", "--replications", "2")).toBe(one);
  expect(await trace("--replication", "2")).not.toBe(one);
});

test("a story follows the answer; with --json it stays out of the document", async () => {
  const words = await run("--story", "17");
  expect(words.out).toContain("Customer 17 of replication 1 came at 09:");
  expect(words.exitCode).toBe(0);
  const json = await run("--story", "17", "--json");
  expect(JSON.parse(json.out).replications).toBe(20);
  expect(json.err).toContain("Customer 17 of replication 1");
});

test("the answer does not depend on being followed", async () => {
  const [plain, followed] = [await run("--json"), await run("--json", "--trace", "t.csv")];
  expect(followed.out).toBe(plain.out);
});

test("nobody of that number, and a replication without a question about it, are said", async () => {
  const nobody = await run("--story", "5000", "--replication", "2");
  expect([nobody.exitCode, nobody.err]).toEqual([2, expect.stringMatching(/There is no customer 5000: \d+ came in replication 2\./)]);
  const aimless = await run("--replication", "2");
  expect([aimless.exitCode, aimless.err]).toEqual([2, expect.stringContaining("--trace or --story")]);
});

describe("compare follows who is passed over where somebody may be", () => {
  const text = (station: string) => `opening: 09:00 to 11:00
arrivals: { people: { rate: 40/h, mix: { few: 20%, many: 80% } } }
stations: { counter: { servers: 3, service: exp 4 min, walk: { first: 3 s, each: 3 s } } }
run: { replications: 30 }
compare: { as it is: {}, changed: { stations.counter: ${station} } }
`;
  test.for([
    ["places at the windows", "{ places: 1 }", true],
    ["windows that some cannot use", "{ accessible: { few: 1 } }", true],
    ["servers kept for a class", "{ kept: { few: 1 } }", true],
    ["one more window changes no order", "{ servers: 4 }", false],
  ] as const)("%s", async ([, station, isFollowed]) => {
    const {out, exitCode} = await waitline(["compare", "place.yaml", "--json"], {"place.yaml": text(station)});
    expect(exitCode).toBe(0);
    expect(out.includes('"slips"')).toBe(isFollowed);
  });
});

test("--fairness is part of the command that repeats the answer", async () => {
  const {out} = await run("--fairness", "--json");
  const {commandLine, estimates} = JSON.parse(out) as {commandLine: string; estimates: {metric: string}[]};
  expect(commandLine).toContain("--fairness");
  expect(estimates.some(({metric}) => metric === "slips")).toBe(true);
  expect((await run("--json")).out).not.toContain('"slips"');
});
