/** The command as a process: signals, pipes, a clean end. */
import {type ChildProcess, execFileSync, spawn} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as after} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import {afterEach, beforeEach, expect, test} from "vitest";
import {BANK} from "./fake-io.ts";

const command = fileURLToPath(new URL("../../bin/waitline.js", import.meta.url));
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "waitline-process-"));
  writeFileSync(join(folder, "bank.yaml"), BANK);
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

function start(...args: string[]): {child: ChildProcess; ended: Promise<Ended>; isSimulating: Promise<void>} {
  const child = spawn(process.execPath, [command, ...args], {cwd: folder, stdio: ["ignore", "pipe", "pipe"]});
  let out = "";
  let err = "";
  child.stdout.on("data", (part) => {
    out += part;
  });
  const isSimulating = new Promise<void>((resolve) => {
    child.stderr.on("data", (part) => {
      err += part;
      if (err.includes("Simulating")) resolve();
    });
  });
  return {child, isSimulating, ended: new Promise((resolve) => child.once("close", (code, signal) => resolve({code, signal, out, err})))};
}

const LONG = ["compare", "bank.yaml", "--replications", "1000000", "--threads", "2", "--verbose"];

test("it ends by itself, with the answer and a report", async () => {
  const {code, out, err} = await start("compare", "bank.yaml").ended;
  expect({code, err}).toEqual({code: 0, err: "Report: reports/bank.html\n"});
  expect(out).toContain("two lines");
  expect(readdirSync(join(folder, "reports"))).toEqual(["bank.html"]);
});

test("Ctrl-C: finished replications are reported as incomplete, exit code 130", async () => {
  const {child, ended, isSimulating} = start(...LONG, "--json");
  await isSimulating;
  await after(2000);
  child.kill("SIGINT");
  const {code, out} = await ended;
  expect(code).toBe(130);
  const result = JSON.parse(out);
  expect(result.complete).toBe(false);
  expect(result.replications).toBeGreaterThan(0);
});

test("a second Ctrl-C stops at once", async () => {
  const {child, ended, isSimulating} = start(...LONG);
  await isSimulating;
  const pressed = performance.now();
  child.kill("SIGINT");
  while (child.exitCode === null && child.signalCode === null) {
    await after(5); // two signals at once would be one
    child.kill("SIGINT");
  }
  const {code} = await ended;
  expect(code).toBe(130);
  expect(performance.now() - pressed).toBeLessThan(2000);
});

test("killed half-way: no half report, and the old one stays", async () => {
  mkdirSync(join(folder, "reports"));
  writeFileSync(join(folder, "reports", "bank.html"), "old");
  const {child, ended, isSimulating} = start(...LONG);
  await isSimulating;
  await after(500);
  child.kill("SIGKILL");
  expect((await ended).signal).toBe("SIGKILL");
  expect(readFileSync(join(folder, "reports", "bank.html"), "utf8")).toBe("old");
  expect(readdirSync(join(folder, "reports"))).toEqual(["bank.html"]);
});

test.skipIf(process.platform === "win32")("a reader that closes the pipe is no trouble", () => {
  const script = `"${process.execPath}" "${command}" compare bank.yaml --json --quiet | head -c 10; echo " \${PIPESTATUS[0]}"`;
  expect(execFileSync("bash", ["-c", script], {cwd: folder, encoding: "utf8"})).toBe('{\n "schema 0\n');
});

test.skipIf(!existsSync("/dev/full"))("a full disk behind standard output is exit code 2, in words", () => {
  const script = `"${process.execPath}" "${command}" run bank.yaml --no-report 2>err.txt >/dev/full; echo $?`;
  expect(execFileSync("bash", ["-c", script], {cwd: folder, encoding: "utf8"})).toBe("2\n");
  expect(readFileSync(join(folder, "err.txt"), "utf8")).toMatch(
    /Cannot write to standard output: the disk is full|无法写到标准输出：磁盘已满/,
  );
});

test("NO_COLOR and a pipe: no escape codes", async () => {
  const {out, err} = await start("compare", "bank.yaml").ended;
  expect(out + err).not.toContain("\u001b");
});

test("the words follow the system's language", () => {
  const out = execFileSync(process.execPath, [command, "compare", "bank.yaml", "--no-report"], {
    cwd: folder,
    encoding: "utf8",
    env: {...process.env, LC_ALL: "zh_CN.UTF-8"},
  });
  expect(out).toMatch(/[\u4e00-\u9fff]/);
});
