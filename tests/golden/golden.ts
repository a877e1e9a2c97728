/** What the golden file keeps of a world: a fingerprint of every digit, and a few numbers that a person can look at. */
import {createHash} from "node:crypto";
import type * as Engine from "../../src/browser.ts";
import {inThisThread} from "../../src/replication/in-this-thread.ts";
import {answerOf, type World} from "./worlds.ts";

export interface Golden {
  sha256: string;
  rows: number;
  /** Mean wait of all and its half width by design, in seconds. */
  meanWait: Record<string, [number | null, number | null]>;
}

export async function goldenOf(world: World, engine: typeof Engine): Promise<Golden> {
  const answer = await answerOf(world, engine, inThisThread);
  const means = answer.estimates.filter(
    (row) => row.metric === "waitTime" && row.statistic === "mean" && row.population === "all" && row.class === null && row.period === null,
  );
  return {
    sha256: createHash("sha256").update(JSON.stringify(answer)).digest("hex"),
    rows: answer.estimates.length + answer.comparisons.length,
    meanWait: Object.fromEntries(means.filter((row) => row.station === null).map((row) => [row.design, [row.value, row.halfWidth]])),
  };
}
