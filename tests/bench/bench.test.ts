/** The benchmark runs and prints what it promises; how fast it is, is measured elsewhere. */
import {execFileSync, spawnSync} from "node:child_process";
import {expect, test} from "vitest";
import {WORKLOADS} from "../../tools/bench/workloads.js";

const bench = (...args: string[]) => execFileSync(process.execPath, ["tools/bench.js", ...args], {encoding: "utf8"});

test.each([
  ["W1", 4, 4000],
  ["W2", 0.67, 4000],
  ["W3", 1.78, 2000],
  ["W4", 0.0099, 20],
  ["W5", 0.91, 4000],
  ["W6", 0, 4000],
  ["W7", 225, 500],
])("%s prints one JSON line with a mean wait near %d in its unit", (name, wait, size) => {
  const lines = bench(name, "--processes", "1", "--size", `${size}`, "--seconds", "0.2").trim().split("\n");
  expect(lines).toHaveLength(1);
  const line = JSON.parse(lines[0]);
  expect(line).toMatchObject({workload: name, reference: WORKLOADS[name].reference, processes: 1});
  expect(line.customersPerCpuSecond).toBeGreaterThan(10_000);
  expect(Math.abs(line.meanWait - wait)).toBeLessThan(0.25 * wait + 0.01);
});

test("the bank day of W4: share that gave up and busy hours are near the reference", () => {
  const line = JSON.parse(bench("W4", "--processes", "1", "--size", "100", "--seconds", "0.5"));
  expect(line.gaveUpShare).toBeCloseTo(0.0807145, 2);
  expect(Math.abs(line.busyHoursPerDay - 35.395)).toBeLessThan(0.5);
});

test("an unknown workload is refused, and so is a yardstick that is not there", () => {
  expect(spawnSync(process.execPath, ["tools/bench.js", "W99"], {encoding: "utf8"})).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("not W99"),
  });
  const env = {...process.env, WAITLINE_YARDSTICK: "/nowhere/limit.cpp"};
  expect(spawnSync(process.execPath, ["tools/bench.js", "W1", "--yardstick"], {encoding: "utf8", env})).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("/nowhere/limit.cpp"),
  });
});
