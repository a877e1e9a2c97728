/**
 * One measurement in a process of its own: `node measure.js W1 [size] [seconds]` prints one JSON line.
 *
 * The engine is the one that users import, and like a worker's it is kept from replication to replication. It is warmed on whole
 * runs of the workload first, because V8 decides late how to compile the loop; then whole runs are simulated until enough CPU
 * time has passed. CPU time is that of the whole process (compiler and collector threads included) while simulating and
 * recording; start-up and warm-up are left out.
 */
import {compileModel, engineOf, RowLayout} from "../../dist/engine.js";
import {WORKLOADS} from "./workloads.js";

const SERVED = 1,
  GAVE_UP = 2,
  WAIT_SERVED = 6,
  WAIT_GAVE_UP = 8; // places in src/replication/row.ts
const DAY_ARRIVED = 0;
const BUSY = 2;

const [name, sizeText, secondsText] = process.argv.slice(2);
const workload = WORKLOADS[name];
const size = Number(sizeText ?? workload.size);
const atLeast = Number(secondsText ?? 0.5);

const cpuSeconds = () => {
  const {user, system} = process.cpuUsage();
  return (user + system) / 1e6;
};

function prepare(customers) {
  const model = compileModel(workload.scenario(customers));
  return {simulation: engineOf(model), layout: new RowLayout(model)};
}

const {simulation, layout} = workload.isDays ? prepare() : prepare(size);
let index = 0;
for (const end = cpuSeconds() + 2 * atLeast; cpuSeconds() < end; ) simulation.replicate(index++);

const runs = workload.isDays ? size : 1;
const totals = {customers: 0, waits: 0, wait: 0, served: 0, gaveUp: 0, busy: 0, replications: 0};
const started = cpuSeconds();
do {
  for (let run = 0; run < runs; run++) add(simulation.replicate(index++).row);
} while (cpuSeconds() - started < atLeast);
const seconds = cpuSeconds() - started;

console.log(
  JSON.stringify({
    customers: totals.customers,
    cpuSeconds: seconds,
    customersPerCpuSecond: totals.customers / seconds,
    meanWait: totals.wait / totals.waits / (workload.stations ?? 1) / (workload.timeUnit ?? 1),
    gaveUpShare: totals.gaveUp / (totals.served + totals.gaveUp),
    busyPerReplication: totals.busy / totals.replications / (workload.timeUnit ?? 1),
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }),
);

function add(row) {
  const at = (sum) => row[layout.overall(0, sum)];
  totals.customers += row[layout.day(DAY_ARRIVED)];
  totals.served += at(SERVED);
  totals.gaveUp += at(GAVE_UP);
  totals.wait += at(WAIT_SERVED) + (workload.isOfServed ? 0 : at(WAIT_GAVE_UP));
  totals.waits += at(SERVED) + (workload.isOfServed ? 0 : at(GAVE_UP));
  for (let station = 0; station < layout.stations; station++) totals.busy += row[layout.clock(station, BUSY)];
  totals.replications++;
}
