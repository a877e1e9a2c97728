/** Facts about a room with an end. */
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {blockingProbability} from "../../src/theory/erlang-b.ts";
import {solveErlangC} from "../../src/theory/erlang-c.ts";
import {solveFiniteRoom} from "../../src/theory/finite-room.ts";
import {expectNear} from "./closeness.ts";

const rooms = fc
  .tuple(
    fc.integer({min: 1, max: 40}),
    fc.integer({min: 0, max: 60}),
    fc.double({min: 0.05, max: 5, noNaN: true}),
    fc.option(fc.double({min: 0.02, max: 50, noNaN: true})),
  )
  .map(([servers, seats, occupancy, patience]) => {
    const queue = {servers, room: servers + seats, serviceTime: 1, arrivalRate: servers * occupancy};
    return patience === null ? queue : {...queue, patience};
  });

test("one server and one seat at a load of one: empty, busy and full a third of the time each", () => {
  const {present, blocked, waiting, waitTime} = solveFiniteRoom({arrivalRate: 1, serviceTime: 1, servers: 1, room: 2});
  for (const people of [0, 1, 2]) expectNear(present(people).value, 1 / 3, 1e-15);
  expect(present(3).value).toBe(0);
  expectNear(blocked!.value, 1 / 3, 1e-15);
  expectNear(waiting!.value, 1 / 2, 1e-15);
  expectNear(waitTime!.value, 1 / 2, 1e-15);
});

test("no seat at all is Erlang B", () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 200}), fc.double({min: 0.01, max: 300, noNaN: true}), (servers, load) => {
      const {blocked, waiting, waitTime, waitBeyond, waitPercentile} = solveFiniteRoom({
        arrivalRate: load,
        serviceTime: 1,
        servers,
        room: servers,
      });
      expectNear(blocked!.value, blockingProbability(load, servers), 1e-12);
      expect(waiting!.value).toBe(0);
      expect(waitTime!.value).toBe(0);
      expect(waitBeyond(1).value).toBe(0);
      expect(waitPercentile(1).value).toBe(0);
    }),
  );
});

test("a room that never fills is Erlang C, at every time", () => {
  for (const [load, servers, room] of [
    [2, 3, 200],
    [9, 10, 600],
    [48, 50, 2000],
    [95, 100, 1500],
  ]) {
    const queue = {arrivalRate: load, serviceTime: 1, servers};
    const endless = solveErlangC(queue);
    const longRun = solveFiniteRoom({...queue, room});
    for (const measure of [
      "waitTime",
      "waitVariance",
      "waitOfServed",
      "waiting",
      "queueLength",
      "numberInSystem",
      "occupancy",
      "throughput",
    ] as const) {
      expectNear(longRun[measure]!.value, endless[measure]!.value, 1e-12);
    }
    for (const time of [0, 0.01, 0.2, 1, 5]) {
      expectNear(longRun.waitBeyond(time).value, endless.waitBeyond!(time).value, 1e-11);
      expectNear(longRun.servedWithin(time).value, endless.servedWithin!(time).value, 1e-12);
    }
    expectNear(longRun.waitPercentile(0.97).value, endless.waitPercentile!(0.97).value, 1e-11);
  }
});

describe("laws", () => {
  test("who comes is refused, gives up or is served; lines are as long as Little says", () => {
    fc.assert(
      fc.property(rooms, (queue) => {
        const {blocked, abandoned, throughput, queueLength, numberInSystem, waitTime, sojournTime, occupancy} = solveFiniteRoom(queue);
        expectNear(blocked!.value + abandoned!.value + throughput!.value / queue.arrivalRate, 1, 1e-12);
        const joined = queue.arrivalRate * (1 - blocked!.value);
        expectNear(queueLength!.value, joined * waitTime!.value, 1e-10);
        expectNear(numberInSystem!.value, joined * sojournTime!.value, 1e-10);
        expectNear(occupancy!.value * queue.servers, throughput!.value, 1e-13);
      }),
    );
  });

  test("waits beyond 0 are the waits; their tails add up to the mean wait; in the end all who do not give up are served", () => {
    fc.assert(
      fc.property(rooms, (queue) => {
        const longRun = solveFiniteRoom(queue);
        const {waiting, waitBeyond, servedWithin, throughput, waitTime, waitVariance} = longRun;
        expectNear(waitBeyond(0).value, waiting!.value, 1e-12);
        expectNear(servedWithin(Infinity).value, throughput!.value / queue.arrivalRate, 1e-12);
        expect(waitVariance!.value).toBeGreaterThanOrEqual(0);
        if (waiting!.value < 1e-5) return;
        let area = 0;
        const longest = longRun.waitPercentile(1 - 1e-9 * waiting!.value).value;
        const panels = 400;
        for (let k = 0; k <= panels; k++) {
          const weight = k === 0 || k === panels ? 1 : k % 2 === 1 ? 4 : 2;
          area += (weight * waitBeyond((longest * k) / panels).value * longest) / panels / 3;
        }
        expectNear(area, waitTime!.value, 1e-4);
      }),
      {numRuns: 40},
    );
  });

  test("one more seat refuses fewer and lengthens the waits; one more server refuses fewer", () => {
    fc.assert(
      fc.property(rooms, (queue) => {
        const now = solveFiniteRoom(queue);
        if (now.blocked!.value < 1e-9) return;
        const seat = solveFiniteRoom({...queue, room: queue.room + 1});
        // In deep overload what is refused is what cannot be served, whatever the seats.
        expect(seat.blocked!.value).toBeLessThanOrEqual(now.blocked!.value * (1 + 1e-13));
        if (queue.arrivalRate < queue.servers) expect(seat.blocked!.value).toBeLessThan(now.blocked!.value);
        expect(seat.queueLength!.value).toBeGreaterThan(now.queueLength!.value);
        const server = solveFiniteRoom({...queue, servers: queue.servers + 1, room: queue.room + 1});
        expect(server.blocked!.value).toBeLessThan(now.blocked!.value);
      }),
    );
  });

  test("a percentile is where so many of those who got in are done with waiting", () => {
    fc.assert(
      fc.property(rooms, fc.double({min: 0.01, max: 0.999, noNaN: true}), (queue, share) => {
        const {waitPercentile, waitBeyond, waiting} = solveFiniteRoom(queue);
        const time = waitPercentile(share).value;
        if (waiting!.value <= 1 - share) expect(time).toBe(0);
        else expectNear(waitBeyond(time).value, 1 - share, 1e-11);
      }),
    );
  });
});

test("a room for ten thousand under a load of a hundred thousand: nine in ten are refused, and nothing overflows", () => {
  const {blocked, occupancy, queueLength, waitBeyond} = solveFiniteRoom({arrivalRate: 1e5, serviceTime: 1, servers: 9000, room: 10_000});
  expectNear(blocked!.value, 1 - 0.09, 1e-12);
  expectNear(occupancy!.value, 1, 1e-12);
  expect(queueLength!.value).toBeGreaterThan(999);
  expect(waitBeyond(0.11).value).toBeGreaterThan(0.4);
  expect(waitBeyond(0.2).value).toBeLessThan(1e-90);
});

test("garbage is refused by name and value", () => {
  const queue = {arrivalRate: 1, serviceTime: 1, servers: 3, room: 5};
  expect(() => solveFiniteRoom({...queue, room: 2})).toThrow(new RangeError("room must be a whole number of 3 or more, got 2"));
  expect(() => solveFiniteRoom({...queue, room: Infinity})).toThrow("room must be a whole number of 3 or more, got Infinity");
  expect(() => solveFiniteRoom({...queue, patience: -1})).toThrow("patience must be more than 0 and finite, got -1");
  expect(() => solveFiniteRoom(queue).present(1.5)).toThrow("people must be a whole number of 0 or more, got 1.5");
});
