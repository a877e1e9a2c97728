/**
 * Nobody is lost: everyone who came was served, gave up, balked, was refused or was turned away, and the area under the line is the
 * time its people spent in it. Checked at the end of every replication; a breach is a bug and stops the run.
 */
import type {Model} from "../model/model.ts";
import type {Replication} from "./replication.ts";
import {BALKED, GAVE_UP, OFFERED, REFUSED, type RowLayout, SERVED, TURNED_AWAY} from "./row.ts";

const TOLERANCE = 1e-9;

/** @throws Error with the numbers, the design's seed and the replication */
export function requireConservation(
  {row, index}: Replication,
  layout: RowLayout,
  areas: {waitingArea: number; presence: number},
  model: Model,
): void {
  const total = (sum: number) => row[layout.overall(0, sum)];
  const where = `(seed ${model.seed}, replication ${index})`;
  const came = total(OFFERED);
  const went = total(SERVED) + total(GAVE_UP) + total(BALKED) + total(REFUSED) + total(TURNED_AWAY);
  if (came !== went) throw new Error(`customers were lost: ${came} came and ${went} were accounted for ${where}`);
  const {waitingArea, presence} = areas;
  if (Math.abs(waitingArea - presence) > TOLERANCE * Math.max(1, waitingArea)) {
    throw new Error(`the area under the lines is ${waitingArea} s, but their people waited ${presence} s ${where}`);
  }
}
