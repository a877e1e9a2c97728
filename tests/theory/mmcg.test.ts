/** Facts about patience of any law. */
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {solveErlangA} from "../../src/theory/erlang-a.ts";
import {blockingProbability} from "../../src/theory/erlang-b.ts";
import {type ImpatientLongRun, solveFractionalGeneralPatience, solveGeneralPatience} from "../../src/theory/mmcg.ts";
import {
  ENDLESS_PATIENCE,
  erlangPatience,
  exponentialPatience,
  fixedPatience,
  hyperexponentialPatience,
  mixedPatience,
  type Patience,
  patienceFrom,
  uniformPatience,
  withBalking,
} from "../../src/theory/patience.ts";
import {expectNear} from "./closeness.ts";

const CALLS = {arrivalRate: 48, serviceTime: 1, servers: 50};
const MEASURES = ["waiting", "abandoned", "waitTime", "waitVariance", "waitOfServed", "occupancy", "queueLength", "sojournTime"] as const;

const laws: ReadonlyArray<readonly [name: string, law: Patience, breaks: number[]]> = [
  ["exponential", exponentialPatience(2), []],
  ["fixed", fixedPatience(2), [2]],
  ["uniform", uniformPatience(0, 4), [4]],
  ["uniform from 1", uniformPatience(1, 3), [1, 3]],
  ["Erlang of 2 phases", erlangPatience(2, 2), []],
  ["Erlang of 20 phases", erlangPatience(2, 20), []],
  [
    "hyperexponential",
    hyperexponentialPatience([
      {share: 0.7, mean: 0.5},
      {share: 0.3, mean: 5.5},
    ]),
    [],
  ],
  ["balking", withBalking(0.1, exponentialPatience(2)), []],
  [
    "some never give up",
    mixedPatience([
      {share: 0.5, patience: ENDLESS_PATIENCE},
      {share: 0.5, patience: exponentialPatience(1)},
    ]),
    [],
  ],
];

function expectSame(found: ImpatientLongRun, truth: ImpatientLongRun, tolerance: number): void {
  for (const measure of MEASURES) expectNear(found[measure]!.value, truth[measure]!.value, tolerance);
  for (const time of [0, 0.05, 0.5, 1.9]) {
    expectNear(found.offeredWaitBeyond(time).value, truth.offeredWaitBeyond(time).value, tolerance);
    expectNear(found.servedWithin(time).value, truth.servedWithin(time).value, tolerance);
    expect(Math.abs(found.abandonedWithin(time).value - truth.abandonedWithin(time).value)).toBeLessThan(tolerance);
  }
}

describe("a law told by its share still willing is the same as the law itself", () => {
  test.each(laws)("%s", (_, law, breaks) => {
    for (const servers of [45, 50, 60]) {
      const queue = {...CALLS, servers};
      expectSame(
        solveGeneralPatience({...queue, patience: patienceFrom(law.survival, breaks)}),
        solveGeneralPatience({...queue, patience: law}),
        1e-10,
      );
    }
  });
});

describe("each law", () => {
  test.each(laws)("%s: its parts fit together", (_, law) => {
    for (const time of [0, 0.1, 1, 1.5, 2.5, 7, 30]) {
      expect(Math.abs(law.survival(time) + law.exhausted(time) - 1)).toBeLessThan(1e-14);
      expectNear(law.between(0, 0.7) + law.between(0.7, 0.7 + time), law.between(0, 0.7 + time), 1e-13);
      // d/dt of the mean of min(R, t)² is 2t times the share still willing.
      const step = 1e-5;
      const slope = (law.secondMoment(time + step) - law.secondMoment(Math.max(0, time - step))) / (time > step ? 2 * step : step);
      if (![1, 2, 3, 4].includes(time)) expect(Math.abs(slope - 2 * time * law.survival(time))).toBeLessThan(2e-4 * (1 + time));
    }
  });

  test("the mean is the share still willing added up", () => {
    expectNear(exponentialPatience(2).between(0, Infinity), 2);
    expectNear(fixedPatience(2).between(0, Infinity), 2);
    expectNear(uniformPatience(1, 3).between(0, Infinity), 2);
    expectNear(erlangPatience(2, 5).between(0, Infinity), 2);
    expectNear(withBalking(0.25, exponentialPatience(2)).between(0, Infinity), 1.5);
    expectNear(uniformPatience(1, 3).secondMoment(Infinity), 4 + 1 / 3);
    expectNear(erlangPatience(2, 4).secondMoment(Infinity), 5);
    expectNear(exponentialPatience(2).secondMoment(Infinity), 8);
  });
});

describe("laws of the queue", () => {
  test.each(laws)("%s: within any time people are served, gone or waiting; in the end served or gone", (_, patience) => {
    for (const servers of [40, 48, 50, 70]) {
      const longRun = solveGeneralPatience({...CALLS, servers, patience});
      if (longRun.waitTime.value === Infinity) continue;
      expectNear(longRun.abandoned.value + longRun.throughput!.value / 48, 1, 1e-12);
      expectNear(longRun.servedWithin(Infinity).value, longRun.throughput!.value / 48, 1e-12);
      for (const time of [0, 0.01, 0.3, 1.99, 2.01, 6]) {
        const all = longRun.servedWithin(time).value + longRun.abandonedWithin(time).value + longRun.waitBeyond(time).value;
        expect(Math.abs(all - 1)).toBeLessThan(1e-12);
      }
    }
  });

  test("the same mean patience: the less it varies, the fewer give up", () => {
    const share = (patience: Patience) => solveGeneralPatience({...CALLS, patience}).abandoned.value;
    const order = [
      share(fixedPatience(2)),
      share(erlangPatience(2, 2)),
      share(exponentialPatience(2)),
      share(
        hyperexponentialPatience([
          {share: 0.8873, mean: 1.127},
          {share: 0.1127, mean: 8.873},
        ]),
      ),
    ];
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeLessThan(0.001);
    expect(order[3]).toBeGreaterThan(0.035);
  });

  test("exponential patience is Erlang A, endless patience Erlang C, none Erlang B", () => {
    expectSame(solveGeneralPatience({...CALLS, patience: exponentialPatience(2)}), solveErlangA({...CALLS, patience: 2}), 1e-15);
    const none = solveGeneralPatience({...CALLS, patience: withBalking(1, exponentialPatience(1))});
    expectNear(none.abandoned.value, blockingProbability(48, 50), 1e-13);
    expect(none.waiting!.value).toBe(0);
    expect(none.waitTime.value).toBe(0);
    expect(none.abandonedWithin(0).value).toBe(none.abandoned.value);
  });

  test("a rare wait keeps its digits: beyond a patience of 40 services all who are left give up at once", () => {
    // P(V > t) under a fixed patience D, for t up to D: λ(e^-νt - e^-νD)/ν + λe^-νD/cµ over the whole, ν = cµ - λ.
    const [arrivalRate, servers, patience] = [8, 10, 40];
    const {abandoned} = solveGeneralPatience({arrivalRate, servers, serviceTime: 1, patience: fixedPatience(patience)});
    const nu = servers - arrivalRate;
    const end = Math.exp(-nu * patience);
    const whole = 1 / blockingProbability(arrivalRate, servers - 1) + arrivalRate * ((1 - end) / nu + end / servers);
    expectNear(abandoned.value, (arrivalRate * end) / servers / whole, 1e-12);
    expect(abandoned.value).toBeLessThan(1e-34);
  });

  test("the longest wait is the longest patience, where there is one", () => {
    expect(solveGeneralPatience({...CALLS, patience: uniformPatience(1, 3)}).waitPercentile(1).value).toBe(3);
    expectNear(solveGeneralPatience({...CALLS, arrivalRate: 500, patience: fixedPatience(2)}).waitPercentile(0.9).value, 2, 1e-14);
    expect(solveGeneralPatience({...CALLS, patience: exponentialPatience(3)}).waitPercentile(1).value).toBe(Infinity);
  });

  test("in deep overload the wait stands where as many are still willing as can be served", () => {
    const {waitOfServed, abandoned} = solveGeneralPatience({
      arrivalRate: 2e5,
      serviceTime: 1,
      servers: 1e5,
      patience: uniformPatience(0, 4),
    });
    expectNear(waitOfServed.value, 2, 1e-4);
    expectNear(abandoned.value, 0.5, 1e-12);
  });

  test("more who never give up than can be served: the line grows for ever, and only the others ever leave it", () => {
    const stubborn = mixedPatience([
      {share: 0.9, patience: ENDLESS_PATIENCE},
      {share: 0.1, patience: exponentialPatience(1)},
    ]);
    const longRun = solveGeneralPatience({arrivalRate: 100, serviceTime: 1, servers: 50, patience: stubborn});
    expect(longRun.waitTime.value).toBe(Infinity);
    expect(longRun.servedWithin(100).value).toBe(0);
    expect(longRun.throughput!.value).toBe(50);
    expectNear(longRun.abandoned.value, 0.1);
    expect(longRun.waitPercentile(0.5).value).toBe(Infinity);
    expectNear(longRun.waitPercentile(0.05).value, Math.log(2), 1e-12);
  });

  test("people who never give up, few enough to be served, have a long run", () => {
    fc.assert(
      fc.property(fc.double({min: 0.01, max: 0.95, noNaN: true}), fc.double({min: 0.1, max: 5, noNaN: true}), (loyal, patience) => {
        const law = mixedPatience([
          {share: loyal, patience: ENDLESS_PATIENCE},
          {share: 1 - loyal, patience: exponentialPatience(patience)},
        ]);
        const {abandoned, throughput} = solveGeneralPatience({arrivalRate: 50, serviceTime: 1, servers: 50, patience: law});
        expectNear(abandoned.value + throughput!.value / 50, 1, 1e-12);
      }),
    );
  });
});

test("at whole numbers the fractional queue is the whole one", () => {
  const queue = {...CALLS, patience: uniformPatience(0, 4)};
  expect(solveFractionalGeneralPatience(queue).abandoned).toEqual(solveGeneralPatience(queue).abandoned);
  expect(solveFractionalGeneralPatience({...queue, servers: 50.5}).abandoned.kind).toBe("approximate");
});

test("garbage is refused by name and value", () => {
  expect(() => exponentialPatience(0)).toThrow("patience must be more than 0 and finite, got 0");
  expect(() => uniformPatience(3, 3)).toThrow("to must be more than from (3) and finite, got 3");
  expect(() => uniformPatience(-1, 3)).toThrow("from must be 0 or more, got -1");
  expect(() => erlangPatience(1, 1.5)).toThrow("phases must be a whole number of 1 or more, got 1.5");
  expect(() => withBalking(1.5, exponentialPatience(1))).toThrow("balking must lie between 0 and 1, got 1.5");
  expect(() => hyperexponentialPatience([{share: 0.5, mean: 1}])).toThrow("shares must add up to 1, got 0.5");
  expect(() => patienceFrom(() => 1, [-1])).toThrow("breaks must be 0 or more and finite, got -1");
  const wrong = patienceFrom((time) => (time === 0 ? 1 : 1.5));
  expect(() => solveGeneralPatience({...CALLS, patience: wrong})).toThrow("survival must lie between 0 and 1, got 1.5");
});
