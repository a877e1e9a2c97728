import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {exp} from "../../src/math/index.ts";
import {probabilityOfWaiting} from "../../src/theory/erlang-c.ts";
import {atLeastInService, sinusoidalLoad} from "../../src/theory/infinite-server.ts";
import {solveCycle} from "../../src/theory/periodic-queue.ts";
import {constantRate, sinusoidalRate, steppedRate} from "../../src/theory/rate-over-time.ts";
import {solveDay} from "../../src/theory/terminating-day.ts";
import {atLeastPresent, emptyAt, evolve, meanPresent, type TimeVaryingQueue} from "../../src/theory/time-varying-queue.ts";
import {transientFromEmpty} from "../../src/theory/transient-mmc.ts";

const plain: TimeVaryingQueue = {arrivalRate: constantRate(4), serviceTime: 1, staff: [{from: 0, servers: 5}], staffDrop: "finish"};
/** A day with everything in it: staff that rises and falls, a swing, impatience, balking. */
const lively: TimeVaryingQueue = {
  arrivalRate: sinusoidalRate({average: 6, amplitude: 5, frequency: 0.3}),
  serviceTime: 1,
  staff: [
    {from: 0, servers: 3},
    {from: 5, servers: 9},
    {from: 9, servers: 2},
    {from: 14, servers: 7},
    {from: 15, servers: 4},
  ],
  staffDrop: "finish",
  patience: 2,
  balking: 0.15,
};

describe("the forward equations", () => {
  test("in the long run they are Erlang C", () => {
    const {state} = evolve(plain, emptyAt(plain, 0), 0, [400]);
    expect(atLeastPresent(state, 5)).toBeCloseTo(probabilityOfWaiting(4, 5), 11);
    expect(meanPresent(state)).toBeCloseTo(4 + (probabilityOfWaiting(4, 5) * 4) / (5 - 4), 9);
  });

  test("probability is neither lost nor made", () => {
    const {state} = evolve(lively, emptyAt(lively, 0), 0, [20]);
    expect(state.chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 13);
    expect(Math.min(...state.chances)).toBeGreaterThan(-1e-18);
  });

  test("when patience has the law of service the number in system is Poisson, whatever the staff does", () => {
    const wave = {average: 8, amplitude: 7, frequency: 0.9};
    for (const staffDrop of ["finish", "interrupt"] as const) {
      const queue = {...lively, arrivalRate: sinusoidalRate(wave), patience: 1, balking: 0, staffDrop};
      for (const time of [2, 9.5, 20]) {
        const {state} = evolve(queue, emptyAt(queue, 0), 0, [time]);
        const load = sinusoidalLoad(wave, 1, time, "empty at 0");
        expect(meanPresent(state)).toBeCloseTo(load, 10);
        for (const count of [1, 5, 12]) expect(atLeastPresent(state, count)).toBeCloseTo(atLeastInService(load, count), 11);
      }
    }
  });

  test("arrivals are those of the rate, and customers are conserved: came = served + lost + still there", () => {
    const {accounts, state} = evolve(lively, emptyAt(lively, 0), 0, [4, 12, 20]);
    const sum = (read: (one: (typeof accounts)[number]) => number): number => accounts.reduce((total, one) => total + read(one), 0);
    expect(sum((one) => one.arrivals)).toBeCloseTo(lively.arrivalRate.integral(0, 20), 10);
    const served = sum((one) => one.busyArea) / lively.serviceTime;
    expect(sum((one) => one.arrivals - one.balked - one.abandoned) - served).toBeCloseTo(meanPresent(state), 10);
  });

  test("one long step or many short ones: the same chances", () => {
    const cuts = Array.from({length: 160}, (_, i) => (i + 1) / 8);
    const once = evolve(lively, emptyAt(lively, 0), 0, [20]).state;
    const often = evolve(lively, emptyAt(lively, 0), 0, cuts).state;
    for (const count of [0, 1, 4, 10, 20]) expect(atLeastPresent(often, count)).toBeCloseTo(atLeastPresent(once, count), 12);
  });

  test("a constant rate cut into pieces is the constant rate", () => {
    const cut = {...plain, arrivalRate: steppedRate([0, 3, 4.5], [4, 4, 4])};
    expect(meanPresent(evolve(cut, emptyAt(cut, 0), 0, [7]).state)).toBeCloseTo(
      meanPresent(evolve(plain, emptyAt(plain, 0), 0, [7]).state),
      12,
    );
  });

  test("a swing so fast that nobody notices is its mean", () => {
    const fast = {...plain, arrivalRate: sinusoidalRate({average: 4, amplitude: 4, frequency: 500, phase: Math.PI / 2})};
    expect(meanPresent(evolve(fast, emptyAt(fast, 0), 0, [1]).state)).toBeCloseTo(
      meanPresent(evolve(plain, emptyAt(plain, 0), 0, [1]).state),
      2,
    );
  });

  test("a room of none is Erlang B on its way: nobody ever waits", () => {
    const loss = {...plain, room: 0};
    const {accounts} = evolve(loss, emptyAt(loss, 0), 0, [50]);
    expect(accounts[0].queueArea).toBe(0);
    expect(accounts[0].blocked).toBeCloseTo(accounts[0].foundBusy, 12);
  });

  test("hours of overload keep their probability and their line: it grows by what comes too much", () => {
    const queue = {...plain, arrivalRate: constantRate(20)};
    const {state} = evolve(queue, emptyAt(queue, 0), 0, [200]);
    expect(meanPresent(state) / (15 * 200)).toBeCloseTo(1, 2);
    expect(state.chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
  });
});

describe("when the staff drops", () => {
  const drop = (staffDrop: "finish" | "interrupt"): TimeVaryingQueue => ({
    ...plain,
    arrivalRate: constantRate(0),
    staff: [
      {from: 0, servers: 2},
      {from: 1, servers: 1},
    ],
    staffDrop,
  });
  const two = {servers: 2, places: 5, rows: 1, chances: Float64Array.of(0, 0, 1, 0, 0, 0, 0, 0)};

  test("finish: two customers with a server each leave as if nothing had happened", () => {
    expect(meanPresent(evolve(drop("finish"), two, 0, [3]).state)).toBeCloseTo(2 * exp(-3), 13);
  });

  test("interrupt: one of the two waits again, so more are left", () => {
    // Two alike for a second, then one server: from two it takes a service more.
    const both = exp(-1) ** 2;
    const single = 2 * exp(-1) * (1 - exp(-1));
    const later = both * (2 * exp(-2) + 2 * exp(-2)) + single * exp(-2);
    expect(meanPresent(evolve(drop("interrupt"), two, 0, [3]).state)).toBeCloseTo(later, 13);
  });

  test("those who finish are not replaced: three busy, one waits, staff falls to one, and the wait is for all three to end", () => {
    const queue: TimeVaryingQueue = {
      ...plain,
      arrivalRate: constantRate(0),
      staff: [
        {from: -1, servers: 3},
        {from: 0, servers: 1},
      ],
    };
    const chances = new Float64Array(3 + 6);
    chances[4] = 1;
    const {accounts} = evolve(queue, {servers: 3, places: 5, rows: 1, chances}, 0, [60]);
    expect(accounts[0].queueArea).toBeCloseTo(1 / 3 + 1 / 2 + 1, 10);
  });
});

describe("served within a time", () => {
  test("a change of staff that changes nothing changes nothing", () => {
    const queue = {...plain, patience: 3};
    const same = {...queue, staff: [0, 2.5, 3, 6].map((from) => ({from, servers: 5}))};
    const there = (one: TimeVaryingQueue): number => evolve(one, emptyAt(one, 0), 0, [8], 0.7).accounts[0].servedWithin;
    expect(there(same)).toBeCloseTo(there(queue), 11);
  });

  test("within a very long time everyone is served who does not leave, through every change of staff", () => {
    for (const staffDrop of ["finish", "interrupt"] as const) {
      const queue = {...lively, staffDrop};
      const {total, served} = solveDay(queue, 0, 20, [], 30);
      // An interrupted customer has been served in time; if they then give up they are not served in the end.
      if (staffDrop === "finish") expect(total.servedWithin).toBeCloseTo(served, 9);
      else expect(total.servedWithin).toBeGreaterThan(served);
    }
  });

  test("within no time: those who find a server free", () => {
    const {total} = solveDay(lively, 0, 20, [], 0);
    expect(total.servedWithin).toBeCloseTo(total.arrivals - total.foundBusy, 11);
  });

  test("a counter that opens at 10 for everyone: those who came within the last 3 are served within 3", () => {
    const queue: TimeVaryingQueue = {
      ...plain,
      arrivalRate: constantRate(2),
      staff: [
        {from: 0, servers: 0},
        {from: 10, servers: 90},
      ],
    };
    expect(evolve(queue, emptyAt(queue, 0), 0, [10], 3).accounts[0].servedWithin).toBeCloseTo(6, 9);
  });

  test("longer never means fewer", () => {
    const served = [0, 0.2, 1, 3].map((within) => solveDay(lively, 0, 20, [], within).total.servedWithin);
    served.slice(1).forEach((later, i) => {
      expect(later).toBeGreaterThan(served[i]);
    });
  });
});

describe("a day", () => {
  test("everyone who came was served, gave up, left at once or was blocked, and all work was done", () => {
    const {total, served} = solveDay({...lively, room: 6}, 0, 20);
    expect(total.busyArea).toBeCloseTo(served * lively.serviceTime, 9);
    expect(total.blocked).toBeGreaterThan(0.1);
  });

  test("what is served out after closing is what the equations say without arrivals, overtime included", () => {
    for (const patience of [Infinity, 1.5]) {
      const queue: TimeVaryingQueue = {
        ...plain,
        arrivalRate: steppedRate([0, 10], [7, 0]),
        patience,
        staff: [
          {from: 0, servers: 6},
          {from: 9.9, servers: 1},
        ],
      };
      const {total, afterClosing} = solveDay(queue, 0, 10);
      const {accounts} = evolve(queue, emptyAt(queue, 0), 0, [10, 150]);
      expect(afterClosing.queueArea / accounts[1].queueArea).toBeCloseTo(1, 10);
      expect(afterClosing.busyArea / accounts[1].busyArea).toBeCloseTo(1, 10);
      expect(total.abandoned).toBeCloseTo(accounts[0].abandoned + accounts[1].abandoned, 9);
    }
  });

  test("a day cut into half hours is the same day", () => {
    const cuts = Array.from({length: 39}, (_, i) => (i + 1) / 2);
    const [whole, cut] = [solveDay(lively, 0, 20), solveDay(lively, 0, 20, cuts)];
    expect(cut.periods).toHaveLength(40);
    expect(cut.total.queueArea).toBeCloseTo(whole.total.queueArea, 10);
  });

  test("one more server all day: shorter waits, fewer leave", () => {
    const more = {...lively, staff: lively.staff.map(({from, servers}) => ({from, servers: servers + 1}))};
    expect(solveDay(more, 0, 20).total.queueArea).toBeLessThan(solveDay(lively, 0, 20).total.queueArea);
    expect(solveDay(more, 0, 20).total.abandoned).toBeLessThan(solveDay(lively, 0, 20).total.abandoned);
  });

  test("patience without end is no patience at all", () => {
    const patient = solveDay({...plain, patience: 1e9}, 0, 30);
    expect(patient.total.queueArea).toBeCloseTo(solveDay(plain, 0, 30).total.queueArea, 6);
  });

  test("a place that closes without a server and has patient people waiting never ends its day", () => {
    const queue = {...plain, staff: [{from: 0, servers: 0}]};
    expect(solveDay(queue, 0, 3).meanWait).toBe(Infinity);
  });

  test("nobody comes: no wait, and no share of nobody", () => {
    const {total, meanWait, occupancy} = solveDay({...plain, arrivalRate: constantRate(0)}, 0, 3);
    expect(total.arrivals).toBe(0);
    expect(meanWait).toBeNaN();
    expect(occupancy).toBe(0);
  });
});

describe("a cycle", () => {
  test("a constant rate is Erlang C", () => {
    const cycle = solveCycle(plain, 24, [], 0.5);
    const waiting = probabilityOfWaiting(4, 5);
    expect((cycle?.total.foundBusy ?? 0) / (cycle?.total.arrivals ?? 1)).toBeCloseTo(waiting, 10);
    expect((cycle?.total.queueArea ?? 0) / 24).toBeCloseTo(waiting * 4, 9);
    expect((cycle?.total.servedWithin ?? 0) / (cycle?.total.arrivals ?? 1)).toBeCloseTo(1 - waiting * exp(-0.5), 10);
  });

  test("work is conserved: busy time is arrivals times service time", () => {
    const cycle = solveCycle(
      {
        ...plain,
        arrivalRate: sinusoidalRate({average: 4, amplitude: 3, frequency: Math.PI / 12}),
        staff: [0, 8, 16].map((from, i) => ({from, servers: [4, 7, 5][i]})),
      },
      24,
    );
    expect(cycle?.total.busyArea).toBeCloseTo(96, 8);
  });

  test("a day offered more than it can serve has no cycle", () => {
    expect(solveCycle({...plain, arrivalRate: constantRate(5)}, 24)).toBeUndefined();
    expect(solveCycle({...plain, arrivalRate: constantRate(5), patience: 3}, 24)).toBeDefined();
  });
});

describe("on the way", () => {
  test("an M/M/∞-like place fills as 1 - e^(-t)", () => {
    expect(transientFromEmpty(3, 1, 60, 0.8).numberInSystem).toBeCloseTo(3 * (1 - exp(-0.8)), 11);
  });

  test("two thousand servers fill without overflow, and their load is exact", () => {
    const {numberInSystem, empty, allBusy} = transientFromEmpty(1500, 1, 2000, 1);
    expect(numberInSystem / (1500 * (1 - exp(-1)))).toBeCloseTo(1, 11);
    expect(empty).toBeGreaterThanOrEqual(0);
    expect(allBusy).toBeLessThan(1e-15);
  });

  test("at 0 it is empty; an overloaded line grows, a stable one settles", () => {
    expect(transientFromEmpty(3, 1, 2, 0)).toEqual({empty: 1, numberInSystem: 0, allBusy: 0});
    expect(transientFromEmpty(1.2, 1, 1, 400).numberInSystem).toBeGreaterThan(80);
    expect(transientFromEmpty(0.5, 1, 1, 400).empty).toBeCloseTo(0.5, 11);
  });

  test("an M/M/1 under a full load is a walk held up at 0: its root law after long", () => {
    // E[N(t)] -> 2 √(t/π) at ρ = 1, from √(2t) |Z|.
    expect(transientFromEmpty(1, 1, 1, 1000).numberInSystem / (2 * Math.sqrt(1000 / Math.PI))).toBeCloseTo(1, 1);
  });

  test("more load, more people, at any time", () => {
    fc.assert(
      fc.property(
        fc.double({min: 0.1, max: 6, noNaN: true}),
        fc.integer({min: 1, max: 6}),
        fc.double({min: 0.1, max: 10, noNaN: true}),
        (rate, servers, time) => {
          const [less, more] = [transientFromEmpty(rate, 1, servers, time), transientFromEmpty(rate * 1.1, 1, servers, time)];
          expect(more.numberInSystem).toBeGreaterThan(less.numberInSystem);
          expect(transientFromEmpty(rate, 1, servers + 1, time).numberInSystem).toBeLessThanOrEqual(less.numberInSystem + 1e-13);
        },
      ),
      {seed: 7, numRuns: 40},
    );
  });
});

describe("arguments that make no sense are refused by name", () => {
  const refused = (change: Partial<TimeVaryingQueue>, message: string): void => {
    expect(() => solveDay({...plain, ...change}, 0, 10)).toThrow(new RangeError(message));
  };
  test("each of them", () => {
    refused({serviceTime: 0}, "serviceTime must be more than 0 and finite, got 0");
    refused({patience: -1}, "patience must be more than 0, got -1");
    refused({balking: 1.5}, "balking must lie between 0 and 1, got 1.5");
    refused({room: 2.5}, "room must be a whole number of 0 or more, got 2.5");
    refused({staff: []}, "staff must name at least one number of servers, got none");
    refused({staff: [{from: 0, servers: -1}]}, "servers must be a whole number of 0 or more, got -1");
    refused({staff: [0, 0].map((from) => ({from, servers: 1}))}, "staff must be in order of time, got 0 at 1");
    expect(() => solveDay(plain, 5, 5)).toThrow(new RangeError("closing must be after the opening at 5, got 5"));
    expect(() => evolve(plain, emptyAt(plain, 0), 0, [3, 2])).toThrow(new RangeError("cuts must rise from 0, got 2"));
    expect(() => solveDay(plain, 0, 5, [], Number.NaN)).toThrow(new RangeError("within must be 0 or more and finite, got NaN"));
    expect(() => transientFromEmpty(1, 1, 1.5, 1)).toThrow(new RangeError("servers must be a whole number of 1 or more, got 1.5"));
  });
});
