/** Where replications run cannot be seen in the answer: threads, chunks, a crash. */
import {setTimeout as after} from "node:timers/promises";
import {afterEach, describe, expect, test} from "vitest";
import * as engine from "../../src/browser.ts";
import {inThisThread} from "../../src/replication/in-this-thread.ts";
import type {Replication} from "../../src/replication/replication.ts";
import {inWorkers, type WorkerOptions, type WorkerRunner} from "../../src/replication/workers/in-workers.ts";
import {delay, exponential, fixed, scenarioOf} from "../builders.ts";
import {answerOf, WORLDS} from "../golden/worlds.ts";

const [bank] = WORLDS;
const here = answerOf(bank, engine, inThisThread).then((answer) => JSON.stringify(answer));

const open: WorkerRunner[] = [];
function hire(threads: number, options?: WorkerOptions): WorkerRunner {
  const workers = inWorkers(threads, options);
  open.push(workers);
  return workers;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((workers) => workers.close()));
});

const mm1 = (customers: number) =>
  engine.compileModel(scenarioOf({arrivals: {rate: 0.8}, station: {service: exponential(1)}, run: {customers}}));

describe("byte identity", () => {
  test.for([1, 2, 7])("%i threads give the bytes of this thread", async (threads) => {
    expect(JSON.stringify(await answerOf(bank, engine, hire(threads)))).toBe(await here);
  });

  test.for([1, 3, 17, 1000])("chunks of %i replications give the bytes of this thread", async (chunk) => {
    expect(JSON.stringify(await answerOf(bank, engine, hire(2, {chunk})))).toBe(await here);
  });

  test("a worker killed half-way changes no bit", async () => {
    let killed = 0;
    const workers = hire(2, {
      chunk: 5,
      onHandOut: ({first}, worker) => {
        if (first === 20 && killed++ === 0) void worker.terminate();
      },
    });
    expect(JSON.stringify(await answerOf(bank, engine, workers))).toBe(await here);
    expect(killed).toBe(2); // the chunk was handed out again
  });
});

describe("in order and without gaps", () => {
  test("rows arrive strictly in order of their replication, from wherever the plan begins", async () => {
    const model = mm1(50);
    const seen: number[] = [];
    await hire(3, {chunk: 2})({models: [model, model], first: 11, count: 40}, (designs) => {
      expect(designs.map((design) => design.index)).toEqual([designs[0].index, designs[0].index]);
      seen.push(designs[0].index);
    });
    expect(seen).toEqual(Array.from({length: 40}, (_, i) => 11 + i));
  });

  test("two plans at once do not mix", async () => {
    const workers = hire(2, {chunk: 3});
    const [a, b] = await Promise.all([takeAll(workers, 30), takeAll(workers, 20)]);
    expect(a).toHaveLength(30);
    expect(b).toHaveLength(20);
  });

  test.for([
    ["this thread", () => inThisThread],
    ["workers", () => hire(2, {chunk: 1})],
  ] as const)("stopping in %s leaves complete replications only, from the first on", async ([, runner]) => {
    const stop = new AbortController();
    const seen: number[] = [];
    await runner()(
      {models: [mm1(20_000)], first: 0, count: 5_000},
      ([one]) => {
        seen.push(one.index);
        if (seen.length === 3) setTimeout(() => stop.abort());
      },
      stop.signal,
    );
    expect(seen.length).toBeGreaterThanOrEqual(3);
    expect(seen.length).toBeLessThan(5_000);
    expect(seen).toEqual(seen.map((_, i) => i));
  });

  test("after a stop the same workers take the next plan", async () => {
    const workers = hire(2, {chunk: 1});
    const stop = new AbortController();
    await workers({models: [mm1(20_000)], first: 0, count: 5_000}, () => stop.abort(), stop.signal);
    expect(await takeAll(workers, 5)).toEqual([0, 1, 2, 3, 4]);
  });

  test("this thread lets timers have their turn", async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const started = performance.now();
    const stop = new AbortController();
    await inThisThread(
      {models: [mm1(20_000)], first: 0, count: 100_000},
      () => {
        if (performance.now() - started > 300) stop.abort();
      },
      stop.signal,
    );
    clearInterval(timer);
    expect(turns).toBeGreaterThanOrEqual(3);
  });
});

describe("trouble", () => {
  test("a worker that dies twice on a chunk ends the work and names the chunk", async () => {
    const workers = hire(2, {
      chunk: 5,
      onHandOut: ({first}, worker) => {
        if (first === 10) void worker.terminate();
      },
    });
    await expect(takeAll(workers, 40)).rejects.toMatchObject({
      name: "ChunkLost",
      chunk: {first: 10, count: 5},
      message: expect.stringContaining("replications 10 to 14"),
    });
  });

  test("a worker that runs out of memory ends the work and says so, and the process lives", async () => {
    const workers = hire(1, {chunk: 2, resourceLimits: {maxOldGenerationSizeMb: 2, maxYoungGenerationSizeMb: 1}});
    await expect(takeAll(workers, 4)).rejects.toMatchObject({
      name: "ChunkLost",
      chunk: {first: 0, count: 2},
      message: expect.stringMatching(/memory/),
    });
  });

  test("what the engine refuses is told in its own words, once the replications before it were taken", async () => {
    const around = scenarioOf({
      arrivals: {list: [{at: 5}], route: "around"},
      routes: {
        around: [
          delay("turn", fixed(0), [
            [1 - 1e-12, "turn"],
            [1e-12, null],
          ]),
        ],
      },
      run: {customers: 1},
    });
    const plan = {models: [engine.compileModel(around)], first: 3, count: 2};
    const reason = await inThisThread(plan, () => {}).catch((error: Error) => error);
    expect(reason).toMatchObject({name: "RangeError", message: expect.stringContaining("million events")});
    await expect(hire(1)(plan, () => {})).rejects.toMatchObject({name: "RangeError", message: (reason as Error).message});
  });

  test("an error while rows are taken comes out", async () => {
    await expect(
      hire(2)({models: [mm1(10)], first: 0, count: 50}, () => {
        throw new Error("no more");
      }),
    ).rejects.toThrow("no more");
  });

  test("closing leaves no thread behind and ends what runs", async () => {
    const threads = () => process.getActiveResourcesInfo().filter((name) => name === "MessagePort" || name === "Worker").length;
    const before = threads();
    const workers = hire(2);
    const running = workers({models: [mm1(50_000)], first: 0, count: 10_000}, () => {}).catch((error: Error) => error.message);
    await after(100);
    expect(threads()).toBeGreaterThan(before);
    await workers.close();
    expect(await running).toMatch(/closed/);
    expect(threads()).toBe(before);
  });

  test.for([0, -1, 1.5, Number.NaN])("%d threads are refused", (threads) => {
    expect(() => inWorkers(threads)).toThrow(RangeError);
  });
});

async function takeAll(runner: WorkerRunner, count: number): Promise<number[]> {
  const seen: Replication[] = [];
  await runner({models: [mm1(200)], first: 0, count}, ([one]) => seen.push(one));
  return seen.map((one) => one.index);
}
