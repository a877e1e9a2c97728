/** `waitline crossing`: from which value on the other design wins. */
import {describe, expect, test} from "vitest";
import type {CrossingResult} from "../../src/wording/crossing.ts";
import {BANK, waitline} from "./fake-io.ts";

const HALL = (rate: string) => `# One line or four?
name: Hall
arrivals: { customers: { rate: ${rate} } }
stations: { tellers: { servers: 4, service: exp 4 min } }
run: { customers: 30000, warmup: 3000, replications: 20, seed: 2026 }
compare:
  one line: {}
  four lines, at random: { stations.tellers: { line: each, join: at random } }
  four lines, shortest: { stations.tellers: { line: each, join: shortest } }
`;

async function crossings(file: string, ...options: string[]): Promise<CrossingResult> {
  const {exitCode, out, err} = await waitline(["crossing", "hall.yaml", "--json", ...options], {"hall.yaml": file});
  expect(exitCode, err).toBe(0);
  return JSON.parse(out) as CrossingResult;
}

describe("one line with slower tellers", () => {
  // Equal time in system of M/M/4 and of four M/M/1 at 0.7: services 26.36 % longer (exact).
  test("beats four random lines until its services take 26.36 % longer, at 70 % occupancy", async () => {
    const {searches} = await crossings(HALL("0.7/min"), "--vary", "one line: stations.tellers.speed=0.75 to 0.9", "--looks", "5");
    const [{at, from, to, rises}] = searches[0].crossings;
    const exact = 1 / 1.2636;
    expect(rises).toBe(false); // slower: longer in the place
    expect(from!).toBeLessThan(exact);
    expect(to!).toBeGreaterThan(exact);
    expect(to! - from!).toBeLessThan(0.02);
    expect(at).toBeCloseTo(exact, 2);
  });

  // Measured over 3e7 customers a cell: 2.8 % at 0.8.
  test("beats the shorter line only until its services take 2.8 % longer, at 80 % occupancy", async () => {
    const {searches} = await crossings(
      HALL("0.8/min"),
      "--vary",
      "one line: stations.tellers.speed=0.95 to 1",
      "--and",
      "four lines, shortest",
      "--looks",
      "3",
    );
    const [{at, from, to}] = searches[0].crossings;
    expect(from!).toBeLessThan(1 / 1.0275);
    expect(to!).toBeGreaterThan(1 / 1.0285);
    expect(to! - from!).toBeLessThan(0.004);
    expect(1 / at - 1).toBeGreaterThan(0.026);
    expect(1 / at - 1).toBeLessThan(0.03);
  });
});

test("designs that never change places are told which is better all along", async () => {
  const {exitCode, out} = await waitline(
    ["crossing", "hall.yaml", "--no-report", "--vary", "arrivals.customers.rate=0.6/min to 0.8/min", "--looks", "3"],
    {"hall.yaml": HALL("0.7/min")},
  );
  expect(exitCode).toBe(0);
  expect(out.replaceAll(/\s+/g, " ")).toMatch(/No crossing from 0\.6\/min to 0\.8\/min: “one line” stays better, by [\d.]+/);
});

test("the same command gives the same bytes, and the same customers at every look", async () => {
  const ask = () => crossings(BANK, "--vary", "arrivals.customers.rate=20/h to 30/h", "--looks", "3", "--replications", "10");
  const [one, other] = [await ask(), await ask()];
  expect(other).toEqual(one);
  expect(one.commandLine).toContain("--vary 'arrivals.customers.rate=20/h to 30/h' --between");
});

describe("what cannot be read is refused with a remedy", () => {
  const refused: [name: string, options: string[], text: RegExp][] = [
    ["no range", ["--vary", "stations.tellers.speed=0.9"], /“0\.9” does not say from where to where.*Write two different values/s],
    ["a design that is not there", ["--vary", "one lin: stations.tellers.speed=0.9 to 1"], /no design “one lin”.*Did you mean “one line”/s],
    ["a path that is not there", ["--vary", "one line: stations.tellers.spee=0.9 to 1"], /Nothing here is called “spee”|unknown.*spee/s],
    ["nothing to vary", [], /Say what to vary/],
    [
      "a value at which there is no answer",
      ["--vary", "one line: stations.tellers.speed=0.6 to 0.9"],
      /With stations\.tellers\.speed=0\.6:.*the line only grows/s,
    ],
    [
      "one design twice",
      ["--vary", "stations.tellers.speed=0.9 to 1", "--between", "one line", "--and", "one line"],
      /cannot change places with itself/,
    ],
    ["a cost without prices", ["--vary", "stations.tellers.speed=0.9 to 1", "--on", "cost"], /do not both measure this: cost/],
  ];
  for (const [name, options, text] of refused)
    test(name, async () => {
      const {exitCode, err} = await waitline(["crossing", "hall.yaml", "--no-report", ...options], {"hall.yaml": HALL("0.7/min")});
      expect(exitCode).toBe(name.includes("no answer") ? 3 : 2);
      expect(err).toMatch(text);
    });
});

test("the page has its picture, its looks and its command, in both languages, and no label can break it", async () => {
  const nasty = HALL("0.7/min").replaceAll("one line:", "'<script>alert(1)</script>':");
  const {exitCode, files} = await waitline(
    ["crossing", "hall.yaml", "--out", "x.html", "--looks", "3", "--vary", "arrivals.customers.rate=0.6/min to 0.7/min"],
    {"hall.yaml": nasty},
  );
  expect(exitCode).toBe(0);
  const page = files.get("x.html")!;
  expect(page).not.toContain("<script>alert");
  expect(page.match(/<svg class="chart"/g)).toHaveLength(4);
  expect(page).toContain('<article class="zh"');
});
