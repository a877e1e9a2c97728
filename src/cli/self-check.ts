/** For `doctor`: a small day, simulated in this thread and in workers, must give the same bytes. */
import type {Model} from "../model/model.ts";
import {compileModel} from "../model/compile.ts";
import {inThisThread} from "../replication/in-this-thread.ts";
import type {Runner} from "../replication/runner.ts";
import {initScenario} from "../scenario/reading/init.ts";
import {readScenario} from "../scenario/reading/read-scenario.ts";
import type {Io} from "./io.ts";

const REPLICATIONS = 10;

/** @returns what was simulated, in words. @throws Error if the bytes differ */
export async function workersAgree(io: Io): Promise<string> {
  const reading = readScenario(initScenario("bank", "en"), "bank.yaml", {language: "en"});
  const models = reading.designs.map((design) => compileModel(design.scenario));
  const workers = await io.workers(2);
  try {
    const [here, there] = [await rowsOf(models, inThisThread), await rowsOf(models, workers)];
    if (here !== there) throw new Error("the rows differ; please report this");
    return `${REPLICATIONS} days of ${models.length} designs`;
  } finally {
    await workers.close();
  }
}

async function rowsOf(models: Model[], runner: Runner): Promise<string> {
  const rows: string[] = [];
  await runner({models, first: 0, count: REPLICATIONS}, (histories) => {
    for (const {row} of histories) rows.push([...row].map((value) => (Object.is(value, -0) ? "-0" : `${value}`)).join(" "));
  });
  return rows.join("\n");
}
