/** The worker thread: keeps the engines of a plan and simulates the chunks it is given. Bundled into one file, dist/worker.js. */
import {parentPort} from "node:worker_threads";
import type {Model} from "../../model/model.ts";
import {Engines} from "../engines.ts";
import type {Done, Failure, Task} from "./message.ts";
import {buffersOf, Packing} from "./parcel.ts";

let models: Model[] = [];
let engines: Engines | null = null;

parentPort?.on("message", (task: Task) => {
  if (task.kind === "models") {
    models = task.models;
    engines = null;
    return;
  }
  const started = performance.now();
  const packing = new Packing(task.first, task.count, task.empty);
  let failure: Failure | null = null;
  try {
    if (engines === null) {
      engines = new Engines(models);
      engines.lend();
    }
    for (let index = task.first; index < task.first + task.count; index++) packing.add(engines.replicate(index));
  } catch (error) {
    engines = null; // left in the middle of a history
    failure = failureOf(error);
  }
  const parcel = packing.close();
  const done: Done = {parcel, milliseconds: performance.now() - started, failure};
  parentPort?.postMessage(done, buffersOf(parcel));
});

function failureOf(error: unknown): Failure {
  if (error instanceof Error) return {name: error.name, message: error.message, stack: error.stack ?? ""};
  return {name: "Error", message: String(error), stack: ""};
}
