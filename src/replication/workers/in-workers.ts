/**
 * The runner that uses every core: a small pool over worker threads.
 *
 * A task is a chunk of replications of all designs. Chunks follow measured time, go to whoever is free, come back in any
 * order and are handed over strictly in order; so neither threads nor chunks nor a crash can be seen in the result.
 * A worker that dies is replaced and its chunk tried once more; a second death is an error that names the chunk.
 */
import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {type ResourceLimits, Worker} from "node:worker_threads";
import type {LentInts} from "../lent-ints.ts";
import type {Replication} from "../replication.ts";
import type {Plan, Runner, Take} from "../runner.ts";
import type {Done, Failure, Task} from "./message.ts";
import {buffersOf, type Parcel, unpack} from "./parcel.ts";

export interface Chunk {
  first: number;
  count: number;
}

export interface WorkerOptions {
  /** Replications per chunk; when not given, chunks follow measured time. */
  chunk?: number;
  /** `take` looks at replications only while it runs: then the buffers behind them are filled again. */
  lendsReplications?: boolean;
  resourceLimits?: ResourceLimits;
  /** Sees every chunk as it is handed out: a test kills the worker here. */
  onHandOut?: (chunk: Chunk, worker: Worker) => void;
}

export type WorkerRunner = Runner & {
  /** Ends every worker; the runner may be used again. */
  close(): Promise<void>;
};

/**
 * Milliseconds a chunk should take: long enough that its messages cost nothing, short enough for a progress bar, and that its parcel
 * stays near the processor.
 */
const CHUNK_TIME = 8;
/** Chunks a worker may be ahead of the one that everybody waits for. */
const AHEAD = 8;
/** Chunks at the end per worker, so that all finish at about the same time. */
const LAST_SHARES = 3;

/** A chunk whose worker died twice. */
export class ChunkLost extends Error {
  override readonly name = "ChunkLost";
  readonly chunk: Chunk;

  constructor(chunk: Chunk, reason: string) {
    const last = chunk.first + chunk.count - 1;
    super(
      `The worker died twice on ${chunk.count === 1 ? `replication ${chunk.first}` : `replications ${chunk.first} to ${last}`}: ${reason}`,
    );
    this.chunk = chunk;
  }
}

/**
 * Replications on `threads` worker threads, started when first needed. Idle workers do not keep the process alive.
 *
 * @throws RangeError if `threads` or `options.chunk` is not a whole number of 1 or more
 * @throws Error if the worker's file was not built
 */
export function inWorkers(threads: number, options: WorkerOptions = {}): WorkerRunner {
  requireCount("threads", threads);
  if (options.chunk !== undefined) requireCount("chunk", options.chunk);
  const pool = new Pool(threads, options);
  return Object.assign((plan: Plan, take: Take, signal?: AbortSignal) => pool.run(plan, take, signal), {close: () => pool.close()});
}

/** One worker and what it has in hand. */
class Hand {
  readonly worker: Worker;
  chunk: Chunk | null = null;
  /** The plan whose models it knows. */
  plan: Plan | null = null;
  lastWords = "";

  constructor(worker: Worker) {
    this.worker = worker;
  }

  give(plan: Plan, chunk: Chunk, empty: Parcel | null): void {
    if (this.plan !== plan) this.say({kind: "models", models: plan.models}, []);
    this.plan = plan;
    this.chunk = chunk;
    this.worker.ref();
    this.say({kind: "chunk", first: chunk.first, count: chunk.count, empty}, empty === null ? [] : buffersOf(empty));
  }

  private say(task: Task, buffers: ArrayBuffer[]): void {
    this.worker.postMessage(task, buffers);
  }
}

/** A plan on its way. */
class Job {
  readonly plan: Plan;
  readonly take: Take;
  readonly end: (error?: unknown) => void;
  /** First replication nobody was given yet. */
  toGive: number;
  /** First replication not handed over yet. */
  toTake: number;
  /** Back, and waiting for an earlier chunk. */
  readonly back = new Map<number, Done>();
  /** Parcels to be filled again. */
  readonly empties: Parcel[] = [];
  /** Distributions that are written over by the next replication; null: each replication keeps its own. */
  readonly lent: LentInts[] | null;
  /** Chunks of dead workers. */
  readonly again: Chunk[] = [];
  /** First replications of the chunks that lost a worker already. */
  readonly lostOnce = new Set<number>();
  /** Replications of the next chunk. */
  chunkSize = 1;

  constructor(plan: Plan, take: Take, lends: boolean, end: (error?: unknown) => void) {
    this.plan = plan;
    this.lent = lends ? [] : null;
    this.take = take;
    this.end = end;
    this.toGive = plan.first;
    this.toTake = plan.first;
  }

  get ends(): number {
    return this.plan.first + this.plan.count;
  }
}

class Pool {
  private readonly threads: number;
  private readonly options: WorkerOptions;
  private readonly file = workerFile();
  private readonly hands = new Set<Hand>();
  /** Workers on their way out. */
  private readonly leaving = new Set<Promise<unknown>>();
  private job: Job | null = null;
  /** Plans are run one after the other. */
  private queue: Promise<void> = Promise.resolve();

  constructor(threads: number, options: WorkerOptions) {
    this.threads = threads;
    this.options = options;
  }

  run(plan: Plan, take: Take, signal?: AbortSignal): Promise<void> {
    const result = this.queue.then(() => this.begin(plan, take, signal));
    this.queue = result.catch(() => {});
    return result;
  }

  async close(): Promise<void> {
    this.finish(new Error("The workers were closed before the replications were done."));
    for (const hand of this.hands) this.dismiss(hand);
    await Promise.all(this.leaving);
  }

  private begin(plan: Plan, take: Take, signal?: AbortSignal): Promise<void> {
    if (plan.count <= 0 || signal?.aborted) return Promise.resolve();
    return new Promise<void>((resolve, reject) => {
      const stop = () => this.finish();
      signal?.addEventListener("abort", stop, {once: true});
      this.job = new Job(plan, take, this.options.lendsReplications === true, (error) => {
        signal?.removeEventListener("abort", stop);
        if (error === undefined) resolve();
        else reject(error);
      });
      this.handOut();
    });
  }

  /** The job is over, done or not; who still works on it is let go, so that nothing of it turns up in the next. */
  private finish(error?: unknown): void {
    const job = this.job;
    if (job === null) return;
    this.job = null;
    for (const hand of this.hands) if (hand.chunk !== null) this.dismiss(hand);
    job.end(error);
  }

  private dismiss(hand: Hand): void {
    this.hands.delete(hand);
    hand.chunk = null;
    const end: Promise<unknown> = hand.worker.terminate().finally(() => this.leaving.delete(end));
    this.leaving.add(end);
  }

  /** Gives every free hand a chunk, hiring while there is work and room. */
  private handOut(): void {
    for (let job = this.job; job !== null; job = this.job) {
      if (!this.hasWork(job)) return;
      let hand = [...this.hands].find((one) => one.chunk === null);
      if (hand === undefined && this.hands.size < this.threads) hand = this.hire();
      if (hand === undefined) return;
      const chunk = this.cut(job);
      hand.give(job.plan, chunk, job.empties.pop() ?? null);
      this.options.onHandOut?.(chunk, hand.worker);
    }
  }

  private hasWork(job: Job): boolean {
    return job.again.length > 0 || (job.toGive < job.ends && job.back.size < AHEAD * this.threads);
  }

  private cut(job: Job): Chunk {
    const again = job.again.shift();
    if (again !== undefined) return again;
    const left = job.ends - job.toGive;
    const fair = Math.ceil(left / (LAST_SHARES * this.threads));
    const chunk = {first: job.toGive, count: Math.min(left, this.options.chunk ?? Math.min(job.chunkSize, fair))};
    job.toGive += chunk.count;
    return chunk;
  }

  private hire(): Hand {
    const worker = new Worker(this.file, this.options.resourceLimits === undefined ? {} : {resourceLimits: this.options.resourceLimits});
    const hand = new Hand(worker);
    this.hands.add(hand);
    worker.on("message", (done: Done) => this.comesBack(hand, done));
    worker.on("error", (error: unknown) => {
      hand.lastWords = error instanceof Error ? error.message : String(error);
    });
    worker.on("exit", (code) => this.dies(hand, code));
    return hand;
  }

  private comesBack(hand: Hand, done: Done): void {
    const chunk = hand.chunk;
    const job = this.job;
    if (job === null || chunk === null) return;
    hand.chunk = null;
    hand.worker.unref();
    if (done.failure !== null && isOutOfMemory(done.failure) && !job.lostOnce.has(chunk.first)) {
      job.lostOnce.add(chunk.first);
      job.again.push(chunk);
      this.dismiss(hand);
    } else {
      if (done.parcel.count > 0) this.learn(job, done.milliseconds / done.parcel.count);
      job.back.set(chunk.first, done);
      this.handOut(); // first, so that the worker is busy while its rows are folded
      this.handOver(job);
    }
    this.handOut();
  }

  /** `pace` is in milliseconds per replication. */
  private learn(job: Job, pace: number): void {
    // At most four times the last: the first replications of an engine are slow, and days differ.
    job.chunkSize = Math.max(1, Math.min(4 * job.chunkSize, Math.floor(CHUNK_TIME / pace)));
  }

  /** Everything that is next in order goes to `take`. */
  private handOver(job: Job): void {
    try {
      for (let done = job.back.get(job.toTake); done !== undefined; done = job.back.get(job.toTake)) {
        job.back.delete(job.toTake);
        for (const designs of unpack(done.parcel, job.lent)) this.handOne(job, designs);
        if (this.job !== job) return; // `take` asked to stop
        if (job.lent !== null) job.empties.push(done.parcel);
        if (done.failure !== null) throw errorOf(done.failure);
      }
    } catch (error) {
      this.finish(error);
      return;
    }
    if (job.toTake >= job.ends) this.finish();
  }

  private handOne(job: Job, designs: Replication[]): void {
    if (this.job !== job) return;
    job.take(designs);
    job.toTake++;
  }

  private dies(hand: Hand, code: number): void {
    const wasOurs = this.hands.delete(hand);
    const job = this.job;
    const chunk = hand.chunk;
    if (!wasOurs || job === null || chunk === null) return;
    if (job.lostOnce.has(chunk.first)) {
      this.finish(new ChunkLost(chunk, hand.lastWords || `exit code ${code}`));
      return;
    }
    job.lostOnce.add(chunk.first);
    job.again.push(chunk);
    this.handOut();
  }
}

/** Beside the bundle, or in dist/ when the sources themselves run (in tests). Node 20 cannot start a worker from TypeScript. */
function workerFile(): URL {
  const file = new URL(import.meta.url.endsWith(".ts") ? "../../../dist/worker.js" : "./worker.js", import.meta.url);
  if (!existsSync(file)) throw new Error(`${fileURLToPath(file)} is missing: build it first with "npm run build".`);
  return file;
}

function isOutOfMemory(failure: Failure): boolean {
  return /allocation failed|out of memory/i.test(failure.message);
}

function errorOf(failure: Failure): Error {
  const error = new Error(failure.message);
  error.name = failure.name;
  error.stack = failure.stack;
  return error;
}

function requireCount(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`${name} must be a whole number of 1 or more, got ${value}`);
}
