/** What the pool and a worker say to each other. */
import type {Model} from "../../model/model.ts";
import type {Parcel} from "./parcel.ts";

/** To a worker: the models of the next chunks, once per plan; then chunks, with a parcel that was unpacked, to be filled again. */
export type Task = {kind: "models"; models: Model[]} | {kind: "chunk"; first: number; count: number; empty: Parcel | null};

/** From a worker, for each chunk: what was done, and why it stopped before the end of the chunk, if it did. */
export interface Done {
  parcel: Parcel;
  milliseconds: number;
  failure: Failure | null;
}

/** An exception of the engine, as it travels. */
export interface Failure {
  name: string;
  message: string;
  stack: string;
}
