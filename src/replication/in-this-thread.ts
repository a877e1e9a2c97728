/**
 * The runner that needs nothing: in the thread of the caller, in slices, so that a progress bar moves and a stop is heard.
 */
import {Engines} from "./engines.ts";
import type {Runner} from "./runner.ts";

/** Milliseconds of work before others get a turn. */
const SLICE = 40;

export const inThisThread: Runner = async (plan, take, signal) => {
  const engines = new Engines(plan.models);
  let sliceEnds = performance.now() + SLICE;
  for (let index = plan.first; index < plan.first + plan.count; index++) {
    if (performance.now() >= sliceEnds) {
      await aTurnForOthers();
      sliceEnds = performance.now() + SLICE;
    }
    if (signal?.aborted) return;
    take(engines.replicate(index));
  }
};

function aTurnForOthers(): Promise<void> {
  // A promise alone would come back before timers, signals and the screen had their turn.
  return new Promise((resolve) => (typeof setImmediate === "function" ? setImmediate(resolve) : setTimeout(resolve)));
}
