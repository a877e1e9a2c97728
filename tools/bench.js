/**
 * Speed, as in docs/design.md:
 *
 *   npm run bench -- W1                     one JSON line
 *   npm run bench -- W1 W5 --yardstick      also builds and runs the C++ kernels in turn, and tells the ratio
 *   npm run bench -- all --processes 9
 *   npm run bench -- grow                   time and memory from 1e5 to 1e7 customers
 *   npm run bench -- help                   start-up of --help, in milliseconds
 *
 * Every measurement is a process of its own; what is told is the median. With the yardstick, ours and the C++ run in turn on the same
 * processor, and the processors take turns from pair to pair (where the system has `taskset`): on a shared machine one of them may be
 * half taken by a neighbour, which slows work that keeps the processor busy by half and work that waits for memory hardly at all. The
 * ratio is the median of the pairs' ratios. The yardstick's source is looked for in $WAITLINE_YARDSTICK, then in ../shared/bench.
 */
import {execFileSync, spawnSync} from "node:child_process";
import {existsSync, mkdirSync, statSync} from "node:fs";
import {availableParallelism} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {parseArgs} from "node:util";
import {WORKLOADS} from "./bench/workloads.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MEASURE = join(ROOT, "tools", "bench", "measure.js");

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    yardstick: {type: "boolean", default: false},
    processes: {type: "string", default: "5"},
    size: {type: "string"},
    seconds: {type: "string", default: "1"},
  },
});
const processes = Number(values.processes);
const canChooseProcessor = spawnSync("taskset", ["-c", "0", process.execPath, "--version"]).status === 0;
const wanted = positionals.flatMap((name) => (name === "all" ? Object.keys(WORKLOADS) : [name]));
const unknown = wanted.filter((name) => !(name in WORKLOADS) && name !== "grow" && name !== "help");
if (wanted.length === 0 || unknown.length > 0 || !(processes >= 1)) {
  console.error(
    `Say which: ${Object.keys(WORKLOADS).join(", ")}, all, grow or help${unknown.length > 0 ? `; not ${unknown.join(", ")}` : ""}.`,
  );
  process.exit(2);
}
const yardstick = values.yardstick ? buildYardstick() : null;
for (const name of wanted) {
  if (name === "grow") grow();
  else if (name === "help") help();
  else console.log(JSON.stringify(bench(name)));
}

function bench(name) {
  const workload = WORKLOADS[name];
  const size = Number(values.size ?? workload.size);
  const ours = [];
  const theirs = [];
  for (let i = 0; i < processes; i++) {
    const processor = yardstick === null ? null : i % availableParallelism();
    ours.push(measure(name, size, processor));
    if (yardstick !== null) theirs.push(runYardstick(workload.kernel, size, i + 1, processor));
  }
  const speeds = ours.map((one) => one.customersPerCpuSecond);
  const line = {
    workload: name,
    customersPerCpuSecond: Math.round(median(speeds)),
    meanWait: mean(ours.map((one) => one.meanWait)),
    reference: workload.reference,
    unit: workload.timeUnit === undefined ? "service times" : "h",
    ...(workload.isDays
      ? {gaveUpShare: mean(ours.map((one) => one.gaveUpShare)), busyHoursPerDay: mean(ours.map((one) => one.busyPerReplication))}
      : {}),
    nanosecondsPerCustomer: round(1e9 / median(speeds)),
    processes,
    slowest: Math.round(Math.min(...speeds)),
    fastest: Math.round(Math.max(...speeds)),
    peakMegabytes: Math.round(Math.max(...ours.map((one) => one.peakMegabytes))),
    measured: "CPU time of simulating and recording, after a warm-up of the same workload",
  };
  if (yardstick !== null) {
    line.yardstickPerCpuSecond = Math.round(median(theirs));
    const ratios = speeds.map((speed, i) => speed / theirs[i]);
    line.ratio = Number(median(ratios).toFixed(3));
    line.ratios = ratios.map((ratio) => Number(ratio.toFixed(3)));
  }
  return line;
}

/** Memory must stay flat, time linear. */
function grow() {
  for (const size of [100_000, 1_000_000, 10_000_000]) {
    const runs = Array.from({length: Math.min(processes, 3)}, () => measure("W1", size));
    console.log(
      JSON.stringify({
        workload: "W1",
        customers: size,
        nanosecondsPerCustomer: round(1e9 / median(runs.map((run) => run.customersPerCpuSecond))),
        peakMegabytes: Math.round(median(runs.map((run) => run.peakMegabytes))),
      }),
    );
  }
}

function help() {
  const times = Array.from({length: Math.max(5, processes)}, () => {
    const started = performance.now();
    execFileSync(process.execPath, [join(ROOT, "bin", "waitline.js"), "--help"]);
    return performance.now() - started;
  });
  console.log(
    JSON.stringify({command: "waitline --help", milliseconds: Math.round(median(times)), slowest: Math.round(Math.max(...times))}),
  );
}

function measure(name, size, processor = null) {
  return JSON.parse(runOn(processor, process.execPath, [MEASURE, name, `${size}`, values.seconds]));
}

/** What a program prints, run on one processor where that can be asked for. */
function runOn(processor, program, args) {
  const options = {encoding: "utf8", stdio: ["ignore", "pipe", "inherit"]};
  if (processor === null || !canChooseProcessor) return execFileSync(program, args, options);
  return execFileSync("taskset", ["-c", `${processor}`, program, ...args], options);
}

/** Customers per CPU second of one C++ process; short kernels are repeated. */
function runYardstick(kernel, size, seed, processor) {
  const customers = kernel.startsWith("w4") ? size * 770 : size;
  const repeats = Math.max(1, Math.round(4_000_000 / customers));
  const lines = runOn(processor, yardstick, [kernel, `${size}`, `${seed}`, `${repeats}`])
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const seconds = lines.reduce((sum, line) => sum + line.cpu_s, 0);
  return lines.reduce((sum, line) => sum + line.customers, 0) / seconds;
}

function buildYardstick() {
  const source = process.env.WAITLINE_YARDSTICK ?? join(ROOT, "..", "shared", "bench", "limit.cpp");
  if (!existsSync(source)) {
    console.error(`The yardstick's source is not at ${source}. Name it in the environment: WAITLINE_YARDSTICK=/path/to/limit.cpp`);
    process.exit(2);
  }
  const folder = join(ROOT, "node_modules", ".cache", "waitline");
  const program = join(folder, "limit");
  mkdirSync(folder, {recursive: true});
  if (!existsSync(program) || statSync(program).mtimeMs < statSync(source).mtimeMs) {
    try {
      execFileSync("g++", ["-O3", "-march=native", "-std=c++20", "-o", program, source], {stdio: ["ignore", 2, 2]});
    } catch (error) {
      console.error(`The yardstick could not be built with g++: ${error.message}`);
      process.exit(2);
    }
  }
  return program;
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function mean(numbers) {
  return Number((numbers.reduce((sum, number) => sum + number, 0) / numbers.length).toPrecision(6));
}

function round(number) {
  return Number(number.toPrecision(4));
}
