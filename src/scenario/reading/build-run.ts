/** `run` → how long, how often, and what is dropped first. */
import type {Seconds} from "../../units.ts";
import * as defaults from "../defaults.ts";
import type {Run} from "../scenario.ts";
import type {Building} from "./building.ts";
import * as say from "./messages.ts";

export function buildRun(building: Building): Run {
  const {opening, knowsOpening} = building;
  const run = building.sections.run ?? {};
  const {length, warmup, customers} = run;
  const isDay = opening !== null;
  if (knowsOpening && isDay) {
    for (const word of ["length", "warmup", "customers"] as const)
      if (run[word] !== undefined) building.problem(["run", word], say.lengthWithOpening(word));
  }
  let warmUp: Seconds = 0;
  let warmUpCustomers = 0;
  if (knowsOpening && !isDay && !building.failed("run")) {
    if (length === undefined && customers === undefined) building.problem(["run"], say.lengthMissing());
    if (length !== undefined && customers !== undefined) building.problem(["run", "customers"], say.lengthAndCustomers());
    if (length !== undefined && length === 0) building.problem(["run", "length"], say.notATime("0", "2000 h"));
    if (customers !== undefined && length === undefined) {
      if (warmup?.kind === "time") building.problem(["run", "warmup"], say.warmUpKind(true));
      else warmUpCustomers = warmup?.count ?? Math.floor(customers * defaults.RUN.warmUpShare);
    } else if (length !== undefined) {
      if (warmup?.kind === "customers" && warmup.count > 0) building.problem(["run", "warmup"], say.warmUpKind(false));
      else warmUp = warmup === undefined ? length * defaults.RUN.warmUpShare : warmup.kind === "time" ? warmup.seconds : 0;
    }
  }
  const {replicationsOfDays, replicationsOfLongRuns, mostDays, mostLongRuns} = defaults.RUN;
  const usual = run.until === undefined ? [replicationsOfDays, replicationsOfLongRuns] : [mostDays, mostLongRuns];
  return {
    seed: run.seed ?? defaults.RUN.seed,
    replications: run.replications ?? usual[isDay ? 0 : 1],
    ...(run.until === undefined ? {} : {until: run.until}),
    length: length ?? null,
    warmUp,
    customers: customers ?? null,
    warmUpCustomers,
  };
}
